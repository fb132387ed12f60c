// SPDX-License-Identifier: EUPL-1.2
// Tests of the formats for people and editors: text and gcc.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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

static struct buffer out;

static int end_both(void **state) {
    buffer_free(&out);
    out = (struct buffer){0};
    return end(state);
}

static const char *report(const struct report_options *options, const char *name) {
    buffer_clear(&out);
    report_file_text(options, name, &checking.result, &out);
    buffer_add_char(&out, '\0');
    return out.bytes;
}

static void find(const char *rule, const char *rest) {
    checking_only(&checking, (enum rule)rule_named(text_of(rule)));
    assert_int_equal(checking_plan(&checking, "startoverleg", rest), 0);
}

static void test_plain(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT};
    find("OP-04", "krachten:\n  - wie: bo\n");
    report(&options, "a b.yaml");
    assert_int_equal(strncmp(out.bytes, "a b.yaml:6:5: warning: This strength does not say", 49),
                     0);
    assert_non_null(strstr(out.bytes, " [OP-04]\na b.yaml:6:5: advice: "));
}

static void test_gcc(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_GCC, .excerpts = true};
    find("OP-04", "krachten:\n  - wie: bo\n");
    report(&options, "a.yaml");
    assert_non_null(strstr(out.bytes, "a.yaml:6:5: warning: "));
    assert_non_null(strstr(out.bytes, "a.yaml:6:5: note: "));
    assert_null(strstr(out.bytes, " | ")); // one line each
}

static void test_lowest(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .lowest = SEVERITY_FOUT};
    find("OP-04", "krachten:\n  - wie: bo\n");
    assert_string_equal(report(&options, "a"), "");
}

static void test_excerpts(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .excerpts = true};
    find("FMT-02", "opgesteld: gisteren\n");
    assert_string_equal(report(&options, "a"), "a:5:12: error: “gisteren” is not a date of the cale"
                                               "ndar. Write the year first, then the month, then "
                                               "the day, like `2026-03-12`. [FMT-02]\n"
                                               "     5 | opgesteld: gisteren\n"
                                               "       |            ^^^^^^^^\n");
}

// The caret stands below the character, however wide the ones before it are.
static void test_carets(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .excerpts = true};
    find("FMT-07", "aanleiding: {citaat: \"\xC3\xA9\xE6\x97\xA5\", hobby: x}\n");
    assert_non_null(strstr(report(&options, "a"),
                           "     5 | aanleiding: {citaat: \"\xC3\xA9\xE6\x97\xA5\", hobby: x}\n"
                           "       |                             ^^^^^\n"));
    find("FMT-03", "kader: a\r\nkader: b\r\n");
    assert_non_null(strstr(report(&options, "a"), "     6 | kader: b\n       | ^^^^^\n"));
}

static void test_long_lines(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .excerpts = true};
    struct buffer rest = {0};
    buffer_add_string(&rest, "aanleiding: {citaat: \"");
    for (int i = 0; i < 300; i++)
        buffer_add_string(&rest, i % 10 ? "\xC3\xB6" : "0");
    buffer_add_string(&rest, "\", hobby: x}\n");
    buffer_add_char(&rest, '\0');
    find("FMT-07", rest.bytes);
    const char *excerpt = strstr(report(&options, "a"), "     5 | ");
    assert_non_null(excerpt);
    const char *caret = strstr(excerpt, "\n       | ");
    assert_int_equal(strncmp(caret + 10 + 40, "^^^^^\n", 6), 0);
    assert_int_equal(strspn(caret + 10, " "), 40);
    assert_non_null(strstr(excerpt, ", hobby: x}\n"));
    buffer_free(&rest);
}

// What is marked beyond the part shown: at least one caret, and none beyond.
static void test_mark_beyond_the_line(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .excerpts = true};
    struct buffer rest = {0};
    buffer_add_string(&rest, "opgesteld: \"");
    for (int i = 0; i < 200; i++)
        buffer_add_char(&rest, 'x');
    buffer_add_string(&rest, "\"\n");
    buffer_add_char(&rest, '\0');
    find("FMT-02", rest.bytes);
    const char *caret = strstr(report(&options, "a"), "\n       | ");
    assert_non_null(caret);
    assert_int_equal(strspn(caret + 10, " "), 11);
    assert_int_equal(strspn(caret + 10 + 11, "^"), 76 - 11);
    buffer_free(&rest);
}

