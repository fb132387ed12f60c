// SPDX-License-Identifier: EUPL-1.2
// Paths in, reports out: the walk feeds a pool of workers, whose results are written in order.
#include "lib/report/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "lib/base/input.h"
#include "lib/base/pool.h"
#include "lib/base/walk.h"

enum { LARGEST_ARENA = 256 * 1024 * 1024 };

enum slot_state { SLOT_CHECKED, SLOT_PASSED, SLOT_OTHER_KIND, SLOT_TROUBLE };

// One file on its way through the pool.
struct slot {
    struct buffer path; // ended by a NUL
    size_t root;        // which operand it came from
    bool named;
    enum slot_state state;
    struct trouble trouble;
    struct buffer findings;
    struct buffer file;
    struct report_counts counts;
};

// A worker's memory, used again for every file.
struct worker {
    struct arena arena;
    struct arena scratch;
};

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
    struct walk *walk;
    const char *operand[2]; // the walk's paths: one, and NULL
    size_t at_root;
    struct root *roots;
    size_t root_count; // operands, and one more for the list
    unsigned long other_kinds;
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

// ---- the work on one file ----

static const char *name_of(const struct run *run, const struct slot *slot) {
    return strcmp(slot->path.bytes, "-") == 0 ? run->options->stdin_name : slot->path.bytes;
}

static void tell(struct slot *slot, int number, const char *what, const char *name) {
    slot->state = SLOT_TROUBLE;
    trouble_tell(&slot->trouble, number, what, name);
}

// A file that is not ours is passed over in a folder; named, it is a mistake.
static void pass_over(const struct run *run, struct slot *slot, struct text source) {
    if (!slot->named)
        slot->state = SLOT_PASSED;
    else
        tell(slot, 0,
             source.length == 0 ? N_("is empty")
                                : N_("is not a file of g1p: no line of it begins with `g1p:`"),
             name_of(run, slot));
}

static void check_one(const struct run *run, struct worker *worker, struct slot *slot) {
    const struct run_options *options = run->options;
    struct check_result result;
    struct text source;
    bool too_large = false;
    if (input_read(slot->path.bytes, TREE_LARGEST, &worker->arena, &source, &too_large,
                   &slot->trouble) != 0) {
        slot->state = SLOT_TROUBLE;
        return;
    }
    if (!check_is_ours(source)) {
        pass_over(run, slot, source);
        return;
    }
    if (check_source(source, too_large, &options->check, &worker->arena, &worker->scratch,
                     &result) != 0) {
        tell(slot, ENOMEM, N_("cannot be checked"), name_of(run, slot));
        return;
    }
    if (!result.known) {
        slot->state = SLOT_OTHER_KIND;
        if (slot->named)
            tell(slot, 0,
                 N_("is of a kind that this version cannot check yet (only `soort: plan`)"),
                 name_of(run, slot));
        return;
    }
    slot->state = SLOT_CHECKED;
    report_file(&options->report, name_of(run, slot), &result, &slot->findings, &slot->file,
                &slot->counts);
    if (slot->findings.failed || slot->file.failed)
        tell(slot, ENOMEM, N_("cannot be checked"), name_of(run, slot));
}

static void work(void *context, void *worker_pointer, void *slot_pointer) {
    struct slot *slot = slot_pointer;
    struct worker *worker = worker_pointer;
    buffer_clear(&slot->findings);
    buffer_clear(&slot->file);
    slot->counts = (struct report_counts){{0}, 0, -1};
    if (slot->state == SLOT_TROUBLE)
        return;
    check_one(context, worker, slot);
    arena_reset(&worker->arena);
    arena_reset(&worker->scratch);
}

