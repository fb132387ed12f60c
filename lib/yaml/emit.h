// SPDX-License-Identifier: EUPL-1.2
// Writing one text as YAML, so that it reads back as the same text.
#ifndef G1P_YAML_EMIT_H
#define G1P_YAML_EMIT_H

#include "lib/base/buffer.h"

enum { EMIT_WIDTH = 90 }; // columns within which running text is kept

// Where a text is to stand.
struct emit_place {
    const char *margin; // what every further line begins with, more indented than the key
    size_t column;      // how many columns the line has taken so far
    bool quoted;        // always between quotation marks
};

// Adds `text` behind "key:" or "-": a blank and the text as it is when YAML reads it so, else
// between quotation marks; longer or on several lines as a block. Adds no newline at the end. The
// text holds no control characters but tab, newline and carriage return (see utf8_scan).
void emit_scalar(struct buffer *buffer, struct text text, const struct emit_place *place);

#endif
