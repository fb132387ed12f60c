// SPDX-License-Identifier: EUPL-1.2
// Tests of filling in and showing trouble.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/trouble.h"
#include "lib/base/words.h"

static void test_tell(void **state) {
    (void)state;
    struct trouble trouble;
    memset(&trouble, 'x', sizeof trouble);
    assert_int_equal(trouble_tell(&trouble, EIO, "cannot be read", "plan.yaml"), -1);
    assert_int_equal(trouble.number, EIO);
    assert_string_equal(trouble.what, "cannot be read");
    assert_string_equal(trouble.detail, "plan.yaml");
    assert_int_equal(trouble_tell(&trouble, 0, "cannot begin", NULL), -1);
    assert_int_equal(trouble.number, 0);
    assert_string_equal(trouble.detail, "");
    assert_int_equal(trouble_tell(NULL, EIO, "cannot be read", "plan.yaml"), -1);
}

static void test_long_detail(void **state) {
    (void)state;
    struct trouble trouble;
    char name[TROUBLE_DETAIL * 2];
    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    assert_int_equal(trouble_tell(&trouble, 0, "is empty", name), -1);
    assert_int_equal(strlen(trouble.detail), TROUBLE_DETAIL - 1);
    assert_memory_equal(trouble.detail, name, TROUBLE_DETAIL - 1);
}

// Prints, and gives what came on standard error.
static void print_into(const struct trouble *trouble, char *into, size_t room) {
    FILE *file = tmpfile();
    assert_non_null(file);
    fflush(stderr);
    int saved = dup(STDERR_FILENO);
    assert_true(saved >= 0);
    assert_true(dup2(fileno(file), STDERR_FILENO) >= 0);
    trouble_print("g1p-test", trouble);
    fflush(stderr);
    assert_true(dup2(saved, STDERR_FILENO) >= 0);
    close(saved);
    rewind(file);
    into[fread(into, 1, room - 1, file)] = '\0';
    fclose(file);
}

static void check_prints(int number, const char *what, const char *detail, const char *expected) {
    struct trouble trouble;
    char printed[1024];
    trouble_tell(&trouble, number, what, detail);
    print_into(&trouble, printed, sizeof printed);
    assert_string_equal(printed, expected);
}

static void test_print(void **state) {
    (void)state;
    check_prints(0, "is empty", "plan.yaml", "g1p-test: plan.yaml: is empty\n");
    check_prints(0, "cannot begin", NULL, "g1p-test: cannot begin\n");
    check_prints(ENOENT, "cannot be opened", "é.yaml",
                 "g1p-test: é.yaml: cannot be opened: there is no such file or folder\n");
    check_prints(ENOMEM, "cannot begin", "",
                 "g1p-test: cannot begin: there is not enough memory\n");
}

// A name can be made to look like another line, or to steer a terminal.
static void test_print_stays_on_one_line(void **state) {
    (void)state;
    check_prints(0, "is empty", "a\nb\033[31m\tc\x7F.yaml",
                 "g1p-test: a?b?[31m?c?.yaml: is empty\n");
    check_prints(0, "is empty", "%s%n", "g1p-test: %s%n: is empty\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tell),
        cmocka_unit_test(test_long_detail),
        cmocka_unit_test(test_print),
        cmocka_unit_test(test_print_stays_on_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
