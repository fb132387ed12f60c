// SPDX-License-Identifier: EUPL-1.2
// For the tests: what a tree says, as one short row.
#ifndef G1P_TESTS_SEEING_H
#define G1P_TESTS_SEEING_H

#include "lib/base/buffer.h"
#include "lib/yaml/copy.h"

// Every scalar of a tree, each as "key=text; ", in the order of the tree. Items have their list's
// key.
static inline const char *seeing(struct node *root, struct buffer *out) {
    buffer_clear(out);
    for (struct node *node = root; node; node = node_after(root, node)) {
        if (node->kind != NODE_SCALAR)
            continue;
        const struct node *named = node->key || !node->parent ? node : node->parent;
        if (named->key)
            buffer_add(out, named->key->text);
        buffer_add_char(out, '=');
        buffer_add(out, node->text);
        buffer_add_string(out, "; ");
    }
    buffer_add_char(out, '\0');
    return out->bytes;
}

#endif
