// SPDX-License-Identifier: EUPL-1.2
// Tests of OP-01…12: reason, strengths, concerns, earlier help, analysis, result, safety.
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
static void check(const char *rule, const char *phase, const char *rest, const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(rule)));
    assert_int_equal(checking_plan(&checking, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

// Three people on lines 5-7; what follows begins on line 8.
#define PEOPLE                                                                                     \
    "huishouden: {naam: F, leden: [{id: bo, naam: Bo, rol: kind}]}\n"                              \
    "netwerk: [{id: riet, naam: R, relatie: oma}]\n"                                               \
    "professionals: [{id: nadia, naam: N, organisatie: O, functie: F}]\n"

static void test_op_01(void **state) {
    (void)state;
    static const char at_start[] = "startoverleg";
    check("OP-01", at_start, "", "4:7-19 OP-01.ontbreekt ");
    check("OP-01", at_start, "aanleiding:\n", "5:1-11 OP-01.ontbreekt ");
    check("OP-01", at_start, "aanleiding: {}\n", "5:1-11 OP-01.wie 5:1-11 OP-01.citaat ");
    check("OP-01", at_start, "aanleiding: tekst\n", ""); // FMT-02 says it
    check("OP-01", at_start, PEOPLE "aanleiding: {wie: bo, citaat: help}\n", "");
    check("OP-01", at_start, PEOPLE "aanleiding: {wie: [nadia, bo], citaat: help}\n", "");
    check("OP-01", at_start, PEOPLE "aanleiding: {wie: nadia, citaat: help}\n",
          "8:19-24 OP-01.wie ");
    check("OP-01", at_start, PEOPLE "aanleiding: {wie: [nadia, riet], citaat: help}\n",
          "8:19-32 OP-01.wie ");
    // Somebody nobody knows: FMT-04 says it.
    check("OP-01", at_start, PEOPLE "aanleiding: {wie: boo, citaat: help}\n", "");
    check("OP-01", at_start, PEOPLE "aanleiding: {wie: bo, citaat: \"\"}\n",
          "8:1-11 OP-01.citaat ");
}

static void test_op_02_and_05(void **state) {
    (void)state;
    check("OP-02", "startoverleg", "krachten: []\n", "5:1-9 OP-02.ontbreekt ");
    check("OP-02", "startoverleg", "krachten:\n", "5:1-9 OP-02.ontbreekt ");
    check("OP-02", "startoverleg", "krachten: [{}]\n", "");
    check("OP-02", "startoverleg", "veiligheidsplan: {krachten: [{}]}\n",
          "4:7-19 OP-02.ontbreekt ");
    check("OP-05", "startoverleg", "zorgen: []\n", "5:1-7 OP-05.ontbreekt ");
    check("OP-05", "startoverleg", "zorgen: [{citaat: x}]\n", "");
}

static void test_op_03_and_06(void **state) {
    (void)state;
    check("OP-03", "startoverleg",
          "krachten:\n  - {citaat: a}\n  - {wie: bo}\n  - {wie: , citaat: }\n",
          "6:6-12 OP-03.wie 7:6-9 OP-03.citaat 8:6-9 OP-03.wie 8:6-9 OP-03.citaat ");
    check("OP-03", "startoverleg", "krachten:\n  - tekst\n  -\n", ""); // FMT-02 says it
    check("OP-03", "startoverleg", "krachten:\n  - wie: [bo, riet]\n    citaat: 1\n", "");
    check("OP-06", "startoverleg", "zorgen:\n  - {id: z}\n  - {wie: bo, citaat: a}\n",
          "6:6-8 OP-06.wie 6:6-8 OP-06.citaat ");
    check("OP-06", "startoverleg", "zorgen:\n  - {wie: [], citaat: a}\n", "6:6-9 OP-06.wie ");
}

static void test_op_04_and_07(void **state) {
    (void)state;
    check("OP-04", "startoverleg", "krachten:\n  - {wie: bo}\n",
          "6:6-9 OP-04.gevolg 6:6-9 OP-04.sinds ");
    assert_int_equal(checking.result.findings.items[0].severity, SEVERITY_WAARSCHUWING);
    assert_int_equal(checking.result.findings.items[1].severity, SEVERITY_ADVIES);
    check("OP-04", "startoverleg", "krachten:\n  - {sinds: lang geleden, gevolg: b}\n", "");
    check("OP-07", "startoverleg", "zorgen:\n  - {wie: bo}\n  - {sinds: 2025, gevolg: x}\n",
          "6:6-9 OP-07.sinds 6:6-9 OP-07.gevolg ");
}

static void test_op_08(void **state) {
    (void)state;
    check("OP-08", "startoverleg", "", "4:7-19 OP-08.ontbreekt ");
    check("OP-08", "startoverleg", "eerdere_hulp:\n", "5:1-13 OP-08.ontbreekt ");
    check("OP-08", "startoverleg", "eerdere_hulp: []\n", "5:1-13 OP-08.ontbreekt ");
    check("OP-08", "startoverleg", "eerdere_hulp: geen\n", "");
    check("OP-08", "startoverleg", "eerdere_hulp: nee\n", ""); // FMT-02 says it
    check("OP-08", "startoverleg", "eerdere_hulp:\n  - {hulp: a, door: b}\n",
          "6:6-10 OP-08.wanneer 6:6-10 OP-08.resultaat ");
    check("OP-08", "startoverleg", "eerdere_hulp:\n  - {voor: bo}\n",
          "6:6-10 OP-08.hulp 6:6-10 OP-08.door 6:6-10 OP-08.wanneer 6:6-10 OP-08.resultaat ");
    check("OP-08", "startoverleg",
          "eerdere_hulp: [{hulp: a, door: b, wanneer: 2025, resultaat: c}]\n", "");
}

static void test_op_09_and_10(void **state) {
    (void)state;
    check("OP-09", "voortgang", "", "4:7-16 OP-09.ontbreekt ");
    check("OP-09", "voortgang", "analyse:\n", "5:1-8 OP-09.ontbreekt ");
    check("OP-09", "voortgang", "analyse: tekst\n", "");
    check("OP-09", "voortgang", "analyse:\n  samenhang: a\n",
          "5:1-8 OP-09.patronen 5:1-8 OP-09.gevolgen ");
    check("OP-09", "startoverleg", "", "");
    check("OP-10", "voortgang", "gewenst_resultaat: Bo slaapt.\n", "");
    check("OP-10", "voortgang", "gewenst_resultaat: ''\n", "5:1-18 OP-10.ontbreekt ");
}

static void test_op_11(void **state) {
    (void)state;
    check("OP-11", "aanmelding", "", "");
    check("OP-11", "intake", "", "4:7-13 OP-11.ontbreekt ");
    check("OP-11", "intake", "basiszorg_en_veiligheid: {zorgen: nee}\n", "");
    check("OP-11", "intake", "basiszorg_en_veiligheid: {zorgen: }\n", "5:1-24 OP-11.ontbreekt ");
    // An answer that is none: FMT-02 says it.
    check("OP-11", "intake", "basiszorg_en_veiligheid: {zorgen: misschien}\n", "");
}

static void test_op_12(void **state) {
    (void)state;
    static const char yes[] = "basiszorg_en_veiligheid: {zorgen: ja}\n";
    check("OP-12", "aanmelding", yes, "");
    check("OP-12", "intake", yes, "5:35-37 OP-12.vroeg ");
    assert_int_equal(checking.result.findings.items[0].severity, SEVERITY_ADVIES);
    check("OP-12", "startoverleg_voorbereiden", yes, "5:35-37 OP-12.vroeg ");
    check("OP-12", "startoverleg", yes, "5:35-37 OP-12.ontbreekt ");
    assert_int_equal(checking.result.findings.items[0].severity, SEVERITY_FOUT);
    check("OP-12", "afsluiting", yes, "5:35-37 OP-12.ontbreekt ");
    check("OP-12", "startoverleg", "basiszorg_en_veiligheid: {zorgen: nee}\n", "");
    check("OP-12", "startoverleg", "basiszorg_en_veiligheid: {zorgen: ja}\nveiligheidsplan: {}\n",
          "");
    check("OP-12", "startoverleg", "basiszorg_en_veiligheid: {zorgen: ja}\nveiligheidsplan:\n",
          "5:35-37 OP-12.ontbreekt ");
    checking.options.all_phases = true;
    check("OP-12", "intake", yes, "5:35-37 OP-12.ontbreekt ");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_op_01), TEST(test_op_02_and_05), TEST(test_op_03_and_06), TEST(test_op_04_and_07),
        TEST(test_op_08), TEST(test_op_09_and_10), TEST(test_op_11),        TEST(test_op_12),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
