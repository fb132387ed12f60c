// SPDX-License-Identifier: EUPL-1.2
// The entries that g1p-meldcode adds to a record. What was written before is never changed or
// taken away.
#ifndef G1P_CHANGE_MELDCODE_H
#define G1P_CHANGE_MELDCODE_H

#include "lib/change/change.h"
#include "lib/change/verb.h"

// The verbs and what each asks. The first shows where a record stands.
extern const struct verb_program meldcode_program;

// How a verb adds its entry; NULL for one that only shows.
change_make *meldcode_make(const struct verb *verb);

// The context of a change_make: the request.
//
// Each refuses, with `*trouble`, what cannot be: an entry before its step (a weighing before the
// first signal, a decision without a weighing), one that lies before the last of its kind where the
// last one counts, a decision that departs from the weighing without a reason, an entry in a record
// that was closed, closing one that may not be closed (MC-17), and any in a record whose plan
// cannot be found or is somebody else's.
struct meldcode_change {
    const struct verb_request *request;
};

// Adds what stands now, as one sentence in the reader's language, with dates, numbers and words of
// our own tables only.
void meldcode_say(const struct meldcode_change *change, const struct change_outcome *outcome,
                  struct buffer *out);

// Whether the entry may be added to the record as it was read; what was not given yet forbids
// nothing. Returns 0, or -1 with `*trouble`.
int meldcode_may(const struct verb_request *request, const struct check_result *before,
                 struct trouble *trouble);

// Whether the decision that was given departs from the weighing.
bool meldcode_departs(const struct verb_request *request, const struct check_result *before);

#endif
