// SPDX-License-Identifier: EUPL-1.2
// Tests of the parts: what each says to its reader, when there is nothing to say, and that no plan
// breaks their markup.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lib/render/document.h"
#include "lib/render/part.h"
#include "tests/unit/checking.h"
#include "tests/unit/markup.h"

static const char household[] =
    "huishouden: {naam: Familie Aarts, leden: [\n"
    "  {id: ger, naam: Ger Aarts, rol: opa, geboren: 1939-05-02, telefoon: 06 9999},\n"
    "  {id: kim, naam: Kim Aarts, rol: kind, geboren: 2014-05-02}]}\n"
    "netwerk: [{id: bo, naam: Bo Vis, relatie: buurvrouw, telefoon: 06 5678}]\n"
    "professionals: [{id: els, naam: Els Boom, organisatie: Wijkzorg, functie: zuster,"
    " telefoon: 06 1234}]\n"
    "regie: {procesregisseur: els}\n";

static struct checking checking;
static struct buffer out;
static struct buffer plan;
static struct trouble trouble;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    buffer_free(&out);
    buffer_free(&plan);
    return 0;
}

static const char *write_checked(const char *name, enum document_form form) {
    struct document_page page = {.plan = &checking.result.plan,
                                 .today = checking.options.today,
                                 .part = part_named(name),
                                 .form = form,
                                 .dossier = checking.result.dossier};
    assert_non_null(page.part);
    buffer_clear(&out);
    if (document_write(&page, &out, &trouble) != 0)
        return NULL;
    assert_false(out.failed);
    buffer_add_char(&out, '\0');
    if (!is_balanced(out.bytes))
        print_error("%s is not balanced\n", name);
    assert_true(is_balanced(out.bytes));
    return out.bytes;
}

// The part of a plan of the household and `rest`; NULL when it has nothing to show.
static const char *render(const char *name, const char *rest) {
    buffer_clear(&plan);
    buffer_add_string(&plan, household);
    buffer_add_string(&plan, rest);
    buffer_add_char(&plan, '\0');
    assert_int_equal(checking_plan(&checking, "voortgang", plan.bytes), 0);
    return write_checked(name, DOCUMENT_FOR_PANDOC);
}

static void check_holds(const char *html, const char *expected) {
    assert_non_null(html);
    if (!strstr(html, expected))
        print_error("%s\nis not in\n%s\n", expected, html);
    assert_non_null(strstr(html, expected));
}

static void check_refused(const char *name, const char *rest, const char *word) {
    assert_null(render(name, rest));
    assert_non_null(strstr(trouble.what, word));
}

static void test_table(void **state) {
    (void)state;
    static const char *const names[] = {"plan",        "veiligheidsplan", "actielijst",
                                        "uitnodiging", "agenda",          "meldcode",
                                        "adviesvraag", "klantpanel",      "netwerk"};
    assert_int_equal(part_count, sizeof names / sizeof *names);
    for (size_t i = 0; i < part_count; i++)
        assert_non_null(part_named(names[i]));
    assert_null(part_named("iets"));
    assert_true(part_named("adviesvraag")->anonymous);
}

static void test_safety_plan(void **state) {
    (void)state;
    check_refused("veiligheidsplan", "", "no safety plan");
    const char *html =
        render("veiligheidsplan",
               "veiligheidsplan: {afspraken: [\n"
               "  {id: a, wie: ger, wat: loopt naar buiten, waar: thuis, wanneer: bij ruzie,\n"
               "   steun: [{wie: bo, wat: komt}], toezicht: ger, bij_niet_nakomen: Kim belt Bo.},\n"
               "  {id: b, wie: kim, wat: oud, status: vervallen}]}\n"
               "doelen: [{id: d, doel: Rust in huis, veiligheid: herstel_en_nazorg}]\n");
    check_holds(html, "Zo houden we het veilig");
    check_holds(html, "Is er direct gevaar? Bel 112.");
    check_holds(html, "<span class=\"cijfer\">1</span> <span dir=\"auto\">Ger Aarts</span> "
                      "<span dir=\"auto\">loopt naar buiten</span>");
    assert_null(strstr(html, "<span class=\"cijfer\">2</span>")); // what fell away
    check_holds(html, "<a href=\"tel:065678\">06 5678</a>");
    check_holds(html, "<a href=\"tel:061234\">06 1234</a>");
    check_holds(html, "<a href=\"tel:08002000\">0800 2000</a>");
    assert_null(strstr(html, "06 9999")); // nobody rings themselves
    check_holds(html, "<span class=\"stand klaar\">ja</span>: <span dir=\"auto\">Rust in huis");
    assert_null(strstr(html, "href=\"#doel-1\"")); // the goals are not in this part
    html = render("veiligheidsplan", "veiligheidsplan: {opgesteld: 2026-01-01}\n");
    check_holds(html, "Ons veiligheidsplan");
    assert_null(strstr(html, "Zo houden we"));
}

