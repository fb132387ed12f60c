// SPDX-License-Identifier: EUPL-1.2
// Tests of text for a terminal: the scale drawn with characters, lines of a width, the terminal.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/terminal.h"
#include "lib/base/wrap.h"
#include "lib/render/plot.h"

static void check_wrapped(const char *text, int column, int indent, int columns,
                          const char *wanted) {
    struct buffer out = {0};
    wrap_add(&out, text_of(text), column, indent, columns);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes, wanted);
    buffer_free(&out);
}

static void test_wrap(void **state) {
    (void)state;
    check_wrapped("", 0, 2, 10, "\n");
    check_wrapped("een twee", 0, 2, 10, "een twee\n");
    check_wrapped("een twee drie", 0, 2, 10, "een twee\n  drie\n");
    check_wrapped("een twee", 4, 2, 10, "een\n  twee\n");
    check_wrapped(" een\t\x01twee\n\nvier ", 0, 0, 40, "een twee vier\n");
    check_wrapped("eenheellangwoord en", 0, 1, 10, "eenheellangwoord\n en\n");
    check_wrapped("één éé", 0, 0, 6, "één éé\n"); // columns, not bytes
    assert_int_equal(wrap_width(TEXT("é日")), 3);
}

static void set(const char *name, const char *value) {
    if (value)
        assert_int_equal(setenv(name, value, 1), 0);
    else
        assert_int_equal(unsetenv(name), 0);
}

static void test_columns(void **state) {
    (void)state;
    if (terminal_output())
        skip();
    const struct {
        const char *set;
        int columns;
    } rows[] = {
        {NULL, 80}, {"", 80},    {"100", 100}, {"0", 80},     {"-5", 80},
        {"x", 80},  {"12x", 80}, {"10", 40},   {"9999", 400}, {"99999999999999999999", 400}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        set("COLUMNS", rows[i].set);
        assert_int_equal(terminal_columns(), rows[i].columns);
    }
    set("COLUMNS", NULL);
}

static void test_unicode(void **state) {
    (void)state;
    if (terminal_output())
        skip();
    set("LC_ALL", NULL);
    set("LC_CTYPE", NULL);
    set("LANG", NULL);
    assert_false(terminal_unicode());
    set("LANG", "nl_NL.UTF-8");
    assert_true(terminal_unicode());
    set("LC_CTYPE", "C");
    assert_false(terminal_unicode());
    set("LC_ALL", "nl_NL.utf8");
    assert_true(terminal_unicode());
    set("LC_ALL", "");
    assert_false(terminal_unicode());
}

static void check_plot(const struct picture_scale *scale, struct plot_look look, size_t drawn,
                       const char *wanted) {
    struct buffer out = {0};
    assert_int_equal(plot_scale(scale, &look, &out), drawn);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes, wanted);
    buffer_free(&out);
}

static struct picture_scale scale_of(size_t people, size_t days) {
    struct picture_scale scale;
    memset(&scale, 0, sizeof scale);
    memset(scale.halves, PICTURE_NO_FIGURE, sizeof scale.halves);
    scale.people_count = people;
    scale.day_count = days;
    for (size_t i = 0; i < days; i++)
        scale.days[i] = date_plus_days((struct date){2025, 12, 30}, (long)i);
    return scale;
}

static void test_plot(void **state) {
    (void)state;
    struct picture_scale scale = scale_of(2, 3);
    scale.halves[0][0] = 20;
    scale.halves[1][0] = 20;
    scale.halves[0][1] = 0;
    scale.halves[1][1] = 1;
    scale.halves[1][2] = 15;
    check_plot(&scale, (struct plot_look){80, false}, 3,
               "  10 | ox\n"
               "     |\n"
               "   8 |\n"
               "     |               x'\n"
               "   6 |\n"
               "     |\n"
               "   4 |\n"
               "     |\n"
               "   2 |\n"
               "     |\n"
               "   0 |        ox'\n"
               "     +---------------------\n"
               "       30 Dec 31 Dec 1 Jan\n"
               "       2025          2026\n");
    check_plot(&scale, (struct plot_look){20, true}, 1,
               "  10 ┤\n"
               "     │\n"
               "   8 ┤\n"
               "     │ ■½\n"
               "   6 ┤\n"
               "     │\n"
               "   4 ┤\n"
               "     │\n"
               "   2 ┤\n"
               "     │\n"
               "   0 ┤\n"
               "     └───────\n"
               "       1 Jan\n"
               "       2026\n");
}

// Twelve people with a half on one day: each mark stands there, and no line is too wide.
static void test_crowd(void **state) {
    (void)state;
    struct picture_scale scale = scale_of(PICTURE_MOST_PEOPLE, PICTURE_MOST_DAYS);
    for (size_t i = 0; i < PICTURE_MOST_PEOPLE; i++)
        scale.halves[i][PICTURE_MOST_DAYS - 1] = 11;
    for (int columns = 40; columns <= 200; columns++) {
        struct buffer out = {0};
        size_t drawn = plot_scale(&scale, &(struct plot_look){columns, true}, &out);
        assert_true(drawn >= 1 && drawn <= PICTURE_MOST_DAYS);
        const char *line = out.bytes;
        size_t marks = 0;
        for (size_t i = 0; i < out.length; i++) {
            if (out.bytes[i] != '\n')
                continue;
            struct text text = {line, (size_t)(out.bytes + i - line)};
            assert_true(wrap_width(text) <= columns);
            assert_true(text.length == 0 || text.bytes[text.length - 1] != ' ');
            line = out.bytes + i + 1;
        }
        buffer_add_char(&out, '\0');
        for (size_t i = 0; i < PICTURE_MOST_PEOPLE; i++)
            marks += strstr(out.bytes, plot_mark(i, true)) != NULL;
        assert_int_equal(marks, PICTURE_MOST_PEOPLE);
        buffer_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrap), cmocka_unit_test(test_columns), cmocka_unit_test(test_unicode),
        cmocka_unit_test(test_plot), cmocka_unit_test(test_crowd),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
