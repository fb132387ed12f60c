// SPDX-License-Identifier: EUPL-1.2
// The five questions of the weighing, put to the person at the terminal.
#ifndef G1P_CHANGE_WEEG_ASK_H
#define G1P_CHANGE_WEEG_ASK_H

#include "lib/base/dialogue.h"
#include "lib/method/weging.h"

// Asks the questions in their order, each with why it is asked and what its answers lead to, up to
// the first that stays open. "weet ik nog niet" (or Enter) is always allowed, and "terug" goes back
// to the question before, also from behind the last one. Returns 0 with `antwoorden`, or -1 when
// the input ended.
int weeg_ask(struct dialogue *dialogue, enum weging_woord antwoorden[WEGING_VRAGEN]);

#endif
