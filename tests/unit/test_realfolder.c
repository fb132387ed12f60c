// SPDX-License-Identifier: EUPL-1.2
// Tests of real folders and of names as seen from them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/realfolder.h"

static char folder[sizeof "/tmp/g1p-real-XXXXXX"];
static char home[64];

static int enter(void **state) {
    (void)state;
    strcpy(folder, "/tmp/g1p-real-XXXXXX");
    if (!mkdtemp(folder) || chdir(folder) != 0 || !getcwd(home, sizeof home))
        return -1;
    return mkdir("a", 0700) == 0 && mkdir("a/b", 0700) == 0 && symlink("a/b", "link") == 0 ? 0 : -1;
}

static int leave(void **state) {
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void expect(struct realfolder *real, const char *path, const char *below) {
    char expected[128];
    snprintf(expected, sizeof expected, "%s%s", home, below);
    const char *found = realfolder_of(real, path);
    assert_non_null(found);
    assert_string_equal(found, expected);
}

static void test_folders(void **state) {
    (void)state;
    struct realfolder real = {0};
    expect(&real, "x.yaml", "");
    expect(&real, "-", "");
    expect(&real, "./x.yaml", "");
    expect(&real, "a/b/x.yaml", "/a/b");
    expect(&real, "a/b/y.yaml", "/a/b");
    expect(&real, "a/./b/../x", "/a");
    expect(&real, "link/x", "/a/b");
    // Not there: the nearest one that is.
    expect(&real, "none/x", "");
    expect(&real, "a/none/deep//x", "/a");
    assert_string_equal(realfolder_of(&real, "/x"), "/");
    assert_string_equal(realfolder_of(&real, "/none/x"), "/");
    realfolder_free(&real);
}

static void test_holds(void **state) {
    (void)state;
    assert_true(realfolder_holds("/a", "/a"));
    assert_true(realfolder_holds("/a", "/a/b"));
    assert_false(realfolder_holds("/a", "/ab"));
    assert_false(realfolder_holds("/a/b", "/a"));
    assert_true(realfolder_holds("/", "/a"));
}

static void expect_relative(const char *from, const char *of, const char *expected) {
    struct buffer out = {0};
    realfolder_relative(from, of, "x", &out);
    assert_true(text_is(buffer_text(&out), expected));
    buffer_free(&out);
}

static void test_relative(void **state) {
    (void)state;
    expect_relative("/a", "/a", "x");
    expect_relative("/a", "/a/b/c", "b/c/x");
    expect_relative("/a/b", "/a", "../x");
    expect_relative("/a/b", "/ab/c", "../../ab/c/x");
    expect_relative("/a/b", "/a/bc", "../bc/x");
    expect_relative("/", "/", "x");
    expect_relative("/", "/a", "a/x");
    expect_relative("/a", "/", "../x");
    expect_relative("/a/b", "/", "../../x");
}

static void expect_above(const char *from, const char *name, const char *expected) {
    struct buffer out = {0};
    char *real = realpath(from, NULL);
    assert_non_null(real);
    assert_int_equal(realfolder_above(real, name, &out), expected != NULL);
    assert_true(text_is(buffer_text(&out), expected ? expected : ""));
    free(real);
    buffer_free(&out);
}

static void test_above(void **state) {
    (void)state;
    expect_above("a/b", "b", "../b");
    expect_above("a/b", "a/b", "../../a/b");
    expect_above("a", "b", "b");
    expect_above("a/b", "none/x", NULL);
    expect_above("/", "none/x", NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_folders, enter, leave),
        cmocka_unit_test(test_holds),
        cmocka_unit_test(test_relative),
        cmocka_unit_test_setup_teardown(test_above, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
