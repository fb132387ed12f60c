// SPDX-License-Identifier: EUPL-1.2
// Writing into a plan what of it was handed to whom.
#ifndef G1P_CHANGE_VERSTREKKING_H
#define G1P_CHANGE_VERSTREKKING_H

#include "lib/base/date.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"

struct verstrekking {
    struct text aan; // an id
    struct date datum;
    unsigned onderdelen;      // 1 << enum onderdeel; at least one
    const char *vorm;         // "pdf"
    const char *vingerafdruk; // of what they may see (FINGERPRINT_GEGEVEN)
};

// Adds an item to `verstrekkingen` of the plan in `path`. Refuses when what they may see is no
// longer what was handed over: somebody changed the plan meanwhile. Returns 0, or -1 with
// `*trouble` and nothing is written.
int verstrekking_leg_vast(const char *path, const struct verstrekking *verstrekking,
                          struct trouble *trouble);

#endif
