// SPDX-License-Identifier: EUPL-1.2
// Tests of reading files and standard input whole. The system's read is played here, so that a
// short read, an interruption, a broken disk and a file that changes come when they are asked for.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "lib/base/input.h"

enum { LIMIT = 300 * 1024 };

static char folder[32];
static char path[64];
static struct arena arena;

// What the played read does.
static struct {
    size_t most;    // bytes at once; 0: as many as asked for
    int interrupts; // so many times EINTR first
    int broken_at;  // this call (from 1) fails with EIO; 0: none
    int grows;      // so many times the file grows behind the back of the reader
    int calls;
} play;

static void append_to_file(const char *bytes, size_t length) {
    int fd = open(path, O_WRONLY | O_APPEND);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, length), length);
    assert_int_equal(close(fd), 0);
}

ssize_t read(int fd, void *buffer, size_t room) {
    play.calls++;
    if (play.interrupts > 0) {
        play.interrupts--;
        errno = EINTR;
        return -1;
    }
    if (play.calls == play.broken_at) {
        errno = EIO;
        return -1;
    }
    struct iovec piece = {buffer, play.most && play.most < room ? play.most : room};
    ssize_t got = readv(fd, &piece, 1);
    if (got == 0 && play.grows > 0) {
        play.grows--;
        append_to_file("+", 1);
    }
    return got;
}

static int enter(void **state) {
    (void)state;
    memset(&play, 0, sizeof play);
    strcpy(folder, "/tmp/g1p-test-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/plan.yaml", folder);
    arena_init(&arena, 0);
    return 0;
}

static int leave(void **state) {
    (void)state;
    arena_free(&arena);
    unlink(path);
    return rmdir(folder);
}

// Bytes in which every place is another.
static char byte_at(size_t at) {
    return (char)('a' + (at * 7 + at / 251) % 26);
}

static void make_file(size_t length) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    for (size_t i = 0; i < length; i++)
        putc(byte_at(i), file);
    assert_int_equal(fclose(file), 0);
}

static void check_bytes(struct text content, size_t length) {
    assert_int_equal(content.length, length);
    assert_non_null(content.bytes);
    for (size_t i = 0; i < length; i++)
        if (content.bytes[i] != byte_at(i))
            fail_msg("byte %zu is not what was written", i);
}

static void check_read(const char *name, size_t length, bool expect_too_large) {
    struct text content;
    struct trouble trouble;
    bool too_large = !expect_too_large;
    assert_int_equal(input_read(name, LIMIT, &arena, &content, &too_large, &trouble), 0);
    assert_int_equal(too_large, expect_too_large);
    check_bytes(content, length);
}

static void check_trouble(const char *name, int number) {
    struct text content;
    struct trouble trouble;
    bool too_large;
    assert_int_equal(input_read(name, LIMIT, &arena, &content, &too_large, &trouble), -1);
    assert_int_equal(trouble.number, number);
    assert_string_equal(trouble.detail, name);
    assert_non_null(trouble.what);
}

static void test_sizes(void **state) {
    (void)state;
    static const size_t sizes[] = {0, 1, 4096, 65535, 65536, 65537, 131072, LIMIT - 1, LIMIT};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        make_file(sizes[i]);
        check_read(path, sizes[i], false);
        arena_reset(&arena);
    }
    make_file(LIMIT + 1);
    check_read(path, LIMIT, true);
    make_file(LIMIT * 2);
    check_read(path, LIMIT, true);
}

static void test_short_reads(void **state) {
    (void)state;
    make_file(70000);
    play.most = 7;
    play.interrupts = 3;
    check_read(path, 70000, false);
    play.most = 1000;
    make_file(LIMIT + 5);
    check_read(path, LIMIT, true);
}

static void test_broken_disk(void **state) {
    (void)state;
    make_file(70000);
    play.most = 1000;
    play.broken_at = 1;
    check_trouble(path, EIO);
    play.calls = 0;
    play.broken_at = 30;
    check_trouble(path, EIO);
}

