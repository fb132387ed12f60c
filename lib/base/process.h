// SPDX-License-Identifier: EUPL-1.2
// Running another program: no shell, bounded in time and output, and nothing of it left behind.
#ifndef G1P_BASE_PROCESS_H
#define G1P_BASE_PROCESS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "lib/base/buffer.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"

// A program to run. It gets its own process group and umask 077.
struct process_task {
    const char *program;               // its path, from process_find
    const char *const *arguments;      // NULL-ended, the first is its name
    const char *const *environment;    // NULL-ended, "NAME=value"; all that it gets
    const char *folder;                // where it runs; NULL: here
    struct text input;                 // its standard input
    size_t output_limit;               // bytes of standard output to keep; 0: goes to /dev/null
    size_t message_limit;              // bytes of standard error to keep; 0: goes to /dev/null
    unsigned seconds;                  // it is stopped after so many; 0: never
    const volatile sig_atomic_t *stop; // it is stopped when this is not 0; NULL: never
};

enum process_outcome {
    PROCESS_EXITED,    // `code` is its exit status
    PROCESS_SIGNALLED, // `code` is the signal that ended it
    PROCESS_TIMED_OUT,
    PROCESS_STOPPED,    // by `stop`
    PROCESS_NOT_STARTED // `code` is the errno
};

// How it went. Start with {0}. What the program said can hold what the plan says: never show it.
struct process_result {
    enum process_outcome outcome;
    int code;
    struct buffer output;
    struct buffer messages;
    bool output_cut; // there was more than `output_limit`
};

// Runs the program and waits for its end; whatever it left running in its process group is killed.
// Safe beside other threads. Returns 0 with `*result`, or -1 with `*trouble` when the run could not
// be followed (no memory, no pipes); the program then has been killed. Free the result either way.
int process_run(const struct process_task *task, struct process_result *result,
                struct trouble *trouble);

void process_free(struct process_result *result);

// Finds a program in the absolute folders of `path` (as $PATH; NULL: nowhere). Returns its path, to
// be freed, or NULL with errno (ENOENT: not found). A name with a slash is not looked up, only
// looked at.
char *process_find(const char *name, const char *path);

#endif
