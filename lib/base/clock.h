// SPDX-License-Identifier: EUPL-1.2
// What day it is: asked once, at the edge, so that everything else can be repeated.
#ifndef G1P_BASE_CLOCK_H
#define G1P_BASE_CLOCK_H

#include "lib/base/date.h"
#include "lib/base/trouble.h"

// Today: `given` (of --today) when not NULL, else G1P_TODAY, else the local date. Returns 0, or -1
// when what was given is no date.
int clock_today(const char *given, struct date *today, struct trouble *trouble);

#endif
