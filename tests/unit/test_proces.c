// SPDX-License-Identifier: EUPL-1.2
// Tests of OP-24 and PR-01…11: meetings, terms, steps of earlier phases, and closing.
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

#define MET(fields) "overleggen:\n  - {" fields "}\n"

static void test_gathered_anew(void **state) {
    (void)state;
#define PROGRESS MET("datum: 2026-05-10, soort: voortgangsoverleg, aanwezig: [a]")
    check("OP-24", "voortgang", PROGRESS, "");
    check("OP-24", "voortgang", PROGRESS "krachten: [{genoemd: 2026-04-26}]\n", "");
    check("OP-24", "voortgang", PROGRESS "krachten: [{genoemd: 2026-04-25}]\n",
          "6:13-23 OP-24.krachten ");
    check("OP-24", "voortgang", PROGRESS "krachten: [{genoemd: 2026-05-18}]\nzorgen: [{wie: a}]\n",
          "6:13-23 OP-24.beide ");
    check("OP-24", "voortgang",
          PROGRESS "krachten: [{genoemd: 2026-05-17}]\nzorgen: [{wie: a}]\n"
                   "veiligheidsplan: {zorgen: [{genoemd: 2026-05-10}]}\n",
          "");
    check("OP-24", "voortgang",
          PROGRESS "krachten: [{genoemd: 2026-05-17}]\nveiligheidsplan: {zorgen: [{wie: a}]}\n",
          "6:13-23 OP-24.zorgen ");
    // First and urgent meetings are no progress meetings, and neither is one nobody knows about.
    check("OP-24", "voortgang",
          MET("datum: 2026-05-10, soort: spoedoverleg, aanwezig: [a]") "krachten: [{wie: a}]\n",
          "");
    check("OP-24", "voortgang",
          MET("datum: 2026-05-10, soort: voortgangsoverleg") "krachten: [{wie: a}]\n", "");
    check(
        "OP-24", "voortgang",
        MET("datum: 2026-06-02, soort: voortgangsoverleg, aanwezig: [a]") "krachten: [{wie: a}]\n",
        "");
}

static void test_reach(void **state) {
    (void)state;
    static const char people[] = "netwerk: [\n{id: riet}, {id: leo, email: l}]\n"
                                 "professionals: [\n{id: els}, {id: weg, tot: 2026-05-31}]\n"
                                 "huishouden: {naam: F, leden: [{id: ann, telefoon: 1}]}\n"
                                 "regie: {procesregisseur: els}\n";
    check("PR-01", "startoverleg", people, "6:2-4 PR-01.persoon(riet) 8:2-4 PR-01.persoon(els) ");
    check("PR-01", "voortgang", people, "6:2-4 PR-01.persoon(riet) "); // RG-01 speaks about els
    check("PR-01", "voortgang", "huishouden:\n  naam: F\n  leden:\n    - id: ann\n    - id: bo\n",
          "7:3-8 PR-01.huishouden ");
}

static void test_next_meeting(void **state) {
    (void)state;
    check("PR-02", "voortgang", "", "4:7-16 PR-02.ontbreekt ");
    check("PR-02", "voortgang", "overleggen: []\n", "5:1-11 PR-02.ontbreekt ");
    check("PR-02", "voortgang", MET("datum: 2026-05-10, aanwezig: [a]"), "6:6-11 PR-02.volgende ");
    check("PR-02", "voortgang", MET("datum: 2026-05-10, volgende: 2026-05-12"), "");
    check("PR-02", "voortgang", MET("datum: 2026-05-10"), ""); // PR-03 speaks about it
    check("PR-02", "voortgang", MET("datum: 2026-05-10, aanwezig: [a]") "  - {datum: 2026-06-02}\n",
          "");
    check("PR-02", "voortgang", "afsluiting: {datum: 2026-07-01}\n", "");
    check("PR-02", "voortgang", "afsluiting: {reden: a}\n", "4:7-16 PR-02.ontbreekt ");
    check("PR-02", "afsluiting", "afsluiting: {reden: a}\n", "");
    check("PR-02", "afsluiting", "", "4:7-17 PR-02.ontbreekt ");
}

