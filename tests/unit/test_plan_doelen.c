// SPDX-License-Identifier: EUPL-1.2
// Tests of OP-13…22: goals and their actions.
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

// What one rule says about a plan in progress whose own lines begin on line 5.
static void check(const char *rule, const char *rest, const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(rule)));
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

static void test_op_13(void **state) {
    (void)state;
    check("OP-13", "", "4:7-16 OP-13.ontbreekt ");
    check("OP-13", "doelen: []\n", "5:1-7 OP-13.ontbreekt ");
    check("OP-13", "doelen: [{id: a}]\n", "");
    check("OP-13", "doelen:\n  -\n", ""); // FMT-02 says that the item is empty
}

static void test_op_16(void **state) {
    (void)state;
    check("OP-16", "doelen:\n  - {id: a}\n", "6:6-8 OP-16.actie(a) ");
    check("OP-16", "doelen:\n  - {id: a, acties: []}\n", "6:6-8 OP-16.actie(a) ");
    check("OP-16", "doelen:\n  - {id: a, acties: [{status: vervallen}]}\n",
          "6:6-8 OP-16.actie(a) ");
    check("OP-16", "doelen:\n  - {id: a, acties: [{status: gedaan}]}\n", "");
    check("OP-16", "doelen:\n  - {id: a, acties: [{}]}\n", "");
    check("OP-16", "doelen:\n  - {id: a, status: behaald}\n  - {id: b, status: vervallen}\n", "");
    check("OP-16", "doelen:\n  - {id: a, status: bijgesteld}\n", "6:6-8 OP-16.actie(a) ");
    check("OP-16", "doelen:\n  - tekst\n", ""); // FMT-02 says it
}

static void test_op_17(void **state) {
    (void)state;
#define ACTION(text) "doelen:\n  - id: a\n    acties:\n      - " text "\n"
    check("OP-17", ACTION("{wie: bo, wat: b, wanneer: elke dag}"), "");
    check("OP-17", ACTION("{wie: bo, wat: b, uiterlijk: 2026-07-01}"), "");
    check("OP-17", ACTION("{id: x}"), "8:10-12 OP-17.wie 8:10-12 OP-17.wat 8:10-12 OP-17.wanneer ");
    check("OP-17", ACTION("{wie: [], wat: b, wanneer: c}"), "8:10-13 OP-17.wie ");
    // What is done and dated needs no moment any more.
    check("OP-17", ACTION("{wie: bo, wat: b, status: gedaan, gedaan: 2026-05-01}"), "");
    check("OP-17", ACTION("{wie: bo, wat: b, status: gedaan}"), "8:10-13 OP-17.wanneer ");
    check("OP-17", ACTION("{id: x, status: vervallen}"), "");
    check("OP-17", "doelen: [{id: a, status: vervallen, acties: [{}]}]\n", "");
    check("OP-17", "doelen:\n  - id: a\n    status: behaald\n    acties:\n      - {wat: b}\n",
          "9:10-13 OP-17.wie 9:10-13 OP-17.wanneer ");
    // Somebody nobody knows is FMT-04's.
    check("OP-17", ACTION("{wie: niemand, wat: b, wanneer: c}"), "");
}

static void test_op_19(void **state) {
    (void)state;
    static const char without_goals[] = "zorgen:\n  - {id: z, prioriteit: 1}\n";
    check("OP-19", without_goals, ""); // OP-13 says it
    check("OP-19", "zorgen:\n  - {id: z, prioriteit: 1}\ndoelen: [{id: a}]\n",
          "6:6-8 OP-19.doel(z) ");
    check("OP-19", "zorgen:\n  - {id: z, prioriteit: 1}\ndoelen: [{id: a, zorgen: [y, z]}]\n", "");
    check("OP-19", "zorgen:\n  - {id: z}\ndoelen: [{id: a}]\n", "");
    check("OP-19", "zorgen:\n  - {prioriteit: 2}\ndoelen: [{id: a}]\n",
          "6:6-16 OP-19.doel_zonder_id ");
    check("OP-19", "zorgen:\n  - {id: z, prioriteit: 1, status: opgelost}\ndoelen: [{id: a}]\n",
          "");
    check(
        "OP-19",
        "zorgen:\n  - {id: z, prioriteit: 1}\ndoelen: [{id: a, zorgen: [z], status: vervallen}]\n",
        "6:6-8 OP-19.doel(z) ");
}

#define PEOPLE                                                                                     \
    "huishouden: {naam: F, leden: [{id: bo, naam: Bo, rol: kind}]}\n"                              \
    "netwerk: [{id: riet, naam: R, relatie: oma}]\n"                                               \
    "professionals: [{id: nadia, naam: N, organisatie: O, functie: F}]\n"

static void test_op_20(void **state) {
    (void)state;
    check("OP-20", PEOPLE "doelen: [{id: a, acties: [{wie: nadia}]}]\n", "8:1-7 OP-20.niemand ");
    check("OP-20", PEOPLE "doelen: [{id: a, acties: [{wie: [nadia, bo]}]}]\n", "");
    check("OP-20", PEOPLE "doelen: [{id: a, acties: [{wie: nadia}, {wie: riet}]}]\n", "");
    check("OP-20",
          PEOPLE "doelen: [{id: a, acties: [{wie: nadia}, {wie: bo, status: vervallen}]}]\n",
          "8:1-7 OP-20.niemand ");
    // Nobody carries anything, or nobody who is known: other rules say so.
    check("OP-20", PEOPLE "doelen: [{id: a, acties: [{wat: b}]}]\n", "");
    check("OP-20", PEOPLE "doelen: [{id: a, acties: [{wie: jan}]}]\n", "");
    check("OP-20", PEOPLE "doelen: [{id: a}]\n", "");
    // Safety agreements do not count.
    check("OP-20",
          PEOPLE "doelen: [{id: a, acties: [{wie: nadia}]}]\n"
                 "veiligheidsplan: {afspraken: [{id: v, wie: bo}]}\n",
          "8:1-7 OP-20.niemand ");
}

static void test_op_22(void **state) {
    (void)state;
    check("OP-22", "doelen:\n  - {id: a}\n  - {id: b, evaluatie: 2026-09-01}\n",
          "6:6-8 OP-22.evaluatie(a) ");
    check("OP-22", "doelen:\n  - {id: a, status: behaald}\n  - {id: b, status: vervallen}\n", "");
    check("OP-22", "doelen:\n  - {id: a, evaluatie: }\n", "6:6-8 OP-22.evaluatie(a) ");
    check("OP-22", "doelen:\n  - {id: a, evaluatie: in mei}\n", ""); // FMT-02 says it
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_op_13), TEST(test_op_16), TEST(test_op_17),
        TEST(test_op_19), TEST(test_op_20), TEST(test_op_22),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
