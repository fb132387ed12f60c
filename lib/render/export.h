// SPDX-License-Identifier: EUPL-1.2
// From the files of plans to the files of documents: a whole run.
#ifndef G1P_RENDER_EXPORT_H
#define G1P_RENDER_EXPORT_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "lib/base/date.h"
#include "lib/base/trouble.h"

struct part;
struct type;

struct export_options {
    const char *command;         // for messages on standard error
    const char *const *operands; // the plans, NULL-ended; "-" is standard input
    const char
        *output; // a file, a folder ("…/" or one that is there), "-"; NULL: by the plan's name
    const struct type *type; // NULL: by the suffix of `output`
    const struct part *part;
    const char *style; // the path of a style sheet, or NULL
    const char *logo;  // the path of a PNG or SVG, or NULL
    struct date today;
    unsigned jobs;                     // at least 1
    bool progress;                     // on standard error, when it takes longer than a second
    const char *path;                  // $PATH
    const char *folder_for_work;       // $TMPDIR
    const volatile sig_atomic_t *stop; // everything is given up when this is not 0
};

// Makes a document of each plan; one that fails is told on standard error and does not stop the
// rest. Returns 0 when all were made, else -1; with `trouble->what` when it could not begin or go
// on.
int export_run(const struct export_options *options, struct trouble *trouble);

#endif
