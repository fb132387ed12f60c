// SPDX-License-Identifier: EUPL-1.2
// Tests of AV-01…04: consent, and what should not stand in a plan.
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

// What one rule says in a phase about a plan whose own lines begin on line 5.
static void check_in(const char *phase, const char *rule, const char *rest, const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(rule)));
    assert_int_equal(checking_plan(&checking, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

static void check(const char *rule, const char *rest, const char *expected) {
    check_in("voortgang", rule, rest, expected);
}

// On lines 5-8 a mother, children of 13 and 9 and one unborn; on line 9 and 10 who else takes part.
#define PEOPLE                                                                                     \
    "huishouden: {leden: [{id: ann, rol: moeder, gezag_over: [kim, bo]},\n"                        \
    "{id: kim, rol: kind, geboren: 2013-01-01},\n"                                                 \
    "{id: bo, rol: kind, geboren: 2017-01-01},\n"                                                  \
    "{id: pip, rol: kind, uitgerekend: 2026-08-01}]}\n"                                            \
    "netwerk: [{id: riet}]\n"                                                                      \
    "professionals: [{id: nadia}, {id: weg, tot: 2026-05-31}, {id: later, van: 2026-06-02}]\n"

static void test_no_consent(void **state) {
    (void)state;
    check("AV-01", PEOPLE, "4:7-16 AV-01.geen ");
    check("AV-01", PEOPLE "toestemming: []\n", "11:1-12 AV-01.geen ");
    check("AV-01", PEOPLE "toestemming: ja\n", ""); // FMT-02
    check("AV-01", "netwerk: [{id: riet}]\n", "");
    check("AV-01",
          "huishouden: {leden: [{id: ann}]}\nprofessionals: [{id: weg, tot: 2026-05-31}]\n", "");
    check_in("startoverleg", "AV-01", PEOPLE, "");
}

static void test_consent_by_age(void **state) {
    (void)state;
    check("AV-01", PEOPLE "toestemming: [{door: ann, voor: nadia}, {door: kim, voor: nadia}]\n",
          "9:12-14 AV-01.niemand(riet) ");
    check("AV-01",
          PEOPLE "toestemming: [{door: ann, voor: nadia}, {door: ann, voor: riet, over: ann}]\n",
          "9:12-14 AV-01.lid(riet,kim) 9:12-14 AV-01.gezag(riet,kim) 9:12-14 AV-01.gezag(riet,bo) "
          "10:18-20 AV-01.lid(nadia,kim) ");
    // One that has ended counts as given: AV-02 says it.
    check("AV-01",
          PEOPLE
          "toestemming: [{door: [ann], voor: nadia},\n{door: ann, voor: riet, tot: 2020-01-01}, "
          "{door: kim, voor: riet},\n{door: ann, voor: nadia}, {door: kim, voor: nadia}]\n",
          "");
}

// Nobody in the plan has authority: any other member, naming the child.
static void test_no_authority(void **state) {
    (void)state;
    static const char people[] =
        "huishouden: {leden: [{id: ria, rol: tante}, {id: bo, rol: kind},\n"
        "{id: wim, rol: opa, vertegenwoordiger: {wie: riet}}]}\n"
        "netwerk: [{id: riet}]\n";
    char plan[400];
    snprintf(plan, sizeof plan, "%stoestemming: [{door: ria, voor: riet}]\n", people);
    check("AV-01", plan, "7:12-14 AV-01.gezag(riet,bo) ");
    snprintf(plan, sizeof plan, "%stoestemming: [{door: ria, voor: riet, over: [ria, bo]}]\n",
             people);
    check("AV-01", plan, "");
}

static void test_ended(void **state) {
    (void)state;
    check("AV-02", PEOPLE "toestemming: [{door: ann, voor: riet, tot: 2026-05-31}]\n",
          "11:44-54 AV-02.verlopen(riet) ");
    check("AV-02", PEOPLE "toestemming: [{door: ann, voor: riet, tot: 2026-06-01}]\n", "");
    check("AV-02",
          PEOPLE
          "toestemming: [{door: ann, voor: riet, tot: 2026-05-31, ingetrokken: 2026-06-01}]\n",
          "11:69-79 AV-02.ingetrokken(riet) ");
    check("AV-02", PEOPLE "toestemming: [{door: ann, voor: weg, tot: 2026-05-31}]\n", "");
    check("AV-02", PEOPLE "toestemming: [{door: ann, voor: kim, tot: 2026-05-31}]\n", "");
    check_in("aanmelding", "AV-02",
             PEOPLE "toestemming: [{door: ann, voor: riet, tot: 2026-05-31}]\n",
             "11:44-54 AV-02.verlopen(riet) ");
    // Given anew for the same people, or for fewer.
    check("AV-02",
          PEOPLE
          "toestemming: [{door: ann, voor: riet, tot: 2026-05-31}, {door: ann, voor: riet}]\n",
          "");
    check("AV-02",
          PEOPLE "toestemming: [{door: ann, voor: riet, tot: 2026-05-31},\n"
                 "{door: ann, voor: riet, over: [ann, bo]}]\n",
          "11:44-54 AV-02.verlopen(riet) ");
}

static void test_bsn_places(void **state) {
    (void)state;
    check("AV-03", "kader: a 111222333\n", "5:8-19 AV-03.bsn ");
    check("AV-03", "x_a: {b: [1, \"111-222-333\"]}\n", "5:14-27 AV-03.bsn ");
    check("AV-03", "x_111222333: a\n", "5:1-12 AV-03.bsn ");
    check("AV-03", "kader: >-\n  a 111\n  222333\n", "5:8-1 AV-03.bsn ");
}

static void test_bsn_in_comments(void **state) {
    (void)state;
    check("AV-03", "# 111222333\nkader: a # bsn 111222333\n",
          "5:1-12 AV-03.bsn 6:10-25 AV-03.bsn ");
    check("AV-03", "kader: \"a # 111222333\" # 111222333\n", "5:8-23 AV-03.bsn 5:24-35 AV-03.bsn ");
    check("AV-03", "kader: |\n  # 111222333\nopgesteld: 2026-01-01 # 123\n", "5:8-1 AV-03.bsn ");
    check("AV-03", "kader: a#111222333 # b\n", "5:8-19 AV-03.bsn ");
}

static void test_fields_for_numbers(void **state) {
    (void)state;
    check("AV-03", "netwerk: [{telefoon: 111222333, email: 111222333@a.nl}]\n", "");
    check("AV-03", "akkoord: [{vingerafdruk: \"sha256:abcdef 111222333\"}]\n", "");
    check("AV-03", "netwerk: [{naam: 111222333}]\n", "5:18-27 AV-03.bsn ");
}

static void test_contacts(void **state) {
    (void)state;
    check("AV-04", "gewenst_resultaat: bel 06 1234 5678 of a@b.nl\n",
          "5:20-46 AV-04.telefoon 5:20-46 AV-04.email ");
    check("AV-04", "gewenst_resultaat: bel 112 of 0800 1234567\n", "");
    check("AV-04", "netwerk: [{naam: 06 1234 5678, telefoon: 06 1234 5678, email: a@b.nl}]\n", "");
    check("AV-04", "veiligheidsplan: {complicerende_factoren: [a, 0612345678]}\n",
          "5:47-57 AV-04.telefoon ");
}

// What could be read of a broken file is held against these rules; what is missing may stand in
// the rest of it.
static void test_broken_file(void **state) {
    (void)state;
    check("AV-03", "kader: 111222333\nopgesteld: \"a\n", "5:8-17 AV-03.bsn ");
    check("AV-01", PEOPLE "kader: \"a\n", "");
    check("AV-01",
          PEOPLE "toestemming: [{door: ann, voor: nadia}, {door: kim, voor: nadia}]\n"
                 "kader: \"a\n",
          "9:12-14 AV-01.niemand(riet) ");
    check("AV-01", PEOPLE "toestemming: [{door: ann, voor: nadia}, {door: kim, voor\n", "");
    check("AV-01", PEOPLE "toestemming: *a\n", "");
    check("AV-02", PEOPLE "toestemming:\n  - {door: ann, voor: riet, tot: 2026-05-31}\n  - {door\n",
          "");
    check("OP-10", "kader: \"a\n", "");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_no_consent),         TEST(test_consent_by_age),
        TEST(test_no_authority),       TEST(test_ended),
        TEST(test_bsn_places),         TEST(test_bsn_in_comments),
        TEST(test_fields_for_numbers), TEST(test_contacts),
        TEST(test_broken_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
