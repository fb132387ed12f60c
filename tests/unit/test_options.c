// SPDX-License-Identifier: EUPL-1.2
// Tests of the options and the help page.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/buffer.h"
#include "lib/base/options.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/base/words.h"

enum { FILES_FROM = OPTIONS_LONG_ONLY, HIDDEN };

static const struct option_row rows[] = {
    {'f', "format", N_("FORM"), N_("how to show the findings: text, gcc, json, jsonl, junit, tap")},
    {FILES_FROM, "files-from", N_("FILE"), N_("read the paths from FILE")},
    {'o', "output", N_("FILE"), N_("write to FILE")},
    {'q', "quiet", NULL, N_("say nothing")},
    {'l', "files-with-findings-and-a-long-name", NULL, N_("names only")},
    {'0', NULL, NULL, N_("NUL between the paths")},
    {'n', NULL, N_("COUNT"), N_("at most COUNT")},
    {HIDDEN, "hidden", NULL, NULL},
    OPTIONS_HELP_AND_VERSION,
};

// Reads the arguments and writes down what came: "q", "o=FILE", "[operand]", "!message".
static void check_reading(const char *const *arguments, const char *expected) {
    char *argv[16] = {(char *)(uintptr_t) "g1p-test"};
    int argc = 1;
    for (; arguments[argc - 1]; argc++)
        argv[argc] = (char *)(uintptr_t)arguments[argc - 1];
    struct options options;
    struct buffer seen = {0};
    int letter;
    options_begin(&options, rows, argc, argv);
    while ((letter = options_next(&options)) != OPTIONS_END) {
        if (letter == OPTIONS_WRONG) {
            buffer_format(&seen, "!%s ", options.message);
            continue;
        }
        if (letter == OPTIONS_OPERAND)
            buffer_format(&seen, "[%s] ", options.value);
        else if (letter >= OPTIONS_LONG_ONLY)
            buffer_format(&seen, "%d", letter - OPTIONS_LONG_ONLY);
        else
            buffer_add_char(&seen, (char)letter);
        if (letter != OPTIONS_OPERAND)
            buffer_format(&seen, options.value ? "=%s " : " ", options.value);
    }
    assert_int_equal(options_next(&options), OPTIONS_END);
    buffer_add_char(&seen, '\0');
    assert_string_equal(seen.bytes, expected);
    buffer_free(&seen);
}

#define CHECK(expected, ...) check_reading((const char *const[]){__VA_ARGS__, NULL}, expected)

static void test_reading(void **state) {
    (void)state;
    CHECK("q ", "-q");
    CHECK("[a] q [b] ", "a", "-q", "b");
    CHECK("l q o=x ", "-lqox");
    CHECK("o=x f=json ", "-o", "x", "--format=json");
    CHECK("0=list f=text [-] ", "--files-from", "list", "--format", "text", "-");
    CHECK("o=-q o= [] ", "-o", "-q", "--output=", "");
    CHECK("0 n=3 ", "-0n3");
    CHECK("1 h V ", "--hidden", "--help", "-V");
    check_reading((const char *const[]){NULL}, "");
}

static void test_end_of_options(void **state) {
    (void)state;
    CHECK("q [a] [-q] [--format] [--] ", "-q", "a", "--", "-q", "--format", "--");
    CHECK("", "--");
    CHECK("[a] ", "a", "--");
    CHECK("o=-- [--x] ", "-o", "--", "--", "--x");
}

static void test_shortened(void **state) {
    (void)state;
    CHECK("q o=x ", "--qui", "--out=x");
    CHECK("!option --f is not clear: it could be --format or --files-from ", "--f");
    CHECK("!option --file is not clear: it could be --files-from or "
          "--files-with-findings-and-a-long-name ",
          "--file=x");
}

static void test_wrong(void **state) {
    (void)state;
    CHECK("!unknown option --fromat; did you mean --format? q ", "--fromat", "-q");
    CHECK("!unknown option --fromat; did you mean --format? ", "--fromat=private words");
    CHECK("!unknown option --zzz; --help lists them all ", "--zzz");
    CHECK("!unknown option -x; --help lists them all q ", "-xq");
    CHECK("f=x !unknown option -z; --help lists them all ", "--format", "x", "-z");
}

