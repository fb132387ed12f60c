// SPDX-License-Identifier: EUPL-1.2
// From the file of a plan to the file of a document.
#ifndef G1P_RENDER_EXPORT_H
#define G1P_RENDER_EXPORT_H

#include <signal.h>
#include <stddef.h>

#include "lib/base/date.h"
#include "lib/base/trouble.h"

enum export_type { EXPORT_PDF, EXPORT_HTML, EXPORT_JSON, EXPORT_TYPE_COUNT, EXPORT_BY_SUFFIX };

// Their names and suffixes, by enum export_type.
extern const char *const export_types[];

struct export_options {
    const char
        *output; // a file, a folder ("…/" or one that is there), "-"; NULL: by the plan's name
    enum export_type type;
    struct date today;
    const char *path;                  // $PATH
    const char *folder_for_work;       // $TMPDIR
    const volatile sig_atomic_t *stop; // everything is given up when this is not 0
};

struct export;

// Gets ready for `count` plans: settles the type, finds the programs, makes the folder asked for.
// Returns NULL with `*trouble` when it cannot be done. `options` must outlive it.
struct export *export_open(const struct export_options *options, size_t count,
                           struct trouble *trouble);

// Makes the document of the plan in `path` ("-": standard input). Half a document is never left
// behind. Returns 0, or -1 with `*trouble`.
int export_plan(struct export *export, const char *path, struct trouble *trouble);

void export_close(struct export *export);

#endif
