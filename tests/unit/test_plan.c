// SPDX-License-Identifier: EUPL-1.2
// Tests of the typed plan: what is there is read, what is wrong counts as absent.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/base/buffer.h"
#include "lib/plan/plan.h"
#include "lib/schema/check.h"

static struct arena arena;
static struct arena scratch;
static struct tree tree;
static struct plan_plan plan;

static int begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    arena_free(&scratch);
    return 0;
}

static void read_plan(const char *source) {
    const struct date today = {2026, 6, 1};
    struct schema_result result;
    arena_reset(&arena);
    assert_int_equal(tree_read(text_of(source), false, &arena, &scratch, &tree), 0);
    assert_int_equal(schema_check(&tree, schema_plan, today, &arena, &result), 0);
    memset(&plan, 0x55, sizeof plan); // whatever stood there before
    assert_int_equal(plan_read(&tree, &arena, &plan), 0);
}

static void assert_text(struct plan_text value, const char *expected) {
    if (expected)
        assert_non_null(value.node);
    else
        assert_null(value.node);
    assert_true(text_is(value.text, expected ? expected : ""));
}

static void test_empty(void **state) {
    (void)state;
    static const char *const sources[] = {"", "# niets\n", "zomaar\n", "- een\n- twee\n", "[[]]\n"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        read_plan(sources[i]);
        assert_null(plan.node);
        assert_int_equal(plan.fase.value, -1);
        assert_null(plan.fase.node);
        assert_int_equal(plan.basiszorg_en_veiligheid.zorgen.value, -1);
        assert_int_equal(plan.intake.kwetsbaar_huishouden.zorgmijdend.value, -1);
        assert_int_equal(plan.doelen.count, 0);
        assert_null(plan.huishouden.leden.items);
        assert_false(plan.eerdere_hulp.geen);
        assert_false(date_known(plan.opgesteld.date));
    }
}

static const char family[] =
    "g1p: 1\n"
    "soort: plan\n"
    "nummer: 08\n"
    "fase: voortgang\n"
    "opgesteld: 2026-03-12\n"
    "huishouden:\n"
    "  naam: Familie Visser\n"
    "  leden:\n"
    "    - {id: sanne, naam: Sanne, rol: moeder, geboren: 1988-04-02, gezag_over: [bo]}\n"
    "    - {id: bo, naam: Bo, rol: kind, kwetsbaar: [zorgafhankelijk]}\n"
    "netwerk: [{id: riet, naam: Riet, relatie: oma, steun: [praktisch, geld, meedenken]}]\n"
    "professionals: [{id: nadia, naam: Nadia, organisatie: W, functie: F, voor: bo}]\n"
    "aanleiding:\n"
    "  wie: sanne\n"
    "  citaat: |\n"
    "    Het gaat niet.\n"
    "    Echt niet.\n"
    "zorgen:\n"
    "  - {id: z1, wie: [sanne, riet], sinds: 2025-11-03, prioriteit: 1, leefgebied: wonen}\n"
    "  - {wie: bo, sinds: vorige zomer, prioriteit: 1e1, leefgebied: zingeving}\n"
    "eerdere_hulp: geen\n"
    "veiligheidsplan:\n"
    "  complicerende_factoren: [drank, 2 banen]\n"
    "  schaal: [{datum: 2026-05-01, wie: bo, cijfer: 7.5}, {cijfer: 11}, {cijfer: \"3,5\"}]\n";

static void test_values(void **state) {
    (void)state;
    read_plan(family);
    assert_ptr_equal(plan.node, tree.root);
    assert_text(plan.nummer, "08");
    assert_int_equal(plan.fase.value, FASE_VOORTGANG);
    assert_int_equal(plan.fase.node->line, 4);
    assert_true(plan.opgesteld.date.year == 2026 && plan.opgesteld.date.day == 12);
    assert_text(plan.huishouden.naam, "Familie Visser");
    assert_int_equal(plan.huishouden.leden.count, 2);
    assert_int_equal(plan.huishouden.leden.items[0].geboren.date.year, 1988);
    assert_text(plan.huishouden.leden.items[1].id, "bo");
    assert_int_equal(plan.huishouden.leden.items[1].kwetsbaar.items[0].value,
                     KWETSBAARHEID_ZORGAFHANKELIJK);
    assert_text(plan.aanleiding.citaat, "Het gaat niet.\nEcht niet.\n");
    assert_null(plan.gewenst_resultaat.node);
    assert_null(plan.analyse.node);
    assert_text(plan.analyse.patronen, NULL);
}

