// SPDX-License-Identifier: EUPL-1.2
// Whom a record of the meldcode is about, and who stands in the plan that it names.
#ifndef G1P_METHOD_BETROKKENE_H
#define G1P_METHOD_BETROKKENE_H

#include <stdbool.h>

#include "lib/plan/plan.h"

// Whether two ways of writing somebody, each an id of the plan (NULL: no plan) or words, mean one
// person: the same letters, or the id and the name of one person.
bool zelfde_persoon(struct text een, struct text ander, const struct plan_plan *plan);

// Whether the record may be about this plan: at least one of those it is about may be one of the
// household or its network. Words that name nobody ("het meisje van zes") may be anybody, so it is
// only false when all are single words and none is an id, a first name or a role there.
bool betrokkenen_in_plan(const struct plan_meldcode *dossier, const struct plan_plan *plan);

// How old somebody counts in a record, from a date of birth or a role: kind until 12, adolescent
// until 18, oudere from 65 (beyond the sources, which name the words and no ages). -1: not known.
int leeftijdsgroep_van(const struct plan_lid *lid, struct date today);

#endif
