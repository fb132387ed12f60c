// SPDX-License-Identifier: EUPL-1.2
// Putting together values that are to be put into a file.
#include "lib/yaml/edit.h"

static struct piece *new_piece(struct arena *arena, enum node_kind kind, struct text text) {
    struct piece *piece = arena_alloc(arena, sizeof *piece);
    if (piece)
        *piece = (struct piece){.kind = kind, .text = text};
    return piece;
}

struct piece *piece_scalar(struct arena *arena, struct text text) {
    return new_piece(arena, NODE_SCALAR, text);
}

struct piece *piece_list(struct arena *arena) {
    return new_piece(arena, NODE_LIST, TEXT(""));
}

struct piece *piece_mapping(struct arena *arena) {
    return new_piece(arena, NODE_MAPPING, TEXT(""));
}

struct piece *piece_add(struct piece *parent, const char *key, struct piece *child) {
    if (!parent)
        return child;
    if (!child) {
        parent->unfinished = true;
        return NULL;
    }
    child->key = text_of(key);
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
    return child;
}

void piece_say(struct piece *mapping, const char *key, struct text text, struct arena *arena) {
    if (text.length > 0)
        piece_add(mapping, key, piece_scalar(arena, text));
}
