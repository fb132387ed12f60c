// SPDX-License-Identifier: EUPL-1.2
// A new plan as text: every field in its place, with a hint, and what is not needed yet behind a #.
#ifndef G1P_PLAN_SCAFFOLD_H
#define G1P_PLAN_SCAFFOLD_H

#include "lib/base/buffer.h"
#include "lib/base/date.h"
#include "lib/yaml/tree.h"

// Where the schema says that it is found ($id), for editors.
#define SCAFFOLD_SCHEMA "https://g1p.nl/schemas/plan.schema.json"

// Adds a plan with the values given (the root of struct values, completed). Fields of the beginning
// are there, with their value or empty; all others stand behind "# " with an example, so that
// taking away those two characters makes them count. Lines that begin with "##" are hints. A part
// that was given without something it must have is put behind a # as well. `today` is the date in
// examples.
void scaffold_write(const struct node *values, struct date today, struct buffer *out);

// ---- for scaffold.c ----

// Adds what a hint says about a field: label, description, words to choose from, and, when
// `with_example`, an example.
void hint_write(const struct schema_field *field, bool with_example, struct buffer *out);

#endif
