// SPDX-License-Identifier: EUPL-1.2
// Tests of reading YAML that is fine: what each node says, and exactly which bytes are its own.
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

// Reads a source without faults. Its last reading is in `tree`.
static void read_source(const char *source) {
    assert_int_equal(tree_read(text_of(source), false, &arena, &scratch, &tree), 0);
    if (tree.fault_count)
        fail_msg("fault %d at %u: %s", (int)tree.faults[0].kind, tree.faults[0].start,
                 tree.faults[0].problem ? tree.faults[0].problem : "");
    const char *problem = tree_holds(&tree);
    if (problem)
        fail_msg("%s", problem);
}

// The node at a path of keys and numbers, parted by blanks; a path ending in "=" means its key.
static const struct node *node_at(const char *path) {
    const struct node *node = tree.root;
    char step[64];
    while (*path && *path != '=') {
        size_t length = strcspn(path, " =");
        memcpy(step, path, length);
        step[length] = '\0';
        path += length + (path[length] == ' ');
        if (node->kind == NODE_MAPPING) {
            node = node_child(node, step);
        } else {
            int index = atoi(step);
            for (node = node->first; node && index-- > 0;)
                node = node->next;
        }
        assert_non_null(node);
    }
    return *path == '=' ? node->key : node;
}

static void check_bytes(const char *path, const char *written) {
    const struct node *node = node_at(path);
    struct text found = {tree.source.bytes + node->start, node->end - node->start};
    if (!text_is(found, written))
        fail_msg("at `%s` lies “%.*s”, not “%s”", path, (int)found.length, found.bytes, written);
}

static void check_scalar(const char *path, enum node_style style, const char *written,
                         const char *text) {
    const struct node *node = node_at(path);
    check_bytes(path, written);
    assert_int_equal(node->kind, NODE_SCALAR);
    assert_int_equal(node->style, style);
    assert_false(node->broken);
    if (!text_is(node->text, text))
        fail_msg("`%s` says “%.*s”, not “%s”", path, (int)node->text.length, node->text.bytes,
                 text);
}

static void check_plain(const char *path, const char *text) {
    check_scalar(path, STYLE_PLAIN, text, text);
}

static void check_collection(const char *path, enum node_kind kind, enum node_style style,
                             uint32_t count, const char *written) {
    const struct node *node = node_at(path);
    check_bytes(path, written);
    assert_int_equal(node->kind, kind);
    assert_int_equal(node->style, style);
    assert_int_equal(node->count, count);
}

static void test_plain(void **state) {
    (void)state;
    read_source("naam: Nadia el Amrani   # de moeder\nleeg:\nurl: http://x.nl/#a\n"
                "tijd: 19:30\ndatum: 2026-03-12\nminteken: -a\n");
    check_plain("naam", "Nadia el Amrani");
    check_plain("naam=", "naam");
    check_plain("url", "http://x.nl/#a");
    check_plain("tijd", "19:30");
    check_plain("datum", "2026-03-12");
    check_plain("minteken", "-a");
    assert_int_equal(tree.node_count, 13);
    assert_true(tree.ascii);
}

static void test_plain_on_more_lines(void **state) {
    (void)state;
    read_source("a: een\n  twee   \n\n  drie # x\nb: 1\n");
    check_scalar("a", STYLE_PLAIN, "een\n  twee   \n\n  drie", "een twee\ndrie");
    check_plain("b", "1");
}

static void test_single_quotes(void **state) {
    (void)state;
    read_source("a: 'it''s'\nb: ''\nc: 'één: # \"x\"'  # y\nd: 'a\n\n  b'\n'k''': v");
    check_scalar("a", STYLE_SINGLE, "'it''s'", "it's");
    check_scalar("b", STYLE_SINGLE, "''", "");
    check_scalar("c", STYLE_SINGLE, "'één: # \"x\"'", "één: # \"x\"");
    check_scalar("d", STYLE_SINGLE, "'a\n\n  b'", "a\nb");
    check_scalar("k'=", STYLE_SINGLE, "'k'''", "k'");
}

