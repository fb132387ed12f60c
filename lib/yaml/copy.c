// SPDX-License-Identifier: EUPL-1.2
// Copying, hanging in and taking out single nodes.
#include "lib/yaml/copy.h"

struct node *node_copy(const struct node *node, struct arena *arena) {
    struct node *copy = arena_alloc(arena, sizeof *copy);
    if (!copy)
        return NULL;
    *copy = *node;
    copy->declared = NULL; // it may not be copied
    copy->parent = copy->first = copy->last = copy->next = NULL;
    copy->count = copy->index = 0;
    return copy;
}

unsigned node_drop(struct node *parent, bool (*drop)(struct node *child, void *context),
                   void *context) {
    struct node *child = parent->first;
    uint32_t before = parent->count;
    parent->first = parent->last = NULL;
    parent->count = 0;
    while (child) {
        struct node *next = child->next;
        if (!drop(child, context))
            node_append(parent, child);
        child = next;
    }
    return before - parent->count;
}

struct node *node_after(const struct node *root, struct node *node) {
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}
