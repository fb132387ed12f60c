// SPDX-License-Identifier: EUPL-1.2
// A plan as a document in Dutch, written to the household it is of.
#ifndef G1P_RENDER_DOCUMENT_H
#define G1P_RENDER_DOCUMENT_H

#include "lib/base/buffer.h"
#include "lib/plan/plan.h"

enum document_form {
    DOCUMENT_ALONE,     // one self-contained HTML file
    DOCUMENT_FOR_PANDOC // the same without the style sheet, which pandoc gets as a file
};

// Writes the whole plan with its safety plan as HTML. Whether memory lasted is told by
// `out->failed`.
void document_plan(const struct plan_plan *plan, struct date today, enum document_form form,
                   struct buffer *out);

#endif
