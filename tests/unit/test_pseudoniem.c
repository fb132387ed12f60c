// SPDX-License-Identifier: EUPL-1.2
// Tests of a plan without names.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lib/method/inzage.h"
#include "lib/method/personal.h"
#include "lib/method/pseudoniem.h"
#include "tests/unit/checking.h"
#include "tests/unit/seeing.h"

static struct checking checking;
static struct buffer seen;
static struct pseudoniem pseudoniem;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    buffer_free(&seen);
    return 0;
}

static void hide(const char *rest) {
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    assert_int_equal(pseudoniem_maak(&checking.result.plan, checking.options.today, NULL,
                                     &checking.arena, &pseudoniem),
                     0);
}

// What is left of a plan, without the four fields that every one has.
static void check(const char *rest, const char *expected) {
    static const char beginning[] = "g1p=1; soort=plan; nummer=anoniem; fase=voortgang; ";
    hide(rest);
    const char *saw = seeing(pseudoniem.root, &seen);
    assert_memory_equal(saw, beginning, sizeof beginning - 1);
    assert_string_equal(saw + sizeof beginning - 1, expected);
}

// What becomes of one text in a household with this member, network and professional.
#define PEOPLE                                                                                     \
    "huishouden: {naam: Gezin Smit-de Boer, adres: 'Lange Voorhout 14a, 2801 AB Gouda', leden: "   \
    "[\n"                                                                                          \
    "{id: fleur, naam: Fleur Smit, rol: dochter, geboren: 2015-02-09},\n"                          \
    "{id: moes, naam: Nadia de Boer, rol: moeder, geboren: 1991-08-14}]}\n"                        \
    "netwerk: [{id: riet, naam: Riet Vos, relatie: moeder van Nadia en oma van Fleur}]\n"          \
    "professionals: [{id: els, naam: Els Zijlstra, organisatie: Basisschool De Kievit, "           \
    "functie: juf van groep 5}]\n"

static void check_text(const char *text, const char *expected) {
    char rest[2048];
    snprintf(rest, sizeof rest, "%sanalyse: {patronen: \"%s\"}\n", PEOPLE, text);
    hide(rest);
    const struct node *analyse = node_child(pseudoniem.root, "analyse");
    const struct node *said = node_child(analyse, "patronen");
    assert_non_null(said);
    buffer_clear(&seen);
    buffer_add(&seen, said->text);
    buffer_add_char(&seen, '\0');
    assert_string_equal(seen.bytes, expected);
}

static void test_persons(void **state) {
    (void)state;
    check("kader: gouda\nx_eigen: Fleur\n" PEOPLE,
          "naam=dit gezin; id=kind-1; naam=kind 1; rol=kind, 11 jaar; id=moeder; naam=moeder; "
          "rol=moeder, 34 jaar; id=oma; naam=oma; relatie=oma; id=juf; naam=juf; "
          "organisatie=basisschool; functie=juf; ");
}

static void test_persons_of_all_kinds(void **state) {
    (void)state;
    check("huishouden: {leden: [{id: a, naam: Aa, rol: Moeder}, {id: b, naam: Bb, rol: 'moeder "
          "(stief)'},\n"
          "{id: c, naam: Cc, rol: kind, geboren: 2026-05-01}, {id: d, naam: Dd, rol: zoon, "
          "geboren: 2009-01-01},\n"
          "{id: e, naam: Ee, rol: kind, uitgerekend: 2026-09-01}, {id: f, rol: huisgenoot},\n"
          "{id: g, naam: Gg, rol: kind, telefoon: 1, email: x, woont: bij Aa}]}\n"
          "professionals: [{id: p, naam: Pp, functie: IB-er De Kievit, organisatie: Ziggo},\n"
          "{id: q, naam: Qq, functie: 'Gezinswerker, 12 uur', organisatie: Ziggo}, {id: r, naam: "
          "Rr}]\n",
          "id=moeder-1; naam=moeder 1; rol=moeder; id=moeder-2; naam=moeder 2; rol=moeder; "
          "id=kind-1; naam=kind 1; rol=kind, nog geen jaar; id=jongere; naam=jongere; "
          "rol=jongere, 17 jaar; id=kind-2; naam=kind 2; rol=kind, ongeboren; id=lid-6; "
          "rol=volwassene; id=kind-3; naam=kind 3; rol=kind; woont=bij moeder 1; "
          "id=professional-1; naam=professional 1; functie=professional; organisatie=organisatie; "
          "id=gezinswerker; naam=gezinswerker; functie=gezinswerker; organisatie=organisatie; "
          "id=professional-2; naam=professional 2; ");
}

