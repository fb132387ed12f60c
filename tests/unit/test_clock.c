// SPDX-License-Identifier: EUPL-1.2
// Tests of what day it is.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/base/clock.h"

static int enter(void **state) {
    (void)state;
    return unsetenv("G1P_TODAY");
}

static void check_today(const char *given, const char *expected) {
    struct date today;
    struct trouble trouble;
    char written[DATE_ROOM];
    assert_int_equal(clock_today(given, &today, &trouble), 0);
    date_write(today, written);
    assert_string_equal(written, expected);
}

static void test_given(void **state) {
    (void)state;
    check_today("2026-03-12", "2026-03-12");
    assert_int_equal(setenv("G1P_TODAY", "2020-02-29", 1), 0);
    check_today("2026-03-12", "2026-03-12"); // the option comes first
    check_today(NULL, "2020-02-29");
    assert_int_equal(setenv("G1P_TODAY", "nonsense", 1), 0);
    check_today("2026-03-12", "2026-03-12");
}

static void test_no_date(void **state) {
    (void)state;
    static const char *const wrong[] = {"", "today", "2026-02-30", "12-03-2026"};
    struct date today;
    struct trouble trouble;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(clock_today(wrong[i], &today, &trouble), -1);
        assert_int_equal(trouble.number, 0);
        assert_non_null(strstr(trouble.what, "--today"));
    }
    assert_int_equal(setenv("G1P_TODAY", "2026-13-01", 1), 0);
    assert_int_equal(clock_today(NULL, &today, &trouble), -1);
    assert_non_null(strstr(trouble.what, "G1P_TODAY"));
    assert_int_equal(clock_today(NULL, &today, NULL), -1);
}

// The date of the system, in the zone of the user; asked twice, as midnight may come in between.
static void check_local(void) {
    struct date today;
    char before[DATE_ROOM];
    char after[DATE_ROOM];
    char found[DATE_ROOM];
    time_t now = time(NULL);
    assert_true(strftime(before, sizeof before, "%Y-%m-%d", localtime(&now)) > 0);
    assert_int_equal(clock_today(NULL, &today, NULL), 0);
    now = time(NULL);
    assert_true(strftime(after, sizeof after, "%Y-%m-%d", localtime(&now)) > 0);
    date_write(today, found);
    assert_true(strcmp(found, before) == 0 || strcmp(found, after) == 0);
}

static void test_local(void **state) {
    (void)state;
    static const char *const zones[] = {"UTC", "AAA-14", "BBB+12"}; // these two never agree
    check_local();
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        assert_int_equal(setenv("TZ", zones[i], 1), 0);
        tzset();
        check_local();
    }
    assert_int_equal(setenv("G1P_TODAY", "", 1), 0); // empty is as good as not there
    check_local();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_given, enter),
        cmocka_unit_test_setup(test_no_date, enter),
        cmocka_unit_test_setup(test_local, enter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