// A control character does no harm to a terminal, in a plan or in a name.
static void test_control_characters(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .excerpts = true};
    find("FMT-01", "kader: a\x1B[31mb\n");
    report(&options, "a\n\x1B[1m.yaml");
    assert_null(strchr(out.bytes, '\x1B'));
    assert_int_equal(strncmp(out.bytes, "a??[1m.yaml:5:9: ", 17), 0);
    assert_non_null(strstr(out.bytes, "     5 | kader: a?[31mb\n       |         ^\n"));
    find("FMT-01", "kader: a\xFF b\xC2\x9B\n");
    assert_non_null(strstr(report(&options, "a"), "     5 | kader: a? b?\n       |         ^\n"));
}

static void test_no_line(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .excerpts = true};
    assert_int_equal(checking_file(&checking, ""), 0);
    assert_non_null(strstr(report(&options, "a"), "     1 | \n       | ^\n"));
}

static void test_secrets(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT};
    checking.options.all_phases = true;
    assert_int_equal(checking_plan(&checking, "voortgang",
                                   "opgesteld: geheim\ngeheim: geheim\nkader: [geheim]\n"
                                   "aanleiding: {wie: geheim}\nbasiszorg_en_veiligheid:\n"
                                   "  zorgen: geheim\ndoelen:\n- id: Geheim geheim\n"),
                     0);
    assert_true(checking.result.findings.count > 8);
    assert_null(strstr(report(&options, "a"), "eheim"));
}

static void test_colour(void **state) {
    (void)state;
    const struct report_options options = {.format = REPORT_TEXT, .colour = true, .excerpts = true};
    find("FMT-03", "kader: a\nkader: b\n");
    report(&options, "a");
    assert_int_equal(strncmp(out.bytes, "\033[1ma:6:1:\033[0m \033[31merror\033[0m: ", 29), 0);
    assert_non_null(strstr(out.bytes, "       | \033[31m^^^^^\033[0m\n"));
}

// With the reason only where what the plan says may be shown; on one line.
static void test_excused(void **state) {
    (void)state;
    struct report_options options = {.format = REPORT_GCC};
    find("FMT-07", "hobby: x\nuitzonderingen:\n  - {regel: FMT-07, reden: \"  Zo\\noud\", door: "
                   "bo, datum: 2026-01-01}\n");
    report(&options, "a");
    assert_string_equal(out.bytes, "");
    options.show_excused = true;
    report(&options, "a");
    assert_non_null(strstr(out.bytes, " [FMT-07] (excused)\n"));
    options.excerpts = true;
    report(&options, "a");
    assert_non_null(strstr(out.bytes, " [FMT-07] (excused: Zo oud)\n"));
}

static void check_summary(const struct report_counts *counts, unsigned long files,
                          enum report_format format, const char *expected) {
    const struct report_options options = {.format = format};
    buffer_clear(&out);
    report_summary(&options, files, counts, &out);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes, expected);
}

static void test_summary(void **state) {
    (void)state;
    const struct report_counts none = {.worst = -1};
    const struct report_counts one = {.shown = {1, 1, 1}, .worst = SEVERITY_FOUT};
    const struct report_counts more = {.shown = {2, 0, 30}, .worst = SEVERITY_FOUT};
    check_summary(&none, 0, REPORT_TEXT, "");
    check_summary(&none, 1, REPORT_TEXT, "1 plan checked: nothing to report.\n");
    check_summary(&one, 1, REPORT_TEXT, "1 plan checked: 1 error, 1 warning, 1 piece of advice.\n");
    check_summary(&more, 12, REPORT_TEXT,
                  "12 plans checked: 30 errors, 0 warnings, 2 pieces of advice.\n");
    check_summary(&(struct report_counts){.excused = 2, .known = 1}, 3, REPORT_TEXT,
                  "3 plans checked: nothing new, 1 known, 2 excused.\n");
    check_summary(&(struct report_counts){.shown = {0, 1, 0}, .excused = 2, .others = 1}, 3,
                  REPORT_TEXT,
                  "3 files checked: 0 errors, 1 warning, 0 pieces of advice, 2 excused.\n");
    check_summary(&more, 12, REPORT_GCC, "");
    check_summary(&more, 12, REPORT_JSONL, "");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end_both)
    const struct CMUnitTest tests[] = {
        TEST(test_plain),
        TEST(test_gcc),
        TEST(test_lowest),
        TEST(test_excerpts),
        TEST(test_carets),
        TEST(test_long_lines),
        TEST(test_mark_beyond_the_line),
        TEST(test_control_characters),
        TEST(test_no_line),
        TEST(test_secrets),
        TEST(test_colour),
        TEST(test_summary),
        TEST(test_excused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
