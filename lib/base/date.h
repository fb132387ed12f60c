// SPDX-License-Identifier: EUPL-1.2
// Dates of the calendar, without times or zones.
#ifndef G1P_BASE_DATE_H
#define G1P_BASE_DATE_H

#include <stdbool.h>

#include "lib/base/text.h"

// A day. year 1-9999, month 1-12, day 1-31; year 0 means no date.
struct date {
    short year;
    signed char month;
    signed char day;
};

// Reads exactly YYYY-MM-DD, a day that the calendar has. False, and `*date` without a date, when
// the text is anything else.
bool date_read(struct text text, struct date *date);

// Reads 12-3-2026, 12/3/2026, 12.3.2026 or 12 3 2026, as people here write a date, to ask whether
// that day is meant. False when it is not so, or the calendar has no such day.
bool date_read_backwards(struct text text, struct date *date);

// Whether there is a date at all.
bool date_known(struct date date);

// Below 0, 0 or above 0 as `a` lies before, on or after `b`. Both must be known.
int date_compare(struct date a, struct date b);

// Days since 1970-01-01; the difference of two is the number of days between them.
long date_days(struct date date);

// The day `days` after (or before, when negative) `date`.
struct date date_plus_days(struct date date, long days);

// Whole years from `born` until `day`; negative when `born` lies after it.
int date_age(struct date born, struct date day);

// Writes YYYY-MM-DD and a NUL into `into`.
enum { DATE_ROOM = 24 };
void date_write(struct date date, char into[DATE_ROOM]);

#endif
