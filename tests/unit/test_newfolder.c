// SPDX-License-Identifier: EUPL-1.2
// Tests of making a folder of files: all of them or none.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/newfolder.h"

static const struct newfolder_file files[] = {{"a", {"een\n", 4}, false},
                                              {"diep/er/b", {"", 0}, false},
                                              {"diep/c", {"#!/bin/sh\n", 10}, true}};
enum { COUNT = sizeof files / sizeof *files };

static char home[sizeof "/tmp/g1p-newfolder-XXXXXX"];

static int enter(void **state) {
    (void)state;
    strcpy(home, "/tmp/g1p-newfolder-XXXXXX");
    return mkdtemp(home) && chdir(home) == 0 ? 0 : -1;
}

static int leave(void **state) {
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", home);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static void expect_mode(const char *path, mode_t mode) {
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, mode);
}

// How many names there are below the home, itself left out.
static void expect_names(const char *count) {
    char command[64];
    snprintf(command, sizeof command, "test $(find . | wc -l) -eq $((1 + %s))", count);
    assert_int_equal(system(command), 0);
}

static void test_new(void **state) {
    (void)state;
    struct trouble trouble;
    assert_int_equal(newfolder_create("x//", files, COUNT, &trouble), 0);
    expect_mode("x", 0700);
    expect_mode("x/a", 0600);
    expect_mode("x/diep/er", 0700);
    expect_mode("x/diep/c", 0700);
    expect_names("6");
    assert_int_equal(newfolder_create("x", files, COUNT, &trouble), -1);
    assert_int_equal(trouble.number, EEXIST);
    assert_string_equal(trouble.detail, "x/a");
    expect_names("6");
}

static void test_there(void **state) {
    (void)state;
    struct trouble trouble;
    assert_int_equal(mkdir("x", 0755), 0);
    assert_int_equal(mkdir("x/diep", 0755), 0);
    assert_int_equal(newfolder_create("x", files, COUNT, &trouble), 0);
    expect_mode("x/diep", 0755); // was there
    expect_mode("x/diep/er/b", 0600);
}

// What is in the way of the second file is found out when the first is made already.
static void test_taken_back(void **state) {
    (void)state;
    struct trouble trouble;
    assert_int_equal(mkdir("x", 0700), 0);
    assert_int_equal(symlink("nergens", "x/diep"), 0);
    assert_int_equal(newfolder_create("x", files, COUNT, &trouble), -1);
    assert_int_equal(trouble.number, ENOTDIR);
    expect_names("2");
    assert_int_equal(unlink("x/diep"), 0);
    // A file of the same set where a folder should be.
    static const struct newfolder_file wrong[] = {{"a", {"", 0}, false}, {"a/b", {"", 0}, false}};
    assert_int_equal(newfolder_create("y", wrong, 2, &trouble), -1);
    expect_names("1");
}

static void test_no_place(void **state) {
    (void)state;
    struct trouble trouble;
    static const char *const places[] = {"", "none/x", "file", "file/x"};
    assert_int_equal(system(": >file"), 0);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        assert_int_equal(newfolder_create(places[i], files, COUNT, &trouble), -1);
    expect_names("1");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_new, enter, leave),
        cmocka_unit_test_setup_teardown(test_there, enter, leave),
        cmocka_unit_test_setup_teardown(test_taken_back, enter, leave),
        cmocka_unit_test_setup_teardown(test_no_place, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
