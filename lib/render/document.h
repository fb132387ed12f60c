// SPDX-License-Identifier: EUPL-1.2
// A part of a plan as a document in Dutch, written to the household it is of.
#ifndef G1P_RENDER_DOCUMENT_H
#define G1P_RENDER_DOCUMENT_H

#include <stdbool.h>

#include "lib/base/buffer.h"
#include "lib/base/trouble.h"
#include "lib/plan/plan.h"

struct graphviz;
struct look;
struct part;

enum document_form {
    DOCUMENT_ALONE,      // one self-contained HTML file
    DOCUMENT_FOR_PANDOC, // the same without the style sheet, which pandoc gets as a file
    DOCUMENT_TO_EDIT     // for word processors and Markdown: the title first, and plain shapes
};

// What is to be made of what.
struct document_page {
    const struct plan_plan *plan;
    struct date today;
    const struct part *part;
    enum document_form form;
    const struct look *look;             // or NULL
    const struct graphviz *graphviz;     // places in the network map; NULL: rings
    const struct plan_kader *kader;      // the local framework that applies, or NULL
    const struct plan_meldcode *dossier; // the record of which it is made; NULL: of a plan
    const struct plan_plan *linked;      // the plan that the record names; NULL: none was found
    struct text reader;                  // the id in `plan` of who it is for; empty: of no one
    bool partial;                        // `plan` is what one reader may see of it
    bool anonymous;                      // the names in it are replaced
};

// Writes the page as HTML. Returns 0, or -1 with `*trouble` when the part cannot be made of this
// plan or memory ran out.
int document_write(const struct document_page *page, struct buffer *out, struct trouble *trouble);

#endif
