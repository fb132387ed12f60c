// SPDX-License-Identifier: EUPL-1.2
// Tests of following words of a scalar to the bytes of the file, however it is written.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/yaml/place.h"

// Reads `source`, a mapping with one key, and finds `word` of its value in the source again.
static void word_is_at(const char *source, const char *word, const char *expected) {
    struct arena arena, scratch;
    struct tree tree;
    uint32_t from, until;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    assert_int_equal(tree_read(text_of(source), false, &arena, &scratch, &tree), 0);
    assert_int_equal(tree.fault_count, 0);
    const struct node *node = tree.root->first;
    char *said = strndup(node->text.bytes, node->text.length);
    assert_non_null(said);
    char *at = strstr(said, word);
    assert_non_null(at);
    size_t begin = (size_t)(at - said);
    place_in_scalar(tree.source, node, begin, begin + strlen(word), &from, &until);
    assert_int_equal(until - from, strlen(expected));
    assert_memory_equal(source + from, expected, strlen(expected));
    free(said);
    arena_free(&scratch);
    arena_free(&arena);
}

static void test_places(void **state) {
    (void)state;
    word_is_at("a: een twee drie\n", "twee", "twee");
    word_is_at("a: \"een twee\"\n", "twee", "twee");
    word_is_at("a: 'het is ''t waard, ja'\n", "waard", "waard");
    word_is_at("a: 'het is ''t waard'\n", "'t", "''t");
    word_is_at("a: >-\n  een twee\n  drie vier\n", "vier", "vier");
    word_is_at("a: |\n  een\n  twee\n", "twee", "twee");
    word_is_at("a: een\n  twee drie\n", "twee drie", "twee drie");
    word_is_at("a: >-\n  een\n\n  twee\n", "een", "een");
    word_is_at("a: >-\n  een twee\n  drie\n", "twee drie", "twee\n  drie");
    word_is_at("a: caf\u00E9 twee\n", "twee", "twee");
    // An escape cannot be followed: the whole scalar.
    word_is_at("a: \"een\\ttwee\"\n", "twee", "\"een\\ttwee\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_places)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
