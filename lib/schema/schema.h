// SPDX-License-Identifier: EUPL-1.2
// The format as constant tables, made at build time from schemas/*.schema.json by gen/.
#ifndef G1P_SCHEMA_SCHEMA_H
#define G1P_SCHEMA_SCHEMA_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/text.h"

// What a place in a file can hold.
enum schema_shape {
    SHAPE_TEXT,        // any text or number
    SHAPE_WORD,        // one of a list of words
    SHAPE_OPEN_WORD,   // a word; the list holds the usual ones
    SHAPE_DATE,        // 2026-03-12
    SHAPE_ROUGH_DATE,  // a date, a month, a year, or words
    SHAPE_TIME,        // 14:30
    SHAPE_ID,          // a short lower-case word that names a person, goal, …
    SHAPE_FINGERPRINT, // sha256:…
    SHAPE_RULE,        // OP-17
    SHAPE_NUMBER,      // from minimum to maximum in whole steps
    SHAPE_FIXED,       // exactly one value (words[0])
    SHAPE_OBJECT       // a mapping with fields
};

// How many of it: `wie: ger`, `wie: [ger, toos]`, `eerdere_hulp: geen`; or a mapping whose keys are
// free, or ids of rules, and whose values are all of one type: `jargon: {ambulant: bij mensen
// thuis}`.
enum schema_many {
    MANY_ONE,
    MANY_LIST,
    MANY_ONE_OR_LIST,
    MANY_GEEN_OR_LIST,
    MANY_BY_WORD,
    MANY_BY_RULE
};

// How g1p-new treats a field.
enum schema_scaffold { SCAFFOLD_COMMENTED, SCAFFOLD_SHOWN, SCAFFOLD_ASKED };

// What a field holds by which somebody can be known (x-persoonlijk).
enum schema_personal {
    PERSONAL_NONE,
    PERSONAL_NAME,      // of a person
    PERSONAL_HOUSEHOLD, // the name of the household
    PERSONAL_ROLE,      // who a member is in the household
    PERSONAL_RELATION,  // who somebody around it is to them
    PERSONAL_JOB,       // what a professional does
    PERSONAL_EMPLOYER,  // where: an organisation, a school
    PERSONAL_ADDRESS,
    PERSONAL_BIRTH,   // the day of it
    PERSONAL_CONTACT, // a telephone number, an e-mail address
    PERSONAL_NUMBER,  // the plan's own number or name
    PERSONAL_TRACE    // leads back to the plan or the place, and means nothing without them
};

struct schema_word {
    const char *word;
    const char *label; // Dutch, for people
};

struct schema_field;

struct schema_type {
    const char *name; // as in the schema's $defs
    const char *title;
    const char *description;
    uint8_t shape;  // enum schema_shape
    bool not_empty; // a text that may not be ""
    bool whole;     // only whole numbers
    double minimum;
    double maximum;
    double step; // 0: any
    const struct schema_word *words;
    uint16_t word_count;
    uint16_t field_count;
    const struct schema_field *fields; // in the order of the format
    const uint8_t *by_name;            // indexes into `fields`, by length of the name, then name
    uint16_t id;                       // index in schema_types
};

struct schema_field {
    const char *name;
    const char *title;
    const char *description;
    const char *example;     // or NULL
    const char *example_key; // of a mapping by word or rule; or NULL
    const struct schema_type *type;
    uint32_t refers; // bit per type whose ids it may name; 0: it names none
    uint16_t id;     // index over all fields of all types
    uint8_t name_length;
    uint8_t many;         // enum schema_many
    uint8_t scaffold;     // enum schema_scaffold
    uint8_t personal;     // enum schema_personal
    int8_t part;          // the part of a consent that covers it (enum onderdeel), or -1
    int8_t declares;      // number of the namespace in which this id must be unique, or -1
    int8_t declares_bit;  // the bit in `refers` by which others name it, or -1
    int8_t not_before[2]; // indexes of fields of the same type that it may not precede, or -1
    bool required;
    bool needs_item; // a list that may not be []
    bool past;       // a date that cannot lie ahead
    bool prose;      // in people's own words
    bool progress;   // says how it goes, not what was agreed
    bool about;      // names whose data the object holds
    bool private;    // what is only about other members is theirs
};

// The types of whole files, by `soort`.
extern const struct schema_type *const schema_plan;
extern const struct schema_type *const schema_meldcode;
extern const struct schema_type *const schema_organisatie;
extern const struct schema_type *const schema_kader;
extern const struct schema_type schema_types[];
extern const uint16_t schema_type_count;
extern const uint16_t schema_field_count;

// The field of an object type by its name, or NULL.
const struct schema_field *schema_field(const struct schema_type *type, struct text name);

// The same, found sooner when it stands soon behind `before` (NULL: at the beginning) in the order
// of the format, as most people write.
const struct schema_field *schema_field_after(const struct schema_type *type,
                                              const struct schema_field *before, struct text name);

// The field at a path of names with dots between them, below an object type: "doelen.acties.wie".
// NULL when there is none.
const struct schema_field *schema_path(const struct schema_type *type, const char *path);

// The field whose name is nearest to `name`, near enough to be meant and alone in that; or NULL.
const struct schema_field *schema_nearest_field(const struct schema_type *type, struct text name);

// The word of the type's list that is nearest to `word`, likewise; or NULL.
const struct schema_word *schema_nearest_word(const struct schema_type *type, struct text word);

// What people call word number `value` of a type of words ("" when there is none).
const char *schema_label(const struct schema_type *type, int value);

// Whether numbers and dates in values of this type are meant as such, and stand without quotation
// marks; in other values they are texts, and other readers of YAML must not take them for numbers.
bool schema_bare(const struct schema_type *type);

// Whether a text has the shape of an id, and is none of the words that YAML or the format reads
// otherwise (ja, nee, geen, null, true, false).
bool schema_is_id(struct text text);

#endif