static void test_list_of_actions(void **state) {
    (void)state;
    check_refused("actielijst", "", "no action");
    check_refused("actielijst",
                  "doelen: [{id: d, doel: X, acties: [{wie: kim, wat: y, status: gedaan}]},\n"
                  "  {id: e, doel: X, status: behaald, acties: [{wie: kim, wat: y}]}]\n",
                  "no action");
    const char *html =
        render("actielijst",
               "doelen: [{id: d, doel: X, acties: [\n"
               "  {wie: [kim, ger], wat: laat, uiterlijk: 2026-09-01, hulp_van: [bo]},\n"
               "  {wie: els, wat: voorbij, uiterlijk: 2026-05-01},\n"
               "  {wie: vreemd, wat: zonder dag}]}]\n"
               "overleggen: [{datum: 2026-07-06, soort: voortgangsoverleg, tijd: \"9:00\"}]\n");
    check_holds(html, ">Kim Aarts</span>, dit doe jij</h3>");
    check_holds(html, "samen met <span dir=\"auto\">Kim Aarts</span></span>");
    check_holds(html, "Hierbij help je");
    check_holds(html, ">vreemd</span>, dit doe jij</h3>"); // an id that stands for nobody
    check_holds(html, "datum voorbij");
    check_holds(html, "nog af te spreken");
    check_holds(html, "We zien elkaar op maandag 6 juli 2026 om 9:00 uur.");
    assert_true(strstr(html, ">1b</th>") < strstr(html, ">1a</th>")); // by day
    assert_true(strstr(html, ">1a</th>") < strstr(html, ">1c</th>")); // no day: last
}

static void test_invitation(void **state) {
    (void)state;
    check_refused("uitnodiging", "", "no meeting");
    check_refused("uitnodiging", "overleggen: [{datum: 2026-05-31, soort: startoverleg}]\n",
                  "no meeting");
    const char *html = render(
        "uitnodiging", "overleggen: [{datum: 2026-06-01, soort: startoverleg, tijd: \"19:30\",\n"
                       "  plaats: thuis, uitgenodigd: [ger, kim, bo, els],\n"
                       "  zeker_aanwezig: [ger, gast]}]\n"
                       "doelen: [{id: d, doel: X, acties: [{wie: bo, wat: past op}]}]\n");
    static const char *const readers[] = {"Ger Aarts", "Kim Aarts", "Bo Vis", "Els Boom", "gast"};
    for (size_t i = 0; i < 5; i++) {
        char greeting[80];
        snprintf(greeting, sizeof greeting, "Beste <span dir=\"auto\">%s</span>,", readers[i]);
        check_holds(html, greeting);
    }
    check_holds(html, "<strong>maandag 1 juni 2026 om 19:30 uur</strong>");
    check_holds(html, "Wat vind je fijn thuis"); // to a child
    check_holds(html, "Bespreek wat je wilt zeggen vooraf");
    check_holds(html, "<li><span dir=\"auto\">past op</span></li>");
    check_holds(html, "Zonder jou kan het niet.");
    check_holds(html, "Waarom zitten we hier");
    html = render("uitnodiging", "overleggen: [{datum: 2026-05-01, soort: startoverleg,\n"
                                 "  aanwezig: [ger], volgende: 2026-07-06}]\n"
                                 "veiligheidsplan: {opgesteld: 2026-01-01}\n");
    check_holds(html, "Beste allemaal,");
    check_holds(html, "Lukken de afspraken over veiligheid?");
    check_holds(html, "………"); // where and at what time is not settled: a line to write on
}

