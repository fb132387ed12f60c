// SPDX-License-Identifier: EUPL-1.2
// Tests of running other programs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/process.h"

static const char *const no_environment[] = {NULL};
static volatile sig_atomic_t stop;

enum { LIMIT = 1 << 20 };

// A task for the shell. The arguments are static: one task at a time on a thread.
static struct process_task shell(const char *script) {
    static _Thread_local const char *arguments[4] = {"sh", "-c"};
    arguments[2] = script;
    return (struct process_task){.program = "/bin/sh",
                                 .arguments = arguments,
                                 .environment = no_environment,
                                 .output_limit = LIMIT,
                                 .message_limit = LIMIT};
}

static void check_run(const struct process_task *task, enum process_outcome outcome, int code,
                      const char *output) {
    struct process_result result = {0};
    assert_int_equal(process_run(task, &result, NULL), 0);
    assert_int_equal(result.outcome, outcome);
    assert_int_equal(result.code, code);
    if (output) {
        buffer_add_char(&result.output, '\0');
        assert_string_equal(result.output.bytes, output);
    }
    process_free(&result);
}

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void test_exit(void **state) {
    (void)state;
    struct process_task task = shell("echo said; echo told >&2; exit 7");
    struct process_result result = {0};
    assert_int_equal(process_run(&task, &result, NULL), 0);
    assert_int_equal(result.outcome, PROCESS_EXITED);
    assert_int_equal(result.code, 7);
    assert_true(text_is(buffer_text(&result.output), "said\n"));
    assert_true(text_is(buffer_text(&result.messages), "told\n"));
    assert_false(result.output_cut);
    process_free(&result);
    task = shell("kill -USR1 $$");
    check_run(&task, PROCESS_SIGNALLED, SIGUSR1, "");
}

static void test_thrown_away(void **state) {
    (void)state;
    struct process_task task = shell("readlink /proc/self/fd/1 /proc/self/fd/2 >&2; echo x");
    task.output_limit = 0;
    struct process_result result = {0};
    assert_int_equal(process_run(&task, &result, NULL), 0);
    assert_int_equal(result.output.length, 0);
    assert_non_null(result.messages.bytes);
    process_free(&result);
    task = shell("echo x >&2; readlink /proc/self/fd/2");
    task.message_limit = 0;
    check_run(&task, PROCESS_EXITED, 0, "/dev/null\n");
    task.output_limit = 0;
    check_run(&task, PROCESS_EXITED, 0, "");
}

static void test_input(void **state) {
    (void)state;
    struct process_task task = shell("cat");
    check_run(&task, PROCESS_EXITED, 0, "");
    task.input = text_of("one\ntwo");
    check_run(&task, PROCESS_EXITED, 0, "one\ntwo");
}

// More than any pipe holds, both ways at once.
static void test_much(void **state) {
    (void)state;
    size_t length = 5 * 1000 * 1000;
    char *bytes = malloc(length);
    assert_non_null(bytes);
    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)('a' + i % 26);
    struct process_task task = shell("tee /dev/stderr");
    task.input = (struct text){bytes, length};
    task.output_limit = length;
    struct process_result result = {0};
    assert_int_equal(process_run(&task, &result, NULL), 0);
    assert_true(text_equal(buffer_text(&result.output), task.input));
    assert_false(result.output_cut);
    assert_int_equal(result.messages.length, LIMIT);
    process_free(&result);
    task.output_limit = 1000;
    result = (struct process_result){0};
    assert_int_equal(process_run(&task, &result, NULL), 0);
    assert_int_equal(result.output.length, 1000);
    assert_true(result.output_cut);
    assert_int_equal(result.code, 0);
    process_free(&result);
    // One that does not read its input, with SIGPIPE as it usually is: deadly.
    signal(SIGPIPE, SIG_DFL);
    task = shell("exec <&-; sleep 0.2; exit 3");
    task.input = (struct text){bytes, length};
    check_run(&task, PROCESS_EXITED, 3, "");
    sigset_t pending;
    sigpending(&pending);
    assert_false(sigismember(&pending, SIGPIPE));
    free(bytes);
}

static void test_surroundings(void **state) {
    (void)state;
    static const char *const environment[] = {"LANG=C", "B=two words", NULL};
    assert_int_equal(setenv("G1P_SECRET", "x", 1), 0);
    struct process_task task = shell("pwd; umask; echo $LANG $B $G1P_SECRET");
    task.environment = environment;
    task.folder = "/usr";
    check_run(&task, PROCESS_EXITED, 0, "/usr\n0077\nC two words\n");
    // The fifth word of stat is the process group: that of the shell.
    task = shell("read -r a b c d group rest </proc/$$/stat; test $group = $$ && echo own");
    check_run(&task, PROCESS_EXITED, 0, "own\n");
}

