// SPDX-License-Identifier: EUPL-1.2
// Only for lib/method/inzage.c: what is left of a plan without what it refers to.
#ifndef G1P_METHOD_INZAGE_TIDY_H
#define G1P_METHOD_INZAGE_TIDY_H

#include "lib/base/arena.h"
#include "lib/plan/plan.h"

// Takes ids that refer to nothing out of a smaller copy of a plan; the names of members who are not
// in it out of its texts, where "[iemand anders]" comes to stand; and out of its ids, which become
// a word and a number. Returns 0, or -1 when memory ran out.
int inzage_tidy(struct node *root, const struct plan_plan *plan, struct date today,
                struct arena *arena);

#endif
