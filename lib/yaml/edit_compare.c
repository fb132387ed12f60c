// SPDX-License-Identifier: EUPL-1.2
// Whether a tree is another one plus a change, and nothing else.
#include "lib/yaml/edit_parts.h"

// An absent value and "" are not the same, nor are [] and a list that says nothing.
static bool same_scalar(const struct node *before, const struct node *after) {
    return text_equal(before->text, after->text) && node_absent(before) == node_absent(after) &&
           before->style == after->style;
}

static bool is_scalar(const struct node *node, struct text text) {
    return node->kind == NODE_SCALAR && text_equal(node->text, text) && !node_absent(node);
}

static bool is_piece(const struct node *node, const struct piece *piece) {
    if (piece->kind == NODE_SCALAR)
        return is_scalar(node, piece->text);
    if (node->kind != piece->kind)
        return false;
    const struct node *child = node->first;
    const struct piece *part = piece->first;
    for (; child && part; child = child->next, part = part->next)
        if (!is_piece(child, part) || (child->key && (child->key->kind != NODE_SCALAR ||
                                                      !text_equal(child->key->text, part->key))))
            return false;
    return !child && !part;
}

static bool is_named(const struct node *node, struct text key) {
    return !node->key || (node->key->kind == NODE_SCALAR && text_equal(node->key->text, key));
}

// Keys that are no scalars are faults, and files with faults are not changed.
static bool same_key(const struct node *before, const struct node *after,
                     const struct change *change) {
    if (!before->key || !after->key)
        return before->key == after->key;
    if (change->kind == CHANGE_RENAME && change->node == before)
        return is_named(after, change->key);
    return after->key->kind == NODE_SCALAR && before->key->kind == NODE_SCALAR &&
           same_scalar(before->key, after->key);
}

static bool same_children(const struct node *before, const struct node *after,
                          const struct change *change) {
    bool adds = change->kind == CHANGE_ADD && change->node == before;
    const struct node *old = before->first;
    const struct node *new = after->first;
    uint32_t index = 0;
    while (old || (adds && index == change->index)) {
        if (adds && index == change->index) {
            adds = false;
            if (!new || !is_named(new, change->key) || !is_piece(new, change->piece))
                return false;
            new = new->next;
            continue;
        }
        if (change->kind != CHANGE_REMOVE || change->node != old) {
            if (!new || !same_key(old, new, change) || !change_holds(old, new, change))
                return false;
            new = new->next;
        }
        old = old->next;
        index++;
    }
    return !new && !adds;
}

bool change_holds(const struct node *before, const struct node *after,
                  const struct change *change) {
    if (!before || !after)
        return false;
    if (change->node == before && change->kind == CHANGE_FILL)
        return is_piece(after, change->piece);
    if (change->node == before && change->kind == CHANGE_SET)
        return is_scalar(after, change->text);
    if (before->kind != after->kind)
        return false;
    if (before->kind == NODE_SCALAR)
        return same_scalar(before, after);
    bool emptied = change->kind == CHANGE_REMOVE && change->node->parent == before && !after->first;
    return (before->style == after->style || emptied) && same_children(before, after, change);
}