static void test_passed(void **state) {
    (void)state;
    check("PR-03", "voortgang", "doelen: [{id: a, evaluatie: 2026-05-31}]\n",
          "5:29-39 PR-03.doel(a) ");
    check("PR-03", "voortgang", "doelen: [{id: a, evaluatie: 2026-06-01}]\n", "");
    check("PR-03", "voortgang", "doelen: [{id: a, evaluatie: 2026-05-31, status: bijgesteld}]\n",
          "");
    check("PR-03", "voortgang", MET("datum: 2026-05-10"), "6:6-11 PR-03.leeg ");
    check("PR-03", "voortgang", MET("datum: 2026-06-01"), "");
    check("PR-03", "voortgang", MET("datum: 2026-05-10, volgende: 2026-05-31"),
          "6:35-45 PR-03.overleg ");
    check("PR-03", "voortgang",
          MET("datum: 2026-05-10, volgende: 2026-05-31") "  - {datum: 2026-07-01}\n", "");
    check("PR-03", "voortgang", MET("datum: 2026-05-10") "afsluiting: {datum: 2026-06-01}\n", "");
    check("PR-03", "voortgang", MET("datum: 2026-05-10") "afsluiting: {datum: 2026-06-02}\n",
          "6:6-11 PR-03.leeg ");
}

static void test_late_action(void **state) {
    (void)state;
#define ACTION(goal, action) "doelen:\n  - {id: a, " goal "acties: [{" action "}]}\n"
    check("PR-04", "voortgang", ACTION("", "uiterlijk: 2026-05-31"), "6:34-44 PR-04.actie ");
    check("PR-04", "voortgang", ACTION("", "uiterlijk: 2026-06-01"), "");
    check("PR-04", "voortgang", ACTION("", "uiterlijk: 2026-05-31, status: gedaan"), "");
    check("PR-04", "voortgang", ACTION("", "uiterlijk: 2026-05-31, gedaan: 2026-05-31"), "");
    check("PR-04", "voortgang", ACTION("status: behaald, ", "uiterlijk: 2026-05-31"), "");
}

static void test_steps(void **state) {
    (void)state;
#define ASKED "intake: {hulpvraag: a, uitleg_gegeven: 2026-01-01, folder_gegeven: 2026-01-01}\n"
#define STARTED "datum: 2026-05-10, soort: startoverleg, uitgenodigd: [a], zeker_aanwezig: [a]"
    check("PR-05", "aanmelding", "", "");
    check("PR-05", "intake", "", "4:7-13 PR-05.vraag ");
    check("PR-05", "intake", "aanleiding: {wie: a}\n", "");
    check("PR-05", "startoverleg_voorbereiden", "intake: {datum: 2026-01-01}\n",
          "5:1-7 PR-05.vraag 5:1-7 PR-05.hulpvraag "); // one a phase
    check("PR-05", "startoverleg", ASKED, "4:7-19 PR-05.startoverleg ");
    check("PR-05", "voortgang", ASKED, ""); // PR-02 says it
    check("PR-05", "startoverleg", ASKED MET("datum: 2026-05-10, soort: startoverleg"),
          "7:6-11 PR-05.uitgenodigd ");
    check("PR-05", "voortgang", ASKED MET(STARTED), ""); // PR-03 says it
    check("PR-05", "voortgang", ASKED MET(STARTED ", ervaring_klant: goed"),
          "7:6-11 PR-05.aanwezig ");
    check("PR-05", "voortgang", ASKED MET(STARTED ", aanwezig: [a]") "zorgen: [{wie: a}]\n", "");
    check("PR-05", "voortgang",
          ASKED MET(STARTED ", aanwezig: [a]") "zorgen: [{wie: a}, {wie: b}]\n",
          "8:1-7 PR-05.prioriteit ");
    // What was ticked is not asked: with the step's number, or one it is numbered under.
    check(
        "PR-05", "voortgang",
        ASKED MET(
            STARTED
            ", aanwezig: [a]") "zorgen: [{wie: a}, {wie: b}]\n"
                               "stappen: [{fase: startoverleg, stap: \"6\", datum: 2026-05-10}]\n",
        "");
    check("PR-05", "intake", "stappen: [{fase: aanmelding, stap: 1, datum: 2026-05-10}]\n", "");
    check("PR-05", "intake", "stappen: [{fase: intake, stap: 1, datum: 2026-05-10}]\n",
          "4:7-13 PR-05.vraag ");
    checking.options.all_phases = true;
    check("PR-05", "aanmelding", ASKED MET(STARTED) "zorgen: [{wie: a}, {wie: b}]\n",
          "8:1-7 PR-05.prioriteit ");
    checking.options.all_phases = false;
}

