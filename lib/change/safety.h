// SPDX-License-Identifier: EUPL-1.2
// The changes that g1p-safety makes in a plan, one item at a time.
#ifndef G1P_CHANGE_SAFETY_H
#define G1P_CHANGE_SAFETY_H

#include "lib/change/change.h"
#include "lib/change/verb.h"

// The verbs: status, begin, schaal, afspraak, evaluatie, doelencheck, teken.
extern const struct verb_program safety_program;

// What a change works with: its context. Start with `struct safety_change c = {.request = …}`.
struct safety_change {
    struct verb_request *request;
    struct text chosen_id; // of an agreement that was given none; the edit's arena's
    unsigned goals_added;
};

// The changes, for change_file. Those of a plan without a safety plan are refused, but for
// safety_begin, which is refused when there is one.
change_make safety_begin;       // the parts of a safety plan, empty, made today
change_make safety_schaal;      // somebody's figure
change_make safety_afspraak;    // an agreement; `v1`, `v2`, … when no id is given
change_make safety_evaluatie;   // how an agreement was kept
change_make safety_doelencheck; // drafts of the obliged goals that are missing
change_make safety_teken;       // a signature with the fingerprint of the agreements as they are

// The change of a verb; NULL for status.
change_make *safety_make(const struct verb *verb);

// Adds what stands now, as one sentence in the reader's language, with names of our own tables,
// ids, dates and numbers only.
void safety_say(const struct safety_change *change, const struct change_outcome *outcome,
                struct buffer *out);

#endif
