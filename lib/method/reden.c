// SPDX-License-Identifier: EUPL-1.2
// What counts as a reason.
#include "lib/method/reden.h"

#include "lib/method/words.h"

bool is_reden(struct text reden) {
    struct text trimmed = text_trim(reden);
    bool letters = false;
    for (size_t i = 0; i < trimmed.length && !letters; i++) {
        unsigned char c = (unsigned char)trimmed.bytes[i];
        letters = c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    for (const char *const *word = words_geen_reden; *word && letters; word++)
        letters = !text_is(trimmed, *word);
    return letters;
}
