// SPDX-License-Identifier: EUPL-1.2
// What standard output and standard error are joined to.
#ifndef G1P_BASE_TERMINAL_H
#define G1P_BASE_TERMINAL_H

#include <stdbool.h>

// The words of --color and --excerpts, in this order: auto, always, never.
enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };
extern const char *const terminal_whens[]; // NULL-ended

// Whether standard output, or standard error, is a terminal.
bool terminal_output(void);
bool terminal_talk(void);

// Whether to colour standard output: always or never as asked; else CLICOLOR_FORCE, NO_COLOR, and
// whether it is a terminal decide.
bool terminal_colour(enum when when);

// How many columns wide text may be: COLUMNS when it is set, else what the terminal of standard
// output says; 80 off a terminal. From 40 to 400.
enum { TERMINAL_COLUMNS = 80 };
int terminal_columns(void);

// Whether marks and lines beyond ASCII will be seen as they are meant: the locale's characters are
// UTF-8, and the terminal, when standard output is one, is not a dumb one.
bool terminal_unicode(void);

#endif
