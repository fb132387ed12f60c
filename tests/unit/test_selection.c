// SPDX-License-Identifier: EUPL-1.2
// Tests of naming rules: by id, by family, by the beginning of an id.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/report/selection.h"

// How many rules begin with this.
static int count_with(const char *beginning) {
    int count = 0;
    for (int i = 0; i < RULE_COUNT; i++)
        count += strncmp(rules[i].id, beginning, strlen(beginning)) == 0;
    return count;
}

static int count(const bool speaks[RULE_COUNT]) {
    int found = 0;
    for (int i = 0; i < RULE_COUNT; i++)
        found += speaks[i];
    return found;
}

// How many rules speak after these lists (NULL: none was given).
static int speaking(const char *select, const char *ignore) {
    struct selection selection = {0};
    bool speaks[RULE_COUNT];
    char wrong[80];
    const char *near;
    if (select)
        assert_int_equal(selection_add(&selection, select, false, wrong, sizeof wrong, &near), 0);
    if (ignore)
        assert_int_equal(selection_add(&selection, ignore, true, wrong, sizeof wrong, &near), 0);
    selection_apply(&selection, speaks);
    return count(speaks);
}

static void test_lists(void **state) {
    (void)state;
    int form = count_with("FMT");
    assert_int_equal(speaking(NULL, NULL), RULE_COUNT);
    assert_int_equal(speaking("OP-17", NULL), 1);
    assert_int_equal(speaking("op-17", NULL), 1);
    assert_int_equal(speaking("FMT", NULL), form);
    assert_int_equal(speaking("FMT-0", NULL), form);
    assert_int_equal(speaking("FMT,OP", NULL), form + count_with("OP"));
    assert_int_equal(speaking("OP-17, FMT-07 OP-16,,", NULL), 3);
    assert_int_equal(speaking("OP-17,OP-17,OP-1", NULL), count_with("OP-1"));
    assert_int_equal(speaking(NULL, "FMT"), RULE_COUNT - form);
    assert_int_equal(speaking("OP", "OP-17"), count_with("OP") - 1);
    assert_int_equal(speaking("OP-17", "OP"), 0);
    assert_int_equal(speaking(NULL, ""), RULE_COUNT);
}

static void check_wrong(const char *list, const char *word, const char *meant) {
    struct selection selection = {0};
    char wrong[80];
    const char *near = "?";
    assert_int_equal(selection_add(&selection, list, false, wrong, sizeof wrong, &near), -1);
    assert_string_equal(wrong, word);
    if (meant)
        assert_string_equal(near, meant);
    else
        assert_null(near);
}

static void test_wrong(void **state) {
    (void)state;
    check_wrong("OP-177", "OP-177", "OP-17");
    check_wrong("OP17", "OP17", "OP-17");
    check_wrong("FMT,XYZ", "XYZ", NULL);
    check_wrong("OP-17;OP-16", "OP-17;OP-16", NULL);
    check_wrong("een_heel_lang_woord_dat_geen_regel_is", "een_heel_lang_woord_dat_geen_regel_is",
                NULL);
    check_wrong(
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", NULL);
    check_wrong("-", "-", NULL);
    check_wrong("", "", NULL); // would find nothing, and look as if all were well
    check_wrong(" , ", "", NULL);
}

static void test_one_rule(void **state) {
    (void)state;
    const char *near = "?";
    assert_int_equal(selection_rule("OP-17", &near), rule_named(TEXT("OP-17")));
    assert_null(near);
    assert_int_equal(selection_rule("op-17", &near), rule_named(TEXT("OP-17")));
    assert_int_equal(selection_rule("OP-18x", &near), -1);
    assert_non_null(near);
    assert_int_equal(selection_rule("OP", &near), -1); // a family is no rule
    assert_int_equal(selection_rule("", &near), -1);
    assert_null(near);
    assert_int_equal(selection_rule("een_heel_lang_woord", &near), -1);
    assert_null(near);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_wrong),
        cmocka_unit_test(test_one_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
