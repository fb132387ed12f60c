// SPDX-License-Identifier: EUPL-1.2
// Writing JSON (RFC 8259).
#ifndef G1P_BASE_JSON_H
#define G1P_BASE_JSON_H

#include "lib/base/buffer.h"
#include "lib/base/text.h"

// Adds `text` as a JSON string with its quotes. Bytes that are no UTF-8 (a file's name can hold
// anything) become U+FFFD.
void json_add_string(struct buffer *buffer, struct text text);

// Adds "name": with a comma before it unless it is the first of its object.
void json_add_key(struct buffer *buffer, const char *name, bool first);

#endif
