// SPDX-License-Identifier: EUPL-1.2
// Tests of writing JSON.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lib/base/json.h"

static void check_string(struct text given, const char *expected) {
    struct buffer buffer = {0};
    json_add_string(&buffer, given);
    assert_false(buffer.failed);
    buffer_add_char(&buffer, '\0');
    assert_string_equal(buffer.bytes, expected);
    buffer_free(&buffer);
}

static void test_plain(void **state) {
    (void)state;
    check_string(TEXT(""), "\"\"");
    check_string((struct text){NULL, 0}, "\"\"");
    check_string(TEXT("Nadia"), "\"Nadia\"");
    check_string(TEXT("één € 😀"), "\"één € 😀\"");
    check_string(TEXT("a/b 'c' <d>"), "\"a/b 'c' <d>\"");
}

static void test_escapes(void **state) {
    (void)state;
    check_string(TEXT("\""), "\"\\\"\"");
    check_string(TEXT("\\"), "\"\\\\\"");
    check_string(TEXT("a\nb\tc\rd"), "\"a\\nb\\tc\\rd\"");
    check_string(TEXT("x\0y"), "\"x\\u0000y\"");
    check_string(TEXT("\x7F"), "\"\\u007f\"");
    check_string(TEXT("\"\"a\\"), "\"\\\"\\\"a\\\\\"");
    check_string(TEXT("é\né"), "\"é\\né\"");
}

static void test_every_control(void **state) {
    (void)state;
    for (int point = 0; point < 0x20; point++) {
        char byte = (char)point;
        char expected[16];
        snprintf(expected, sizeof expected, "\"\\u%04x\"", (unsigned)point);
        if (point == '\n' || point == '\t' || point == '\r')
            snprintf(expected, sizeof expected, "\"\\%c\"",
                     point == '\n'   ? 'n'
                     : point == '\t' ? 't'
                                     : 'r');
        check_string((struct text){&byte, 1}, expected);
    }
}

static void test_broken(void **state) {
    (void)state;
    check_string(TEXT("\xFF"), "\"\xEF\xBF\xBD\"");
    check_string(TEXT("a\xE9z"), "\"a\xEF\xBF\xBDz\"");
    check_string(TEXT("\xC3"), "\"\xEF\xBF\xBD\"");
    check_string(TEXT("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    check_string(TEXT("\xF0\x9F\x98"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    check_string(TEXT("\xEF\xBF\xBD"), "\"\xEF\xBF\xBD\""); // U+FFFD itself
}

static void test_keys(void **state) {
    (void)state;
    struct buffer buffer = {0};
    json_add_key(&buffer, "file", true);
    buffer_add_char(&buffer, '1');
    json_add_key(&buffer, "li\"ne", false);
    buffer_add_char(&buffer, '\0');
    assert_string_equal(buffer.bytes, "\"file\":1,\"li\\\"ne\":");
    buffer_free(&buffer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),         cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_every_control), cmocka_unit_test(test_broken),
        cmocka_unit_test(test_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
