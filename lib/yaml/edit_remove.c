// SPDX-License-Identifier: EUPL-1.2
// Removing from lists and mappings in block style.
#include <stdint.h>

#include "lib/yaml/edit_parts.h"

static size_t entry_start(struct text source, const struct node *node) {
    return node->key ? node->key->start : place_dash(source, node);
}

// The last of several becomes [] or {}, behind the key or dash, or at its place.
static void remove_last(const struct edit *edit, const struct node *node, struct splices *splices) {
    struct text source = edit->source;
    const struct node *parent = node->parent;
    const char *empty = parent->kind == NODE_LIST ? "[]" : "{}";
    size_t start = entry_start(source, node);
    size_t end = place_end(source, node);
    size_t owner = 0;
    if (parent->key)
        owner = place_colon(source, parent->key);
    else if (parent->parent && place_dash(source, parent) != SIZE_MAX)
        owner = place_dash(source, parent) + 1;
    if (owner && line_start(source, owner) != line_start(source, start)) {
        struct buffer *out = splice_add(splices, owner, owner);
        buffer_add_char(out, ' ');
        buffer_add_string(out, empty);
        // Without the line end before it, so that a file without a last one stays so.
        size_t line = line_start(source, start);
        size_t before = line - (line >= 2 && source.bytes[line - 2] == '\r' ? 2 : 1);
        splice_add(splices, before, end);
    } else {
        buffer_add_string(splice_add(splices, start, end), empty);
    }
}

// The first key of an item stands behind the dash: the next one takes its place, unless something
// of its own stands above that.
static void remove_first(const struct edit *edit, const struct node *node,
                         struct splices *splices) {
    struct text source = edit->source;
    size_t start = entry_start(source, node);
    size_t end = place_end(source, node);
    size_t next = entry_start(source, node->next);
    size_t below = line_next(source, end);
    if (line_start(source, next) == below) {
        splice_add(splices, start, next);
        return;
    }
    while (start > 0 && (source.bytes[start - 1] == ' ' || source.bytes[start - 1] == '\t'))
        start--;
    splice_add(splices, start, end);
}

void remove_from_block(const struct edit *edit, const struct node *node, struct splices *splices) {
    struct text source = edit->source;
    size_t start = entry_start(source, node);
    size_t end = place_end(source, node);
    if (start == SIZE_MAX)
        return;
    if (node->parent->count == 1) {
        remove_last(edit, node, splices);
    } else if (!begins_line(source, start)) {
        remove_first(edit, node, splices);
    } else if (line_next(source, end) > end) {
        splice_add(splices, line_start(source, start), line_next(source, end));
    } else {
        // The last line of a file without a last line end, which it keeps being.
        size_t line = line_start(source, start);
        size_t before = line - (line >= 2 && source.bytes[line - 2] == '\r' ? 2 : 1);
        splice_add(splices, before, end);
    }
}
