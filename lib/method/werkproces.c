// SPDX-License-Identifier: EUPL-1.2
// Steps that were ticked, and marks that steps leave.
#include "lib/method/werkproces.h"

#include <string.h>

// Whether `nr` is `ticked` or numbered under it.
static bool falls_under(const char *nr, struct text ticked) {
    return ticked.length > 0 && strncmp(nr, ticked.bytes, ticked.length) == 0 &&
           (nr[ticked.length] == '\0' || nr[ticked.length] == '.');
}

bool werkproces_afgevinkt(const struct plan_plan *plan, int fase, const char *nr) {
    for (size_t i = 0; i < plan->stappen.count; i++) {
        const struct plan_stap *stap = &plan->stappen.items[i];
        if (stap->fase.value == fase && falls_under(nr, text_trim(stap->stap.text)))
            return true;
    }
    return false;
}

// The child of a mapping whose key is the first `length` bytes of `name`.
static const struct node *child_named(const struct node *mapping, const char *name, size_t length) {
    const struct text wanted = {name, length};
    if (mapping->kind != NODE_MAPPING)
        return NULL;
    for (const struct node *child = mapping->first; child; child = child->next)
        if (child->key->kind == NODE_SCALAR && text_equal(child->key->text, wanted))
            return child;
    return NULL;
}

const struct node *werkproces_veld(const struct node *node, const char *pad) {
    while (node && *pad) {
        size_t length = strcspn(pad, ".");
        node = child_named(node, pad, length);
        pad += length + (pad[length] == '.');
    }
    if (node_absent(node))
        return NULL;
    bool empty =
        node->kind == NODE_SCALAR ? node->text.length == 0 && !node->broken : node->count == 0;
    return empty ? NULL : node;
}
