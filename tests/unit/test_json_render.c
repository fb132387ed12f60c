// SPDX-License-Identifier: EUPL-1.2
// Tests of the plan as JSON, and of what follows from a plan.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/render/json.h"
#include "lib/render/part.h"
#include "tests/unit/checking.h"

static const char household[] =
    "huishouden: {naam: Aarts, leden: [{id: ger, naam: Ger Aarts, rol: opa, geboren: 1939-05-02},"
    " {id: kim, naam: \"Kim \\\"K\\\" <b>\", rol: kind}]}\n";

static struct checking checking;
static struct buffer out;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    buffer_free(&out);
    return 0;
}

// The plan as JSON on 2026-06-01.
static const char *render(const char *rest) {
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    buffer_clear(&out);
    struct document_page page = {.plan = &checking.result.plan,
                                 .today = checking.options.today,
                                 .part = part_named("plan"),
                                 .form = DOCUMENT_ALONE};
    assert_int_equal(json_plan(&page, &checking.arena, &out), 0);
    buffer_add_char(&out, '\0');
    return out.bytes;
}

static void check_holds(const char *rest, const char *expected) {
    const char *json = render(rest);
    if (!strstr(json, expected))
        print_error("%s\n", json);
    assert_non_null(strstr(json, expected));
}

static void check_lacks(const char *rest, const char *unwanted) {
    assert_null(strstr(render(rest), unwanted));
}

static void test_smallest(void **state) {
    (void)state;
    assert_string_equal(
        render("huishouden: {naam: X}\n"),
        "{\"g1p\":1,\"soort\":\"plan\",\"nummer\":\"proef\",\"fase\":{\"woord\":\"voortgang\","
        "\"nummer\":\"4\",\"naam\":\"Voortgang\"},\"huishouden\":{\"naam\":\"X\"},\"berekend\":"
        "{\"peildatum\":\"2026-06-01\",\"leeftijden\":[],\"vervalt\":[]}}\n");
}

static void test_names_beside_ids(void **state) {
    (void)state;
    struct buffer plan = {0};
    buffer_add_string(&plan, household);
    buffer_add_string(&plan, "aanleiding: {wie: ger, citaat: \"a\\tb\\nc\"}\n"
                             "eerdere_hulp: [{hulp: x, door: kim}, {hulp: y, door: de dokter}]\n"
                             "zorgen: [{id: z, wie: [ger, kim], citaat: Valt}]\n"
                             "doelen: [{id: d, doel: Loopt, zorgen: [z, weg], van: onbekend}]\n");
    buffer_add_char(&plan, '\0');
    check_holds(plan.bytes, "\"aanleiding\":{\"wie\":[{\"id\":\"ger\",\"naam\":\"Ger Aarts\"}],"
                            "\"citaat\":\"a\\tb\\nc\"}");
    check_holds(plan.bytes, "\"door\":{\"id\":\"kim\",\"naam\":\"Kim \\\"K\\\" <b>\"}");
    check_holds(plan.bytes, "\"door\":{\"naam\":\"de dokter\"}");
    check_holds(plan.bytes, "\"zorgen\":[{\"id\":\"z\",\"citaat\":\"Valt\"},{\"id\":\"weg\"}]");
    check_holds(plan.bytes, "\"van\":[{\"id\":\"onbekend\"}]");
    check_holds(plan.bytes,
                "\"leeftijden\":[{\"id\":\"ger\",\"naam\":\"Ger Aarts\",\"jaren\":87}]");
    buffer_free(&plan);
}

static void test_shapes(void **state) {
    (void)state;
    check_holds("eerdere_hulp: geen\n", "\"eerdere_hulp\":\"geen\"");
    check_holds("zonder_bijzonderheden: [werk, eigen_woord]\n", "[\"werk\",\"eigen_woord\"]");
    check_holds("veiligheidsplan: {schaal: [{datum: 2026-01-01, wie: a, cijfer: 5.5}]}\n",
                "\"cijfer\":5.5}");
    check_holds("veiligheidsplan: {schaal: [{datum: 2026-01-01, wie: a, cijfer: 10}]}\n",
                "\"cijfer\":10}");
    check_holds("gewenst_resultaat: 2025\n", "\"gewenst_resultaat\":\"2025\"");
    check_holds("krachten: [{sinds: 2025-11}]\n", "\"sinds\":\"2025-11\"");
}

