// SPDX-License-Identifier: EUPL-1.2
// A whole check in which memory runs out, at each piece of memory it asks for.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/base/input.h"
#include "lib/report/report.h"
#include "lib/rules/check.h"

enum { MOST = 1000000 };

static struct arena source_arena;
static struct arena arena;
static struct arena scratch;

static int enter(void **state) {
    (void)state;
    arena_init(&source_arena, 0);
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    return 0;
}

static int leave(void **state) {
    (void)state;
    arena_free(&source_arena);
    arena_free(&arena);
    arena_free(&scratch);
    return 0;
}

// Checks and reports as g1p-check does it. -1 when the check says that memory ran out.
static int check(struct text source, bool too_large, struct buffer *out) {
    static const struct report_options report = {
        .format = REPORT_JSONL, .language = LANGUAGE_DUTCH, .lowest = SEVERITY_ADVIES};
    struct check_options options = {.today = {2026, 3, 20}, .all_phases = true};
    struct check_result result;
    struct report_counts counts = {.worst = -1};
    for (int i = 0; i < RULE_COUNT; i++)
        options.selected[i] = true;
    buffer_clear(out);
    int outcome = check_source(source, too_large, &options, &arena, &scratch, &result);
    if (outcome == 0)
        report_file(&report, "plan.yaml", &result, out, out, &counts);
    arena_reset(&arena);
    arena_reset(&scratch);
    assert_false(out->failed);
    return outcome;
}

// Whether the failure that was asked for has not come yet: then the next piece is the one.
static bool still_waiting(unsigned long nth) {
    struct arena probe;
    arena_init(&probe, 0);
    bool waiting = arena_alloc(&probe, 1) == NULL;
    arena_free(&probe);
    arena_fail_at(0);
    if (!waiting)
        fail_msg("piece %lu failed and nobody told", nth);
    return waiting;
}

// Fails each piece in turn. `least`: the check asks for so many at least, else it fails nothing.
static void check_every_failure(struct text source, bool too_large, unsigned long least) {
    struct buffer expected = {0};
    struct buffer found = {0};
    assert_int_equal(check(source, too_large, &expected), 0);
    assert_true(expected.length > 0);
    unsigned long nth = 1;
    for (; nth < MOST; nth++) {
        arena_fail_at(nth);
        int outcome = check(source, too_large, &found);
        if (outcome == 0 && still_waiting(nth))
            break;
        assert_int_equal(outcome, -1);
        if (nth % 97 == 0) { // and nothing of it stays behind
            assert_int_equal(check(source, too_large, &found), 0);
            assert_true(text_equal(buffer_text(&found), buffer_text(&expected)));
        }
    }
    arena_fail_at(0);
    assert_true(nth > least);
    assert_int_equal(check(source, too_large, &found), 0);
    assert_true(text_equal(buffer_text(&found), buffer_text(&expected)));
    buffer_free(&expected);
    buffer_free(&found);
}

static void check_file(const char *path, unsigned long least) {
    struct text source;
    struct trouble trouble;
    bool too_large;
    if (input_read(path, TREE_LARGEST, &source_arena, &source, &too_large, &trouble) != 0)
        fail_msg("%s is not there; run this in the root of the project", path);
    check_every_failure(source, too_large, least);
}

static void test_plan_with_mistakes(void **state) {
    (void)state;
    check_file("examples/beginner/gezin-met-veiligheidsplan.yaml", 200);
}

static void test_clean_plan(void **state) {
    (void)state;
    check_file("examples/gezin-met-veiligheidsplan.yaml", 500);
}

// Each fault of the reader and of the schema.
static void test_every_fault(void **state) {
    (void)state;
    char deep[TREE_DEEPEST + 20] = "g1p: ";
    memset(deep + strlen(deep), '[', TREE_DEEPEST);
    const char *const broken[] = {
        "g1p: 1\nsoort: plan\nnummer: &a x\nfase: *a\n<<: 1\n[k]: !t v\nopgesteld: \"\\x07\"\n",
        "g1p: 1\nsoort: plam\nnummer: \"\"\nfase: intak\nonbekend: 1\nonbekend: 2\nzzz: [q]\n"
        "opgesteld: 2026-02-30\nvastgesteld: [1]\nhuishouden:\n  leden:\n    - id: A\n    - \n"
        "    - id: b\n    - {id: b, geboren: 2031-01-01, gezag_over: [c, bb]}\n"
        "doelen:\n  - id: d\n    afgesproken: 2026-03-01\n    evaluatie: 2026-01-01\n"
        "    acties: [{id: x, gedaan: 2026-02-01, wie: bc, status: gedan}]\n",
        "g1p: 2\nsoort: meldcode\n",
        "g1p: 1\nsoort: plan\n---\ng1p: 1\n",
        "g1p: 1\nsoort: plan\nnummer: [x\n",
        "g1p: 1\nnummer: \x07\n",
        "g1p: 1\nnummer: \xFF\n",
        "# g1p: niets\n",
        deep,
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        check_every_failure(text_of(broken[i]), false, 3);
    check_every_failure(TEXT("g1p: 1\n"), true, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_plan_with_mistakes, enter, leave),
        cmocka_unit_test_setup_teardown(test_clean_plan, enter, leave),
        cmocka_unit_test_setup_teardown(test_every_fault, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
