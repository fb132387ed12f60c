// SPDX-License-Identifier: EUPL-1.2
// Wrapping text.
#include "lib/base/wrap.h"

#include "lib/base/utf8.h"

static bool is_blank(char c) {
    return (unsigned char)c <= ' ' || c == 0x7F;
}

bool wrap_inside(struct text text, size_t at) {
    return at > 0 && at + 1 < text.length && text.bytes[at] == ' ' && text.bytes[at - 1] >= '0' &&
           text.bytes[at - 1] <= '9' && text.bytes[at + 1] >= '0' && text.bytes[at + 1] <= '9';
}

int wrap_width(struct text text) {
    int width = 0;
    for (size_t at = 0; at < text.length;) {
        uint32_t point;
        at += utf8_decode(text.bytes + at, text.length - at, &point);
        width += utf8_width(point);
    }
    return width;
}

void wrap_add(struct buffer *out, struct text text, int column, int indent, int columns) {
    bool first = true; // on its line
    for (size_t at = 0; at < text.length;) {
        if (is_blank(text.bytes[at])) {
            at++;
            continue;
        }
        size_t end = at;
        while (end < text.length && (!is_blank(text.bytes[end]) || wrap_inside(text, end)))
            end++;
        struct text word = {text.bytes + at, end - at};
        int width = wrap_width(word);
        if (!first && column + 1 + width > columns) {
            buffer_add_char(out, '\n');
            for (column = 0; column < indent; column++)
                buffer_add_char(out, ' ');
            first = true;
        }
        if (!first)
            buffer_add_char(out, ' ');
        column += width + !first;
        buffer_add(out, word);
        first = false;
        at = end;
    }
    buffer_add_char(out, '\n');
}
