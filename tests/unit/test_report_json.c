// SPDX-License-Identifier: EUPL-1.2
// Tests of the formats for machines: jsonl and json.
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

static struct buffer findings;
static struct buffer file;

static int end_all(void **state) {
    buffer_free(&findings);
    buffer_free(&file);
    findings = file = (struct buffer){0};
    return end(state);
}

static void report(enum report_format format, const char *name) {
    const struct report_options options = {.format = format};
    struct report_counts counts = {.worst = -1};
    buffer_clear(&findings);
    buffer_clear(&file);
    report_file(&options, name, &checking.result, &findings, &file, &counts);
    buffer_add_char(&findings, '\0');
    buffer_add_char(&file, '\0');
}

static void find(const char *rule, const char *rest) {
    checking_only(&checking, (enum rule)rule_named(text_of(rule)));
    assert_int_equal(checking_plan(&checking, "startoverleg", rest), 0);
}

static void test_clean(void **state) {
    (void)state;
    find("FMT-07", "");
    report(REPORT_JSONL, "a.yaml");
    assert_string_equal(findings.bytes, "");
    assert_string_equal(file.bytes,
                        "{\"type\":\"file\",\"file\":\"a.yaml\",\"kind\":\"plan\",\"phase\":"
                        "\"startoverleg\",\"kader\":null,\"findings\":{\"error\":0,\"warning\":0,"
                        "\"info\":0,\"excused\":0}}\n");
}

static void test_finding(void **state) {
    (void)state;
    const struct plan_kader kader = {.naam.text = TEXT("gouda")};
    find("FMT-07", "kader: leiden\nzorgen:\n  - wie: bo\n    cit\xC3\xA4"
                   "at: x\n");
    checking.result.kader = &kader; // that was applied
    report(REPORT_JSONL, "a.yaml");
    assert_string_equal(findings.bytes,
                        "{\"type\":\"finding\",\"file\":\"a.yaml\",\"line\":8,\"column\":5,"
                        "\"endLine\":8,\"endColumn\":11,\"rule\":\"FMT-07\",\"severity\":\"error\","
                        "\"message\":\"We do not know the field `cit\xC3\xA4"
                        "at` here. Is `citaat` "
                        "meant?\",\"path\":\"/zorgen/0\"}\n");
    assert_non_null(strstr(file.bytes, "\"kader\":\"gouda\",\"findings\":{\"error\":1,"));
}

