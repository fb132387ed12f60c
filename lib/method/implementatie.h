// SPDX-License-Identifier: EUPL-1.2
// The nineteen points that an organisation arranges (IO §1.2), from schemas/implementatie.yaml.
#ifndef G1P_METHOD_IMPLEMENTATIE_H
#define G1P_METHOD_IMPLEMENTATIE_H

#include <stdbool.h>

struct implementatie_punt {
    const char *punt;     // "B2", as in the file; each letter is numbered from 1
    const char *titel[2]; // by enum language
    const char *vraag;    // what there is to arrange, in Dutch
    const char *bron;
    bool jeugd; // only for who works with youth up to 23
};

// By the value of an organisation's `punt` (enum puntnummer).
extern const struct implementatie_punt implementatie_punten[];
extern const int implementatie_punt_count;

#endif
