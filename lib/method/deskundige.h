// SPDX-License-Identifier: EUPL-1.2
// Which experts know about which form of violence (WP stap 2 actie 2-3).
#ifndef G1P_METHOD_DESKUNDIGE_H
#define G1P_METHOD_DESKUNDIGE_H

#include <stdbool.h>

#include "lib/plan/plan.h"

enum { DESKUNDIGE_MEESTE = 5 };

struct deskundige_bij {
    int vorm;                   // enum geweldsvorm
    int wie[DESKUNDIGE_MEESTE]; // enum deskundige; one of them will do; -1 ends it
    bool eigen;                 // the form calls for its own expert, beside any other
    bool zo_nodig;              // only if needed
    bool politie;               // and confer with the police if needed
};

// The row of a form (enum geweldsvorm), or NULL.
const struct deskundige_bij *deskundige_bij(int vorm);

// Whether one of the experts of this form was consulted.
bool deskundige_gesproken(const struct plan_meldcode *dossier, const struct deskundige_bij *bij);

#endif
