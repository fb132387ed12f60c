// SPDX-License-Identifier: EUPL-1.2
// Tests of VP-01…12 and VP-14…19: what a safety plan has to say.
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

// Four people on lines 5-8; what follows begins on line 9.
#define PEOPLE                                                                                     \
    "huishouden: {naam: F, leden: [{id: ann, naam: A, rol: moeder, gezag_over: bo},\n"             \
    "  {id: bo, naam: B, rol: kind, geboren: 2016-01-01}]}\n"                                      \
    "netwerk: [{id: riet, naam: R, relatie: oma}]\n"                                               \
    "professionals: [{id: nadia, naam: N, organisatie: O, functie: F}]\n"

#define MEETINGS                                                                                   \
    "overleggen: [{datum: 2026-02-10, soort: startoverleg, aanwezig: [ann]},\n"                    \
    "  {datum: 2026-04-12, soort: voortgangsoverleg, aanwezig: [ann]}, {datum: 2026-05-12, "       \
    "soort: "                                                                                      \
    "voortgangsoverleg, aanwezig: [ann]},\n"                                                       \
    "  {datum: 2026-08-12, soort: voortgangsoverleg}]\n"

static void test_no_safety_plan(void **state) {
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++)
        if (strncmp(rules[i].id, "VP-", 3) == 0) {
            check(rules[i].id, PEOPLE MEETINGS "basiszorg_en_veiligheid: {zorgen: nee}\n", "");
            check(rules[i].id, "veiligheidsplan:\n", ""); // OP-12 says it
            check_in("startoverleg_voorbereiden", rules[i].id, "veiligheidsplan: {}\n", "");
        }
}

// Strengths and concerns are asked what those of the plan are asked.
static void test_statements(void **state) {
    (void)state;
    check("VP-01", "veiligheidsplan: {}\n", "5:1-16 VP-01.ontbreekt ");
    check("VP-01", "veiligheidsplan: {krachten: []}\n", "5:19-27 VP-01.ontbreekt ");
    check("VP-01", "veiligheidsplan: {krachten: veel}\n", ""); // FMT-02
    check("VP-01", "veiligheidsplan: {krachten: [{wie: bo}, goed]}\n",
          "5:31-34 VP-01.citaat 5:31-34 VP-01.gevolg 5:31-34 VP-01.sinds ");
    check("VP-01", "veiligheidsplan: {krachten: [{wie: [], citaat: '', gevolg: x, sinds: soms}]}\n",
          "5:31-34 VP-01.wie 5:31-34 VP-01.citaat ");
    check("VP-01",
          "veiligheidsplan: {krachten: [{wie: {a: b}, citaat: [a], gevolg: x, sinds: y}]}\n",
          ""); // FMT-02
    check("VP-02", "veiligheidsplan:\n  zorgen:\n", "6:3-9 VP-02.ontbreekt ");
    check("VP-02", "veiligheidsplan: {zorgen: [{eerste: a}]}\n",
          "5:29-35 VP-02.wie 5:29-35 VP-02.citaat 5:29-35 VP-02.sinds 5:29-35 VP-02.gevolg ");
}

static void test_first_worst_last(void **state) {
    (void)state;
    check("VP-03", "veiligheidsplan: {zorgen: [{wie: bo}]}\n", "5:29-32 VP-03.niets ");
    check("VP-03", "veiligheidsplan: {zorgen: [{frequentie: vaak}]}\n",
          "5:29-39 VP-03.eerste 5:29-39 VP-03.ergste 5:29-39 VP-03.laatste ");
    check("VP-03", "veiligheidsplan: {zorgen: [{frequentie: Eenmalig., ergste: toen}]}\n", "");
    check("VP-03", "veiligheidsplan: {zorgen: [{frequentie: \" Één keer \", laatste: toen}]}\n",
          "");
    check("VP-03", "veiligheidsplan: {zorgen: [{frequentie: een keer per week, laatste: toen}]}\n",
          "5:29-39 VP-03.eerste 5:29-39 VP-03.ergste ");
    check("VP-03", "veiligheidsplan: {zorgen: [{frequentie: een keer}]}\n",
          "5:29-39 VP-03.eerste 5:29-39 VP-03.ergste 5:29-39 VP-03.laatste ");
}

static void test_harm_and_fear(void **state) {
    (void)state;
    check("VP-04", "veiligheidsplan: {schade: [{over: bo}, {wat: x}]}\n",
          "5:29-33 VP-04.wat 5:41-44 VP-04.over ");
    check("VP-05", "veiligheidsplan: {grootste_zorg: }\n", "5:19-32 VP-05.ontbreekt ");
    check("VP-05", "veiligheidsplan: {grootste_zorg: {wie: bo}}\n", "5:19-32 VP-05.citaat ");
    check("VP-05", "veiligheidsplan: {grootste_zorg: dat hij valt}\n", "");
    check("VP-06", "veiligheidsplan: {complicerende_factoren: []}\n", "5:19-41 VP-06.ontbreekt ");
    check("VP-06", "veiligheidsplan: {complicerende_factoren: geen}\n", "");
    check("VP-06", "veiligheidsplan: {complicerende_factoren: drank}\n", "");
}

