// SPDX-License-Identifier: EUPL-1.2
// Tests of what is asked of a member of the household by their age.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/method/lid.h"

static const struct date today = {2026, 6, 1};

// The age group of somebody born then (0: not known), with this role.
static enum leeftijd group(short year, signed char month, signed char day, const char *rol) {
    struct plan_lid lid = {.rol.text = text_of(rol)};
    lid.geboren.date = (struct date){year, month, day};
    return lid_leeftijd(&lid, today);
}

static void test_by_birthday(void **state) {
    (void)state;
    assert_int_equal(group(2026, 6, 1, "kind"), LEEFTIJD_TOT_12);
    assert_int_equal(group(2014, 6, 2, "kind"), LEEFTIJD_TOT_12); // twelve tomorrow
    assert_int_equal(group(2014, 6, 1, "kind"), LEEFTIJD_12_TOT_16);
    assert_int_equal(group(2010, 6, 2, "kind"), LEEFTIJD_12_TOT_16);
    assert_int_equal(group(2010, 6, 1, "kind"), LEEFTIJD_VANAF_16);
    assert_int_equal(group(2008, 6, 2, "kind"), LEEFTIJD_VANAF_16);
    assert_int_equal(group(2008, 6, 1, "kind"), LEEFTIJD_VOLWASSEN);
    assert_int_equal(group(1930, 1, 1, "dochter"), LEEFTIJD_VOLWASSEN);
    // A date ahead says nothing (FMT-06 tells of it): then the rol does.
    assert_int_equal(group(2027, 1, 1, "kind"), LEEFTIJD_KIND_ONBEKEND);
    assert_int_equal(group(2027, 1, 1, "vader"), LEEFTIJD_VOLWASSEN);
}

static void test_leap_day(void **state) {
    (void)state;
    struct plan_lid lid = {.geboren.date = {2008, 2, 29}};
    assert_int_equal(lid_leeftijd(&lid, (struct date){2026, 2, 28}), LEEFTIJD_VANAF_16);
    assert_int_equal(lid_leeftijd(&lid, (struct date){2026, 3, 1}), LEEFTIJD_VOLWASSEN);
}

static void test_by_role(void **state) {
    (void)state;
    static const char *const children[] = {"kind", "Dochter", "ZOON", "ongeboren kind",
                                           "kleinzoon"};
    static const char *const adults[] = {
        "moeder",   "",
        "oma",      "kindje van de buren",
        "kinderen", "een heel lange omschrijving van wie dit is, met kind"};
    for (size_t i = 0; i < sizeof children / sizeof *children; i++)
        assert_int_equal(group(0, 0, 0, children[i]), LEEFTIJD_KIND_ONBEKEND);
    for (size_t i = 0; i < sizeof adults / sizeof *adults; i++)
        assert_int_equal(group(0, 0, 0, adults[i]), LEEFTIJD_VOLWASSEN);
}

static void test_unborn(void **state) {
    (void)state;
    struct node node = {.kind = NODE_SCALAR};
    struct plan_lid lid = {.rol.text = TEXT("kind"), .uitgerekend = {&node, {2026, 9, 1}}};
    assert_int_equal(lid_leeftijd(&lid, today), LEEFTIJD_ONGEBOREN);
    lid.geboren.date = (struct date){2026, 5, 20}; // born meanwhile
    assert_int_equal(lid_leeftijd(&lid, today), LEEFTIJD_TOT_12);
}

static void test_who_decides(void **state) {
    (void)state;
    assert_false(lid_beslist_zelf(LEEFTIJD_ONGEBOREN));
    assert_false(lid_beslist_zelf(LEEFTIJD_TOT_12));
    assert_false(lid_beslist_zelf(LEEFTIJD_12_TOT_16));
    assert_false(lid_beslist_zelf(LEEFTIJD_KIND_ONBEKEND));
    assert_true(lid_beslist_zelf(LEEFTIJD_VANAF_16));
    assert_true(lid_beslist_zelf(LEEFTIJD_VOLWASSEN));
}

static void test_ids_hold(void **state) {
    (void)state;
    struct plan_text items[] = {{NULL, TEXT("")}, {NULL, TEXT("bo")}, {NULL, TEXT("tom")}};
    const struct plan_texts ids = {NULL, items, 3, false};
    const struct plan_texts none = {NULL, NULL, 0, false};
    assert_true(ids_hold(&ids, TEXT("bo")));
    assert_true(ids_hold(&ids, TEXT("tom")));
    assert_false(ids_hold(&ids, TEXT("b")));
    assert_false(ids_hold(&ids, TEXT("Bo")));
    assert_false(ids_hold(&ids, TEXT(""))); // what is missing is nobody
    assert_false(ids_hold(&none, TEXT("bo")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_birthday), cmocka_unit_test(test_leap_day),
        cmocka_unit_test(test_by_role),     cmocka_unit_test(test_unborn),
        cmocka_unit_test(test_who_decides), cmocka_unit_test(test_ids_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
