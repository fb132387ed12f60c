// SPDX-License-Identifier: EUPL-1.2
// What g1p-check does once its options are read: sentences or files are held against the criteria,
// and files are mended before that.
#ifndef G1P_CHANGE_CHECKING_H
#define G1P_CHANGE_CHECKING_H

#include <stdio.h>

#include "lib/report/lines.h"
#include "lib/report/run.h"

struct checking {
    struct run_options run;
    bool lines;             // sentences on standard input instead of files,
    enum zinsoort sentence; // of this kind,
    bool talking;           // typed by somebody who reads along
    bool fix;               // mend first what is safe,
    bool dry_run;           // or only show that, and check nothing
};

struct checking_outcome {
    int worst;     // severity of what is left, -1: nothing; what is noted in a baseline is accepted
    bool unmended; // a dry run found what can be mended
    bool trouble;  // something was told on standard error
};

// What is asked that does not go together, as an N_() text; NULL: all of it does.
const char *checking_refuses(const struct checking *checking);

// Does what is asked, which nothing refuses; reads `in` for sentences, writes to `out`, and tells
// trouble with a file on standard error. Returns 0, or -1 with `*trouble` when it could not go on.
int checking_run(const struct checking *checking, FILE *in, FILE *out,
                 struct checking_outcome *outcome, struct trouble *trouble);

#endif