static void test_scale(void **state) {
    (void)state;
    check("VP-07", PEOPLE "veiligheidsplan: {schaal: [{wie: [riet, nadia]}]}\n",
          "9:19-25 VP-07.huishouden ");
    check("VP-07", PEOPLE "veiligheidsplan: {schaal: [{wie: ann}, {wie: bo}]}\n",
          "9:19-25 VP-07.ander ");
    check("VP-07", PEOPLE "veiligheidsplan: {schaal: [{wie: ann}, {wie: bob}]}\n", "");
    check("VP-07", PEOPLE "veiligheidsplan: {schaal: [{wie: ann}, {cijfer: 4}]}\n", "");
    check("VP-07", PEOPLE "veiligheidsplan: {schaal: [{wie: ann}, {wie: riet}]}\n", "");
}

// A score counts from 14 days before a meeting until 7 days after.
static void test_scale_at_meetings(void **state) {
    (void)state;
    check("VP-08", MEETINGS "veiligheidsplan: {schaal: [{datum: 2026-02-10}]}\n",
          "6:4-9 VP-08.overleg(2026-04-12) 6:68-73 VP-08.overleg(2026-05-12) ");
    check("VP-08",
          MEETINGS "veiligheidsplan: {schaal: [{datum: 2026-02-10}, {datum: 2026-03-29},\n"
                   "{datum: 2026-05-19}]}\n",
          "");
    check("VP-08",
          MEETINGS "veiligheidsplan: {schaal: [{datum: 2026-02-10}, {datum: 2026-03-28},\n"
                   "{datum: 2026-05-20}]}\n",
          "6:4-9 VP-08.overleg(2026-04-12) 6:68-73 VP-08.overleg(2026-05-12) ");
    check("VP-08", MEETINGS "veiligheidsplan: {schaal: [{datum: 2026-05-12}]}\n", "");
    check("VP-08", MEETINGS "veiligheidsplan: {schaal: []}\n", "");
}

static void test_agreements(void **state) {
    (void)state;
    check("VP-09", "veiligheidsplan: {afspraken: [{id: a, status: vervallen}]}\n",
          "5:19-28 VP-09.ontbreekt ");
    check("VP-09", "veiligheidsplan: {afspraken: [{id: a, status: vervallen}, {id: b, wat: x}]}\n",
          "5:60-62 VP-09.wie 5:60-62 VP-09.waar 5:60-62 VP-09.wanneer ");
    check("VP-09", "veiligheidsplan: {afspraken: [tekst]}\n", "");
    check("VP-10",
          "veiligheidsplan: {afspraken: [{id: a, klant_doet: x, steun: [{wie: bo}, {}]}]}\n",
          "5:63-66 VP-10.steun_wat 5:73-75 VP-10.steun_wie 5:73-75 VP-10.steun_wat ");
    check("VP-10", "veiligheidsplan: {afspraken: [{id: a, status: behaald}]}\n", "");
    check("VP-11", "veiligheidsplan: {afspraken: [{id: a, wie: [bo, ann], toezicht: ann}]}\n",
          "5:65-68 VP-11.zelf(ann) ");
    check("VP-11", "veiligheidsplan: {afspraken: [{id: a, wie: bo, toezicht: ann}, {id: b}]}\n",
          "5:65-67 VP-11.ontbreekt ");
    check("VP-12", "veiligheidsplan: {afspraken: [{id: a}, {id: b, status: vervallen}]}\n",
          "5:32-34 VP-12.ontbreekt ");
}

static void test_four_goals(void **state) {
    (void)state;
    check("VP-14", "veiligheidsplan: {}\n", ""); // OP-13
    check("VP-14", "veiligheidsplan: {}\ndoelen: [{id: a}]\n", "6:1-7 VP-14.geen ");
    check("VP-14",
          "veiligheidsplan: {}\ndoelen:\n"
          "  - {id: a, veiligheid: veiligheidsafspraken, status: vervallen}\n"
          "  - {id: b, veiligheid: veiligheidsafspraken}\n"
          "  - {id: c, veiligheid: herstel_en_nazorg, status: vervallen}\n",
          "6:1-7 VP-14.onveiligheid_opheffen 6:1-7 VP-14.onderliggende_problematiek "
          "9:52-61 VP-14.vervallen(herstel_en_nazorg) ");
}

