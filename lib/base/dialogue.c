// SPDX-License-Identifier: EUPL-1.2
// Asking, line by line.
#include "lib/base/dialogue.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/base/words.h"
#include "lib/base/wrap.h"

enum { WIDEST = 78 };

void dialogue_say(struct dialogue *dialogue, const char *words) {
    size_t column = 0;
    while (*words) {
        size_t length = strcspn(words, " \n");
        while (wrap_inside(text_of(words), length))
            length += 1 + strcspn(words + length + 1, " \n");
        size_t width = utf8_count(words, length);
        if (column > 0 && column + 1 + width > WIDEST) {
            fputc('\n', dialogue->out);
            column = 0;
        }
        if (column > 0)
            fputc(' ', dialogue->out);
        fwrite(words, 1, length, dialogue->out);
        column += width + (column > 0);
        words += length;
        if (*words == '\n') {
            fputc('\n', dialogue->out);
            column = 0;
        }
        words += *words != '\0';
    }
    fputc('\n', dialogue->out);
    fflush(dialogue->out);
}

int dialogue_ask(struct dialogue *dialogue, const char *question, struct text *answer) {
    for (;;) {
        size_t at;
        uint32_t point;
        int ascii;
        fputs(question, dialogue->out);
        fflush(dialogue->out);
        ssize_t length = getline(&dialogue->line, &dialogue->room, dialogue->in);
        if (length < 0) {
            fputc('\n', dialogue->out);
            fflush(dialogue->out);
            return -1;
        }
        *answer = text_trim((struct text){dialogue->line, (size_t)length});
        if (utf8_scan(answer->bytes, answer->length, &at, &point, &ascii) == UTF8_FINE)
            return 0;
        dialogue_say(dialogue, _("Something in this answer is no letter, perhaps of an arrow key. "
                                 "Type it once more, please."));
    }
}

bool dialogue_is(struct text answer, const char *const *words) {
    char plain[32];
    if (answer.length >= sizeof plain)
        return false;
    for (size_t i = 0; i < answer.length; i++) {
        char c = answer.bytes[i];
        plain[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    plain[answer.length] = '\0';
    for (; *words; words++)
        if (strcmp(plain, *words) == 0)
            return true;
    return false;
}

enum dialogue_meaning dialogue_meaning(struct text answer) {
    static const char *const yes[] = {"ja", "j", "yes", "y", NULL};
    static const char *const no[] = {"nee", "n", "no", NULL};
    static const char *const open[] = {
        "weet ik nog niet", "weet ik niet",  "weet niet",  "nog niet", "w", "?", "onbekend",
        "not yet",          "not yet known", "don't know", "unknown",  "",  NULL};
    return dialogue_is(answer, yes)    ? DIALOGUE_YES
           : dialogue_is(answer, no)   ? DIALOGUE_NO
           : dialogue_is(answer, open) ? DIALOGUE_OPEN
                                       : DIALOGUE_OTHER;
}

void dialogue_end(struct dialogue *dialogue) {
    free(dialogue->line);
    dialogue->line = NULL;
    dialogue->room = 0;
}
