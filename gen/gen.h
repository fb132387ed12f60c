// SPDX-License-Identifier: EUPL-1.2
// The generator: schemas/ in, constant C tables and manual pages out. Runs at build time only.
#ifndef G1P_GEN_GEN_H
#define G1P_GEN_GEN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "lib/base/arena.h"
#include "lib/base/text.h"
#include "lib/schema/schema.h"
#include "lib/yaml/tree.h"

enum { MOST_KINDS = 8, MOST_TYPES = 192, MOST_FIELDS = 64, MOST_WORDS = 64, MOST_NAMESPACES = 16 };

struct gen_file {
    const char *path;
    struct tree tree;
};

struct gen_word {
    struct text word;
    struct text label;
};

struct gen_field {
    struct text name, title, description, example, example_key, part;
    int type;
    int many;              // enum schema_many
    int scaffold;          // enum schema_scaffold
    int declares;          // namespace, or -1
    struct text refers[8]; // names of types
    int refer_count;
    struct text not_before[2]; // names of sibling fields
    int not_before_count;
    int personal; // enum schema_personal
    bool required, needs_item, past, prose, progress, about, private;
    int id;
};

struct gen_type {
    struct text name, title, description;
    int shape;
    bool not_empty, whole;
    double minimum, maximum, step;
    struct gen_word words[MOST_WORDS];
    int word_count;
    struct gen_field *fields;
    int field_count;
    const struct gen_file *file;
    const struct node *node;
};

// All schemas as the generator holds them: one table of types for every kind of file.
struct gen_schema {
    const struct gen_file *file; // the one being read
    struct gen_type types[MOST_TYPES];
    int type_count;
    int roots[MOST_KINDS]; // the types of whole files, by kind, as read
    int root_count;
    int field_count;
    struct text namespaces[MOST_NAMESPACES];
    int namespace_count;
};

extern struct arena gen_arena; // everything the generator reads lives until it ends

// Ends the build with "path:line:column: message".
_Noreturn void gen_stop(const struct gen_file *file, const struct node *node, const char *format,
                        ...) __attribute__((format(printf, 3, 4)));

// Reads a YAML or JSON file; stops the build when it has any fault or a doubled key.
void gen_read(const char *path, struct gen_file *file);

// The child of a mapping, which must be there.
const struct node *gen_need(const struct gen_file *file, const struct node *mapping,
                            const char *key);

// The text of a child, or the empty text.
struct text gen_text(const struct node *mapping, const char *key);

// Adds a schema to those read; stops the build at an unknown keyword, type or pattern. A definition
// that another schema has too must be the same to the letter, and is taken once.
void gen_schema_add(const struct gen_file *file, struct gen_schema *schema);

int gen_type_named(const struct gen_schema *schema, struct text name);

// Stops the build when `key` of a mapping lacks a text in one of the languages.
void gen_need_both(const struct gen_file *file, const struct node *mapping, const char *key);

// Writes the texts of both languages as a pair of literals, by enum language.
void gen_write_pair(const struct node *texts, FILE *out);

// Writes a C string literal, or NULL for the empty text when `nullable`.
void gen_literal(FILE *out, struct text text, bool nullable);

// Writes `text` in capitals with _ for everything that is no letter or digit.
void gen_upper(FILE *out, struct text text);

void gen_write_schema_tables(const struct gen_schema *schema, FILE *out);
void gen_write_schema_words(const struct gen_schema *schema, FILE *out);
void gen_write_plan_types(const struct gen_schema *schema, FILE *out);
void gen_write_plan_tables(const struct gen_schema *schema, FILE *out);

// Reads and checks criteria; stops the build at an incomplete row.
void gen_criteria_check(const struct gen_file *criteria);
void gen_write_rule_names(const struct gen_file *criteria, FILE *out);
void gen_write_rule_tables(const struct gen_file *criteria, const struct gen_file *phases,
                           FILE *out);
void gen_write_phases(const struct gen_file *phases, const struct gen_schema *schema, FILE *out);

// The points must be the words of `puntnummer`, with the same labels.
void gen_write_implementatie(const struct gen_file *points, const struct gen_schema *schema,
                             FILE *out);

// The list of phases in schemas/werkproces.yaml.
const struct node *gen_phases(const struct gen_file *phases);

// The steps of the work process, held against the criteria (rules and messages they name), the
// rules announced in `words`, and the schema (paths).
void gen_write_work_process(const struct gen_file *phases, const struct gen_file *criteria,
                            const struct gen_file *words, const struct gen_schema *schema,
                            FILE *out);

// The goals must be the words of `veiligheidsdoel`, in its order.
void gen_write_doelencheck(const struct gen_file *goals, const struct gen_schema *schema,
                           FILE *out);

// Whom to call in danger.
void gen_write_spoed(const struct gen_file *numbers, FILE *out);

void gen_write_words(const struct gen_file *words, FILE *out);

// What the rules about language know: the tables of lib/taal/woorden.h, and names (W_om) of the
// words in `eigen`, which the grammar asks for.
void gen_write_lexicon(const struct gen_file *words, FILE *out);
void gen_write_word_names(const struct gen_file *words, FILE *out);

// Manual pages in mdoc.
void gen_man_plan(const struct gen_schema *schema, FILE *out);
void gen_man_meldcode(const struct gen_schema *schema, FILE *out);
void gen_man_organisatie(const struct gen_schema *schema, FILE *out);
void gen_man_kader(const struct gen_schema *schema, FILE *out);
void gen_man_prints(const struct gen_schema *schema, FILE *out); // a section of it
void gen_man_criteria(const struct gen_file *criteria, const char *language, FILE *out);

// Reads and checks herkomst.yaml beside the criteria; stops the build at an incomplete row, an
// unknown rule or a part named twice.
const struct gen_file *gen_herkomst_read(const struct gen_file *criteria);

// Where each part of the method lives: a section of a manual page (0 English, 1 Dutch), and a
// Dutch table in Markdown.
void gen_man_herkomst(const struct gen_file *herkomst, int language, FILE *out);
void gen_write_herkomst(const struct gen_file *herkomst, FILE *out);

// A file as a constant string named `name`.
void gen_write_asset(const char *path, const char *name, FILE *out);

// Local frameworks, each by the name of its file and its text; a NULL-ended list of paths.
void gen_write_kaders(char **paths, FILE *out);

// What a new repository of plans holds: the files that a manifest names, each beside it.
void gen_write_repo(const struct gen_file *manifest, FILE *out);

#endif
