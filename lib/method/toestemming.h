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

// Parts of a plan as bits, 1 << enum onderdeel. `alles` is a part too: what belongs to no other.
enum { ONDERDELEN_ALLES = (1 << (ONDERDEEL_OVERLEGGEN + 1)) - 1, ONDERDELEN_GEEN = 0 };

// Set with any consent at all, whatever its parts.
enum { TOESTEMMING_GEGEVEN = 1 << 30 };

// Which consents are looked at.
struct toestemming_vraag {
    const struct plan_plan *plan;
    struct text voor; // the id of who would see it
    struct date today;
    bool geldig; // only those that hold today
};

// The parts that a member consented to for themselves; and those that others consented to for the
// member: who has authority, or any other where nobody in the plan has it. With TOESTEMMING_GEGEVEN
// when there is any such consent.
unsigned toestemming_zelf(const struct toestemming_vraag *vraag, const struct plan_lid *lid);
unsigned toestemming_namens(const struct toestemming_vraag *vraag, const struct plan_lid *lid);

// Who is asked for the data of a member, by age (see lid_beslist_zelf; beyond the sources).
struct toestemming_nodig {
    bool zelf;   // the member
    bool namens; // who has authority over them
};
struct toestemming_nodig toestemming_nodig(const struct plan_lid *lid, struct date today);

#endif
