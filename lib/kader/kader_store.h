// SPDX-License-Identifier: EUPL-1.2
// Which local framework applies to a file: found by walking up to a .g1p.yaml, or by its name.
#ifndef G1P_KADER_KADER_STORE_H
#define G1P_KADER_KADER_STORE_H

#include <stdint.h>

#include "lib/base/trouble.h"
#include "lib/rules/check.h"

// The frameworks of a run, each read once and shared by all workers. Only so many are kept as the
// workers need, so that it does not grow with the number of folders.
struct kader_store;

// How many frameworks of folders are kept at most; more than there can be workers.
enum { KADER_STORE_MOST = 320 };

// An empty store; `today` is for what a framework says about dates. NULL when memory is out.
struct kader_store *kader_store_open(struct date today);

void kader_store_close(struct kader_store *store);

// The records and plans seen in the run; the store's own.
struct dossier_store *kader_store_dossiers(const struct kader_store *store);

// Something to be told about a framework, once in a run however many files it applies to.
struct kader_note {
    uint64_t id;  // the same for the same thing; 0: nothing to tell
    bool serious; // no framework could be applied: that is trouble
    struct trouble words;
};

// What was found for a file.
struct kader_choice {
    const struct plan_kader *kader; // to be applied, or NULL; good until the reader's next choice
    bool unknown;                   // the file names one that is not there
    struct text near;               // the one that may be meant; empty: none
    struct kader_note note;
};

struct kader_set;

// One worker's way into the store. All fields are its own.
struct kader_reader {
    struct kader_store *store;
    char *folder;          // that was asked for last
    struct kader_set *set; // what applies there, held; NULL: nothing
    bool named_ready, shipped_ready;
};

void kader_reader_begin(struct kader_reader *reader, struct kader_store *store);
void kader_reader_end(struct kader_reader *reader);

// Finds the framework for a file in `folder` (a real path) that names `name` (empty: none). Returns
// 0, or -1 when memory ran out.
int kader_choose(struct kader_reader *reader, const char *folder, struct text name,
                 struct kader_choice *choice);

// The real folder from which the paths in a framework count: that of the .g1p.yaml, also for those
// in `kaders` beside it. NULL for one that is built in, and for NULL. Good as long as the choice.
const char *kader_home(const struct kader_reader *reader, const struct plan_kader *kader);

#endif
