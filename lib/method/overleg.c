// SPDX-License-Identifier: EUPL-1.2
// Dates around meetings.
#include "lib/method/overleg.h"

enum { DAYS_BEFORE = 14, DAYS_AFTER = 7 };

bool overleg_is_held(const struct plan_overleg *overleg, struct date today) {
    return date_known(overleg->datum.date) && date_compare(overleg->datum.date, today) <= 0;
}

bool overleg_is_near(struct date day, struct date meeting) {
    long days = date_days(day) - date_days(meeting);
    return date_known(day) && days >= -DAYS_BEFORE && days <= DAYS_AFTER;
}
