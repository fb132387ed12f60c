// SPDX-License-Identifier: EUPL-1.2
// Tests of what is due: by date, and nothing that is done or fell away.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/method/due.h"
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

static struct due_list collect(const char *rest) {
    struct due_list list;
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    assert_int_equal(
        due_collect(&checking.result.plan, checking.options.today, &checking.arena, &list), 0);
    return list;
}

static void test_order(void **state) {
    (void)state;
    struct due_list list = collect(
        "doelen: [{id: d, doel: X, evaluatie: 2026-08-01, acties: [\n"
        "  {wie: a, wat: later, uiterlijk: 2026-08-01}, {wie: a, wat: eerst, uiterlijk: "
        "2026-01-01},\n"
        "  {wie: a, wat: klaar, uiterlijk: 2026-01-01, status: gedaan}, {wie: a, wat: ooit}]},\n"
        "  {id: e, doel: Y, evaluatie: 2026-01-01, status: behaald}]\n"
        "overleggen: [{datum: 2026-05-01, soort: startoverleg, volgende: 2026-07-01}]\n");
    assert_int_equal(list.count, 4);
    assert_true(text_is(list.items[0].actie->wat.text, "eerst"));
    assert_int_equal(list.items[1].kind, DUE_OVERLEG);
    assert_int_equal(list.items[2].kind, DUE_ACTIE); // of one day in the order of the plan
    assert_int_equal(list.items[3].kind, DUE_EVALUATIE);
}

static void test_obliged(void **state) {
    (void)state;
    collect("doelen: [{id: d, doel: X, veiligheid: herstel_en_nazorg, status: vervallen},\n"
            "  {id: e, doel: Y, veiligheid: onveiligheid_opheffen}]\n");
    const struct plan_plan *plan = &checking.result.plan;
    assert_true(due_has_obliged(plan, VEILIGHEIDSDOEL_ONVEILIGHEID_OPHEFFEN));
    assert_false(due_has_obliged(plan, VEILIGHEIDSDOEL_HERSTEL_EN_NAZORG));
}

static void test_memory(void **state) {
    (void)state;
    struct due_list list;
    collect("doelen: [{id: d, doel: X, evaluatie: 2026-08-01}]\n");
    arena_fail_at(1);
    assert_int_equal(
        due_collect(&checking.result.plan, checking.options.today, &checking.arena, &list), -1);
    arena_fail_at(0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_order, begin, end),
        cmocka_unit_test_setup_teardown(test_obliged, begin, end),
        cmocka_unit_test_setup_teardown(test_memory, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
