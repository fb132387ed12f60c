// SPDX-License-Identifier: EUPL-1.2
// Plans in, documents out: a pool of workers, and what went wrong told in the order of the plans.
#include "lib/render/export.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/base/pool.h"
#include "lib/base/words.h"
#include "lib/render/making.h"

// One plan on its way through the pool.
struct slot {
    const char *plan;
    const char *output; // NULL: it has no place, and `trouble` says why
    struct trouble trouble;
    struct trouble warning; // it was made, but without something; `what` NULL: with all
    bool failed;
};

struct run {
    struct making making;
    size_t at; // the next operand
    size_t count;
    size_t done;
    bool failed;
    time_t began;
    time_t last_shown;
    struct trouble warned; // the last warning; many plans share a framework
};

static bool is_stopped(const struct run *run) {
    const volatile sig_atomic_t *stop = run->making.options->stop;
    return stop && *stop;
}

static enum pool_supply produce(void *context, void *slot_pointer) {
    struct run *run = context;
    struct slot *slot = slot_pointer;
    if (is_stopped(run) || run->at == run->count)
        return POOL_NO_MORE;
    slot->plan = run->making.options->operands[run->at++];
    slot->output = places_take(&run->making.places, slot->plan, &slot->trouble);
    slot->failed = !slot->output;
    slot->warning.what = NULL;
    return POOL_FILLED;
}

static void work(void *context, void *worker, void *slot_pointer) {
    const struct run *run = context;
    struct slot *slot = slot_pointer;
    if (slot->output && !is_stopped(run))
        slot->failed = making_document(&run->making, worker, slot->plan, slot->output,
                                       &slot->warning, &slot->trouble) != 0;
}

static void clear_progress(struct run *run) {
    if (run->last_shown)
        fprintf(stderr, "\r\033[K");
    run->last_shown = 0;
}

static void show_progress(struct run *run) {
    time_t now = time(NULL);
    if (!run->making.options->progress || now - run->began < 2 || now == run->last_shown)
        return;
    run->last_shown = now;
    fprintf(stderr, "\r\033[K");
    fprintf(stderr, _("%lu of %lu made"), (unsigned long)run->done, (unsigned long)run->count);
    fflush(stderr);
}

static void tell(struct run *run, const struct trouble *trouble) {
    run->failed = true;
    clear_progress(run);
    trouble_print(run->making.options->command, trouble);
}

static bool is_told(const struct run *run, const struct trouble *warning) {
    return run->warned.what && strcmp(run->warned.what, warning->what) == 0 &&
           strcmp(run->warned.detail, warning->detail) == 0;
}

static int consume(void *context, void *slot_pointer) {
    struct run *run = context;
    struct slot *slot = slot_pointer;
    run->done++;
    if (slot->failed && is_stopped(run)) {
        run->failed = true;
    } else if (slot->failed) {
        tell(run, &slot->trouble);
    }
    if (slot->warning.what && !is_told(run, &slot->warning)) {
        tell(run, &slot->warning);
        run->warned = slot->warning;
    }
    show_progress(run);
    return 0;
}

// Runs the pool with workers and slots made for it.
static int run_pool(struct run *run, struct trouble *trouble) {
    unsigned jobs = run->making.options->jobs;
    if (jobs > run->count)
        jobs = run->count > 0 ? (unsigned)run->count : 1;
    size_t slot_count = pool_slots(jobs);
    struct maker *makers = calloc(jobs, sizeof *makers);
    void **workers = calloc(jobs, sizeof *workers);
    struct slot *slots = calloc(slot_count, sizeof *slots);
    int outcome = -1;
    if (makers && workers && slots) {
        for (unsigned i = 0; i < jobs; i++) {
            maker_begin(&makers[i], &run->making);
            workers[i] = &makers[i];
        }
        struct pool_job job = {produce, work,  consume,       run,       jobs,
                               workers, slots, sizeof *slots, slot_count};
        outcome = pool_run(&job, trouble);
        for (unsigned i = 0; i < jobs; i++)
            maker_end(&makers[i]);
    } else {
        trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    }
    free(makers);
    free(workers);
    free(slots);
    return outcome;
}

int export_run(const struct export_options *options, struct trouble *trouble) {
    struct run run = {.began = time(NULL)};
    *trouble = (struct trouble){0};
    while (options->operands[run.count])
        run.count++;
    int outcome = making_open(&run.making, options, run.count, trouble);
    if (outcome == 0)
        outcome = run_pool(&run, trouble);
    clear_progress(&run);
    making_close(&run.making);
    return outcome == 0 && !run.failed ? 0 : -1;
}