static void test_agenda(void **state) {
    (void)state;
    const char *html = render("agenda", "");
    check_holds(html, "Vraag welke hulp er eerder was."); // a first meeting
    check_holds(html, "Maak samen het veiligheidsplan."); // it may turn out to be needed
    html = render("agenda", "overleggen: [{datum: 2026-06-03, soort: voortgangsoverleg,\n"
                            "  uitgenodigd: [ger, bo], zeker_aanwezig: [ger]}]\n"
                            "doelen: [{id: d, doel: Rust, acties: [{wie: bo, wat: past op}]}]\n");
    check_holds(html, "Kijk bij elk doel en elke actie of het is gelukt.");
    assert_null(strstr(html, "Is er een veiligheidsplan"));
    assert_null(strstr(html, "Laat ieder opnieuw een cijfer geven."));
    check_holds(html, "Vertel kort en duidelijk"); // of the casusregisseur
    check_holds(html, "<span dir=\"auto\">past op</span>");
    html = render("agenda", "overleggen: [{datum: 2026-06-03, soort: voortgangsoverleg}]\n"
                            "veiligheidsplan: {schaal: [{datum: 2026-01-01, wie: ger, cijfer: 3},\n"
                            "  {datum: 2026-03-01, wie: ger, cijfer: 5.5}],\n"
                            "  afspraken: [{id: a, wie: ger, wat: loopt weg}]}\n");
    check_holds(html, "Is er een veiligheidsplan, begin daar dan mee.");
    check_holds(html, "5,5 <span class=\"bij\">1 mrt 2026</span>");
    assert_null(strstr(html, "3 <span class=\"bij\">1 jan 2026</span>"));
    check_holds(html, "<span dir=\"auto\">loopt weg</span>");
    check_refused("agenda", "afsluiting: {datum: 2026-05-01}\n", "closed");
}

static void test_questions(void **state) {
    (void)state;
    const char *html = render("klantpanel", "afsluiting: {klantpanel: {tips: Bel eerder}}\n");
    check_holds(html, "Wat vond je niet goed?");
    check_holds(html, "<p dir=\"auto\">Bel eerder</p>");
    check_holds(html, "class=\"schrijflijn\"");
    assert_null(strstr(html, "Aarts")); // whoever fills it in need not say who they are
    assert_null(strstr(html, "proef"));
}

static void test_network(void **state) {
    (void)state;
    check_holds(render("netwerk", ""), "In het midden: Familie Aarts. Eromheen: Bo Vis; Els Boom.");
    check_holds(render("netwerk", ""), "<span class=\"nummer\">2</span> <span dir=\"auto\">Els");
    assert_int_equal(checking_plan(&checking, "voortgang", "huishouden: {naam: X}\n"), 0);
    assert_null(write_checked("netwerk", DOCUMENT_ALONE));
}

// ---- the meldcode ----

static const char *render_record(const char *name, const char *rest) {
    buffer_clear(&plan);
    buffer_add_string(&plan, "g1p: 1\nsoort: meldcode\nnummer: M1\nprofessional: {naam: Els Boom}\n"
                             "betreft: [{wie: het meisje, leeftijdsgroep: kind}]\n"
                             "vormen: [verwaarlozing]\n");
    buffer_add_string(&plan, rest);
    buffer_add_char(&plan, '\0');
    assert_int_equal(checking_file(&checking, plan.bytes), 0);
    assert_non_null(checking.result.dossier);
    return write_checked(name, DOCUMENT_ALONE);
}

static void test_record(void **state) {
    (void)state;
    const char *html = render_record(
        "meldcode",
        "signalen: [{datum: 2026-01-02, door: Els, wat: een blauwe plek, feit: ja}]\n"
        "consulten: [{datum: 2026-01-03, door: Els, met: [veilig_thuis], advies: praat}]\n"
        "wegingen: [{datum: 2026-01-04, door: Els, vermoeden: ja, acuut_of_structureel: ja}]\n");
    check_holds(html, "<title>Dossier meldcode · M1</title>");
    check_holds(html, "<strong>2 januari 2026</strong>");
    check_holds(html, "een blauwe plek");
    check_holds(html, "Veilig Thuis");
    check_holds(html, "<strong>Melden bij Veilig Thuis</strong>");
    check_holds(html, "Er is nog geen gesprek geweest.");
    check_holds(render_record("meldcode", ""), "Er is nog niets opgeschreven.");
}

