// SPDX-License-Identifier: EUPL-1.2
// Signatures of a safety plan: whose is the last, and whether what was signed still stands there.
#ifndef G1P_METHOD_ONDERTEKENING_H
#define G1P_METHOD_ONDERTEKENING_H

#include "lib/method/fingerprint.h"

enum ondertekening_stand {
    ONDERTEKENING_GELDT,    // what was signed stands there
    ONDERTEKENING_ANDERS,   // the agreements were changed since
    ONDERTEKENING_ONBEKEND, // signed without a fingerprint: nobody can tell
    ONDERTEKENING_OUDER     // the same person signed again later
};

// How a signature stands for one of those who gave it. `now` is the fingerprint of the agreements
// (FINGERPRINT_AFSPRAKEN) as they are.
enum ondertekening_stand ondertekening_stand(const struct plan_ondertekening_list *list,
                                             size_t index, struct text wie, const char *now);

#endif
