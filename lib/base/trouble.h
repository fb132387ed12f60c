// SPDX-License-Identifier: EUPL-1.2
// Trouble: what a library function could not do, told to the command that decides.
#ifndef G1P_BASE_TROUBLE_H
#define G1P_BASE_TROUBLE_H

enum { TROUBLE_DETAIL = 256 };

// Filled in by a function that returns -1.
struct trouble {
    int number;                  // errno, or 0 when the system was not the cause
    const char *what;            // N_() text in English: what could not be done
    char detail[TROUBLE_DETAIL]; // which file or program; may be empty, cut when long
};

// Fills in `trouble` (NULL: told to nobody) and returns -1, so that a function can end with it.
int trouble_tell(struct trouble *trouble, int number, const char *what, const char *detail);

// Writes one line on standard error: "COMMAND: DETAIL: what: reason", in the reader's language.
void trouble_print(const char *command, const struct trouble *trouble);

#endif
