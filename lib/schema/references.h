// SPDX-License-Identifier: EUPL-1.2
// Which ids a file declares, and whether everything it refers to is among them.
#ifndef G1P_SCHEMA_REFERENCES_H
#define G1P_SCHEMA_REFERENCES_H

#include "lib/schema/check.h"

// One id that was met: declared or referred to.
struct reference {
    struct node *node;
    const struct schema_field *field;
    uint32_t next_same; // the next declaration in the same slot of the table, + 1
};

// Growing lists of both; all zero at the start.
struct references {
    struct reference *declared;
    struct reference *used;
    size_t declared_count, declared_room;
    size_t used_count, used_room;
};

// Notes an id by its field: a declaration, a reference, or neither. -1 when memory ran out.
int references_note(struct references *references, struct node *node,
                    const struct schema_field *field, struct arena *arena);

// Tells every id that refers which one it stands for; adds SCHEMA_DOUBLE_ID faults and, when the
// file was read whole, SCHEMA_UNKNOWN_ID: what was not read may hold what is referred to. -1 when
// memory ran out.
int references_check(struct references *references, bool whole, struct arena *arena,
                     struct schema_result *result);

// Whether one more fault of this kind would be kept.
bool schema_fault_fits(const struct schema_result *result, enum schema_fault_kind kind);

// Counts one fault, and keeps it unless there are enough of its kind. -1 when memory ran out.
int schema_fault_add(struct schema_result *result, struct arena *arena, struct schema_fault fault);

#endif