// What is not as it should be is left out: nothing else is.
static void test_half_wrong(void **state) {
    (void)state;
    check_lacks("opgesteld: 2026-02-30\n", "opgesteld");
    check_lacks("x_team: geheim\nonbekend: geheim\n", "geheim");
    check_lacks("regie: geheim\n", "geheim");
    check_lacks("basiszorg_en_veiligheid: {zorgen: misschien}\n", "misschien");
    check_lacks("veiligheidsplan: {schaal: [{cijfer: veel}]}\n", "cijfer");
    check_holds("doelen: [3, {doel: Loopt}, null]\n", "\"doelen\":[{\"doel\":\"Loopt\"}]");
    check_holds("doelen: geen\ngewenst_resultaat: x\n", "\"gewenst_resultaat\":\"x\"");
    check_holds("gewenst_resultaat: een\ngewenst_resultaat: twee\n",
                "\"gewenst_resultaat\":\"een\",\"berekend\""); // as the typed plan has it
}

static void test_doelencheck(void **state) {
    (void)state;
    check_lacks("doelen: [{id: a, veiligheid: onveiligheid_opheffen}]\n", "doelencheck");
    check_holds("doelen: [{id: a, veiligheid: onveiligheid_opheffen},\n"
                "  {id: b, veiligheid: onveiligheid_opheffen},\n"
                "  {id: c, veiligheid: herstel_en_nazorg, status: vervallen}]\n"
                "veiligheidsplan: {opgesteld: 2026-01-01}\n",
                "\"doelencheck\":{\"veiligheidsafspraken\":{\"aanwezig\":\"nee\",\"doelen\":[]},"
                "\"onveiligheid_opheffen\":{\"aanwezig\":\"ja\",\"doelen\":[\"a\",\"b\"]},"
                "\"onderliggende_problematiek\":{\"aanwezig\":\"nee\",\"doelen\":[]},"
                "\"herstel_en_nazorg\":{\"aanwezig\":\"nee\",\"doelen\":[]}}");
}

static void test_due(void **state) {
    (void)state;
    check_holds("doelen:\n"
                "  - {id: a, doel: A, evaluatie: 2026-07-01, acties: [\n"
                "      {id: x, wat: X, uiterlijk: 2026-05-01, wie: w},\n"
                "      {id: y, wat: Y, uiterlijk: 2026-04-01, status: gedaan},\n"
                "      {id: v, wat: V, uiterlijk: 2026-04-01, status: vervallen},\n"
                "      {id: z, wat: Z}]}\n"
                "  - {id: b, doel: B, status: behaald, evaluatie: 2026-06-02}\n"
                "overleggen: [{datum: 2026-01-01, volgende: 2026-03-01},\n"
                "  {datum: 2026-03-01, volgende: 2026-06-10}]\n",
                "\"vervalt\":[{\"datum\":\"2026-05-01\",\"soort\":\"actie\",\"te_laat\":\"ja\","
                "\"doel\":\"a\",\"actie\":\"x\",\"wat\":\"X\",\"wie\":[{\"id\":\"w\"}]},"
                "{\"datum\":\"2026-06-10\",\"soort\":\"overleg\",\"te_laat\":\"nee\",\"wie\":[]},"
                "{\"datum\":\"2026-07-01\",\"soort\":\"evaluatie\",\"te_laat\":\"nee\","
                "\"doel\":\"a\",\"wat\":\"A\",\"wie\":[]}]");
}

static void test_twice_the_same(void **state) {
    (void)state;
    struct buffer first = {0};
    buffer_add_string(&first, render(household));
    buffer_add_char(&first, '\0');
    assert_string_equal(first.bytes, render(household));
    buffer_free(&first);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_smallest, begin, end),
        cmocka_unit_test_setup_teardown(test_names_beside_ids, begin, end),
        cmocka_unit_test_setup_teardown(test_shapes, begin, end),
        cmocka_unit_test_setup_teardown(test_half_wrong, begin, end),
        cmocka_unit_test_setup_teardown(test_doelencheck, begin, end),
        cmocka_unit_test_setup_teardown(test_due, begin, end),
        cmocka_unit_test_setup_teardown(test_twice_the_same, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
