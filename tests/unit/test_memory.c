// SPDX-License-Identifier: EUPL-1.2
// Tests of libyaml's memory.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "lib/yaml/memory.h"

// libyaml declares these only for itself.
void *yaml_malloc(size_t size);
void *yaml_realloc(void *pointer, size_t size);
void yaml_free(void *pointer);
char *yaml_strdup(const char *string);

static struct arena arena;

static int enter(void **state) {
    (void)state;
    arena_init(&arena, 0);
    memory_lend(&arena);
    return 0;
}

static int leave(void **state) {
    (void)state;
    memory_return();
    arena_free(&arena);
    return 0;
}

static void test_sizes(void **state) {
    (void)state;
    enum { MOST = 300 };
    unsigned char *pieces[MOST];
    for (size_t size = 0; size < MOST; size++) {
        pieces[size] = yaml_malloc(size);
        assert_non_null(pieces[size]);
        assert_int_equal((uintptr_t)pieces[size] % 16, 0);
        memset(pieces[size], (int)(size % 251), size);
    }
    for (size_t size = 0; size < MOST; size++)
        for (size_t i = 0; i < size; i++)
            assert_int_equal(pieces[size][i], size % 251);
}

static void test_pieces_are_used_again(void **state) {
    (void)state;
    void *piece = yaml_malloc(100);
    yaml_free(piece);
    size_t before = arena.in_use;
    assert_ptr_equal(yaml_malloc(120), piece); // of the same size class
    assert_int_equal(arena.in_use, before);
    assert_ptr_not_equal(yaml_malloc(120), piece);
    assert_true(arena.in_use > before);
    yaml_free(NULL);
}

static void test_growing(void **state) {
    (void)state;
    unsigned char *bytes = yaml_realloc(NULL, 1);
    assert_non_null(bytes);
    size_t length = 1;
    bytes[0] = 0;
    while (length < 100000) {
        bytes = yaml_realloc(bytes, length * 3 / 2 + 1);
        assert_non_null(bytes);
        for (size_t i = length; i < length * 3 / 2 + 1; i++)
            bytes[i] = (unsigned char)(i % 253);
        length = length * 3 / 2 + 1;
    }
    for (size_t i = 0; i < length; i++)
        assert_int_equal(bytes[i], i % 253);
    assert_ptr_equal(yaml_realloc(bytes, 10), bytes);
}

static void test_strings(void **state) {
    (void)state;
    assert_null(yaml_strdup(NULL));
    assert_string_equal(yaml_strdup(""), "");
    assert_string_equal(yaml_strdup("één"), "één");
}

static void test_no_memory(void **state) {
    (void)state;
    assert_null(yaml_malloc((size_t)1 << 40));
    assert_null(yaml_malloc(SIZE_MAX));
    void *piece = yaml_malloc(10);
    memset(piece, 'a', 10);
    assert_null(yaml_realloc(piece, SIZE_MAX));
    assert_memory_equal(piece, "aaaaaaaaaa", 10); // still there
    arena_fail_at(1);
    assert_null(yaml_malloc(5000));
    arena_fail_at(1);
    assert_null(yaml_realloc(piece, 5000));
    arena_fail_at(1);
    assert_null(yaml_strdup("a string longer than any piece that is free"));
    assert_non_null(yaml_malloc(5000));
}

// Nobody lends: then it is the system's memory, as libyaml always has it.
static void test_without_an_arena(void **state) {
    (void)state;
    char *bytes = yaml_malloc(0);
    assert_non_null(bytes);
    bytes = yaml_realloc(bytes, 1000);
    assert_non_null(bytes);
    memset(bytes, 1, 1000);
    yaml_free(bytes);
    bytes = yaml_strdup("abc");
    assert_string_equal(bytes, "abc");
    yaml_free(bytes);
    yaml_free(NULL);
}

static bool parse(const char *source) {
    yaml_parser_t parser;
    bool ended = false;
    bool fine = yaml_parser_initialize(&parser) != 0;
    if (!fine)
        return false;
    yaml_parser_set_input_string(&parser, (const unsigned char *)source, strlen(source));
    while (fine && !ended) {
        yaml_event_t event;
        fine = yaml_parser_parse(&parser, &event) != 0;
        if (fine) {
            ended = event.type == YAML_STREAM_END_EVENT;
            yaml_event_delete(&event);
        }
    }
    yaml_parser_delete(&parser);
    return fine;
}

// libyaml really takes what is lent: this says whether the speed that was measured is had here.
static void test_libyaml_takes_it(void **state) {
    (void)state;
    assert_true(parse("a: [b, {c: 'd'}]\ne: |\n  f\n"));
    if (arena.in_use == 0)
        skip(); // linked so that it ignores ours: slower, and right all the same
    arena_reset(&arena);
    memory_return();
    assert_true(parse("a: b\n"));
    assert_int_equal(arena.in_use, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sizes, enter, leave),
        cmocka_unit_test_setup_teardown(test_pieces_are_used_again, enter, leave),
        cmocka_unit_test_setup_teardown(test_growing, enter, leave),
        cmocka_unit_test_setup_teardown(test_strings, enter, leave),
        cmocka_unit_test_setup_teardown(test_no_memory, enter, leave),
        cmocka_unit_test(test_without_an_arena),
        cmocka_unit_test_setup_teardown(test_libyaml_takes_it, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
