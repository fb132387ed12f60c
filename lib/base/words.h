// SPDX-License-Identifier: EUPL-1.2
// The reader's language: which one, and the words in it.
#ifndef G1P_BASE_WORDS_H
#define G1P_BASE_WORDS_H

#include <libintl.h>

#define _(message) gettext(message)
#define N_(message) (message)

enum language { LANGUAGE_ENGLISH, LANGUAGE_DUTCH };

// Chooses the language by LC_ALL, LC_MESSAGES, LANG (also where the system lacks that locale),
// sets the process to UTF-8 and opens the catalogue. Called once, before any thread is made.
void words_begin(void);

// The language chosen; English before words_begin.
enum language words_language(void);

// What errno `number` means, in the reader's language for the usual ones. Never NULL; static.
const char *words_error(int number);

#endif
