// SPDX-License-Identifier: EUPL-1.2
// Records of the meldcode and the plans that they name: found by path, or by number in the tree of
// folders below the nearest .g1p.yaml or .git. Without either, only the file's own folder is looked
// into. Of files in a tree only the head is read to know what they are.
#ifndef G1P_KADER_DOSSIER_STORE_H
#define G1P_KADER_DOSSIER_STORE_H

#include "lib/rules/check.h"

// What was seen of trees of folders, kept for a run and shared by all workers.
struct dossier_store;

// An empty store; NULL when memory is out.
struct dossier_store *dossier_store_open(void);

void dossier_store_close(struct dossier_store *store);

// A plan in another file. All is the arena's.
struct plan_file {
    enum plan_link link;
    const struct plan_plan *plan; // NULL unless LINK_FOUND
    const char *path;             // of the file that is meant; NULL when there is none
};

// All of these return 0, or -1 when memory ran out.

// Reads the plan in the file at `path`.
int plan_file_read(const char *path, struct date today, struct arena *arena, struct arena *scratch,
                   struct plan_file *into);

// Finds the plan that a record in the real folder `folder` names: a file, seen from there, or else
// the number of a plan in the tree. `name` may be empty: none is named.
int dossier_store_plan(struct dossier_store *store, const char *folder, struct text name,
                       struct date today, struct arena *arena, struct arena *scratch,
                       struct plan_file *into);

// Whether a record in the tree of `folder` that names this plan is not closed: it names the real
// path `path`, or the number of the plan. Records that lie elsewhere or may not be read are not
// seen.
int dossier_store_any_open(struct dossier_store *store, const char *folder, const char *path,
                           struct text number, bool *open);

// How many records in the tree of `folder` bear this number.
int dossier_store_count(struct dossier_store *store, const char *folder, struct text number,
                        unsigned *count);

#endif
