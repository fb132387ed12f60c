// SPDX-License-Identifier: EUPL-1.2
// The six requirements for good help, each held against the household's plan (KR §3; KW §2.2).
#ifndef G1P_METHOD_VEREISTEN_H
#define G1P_METHOD_VEREISTEN_H

#include <stdbool.h>

#include "lib/plan/plan.h"

enum vereiste_soort {
    VEREISTE_HEDEN,        // sight on how safe it is now
    VEREISTE_VERLEDEN,     // sight on what happened before, earlier reports too
    VEREISTE_FOCUS,        // all work to make the violence stop
    VEREISTE_HERSTEL,      // recovery from the harm
    VEREISTE_ANALYSE,      // one analysis and one plan, with goals and days to look back
    VEREISTE_SAMENWERKING, // agreements on working together, when several professionals help
    VEREISTEN
};

// One requirement, as far as a plan can show it.
struct vereiste {
    bool voldaan;
    const struct node *gevonden; // what was found first, in the plan; NULL: nothing
    const char *mist;            // the field of the plan that says nothing yet; NULL: none
};

// Holds the plan against them. That something is written down does not say that it is enough: that
// is for people to judge.
void vereisten_toets(const struct plan_plan *plan, struct vereiste into[VEREISTEN]);

#endif
