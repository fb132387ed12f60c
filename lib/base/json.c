// SPDX-License-Identifier: EUPL-1.2
// JSON strings and keys.
#include "lib/base/json.h"

#include <stdint.h>

#include "lib/base/utf8.h"

static void add_escaped(struct buffer *buffer, uint32_t point) {
    switch (point) {
    case '"':
        buffer_add_string(buffer, "\\\"");
        break;
    case '\\':
        buffer_add_string(buffer, "\\\\");
        break;
    case '\n':
        buffer_add_string(buffer, "\\n");
        break;
    case '\t':
        buffer_add_string(buffer, "\\t");
        break;
    case '\r':
        buffer_add_string(buffer, "\\r");
        break;
    default:
        buffer_format(buffer, "\\u%04x", (unsigned)point);
    }
}

void json_add_string(struct buffer *buffer, struct text text) {
    size_t plain = 0; // from here on nothing needed escaping
    size_t at = 0;
    buffer_add_char(buffer, '"');
    while (at < text.length) {
        unsigned char byte = (unsigned char)text.bytes[at];
        uint32_t point = byte;
        size_t taken = byte < 0x80 ? 1 : utf8_decode(text.bytes + at, text.length - at, &point);
        bool broken = byte >= 0x80 && taken == 1;
        if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F && !broken) {
            at += taken;
            continue;
        }
        buffer_add(buffer, (struct text){text.bytes + plain, at - plain});
        if (broken)
            buffer_add_string(buffer, "\xEF\xBF\xBD");
        else
            add_escaped(buffer, point);
        at += taken;
        plain = at;
    }
    buffer_add(buffer, (struct text){text.bytes + plain, at - plain});
    buffer_add_char(buffer, '"');
}

void json_add_key(struct buffer *buffer, const char *name, bool first) {
    if (!first)
        buffer_add_char(buffer, ',');
    json_add_string(buffer, text_of(name));
    buffer_add_char(buffer, ':');
}
