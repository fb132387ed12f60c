// SPDX-License-Identifier: EUPL-1.2
// What to lay before somebody expert without names: the facts, the weighing so far and the
// questions (WP stap 2 actie 1 and 5).
#ifndef G1P_METHOD_ADVIESVRAAG_H
#define G1P_METHOD_ADVIESVRAAG_H

#include "lib/base/arena.h"
#include "lib/method/weging.h"

// One signal. `wat` is without the names that the record and its plan declare.
struct adviesvraag_feit {
    struct date datum;
    const struct plan_words *waargenomen; // enum waarneming
    bool gevoel;                          // it is marked as no fact
    struct text wat;                      // may be empty
};

// What is asked, each as a sentence in Dutch, as documents are.
enum adviesvraag_vraag {
    VRAAG_GEVAAR,      // how acute is it
    VRAAG_DESKUNDIGE,  // which expert else
    VRAAG_GESPREK,     // how to talk with those concerned safely
    VRAAG_VOORWAARDEN, // what must be safe at the least
    VRAAG_OPEN,        // the question of the weighing that is open
    VRAAG_MELDEN,      // does it ask for a report
    VRAAG_RESULTAAT,   // what to do when nothing changes
    ADVIES_VRAGEN
};

struct adviesvraag {
    int *leeftijdsgroepen; // of persoon 1, persoon 2, …: enum leeftijdsgroep or -1
    size_t personen;
    const struct plan_words *vormen; // enum geweldsvorm
    bool levensbedreigend;
    struct adviesvraag_feit *feiten;
    size_t feit_count;
    bool gesproken; // those concerned were spoken to
    bool gewogen;   // `weging` and `antwoorden` hold the last weighing
    enum weging_woord antwoorden[WEGING_VRAGEN];
    struct weging weging;
    bool vragen[ADVIES_VRAGEN];
};

// Makes it of a record, and of the plan that it names (NULL: none), for the names in it. People are
// persoon 1, persoon 2, … in the order of `betreft`, others "iemand", the writer "de professional";
// addresses, telephone numbers and the like become "…". A name that neither file declares is not
// known as one: whoever sends it must read it over. All is the arena's or the record's. Returns 0,
// or -1 when memory ran out.
int adviesvraag_maak(const struct plan_meldcode *dossier, const struct plan_plan *plan,
                     struct arena *arena, struct adviesvraag *into);

// The sentence of a question.
const char *adviesvraag_zin(enum adviesvraag_vraag vraag);

// `text` without the names of the record and the plan; the arena's, or empty with `bytes` NULL when
// memory ran out.
struct text adviesvraag_zonder_namen(struct text text, const struct plan_meldcode *dossier,
                                     const struct plan_plan *plan, struct arena *arena);

#endif
