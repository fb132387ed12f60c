// SPDX-License-Identifier: EUPL-1.2
// The words of a running text, and how they compare whatever their case and accents.
#ifndef G1P_BASE_WORD_H
#define G1P_BASE_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/buffer.h"
#include "lib/base/text.h"

// A run of letters, marks and digits, with what is invisible between them.
struct word {
    size_t begin; // bytes into the text
    size_t end;
    size_t letters; // code points that can be seen
    bool capital;   // begins with a capital, or with a letter of a script that has none
    bool lower;     // begins with a small letter
};

// The first word at or after byte `from`, which is no part of a word before it. False: none.
bool word_next(struct text text, size_t from, struct word *word);

// Its bytes.
struct text word_text(struct text text, const struct word *word);

// Adds the word folded: ZOË, Zoe\u0308 and zoe give the same. What is not UTF-8 stays as it is.
void word_fold(struct buffer *out, struct text word);

#endif
