// SPDX-License-Identifier: EUPL-1.2
// Paths in, reports out: the walk feeds a pool of workers, whose results are written in order.
#include "lib/report/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "lib/base/pool.h"
#include "lib/base/walk.h"
#include "lib/report/work.h"

// An operand: a folder without plans is told.
struct root {
    const char *path;
    bool folder;
    unsigned long plans;
    bool told;
};

struct run {
    const struct run_options *options;
    struct run_outcome *outcome;
    FILE *out;
    struct work work;
    struct walk *walk;
    const char *operand[2]; // the walk's paths: one, and NULL
    size_t at_root;
    struct root *roots;
    size_t root_count;   // operands, and one more for the list
    struct buffer lines; // for the baseline to be written
    uint64_t *told;      // which notes about local frameworks, as a table
    size_t told_count, told_room;
    struct buffer files; // json: the objects of the files come after the findings
    bool first;          // json: nothing was written yet
    int output_error;    // errno of the first write that failed
    time_t began;
    time_t last_shown;
};

// ---- from paths ----

static int open_next_root(struct run *run, struct trouble *trouble) {
    struct walk_paths paths = {.list_by_nul = run->options->list_by_nul};
    const char **operand = run->operand;
    size_t operands = run->root_count - (run->options->list != NULL);
    operand[0] = NULL;
    if (run->at_root < operands) {
        operand[0] = run->roots[run->at_root].path;
        paths.operands = operand;
    } else {
        paths.list = run->options->list;
    }
    struct stat status;
    run->roots[run->at_root].folder = operand[0] && strcmp(operand[0], "-") != 0 &&
                                      stat(operand[0], &status) == 0 && S_ISDIR(status.st_mode);
    run->walk = walk_open(&paths, trouble);
    return run->walk ? 0 : -1;
}

static enum pool_supply produce(void *context, void *slot_pointer) {
    struct run *run = context;
    struct slot *slot = slot_pointer;
    struct walk_entry entry;
    while (run->at_root < run->root_count) {
        if (!run->walk && open_next_root(run, &slot->trouble) != 0) {
            run->at_root++;
            slot->state = SLOT_TROUBLE;
            return POOL_FILLED;
        }
        slot->root = run->at_root;
        switch (walk_next(run->walk, &entry)) {
        case WALK_FILE:
            buffer_clear(&slot->path);
            buffer_add_string(&slot->path, entry.path);
            buffer_add_char(&slot->path, '\0');
            slot->named = entry.named;
            slot->state = SLOT_PASSED;
            return slot->path.failed ? POOL_FAILED : POOL_FILLED;
        case WALK_TROUBLE:
            slot->state = SLOT_TROUBLE;
            slot->trouble = entry.trouble;
            return POOL_FILLED;
        case WALK_END:
            walk_close(run->walk);
            run->walk = NULL;
            run->at_root++;
        }
    }
    return POOL_NO_MORE;
}

static void work(void *context, void *worker, void *slot) {
    const struct run *run = context;
    work_on(&run->work, worker, slot);
}

// ---- to the output ----

// A run that only notes what is there shows no findings.
static enum run_output output_of(const struct run *run) {
    bool only_notes = run->options->write_baseline && !run->options->baseline;
    return only_notes ? RUN_NOTHING : run->options->output;
}

static void show_progress(struct run *run) {
    if (!run->options->progress)
        return;
    time_t now = time(NULL);
    if (now - run->began < 2 || now == run->last_shown)
        return;
    run->last_shown = now;
    fprintf(stderr, "\r\033[K");
    fprintf(stderr, ngettext("%lu plan checked", "%lu plans checked", run->outcome->files),
            run->outcome->files);
    fflush(stderr);
}

static void clear_progress(struct run *run) {
    if (run->last_shown)
        fprintf(stderr, "\r\033[K");
    run->last_shown = 0;
}

static void tell_trouble(struct run *run, const struct trouble *trouble) {
    clear_progress(run);
    // What was found so far comes first, also where both go to one place.
    fflush(run->out);
    trouble_print(run->options->command, trouble);
    run->outcome->trouble = true;
}

// Whether a note was not told yet; remembers it. The table is kept at most half full.
static bool is_new(struct run *run, uint64_t id) {
    if (2 * run->told_count >= run->told_room) {
        size_t room = run->told_room ? 2 * run->told_room : 16;
        uint64_t *table = calloc(room, sizeof *table);
        for (size_t i = 0; table && i < run->told_room; i++) {
            size_t at = (size_t)run->told[i] % room;
            while (table[at])
                at = (at + 1) % room;
            table[at] = run->told[i];
        }
        if (!table)
            return true; // better twice than never
        free(run->told);
        run->told = table;
        run->told_room = room;
    }
    size_t at = (size_t)id % run->told_room;
    while (run->told[at] && run->told[at] != id)
        at = (at + 1) % run->told_room;
    if (run->told[at] == id)
        return false;
    run->told[at] = id;
    run->told_count++;
    return true;
}

