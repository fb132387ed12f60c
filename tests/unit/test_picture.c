// SPDX-License-Identifier: EUPL-1.2
// Tests of the picture of the safety scale.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lib/render/picture.h"
#include "tests/unit/checking.h"

static struct checking checking;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    return 0;
}

// Reads a plan with these figures, one "{datum: …, wie: …, cijfer: …}" after another.
static bool read_scale(const char *figures, struct picture_scale *scale) {
    struct buffer rest = {0};
    buffer_format(&rest,
                  "huishouden: {naam: X, leden: [{id: a, naam: A, rol: moeder}]}\n"
                  "veiligheidsplan: {schaal: [%s]}\n",
                  figures);
    buffer_add_char(&rest, '\0');
    assert_int_equal(checking_plan(&checking, "voortgang", rest.bytes), 0);
    buffer_free(&rest);
    return picture_scale_read(&checking.result.plan.veiligheidsplan.schaal, scale);
}

static void test_figures_in_order(void **state) {
    (void)state;
    struct picture_scale scale;
    assert_true(read_scale("{datum: 2026-03-01, wie: a, cijfer: 5.5},"
                           "{datum: 2026-01-01, wie: b, cijfer: 2},"
                           "{datum: 2026-03-01, wie: a, cijfer: 6},"
                           "{datum: 2026-02-01, wie: [a, b], cijfer: 0}",
                           &scale));
    assert_int_equal(scale.day_count, 3);
    assert_int_equal(scale.days[0].month, 1);
    assert_int_equal(scale.days[2].month, 3);
    assert_int_equal(scale.people_count, 2);
    assert_true(text_is(scale.people[0], "a"));
    assert_int_equal(scale.halves[0][0], PICTURE_NO_FIGURE);
    assert_int_equal(scale.halves[0][1], 0);
    assert_int_equal(scale.halves[0][2], 12); // the last one of the day
    assert_int_equal(scale.halves[1][0], 4);
    assert_int_equal(picture_scale_last(&scale, 0), 12);
    assert_int_equal(picture_scale_last(&scale, 1), 0);
}

static void test_nothing_to_draw(void **state) {
    (void)state;
    struct picture_scale scale;
    assert_false(read_scale("", &scale));
    assert_false(read_scale("{datum: 2026-01-01, wie: a}", &scale));
    assert_false(read_scale("{datum: ooit, wie: a, cijfer: 3}", &scale));
    assert_false(read_scale("{datum: 2026-01-01, cijfer: 3}", &scale));
    assert_false(read_scale("{datum: 2026-01-01, wie: a, cijfer: 11}", &scale));
    assert_false(read_scale("{datum: 2026-01-01, wie: a, cijfer: veel}", &scale));
    assert_false(read_scale("{datum: 2026-01-01, wie: a, cijfer: -1}", &scale));
}

static void test_many_people(void **state) {
    (void)state;
    struct picture_scale scale;
    struct buffer figures = {0};
    for (int i = 0; i < PICTURE_MOST_PEOPLE; i++)
        buffer_format(&figures, "{datum: 2026-01-01, wie: p%d, cijfer: 3},", i);
    buffer_add_char(&figures, '\0');
    assert_true(read_scale(figures.bytes, &scale));
    figures.length--;
    buffer_add_string(&figures, "{datum: 2026-01-01, wie: een_te_veel, cijfer: 3}");
    buffer_add_char(&figures, '\0');
    assert_false(read_scale(figures.bytes, &scale));
    buffer_free(&figures);
}

static void test_many_days(void **state) {
    (void)state;
    struct picture_scale scale;
    struct buffer figures = {0};
    for (int i = 0; i < PICTURE_MOST_DAYS + 5; i++) // in a strange order
        buffer_format(&figures, "{datum: 20%02d-01-01, wie: a, cijfer: %d},",
                      i * 7 % (PICTURE_MOST_DAYS + 5), i % 11);
    buffer_add_char(&figures, '\0');
    assert_true(read_scale(figures.bytes, &scale));
    assert_true(scale.days_dropped);
    assert_int_equal(scale.day_count, PICTURE_MOST_DAYS);
    assert_int_equal(scale.days[0].year, 2005); // the oldest five are left out
    for (size_t i = 1; i < scale.day_count; i++)
        assert_true(date_compare(scale.days[i - 1], scale.days[i]) < 0);
    struct buffer svg = {0};
    picture_scale_draw(&scale, &checking.result.plan, &svg);
    assert_false(svg.failed);
    buffer_free(&svg);
    buffer_free(&figures);
}

static size_t count(const struct buffer *svg, const char *what) {
    size_t found = 0;
    for (const char *at = svg->bytes; (at = strstr(at, what)); at++)
        found++;
    return found;
}

static void test_drawing(void **state) {
    (void)state;
    struct picture_scale scale;
    assert_true(read_scale("{datum: 2026-01-01, wie: '<b>', cijfer: 0},"
                           "{datum: 2026-02-01, wie: '<b>', cijfer: 10},"
                           "{datum: 2026-02-01, wie: b, cijfer: 4.5}",
                           &scale));
    struct buffer svg = {0};
    picture_scale_draw(&scale, &checking.result.plan, &svg);
    buffer_add_char(&svg, '\0');
    assert_memory_equal(svg.bytes, "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 40);
    assert_non_null(strstr(svg.bytes, "</svg>"));
    assert_int_equal(count(&svg, "<circle"), 3); // and one beside the name
    // b spoke once: no line but the one beside the name
    assert_int_equal(count(&svg, "stroke-width=\"2.2\""), 3);
    assert_int_equal(count(&svg, ">1 jan 2026<"), 1);
    assert_int_equal(count(&svg, ">1 feb 2026<"), 1);
    assert_int_equal(count(&svg, "<b>"), 0);
    assert_int_equal(count(&svg, "&lt;b&gt;"), 1); // the letters that it is
    assert_null(strchr(svg.bytes, '%'));
    buffer_free(&svg);
}

// No two people have the same mark and line.
static void test_symbols_differ(void **state) {
    (void)state;
    struct buffer svg[PICTURE_MOST_PEOPLE] = {{0}};
    for (size_t i = 0; i < PICTURE_MOST_PEOPLE; i++) {
        picture_symbol_draw(i, &svg[i]);
        assert_false(svg[i].failed);
        assert_true(strlen(picture_symbol_name(i)) > 0);
        for (size_t k = 0; k < i; k++)
            assert_false(text_equal(buffer_text(&svg[i]), buffer_text(&svg[k])));
    }
    for (size_t i = 0; i < PICTURE_MOST_PEOPLE; i++)
        buffer_free(&svg[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_figures_in_order, begin, end),
        cmocka_unit_test_setup_teardown(test_nothing_to_draw, begin, end),
        cmocka_unit_test_setup_teardown(test_many_people, begin, end),
        cmocka_unit_test_setup_teardown(test_many_days, begin, end),
        cmocka_unit_test_setup_teardown(test_drawing, begin, end),
        cmocka_unit_test(test_symbols_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
