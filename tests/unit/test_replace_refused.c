// SPDX-License-Identifier: EUPL-1.2
// Tests of changing a file with a system that refuses things at will: a full disk, a broken one.
#define _GNU_SOURCE // RTLD_NEXT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dlfcn.h>
#include <signal.h>
#include <sys/wait.h>
#include <sys/xattr.h>

#include "tests/unit/replacing.h"

// --- A system that refuses: these stand in for libc's own ---

enum call {
    CALL_OPENAT,
    CALL_FCNTL,
    CALL_READ,
    CALL_WRITE,
    CALL_FTRUNCATE,
    CALL_FCHOWN,
    CALL_FCHMOD,
    CALL_FSETXATTR,
    CALL_FSYNC,
    CALL_RENAMEAT,
    CALLS
};

static struct {
    bool on;
    enum call call;
    int nth;    // of these calls
    int number; // the errno
    int counts[CALLS];
    bool short_writes;
    int signal_at_fsync;
} refuse;

static bool refused(enum call call) {
    if (!refuse.on || ++refuse.counts[call] != refuse.nth || call != refuse.call)
        return false;
    errno = refuse.number;
    return true;
}

// ISO C has no cast from an object's to a function's pointer; POSIX promises that this works.
static void find_own(const char *name, void *function) {
    void *found = dlsym(RTLD_NEXT, name);
    assert_non_null(found);
    memcpy(function, &found, sizeof found);
}

ssize_t read(int fd, void *into, size_t length) {
    ssize_t (*own)(int, void *, size_t);
    find_own("read", &own);
    if (refuse.short_writes && length > 5)
        length = 5;
    return refused(CALL_READ) ? -1 : own(fd, into, length);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    ssize_t (*own)(int, const void *, size_t);
    find_own("write", &own);
    if (refuse.short_writes && fd > 2 && length > 3)
        length = 3;
    return fd > 2 && refused(CALL_WRITE) ? -1 : own(fd, bytes, length);
}

int ftruncate(int fd, off_t length) {
    int (*own)(int, off_t);
    find_own("ftruncate", &own);
    return refused(CALL_FTRUNCATE) ? -1 : own(fd, length);
}

int fchown(int fd, uid_t owner, gid_t group) {
    int (*own)(int, uid_t, gid_t);
    find_own("fchown", &own);
    return refused(CALL_FCHOWN) ? -1 : own(fd, owner, group);
}

int fchmod(int fd, mode_t mode) {
    int (*own)(int, mode_t);
    find_own("fchmod", &own);
    return refused(CALL_FCHMOD) ? -1 : own(fd, mode);
}

int fsetxattr(int fd, const char *name, const void *value, size_t length, int flags) {
    int (*own)(int, const char *, const void *, size_t, int);
    find_own("fsetxattr", &own);
    return refused(CALL_FSETXATTR) ? -1 : own(fd, name, value, length, flags);
}

int fsync(int fd) {
    (void)fd;
    if (refuse.signal_at_fsync)
        raise(refuse.signal_at_fsync);
    return refused(CALL_FSYNC) ? -1 : 0;
}

int renameat(int from, const char *old, int to, const char *new) {
    int (*own)(int, const char *, int, const char *);
    find_own("renameat", &own);
    return refused(CALL_RENAMEAT) ? -1 : own(from, old, to, new);
}

int openat(int at, const char *path, int flags, ...) {
    int (*own)(int, const char *, int, ...);
    find_own("openat", &own);
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return refused(CALL_OPENAT) ? -1 : own(at, path, flags, mode);
}

int fcntl(int fd, int command, ...) {
    int (*own)(int, int, ...);
    find_own("fcntl", &own);
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    bool locks = command == F_SETLK || command == F_OFD_SETLK;
    return locks && refused(CALL_FCNTL) ? -1 : own(fd, command, argument);
}

// --- Tests ---

