// SPDX-License-Identifier: EUPL-1.2
// Tests of the calendar.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include "lib/base/date.h"

static struct date day(int year, int month, int number) {
    return (struct date){(short)year, (signed char)month, (signed char)number};
}

static void check_reads(const char *text, int year, int month, int number) {
    struct date date = {1, 1, 1};
    char written[DATE_ROOM];
    assert_true(date_read(text_of(text), &date));
    assert_true(date_known(date));
    assert_int_equal(date_compare(date, day(year, month, number)), 0);
    date_write(date, written);
    assert_string_equal(written, text);
}

static void test_read(void **state) {
    (void)state;
    check_reads("2026-03-12", 2026, 3, 12);
    check_reads("0001-01-01", 1, 1, 1);
    check_reads("9999-12-31", 9999, 12, 31);
    check_reads("2024-02-29", 2024, 2, 29);
    check_reads("2000-02-29", 2000, 2, 29);
    check_reads("1999-04-30", 1999, 4, 30);
}

static void test_read_refuses(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "",           "2026",        "2026-03",       "2026-3-12",   "26-03-12",
        "2026-03-1",  "2026-03-123", "2026/03/12",    "12-03-2026",  "2026-00-10",
        "2026-13-10", "2026-01-00",  "2026-01-32",    "2026-04-31",  "2023-02-29",
        "1900-02-29", "2100-02-29",  "0000-01-01",    "2024-02-30",  "2026-0a-12",
        "+026-03-12", "2026-03- 1",  " 2026-03-12",   "2026-03-12 ", "2026-03-12T00:00",
        "-026-03-12", "2026-+3-12",  "２０２６-03-12"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct date date = day(2020, 1, 1);
        if (date_read(text_of(wrong[i]), &date))
            fail_msg("“%s” is taken for a date", wrong[i]);
        assert_false(date_known(date));
    }
    struct date date;
    assert_false(date_read((struct text){NULL, 0}, &date));
    assert_false(date_read((struct text){"2026-03-12", 9}, &date));
}

