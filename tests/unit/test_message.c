// SPDX-License-Identifier: EUPL-1.2
// Tests of findings put into words, and of bytes as lines and columns.
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

static const char *message(const struct finding *finding, bool excerpts) {
    buffer_clear(&out);
    report_message(&out, finding, LANGUAGE_ENGLISH, excerpts);
    buffer_add_char(&out, '\0');
    return out.bytes;
}

static int end_both(void **state) {
    buffer_free(&out);
    out = (struct buffer){0};
    return end(state);
}

static void test_no_arguments(void **state) {
    (void)state;
    const struct finding finding = {.melding = MELDING_FMT_01_GEEN_UTF8};
    assert_string_equal(message(&finding, true), meldingen[MELDING_FMT_01_GEEN_UTF8].text[0]);
    assert_null(strchr(message(&finding, false), '{'));
}

static void test_open_arguments(void **state) {
    (void)state;
    const struct finding finding = {
        .melding = MELDING_FMT_04_ONBEKEND_BEDOELD,
        .arguments = {{TEXT("sane"), ARGUMENT_OPEN}, {TEXT("sanne"), ARGUMENT_OPEN}}};
    assert_string_equal(message(&finding, false),
                        "`sane` is not known in this plan. Is `sanne` meant?");
    assert_string_equal(message(&finding, true),
                        "`sane` is not known in this plan. Is `sanne` meant?");
}

// One argument may stand in a message more than once; in Dutch and English alike.
static void test_languages(void **state) {
    (void)state;
    const struct finding finding = {.melding = MELDING_OP_19_DOEL,
                                    .arguments = {{TEXT("slapen"), ARGUMENT_OPEN}}};
    for (int language = 0; language < 2; language++) {
        buffer_clear(&out);
        report_message(&out, &finding, (enum language)language, false);
        buffer_add_char(&out, '\0');
        const char *first = strstr(out.bytes, "slapen");
        assert_non_null(first);
        assert_non_null(strstr(first + 1, "slapen"));
        assert_null(strchr(out.bytes, '{'));
    }
}

static const struct finding secret = {.melding = MELDING_FMT_02_DATUM,
                                      .arguments = {{TEXT("de dag na\n\tkerst"), ARGUMENT_SECRET}}};

static void test_secrets(void **state) {
    (void)state;
    assert_null(strstr(message(&secret, false), "kerst"));
    assert_non_null(strstr(message(&secret, false), "“…”"));
    // At the terminal: on one line.
    assert_non_null(strstr(message(&secret, true), "“de dag na  kerst”"));
}

static void test_long_and_empty_secrets(void **state) {
    (void)state;
    struct finding finding = secret;
    struct buffer words = {0};
    for (int i = 0; i < 100; i++)
        buffer_add_string(&words, "é");
    finding.arguments[0].text = buffer_text(&words);
    message(&finding, true);
    const char *first = strstr(out.bytes, "é");
    int count = 0;
    for (; strncmp(first, "é", 2) == 0; first += 2)
        count++;
    assert_int_equal(count, 60);
    assert_int_equal(strncmp(first, "…”", 6), 0);
    buffer_free(&words);
    finding.arguments[0].text = TEXT("");
    assert_non_null(strstr(message(&finding, true), "“…”"));
}

// What stands in the message as an argument is not looked at as a message.
static void test_no_second_filling(void **state) {
    (void)state;
    const struct finding finding = {
        .melding = MELDING_FMT_04_ONBEKEND_BEDOELD,
        .arguments = {{TEXT("{2}"), ARGUMENT_OPEN}, {TEXT("x"), ARGUMENT_OPEN}}};
    assert_string_equal(message(&finding, false), "`{2}` is not known in this plan. Is `x` meant?");
}

static void check_place(struct report_places *places, uint32_t start, uint32_t end,
                        const char *expected) {
    const struct finding finding = {.start = start, .end = end};
    struct report_place place = report_place(places, &finding);
    buffer_clear(&out);
    buffer_format(&out, "%u:%u-%u:%u", place.start.line, place.start.column, place.end.line,
                  place.end.column);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes, expected);
}

