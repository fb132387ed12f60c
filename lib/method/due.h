// SPDX-License-Identifier: EUPL-1.2
// What follows from a plan and is written nowhere in it: the check of goals, and what is due.
#ifndef G1P_METHOD_DUE_H
#define G1P_METHOD_DUE_H

#include "lib/base/arena.h"
#include "lib/plan/plan.h"

// The four goals that go with every safety plan (KW §5.2 Doelencheck), by enum veiligheidsdoel.
enum { DUE_OBLIGED_GOALS = 4 };

// Whether a goal is the obliged goal `which` and still stands.
bool due_is_obliged(const struct plan_doel *doel, int which);

// Whether there is such a goal.
bool due_has_obliged(const struct plan_plan *plan, int which);

// Whether an action, a goal, is still to be done. Nothing said counts as open.
bool due_actie_open(const struct plan_actie *actie);
bool due_doel_open(const struct plan_doel *doel);

enum due_kind { DUE_ACTIE, DUE_EVALUATIE, DUE_OVERLEG };

// One thing with a date.
struct due {
    struct date date;
    enum due_kind kind;
    const struct plan_doel *doel;       // of an action or an evaluation
    const struct plan_actie *actie;     // of an action
    const struct plan_overleg *overleg; // the meeting, or the one at which it was agreed
    size_t order;
};

struct due_list {
    struct due *items;
    size_t count;
};

// Open actions with a last day, evaluations of open goals, and meetings to come, by date. A meeting
// that was agreed counts as long as no meeting on or after its day is in the plan. Returns 0, or -1
// when memory ran out.
int due_collect(const struct plan_plan *plan, struct date today, struct arena *arena,
                struct due_list *list);

#endif
