// SPDX-License-Identifier: EUPL-1.2
// Options of the commands: read from, and explained by, one table.
#ifndef G1P_BASE_OPTIONS_H
#define G1P_BASE_OPTIONS_H

#include <getopt.h>
#include <stddef.h>
#include <stdio.h>

#include "lib/base/trouble.h"
#include "lib/base/words.h" // N_ of OPTIONS_HELP_AND_VERSION

// One row of a command's table; a row of zeros ends it. A long option without a letter takes a
// number above OPTIONS_LONG_ONLY as its letter. OPTIONS_VERB as its letter makes a row one of the
// command's verbs: --help lists it before the options, and the reading passes over it.
struct option_row {
    int letter;           // 'o', or OPTIONS_LONG_ONLY + n
    const char *name;     // "output"; NULL when there is only a letter
    const char *argument; // N_("FILE"): it takes an argument; NULL: it takes none
    const char *help;     // N_() text; NULL: left out of --help
};

enum {
    OPTIONS_LONG_ONLY = 256,
    OPTIONS_MOST_ROWS = 64, // as many as a table may have
    OPTIONS_OPERAND = -2,   // options_next: `value` is an operand
    OPTIONS_WRONG = -3,     // options_next: `message` says what is wrong
    OPTIONS_VERB = -4,
    OPTIONS_END = -1
};

// Rows that every command has, and the end: put it as the last of a table.
#define OPTIONS_HELP_AND_VERSION                                                                   \
    {'h', "help", NULL, N_("show this help and stop")},                                            \
        {'V', "version", NULL, N_("show the version and stop")}, {                                 \
        0, NULL, NULL, NULL                                                                        \
    }

// The state of the reading. Only `value` and `message` are for the caller.
struct options {
    const char *value; // the option's argument, or the operand; a part of argv
    char message[512]; // in the reader's language, without the command's name
    const struct option_row *rows;
    int argc;
    char **argv;
    int operands_from; // the place of the first operand behind "--"; 0: not yet there
    struct option long_options[OPTIONS_MOST_ROWS + 1];
    char letters[2 * OPTIONS_MOST_ROWS + 3];
};

// Starts reading argv[1] and on. Options and operands may come in any order; "--" ends the options;
// "-" is an operand; a long name may be shortened as far as it stays clear. The reading itself is
// getopt_long's: not POSIX, but its long options are what people know from GNU, and every libc that
// matters has it. It keeps its state to itself, so one reading at a time, on one thread.
void options_begin(struct options *options, const struct option_row *rows, int argc, char **argv);

// Takes the next step: returns the letter of a row, or OPTIONS_OPERAND, OPTIONS_WRONG, OPTIONS_END.
// After OPTIONS_WRONG a command says the message and ends with status 2.
int options_next(struct options *options);

// The one of `count` words that `word` is a slip of the fingers away from; NULL when none is.
const char *options_nearest(const char *word, const char *const *words, size_t count);

// What --help prints around the table. NULL for what is not there.
struct options_page {
    const char *command;       // "g1p-check"
    const char *const *usages; // NULL-ended, N_() texts: what follows the command's name
    const char *about;         // N_() text; newlines part paragraphs
    const struct option_row *rows;
    const char *const *examples; // NULL-ended, N_() texts, each a line as typed
    const char *status;          // N_() text about the exit status
};

// Writes the help page, in the reader's language, within 80 columns.
void options_help(const struct options_page *page, FILE *out);

// Answers -h (the help page) or -V (name and version) on `out`. Returns 0, or -1 when that could
// not be written, which is then told on standard error.
int options_answer(const struct options_page *page, int letter, FILE *out);

#endif
