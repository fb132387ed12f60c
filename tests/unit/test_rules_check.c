// SPDX-License-Identifier: EUPL-1.2
// Tests of one file through reader, schema, typed plan and rules.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/method/phase.h"
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

static void test_rules_by_id(void **state) {
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++)
        assert_int_equal(rule_named(text_of(rules[i].id)), i);
    assert_int_equal(rule_named(TEXT("OP-99")), -1);
    assert_int_equal(rule_named(TEXT("op-01")), -1);
    assert_int_equal(rule_named(TEXT("")), -1);
}

static void test_tables(void **state) {
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++) {
        assert_true(rules[i].title[0][0] && rules[i].title[1][0]);
        assert_true(rules[i].why[0][0] && rules[i].why[1][0] && rules[i].source[0]);
        assert_true(rules[i].severity <= SEVERITY_FOUT);
        // The rules of the form and of exceptions have no function of their own, and always speak.
        bool own = strncmp(rules[i].id, "FMT-", 4) != 0 && strncmp(rules[i].id, "UZ-", 3) != 0;
        assert_int_equal(rules[i].function != NULL, own);
        assert_true(own || rules[i].from == -1);
        assert_true(rules[i].from == -1 || rules[i].kind == KIND_PLAN); // others have no phase
        assert_true(rules[i].from <= rules[i].until);
        // What could be read of a broken file is held against the rules of privacy.
        assert_int_equal(rules[i].unreadable, strncmp(rules[i].id, "AV-", 3) == 0);
    }
    for (int i = 0; i < MELDING_COUNT; i++)
        assert_true(meldingen[i].text[0][0] && meldingen[i].text[1][0]);
}

static void test_whose_file(void **state) {
    (void)state;
    assert_true(check_is_ours(TEXT("g1p: 1\n")));
    assert_true(check_is_ours(TEXT("\xEF\xBB\xBFg1p: 1")));
    assert_true(check_is_ours(TEXT("# iets\r\n\r\ng1p:")));
    assert_true(check_is_ours(TEXT("{{{ kapot\ng1p: 1\n\x01")));
    assert_false(check_is_ours(TEXT("")));
    assert_false(check_is_ours((struct text){NULL, 0}));
    assert_false(check_is_ours(TEXT("g1p")));
    assert_false(check_is_ours(TEXT(" g1p: 1\n")));
    assert_false(check_is_ours(TEXT("# g1p: 1\n")));
    assert_false(check_is_ours(TEXT("naam: x\ng1")));
    assert_false(check_is_ours(TEXT("G1P: 1\n")));
}

static void test_kinds(void **state) {
    (void)state;
    static const char *const words[] = {"plan", "meldcode", "organisatie", "kader"};
    for (int i = 0; i < 4; i++) {
        struct buffer source = {0};
        buffer_format(&source, "g1p: 1\nsoort: %s\nhobby: x\n", words[i]);
        buffer_add_char(&source, '\0');
        assert_int_equal(checking_file(&checking, source.bytes), 0);
        assert_int_equal(checking.result.kind, i);
        assert_true(checking.result.findings.count > 0);
        buffer_free(&source);
    }
    // Something else is taken for a plan, and told so.
    assert_int_equal(checking_file(&checking, "g1p: 1\nsoort: [plan]\n"), 0);
    assert_int_equal(checking.result.kind, KIND_PLAN);
    assert_int_equal(checking_file(&checking, "g1p: 1\n"), 0);
    assert_int_equal(checking.result.kind, KIND_PLAN);
    // Another kind that cannot be read is still told.
    assert_int_equal(checking_file(&checking, "g1p: 1\nsoort: kader\nnaam: \"x\n"), 0);
    assert_int_equal(checking.result.kind, KIND_KADER);
    assert_int_equal(checking.result.findings.count, 1);
}

static size_t count_in(const char *phase) {
    assert_int_equal(checking_plan(&checking, phase, ""), 0);
    return checking.result.findings.count;
}

// A plan that is being made is not scolded for what comes later.
static void test_phases(void **state) {
    (void)state;
    assert_int_equal(count_in("aanmelding"), 0);
    checking_family(&checking, "OP-");
    assert_int_equal(count_in("aanmelding"), 0);
    assert_int_equal(checking.result.phase, FASE_AANMELDING);
    assert_int_equal(count_in("intake"), 1);
    assert_int_equal(count_in("startoverleg_voorbereiden"), 1);
    size_t at_start = count_in("startoverleg");
    size_t later = count_in("voortgang");
    assert_true(at_start == 5 && later > at_start);
    assert_int_equal(count_in("voortgangsoverleg"), later);
    assert_int_equal(count_in("overdracht"), later);
    assert_int_equal(count_in("afsluiting"), later);
    checking.options.all_phases = true;
    assert_int_equal(count_in("aanmelding"), later);
}

// Without a phase that is known nothing but the form is held against the rules.
static void test_no_phase(void **state) {
    (void)state;
    assert_int_equal(count_in("overmorgen"), 1);
    assert_int_equal(checking.result.phase, -1);
    checking.options.all_phases = true;
    assert_true(count_in("overmorgen") > 5);
}

