// SPDX-License-Identifier: EUPL-1.2
// Tests of VP-15 and VP-20: who signed, and whether that still stands there.
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

// What one rule says in a phase about a plan whose own lines begin on line 5.
static void check_in(const char *phase, const char *rule, const char *rest, const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(rule)));
    assert_int_equal(checking_plan(&checking, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

static void check(const char *rule, const char *rest, const char *expected) {
    check_in("voortgang", rule, rest, expected);
}

// On lines 5-9 a mother, children of 17, 13 and 9, and a guardian; the safety plan on line 10 is
// about all of them, and what follows begins on line 11.
#define PEOPLE                                                                                     \
    "huishouden: {naam: F, leden: [{id: ann, rol: moeder, gezag_over: [kim]},\n"                   \
    "{id: jop, rol: kind, geboren: 2009-01-01},\n"                                                 \
    "{id: kim, rol: kind, geboren: 2013-01-01},\n"                                                 \
    "{id: bo, rol: kind, geboren: 2017-01-01, vertegenwoordiger: {soort: voogd, wie: nadia}}]}\n"  \
    "professionals: [{id: nadia}]\n"                                                               \
    "veiligheidsplan: {opgesteld: 2026-02-10, zorgen: [{wie: jop, over: [kim, bo]}],\n"

static void test_nobody(void **state) {
    (void)state;
    check("VP-15", PEOPLE "}\n", "10:1-16 VP-15.ontbreekt ");
    check("VP-15", PEOPLE "ondertekening: []}\n", "11:1-14 VP-15.ontbreekt ");
    check("VP-15", PEOPLE "ondertekening: ja}\n", "");
    check_in("startoverleg", "VP-15", PEOPLE "}\n", "");
}

static void test_who(void **state) {
    (void)state;
    check("VP-15", PEOPLE "ondertekening: [{wie: bo, datum: 2026-02-10}]}\n",
          "5:32-34 VP-15.lid(ann) 6:2-4 VP-15.lid(jop) 7:2-4 VP-15.jongere(kim) "
          "8:2-4 VP-15.gezag(nadia,bo) ");
    check("VP-15", PEOPLE "ondertekening: [{wie: [ann, jop, kim, nadia], datum: 2026-02-10}]}\n",
          "");
    // Who is not named, and has no authority over anybody who is, need not sign.
    check("VP-15",
          "huishouden: {leden: [{id: ann, rol: moeder}, {id: tom, rol: oom}]}\n"
          "veiligheidsplan: {zorgen: [{wie: tom}], ondertekening: [{wie: tom}]}\n",
          "");
    // A representative signs for somebody.
    check("VP-15",
          "huishouden: {leden: [{id: wim, rol: opa, vertegenwoordiger: {wie: nadia}}]}\n"
          "professionals: [{id: nadia}]\n"
          "veiligheidsplan: {zorgen: [{wie: wim}], ondertekening: [{wie: nadia}]}\n",
          "");
}

#define MEETINGS                                                                                   \
    "overleggen: [{datum: 2026-02-10, soort: startoverleg, aanwezig: [ann]},\n"                    \
    "{datum: 2026-05-12, soort: voortgangsoverleg, aanwezig: [ann]}]\n"

static void test_anew(void **state) {
    (void)state;
    static const char everybody[] =
        PEOPLE "ondertekening: [{wie: [ann, jop, kim, nadia], datum: 2026-02-10},\n"
               "{wie: ann, datum: 2026-04-28}]}\n" MEETINGS;
    check("VP-15", everybody, "11:18-21 VP-15.opnieuw(jop,2026-05-12) ");
    check("VP-15",
          PEOPLE "ondertekening: [{wie: [ann, jop, kim, nadia], datum: 2026-02-10},\n"
                 "{wie: ann, datum: 2026-04-27}, {wie: jop, datum: 2026-06-01}]}\n" MEETINGS,
          "12:2-5 VP-15.opnieuw(ann,2026-05-12) ");
}

// ---- VP-20 ----

#define AGREED                                                                                     \
    "huishouden: {leden: [{id: tom}, {id: riet}]}\n"                                               \
    "doelen: [{id: school, doel: Bo gaat elke dag naar school., van: [bo]}]\n"                     \
    "veiligheidsplan:\n"                                                                           \
    "  afspraken: [{id: rondje, wie: tom, wat: loopt een rondje met de hond, toezicht: riet}]\n"
#define PRINT "sha256:401ea7331d9351dff4bde429ba1bd4d2"
#define PLAN_PRINT "sha256:b6b65289aff59376b73a15b06308d9ad"
#define OTHER "sha256:401ea7331d9351dff4bde429ba1bd4d3"

static void test_print_of_signature(void **state) {
    (void)state;
    check("VP-20", AGREED "  ondertekening: [{wie: tom, vingerafdruk: \"" PRINT "\"}]\n", "");
    check("VP-20", AGREED "  ondertekening: [{wie: [tom, riet], vingerafdruk: \"" OTHER "\"}]\n",
          "9:52-93 VP-20.ondertekening(tom) 9:52-93 VP-20.ondertekening(riet) ");
    check("VP-20", AGREED "  ondertekening: [{wie: niemand, vingerafdruk: \"" OTHER "\"}]\n", "");
    check_in("intake", "VP-20",
             AGREED "  ondertekening: [{wie: tom, vingerafdruk: \"" OTHER "\"}]\n", "");
}

// Only somebody's latest signature counts.
static void test_signed_again(void **state) {
    (void)state;
    check("VP-20",
          AGREED "  ondertekening:\n"
                 "    - {wie: tom, datum: 2026-05-12, vingerafdruk: \"" PRINT "\"}\n"
                 "    - {wie: tom, datum: 2026-02-10, vingerafdruk: \"" OTHER "\"}\n",
          "");
    check("VP-20",
          AGREED "  ondertekening:\n"
                 "    - {wie: tom, datum: 2026-05-12, vingerafdruk: \"" OTHER "\"}\n"
                 "    - {wie: tom, datum: 2026-05-12}\n",
          "");
    check("VP-20",
          AGREED "  ondertekening:\n"
                 "    - {wie: [tom, riet], datum: 2026-02-10, vingerafdruk: \"" OTHER "\"}\n"
                 "    - {wie: tom, datum: 2026-05-12}\n",
          "10:59-100 VP-20.ondertekening(riet) ");
}

static void test_print_of_agreement(void **state) {
    (void)state;
    check("VP-20", AGREED "akkoord: [{wie: tom, eens: ja, vingerafdruk: \"" PLAN_PRINT "\"}]\n",
          "");
    check("VP-20", AGREED "akkoord: [{wie: tom, eens: ja, vingerafdruk: \"" PRINT "\"}]\n",
          "9:46-87 VP-20.akkoord(tom) ");
    assert_int_equal(checking.result.findings.items[0].severity, SEVERITY_ADVIES);
    check("VP-20", AGREED "akkoord: [{wie: tom, eens: nee, vingerafdruk: \"" PRINT "\"}]\n", "");
    // It needs no safety plan.
    check("VP-20",
          "netwerk: [{id: riet}]\nakkoord: [{wie: riet, eens: ja, vingerafdruk: \"" PRINT "\"}]\n",
          "6:47-88 VP-20.akkoord(riet) ");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_nobody),       TEST(test_who),
        TEST(test_anew),         TEST(test_print_of_signature),
        TEST(test_signed_again), TEST(test_print_of_agreement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
