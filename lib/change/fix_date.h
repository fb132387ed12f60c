// SPDX-License-Identifier: EUPL-1.2
// Dates as people write them, in the form that the format asks for.
#ifndef G1P_CHANGE_FIX_DATE_H
#define G1P_CHANGE_FIX_DATE_H

#include <stdbool.h>

#include "lib/base/date.h"

// Reads 12-3-2026, 12/03/2026, 12.3.2026, 2026-3-12, 2026/03/12, 12 maart 2026 and 12 mrt. 2026:
// the day comes before the month, and the year has four digits. False, and no date, when it is
// anything else, has a word more, or is no day of the calendar.
bool fix_date(struct text text, struct date *date);

#endif
