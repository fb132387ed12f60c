// SPDX-License-Identifier: EUPL-1.2
// Who outside the household takes part, and what a consent covers (KR §2).
#ifndef G1P_METHOD_TOESTEMMING_H
#define G1P_METHOD_TOESTEMMING_H

#include <stdbool.h>

#include "lib/plan/plan.h"

// Whether a professional takes part on this day: has begun and has not left.
bool professional_takes_part(const struct plan_professional *professional, struct date today);

// Whether a consent no longer holds on this day: was taken back, or has run out.
bool toestemming_is_withdrawn(const struct plan_toestemming *toestemming, struct date today);
bool toestemming_has_ended(const struct plan_toestemming *toestemming, struct date today);

// Whether a consent is about the data of this member: named in `over`; without `over`, who gave it
// and the children in their authority who do not decide alone.
bool toestemming_covers(const struct plan_plan *plan, const struct plan_toestemming *toestemming,
                        const struct plan_lid *lid, struct date today);

#endif