static int begin(void **state) {
    memset(&refuse, 0, sizeof refuse);
    return enter(state);
}

static int end(void **state) {
    memset(&refuse, 0, sizeof refuse);
    return leave(state);
}

static void test_short_reads_and_writes(void **state) {
    (void)state;
    struct trouble trouble;
    put_file("a", "a sentence that takes many reads, ", 0600);
    refuse.short_writes = true;
    assert_int_equal(append("a", "and as many writes.", 0, &trouble), 0);
    assert_true(holds("a", "a sentence that takes many reads, and as many writes."));
}

// What cannot be carried over is not left out.
static void test_attribute_refused(void **state) {
    (void)state;
    struct trouble trouble;
    put_file("a", "x", 0600);
    if (setxattr("a", "user.g1p", "yes", 3, 0) != 0)
        skip(); // a file system without them
    refuse.on = true;
    refuse.call = CALL_FSETXATTR;
    refuse.nth = 1;
    refuse.number = ENOTSUP;
    assert_int_equal(append("a", "z", 0, &trouble), 2);
    assert_int_equal(trouble.number, ENOTSUP);
    refuse.on = false;
    assert_true(holds("a", "x"));
}

// Each call fails in turn with each of these: the file is the whole old or the whole new one, and
// nothing is left beside it. Being interrupted is no failure.
static void test_failures(void **state) {
    static const int numbers[] = {ENOSPC, EIO, EROFS, EDQUOT, EACCES, EINTR};
    (void)state;
    int tried = 0;
    for (int call = 0; call < CALLS; call++)
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            for (int nth = 1;; nth++) {
                struct trouble trouble = {0};
                put_file("a", "old", 0640);
                if (geteuid() == 0)
                    assert_int_equal(chown("a", 4242, 4343), 0);
                setxattr("a", "user.g1p", "yes", 3, 0);
                memset(&refuse, 0, sizeof refuse);
                refuse.on = true;
                refuse.call = (enum call)call;
                refuse.nth = nth;
                refuse.number = numbers[i];
                int outcome = append("a", " and new", 1, &trouble);
                bool reached = refuse.counts[call] >= nth;
                refuse.on = false;
                if (!reached)
                    break;
                tried++;
                bool interruptible = call != CALL_FCHOWN && call != CALL_FCHMOD &&
                                     call != CALL_FSETXATTR && call != CALL_RENAMEAT;
                if (numbers[i] == EINTR && interruptible)
                    assert_int_equal(outcome, 0);
                // The folder comes to the disk after the renaming.
                bool told_late = call == CALL_FSYNC && nth == 2;
                if (outcome != 0 && !told_late)
                    assert_true(holds("a", "old"));
                else
                    assert_true(holds("a", "old and new"));
                if (outcome != 0)
                    assert_non_null(trouble.what);
                // A lock file that could not be locked may be somebody's.
                if (call == CALL_FCNTL && unlink(".a.lock") == 0)
                    assert_int_equal(outcome, 2);
                assert_int_equal(count_entries(), 1);
            }
    assert_true(tried > 50);
}

static void end_by_signal(int number) {
    (void)number;
    replace_abandon();
    _exit(3);
}

static void test_abandoned(void **state) {
    (void)state;
    put_file("a", "old", 0600);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        signal(SIGTERM, end_by_signal);
        refuse.signal_at_fsync = SIGTERM;
        _exit(append("a", "new", 0, NULL));
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 3);
    assert_true(holds("a", "old"));
    assert_int_equal(count_entries(), 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_short_reads_and_writes, begin, end),
        cmocka_unit_test_setup_teardown(test_attribute_refused, begin, end),
        cmocka_unit_test_setup_teardown(test_failures, begin, end),
        cmocka_unit_test_setup_teardown(test_abandoned, begin, end),
    };
    return cmocka_run_group_tests_name("replace_refused", tests, NULL, NULL);
}
