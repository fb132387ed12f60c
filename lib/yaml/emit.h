// SPDX-License-Identifier: EUPL-1.2
// Writing one text as YAML, so that it reads back as the same text: by us, and by readers that
// would take a plain `no` or `08` for something else.
#ifndef G1P_YAML_EMIT_H
#define G1P_YAML_EMIT_H

#include "lib/base/buffer.h"

enum { EMIT_WIDTH = 90 }; // columns within which running text is kept

// Where a text is to stand.
struct emit_place {
    const char *margin; // what every further line begins with, more indented than the key
    size_t column;      // how many columns the line has taken so far
    bool quoted;        // always between quotation marks
    bool bare;          // numbers and dates are meant as such, and stand without quotation marks
    bool flow;          // between [ ] or { }: on one line, and without their signs
};

// How a text is written; what else it could be is for it to say.
enum emit_style { EMIT_FREE, EMIT_SINGLE, EMIT_DOUBLE, EMIT_LITERAL, EMIT_FOLDED };

// Adds `text` behind "key:" or "-": a blank and the text as it is when YAML reads it so, else
// between quotation marks; longer or on several lines as a block. Adds no newline at the end. The
// text holds no control characters but tab, newline and carriage return (see utf8_scan).
void emit_scalar(struct buffer *buffer, struct text text, const struct emit_place *place);

// As emit_scalar, in the given style when that can hold the text.
void emit_styled(struct buffer *buffer, struct text text, const struct emit_place *place,
                 enum emit_style style);

#endif
