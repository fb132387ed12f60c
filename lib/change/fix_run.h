// SPDX-License-Identifier: EUPL-1.2
// Mending many files: from paths to what was mended, in the order of the paths.
#ifndef G1P_CHANGE_FIX_RUN_H
#define G1P_CHANGE_FIX_RUN_H

#include <stdio.h>

#include "lib/change/fix.h"

struct fix_run_options {
    const char *command; // for messages on standard error
    const char *const
        *operands;    // NULL-ended; "-": standard input, which is written mended to `out`
    const char *list; // file with more paths, or NULL
    bool list_by_nul;
    const char *stdin_name; // what "-" is called
    bool dry_run;           // nothing is written; the differences go to `out`
    bool quiet;             // what was mended is not told
    struct check_options check;
};

struct fix_run_outcome {
    struct fix_counts counts;
    unsigned long files; // that were mended, or would be
    bool trouble;        // something was told on standard error
    bool standard_input; // was among them
    int worst;          // severity of what is left, in a dry run and on standard input; -1: nothing
    const char **paths; // NULL-ended: what is to be checked, that is, all but standard input
    size_t path_count;
};

// Mends everything, and tells trouble and then what was mended on standard error. Returns 0, or -1
// with `*trouble` when it could not go on. Call fix_run_end in any case.
int fix_run(const struct fix_run_options *options, FILE *out, struct fix_run_outcome *outcome,
            struct trouble *trouble);
void fix_run_end(struct fix_run_outcome *outcome);

#endif
