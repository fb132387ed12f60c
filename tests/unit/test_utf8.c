// SPDX-License-Identifier: EUPL-1.2
// Tests of UTF-8 and of the scan for what may not be in a plan.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/utf8.h"

static void test_round_trip(void **state) {
    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        char bytes[4];
        uint32_t back;
        if (point == 0xD800)
            point = 0xE000;
        size_t length = utf8_encode(point, bytes);
        size_t expected = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        if (length != expected || utf8_decode(bytes, length, &back) != length || back != point)
            fail_msg("U+%04X does not come back", (unsigned)point);
    }
}

#define BROKEN(literal)                                                                            \
    { (literal), sizeof(literal) - 1 }

static const struct {
    const char *bytes;
    size_t length;
} broken[] = {
    BROKEN("\x80"), // a continuation alone
    BROKEN("\xBF"),
    BROKEN("\xC3"), // cut off
    BROKEN("\xE2\x82"),
    BROKEN("\xF0\x9F\x98"),
    BROKEN("\xC3("), // no continuation where one belongs
    BROKEN("\xE2(\xAC"),
    BROKEN("\xE2\x82("),
    BROKEN("\xF0\x9F\x98("),
    BROKEN("\xC3\xC3"),
    BROKEN("\xC0\x80"), // longer than needed
    BROKEN("\xC1\xBF"),
    BROKEN("\xE0\x80\x80"),
    BROKEN("\xE0\x9F\xBF"),
    BROKEN("\xF0\x80\x80\x80"),
    BROKEN("\xF0\x8F\xBF\xBF"),
    BROKEN("\xED\xA0\x80"), // surrogates
    BROKEN("\xED\xBF\xBF"),
    BROKEN("\xF4\x90\x80\x80"), // beyond the last code point
    BROKEN("\xF5\x80\x80\x80"),
    BROKEN("\xF8\x88\x80\x80\x80"),
    BROKEN("\xFE"),
    BROKEN("\xFF"),
};

static void test_broken(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        uint32_t point = 0;
        size_t at = 99;
        int ascii;
        assert_int_equal(utf8_decode(broken[i].bytes, broken[i].length, &point), 1);
        assert_int_equal(point, 0xFFFD);
        // In the scan, at every distance from the eight bytes that are looked at together.
        for (size_t before = 0; before < 10; before++) {
            char text[32];
            memset(text, 'a', sizeof text);
            memcpy(text + before, broken[i].bytes, broken[i].length);
            size_t length = before + broken[i].length;
            assert_int_equal(utf8_scan(text, length, &at, &point, &ascii), UTF8_BROKEN);
            assert_int_equal(at, before);
            if (i != 2 && i != 3 && i != 4) // these three are cut off only at the end
                assert_int_equal(utf8_scan(text, sizeof text, &at, &point, &ascii), UTF8_BROKEN);
        }
    }
}

static void test_edges_that_are_fine(void **state) {
    (void)state;
    static const char *const fine[] = {"\xC2\xA0",     "\xDF\xBF",         "\xE0\xA0\x80",
                                       "\xED\x9F\xBF", "\xEE\x80\x80",     "\xEF\xBF\xBD",
                                       "\xE2\x80\xA7", "\xE2\x80\xAA",     "\xF0\x90\x80\x80",
                                       "\xEF\xBB\xBE", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBD"};
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        size_t at;
        uint32_t point;
        int ascii = 1;
        assert_int_equal(utf8_scan(fine[i], strlen(fine[i]), &at, &point, &ascii), UTF8_FINE);
        assert_false(ascii);
    }
}

