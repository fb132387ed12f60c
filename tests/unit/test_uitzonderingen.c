// SPDX-License-Identifier: EUPL-1.2
// Tests of exceptions: what they cover, and what is wrong with them (UZ).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "tests/unit/checking.h"

static struct checking checking;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    return 0;
}

// Checks a plan with an unknown field and an exception with these fields; FMT-02, FMT-07 and UZ
// speak.
static void check(const char *exception) {
    char rest[512];
    for (int i = 0; i < RULE_COUNT; i++)
        checking.options.selected[i] =
            text_starts(text_of(rules[i].id), "UZ-") || i == RULE_FMT_02 || i == RULE_FMT_07;
    snprintf(rest, sizeof rest,
             "hobby: x\nuitzonderingen:\n  - {door: bo, datum: 2026-01-01, %s}\n"
             "krachten:\n  - {id: thuis, wie: bo, lol: x}\n",
             exception);
    assert_int_equal(checking_plan(&checking, "aanmelding", rest), 0);
}

// How many of the findings of FMT-07 are covered.
static int covered(void) {
    int count = 0;
    for (size_t i = 0; i < checking.result.findings.count; i++)
        count += checking.result.findings.items[i].exception != NULL;
    return count;
}

static void expect_found(const char *words) {
    assert_non_null(strstr(checking_found(&checking), words));
}

static void test_scope(void **state) {
    (void)state;
    check("regel: FMT-07, reden: zo oud");
    assert_int_equal(covered(), 2);
    check("regel: FMT-07, reden: zo oud, bij: thuis");
    assert_int_equal(covered(), 1);
    check("regel: FMT-07, reden: zo oud, bij: /krachten/0");
    assert_int_equal(covered(), 1);
    check("regel: FMT-07, reden: zo oud, bij: /krachten");
    assert_int_equal(covered(), 1);
    check("regel: FMT-07, reden: zo oud, tot: 2026-05-31");
    assert_int_equal(covered(), 0);
    expect_found("UZ-02.");
    check("regel: FMT-07, reden: zo oud, tot: 2026-06-01");
    assert_int_equal(covered(), 2);
}

// Rules and places that are not there, and places that look like numbers or like no.
static void test_strange(void **state) {
    (void)state;
    static const char *const strange[] = {"regel: OP-99, reden: zo oud",
                                          "regel: FMT-07, reden: x y, bij: nee",
                                          "regel: FMT-07, reden: x y, bij: 2025",
                                          "regel: FMT-07, reden: x y, bij: ~",
                                          "regel: FMT-07, reden: x y, bij: /krachten/7",
                                          "regel: FMT-07, reden: x y, bij: /a~9"};
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
        check(strange[i]);
        assert_int_equal(covered(), 0);
        expect_found("UZ-03.");
    }
    check("regel: OP-99, reden: zo oud");
    expect_found("UZ-03.regel(!OP-99!)");
    check("regel: [FMT-07], reden: zo oud");
    assert_int_equal(covered(), 0);
}

// What is no rule's id at all is told once, about its form.
static void test_no_rule(void **state) {
    (void)state;
    static const char *const no_rule[] = {"op-13", "nee", "2025", "null", "Moeder wil dat niet"};
    for (size_t i = 0; i < sizeof no_rule / sizeof *no_rule; i++) {
        char text[64];
        snprintf(text, sizeof text, "regel: %s, reden: zo oud", no_rule[i]);
        check(text);
        assert_int_equal(covered(), 0);
        expect_found("7:42-");
        expect_found("FMT-02.");
        assert_null(strstr(checking_found(&checking), "UZ-03."));
        assert_null(strstr(checking_found(&checking), no_rule[i]));
    }
}

static void test_reason(void **state) {
    (void)state;
    static const char *const none[] = {"reden: ", "reden: \"\"", "reden: '...'", "reden: 12"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        char text[64];
        snprintf(text, sizeof text, "regel: FMT-07, %s", none[i]);
        check(text);
        expect_found("UZ-01.");
    }
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {TEST(test_scope), TEST(test_strange), TEST(test_no_rule),
                                       TEST(test_reason)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
