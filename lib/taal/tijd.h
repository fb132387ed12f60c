// SPDX-License-Identifier: EUPL-1.2
// When something happens: expressions of time that a third person can check.
#ifndef G1P_TAAL_TIJD_H
#define G1P_TAAL_TIJD_H

#include "lib/taal/lezing.h"

// What a sentence says about when.
struct tijd {
    bool meetbaar; // a date, a clock time, a frequency, a term, an event anybody would notice
    bool ongewis;  // only an event that nobody can check: "zodra het uitkomt"
    size_t van;    // the tokens of it
    size_t tot;
};

// Looks through a reading (lezing_zinnen).
struct tijd tijd_zoek(const struct lezing *lezing);

// How many tokens an expression of time has that begins at token `i`; 0: none does.
size_t tijd_op(const struct lezing *lezing, size_t i);

#endif
