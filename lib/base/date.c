// SPDX-License-Identifier: EUPL-1.2
// The Gregorian calendar.
#include "lib/base/date.h"

#include <stdio.h>
#include <string.h>

static bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

// The number written in two digits at `bytes`; below 0 when one is no digit.
static int two_digits(const char *bytes) {
    unsigned tens = (unsigned)(unsigned char)bytes[0] - '0';
    unsigned ones = (unsigned)(unsigned char)bytes[1] - '0';
    return tens < 10 && ones < 10 ? (int)(tens * 10 + ones) : -1;
}

bool date_read(struct text text, struct date *date) {
    *date = (struct date){0};
    if (text.length != 10 || text.bytes[4] != '-' || text.bytes[7] != '-')
        return false;
    int century = two_digits(text.bytes);
    int rest = two_digits(text.bytes + 2);
    int year = century >= 0 && rest >= 0 ? century * 100 + rest : -1;
    int month = two_digits(text.bytes + 5);
    int day = two_digits(text.bytes + 8);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return false;
    *date = (struct date){(short)year, (signed char)month, (signed char)day};
    return true;
}

bool date_read_backwards(struct text text, struct date *date) {
    char plain[16];
    char written[DATE_ROOM];
    unsigned day, month, year;
    int taken = 0;
    if (text.length >= sizeof plain)
        return false;
    for (size_t i = 0; i < text.length; i++)
        plain[i] = strchr("/. ", text.bytes[i]) ? '-' : text.bytes[i];
    plain[text.length] = '\0';
    if (sscanf(plain, "%2u-%2u-%4u%n", &day, &month, &year, &taken) != 3 ||
        (size_t)taken != text.length || day > 31 || month > 12 || year < 1000)
        return false;
    date_write((struct date){(short)year, (signed char)month, (signed char)day}, written);
    return date_read(text_of(written), date);
}

bool date_known(struct date date) {
    return date.year != 0;
}

int date_compare(struct date a, struct date b) {
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

// Days are counted in years that begin on 1 March, so that the leap day comes last.
long date_days(struct date date) {
    long year = date.year - (date.month <= 2);
    long era = year / 400;
    long of_era = year - era * 400;
    long month = (date.month + 9) % 12;
    long of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_plus_days(struct date date, long days) {
    long number = date_days(date) + days + 719468;
    long era = (number >= 0 ? number : number - 146096) / 146097;
    long of_era = number - era * 146097;
    long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year + year / 4 - year / 100);
    long month = (5 * of_year + 2) / 153;
    long day = of_year - (153 * month + 2) / 5 + 1;
    month = month < 10 ? month + 3 : month - 9;
    year += era * 400 + (month <= 2);
    if (year < 1 || year > 9999)
        return (struct date){0};
    return (struct date){(short)year, (signed char)month, (signed char)day};
}

int date_age(struct date born, struct date day) {
    int years = day.year - born.year;
    if (day.month < born.month || (day.month == born.month && day.day < born.day))
        years--;
    return years;
}

void date_write(struct date date, char into[DATE_ROOM]) {
    snprintf(into, DATE_ROOM, "%04d-%02d-%02d", date.year, date.month, date.day);
}
