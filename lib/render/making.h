// SPDX-License-Identifier: EUPL-1.2
// One document: read plan -> view -> part -> type -> file.
#ifndef G1P_RENDER_MAKING_H
#define G1P_RENDER_MAKING_H

#include "lib/base/arena.h"
#include "lib/render/export.h"
#include "lib/render/pandoc.h"
#include "lib/render/place.h"

// What all documents of a run share, and only read.
struct making {
    const struct export_options *options;
    struct places places;
    struct pandoc pandoc;
};

// A worker's memory, used again for every plan.
struct maker {
    struct arena arena;
    struct arena scratch;
};

void maker_begin(struct maker *maker);
void maker_end(struct maker *maker);

// Makes the document of the plan in `plan` ("-": standard input) and puts it at `output`. Half a
// document is never left behind. Returns 0, or -1 with `*trouble`.
int making_document(const struct making *making, struct maker *maker, const char *plan,
                    const char *output, struct trouble *trouble);

#endif
