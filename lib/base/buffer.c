// SPDX-License-Identifier: EUPL-1.2
// The growing buffer.
#include "lib/base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256, KEEP_ROOM = 1024 * 1024 };

// Makes room for `more` bytes; false when that cannot be had.
static bool reserve(struct buffer *buffer, size_t more) {
    if (buffer->failed)
        return false;
    if (more <= buffer->room - buffer->length)
        return true;
    size_t room = buffer->room ? buffer->room : FIRST_ROOM;
    while (room - buffer->length < more) {
        if (room > SIZE_MAX / 2) {
            buffer->failed = true;
            return false;
        }
        room *= 2;
    }
    char *bytes = realloc(buffer->bytes, room);
    if (!bytes) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->room = room;
    return true;
}

void buffer_add(struct buffer *buffer, struct text text) {
    if (text.length == 0 || !reserve(buffer, text.length))
        return;
    memcpy(buffer->bytes + buffer->length, text.bytes, text.length);
    buffer->length += text.length;
}

void buffer_add_string(struct buffer *buffer, const char *string) {
    buffer_add(buffer, text_of(string));
}

void buffer_add_char(struct buffer *buffer, char character) {
    buffer_add(buffer, (struct text){&character, 1});
}

void buffer_add_number(struct buffer *buffer, long number) {
    buffer_format(buffer, "%ld", number);
}

void buffer_format(struct buffer *buffer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        buffer->failed = true;
        return;
    }
    if (!reserve(buffer, (size_t)length + 1))
        return;
    va_start(arguments, format);
    vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}

struct text buffer_text(const struct buffer *buffer) {
    return (struct text){buffer->bytes ? buffer->bytes : "", buffer->length};
}

void buffer_clear(struct buffer *buffer) {
    if (buffer->room > KEEP_ROOM)
        buffer_free(buffer);
    buffer->length = 0;
    buffer->failed = false;
}

void buffer_free(struct buffer *buffer) {
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}
