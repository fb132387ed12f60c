// SPDX-License-Identifier: EUPL-1.2
// Sentences on standard input, one a line, each judged in its place (--line).
#ifndef G1P_REPORT_LINES_H
#define G1P_REPORT_LINES_H

#include <stdio.h>

#include "lib/report/run.h"
#include "lib/taal/oordeel.h"

// The kinds of sentence by name, in the order of enum zinsoort; ended by NULL.
extern const char *const lines_kinds[];

enum { LINES_LONGEST = 8 * 1024 * 1024 }; // bytes in a line; what is beyond it is not read

// Judges every line of `in` and writes what is found to `out`, a line's findings as soon as it was
// read when `talking` (somebody types), who is also told that there is nothing. The framework that
// applies in the working folder weighs and adds words. Returns 0, or -1 with `*trouble`.
int lines_check(const struct run_options *options, enum zinsoort soort, bool talking, FILE *in,
                FILE *out, struct run_outcome *outcome, struct trouble *trouble);

#endif