static void test_one_or_list(void **state) {
    (void)state;
    read_plan(family);
    assert_int_equal(plan.aanleiding.wie.count, 1);
    assert_text(plan.aanleiding.wie.items[0], "sanne");
    assert_ptr_equal(plan.aanleiding.wie.node, plan.aanleiding.wie.items[0].node);
    assert_int_equal(plan.zorgen.items[0].wie.count, 2);
    assert_text(plan.zorgen.items[0].wie.items[1], "riet");
    assert_int_equal(plan.zorgen.items[0].wie.node->kind, NODE_LIST);
    assert_int_equal(plan.zorgen.items[0].over.count, 0);
    assert_null(plan.zorgen.items[0].over.node);
    assert_text(plan.professionals.items[0].voor.items[0], "bo");
}

static void test_words(void **state) {
    (void)state;
    read_plan(family);
    const struct plan_words *steun = &plan.netwerk.items[0].steun;
    assert_int_equal(steun->count, 3);
    assert_int_equal(steun->items[0].value, STEUNSOORT_PRAKTISCH);
    assert_int_equal(steun->items[1].value, -1); // not in the list, but it has a place
    assert_non_null(steun->items[1].node);
    assert_int_equal(steun->items[2].value, STEUNSOORT_MEEDENKEN);
    assert_int_equal(plan.zorgen.items[0].leefgebied.value, LEEFGEBIED_WONEN);
    assert_int_equal(plan.zorgen.items[1].leefgebied.value, -1); // a kader's own
    assert_non_null(plan.zorgen.items[1].leefgebied.node);
    assert_int_equal(plan.zorgen.items[1].status.value, -1);
    assert_null(plan.zorgen.items[1].status.node);
}

static void test_rough_dates(void **state) {
    (void)state;
    read_plan(family);
    assert_int_equal(plan.zorgen.items[0].sinds.date.month, 11);
    assert_non_null(plan.zorgen.items[1].sinds.node);
    assert_false(date_known(plan.zorgen.items[1].sinds.date));
    read_plan("opgesteld: 2026-02-30\n");
    assert_false(date_known(plan.opgesteld.date));
}