// What is to be told about a local framework, at the first file that it applies to.
static void tell_note(struct run *run, const struct kader_note *note) {
    bool trouble = run->outcome->trouble || note->serious;
    if (!note->id || !is_new(run, note->id))
        return;
    tell_trouble(run, &note->words);
    run->outcome->trouble = trouble;
}

static void write_text(struct run *run, struct text text) {
    if (text.length > 0)
        clear_progress(run);
    fwrite(text.bytes, 1, text.length, run->out);
}

static void write_json(struct run *run, const struct slot *slot) {
    if (slot->findings.length > 0) {
        write_text(run, run->first ? TEXT("") : TEXT(",\n"));
        write_text(run, buffer_text(&slot->findings));
        run->first = false;
    }
    if (run->files.length > 0)
        buffer_add_string(&run->files, ",\n");
    buffer_add(&run->files, buffer_text(&slot->file));
}

static void write_slot(struct run *run, const struct slot *slot) {
    switch (output_of(run)) {
    case RUN_NOTHING:
        return;
    case RUN_NAMES:
        if (slot->counts.shown[0] + slot->counts.shown[1] + slot->counts.shown[2] > 0) {
            write_text(run, text_of(work_name(&run->work, slot)));
            fputc(run->options->names_by_nul ? '\0' : '\n', run->out);
        }
        return;
    case RUN_FINDINGS:
        break;
    }
    if (run->options->report.format == REPORT_JSON) {
        write_json(run, slot);
        return;
    }
    write_text(run, buffer_text(&slot->findings));
    write_text(run, buffer_text(&slot->file));
}

// Findings beyond the most that are listed: told, so that nobody takes the list for the whole.
static void tell_unlisted(struct run *run, const struct slot *slot) {
    clear_progress(run);
    fflush(run->out);
    fprintf(stderr, "%s: %s: ", run->options->command, work_name(&run->work, slot));
    fprintf(stderr,
            ngettext("at least %lu more finding is not listed; mend these first",
                     "at least %lu more findings are not listed; mend these first",
                     slot->counts.unlisted),
            slot->counts.unlisted);
    fputc('\n', stderr);
}

static void add_up(struct run *run, const struct slot *slot) {
    struct report_counts *counts = &run->outcome->counts;
    run->outcome->files++;
    run->roots[slot->root].plans++;
    for (int i = 0; i < 3; i++)
        counts->shown[i] += slot->counts.shown[i];
    counts->unlisted += slot->counts.unlisted;
    counts->excused += slot->counts.excused;
    counts->known += slot->counts.known;
    counts->others += slot->counts.others;
    if (slot->counts.worst > counts->worst)
        counts->worst = slot->counts.worst;
    run->outcome->stale += slot->known.stale;
    if (run->work.baseline)
        baseline_seen(run->work.baseline, &slot->known);
    buffer_add(&run->lines, buffer_text(&slot->lines));
}

static int consume(void *context, void *slot_pointer) {
    struct run *run = context;
    struct slot *slot = slot_pointer;
    switch (slot->state) {
    case SLOT_PASSED:
        break;
    case SLOT_TROUBLE:
        run->roots[slot->root].told = true;
        tell_trouble(run, &slot->trouble);
        break;
    case SLOT_CHECKED:
        add_up(run, slot);
        tell_note(run, &slot->note);
        write_slot(run, slot);
        if (slot->counts.unlisted && run->options->output == RUN_FINDINGS)
            tell_unlisted(run, slot);
    }
    if (ferror(run->out) && run->output_error == 0)
        run->output_error = errno;
    show_progress(run);
    return ferror(run->out) || run->files.failed || run->lines.failed ? -1 : 0;
}

static void tell_empty_folders(struct run *run) {
    struct trouble trouble;
    for (size_t i = 0; i < run->root_count; i++)
        if (run->roots[i].folder && run->roots[i].plans == 0 && !run->roots[i].told) {
            trouble_tell(&trouble, 0, N_("holds no plans"), run->roots[i].path);
            tell_trouble(run, &trouble);
        }
}

// Puts the new baseline in its place, unless something could not be checked: it would be missing.
static int put_baseline(struct run *run, struct trouble *trouble) {
    const char *path = run->options->write_baseline;
    unsigned long count;
    if (!path)
        return 0;
    if (run->outcome->trouble)
        return trouble_tell(trouble, 0,
                            N_("is not written, because not everything could be checked"), path);
    if (run->work.baseline)
        baseline_rest(run->work.baseline, &run->lines);
    if (baseline_write(path, &run->lines, &count, trouble) != 0)
        return -1;
    if (run->options->output == RUN_NOTHING)
        return 0;
    fflush(run->out);
    fprintf(stderr, "%s: %s: ", run->options->command, path);
    fprintf(stderr, ngettext("holds %lu known finding", "holds %lu known findings", count), count);
    fputc('\n', stderr);
    return 0;
}

