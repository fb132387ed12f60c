// SPDX-License-Identifier: EUPL-1.2
// Whom a safety plan is about, and which of its agreements hold.
#ifndef G1P_METHOD_VEILIGHEIDSPLAN_H
#define G1P_METHOD_VEILIGHEIDSPLAN_H

#include <stdbool.h>

#include "lib/plan/plan.h"

// Whether the safety plan names this person by id anywhere; that they signed it does not count.
bool veiligheidsplan_names(const struct plan_veiligheidsplan *veiligheidsplan, struct text id);

// Whether an agreement was not dropped.
bool afspraak_is_live(const struct plan_afspraak *afspraak);

// Whether `frequentie` says that something happened once.
bool frequentie_eenmalig(struct text frequentie);

#endif