// The same scan as simple as can be: one character at a time.
static enum utf8_fault simple_scan(const char *bytes, size_t length, size_t *at, uint32_t *point) {
    for (*at = 0; *at < length;) {
        size_t taken = utf8_decode(bytes + *at, length - *at, point);
        uint32_t c = *point;
        if (c == 0xFFFD && taken == 1)
            return UTF8_BROKEN;
        bool before_newline = *at + 1 < length && bytes[*at + 1] == '\n';
        if (c == '\r' ? !before_newline : c < 0x20 && c != '\t' && c != '\n')
            return UTF8_CONTROL;
        if ((c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE ||
            c == 0xFFFF)
            return UTF8_CONTROL;
        *at += taken;
    }
    return UTF8_FINE;
}

static void compare_scans(const char *bytes, size_t length) {
    size_t at = 99;
    size_t simple_at;
    uint32_t point = 0;
    uint32_t simple_point = 0;
    int ascii = 2;
    enum utf8_fault fault = utf8_scan(bytes, length, &at, &point, &ascii);
    assert_int_equal(fault, simple_scan(bytes, length, &simple_at, &simple_point));
    if (fault != UTF8_FINE)
        assert_int_equal(at, simple_at);
    if (fault == UTF8_CONTROL)
        assert_int_equal(point, simple_point);
    bool all_ascii = true;
    for (size_t i = 0; i < length; i++)
        all_ascii = all_ascii && (unsigned char)bytes[i] < 0x80;
    if (fault == UTF8_FINE)
        assert_int_equal(ascii != 0, all_ascii);
}

// Every byte at every place in texts around the eight bytes that are looked at together.
static void test_every_byte_everywhere(void **state) {
    (void)state;
    static const char fillers[] = {'a', ' ', '~', '\n'};
    char text[20];
    for (size_t filler = 0; filler < sizeof fillers; filler++)
        for (int byte = 0; byte < 256; byte++)
            for (size_t at = 0; at < 10; at++) {
                memset(text, fillers[filler], sizeof text);
                text[at] = (char)byte;
                for (size_t length = at + 1; length <= sizeof text; length++)
                    compare_scans(text, length);
            }
}

static const char *const characters[] = {"\x7F",
                                         "\xC2\x80",
                                         "\xC2\x85",
                                         "\xC2\x9F",
                                         "\xE2\x80\xA8",
                                         "\xE2\x80\xA9",
                                         "\xEF\xBB\xBF",
                                         "\xEF\xBF\xBE",
                                         "\xEF\xBF\xBF",
                                         "\r",
                                         "\r\n",
                                         "\t",
                                         "\xC2\xA0",
                                         "é",
                                         "€",
                                         "😀",
                                         "\x1B",
                                         "\n"};

static void test_every_class_everywhere(void **state) {
    (void)state;
    enum { COUNT = sizeof characters / sizeof *characters };
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < COUNT; k++)
            for (size_t before = 0; before < 10; before++) {
                char text[40];
                memset(text, 'x', sizeof text);
                size_t length = before;
                memcpy(text + length, characters[i], strlen(characters[i]));
                length += strlen(characters[i]);
                memcpy(text + length, characters[k], strlen(characters[k]));
                length += strlen(characters[k]);
                for (size_t behind = 0; behind < 10; behind++)
                    compare_scans(text, length + behind);
            }
}

static void check_control(const char *text, size_t length, size_t at, uint32_t point) {
    size_t found_at = 99;
    uint32_t found = 0;
    int ascii;
    assert_int_equal(utf8_scan(text, length, &found_at, &found, &ascii), UTF8_CONTROL);
    assert_int_equal(found_at, at);
    assert_int_equal(found, point);
}

// The same around the lines that are looked at together, and with nothing behind the text.
static void test_lines(void **state) {
    (void)state;
    for (size_t length = 56; length <= 136; length++) {
        char *text = malloc(length);
        assert_non_null(text);
        for (size_t at = 0; at < length; at++) {
            memset(text, 'a', length);
            compare_scans(text, length);
            text[at] = '\x07';
            compare_scans(text, length);
            text[at] = '\xC3';
            compare_scans(text, length);
        }
        free(text);
    }
}

static void test_what_is_told(void **state) {
    (void)state;
    check_control("abcdefgh\0", 9, 8, 0);
    check_control("abc\rdef", 7, 3, '\r');
    check_control("abc\r", 4, 3, '\r');
    check_control("abc\r\r\n", 6, 3, '\r');
    check_control("a\xC2\x85", 3, 1, 0x85);
    check_control("é\xE2\x80\xA8z", 6, 2, 0x2028);
    check_control("\xEF\xBB\xBFz", 4, 0, 0xFEFF); // the reader takes the mark at the start off
    check_control("\x7F", 1, 0, 0x7F);
    size_t at;
    uint32_t point;
    int ascii = 0;
    assert_int_equal(utf8_scan("", 0, &at, &point, &ascii), UTF8_FINE);
    assert_true(ascii);
}

static void test_count_and_width(void **state) {
    (void)state;
    assert_int_equal(utf8_count("", 0), 0);
    assert_int_equal(utf8_count("één 😀", 10), 5);
    assert_int_equal(utf8_width('a'), 1);
    assert_int_equal(utf8_width(0xE9), 1);
    assert_int_equal(utf8_width(0x301), 0);
    assert_int_equal(utf8_width(0x200D), 0);
    assert_int_equal(utf8_width(0x4E00), 2);
    assert_int_equal(utf8_width(0x1F600), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_edges_that_are_fine),
        cmocka_unit_test(test_every_byte_everywhere),
        cmocka_unit_test(test_every_class_everywhere),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_what_is_told),
        cmocka_unit_test(test_count_and_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
