// SPDX-License-Identifier: EUPL-1.2
// Tests of putting new files in their place, with a system that refuses things at will.
#define _GNU_SOURCE // RTLD_NEXT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/newfile.h"

static char folder[32];
static int home = -1;

// --- A system that refuses: these stand in for libc's own ---

static struct {
    int write, fsync, linkat, renameat, tmpfile; // the errno to fail with; 0: do it
    int fsync_from;                              // from which fsync on (1: all)
    int fsyncs;
    int short_writes;
    int signal_at_fsync;
} refuse;

typedef ssize_t write_function(int fd, const void *bytes, size_t length);
typedef int linkat_function(int, const char *, int, const char *, int);
typedef int renameat_function(int, const char *, int, const char *);
typedef int openat_function(int, const char *, int, ...);

// ISO C has no cast from an object's to a function's pointer; POSIX promises that this works.
static void find_own(const char *name, void *function) {
    void *found = dlsym(RTLD_NEXT, name);
    assert_non_null(found);
    memcpy(function, &found, sizeof found);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    write_function *own;
    find_own("write", &own);
    if (fd > 2 && refuse.write) {
        errno = refuse.write;
        return -1;
    }
    if (fd > 2 && refuse.short_writes) {
        if (refuse.short_writes++ % 2) {
            errno = EINTR;
            return -1;
        }
        length = length > 3 ? 3 : length;
    }
    return own(fd, bytes, length);
}

int fsync(int fd) {
    (void)fd;
    refuse.fsyncs++;
    if (refuse.signal_at_fsync)
        raise(refuse.signal_at_fsync);
    if (refuse.fsync && refuse.fsyncs >= refuse.fsync_from) {
        errno = refuse.fsync;
        return -1;
    }
    return 0;
}

int linkat(int from, const char *old, int to, const char *new, int flags) {
    linkat_function *own;
    find_own("linkat", &own);
    if (refuse.linkat) {
        errno = refuse.linkat;
        return -1;
    }
    return own(from, old, to, new, flags);
}

int renameat(int from, const char *old, int to, const char *new) {
    renameat_function *own;
    find_own("renameat", &own);
    if (refuse.renameat) {
        errno = refuse.renameat;
        return -1;
    }
    return own(from, old, to, new);
}

int openat(int at, const char *path, int flags, ...) {
    openat_function *own;
    find_own("openat", &own);
    if (refuse.tmpfile && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = refuse.tmpfile;
        return -1;
    }
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return own(at, path, flags, mode);
}

// --- Help ---