// Another calendar than the one under test, to count along with.
static int last_of_month(int year, int month) {
    if (month == 2)
        return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static struct date following(struct date date) {
    if (date.day < last_of_month(date.year, date.month))
        return day(date.year, date.month, date.day + 1);
    return date.month < 12 ? day(date.year, date.month + 1, 1) : day(date.year + 1, 1, 1);
}

static bool same(struct date a, struct date b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

// More than the 400 years after which the calendar repeats.
static void test_read_backwards(void **state) {
    (void)state;
    struct date date;
    const char *good[] = {"12-3-2026", "12-03-2026", "12/3/2026", "12.3.2026", "12 3 2026"};
    const char *bad[] = {"",         "2026-03-12", "31-2-2026",    "12-13-2026", "12-3-26x",
                         "12-3-202", "0-3-2026",   "12-3-2026 ok", "-12-3-2026", "12 maart 2026"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_true(date_read_backwards(text_of(good[i]), &date));
        assert_true(date.year == 2026 && date.month == 3 && date.day == 12);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (date_read_backwards(text_of(bad[i]), &date))
            fail_msg("%s", bad[i]);
}

static void test_every_day(void **state) {
    (void)state;
    struct date date = day(1599, 12, 31);
    long number = date_days(date);
    while (date.year < 2001 || date.month < 3) {
        struct date next = following(date);
        char written[DATE_ROOM];
        struct date read;
        date_write(next, written);
        if (date_days(next) != number + 1 || !same(date_plus_days(date, 1), next) ||
            !same(date_plus_days(next, -1), date) ||
            !same(date_plus_days(day(1970, 1, 1), number + 1), next) ||
            !date_read(text_of(written), &read) || !same(read, next) ||
            date_compare(date, next) >= 0 || date_compare(next, date) <= 0)
            fail_msg("%s does not follow the day before it", written);
        date = next;
        number++;
    }
}

static void test_days(void **state) {
    (void)state;
    assert_int_equal(date_days(day(1970, 1, 1)), 0);
    assert_int_equal(date_days(day(1969, 12, 31)), -1);
    assert_int_equal(date_days(day(2000, 3, 1)), 11017);
    assert_int_equal(date_days(day(1, 1, 1)), -719162);
    assert_int_equal(date_days(day(9999, 12, 31)), 2932896);
    assert_int_equal(date_days(day(2024, 3, 1)) - date_days(day(2024, 2, 28)), 2);
    assert_int_equal(date_days(day(2100, 3, 1)) - date_days(day(2100, 2, 28)), 1);
    assert_int_equal(date_days(day(2400, 1, 1)) - date_days(day(2000, 1, 1)), 146097);
}

static void test_plus_days(void **state) {
    (void)state;
    struct date date = day(2024, 2, 29);
    for (long days = -700000; days <= 2900000; days += 991)
        assert_int_equal(date_days(date_plus_days(date, days)) - date_days(date),
                         date_known(date_plus_days(date, days)) ? days : -date_days(date));
    assert_true(same(date_plus_days(date, 0), date));
    assert_true(same(date_plus_days(date, 365), day(2025, 2, 28)));
    assert_true(same(date_plus_days(date, 1461), day(2028, 2, 29)));
}

static void test_beyond_the_calendar(void **state) {
    (void)state;
    assert_false(date_known(date_plus_days(day(9999, 12, 31), 1)));
    assert_false(date_known(date_plus_days(day(1, 1, 1), -1)));
    assert_false(date_known(date_plus_days(day(1, 1, 1), -1000000)));
    assert_false(date_known(date_plus_days(day(2026, 1, 1), 100000000L)));
    assert_true(same(date_plus_days(day(9999, 12, 30), 1), day(9999, 12, 31)));
    assert_true(same(date_plus_days(day(1, 1, 2), -1), day(1, 1, 1)));
    assert_false(date_known((struct date){0}));
}

static void test_compare(void **state) {
    (void)state;
    assert_true(date_compare(day(2025, 12, 31), day(2026, 1, 1)) < 0);
    assert_true(date_compare(day(2026, 2, 1), day(2026, 1, 31)) > 0);
    assert_true(date_compare(day(2026, 2, 1), day(2026, 2, 2)) < 0);
    assert_int_equal(date_compare(day(2026, 2, 1), day(2026, 2, 1)), 0);
}

static void test_age(void **state) {
    (void)state;
    struct date leap = day(2008, 2, 29);
    assert_int_equal(date_age(leap, leap), 0);
    assert_int_equal(date_age(leap, day(2009, 2, 28)), 0);
    assert_int_equal(date_age(leap, day(2009, 3, 1)), 1);
    assert_int_equal(date_age(leap, day(2012, 2, 28)), 3);
    assert_int_equal(date_age(leap, day(2012, 2, 29)), 4);
    assert_int_equal(date_age(leap, day(2024, 2, 28)), 15);
    assert_int_equal(date_age(leap, day(2024, 2, 29)), 16);
    assert_int_equal(date_age(day(2014, 5, 6), day(2026, 5, 5)), 11);
    assert_int_equal(date_age(day(2014, 5, 6), day(2026, 5, 6)), 12);
    assert_int_equal(date_age(day(2014, 12, 31), day(2026, 1, 1)), 11);
    assert_true(date_age(day(2026, 5, 6), day(2026, 5, 5)) < 0);
    assert_true(date_age(day(2027, 1, 1), day(2026, 12, 31)) < 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_read_refuses),
        cmocka_unit_test(test_read_backwards),
        cmocka_unit_test(test_every_day),
        cmocka_unit_test(test_days),
        cmocka_unit_test(test_plus_days),
        cmocka_unit_test(test_beyond_the_calendar),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_age),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
