// SPDX-License-Identifier: EUPL-1.2
// Terminals and colour.
#include "lib/base/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool terminal_output(void) {
    return isatty(STDOUT_FILENO) == 1;
}

bool terminal_talk(void) {
    return isatty(STDERR_FILENO) == 1;
}

static bool set(const char *variable) {
    const char *value = getenv(variable);
    return value && *value && strcmp(value, "0") != 0;
}

bool terminal_colour(enum when when) {
    if (when != WHEN_AUTO)
        return when == WHEN_ALWAYS;
    return set("CLICOLOR_FORCE") || (terminal_output() && !set("NO_COLOR"));
}
