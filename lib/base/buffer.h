// SPDX-License-Identifier: EUPL-1.2
// A buffer: bytes that are added at the end.
#ifndef G1P_BASE_BUFFER_H
#define G1P_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/text.h"

// Start with `struct buffer b = {0}`. When memory runs out `failed` is set, all later additions do
// nothing, and the caller looks at it once, at the end.
struct buffer {
    char *bytes; // not ended by a NUL
    size_t length;
    size_t room;
    bool failed;
};

void buffer_add(struct buffer *buffer, struct text text);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_add_char(struct buffer *buffer, char character);
void buffer_add_number(struct buffer *buffer, long number);

// As printf.
void buffer_format(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

// What it holds now; good until the next addition.
struct text buffer_text(const struct buffer *buffer);

// Empties it and clears `failed`, keeping its memory for the next use (a large one is given back).
void buffer_clear(struct buffer *buffer);

void buffer_free(struct buffer *buffer);

#endif
