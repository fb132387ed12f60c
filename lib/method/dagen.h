// SPDX-License-Identifier: EUPL-1.2
// Days that a running Dutch text names.
#ifndef G1P_METHOD_DAGEN_H
#define G1P_METHOD_DAGEN_H

#include "lib/base/date.h"

// Whether a text names a day from `from` until `until`, both included; `*day` is the latest such
// day. Seen are 2026-05-28, 28-5-2026, 28/5/26, 28 mei 2026 and 28 mei, the last in whatever year
// lies within the days asked about. Words that count from a day nobody knows (gisteren, vorige
// week) are not seen.
bool dagen_named(struct text text, struct date from, struct date until, struct date *day);

#endif
