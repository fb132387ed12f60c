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

void dialogue_end(struct dialogue *dialogue) {
    free(dialogue->line);
    dialogue->line = NULL;
    dialogue->room = 0;
}