static void test_advice(void **state) {
    (void)state;
    assert_null(render_record("adviesvraag", "signalen: [{wat: een vermoeden, feit: nee}]\n"));
    assert_non_null(strstr(trouble.what, "fact"));
    const char *html = render_record(
        "adviesvraag", "signalen: [{datum: 2026-01-02, wat: een blauwe plek, feit: ja,\n"
                       "  waargenomen: [gezien]}, {wat: een vermoeden, feit: nee},\n"
                       "  {wat: Els Boom zag het, feit: ja}]\n");
    check_holds(html, "een blauwe plek");
    check_holds(html, "Onze vragen");
    check_holds(html, "persoon 1: Kind");
    check_holds(html, "de professional zag het");
    assert_null(strstr(html, "een vermoeden"));
    assert_null(strstr(html, "het meisje"));
    assert_null(strstr(html, "Els Boom"));
    check_refused("adviesvraag", "", "no concern");
    html =
        render("adviesvraag", "veiligheidsplan: {zorgen: [{id: z, wie: kim, citaat: Hij slaat}],\n"
                              "  schade: [{over: kim, wat: slaapt slecht}]}\n");
    check_holds(html, "kind</span>: <span class=\"citaat\" dir=\"auto\">„Hij slaat”");
    check_holds(html, "<span dir=\"auto\">opa</span>, 87 jaar");
    assert_null(strstr(html, "Kim"));
    assert_null(strstr(html, "Aarts"));
}

// ---- whatever is in a plan ----

static void test_hostile(void **state) {
    (void)state;
    static const char hostile[] =
        "huishouden: {naam: '<script>&', leden: [{id: a, naam: '</div><b>', rol: '<i>'}]}\n"
        "netwerk: [{id: b, naam: '\"><img src=x>', relatie: '<i>', steun: ['<i>'],"
        " telefoon: '<i>'}]\n"
        "professionals: [{id: c, naam: '<i>', organisatie: '<i>', functie: '<i>',"
        " leefgebieden: ['<i>']}]\n"
        "regie: {procesregisseur: '<i>'}\n"
        "krachten: [{citaat: '<i>', leefgebied: '<i>'}]\n"
        "doelen: [{id: d, doel: '<i>', evaluatie: 2026-07-01, acties: [\n"
        "  {wie: ['<i>', a], wat: '<i>', wanneer: '<i>', uiterlijk: 2026-06-02, hulp_van: "
        "'<i>'}]}]\n"
        "overleggen: [{datum: 2026-06-02, soort: '<i>', tijd: '<i>', plaats: '<i>',"
        " voorzitter: '<i>', notulist: '<i>', uitgenodigd: ['<i>', a], zeker_aanwezig: ['<i>']}]\n"
        "veiligheidsplan: {zorgen: [{id: z, wie: '<i>', citaat: '<i>', eerste: '<i>'}],\n"
        "  afspraken: [{id: s, wie: '<i>', wat: '<i>', waar: '<i>', wanneer: '<i>',"
        " toezicht: '<i>'}]}\n"
        "afsluiting: {klantpanel: {tips: '<i>'}}\n";
    assert_int_equal(checking_plan(&checking, "voortgang", hostile), 0);
    for (size_t i = 0; i < part_count; i++) {
        if (strcmp(parts[i].name, "meldcode") == 0)
            continue;
        const char *html = write_checked(parts[i].name, DOCUMENT_ALONE);
        assert_non_null(html);
        assert_null(strstr(html, "<i>"));
        assert_null(strstr(html, "<script"));
        assert_null(strstr(html, "<img src=x"));
    }
}

// With only what a plan must have, every part is made or says why not.
static void test_bare(void **state) {
    (void)state;
    assert_int_equal(checking_plan(&checking, "aanmelding", "huishouden: {naam: X}\n"), 0);
    for (size_t i = 0; i < part_count; i++) {
        trouble = (struct trouble){0};
        if (strcmp(parts[i].name, "meldcode") != 0 && !write_checked(parts[i].name, DOCUMENT_ALONE))
            assert_true(strlen(trouble.what) > 20);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_table, begin, end),
        cmocka_unit_test_setup_teardown(test_safety_plan, begin, end),
        cmocka_unit_test_setup_teardown(test_list_of_actions, begin, end),
        cmocka_unit_test_setup_teardown(test_invitation, begin, end),
        cmocka_unit_test_setup_teardown(test_agenda, begin, end),
        cmocka_unit_test_setup_teardown(test_questions, begin, end),
        cmocka_unit_test_setup_teardown(test_network, begin, end),
        cmocka_unit_test_setup_teardown(test_record, begin, end),
        cmocka_unit_test_setup_teardown(test_advice, begin, end),
        cmocka_unit_test_setup_teardown(test_hostile, begin, end),
        cmocka_unit_test_setup_teardown(test_bare, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
