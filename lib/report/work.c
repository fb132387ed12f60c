// SPDX-License-Identifier: EUPL-1.2
// One file from its path to what is to be written about it.
#include "lib/report/work.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/input.h"
#include "lib/kader/kader_judge.h"

enum { LARGEST_ARENA = 256 * 1024 * 1024 };

// ---- before and after ----

// Both at once: what still holds of the old one goes into the new one, so they count alike.
static int check_homes(const struct work *work, struct trouble *trouble) {
    if (!work->baseline_home || !work->new_home || strcmp(work->baseline_home, work->new_home) == 0)
        return 0;
    return trouble_tell(trouble, 0, N_("is not in the folder of the baseline that it is made from"),
                        work->options->write_baseline);
}

int work_open(struct work *work, const struct run_options *options, struct trouble *trouble) {
    *work = (struct work){.options = options};
    work->kaders = kader_store_open(options->check.today);
    if (!work->kaders)
        return trouble_tell(trouble, ENOMEM, N_("cannot begin"), NULL);
    if (options->baseline) {
        work->baseline_home = baseline_folder(options->baseline, trouble);
        if (!work->baseline_home)
            return -1;
        work->baseline = baseline_open(options->baseline, trouble);
        if (!work->baseline)
            return -1;
    }
    if (options->write_baseline && strcmp(options->write_baseline, "-") == 0)
        return trouble_tell(trouble, 0, N_("--write-baseline needs the name of a file"), NULL);
    if (options->write_baseline) {
        work->new_home = baseline_folder(options->write_baseline, trouble);
        if (!work->new_home || baseline_may_replace(options->write_baseline, trouble) != 0)
            return -1;
    }
    return check_homes(work, trouble);
}

void work_close(struct work *work) {
    kader_store_close(work->kaders);
    baseline_close(work->baseline);
    free(work->baseline_home);
    free(work->new_home);
}

void work_begin_worker(const struct work *work, struct worker *worker) {
    *worker = (struct worker){.folder = {.path = NULL}};
    arena_init(&worker->arena, LARGEST_ARENA);
    arena_init(&worker->scratch, LARGEST_ARENA);
    kader_reader_begin(&worker->kaders, work->kaders);
}

void work_end_worker(struct worker *worker) {
    arena_free(&worker->arena);
    arena_free(&worker->scratch);
    realfolder_free(&worker->folder);
    kader_reader_end(&worker->kaders);
    buffer_free(&worker->name);
}

void work_free_slot(struct slot *slot) {
    buffer_free(&slot->path);
    buffer_free(&slot->findings);
    buffer_free(&slot->file);
    buffer_free(&slot->lines);
}

// ---- one file ----

const char *work_name(const struct work *work, const struct slot *slot) {
    return strcmp(slot->path.bytes, "-") == 0 ? work->options->stdin_name : slot->path.bytes;
}

static void tell(struct slot *slot, int number, const char *what, const char *name) {
    slot->state = SLOT_TROUBLE;
    trouble_tell(&slot->trouble, number, what, name);
}

// A file that is not ours is passed over in a folder; named, it is a mistake.
static void pass_over(const struct work *work, struct slot *slot, struct text source) {
    if (!slot->named)
        slot->state = SLOT_PASSED;
    else
        tell(slot, 0,
             source.length == 0 ? N_("is empty")
                                : N_("is not a file of g1p: no line of it begins with `g1p:`"),
             work_name(work, slot));
}

// The rules, by the local framework that applies.
static int judge(const struct work *work, struct worker *worker, struct slot *slot,
                 struct check_result *result) {
    return kader_judge(&worker->kaders, &worker->folder, work_name(work, slot),
                       &work->options->check, result, &slot->note);
}

// Takes out what a baseline knows, and notes what is to stand in the new one.
static int use_baselines(const struct work *work, struct worker *worker, struct slot *slot,
                         struct check_result *result) {
    const struct run_options *options = work->options;
    const char *home = work->baseline ? work->baseline_home : work->new_home;
    if (!home)
        return 0;
    const char *name = work_name(work, slot);
    const char *folder = realfolder_of(&worker->folder, name);
    if (!folder)
        return -1;
    buffer_clear(&worker->name);
    baseline_name(home, folder, realfolder_name(name), &worker->name);
    if (worker->name.failed)
        return -1;
    struct text key = buffer_text(&worker->name);
    if (!work->baseline)
        return baseline_add(key, &worker->arena, result, &slot->lines);
    if (baseline_apply(work->baseline, key, options->check.selected, &worker->arena, result,
                       work->new_home ? &slot->lines : NULL, &slot->known) != 0)
        return -1;
    slot->counts.known = slot->known.known;
    return 0;
}

static int check_ours(const struct work *work, struct worker *worker, struct slot *slot,
                      struct text source, bool too_large) {
    const struct run_options *options = work->options;
    struct check_result result;
    if (check_read(source, too_large, &options->check, &worker->arena, &worker->scratch, &result) !=
        0)
        return -1;
    slot->state = SLOT_CHECKED;
    slot->counts.others = result.kind != KIND_PLAN;
    if (judge(work, worker, slot, &result) != 0 || use_baselines(work, worker, slot, &result) != 0)
        return -1;
    report_file(&options->report, work_name(work, slot), &result, &slot->findings, &slot->file,
                &slot->counts);
    // What is not listed could not be held against the baseline.
    if (result.findings.dropped && slot->known.worst > slot->counts.worst)
        slot->counts.worst = slot->known.worst;
    return slot->findings.failed || slot->file.failed || slot->lines.failed ? -1 : 0;
}

static void check_one(const struct work *work, struct worker *worker, struct slot *slot) {
    struct text source;
    bool too_large = false;
    if (input_read(slot->path.bytes, TREE_LARGEST, &worker->arena, &source, &too_large,
                   &slot->trouble) != 0)
        slot->state = SLOT_TROUBLE;
    else if (!check_is_ours(source))
        pass_over(work, slot, source);
    else if (check_ours(work, worker, slot, source, too_large) != 0)
        tell(slot, ENOMEM, N_("cannot be checked"), work_name(work, slot));
}

void work_on(const struct work *work, struct worker *worker, struct slot *slot) {
    buffer_clear(&slot->findings);
    buffer_clear(&slot->file);
    buffer_clear(&slot->lines);
    slot->counts = (struct report_counts){.worst = -1};
    slot->known = (struct baseline_part){.worst = -1};
    slot->note = (struct kader_note){0};
    if (slot->state == SLOT_TROUBLE)
        return;
    check_one(work, worker, slot);
    arena_reset(&worker->arena);
    arena_reset(&worker->scratch);
}
