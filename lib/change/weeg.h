// SPDX-License-Identifier: EUPL-1.2
// The five questions of the weighing: put to the person at the terminal, or given as options.
#ifndef G1P_CHANGE_WEEG_H
#define G1P_CHANGE_WEEG_H

#include "lib/base/dialogue.h"
#include "lib/change/verb.h"
#include "lib/method/weging.h"

// Asks the questions in their order, each with why it is asked and what its answers lead to, up to
// the first that stays open. "weet ik nog niet" (or Enter) is always allowed, and "terug" goes back
// to the question before, also from behind the last one. Returns 0 with `antwoorden`, or -1 when
// the input ended.
int weeg_ask(struct dialogue *dialogue, enum weging_woord antwoorden[WEGING_VRAGEN]);

// Whether the options of the verb gave an answer to any question.
bool weeg_given(const struct verb_request *request);

// The answers that were given; what was not is open.
void weeg_take(const struct verb_request *request, enum weging_woord antwoorden[WEGING_VRAGEN]);

// Gives the options those answers that are not open.
void weeg_give(struct verb_request *request, const enum weging_woord antwoorden[WEGING_VRAGEN]);

#endif
