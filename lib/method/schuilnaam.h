// SPDX-License-Identifier: EUPL-1.2
// What people and organisations of a plan are called where their names are not told: moeder, kind
// 1, oma, gezinswerker.
#ifndef G1P_METHOD_SCHUILNAAM_H
#define G1P_METHOD_SCHUILNAAM_H

#include "lib/base/arena.h"
#include "lib/method/namen.h"
#include "lib/plan/plan.h"

struct schuilnaam {
    struct text woord;       // without a number: "kind"
    struct text naam;        // "kind 1"; no two are the same
    struct text rol;         // of a member, with the age: "kind, 8 jaar"
    struct text organisatie; // of a professional
};

// By place in leden, netwerk and professionals.
struct schuilnamen {
    struct schuilnaam *leden;
    struct schuilnaam *netwerk;
    struct schuilnaam *professionals;
};

// Chooses them by role, relation and job, in the order of the plan. Everything is the arena's.
// Returns 0, or -1 when memory ran out.
int schuilnamen_kies(const struct plan_plan *plan, struct date today, struct arena *arena,
                     struct schuilnamen *namen);

// Likewise of a record of the meldcode: `leden` are whom it concerns, by age and order, and the one
// of `professionals` is who keeps it.
int schuilnamen_kies_dossier(const struct plan_meldcode *dossier, struct arena *arena,
                             struct schuilnamen *namen);

// All by which somebody of the plan can be known in a running text, with what stands in for it:
// names, ids, the household's name and address, organisations, dates of birth, the plan's number.
// NULL when memory ran out.
struct namen *schuilnamen_zoek(const struct plan_plan *plan, const struct schuilnamen *schuilnamen,
                               struct arena *arena);
struct namen *schuilnamen_zoek_dossier(const struct plan_meldcode *dossier,
                                       const struct schuilnamen *schuilnamen, struct arena *arena);

#endif
