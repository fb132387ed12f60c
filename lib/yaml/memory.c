// SPDX-License-Identifier: EUPL-1.2
// libyaml asks for memory through four functions of its own that a program may define; ours take it
// from an arena. A sixth of the time of parsing goes into malloc and free otherwise. Where libyaml
// was linked so that it ignores these, it uses malloc as always: only slower.
#include "lib/yaml/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Their names and types are libyaml's (src/yaml_private.h).
void *yaml_malloc(size_t size);
void *yaml_realloc(void *pointer, size_t size);
void yaml_free(void *pointer);
char *yaml_strdup(const char *string);

enum { SMALLEST_CLASS = 4, CLASSES = 28 };

// In front of every piece: its class, so that a piece given back serves the next of its size.
struct piece {
    union {
        struct piece *next; // while it is free
        size_t class;       // while it is in use: it holds 2^class bytes
    } of;
    size_t padding; // keeps what follows aligned to 16
};

static _Thread_local struct arena *lent;
static _Thread_local bool taken;
static _Thread_local struct piece *free_pieces[CLASSES];

void memory_lend(struct arena *arena) {
    lent = arena;
    taken = false;
    memset(free_pieces, 0, sizeof free_pieces);
}

bool memory_taken(void) {
    return taken;
}

void memory_drop(void *piece) {
    yaml_free(piece);
}

void memory_return(void) {
    lent = NULL;
}

static size_t class_of(size_t size) {
    size_t class = SMALLEST_CLASS;
    while (class < CLASSES && ((size_t)1 << class) < size)
        class ++;
    return class;
}

void *yaml_malloc(size_t size) {
    if (!lent)
        return malloc(size ? size : 1);
    size_t class = class_of(size);
    if (class == CLASSES)
        return NULL;
    struct piece *piece = free_pieces[class];
    if (piece) {
        free_pieces[class] = piece->of.next;
    } else {
        piece = arena_alloc(lent, sizeof *piece + ((size_t)1 << class));
        if (!piece)
            return NULL;
        taken = true;
    }
    piece->of.class = class;
    return piece + 1;
}

void yaml_free(void *pointer) {
    if (!lent) {
        free(pointer);
    } else if (pointer) {
        struct piece *piece = (struct piece *)pointer - 1;
        size_t class = piece->of.class;
        piece->of.next = free_pieces[class];
        free_pieces[class] = piece;
    }
}

void *yaml_realloc(void *pointer, size_t size) {
    if (!lent)
        return realloc(pointer, size ? size : 1);
    if (!pointer)
        return yaml_malloc(size);
    const struct piece *piece = (const struct piece *)pointer - 1;
    size_t held = (size_t)1 << piece->of.class;
    if (size <= held)
        return pointer;
    void *larger = yaml_malloc(size);
    if (larger) {
        memcpy(larger, pointer, held);
        yaml_free(pointer);
    }
    return larger;
}

char *yaml_strdup(const char *string) {
    if (!string)
        return NULL;
    size_t length = strlen(string) + 1;
    char *copy = yaml_malloc(length);
    if (copy)
        memcpy(copy, string, length);
    return copy;
}
