// SPDX-License-Identifier: EUPL-1.2
// Tests of where a record stands, of the requirements for good help, and of a question for advice.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lib/method/adviesvraag.h"
#include "lib/method/betrokkene.h"
#include "lib/method/deskundige.h"
#include "lib/method/meldcode_stand.h"
#include "lib/method/vereisten.h"
#include "tests/unit/checking.h"

static struct checking checking;
static struct arena plan_arena, plan_scratch;
static struct check_result plan_result;

static const struct plan_meldcode *record(const char *rest) {
    buffer_clear(&checking.source);
    buffer_add_string(&checking.source,
                      "g1p: 1\nsoort: meldcode\nnummer: M-1\n"
                      "professional: {naam: Nadia Amrani, organisatie: Wijkteam Oost}\n"
                      "betreft: [{wie: bo, leeftijdsgroep: kind}, {wie: het meisje van zes}]\n");
    buffer_add_string(&checking.source, rest);
    assert_int_equal(checking_run(&checking), 0);
    assert_non_null(checking.result.dossier);
    return checking.result.dossier;
}

static const struct plan_plan *plan(const char *rest) {
    static struct buffer source;
    buffer_clear(&source);
    buffer_add_string(&source, "g1p: 1\nsoort: plan\nnummer: 1\nfase: aanmelding\n");
    buffer_add_string(&source, rest);
    arena_reset(&plan_arena);
    assert_int_equal(check_read(buffer_text(&source), false, &checking.options, &plan_arena,
                                &plan_scratch, &plan_result),
                     0);
    return &plan_result.plan;
}

// ---- steps, and what follows ----

static void check_next(const char *rest, const char *expected) {
    struct meldcode_stand stand = meldcode_stand(record(rest), NULL);
    char found[512] = "";
    size_t length = 0;
    for (int i = 0; i < MELDCODE_STAPPEN; i++)
        length += (size_t)snprintf(found + length, sizeof found - length, "%c",
                                   "DNL"[stand.stappen[i].stand]);
    for (size_t i = 0; i < stand.vervolg_count; i++) {
        char day[DATE_ROOM];
        date_write(stand.vervolg[i].uiterlijk, day);
        length += (size_t)snprintf(found + length, sizeof found - length, " %s%s%s",
                                   vervolg_woord(stand.vervolg[i].wat),
                                   date_known(stand.vervolg[i].uiterlijk) ? "=" : "",
                                   date_known(stand.vervolg[i].uiterlijk) ? day : "");
    }
    if (strcmp(found, expected) != 0)
        fail_msg("%s\nfound:    %s\nexpected: %s", rest, found, expected);
}

#define EERST                                                                                      \
    "vormen: [verwaarlozing]\n"                                                                    \
    "signalen: [{datum: 2026-05-01, door: N, wat: x}]\n"                                           \
    "consulten: [{datum: 2026-05-02, door: N, met: collega}]\n"                                    \
    "gesprekken: [{datum: 2026-05-03, door: N, met: moeder}]\n"

