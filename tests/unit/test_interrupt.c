// SPDX-License-Identifier: EUPL-1.2
// Tests of being stopped from outside.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/interrupt.h"

static int to_parent;

static void clean(void) {
    ssize_t written = write(to_parent, "c", 1);
    (void)written;
}

// What becomes of a child that gets this signal; `*cleaned` tells how often it cleaned up.
static int stop_child(int number, int ignored, int *cleaned) {
    int ends[2];
    int status;
    char byte;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        to_parent = ends[1];
        signal(number, ignored ? SIG_IGN : SIG_DFL); // whatever the tests were started with
        interrupt_clean(clean);
        raise(number);
        _exit(3);
    }
    close(ends[1]);
    for (*cleaned = 0; read(ends[0], &byte, 1) == 1; ++*cleaned)
        ;
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void test_stopped(void **state) {
    (void)state;
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    int cleaned;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int status = stop_child(numbers[i], 0, &cleaned);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == numbers[i]);
        assert_int_equal(cleaned, 1);
        status = stop_child(numbers[i], 1, &cleaned);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 3);
        assert_int_equal(cleaned, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_stopped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
