// SPDX-License-Identifier: EUPL-1.2
// The few questions that matter at the beginning of a file.
#ifndef G1P_PLAN_QUESTIONS_H
#define G1P_PLAN_QUESTIONS_H

#include "lib/base/dialogue.h"
#include "lib/plan/values.h"

enum questions_outcome { QUESTIONS_ANSWERED, QUESTIONS_ENDED, QUESTIONS_OUT_OF_MEMORY };

// Asks what is not given yet: the number (`number` is offered), the household and its members, the
// reason, and whether there are concerns about basic care or safety. Adds the answers to `values`.
// A question left open adds nothing. QUESTIONS_ENDED: the input ended before the last question.
enum questions_outcome questions_ask(struct values *values, struct dialogue *dialogue,
                                     struct text number, struct date today);

// The same for a record of the meldcode: first of all whether somebody is in danger now. What
// `values` hold already (of the plan) is not asked.
enum questions_outcome questions_meldcode(struct values *values, struct dialogue *dialogue,
                                          struct text number, struct date today);

// The same for an organisation, and for local agreements; `name` is offered.
enum questions_outcome questions_organisatie(struct values *values, struct dialogue *dialogue,
                                             struct text name, struct date today);
enum questions_outcome questions_kader(struct values *values, struct dialogue *dialogue,
                                       struct text name, struct date today);

#endif
