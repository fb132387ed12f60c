// SPDX-License-Identifier: EUPL-1.2
// Tests of the rules about a record of the meldcode (MC-01…19), beside the examples in their rows.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/checking.h"

static struct checking checking;
static struct arena plan_arena;
static struct check_result plan;

static const char head[] = "g1p: 1\nsoort: meldcode\nnummer: M-1\n"
                           "professional: {naam: Nadia Amrani}\nbetreft: [{wie: bo}]\n"
                           "vormen: [kindermishandeling]\n";

#define SIGNAAL "signalen: [{datum: 2026-05-01, door: Nadia Amrani, wat: x, waargenomen: gezien}]\n"
#define CONSULT "consulten: [{datum: 2026-05-02, door: Nadia Amrani, met: collega}]\n"
#define GESPREK "gesprekken: [{datum: 2026-05-03, door: Nadia Amrani, met: moeder}]\n"

// Checks a record with the plan that it names (NULL: none); only lines of the rest count from 7 on.
static void check_with(const char *given_plan, const char *rest, const char *expected) {
    buffer_clear(&checking.source);
    buffer_add_string(&checking.source, head);
    buffer_add_string(&checking.source, rest);
    arena_reset(&checking.arena);
    arena_reset(&plan_arena);
    assert_int_equal(check_read(buffer_text(&checking.source), false, &checking.options,
                                &checking.arena, &checking.scratch, &checking.result),
                     0);
    if (given_plan) {
        assert_int_equal(check_read(text_of(given_plan), false, &checking.options, &plan_arena,
                                    &checking.scratch, &plan),
                         0);
        checking.result.related = (struct check_related){LINK_FOUND, &plan.plan, false};
        report_link(&checking.options, &checking.result);
    }
    assert_int_equal(check_judge(&checking.options, NULL, &checking.result), 0);
    if (strcmp(checking_found(&checking), expected) != 0)
        fail_msg("%s\nfound:    %s\nexpected: %s", rest, checking_found(&checking), expected);
}

static void check_found(const char *rest, const char *expected) {
    check_with(NULL, rest, expected);
}

// A record that is being made is not scolded for steps that have not come.
static void test_in_progress(void **state) {
    (void)state;
    check_found("", "");
    check_found("levensbedreigend: {antwoord: nee}\n", "");
    check_found(SIGNAAL, "");
    check_found(SIGNAAL CONSULT, "");
    check_found(SIGNAAL CONSULT GESPREK, "");
    check_found(SIGNAAL CONSULT GESPREK
                "wegingen: [{datum: 2026-05-04, door: N, vermoeden: ja, acuut_of_structureel: ja, "
                "effectieve_hulp: nee, met: veilig_thuis}]\n",
                "");
    check_found("kwetsbare_situatie: ja\n", "");
}

// What stands now counts: an entry that was added repairs what the one before lacked.
static void test_last_counts(void **state) {
    (void)state;
    check_found(SIGNAAL CONSULT GESPREK
                "wegingen:\n"
                "  - {datum: 2026-05-04, door: N, vermoeden: ja}\n"
                "  - {datum: 2026-05-05, door: N, vermoeden: nee, met: veilig_thuis}\n",
                "");
    // The order of the file does not matter, but on one day it does.
    check_found(SIGNAAL CONSULT GESPREK
                "wegingen:\n"
                "  - {datum: 2026-05-05, door: N, vermoeden: nee, met: veilig_thuis}\n"
                "  - {datum: 2026-05-04, door: N, vermoeden: ja}\n",
                "");
    check_found(SIGNAAL CONSULT GESPREK
                "wegingen:\n"
                "  - {datum: 2026-05-05, door: N, vermoeden: nee, met: veilig_thuis}\n"
                "  - {datum: 2026-05-05, door: N, vermoeden: ja, met: veilig_thuis}\n",
                "12:6-11 MC-07.onbeslist(acuut_of_structureel) ");
}

static void test_order(void **state) {
    (void)state;
    checking_only(&checking, RULE_MC_02);
    check_found("wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee}]\n",
                "7:13-18 MC-02.consulten ");
    check_found("wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee, toelichting: spoed}]\n",
                "");
    check_found(CONSULT, "7:14-19 MC-02.signalen ");
    // Who decided on the day before the weighing; a day that nobody knows is not out of order.
    check_found("wegingen: [{datum: 2026-05-04, door: N, toelichting: spoed}]\n"
                "besluiten: [{datum: 2026-05-03, door: N}]\n",
                "8:21-31 MC-02.volgorde(besluiten,wegingen) ");
    check_found("wegingen: [{datum: 2026-05-04, door: N, toelichting: spoed}]\n"
                "besluiten: [{datum: gisteren, door: N}]\n",
                "");
    checking_family(&checking, "MC-");
}