static void test_double_quotes(void **state) {
    (void)state;
    read_source("a: \"één \\\"x\\\" \\\\ \\/ \\x41\\u00e9\\U0001F600\\t\\n\\_\"\nb: \"\"\n"
                "c: \"één\\\n   twee\"\nd: \"een\n  twee\"\n\"k\\t\": v\ne: \"\\r\\n\"\n");
    check_scalar("a", STYLE_DOUBLE, "\"één \\\"x\\\" \\\\ \\/ \\x41\\u00e9\\U0001F600\\t\\n\\_\"",
                 "één \"x\" \\ / Aé😀\t\n\xC2\xA0");
    check_scalar("b", STYLE_DOUBLE, "\"\"", "");
    check_scalar("c", STYLE_DOUBLE, "\"één\\\n   twee\"", "ééntwee");
    check_scalar("d", STYLE_DOUBLE, "\"een\n  twee\"", "een twee");
    check_scalar("k\t=", STYLE_DOUBLE, "\"k\\t\"", "k\t");
    check_scalar("e", STYLE_DOUBLE, "\"\\r\\n\"", "\r\n");
}

static void test_literal(void **state) {
    (void)state;
    read_source(
        "a: |\n  één\n   twee\n\nb: |-\n  x\nc: |+\n  y\n\nd: |2 # z\n   w\ne: |\nf: |\n q");
    check_scalar("a", STYLE_LITERAL, "|\n  één\n   twee\n\n", "één\n twee\n");
    check_scalar("b", STYLE_LITERAL, "|-\n  x\n", "x");
    check_scalar("c", STYLE_LITERAL, "|+\n  y\n\n", "y\n\n");
    check_scalar("d", STYLE_LITERAL, "|2 # z\n   w\n", " w\n");
    check_scalar("e", STYLE_LITERAL, "|\n", "");
    check_scalar("f", STYLE_LITERAL, "|\n q", "q");
}

static void test_folded(void **state) {
    (void)state;
    read_source("a: >\n  één\n  twee\n\n  drie\n   vier\nb: >-\n  x\n  y\n");
    check_scalar("a", STYLE_FOLDED, ">\n  één\n  twee\n\n  drie\n   vier\n",
                 "één twee\ndrie\n vier\n");
    check_scalar("b", STYLE_FOLDED, ">-\n  x\n  y\n", "x y");
}

static void test_more_bytes_than_characters(void **state) {
    (void)state;
    read_source("é: ë\n€: [ä, {ö: \"ü€\"}, '😀😀']\nnaam: Zoë 😀 van Dàm # ñ\nlijst:\n  - ó\n");
    check_plain("é", "ë");
    check_plain("é=", "é");
    check_plain("€ 0", "ä");
    check_scalar("€ 1 ö", STYLE_DOUBLE, "\"ü€\"", "ü€");
    check_scalar("€ 2", STYLE_SINGLE, "'😀😀'", "😀😀");
    check_plain("naam", "Zoë 😀 van Dàm");
    check_plain("lijst 0", "ó");
    check_collection("€", NODE_LIST, STYLE_FLOW, 3, "[ä, {ö: \"ü€\"}, '😀😀']");
    assert_false(tree.ascii);
}

static void test_byte_order_mark(void **state) {
    (void)state;
    read_source("\xEF\xBB\xBFg1p: 1\nb: é\n");
    assert_int_equal(tree.root->start, 3);
    assert_int_equal(node_at("g1p=")->start, 3);
    assert_int_equal(node_at("g1p=")->line, 1);
    check_plain("g1p", "1");
    check_plain("b", "é");
    read_source("\xEF\xBB\xBF# x\ng1p: 1");
    check_plain("g1p=", "g1p");
    check_plain("g1p", "1");
}