static void test_arguments(void **state) {
    (void)state;
    CHECK("!option --output needs an argument: FILE ", "--output");
    CHECK("!option --output needs an argument: FILE ", "-o");
    CHECK("!option -n needs an argument: COUNT ", "-n");
    CHECK("!option --quiet takes no argument [a] ", "--quiet=1", "a");
}

static void test_hostile_names(void **state) {
    (void)state;
    CHECK("!unknown option --a?b; --help lists them all ", "--a\033b");
    CHECK("!unknown option --a?b; --help lists them all ", "--a\xff"
                                                           "b");
    char name[200];
    memset(name, 'x', sizeof name);
    memcpy(name, "--", 2);
    name[sizeof name - 1] = '\0';
    char expected[200];
    snprintf(expected, sizeof expected, "!unknown option %.60s\xe2\x80\xa6; --help lists them all ",
             name);
    CHECK(expected, name);
    CHECK("!unknown option; --help lists them all !unknown option; --help lists them all ",
          "-\xc3\xa9");
}

static void test_nearest(void **state) {
    (void)state;
    static const char *const verbs[] = {"status", "schaal", "teken", "begin"};
    assert_string_equal(options_nearest("schall", verbs, 4), "schaal");
    assert_string_equal(options_nearest("beign", verbs, 4), "begin");
    assert_string_equal(options_nearest("teken", verbs, 4), "teken");
    assert_null(options_nearest("export", verbs, 4));
    assert_null(options_nearest("", verbs, 4));
    assert_null(options_nearest("status", NULL, 0));
}

static char *page_text(const struct options_page *page) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    assert_non_null(out);
    options_help(page, out);
    assert_int_equal(fclose(out), 0);
    return bytes;
}

static void test_help(void **state) {
    (void)state;
    static const char *const usages[] = {"[OPTION]... PATH...", "--explain ID...", NULL};
    static const char *const examples[] = {"g1p-test plan.yaml", NULL};
    char *page = page_text(&(struct options_page){.command = "g1p-test",
                                                  .usages = usages,
                                                  .about = "Checks plans.",
                                                  .rows = rows,
                                                  .examples = examples,
                                                  .status = "Status 0: fine."});
    assert_string_equal(
        page, "Usage: g1p-test [OPTION]... PATH...\n"
              "       g1p-test --explain ID...\n"
              "\n"
              "Checks plans.\n"
              "\n"
              "Options:\n"
              "  -f, --format=FORM      how to show the findings: text, gcc, json, jsonl,\n"
              "                         junit, tap\n"
              "      --files-from=FILE  read the paths from FILE\n"
              "  -o, --output=FILE      write to FILE\n"
              "  -q, --quiet            say nothing\n"
              "  -l, --files-with-findings-and-a-long-name\n"
              "                         names only\n"
              "  -0                     NUL between the paths\n"
              "  -n COUNT               at most COUNT\n"
              "  -h, --help             show this help and stop\n"
              "  -V, --version          show the version and stop\n"
              "\n"
              "Examples:\n"
              "  g1p-test plan.yaml\n"
              "\n"
              "Status 0: fine.\n");
    free(page);
}

// Lines count columns, not bytes, and a word that is too long stands alone.
static void test_help_width(void **state) {
    (void)state;
    char about[2000] = "";
    for (int i = 0; i < 60; i++)
        strcat(about, i % 7 ? "\xc3\xab\xc3\xab\xc3\xab\xc3\xab " : "woord ");
    memset(about + strlen(about), 'x', 100);
    char *page = page_text(&(struct options_page){.command = "g1p-test", .about = about});
    for (char *line = strtok(page, "\n"); line; line = strtok(NULL, "\n")) {
        size_t columns = utf8_count(line, strlen(line));
        if (line[0] == 'x')
            assert_int_equal(columns, 100);
        else
            assert_in_range(columns, 1, 80);
    }
    free(page);
    page = page_text(&(struct options_page){.command = "g1p-test", .about = "a b\n\n c"});
    assert_string_equal(page, "\na b\n\nc\n");
    free(page);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading),    cmocka_unit_test(test_end_of_options),
        cmocka_unit_test(test_shortened),  cmocka_unit_test(test_wrong),
        cmocka_unit_test(test_arguments),  cmocka_unit_test(test_hostile_names),
        cmocka_unit_test(test_nearest),    cmocka_unit_test(test_help),
        cmocka_unit_test(test_help_width),
    };
    return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