static void test_next(void **state) {
    (void)state;
    check_next("vormen: []\n", "NLLLLL signaal consult gesprek weeg");
    check_next("vormen: [verwaarlozing]\nlevensbedreigend: {antwoord: ja}\n",
               "DNLLLL bellen signaal consult gesprek weeg");
    check_next(EERST "kwetsbare_situatie: ja\n", "DNDDLL check weeg");
    check_next(EERST, "DDDDNL weeg");
    check_next(EERST "wegingen: [{datum: 2026-05-04, door: N, vermoeden: ja}]\n", "DDDDNL weeg");
    check_next(EERST "wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee}]\n",
               "DDDDDN besluit");
    check_next(EERST "wegingen: [{datum: 2026-05-04, door: N, vermoeden: nee}]\n"
                     "besluiten: [{datum: 2026-05-04, door: N, melden: nee, hulp: nee}]\n",
               "DDDDDD sluit");
#define JJN                                                                                        \
    "wegingen: [{datum: 2026-05-04, door: N, vermoeden: ja, acuut_of_structureel: ja, "            \
    "effectieve_hulp: nee}]\n"
    check_next(EERST JJN "besluiten: [{datum: 2026-05-04, door: N, melden: ja, hulp: nee}]\n",
               "DDDDDN melding");
    check_next(EERST JJN "besluiten: [{datum: 2026-05-04, door: N, melden: ja, hulp: nee}]\n"
                         "meldingen: [{datum: 2026-05-04, door: N}]\n",
               "DDDDDD terugkoppeling=2026-06-29 sluit");
#define JNJJ                                                                                       \
    "wegingen: [{datum: 2026-05-04, door: N, vermoeden: ja, acuut_of_structureel: nee, "           \
    "effectieve_hulp: ja, medewerking: ja}]\n"                                                     \
    "besluiten: [{datum: 2026-05-04, door: N, melden: nee, hulp: ja}]\n"
    check_next(EERST JNJJ, "DDDDDN hulp opnieuw_wegen=2026-06-29");
    check_next(EERST JNJJ "hulp: [{datum: 2026-05-05, door: N, evaluatie: 2026-06-10}]\n",
               "DDDDDD opnieuw_wegen=2026-06-29 evaluatie=2026-06-10");
    // A weighing since the decision asks for one of its own.
    check_next(EERST "wegingen: [{datum: 2026-05-09, door: N, vermoeden: nee}]\n"
                     "besluiten: [{datum: 2026-05-04, door: N, melden: nee, hulp: nee}]\n",
               "DDDDDN besluit");
    check_next(EERST JJN "afgesloten: {datum: 2026-05-09, door: N, reden: x}\n", "DDDDDN");
}

static void test_term_of_framework(void **state) {
    (void)state;
    struct node written = {.kind = NODE_SCALAR};
    struct plan_kader kader = {.termijnen.weging_weken = {&written, 2}};
    struct meldcode_stand stand = meldcode_stand(record(EERST JNJJ), &kader);
    char day[DATE_ROOM];
    date_write(stand.vervolg[1].uiterlijk, day);
    assert_string_equal(day, "2026-05-18");
}

// ---- closing ----

static void test_may_close(void **state) {
    (void)state;
    assert_false(dossier_mag_dicht(record("vormen: []\n")));
    assert_false(dossier_mag_dicht(record(JJN)));
    assert_false(dossier_mag_dicht(record(JNJJ)));
    assert_true(dossier_mag_dicht(record("wegingen: [{datum: 2026-05-04, vermoeden: nee}]\n")));
    assert_true(dossier_mag_dicht(record(JJN "meldingen: [{datum: 2026-05-04, door: N}]\n")));
    // A report of before the last weighing is not one about it.
    assert_false(dossier_mag_dicht(record(JJN "meldingen: [{datum: 2026-05-01, door: N}]\n")));
    // Who still helps keeps on following.
    assert_false(dossier_mag_dicht(
        record(JJN "besluiten: [{datum: 2026-05-04, door: N, melden: ja, hulp: ja}]\n"
                   "meldingen: [{datum: 2026-05-04, door: N}]\n")));
}

// ---- experts ----

static void test_experts(void **state) {
    (void)state;
    for (int i = 0; i < schema_types[TYPE_GEWELDSVORM].word_count; i++) {
        const struct deskundige_bij *bij = deskundige_bij(i);
        assert_non_null(bij);
        assert_true(bij->wie[0] >= 0);
    }
    assert_null(deskundige_bij(-1));
    const struct plan_meldcode *dossier =
        record("consulten: [{datum: 2026-05-02, door: N, met: [collega, kinderarts]}]\n");
    assert_true(deskundige_gesproken(dossier, deskundige_bij(GEWELDSVORM_LICHAMELIJK_LETSEL)));
    assert_false(deskundige_gesproken(dossier, deskundige_bij(GEWELDSVORM_MEISJESBESNIJDENIS)));
}

// ---- good help ----

