// SPDX-License-Identifier: EUPL-1.2
// Mending many files.
#include "lib/change/fix_run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/diff.h"
#include "lib/base/input.h"
#include "lib/base/output.h"
#include "lib/base/walk.h"
#include "lib/base/words.h"

struct run {
    const struct fix_run_options *options;
    struct fix_run_outcome *outcome;
    FILE *out;
    struct fix fix;
    unsigned long plans; // in the folder that is walked
    bool told;           // trouble with it
};

static void tell(struct run *run, const struct trouble *trouble) {
    fflush(run->out);
    trouble_print(run->options->command, trouble);
    run->outcome->trouble = true;
    run->told = true;
}

static int keep_path(struct fix_run_outcome *outcome, const char *path) {
    const char **paths = realloc(outcome->paths, (outcome->path_count + 2) * sizeof *paths);
    if (!paths)
        return -1;
    outcome->paths = paths;
    char *copy = malloc(strlen(path) + 1);
    if (!copy)
        return -1;
    strcpy(copy, path);
    paths[outcome->path_count++] = copy;
    paths[outcome->path_count] = NULL;
    return 0;
}

// ---- one file ----

static bool changed(const struct fix_counts *a, const struct fix_counts *b) {
    return a->keys != b->keys || a->words != b->words || a->dates != b->dates ||
           a->sections != b->sections;
}

// How bad what is left in a source is. Returns 0, or -1 when memory ran out.
static int look_at_rest(struct run *run, const char *name, struct text source) {
    struct judging *judging = &run->fix.judging;
    struct check_result result;
    struct kader_note ignored;
    arena_reset(&run->fix.arena);
    if (check_read(source, source.length > TREE_LARGEST, &run->options->check, &run->fix.arena,
                   &run->fix.scratch, &result) != 0 ||
        kader_judge(&judging->kaders, &judging->folder, name, &run->options->check, &result,
                    &ignored) != 0)
        return -1;
    for (size_t i = 0; i < result.findings.count; i++) {
        const struct finding *finding = &result.findings.items[i];
        if (!finding->exception && (int)finding->severity > run->outcome->worst)
            run->outcome->worst = (int)finding->severity;
    }
    return 0;
}

// A source that is not written back: it, or the difference, goes to the output.
static int show_source(struct run *run, const char *name, struct text source, bool whole,
                       struct trouble *trouble) {
    struct text fixed;
    struct buffer difference = {0};
    if (fix_source(&run->fix, name, source, &fixed, &run->outcome->counts, trouble) != 0)
        return -1;
    if (!whole)
        diff_unified(name, source, fixed, &difference);
    struct text shown = whole ? fixed : buffer_text(&difference);
    fwrite(shown.bytes, 1, shown.length, run->out);
    bool failed = difference.failed;
    buffer_free(&difference);
    if (failed || (run->fix.ours && look_at_rest(run, name, fixed) != 0))
        return trouble_tell(trouble, ENOMEM, N_("cannot be mended"), name);
    return 0;
}

// Reads a file and shows what would become of it.
static int show_file(struct run *run, const char *path, struct trouble *trouble) {
    bool standard = strcmp(path, "-") == 0;
    const char *name = standard ? run->options->stdin_name : path;
    struct arena arena;
    struct text source;
    bool too_large = false;
    arena_init(&arena, 0);
    int outcome = input_read(path, TREE_LARGEST, &arena, &source, &too_large, trouble);
    if (outcome == 0 && too_large)
        outcome = trouble_tell(trouble, EFBIG, N_("cannot be mended"), name);
    if (outcome == 0)
        outcome = show_source(run, name, source, standard && !run->options->dry_run, trouble);
    if (outcome == 0 && standard && !run->fix.ours)
        outcome = trouble_tell(trouble, 0,
                               N_("is not a file of g1p: no line of it begins with `g1p:`"), name);
    arena_free(&arena);
    return outcome;
}

static int on_file(struct run *run, const struct walk_entry *entry, struct trouble *fatal) {
    struct fix_counts before = run->outcome->counts;
    struct trouble trouble;
    bool standard = strcmp(entry->path, "-") == 0;
    run->fix.ours = false;
    int result = run->options->dry_run || standard ? show_file(run, entry->path, &trouble)
                                                   : fix_file(&run->fix, entry->path, false, NULL,
                                                              &run->outcome->counts, &trouble);
    bool ours = run->fix.ours;
    run->outcome->standard_input |= standard;
    if (result != 0) {
        tell(run, &trouble);
        if (!ours)
            return 0;
    }
    run->plans += ours;
    run->outcome->files += changed(&run->outcome->counts, &before);
    // What is named and not ours is for the check to tell, which comes afterwards.
    if (!standard && (ours || entry->named) && keep_path(run->outcome, entry->path) != 0)
        return trouble_tell(fatal, ENOMEM, N_("cannot go on"), NULL);
    if (run->options->dry_run && entry->named && !ours && result == 0) {
        trouble_tell(&trouble, 0, N_("is not a file of g1p: no line of it begins with `g1p:`"),
                     entry->path);
        tell(run, &trouble);
    }
    return 0;
}