static int count_descriptors(bool inherited_only) {
    DIR *folder = opendir("/proc/self/fd");
    assert_non_null(folder);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        int flags = fcntl(atoi(entry->d_name), F_GETFD);
        count += !inherited_only || !(flags & FD_CLOEXEC);
    }
    closedir(folder);
    return count;
}

static void test_descriptors(void **state) {
    (void)state;
    int before = count_descriptors(false);
    static const char *const arguments[] = {"ls", "/proc/self/fd", NULL};
    struct process_task task = {.program = "/bin/ls",
                                .arguments = arguments,
                                .environment = no_environment,
                                .output_limit = LIMIT};
    struct process_result result = {0};
    assert_int_equal(process_run(&task, &result, NULL), 0);
    int lines = 0;
    for (size_t i = 0; i < result.output.length; i++)
        lines += result.output.bytes[i] == '\n';
    assert_int_equal(lines, count_descriptors(true) + 1); // and the folder that ls reads
    process_free(&result);
    task.program = "/absent";
    check_run(&task, PROCESS_NOT_STARTED, ENOENT, "");
    assert_int_equal(count_descriptors(false), before);
}

// Even a caller whose own standard streams are closed gets its child's output.
static void test_closed_streams(void **state) {
    (void)state;
    int kept = dup(STDIN_FILENO);
    assert_true(kept > 2);
    close(STDIN_FILENO);
    struct process_task task = shell("cat");
    task.input = text_of("words");
    check_run(&task, PROCESS_EXITED, 0, "words");
    assert_int_equal(dup2(kept, STDIN_FILENO), STDIN_FILENO);
    close(kept);
}

static void test_not_started(void **state) {
    (void)state;
    struct process_task task = shell("exit 0");
    task.program = "/nowhere/sh";
    check_run(&task, PROCESS_NOT_STARTED, ENOENT, "");
    task.program = "/etc/passwd";
    check_run(&task, PROCESS_NOT_STARTED, EACCES, "");
    task = shell("exit 0");
    task.folder = "/nowhere";
    check_run(&task, PROCESS_NOT_STARTED, ENOENT, "");
}

static void test_time_out(void **state) {
    (void)state;
    double begin = seconds_now();
    struct process_task task = shell("echo begun; exec sleep 60");
    task.seconds = 1;
    check_run(&task, PROCESS_TIMED_OUT, 0, "begun\n");
    double took = seconds_now() - begin;
    assert_true(took >= 0.9 && took < 10);
    // Also one that listens to nothing and says nothing.
    task = shell("exec sleep 60 <&- >&- 2>&-");
    task.seconds = 1;
    check_run(&task, PROCESS_TIMED_OUT, 0, "");
    task = shell("exit 4");
    task.seconds = 60;
    check_run(&task, PROCESS_EXITED, 4, "");
}

// Whether a process is there and not only waits to be buried by whoever adopted it.
static bool is_alive(long pid) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%ld/stat", pid);
    FILE *file = fopen(path, "r");
    char state = 'X';
    if (file) {
        if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
            state = 'X';
        fclose(file);
    }
    return state != 'X' && state != 'Z';
}

static bool ends_soon(long pid) {
    for (int i = 0; i < 200 && is_alive(pid); i++)
        nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
    return !is_alive(pid);
}

static void check_all_gone(const struct process_task *task, enum process_outcome outcome) {
    struct process_result result = {0};
    assert_int_equal(process_run(task, &result, NULL), 0);
    assert_int_equal(result.outcome, outcome);
    buffer_add_char(&result.output, '\0');
    long pid = atol(result.output.bytes);
    assert_true(pid > 1);
    assert_true(ends_soon(pid));
    process_free(&result);
}

static void test_nothing_left(void **state) {
    (void)state;
    double begin = seconds_now();
    // What it leaves behind holds its output open.
    struct process_task task = shell("sleep 60 & echo $!");
    check_all_gone(&task, PROCESS_EXITED);
    task = shell("sleep 60 & echo $!; wait");
    task.seconds = 1;
    check_all_gone(&task, PROCESS_TIMED_OUT);
    // Nor does it help not to listen.
    task = shell("trap '' TERM; echo $$; while :; do sleep 1; done");
    task.seconds = 1;
    check_all_gone(&task, PROCESS_TIMED_OUT);
    assert_true(seconds_now() - begin < 30);
}

