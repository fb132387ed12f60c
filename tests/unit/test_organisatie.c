// SPDX-License-Identifier: EUPL-1.2
// Tests of the rules about what an organisation arranges (IM-01…05).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lib/method/implementatie.h"
#include "tests/unit/checking.h"

static struct checking checking;

static void check_found(const char *rest, const char *expected) {
    buffer_clear(&checking.source);
    buffer_add_string(&checking.source, "g1p: 1\nsoort: organisatie\nnaam: N\n");
    buffer_add_string(&checking.source, rest);
    assert_int_equal(checking_run(&checking), 0);
    if (strcmp(checking_found(&checking), expected) != 0)
        fail_msg("%s\nfound:    %s\nexpected: %s", rest, checking_found(&checking), expected);
}

// What is said of a point that does not exist.
#define POINTS                                                                                     \
    "`A1`, `A2`, `A3`, `A4`, `B1`, `B2`, `B3`, `B4`, `B5`, `B6`, `C1`, `D1`, `D2`, `D3`, `E1`, "   \
    "`E2`, `E3`, `F1`, `F2`) "

static void only(enum rule rule) {
    checking_only(&checking, rule);
    checking.options.selected[RULE_FMT_02] = true;
}

// All points but those named, each done.
static const char *list_without(const char *left_out, const char *rest) {
    static char list[2048];
    size_t length = (size_t)snprintf(list, sizeof list, "punten:\n");
    for (int i = 0; i < implementatie_punt_count; i++)
        if (!strstr(left_out, implementatie_punten[i].punt))
            length +=
                (size_t)snprintf(list + length, sizeof list - length,
                                 "  - {punt: %s, status: gereed}\n", implementatie_punten[i].punt);
    snprintf(list + length, sizeof list - length, "%s", rest);
    return list;
}

static void test_missing_points(void **state) {
    (void)state;
    only(RULE_IM_01);
    check_found("", "1:1-4 IM-01.geen ");
    check_found("punten:\n", "4:1-7 IM-01.geen ");
    check_found("punten: []\n", "4:1-7 IM-01.geen ");
    check_found("punten: veel\n", "4:9-13 FMT-02.soort(a list with a dash before every item) ");
    check_found(list_without("", ""), "");
    check_found(list_without("C1 F2", ""), "4:1-7 IM-01.ontbreekt(C1) 4:1-7 IM-01.ontbreekt(F2) ");
    // Who does not work with youth needs no Verwijsindex.
    check_found(list_without("B2", ""), "4:1-7 IM-01.ontbreekt(B2) ");
    check_found(list_without("B2", "jeugdigen_tot_23: ja\n"), "4:1-7 IM-01.ontbreekt(B2) ");
    check_found(list_without("B2", "jeugdigen_tot_23: nee\n"), "");
}

// A point that cannot be read may be the one that is missing: one mistake, one finding.
static void test_unknown_points(void **state) {
    (void)state;
    only(RULE_IM_01);
    check_found(list_without("C1", "  - {punt: c1, status: gereed}\n"),
                "23:12-14 FMT-02.woord(!c1!," POINTS);
    check_found(list_without("C1 D1", "  - {punt: C9, status: gereed}\n"),
                "4:1-7 IM-01.ontbreekt(C1) 4:1-7 IM-01.ontbreekt(D1) 22:12-14 "
                "FMT-02.woord_bedoeld(C9,C1) ");
    only(RULE_IM_02);
    check_found("punten: [{punt: c1}]\n", "4:17-19 FMT-02.woord(!c1!," POINTS);
}