static void test_needs(void **state) {
    (void)state;
    struct vereiste found[VEREISTEN];
    vereisten_toets(plan(""), found);
    for (int i = 0; i < VEREISTEN; i++)
        assert_int_equal(found[i].voldaan, i == VEREISTE_SAMENWERKING); // nobody else helps
    assert_string_equal(found[VEREISTE_HEDEN].mist, "veiligheidsplan.zorgen");
    vereisten_toets(plan("veiligheidsplan:\n  zorgen: [{wie: a, citaat: b, laatste: mei}]\n"
                         "  eerdere_meldingen: geen\n  schaal: []\n"
                         "professionals:\n"
                         "  - {id: a, naam: A, organisatie: o, functie: f}\n"
                         "  - {id: b, naam: B, organisatie: o, functie: f}\n"),
                    found);
    assert_false(found[VEREISTE_HEDEN].voldaan);
    assert_string_equal(found[VEREISTE_HEDEN].mist, "veiligheidsplan.schaal");
    assert_int_equal(found[VEREISTE_HEDEN].gevonden->line, 6);
    assert_true(found[VEREISTE_VERLEDEN].voldaan);
    assert_false(found[VEREISTE_SAMENWERKING].voldaan);
    // A goal that was dropped shows nothing any more.
    vereisten_toets(plan("doelen: [{id: a, veiligheid: herstel_en_nazorg, status: vervallen}]\n"),
                    found);
    assert_false(found[VEREISTE_HERSTEL].voldaan);
    vereisten_toets(plan("doelen: [{id: a, veiligheid: herstel_en_nazorg}]\n"), found);
    assert_true(found[VEREISTE_HERSTEL].voldaan);
}

// ---- people ----

static void test_people(void **state) {
    (void)state;
    static const char household[] =
        "huishouden: {naam: V, leden: [{id: bo, naam: Bo de Wit, rol: kind}]}\n";
    assert_true(betrokkenen_in_plan(record(""), plan(household)));
    // Words may be anybody, an id that nobody bears is nobody.
    static const char other[] =
        "huishouden: {naam: V, leden: [{id: kim, naam: Kim, rol: moeder}]}\n";
    assert_true(betrokkenen_in_plan(record(""), plan(other)));
    buffer_clear(&checking.source);
    buffer_add_string(&checking.source, "g1p: 1\nsoort: meldcode\nnummer: 1\n"
                                        "betreft: [{wie: bo}, {wie: tom}]\n");
    assert_int_equal(checking_run(&checking), 0);
    assert_false(betrokkenen_in_plan(checking.result.dossier, plan(other)));
    buffer_clear(&checking.source);
    buffer_add_string(&checking.source,
                      "g1p: 1\nsoort: meldcode\nnummer: 1\nbetreft: [{wie: moeder}]\n");
    assert_int_equal(checking_run(&checking), 0);
    assert_true(betrokkenen_in_plan(checking.result.dossier, plan(other)));
    assert_true(zelfde_persoon(TEXT("bo"), TEXT("Bo de Wit"), plan(household)));
    assert_false(zelfde_persoon(TEXT("bo"), TEXT("Bo de Wit"), NULL));
    assert_false(zelfde_persoon(TEXT(""), TEXT(""), NULL));
}

static void test_ages(void **state) {
    (void)state;
    const struct plan_plan *people =
        plan("huishouden:\n  naam: V\n  leden:\n"
             "    - {id: a, naam: A, rol: kind, geboren: 2014-06-02}\n" // 11
             "    - {id: b, naam: B, rol: kind, geboren: 2014-06-01}\n" // 12
             "    - {id: c, naam: C, rol: kind, geboren: 2008-06-01}\n" // 18
             "    - {id: d, naam: D, rol: opa, geboren: 1961-06-01}\n"  // 65
             "    - {id: e, naam: E, rol: kind}\n    - {id: f, naam: F, rol: moeder}\n"
             "    - {id: g, naam: G, rol: kind, uitgerekend: 2026-09-01}\n");
    static const int expected[] = {LEEFTIJDSGROEP_KIND,       LEEFTIJDSGROEP_ADOLESCENT,
                                   LEEFTIJDSGROEP_VOLWASSENE, LEEFTIJDSGROEP_OUDERE,
                                   LEEFTIJDSGROEP_KIND,       -1,
                                   LEEFTIJDSGROEP_KIND};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        assert_int_equal(
            leeftijdsgroep_van(&people->huishouden.leden.items[i], (struct date){2026, 6, 1}),
            expected[i]);
}

// ---- a question for advice ----

