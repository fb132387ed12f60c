// SPDX-License-Identifier: EUPL-1.2
// Declared and used ids, matched through a hash table.
#include "lib/schema/references.h"

#include <string.h>

#include "lib/base/nearest.h"

enum { FIRST_ROOM = 32 };

bool schema_fault_fits(const struct schema_result *result, enum schema_fault_kind kind) {
    return result->of_kind[kind] < SCHEMA_MOST_FAULTS;
}

int schema_fault_add(struct schema_result *result, struct arena *arena, struct schema_fault fault) {
    if (!schema_fault_fits(result, fault.kind)) {
        result->of_kind[fault.kind]++;
        return 0;
    }
    if (result->count == result->room) {
        size_t room = result->room ? result->room * 2 : FIRST_ROOM;
        struct schema_fault *faults = arena_alloc(arena, room * sizeof *faults);
        if (!faults)
            return -1;
        if (result->count)
            memcpy(faults, result->faults, result->count * sizeof *faults);
        result->faults = faults;
        result->room = room;
    }
    result->of_kind[fault.kind]++;
    result->faults[result->count++] = fault;
    return 0;
}

static int append(struct reference **list, size_t *count, size_t *room, struct arena *arena,
                  struct reference reference) {
    if (*count == *room) {
        size_t larger = *room ? *room * 2 : FIRST_ROOM;
        struct reference *items = arena_alloc(arena, larger * sizeof *items);
        if (!items)
            return -1;
        if (*count)
            memcpy(items, *list, *count * sizeof *items);
        *list = items;
        *room = larger;
    }
    (*list)[(*count)++] = reference;
    return 0;
}

int references_note(struct references *references, struct node *node,
                    const struct schema_field *field, struct arena *arena) {
    struct reference reference = {node, field, 0};
    if (field->declares >= 0)
        return append(&references->declared, &references->declared_count,
                      &references->declared_room, arena, reference);
    if (field->refers)
        return append(&references->used, &references->used_count, &references->used_room, arena,
                      reference);
    return 0;
}

static uint32_t hash_of(struct text text) {
    uint32_t hash = 2166136261U; // FNV-1a
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 16777619U;
    return hash;
}

// Heads of chains, each 1 + an index in `declared`; 0 ends a chain.
struct table {
    uint32_t *slots;
    uint32_t mask;
};

static const struct reference *find(const struct references *references, const struct table *table,
                                    struct text id, uint32_t bits, int namespace) {
    uint32_t at = table->slots[hash_of(id) & table->mask];
    for (; at; at = references->declared[at - 1].next_same) {
        const struct reference *declared = &references->declared[at - 1];
        bool fits = bits ? (bits >> declared->field->declares_bit & 1) != 0
                         : declared->field->declares == namespace;
        if (fits && text_equal(declared->node->text, id))
            return declared;
    }
    return NULL;
}

// The declared id nearest to one that is not, if it is near and alone in that.
static struct text nearest_id(const struct references *references, struct text id, uint32_t bits) {
    struct nearest nearest = nearest_begin(id);
    for (size_t i = 0; i < references->declared_count; i++) {
        const struct reference *declared = &references->declared[i];
        if (bits >> declared->field->declares_bit & 1)
            nearest_offer(&nearest, declared->node->text, (int)i);
    }
    return nearest.found;
}

static int check_used(const struct references *references, const struct table *table,
                      struct arena *arena, struct schema_result *result) {
    for (size_t i = 0; i < references->used_count; i++) {
        const struct reference *used = &references->used[i];
        struct text id = used->node->text;
        const struct reference *declared = find(references, table, id, used->field->refers, 0);
        if (declared) {
            used->node->declared = declared->node;
            continue;
        }
        // Looking for neighbours of thousands of ids would help nobody.
        struct text near = TEXT("");
        if (schema_fault_fits(result, SCHEMA_UNKNOWN_ID))
            near = nearest_id(references, id, used->field->refers);
        struct schema_fault fault = {SCHEMA_UNKNOWN_ID, used->node, used->field, NULL, near};
        if (schema_fault_add(result, arena, fault) != 0)
            return -1;
    }
    return 0;
}

int references_check(struct references *references, bool whole, struct arena *arena,
                     struct schema_result *result) {
    struct table table = {NULL, 15};
    while (table.mask < references->declared_count)
        table.mask = table.mask * 2 + 1;
    table.slots = arena_zero(arena, (size_t)table.mask + 1, sizeof *table.slots);
    if (!table.slots)
        return -1;
    for (size_t i = 0; i < references->declared_count; i++) {
        struct reference *declared = &references->declared[i];
        struct text id = declared->node->text;
        if (find(references, &table, id, 0, declared->field->declares)) {
            struct schema_fault fault = {
                SCHEMA_DOUBLE_ID, declared->node, declared->field, NULL, {"", 0}};
            if (schema_fault_add(result, arena, fault) != 0)
                return -1;
            continue;
        }
        uint32_t *slot = &table.slots[hash_of(id) & table.mask];
        declared->next_same = *slot;
        *slot = (uint32_t)i + 1;
    }
    return whole ? check_used(references, &table, arena, result) : 0;
}
