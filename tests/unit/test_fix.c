// SPDX-License-Identifier: EUPL-1.2
// Tests of mending: what is mended, what is dropped, and that nothing else is touched.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/change/fix.h"

static struct check_options wanted;

static int enter(void **state) {
    (void)state;
    wanted = (struct check_options){.today = {2026, 6, 1}};
    for (int i = 0; i < RULE_COUNT; i++)
        wanted.selected[i] = true;
    return 0;
}

static int leave(void **state) {
    (void)state;
    arena_fail_at(0);
    return 0;
}

// What becomes of a text; the lines that show missing parts are left out of `out`.
static struct fix_counts mend(const char *source, struct buffer *out) {
    struct fix fix;
    struct fix_counts counts = {0};
    struct trouble trouble;
    struct text fixed;
    assert_int_equal(fix_begin(&fix, &wanted), 0);
    assert_int_equal(fix_source(&fix, "plan.yaml", text_of(source), &fixed, &counts, &trouble), 0);
    buffer_clear(out);
    buffer_add(out, fixed);
    // Once more changes nothing.
    char *again = strndup(fixed.bytes, fixed.length);
    struct fix_counts none = {0};
    assert_non_null(again);
    assert_int_equal(fix_source(&fix, "plan.yaml", text_of(again), &fixed, &none, &trouble), 0);
    assert_true(text_is(fixed, again));
    assert_int_equal(none.keys + none.words + none.dates + none.sections, 0);
    free(again);
    fix_end(&fix);
    return counts;
}

#define HEAD "g1p: 1\nsoort: plan\nnummer: a-1\nfase: aanmelding\n"
#define TAIL                                                                                       \
    "\nintake:\n  hulpvraag: Hoe nu verder?\n\nhuishouden:\n  naam: X\n  leden:\n"                 \
    "    - id: toos\n      naam: Toos\n      rol: moeder\n      geboren: 1980-03-02\n"             \
    "\naanleiding:\n  wie: toos\n  citaat: Hoe nu verder?\n"                                       \
    "\nbasiszorg_en_veiligheid:\n  zorgen: nee\n  toelichting: Gevraagd.\n"

static void becomes(const char *source, const char *expected, struct fix_counts counts) {
    struct buffer out = {0};
    struct fix_counts made = mend(source, &out);
    if (!text_is(buffer_text(&out), expected))
        fail_msg("expected\n%s----\nbut it is\n%.*s----", expected, (int)out.length, out.bytes);
    assert_int_equal(made.keys, counts.keys);
    assert_int_equal(made.words, counts.words);
    assert_int_equal(made.dates, counts.dates);
    assert_int_equal(made.sections, counts.sections);
    buffer_free(&out);
}

static void stays(const char *source) {
    becomes(source, source, (struct fix_counts){0});
}

static void test_mends(void **state) {
    (void)state;
    becomes(HEAD "opgesteld: 12-3-2026 # toen\n" TAIL, HEAD "opgesteld: 2026-03-12 # toen\n" TAIL,
            (struct fix_counts){.dates = 1});
    becomes(HEAD "opgestld: 2026-03-12\n" TAIL, HEAD "opgesteld: 2026-03-12\n" TAIL,
            (struct fix_counts){.keys = 1});
    // What is inside a mistyped field comes to light, and is mended with it.
    becomes(HEAD "opgestld: '12 maart 2026'\n" TAIL, HEAD "opgesteld: '2026-03-12'\n" TAIL,
            (struct fix_counts){.keys = 1, .dates = 1});
    becomes(HEAD TAIL
            "professionals:\n  - {id: els, naam: Els, voor: [toos], blijvend_betroken: Ja}\n",
            HEAD TAIL
            "professionals:\n  - {id: els, naam: Els, voor: [toos], blijvend_betrokken: ja}\n",
            (struct fix_counts){.keys = 1, .words = 1});
    becomes("\xEF\xBB\xBFg1p: 1\r\nsoort: plan\r\nnummer: a-1\r\nfase: aanmelding\r\nopgesteld: "
            "12/3/2026",
            "\xEF\xBB\xBFg1p: 1\r\nsoort: plan\r\nnummer: a-1\r\nfase: aanmelding\r\nopgesteld: "
            "2026-03-12",
            (struct fix_counts){.dates = 1});
}