static void test_carriage_returns(void **state) {
    (void)state;
    read_source("a: één\r\nb:\r\n  - 'x\r\n\r\n    y'\r\n  - |\r\n   p\r\n   q\r\n  - >-\r\n"
                "   r\r\n   s\r\n\r\nc: {\r\n d: e\r\n}\r\n");
    check_plain("a", "één");
    check_scalar("b 0", STYLE_SINGLE, "'x\r\n\r\n    y'", "x\ny");
    check_scalar("b 1", STYLE_LITERAL, "|\r\n   p\r\n   q\r\n", "p\nq\n");
    check_scalar("b 2", STYLE_FOLDED, ">-\r\n   r\r\n   s\r\n\r\n", "r s");
    check_collection("c", NODE_MAPPING, STYLE_FLOW, 1, "{\r\n d: e\r\n}");
    assert_int_equal(node_at("c=")->line, 13);
}

static void test_no_last_newline(void **state) {
    (void)state;
    static const char *const ends[] = {"x", "'x'", "\"x\"", "[x]", "{x: y}", "|\n x", ">\n x"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char source[32] = "k: ";
        strcat(source, ends[i]);
        read_source(source);
        check_bytes("k", ends[i]);
        check_bytes("", source);
    }
    read_source("k:");
    check_bytes("", "k"); // what is missing has no bytes
    read_source("- ");
    check_bytes("", "-");
}

// A block collection ends where its last child ends, not at the comments and blank lines behind.
static void test_end_of_blocks(void **state) {
    (void)state;
    read_source("a:\n  b:\n    - 1\n    - c: 2 # x\n      d: 3\n\n    # y\n\n  # z\ne: 4\n\n# w\n");
    check_collection("a b 1", NODE_MAPPING, STYLE_BLOCK, 2, "c: 2 # x\n      d: 3");
    check_collection("a b", NODE_LIST, STYLE_BLOCK, 2, "- 1\n    - c: 2 # x\n      d: 3");
    check_collection("a", NODE_MAPPING, STYLE_BLOCK, 1, "b:\n    - 1\n    - c: 2 # x\n      d: 3");
    assert_int_equal(tree.root->end, node_at("e")->end);
    read_source("a:\n- 1\n- 2\n\nb:\n  c:\n\n# x\nd: 1\n");
    check_collection("a", NODE_LIST, STYLE_BLOCK, 2, "- 1\n- 2"); // a list not indented
    check_collection("b", NODE_MAPPING, STYLE_BLOCK, 1, "c");     // its last value is missing
    read_source("- - a\n  -\n-\n  b:\n");
    check_collection("0", NODE_LIST, STYLE_BLOCK, 2, "- a\n  -");
    check_collection("1", NODE_MAPPING, STYLE_BLOCK, 1, "b");
}

static void test_flow(void **state) {
    (void)state;
    read_source("a: [ 1 , [] , {b: 2 , c} ,\n  'x', ] # y\nd: { e: [f, g], \"h\":i }\nk: {}\n");
    check_collection("a", NODE_LIST, STYLE_FLOW, 4, "[ 1 , [] , {b: 2 , c} ,\n  'x', ]");
    check_collection("a 1", NODE_LIST, STYLE_FLOW, 0, "[]");
    check_collection("a 2", NODE_MAPPING, STYLE_FLOW, 2, "{b: 2 , c}");
    check_plain("a 2 b", "2");
    check_collection("d", NODE_MAPPING, STYLE_FLOW, 2, "{ e: [f, g], \"h\":i }");
    check_collection("d e", NODE_LIST, STYLE_FLOW, 2, "[f, g]");
    check_plain("d h", "i");
    check_collection("k", NODE_MAPPING, STYLE_FLOW, 0, "{}");
}

// [a: b] is a list with a mapping that has no braces.
static void test_pairs_in_a_list(void **state) {
    (void)state;
    read_source("[a: b  , ? c : d , {e: f} , g: [h] , i: ]");
    check_collection("0", NODE_MAPPING, STYLE_FLOW, 1, "a: b");
    check_collection("1", NODE_MAPPING, STYLE_FLOW, 1, "? c : d");
    check_collection("2", NODE_MAPPING, STYLE_FLOW, 1, "{e: f}");
    check_collection("3", NODE_MAPPING, STYLE_FLOW, 1, "g: [h]");
    check_collection("4", NODE_MAPPING, STYLE_FLOW, 1, "i");
    check_plain("0 a", "b");
    check_plain("1 c", "d");
}

