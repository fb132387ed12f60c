// SPDX-License-Identifier: EUPL-1.2
// What plans and records a tree of folders holds: for lib/kader/dossier_store.c.
#ifndef G1P_KADER_DOSSIER_INDEX_H
#define G1P_KADER_DOSSIER_INDEX_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/text.h"

struct dossier_index;

// Looks into the real folder `home`, and, when `deep`, into all below it. What cannot be read is
// passed over. NULL when memory is out.
struct dossier_index *dossier_index_make(const char *home, bool deep);

void dossier_index_free(struct dossier_index *index);

const char *dossier_index_home(const struct dossier_index *index);

// Counts the plans of this number; `*path` is the first's, the arena's. Returns 0, or -1 when
// memory ran out.
int dossier_index_plan(const struct dossier_index *index, struct text number, struct arena *arena,
                       const char **path, unsigned *count);

// Whether a record that is not closed names the plan at the real path `path`, or of this number.
bool dossier_index_any_open(const struct dossier_index *index, const char *path,
                            struct text number);

// How many records bear this number.
unsigned dossier_index_count(const struct dossier_index *index, struct text number);

#endif
