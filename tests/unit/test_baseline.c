// SPDX-License-Identifier: EUPL-1.2
// Tests of baselines: what they hold, what they know, and what is refused.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/report/baseline.h"
#include "tests/unit/checking.h"

static char folder[] = "/tmp/g1p-baseline-XXXXXX";
static struct checking checking;
static struct buffer lines;
static struct trouble trouble;
static struct baseline_part part;

static int begin(void **state) {
    (void)state;
    memcpy(strrchr(folder, '-') + 1, "XXXXXX", 6);
    checking_begin(&checking);
    lines = (struct buffer){0};
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    char command[64];
    checking_end(&checking);
    buffer_free(&lines);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void make_file(const char *name, const char *text, size_t length) {
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

// Checks a plan by FMT-07 (unknown fields) and OP-04 (since when a strength is there).
static void find(const char *rest) {
    for (int i = 0; i < RULE_COUNT; i++)
        checking.options.selected[i] =
            text_is(text_of(rules[i].id), "FMT-07") || text_is(text_of(rules[i].id), "OP-04");
    assert_int_equal(checking_plan(&checking, "startoverleg", rest), 0);
}

static void expect_lines(const char *expected) {
    struct text found = buffer_text(&lines);
    if (!text_is(found, expected))
        print_message("%.*s", (int)found.length, found.bytes);
    assert_true(text_is(found, expected));
}

static void add(const char *name) {
    assert_int_equal(baseline_add(text_of(name), &checking.arena, &checking.result, &lines), 0);
}

static struct baseline *open_text(const char *text) {
    make_file("b", text, strlen(text));
    return baseline_open("b", &trouble);
}

// Holds what was found last against a baseline.
static void apply(const char *text, const char *name) {
    struct baseline *baseline = open_text(text);
    assert_non_null(baseline);
    buffer_clear(&lines);
    assert_int_equal(baseline_apply(baseline, text_of(name), checking.options.selected,
                                    &checking.arena, &checking.result, &lines, &part),
                     0);
    baseline_close(baseline);
}

// Fields, ids where there are any, no text, and equal places counted together.
static void test_lines(void **state) {
    (void)state;
    find("hobby van moeder: x\nnog iets: y\n"
         "krachten:\n  - {citaat: Geheim, gevolg: g, wie: bo}\n  - {id: thuis, wie: bo, citaat: "
         "Geheim, gevolg: g}\n"
         "  - {wie: bo, citaat: Geheim, gevolg: g}\n  - {id: Niet Klein, wie: bo, citaat: Geheim, "
         "gevolg: g, lol: 1}\n");
    add("a%20b.yaml");
    expect_lines("FMT-07 - 2 a%20b.yaml\n"
                 "FMT-07 /krachten/* 1 a%20b.yaml\n"
                 "OP-04 /krachten/* 3 a%20b.yaml\n"
                 "OP-04 /krachten/thuis 1 a%20b.yaml\n");
}

static void test_names(void **state) {
    (void)state;
    baseline_name("/r", "/r/plannen", "a b%\n\x01\x7F\xC3\xA9\xFF.yaml", &lines);
    expect_lines("plannen/a%20b%25%0A%01%7F\xC3\xA9%FF.yaml");
    buffer_clear(&lines);
    baseline_name("/r/x", "/r", "-", &lines);
    expect_lines("../-");
}

static void test_write(void **state) {
    (void)state;
    struct stat status;
    unsigned long count;
    char got[256] = "";
    buffer_add_string(&lines, "OP-04 - 2 b\nFMT-07 - 1 b\nOP-04 - 2 b\nFMT-07 - 10 a\n");
    assert_int_equal(baseline_write("b", &lines, &count, &trouble), 0);
    assert_int_equal(count, 13);
    FILE *file = fopen("b", "r");
    assert_non_null(file);
    assert_true(fread(got, 1, sizeof got - 1, file) > 0);
    fclose(file);
    assert_string_equal(got, "g1p-baseline 1\nFMT-07 - 1 b\nFMT-07 - 10 a\nOP-04 - 2 b\n");
    assert_int_equal(stat("b", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    buffer_clear(&lines);
    assert_int_equal(baseline_write("b", &lines, &count, &trouble), 0);
    assert_int_equal(count, 0);
    assert_int_equal(baseline_write("none/b", &lines, &count, &trouble), -1);
    struct baseline *empty = baseline_open("b", &trouble);
    assert_non_null(empty);
    baseline_close(empty);
}

// A plan that stands where the file's name should be is not lost.
static void test_may_replace(void **state) {
    (void)state;
    make_file("b", "g1p: 1\n", 7);
    assert_int_equal(baseline_may_replace("b", &trouble), -1);
    make_file("b", "", 0);
    assert_int_equal(baseline_may_replace("b", &trouble), 0);
    make_file("b", "g1p-baseline 9\n", 15);
    assert_int_equal(baseline_may_replace("b", &trouble), 0);
    make_file("b", "g1p-base", 8);
    assert_int_equal(baseline_may_replace("b", &trouble), -1);
    assert_int_equal(baseline_may_replace("none", &trouble), 0);
}

// The first ones are known, what is beyond the number is new.
static void test_apply(void **state) {
    (void)state;
    find("krachten:\n  - {wie: bo, citaat: x, gevolg: g}\n  - {wie: bo, citaat: y, gevolg: g}\n  - "
         "{wie: bo, citaat: z, gevolg: g}\n");
    apply("g1p-baseline 1\nOP-04 /krachten/* 2 a\nOP-04 /krachten/* 3 b\n", "a");
    assert_int_equal(part.known, 2);
    assert_int_equal(part.stale, 0);
    assert_int_equal(part.worst, SEVERITY_ADVIES);
    assert_string_equal(checking_found(&checking), "8:6-9 OP-04.sinds ");
    expect_lines("OP-04 /krachten/* 2 a\n");
    // Another file is not known.
    find("hobby: x\n");
    apply("g1p-baseline 1\nFMT-07 - 2 a\n", "c");
    assert_int_equal(part.known + part.count, 0);
    assert_int_equal(checking.result.findings.count, 1);
}

// With other things before it, and at another place in the list, it is still the same.
static void test_moved(void **state) {
    (void)state;
    find("# een regel\n\nkrachten:\n  - {wie: bo, citaat: x, gevolg: g, sinds: 2020}\n"
         "  - {id: thuis, wie: bo, citaat: y, gevolg: g}\n");
    apply("g1p-baseline 1\nOP-04 /krachten/thuis 1 a\n", "a");
    assert_int_equal(part.known, 1);
    assert_int_equal(checking.result.findings.count, 0);
}

static void test_stale(void **state) {
    (void)state;
    static const char text[] = "g1p-baseline 1\nFMT-07 - 3 a\nOP-04 /krachten/* 2 a\n"
                               "OP-17 /doelen/x 4 a\nOP-98 - 1 a\nOP-04 - 9 b\n";
    find("hobby: x\n");
    apply(text, "a"); // OP-17 was not asked for, OP-98 is not there: they say nothing
    assert_int_equal(part.known, 1);
    assert_int_equal(part.stale, 4);
    expect_lines("FMT-07 - 1 a\nOP-98 - 1 a\nOP-17 /doelen/x 4 a\n");
    // In a file that cannot be read the rules could not speak.
    find("hobby: [\n");
    apply(text, "a");
    assert_int_equal(part.stale, 0);
}

static void test_excused(void **state) {
    (void)state;
    static const char rest[] = "krachten:\n  - {wie: bo, citaat: x, gevolg: g}\nuitzonderingen:\n"
                               "  - {regel: OP-04, reden: zo oud, door: bo, datum: 2026-01-01}\n";
    find(rest);
    add("a");
    expect_lines("");
    apply("g1p-baseline 1\nOP-04 /krachten/* 1 a\n", "a");
    assert_int_equal(part.known, 0);
    assert_int_equal(checking.result.findings.count, 1);
}

static void test_rest(void **state) {
    (void)state;
    struct baseline *baseline =
        open_text("g1p-baseline 1\nOP-04 - 1 a\nOP-04 - 2 b\nOP-17 - 3 a\n");
    assert_non_null(baseline);
    part = (struct baseline_part){.first = 0, .count = 2};
    baseline_seen(baseline, &part);
    baseline_rest(baseline, &lines);
    expect_lines("OP-04 - 2 b\n");
    baseline_close(baseline);
}

// Doubles (of a merge) count together, and Windows' line ends do no harm.
static void test_tolerance(void **state) {
    (void)state;
    find("hobby: x\nspel: y\n");
    apply("g1p-baseline 1\r\nFMT-07 - 1 a\r\nFMT-07 - 1 a\r\n", "a");
    assert_int_equal(part.known, 2);
}

static void test_refused(void **state) {
    (void)state;
    static const struct {
        const char *text, *words, *detail;
    } refused[] = {
        {"", "is no baseline", "b"},
        {"g1p-baseline 1", "is no baseline", "b"},
        {"g1p: 1\nsoort: plan\n", "is no baseline", "b"},
        {"g1p-baseline 2\nOP-17 - 1 a\n", "of another version", "b"},
        {"g1p-baseline 10\n", "of another version", "b"},
        {"g1p-baseline 1\nOP-17 - 1 a\nOP-17 - 1 plan", "this line is none", "b:3"},
        {"g1p-baseline 1\n\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 - 0 a\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 - -1 a\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 - 01 a\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 - 99999999999999999999 a\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 - 1 \n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 - 1\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 - 1 a b\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nOP-17 x 1 a\n", "this line is none", "b:2"},
        {"g1p-baseline 1\nXX-17 - 1 a\n", "this line is none", "b:2"},
        {"g1p-baseline 1\n<<<<<<< HEAD\nOP-17 - 1 a\n", "this line is none", "b:2"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_null(open_text(refused[i].text));
        assert_non_null(strstr(trouble.what, refused[i].words));
        assert_string_equal(trouble.detail, refused[i].detail);
    }
    static const char bytes[] = "g1p-baseline 1\nOP-17 - 1 a\0\n\xFF\0";
    make_file("b", bytes, sizeof bytes);
    assert_null(baseline_open("b", &trouble));
    assert_null(baseline_open("none", &trouble));
    assert_null(baseline_open(".", &trouble));
}

static void test_out_of_memory(void **state) {
    (void)state;
    find("hobby: x\nkrachten:\n  - {wie: bo, citaat: x, gevolg: g}\n");
    for (int way = 0; way < 2; way++) {
        struct baseline *baseline = open_text("g1p-baseline 1\nFMT-07 - 1 a\n");
        assert_non_null(baseline);
        unsigned long nth = 0;
        int outcome;
        do {
            arena_fail_at(++nth);
            buffer_clear(&lines);
            outcome = way == 0 ? baseline_add(TEXT("a"), &checking.arena, &checking.result, &lines)
                               : baseline_apply(baseline, TEXT("a"), checking.options.selected,
                                                &checking.arena, &checking.result, NULL, &part);
            arena_fail_at(0);
        } while (outcome != 0);
        assert_true(nth > 2);
        baseline_close(baseline);
    }
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_may_replace), TEST(test_lines),   TEST(test_names),     TEST(test_write),
        TEST(test_apply),       TEST(test_moved),   TEST(test_stale),     TEST(test_excused),
        TEST(test_rest),        TEST(test_refused), TEST(test_tolerance), TEST(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
