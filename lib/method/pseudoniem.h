// SPDX-License-Identifier: EUPL-1.2
// A plan without who it is about, for advice without personal data (WP, meldcode stap 2).
//
// Names become moeder, kind 1, oma, gezinswerker; days of birth an age; addresses, telephone
// numbers and the plan's own number go; in running text too. That is a pseudonym and no anonymity
// before the law: who knows the household can recognise it by what happened. What cannot be seen:
// names that the plan declares nowhere (those with a capital are listed), nicknames that resemble
// no name, and what somebody is known by without a name ("de wethouder").
#ifndef G1P_METHOD_PSEUDONIEM_H
#define G1P_METHOD_PSEUDONIEM_H

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/plan/plan.h"

enum { PSEUDONIEM_MOST_WORDS = 200 }; // that are kept

// A word that may be somebody's name: it has a capital and is not known.
struct pseudoniem_woord {
    struct text word;
    uint32_t line; // of the file, where its text begins
};

struct pseudoniem {
    struct node *root; // still to be checked and read (zicht_lees)
    struct pseudoniem_woord *woorden;
    size_t woord_count; // kept
    size_t onbekend;    // found
};

// Makes the tree of a plan anew, without names. `plan` was read of a tree that schema_check has
// gone over, and stays as it is. Everything is the arena's. Returns 0, or -1 when memory ran out.
// `sections`: of which the words are told that are not known, NULL-ended; NULL: of all.
int pseudoniem_maak(const struct plan_plan *plan, struct date today, const char *const *sections,
                    struct arena *arena, struct pseudoniem *pseudoniem);

// The same for a record of the meldcode, and the reading of what was made of one.
int pseudoniem_maak_dossier(const struct plan_meldcode *dossier, struct arena *arena,
                            struct pseudoniem *pseudoniem);
int pseudoniem_lees_dossier(struct node *root, struct date today, struct arena *arena,
                            struct plan_meldcode *dossier);

#endif
