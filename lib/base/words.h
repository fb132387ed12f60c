// SPDX-License-Identifier: EUPL-1.2
// The languages: that of the messages, which is the reader's, and that of the documents.
#ifndef G1P_BASE_WORDS_H
#define G1P_BASE_WORDS_H

#include <libintl.h>
#include <stddef.h>

#define _(message) gettext(message)
#define N_(message) (message)

// The words of documents, which are Dutch in the source (po/documenten.pot): D_ gives them in the
// document's language, DN_ only marks them where a table holds them, DP_ chooses by a number. Some
// hold markup, which a translation keeps as it stands.
#define D_(words) words_of_document(words)
#define DN_(words) (words)
#define DP_(one, more, number) words_of_documents(one, more, number)

enum language { LANGUAGE_ENGLISH, LANGUAGE_DUTCH };

// Chooses the language by LC_ALL, LC_MESSAGES, LANG (also where the system lacks that locale),
// sets the process to UTF-8 and opens the catalogue. Called once, before any thread is made.
void words_begin(void);

// The language chosen; English before words_begin.
enum language words_language(void);

// Chooses the language of the documents: "nl", or one whose catalogue (po/documenten-XX.po) is
// installed. Called after words_begin and before any thread is made. Returns 0, or -1 when there is
// no such language; then they stay Dutch.
int words_document_begin(const char *language);

// The language of the documents, as in HTML's lang; "nl" until another is chosen. Static.
const char *words_document_language(void);

// The languages that there are, as "nl, de, fy"; what does not fit is left out.
void words_document_languages(char *names, size_t size);

// For D_ and DP_: the words in the document's language; the Dutch ones when its catalogue lacks
// them. Static; any thread may ask.
const char *words_of_document(const char *words) __attribute__((format_arg(1)));
const char *words_of_documents(const char *one, const char *more, unsigned long number)
    __attribute__((format_arg(1), format_arg(2)));

// What errno `number` means, in the reader's language for the usual ones. Never NULL; static.
const char *words_error(int number);

#endif
