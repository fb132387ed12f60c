// SPDX-License-Identifier: EUPL-1.2
// What a document can be made of: the whole plan, or a part of it.
#ifndef G1P_RENDER_PART_H
#define G1P_RENDER_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/trouble.h"

struct document;

// One row of the table. A new part is a row, and a function in a part_*.c file.
struct part {
    const char *name;  // of --part, and in the name of the file
    const char *title; // the head of the document, marked DN_
    // Writes the inside of the page as HTML. Returns 0, or -1 with `*trouble` when it cannot be
    // made of this plan; what it wrote until then is thrown away.
    int (*write)(struct document *document, struct trouble *trouble);
    const char *const *sections; // JSON: the sections of the plan it holds, NULL-ended; NULL: all
    unsigned due;                // calendar: what it holds, bits 1u << enum due_kind
    bool anonymous;              // never shows who the people are, whether asked to or not
    unsigned kinds;              // of file, bits 1u << enum file_kind
};

enum { PART_MOST = 16 };
extern const struct part parts[]; // the first is the default; at most PART_MOST
extern const size_t part_count;

// The part of that name, or NULL.
const struct part *part_named(const char *name);

#endif
