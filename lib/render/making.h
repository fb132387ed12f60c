// SPDX-License-Identifier: EUPL-1.2
// One document: read plan -> view -> part -> type -> file.
#ifndef G1P_RENDER_MAKING_H
#define G1P_RENDER_MAKING_H

#include "lib/base/arena.h"
#include "lib/base/realfolder.h"
#include "lib/kader/kader_store.h"
#include "lib/render/export.h"
#include "lib/render/graphviz.h"
#include "lib/render/look.h"
#include "lib/render/pandoc.h"
#include "lib/render/place.h"

// What all documents of a run share, and only read.
struct making {
    const struct export_options *options;
    struct places places;
    struct pandoc pandoc;
    struct graphviz graphviz;
    struct look look;   // that the options ask for
    struct arena arena; // what it belongs to
    struct kader_store *kaders;
};

// A worker's memory, used again for every plan.
struct maker {
    struct arena arena;
    struct arena scratch;
    struct kader_reader kaders;
    struct realfolder folder;
};

void maker_begin(struct maker *maker, const struct making *making);
void maker_end(struct maker *maker);

// Gets ready what all documents share. Returns 0, or -1 with `*trouble`. Free with making_close,
// also then.
int making_open(struct making *making, const struct export_options *options, size_t count,
                struct trouble *trouble);
void making_close(struct making *making);

// Makes the document of the plan in `plan` ("-": standard input) and puts it at `output`. Half a
// document is never left behind. `*warning` gets what is wrong with the local framework or its
// look, without which the document was made (`what` NULL: nothing). Returns 0, or -1 with
// `*trouble`.
int making_document(const struct making *making, struct maker *maker, const char *plan,
                    const char *output, struct trouble *warning, struct trouble *trouble);

#endif
