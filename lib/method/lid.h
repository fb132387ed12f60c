// SPDX-License-Identifier: EUPL-1.2
// What the method and the law ask about a member of the household by their age.
#ifndef G1P_METHOD_LID_H
#define G1P_METHOD_LID_H

#include <stdbool.h>

#include "lib/plan/plan.h"

enum leeftijd {
    LEEFTIJD_ONGEBOREN,
    LEEFTIJD_TOT_12,
    LEEFTIJD_12_TOT_16,
    LEEFTIJD_VANAF_16, // 16 and 17
    LEEFTIJD_VOLWASSEN,
    LEEFTIJD_KIND_ONBEKEND // a child by its `rol`, without a date of birth
};

// The age group of a member on a day. Somebody without a date of birth is as old as the `rol` says
// ("dochter, 15 jaar"); else a child when it says so ("dochter"), else an adult.
enum leeftijd lid_leeftijd(const struct plan_lid *lid, struct date today);

// Whether the member decides alone about their own plan and data: 16 or older, or an adult.
// These ages are beyond the sources of the method (they follow the Jeugdwet and the WGBO).
bool lid_beslist_zelf(enum leeftijd leeftijd);

// Whether somebody of this age group is born and not yet 18.
bool lid_minderjarig(enum leeftijd leeftijd);

// Whether a list of ids holds `id`.
bool ids_hold(const struct plan_texts *ids, struct text id);

// Whether two lists hold the same texts in the same order.
bool ids_same(const struct plan_texts *a, const struct plan_texts *b);

#endif
