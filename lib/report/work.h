// SPDX-License-Identifier: EUPL-1.2
// The work on one file of a run: read, choose its local framework, judge, and put into words.
#ifndef G1P_REPORT_WORK_H
#define G1P_REPORT_WORK_H

#include "lib/base/realfolder.h"
#include "lib/kader/kader_store.h"
#include "lib/report/baseline.h"
#include "lib/report/run.h"

// What all workers share, and only read.
struct work {
    const struct run_options *options;
    struct kader_store *kaders;
    struct baseline *baseline; // what is known, or NULL
    char *baseline_home;       // the folder it counts from
    char *new_home;            // that of the one to be written, or NULL
};

enum slot_state { SLOT_CHECKED, SLOT_PASSED, SLOT_TROUBLE };

// One file on its way through the pool.
struct slot {
    struct buffer path; // ended by a NUL
    size_t root;        // which operand it came from
    bool named;
    enum slot_state state;
    struct trouble trouble;
    struct buffer findings;
    struct buffer file;
    struct buffer lines; // for the baseline to be written
    struct report_counts counts;
    struct baseline_part known;
    struct kader_note note; // what is to be told of the local framework
};

// A worker's memory, used again for every file.
struct worker {
    struct arena arena;
    struct arena scratch;
    struct realfolder folder;
    struct kader_reader kaders;
    struct buffer name; // of the file in a baseline
};

// Opens what the options ask for. Returns 0, or -1 with `*trouble`.
int work_open(struct work *work, const struct run_options *options, struct trouble *trouble);
void work_close(struct work *work);

void work_begin_worker(const struct work *work, struct worker *worker);
void work_end_worker(struct worker *worker);
void work_free_slot(struct slot *slot);

// What the file of a slot is called.
const char *work_name(const struct work *work, const struct slot *slot);

// Does the work on a slot.
void work_on(const struct work *work, struct worker *worker, struct slot *slot);

#endif
