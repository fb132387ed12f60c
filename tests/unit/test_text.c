// SPDX-License-Identifier: EUPL-1.2
// Tests of comparing texts.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/base/text.h"

static void test_equal(void **state) {
    (void)state;
    assert_true(text_equal(TEXT("abc"), TEXT("abc")));
    assert_false(text_equal(TEXT("abc"), TEXT("abd")));
    assert_false(text_equal(TEXT("abc"), TEXT("ab")));
    assert_true(text_equal(TEXT(""), (struct text){NULL, 0}));
    assert_false(text_equal(TEXT("a\0b"), TEXT("a\0c")));
    assert_true(text_is(TEXT("doel"), "doel"));
    assert_false(text_is(TEXT("doelen"), "doel"));
    assert_false(text_is(TEXT("doe"), "doel"));
    assert_true(text_is((struct text){NULL, 0}, ""));
    assert_int_equal(text_of(NULL).length, 0);
    assert_non_null(text_of(NULL).bytes);
    assert_int_equal(text_of("één").length, 5);
}

static void test_starts(void **state) {
    (void)state;
    assert_true(text_starts(TEXT("x_kleur"), "x_"));
    assert_true(text_starts(TEXT("x_"), "x_"));
    assert_false(text_starts(TEXT("x"), "x_"));
    assert_false(text_starts(TEXT("kleur"), "x_"));
    assert_true(text_starts(TEXT("kleur"), ""));
    assert_true(text_starts(TEXT(""), ""));
}

static void check_trim(const char *given, const char *expected) {
    struct text trimmed = text_trim(text_of(given));
    assert_int_equal(trimmed.length, strlen(expected));
    assert_memory_equal(trimmed.bytes, expected, trimmed.length);
}

static void test_trim(void **state) {
    (void)state;
    check_trim("abc", "abc");
    check_trim("  a b\t", "a b");
    check_trim("\r\n\t x \n\n", "x");
    check_trim(" \t\r\n", "");
    check_trim("", "");
    check_trim("\xC2\xA0x", "\xC2\xA0x"); // a no-break space was put there on purpose
    assert_int_equal(text_trim((struct text){NULL, 0}).length, 0);
}

// Both ways round, and with a limit just enough and just too low.
static void check_distance(const char *a, const char *b, size_t expected) {
    struct text left = text_of(a);
    struct text right = text_of(b);
    assert_int_equal(text_distance(left, right, 99), expected);
    assert_int_equal(text_distance(right, left, 99), expected);
    assert_int_equal(text_distance(left, right, expected), expected);
    if (expected > 0) {
        assert_int_equal(text_distance(left, right, expected - 1), expected);
        assert_int_equal(text_distance(left, right, 0), 1);
    }
}

static void test_distance(void **state) {
    (void)state;
    check_distance("", "", 0);
    check_distance("", "abc", 3);
    check_distance("doel", "doel", 0);
    check_distance("doel", "doelen", 2);
    check_distance("doel", "dol", 1);
    check_distance("doel", "daal", 2);
    check_distance("zorgen", "krachten", 6);
    check_distance("a", "b", 1);
    check_distance("kitten", "sitting", 3);
}

static void test_neighbours_swapped(void **state) {
    (void)state;
    check_distance("ab", "ba", 1);
    check_distance("deol", "doel", 1);
    check_distance("abcd", "badc", 2);
    check_distance("abc", "cba", 2);
    check_distance("ca", "abc", 3); // what was swapped is not edited once more
}

static void test_code_points(void **state) {
    (void)state;
    check_distance("é", "e", 1);
    check_distance("coördinatie", "coordinatie", 1);
    check_distance("éë", "ëé", 1);
    check_distance("😀", "", 1);
    check_distance("\xFF\xFE", "ab", 2); // broken UTF-8 counts byte for byte
}

static void test_longest(void **state) {
    (void)state;
    char word[TEXT_DISTANCE_LONGEST * 2 + 3];
    memset(word, 'a', sizeof word);
    struct text longest = {word, TEXT_DISTANCE_LONGEST};
    struct text longer = {word, TEXT_DISTANCE_LONGEST + 1};
    assert_int_equal(text_distance(longest, longest, 3), 0);
    assert_int_equal(text_distance(longest, TEXT(""), 99), TEXT_DISTANCE_LONGEST);
    assert_int_equal(text_distance(longer, longer, 3), 4);
    assert_int_equal(text_distance(longer, TEXT(""), 99), 100);
    assert_int_equal(text_distance(TEXT(""), longer, 99), 100);
    for (size_t i = 0; i + 1 < sizeof word; i += 2)
        memcpy(word + i, "é", 2);
    struct text points = {word, TEXT_DISTANCE_LONGEST * 2};
    assert_int_equal(text_distance(points, points, 3), 0); // counted in code points
    points.length += 2;
    assert_int_equal(text_distance(points, points, 3), 4);
}

// A word of up to eight letters out of three, another one for every number.
static struct text word_of(unsigned number, char room[8]) {
    size_t length = 0;
    for (; number > 0; number /= 4)
        if (number % 4)
            room[length++] = (char)('a' + number % 4 - 1);
    return (struct text){room, length};
}

static void test_what_holds_for_all(void **state) {
    (void)state;
    char room_a[8];
    char room_b[8];
    for (unsigned i = 0; i < 600; i++)
        for (unsigned k = 0; k < 600; k += 7) {
            struct text a = word_of(i * 31 % 4096, room_a);
            struct text b = word_of(k * 17 % 4096, room_b);
            size_t distance = text_distance(a, b, 99);
            size_t longer = a.length > b.length ? a.length : b.length;
            size_t apart = longer - (a.length > b.length ? b.length : a.length);
            assert_int_equal(distance, text_distance(b, a, 99));
            assert_int_equal(distance == 0, text_equal(a, b));
            assert_true(distance >= apart && distance <= longer);
        }
}

static void test_slip(void **state) {
    (void)state;
    assert_int_equal(text_slip(TEXT("")), 1);
    assert_int_equal(text_slip(TEXT("doel")), 1);
    assert_int_equal(text_slip(TEXT("actie")), 2);
    assert_int_equal(text_slip(TEXT("krachten")), 2);
    assert_int_equal(text_slip(TEXT("afspraken")), 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equal),
        cmocka_unit_test(test_starts),
        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_distance),
        cmocka_unit_test(test_neighbours_swapped),
        cmocka_unit_test(test_code_points),
        cmocka_unit_test(test_longest),
        cmocka_unit_test(test_what_holds_for_all),
        cmocka_unit_test(test_slip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