static void test_unsafe_closing(void **state) {
    (void)state;
#define SCORES                                                                                     \
    "veiligheidsplan:\n  schaal:\n"                                                                \
    "  - {datum: 2026-05-01, wie: [a, b], cijfer: 7.5}\n"                                          \
    "  - {datum: 2026-04-01, wie: a, cijfer: 3}\n"                                                 \
    "  - {datum: 2026-05-01, wie: b, cijfer: 8}\n"
    check("PR-06", "afsluiting", "basiszorg_en_veiligheid: {zorgen: ja}\n",
          "5:35-37 PR-06.zorgen ");
    check("PR-06", "afsluiting",
          "veiligheidsplan: {afspraken: [{id: a}, {id: b, status: behaald}]}\n",
          "5:32-34 PR-06.afspraak(a) ");
    check("PR-06", "afsluiting", SCORES, "7:46-49 PR-06.schaal(a,8) ");
    check_by("PR-06", "termijnen: {afsluiten_vanaf: 7.5}\n", "afsluiting", SCORES, "");
    check_by("PR-06", "termijnen: {afsluiten_vanaf: 9.5}\n", "afsluiting", SCORES,
             "7:46-49 PR-06.schaal(a,9.5) 9:41-42 PR-06.schaal(b,9.5) ");
}

static void test_closing(void **state) {
    (void)state;
    check("PR-07", "afsluiting", "", "4:7-17 PR-07.ontbreekt ");
    check("PR-07", "afsluiting", "afsluiting: klaar\n", ""); // the schema says it
    check("PR-07", "afsluiting", "afsluiting: {datum: 2026-06-01}\n",
          "5:1-11 PR-07.overlegd 5:1-11 PR-07.evaluatie 5:1-11 PR-07.nazorg "
          "5:1-11 PR-07.aanspreekpunt ");
#define CLOSING "afsluiting: {overlegd_met_klant: 2026-06-01, evaluatie: a, aanspreekpunt: b,\n"
    check("PR-07", "afsluiting", CLOSING " nazorg: geen}\n", "");
    check("PR-07", "afsluiting", CLOSING " nazorg: later}\n", ""); // the schema says it
    check("PR-07", "afsluiting", CLOSING " nazorg: []}\n", "5:1-11 PR-07.nazorg ");
    check("PR-07", "afsluiting", CLOSING " nazorg: [{wie: a, wat: b}]}\n",
          "6:12-15 PR-07.nazorg_wanneer 6:12-15 PR-07.nazorg_hoe_vaak ");
}

static void test_experience(void **state) {
    (void)state;
    check("PR-08", "voortgang", MET("datum: 2026-05-10, aanwezig: [a]"), "6:6-11 PR-08.ervaring ");
    check("PR-08", "voortgang", MET("datum: 2026-05-10, ervaring_klant: goed"), "");
    check("PR-08", "voortgang", MET("datum: 2026-05-10"), "");
    check("PR-08", "voortgang", MET("datum: 2026-06-01"), "6:6-11 PR-08.ervaring ");
    check("PR-08", "voortgang", MET("datum: 2026-06-02"), "");
}

static void test_verwijsindex(void **state) {
    (void)state;
#define CHILD(fields)                                                                              \
    "huishouden: {naam: F, leden: [\n{id: bo, naam: B, rol: kind" fields "},\n"                    \
    "{id: ann, naam: A, rol: oma}, {id: pip, naam: P, rol: kind, uitgerekend: 2026-08-01}]}\n"
#define UNSAFE "basiszorg_en_veiligheid: {zorgen: ja}\n"
    check("PR-09", "startoverleg", CHILD(""), "");
    check("PR-09", "startoverleg", CHILD("") UNSAFE, "6:2-4 PR-09.ontbreekt(bo) ");
    check("PR-09", "startoverleg", CHILD(", verwijsindex: {door: ann}") UNSAFE,
          "6:30-42 PR-09.leeg ");
    check("PR-09", "startoverleg", CHILD(", verwijsindex: {niet_nodig: a}") UNSAFE, "");
    check("PR-09", "startoverleg", CHILD(", verwijsindex: later") UNSAFE, "");
}

