// SPDX-License-Identifier: EUPL-1.2
// The fields and words of a kind of file, for its manual page, from the schema.
#include <string.h>

#include "gen/mdoc.h"
#include "lib/base/buffer.h"

enum { FEW_WORDS = 6 }; // as many are named at the field itself; for more, see their own list

static const double no_minimum = -1e9, no_maximum = 1e9; // as schema_read.c leaves them

static void add_name(struct buffer *line, struct text name) {
    buffer_add_char(line, '`');
    buffer_add(line, name);
    buffer_add_char(line, '`');
}

// "`a`, `b` or `c`".
static void add_names(struct buffer *line, const struct text *names, int count) {
    for (int i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_string(line, i == count - 1 ? " or " : ", ");
        add_name(line, names[i]);
    }
}

static void add_number(struct buffer *line, const struct gen_type *type) {
    bool whole = type->whole || type->step == 1;
    buffer_add_string(line, whole ? "a whole number" : "a number");
    if (type->minimum > no_minimum && type->maximum < no_maximum)
        buffer_format(line, " from %g to %g", type->minimum, type->maximum);
    else if (type->minimum > no_minimum)
        buffer_format(line, ", %g or more", type->minimum);
    if (!whole && type->step > 0)
        buffer_format(line, ", in steps of %g", type->step);
}

static void add_words(struct buffer *line, const struct gen_type *type) {
    if (type->word_count > FEW_WORDS) {
        buffer_add_string(line, "one of the words listed under ");
        add_name(line, type->name);
        return;
    }
    struct text names[FEW_WORDS];
    for (int i = 0; i < type->word_count; i++)
        names[i] = type->words[i].word;
    buffer_add_string(line, type->word_count == 1 ? "the word " : "one of the words ");
    add_names(line, names, type->word_count);
}

static void add_id(struct buffer *line, const struct gen_schema *schema,
                   const struct gen_field *field) {
    if (field->declares >= 0) {
        buffer_add_string(line, "a new id; no other ");
        buffer_add(line, schema->namespaces[field->declares]);
        buffer_add_string(line, " of this plan has it");
    } else if (field->refer_count > 0) {
        buffer_add_string(line, "the id of a ");
        add_names(line, field->refers, field->refer_count);
    } else {
        buffer_add_string(line, "an id");
    }
}

// What one value of a field is, in words.
static void add_kind(struct buffer *line, const struct gen_schema *schema,
                     const struct gen_field *field) {
    const struct gen_type *type = &schema->types[field->type];
    static const char *const plain[] = {
        [SHAPE_TEXT] = "text",
        [SHAPE_DATE] = "a date",
        [SHAPE_ROUGH_DATE] = "a date, a month, a year or words",
        [SHAPE_TIME] = "a time, such as `14:30`",
        [SHAPE_FINGERPRINT] = "a fingerprint: `sha256:` and 32 hexadecimal digits",
        [SHAPE_RULE] = "the id of a rule, such as `OP-17`",
    };
    switch (type->shape) {
    case SHAPE_ID:
        add_id(line, schema, field);
        break;
    case SHAPE_WORD:
    case SHAPE_OPEN_WORD:
        add_words(line, type);
        break;
    case SHAPE_NUMBER:
        add_number(line, type);
        break;
    case SHAPE_FIXED:
        buffer_add_string(line, "always ");
        add_name(line, type->words[0].word);
        break;
    case SHAPE_OBJECT:
        buffer_add_string(line, "the fields of ");
        add_name(line, type->name);
        break;
    default:
        buffer_add_string(line, plain[type->shape]);
        if (type->shape == SHAPE_TEXT && field->refer_count > 0) {
            buffer_add_string(line, ", or the id of a ");
            add_names(line, field->refers, field->refer_count);
        }
    }
}

static void add_dates(struct buffer *line, const struct gen_field *field) {
    if (field->past)
        buffer_add_string(line, " Not later than today.");
    if (field->not_before_count > 0) {
        buffer_add_string(line, " Not before ");
        add_names(line, field->not_before, field->not_before_count);
        buffer_add_char(line, '.');
    }
}

static void write_line(FILE *out, struct buffer *line) {
    if (line->failed)
        gen_stop(NULL, NULL, "out of memory");
    mdoc_prose(out, buffer_text(line));
    buffer_clear(line);
}

// How many there are, before what one of them is.
static const char *opening(int many, bool object) {
    switch (many) {
    case MANY_GEEN_OR_LIST:
        return object ? "the word `geen`, or a list; each item has "
                      : "the word `geen`, or a list; each item is ";
    case MANY_LIST:
        return object ? "a list; each item has " : "a list; each item is ";
    case MANY_BY_RULE:
        return "ids of rules, each with ";
    case MANY_BY_WORD:
        return object ? "words of your own, each with " : "words of your own, behind each ";
    default:
        return object ? "it has " : "";
    }
}

