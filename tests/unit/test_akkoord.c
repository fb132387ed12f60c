// SPDX-License-Identifier: EUPL-1.2
// Tests of OP-23: who of the household agreed, by their age on the day.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

// Lines 5-10: two parents, children of 17, 13 and 9 and one unborn; then the rest from line 11.
#define PEOPLE                                                                                     \
    "huishouden: {naam: F, leden: [\n"                                                             \
    "{id: ann, naam: A, rol: moeder},\n"                                                           \
    "{id: jop, naam: J, rol: kind, geboren: 2009-01-01},\n"                                        \
    "{id: kim, naam: K, rol: kind, geboren: 2013-01-01},\n"                                        \
    "{id: bo, naam: B, rol: kind, geboren: 2017-01-01},\n"                                         \
    "{id: pip, naam: P, rol: kind, uitgerekend: 2026-08-01}]}\n"

static void check_in(const char *phase, const char *rest, const char *expected) {
    checking_only(&checking, (enum rule)rule_named(TEXT("OP-23")));
    assert_int_equal(checking_plan(&checking, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

static void check(const char *rest, const char *expected) {
    check_in("voortgang", rest, expected);
}

static void test_nobody(void **state) {
    (void)state;
    check(PEOPLE, "4:7-16 OP-23.ontbreekt ");
    check(PEOPLE "akkoord: []\n", "11:1-8 OP-23.ontbreekt ");
    check_in("startoverleg", PEOPLE, "");
    assert_int_equal(rules[rule_named(TEXT("OP-23"))].severity, SEVERITY_ADVIES);
}

static void test_by_age(void **state) {
    (void)state;
    check(PEOPLE "akkoord: [{wie: ann, datum: 2026-05-12, eens: ja}]\n", "7:2-4 OP-23.lid(jop) ");
    check(PEOPLE "akkoord: [{wie: [ann, jop], datum: 2026-05-12, eens: ja}]\n", "");
    check(PEOPLE "akkoord: [{wie: jop, datum: 2026-05-12, eens: ja}]\n", "6:2-4 OP-23.lid(ann) ");
    check(PEOPLE "akkoord: [{wie: bo, datum: 2026-05-12, eens: ja}]\n",
          "6:2-4 OP-23.lid(ann) 7:2-4 OP-23.lid(jop) ");
}

// Who said no, or gave no answer, did not agree.
static void test_no(void **state) {
    (void)state;
    check(PEOPLE "akkoord: [{wie: ann, datum: 2026-05-12, eens: nee},\n"
                 "  {wie: jop, datum: 2026-05-12}]\n",
          "6:2-4 OP-23.lid(ann) 7:2-4 OP-23.lid(jop) ");
    check(PEOPLE "akkoord: [{wie: [ann, jop], datum: 2026-05-12, eens: nee},\n"
                 "  {wie: [ann, jop], datum: 2026-05-13, eens: ja}]\n",
          "");
}

// From twelve on, where the plan is about them.
static void test_from_twelve(void **state) {
    (void)state;
#define AGREED "akkoord: [{wie: [ann, jop], datum: 2026-05-12, eens: ja}]\n"
    check(PEOPLE AGREED "doelen: [{id: a, van: [bo, kim]}]\n", "8:2-4 OP-23.lid(kim) ");
    check(PEOPLE AGREED "doelen: [{id: a, acties: [{wie: kim}]}]\n", "8:2-4 OP-23.lid(kim) ");
    check(PEOPLE AGREED "zorgen: [{over: kim}]\n", "8:2-4 OP-23.lid(kim) ");
    check(PEOPLE AGREED "doelen: [{id: a, van: bo}]\n", "");
    check(PEOPLE AGREED "krachten: [{over: kim}]\n", "");
}

// Somebody outside the household who has authority over a child agrees too.
static void test_guardian(void **state) {
    (void)state;
#define GUARDED                                                                                    \
    "professionals: [{id: els, naam: E, organisatie: O, functie: F}]\n"                            \
    "huishouden: {naam: F, leden: [{id: ann, naam: A, rol: tante},\n"                              \
    "{id: bo, naam: B, rol: kind, vertegenwoordiger: {soort: voogd, wie: els}}]}\n"
    check(GUARDED "akkoord: [{wie: ann, datum: 2026-05-12, eens: ja}]\n",
          "7:2-4 OP-23.gezag(els,bo) ");
    check(GUARDED "akkoord: [{wie: [ann, els], datum: 2026-05-12, eens: ja}]\n", "");
}

// Who is represented need not answer when the representative did.
static void test_represented(void **state) {
    (void)state;
#define REPRESENTED                                                                                \
    "netwerk: [{id: leo, naam: L, relatie: neef}]\n"                                               \
    "huishouden: {naam: F, leden: [\n"                                                             \
    "{id: opa, naam: O, rol: opa, vertegenwoordiger: {soort: mentor, wie: leo}}]}\n"
    check(REPRESENTED "akkoord: [{wie: leo, datum: 2026-05-12, eens: ja}]\n", "");
    check(REPRESENTED "akkoord: [{wie: opa, datum: 2026-05-12, eens: ja}]\n", "");
    check(REPRESENTED "akkoord: [{wie: leo, datum: 2026-05-12, eens: nee}]\n",
          "7:2-4 OP-23.lid(opa) ");
}

// Members and answers that are half wrong.
static void test_half_wrong(void **state) {
    (void)state;
    check("huishouden: {naam: F, leden: [tekst, {naam: A, rol: moeder}, {id: b, naam: B, rol: "
          "opa}]}\n"
          "akkoord: [tekst, {eens: ja}, {wie: [{}], eens: ja}]\n",
          "5:63-65 OP-23.lid(b) ");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_nobody),   TEST(test_by_age),      TEST(test_no),         TEST(test_from_twelve),
        TEST(test_guardian), TEST(test_represented), TEST(test_half_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
