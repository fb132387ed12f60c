// SPDX-License-Identifier: EUPL-1.2
// What the editor of files has to know of the format: the order of the keys, and where a number is
// a number.
#ifndef G1P_SCHEMA_ORDER_H
#define G1P_SCHEMA_ORDER_H

#include "lib/schema/schema.h"
#include "lib/yaml/edit.h"

// For edit_begin: the order of a kind of file (schema_plan, …).
struct edit_order schema_order(const struct schema_type *root);

// What the format has at a JSON Pointer into a file of the type `root`: the field that the place
// belongs to, itself or as one of its items; NULL when the format knows no such place, or for the
// whole file. `*item`: the place is an item of a list (by number or "-") or of a mapping by word.
const struct schema_field *schema_at(const struct schema_type *root, struct text pointer,
                                     bool *item);

#endif
