// SPDX-License-Identifier: EUPL-1.2
// Ids of persons, strengths, concerns, goals, actions and agreements in a tree.
#include "lib/method/ids.h"

#include "lib/base/buffer.h"
#include "lib/schema/schema.h"
#include "lib/yaml/copy.h"

enum { MOST_KINDS = 32 }; // of things that have an id

struct text ids_numbered(const struct node *id, unsigned count, struct arena *arena, bool *failed) {
    struct buffer made = {0};
    const struct schema_field *owner = id->parent ? id->parent->field : NULL;
    buffer_add_string(&made, owner ? owner->type->name : "id");
    buffer_format(&made, "-%u", count + 1);
    const char *copy = made.failed ? NULL : arena_copy(arena, made.bytes, made.length);
    struct text text = {copy ? copy : "", copy ? made.length : 0};
    *failed |= !copy;
    buffer_free(&made);
    return text;
}

static bool declares(const struct node *node) {
    return node->kind == NODE_SCALAR && node->field && node->field->declares >= 0;
}

int ids_rename_all(struct node *root, ids_rename *rename, void *context, struct arena *arena) {
    unsigned counts[MOST_KINDS] = {0};
    bool failed = false;
    // Who refers is renamed first: it knows its id by the node, whose text is still the old one.
    for (struct node *node = root; node && !failed; node = node_after(root, node)) {
        if (!declares(node))
            continue;
        unsigned *count = &counts[(unsigned)node->field->declares_bit % MOST_KINDS];
        struct text id = rename(node, (*count)++, context, arena, &failed);
        if (id.length > 0)
            node->text = id;
    }
    for (struct node *node = root; node; node = node_after(root, node))
        if (node->kind == NODE_SCALAR && node->declared)
            node->text = node->declared->text;
    return failed ? -1 : 0;
}

static bool dangles(struct node *child, void *context) {
    (void)context;
    if (child->kind == NODE_SCALAR)
        return child->field && child->field->refers && !child->declared && child->text.length > 0;
    return child->kind == NODE_LIST && !child->first && child->field && child->field->refers;
}

void ids_drop_dangling(struct node *root) {
    struct node *node = root;
    // Lists before what holds them: a list that became empty goes with the second round.
    for (int round = 0; round < 2; round++)
        for (node = root; node; node = node_after(root, node))
            if (node->kind != NODE_SCALAR)
                node_drop(node, dangles, NULL);
}
