// SPDX-License-Identifier: EUPL-1.2
// Tests of beginning a file: what is taken, what is refused and in which words, memory.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/change/begin.h"

static struct begin begin;
static struct arena arena;
static struct values values;
static struct buffer said;
static struct buffer text;

static int enter(void **state) {
    (void)state;
    begin = (struct begin){
        .soort = soort_named("plan"), .name = TEXT("2026-0001"), .today = {2026, 6, 1}};
    arena_init(&arena, 0);
    return values_begin(&values, *begin.soort->type, &arena);
}

static int leave(void **state) {
    (void)state;
    arena_fail_at(0);
    arena_free(&arena);
    buffer_free(&said);
    buffer_free(&text);
    said = text = (struct buffer){0};
    return 0;
}

static bool holds(struct buffer *buffer, const char *words) {
    buffer_add_char(buffer, '\0');
    bool found = strstr(buffer->bytes, words) != NULL;
    buffer->length--;
    return found;
}

static void take(const char *typed) {
    assert_int_equal(begin_take(&values, typed, &said), BEGIN_DONE);
}

static void test_a_file(void **state) {
    (void)state;
    take("fase=intake");
    assert_int_equal(begin_text(&begin, &values, &said, &text), BEGIN_DONE);
    assert_int_equal(said.length, 0);
    assert_true(holds(&text, "fase: intake"));
    assert_true(holds(&text, "nummer: 2026-0001"));
}

static void test_what_is_no_field(void **state) {
    (void)state;
    assert_int_equal(begin_take(&values, "geheim", &said), BEGIN_REFUSED);
    assert_true(holds(&said, "only fields, as FIELD=VALUE"));
    assert_false(holds(&said, "geheim"));
    buffer_clear(&said);
    assert_int_equal(begin_take(&values, "huishoude.naam=geheim", &said), BEGIN_REFUSED);
    assert_true(holds(&said, "huishoude"));
    assert_false(holds(&said, "geheim"));
}

static void test_what_cannot_stand(void **state) {
    (void)state;
    take("fase=morgen");
    assert_int_equal(begin_text(&begin, &values, &said, &text), BEGIN_REFUSED);
    assert_true(holds(&said, "fase: "));
    assert_true(holds(&said, "\nnothing was written\n"));
    assert_false(holds(&said, "morgen"));
}

static void test_what_stands_behind_a_mark(void **state) {
    (void)state;
    take("doelen.0.doel=Er is rust in huis");
    assert_int_equal(begin_text(&begin, &values, &said, &text), BEGIN_DONE);
    assert_true(holds(&said, "doelen.0 stands behind a #"));
    buffer_clear(&said);
    buffer_clear(&text);
    begin.quiet = true;
    assert_int_equal(begin_text(&begin, &values, &said, &text), BEGIN_DONE);
    assert_int_equal(said.length, 0);
}

static void test_memory(void **state) {
    (void)state;
    bool ran_out = false;
    for (unsigned long i = 1; i < 100000; i++) {
        leave(NULL);
        assert_int_equal(enter(NULL), 0);
        take("huishouden.naam=Familie Aarts");
        arena_fail_at(i);
        enum begin_outcome outcome = begin_text(&begin, &values, &said, &text);
        arena_fail_at(0);
        if (outcome == BEGIN_DONE) {
            assert_true(ran_out);
            return;
        }
        assert_int_equal(outcome, BEGIN_NO_MEMORY);
        ran_out = true;
    }
    fail_msg("memory never sufficed");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_file, enter, leave),
        cmocka_unit_test_setup_teardown(test_what_is_no_field, enter, leave),
        cmocka_unit_test_setup_teardown(test_what_cannot_stand, enter, leave),
        cmocka_unit_test_setup_teardown(test_what_stands_behind_a_mark, enter, leave),
        cmocka_unit_test_setup_teardown(test_memory, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