static void test_evaluated(void **state) {
    (void)state;
    check("VP-16", MEETINGS "veiligheidsplan: {afspraken: [{id: a, gemaakt: 2026-02-10}]}\n",
          "8:32-34 VP-16.evaluatie(a,2026-05-12) ");
    check("VP-16",
          MEETINGS "veiligheidsplan: {opgesteld: 2026-02-10, afspraken: [{id: a,\n"
                   "evaluaties: [{datum: 2026-05-10}]}]}\n",
          "8:55-57 VP-16.evaluatie(a,2026-04-12) ");
    check("VP-16", MEETINGS "veiligheidsplan: {afspraken: [{id: a, gemaakt: 2026-05-12}]}\n", "");
    check("VP-16", MEETINGS "veiligheidsplan: {afspraken: [{id: a}]}\n", "");
    check("VP-16",
          MEETINGS
          "veiligheidsplan: {afspraken: [{id: a, gemaakt: 2026-02-10, status: behaald}]}\n",
          "");
}

static void test_everybody_named(void **state) {
    (void)state;
    check("VP-17", PEOPLE "veiligheidsplan: {zorgen: [{wie: ann}]}\n",
          "6:4-6 VP-17.minderjarig(bo) ");
    check("VP-17", PEOPLE "veiligheidsplan: {zorgen: [{wie: ann}], schade: [{over: [bo]}]}\n", "");
    check("VP-17", PEOPLE "veiligheidsplan: {zorgen: [{wie: ann}], ondertekening: [{wie: bo}]}\n",
          "6:4-6 VP-17.minderjarig(bo) ");
    check("VP-17", PEOPLE "veiligheidsplan: {zorgen: [{wie: ann, citaat: bo}], x_wie: {wie: bo}}\n",
          "6:4-6 VP-17.minderjarig(bo) ");
    check("VP-17",
          "huishouden: {leden: [{id: wim, rol: opa, kwetsbaar: [zorgafhankelijk]},\n"
          "{id: pip, uitgerekend: 2026-08-01}, {id: jet, rol: tante}]}\n"
          "veiligheidsplan: {zorgen: [{wie: ans}]}\n",
          "5:23-25 VP-17.kwetsbaar(wim) 6:2-4 VP-17.minderjarig(pip) ");
    check("VP-17", PEOPLE "veiligheidsplan: {zorgen: []}\n", "");
}

#define SCALE                                                                                      \
    "veiligheidsplan: {opgesteld: 2026-02-10, schaal: [{datum: 2026-02-10, wie: ann, cijfer: "     \
    "6},\n"                                                                                        \
    "{datum: 2026-05-12, wie: ann, cijfer: 5.5}, {datum: 2026-05-12, wie: riet, cijfer: 3}],\n"

static void test_low_scores(void **state) {
    (void)state;
    check("VP-18", SCALE "afspraken: [{id: a, gemaakt: 2026-05-11}]}\n",
          "6:39-42 VP-18.gedaald(ann) 6:84-85 VP-18.laag(riet) ");
    check("VP-18", SCALE "afspraken: [{id: a, gemaakt: 2026-02-11, bijgesteld: 2026-05-12}]}\n",
          "");
    check("VP-18", SCALE "afspraken: [{id: a}]}\n",
          "6:39-42 VP-18.gedaald(ann) 6:84-85 VP-18.laag(riet) ");
    check("VP-18", SCALE "afspraken: [{id: a, gemaakt: 2026-05-12, status: vervallen}]}\n", "");
    check("VP-18",
          SCALE "afspraken: [{id: b, gemaakt: 2026-03-01},\n"
                "{id: a, gemaakt: 2026-05-12, status: vervallen}]}\n",
          "6:39-42 VP-18.gedaald(ann) 6:84-85 VP-18.laag(riet) ");
    check("VP-18", SCALE "}\n", "");
}

// Silent in the last phase, whatever is asked for: there the answer should be `nee`.
static void test_contradiction(void **state) {
    (void)state;
    static const char plan[] = "basiszorg_en_veiligheid: {zorgen: nee}\n"
                               "veiligheidsplan: {afspraken: [{id: a}]}\n";
    check("VP-19", plan, "5:35-38 VP-19.tegenspraak ");
    check_in("overdracht", "VP-19", plan, "5:35-38 VP-19.tegenspraak ");
    check_in("afsluiting", "VP-19", plan, "");
    checking.options.all_phases = true;
    check_in("afsluiting", "VP-19", plan, "");
    check_in("aanmelding", "VP-19", plan, "5:35-38 VP-19.tegenspraak ");
    checking.options.all_phases = false;
    check("VP-19",
          "basiszorg_en_veiligheid: {zorgen: nee}\n"
          "veiligheidsplan: {afspraken: [{id: a, status: behaald}]}\n",
          "");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_no_safety_plan),  TEST(test_statements), TEST(test_first_worst_last),
        TEST(test_harm_and_fear),   TEST(test_scale),      TEST(test_scale_at_meetings),
        TEST(test_agreements),      TEST(test_four_goals), TEST(test_evaluated),
        TEST(test_everybody_named), TEST(test_low_scores), TEST(test_contradiction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
