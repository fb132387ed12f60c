// SPDX-License-Identifier: EUPL-1.2
// What a local framework (soort: kader) means for the check.
#ifndef G1P_METHOD_KADER_H
#define G1P_METHOD_KADER_H

#include <stdbool.h>

#include "lib/plan/plan.h"

enum { KADER_UNCHANGED = -1, KADER_OFF = -2 };

// Whether a framework says why it changes a rule.
bool kader_gives_reason(const struct plan_kader_regel *regel);

// How severe a framework makes the rule with this id: 0 advies, 1 waarschuwing, 2 fout; KADER_OFF
// when it switches it off, with a reason; KADER_UNCHANGED otherwise, and without a framework.
int kader_severity(const struct plan_kader *kader, const char *rule_id);

// From which score on the safety scale a plan can be closed (afsluiten_vanaf). Where no framework
// says otherwise that is 8, which is beyond the sources.
double kader_afsluiten_vanaf(const struct plan_kader *kader);

// After how many weeks a suspicion is weighed again, and news of a report is waited for
// (weging_weken). Where no framework says otherwise that is 8, which is beyond the sources.
int kader_weging_weken(const struct plan_kader *kader);

#endif
