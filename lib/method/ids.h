// SPDX-License-Identifier: EUPL-1.2
// Giving the things of a plan other ids.
#ifndef G1P_METHOD_IDS_H
#define G1P_METHOD_IDS_H

#include "lib/base/arena.h"
#include "lib/base/text.h"
#include "lib/yaml/tree.h"

// What id a declared one gets; the empty text: it keeps its own. `count` is how many of its kind
// came before it. The bytes are the arena's.
typedef struct text ids_rename(const struct node *id, unsigned count, void *context,
                               struct arena *arena, bool *failed);

// A word for the kind of thing, a dash, and its number: "doel-2".
struct text ids_numbered(const struct node *id, unsigned count, struct arena *arena, bool *failed);

// Renames every declared id below `root`, which schema_check has gone over, and all that refers to
// it. Returns 0, or -1 when memory ran out.
int ids_rename_all(struct node *root, ids_rename *rename, void *context, struct arena *arena);

// Takes out what refers to nothing, and lists that are empty by it.
void ids_drop_dangling(struct node *root);

#endif
