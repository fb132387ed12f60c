// SPDX-License-Identifier: EUPL-1.2
// What a document can be: its types, and the way by which each is made.
#ifndef G1P_RENDER_TYPE_H
#define G1P_RENDER_TYPE_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/render/document.h"

enum route {
    ROUTE_OWN,    // we write it ourselves
    ROUTE_PANDOC, // pandoc makes it of our HTML
    ROUTE_ENGINE  // pandoc and an engine for print, or an engine alone
};

// One row of the table. A new type is a row, and a writer when it is our own.
struct type {
    const char *name; // of --type, and the suffix
    enum route route;
    bool binary; // does not fit on a terminal
    // ROUTE_OWN: writes it. Returns 0, or -1 with `*trouble`.
    int (*write)(const struct document_page *page, struct arena *arena, struct buffer *out,
                 struct trouble *trouble);
    // ROUTE_PANDOC: its name for the type, and who writes the document that lends its styles; NULL
    // for Markdown.
    const char *writer;
    void (*reference)(const char *colour, struct buffer *out);
};

enum { TYPE_MOST = 16 };
extern const struct type types[]; // the first is the default; at most TYPE_MOST
extern const size_t type_count;

// The type of that name, or of a name that ends in a suffix of it; NULL when there is none.
const struct type *type_named(const char *name);
const struct type *type_by_suffix(const char *path);

#endif