static void test_paths(void **state) {
    (void)state;
    static const struct {
        const char *rule;
        const char *rest;
        const char *path;
    } cases[] = {
        {"FMT-02", "opgesteld: gisteren\n", "\"path\":\"/opgesteld\"}"},
        {"FMT-02", "zorgen: [{}, {status: weg}]\n", "\"path\":\"/zorgen/1/status\"}"},
        {"FMT-02", "huishouden: {naam: F}\n", "\"path\":\"/huishouden\"}"},
        {"FMT-03", "kader: a\nkader: b\n", "\"path\":\"\"}"},
        {"FMT-07", "\"a/b~c\": {}\n", "\"path\":\"\"}"},
        {"FMT-01", "kader: \"a\n", "\"path\":\"\"}"},
        {"OP-02", "", "\"path\":\"\"}"},
        {"OP-02", "krachten:\n", "\"path\":\"/krachten\"}"},
        {"OP-03", "krachten:\n  - citaat: x\n", "\"path\":\"/krachten/0\"}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        find(cases[i].rule, cases[i].rest);
        report(REPORT_JSONL, "a");
        if (!strstr(findings.bytes, cases[i].path))
            print_error("%s not in %s\n", cases[i].path, findings.bytes);
        assert_non_null(strstr(findings.bytes, cases[i].path));
    }
}

// json is made of the same objects, without what says which is which.
static void test_json(void **state) {
    (void)state;
    find("OP-04", "krachten:\n  - wie: bo\n");
    report(REPORT_JSON, "a");
    assert_int_equal(strncmp(findings.bytes, "{\"file\":\"a\",\"line\":6,", 21), 0);
    assert_non_null(strstr(findings.bytes, "\"path\":\"/krachten/0\"},\n{\"file\":\"a\","));
    assert_int_equal(findings.bytes[findings.length - 2], '}');
    assert_int_equal(strncmp(file.bytes, "{\"file\":\"a\",\"kind\":\"plan\",", 26), 0);
    assert_int_equal(file.bytes[file.length - 2], '}');
}

static void test_severities(void **state) {
    (void)state;
    find("OP-04", "krachten:\n  - wie: bo\n");
    report(REPORT_JSONL, "a");
    assert_non_null(strstr(findings.bytes, "\"severity\":\"warning\""));
    assert_non_null(strstr(findings.bytes, "\"severity\":\"info\""));
    assert_non_null(strstr(file.bytes, "{\"error\":0,\"warning\":1,\"info\":1,\"excused\":0}"));
}

// No words of the plan, unless they have the shape of an id and stand where one belongs.
static void test_secrets(void **state) {
    (void)state;
    assert_int_equal(checking_plan(&checking, "overmorgen misschien",
                                   "kader: Het geheime kader\nopgesteld: geheim\n"
                                   "\"het is geheim\": {geheim: 1, geheim: 2}\n"),
                     0);
    report(REPORT_JSONL, "a");
    assert_null(strstr(findings.bytes, "geheim"));
    assert_null(strstr(findings.bytes, "overmorgen"));
    assert_non_null(strstr(file.bytes, "\"phase\":null,\"kader\":null,"));
}

static void test_strange_names(void **state) {
    (void)state;
    find("OP-02", "");
    report(REPORT_JSONL, "a \"b\"\n\\\x01.yaml");
    assert_non_null(strstr(file.bytes, "\"file\":\"a \\\"b\\\"\\n\\\\\\u0001.yaml\""));
}

static void test_unlisted(void **state) {
    (void)state;
    struct buffer rest = {0};
    for (int i = 0; i < 600; i++)
        buffer_format(&rest, "hobby_nummer_%d: x\n", i);
    buffer_add_char(&rest, '\0');
    find("FMT-07", rest.bytes);
    report(REPORT_JSONL, "a");
    assert_non_null(strstr(file.bytes, "\"excused\":0},\"unlisted\":100}\n"));
    buffer_free(&rest);
}

static const char excuse[] = "hobby: x\nuitzonderingen:\n  - {regel: FMT-07, reden: Zo oud, door: "
                             "bo, datum: 2026-01-01}\n";

static void report_excused(struct report_options options) {
    struct report_counts counts = {.worst = -1};
    buffer_clear(&findings);
    buffer_clear(&file);
    options.format = REPORT_JSONL;
    report_file(&options, "a", &checking.result, &findings, &file, &counts);
    buffer_add_char(&findings, '\0');
    buffer_add_char(&file, '\0');
    assert_int_equal(counts.excused, 1);
    assert_int_equal(counts.worst, -1);
    assert_non_null(strstr(file.bytes, "{\"error\":0,\"warning\":0,\"info\":0,\"excused\":1}}"));
}

static void test_excused(void **state) {
    (void)state;
    find("FMT-07", excuse);
    report_excused((struct report_options){.excerpts = true});
    assert_string_equal(findings.bytes, "");
    report_excused((struct report_options){.show_excused = true});
    assert_non_null(strstr(findings.bytes, "\"path\":\"\",\"excused\":true}\n"));
    report_excused((struct report_options){.show_excused = true, .excerpts = true});
    assert_non_null(strstr(findings.bytes, "\"excused\":true,\"reason\":\"Zo oud\"}\n"));
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end_all)
    const struct CMUnitTest tests[] = {
        TEST(test_excused), TEST(test_clean),         TEST(test_finding),
        TEST(test_paths),   TEST(test_json),          TEST(test_severities),
        TEST(test_secrets), TEST(test_strange_names), TEST(test_unlisted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
