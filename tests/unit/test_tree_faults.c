// SPDX-License-Identifier: EUPL-1.2
// Tests of reading YAML that is broken, too much, or left out of the format.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/yaml/tree.h"
#include "tests/tree_holds.h"

static struct arena arena;
static struct arena scratch;
static struct tree tree;

static int enter(void **state) {
    (void)state;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    return 0;
}

static int leave(void **state) {
    (void)state;
    arena_free(&arena);
    arena_free(&scratch);
    return 0;
}

static void read_text(struct text source) {
    assert_int_equal(tree_read(source, false, &arena, &scratch, &tree), 0);
    const char *problem = tree_holds(&tree);
    if (problem)
        fail_msg("%s", problem);
}

// Reads `source`, which has this one fault at these bytes.
static void check_text(struct text source, enum tree_fault_kind kind, uint32_t start,
                       uint32_t end) {
    read_text(source);
    if (tree.fault_count != 1 || tree.faults[0].kind != kind || tree.faults[0].start != start ||
        tree.faults[0].end != end)
        fail_msg("in “%.*s”: %u faults, the first of kind %d at %u-%u", (int)source.length,
                 source.bytes, tree.fault_count, tree.fault_count ? (int)tree.faults[0].kind : -1,
                 tree.fault_count ? tree.faults[0].start : 0,
                 tree.fault_count ? tree.faults[0].end : 0);
}

static void check_fault(const char *source, enum tree_fault_kind kind, uint32_t start,
                        uint32_t end) {
    check_text(text_of(source), kind, start, end);
}

static struct text value_of(const char *key) {
    const struct node *node = node_child(tree.root, key);
    assert_non_null(node);
    return node->text;
}

static void test_syntax(void **state) {
    (void)state;
    static const char *const broken[] = {
        "a: b: c\n",    "a: [b\n",     "a: {b\n",     "a: 'b\n",         "a: \"b\n",
        "a: \"\\q\"\n", "a:\n\t- b\n", "- a\nb: c\n", "a: 1\n b: 2\n",   "a: ]\n",
        "{}\n{}\n",     "a: @b\n",     "a: `b\n",     "a: |3x\n  b\n",   "%YAML 9.9\n--- a\n",
        "%X\na: b\n",   "a: b\nc\n",   "[a, , b]\n",  "a: !<x y\n",      "a: \"\\uD800\"\n",
        "a: &\n",       "a: *\n",      "a: !e!x y\n", "? a\n: b\n c: d", "a: 'b\n--- c'\n"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        read_text(text_of(broken[i]));
        if (tree.fault_count != 1 || tree.faults[0].kind != TREE_SYNTAX || !tree.faults[0].problem)
            fail_msg("“%s” is read as if it were fine", broken[i]);
    }
    check_fault("a: b: c\n", TREE_SYNTAX, 4, 4);
    check_fault("\xEF\xBB\xBFé: ë: c\n", TREE_SYNTAX, 9, 9); // in bytes, mark included
}

// What comes before the fault is still read.
static void test_what_could_be_read(void **state) {
    (void)state;
    read_text(TEXT("a: 1\nb:\n  - c: [x, {y: z\nd: 2\n"));
    assert_int_equal(tree.fault_count, 1);
    assert_int_equal(tree.root->count, 2);
    assert_true(tree.root->cut);
    assert_true(text_is(value_of("a"), "1"));
    const struct node *list = node_child(tree.root, "b");
    assert_true(list->cut && list->first->cut && list->first->first->cut);
    assert_int_equal(list->first->first->count, 2);
    read_text(TEXT("a: [1, 2]\nb: \"\n"));
    assert_true(tree.root->cut);
    assert_false(tree.root->first->cut);
    assert_int_equal(tree.root->count, 1);
}

static void test_not_utf8(void **state) {
    (void)state;
    check_text(TEXT("a: 1\nb: \xFF\nc: 3\n"), TREE_NOT_UTF8, 8, 8);
    assert_true(text_is(value_of("a"), "1"));
    check_text(TEXT("\xEF\xBB\xBF"
                    "a: \xE9t\xE9\n"),
               TREE_NOT_UTF8, 6, 6);
    check_text(TEXT("\xFF\xFE"
                    "a\0:\0"),
               TREE_NOT_UTF8, 0, 0);
    assert_null(tree.root);
    check_text(TEXT("é: \xC3"), TREE_NOT_UTF8, 4, 4);
}

static void check_control(struct text source, uint32_t start, uint32_t end, uint32_t point) {
    check_text(source, TREE_CONTROL, start, end);
    assert_int_equal(tree.faults[0].number, point);
}

