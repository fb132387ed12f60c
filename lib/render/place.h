// SPDX-License-Identifier: EUPL-1.2
// Where documents go: which file, of which type, and the writing of it.
#ifndef G1P_RENDER_PLACE_H
#define G1P_RENDER_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/newfile.h"
#include "lib/base/trouble.h"

struct part;
struct type;

// The places of a run. All fields are place_*'s own, to be read by others.
struct places {
    const char *output; // as it was asked for; NULL: the current folder, by the plan's name
    const struct part *part;
    const struct type *type;
    bool into_folder;
    bool to_stdout;
    char **taken; // the files that are spoken for
    size_t taken_count;
};

// Settles type and folder for `count` plans, and makes the folder when it ends in a slash and is
// not there. `type` NULL: the suffix of `output` tells, else it is the first of the table. Returns
// 0, or -1 with `*trouble`. Free with places_close, also then.
int places_open(struct places *places, const char *output, const struct part *part,
                const struct type *type, size_t count, struct trouble *trouble);

void places_close(struct places *places);

// The path of the document of a plan; the memory is the places'. NULL with `*trouble` when another
// plan of the run goes there, or memory is out.
const char *places_take(struct places *places, const char *plan, struct trouble *trouble);

// Refuses to write over the plan itself. Returns 0, or -1 with `*trouble`.
int places_check(const struct places *places, const char *output, const char *plan,
                 struct trouble *trouble);

// Puts the document there, whole or not at all, or sends it to standard output. Returns 0, or -1
// with `*trouble`.
int places_put(const struct places *places, const char *output,
               const struct newfile_content *content, struct trouble *trouble);

#endif