// What could be read of a broken file is held against the form only.
static void test_unreadable(void **state) {
    (void)state;
    assert_int_equal(checking_plan(&checking, "voortgang", "hobby: a\nkader: \"b\n"), 0);
    assert_false(checking.result.readable);
    for (size_t i = 0; i < checking.result.findings.count; i++)
        assert_null(rules[meldingen[checking.result.findings.items[i].melding].rule].function);
    assert_int_equal(checking.result.findings.count, 2);
}

static void test_selection(void **state) {
    (void)state;
    checking_only(&checking, (enum rule)rule_named(TEXT("OP-13")));
    assert_int_equal(count_in("voortgang"), 1);
    assert_string_equal(checking_found(&checking), "4:7-16 OP-13.ontbreekt ");
    for (int i = 0; i < RULE_COUNT; i++)
        checking.options.selected[i] = false;
    assert_int_equal(count_in("voortgang"), 0);
}

// A missing part is told at the phase that asks for it, or at its key when that is there.
static void test_places(void **state) {
    (void)state;
    checking_only(&checking, (enum rule)rule_named(TEXT("OP-10")));
    assert_int_equal(checking_plan(&checking, "voortgang", ""), 0);
    assert_string_equal(checking_found(&checking), "4:7-16 OP-10.ontbreekt ");
    assert_int_equal(checking_plan(&checking, "voortgang", "gewenst_resultaat:\n"), 0);
    assert_string_equal(checking_found(&checking), "5:1-18 OP-10.ontbreekt ");
    checking.options.all_phases = true;
    assert_int_equal(checking_file(&checking, "kader: a\ng1p: 1\nsoort: plan\n"), 0);
    assert_string_equal(checking_found(&checking), "1:1-6 OP-10.ontbreekt ");
}

// An id is named; what stands in its place and is none could be a sentence, and is kept back.
static void test_names(void **state) {
    (void)state;
    checking_only(&checking, (enum rule)rule_named(TEXT("OP-22")));
    assert_int_equal(
        checking_plan(&checking, "voortgang",
                      "doelen:\n  - id: school\n  - id: Vader drinkt weer\n  - doel: x\n"),
        0);
    assert_string_equal(checking_found(&checking), "6:5-7 OP-22.evaluatie(school) "
                                                   "7:5-7 OP-22.evaluatie(!Vader drinkt weer!) "
                                                   "8:5-9 OP-22.evaluatie(!!) ");
}

static void test_order_of_the_file(void **state) {
    (void)state;
    assert_int_equal(
        checking_plan(&checking, "startoverleg", "zorgen:\n  - wie: bo\nkrachten:\n  - hobby: x\n"),
        0);
    uint32_t before = 0;
    for (size_t i = 0; i < checking.result.findings.count; i++) {
        assert_true(checking.result.findings.items[i].start >= before);
        before = checking.result.findings.items[i].start;
    }
    assert_true(checking.result.findings.count > 8);
}

static void test_most_findings(void **state) {
    (void)state;
    struct buffer rest = {0};
    for (int i = 0; i < 600; i++)
        buffer_format(&rest, "hobby_nummer_%d: x\n", i);
    buffer_add_char(&rest, '\0');
    assert_int_equal(checking_plan(&checking, "aanmelding", rest.bytes), 0);
    assert_int_equal(checking.result.findings.count, FINDINGS_MOST);
    assert_int_equal(checking.result.findings.dropped, 100);
    buffer_free(&rest);
}

// Memory that runs out anywhere is told, and nothing is lost or left behind.
static void test_out_of_memory(void **state) {
    (void)state;
    static const char rest[] =
        "huishouden: {naam: F, leden: [{id: bo, naam: \"B\\u00f6\", rol: kind}, {id: bo}]}\n"
        "kader: [a]\nhobby: x\nhobby: y\nopgesteld: 2030-01-01\nnetwerk:\n  -\n"
        "zorgen:\n  - {wie: [bo, boo], prioriteit: 0, status: weg, citaat: \"a\\x07\"}\n"
        "doelen: [{id: a, afgesproken: 2026-02-02, acties: [{gedaan: 2026-01-01}]}]\n"
        "analyse: &a {}\n";
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    size_t found = checking.result.findings.count;
    unsigned long nth = 1;
    int outcome;
    do {
        arena_fail_at(nth++);
        outcome = checking_run(&checking);
    } while (outcome == -1);
    arena_fail_at(0);
    assert_true(nth > 40);
    assert_int_equal(checking.result.findings.count, found);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_rules_by_id),
        TEST(test_tables),
        TEST(test_whose_file),
        TEST(test_kinds),
        TEST(test_phases),
        TEST(test_no_phase),
        TEST(test_unreadable),
        TEST(test_selection),
        TEST(test_places),
        TEST(test_names),
        TEST(test_order_of_the_file),
        TEST(test_most_findings),
        TEST(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
