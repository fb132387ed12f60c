// SPDX-License-Identifier: EUPL-1.2
// From a page to the file of a type that pandoc makes.
#ifndef G1P_RENDER_TYPESET_H
#define G1P_RENDER_TYPESET_H

#include "lib/render/look.h"
#include "lib/render/pandoc.h"
#include "lib/render/type.h"

struct typeset_task {
    const struct pandoc *pandoc;
    const struct type *type; // not of ROUTE_OWN
    struct text html;        // in the form of pandoc_form
    const struct look *look; // or NULL
    struct date today;
    const struct workdir *folder; // fresh and empty
    const volatile sig_atomic_t *stop;
};

// Makes the file pandoc_result() in the task's folder. Returns 0, or -1 with `*trouble`.
int typeset(const struct typeset_task *task, struct trouble *trouble);

#endif