// The file grows once while it is read: it is read again, and then given whole.
static void test_changes_once(void **state) {
    (void)state;
    struct text content;
    struct trouble trouble;
    bool too_large;
    make_file(100);
    play.grows = 1;
    assert_int_equal(input_read(path, LIMIT, &arena, &content, &too_large, &trouble), 0);
    assert_int_equal(content.length, 101);
    assert_int_equal(content.bytes[100], '+');
}

static void test_keeps_changing(void **state) {
    (void)state;
    make_file(100);
    play.grows = 1000;
    check_trouble(path, 0);
    assert_true(play.calls < 20);
}

// A file of a size that the system does not know beforehand.
static void test_unknown_size(void **state) {
    (void)state;
    struct text content;
    struct trouble trouble;
    bool too_large;
    assert_int_equal(input_read("/proc/self/status", LIMIT, &arena, &content, &too_large, &trouble),
                     0);
    assert_true(content.length > 100);
    assert_memory_equal(content.bytes, "Name:", 5);
}

static void test_not_there(void **state) {
    (void)state;
    check_trouble(path, ENOENT);
    check_trouble(folder, EISDIR);
    make_file(3);
    char below[80];
    snprintf(below, sizeof below, "%s/x", path);
    check_trouble(below, ENOTDIR);
    assert_int_equal(chmod(path, 0), 0);
    if (geteuid() != 0) // who may do anything may read this too
        check_trouble(path, EACCES);
}

// Nobody writes into this pipe, and nobody has to wait for that.
static void test_pipe_of_nobody(void **state) {
    (void)state;
    assert_int_equal(mkfifo(path, 0600), 0);
    check_read(path, 0, false);
}

static void test_no_memory(void **state) {
    (void)state;
    make_file(70000);
    arena_fail_at(1);
    check_trouble(path, ENOMEM);
    check_read(path, 70000, false);
    arena_free(&arena);
    arena_init(&arena, 70000);
    check_trouble(path, ENOMEM);
}

static void feed(const char *name, int *saved) {
    *saved = dup(STDIN_FILENO);
    int fd = open(name, O_RDONLY);
    assert_true(fd >= 0);
    assert_true(dup2(fd, STDIN_FILENO) >= 0);
    close(fd);
}

static void unfeed(int saved) {
    if (saved < 0) {
        close(STDIN_FILENO);
        return;
    }
    assert_true(dup2(saved, STDIN_FILENO) >= 0);
    close(saved);
}

static void test_standard_input(void **state) {
    (void)state;
    int saved;
    make_file(LIMIT);
    feed(path, &saved);
    check_read("-", LIMIT, false);
    unfeed(saved);
    feed(folder, &saved);
    check_trouble("-", EISDIR);
    unfeed(saved);
    make_file(LIMIT + 1);
    feed(path, &saved);
    check_read("-", LIMIT, true);
    unfeed(saved);
}

static void test_standard_input_from_a_pipe(void **state) {
    (void)state;
    int ends[2];
    char bytes[4000];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = byte_at(i);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes, sizeof bytes), sizeof bytes);
    close(ends[1]);
    int saved = dup(STDIN_FILENO);
    assert_true(dup2(ends[0], STDIN_FILENO) >= 0);
    close(ends[0]);
    play.most = 999;
    check_read("-", sizeof bytes, false);
    unfeed(saved);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sizes, enter, leave),
        cmocka_unit_test_setup_teardown(test_short_reads, enter, leave),
        cmocka_unit_test_setup_teardown(test_broken_disk, enter, leave),
        cmocka_unit_test_setup_teardown(test_changes_once, enter, leave),
        cmocka_unit_test_setup_teardown(test_keeps_changing, enter, leave),
        cmocka_unit_test_setup_teardown(test_unknown_size, enter, leave),
        cmocka_unit_test_setup_teardown(test_not_there, enter, leave),
        cmocka_unit_test_setup_teardown(test_pipe_of_nobody, enter, leave),
        cmocka_unit_test_setup_teardown(test_no_memory, enter, leave),
        cmocka_unit_test_setup_teardown(test_standard_input, enter, leave),
        cmocka_unit_test_setup_teardown(test_standard_input_from_a_pipe, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