static void check_stripped(const char *text, const char *expected) {
    struct arena arena;
    static const char household[] =
        "huishouden:\n  naam: Familie de Wit\n  adres: Kade 1, Gouda\n  leden:\n"
        "    - {id: bo, naam: Bo de Wit, rol: kind}\n"
        "    - {id: roos, naam: Roos Visser, rol: moeder}\n"
        "netwerk: [{id: riet, naam: Riet, relatie: oma}]\n";
    arena_init(&arena, 0);
    struct text stripped =
        adviesvraag_zonder_namen(text_of(text), record(""), plan(household), &arena);
    if (stripped.length != strlen(expected) ||
        memcmp(stripped.bytes, expected, stripped.length) != 0)
        fail_msg("found: %.*s\nexpected: %s", (int)stripped.length, stripped.bytes, expected);
    arena_free(&arena);
}

static void test_without_names(void **state) {
    (void)state;
    check_stripped("Bo zei dat Roos Visser boos was.", "persoon 1 zei dat iemand boos was.");
    check_stripped("Bo's arm, en Rietsnoer.", "persoon 1's arm, en Rietsnoer.");
    check_stripped("Een roos in een vaas; bos en Bos.", "Een roos in een vaas; bos en persoon 1s.");
    check_stripped("Nadia Amrani (Wijkteam Oost) belde Riet.",
                   "de professional (de organisatie) belde iemand.");
    check_stripped("Familie de Wit, Kade 1, Gouda", "iemand, iemand");
    check_stripped("Bel 0612345678 of mail bo@example.org.", "Bel … of mail ….");
    check_stripped("Zij is 84 en woont er 3 jaar.", "Zij is 84 en woont er 3 jaar.");
    check_stripped("", "");
}

static void test_question(void **state) {
    (void)state;
    struct adviesvraag vraag;
    const struct plan_meldcode *dossier =
        record("vormen: [lichamelijk_letsel]\n"
               "signalen:\n"
               "  - {datum: 2026-05-01, door: N, wat: Nadia zag het, waargenomen: gezien}\n"
               "  - {datum: 2026-05-02, door: N, wat: er klopt iets niet, feit: nee}\n");
    assert_int_equal(adviesvraag_maak(dossier, NULL, &checking.arena, &vraag), 0);
    assert_int_equal(vraag.personen, 2);
    assert_int_equal(vraag.leeftijdsgroepen[0], LEEFTIJDSGROEP_KIND);
    assert_int_equal(vraag.leeftijdsgroepen[1], -1);
    assert_int_equal(vraag.feit_count, 2);
    assert_true(text_is(vraag.feiten[0].wat, "de professional zag het"));
    assert_false(vraag.feiten[0].gevoel);
    assert_true(vraag.feiten[1].gevoel);
    assert_false(vraag.gewogen);
    assert_true(vraag.vragen[VRAAG_DESKUNDIGE]);
    assert_true(vraag.vragen[VRAAG_GESPREK]);
    assert_true(vraag.vragen[VRAAG_MELDEN]);
    assert_false(vraag.vragen[VRAAG_OPEN]);
    dossier = record("gesprekken: [{datum: 2026-05-03, door: N, met: moeder}]\n" JNJJ);
    assert_int_equal(adviesvraag_maak(dossier, NULL, &checking.arena, &vraag), 0);
    assert_true(vraag.gewogen);
    assert_int_equal(vraag.weging.uitkomst, UITKOMST_HULP);
    assert_true(vraag.vragen[VRAAG_OPEN]);
    assert_false(vraag.vragen[VRAAG_GESPREK]);
    for (int i = 0; i < ADVIES_VRAGEN; i++)
        assert_non_null(strchr(adviesvraag_zin((enum adviesvraag_vraag)i), '?'));
}

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    arena_init(&plan_arena, 0);
    arena_init(&plan_scratch, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    arena_free(&plan_arena);
    arena_free(&plan_scratch);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next),      cmocka_unit_test(test_term_of_framework),
        cmocka_unit_test(test_may_close), cmocka_unit_test(test_experts),
        cmocka_unit_test(test_needs),     cmocka_unit_test(test_people),
        cmocka_unit_test(test_ages),      cmocka_unit_test(test_without_names),
        cmocka_unit_test(test_question),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