static void test_plans_of_points(void **state) {
    (void)state;
    only(RULE_IM_02);
    check_found("punten:\n  - punt: A1\n", "5:5-9 IM-02.alles(A1) ");
    check_found("punten:\n  - punt: A1\n    status: loopt\n    actie:\n", "5:5-9 IM-02.alles(A1) ");
    check_found("punten:\n  - {punt: A1, actie: a}\n",
                "5:6-10 IM-02.verantwoordelijke(A1) 5:6-10 IM-02.planning(A1) ");
    check_found("punten:\n  - {punt: A1, verantwoordelijke: E, planning: 2026-09-01}\n",
                "5:6-10 IM-02.actie(A1) ");
    check_found("punten:\n  - {punt: A1, actie: a, verantwoordelijke: E, planning: 2026-09-01}\n",
                "");
    check_found("punten: [{punt: A1, status: gereed}, {punt: A2, status: nvt}]\n", "");
    // What stands there and is wrong is told once.
    check_found("punten: [{punt: A1, status: klaar}]\n",
                "4:29-34 FMT-02.woord(!klaar!,`open`, `loopt`, `gereed`, `nvt`) ");
    check_found("punten:\n  - {punt: A1, actie: [a], verantwoordelijke: E, planning: 2026-09-01}\n",
                "5:23-26 FMT-02.soort(one text, without fields or a list below it) ");
    check_found("punten:\n  - {punt: A1, actie: a, verantwoordelijke: E, planning: 2026-02-30}\n",
                "5:58-68 FMT-02.datum(!2026-02-30!) ");
}

static void test_dates_that_passed(void **state) {
    (void)state;
    only(RULE_IM_03);
    check_found("punten: [{punt: A1, planning: 2026-05-31}]\n", "4:31-41 IM-03.voorbij(A1) ");
    check_found("punten: [{punt: A1, planning: 2026-05-31, status: loopt}]\n",
                "4:31-41 IM-03.voorbij(A1) ");
    check_found("punten: [{punt: A1, planning: 2026-06-01}]\n", "");
    check_found("punten: [{punt: A1, planning: 2026-05-31, status: gereed}]\n", "");
    check_found("punten: [{punt: A1, planning: 2026-05-31, status: nvt}]\n", "");
}

static void test_who_sees_to_it(void **state) {
    (void)state;
    only(RULE_IM_04);
    check_found("", "1:1-4 IM-04.ontbreekt ");
    check_found("aandachtsfunctionarissen:\n", "4:1-25 IM-04.ontbreekt ");
    check_found("aandachtsfunctionarissen: []\n", "4:1-25 IM-04.ontbreekt ");
    check_found("aandachtsfunctionarissen: Els\n",
                "4:27-30 FMT-02.soort(a list with a dash before every item) ");
    check_found("aandachtsfunctionarissen: [Els]\n", "");
}

static void test_youth(void **state) {
    (void)state;
    only(RULE_IM_05);
    check_found("jeugdigen_tot_23: ja\npunten: [{punt: B2}]\n", "5:11-15 IM-05.open ");
    check_found("jeugdigen_tot_23: ja\npunten: [{punt: B2, status: open}]\n",
                "5:11-15 IM-05.open ");
    check_found("jeugdigen_tot_23: ja\npunten: [{punt: B2, status: nvt}]\n", "5:29-32 IM-05.nvt ");
    check_found("jeugdigen_tot_23: ja\npunten: [{punt: B2, status: loopt}]\n", "");
    check_found("jeugdigen_tot_23: ja\npunten: [{punt: B2, status: gereed}]\n", "");
    check_found("jeugdigen_tot_23: ja\npunten: [{punt: B1, status: open}]\n", "");
    check_found("jeugdigen_tot_23: nee\npunten: [{punt: B2, status: nvt}]\n", "");
    check_found("punten: [{punt: B2, status: open}]\n", "");
}

// Nothing of this is asked of a plan, and nothing of a plan of this.
static void test_only_its_own_kind(void **state) {
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++)
        checking.options.selected[i] = true;
    checking.options.all_phases = true;
    assert_int_equal(checking_plan(&checking, "voortgang", ""), 0);
    assert_null(strstr(checking_found(&checking), "IM-"));
    assert_true(checking.result.findings.count > 0);
    check_found(list_without("", "aandachtsfunctionarissen: [Els]\n"), "");
    checking.options.all_phases = false;
    check_found(list_without("", "aandachtsfunctionarissen: [Els]\n"), "");
}

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_missing_points),    cmocka_unit_test(test_unknown_points),
        cmocka_unit_test(test_plans_of_points),   cmocka_unit_test(test_dates_that_passed),
        cmocka_unit_test(test_who_sees_to_it),    cmocka_unit_test(test_youth),
        cmocka_unit_test(test_only_its_own_kind),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
