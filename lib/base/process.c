// SPDX-License-Identifier: EUPL-1.2
// Starting another program, feeding it, listening to it, and seeing to it that it ends.
#define _GNU_SOURCE // pipe2: no other thread's child may inherit our pipes
#include "lib/base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "lib/base/words.h"

enum {
    TICK = 50,     // milliseconds between two looks at the clock, the stop flag and the child
    GRACE = 2000,  // milliseconds between asking to end and killing
    PIECE = 65536, // bytes read or written at a time
    MOST_SIGNALS = 65
};

// Our ends and the child's of what lies between us; -1: not there.
struct pipes {
    int input[2], output[2], messages[2]; // [0] is for reading, [1] for writing
    int start[2];                         // says errno when the program could not be started
};

// A run that is under way.
struct run {
    const struct process_task *task;
    struct process_result *result;
    struct pipes pipes;
    pid_t child;
    pid_t parent;
    size_t written;   // bytes of the input
    bool lost_reader; // it closed its input early, and we got a SIGPIPE
    int64_t deadline; // in milliseconds; INT64_MAX: none
    enum { GOING, ASKED_TO_END, KILLED } stage;
};

static int64_t now_milliseconds(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// --- Pipes ---

static void close_end(int *fd) {
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_pipes(struct pipes *pipes) {
    int *all[] = {pipes->input, pipes->output, pipes->messages, pipes->start};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        close_end(&all[i][0]);
        close_end(&all[i][1]);
    }
}

// Moves a descriptor away from 0, 1 and 2, where the child puts its own. 0, or -1 with errno.
static int move_up(int *fd) {
    if (*fd > STDERR_FILENO)
        return 0;
    int moved = fcntl(*fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (moved < 0)
        return -1;
    close(*fd);
    *fd = moved;
    return 0;
}

// Makes a pipe; `ours` is the end that must never make us wait (-1: neither).
static int make_pipe(int ends[2], int ours) {
    if (pipe2(ends, O_CLOEXEC) != 0) {
        ends[0] = ends[1] = -1;
        return -1;
    }
    if (move_up(&ends[0]) != 0 || move_up(&ends[1]) != 0)
        return -1;
    return ours < 0 ? 0 : fcntl(ends[ours], F_SETFL, O_NONBLOCK);
}

// A pipe to listen to, or /dev/null when nothing is to be kept.
static int make_listener(int ends[2], size_t limit) {
    if (limit)
        return make_pipe(ends, 0);
    ends[1] = open("/dev/null", O_WRONLY | O_CLOEXEC);
    return ends[1] < 0 ? -1 : move_up(&ends[1]);
}

static int make_pipes(const struct process_task *task, struct pipes *pipes) {
    return make_pipe(pipes->input, 1) == 0 && make_pipe(pipes->start, -1) == 0 &&
                   make_listener(pipes->output, task->output_limit) == 0 &&
                   make_listener(pipes->messages, task->message_limit) == 0
               ? 0
               : -1;
}

// --- The child ---

// Only what is safe between fork and exec in a program with threads. All signals are blocked still,
// so that none of our handlers runs here.
static void prepare_child(const struct run *run) {
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigset_t none;
    setpgid(0, 0);
#ifdef __linux__
    // When we are killed, it goes too.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() != run->parent)
        _exit(127);
#endif
    umask(077);
    for (int number = 1; number < MOST_SIGNALS; number++)
        sigaction(number, &usual, NULL); // refused for some, which have no handler anyway
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static void be_child(const struct run *run) {
    const struct process_task *task = run->task;
    prepare_child(run);
    if (dup2(run->pipes.input[0], STDIN_FILENO) >= 0 &&
        dup2(run->pipes.output[1], STDOUT_FILENO) >= 0 &&
        dup2(run->pipes.messages[1], STDERR_FILENO) >= 0 &&
        (!task->folder || chdir(task->folder) == 0))
        execve(task->program, (char *const *)(uintptr_t)task->arguments,
               (char *const *)(uintptr_t)task->environment);
    int number = errno;
    ssize_t told = write(run->pipes.start[1], &number, sizeof number);
    _exit(told == (ssize_t)sizeof number ? 127 : 126);
}

// Forks and waits until the program runs. Returns 0, or the errno of why it does not.
static int start_child(struct run *run) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    run->parent = getpid();
    pthread_sigmask(SIG_SETMASK, &all, &before);
    run->child = fork();
    int number = errno;
    if (run->child == 0)
        be_child(run);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (run->child < 0)
        return number;
    setpgid(run->child, run->child); // whoever comes first, it or we; else it has been done
    close_end(&run->pipes.input[0]);
    close_end(&run->pipes.output[1]);
    close_end(&run->pipes.messages[1]);
    close_end(&run->pipes.start[1]);
    number = 0;
    ssize_t got;
    do
        got = read(run->pipes.start[0], &number, sizeof number);
    while (got < 0 && errno == EINTR);
    close_end(&run->pipes.start[0]);
    if (got != (ssize_t)sizeof number)
        return 0;
    while (waitpid(run->child, NULL, 0) < 0 && errno == EINTR)
        ;
    return number ? number : EIO;
}

// --- Feeding and listening ---

// Writes a piece of the input; closes it at the end, or when nobody reads it any more.
static void feed(struct run *run) {
    struct text input = run->task->input;
    size_t length = input.length - run->written;
    ssize_t written = 0;
    if (length) {
        written =
            write(run->pipes.input[1], input.bytes + run->written, length > PIECE ? PIECE : length);
        if (written < 0 && (errno == EAGAIN || errno == EINTR))
            return;
    }
    if (written < 0) {
        run->lost_reader = run->lost_reader || errno == EPIPE;
        run->written = input.length;
    } else {
        run->written += (size_t)written;
    }
    if (run->written == input.length)
        close_end(&run->pipes.input[1]);
}

// Reads a piece of what the child says and keeps what fits. False when there is no more for now.
static bool listen_to(int *fd, struct buffer *buffer, size_t limit, bool *cut) {
    char piece[PIECE];
    ssize_t got = read(*fd, piece, sizeof piece);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return false;
    if (got <= 0) {
        close_end(fd);
        return false;
    }
    size_t room = limit - buffer->length;
    size_t kept = (size_t)got > room ? room : (size_t)got;
    buffer_add(buffer, (struct text){piece, kept});
    if (kept < (size_t)got)
        *cut = true;
    return true;
}

// Takes what is in both pipes now.
static void drain(struct run *run) {
    struct process_result *result = run->result;
    bool cut = false;
    // The bound is for what the killed may still be pouring in: a pipe holds far less.
    for (int i = 0; i < 1024 && run->pipes.output[0] >= 0; i++)
        if (!listen_to(&run->pipes.output[0], &result->output, run->task->output_limit,
                       &result->output_cut))
            break;
    for (int i = 0; i < 1024 && run->pipes.messages[0] >= 0; i++)
        if (!listen_to(&run->pipes.messages[0], &result->messages, run->task->message_limit, &cut))
            break;
}

// Waits for something to do, at most `milliseconds`, and does it. 0, or -1 with errno.
static int serve(struct run *run, int milliseconds) {
    struct process_result *result = run->result;
    // poll passes over the descriptors that are -1.
    struct pollfd fds[] = {{.fd = run->pipes.input[1], .events = POLLOUT},
                           {.fd = run->pipes.output[0], .events = POLLIN},
                           {.fd = run->pipes.messages[0], .events = POLLIN}};
    int ready = poll(fds, sizeof fds / sizeof *fds, milliseconds);
    if (ready < 0)
        return errno == EINTR || errno == EAGAIN ? 0 : -1;
    bool cut = false;
    if (fds[0].revents)
        feed(run);
    if (fds[1].revents)
        listen_to(&run->pipes.output[0], &result->output, run->task->output_limit,
                  &result->output_cut);
    if (fds[2].revents)
        listen_to(&run->pipes.messages[0], &result->messages, run->task->message_limit, &cut);
    if (!result->output.failed && !result->messages.failed)
        return 0;
    errno = ENOMEM;
    return -1;
}

// --- The end ---

// Whether the child has ended, without burying it: as long as it is not, its number and its group
// are nobody else's. 1, 0, or -1 with errno.
static int has_ended(const struct run *run) {
    siginfo_t information = {0};
    int outcome;
    do
        outcome = waitid(P_PID, (id_t)run->child, &information, WEXITED | WNOHANG | WNOWAIT);
    while (outcome != 0 && errno == EINTR);
    return outcome != 0 ? -1 : information.si_pid == run->child;
}

// Ends the run by force when its time is up or a stop was asked for.
static void watch_time(struct run *run) {
    int64_t now = now_milliseconds();
    const volatile sig_atomic_t *stop = run->task->stop;
    if (run->stage == GOING && stop && *stop)
        run->result->outcome = PROCESS_STOPPED;
    else if (run->stage != KILLED && now >= run->deadline)
        run->result->outcome = run->stage == GOING ? PROCESS_TIMED_OUT : run->result->outcome;
    else
        return;
    if (run->stage == GOING) {
        kill(-run->child, SIGTERM);
        kill(-run->child, SIGCONT); // one that was stopped hears it too
        run->deadline = now + GRACE;
        run->stage = ASKED_TO_END;
    } else {
        kill(-run->child, SIGKILL);
        run->stage = KILLED;
    }
}

// Kills what is left of the group and buries the child.
static void bury(struct run *run) {
    kill(-run->child, SIGKILL);
    int status = 0;
    pid_t buried;
    do
        buried = waitpid(run->child, &status, 0);
    while (buried < 0 && errno == EINTR);
    if (run->stage != GOING)
        return;
    if (buried == run->child && WIFEXITED(status)) {
        run->result->outcome = PROCESS_EXITED;
        run->result->code = WEXITSTATUS(status);
    } else {
        run->result->outcome = PROCESS_SIGNALLED;
        run->result->code = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }
}

// Serves the child until it has ended. 0, or -1 with errno.
static int follow(struct run *run) {
    int pause = 1;
    for (;;) {
        int ended = has_ended(run);
        if (ended != 0)
            return ended > 0 ? 0 : -1;
        watch_time(run);
        // While there is a pipe, its closing wakes us. Without one, look more and more seldom.
        bool pipes = run->pipes.output[0] >= 0 || run->pipes.messages[0] >= 0;
        pause = pipes ? 1 : pause * 2 > TICK ? TICK : pause * 2;
        if (serve(run, pipes ? TICK : pause) != 0)
            return -1;
    }
}

// Runs with SIGPIPE blocked in this thread, so that a child that does not read cannot end us; ours
// is taken away again afterwards, and no one else's.
static int run_without_sigpipe(struct run *run, struct trouble *trouble) {
    sigset_t pipe_only;
    sigset_t before;
    sigset_t pending;
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    sigemptyset(&pending);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &pipe_only, &before);
    int number = start_child(run);
    int outcome = 0;
    if (number != 0) {
        run->result->outcome = PROCESS_NOT_STARTED;
        run->result->code = number;
    } else {
        outcome = follow(run);
        if (outcome != 0)
            trouble_tell(trouble, errno, N_("cannot be followed while it runs"),
                         run->task->program);
        bury(run);
        drain(run);
    }
    if (run->lost_reader && !sigismember(&pending, SIGPIPE)) {
        const struct timespec at_once = {0};
        while (sigtimedwait(&pipe_only, NULL, &at_once) < 0 && errno == EINTR)
            ;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return outcome;
}

int process_run(const struct process_task *task, struct process_result *result,
                struct trouble *trouble) {
    struct run run = {.task = task,
                      .result = result,
                      .pipes = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}},
                      .deadline = INT64_MAX};
    if (task->seconds)
        run.deadline = now_milliseconds() + (int64_t)task->seconds * 1000;
    int outcome = make_pipes(task, &run.pipes);
    if (outcome != 0)
        trouble_tell(trouble, errno, N_("cannot be started"), task->program);
    else
        outcome = run_without_sigpipe(&run, trouble);
    close_pipes(&run.pipes);
    return outcome;
}

void process_free(struct process_result *result) {
    buffer_free(&result->output);
    buffer_free(&result->messages);
}

// --- Finding a program ---

// Whether `path` can be run; else errno.
static bool is_program(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    if (!S_ISREG(status.st_mode)) {
        errno = EACCES;
        return false;
    }
    return access(path, X_OK) == 0;
}

char *process_find(const char *name, const char *path) {
    if (strchr(name, '/'))
        return is_program(name) ? strdup(name) : NULL;
    size_t name_length = strlen(name);
    while (path && *path && name_length) {
        size_t length = strcspn(path, ":");
        // A relative folder would let whoever owns the current one choose the program.
        if (*path == '/') {
            char *candidate = malloc(length + name_length + 2);
            if (!candidate)
                return NULL;
            memcpy(candidate, path, length);
            candidate[length] = '/';
            memcpy(candidate + length + 1, name, name_length + 1);
            if (is_program(candidate))
                return candidate;
            free(candidate);
        }
        path += length + (path[length] == ':');
    }
    errno = ENOENT;
    return NULL;
}
