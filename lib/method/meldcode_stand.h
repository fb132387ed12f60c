// SPDX-License-Identifier: EUPL-1.2
// Where a record of the meldcode stands: which steps are done, and what follows by when (WP stap
// 0-5, Als zorgen blijven).
#ifndef G1P_METHOD_MELDCODE_STAND_H
#define G1P_METHOD_MELDCODE_STAND_H

#include "lib/method/dossier.h"

enum {
    STAP_ZIEN,     // 0: are there signs?
    STAP_SIGNALEN, // 1: signals mapped
    STAP_OVERLEG,  // 2: somebody expert consulted
    STAP_GESPREK,  // 3: those concerned spoken to
    STAP_WEGING,   // 4: weighed
    STAP_BESLUIT,  // 5: decided, and done what was decided
    MELDCODE_STAPPEN
};

enum stap_stand { STAP_GEDAAN, STAP_NU, STAP_LATER };

// One step. `door` is the author of the last entry; empty when there is none.
struct stap {
    enum stap_stand stand;
    unsigned aantal; // of entries
    struct moment eerste, laatste;
    struct text door;
};

// What follows, in the order in which it presses.
enum vervolg_wat {
    VERVOLG_BELLEN, // life is in danger, and nobody was rung
    VERVOLG_SIGNAAL,
    VERVOLG_CHECK, // kindcheck or mantelzorgcheck
    VERVOLG_OVERLEG,
    VERVOLG_GESPREK,
    VERVOLG_WEGEN,
    VERVOLG_BESLUITEN,
    VERVOLG_MELDEN,
    VERVOLG_HULP,           // write down which, and a day to look back
    VERVOLG_OPNIEUW_WEGEN,  // by its date
    VERVOLG_EVALUATIE,      // on its date
    VERVOLG_TERUGKOPPELING, // hear from Veilig Thuis by its date, or ring them
    VERVOLG_SLUITEN,        // the record may be closed
    VERVOLGEN
};

struct vervolg {
    enum vervolg_wat wat;
    struct date uiterlijk; // unknown: as soon as can be
};

enum { VERVOLG_MEESTE = 16 };

struct meldcode_stand {
    struct stap stappen[MELDCODE_STAPPEN];
    struct vervolg vervolg[VERVOLG_MEESTE];
    size_t vervolg_count;
};

// Reads it; `kader` (NULL: none) tells the term for weighing again.
struct meldcode_stand meldcode_stand(const struct plan_meldcode *dossier,
                                     const struct plan_kader *kader);

// The words of machine output.
const char *stap_stand_woord(enum stap_stand stand);
const char *vervolg_woord(enum vervolg_wat wat);

#endif
