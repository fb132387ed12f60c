// SPDX-License-Identifier: EUPL-1.2
// A whole run of the check: from paths to output, with threads, in the order of the paths.
#ifndef G1P_REPORT_RUN_H
#define G1P_REPORT_RUN_H

#include <stdio.h>

#include "lib/base/trouble.h"
#include "lib/report/report.h"

enum run_output { RUN_FINDINGS, RUN_NOTHING, RUN_NAMES };

struct run_options {
    const char *command;         // for messages on standard error
    const char *const *operands; // NULL-ended
    const char *list;            // file with more paths, or NULL
    bool list_by_nul;
    const char *stdin_name; // what "-" is called
    unsigned jobs;
    enum run_output output;
    bool names_by_nul;
    const char *baseline;       // what is known already, or NULL
    const char *write_baseline; // where to put what is found, or NULL; of what was found only what
                                // is known already when there is a baseline too
    bool progress; // tell on standard error how far it is, when it takes longer than a second
    struct check_options check;
    struct report_options report;
};

struct run_outcome {
    unsigned long files; // that were checked
    unsigned long stale; // findings in the baseline that are there no more
    struct report_counts counts;
    bool trouble; // something was told on standard error
};

// Checks everything, writes the output to `out`, and trouble to standard error. Returns 0, or -1
// with `*trouble` when it could not go on.
int run_check(const struct run_options *options, FILE *out, struct run_outcome *outcome,
              struct trouble *trouble);

#endif
