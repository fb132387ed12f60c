// SPDX-License-Identifier: EUPL-1.2
// Writing manual pages in mdoc(7): prose, arguments of macros and examples, each escaped its way.
#ifndef G1P_GEN_MDOC_H
#define G1P_GEN_MDOC_H

#include <stdio.h>

#include "gen/gen.h"

// The first lines of a page: license, purpose, date, title and section.
void mdoc_begin(FILE *out, const char *purpose, const char *title, int section);

// Running text. Lines are short, a sentence begins on a new one, `code` is put in quotation marks,
// and a placeholder such as {1} is shown as an ellipsis.
void mdoc_prose(FILE *out, struct text text);

// Words on a macro's line, each with a blank before it, that are to mean nothing to mdoc.
void mdoc_words(FILE *out, struct text text);

// Lines to be shown as they are, indented.
void mdoc_literal(FILE *out, struct text text);

// The phases of `phases`, one on a line: number, word, and the name in `language`.
void mdoc_phases(FILE *out, const struct gen_file *phases, const char *language);

// Every field of the schema's kind of file, under a heading.
void mdoc_fields(FILE *out, const struct gen_schema *schema, const char *heading);

// Every list of words with what each word means to people.
void mdoc_word_lists(FILE *out, const struct gen_schema *schema);

// A path in the folder in which `path` lies; lives as long as the generator.
const char *gen_beside(const char *path, const char *name);

#endif
