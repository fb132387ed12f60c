// SPDX-License-Identifier: EUPL-1.2
// Running text in lines of a width.
#ifndef G1P_BASE_WRAP_H
#define G1P_BASE_WRAP_H

#include <stdbool.h>

#include "lib/base/buffer.h"

// How many columns of a terminal a text takes.
int wrap_width(struct text text);

// Whether the blank at `at` stands inside a number, such as 0800 2000, which is not broken.
bool wrap_inside(struct text text, size_t at);

// Adds the words of `text`, with single blanks between them and a newline at the end, in lines of
// at most `columns`. The first line has `column` columns already; later ones begin with `indent`
// blanks. A word that is too long stands on a line of its own. What is no letter (a control
// character) becomes a blank.
void wrap_add(struct buffer *out, struct text text, int column, int indent, int columns);

#endif
