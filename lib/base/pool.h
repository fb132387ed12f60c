// SPDX-License-Identifier: EUPL-1.2
// Ordered work in parallel: many hands do it, the results come out in the order of the input.
#ifndef G1P_BASE_POOL_H
#define G1P_BASE_POOL_H

#include <stddef.h>

#include "lib/base/trouble.h"

enum {
    POOL_MOST_JOBS = 256,
    POOL_SLOTS_PER_JOB = 4 // how far the input may run ahead of the output
};

// What a producer returns.
enum pool_supply { POOL_FAILED = -1, POOL_FILLED = 0, POOL_NO_MORE = 1 };

// A job to be done. `produce` and `consume` run on the thread that called pool_run, never at the
// same time; `work` runs on any of the workers, at the same time as the others and as these two,
// but has its slot and its worker for itself. A slot holds one piece of input and its result, and
// is used again after it was consumed: so results that `consume` needs belong to the slot, and
// what is only needed while working belongs to the worker.
struct pool_job {
    // Fills the slot. POOL_NO_MORE: the input is at its end; POOL_FAILED: stop after what was
    // given.
    enum pool_supply (*produce)(void *context, void *slot);
    void (*work)(void *context, void *worker, void *slot);
    // Takes the slot's result, in the order of the input. Anything but 0 stops the job at once.
    int (*consume)(void *context, void *slot);
    void *context;

    unsigned jobs;  // workers; the calling thread is the first, so 1 makes no thread
    void **workers; // one pointer a worker, or NULL
    void *slots;    // slot_count slots of slot_size bytes, the caller's; pool_slots says how many
    size_t slot_size;
    size_t slot_count; // at least 1
};

// How many slots to have for so many workers (1 for one).
size_t pool_slots(unsigned jobs);

// How many workers this machine has use for: its processors, at least 1, at most POOL_MOST_JOBS.
unsigned pool_processors(void);

// Does the job. Returns 0, or -1 when the producer or the consumer failed, or memory is out. When
// fewer threads than asked for can be had it goes on with those, and with none alone.
int pool_run(const struct pool_job *job, struct trouble *trouble);

#endif
