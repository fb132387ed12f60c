// SPDX-License-Identifier: EUPL-1.2
// Tests of the document: what a household finds in it, and that no plan breaks its markup.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/render/document.h"
#include "lib/render/part.h"
#include "tests/unit/checking.h"
#include "tests/unit/markup.h"

static const char household[] =
    "huishouden: {naam: Familie Aarts, leden: [\n"
    "  {id: ger, naam: Ger Aarts, rol: opa, geboren: 1939-05-02},\n"
    "  {id: toos, naam: Toos Aarts, rol: oma},\n"
    "  {id: kim, naam: Kim Aarts, rol: kind, geboren: 2016-05-02}]}\n"
    "professionals: [{id: els, naam: Els Boom, organisatie: Wijkzorg, functie: zuster,"
    " telefoon: 06 1234}]\n"
    "regie: {procesregisseur: els}\n";

static struct checking checking;
static struct buffer out;
static struct buffer plan;

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

static void write_plan(enum document_form form) {
    struct document_page page = {.plan = &checking.result.plan,
                                 .today = checking.options.today,
                                 .part = part_named("plan"),
                                 .form = form};
    assert_int_equal(document_write(&page, &out, NULL), 0);
}

static const char *render_as(const char *rest, enum document_form form) {
    buffer_clear(&plan);
    buffer_add_string(&plan, household);
    buffer_add_string(&plan, rest);
    buffer_add_char(&plan, '\0');
    assert_int_equal(checking_plan(&checking, "voortgang", plan.bytes), 0);
    buffer_clear(&out);
    write_plan(form);
    assert_false(out.failed);
    buffer_add_char(&out, '\0');
    return out.bytes;
}

static const char *render(const char *rest) {
    return render_as(rest, DOCUMENT_FOR_PANDOC);
}

static void check_holds(const char *rest, const char *expected) {
    const char *html = render(rest);
    if (!strstr(html, expected))
        print_error("%s\nis not in\n%s\n", expected, html);
    assert_non_null(strstr(html, expected));
}

static void check_lacks(const char *rest, const char *unwanted) {
    assert_null(strstr(render(rest), unwanted));
}

static void test_cover(void **state) {
    (void)state;
    check_holds("", "<title>Ondersteuningsplan · Familie Aarts</title>");
    check_holds("", "Plan proef · stand van 1 juni 2026");
    check_holds("", "Fase 4: Voortgang");
    check_holds("", "(<a href=\"tel:061234\">06 1234</a>). Dan passen we het plan aan.");
    check_holds("overleggen: [{datum: 2026-01-01, volgende: 2026-07-02}, {datum: 2026-07-02, "
                "tijd: \"14:00\"}]\n",
                "Het volgende overleg is op <strong>2 juli 2026 om 14:00 uur</strong>");
    check_lacks("overleggen: [{datum: 2026-01-01, volgende: 2026-02-02}]\n", "volgende overleg");
    assert_null(strstr(render(""), "<style>"));
    assert_non_null(strstr(render_as("", DOCUMENT_ALONE), "<style>"));
}

static void test_empty_sections(void **state) {
    (void)state;
    check_holds("", "Dit schrijven we nog samen op.");
    check_holds("", "De doelen maken we samen in het overleg.");
    check_lacks("", "veiligheidsplan");
    check_holds("veiligheidsplan: {opgesteld: 2026-01-01}\n", "Bel 112.");
    check_holds("eerdere_hulp: geen\n", "Er was nog geen hulp.");
}

static void test_people(void **state) {
    (void)state;
    check_holds("", "opa</span>, 87 jaar<br>");
    check_holds("krachten: [{wie: [ger, toos, kim], citaat: Ja}]\n", "iedereen in het huishouden");
    check_holds("krachten: [{wie: [ger, toos], citaat: Ja}]\n",
                "<span dir=\"auto\">Ger Aarts</span> en <span dir=\"auto\">Toos Aarts</span>");
    check_holds("krachten: [{wie: wie_dan, citaat: Ja}]\n", "<span dir=\"auto\">wie_dan</span>");
    // Who is under twelve signs nothing; who leads does.
    check_holds("", "<td><div class=\"vak\"><p><strong><span dir=\"auto\">Els Boom</span>");
    check_lacks("", "<div class=\"vak\"><p><strong><span dir=\"auto\">Kim Aarts</span>");
}

static void test_states(void **state) {
    (void)state;
    check_holds("doelen: [{doel: X, acties: [{wat: y, uiterlijk: 2026-05-31}]}]\n",
                "<span class=\"stand te-laat\">datum voorbij</span>");
    check_holds("doelen: [{doel: X, acties: [{wat: y, uiterlijk: 2026-06-01}]}]\n",
                "<span class=\"stand loopt\">nog doen</span>");
    check_holds("doelen: [{doel: X, acties: [{wat: y, status: gedaan, gedaan: 2026-02-07}]}]\n",
                "<span class=\"stand klaar\">gedaan</span><br><span class=\"bij\">7 feb 2026");
    check_holds("akkoord: [{wie: ger, datum: 2026-01-01, eens: ja}, {wie: ger, datum: 2026-02-01, "
                "eens: nee}]\n",
                "Niet eens met het plan</span><br>op 1 februari 2026");
    check_holds("veiligheidsplan: {opgesteld: 2026-01-01}\n"
                "doelen: [{doel: X, veiligheid: onveiligheid_opheffen}]\n",
                "<span class=\"stand klaar\">ja</span>: <a href=\"#doel-1\">doel 1</a>");
}

