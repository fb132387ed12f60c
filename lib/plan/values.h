// SPDX-License-Identifier: EUPL-1.2
// What is given for a new file, before there is a file: values by the names of their fields.
#ifndef G1P_PLAN_VALUES_H
#define G1P_PLAN_VALUES_H

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/base/date.h"
#include "lib/schema/schema.h"
#include "lib/yaml/tree.h"

// The values, as the tree that they will be in the file. Its nodes have no place in any source.
struct values {
    struct arena *arena;            // owns the nodes
    const struct schema_type *type; // of the file: schema_plan, schema_kader, …
    const char *schema; // where the file's schema is, for editors; NULL: SCAFFOLD_SCHEMAS
    struct node *root;
};

// Starts without values. Returns 0, or -1 when memory ran out.
int values_begin(struct values *values, const struct schema_type *type, struct arena *arena);

enum value_fault_kind {
    VALUE_NO_FIELD,    // `near` may be meant
    VALUE_NEEDS_ITEM,  // a list: which item?
    VALUE_NO_ITEM,     // not the next item of the list; `number` would be
    VALUE_NEEDS_FIELD, // a group of fields: which field? `near` is one of them
    VALUE_NEEDS_KEY,   // a group by rule or by word: which one? `near` could be
    VALUE_TOO_FAR,     // a text, with something below it
    VALUE_TWICE,       // given already
    VALUE_NOT_TEXT     // not UTF-8, or with characters that no file may hold
};

struct value_fault {
    enum value_fault_kind kind;
    struct text path; // as far as it is right, or names what is wrong
    struct text near;
    unsigned number;
};

// Gives the field at `path` ("huishouden.leden.0.naam") a value. Where a list of ids or words
// belongs, commas part the value. Whether the value fits its field is not looked at. `path` and
// `value` must outlive the values. Returns 0; 1 with `*fault`; -1 when memory ran out.
int values_set(struct values *values, struct text path, struct text value,
               struct value_fault *fault);

// Gives the field at `path`, whose value so far is `had` (NULL: none), a value unless it has one.
// An empty one given by hand counts as none here. Returns 0, or -1 when memory ran out.
int values_default(struct values *values, const char *path, struct node *had, struct text value);

// Gives a list at the top of the file no items (`[]`) unless something stands there. Returns 0, or
// -1 when memory ran out.
int values_default_empty(struct values *values, const char *field);

// Adds what is wrong, in the reader's language, without quoting a value.
void value_fault_explain(const struct value_fault *fault, struct buffer *buffer);

// Adds the path of a node, as in values_set.
void values_path(const struct node *node, struct buffer *buffer);

// Adds what a plan must have and can be known: form, kind, `number`, phase and date; and what
// values_name_people adds. Returns 0, or -1 when memory ran out.
int values_complete(struct values *values, struct text number, struct date today);

// The number of a plan that is given none: what its file is called without its suffix, or else
// ("2026-0001") the first of the year. `path` is NULL when there is no file.
enum { VALUES_NUMBER_ROOM = 65 };
void values_number(const char *path, struct date today, char into[VALUES_NUMBER_ROOM]);

// The first field that a group of fields must have, or that such a field must have in turn, and
// that is not given; NULL when it is whole. `node` is NULL where nothing is given.
const struct schema_field *values_missing(const struct schema_type *type, const struct node *node);

// Whether a given value (not the root) can stand in a plan: nothing that it must have is missing. A
// list can when one of its items can.
bool values_whole(const struct node *node);

// Whether every value that stands in a whole part stands likewise in a plan that was read.
bool values_kept(const struct node *given, const struct node *read);

// Gives each person who has a name and no id a short word of it: "toos", and the next "toos2".
// Returns 0, or -1 when memory ran out.
int values_name_people(struct values *values);

// Makes a short word of a name ("Žofia de Boer": "zofia") that is an id, or "" when the name has
// no letters that can be folded to a-z.
enum { SHORT_WORD_LONGEST = 32 };
void short_word(struct text name, char into[SHORT_WORD_LONGEST + 1]);

#endif
