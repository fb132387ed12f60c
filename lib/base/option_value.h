// SPDX-License-Identifier: EUPL-1.2
// What stands behind an option: one of a few words, or a number.
#ifndef G1P_BASE_OPTION_VALUE_H
#define G1P_BASE_OPTION_VALUE_H

enum { OPTION_MESSAGE = 512 };

// Which of the words of a NULL-ended list the argument of --`option` is; -1, with what is wrong in
// the reader's language in `message`, when it is none.
int option_word(const char *option, const char *value, const char *const *words,
                char message[OPTION_MESSAGE]);

// The whole number from 1 to `most` that the argument of --`option` is; 0, with a message, when it
// is none.
unsigned option_number(const char *option, const char *value, unsigned most,
                       char message[OPTION_MESSAGE]);

#endif