static void test_controls(void **state) {
    (void)state;
    check_control(TEXT("a: 1\nb: x\x07y\n"), 9, 9, 7);
    assert_true(text_is(value_of("a"), "1"));
    check_control(TEXT("a: \0b"), 3, 3, 0);
    check_control(TEXT("a: b\rc: d\n"), 4, 4, '\r');
    check_control(TEXT("é: b\x7F"), 5, 5, 0x7F);
    check_control(TEXT("a: b\xC2\x85"
                       "c: d"),
                  4, 4, 0x85);
    check_control(TEXT("a: b\xE2\x80\xA8"), 4, 4, 0x2028);
    check_control(TEXT("a: b\xE2\x80\xA9"), 4, 4, 0x2029);
    check_control(TEXT("a: \xEF\xBB\xBF"
                       "b"),
                  3, 3, 0xFEFF);
    check_control(TEXT("\xEF\xBB\xBF\xEF\xBB\xBF"
                       "a: b"),
                  3, 3, 0xFEFF);
    check_control(TEXT("# \x1B[31m\na: b"), 2, 2, 0x1B);
}

// An escape can name what may not be written as it is.
static void test_escapes(void **state) {
    (void)state;
    static const struct {
        const char *source;
        uint32_t start, end, point;
    } escapes[] = {
        {"a: \"\\x07\"", 3, 9, 7},         {"a: \"x\\ry\"", 3, 9, '\r'},
        {"a: \"\\0\"", 3, 7, 0},           {"a: \"é\\e[1m\"", 3, 12, 0x1B},
        {"a: \"\\N\"", 3, 7, 0x85},        {"a: \"\\L\"", 3, 7, 0x2028},
        {"a: \"\\P\"", 3, 7, 0x2029},      {"a: \"\\uFEFF\"", 3, 11, 0xFEFF},
        {"a: \"\\uFFFE\"", 3, 11, 0xFFFE}, {"\"\\b\": a", 0, 4, 8},
        {"- [\"\\v\"]", 3, 7, 0x0B},       {"\"\\x7F\"", 0, 6, 0x7F},
    };
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        check_control(text_of(escapes[i].source), escapes[i].start, escapes[i].end,
                      escapes[i].point);
    read_text(TEXT("a: \"\\x07\"\nb: 2\n"));
    assert_true(node_child(tree.root, "a")->broken);
    assert_true(text_is(value_of("b"), "2"));
    read_text(TEXT("a: '\\x07'\nb: \\x07\n")); // only double quotes know escapes
    assert_int_equal(tree.fault_count, 0);
}

static void test_anchors(void **state) {
    (void)state;
    check_fault("a: &x 1\n", TREE_ANCHOR, 3, 7);
    assert_true(text_is(value_of("a"), "1"));
    assert_true(node_child(tree.root, "a")->broken);
    check_fault("a: &x [b]\n", TREE_ANCHOR, 3, 7);
    check_fault("é: &x\n  b: c\n", TREE_ANCHOR, 4, 9); // up to its first key
    assert_int_equal(node_child(tree.root, "é")->count, 1);
    check_fault("&x a: b\n", TREE_ANCHOR, 0, 4);
    check_fault("a: &x !t b\n", TREE_ANCHOR, 3, 10); // told once for one node
    read_text(TEXT("a: &x [&y b, *y]\nc: *x\n*y : d\n"));
    assert_int_equal(tree.fault_count, 5);
    for (uint32_t i = 0; i < tree.fault_count; i++)
        assert_int_equal(tree.faults[i].kind, TREE_ANCHOR);
    const struct node *alias = node_child(tree.root, "c");
    assert_true(alias->broken);
    assert_int_equal(alias->text.length, 0);
    assert_false(node_absent(alias));
    check_fault("a: *unknown\n", TREE_ANCHOR, 3, 11);
}

