// SPDX-License-Identifier: EUPL-1.2
// Tests of the table of phases: the order that decides which rules speak.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "build/gen/schema_words.h"
#include "lib/base/words.h"
#include "lib/method/phase.h"
#include "lib/schema/schema.h"

static void test_order(void **state) {
    (void)state;
    static const struct {
        int value;
        const char *word;
        const char *number;
        int rank;
    } expected[] = {
        {FASE_AANMELDING, "aanmelding", "1", 0},
        {FASE_INTAKE, "intake", "2", 1},
        {FASE_STARTOVERLEG_VOORBEREIDEN, "startoverleg_voorbereiden", "3a", 2},
        {FASE_STARTOVERLEG, "startoverleg", "3b", 3},
        {FASE_VOORTGANG, "voortgang", "4", 4},
        {FASE_VOORTGANGSOVERLEG_VOORBEREIDEN, "voortgangsoverleg_voorbereiden", "5a", 4},
        {FASE_VOORTGANGSOVERLEG, "voortgangsoverleg", "5b", 4},
        {FASE_OVERDRACHT, "overdracht", "6a", 4},
        {FASE_AFSLUITING, "afsluiting", "6b", 5},
    };
    assert_int_equal(phase_count, sizeof expected / sizeof *expected);
    for (int i = 0; i < phase_count; i++) {
        assert_int_equal(expected[i].value, i);
        assert_string_equal(phases[i].word, expected[i].word);
        assert_string_equal(phases[i].number, expected[i].number);
        assert_int_equal(phases[i].rank, expected[i].rank);
        assert_true(phases[i].name[LANGUAGE_ENGLISH][0] && phases[i].name[LANGUAGE_DUTCH][0]);
    }
}

// The format and the table know the same phases, in the same order.
static void test_same_as_the_format(void **state) {
    (void)state;
    const struct schema_type *fase = &schema_types[TYPE_FASE];
    assert_int_equal(fase->word_count, phase_count);
    for (int i = 0; i < phase_count; i++)
        assert_string_equal(fase->words[i].word, phases[i].word);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_same_as_the_format),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