static void tell_stale(struct run *run) {
    unsigned long stale = run->outcome->stale;
    if (stale == 0 || run->options->write_baseline || run->options->output == RUN_NOTHING)
        return;
    fflush(run->out);
    fprintf(stderr, "%s: %s: ", run->options->command, run->options->baseline);
    fprintf(stderr,
            ngettext("%lu finding in it is there no more; --write-baseline renews it",
                     "%lu findings in it are there no more; --write-baseline renews it", stale),
            stale);
    fputc('\n', stderr);
}

static void write_begin(struct run *run) {
    if (output_of(run) == RUN_FINDINGS && run->options->report.format == REPORT_JSON)
        fputs("{\"findings\":[", run->out);
}

static int write_end(struct run *run, struct trouble *trouble) {
    struct buffer end = {0};
    if (output_of(run) != RUN_FINDINGS)
        return 0;
    if (run->options->report.format == REPORT_JSON) {
        write_text(run, TEXT("],\n\"files\":["));
        write_text(run, buffer_text(&run->files));
        write_text(run, TEXT("]}\n"));
    }
    report_summary(&run->options->report, run->outcome->files, &run->outcome->counts, &end);
    write_text(run, buffer_text(&end));
    bool failed = end.failed;
    buffer_free(&end);
    return failed ? trouble_tell(trouble, ENOMEM, N_("the output cannot be written"), NULL) : 0;
}

// ---- the whole ----

static int set_up_roots(struct run *run, struct trouble *trouble) {
    size_t operands = 0;
    while (run->options->operands[operands])
        operands++;
    run->root_count = operands + (run->options->list != NULL);
    run->roots = calloc(run->root_count + 1, sizeof *run->roots);
    if (!run->roots)
        return trouble_tell(trouble, ENOMEM, N_("cannot begin"), NULL);
    for (size_t i = 0; i < operands; i++)
        run->roots[i].path = run->options->operands[i];
    return 0;
}

// Runs the pool with workers and slots made for it.
static int run_pool(struct run *run, struct trouble *trouble) {
    unsigned jobs = run->options->jobs;
    size_t slot_count = pool_slots(jobs);
    struct worker *workers = calloc(jobs, sizeof *workers);
    void **worker_pointers = calloc(jobs, sizeof *worker_pointers);
    struct slot *slots = calloc(slot_count, sizeof *slots);
    int outcome = -1;
    if (workers && worker_pointers && slots) {
        for (unsigned i = 0; i < jobs; i++) {
            work_begin_worker(&run->work, &workers[i]);
            worker_pointers[i] = &workers[i];
        }
        struct pool_job job = {produce,         work,  consume,       run,       jobs,
                               worker_pointers, slots, sizeof *slots, slot_count};
        outcome = pool_run(&job, trouble);
        for (unsigned i = 0; i < jobs; i++)
            work_end_worker(&workers[i]);
        for (size_t i = 0; i < slot_count; i++)
            work_free_slot(&slots[i]);
    } else {
        trouble_tell(trouble, ENOMEM, N_("cannot begin"), NULL);
    }
    free(workers);
    free(worker_pointers);
    free(slots);
    return outcome;
}

// From the first path to the last word.
static int run_all(struct run *run, struct trouble *trouble) {
    FILE *out = run->out;
    write_begin(run);
    *trouble = (struct trouble){0};
    int result = run_pool(run, trouble);
    clear_progress(run);
    if (result == 0)
        result = write_end(run, trouble);
    if (result == 0) {
        tell_empty_folders(run);
        tell_stale(run);
        result = put_baseline(run, trouble);
    }
    if ((ferror(out) || fflush(out) != 0) && !trouble->what)
        result = trouble_tell(trouble, errno, N_("the output cannot be written"), NULL);
    return result;
}

int run_check(const struct run_options *options, FILE *out, struct run_outcome *outcome,
              struct trouble *trouble) {
    struct run run = {.options = options, .outcome = outcome, .out = out, .first = true};
    *outcome = (struct run_outcome){.counts.worst = -1};
    run.began = time(NULL);
    int result = work_open(&run.work, options, trouble);
    if (result == 0)
        result = set_up_roots(&run, trouble);
    if (result == 0)
        result = run_all(&run, trouble);
    if (run.walk)
        walk_close(run.walk);
    if (ferror(out) || fflush(out) != 0) {
        int number = run.output_error ? run.output_error : errno;
        // A reader that went away has seen enough.
        result = number == EPIPE
                     ? 0
                     : trouble_tell(trouble, number, N_("the output cannot be written"), NULL);
    }
    work_close(&run.work);
    buffer_free(&run.files);
    buffer_free(&run.lines);
    free(run.told);
    free(run.roots);
    return result;
}
