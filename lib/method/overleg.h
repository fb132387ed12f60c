// SPDX-License-Identifier: EUPL-1.2
// Meetings: which were held, which was the last, and what counts as said at one.
#ifndef G1P_METHOD_OVERLEG_H
#define G1P_METHOD_OVERLEG_H

#include <stdbool.h>

#include "lib/plan/plan.h"

// How many days before or after a meeting something still counts as done at it. The sources name
// no number: this one goes beyond them, and the rules that use it say so.
enum { OVERLEG_DAGEN_ERVOOR = 14, OVERLEG_DAGEN_ERNA = 7 };

// Whether the meeting's day is past and nothing was written down about it: nobody was there, nobody
// was asked how it was, and no next one was settled. Nobody can tell whether it was held.
bool overleg_leeg(const struct plan_overleg *overleg, struct date today);

// Whether the meeting was held: on or before `today`, and not overleg_leeg.
bool overleg_gehouden(const struct plan_overleg *overleg, struct date today);

// Whether the meeting lies after `today`.
bool overleg_gepland(const struct plan_overleg *overleg, struct date today);

// Whether `day` is near enough to the meeting to count as said or done at it.
bool overleg_nabij(const struct plan_overleg *overleg, struct date day);

// The last meeting that was held, of one kind (enum overlegsoort) or of any (-1); of two on one day
// the later in the file. NULL when there was none.
const struct plan_overleg *overleg_laatste(const struct plan_plan *plan, int soort,
                                           struct date today);

// The meeting to come: the first on or after `today`, or agreed at an earlier one (`volgende`).
struct volgend_overleg {
    struct date datum;                  // unknown (year 0) when there is none
    const struct plan_overleg *overleg; // its own entry; NULL when only its day was agreed
    const struct plan_overleg *vorige;  // the last one before it in time that is in the plan
};
struct volgend_overleg overleg_volgend(const struct plan_plan *plan, struct date today);

// Whether the plan was closed on or before `today`: time no longer asks for anything.
bool plan_gesloten(const struct plan_plan *plan, struct date today);

#endif
