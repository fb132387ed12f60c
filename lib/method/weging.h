// SPDX-License-Identifier: EUPL-1.2
// The weighing of the reporting code: five answers in, what follows from them out (WP stap 4-5).
#ifndef G1P_METHOD_WEGING_H
#define G1P_METHOD_WEGING_H

#include <stdbool.h>

#include "lib/plan/plan.h"

// The five questions, in the order in which they are walked.
enum weging_vraag {
    WEGING_VERMOEDEN,
    WEGING_ACUUT_OF_STRUCTUREEL,
    WEGING_EFFECTIEVE_HULP,
    WEGING_MEDEWERKING,
    WEGING_DUURZAME_VEILIGHEID,
    WEGING_VRAGEN
};

// An answer, and whether to report or to help.
enum weging_woord { WEGING_OPEN, WEGING_JA, WEGING_NEE };

enum weging_uitkomst {
    UITKOMST_AFSLUITEN,      // no suspicion: close, and write it down
    UITKOMST_MELDEN,         // report; help is not possible, or not known yet
    UITKOMST_MELDEN_EN_HULP, // report, and help
    UITKOMST_HULP,           // help; whether it makes safe for good is still to be seen
    UITKOMST_VOLGEN,         // go on, with agreements on following what is safe
    UITKOMST_OPEN            // more answers are needed
};

struct weging {
    enum weging_uitkomst uitkomst;
    enum weging_woord melden;
    enum weging_woord hulp;
    int volgende;                  // enum weging_vraag whose answer is still needed; -1: none
    int bereikt;                   // how many questions, from the first, were walked
    bool genegeerd[WEGING_VRAGEN]; // answered, and not reached: it does not count (yet)
    bool hoe_dan_ook;              // leads to a report whatever the open answer will be
};

// Walks the answers (enum weging_woord, by question) up to the first open one.
struct weging weging_weeg(const enum weging_woord antwoorden[WEGING_VRAGEN]);

// The answers of a weighing that was written down; one that is absent or cannot be read is open.
void weging_antwoorden(const struct plan_weging *weging,
                       enum weging_woord antwoorden[WEGING_VRAGEN]);

// The same, walked.
struct weging weging_van(const struct plan_weging *weging);

// Whether a weighing ends it all: there is no suspicion, or it became safe for good.
bool weging_eindigt(const struct weging *weging, const enum weging_woord antwoorden[WEGING_VRAGEN]);

// The words of machine output and of the format: field of a question, an answer as it is written in
// a record ("onbekend" when open), whether to report or help ("open" when that is open), outcome.
const char *weging_veld(enum weging_vraag vraag);
const char *weging_antwoord(enum weging_woord woord);
const char *weging_woord(enum weging_woord woord);
const char *weging_uitkomst(enum weging_uitkomst uitkomst);

#endif
