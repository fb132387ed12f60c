// SPDX-License-Identifier: EUPL-1.2
// Looking through a record of the meldcode: its entries by date, and what stands now.
#ifndef G1P_METHOD_DOSSIER_H
#define G1P_METHOD_DOSSIER_H

#include <stdbool.h>

#include "lib/method/weging.h"
#include "lib/plan/plan.h"

// One entry of a list of the record, with its date (unknown when it has none that can be read).
struct moment {
    const struct node *node; // NULL: there is no entry
    const struct node *datum;
    struct date date;
};

// The first and the last entry of a list (its node; NULL: no list) by date; of two on one day the
// earlier and the later in the file. Entries without a date come before all others.
struct moment moment_eerste(const struct node *list);
struct moment moment_laatste(const struct node *list);

// Whether the list has an entry on or after a day; an unknown day: whether it has any.
bool moment_sinds(const struct node *list, struct date day);

// The last weighing, decision and report; NULL when there is none.
const struct plan_weging *dossier_weging(const struct plan_meldcode *dossier);
const struct plan_besluit *dossier_besluit(const struct plan_meldcode *dossier);
const struct plan_melding *dossier_melding(const struct plan_meldcode *dossier);

// The weighing that a decision rests on: the last one on or before its day, or NULL.
const struct plan_weging *dossier_weging_van(const struct plan_meldcode *dossier,
                                             const struct plan_besluit *besluit);

// How a decision departs from the weighing it rests on; an open part of the weighing departs from
// nothing.
struct afwijking {
    bool melden; // whether to report
    bool hulp;   // whether to help
};
struct afwijking dossier_afwijking(const struct plan_meldcode *dossier,
                                   const struct plan_besluit *besluit);

// Whether help was chosen: the last decision says so, or there is none and help is written down.
bool dossier_hulp_gekozen(const struct plan_meldcode *dossier);

// Whether a report was made since the last weighing, or the decision, asked for one.
bool dossier_gemeld(const struct plan_meldcode *dossier);

// Whether the record may be closed now: the last weighing says there is no suspicion or that it is
// safe for good, or it was reported and the professional gives no help any more.
bool dossier_mag_dicht(const struct plan_meldcode *dossier);

// Whether the record was closed.
bool dossier_gesloten(const struct plan_meldcode *dossier);

// The last event of a kind (enum gebeurtenissoort), or one without a node.
struct moment dossier_gebeurtenis(const struct plan_meldcode *dossier, int soort);

// Whether a number of a record has the shape of one (letters without accents, digits, - _ .), and
// may be shown anywhere: what has another could be a sentence.
bool dossier_nummer_open(struct text nummer);

// Whether one of the words of a list is this one.
bool woorden_bevatten(const struct plan_words *woorden, int woord);

#endif
