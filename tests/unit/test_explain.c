// SPDX-License-Identifier: EUPL-1.2
// Tests of rules explained and listed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/report/report.h"

static struct buffer out;

static int end(void **state) {
    (void)state;
    buffer_free(&out);
    out = (struct buffer){0};
    return 0;
}

static const char *explain(const char *id, enum report_format format, enum language language) {
    const struct report_options options = {.format = format, .language = language};
    int rule = rule_named(text_of(id));
    assert_true(rule >= 0);
    buffer_clear(&out);
    report_explain(&options, rule, &out);
    assert_false(out.failed);
    buffer_add_char(&out, '\0');
    return out.bytes;
}

static void test_explain(void **state) {
    (void)state;
    const char *text = explain("OP-17", REPORT_TEXT, LANGUAGE_ENGLISH);
    assert_int_equal(strncmp(text,
                             "OP-17  Every action says who does what, and when\n"
                             "    error, from phase 4; source: KW §5.1 Actie\n"
                             "Why:\n    An action without",
                             117),
                     0);
    const char *bad = strstr(text, "\nNot good:\n    doelen:\n      - id: rekeningen\n");
    const char *good = strstr(text, "\nGood:\n    doelen:\n");
    assert_true(bad && good && bad < good);
    assert_int_equal(out.bytes[out.length - 2], '\n');
}

static void test_language(void **state) {
    (void)state;
    assert_non_null(strstr(explain("OP-17", REPORT_TEXT, LANGUAGE_DUTCH), "wie wat doet"));
}

static void test_always_and_beyond(void **state) {
    (void)state;
    assert_non_null(
        strstr(explain("FMT-07", REPORT_TEXT, LANGUAGE_ENGLISH), "\n    error; source: format\n"));
    assert_non_null(strstr(explain("OP-23", REPORT_TEXT, LANGUAGE_ENGLISH),
                           "(goes beyond the sources of the method)\n"));
}

// Explanations are wrapped, examples are not; nothing harms a terminal.
static void test_every_rule(void **state) {
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++)
        for (int language = 0; language < 2; language++) {
            explain(rules[i].id, REPORT_TEXT, (enum language)language);
            const char *why = strstr(out.bytes, "Why:\n");
            assert_non_null(why);
            for (const char *line = why; strncmp(line, "Not good:", 9) != 0;) {
                const char *next = strchr(line, '\n') + 1;
                assert_true(utf8_count(line, (size_t)(next - line)) <= 81);
                assert_true(next[-2] != ' ');
                line = next;
            }
            for (const char *c = out.bytes; *c; c++)
                assert_true((unsigned char)*c >= 0x20 || *c == '\n');
        }
}

// What is explained point by point, and an example that needs a local framework.
static void test_points_and_framework(void **state) {
    (void)state;
    const char *text = explain("SY-08", REPORT_TEXT, LANGUAGE_ENGLISH);
    assert_non_null(strstr(text, "\n    - Vulnerable: somebody keeps away from help"));
    assert_non_null(strstr(text, "\n    - Very vulnerable: there are few people to lean on.\n"));
    assert_non_null(strstr(text, "\n      does not change that.\n"));
    assert_non_null(strstr(text, "    soort: kader\n    naam: polderdorp\n"));
    assert_non_null(strstr(text, "\nand in the plan:\n    kader: polderdorp\n"));
    text = explain("SY-08", REPORT_JSON, LANGUAGE_ENGLISH);
    assert_non_null(strstr(text, "\"points\":[\"Vulnerable: "));
    assert_non_null(strstr(text, "\"framework\":\"g1p: 1\\nsoort: kader\\n"));
    assert_null(strstr(explain("OP-17", REPORT_JSON, LANGUAGE_ENGLISH), "\"points\""));
}

static void test_json(void **state) {
    (void)state;
    const char *text = explain("OP-23", REPORT_JSON, LANGUAGE_ENGLISH);
    assert_int_equal(
        strncmp(text,
                "{\"rule\":\"OP-23\",\"severity\":\"info\",\"from\":\"4\",\"until\":\"\",\"title\":"
                "\"The household agrees with the plan\",\"source\":\"KW §5; KR §2\","
                "\"beyondSources\":true,\"why\":\"The plan is made",
                160),
        0);
    assert_non_null(strstr(text, "\"examples\":[{\"judgement\":\"bad\",\"phase\":\"voortgang\","
                                 "\"text\":\"vastgesteld: 2026-05-12\\n\"}"));
    // In json the commas and the end of the array are report_explain_all's; jsonl ends its line.
    assert_string_equal(text + strlen(text) - 3, "}]}");
    size_t length = strlen(text);
    char object[32768];
    assert_true(length < sizeof object);
    memcpy(object, text, length + 1);
    const char *line = explain("OP-23", REPORT_JSONL, LANGUAGE_ENGLISH);
    assert_int_equal(strncmp(line, object, length), 0);
    assert_string_equal(line + length, "\n");
}

static unsigned count_of(const char *what) {
    unsigned count = 0;
    for (const char *at = out.bytes; (at = strstr(at, what)); at++)
        count++;
    return count;
}

static void list(enum report_format format) {
    const struct report_options options = {.format = format};
    buffer_clear(&out);
    report_list_rules(&options, &out);
    assert_false(out.failed);
    buffer_add_char(&out, '\0');
}

static void test_list(void **state) {
    (void)state;
    list(REPORT_TEXT);
    assert_int_equal(count_of("\n"), RULE_COUNT);
    assert_int_equal(
        strncmp(out.bytes, "FMT-01  error             The file can be read as plain YAML\n", 61),
        0);
    assert_non_null(strstr(out.bytes, "\nOP-04   warning       3b  Every strength"));
    for (int i = 1; i < RULE_COUNT; i++) {
        char line[16];
        snprintf(line, sizeof line, "\n%s ", rules[i].id);
        assert_int_equal(count_of(line), 1);
    }
}

static void test_list_json(void **state) {
    (void)state;
    list(REPORT_JSON);
    assert_int_equal(strncmp(out.bytes, "[{\"rule\":\"FMT-01\",", 18), 0);
    assert_int_equal(count_of("},\n{\"rule\":"), RULE_COUNT - 1);
    assert_string_equal(out.bytes + out.length - 4, "}]\n");
    assert_int_equal(count_of("\"why\""), 0);
    list(REPORT_JSONL);
    assert_int_equal(strncmp(out.bytes, "{\"rule\":\"FMT-01\",", 17), 0);
    assert_int_equal(count_of("}\n"), RULE_COUNT);
}

int main(void) {
#define TEST(function) cmocka_unit_test_teardown(function, end)
    const struct CMUnitTest tests[] = {
        TEST(test_explain),
        TEST(test_language),
        TEST(test_always_and_beyond),
        TEST(test_every_rule),
        TEST(test_json),
        TEST(test_list),
        TEST(test_list_json),
        TEST(test_points_and_framework),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
