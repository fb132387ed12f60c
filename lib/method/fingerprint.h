// SPDX-License-Identifier: EUPL-1.2
// Fingerprints of what people agreed to, by which everybody can see that it still stands there.
//
// How one is taken is told in g1p-plan(5), FINGERPRINTS, so that anybody can take one by other
// means. It never changes: fingerprints stand in plans.
#ifndef G1P_METHOD_FINGERPRINT_H
#define G1P_METHOD_FINGERPRINT_H

#include "lib/base/buffer.h"
#include "lib/plan/plan.h"

enum fingerprint_part {
    FINGERPRINT_AFSPRAKEN, // what is signed: the agreements of the safety plan
    FINGERPRINT_PLAN,      // what `akkoord` is about: goals with their actions, and the agreements
    FINGERPRINT_GEGEVEN    // what was handed over: all that is in it, but `verstrekkingen` itself
};

enum { FINGERPRINT_ROOM = sizeof "sha256:" + 32 };

// Adds the content that counts, as canonical JSON.
void fingerprint_content(const struct plan_plan *plan, enum fingerprint_part part,
                         struct buffer *out);

// Writes the fingerprint ("sha256:…") of a part and a NUL. Returns 0, or -1 when memory ran out.
int fingerprint_take(const struct plan_plan *plan, enum fingerprint_part part,
                     char into[FINGERPRINT_ROOM]);

#endif