// Each level doubles what it stands for; nothing of it is followed.
static void test_alias_bomb(void **state) {
    (void)state;
    struct buffer source = {0};
    buffer_add_string(&source, "a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++)
        buffer_format(&source, "a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1);
    read_text(buffer_text(&source));
    assert_int_equal(tree.root->count, 40);
    assert_int_equal(tree.fault_count, TREE_MOST_FAULTS);
    assert_int_equal(tree.node_count, 1 + 40 * 4);
    buffer_free(&source);
}

static void test_merge(void **state) {
    (void)state;
    check_fault("a: 1\n<<: {b: 2}\n", TREE_MERGE, 5, 7);
    assert_int_equal(tree.root->count, 2);
    check_fault("a: {<<: [b]}\n", TREE_MERGE, 4, 6);
    read_text(TEXT("\"<<\": 1\na: <<\nb: [<<]\n")); // no merge, but these words
    assert_int_equal(tree.fault_count, 0);
}

static void test_tags(void **state) {
    (void)state;
    check_fault("a: !x b\n", TREE_TAG, 3, 7);
    check_fault("a: !!str 1\n", TREE_TAG, 3, 10);
    check_fault("a: !<tag:x.nl,2026:y> b\n", TREE_TAG, 3, 23);
    check_fault("a: ! b\n", TREE_TAG, 3, 6);
    check_fault("!!map {a: b}\n", TREE_TAG, 0, 7);
    check_fault("!k a: b\n", TREE_TAG, 0, 4);
    assert_true(text_is(value_of("a"), "b"));
    check_fault("a: !x\n", TREE_TAG, 3, 5);
}

static void test_keys(void **state) {
    (void)state;
    check_fault("? [a, b]\n: c\n", TREE_KEY, 2, 8);
    assert_int_equal(tree.root->count, 1);
    assert_true(tree.root->first->key->broken);
    check_fault("[a]: c\n", TREE_KEY, 0, 3);
    check_fault("{{é: b}: c}\n", TREE_KEY, 1, 8);
    check_fault("? - a\n  - b\n\n: c\n", TREE_KEY, 2, 11);
    check_fault("? k: v\n: c\n", TREE_KEY, 2, 6);
}

static void test_documents(void **state) {
    (void)state;
    check_fault("a: 1\n---\nb: 2\n", TREE_DOCUMENTS, 5, 8);
    assert_int_equal(tree.root->count, 1);
    assert_true(text_is(value_of("a"), "1"));
    check_fault("---\na: é\n...\n---\nb: 2\n", TREE_DOCUMENTS, 14, 17);
    check_fault("a: 1\n---\n", TREE_DOCUMENTS, 5, 8);
    check_fault("---\n---\na: 1\n", TREE_DOCUMENTS, 4, 7);
    check_fault("a: 1\n...\nb: 2\n", TREE_SYNTAX, 9, 9); // without the dashes it is no document
    check_fault("--- a\n--- b\n--- c\n", TREE_DOCUMENTS, 6, 9);
}

static void test_empty(void **state) {
    (void)state;
    static const char *const empty[] = {
        "", "\n\n", "# niets\n", "  \n# x", "\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n# x\r\n", "\r\n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        check_fault(empty[i], TREE_EMPTY, 0, 0);
        assert_null(tree.root);
    }
}

static void test_too_large(void **state) {
    (void)state;
    assert_int_equal(tree_read(TEXT("a: 1\n"), true, &arena, &scratch, &tree), 0);
    assert_int_equal(tree.fault_count, 1);
    assert_int_equal(tree.faults[0].kind, TREE_TOO_LARGE);
    assert_int_equal(tree.faults[0].number, TREE_LARGEST);
    assert_null(tree.root);
}

// `count` times `open`, what is inside, and `count` times `close`.
static void read_nested(struct buffer *source, const char *open, const char *inside,
                        const char *close, int count) {
    buffer_clear(source);
    for (int i = 0; i < count; i++)
        buffer_add_string(source, open);
    buffer_add_string(source, inside);
    for (int i = 0; i < count; i++)
        buffer_add_string(source, close);
    read_text(buffer_text(source));
}

static void check_too_deep(uint32_t start, uint32_t end) {
    assert_int_equal(tree.fault_count, 1);
    assert_int_equal(tree.faults[0].kind, TREE_TOO_DEEP);
    assert_int_equal(tree.faults[0].number, TREE_DEEPEST);
    assert_int_equal(tree.faults[0].start, start);
    assert_int_equal(tree.faults[0].end, end);
    uint32_t depth = 0;
    for (const struct node *node = tree.root; node; node = node->first)
        depth += node->kind != NODE_SCALAR;
    assert_int_equal(depth, TREE_DEEPEST);
}

static void test_depth(void **state) {
    (void)state;
    struct buffer source = {0};
    read_nested(&source, "[", "x", "]", TREE_DEEPEST);
    assert_int_equal(tree.fault_count, 0);
    read_nested(&source, "[", "x", "]", TREE_DEEPEST + 1);
    check_too_deep(TREE_DEEPEST, TREE_DEEPEST + 1);
    read_nested(&source, "{é: ", "x", "}", TREE_DEEPEST);
    assert_int_equal(tree.fault_count, 0);
    read_nested(&source, "{é: ", "x", "}", TREE_DEEPEST + 1);
    check_too_deep(TREE_DEEPEST * 5, TREE_DEEPEST * 5 + 1);
    read_nested(&source, "- ", "x", "", TREE_DEEPEST);
    assert_int_equal(tree.fault_count, 0);
    read_nested(&source, "- ", "x", "", TREE_DEEPEST + 1);
    check_too_deep(TREE_DEEPEST * 2, TREE_DEEPEST * 2);
    read_nested(&source, "[", "", "", 20000);
    check_too_deep(TREE_DEEPEST, TREE_DEEPEST + 1);
    read_nested(&source, "{", "", "", 20000); // each a key of the one before it
    assert_int_equal(tree.fault_count, 1);
    assert_int_equal(tree.faults[0].kind, TREE_TOO_DEEP);
    read_nested(&source, "? ", "", "", 20000);
    assert_int_equal(tree.fault_count, 1);
    assert_int_equal(tree.faults[0].kind, TREE_TOO_DEEP);
    buffer_free(&source);
}

static void test_many_nodes(void **state) {
    (void)state;
    struct buffer source = {0};
    read_nested(&source, "- x\n", "", "", TREE_MOST_NODES - 1);
    assert_int_equal(tree.fault_count, 0);
    assert_int_equal(tree.root->count, TREE_MOST_NODES - 1);
    read_nested(&source, "- x\n", "", "", TREE_MOST_NODES);
    assert_int_equal(tree.fault_count, 1);
    assert_int_equal(tree.faults[0].kind, TREE_TOO_MANY);
    assert_int_equal(tree.faults[0].number, TREE_MOST_NODES);
    assert_int_equal(tree.faults[0].start, 4 * (TREE_MOST_NODES - 1) + 2);
    assert_int_equal(tree.root->count, TREE_MOST_NODES - 1);
    assert_true(tree.root->cut);
    buffer_free(&source);
}

enum { FIVE_MILLION = 5 * 1000 * 1000 };

static void test_one_long_line(void **state) {
    (void)state;
    struct buffer source = {0};
    read_nested(&source, "é", "", "", FIVE_MILLION / 2);
    assert_int_equal(tree.root->end, FIVE_MILLION);
    assert_int_equal(tree.root->text.length, FIVE_MILLION);
    read_nested(&source, "x", ": y", "", FIVE_MILLION); // far too long for a key
    assert_int_equal(tree.faults[0].kind, TREE_SYNTAX);
    buffer_clear(&source);
    arena_reset(&arena);
    buffer_add_string(&source, "a: [");
    while (source.length < FIVE_MILLION)
        buffer_add_string(&source, "é, ");
    read_text(buffer_text(&source));
    assert_int_equal(tree.faults[0].kind, TREE_TOO_MANY);
    buffer_free(&source);
}

static void test_most_faults(void **state) {
    (void)state;
    struct buffer source = {0};
    read_nested(&source, "- &a x\n", "- [", "", TREE_MOST_FAULTS + 20);
    assert_int_equal(tree.fault_count, TREE_MOST_FAULTS);
    assert_int_equal(tree.root->count, TREE_MOST_FAULTS + 21); // the rest is read all the same
    buffer_free(&source);
}

static void test_no_memory(void **state) {
    (void)state;
    struct text source = TEXT("a: [1, \"\\t\", {b: &c d}]\n<<: \"\\x07\"\n");
    struct arena small;
    for (size_t limit = 16; limit < 4096; limit += 16) {
        arena_init(&small, limit);
        int outcome = tree_read(source, false, &small, &scratch, &tree);
        if (outcome == 0)
            assert_int_equal(tree.fault_count, 3);
        assert_true(outcome == 0 || limit < 4000);
        arena_free(&small);
    }
    arena_init(&small, 1000);
    int outcome = tree_read(source, false, &arena, &small, &tree);
    assert_true(outcome == -1 || small.first == NULL); // or libyaml does not use it
    assert_int_equal(small.in_use, 0);
    arena_free(&small);
    read_text(source);
    assert_int_equal(tree.fault_count, 3);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_syntax),      TEST(test_what_could_be_read),
        TEST(test_not_utf8),    TEST(test_controls),
        TEST(test_escapes),     TEST(test_anchors),
        TEST(test_alias_bomb),  TEST(test_merge),
        TEST(test_tags),        TEST(test_keys),
        TEST(test_documents),   TEST(test_empty),
        TEST(test_too_large),   TEST(test_depth),
        TEST(test_many_nodes),  TEST(test_one_long_line),
        TEST(test_most_faults), TEST(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
