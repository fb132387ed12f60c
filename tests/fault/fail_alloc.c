// SPDX-License-Identifier: EUPL-1.2
// For LD_PRELOAD: lets the Nth malloc, calloc or realloc after the beginning of main fail, N from
// G1P_FAIL_ALLOC, and writes a byte into the file G1P_FAIL_MARK when that came. For glibc.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

// What stands behind malloc in glibc.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *pointer, size_t size);

typedef int main_function(int argc, char **argv, char **environment);

static main_function *real_main;
static const char *mark;
static atomic_long countdown; // 0: nothing fails (any more)

static int fails_now(void) {
    if (atomic_load(&countdown) <= 0 || atomic_fetch_sub(&countdown, 1) != 1)
        return 0;
    if (mark) {
        int fd = open(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (fd < 0 || write(fd, "1", 1) != 1)
            _exit(99); // else the test would go on for ever
        close(fd);
    }
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size) {
    return fails_now() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    return fails_now() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *pointer, size_t size) {
    return fails_now() ? NULL : __libc_realloc(pointer, size);
}

static int main_that_fails(int argc, char **argv, char **environment) {
    const char *nth = getenv("G1P_FAIL_ALLOC");
    mark = getenv("G1P_FAIL_MARK");
    atomic_store(&countdown, nth ? strtol(nth, NULL, 10) : 0);
    return real_main(argc, argv, environment);
}

// The program starts here; what the linker and libraries asked for before does not count.
int __libc_start_main(main_function *program_main, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack_end);

int __libc_start_main(main_function *program_main, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void *stack_end) {
    __typeof__(__libc_start_main) *start;
    *(void **)&start = dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = program_main;
    return start(main_that_fails, argc, argv, init, fini, rtld_fini, stack_end);
}
