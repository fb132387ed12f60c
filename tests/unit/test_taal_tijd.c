// SPDX-License-Identifier: EUPL-1.2
// Tests of the grammar of time: what a third person can check, and what not.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/taal/tijd.h"

static void all(const char *const *texts, bool expected) {
    for (; *texts; texts++) {
        static struct lezing lezing;
        size_t at = 0;
        assert_true(lezing_zinnen(&lezing, text_of(*texts), &at));
        bool found = tijd_zoek(&lezing).meetbaar;
        if (found != expected)
            print_error("%s: \"%s\"\n", expected ? "missed" : "wrongly found", *texts);
        assert_int_equal(found, expected);
    }
}

static void test_checkable(void **state) {
    (void)state;
    static const char *const texts[] = {"op 12 maart",
                                        "voor 1 juni 2026",
                                        "per 1 mei",
                                        "uiterlijk 30 september",
                                        "2026-03-12",
                                        "op 12-3",
                                        "elke dinsdag",
                                        "iedere eerste maandag van de maand",
                                        "om de week op donderdag",
                                        "om de twee dagen",
                                        "2x per week",
                                        "twee keer in de maand",
                                        "tweemaal per week",
                                        "eens per drie weken",
                                        "dagelijks",
                                        "wekelijks",
                                        "'s avonds",
                                        "\u2019s ochtends",
                                        "om half negen",
                                        "om kwart voor acht",
                                        "om 8.15 uur",
                                        "van 9.00 tot 10.00 uur",
                                        "tussen 16:00 en 18:00",
                                        "binnen twee weken",
                                        "binnen 48 uur",
                                        "over drie maanden",
                                        "binnen een half uur",
                                        "na het eten",
                                        "na het eerste gesprek",
                                        "na schooltijd",
                                        "voor de zomervakantie",
                                        "in de herfstvakantie",
                                        "volgende week",
                                        "komende zaterdag",
                                        "a.s. maandag",
                                        "vandaag",
                                        "morgenochtend",
                                        "overmorgen",
                                        "vanaf nu",
                                        "sinds Pasen",
                                        "al drie weken",
                                        "drie weken geleden",
                                        "in week 12",
                                        "op de 24e van elke maand",
                                        "op de eerste van de maand",
                                        "tijdens de les",
                                        "tot september",
                                        "zodra hij thuis is",
                                        "als papa schreeuwt",
                                        "elke keer dat hij drinkt",
                                        "Neemt zij niet op, dan belt oma.",
                                        "op de dag dat hij loon krijgt",
                                        "uiterlijk de 15e",
                                        "voor achten",
                                        "in een half jaar tijd",
                                        "twee maanden terug",
                                        "drie avonden in de week",
                                        "de laatste vrijdag van de maand",
                                        "Boven de 50 euro belt hij.",
                                        "Tim wacht tot de politie komt.",
                                        "Tim maakt het huiswerk voor het eten.",
                                        "elke schooldag",
                                        "in het weekend",
                                        "deze week",
                                        "voor het slapen",
                                        "na de training van zaterdag",
                                        "voor het eind van de week",
                                        "Bij paniek gaat hij naar buiten.",
                                        NULL};
    all(texts, true);
}

static void test_not_checkable(void **state) {
    (void)state;
    static const char *const texts[] = {"een pak voor de bruiloft",
                                        "een cadeau voor zijn verjaardag",
                                        "hulp bij de aanvraag",
                                        "een boek over de winter",
                                        "een brief over het weekend",
                                        "bij school",
                                        "regelmatig",
                                        "binnenkort",
                                        "zo snel mogelijk",
                                        "indien nodig",
                                        "zodra het uitkomt",
                                        "als het nodig is",
                                        "af en toe",
                                        "met moeder",
                                        "voor de baby",
                                        "bij opa",
                                        "in de keuken",
                                        "200 euro",
                                        "35 euro per maand",
                                        "zijn dochter van 9 jaar",
                                        "Romy (14)",
                                        "twee kinderen",
                                        "elk kind",
                                        "in buurthuis De Zondag",
                                        "over de achterstand",
                                        "naar de groep",
                                        "na elkaar",
                                        NULL};
    all(texts, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_checkable),
        cmocka_unit_test(test_not_checkable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
