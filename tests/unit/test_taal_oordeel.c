// SPDX-License-Identifier: EUPL-1.2
// Tests of the judgement of single sentences: each label, both ways, and the words it marks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/taal/oordeel.h"

static const char *const names[] = {"negatief", "vaag", "geen_tijd", "geen_wie", "jargon"};

// The labels of a sentence in the order of the enum, with a blank behind each.
static void labels_are(enum zinsoort soort, const char *text, const char *expected) {
    struct merk merken[MERKEN_MOST];
    struct vraag vraag = oordeel_vraag(soort);
    size_t count = oordeel(text_of(text), &vraag, merken, MERKEN_MOST);
    char got[64] = "";
    for (int label = 0; label < 5; label++)
        for (size_t i = 0; i < count; i++)
            if (merken[i].label == label) {
                strcat(strcat(got, names[label]), " ");
                break;
            }
    if (strcmp(got, expected) != 0)
        print_error("%s\n", text);
    assert_string_equal(got, expected);
}

static void test_goals(void **state) {
    (void)state;
    labels_are(ZIN_DOEL, "Bo is niet bang in het donker.", "negatief ");
    labels_are(ZIN_DOEL, "Geen ruzie.", "negatief ");
    labels_are(ZIN_DOEL, "Dat Bo niet meer bang is.", "negatief ");
    labels_are(ZIN_DOEL, "Het slaan stopt.", "negatief ");
    labels_are(ZIN_DOEL, "Minder schulden.", "negatief ");
    labels_are(ZIN_DOEL, "Tim blijft uit de buurt van het plein.", "negatief ");
    labels_are(ZIN_DOEL, "Bo vraagt hulp als ze een som niet snapt.", "");
    labels_are(ZIN_DOEL, "Tim kookt zonder dat oma erbij is.", "");
    labels_are(ZIN_DOEL, "Bo zegt tegen de juf: \"Ik snap het niet.\"", "");
    labels_are(ZIN_DOEL, "Niet alleen Bo maar ook Tim eet mee.", "");
    labels_are(ZIN_DOEL, "De ouders laten Bo niet alleen.", "negatief ");
    labels_are(ZIN_DOEL, "Zonder ruzie uit elkaar.", "negatief ");
    labels_are(ZIN_DOEL, "Zonder hulp naar bed.", "");
    labels_are(ZIN_DOEL, "Moeder weet hoe ze ruzie voorkomt.", "");
    labels_are(ZIN_DOEL, "Minder gedoe.", "negatief ");
    labels_are(ZIN_DOEL, "Bo is rustiger: ze slaapt de hele nacht.", "");
    labels_are(ZIN_DOEL, "Ze eten samen, ook als Tim niet kookt.", "");
    labels_are(ZIN_DOEL, "Meer rust.", "vaag ");
    labels_are(ZIN_DOEL, "Het gaat thuis wat soepeler.", "vaag ");
    labels_are(ZIN_DOEL, "Bo slaapt de hele nacht in haar eigen bed.", "");
}

static void test_actions(void **state) {
    (void)state;
    labels_are(ZIN_ACTIE, "Oma brengt Bo elke maandag naar zwemles.", "");
    labels_are(ZIN_ACTIE, "Elke maandag om 9 uur leest begeleider Koen de post.", "");
    labels_are(ZIN_ACTIE, "Er wordt op maandag gebeld.", "geen_wie ");
    labels_are(ZIN_ACTIE, "Bo wordt elke dag opgehaald.", "geen_wie ");
    labels_are(ZIN_ACTIE, "Bo wordt elke dag opgehaald door oma.", "");
    labels_are(ZIN_ACTIE, "Men belt elke maandag.", "geen_wie ");
    labels_are(ZIN_ACTIE, "Voor vrijdag de woningbouw bellen.", "geen_wie ");
    labels_are(ZIN_ACTIE, "De deur gaat om tien uur op slot.", "geen_wie ");
    labels_are(ZIN_ACTIE, "Oma brengt Bo naar zwemles.", "geen_tijd ");
    labels_are(ZIN_ACTIE, "Oma brengt Bo regelmatig naar zwemles.", "vaag ");
    labels_are(ZIN_ACTIE, "Oma probeert Bo op maandag te brengen.", "vaag ");
    labels_are(ZIN_ACTIE, "Moeder koopt een laptop voor de studie.", "geen_tijd ");
    labels_are(ZIN_ACTIE, "Jan belt per direct met de bank.", "");
    labels_are(ZIN_ACTIE, "Je belt op maandag met de juf.", "");
    labels_are(ZIN_ACTIE, "Opa zet op dinsdag de kliko in de berging.", "");
}

