// SPDX-License-Identifier: EUPL-1.2
// Tests of dates as people write them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/change/fix_date.h"

static void test_read(void **state) {
    static const char *const texts[] = {
        "12-3-2026",   "12-03-2026",   "12/3/2026",      "12/03/2026",        "12.3.2026",
        "2026-3-12",   "2026/03/12",   "2026.3.12",      "12 maart 2026",     "12 Maart 2026",
        "12 mrt 2026", "12 mrt. 2026", "12. maart 2026", " 12  maart  2026 ", "2026-03-12"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct date date;
        if (!fix_date(text_of(texts[i]), &date))
            fail_msg("%s is not read", texts[i]);
        assert_int_equal(date.year, 2026);
        assert_int_equal(date.month, 3);
        assert_int_equal(date.day, 12);
    }
}

static void test_months(void **state) {
    static const char *const texts[] = {"1 januari 2026", "1 feb 2026",  "1 mrt 2026",
                                        "1 april 2026",   "1 mei 2026",  "1 juni 2026",
                                        "1 juli 2026",    "1 aug. 2026", "1 sept. 2026",
                                        "1 okt 2026",     "1 nov 2026",  "1 december 2026"};
    (void)state;
    for (int i = 0; i < 12; i++) {
        struct date date;
        assert_true(fix_date(text_of(texts[i]), &date));
        assert_int_equal(date.month, i + 1);
        assert_int_equal(date.day, 1);
    }
}

static void test_refused(void **state) {
    static const char *const texts[] = {"",
                                        "maart 2026",
                                        "12-3",
                                        "12-3-26",
                                        "31-2-2026",
                                        "3-13-2026",
                                        "12-3/2026",
                                        "2026-3/12",
                                        "12 maart",
                                        "12maart 2026",
                                        "12 maart2026",
                                        "12 mrt 2026 om 3",
                                        "rond 12-3-2026",
                                        "12-3-2026?",
                                        "0-1-2026",
                                        "2026-13-01",
                                        "12345-1-1",
                                        "112-3-2026",
                                        "12 maartje 2026",
                                        "12 3 2026",
                                        "2026",
                                        "12--3-2026",
                                        "29-2-2025",
                                        "zaterdag 12-3-2026",
                                        "1/2/0026"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct date date;
        if (fix_date(text_of(texts[i]), &date))
            fail_msg("%s is read as a date", texts[i]);
        assert_false(date_known(date));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_months),
        cmocka_unit_test(test_refused),
    };
    return cmocka_run_group_tests_name("fix_date", tests, NULL, NULL);
}
