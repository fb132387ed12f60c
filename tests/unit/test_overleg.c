// SPDX-License-Identifier: EUPL-1.2
// Tests of meetings in time, and of professionals who come and leave.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/method/overleg.h"
#include "lib/method/professional.h"

static const struct node node = {.kind = NODE_MAPPING};
static const struct date today = {2026, 6, 1};
static struct plan_text somebody[] = {{&node, {"ann", 3}}};

// A meeting on this day of 2026 at which somebody was.
static struct plan_overleg on(signed char month, signed char day, int soort) {
    return (struct plan_overleg){.node = &node,
                                 .datum = {&node, {2026, month, day}},
                                 .soort = {&node, soort},
                                 .aanwezig = {&node, somebody, 1, false}};
}

static void test_held(void **state) {
    (void)state;
    struct plan_overleg overleg = on(6, 1, OVERLEGSOORT_STARTOVERLEG);
    assert_true(overleg_gehouden(&overleg, today) && !overleg_gepland(&overleg, today));
    overleg.datum.date.day = 2;
    assert_true(overleg_gepland(&overleg, today) && !overleg_gehouden(&overleg, today));
    overleg.datum.date = (struct date){0, 0, 0};
    assert_false(overleg_gehouden(&overleg, today) || overleg_gepland(&overleg, today));
    assert_false(overleg_leeg(&overleg, today));
}

// Nothing written down: not from the day itself on, but from the day after.
static void test_empty(void **state) {
    (void)state;
    struct plan_overleg overleg = on(6, 1, OVERLEGSOORT_STARTOVERLEG);
    overleg.aanwezig.count = 0;
    assert_true(overleg_gehouden(&overleg, today) && !overleg_leeg(&overleg, today));
    overleg.datum.date = (struct date){2026, 5, 31};
    assert_true(overleg_leeg(&overleg, today) && !overleg_gehouden(&overleg, today));
    overleg.volgende.node = &node;
    assert_true(overleg_gehouden(&overleg, today) && !overleg_leeg(&overleg, today));
    overleg.volgende.node = NULL;
    overleg.ervaring_klant.node = &node;
    assert_true(overleg_gehouden(&overleg, today));
}

// From 14 days before until 7 days after.
static void test_near(void **state) {
    (void)state;
    struct plan_overleg overleg = on(5, 30, OVERLEGSOORT_VOORTGANGSOVERLEG);
    assert_true(overleg_nabij(&overleg, (struct date){2026, 5, 16}));
    assert_true(overleg_nabij(&overleg, (struct date){2026, 6, 6}));
    assert_false(overleg_nabij(&overleg, (struct date){2026, 5, 15}));
    assert_false(overleg_nabij(&overleg, (struct date){2026, 6, 7}));
    assert_false(overleg_nabij(&overleg, (struct date){0, 0, 0}));
    overleg.datum.date.year = 0;
    assert_false(overleg_nabij(&overleg, (struct date){2026, 5, 30}));
}

static void test_last(void **state) {
    (void)state;
    struct plan_overleg items[] = {
        on(5, 12, OVERLEGSOORT_VOORTGANGSOVERLEG), on(3, 10, OVERLEGSOORT_STARTOVERLEG),
        on(5, 12, OVERLEGSOORT_SPOEDOVERLEG), on(8, 11, OVERLEGSOORT_VOORTGANGSOVERLEG)};
    struct plan_plan plan = {.overleggen = {&node, items, 4, false}};
    assert_ptr_equal(overleg_laatste(&plan, -1, today), &items[2]);
    assert_ptr_equal(overleg_laatste(&plan, OVERLEGSOORT_VOORTGANGSOVERLEG, today), &items[0]);
    assert_ptr_equal(overleg_laatste(&plan, OVERLEGSOORT_STARTOVERLEG, today), &items[1]);
    plan.overleggen.count = 0;
    assert_null(overleg_laatste(&plan, -1, today));
}

static void test_next(void **state) {
    (void)state;
    struct plan_overleg items[] = {
        {.node = &node, .datum = {&node, {2026, 7, 6}}},
        {.node = &node, .datum = {&node, {2026, 5, 11}}, .volgende = {&node, {2026, 6, 20}}},
        {.node = &node, .datum = {&node, {2026, 3, 5}}, .volgende = {&node, {2026, 5, 11}}}};
    struct plan_plan plan = {.overleggen = {&node, items, 3, false}};
    struct volgend_overleg next = overleg_volgend(&plan, today);
    assert_int_equal(date_compare(next.datum, (struct date){2026, 6, 20}), 0);
    assert_null(next.overleg); // its day was agreed, and it has no entry yet
    assert_ptr_equal(next.vorige, &items[1]);
    items[0].datum.date = items[1].volgende.date;
    assert_ptr_equal(overleg_volgend(&plan, today).overleg, &items[0]);
    next = overleg_volgend(&plan, (struct date){2026, 6, 21});
    assert_false(date_known(next.datum));
    assert_null(next.overleg);
    assert_null(next.vorige);
    assert_ptr_equal(overleg_volgend(&plan, (struct date){2026, 3, 5}).overleg, &items[2]);
    assert_null(overleg_volgend(&plan, (struct date){2026, 3, 5}).vorige);
}

static void test_closed(void **state) {
    (void)state;
    struct plan_plan plan = {.node = NULL};
    assert_false(plan_gesloten(&plan, today));
    plan.afsluiting.datum.date = today;
    assert_true(plan_gesloten(&plan, today));
    plan.afsluiting.datum.date.day = 2;
    assert_false(plan_gesloten(&plan, today));
}

static void test_professionals(void **state) {
    (void)state;
    struct plan_professional items[] = {
        {.node = &node, .id = {&node, TEXT("els")}, .van = {&node, {2026, 6, 1}}},
        {.node = &node, .id = {&node, TEXT("gijs")}, .tot = {&node, {2026, 5, 31}}},
        {.node = &node, .id = {&node, TEXT("nina")}, .van = {&node, {2026, 6, 2}}},
        {.node = &node, .id = {&node, TEXT("huub")}, .tot = {&node, {2026, 6, 1}}},
        {.node = NULL}};
    struct plan_plan plan = {.professionals = {&node, items, 5, false}};
    assert_int_equal(professionals_actief(&plan, today), 2);
    assert_true(professional_weg(&items[1], today) && !professional_weg(&items[3], today));
    assert_true(persoon_weg(&plan, plan_persoon(&plan, TEXT("gijs")), today));
    assert_false(persoon_weg(&plan, plan_persoon(&plan, TEXT("els")), today));
    assert_false(persoon_weg(&plan, plan_persoon(&plan, TEXT("piet")), today));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_held),          cmocka_unit_test(test_empty),
        cmocka_unit_test(test_near),          cmocka_unit_test(test_last),
        cmocka_unit_test(test_closed),        cmocka_unit_test(test_next),
        cmocka_unit_test(test_professionals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
