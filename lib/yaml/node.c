// SPDX-License-Identifier: EUPL-1.2
// Looking at a tree: children, pointers, positions.
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/yaml/tree.h"

struct node *node_child(const struct node *mapping, const char *key) {
    struct text wanted = text_of(key);
    struct node *found = NULL;
    if (!mapping || mapping->kind != NODE_MAPPING)
        return NULL;
    for (struct node *child = mapping->first; child; child = child->next)
        if (child->key->kind == NODE_SCALAR && text_equal(child->key->text, wanted))
            found = child;
    return found;
}

void node_append(struct node *parent, struct node *child) {
    child->parent = parent;
    child->next = NULL;
    child->index = parent->count++;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

// Adds one step of a pointer, with ~ and / written as RFC 6901 asks.
static void add_key(struct buffer *buffer, struct text key) {
    for (size_t i = 0; i < key.length; i++) {
        if (key.bytes[i] == '~')
            buffer_add_string(buffer, "~0");
        else if (key.bytes[i] == '/')
            buffer_add_string(buffer, "~1");
        else
            buffer_add_char(buffer, key.bytes[i]);
    }
}

void node_pointer(const struct node *node, struct buffer *buffer) {
    const struct node *steps[TREE_DEEPEST + 1];
    int count = 0;
    for (; node && node->parent && count <= TREE_DEEPEST; node = node->parent)
        steps[count++] = node;
    while (count-- > 0) {
        const struct node *step = steps[count];
        buffer_add_char(buffer, '/');
        if (!step->key)
            buffer_add_number(buffer, (long)step->index);
        else if (step->key->kind == NODE_SCALAR)
            add_key(buffer, step->key->text);
    }
}

struct position position_begin(struct text source) {
    uint32_t start = text_starts(source, "\xEF\xBB\xBF") ? 3 : 0;
    return (struct position){start, 1, 1, start};
}

void position_advance(struct text source, struct position *position, uint32_t offset) {
    uint32_t end = offset < source.length ? offset : (uint32_t)source.length;
    const char *at = source.bytes + position->offset;
    const char *stop = source.bytes + end;
    if (end <= position->offset)
        return;
    // Columns are counted on the last line only.
    for (const char *newline; (newline = memchr(at, '\n', (size_t)(stop - at))); at = newline + 1) {
        position->line++;
        position->column = 1;
        position->line_start = (uint32_t)(newline + 1 - source.bytes);
    }
    position->column += (uint32_t)utf8_count(at, (size_t)(stop - at));
    position->offset = end;
}