static void test_agreements(void **state) {
    (void)state;
    labels_are(ZIN_AFSPRAAK, "Als papa schreeuwt, gaan Bo en Tim naar boven.", "");
    labels_are(ZIN_AFSPRAAK, "Neemt mevrouw niet op, dan gaat de huismeester kijken.", "");
    labels_are(ZIN_AFSPRAAK, "Vader drinkt niet als de kinderen er zijn.", "");
    labels_are(ZIN_AFSPRAAK, "Bij geweld wordt 112 gebeld.", "geen_wie ");
    labels_are(ZIN_AFSPRAAK, "De ouder die ziek is, belt de ander.", "");
    labels_are(ZIN_AFSPRAAK, "De kinderen worden bij ruzie opgevangen.", "geen_wie ");
    labels_are(ZIN_AFSPRAAK, "Elke ouder die later komt dan zes uur, appt.", "");
    labels_are(ZIN_AFSPRAAK, "Geen vrienden in huis na tien uur.", "geen_wie ");
    labels_are(ZIN_AFSPRAAK, "Opa past op de baby.", "geen_tijd ");
}

static void test_quotations(void **state) {
    (void)state;
    labels_are(ZIN_KRACHT, "De juf: \"Bo leest elke dag een boek.\"", "");
    labels_are(ZIN_KRACHT, "\u2018Ik slaap weer\u2019, zegt Bo.", "");
    labels_are(ZIN_KRACHT, "Er is veel liefde.", "geen_wie ");
    labels_are(ZIN_ZORG, "De juf zegt: \"Bo slaapt sinds mei in de klas.\"", "");
    labels_are(ZIN_ZORG, "De juf zegt: \"Bo slaapt in de klas.\"", "geen_tijd ");
    labels_are(ZIN_TEKST, "Moeder werkt in de nacht.", "");
    labels_are(ZIN_TEKST, "De problematiek is groot.", "jargon ");
    labels_are(ZIN_TEKST, "De hulp wordt opgeschaald.", "jargon ");
    labels_are(ZIN_TEKST, "De wijkcoach schaalt de hulp op naar Veilig Thuis.", "jargon ");
}

static void marked(enum zinsoort soort, const char *text, const char *words) {
    struct merk merken[MERKEN_MOST];
    struct vraag vraag = oordeel_vraag(soort);
    assert_true(oordeel(text_of(text), &vraag, merken, MERKEN_MOST) > 0);
    assert_int_equal(merken[0].einde - merken[0].begin, strlen(words));
    assert_memory_equal(text + merken[0].begin, words, strlen(words));
}

static void test_marks(void **state) {
    (void)state;
    marked(ZIN_DOEL, "Bo is n\u00EDet bang.", "n\u00EDet");
    marked(ZIN_ACTIE, "Oma belt zo snel mogelijk.", "zo snel mogelijk");
    marked(ZIN_TEKST, "Thuis is de geldproblematiek groot.", "geldproblematiek");
    marked(ZIN_ACTIE, " Oma belt Bo. ", "Oma belt Bo.");
}

static bool names_means(const char *text) {
    struct vraag vraag = {.soort = ZIN_DOEL, .middel = true};
    struct merk merk;
    return oordeel(text_of(text), &vraag, &merk, 1) == 1 && merk.label == LABEL_MIDDEL;
}

static void test_means(void **state) {
    (void)state;
    assert_true(names_means("Moeder volgt therapie."));
    assert_true(names_means("Tim start met een agressietraining."));
    assert_true(names_means("Moeder gaat naar therapie."));
    assert_false(names_means("Bo gaat zonder begeleiding met de bus."));
    assert_false(names_means("Bo gaat met begeleiding naar het werk."));
    assert_false(names_means("Moeder slaapt de hele nacht."));
}

static void test_reported(void **state) {
    (void)state;
    struct merk merk;
    assert_true(oordeel_weergave(text_of("Moeder geeft aan dat zij slecht slaapt."), &merk));
    assert_true(oordeel_weergave(text_of("Vader zegt dat het goed gaat."), &merk));
    assert_false(oordeel_weergave(text_of("Ik slaap slecht."), &merk));
    assert_false(oordeel_weergave(text_of("Mijn moeder zegt dat ik goed kook."), &merk));
    assert_false(oordeel_weergave(text_of(""), &merk));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goals),      cmocka_unit_test(test_actions),
        cmocka_unit_test(test_agreements), cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_marks),      cmocka_unit_test(test_means),
        cmocka_unit_test(test_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
