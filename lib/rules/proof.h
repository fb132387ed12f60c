// SPDX-License-Identifier: EUPL-1.2
// The proof of a new plan: it is written only when it reads back as it was meant.
#ifndef G1P_RULES_PROOF_H
#define G1P_RULES_PROOF_H

#include "lib/plan/values.h"
#include "lib/rules/check.h"

// Holds given values against the form, as if they stood in a plan. That something is missing is no
// finding here. Returns 0, or -1 when memory ran out.
int proof_values(const struct values *values, struct date today, struct findings *findings);

// Reads the plan made of the values. `*kept` tells whether it holds all that was given, in whole
// parts; `result` gets the findings: in phase aanmelding of all rules but those about plain
// words (TL), later of the form only.
// Returns 0, or -1 when memory ran out.
int proof_plan(struct text plan, const struct values *values, struct date today,
               struct arena *scratch, struct check_result *result, bool *kept);

#endif