static void test_leaves(void **state) {
    (void)state;
    stays("");
    stays("hello\n");
    stays("g1p: [\n");
    stays("g1p: 1\nsoort: plan\nnummer: \"a\n");
    stays(HEAD TAIL);
    stays(HEAD "hobby: 12-3-2026\n" TAIL);                            // no field is near
    stays(HEAD "opgesteld: 12 maart\n" TAIL);                         // no year
    stays(HEAD "opgesteld: rond 2026\n" TAIL);                        // words
    stays(HEAD "opgesteld: 12-3-2027\n" TAIL);                        // would lie ahead
    stays(HEAD "x_opgestld: 12-3-2026\n" TAIL);                       // the team's own
    stays(HEAD "opgesteld: 2026-03-12\nopgestld: 2026-03-12\n" TAIL); // stands there already
}

static void test_shows_missing(void **state) {
    struct buffer out = {0};
    (void)state;
    static const char *const without =
        "g1p: 1\nsoort: plan\nnummer: a-1\nfase: intake\n\nintake:\n  hulpvraag: Hoe nu verder?\n";
    struct fix_counts counts = mend(without, &out);
    assert_int_equal(counts.sections, 1);
    buffer_add_char(&out, '\0');
    assert_true(strncmp(out.bytes, without, strlen(without)) == 0);
    assert_non_null(strstr(out.bytes, "\n# basiszorg_en_veiligheid:\n"));
    assert_null(strstr(out.bytes, "\nbasiszorg"));
    for (const char *line = out.bytes + strlen(without); *line; line = strchr(line, '\n') + 1)
        assert_true(*line == '#' || *line == '\n');
    buffer_free(&out);
}

// Only what was asked for.
static void test_selected(void **state) {
    (void)state;
    wanted.selected[RULE_FMT_07] = false;
    becomes(HEAD "opgestld: 2026-03-12\nvastgesteld: 12-3-2026\n" TAIL,
            HEAD "opgestld: 2026-03-12\nvastgesteld: 2026-03-12\n" TAIL,
            (struct fix_counts){.dates = 1});
    memset(wanted.selected, 0, sizeof wanted.selected);
    wanted.selected[RULE_FMT_07] = true;
    becomes(HEAD "opgestld: 2026-03-12\nvastgesteld: 12-3-2026\n",
            HEAD "opgesteld: 2026-03-12\nvastgesteld: 12-3-2026\n", (struct fix_counts){.keys = 1});
}

static void test_memory_runs_out(void **state) {
    static const char source[] = HEAD "opgestld: 12-3-2026\n";
    (void)state;
    unsigned long nth = 1;
    for (int outcome = -1; outcome != 0; nth++) {
        struct fix fix;
        struct fix_counts counts = {0};
        struct trouble trouble = {0};
        struct text fixed;
        assert_int_equal(fix_begin(&fix, &wanted), 0);
        arena_fail_at(nth);
        outcome = fix_source(&fix, "plan.yaml", TEXT(source), &fixed, &counts, &trouble);
        arena_fail_at(0);
        if (outcome != 0)
            assert_int_equal(trouble.number, ENOMEM);
        fix_end(&fix);
        assert_true(nth < 5000);
    }
    assert_true(nth > 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_mends, enter, leave),
        cmocka_unit_test_setup_teardown(test_leaves, enter, leave),
        cmocka_unit_test_setup_teardown(test_shows_missing, enter, leave),
        cmocka_unit_test_setup_teardown(test_selected, enter, leave),
        cmocka_unit_test_setup_teardown(test_memory_runs_out, enter, leave),
    };
    return cmocka_run_group_tests_name("fix", tests, NULL, NULL);
}