static void test_running_text(void **state) {
    (void)state;
    check_text("Fleur, fleurs FLEURTJE en Fleur's juf Els.",
               "Kind 1, kind 1's kind 1 en kind 1's juf.");
    check_text("Moes belt moes. Mevrouw De Boer en N. de Boer, de boer niet.",
               "Moeder belt moeder. Mevrouw moeder en moeder, de boer niet.");
    check_text("Familie Smit-de Boer, gezin Smit-de Boer, de Smitjes; Riet in het riet.",
               "Dit gezin, dit gezin, de [naam]; oma in het riet.");
    check_text("Lange Voorhout 14a, op het Voorhout in Gouda, 2801 AB en 2801ab",
               "[adres], op het [adres] in [plaats], [postcode] en 2801ab");
    check_text("De Kievit, basisschool De Kievit en juf Zijlstra van de Kievit",
               "Basisschool, basisschool en juf van basisschool");
    check_text(
        "geboren 14-8-1991, 14 augustus 1991, 09.02.2015, 9 feb 2015 of 2015-02-09, niet 14-8-2026",
        "geboren [geboortedatum], [geboortedatum], [geboortedatum], [geboortedatum] of "
        "[geboortedatum], niet 14-8-2026");
    check_text("dossier proef-0012 en Proef", "dossier [nummer]-0012 en [nummer]");
    check_text("bel 06 1234 5678, +31 6 12345678 of mail fleur.s@example.org, www.fleur.nl/x.",
               "bel [telefoonnummer], [telefoonnummer] of mail [e-mailadres], [webadres].");
    assert_int_equal(pseudoniem.onbekend, 0);
}

static void test_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *expected;
    } rows[] = {
        {"", ""},
        {"a@b.nl", "[e-mailadres]"},
        {"(a.b+c@d.e.nl).", "([e-mailadres])."},
        {"a@b en @c.nl", "a@b en @c.nl"},
        {"HTTPS://X.nl/?a=1, en zo. httpd", "[webadres], en zo. httpd"},
        {"bsn 111222333 en 111 222 333", "bsn [burgerservicenummer] en [burgerservicenummer]"},
        {"NL02 ABNA 0123 4567 89 of NL02ABNA0123456789", "[rekeningnummer] of [rekeningnummer]"},
        {"1234 AB, 1234AB, 2026 EN, 1234 ABC, 1234 ab",
         "[postcode], [postcode], [postcode], 1234 ABC, 1234 ab"},
        {"112 of 0800-2000 op 12-03-2026 om 09.30", "112 of 0800-2000 op 12-03-2026 om 09.30"},
        {"0182-123456x 1 2 3 4 5 6 7 8 9 0", "[telefoonnummer]x 1 2 3 4 5 6 7 8 9 0"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        buffer_clear(&seen);
        personal_replace(text_of(rows[i].text), &seen);
        buffer_add_char(&seen, '\0');
        assert_string_equal(seen.bytes, rows[i].expected);
    }
}

static void test_ids(void **state) {
    (void)state;
    check("huishouden: {leden: [{id: bas, naam: Bas, rol: vader}]}\n"
          "krachten: [{citaat: x, wie: [bas, jan]}]\n"
          "zorgen: [{id: bas_drinkt, citaat: x, over: bas}]\n"
          "eerdere_hulp: [{hulp: x, door: bas}, {hulp: x, door: de basis}]\n"
          "doelen: [{id: bas_stopt, doel: x, zorgen: [bas_drinkt, weg], acties: [{id: bel_bas, "
          "wat: x}]}]\n"
          "akkoord: [{wie: bas, datum: 2026-05-01, eens: ja, vingerafdruk: "
          "'sha256:00000000000000000000000000000000'}]\n",
          "id=vader; naam=vader; rol=vader; citaat=x; wie=vader; id=zorg-1; citaat=x; over=vader; "
          "hulp=x; door=vader; hulp=x; door=de basis; id=doel-1; doel=x; zorgen=zorg-1; "
          "id=actie-1; wat=x; wie=vader; datum=2026-05-01; eens=ja; ");
}

// What it does not know: words with a capital inside a sentence, and at the beginning of one when
// they are no ordinary words.
static void test_what_is_not_known(void **state) {
    (void)state;
    hide(PEOPLE
         "analyse:\n  patronen: Ahmed komt. Dan belt Fleur de GGZ, Veilig Thuis en Ahmeds oom.\n"
         "  gevolgen: Kevin huilt. Huilen helpt Nederland niet. Huilen.\n");
    assert_int_equal(pseudoniem.onbekend, 3);
    assert_int_equal(pseudoniem.woord_count, 3);
    assert_true(text_is(pseudoniem.woorden[0].word, "Ahmed"));
    assert_true(text_is(pseudoniem.woorden[1].word, "Ahmeds"));
    assert_true(text_is(pseudoniem.woorden[2].word, "Kevin"));
    assert_int_equal(pseudoniem.woorden[2].line, 12);
}

// A half plan, and one that can be read again.
static void test_any_plan(void **state) {
    (void)state;
    check("", "");
    check("huishouden: {leden: [x, {}, {id: 3}]}\nnetwerk: x\nfase: Fleur\n",
          "leden=x; id=lid-1; netwerk=x; ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_persons),      cmocka_unit_test(test_persons_of_all_kinds),
        cmocka_unit_test(test_running_text), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_ids),          cmocka_unit_test(test_what_is_not_known),
        cmocka_unit_test(test_any_plan),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
