// SPDX-License-Identifier: EUPL-1.2
// Runs a program and writes to a file what it cost: CPU and wall time in microseconds, most memory
// in KiB, and how it ended. It is small because the system counts the memory of whoever starts a
// program as the program's own: from Python the figure would be Python's.
#include <err.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static long long microseconds(struct timeval time) {
    return time.tv_sec * 1000000LL + time.tv_usec;
}

int main(int argc, char **argv) {
    struct rusage usage;
    int status;
    if (argc < 3)
        errx(2, "usage: spend FIGURES PROGRAM [ARGUMENT]...");
    FILE *figures = fopen(argv[1], "we");
    if (!figures)
        err(1, "%s", argv[1]);
    long long start = now();
    pid_t child = fork();
    if (child < 0)
        err(1, "fork");
    if (child == 0) {
        execvp(argv[2], argv + 2);
        err(127, "%s", argv[2]);
    }
    if (waitpid(child, &status, 0) != child || getrusage(RUSAGE_CHILDREN, &usage) != 0)
        err(1, "%s", argv[2]);
    long long wall = now() - start;
    fprintf(figures, "%lld %lld %ld %d\n",
            microseconds(usage.ru_utime) + microseconds(usage.ru_stime), wall, usage.ru_maxrss,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return fclose(figures) == 0 ? 0 : 1;
}
