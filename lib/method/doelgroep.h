// SPDX-License-Identifier: EUPL-1.2
// The target group: whether the method is to be started for a household, and why (KR §1-2).
#ifndef G1P_METHOD_DOELGROEP_H
#define G1P_METHOD_DOELGROEP_H

#include <stdbool.h>

#include "lib/plan/plan.h"

enum { DOELGROEP_KWETSBAAR = 6, DOELGROEP_ZEER_KWETSBAAR = 3 };

enum doelgroep_besluit {
    DOELGROEP_STARTEN,
    DOELGROEP_NIET,        // the questions were answered, and nothing says so
    DOELGROEP_ONBEKEND,    // nothing says so, and no question was answered
    DOELGROEP_PROFESSIONAL // the local framework has criteria of its own: a professional answers
};

// Reasons for starting; any one will do.
struct doelgroep {
    enum doelgroep_besluit besluit;
    bool kwetsbaar;                      // one of the reasons of the method itself
    bool veiligheid;                     // concerns about basic care or safety
    bool criteria[DOELGROEP_KWETSBAAR];  // which of the six, in the order of the format
    bool zeer[DOELGROEP_ZEER_KWETSBAAR]; // which of the three; a reason when all are there
    bool eigen_criteria;                 // the framework's, and step 3 of the intake was ticked
};

// The answer for a plan under the local framework `kader` (NULL: none). Pure: nothing but the plan
// and the framework is looked at.
struct doelgroep doelgroep(const struct plan_plan *plan, const struct plan_kader *kader);

// Whether the plan says that there are concerns about basic care or safety. The plan's own answer
// counts, not whether there is a veiligheidsplan.
bool plan_onveilig(const struct plan_plan *plan);

#endif
