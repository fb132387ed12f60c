// SPDX-License-Identifier: EUPL-1.2
// Meetings, and what was done on the occasion of one.
#ifndef G1P_METHOD_OVERLEG_H
#define G1P_METHOD_OVERLEG_H

#include <stdbool.h>

#include "lib/plan/plan.h"

// Whether a meeting was held: its date is known and not ahead.
bool overleg_is_held(const struct plan_overleg *overleg, struct date today);

// Whether something of this day belongs to the meeting of that day: from 14 days before it until 7
// days after. The margin is beyond the sources of the method.
bool overleg_is_near(struct date day, struct date meeting);

#endif
