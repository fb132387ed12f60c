// SPDX-License-Identifier: EUPL-1.2
// Tests of the growing buffer.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/buffer.h"

static void check_holds(const struct buffer *buffer, const char *expected) {
    struct text text = buffer_text(buffer);
    assert_false(buffer->failed);
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

static void test_adding(void **state) {
    (void)state;
    struct buffer buffer = {0};
    check_holds(&buffer, "");
    assert_non_null(buffer_text(&buffer).bytes);
    buffer_add(&buffer, TEXT("één"));
    buffer_add(&buffer, (struct text){NULL, 0});
    buffer_add_string(&buffer, "");
    buffer_add_string(&buffer, " twee ");
    buffer_add_char(&buffer, 'x');
    buffer_add_number(&buffer, -12);
    check_holds(&buffer, "één twee x-12");
    buffer_add_char(&buffer, '\0');
    assert_int_equal(buffer.length, 16);
    buffer_free(&buffer);
    assert_null(buffer.bytes);
    check_holds(&buffer, "");
}

static void test_numbers(void **state) {
    (void)state;
    char expected[64];
    struct buffer buffer = {0};
    buffer_add_number(&buffer, LONG_MIN);
    buffer_add_char(&buffer, ' ');
    buffer_add_number(&buffer, LONG_MAX);
    buffer_format(&buffer, " %d", 0);
    snprintf(expected, sizeof expected, "%ld %ld 0", LONG_MIN, LONG_MAX);
    check_holds(&buffer, expected);
    buffer_free(&buffer);
}

static void test_format(void **state) {
    (void)state;
    struct buffer buffer = {0};
    buffer_format(&buffer, "%s", "");
    check_holds(&buffer, "");
    buffer_format(&buffer, "%s=%04d%%", "a", 7);
    check_holds(&buffer, "a=0007%");
    buffer_clear(&buffer);
    // Lengths around the first room, so that the NUL of vsnprintf is what needs more.
    for (int length = 250; length < 260; length++) {
        struct buffer fresh = {0};
        buffer_format(&fresh, "%*s|", length, "x");
        assert_int_equal(fresh.length, length + 1);
        assert_int_equal(fresh.bytes[length - 1], 'x');
        assert_int_equal(fresh.bytes[length], '|');
        buffer_add_string(&fresh, "y");
        assert_int_equal(fresh.bytes[length + 1], 'y');
        buffer_free(&fresh);
    }
    buffer_free(&buffer);
}

static void test_growing(void **state) {
    (void)state;
    enum { MANY = 300000 };
    struct buffer buffer = {0};
    for (int i = 0; i < MANY; i++)
        buffer_add(&buffer, (struct text){"0123456789", (size_t)(i % 11)});
    assert_false(buffer.failed);
    size_t at = 0;
    for (int i = 0; i < MANY; i++)
        for (int k = 0; k < i % 11; k++)
            if (buffer.bytes[at++] != '0' + k)
                fail_msg("byte %zu is wrong", at - 1);
    assert_int_equal(at, buffer.length);
    assert_true(buffer.room >= buffer.length && buffer.room < 2 * buffer.length + 256);
    buffer_clear(&buffer);
    assert_int_equal(buffer.room, 0); // as large as this it is given back
    buffer_add_string(&buffer, "klein");
    check_holds(&buffer, "klein");
    size_t room = buffer.room;
    buffer_clear(&buffer);
    check_holds(&buffer, "");
    assert_int_equal(buffer.room, room);
    buffer_free(&buffer);
}

static void test_failed(void **state) {
    (void)state;
    struct buffer buffer = {0};
    buffer_add_string(&buffer, "voor");
    buffer_add(&buffer, (struct text){"", SIZE_MAX - 100}); // no memory holds that
    assert_true(buffer.failed);
    assert_int_equal(buffer.length, 4);
    buffer_add_string(&buffer, "na");
    buffer_add_char(&buffer, 'x');
    buffer_format(&buffer, "%d", 3);
    assert_true(buffer.failed);
    assert_int_equal(buffer.length, 4);
    assert_memory_equal(buffer.bytes, "voor", 4);
    buffer_clear(&buffer);
    buffer_add_string(&buffer, "weer");
    check_holds(&buffer, "weer");
    buffer_free(&buffer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_adding), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_format), cmocka_unit_test(test_growing),
        cmocka_unit_test(test_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
