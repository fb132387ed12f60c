// SPDX-License-Identifier: EUPL-1.2
// Tests of what the editor is told of the format.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/schema/order.h"

static const struct schema_field *at(const char *pointer, bool *item) {
    return schema_at(schema_plan, text_of(pointer), item);
}

static void test_at(void **state) {
    bool item;
    (void)state;
    assert_null(at("", &item));
    assert_string_equal(at("/fase", &item)->name, "fase");
    assert_false(item);
    assert_string_equal(at("/doelen", &item)->name, "doelen");
    assert_false(item);
    assert_string_equal(at("/doelen/0", &item)->name, "doelen");
    assert_true(item);
    assert_string_equal(at("/doelen/-", &item)->name, "doelen");
    assert_true(item);
    assert_string_equal(at("/doelen/12/acties/-/wat", &item)->name, "wat");
    assert_false(item);
    assert_string_equal(at("/doelen/0/acties/0/wie/1", &item)->name, "wie");
    assert_true(item);
    assert_null(at("/hobby", &item));
    assert_null(at("/hobby/0/wat", &item));
    assert_null(at("/fase/x", &item));
    assert_null(at("/doelen/x", &item));
    assert_null(at("/doelen/0/0", &item));
}

static void test_rank(void **state) {
    (void)state;
    struct edit_order order = schema_order(schema_plan);
    int before = order.rank(order.context, TEXT(""), TEXT("intake"));
    int behind = order.rank(order.context, TEXT(""), TEXT("veiligheidsplan"));
    assert_true(before > 0);
    assert_true(behind > before);
    assert_int_equal(order.rank(order.context, TEXT(""), TEXT("g1p")), 0);
    assert_int_equal(order.rank(order.context, TEXT(""), TEXT("hobby")), -1);
    assert_int_equal(order.rank(order.context, TEXT("/hobby"), TEXT("g1p")), -1);
    assert_int_equal(order.rank(order.context, TEXT("/fase"), TEXT("g1p")), -1);
    assert_true(order.rank(order.context, TEXT("/doelen/3"), TEXT("id")) >= 0);
    assert_true(order.rank(order.context, TEXT("/doelen/-/acties/-"), TEXT("wat")) >= 0);
}

static void test_bare(void **state) {
    (void)state;
    struct edit_order order = schema_order(schema_plan);
    assert_true(order.bare(order.context, TEXT("/opgesteld")));
    assert_true(order.bare(order.context, TEXT("/veiligheidsplan/schaal/-/cijfer")));
    assert_true(order.bare(order.context, TEXT("/g1p")));
    assert_false(order.bare(order.context, TEXT("/nummer")));
    assert_false(order.bare(order.context, TEXT("/overleggen/0/tijd")));
    assert_false(order.bare(order.context, TEXT("/hobby")));
    assert_false(order.bare(order.context, TEXT("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_at),
        cmocka_unit_test(test_rank),
        cmocka_unit_test(test_bare),
    };
    return cmocka_run_group_tests_name("order", tests, NULL, NULL);
}
