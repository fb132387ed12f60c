// SPDX-License-Identifier: EUPL-1.2
// Acute danger: when a plan makes one think of it, and whom to call (WP levensbedreigend).
#ifndef G1P_METHOD_SPOED_H
#define G1P_METHOD_SPOED_H

#include <stdbool.h>

#include "lib/base/words.h"
#include "lib/plan/plan.h"

// Whom to call where no local framework says otherwise, from schemas/spoed.yaml; the first is 112.
struct spoed_nummer {
    const char *wie[2]; // by enum language
    const char *nummer[2];
    const char *wanneer[2];
};
extern const struct spoed_nummer spoed_nummers[];
extern const int spoed_nummer_count;

// One to call; texts are the framework's or static.
struct spoed_bellen {
    struct text wie;
    struct text nummer;  // a number, or in words how to get it
    struct text wanneer; // may be empty
};

enum { SPOED_MOST = 12 };

// Fills in whom to call, in order: those of the framework `kader` (NULL: none), with 112 before
// them when it is not among them; without any, those that are built in. Returns how many, at most
// SPOED_MOST and never 0.
size_t spoed_bellen(const struct plan_kader *kader, enum language language,
                    struct spoed_bellen into[SPOED_MOST]);

// A score up to which, and a number of days within which, danger counts as acute. Both go beyond
// the sources, which name 0 "very serious or life-threatening".
enum { SPOED_CIJFER = 2, SPOED_DAGEN = 7 };

// What in a plan speaks of acute danger.
struct spoed {
    const struct plan_schaalcijfer *cijfer;  // the lowest among the last scores of all people, when
                                             // it is SPOED_CIJFER or less; else NULL
    const struct plan_veiligheidszorg *zorg; // whose worst, last or first event lies within
                                             // SPOED_DAGEN before today, the latest; else NULL
    struct date dag;                         // of that event
};

// Reads it. Pure: nothing but the plan and the day is looked at. Scores and days after today do not
// count; how an event's day is found in its text: dagen.h.
struct spoed spoed_read(const struct plan_plan *plan, struct date today);

// Whether there is anything.
bool spoed_acuut(const struct spoed *spoed);

#endif
