// SPDX-License-Identifier: EUPL-1.2
// Tests of the private folder to work in.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/workdir.h"

static char folder[32];

// Each test has a fresh folder to make its own in.
static int enter(void **state) {
    (void)state;
    strcpy(folder, "/tmp/g1p-test-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int leave(void **state) {
    (void)state;
    return rmdir(folder); // nothing may be left in it
}

static bool is_there(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

static void make(struct workdir *workdir) {
    struct trouble trouble;
    assert_int_equal(workdir_make(folder, workdir, &trouble), 0);
    assert_int_equal(strncmp(workdir->path, folder, strlen(folder)), 0);
}

static void check_removed(struct workdir *workdir) {
    char *path = strdup(workdir->path);
    assert_non_null(path);
    struct trouble trouble = {0};
    int outcome = workdir_remove(workdir, &trouble);
    if (outcome != 0)
        print_message("%s: %s\n", trouble.detail, strerror(trouble.number));
    assert_int_equal(outcome, 0);
    assert_false(is_there(path));
    assert_null(workdir->path);
    assert_int_equal(workdir_remove(workdir, &trouble), 0); // once more does no harm
    free(path);
}

static void test_private(void **state) {
    (void)state;
    struct workdir workdir;
    mode_t before = umask(0);
    make(&workdir);
    struct stat status;
    assert_int_equal(stat(workdir.path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0700);
    assert_int_equal(workdir_put(&workdir, "plan.html", text_of("words"), NULL), 0);
    char *path = workdir_path(&workdir, "plan.html");
    assert_non_null(path);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0600);
    assert_int_equal(status.st_size, 5);
    free(path);
    umask(before);
    assert_true(fcntl(workdir.folder, F_GETFD) & FD_CLOEXEC);
    check_removed(&workdir);
}

static void test_put_refused(void **state) {
    (void)state;
    struct workdir workdir;
    struct trouble trouble;
    make(&workdir);
    assert_int_equal(symlinkat("/tmp/elsewhere", workdir.folder, "link"), 0);
    assert_int_equal(workdir_put(&workdir, "a", text_of(""), &trouble), 0);
    assert_int_equal(workdir_put(&workdir, "a", text_of("x"), &trouble), -1);
    assert_int_equal(trouble.number, EEXIST);
    assert_string_equal(trouble.detail, "a");
    assert_int_equal(workdir_create(&workdir, "link", &trouble), -1);
    assert_false(is_there("/tmp/elsewhere"));
    // A disk that is full, as far as this process goes.
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    struct rlimit small = {.rlim_cur = 3, .rlim_max = limit.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    int outcome = workdir_put(&workdir, "b", text_of("words"), &trouble);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(outcome, -1);
    assert_int_equal(trouble.number, EFBIG);
    assert_int_equal(faccessat(workdir.folder, "b", F_OK, 0), -1);
    check_removed(&workdir);
}

static void test_parents(void **state) {
    (void)state;
    struct workdir workdir;
    struct trouble trouble;
    assert_int_equal(workdir_make("/nowhere", &workdir, &trouble), -1);
    assert_int_equal(trouble.number, ENOENT);
    assert_string_equal(trouble.detail, "/nowhere");
    assert_int_equal(workdir_make("/etc/passwd", &workdir, &trouble), -1);
    assert_int_equal(trouble.number, ENOTDIR);
    char *before = getenv("TMPDIR");
    if (before)
        before = strdup(before);
    assert_int_equal(setenv("TMPDIR", folder, 1), 0);
    assert_int_equal(workdir_make(NULL, &workdir, &trouble), 0);
    assert_int_equal(strncmp(workdir.path, folder, strlen(folder)), 0);
    check_removed(&workdir);
    // A relative one is made absolute; an empty one is none.
    int home = open(".", O_RDONLY | O_DIRECTORY);
    assert_int_equal(chdir("/tmp"), 0);
    assert_int_equal(workdir_make(folder + strlen("/tmp/"), &workdir, &trouble), 0);
    assert_int_equal(fchdir(home), 0);
    close(home);
    assert_int_equal(workdir.path[0], '/');
    check_removed(&workdir);
    assert_int_equal(setenv("TMPDIR", "", 1), 0);
    assert_int_equal(workdir_make("", &workdir, &trouble), 0);
    check_removed(&workdir);
    if (before)
        setenv("TMPDIR", before, 1);
    else
        unsetenv("TMPDIR");
    free(before);
}

static void put_file(int at, const char *name) {
    int fd = openat(at, name, O_WRONLY | O_CREAT | O_EXCL, 0600);
    assert_true(fd >= 0);
    close(fd);
}

// Links are removed, never followed; and whatever else a program may leave.
static void test_remove_all_kinds(void **state) {
    (void)state;
    char outside[sizeof folder + 16];
    snprintf(outside, sizeof outside, "%s/outside", folder);
    assert_int_equal(mkdir(outside, 0700), 0);
    int out = open(outside, O_RDONLY | O_DIRECTORY);
    put_file(out, "kept");
    struct workdir workdir;
    make(&workdir);
    assert_int_equal(symlinkat(outside, workdir.folder, "link"), 0);
    assert_int_equal(symlinkat("nowhere", workdir.folder, "dangling"), 0);
    assert_int_equal(mkfifoat(workdir.folder, "pipe", 0600), 0);
    assert_int_equal(mkdirat(workdir.folder, "empty", 0700), 0);
    assert_int_equal(mkdirat(workdir.folder, "full", 0700), 0);
    assert_int_equal(mkdirat(workdir.folder, "full/inner", 0700), 0);
    assert_int_equal(mkdirat(workdir.folder, "-1", 0700), 0); // a name that we might give
    assert_int_equal(symlinkat(outside, workdir.folder, "full/link"), 0);
    assert_int_equal(symlinkat(outside, workdir.folder, "full/inner/link"), 0);
    put_file(workdir.folder, "full/inner/.hidden");
    put_file(workdir.folder, "new\nline");
    assert_int_equal(fchmodat(workdir.folder, "full/inner", 0, 0), 0);
    assert_int_equal(fchmodat(workdir.folder, "full", 0500, 0), 0);
    assert_int_equal(fchmod(workdir.folder, 0500), 0);
    check_removed(&workdir);
    assert_int_equal(unlinkat(out, "kept", 0), 0); // so it was still there
    close(out);
    assert_int_equal(rmdir(outside), 0);
}

static void test_remove_deep_and_wide(void **state) {
    (void)state;
    struct workdir workdir;
    make(&workdir);
    int at = dup(workdir.folder);
    for (int depth = 0; depth < 2000; depth++) {
        assert_int_equal(mkdirat(at, "d", 0700), 0);
        assert_int_equal(mkdirat(at, "e", 0700), 0);
        put_file(at, "f");
        int inner = openat(at, "d", O_RDONLY | O_DIRECTORY);
        assert_true(inner >= 0);
        close(at);
        at = inner;
    }
    for (int i = 0; i < 2000; i++) {
        char name[16];
        snprintf(name, sizeof name, "%d", i);
        put_file(at, name);
    }
    close(at);
    check_removed(&workdir);
}

// What cannot be removed is told, by name, and the rest is removed all the same.
static void test_remove_fails(void **state) {
    (void)state;
    struct workdir workdir;
    make(&workdir);
    put_file(workdir.folder, "a");
    char *path = strdup(workdir.path);
    char moved[sizeof folder + 16];
    snprintf(moved, sizeof moved, "%s/moved", folder);
    assert_int_equal(rename(path, moved), 0);
    struct trouble trouble;
    assert_int_equal(workdir_remove(&workdir, &trouble), -1);
    assert_int_equal(trouble.number, ENOENT);
    assert_string_equal(trouble.detail, path);
    assert_int_equal(rmdir(moved), 0); // it is empty
    free(path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_private, enter, leave),
        cmocka_unit_test_setup_teardown(test_put_refused, enter, leave),
        cmocka_unit_test_setup_teardown(test_parents, enter, leave),
        cmocka_unit_test_setup_teardown(test_remove_all_kinds, enter, leave),
        cmocka_unit_test_setup_teardown(test_remove_deep_and_wide, enter, leave),
        cmocka_unit_test_setup_teardown(test_remove_fails, enter, leave),
    };
    return cmocka_run_group_tests_name("workdir", tests, NULL, NULL);
}