// ---- in words ----

// Adds what was mended, or would be.
static void say(const struct fix_run_outcome *outcome, bool dry_run, struct buffer *out) {
    const struct fix_counts *counts = &outcome->counts;
    unsigned long files = outcome->files;
    if (files == 0) {
        buffer_add_string(out, _("nothing to mend"));
        return;
    }
    if (dry_run)
        buffer_format(
            out, ngettext("%lu file would be mended:", "%lu files would be mended:", files), files);
    else
        buffer_format(out, ngettext("%lu file mended:", "%lu files mended:", files), files);
    size_t begin = out->length;
    if (counts->keys)
        buffer_format(out, ngettext(" %lu field name,", " %lu field names,", counts->keys),
                      counts->keys);
    if (counts->words)
        buffer_format(out, ngettext(" %lu word,", " %lu words,", counts->words), counts->words);
    if (counts->dates)
        buffer_format(out, ngettext(" %lu date,", " %lu dates,", counts->dates), counts->dates);
    if (counts->sections)
        buffer_format(out,
                      ngettext(" %lu missing part shown behind a #,",
                               " %lu missing parts shown behind a #,", counts->sections),
                      counts->sections);
    if (!out->failed && out->length > begin)
        out->length--; // the last comma
}

// Where something went wrong and nothing was mended, that is told already.
static void tell_outcome(struct run *run) {
    struct buffer words = {0};
    const struct fix_run_outcome *outcome = run->outcome;
    if (run->options->quiet || (outcome->trouble && outcome->files == 0))
        return;
    say(outcome, run->options->dry_run, &words);
    buffer_add_char(&words, '\0');
    fflush(run->out);
    if (!words.failed)
        fprintf(stderr, "%s: %s\n", run->options->command, words.bytes);
    buffer_free(&words);
}

// ---- many ----

static bool is_folder(const char *path) {
    struct stat status;
    return strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

// Walks along one operand, or along the list.
static int walk_root(struct run *run, const char *operand, struct trouble *trouble) {
    const char *operands[] = {operand, NULL};
    struct walk_paths paths = {.list_by_nul = run->options->list_by_nul};
    struct walk_entry entry;
    int result = 0;
    paths.operands = operands;
    if (!operand)
        paths.list = run->options->list;
    run->plans = 0;
    run->told = false;
    struct walk *walk = walk_open(&paths, trouble);
    if (!walk) {
        tell(run, trouble);
        return 0;
    }
    for (enum walk_step step; result == 0 && (step = walk_next(walk, &entry)) != WALK_END;)
        if (step == WALK_TROUBLE)
            tell(run, &entry.trouble);
        else
            result = on_file(run, &entry, trouble);
    walk_close(walk);
    if (result == 0 && operand && is_folder(operand) && run->plans == 0 && !run->told) {
        trouble_tell(trouble, 0, N_("holds no plans"), operand);
        tell(run, trouble);
    }
    return result;
}

int fix_run(const struct fix_run_options *options, FILE *out, struct fix_run_outcome *outcome,
            struct trouble *trouble) {
    struct run run = {.options = options, .outcome = outcome, .out = out};
    *outcome = (struct fix_run_outcome){.worst = -1};
    int result = fix_begin(&run.fix, &options->check);
    if (result != 0)
        trouble_tell(trouble, ENOMEM, N_("cannot begin"), NULL);
    for (size_t i = 0; result == 0 && options->operands[i]; i++)
        result = walk_root(&run, options->operands[i], trouble);
    if (result == 0 && options->list)
        result = walk_root(&run, NULL, trouble);
    fix_end(&run.fix);
    if (result == 0)
        result = output_finish(out, trouble);
    if (result == 0)
        tell_outcome(&run);
    return result;
}

void fix_run_end(struct fix_run_outcome *outcome) {
    for (size_t i = 0; i < outcome->path_count; i++)
        free((void *)(uintptr_t)outcome->paths[i]);
    free(outcome->paths);
    outcome->paths = NULL;
    outcome->path_count = 0;
}
