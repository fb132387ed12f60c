// SPDX-License-Identifier: EUPL-1.2
// Tests of what other readers of YAML take a text for.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/yaml/resolve.h"

static void test_taken(void **state) {
    static const char *const texts[] = {"",
                                        "~",
                                        "null",
                                        "Null",
                                        "true",
                                        "FALSE",
                                        "yes",
                                        "No",
                                        "on",
                                        "OFF",
                                        "y",
                                        "N",
                                        "=",
                                        "<<",
                                        "0",
                                        "12",
                                        "-7",
                                        "+7",
                                        "08",
                                        "0612345678",
                                        "1_000",
                                        "0x1F",
                                        "0b10",
                                        "0o17",
                                        "1.5",
                                        ".5",
                                        "-.5",
                                        "1.",
                                        "1e3",
                                        "1.5E+3",
                                        ".inf",
                                        "-.INF",
                                        ".NaN",
                                        "1:30",
                                        "14:00",
                                        "1:30:00.5",
                                        "2026-03-12",
                                        "2026-3-12 14:30:00",
                                        "2026-03-12T14:30:00Z",
                                        "2026-03-12 14:30:00.5 +01:00"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!resolve_taken(text_of(texts[i])))
            fail_msg("%s is taken for something else", texts[i]);
}

static void test_texts(void **state) {
    static const char *const texts[] = {"nee",
                                        "ja",
                                        "geen",
                                        "nul",
                                        "-",
                                        ".",
                                        "e3",
                                        "1e",
                                        "12a",
                                        "0x",
                                        "1:",
                                        "a:30",
                                        "2026-3-12",
                                        "2026-0012",
                                        "12 uur",
                                        "2026-03",
                                        "12-3-2026",
                                        "2026-03-12 om 3",
                                        "0612 345",
                                        "_1",
                                        "+",
                                        "yess",
                                        "2026-03-12T14"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (resolve_taken(text_of(texts[i])))
            fail_msg("%s is just a text", texts[i]);
}

static void test_bare(void **state) {
    static const char *const bare[] = {"0", "7", "-7", "6.5", "-0.5", "2026-03-12", "1234567890"};
    static const char *const others[] = {"",          "08",         "+7",  ".5",  "1.",
                                         "1e3",       "0x1F",       "no",  "1:3", "7 ",
                                         "2026-3-12", "2026-02-30", "1_0", "-"};
    (void)state;
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++)
        assert_true(resolve_bare(text_of(bare[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (resolve_bare(text_of(others[i])))
            fail_msg("%s is not in the form of the format", others[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_bare),
    };
    return cmocka_run_group_tests_name("resolve", tests, NULL, NULL);
}