static void ask_stop(int number) {
    (void)number;
    stop = 1;
}

static void test_stop(void **state) {
    (void)state;
    struct sigaction action = {.sa_handler = ask_stop};
    struct sigaction before;
    assert_int_equal(sigaction(SIGALRM, &action, &before), 0);
    double begin = seconds_now();
    struct itimerval timer = {.it_value = {.tv_usec = 300 * 1000},
                              .it_interval = {.tv_usec = 10 * 1000}}; // and it interrupts a lot
    stop = 0;
    struct process_task task = shell("sleep 60 & echo $!; wait");
    task.stop = &stop;
    assert_int_equal(setitimer(ITIMER_REAL, &timer, NULL), 0);
    check_all_gone(&task, PROCESS_STOPPED);
    timer = (struct itimerval){0};
    assert_int_equal(setitimer(ITIMER_REAL, &timer, NULL), 0);
    assert_true(seconds_now() - begin < 10);
    stop = 1; // from the start
    check_run(&task, PROCESS_STOPPED, 0, NULL);
    assert_int_equal(sigaction(SIGALRM, &before, NULL), 0);
}

// The child starts with no signal blocked and none ignored, whatever ours are.
static void test_signals_as_usual(void **state) {
    (void)state;
    sigset_t terms;
    sigset_t before;
    sigemptyset(&terms);
    sigaddset(&terms, SIGTERM);
    assert_int_equal(pthread_sigmask(SIG_BLOCK, &terms, &before), 0);
    signal(SIGHUP, SIG_IGN);
    struct process_task task = shell("kill -TERM $$; exit 1");
    check_run(&task, PROCESS_SIGNALLED, SIGTERM, "");
    task = shell("kill -HUP $$; exit 1");
    check_run(&task, PROCESS_SIGNALLED, SIGHUP, "");
    signal(SIGHUP, SIG_DFL);
    sigset_t after;
    assert_int_equal(pthread_sigmask(SIG_SETMASK, &before, &after), 0);
    assert_true(sigismember(&after, SIGTERM));
}

static void *run_many(void *failures) {
    for (int i = 0; i < 20; i++) {
        struct process_task task = shell("cat");
        task.input = text_of("words");
        struct process_result result = {0};
        if (process_run(&task, &result, NULL) != 0 || result.outcome != PROCESS_EXITED ||
            !text_is(buffer_text(&result.output), "words"))
            ++*(int *)failures;
        process_free(&result);
    }
    return NULL;
}

static void test_threads(void **state) {
    (void)state;
    enum { THREADS = 4 };
    pthread_t threads[THREADS];
    int failures[THREADS] = {0};
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, run_many, &failures[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(failures[i], 0);
    }
}

static void check_find(const char *name, const char *path, const char *expected) {
    errno = 0;
    char *found = process_find(name, path);
    if (expected) {
        assert_non_null(found);
        assert_string_equal(found, expected);
    } else {
        assert_null(found);
        assert_int_not_equal(errno, 0);
    }
    free(found);
}

static void test_find(void **state) {
    (void)state;
    check_find("sh", "/nowhere:/bin:/usr/bin", "/bin/sh");
    check_find("sh", "/nowhere::/bin", "/bin/sh");
    check_find("sh", "/nowhere", NULL);
    check_find("sh", "", NULL);
    check_find("sh", NULL, NULL);
    check_find("", "/bin", NULL);
    check_find("passwd", "/etc", NULL); // cannot be run
    check_find("bin", "/usr", NULL);    // a folder
    check_find("/bin/sh", NULL, "/bin/sh");
    check_find("/nowhere/sh", "/bin", NULL);
    int home = open(".", O_RDONLY | O_DIRECTORY);
    assert_int_equal(chdir("/bin"), 0);
    check_find("sh", ".:bin:", NULL); // never from where we happen to be
    assert_int_equal(fchdir(home), 0);
    close(home);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_exit),           cmocka_unit_test(test_thrown_away),
        cmocka_unit_test(test_input),          cmocka_unit_test(test_much),
        cmocka_unit_test(test_surroundings),   cmocka_unit_test(test_descriptors),
        cmocka_unit_test(test_closed_streams), cmocka_unit_test(test_not_started),
        cmocka_unit_test(test_time_out),       cmocka_unit_test(test_nothing_left),
        cmocka_unit_test(test_stop),           cmocka_unit_test(test_signals_as_usual),
        cmocka_unit_test(test_threads),        cmocka_unit_test(test_find),
    };
    return cmocka_run_group_tests_name("process", tests, NULL, NULL);
}
