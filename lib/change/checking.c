// SPDX-License-Identifier: EUPL-1.2
// Checking sentences and files, and mending files first.
#include "lib/change/checking.h"

#include "lib/base/words.h"
#include "lib/change/fix_run.h"

const char *checking_refuses(const struct checking *checking) {
    const struct run_options *run = &checking->run;
    if (checking->lines) {
        if (run->operands[0] || run->list || run->baseline || run->write_baseline ||
            run->output == RUN_NAMES)
            return N_("--line reads sentences from standard input; no paths, lists or baselines go "
                      "with it");
        return checking->fix ? N_("--fix mends files; a sentence is its writer's own") : NULL;
    }
    if (!run->operands[0] && !run->list)
        return N_("which plans? Name files or folders, or - for standard input; --help tells more");
    if (checking->dry_run && !checking->fix)
        return N_("--dry-run goes with --fix: a check writes nothing");
    return NULL;
}

static int check_files(const struct run_options *run, FILE *out, struct checking_outcome *outcome,
                       struct trouble *trouble) {
    struct run_outcome checked;
    if (run_check(run, out, &checked, trouble) != 0)
        return -1;
    outcome->trouble |= checked.trouble;
    if (checked.counts.worst > outcome->worst)
        outcome->worst = checked.counts.worst;
    // With a baseline too, only what was known already is noted.
    if (run->write_baseline && !run->baseline)
        outcome->worst = -1;
    return 0;
}

// Checks what mending left. Standard input can be read but once, and was judged on the way.
static int check_mended(const struct checking *checking, const struct fix_run_outcome *fixed,
                        FILE *out, struct checking_outcome *outcome, struct trouble *trouble) {
    static const char *const none[] = {NULL};
    struct run_options run = checking->run;
    if (fixed->path_count == 0 && fixed->standard_input)
        return 0;
    run.operands = fixed->paths ? fixed->paths : none;
    run.list = NULL;
    return check_files(&run, out, outcome, trouble);
}

static int fix_files(const struct checking *checking, FILE *out, struct checking_outcome *outcome,
                     struct trouble *trouble) {
    const struct run_options *run = &checking->run;
    struct fix_run_options options = {run->command,
                                      run->operands,
                                      run->list,
                                      run->list_by_nul,
                                      run->stdin_name,
                                      checking->dry_run,
                                      run->output == RUN_NOTHING,
                                      run->check};
    struct fix_run_outcome fixed;
    int result = fix_run(&options, out, &fixed, trouble);
    outcome->trouble = fixed.trouble;
    outcome->worst = fixed.worst;
    outcome->unmended = checking->dry_run && fixed.files > 0;
    if (result == 0 && !checking->dry_run)
        result = check_mended(checking, &fixed, out, outcome, trouble);
    fix_run_end(&fixed);
    return result;
}

static int check_lines(const struct checking *checking, FILE *in, FILE *out,
                       struct checking_outcome *outcome, struct trouble *trouble) {
    struct run_outcome checked;
    int result = lines_check(&checking->run, checking->sentence, checking->talking, in, out,
                             &checked, trouble);
    outcome->trouble = checked.trouble;
    outcome->worst = checked.counts.worst;
    return result;
}

int checking_run(const struct checking *checking, FILE *in, FILE *out,
                 struct checking_outcome *outcome, struct trouble *trouble) {
    *outcome = (struct checking_outcome){.worst = -1};
    if (checking->lines)
        return check_lines(checking, in, out, outcome, trouble);
    if (checking->fix)
        return fix_files(checking, out, outcome, trouble);
    return check_files(&checking->run, out, outcome, trouble);
}