static void test_terms(void **state) {
    (void)state;
    static const char six[] = "termijnen: {startoverleg_weken: 6}\n";
    static const char twelve[] = "termijnen: {evaluatie_weken: 12}\n";
    check("PR-10", "intake", "intake: {datum: 2025-01-01}\n", "");
    check_by("PR-10", six, "intake", "intake: {datum: 2026-04-20}\n", ""); // six weeks today
    check_by("PR-10", six, "intake", "intake: {datum: 2026-04-19}\n",
             "4:7-13 PR-10.startoverleg(6) ");
    check_by("PR-10", six, "intake", "opgesteld: 2026-04-19\n", "4:7-13 PR-10.startoverleg(6) ");
    check_by("PR-10", six, "intake",
             "intake: {datum: 2026-04-22}\n" MET("datum: 2026-06-04, soort: startoverleg"),
             "7:13-23 PR-10.startoverleg_laat(6) ");
    check_by("PR-10", six, "voortgang",
             "intake: {datum: 2025-01-01}\n" MET(
                 "datum: 2026-05-01, soort: startoverleg, aanwezig: [a]"),
             "");
    check_by("PR-10", twelve, "voortgang", MET("datum: 2026-05-01, volgende: 2026-07-25"),
             "6:35-45 PR-10.overleg(12) ");
    check_by(
        "PR-10", twelve, "voortgang",
        MET("datum: 2026-05-01, volgende: 2026-07-24") "doelen: [{id: a, evaluatie: 2026-07-25}]\n",
        "7:29-39 PR-10.doel(12) ");
    check_by("PR-10", twelve, "voortgang",
             MET("datum: 2026-05-01, volgende: 2026-07-24") "doelen: [{id: a, afgesproken: "
                                                            "2026-05-02, evaluatie: 2026-07-25}]\n",
             "");
    check_by("PR-10", six, "afsluiting",
             "intake: {datum: 2025-01-01}\nafsluiting: {datum: 2026-06-01}\n", "");
}

static void test_sent(void **state) {
    (void)state;
#define LAST MET("datum: 2026-05-10, aanwezig: [ann]")
#define HOUSE                                                                                      \
    "huishouden: {naam: F, leden: [\n{id: ann, naam: A, rol: oma},\n"                              \
    "{id: bo, naam: B, rol: kind}]}\nnetwerk: [\n{id: riet}, {id: leo}]\n"
#define CONSENT(more) "toestemming: [{voor: riet, datum: 2026-05-10" more "}]\n"
    check("PR-11", "voortgang", LAST HOUSE, "");
    check("PR-11", "voortgang", LAST HOUSE "verstrekkingen: [{datum: 2026-05-09, aan: ann}]\n",
          "6:6-11 PR-11.niemand ");
    check("PR-11", "voortgang", LAST HOUSE "verstrekkingen: [{datum: 2026-05-10, aan: ann}]\n", "");
    check("PR-11", "voortgang",
          LAST HOUSE CONSENT("") "verstrekkingen: [{datum: 2026-05-10, aan: leo}]\n",
          "8:2-4 PR-11.persoon(ann) 11:2-4 PR-11.persoon(riet) ");
    check("PR-11", "voortgang",
          LAST HOUSE CONSENT(", ingetrokken: 2026-06-01") "verstrekkingen: [{datum: 2026-05-10, "
                                                          "aan: ann}]\n",
          "");
    check(
        "PR-11", "voortgang",
        LAST HOUSE CONSENT(", tot: 2026-05-31") "verstrekkingen: [{datum: 2026-05-10, aan: ann}]\n",
        "");
    // On the day itself there is time until tomorrow, unless sending has begun.
    check("PR-11", "voortgang",
          LAST "  - {datum: 2026-06-01}\n" HOUSE
               "verstrekkingen: [{datum: 2026-05-10, aan: ann}]\n",
          "");
    check("PR-11", "voortgang",
          LAST "  - {datum: 2026-06-01}\n" HOUSE "verstrekkingen: [{datum: 2026-06-01, aan: bo}]\n",
          "9:2-4 PR-11.persoon(ann) ");
}

int main(void) {
#define TEST(function) cmocka_unit_test(function)
    const struct CMUnitTest tests[] = {
        TEST(test_gathered_anew),  TEST(test_reach),       TEST(test_next_meeting),
        TEST(test_passed),         TEST(test_late_action), TEST(test_steps),
        TEST(test_unsafe_closing), TEST(test_closing),     TEST(test_experience),
        TEST(test_verwijsindex),   TEST(test_terms),       TEST(test_sent),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