static int enter(void **state) {
    (void)state;
    memset(&refuse, 0, sizeof refuse);
    strcpy(folder, "/tmp/g1p-newfile-XXXXXX");
    home = open(".", O_RDONLY | O_DIRECTORY);
    return home >= 0 && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave(void **state) {
    (void)state;
    memset(&refuse, 0, sizeof refuse);
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    int outcome = fchdir(home) == 0 && system(command) == 0 ? 0 : -1;
    close(home);
    return outcome;
}

static struct newfile_content words(const char *string) {
    return (struct newfile_content){.text = text_of(string)};
}

static void check_content(const char *path, const char *expected) {
    char bytes[256] = "";
    int fd = open(path, O_RDONLY);
    assert_true(fd >= 0);
    assert_true(read(fd, bytes, sizeof bytes - 1) >= 0);
    close(fd);
    assert_string_equal(bytes, expected);
}

static void check_mode(const char *path, mode_t expected) {
    struct stat status;
    assert_int_equal(lstat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, expected);
}

// How many entries the current folder has.
static int count_entries(void) {
    DIR *here = opendir(".");
    assert_non_null(here);
    int count = -2; // "." and ".."
    while (readdir(here))
        count++;
    closedir(here);
    return count;
}

static void check_create(const char *path, const char *content, int expected) {
    struct newfile_content new = words(content);
    struct trouble trouble = {.number = -1};
    int outcome = newfile_create(path, &new, &trouble);
    assert_int_equal(outcome, expected < 0 ? 0 : -1);
    if (outcome != 0)
        assert_int_equal(trouble.number, expected);
}

static void check_replace(const char *path, const char *content, int expected) {
    struct newfile_content new = words(content);
    struct trouble trouble = {.number = -1};
    int outcome = newfile_replace(path, &new, &trouble);
    assert_int_equal(outcome, expected < 0 ? 0 : -1);
    if (outcome != 0)
        assert_int_equal(trouble.number, expected);
}

enum { FINE = -1 };

// --- Tests ---

static void create_everywhere(void) {
    check_create("a", "one\n", FINE);
    check_content("a", "one\n");
    check_mode("a", 0600);
    check_create("a", "two\n", EEXIST);
    check_content("a", "one\n");
    check_create("empty", "", FINE);
    check_content("empty", "");
    assert_int_equal(mkdir("inner", 0700), 0);
    check_create("inner/b", "b", FINE);
    check_content("inner/b", "b");
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    check_create(name, "long", FINE);
    check_content(name, "long");
    assert_int_equal(count_entries(), 4);
}

static void test_create(void **state) {
    (void)state;
    create_everywhere();
    assert_true(refuse.fsyncs >= 8); // each file and its folder
}

static void test_create_named(void **state) {
    (void)state;
    refuse.tmpfile = ENOTSUP;
    create_everywhere();
}

// A file system without second names: neither way by a link works.
static void test_create_without_links(void **state) {
    (void)state;
    refuse.linkat = EPERM;
    create_everywhere();
}

static void test_create_refused(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(symlink("nowhere", "link"), 0);
    for (int way = 0; way < 2; way++) {
        refuse.tmpfile = way ? EISDIR : 0;
        check_create("folder", "x", EEXIST);
        check_create("link", "x", EEXIST);
        check_create("folder/", "x", EISDIR);
        check_create(".", "x", EISDIR);
        check_create("folder/..", "x", EISDIR);
        check_create("", "x", ENOENT);
        check_create("absent/x", "x", ENOENT);
        check_create("link/x", "x", ENOENT);
    }
    assert_int_equal(count_entries(), 2);
}

static void test_possible(void **state) {
    (void)state;
    struct trouble trouble;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(symlink("nowhere", "link"), 0);
    assert_int_equal(newfile_possible("new", &trouble), 0);
    assert_int_equal(newfile_possible("folder/new", &trouble), 0);
    assert_int_equal(newfile_possible("folder", &trouble), -1);
    assert_string_equal(trouble.detail, "folder");
    assert_int_equal(newfile_possible("link", &trouble), -1);
    assert_int_equal(newfile_possible("absent/new", &trouble), -1);
    assert_int_equal(trouble.number, ENOENT);
    assert_int_equal(count_entries(), 2);
}

static void test_replace(void **state) {
    (void)state;
    check_replace("a", "one", FINE);
    check_replace("a", "two", FINE);
    check_content("a", "two");
    check_mode("a", 0600);
    assert_int_equal(count_entries(), 1);
}

static void test_replace_links(void **state) {
    (void)state;
    assert_int_equal(mkdir("far", 0700), 0);
    check_create("far/real", "one", FINE);
    assert_int_equal(symlink("far/real", "link"), 0);
    assert_int_equal(symlink("link", "second"), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    assert_int_equal(symlink("circle", "circle"), 0);
    check_replace("second", "two", FINE);
    check_content("far/real", "two");
    check_mode("link", 0777);
    check_mode("second", 0777);
    check_replace("dangling", "x", ENOENT);
    check_replace("circle", "x", ELOOP);
    assert_int_equal(count_entries(), 5);
}

static void test_replace_refused(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(symlink("folder", "link"), 0);
    check_replace("folder", "x", EISDIR);
    check_replace("link", "x", EISDIR);
    check_replace("pipe", "x", 0);
    check_replace("/dev/null", "x", 0);
    check_replace("/", "x", EISDIR);
    assert_int_equal(count_entries(), 3);
}

static void test_copy(void **state) {
    (void)state;
    check_create("source", "copied", FINE);
    struct newfile_content copy = {.copy_of = "source"};
    struct trouble trouble;
    assert_int_equal(newfile_create("a", &copy, &trouble), 0);
    assert_int_equal(newfile_replace("source", &(struct newfile_content){.copy_of = "a"}, NULL), 0);
    check_content("a", "copied");
    check_content("source", "copied");
    copy.copy_of = "absent";
    assert_int_equal(newfile_create("b", &copy, &trouble), -1);
    assert_string_equal(trouble.detail, "absent");
    copy.copy_of = ".";
    assert_int_equal(newfile_replace("b", &copy, &trouble), -1);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    copy.copy_of = "pipe";
    assert_int_equal(newfile_replace("b", &copy, &trouble), -1);
    assert_int_equal(count_entries(), 3);
}

static void test_short_writes(void **state) {
    (void)state;
    refuse.short_writes = 1;
    check_create("a", "a sentence that takes many writes", FINE);
    check_content("a", "a sentence that takes many writes");
    check_replace("a", "another one that does", FINE);
    check_content("a", "another one that does");
}

// Whatever fails: the old file stays whole, and nothing is left beside it.
static void test_failures(void **state) {
    (void)state;
    check_create("old", "old", FINE);
    for (int way = 0; way < 2; way++) {
        memset(&refuse, 0, sizeof refuse);
        refuse.tmpfile = way ? ENOTSUP : 0;
        refuse.write = ENOSPC;
        check_create("a", "x", ENOSPC);
        check_replace("old", "x", ENOSPC);
        refuse.write = 0;
        refuse.fsync = EIO;
        refuse.fsync_from = 1;
        check_create("a", "x", EIO);
        check_replace("old", "x", EIO);
        refuse.fsync = 0;
        refuse.linkat = EDQUOT;
        check_create("a", "x", EDQUOT);
        refuse.renameat = EACCES;
        check_replace("old", "x", EACCES);
        check_content("old", "old");
        assert_int_equal(count_entries(), 1);
    }
}

static void test_folder_not_synced(void **state) {
    (void)state;
    refuse.fsync = EIO;
    refuse.fsync_from = 2;
    check_create("a", "x", EIO);
    check_content("a", "x");
    refuse.fsync = EINVAL; // a file system that knows no such thing
    check_create("b", "x", FINE);
    assert_int_equal(count_entries(), 2);
}

static void end_by_signal(int number) {
    (void)number;
    newfile_abandon();
    _exit(3);
}

static void test_abandoned(void **state) {
    (void)state;
    check_create("old", "old", FINE);
    for (int way = 0; way < 3; way++) {
        pid_t child = fork();
        assert_true(child >= 0);
        if (child == 0) {
            signal(SIGTERM, end_by_signal);
            refuse.signal_at_fsync = SIGTERM;
            refuse.tmpfile = way == 1 ? ENOTSUP : 0;
            struct newfile_content new = words("new");
            _exit(way < 2 ? newfile_create("new", &new, NULL) : newfile_replace("old", &new, NULL));
        }
        int status;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 3);
        check_content("old", "old");
        assert_int_equal(count_entries(), 1);
    }
    newfile_abandon(); // with nothing going on
    assert_int_equal(count_entries(), 1);
}

static void *create_one(void *outcome) {
    struct newfile_content new = words("mine");
    struct trouble trouble;
    int made = newfile_create("same", &new, &trouble);
    *(int *)outcome = made == 0 ? FINE : trouble.number;
    return NULL;
}

// Of many who make the same file at once exactly one does.
static void test_at_once(void **state) {
    (void)state;
    enum { THREADS = 24 };
    for (int way = 0; way < 2; way++) {
        refuse.tmpfile = way ? ENOTSUP : 0;
        pthread_t threads[THREADS];
        int outcomes[THREADS];
        for (int i = 0; i < THREADS; i++)
            assert_int_equal(pthread_create(&threads[i], NULL, create_one, &outcomes[i]), 0);
        int made = 0;
        for (int i = 0; i < THREADS; i++) {
            pthread_join(threads[i], NULL);
            assert_true(outcomes[i] == FINE || outcomes[i] == EEXIST);
            made += outcomes[i] == FINE;
        }
        assert_int_equal(made, 1);
        assert_int_equal(count_entries(), 1);
        check_content("same", "mine");
        assert_int_equal(unlink("same"), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_create, enter, leave),
        cmocka_unit_test_setup_teardown(test_create_named, enter, leave),
        cmocka_unit_test_setup_teardown(test_create_without_links, enter, leave),
        cmocka_unit_test_setup_teardown(test_create_refused, enter, leave),
        cmocka_unit_test_setup_teardown(test_possible, enter, leave),
        cmocka_unit_test_setup_teardown(test_replace, enter, leave),
        cmocka_unit_test_setup_teardown(test_replace_links, enter, leave),
        cmocka_unit_test_setup_teardown(test_replace_refused, enter, leave),
        cmocka_unit_test_setup_teardown(test_copy, enter, leave),
        cmocka_unit_test_setup_teardown(test_short_writes, enter, leave),
        cmocka_unit_test_setup_teardown(test_failures, enter, leave),
        cmocka_unit_test_setup_teardown(test_folder_not_synced, enter, leave),
        cmocka_unit_test_setup_teardown(test_abandoned, enter, leave),
        cmocka_unit_test_setup_teardown(test_at_once, enter, leave),
    };
    return cmocka_run_group_tests_name("newfile", tests, NULL, NULL);
}
