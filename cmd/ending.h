// SPDX-License-Identifier: EUPL-1.2
// How commands end: the statuses they share, and what is said before they end in trouble.
#ifndef G1P_CMD_ENDING_H
#define G1P_CMD_ENDING_H

#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/base/buffer.h"
#include "lib/base/output.h"
#include "lib/base/words.h"

// 1 is for what a command finds, and differs.
enum { STATUS_FINE = 0, STATUS_TROUBLE = 2 };

static inline _Noreturn void out_of_memory(void) {
    errx(STATUS_TROUBLE, "%s", words_error(ENOMEM));
}

static inline _Noreturn void end_with(const char *command, const struct trouble *trouble) {
    trouble_print(command, trouble);
    exit(STATUS_TROUBLE);
}

// Writes it on standard output and frees it.
static inline void print(const char *command, struct buffer *out) {
    struct trouble trouble;
    if (out->failed)
        out_of_memory();
    if (output_text(stdout, buffer_text(out), &trouble) != 0)
        end_with(command, &trouble);
    buffer_free(out);
}

#endif
