// SPDX-License-Identifier: EUPL-1.2
// Tests of the target group: whether the method is to be started, and why.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/method/doelgroep.h"

static const struct node node = {.kind = NODE_SCALAR};
static const struct plan_word yes = {&node, JA_NEE_ONBEKEND_JA};
static const struct plan_word no = {&node, JA_NEE_ONBEKEND_NEE};
static const struct plan_word unknown = {&node, JA_NEE_ONBEKEND_ONBEKEND};

static struct plan_text one_text[] = {{&node, {"wie weet", 8}}};
static const struct plan_kader own = {.startcriteria = {&node, one_text, 1, false}};
static const struct plan_kader none = {.node = NULL};

static void test_nothing_answered(void **state) {
    (void)state;
    struct plan_plan plan = {.node = NULL};
    struct doelgroep answer = doelgroep(&plan, NULL);
    assert_int_equal(answer.besluit, DOELGROEP_ONBEKEND);
    assert_false(answer.kwetsbaar || answer.veiligheid || answer.eigen_criteria);
    plan.intake.kwetsbaar_huishouden.zorgmijdend = unknown;
    assert_int_equal(doelgroep(&plan, &none).besluit, DOELGROEP_ONBEKEND);
    plan.intake.kwetsbaar_huishouden.zorgmijdend = no;
    assert_int_equal(doelgroep(&plan, &none).besluit, DOELGROEP_NIET);
    assert_int_equal(doelgroep(&plan, &own).besluit, DOELGROEP_PROFESSIONAL);
}

// Each of the six alone is a reason, and is told by its place.
static void test_six(void **state) {
    (void)state;
    for (int i = 0; i < DOELGROEP_KWETSBAAR; i++) {
        struct plan_plan plan = {.node = NULL};
        struct plan_kwetsbaar_huishouden *six = &plan.intake.kwetsbaar_huishouden;
        struct plan_word *const words[DOELGROEP_KWETSBAAR] = {
            &six->minder_zelfredzaam,   &six->zorgen_op_meerdere_leefgebieden,
            &six->onveilig_of_ongezond, &six->moeite_met_hulpvraag_of_organiseren,
            &six->zorgmijdend,          &six->hulp_onvoldoende_effect,
        };
        for (int k = 0; k < DOELGROEP_KWETSBAAR; k++)
            *words[k] = k == i ? yes : no;
        struct doelgroep answer = doelgroep(&plan, NULL);
        assert_int_equal(answer.besluit, DOELGROEP_STARTEN);
        assert_true(answer.kwetsbaar);
        for (int k = 0; k < DOELGROEP_KWETSBAAR; k++)
            assert_int_equal(answer.criteria[k], k == i);
    }
}

// The three are a reason together only.
static void test_three(void **state) {
    (void)state;
    struct plan_plan plan = {.node = NULL};
    struct plan_zeer_kwetsbaar *three = &plan.intake.zeer_kwetsbaar;
    three->weinig_sociale_steun = yes;
    three->weinig_veerkracht = yes;
    three->weinig_eigen_regie = unknown;
    struct doelgroep answer = doelgroep(&plan, NULL);
    assert_int_equal(answer.besluit, DOELGROEP_ONBEKEND);
    assert_true(answer.zeer[0] && answer.zeer[1] && !answer.zeer[2] && !answer.kwetsbaar);
    three->weinig_eigen_regie = yes;
    answer = doelgroep(&plan, NULL);
    assert_int_equal(answer.besluit, DOELGROEP_STARTEN);
    assert_true(answer.zeer[2] && answer.kwetsbaar);
}

static void test_safety(void **state) {
    (void)state;
    struct plan_plan plan = {.basiszorg_en_veiligheid.zorgen = {&node, JA_NEE_JA}};
    assert_true(plan_onveilig(&plan));
    assert_int_equal(doelgroep(&plan, &own).besluit, DOELGROEP_STARTEN);
    assert_true(doelgroep(&plan, NULL).veiligheid && doelgroep(&plan, NULL).kwetsbaar);
    plan.basiszorg_en_veiligheid.zorgen.value = JA_NEE_NEE;
    assert_false(plan_onveilig(&plan));
    assert_int_equal(doelgroep(&plan, NULL).besluit, DOELGROEP_ONBEKEND);
}

// A framework's own criteria are weighed by the professional, who then ticks step 3.
static void test_own_criteria(void **state) {
    (void)state;
    struct plan_stap tick[] = {
        {.node = &node, .fase = {&node, FASE_INTAKE}, .stap = {&node, TEXT("3")}}};
    struct plan_plan plan = {.stappen = {&node, tick, 1, false}};
    struct doelgroep answer = doelgroep(&plan, &own);
    assert_int_equal(answer.besluit, DOELGROEP_STARTEN);
    assert_true(answer.eigen_criteria && !answer.kwetsbaar);
    assert_int_equal(doelgroep(&plan, &none).besluit, DOELGROEP_ONBEKEND);
    tick[0].fase.value = FASE_AANMELDING;
    assert_int_equal(doelgroep(&plan, &own).besluit, DOELGROEP_PROFESSIONAL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_answered),
        cmocka_unit_test(test_six),
        cmocka_unit_test(test_three),
        cmocka_unit_test(test_safety),
        cmocka_unit_test(test_own_criteria),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
