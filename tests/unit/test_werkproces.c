// SPDX-License-Identifier: EUPL-1.2
// Tests of the work process: its tables, ticked steps, paths, and looking for words in a text.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/method/phase.h"
#include "lib/method/werkproces.h"
#include "lib/method/words.h"

// Every phase has steps of both roles, in words of both languages; a mark is whole.
static void test_tables(void **state) {
    (void)state;
    for (int fase = 0; fase < phase_count; fase++) {
        int of_role[2] = {0, 0};
        for (int i = 0; i < werkproces[fase].count; i++) {
            const struct werkproces_stap *stap = &werkproces[fase].stappen[i];
            of_role[stap->rol]++;
            assert_true(stap->nr[0] && stap->tekst[0][0] && stap->tekst[1][0]);
            assert_int_equal(strncmp(stap->bron, "WP fase ", 8), 0);
            assert_string_equal(stap->bron + 8, phases[fase].number);
            assert_int_equal(stap->spoor == SPOOR_GEEN, stap->paden[0] == NULL);
            assert_true(stap->spoor != SPOOR_GEEN || (!stap->regels && !stap->melding));
            assert_false(stap->regels && stap->melding);
        }
        assert_true(of_role[ROL_PROCESREGISSEUR] > 0 && of_role[ROL_CASUSREGISSEUR] > 0);
    }
}

static void test_a_step(void **state) {
    (void)state;
    const struct werkproces_stap *stap = &werkproces[FASE_AANMELDING].stappen[0];
    assert_string_equal(stap->nr, "1");
    assert_int_equal(stap->rol, ROL_PROCESREGISSEUR);
    assert_int_equal(stap->spoor, SPOOR_EEN_VAN);
    assert_string_equal(stap->paden[0], "intake.hulpvraag");
    assert_string_equal(stap->paden[1], "aanleiding");
    assert_string_equal(stap->melding, "vraag");
    stap = &werkproces[FASE_INTAKE].stappen[1];
    assert_string_equal(stap->regels, "OP-02, OP-05");
}

static void test_safety_steps(void **state) {
    (void)state;
    assert_int_equal(veiligheidsfase_count, 6);
    assert_string_equal(veiligheidsfasen[0].stap, "levensbedreigend");
    assert_string_equal(veiligheidsfasen[5].stap, "4 en 5");
    for (int i = 0; i < veiligheidsfase_count; i++) {
        assert_true(veiligheidsfasen[i].naam[0][0] && veiligheidsfasen[i].naam[1][0]);
        assert_true(veiligheidsfasen[i].count > 0 && veiligheidsfasen[i].bron[0]);
    }
}

static bool ticked(const char *tick, int fase, const char *nr) {
    struct node node = {.kind = NODE_SCALAR};
    struct plan_stap items[] = {
        {.node = &node, .fase = {&node, FASE_STARTOVERLEG}, .stap = {&node, text_of(tick)}}};
    struct plan_plan plan = {.stappen = {&node, items, 1, false}};
    return werkproces_afgevinkt(&plan, fase, nr);
}

static void test_ticks(void **state) {
    (void)state;
    assert_true(ticked("6", FASE_STARTOVERLEG, "6"));
    assert_true(ticked("6", FASE_STARTOVERLEG, "6.1"));
    assert_true(ticked(" 6.1 ", FASE_STARTOVERLEG, "6.1"));
    assert_false(ticked("6", FASE_INTAKE, "6"));
    assert_false(ticked("1", FASE_STARTOVERLEG, "10"));
    assert_false(ticked("6.1", FASE_STARTOVERLEG, "6"));
    assert_false(ticked("6.10", FASE_STARTOVERLEG, "6.1"));
    assert_false(ticked("", FASE_STARTOVERLEG, "6"));
}

static void test_paths(void **state) {
    (void)state;
    struct arena arena, scratch;
    struct tree tree;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    assert_int_equal(tree_read(TEXT("a: {b: {c: x, d: , e: [], f: \"\"}}\nl: [1]\nln: y\n"), false,
                               &arena, &scratch, &tree),
                     0);
    assert_non_null(werkproces_veld(tree.root, "a.b.c"));
    assert_non_null(werkproces_veld(tree.root, "a.b"));
    assert_non_null(werkproces_veld(tree.root, "l"));
    assert_null(werkproces_veld(tree.root, "a.b.d"));
    assert_null(werkproces_veld(tree.root, "a.b.e"));
    assert_null(werkproces_veld(tree.root, "a.b.f"));
    assert_null(werkproces_veld(tree.root, "a.x.c"));
    assert_null(werkproces_veld(tree.root, "a.b.c.d"));
    assert_null(werkproces_veld(tree.root, "l.a"));
    assert_null(werkproces_veld(NULL, "a"));
    arena_free(&arena);
    arena_free(&scratch);
}

static void test_words(void **state) {
    (void)state;
    static const char *const words[] = {"nog maar", "ots", NULL};
    assert_true(words_occur(TEXT("Nog maar één keer"), words));
    assert_true(words_occur(TEXT("Er is een OTS."), words));
    assert_true(words_occur(TEXT("dan “otsing”"), words));
    assert_true(words_occur(TEXT("komt nog\nmaar af en toe"), words));
    const char *const split[] = {"schalen … af", NULL};
    assert_true(words_occur(TEXT("Gaat het goed, dan schalen we de hulp af."), split));
    assert_false(words_occur(TEXT("We schalen op. Daarna is het af."), split));
    assert_false(words_occur(TEXT("We schalen de afspraken"), split));
    assert_false(words_occur(TEXT("een botsing"), words));
    assert_false(words_occur(TEXT("éots"), words));
    assert_false(words_occur(TEXT("nog"), words));
    assert_false(words_occur(TEXT(""), words));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables),       cmocka_unit_test(test_a_step),
        cmocka_unit_test(test_safety_steps), cmocka_unit_test(test_ticks),
        cmocka_unit_test(test_paths),        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
