// SPDX-License-Identifier: EUPL-1.2
// Professionals: whether they take part now.
#ifndef G1P_METHOD_PROFESSIONAL_H
#define G1P_METHOD_PROFESSIONAL_H

#include <stdbool.h>

#include "lib/plan/plan.h"

// Whether the professional has left before `day` (`tot` is the last day).
bool professional_weg(const struct plan_professional *professional, struct date day);

// Whether the professional takes part on `today`: has come, and has not left.
bool professional_actief(const struct plan_professional *professional, struct date today);

// How many take part on `today`.
size_t professionals_actief(const struct plan_plan *plan, struct date today);

// Whether this person is a professional who has left before `day`.
bool persoon_weg(const struct plan_plan *plan, struct persoon persoon, struct date day);

#endif
