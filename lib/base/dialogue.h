// SPDX-License-Identifier: EUPL-1.2
// Questions to a person, and the lines they answer with.
#ifndef G1P_BASE_DIALOGUE_H
#define G1P_BASE_DIALOGUE_H

#include <stdio.h>

#include "lib/base/text.h"

// Start with `struct dialogue d = {.in = stdin, .out = stderr}`; `line` and `room` are its own.
struct dialogue {
    FILE *in;
    FILE *out;
    char *line;
    size_t room;
};

// Says something, in lines of at most 78 columns, with a newline at the end.
void dialogue_say(struct dialogue *dialogue, const char *words);

// Asks a question and waits for a line. An answer that is not UTF-8 or holds control characters (of
// an arrow key, say) is refused and asked for again. Returns 0 with `*answer`, without blanks at
// its ends and good until the next question; empty when only Enter was pressed. Returns -1 when
// there is no more input.
int dialogue_ask(struct dialogue *dialogue, const char *question, struct text *answer);

// Whether an answer is one of these words (NULL-ended, in small letters), in any case of letters.
bool dialogue_is(struct text answer, const char *const *words);

// What an answer to a question of yes or no means, in Dutch or English. Only Enter is open, as are
// the words for not knowing yet.
enum dialogue_meaning { DIALOGUE_OPEN, DIALOGUE_YES, DIALOGUE_NO, DIALOGUE_OTHER };
enum dialogue_meaning dialogue_meaning(struct text answer);

// Gives its memory back.
void dialogue_end(struct dialogue *dialogue);

#endif
