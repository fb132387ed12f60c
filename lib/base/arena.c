// SPDX-License-Identifier: EUPL-1.2
// The arena: a chain of blocks that are filled from front to back.
#include "lib/base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK_BYTES = 64 * 1024,      // what a usual block holds
    KEEP_BYTES = 4 * 1024 * 1024, // what a reset keeps for the next file
    ALIGNMENT = alignof(max_align_t)
};

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

#ifdef G1P_FAULT
static _Thread_local unsigned long fault_countdown;

void arena_fail_at(unsigned long nth) {
    fault_countdown = nth;
}

static int fault_now(void) {
    return fault_countdown > 0 && --fault_countdown == 0;
}
#else
void arena_fail_at(unsigned long nth) {
    (void)nth;
}

static int fault_now(void) {
    return 0;
}
#endif

void arena_init(struct arena *arena, size_t limit) {
    *arena = (struct arena){.limit = limit};
}

// Puts a block with room for `size` bytes behind the current one.
static struct arena_block *add_block(struct arena *arena, size_t size) {
    size_t room = size > BLOCK_BYTES ? size : BLOCK_BYTES;
    struct arena_block *block = malloc(sizeof *block + room);
    if (!block)
        return NULL;
    block->size = room;
    block->used = 0;
    if (arena->current) {
        block->next = arena->current->next;
        arena->current->next = block;
    } else {
        block->next = NULL;
        arena->first = block;
    }
    return block;
}

// The next block that can take `size` bytes: one kept from before, else a new one.
static struct arena_block *block_for(struct arena *arena, size_t size) {
    struct arena_block *block = arena->current;
    while (block && block->size - block->used < size) {
        struct arena_block *next = block->next;
        if (!next)
            break;
        block = next;
        arena->current = block;
    }
    if (!block || block->size - block->used < size)
        block = add_block(arena, size);
    if (block)
        arena->current = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2 || fault_now())
        return NULL;
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size == 0)
        size = ALIGNMENT;
    if (arena->limit && size > arena->limit - arena->in_use)
        return NULL;
    struct arena_block *block = arena->current;
    if (!block || block->size - block->used < size) {
        block = block_for(arena, size);
        if (!block)
            return NULL;
    }
    void *result = block->bytes + block->used;
    block->used += size;
    arena->in_use += size;
    return result;
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
    if (length == SIZE_MAX)
        return NULL;
    char *copy = arena_alloc(arena, length + 1);
    if (!copy)
        return NULL;
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

void arena_reset(struct arena *arena) {
    struct arena_block **link = &arena->first;
    size_t kept = 0;
    while (*link) {
        struct arena_block *block = *link;
        if (kept + block->size > KEEP_BYTES) {
            *link = block->next;
            free(block);
        } else {
            kept += block->size;
            block->used = 0;
            link = &block->next;
        }
    }
    arena->current = arena->first;
    arena->in_use = 0;
}

void arena_free(struct arena *arena) {
    struct arena_block *block = arena->first;
    while (block) {
        struct arena_block *next = block->next;
        free(block);
        block = next;
    }
    arena_init(arena, arena->limit);
}
