// SPDX-License-Identifier: EUPL-1.2
// The five questions of the weighing in words: for who is asked, and for who reads the outcome.
// All texts are N_() texts in English.
#ifndef G1P_METHOD_WEEGVRAAG_H
#define G1P_METHOD_WEEGVRAAG_H

#include "lib/method/weging.h"

struct weegvraag {
    const char *kort;   // a few words
    const char *vraag;  // as it is asked
    const char *waarom; // why it is asked, and what to think of
    const char *ja;     // what each answer leads to
    const char *nee;
};

extern const struct weegvraag weegvragen[WEGING_VRAGEN];

// What an outcome means.
const char *weging_betekenis(enum weging_uitkomst uitkomst);

#endif
