// SPDX-License-Identifier: EUPL-1.2
// An arena: memory that is asked for piece by piece and given back all at once.
#ifndef G1P_BASE_ARENA_H
#define G1P_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

// One arena belongs to one thread at a time. All fields are the arena's own.
struct arena {
    struct arena_block *first;
    struct arena_block *current;
    size_t in_use; // bytes handed out since the last reset
    size_t limit;  // most bytes that may be handed out between two resets
};

// Starts an empty arena that hands out at most `limit` bytes (0: no limit). Allocates nothing yet.
void arena_init(struct arena *arena, size_t limit);

// Returns `size` bytes aligned for any type, not cleared; NULL when memory or the limit is out.
// The bytes are the arena's: never free them.
void *arena_alloc(struct arena *arena, size_t size);

// As arena_alloc, for `count` pieces of `size` bytes, all zero; NULL too when the product
// overflows.
void *arena_zero(struct arena *arena, size_t count, size_t size);

// Returns a copy of `length` bytes with a NUL behind it, or NULL.
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

// Takes back everything handed out. Keeps a small part for the next use, so that a run over many
// files asks the system for memory only once.
void arena_reset(struct arena *arena);

// Gives all memory back to the system. The arena is then as after arena_init.
void arena_free(struct arena *arena);

// For tests: lets allocation number `nth` from now (1 is the next) fail in this thread, and every
// later one succeed; 0 switches it off. Without G1P_FAULT in the build it does nothing.
void arena_fail_at(unsigned long nth);

#endif
