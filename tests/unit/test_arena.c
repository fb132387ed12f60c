// SPDX-License-Identifier: EUPL-1.2
// Tests of the arena.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/arena.h"

enum { PIECES = 400, ROUNDS = 12 };

// The same numbers at every run.
static uint32_t random_state = 1;

static uint32_t random_below(uint32_t limit) {
    random_state = random_state * 1664525U + 1013904223U;
    return (random_state >> 8) % limit;
}

static bool aligned(const void *pointer) {
    return (uintptr_t)pointer % alignof(max_align_t) == 0;
}

static void test_alignment(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t size = 0; size < 200; size++) {
        unsigned char *piece = arena_alloc(&arena, size);
        assert_non_null(piece);
        assert_true(aligned(piece));
        memset(piece, 0xAA, size);
    }
    arena_free(&arena);
}

static void test_nothing_asked_is_something(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    void *first = arena_alloc(&arena, 0);
    void *second = arena_alloc(&arena, 0);
    assert_non_null(first);
    assert_non_null(second);
    assert_ptr_not_equal(first, second);
    assert_non_null(arena_zero(&arena, 0, 8));
    assert_non_null(arena_zero(&arena, 8, 0));
    arena_free(&arena);
}

// A piece and the byte it is filled with, to see whether another piece was laid over it.
struct piece {
    unsigned char *bytes;
    size_t size;
    unsigned char fill;
};

static size_t random_size(void) {
    switch (random_below(20)) {
    case 0:
        return 200000 + random_below(3000000);
    case 1:
        return 60000 + random_below(10000);
    default:
        return random_below(3000);
    }
}

static void fill_pieces(struct arena *arena, struct piece *pieces, size_t count) {
    for (size_t i = 0; i < count; i++) {
        pieces[i].size = random_size();
        pieces[i].fill = (unsigned char)random_below(256);
        pieces[i].bytes = arena_alloc(arena, pieces[i].size);
        assert_non_null(pieces[i].bytes);
        assert_true(aligned(pieces[i].bytes));
        memset(pieces[i].bytes, pieces[i].fill, pieces[i].size);
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < pieces[i].size; k++)
            if (pieces[i].bytes[k] != pieces[i].fill)
                fail_msg("piece %zu was written over at %zu", i, k);
}

static void test_pieces_lie_apart(void **state) {
    (void)state;
    static struct piece pieces[PIECES];
    struct arena arena;
    arena_init(&arena, 0);
    for (int round = 0; round < ROUNDS; round++) {
        fill_pieces(&arena, pieces, 1 + random_below(round % 2 ? PIECES : 20));
        arena_reset(&arena);
        assert_int_equal(arena.in_use, 0);
    }
    arena_free(&arena);
    assert_null(arena.first);
    fill_pieces(&arena, pieces, 10); // can be used again
    arena_free(&arena);
}

static void test_limit(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 4096);
    assert_non_null(arena_alloc(&arena, 4000));
    assert_null(arena_alloc(&arena, 97));
    assert_non_null(arena_alloc(&arena, 48)); // what is too much does not spoil what fits
    assert_non_null(arena_alloc(&arena, 48));
    assert_int_equal(arena.in_use, 4096);
    assert_null(arena_alloc(&arena, 1));
    assert_null(arena_alloc(&arena, 0));
    assert_null(arena_zero(&arena, 1, 1));
    assert_null(arena_copy(&arena, "", 0));
    arena_reset(&arena);
    assert_null(arena_alloc(&arena, 4097));
    assert_non_null(arena_alloc(&arena, 4096));
    arena_free(&arena);
    assert_null(arena_alloc(&arena, 4097)); // the limit outlives arena_free
    arena_free(&arena);
}

static void test_impossible_sizes(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 1024 * 1024);
    assert_null(arena_alloc(&arena, SIZE_MAX));
    assert_null(arena_alloc(&arena, SIZE_MAX / 2));
    assert_null(arena_alloc(&arena, SIZE_MAX / 2 + 1));
    assert_null(arena_zero(&arena, SIZE_MAX, 2));
    assert_null(arena_zero(&arena, SIZE_MAX / 2 + 1, 2));
    assert_null(arena_zero(&arena, SIZE_MAX / 8, 16));
    assert_null(arena_copy(&arena, "x", SIZE_MAX));
    assert_int_equal(arena.in_use, 0);
    arena_free(&arena);
}

static void test_zero_clears(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    unsigned char *bytes = arena_alloc(&arena, 5000);
    memset(bytes, 0xFF, 5000);
    arena_reset(&arena); // the same memory comes back, not cleared
    bytes = arena_zero(&arena, 1000, 5);
    assert_non_null(bytes);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(bytes[i], 0);
    arena_free(&arena);
}

static void test_copy(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    char *copy = arena_copy(&arena, "één\0twee", 10);
    assert_memory_equal(copy, "één\0twee", 11);
    assert_string_equal(arena_copy(&arena, "lang", 2), "la");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    arena_free(&arena);
}

static void test_failures_on_request(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    arena_fail_at(1);
    assert_null(arena_alloc(&arena, 8));
    assert_non_null(arena_alloc(&arena, 8));
    arena_fail_at(3);
    assert_non_null(arena_alloc(&arena, 8));
    assert_non_null(arena_zero(&arena, 8, 8));
    assert_null(arena_copy(&arena, "abc", 3));
    assert_non_null(arena_copy(&arena, "abc", 3));
    arena_fail_at(1);
    arena_fail_at(0);
    assert_non_null(arena_alloc(&arena, 8));
    arena_fail_at(1);
    assert_null(arena_zero(&arena, 8, 8));
    size_t before = arena.in_use;
    arena_fail_at(1);
    assert_null(arena_alloc(&arena, 8));
    assert_int_equal(arena.in_use, before);
    arena_free(&arena);
}

static void test_reset_keeps_little(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    arena_reset(&arena); // of an arena that never gave anything
    void *first = arena_alloc(&arena, 100);
    arena_reset(&arena);
    assert_ptr_equal(arena_alloc(&arena, 100), first); // the system is not asked again
    for (int i = 0; i < 20; i++)
        assert_non_null(arena_alloc(&arena, 1024 * 1024));
    arena_reset(&arena);
    assert_int_equal(arena.in_use, 0);
    for (int i = 0; i < 20; i++)
        assert_non_null(memset(arena_alloc(&arena, 1024 * 1024), 1, 1024 * 1024));
    arena_free(&arena);
    arena_free(&arena); // twice does no harm
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alignment),
        cmocka_unit_test(test_nothing_asked_is_something),
        cmocka_unit_test(test_pieces_lie_apart),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_impossible_sizes),
        cmocka_unit_test(test_zero_clears),
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_failures_on_request),
        cmocka_unit_test(test_reset_keeps_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