static void check_missing(const char *path, uint32_t at) {
    const struct node *node = node_at(path);
    assert_true(node_absent(node));
    assert_int_equal(node->start, at);
    assert_int_equal(node->end, at);
}

static void test_missing_values(void **state) {
    (void)state;
    read_source("a:\nb:   # x\nc: {d, e: , f: 1}\ng:\n  -\n  - h\n");
    check_missing("a", 2); // right behind the colon
    check_missing("b", 5);
    check_missing("c d", 17);
    check_missing("c e", 22); // before the comma
    check_missing("g 0", 36);
    check_plain("g 1", "h");
    read_source("? a\n? b\n: 1\n? |\n  k\n: v\n");
    assert_true(node_absent(node_at("a")));
    check_plain("b", "1");
    check_scalar("k\n=", STYLE_LITERAL, "|\n  k\n", "k\n");
}

static void test_doubled_keys(void **state) {
    (void)state;
    read_source("a: 1\nb: 2\na: 3\n\"a\": 4\n");
    static const char *const values[] = {"1", "2", "3", "4"};
    const struct node *child = tree.root->first;
    assert_int_equal(tree.root->count, 4);
    for (uint32_t i = 0; i < 4; i++, child = child->next) {
        assert_int_equal(child->index, i);
        assert_true(text_is(child->text, values[i]));
        assert_true(text_is(child->key->text, i == 1 ? "b" : "a"));
        assert_ptr_equal(child->parent, tree.root);
        assert_ptr_equal(child->key->parent, tree.root);
    }
    assert_null(child);
}

static void test_lines(void **state) {
    (void)state;
    read_source("a: 1\n\n# x\nb:\n  - |\n    p\n    q\n  - \"r\n    s\"\n  - t\nc: 2");
    assert_int_equal(tree.root->line, 1);
    assert_int_equal(node_at("b=")->line, 4);
    assert_int_equal(node_at("b")->line, 5);
    assert_int_equal(node_at("b 1")->line, 8);
    assert_int_equal(node_at("b 2")->line, 10);
    assert_int_equal(node_at("c")->line, 11);
}

// The marks of a document, and directives, are no part of what it says.
static void test_document_marks(void **state) {
    (void)state;
    read_source("%YAML 1.1\n# x\n---\na: 1\n...\n# y\n");
    check_collection("", NODE_MAPPING, STYLE_BLOCK, 1, "a: 1");
    read_source("--- [a]\n");
    check_collection("", NODE_LIST, STYLE_FLOW, 1, "[a]");
    read_source("--- een woord\n...\n");
    check_scalar("", STYLE_PLAIN, "een woord", "een woord");
    read_source("--- |\n a\n");
    check_scalar("", STYLE_LITERAL, "|\n a\n", "a\n");
}

// Texts that stand in the source as they are, are not copied.
static void test_texts_lie_in_the_source(void **state) {
    (void)state;
    static const char source[] = "a: één\nb: 'x y'\nc: \"z\"\nd: 'q''r'\n";
    read_source(source);
    assert_ptr_equal(node_at("a")->text.bytes, source + 3);
    assert_ptr_equal(node_at("b")->text.bytes, strchr(source, 'x'));
    assert_ptr_equal(node_at("c")->text.bytes, strchr(source, 'z'));
    assert_true(text_is(node_at("d")->text, "q'r"));
    assert_int_equal(scratch.in_use, 0); // what libyaml used is free again
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_plain),
        TEST(test_plain_on_more_lines),
        TEST(test_single_quotes),
        TEST(test_double_quotes),
        TEST(test_literal),
        TEST(test_folded),
        TEST(test_more_bytes_than_characters),
        TEST(test_byte_order_mark),
        TEST(test_carriage_returns),
        TEST(test_no_last_newline),
        TEST(test_end_of_blocks),
        TEST(test_flow),
        TEST(test_pairs_in_a_list),
        TEST(test_missing_values),
        TEST(test_doubled_keys),
        TEST(test_lines),
        TEST(test_document_marks),
        TEST(test_texts_lie_in_the_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
