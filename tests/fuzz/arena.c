// SPDX-License-Identifier: EUPL-1.2
// The arena for the fuzzer: every piece is one malloc of its exact size, so that the sanitizer sees
// each step outside a piece, and each use after a reset. Takes the place of lib/base/arena.c.
#include "lib/base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
    struct arena_block *next;
    void *piece;
};

void arena_fail_at(unsigned long nth) {
    (void)nth;
}

void arena_init(struct arena *arena, size_t limit) {
    *arena = (struct arena){.limit = limit};
}

void *arena_alloc(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2 || (arena->limit && size > arena->limit - arena->in_use))
        return NULL;
    struct arena_block *block = malloc(sizeof *block);
    void *piece = malloc(size ? size : 1);
    if (!block || !piece) {
        free(block);
        free(piece);
        return NULL;
    }
    memset(piece, 0xA5, size); // what is not set shows
    *block = (struct arena_block){arena->first, piece};
    arena->first = block;
    arena->in_use += size;
    return piece;
}

void *arena_zero(struct arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size)
        return NULL;
    void *result = arena_alloc(arena, count * size);
    if (result)
        memset(result, 0, count * size);
    return result;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length) {
    char *copy = length < SIZE_MAX ? arena_alloc(arena, length + 1) : NULL;
    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

void arena_reset(struct arena *arena) {
    while (arena->first) {
        struct arena_block *next = arena->first->next;
        free(arena->first->piece);
        free(arena->first);
        arena->first = next;
    }
    arena->in_use = 0;
}

void arena_free(struct arena *arena) {
    arena_reset(arena);
}