static void test_numbers(void **state) {
    (void)state;
    read_plan(family);
    const struct plan_schaalcijfer_list *schaal = &plan.veiligheidsplan.schaal;
    assert_int_equal(schaal->count, 3);
    assert_float_equal(schaal->items[0].cijfer.value, 7.5, 0);
    assert_float_equal(schaal->items[1].cijfer.value, 11, 0);
    assert_null(schaal->items[2].cijfer.node); // no number at all
    assert_float_equal(plan.zorgen.items[0].prioriteit.value, 1, 0);
    assert_float_equal(plan.zorgen.items[1].prioriteit.value, 10, 0);
    static const struct {
        const char *source;
        double value;
    } cases[] = {{"-1", -1}, {"7.25", 7.25}, {"0", 0}, {"0.5", 0.5}, {"25e-1", 2.5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer source = {0};
        buffer_format(&source, "zorgen: [{prioriteit: %s}]\n", cases[i].source);
        buffer_add_char(&source, '\0');
        read_plan(source.bytes);
        assert_float_equal(plan.zorgen.items[0].prioriteit.value, cases[i].value, 1e-12);
        buffer_free(&source);
    }
    read_plan("zorgen: [{prioriteit: 08}]\n");
    assert_null(plan.zorgen.items[0].prioriteit.node);
}

static void test_geen(void **state) {
    (void)state;
    read_plan(family);
    assert_true(plan.eerdere_hulp.geen);
    assert_non_null(plan.eerdere_hulp.node);
    assert_int_equal(plan.eerdere_hulp.count, 0);
    assert_int_equal(plan.veiligheidsplan.complicerende_factoren.count, 2);
    assert_text(plan.veiligheidsplan.complicerende_factoren.items[1], "2 banen");
    read_plan("eerdere_hulp: nee\n");
    assert_false(plan.eerdere_hulp.geen);
    assert_int_equal(plan.eerdere_hulp.count, 0);
    read_plan("eerdere_hulp: [{hulp: praten}]\n");
    assert_false(plan.eerdere_hulp.geen);
    assert_text(plan.eerdere_hulp.items[0].hulp, "praten");
    read_plan("eerdere_hulp: {hulp: praten}\n");
    assert_int_equal(plan.eerdere_hulp.count, 0);
}

static void test_absent_values(void **state) {
    (void)state;
    read_plan("kader:\nnummer: \"\"\nanalyse:\nkrachten:\naanleiding: {wie: , citaat: ''}\n"
              "zorgen: []\n");
    assert_null(plan.kader.node);
    assert_null(plan.nummer.node);
    assert_null(plan.analyse.node);
    assert_null(plan.krachten.node);
    assert_non_null(plan.aanleiding.node);
    assert_int_equal(plan.aanleiding.wie.count, 0);
    assert_null(plan.aanleiding.citaat.node);
    assert_non_null(plan.zorgen.node);
    assert_int_equal(plan.zorgen.count, 0);
}

// A plan that is half wrong: what is right in it is read.
static void test_half_wrong(void **state) {
    (void)state;
    read_plan("fase: zomaar\n"
              "kader: [a, b]\n"
              "analyse: tekst\n"
              "krachten: lachen\n"
              "zorgen:\n"
              "  - slaapt slecht\n"
              "  -\n"
              "  - wie: [{id: bo}, bo, [bo], ]\n"
              "    citaat: [a]\n"
              "    gevolg: moe\n"
              "    hobby: kaarten\n"
              "doelen: {id: a}\n"
              "x_eigen: {fase: intake}\n");
    assert_int_equal(plan.fase.value, -1);
    assert_non_null(plan.fase.node);
    assert_null(plan.kader.node);
    assert_null(plan.analyse.node);
    assert_int_equal(plan.krachten.count, 0);
    assert_int_equal(plan.zorgen.count, 2); // the empty item is none
    assert_null(plan.zorgen.items[0].node);
    assert_int_equal(plan.zorgen.items[0].status.value, -1);
    const struct plan_zorg *zorg = &plan.zorgen.items[1];
    assert_non_null(zorg->node);
    assert_int_equal(zorg->wie.count, 3);
    assert_text(zorg->wie.items[0], NULL);
    assert_text(zorg->wie.items[1], "bo");
    assert_text(zorg->wie.items[2], NULL);
    assert_text(zorg->citaat, NULL);
    assert_text(zorg->gevolg, "moe");
    assert_int_equal(plan.doelen.count, 0);
}

static void test_double_keys(void **state) {
    (void)state;
    read_plan("kader: eerste\nkader: tweede\nzorgen: [{id: a, id: b}]\nzorgen: []\n");
    assert_text(plan.kader, "eerste");
    assert_int_equal(plan.zorgen.count, 1);
    assert_text(plan.zorgen.items[0].id, "a");
}

static void test_broken_nodes(void **state) {
    (void)state;
    read_plan("kader: *ergens\nnummer: &hier 7\nopgesteld: !d 2026-01-01\nfase: !f intake\n");
    assert_null(plan.kader.node);
    assert_null(plan.nummer.node);
    assert_null(plan.opgesteld.node);
    assert_int_equal(plan.fase.value, -1);
}

static void test_persons(void **state) {
    (void)state;
    read_plan(family);
    struct persoon persoon = plan_persoon(&plan, TEXT("bo"));
    assert_int_equal(persoon.soort, PERSOON_LID);
    assert_int_equal(persoon.index, 1);
    assert_true(text_is(persoon.naam, "Bo"));
    assert_int_equal(plan_persoon(&plan, TEXT("riet")).soort, PERSOON_NAASTE);
    assert_int_equal(plan_persoon(&plan, TEXT("nadia")).soort, PERSOON_PROFESSIONAL);
    assert_int_equal(plan_persoon(&plan, TEXT("z1")).soort, PERSOON_ONBEKEND);
    assert_int_equal(plan_persoon(&plan, TEXT("Bo")).soort, PERSOON_ONBEKEND);
    // Somebody without an id is not who an empty id stands for.
    read_plan("netwerk: [{naam: Riet}]\nzorgen: [{wie: [{}]}]\n");
    assert_int_equal(plan_persoon(&plan, plan.zorgen.items[0].wie.items[0].text).soort,
                     PERSOON_ONBEKEND);
    assert_int_equal(plan_persoon(&plan, TEXT("")).soort, PERSOON_ONBEKEND);
}

static void test_out_of_memory(void **state) {
    (void)state;
    read_plan(family);
    unsigned long nth = 1;
    int outcome;
    do {
        arena_fail_at(nth++);
        outcome = plan_read(&tree, &arena, &plan);
    } while (outcome == -1);
    arena_fail_at(0);
    assert_true(nth > 10);
    assert_int_equal(plan.huishouden.leden.count, 2);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_empty),         TEST(test_values),        TEST(test_one_or_list),
        TEST(test_words),         TEST(test_rough_dates),   TEST(test_numbers),
        TEST(test_geen),          TEST(test_absent_values), TEST(test_half_wrong),
        TEST(test_double_keys),   TEST(test_broken_nodes),  TEST(test_persons),
        TEST(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
