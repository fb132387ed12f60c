// SPDX-License-Identifier: EUPL-1.2
// Tests of SY-01…09: everybody of the household, all areas of life, help that lasts.
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

// What one rule says about a plan in a phase. The plan begins at line 5.
static void check(const char *id, const char *phase, const char *rest, const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(id)));
    assert_int_equal(checking_plan(&checking, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

// The same by a local framework.
static void check_by(const char *id, const char *kader, const char *phase, const char *rest,
                     const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(id)));
    assert_int_equal(checking_plan_by(&checking, kader, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

// Lines 5-9: an adult, a girl of 13, a boy of 9 and an unborn child; then the rest from line 10.
#define PEOPLE                                                                                     \
    "huishouden: {naam: F, leden: [\n"                                                             \
    "{id: ann, naam: A, rol: moeder, gesproken: 2026-05-01},\n"                                    \
    "{id: kim, naam: K, rol: kind, geboren: 2013-01-01, gesproken: 2026-05-01},\n"                 \
    "{id: bo, naam: B, rol: kind, geboren: 2017-01-01, gezien: 2026-05-01},\n"                     \
    "{id: pip, naam: P, rol: kind, uitgerekend: 2026-08-01}]}\n"

static void test_spoken_to(void **state) {
    (void)state;
    check("SY-01", "startoverleg", PEOPLE, "");
    check("SY-01", "startoverleg",
          "huishouden: {naam: F, leden: [\n{id: ann, naam: A, rol: opa}]}\n",
          "6:2-4 SY-01.niet(ann) ");
    // Twelve today: to be spoken to; twelve tomorrow: to be seen.
    check("SY-01", "startoverleg",
          "huishouden: {naam: F, leden: [\n"
          "{id: a, naam: A, rol: kind, geboren: 2014-06-01, gezien: 2026-05-01},\n"
          "{id: b, naam: B, rol: kind, geboren: 2014-06-02, gezien: 2026-05-01},\n"
          "{id: c, naam: C, rol: opa, gezien: 2026-05-01, kwetsbaar: [zorgafhankelijk]},\n"
          "{id: d, naam: D, rol: oma, gezien: 2026-05-01,\n"
          " vertegenwoordiger: {soort: mentor, wie: c}},\n"
          "{id: e, naam: E, rol: oma, gezien: 2026-05-01,\n"
          " vertegenwoordiger: {soort: bewindvoerder, wie: c}}]}\n",
          "6:58-68 SY-01.alleen_gezien(a) 11:36-46 SY-01.alleen_gezien(e) ");
}

static void test_everybody_figures(void **state) {
    (void)state;
    check("SY-02", "voortgang", PEOPLE "krachten: [{wie: kim}]\nzorgen: [{over: [bo, pip]}]\n", "");
    check("SY-02", "voortgang", PEOPLE "krachten: [{wie: ann}]\nzorgen: [{over: bo}]\n",
          "7:2-4 SY-02.lid(kim) 9:2-4 SY-02.lid(pip) ");
    check("SY-02", "voortgang", PEOPLE "krachten: [{wie: ann}]\n", "");
    // The safety plan is another matter (VP-17).
    check("SY-02", "voortgang",
          PEOPLE "krachten: [{wie: kim}]\nzorgen: [{over: bo}]\n"
                 "veiligheidsplan: {zorgen: [{over: pip}]}\n",
          "9:2-4 SY-02.lid(pip) ");
}

static void test_areas_of_life(void **state) {
    (void)state;
#define AREAS "krachten: [{leefgebied: werk}]\nzorgen: [{leefgebied: wonen}, {leefgebied: tuin}]\n"
    check("SY-03", "voortgang",
          AREAS "zonder_bijzonderheden: [hulp, onderwijs, gezondheid, gezin]\n",
          "7:1-22 SY-03.veel(inkomen_en_financien,maatschappelijke_ondersteuning,veiligheid) ");
    check("SY-03", "voortgang",
          AREAS "veiligheidsplan: {krachten: [{leefgebied: veiligheid}],\n"
                " zorgen: [{leefgebied: gezondheid}]}\n"
                "zonder_bijzonderheden: [hulp, onderwijs, inkomen_en_financien]\n",
          "9:1-22 SY-03.een(maatschappelijke_ondersteuning) ");
    check("SY-03", "voortgang",
          AREAS "zonder_bijzonderheden: [hulp, onderwijs, gezondheid, inkomen_en_financien]\n",
          "7:1-22 SY-03.twee(maatschappelijke_ondersteuning,veiligheid) ");
    check("SY-03", "voortgang", AREAS,
          "4:7-16 SY-03.veel(inkomen_en_financien,maatschappelijke_ondersteuning,onderwijs) ");
    check("SY-03", "voortgang", "krachten: [{leefgebied: werk}]\n", "");
}

static void test_people_around(void **state) {
    (void)state;
    check("SY-04", "startoverleg", "netwerk: []\n", "5:1-8 SY-04.ontbreekt ");
    check("SY-04", "startoverleg", "", "4:7-19 SY-04.ontbreekt ");
    check("SY-04", "startoverleg", "netwerk: riet\n", ""); // the schema says it
    check("SY-04", "voortgang", "doelen: [{id: a, leefgebied: sociaal_netwerk}]\n", "");
    check("SY-04", "voortgang",
          "doelen: [{id: a, leefgebied: sociaal_netwerk, status: vervallen}]\n",
          "4:7-16 SY-04.ontbreekt ");
    check("SY-05", "startoverleg", "", ""); // SY-04 says it
    check("SY-05", "startoverleg", "netwerk: [{id: riet}]\n", "5:1-8 SY-05.ontbreekt ");
    check("SY-05", "startoverleg", "professionals: [{id: els, blijvend_betrokken: nee}]\n",
          "5:1-14 SY-05.ontbreekt ");
    check("SY-05", "startoverleg",
          "netwerk: [{id: riet}]\nprofessionals: [{id: els, blijvend_betrokken: ja}]\n", "");
    // Who has left does not stay.
    check("SY-05", "startoverleg",
          "netwerk: [{id: riet}]\n"
          "professionals: [{id: els, blijvend_betrokken: ja, tot: 2026-05-31}]\n",
          "5:1-8 SY-05.ontbreekt ");
}

static void test_scaling(void **state) {
    (void)state;
#define UNSAFE "basiszorg_en_veiligheid: {zorgen: ja}\n"
    check("SY-06", "voortgang", "regie: {procesregisseur: a}\n", "");
    check("SY-06", "voortgang", UNSAFE, "4:7-16 SY-06.ontbreekt ");
    check("SY-06", "voortgang", UNSAFE "regie:\n  opschaling:\n", "7:3-13 SY-06.ontbreekt ");
    check("SY-06", "voortgang", UNSAFE "regie: {opschaling: {afspraken: We bellen.}}\n",
          "6:33-43 SY-06.afschalen 6:33-43 SY-06.vrijwillig ");
    check("SY-06", "voortgang",
          UNSAFE "regie: {opschaling: {afspraken: MINDER hulp; onvrijwillig.}}\n",
          "6:33-59 SY-06.vrijwillig ");
    check("SY-06", "voortgang",
          UNSAFE "regie:\n  opschaling:\n    afspraken: |\n      Nadia komt niet meer\n"
                 "      elke week. Dan “verplicht”.\n",
          "");
    assert_int_equal(meldingen[MELDING_SY_06_AFSCHALEN].severity, SEVERITY_ADVIES);
}

static void test_lasting(void **state) {
    (void)state;
#define ILL "zorgen: [\n{id: reuma, chronisch: ja, leefgebied: gezondheid}]\n"
    check("SY-07", "voortgang", ILL, ""); // OP-13 says it
    check("SY-07", "voortgang", ILL "doelen: [{id: a}]\n", "6:2-4 SY-07.niets ");
    check("SY-07", "voortgang", ILL "doelen: [{id: a, zorgen: [reuma]}]\n", "");
    check("SY-07", "voortgang", ILL "doelen: [{id: a, zorgen: [reuma], status: behaald}]\n",
          "6:2-4 SY-07.tijdelijk ");
    check("SY-07", "voortgang", ILL "doelen: [{id: a, zorgen: [reuma], status: vervallen}]\n",
          "6:2-4 SY-07.niets ");
    check("SY-07", "voortgang",
          ILL "doelen: [{id: a, zorgen: [reuma], veiligheid: onveiligheid_opheffen}]\n",
          "6:2-4 SY-07.tijdelijk ");
    check("SY-07", "voortgang",
          ILL "doelen: [{id: a, zorgen: [reuma], veiligheid: veiligheidsafspraken,\n"
              " acties: [{wie: ann, hulp_van: [riet]}]}]\n"
              "netwerk: [{id: riet, blijvend_betrokken: ja}]\n",
          "");
    check("SY-07", "voortgang",
          ILL "doelen: [{id: a}]\n"
              "professionals: [{id: huub, blijvend_betrokken: ja, leefgebieden: [gezondheid]}]\n",
          "");
    check("SY-07", "voortgang", ILL "doelen: [{id: a}]\nafsluiting: {nazorg: [{wie: ann}]}\n", "");
    check("SY-07", "voortgang",
          "veiligheidsplan: {zorgen: [\n{id: drank, chronisch: ja}, {id: b, chronisch: ja, status: "
          "opgelost}]}\ndoelen: [{id: a}]\n",
          "6:2-4 SY-07.niets ");
}

static void test_start(void **state) {
    (void)state;
    static const char own[] = "startcriteria: [drie of meer professionals]\n";
    check("SY-08", "startoverleg_voorbereiden", "", "4:7-32 SY-08.ontbreekt ");
    check("SY-08", "startoverleg_voorbereiden", "intake: {}\n", "5:1-7 SY-08.ontbreekt ");
    check("SY-08", "startoverleg_voorbereiden",
          "intake: {kwetsbaar_huishouden: {zorgmijdend: nee}}\n", "5:10-30 SY-08.geen ");
    check("SY-08", "startoverleg_voorbereiden",
          "intake: {kwetsbaar_huishouden: {zorgmijdend: ja}}\n", "");
    check("SY-08", "startoverleg_voorbereiden", UNSAFE, "");
    check_by("SY-08", own, "startoverleg_voorbereiden", "intake: {}\n", "5:1-7 SY-08.kader ");
    check_by("SY-08", own, "startoverleg_voorbereiden",
             "stappen: [{fase: intake, stap: 3, datum: 2026-05-01}]\n", "");
    // A tick alone does not do where the framework names no criteria.
    check("SY-08", "startoverleg_voorbereiden",
          "stappen: [{fase: intake, stap: 3, datum: 2026-05-01}]\n", "4:7-32 SY-08.ontbreekt ");
}

static void test_own_plan(void **state) {
    (void)state;
    check("SY-09", "intake", "", "4:7-13 SY-09.ontbreekt ");
    check("SY-09", "intake", "intake: {eigen_plan: onbekend}\n", "5:22-30 SY-09.onbekend ");
    check("SY-09", "intake", "intake: {eigen_plan: nee}\n", "");
    check("SY-09", "intake", "intake: nog niet\n", ""); // the schema says it
    check("SY-09", "aanmelding", "", "");
}

int main(void) {
#define TEST(function) cmocka_unit_test(function)
    const struct CMUnitTest tests[] = {
        TEST(test_spoken_to),     TEST(test_everybody_figures), TEST(test_areas_of_life),
        TEST(test_people_around), TEST(test_scaling),           TEST(test_lasting),
        TEST(test_start),         TEST(test_own_plan),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