static void test_places(void **state) {
    (void)state;
    struct report_places places = report_places(TEXT("a: b\né: üö\n\nc"));
    check_place(&places, 0, 1, "1:1-1:2");
    check_place(&places, 0, 4, "1:1-1:5");
    check_place(&places, 3, 4, "1:4-1:5"); // inside the one before
    check_place(&places, 5, 7, "2:1-2:2"); // é is two bytes and one character
    check_place(&places, 5, 12, "2:1-2:6");
    check_place(&places, 9, 11, "2:4-2:5");
    check_place(&places, 9, 16, "2:4-4:2");
    check_place(&places, 16, 16, "4:2-4:2");
}

static void test_places_with_a_mark(void **state) {
    (void)state;
    struct report_places places = report_places(TEXT("\xEF\xBB\xBFg1p: 1\r\nb: c\r\n"));
    check_place(&places, 0, 0, "1:1-1:1");
    check_place(&places, 3, 6, "1:1-1:4");
    check_place(&places, 11, 12, "2:1-2:2");
}

// A line of 5 MB costs its bytes once, however many findings are on it.
static void test_long_line(void **state) {
    (void)state;
    enum { LENGTH = 5000000 };
    struct buffer line = {0};
    for (int i = 0; i < LENGTH / 10; i++)
        buffer_add_string(&line, "abcdefghij");
    struct report_places places = report_places(buffer_text(&line));
    for (uint32_t i = 0; i < FINDINGS_MOST; i++) {
        const struct finding finding = {.start = 4990000 + i * 4, .end = 4990002 + i * 4};
        assert_int_equal(report_place(&places, &finding).end.column, finding.end + 1);
    }
    buffer_free(&line);
}

static void test_counts(void **state) {
    (void)state;
    struct report_counts counts = {.worst = -1};
    struct report_options options = {.format = REPORT_JSONL, .lowest = SEVERITY_ADVIES};
    struct buffer findings = {0};
    checking_family(&checking, "OP-");
    assert_int_equal(checking_plan(&checking, "startoverleg", "krachten: [{wie: bo}]\n"), 0);
    report_file(&options, "a.yaml", &checking.result, &findings, &out, &counts);
    assert_int_equal(counts.shown[SEVERITY_ADVIES], 1);
    assert_int_equal(counts.shown[SEVERITY_WAARSCHUWING], 2);
    assert_int_equal(counts.shown[SEVERITY_FOUT], 4);
    assert_int_equal(counts.worst, SEVERITY_FOUT);
    // Counts add up over files; what is not shown counts for the worst all the same.
    options.lowest = SEVERITY_FOUT;
    checking_only(&checking, (enum rule)rule_named(TEXT("OP-04")));
    assert_int_equal(checking_run(&checking), 0);
    report_file(&options, "a.yaml", &checking.result, &findings, &out, &counts);
    assert_int_equal(counts.shown[SEVERITY_WAARSCHUWING], 2);
    assert_int_equal(counts.shown[SEVERITY_FOUT], 4);
    struct report_counts alone = {.worst = -1};
    report_file(&options, "a.yaml", &checking.result, &findings, &out, &alone);
    assert_int_equal(alone.worst, SEVERITY_WAARSCHUWING);
    assert_int_equal(alone.shown[SEVERITY_WAARSCHUWING], 0);
    buffer_free(&findings);
}

static void test_severity_words(void **state) {
    (void)state;
    assert_string_equal(report_severities[SEVERITY_ADVIES], "info");
    assert_string_equal(report_severities[SEVERITY_WAARSCHUWING], "warning");
    assert_string_equal(report_severities[SEVERITY_FOUT], "error");
}

// Every message has the same placeholders in both languages.
static void test_placeholders_agree(void **state) {
    (void)state;
    for (int i = 0; i < MELDING_COUNT; i++)
        for (char digit = '1'; digit <= '3'; digit++) {
            const char mark[] = {'{', digit, '}', '\0'};
            bool english = strstr(meldingen[i].text[LANGUAGE_ENGLISH], mark) != NULL;
            bool dutch = strstr(meldingen[i].text[LANGUAGE_DUTCH], mark) != NULL;
            assert_int_equal(english, dutch);
        }
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end_both)
    const struct CMUnitTest tests[] = {
        TEST(test_no_arguments), TEST(test_open_arguments),         TEST(test_languages),
        TEST(test_secrets),      TEST(test_long_and_empty_secrets), TEST(test_no_second_filling),
        TEST(test_places),       TEST(test_places_with_a_mark),     TEST(test_long_line),
        TEST(test_counts),       TEST(test_severity_words),         TEST(test_placeholders_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
