// SPDX-License-Identifier: EUPL-1.2
// What commands with verbs do alike on their way to an ending.
#ifndef G1P_CMD_VERBS_H
#define G1P_CMD_VERBS_H

#include <unistd.h>

#include "cmd/ending.h"
#include "lib/change/verb.h"

// Ends the command where a step of the request did not lead further.
static inline void go_on(enum verb_outcome outcome, const struct buffer *message) {
    if (outcome == VERB_ANSWERED)
        exit(STATUS_FINE);
    if (outcome == VERB_NO_MEMORY)
        out_of_memory();
    if (outcome == VERB_WRONG && message->length > 0)
        errx(STATUS_TROUBLE, "%s", message->bytes);
    if (outcome == VERB_WRONG)
        exit(STATUS_TROUBLE);
}

// That a file cannot be changed is told before any question.
static inline void check_writable(const struct verb_request *request) {
    if (!request->dry_run && access(request->file, W_OK) != 0)
        errx(STATUS_TROUBLE, "%s: %s: %s", request->file, _("cannot be changed"),
             words_error(errno));
}

#endif
