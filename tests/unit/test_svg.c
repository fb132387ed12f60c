// SPDX-License-Identifier: EUPL-1.2
// Tests of drawing in SVG: lengths, letters of a plan, and how much room they take.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/render/svg.h"

static const struct svg_letters letters = {"middle", SVG_INK, 120, false};

static struct buffer svg;

static int end(void **state) {
    (void)state;
    buffer_free(&svg);
    return 0;
}

static void check_drawn(const char *expected) {
    buffer_add_char(&svg, '\0');
    assert_string_equal(svg.bytes, expected);
    buffer_clear(&svg);
}

static void test_lengths(void **state) {
    (void)state;
    svg_attribute(&svg, "x", 125);
    svg_attribute(&svg, "y", -5);
    svg_attribute(&svg, "r", 30);
    check_drawn(" x=\"12.5\" y=\"-0.5\" r=\"3\"");
    svg_line(&svg, 0, 10, 20, 35, (struct svg_pen){NULL, "#000000", 10, "4 3"});
    check_drawn("<path d=\"M0 1L2 3.5\" fill=\"none\" stroke=\"#000000\" stroke-width=\"1\" "
                "stroke-dasharray=\"4 3\"/>");
}

static void test_letters(void **state) {
    (void)state;
    svg_text(&svg, 10, 20, letters, TEXT("</text><script>&\n\"'"));
    check_drawn("<text x=\"1\" y=\"2\" text-anchor=\"middle\" fill=\"#1c2b30\">"
                "&lt;/text&gt;&lt;script&gt;&amp; &quot;&#39;</text>");
    svg_text(&svg, 0, 0, letters, (struct text){"\xff\x01", 2});
    assert_non_null(strstr(svg.bytes, ">\xef\xbf\xbd\xef\xbf\xbd<"));
}

static void check_short(const char *text, int room, const char *expected, bool cut_expected) {
    bool cut = !cut_expected;
    struct text shown = svg_shorten(text_of(text), letters, room, &cut);
    if (!text_is(shown, expected))
        print_error("%s: %.*s\n", text, (int)shown.length, shown.bytes);
    assert_true(text_is(shown, expected));
    assert_int_equal(cut, cut_expected);
}

static void test_shortening(void **state) {
    (void)state;
    check_short("", 100, "", false);
    check_short(" Nadia ", 1000, "Nadia", false);
    check_short("Wilhelmina van Oldenbarnevelt", 1300, "Wilhelmina van", true);
    check_short("Wilhelminavanoldenbarnevelt", 700, "Wilhelmin", true);
    check_short("X Wilhelminavanoldenbarnevelt", 800, "X Wilhelmi", true); // no lonely X
    check_short("Żółć", 5, "", true);
    assert_true(svg_text_width(TEXT("李娜"), letters) > svg_text_width(TEXT("na"), letters));
    char longest[20000];
    memset(longest, 'm', sizeof longest);
    struct text text = {longest, sizeof longest};
    bool cut = false;
    assert_true(svg_shorten(text, letters, 1000, &cut).length < 20 && cut);
    assert_true(svg_text_width(text, letters) > 0); // no overflow
}

static void test_right_to_left(void **state) {
    (void)state;
    assert_true(svg_reads_right_to_left(TEXT("محمد العلي")));
    assert_true(svg_reads_right_to_left(TEXT("Anna שלום")));
    assert_true(svg_reads_right_to_left(TEXT("a\u202e"
                                             "b")));
    assert_false(svg_reads_right_to_left(TEXT("Оксана Łódź 李娜")));
    assert_false(svg_reads_right_to_left(TEXT("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lengths, NULL, end),
        cmocka_unit_test_setup_teardown(test_letters, NULL, end),
        cmocka_unit_test_setup_teardown(test_shortening, NULL, end),
        cmocka_unit_test_setup_teardown(test_right_to_left, NULL, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
