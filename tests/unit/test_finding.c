// SPDX-License-Identifier: EUPL-1.2
// Tests of collecting findings and of what is marked.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/rules/finding.h"

static struct arena arena;
static struct arena scratch;
static struct tree tree;
static struct findings findings;

static int begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    findings = (struct findings){.arena = &arena};
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    arena_free(&scratch);
    return 0;
}

// What is marked for the node behind the keys (or, for digits, items) of `path`.
static void check_span(const char *source, const char *path, bool at_key, const char *marked) {
    arena_reset(&arena);
    assert_int_equal(tree_read(text_of(source), false, &arena, &scratch, &tree), 0);
    const struct node *node = tree.root;
    for (; *path; path++) {
        if (*path >= '0' && *path <= '9') {
            const struct node *item = node->first;
            for (int i = *path - '0'; i > 0; i--)
                item = item->next;
            node = item;
        } else {
            const char key[] = {*path, '\0'};
            node = node_child(node, key);
        }
        assert_non_null(node);
    }
    struct span span = finding_span(node, at_key);
    struct text text = {source + span.start, span.end - span.start};
    if (!text_is(text, marked))
        print_error("marked is “%.*s”, not “%s”\n", (int)text.length, text.bytes, marked);
    assert_true(text_is(text, marked));
}

static void test_spans(void **state) {
    (void)state;
    // A value itself, or its key when the value is long or missing.
    check_span("a: waarde\n", "a", false, "waarde");
    check_span("a: waarde\n", "a", true, "a");
    check_span("a: \"tekst\"\n", "a", false, "\"tekst\"");
    check_span("a: [x, y]\n", "a", false, "[x, y]");
    check_span("a: [x, y]\n", "a", true, "a");
    check_span("a:\n", "a", false, "a");
    check_span("a:\n  b: 1\n", "a", false, "a");
    check_span("a:\n  - 1\n", "a", false, "a");
    // An item of a list: its first key.
    check_span("a:\n  - b: 1\n    c: 2\n", "a0", false, "b");
    check_span("a:\n  - {b: 1, c: 2}\n", "a0", false, "{b: 1, c: 2}");
    check_span("a:\n  - {b: 1, c: 2}\n", "a0", true, "b");
    check_span("a:\n  - {}\n", "a0", true, "{}");
    check_span("a:\n  - woord\n", "a0", false, "woord");
    check_span("- - een\n  - twee\n", "0", false, "een");
    // The root.
    check_span("a: 1\nb: 2\n", "", true, "a");
    check_span("é: ü\na: ï\n", "a", false, "ï");
}

static void add(enum melding melding, enum severity severity, uint32_t start) {
    finding_add(&findings, melding, severity, NULL, (struct span){start, start + 1}, NULL);
}

static void test_order(void **state) {
    (void)state;
    add(MELDING_OP_02_ONTBREEKT, SEVERITY_FOUT, 9);
    add(MELDING_OP_05_ONTBREEKT, SEVERITY_FOUT, 5);
    add(MELDING_FMT_07_ONBEKEND, SEVERITY_FOUT, 5);
    add(MELDING_FMT_01_TEKEN, SEVERITY_FOUT, 7);
    add(MELDING_FMT_07_ONBEKEND, SEVERITY_FOUT, 5);
    findings.items[2].end = 77; // the first of two alike
    findings_sort(&findings);
    assert_int_equal(findings.count, 5);
    assert_int_equal(findings.items[0].melding, MELDING_FMT_07_ONBEKEND);
    assert_int_equal(findings.items[0].end, 77);
    assert_int_equal(findings.items[1].melding, MELDING_FMT_07_ONBEKEND);
    assert_int_equal(findings.items[2].melding, MELDING_OP_05_ONTBREEKT);
    assert_int_equal(findings.items[3].start, 7);
    assert_int_equal(findings.items[4].start, 9);
}

static void test_none(void **state) {
    (void)state;
    findings_sort(&findings);
    assert_int_equal(findings.count, 0);
}

static void test_arguments(void **state) {
    (void)state;
    const struct argument arguments[FINDING_ARGUMENTS] = {
        open_argument(TEXT("bo")), secret_argument(TEXT("een zin")), words_argument("a list")};
    finding_add(&findings, MELDING_OP_01_WIE, SEVERITY_ADVIES, NULL, (struct span){1, 2},
                arguments);
    add(MELDING_OP_01_WIE, SEVERITY_FOUT, 3);
    assert_int_equal(findings.items[0].arguments[0].kind, ARGUMENT_OPEN);
    assert_int_equal(findings.items[0].arguments[1].kind, ARGUMENT_SECRET);
    assert_int_equal(findings.items[0].arguments[2].kind, ARGUMENT_WORDS);
    assert_true(text_is(findings.items[0].arguments[2].text, "a list"));
    assert_int_equal(findings.items[1].arguments[0].kind, ARGUMENT_NONE);
}

static void test_most(void **state) {
    (void)state;
    for (uint32_t i = 0; i < FINDINGS_MOST; i++)
        add(MELDING_OP_02_ONTBREEKT, SEVERITY_FOUT, i);
    assert_int_equal(findings.dropped, 0);
    add(MELDING_OP_02_ONTBREEKT, SEVERITY_FOUT, 7777);
    add(MELDING_OP_02_ONTBREEKT, SEVERITY_ADVIES, 7778);
    assert_int_equal(findings.count, FINDINGS_MOST);
    assert_int_equal(findings.dropped, 2);
    findings_sort(&findings);
    assert_int_equal(findings.items[FINDINGS_MOST - 1].start, FINDINGS_MOST - 1);
}

// The most severe are kept, and of those the first.
static void test_most_severe(void **state) {
    (void)state;
    for (uint32_t i = 0; i < FINDINGS_MOST; i++)
        add(MELDING_OP_04_SINDS, i % 2 ? SEVERITY_ADVIES : SEVERITY_WAARSCHUWING, i);
    for (uint32_t i = 0; i < 10; i++)
        add(MELDING_OP_02_ONTBREEKT, SEVERITY_FOUT, 9000 + i);
    add(MELDING_OP_02_ONTBREEKT, SEVERITY_ADVIES, 9900);
    assert_int_equal(findings.count, FINDINGS_MOST);
    assert_int_equal(findings.dropped, 11);
    findings_sort(&findings);
    for (int i = 0; i < 10; i++)
        assert_int_equal(findings.items[FINDINGS_MOST - 10 + i].start, 9000 + i);
    // Ten pieces of advice made room: the last ones.
    assert_int_equal(findings.items[FINDINGS_MOST - 11].start, 498);
    assert_int_equal(findings.items[FINDINGS_MOST - 12].start, 496);
    assert_int_equal(findings.items[1].start, 1);
}

static void test_out_of_memory(void **state) {
    (void)state;
    arena_fail_at(1);
    add(MELDING_OP_02_ONTBREEKT, SEVERITY_FOUT, 1);
    assert_true(findings.out_of_memory);
    assert_int_equal(findings.count, 0);
    add(MELDING_OP_02_ONTBREEKT, SEVERITY_FOUT, 1);
    assert_int_equal(findings.count, 1);
    assert_true(findings.out_of_memory);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_spans), TEST(test_order),       TEST(test_none),          TEST(test_arguments),
        TEST(test_most),  TEST(test_most_severe), TEST(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