// ---- to the output ----

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
    switch (run->options->output) {
    case RUN_NOTHING:
        return;
    case RUN_NAMES:
        if (slot->counts.shown[0] + slot->counts.shown[1] + slot->counts.shown[2] > 0) {
            write_text(run, text_of(name_of(run, slot)));
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
    fprintf(stderr, "%s: %s: ", run->options->command, name_of(run, slot));
    fprintf(stderr,
            ngettext("%lu more finding is not listed; mend these first",
                     "%lu more findings are not listed; mend these first", slot->counts.unlisted),
            slot->counts.unlisted);
    fputc('\n', stderr);
}

static int consume(void *context, void *slot_pointer) {
    struct run *run = context;
    struct slot *slot = slot_pointer;
    struct run_outcome *outcome = run->outcome;
    switch (slot->state) {
    case SLOT_PASSED:
        break;
    case SLOT_OTHER_KIND:
        run->other_kinds++;
        break;
    case SLOT_TROUBLE:
        run->roots[slot->root].told = true;
        tell_trouble(run, &slot->trouble);
        break;
    case SLOT_CHECKED:
        outcome->files++;
        run->roots[slot->root].plans++;
        for (int i = 0; i < 3; i++)
            outcome->counts.shown[i] += slot->counts.shown[i];
        outcome->counts.unlisted += slot->counts.unlisted;
        if (slot->counts.worst > outcome->counts.worst)
            outcome->counts.worst = slot->counts.worst;
        write_slot(run, slot);
        if (slot->counts.unlisted && run->options->output == RUN_FINDINGS)
            tell_unlisted(run, slot);
    }
    if (ferror(run->out) && run->output_error == 0)
        run->output_error = errno;
    show_progress(run);
    return ferror(run->out) || run->files.failed ? -1 : 0;
}

static void tell_empty_folders(struct run *run) {
    struct trouble trouble;
    for (size_t i = 0; i < run->root_count; i++)
        if (run->roots[i].folder && run->roots[i].plans == 0 && !run->roots[i].told) {
            trouble_tell(&trouble, 0, N_("holds no plans"), run->roots[i].path);
            tell_trouble(run, &trouble);
        }
    if (run->other_kinds > 0) {
        fflush(run->out);
        fprintf(stderr, "%s: ", run->options->command);
        fprintf(stderr,
                ngettext("%lu file of another kind was passed over: this version checks plans only",
                         "%lu files of other kinds were passed over: this version checks plans "
                         "only",
                         run->other_kinds),
                run->other_kinds);
        fputc('\n', stderr);
    }
}

static void write_begin(struct run *run) {
    if (run->options->output == RUN_FINDINGS && run->options->report.format == REPORT_JSON)
        fputs("{\"findings\":[", run->out);
}

static void write_end(struct run *run) {
    struct buffer end = {0};
    if (run->options->output != RUN_FINDINGS)
        return;
    if (run->options->report.format == REPORT_JSON) {
        write_text(run, TEXT("],\n\"files\":["));
        write_text(run, buffer_text(&run->files));
        write_text(run, TEXT("]}\n"));
    }
    report_summary(&run->options->report, run->outcome->files, &run->outcome->counts, &end);
    write_text(run, buffer_text(&end));
    buffer_free(&end);
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
            arena_init(&workers[i].arena, LARGEST_ARENA);
            arena_init(&workers[i].scratch, LARGEST_ARENA);
            worker_pointers[i] = &workers[i];
        }
        struct pool_job job = {produce,         work,  consume,       run,       jobs,
                               worker_pointers, slots, sizeof *slots, slot_count};
        outcome = pool_run(&job, trouble);
        for (unsigned i = 0; i < jobs; i++) {
            arena_free(&workers[i].arena);
            arena_free(&workers[i].scratch);
        }
        for (size_t i = 0; i < slot_count; i++) {
            buffer_free(&slots[i].path);
            buffer_free(&slots[i].findings);
            buffer_free(&slots[i].file);
        }
    } else {
        trouble_tell(trouble, ENOMEM, N_("cannot begin"), NULL);
    }
    free(workers);
    free(worker_pointers);
    free(slots);
    return outcome;
}

int run_check(const struct run_options *options, FILE *out, struct run_outcome *outcome,
              struct trouble *trouble) {
    struct run run = {.options = options, .outcome = outcome, .out = out, .first = true};
    *outcome = (struct run_outcome){.counts.worst = -1};
    run.began = time(NULL);
    if (set_up_roots(&run, trouble) != 0)
        return -1;
    write_begin(&run);
    *trouble = (struct trouble){0};
    int result = run_pool(&run, trouble);
    clear_progress(&run);
    if (result == 0) {
        write_end(&run);
        tell_empty_folders(&run);
    }
    if (run.walk)
        walk_close(run.walk);
    if (ferror(out) || fflush(out) != 0) {
        int number = run.output_error ? run.output_error : errno;
        // A reader that went away has seen enough.
        result = number == EPIPE
                     ? 0
                     : trouble_tell(trouble, number, N_("the output cannot be written"), NULL);
    }
    buffer_free(&run.files);
    free(run.roots);
    return result;
}
