// SPDX-License-Identifier: EUPL-1.2
// Tests of changing a file that others change too. With --append FILE WORD it appends a word to a
// file, for tests/fault/replace-killed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <sys/wait.h>
#include <sys/xattr.h>

#include "tests/unit/replacing.h"

static void test_appends(void **state) {
    (void)state;
    struct trouble trouble;
    put_file("a", "one\n", 0640);
    assert_int_equal(append("a", "two\n", 0, &trouble), 0);
    assert_int_equal(append("./a", "three\n", 0, &trouble), 0);
    assert_true(holds("a", "one\ntwo\nthree\n"));
    struct stat status;
    assert_int_equal(stat("a", &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
    put_file("empty", "", 0600);
    assert_int_equal(append("empty", "x", 0, &trouble), 0);
    assert_true(holds("empty", "x"));
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    put_file(name, "", 0600);
    assert_int_equal(append(name, "x", 0, &trouble), 0);
    assert_true(holds(name, "x"));
    assert_int_equal(count_entries(), 3);
}

static void test_refused(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    put_file("read-only", "x", 0444);
    put_file("one", "x", 0600);
    assert_int_equal(link("one", "two"), 0);
    assert_int_equal(symlink("nowhere", "dangling"), 0);
    refuses("absent", ENOENT);
    refuses("absent/a", ENOENT);
    refuses("", ENOENT);
    refuses("folder", EISDIR);
    refuses("folder/", EISDIR);
    refuses("pipe", 0);
    refuses("/dev/null", 0);
    refuses("read-only", EACCES);
    refuses("one", 0);
    refuses("two", 0);
    refuses("dangling", ENOENT);
    assert_true(holds("one", "x"));
    assert_int_equal(count_entries(), 6);
    struct arena arena;
    struct text content;
    struct trouble trouble;
    arena_init(&arena, 0);
    put_file("large", "0123456789", 0600);
    assert_null(replace_open("large", 0, 9, &arena, &content, &trouble));
    assert_int_equal(trouble.number, EFBIG);
    struct replace *replace = replace_open("large", 0, 10, &arena, &content, &trouble);
    assert_non_null(replace);
    assert_true(text_is(content, "0123456789"));
    replace_close(replace);
    arena_free(&arena);
}

static void test_links_stay(void **state) {
    (void)state;
    struct trouble trouble;
    struct stat status;
    assert_int_equal(mkdir("far", 0700), 0);
    put_file("far/real", "one", 0600);
    assert_int_equal(symlink("far/real", "link"), 0);
    assert_int_equal(symlink("link", "second"), 0);
    assert_int_equal(append("second", "two", 0, &trouble), 0);
    assert_true(holds("far/real", "onetwo"));
    assert_int_equal(lstat("link", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(lstat("second", &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(count_entries(), 3);
}

// Mode, owner, group, an ACL and other attributes; what the folder gives to new files goes.
static void test_attributes(void **state) {
    (void)state;
    struct trouble trouble;
    struct stat status;
    char value[16];
    // user::rw-, user:12345:rw-, group::r--, mask::rw-, other::---
    static const unsigned char acl[] = {2,   0,   0,   0,   1,   0,   6,  0,   255, 255, 255,
                                        255, 2,   0,   6,   0,   57,  48, 0,   0,   4,   0,
                                        4,   0,   255, 255, 255, 255, 16, 0,   6,   0,   255,
                                        255, 255, 255, 32,  0,   0,   0,  255, 255, 255, 255};
    put_file("a", "x", 0604);
    if (setxattr("a", "user.g1p", "yes", 3, 0) != 0)
        skip(); // a file system without them
    bool root = geteuid() == 0;
    if (root)
        assert_int_equal(chown("a", 4242, 4343), 0);
    bool lists = setxattr("a", "system.posix_acl_access", acl, sizeof acl, 0) == 0;
    assert_int_equal(append("a", "y", 0, &trouble), 0);
    assert_int_equal(getxattr("a", "user.g1p", value, sizeof value), 3);
    assert_memory_equal(value, "yes", 3);
    assert_int_equal(stat("a", &status), 0);
    assert_true(!root || (status.st_uid == 4242 && status.st_gid == 4343));
    if (lists) {
        unsigned char kept[sizeof acl + 1];
        assert_int_equal(getxattr("a", "system.posix_acl_access", kept, sizeof kept),
                         (int)sizeof acl);
        assert_memory_equal(kept, acl, sizeof acl);
        // A folder that gives its own list to new files.
        put_file("plain", "x", 0600);
        assert_int_equal(setxattr(".", "system.posix_acl_default", acl, sizeof acl, 0), 0);
        assert_int_equal(append("plain", "y", 0, &trouble), 0);
        assert_true(getxattr("plain", "system.posix_acl_access", kept, sizeof kept) < 0);
        assert_int_equal(stat("plain", &status), 0);
        assert_int_equal(status.st_mode & 07777, 0600);
    }
    assert_true(holds("a", "xy"));
}

static void test_changed_meanwhile(void **state) {
    (void)state;
    struct arena arena;
    struct text content;
    struct trouble trouble;
    arena_init(&arena, 0);
    put_file("a", "one", 0600);
    struct replace *replace = replace_open("a", 0, LIMIT, &arena, &content, &trouble);
    assert_non_null(replace);
    put_file("a", "two", 0600); // by an editor that knows nothing of our lock
    assert_int_equal(replace_commit(replace, TEXT("mine"), &trouble), REPLACE_CHANGED);
    assert_true(holds("a", "two"));
    assert_int_equal(replace_again(replace, &arena, &content, &trouble), 0);
    assert_true(text_is(content, "two"));
    put_file("new", "three", 0600);
    assert_int_equal(rename("new", "a"), 0); // by one that writes a new file
    assert_int_equal(replace_commit(replace, TEXT("mine"), &trouble), REPLACE_CHANGED);
    assert_int_equal(replace_again(replace, &arena, &content, &trouble), 0);
    assert_int_equal(replace_commit(replace, TEXT("mine"), &trouble), REPLACE_DONE);
    assert_true(holds("a", "mine"));
    assert_int_equal(replace_commit(replace, TEXT("again"), &trouble), REPLACE_FAILED);
    replace_close(replace);
    replace = replace_open("a", 0, LIMIT, &arena, &content, &trouble);
    assert_int_equal(unlink("a"), 0);
    assert_int_equal(replace_commit(replace, TEXT("mine"), &trouble), REPLACE_FAILED);
    assert_int_equal(replace_again(replace, &arena, &content, &trouble), -1);
    replace_close(replace);
    assert_int_equal(count_entries(), 0);
    arena_free(&arena);
}

static void test_held(void **state) {
    (void)state;
    struct arena arena;
    struct text content;
    struct trouble trouble;
    arena_init(&arena, 0);
    put_file("a", "one", 0600);
    struct replace *replace = replace_open("a", 0, LIMIT, &arena, &content, &trouble);
    assert_non_null(replace);
    refuses("a", 0);
    // Somebody who cleans up, and another who then takes the lock: the first must not rename that.
    assert_int_equal(unlink(".a.lock"), 0);
    assert_int_equal(append("a", "two", 0, &trouble), 0);
    assert_int_equal(replace_again(replace, &arena, &content, &trouble), 0);
    assert_int_equal(replace_commit(replace, TEXT("mine"), &trouble), REPLACE_FAILED);
    assert_int_equal(trouble.number, ESTALE);
    replace_close(replace);
    replace_close(NULL);
    assert_true(holds("a", "onetwo"));
    assert_int_equal(count_entries(), 1);
    arena_free(&arena);
}

// What somebody left behind is taken over, whatever it is.
static void test_left_behind(void **state) {
    (void)state;
    struct trouble trouble;
    struct stat status;
    put_file("a", "one", 0600);
    put_file(".a.lock", "half a file that is longer than the new one", 0666);
    assert_int_equal(append("a", "two", 0, &trouble), 0);
    assert_true(holds("a", "onetwo"));
    put_file("precious", "precious", 0600);
    assert_int_equal(link("precious", ".a.lock"), 0);
    assert_int_equal(append("a", "three", 0, &trouble), 0);
    assert_true(holds("a", "onetwothree"));
    assert_true(holds("precious", "precious"));
    assert_int_equal(symlink("precious", ".a.lock"), 0);
    assert_int_equal(append("a", "four", 0, &trouble), 2);
    assert_int_equal(trouble.number, ELOOP);
    assert_true(holds("precious", "precious"));
    assert_int_equal(unlink(".a.lock"), 0);
    if (geteuid() == 0) {
        put_file(".a.lock", "of somebody who reads along", 0666);
        assert_int_equal(chown(".a.lock", 4242, 4343), 0);
        assert_int_equal(append("a", "four", 0, &trouble), 0);
        assert_int_equal(stat("a", &status), 0);
        assert_int_equal(status.st_uid, 0);
    }
    assert_int_equal(count_entries(), 2);
}

enum { WRITERS = 16, WORDS = 10 };

static void append_words(void) {
    struct trouble trouble;
    for (int i = 0; i < WORDS; i++)
        if (append("a", "x", 60, &trouble) != 0)
            _exit(1);
}

static void *append_in_thread(void *nothing) {
    append_words();
    return nothing;
}

// Many processes, and threads of this one, at once: all land.
static void test_writers_at_once(void **state) {
    (void)state;
    pid_t children[WRITERS];
    pthread_t threads[WRITERS];
    char expected[2 * WRITERS * WORDS + 1];
    put_file("a", "", 0600);
    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0) {
            append_words();
            _exit(0);
        }
    }
    for (int i = 0; i < WRITERS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, append_in_thread, NULL), 0);
    for (int i = 0; i < WRITERS; i++) {
        int status;
        pthread_join(threads[i], NULL);
        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    memset(expected, 'x', sizeof expected - 1);
    expected[sizeof expected - 1] = '\0';
    assert_true(holds("a", expected));
    assert_int_equal(count_entries(), 1);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_appends, enter, leave),
        cmocka_unit_test_setup_teardown(test_refused, enter, leave),
        cmocka_unit_test_setup_teardown(test_links_stay, enter, leave),
        cmocka_unit_test_setup_teardown(test_attributes, enter, leave),
        cmocka_unit_test_setup_teardown(test_changed_meanwhile, enter, leave),
        cmocka_unit_test_setup_teardown(test_held, enter, leave),
        cmocka_unit_test_setup_teardown(test_left_behind, enter, leave),
        cmocka_unit_test_setup_teardown(test_writers_at_once, enter, leave),
    };
    if (argc == 4 && strcmp(argv[1], "--append") == 0) {
        struct trouble trouble;
        int outcome = append(argv[2], argv[3], 5, &trouble);
        if (outcome != 0)
            trouble_print("append", &trouble);
        return outcome;
    }
    return cmocka_run_group_tests_name("replace", tests, NULL, NULL);
}
