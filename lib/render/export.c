// SPDX-License-Identifier: EUPL-1.2
// Plans in, documents out: a pool of workers, and what went wrong told in the order of the plans.
#include "lib/render/export.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lib/base/pool.h"
#include "lib/base/words.h"
#include "lib/render/making.h"
#include "lib/render/type.h"

// One plan on its way through the pool.
struct slot {
    const char *plan;
    const char *output; // NULL: it has no place, and `trouble` says why
    struct trouble trouble;
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
    return POOL_FILLED;
}

static void work(void *context, void *worker, void *slot_pointer) {
    const struct run *run = context;
    struct slot *slot = slot_pointer;
    if (slot->output && !is_stopped(run))
        slot->failed =
            making_document(&run->making, worker, slot->plan, slot->output, &slot->trouble) != 0;
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

static int consume(void *context, void *slot_pointer) {
    struct run *run = context;
    struct slot *slot = slot_pointer;
    run->done++;
    if (slot->failed) {
        run->failed = true;
        if (!is_stopped(run)) {
            clear_progress(run);
            trouble_print(run->making.options->command, &slot->trouble);
        }
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
            maker_begin(&makers[i]);
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
    struct run run = {.making = {.options = options}, .began = time(NULL)};
    *trouble = (struct trouble){0};
    while (options->operands[run.count])
        run.count++;
    struct places *places = &run.making.places;
    int outcome =
        places_open(places, options->output, options->part, options->type, run.count, trouble);
    if (outcome == 0 && places->type->route != ROUTE_OWN)
        outcome = pandoc_find(options->path, &run.making.pandoc, trouble);
    if (outcome == 0)
        outcome = run_pool(&run, trouble);
    clear_progress(&run);
    places_close(places);
    pandoc_free(&run.making.pandoc);
    return outcome == 0 && !run.failed ? 0 : -1;
}
