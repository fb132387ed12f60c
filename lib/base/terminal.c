// SPDX-License-Identifier: EUPL-1.2
// Terminals and colour.
#include "lib/base/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

const char *const terminal_whens[] = {"auto", "always", "never", NULL};

bool terminal_output(void) {
    return isatty(STDOUT_FILENO) == 1;
}

bool terminal_talk(void) {
    return isatty(STDERR_FILENO) == 1;
}

int terminal_columns(void) {
    enum { LEAST = 40, MOST = 400 };
    const char *variable = getenv("COLUMNS");
    char *end;
    long columns = variable ? strtol(variable, &end, 10) : 0;
    if (variable && (*end || columns <= 0))
        columns = 0;
    struct winsize size;
    if (columns == 0 && terminal_output() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        columns = size.ws_col;
    if (columns == 0)
        return TERMINAL_COLUMNS;
    return columns < LEAST ? LEAST : columns > MOST ? MOST : (int)columns;
}

bool terminal_unicode(void) {
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *terminal = getenv("TERM");
    if (terminal_output() && (!terminal || strcmp(terminal, "dumb") == 0))
        return false;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return strstr(value, "UTF-8") || strstr(value, "utf-8") || strstr(value, "UTF8") ||
                   strstr(value, "utf8");
    }
    return false;
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
