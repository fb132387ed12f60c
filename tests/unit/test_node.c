// SPDX-License-Identifier: EUPL-1.2
// Tests of looking at a tree: children, pointers, positions.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/yaml/tree.h"

static struct arena arena;
static struct arena scratch;

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

static struct node *read_root(const char *source) {
    struct tree tree;
    assert_int_equal(tree_read(text_of(source), false, &arena, &scratch, &tree), 0);
    assert_non_null(tree.root);
    return tree.root;
}

static void test_absent(void **state) {
    (void)state;
    struct node *root = read_root("leeg:\nniets: \"\"\nnul: ''\nlijst: []\ngroep: {}\n"
                                  "blok: |\nanker: &a\nnull: null\ntilde: ~\n");
    assert_true(node_absent(NULL));
    assert_true(node_absent(node_child(root, "leeg")));
    assert_false(node_absent(node_child(root, "niets"))); // an empty text was written there
    assert_false(node_absent(node_child(root, "nul")));
    assert_false(node_absent(node_child(root, "blok")));
    assert_false(node_absent(node_child(root, "lijst")));
    assert_false(node_absent(node_child(root, "groep")));
    assert_false(node_absent(node_child(root, "anker"))); // told as what it is
    assert_false(node_absent(node_child(root, "null")));  // nothing is resolved
    assert_false(node_absent(node_child(root, "tilde")));
    assert_false(node_absent(root));
}

static void test_child(void **state) {
    (void)state;
    struct node *root = read_root("a: 1\n\"b\": 2\na: 3\n? [c]\n: 4\nlijst: [x]\n1: 5\n'': 6\n");
    assert_true(text_is(node_child(root, "a")->text, "3")); // the last one when it is doubled
    assert_true(text_is(node_child(root, "b")->text, "2"));
    assert_true(text_is(node_child(root, "1")->text, "5"));
    assert_true(text_is(node_child(root, "")->text, "6"));
    assert_null(node_child(root, "c"));
    assert_null(node_child(root, "A"));
    assert_null(node_child(node_child(root, "lijst"), "x"));
    assert_null(node_child(node_child(root, "a"), "a"));
    assert_null(node_child(NULL, "a"));
}

static void check_pointer(const struct node *node, const char *expected) {
    struct buffer buffer = {0};
    node_pointer(node, &buffer);
    buffer_add_char(&buffer, '\0');
    assert_false(buffer.failed);
    assert_string_equal(buffer.bytes, expected);
    buffer_free(&buffer);
}

static void test_pointer(void **state) {
    (void)state;
    struct node *root = read_root("doelen:\n  - acties: [a, b]\n  - naam: x\n"
                                  "a/b: {m~n: 1, ~1: 2, '': 3}\né ë: 4\n? [k]\n: 5\n");
    struct node *doelen = node_child(root, "doelen");
    struct node *odd = node_child(root, "a/b");
    check_pointer(NULL, "");
    check_pointer(root, "");
    check_pointer(doelen, "/doelen");
    check_pointer(doelen->first, "/doelen/0");
    check_pointer(doelen->first->first, "/doelen/0/acties");
    check_pointer(doelen->first->first->last, "/doelen/0/acties/1");
    check_pointer(doelen->last->first, "/doelen/1/naam");
    check_pointer(odd, "/a~1b");
    check_pointer(node_child(odd, "m~n"), "/a~1b/m~0n");
    check_pointer(node_child(odd, "~1"), "/a~1b/~01");
    check_pointer(node_child(odd, ""), "/a~1b/");
    check_pointer(node_child(root, "é ë"), "/é ë");
    check_pointer(root->last, "/"); // the key is no text; nothing can name it
}

static void test_pointer_of_the_deepest(void **state) {
    (void)state;
    char source[TREE_DEEPEST * 2 + 2];
    memset(source, '[', TREE_DEEPEST);
    source[TREE_DEEPEST] = 'x';
    memset(source + TREE_DEEPEST + 1, ']', TREE_DEEPEST);
    source[TREE_DEEPEST * 2 + 1] = '\0';
    struct node *node = read_root(source);
    while (node->first)
        node = node->first;
    assert_true(text_is(node->text, "x"));
    struct buffer buffer = {0};
    node_pointer(node, &buffer);
    assert_int_equal(buffer.length, TREE_DEEPEST * 2);
    for (size_t i = 0; i < buffer.length; i++)
        assert_int_equal(buffer.bytes[i], i % 2 ? '0' : '/');
    buffer_free(&buffer);
}

static void check_position(struct text source, uint32_t offset, uint32_t line, uint32_t column,
                           uint32_t line_start) {
    struct position at_once = position_begin(source);
    position_advance(source, &at_once, offset);
    // Byte for byte comes to the same.
    struct position by_steps = position_begin(source);
    for (uint32_t at = by_steps.offset; at <= offset; at++)
        position_advance(source, &by_steps, at);
    assert_memory_equal(&at_once, &by_steps, sizeof at_once);
    assert_int_equal(at_once.offset, offset);
    assert_int_equal(at_once.line, line);
    assert_int_equal(at_once.column, column);
    assert_int_equal(at_once.line_start, line_start);
}

static void test_positions(void **state) {
    (void)state;
    struct text source = TEXT("ab\né😀x\r\n\ny");
    check_position(source, 0, 1, 1, 0);
    check_position(source, 1, 1, 2, 0);
    check_position(source, 2, 1, 3, 0); // the newline itself still is on its line
    check_position(source, 3, 2, 1, 3);
    check_position(source, 5, 2, 2, 3);  // behind é: two bytes, one column
    check_position(source, 9, 2, 3, 3);  // behind the smiley: four bytes
    check_position(source, 10, 2, 4, 3); // the carriage return
    check_position(source, 12, 3, 1, 12);
    check_position(source, 13, 4, 1, 13);
    check_position(source, 14, 4, 2, 13);
}

static void test_position_behind_a_mark(void **state) {
    (void)state;
    struct text source = TEXT("\xEF\xBB\xBFg1p: 1\né");
    check_position(source, 3, 1, 1, 3);
    check_position(source, 4, 1, 2, 3);
    check_position(source, 10, 2, 1, 10);
    check_position(source, 12, 2, 2, 10);
    struct position begin = position_begin(source);
    position_advance(source, &begin, 0); // what is about the whole file is marked at 0
    assert_int_equal(begin.offset, 3);
    assert_int_equal(begin.column, 1);
}

static void test_position_beyond_the_end(void **state) {
    (void)state;
    struct text source = TEXT("ab\n");
    struct position position = position_begin(source);
    position_advance(source, &position, 1000);
    assert_int_equal(position.offset, 3);
    assert_int_equal(position.line, 2);
    assert_int_equal(position.column, 1);
    position = position_begin(TEXT(""));
    position_advance(TEXT(""), &position, 1);
    assert_int_equal(position.line, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_absent, enter, leave),
        cmocka_unit_test_setup_teardown(test_child, enter, leave),
        cmocka_unit_test_setup_teardown(test_pointer, enter, leave),
        cmocka_unit_test_setup_teardown(test_pointer_of_the_deepest, enter, leave),
        cmocka_unit_test(test_positions),
        cmocka_unit_test(test_position_behind_a_mark),
        cmocka_unit_test(test_position_beyond_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