static void write_kind(FILE *out, const struct gen_schema *schema, const struct gen_field *field,
                       struct buffer *line) {
    bool object = schema->types[field->type].shape == SHAPE_OBJECT;
    buffer_add_string(line, opening(field->many, object));
    add_kind(line, schema, field);
    if (field->many == MANY_ONE_OR_LIST)
        buffer_add_string(line, ", or a list of such");
    buffer_add_char(line, '.');
    if (!line->failed && line->bytes[0] >= 'a' && line->bytes[0] <= 'z')
        line->bytes[0] = (char)(line->bytes[0] - 'a' + 'A');
    add_dates(line, field);
    write_line(out, line);
}

// The Dutch name, in italics, with the full stop or question mark behind it.
static void write_title(FILE *out, struct text title) {
    bool asks = title.length > 0 && title.bytes[title.length - 1] == '?';
    fputs(".Em", out);
    mdoc_words(out, (struct text){title.bytes, title.length - asks});
    fputs(asks ? " ?\n" : " .\n", out);
}

static void write_field(FILE *out, const struct gen_schema *schema, const struct gen_field *field,
                        struct buffer *line) {
    fputs(".It Va", out);
    mdoc_words(out, field->name);
    fputs(field->required ? " Pq required\n" : "\n", out);
    write_title(out, field->title);
    mdoc_prose(out, field->description);
    write_kind(out, schema, field, line);
    if (field->example.length > 0) {
        buffer_add_string(line, field->example_key.length > 0 ? "Example: `" : "Example: ");
        if (field->example_key.length > 0) {
            buffer_add(line, field->example_key);
            buffer_add_string(line, ": ");
            buffer_add(line, field->example);
            buffer_add_char(line, '`');
        } else {
            add_name(line, field->example);
        }
        if (!strchr(".?!", field->example.bytes[field->example.length - 1]))
            buffer_add_char(line, '.');
        write_line(out, line);
    }
}

// In which fields of which objects such an object stands.
static void write_places(FILE *out, const struct gen_schema *schema, int type,
                         struct buffer *line) {
    int places = 0;
    for (int owner = 0; owner < schema->type_count; owner++)
        for (int i = 0; i < schema->types[owner].field_count; i++) {
            if (schema->types[owner].fields[i].type != type)
                continue;
            buffer_add_string(line, places++ ? ", in " : "Stands in ");
            add_name(line, schema->types[owner].fields[i].name);
            buffer_add_string(line, " of ");
            add_name(line, schema->types[owner].name);
        }
    if (places == 0)
        return;
    buffer_add_char(line, '.');
    write_line(out, line);
}

static void write_object(FILE *out, const struct gen_schema *schema, int index,
                         struct buffer *line) {
    const struct gen_type *type = &schema->types[index];
    fputs(".Ss", out);
    mdoc_words(out, type->name);
    fputc('\n', out);
    write_title(out, type->title);
    mdoc_prose(out, type->description);
    write_places(out, schema, index, line);
    fputs(".Bl -tag -width Ds\n", out);
    for (int i = 0; i < type->field_count; i++)
        write_field(out, schema, &type->fields[i], line);
    fputs(".El\n", out);
}

void mdoc_fields(FILE *out, const struct gen_schema *schema, const char *heading) {
    struct buffer line = {0};
    fprintf(out, ".Sh %s\n", heading);
    write_object(out, schema, schema->roots[0], &line);
    for (int i = 0; i < schema->type_count; i++)
        if (i != schema->roots[0] && schema->types[i].shape == SHAPE_OBJECT)
            write_object(out, schema, i, &line);
    buffer_free(&line);
}

static int widest(const struct gen_type *type) {
    size_t most = 0;
    for (int i = 0; i < type->word_count; i++)
        if (type->words[i].word.length > most)
            most = type->words[i].word.length;
    return (int)most;
}

void mdoc_word_lists(FILE *out, const struct gen_schema *schema) {
    fputs(".Sh WORDS\nThese fields take a word of a list.\n"
          "Behind each word is how it is shown to people.\n",
          out);
    for (int i = 0; i < schema->type_count; i++) {
        const struct gen_type *type = &schema->types[i];
        if (type->shape != SHAPE_WORD && type->shape != SHAPE_OPEN_WORD)
            continue;
        fputs(".Ss", out);
        mdoc_words(out, type->name);
        fputc('\n', out);
        write_title(out, type->title);
        mdoc_prose(out, type->description);
        if (type->shape == SHAPE_OPEN_WORD)
            fputs("Other words in the form of an id are allowed too.\n", out);
        fprintf(out, ".Bl -tag -width %dn -offset indent -compact\n", widest(type));
        for (int k = 0; k < type->word_count; k++) {
            fputs(".It Cm", out);
            mdoc_words(out, type->words[k].word);
            fputc('\n', out);
            mdoc_prose(out, type->words[k].label);
        }
        fputs(".El\n", out);
    }
}
