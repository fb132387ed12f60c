// SPDX-License-Identifier: EUPL-1.2
// Tests of the arguments of options.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/base/option_value.h"

static char message[OPTION_MESSAGE];

static void test_words(void **state) {
    (void)state;
    static const char *const words[] = {"auto", "always", "never", NULL};
    assert_int_equal(option_word("color", "auto", words, message), 0);
    assert_int_equal(option_word("color", "never", words, message), 2);
    assert_int_equal(option_word("color", "nevr", words, message), -1);
    assert_string_equal(message, "--color: “nevr” is none of its words; is “never” meant?");
    assert_int_equal(option_word("color", "", words, message), -1);
    assert_string_equal(message, "--color: “” is none of its words; see --help");
}

static void test_numbers(void **state) {
    (void)state;
    static const char *const wrong[] = {"0", "-1", "+1",  " 1",  "",
                                        "x", "2x", "257", "1e2", "99999999999999999999999"};
    assert_int_equal(option_number("jobs", "1", 256, message), 1);
    assert_int_equal(option_number("jobs", "256", 256, message), 256);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        message[0] = '\0';
        assert_int_equal(option_number("jobs", wrong[i], 256, message), 0);
        assert_string_equal(message, "--jobs takes a whole number from 1 to 256");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