// What is a decision worth that says nothing? Only what contradicts the weighing is told.
static void test_decision(void **state) {
    (void)state;
    checking_only(&checking, RULE_MC_08);
#define WEGING                                                                                     \
    "wegingen: [{datum: 2026-05-04, door: N, vermoeden: ja, acuut_of_structureel: ja, "            \
    "effectieve_hulp: nee}]\n"
    check_found(WEGING "besluiten: [{datum: 2026-05-04, door: N}]\n", "");
    check_found(WEGING "besluiten: [{datum: 2026-05-04, door: N, melden: ja, hulp: nee}]\n", "");
    check_found(WEGING "besluiten: [{datum: 2026-05-04, door: N, melden: nee, hulp: nee}]\n",
                "8:50-53 MC-08.niet_melden ");
    check_found(WEGING
                "besluiten: [{datum: 2026-05-04, door: N, melden: nee, hulp: ja, reden: x}]\n",
                "8:50-53 MC-08.niet_melden_met_reden 8:61-63 MC-08.hulp_met_reden ");
    // A weighing of a later day is not what the decision rests on.
    check_found(WEGING "besluiten: [{datum: 2026-05-03, door: N, melden: nee}]\n", "");
    // An open weighing says nothing that could be departed from.
    check_found("wegingen: [{datum: 2026-05-04, door: N, vermoeden: ja}]\n"
                "besluiten: [{datum: 2026-05-04, door: N, melden: ja, hulp: ja}]\n",
                "");
    checking_family(&checking, "MC-");
}

static void test_competent(void **state) {
    (void)state;
    checking_only(&checking, RULE_MC_09);
    check_found("wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee, "
                "met: gecertificeerde_instelling}]\n",
                "");
    // An instrument counts when nobody says that who used it was not trained in it.
    check_found("wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee, "
                "met: taxatie_instrument}]\n",
                "");
    check_found("taxatie: [{datum: 2026-05-04, door: N, instrument: ARIJ, geschoold: nee}]\n"
                "wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee, "
                "met: taxatie_instrument}]\n",
                "8:62-80 MC-09.niemand ");
    // A mistyped word may be the right one; the schema tells about it.
    check_found("wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee, met: veiligthuis}]\n", "");
    // Nothing was weighed yet.
    check_found("wegingen: [{datum: 2026-05-04, door: N, vermoeden: onbekend}]\n", "");
    checking_family(&checking, "MC-");
}

// The same person, by another way of writing.
static void test_who_reported(void **state) {
    (void)state;
    static const char household[] =
        "g1p: 1\nsoort: plan\nnummer: 1\nfase: aanmelding\n"
        "huishouden: {naam: V, leden: [{id: bo, naam: Bo, rol: kind}]}\n"
        "professionals: [{id: iris, naam: Iris Dekker, organisatie: o, functie: f}]\n";
    checking_only(&checking, RULE_MC_10);
    check_found(SIGNAAL "meldingen: [{datum: 2026-05-04, door: nadia amrani}]\n", "");
    check_found(SIGNAAL "meldingen: [{datum: 2026-05-04, door: Els}]\n", "8:39-42 MC-10.door ");
    check_with(household,
               "signalen: [{datum: 2026-05-01, door: iris, wat: x}]\n"
               "meldingen: [{datum: 2026-05-04, door: Iris Dekker}]\n",
               "");
    checking_family(&checking, "MC-");
}

// A plan that the record names and that is not its own.
static void test_link(void **state) {
    (void)state;
    static const char other[] = "g1p: 1\nsoort: plan\nnummer: 1\nfase: aanmelding\n"
                                "huishouden: {naam: V, leden: [{id: kim, naam: Kim, rol: kind}]}\n";
    checking_only(&checking, RULE_FMT_04);
    check_with(other, "plan: a.yaml\n", "7:7-13 FMT-04.plan_vreemd ");
    checking.result.related.link = LINK_MISSING;
    checking.result.related.plan = NULL;
    checking.result.findings.count = 0;
    report_link(&checking.options, &checking.result);
    assert_string_equal(checking_found(&checking), "7:7-13 FMT-04.plan ");
    checking_family(&checking, "MC-");
}

static void test_plan_in_closing(void **state) {
    (void)state;
    checking_only(&checking, RULE_PR_06);
    buffer_clear(&checking.source);
    buffer_add_string(&checking.source, "g1p: 1\nsoort: plan\nnummer: 1\nfase: afsluiting\n");
    arena_reset(&checking.arena);
    assert_int_equal(check_read(buffer_text(&checking.source), false, &checking.options,
                                &checking.arena, &checking.scratch, &checking.result),
                     0);
    checking.result.related.open_dossier = true;
    assert_int_equal(check_judge(&checking.options, NULL, &checking.result), 0);
    assert_string_equal(checking_found(&checking), "4:7-17 PR-06.meldcode ");
    checking_family(&checking, "MC-");
}

// Half wrong, misshapen: no rule falls over it.
static void test_misshapen(void **state) {
    (void)state;
    static const char *const rests[] = {"signalen: veel\n",
                                        "signalen: [veel, {}, []]\nwegingen: [x]\n",
                                        "wegingen: {vermoeden: ja}\nbesluiten: 3\n",
                                        "levensbedreigend: ja\nafgesloten: ja\n",
                                        "hulp: [{evaluatie: x}, null]\nmeldingen: [[]]\n",
                                        "gebeurtenissen: [{soort: feest}, {soort: [verhuisd]}]\n",
                                        "wegingen: [{datum: [], met: {}, vermoeden: [ja]}]\n"};
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
        buffer_clear(&checking.source);
        buffer_add_string(&checking.source, head);
        buffer_add_string(&checking.source, rests[i]);
        assert_int_equal(checking_run(&checking), 0);
    }
}

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    checking_family(&checking, "MC-");
    arena_init(&plan_arena, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    arena_free(&plan_arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_in_progress), cmocka_unit_test(test_last_counts),
        cmocka_unit_test(test_order),       cmocka_unit_test(test_decision),
        cmocka_unit_test(test_competent),   cmocka_unit_test(test_who_reported),
        cmocka_unit_test(test_link),        cmocka_unit_test(test_plan_in_closing),
        cmocka_unit_test(test_misshapen),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
