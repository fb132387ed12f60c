// SPDX-License-Identifier: EUPL-1.2
// A new file as text: every field in its place, with a hint, and what is not needed yet behind a #.
#ifndef G1P_PLAN_SCAFFOLD_H
#define G1P_PLAN_SCAFFOLD_H

#include "lib/base/buffer.h"
#include "lib/base/date.h"
#include "lib/plan/values.h"

// Where the schemas say that they are found ($id), for editors: behind it comes the kind.
#define SCAFFOLD_SCHEMAS "https://g1p.nl/schemas/"

// What a new file of a kind says besides its fields.
struct scaffold_words {
    const char *introduction; // lines that begin with "##"
    // Adds what is said above an item of a list; NULL: nothing is.
    void (*note)(const struct node *item, struct buffer *out);
};

// Adds a file with the values given, completed. Fields of the beginning are there, with their value
// or empty; all others stand behind "# " with an example, so that taking away those two characters
// makes them count. Lines that begin with "##" are hints. A part that was given without something
// it must have is put behind a # as well. `today` is the date in examples.
void scaffold_write(const struct values *values, const struct scaffold_words *words,
                    struct date today, struct buffer *out);

// Adds one section of a file (a field of its root), behind a # as in a new file: its hint, and all
// its fields with an example. Every line begins with a #.
void scaffold_section(const struct schema_type *root, const struct schema_field *field,
                      struct date today, struct buffer *out);

// ---- for scaffold.c ----

// Adds what a hint says about a field: label, description, words to choose from, and, when
// `with_example`, an example.
void hint_write(const struct schema_field *field, bool with_example, struct buffer *out);

#endif
