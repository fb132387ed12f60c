// SPDX-License-Identifier: EUPL-1.2
// The typed plan: what rules and documents read.
//
// One struct for each kind of object in the schema (struct plan_plan, plan_lid, plan_doel, …), made
// by gen/ from schemas/plan.schema.json, with a member for each field of the same name.
#ifndef G1P_PLAN_PLAN_H
#define G1P_PLAN_PLAN_H

#include "build/gen/plan_types.h"
#include "build/gen/schema_words.h"
#include "lib/base/arena.h"

// Reads a tree that schema_check has gone over. Whatever has the right kind is there, whatever has
// not counts as absent, so a plan that is half wrong is still read. The values are the arena's and
// live as long as the tree. Returns 0, or -1 when memory ran out.
int plan_read(const struct tree *tree, struct arena *arena, struct plan_plan *plan);

// The same for the other kinds of file.
int plan_read_meldcode(const struct tree *tree, struct arena *arena, struct plan_meldcode *dossier);
int plan_read_organisatie(const struct tree *tree, struct arena *arena,
                          struct plan_organisatie *organisatie);
int plan_read_kader(const struct tree *tree, struct arena *arena, struct plan_kader *kader);

// Who somebody is that an id can stand for.
enum persoon_soort { PERSOON_ONBEKEND, PERSOON_LID, PERSOON_NAASTE, PERSOON_PROFESSIONAL };

struct persoon {
    enum persoon_soort soort;
    size_t index; // in leden, netwerk or professionals
    struct text id;
    struct text naam;
};

// The person an id stands for; soort PERSOON_ONBEKEND when it stands for nobody.
struct persoon plan_persoon(const struct plan_plan *plan, struct text id);

// The same for a value that refers to somebody, at once instead of by looking through everybody.
struct persoon plan_persoon_van(const struct plan_plan *plan, const struct plan_text *verwijzing);

#endif