static void test_same_consents_are_one_row(void **state) {
    (void)state;
    check_holds("toestemming: [{door: ger, voor: els, onderdelen: [alles], datum: 2026-01-01},\n"
                "  {door: toos, voor: els, onderdelen: [alles], datum: 2026-01-01}]\n",
                "<th scope=\"row\"><span dir=\"auto\">Ger Aarts</span> en "
                "<span dir=\"auto\">Toos Aarts</span></th>");
    check_lacks("toestemming: [{door: ger, voor: els, onderdelen: [alles], datum: 2026-01-01},\n"
                "  {door: toos, voor: els, onderdelen: [doelen], datum: 2026-01-01}]\n",
                "<th scope=\"row\"><span dir=\"auto\">Ger Aarts</span> en ");
}

static void test_scale(void **state) {
    (void)state;
    check_holds("veiligheidsplan: {schaal: [{datum: 2026-01-29, wie: ger, cijfer: 5.5}]}\n",
                "alt=\"Lijnen van de cijfers voor veiligheid op 29 januari 2026. Het laatste "
                "cijfer: Ger Aarts 5,5.");
    check_holds("veiligheidsplan: {schaal: [{datum: 2026-01-29, wie: ger, cijfer: 5.5}]}\n",
                "<td data-kop=\"29 jan 2026\">5,5</td>");
    check_lacks("veiligheidsplan: {schaal: [{datum: 2026-01-29, wie: ger, cijfer: veel}]}\n",
                "<img");
}

// A hostile text in every place where the plan has free text.
static void test_hostile(void **state) {
    (void)state;
    static const char hostile[] =
        "huishouden: {naam: T, adres: T, leden: [{id: a, naam: T, rol: T, woont: T, telefoon: T,"
        " email: T}]}\n"
        "netwerk: [{id: n, naam: T, relatie: T}]\n"
        "professionals: [{id: p, naam: T, organisatie: T, functie: T, restvragen: T}]\n"
        "intake: {hulpvraag: T}\nkader: T\naanleiding: {wie: a, citaat: T}\n"
        "krachten: [{wie: T, citaat: T, over: T, gevolg: T, sinds: T, leefgebied: T}]\n"
        "zorgen: [{id: z, wie: a, citaat: T, gevolg: T}]\n"
        "eerdere_hulp: [{hulp: T, door: T, wanneer: T, resultaat: T}]\n"
        "analyse: {samenhang: T, patronen: T, gevolgen: T}\ngewenst_resultaat: T\n"
        "doelen: [{doel: T, zorgen: [z], acties: [{wie: T, wat: T, wanneer: T, toelichting: T}]}]\n"
        "veiligheidsplan: {grootste_zorg: {wie: a, citaat: T}, complicerende_factoren: [T],\n"
        "  schaal: [{datum: 2026-01-01, wie: T, cijfer: 3, toelichting: T}], schade: [{wat: T}],\n"
        "  afspraken: [{wie: T, wat: T, waar: T, wanneer: T, klant_doet: T, toezicht: T,\n"
        "    steun: [{wie: T, wat: T}], bij_niet_nakomen: T}], eerdere_meldingen: T}\n"
        "afsluiting: {reden: T, aanspreekpunt: T, nazorg: [{wie: T, wat: T}]}\n";
    buffer_clear(&plan);
    for (const char *c = hostile; *c; c++) {
        if (*c == 'T')
            buffer_add_string(&plan, "'</p></title><script>x</script>\" a=\" &lt;'");
        else
            buffer_add_char(&plan, *c);
    }
    buffer_add_char(&plan, '\0');
    assert_int_equal(checking_plan(&checking, "voortgang", plan.bytes), 0);
    buffer_clear(&out);
    write_plan(DOCUMENT_FOR_PANDOC);
    buffer_add_char(&out, '\0');
    assert_false(out.failed);
    assert_null(strstr(out.bytes, "<script"));
    assert_null(strstr(out.bytes, "\" a=\""));
    assert_true(is_balanced(out.bytes));
}

static void test_balanced(void **state) {
    (void)state;
    assert_true(is_balanced(render("")));
    assert_true(
        is_balanced(render("veiligheidsplan: {afspraken: [{}], krachten: [{}], zorgen: [{}],"
                           " schaal: [{}], schade: [{}], ondertekening: [{}]}\n"
                           "doelen: [{}]\noverleggen: [{}]\ntoestemming: [{}]\n"
                           "netwerk: [{}]\nafsluiting: {nazorg: [{}]}\nstappen: [{}]\n"
                           "akkoord: [{}]\nverstrekkingen: [{}]\nbeschikkingen: [{}]\n"
                           "uitzonderingen: [{}]\neerdere_hulp: [{}]\n")));
}

// Nothing at all: still a document.
static void test_nothing(void **state) {
    (void)state;
    assert_int_equal(checking_file(&checking, "g1p: 1\nsoort: plan\n"), 0);
    buffer_clear(&out);
    write_plan(DOCUMENT_ALONE);
    buffer_add_char(&out, '\0');
    assert_non_null(strstr(out.bytes, "Wie er in het huishouden zijn, schrijven we nog op."));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cover, begin, end),
        cmocka_unit_test_setup_teardown(test_empty_sections, begin, end),
        cmocka_unit_test_setup_teardown(test_people, begin, end),
        cmocka_unit_test_setup_teardown(test_states, begin, end),
        cmocka_unit_test_setup_teardown(test_same_consents_are_one_row, begin, end),
        cmocka_unit_test_setup_teardown(test_scale, begin, end),
        cmocka_unit_test_setup_teardown(test_hostile, begin, end),
        cmocka_unit_test_setup_teardown(test_balanced, begin, end),
        cmocka_unit_test_setup_teardown(test_nothing, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
