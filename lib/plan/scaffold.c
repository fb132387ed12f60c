// SPDX-License-Identifier: EUPL-1.2
// Writing a new file along the tables of the format.
#include "lib/plan/scaffold.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/plan/values.h"
#include "lib/yaml/emit.h"

enum { MARGIN_ROOM = 256, MOST_IDS = 64, STEP = 2 };

struct writer {
    struct buffer *out;
    const struct schema_type *root;
    const struct scaffold_words *words;
    char today[DATE_ROOM];
    char margin[MARGIN_ROOM]; // what every line begins with: "", "# ", "    # "
    size_t margin_length;
    size_t indent;             // blanks behind the margin
    bool dash;                 // the next field begins an item of a list
    bool example;              // inside a part that nobody filled in: fields show their example
    bool hints;                // fields are explained
    bool offers;               // fields that are not needed yet are shown behind a #
    const char *ids[MOST_IDS]; // examples of ids that were declared before
    size_t id_count;
};

// ---- lines ----

static void begin_line(struct writer *writer, size_t indent) {
    buffer_add(writer->out, (struct text){writer->margin, writer->margin_length});
    while (indent-- > 0)
        buffer_add_char(writer->out, ' ');
}

// Explains something, in lines of "## ".
static void write_comment(struct writer *writer, struct text rest, size_t indent) {
    size_t column = EMIT_WIDTH + 1;
    bool first = true;
    while (rest.length > 0) {
        const char *blank = memchr(rest.bytes, ' ', rest.length);
        size_t length = blank ? (size_t)(blank - rest.bytes) : rest.length;
        size_t width = utf8_count(rest.bytes, length);
        if (column + 1 + width > EMIT_WIDTH) {
            if (!first)
                buffer_add_char(writer->out, '\n');
            begin_line(writer, indent);
            buffer_add_string(writer->out, "##");
            column = writer->margin_length + indent + 2;
            first = false;
        }
        buffer_add_char(writer->out, ' ');
        buffer_add(writer->out, (struct text){rest.bytes, length});
        column += 1 + width;
        rest.bytes += blank ? length + 1 : length;
        rest.length -= blank ? length + 1 : length;
    }
    if (!first)
        buffer_add_char(writer->out, '\n');
}

static void write_hint(struct writer *writer, const struct schema_field *field, bool with_example) {
    struct buffer hint = {0};
    if (!writer->hints)
        return;
    hint_write(field, with_example, &hint);
    write_comment(writer, buffer_text(&hint),
                  writer->dash ? writer->indent - STEP : writer->indent);
    writer->out->failed |= hint.failed;
    buffer_free(&hint);
}

// What is said about one item, with a blank line between it and the item before.
static void write_note(struct writer *writer, const struct node *item) {
    struct buffer note = {0};
    if (!item || !writer->words->note)
        return;
    writer->words->note(item, &note);
    if (note.length > 0 && item->index > 0)
        buffer_add_char(writer->out, '\n');
    write_comment(writer, buffer_text(&note), writer->indent);
    writer->out->failed |= note.failed;
    buffer_free(&note);
}

static void write_key(struct writer *writer, const struct schema_field *field) {
    begin_line(writer, writer->dash ? writer->indent - STEP : writer->indent);
    if (writer->dash)
        buffer_add_string(writer->out, "- ");
    writer->dash = false;
    buffer_add_string(writer->out, field->name);
    buffer_add_char(writer->out, ':');
}

// The value behind a key or dash that stands at `indent`, after `taken` columns of it.
static void write_value(struct writer *writer, const struct schema_field *field, struct text value,
                        size_t indent, size_t taken) {
    char margin[MARGIN_ROOM];
    snprintf(margin, sizeof margin, "%.*s%*s", (int)writer->margin_length, writer->margin,
             (int)(indent + STEP), "");
    // A time would be read as a number by others.
    struct emit_place place = {.margin = margin,
                               .column = writer->margin_length + indent + taken,
                               .quoted = field->type->shape == SHAPE_TIME,
                               .bare = schema_bare(field->type)};
    emit_scalar(writer->out, value, &place);
}

// ---- parts behind a # ----

struct commented {
    size_t margin_length;
    size_t indent;
    bool example;
};

static struct commented comment_begin(struct writer *writer, bool example) {
    struct commented before = {writer->margin_length, writer->indent, writer->example};
    size_t room = MARGIN_ROOM - writer->margin_length;
    int added =
        snprintf(writer->margin + writer->margin_length, room, "%*s# ", (int)writer->indent, "");
    if (added > 0 && (size_t)added < room)
        writer->margin_length += (size_t)added;
    else
        writer->out->failed = true;
    writer->indent = 0;
    writer->example = example;
    return before;
}

static void comment_end(struct writer *writer, struct commented before) {
    writer->margin_length = before.margin_length;
    writer->indent = before.indent;
    writer->example = before.example;
}

// ---- examples ----

// The example of the id by which the first kind of thing below `type` that `field` may name is
// declared, or NULL.
static const char *example_id(const struct schema_type *type, const struct schema_field *field) {
    for (unsigned i = 0; i < type->field_count; i++) {
        const struct schema_field *other = &type->fields[i];
        if (other->declares_bit >= 0 && (field->refers >> other->declares_bit & 1) != 0)
            return other->example;
        const char *example = example_id(other->type, field);
        if (example)
            return example;
    }
    return NULL;
}

static const char *example_word(const struct schema_type *type) {
    for (unsigned i = 0; i < type->word_count; i++)
        if (strcmp(type->words[i].word, "onbekend") == 0)
            return type->words[i].word;
    return type->words[0].word;
}

// Whether a thing with this id stood in an example before; two of them may not be.
static bool was_declared(struct writer *writer, const char *id) {
    for (size_t i = 0; i < writer->id_count; i++)
        if (strcmp(writer->ids[i], id) == 0)
            return true;
    if (writer->id_count < MOST_IDS)
        writer->ids[writer->id_count++] = id;
    return false;
}

static void write_example(struct writer *writer, const struct schema_field *field, size_t indent,
                          size_t taken) {
    const struct schema_type *type = field->type;
    char number[32];
    char again[64];
    snprintf(number, sizeof number, "%g", type->minimum);
    const char *example = field->example;
    if (!example && type->word_count > 0)
        example = example_word(type);
    if (!example && type->shape == SHAPE_ID)
        example = example_id(writer->root, field);
    if (!example)
        example = type->shape == SHAPE_DATE || type->shape == SHAPE_ROUGH_DATE ? writer->today
                  : type->shape == SHAPE_TIME                                  ? "14:00"
                  : type->shape == SHAPE_NUMBER                                ? number
                  : type->shape == SHAPE_RULE                                  ? "OP-17"
                  : type->shape == SHAPE_ID                                    ? "naam"
                                                                               : "…";
    if (field->declares >= 0 && was_declared(writer, example)) {
        snprintf(again, sizeof again, "%s2", example);
        example = again;
    }
    write_value(writer, field, text_of(example), indent, taken);
}

// Dates of what may never happen, like the end of a consent, are left open in an example.
static bool left_open(const struct schema_field *field) {
    return field->type->shape == SHAPE_DATE && !field->required &&
           (field->not_before[0] >= 0 || field->progress);
}

// ---- fields ----

static void write_fields(struct writer *writer, const struct schema_type *type,
                         const struct node *node);

static bool is_object(const struct schema_field *field) {
    return field->type->shape == SHAPE_OBJECT;
}

// Whether the example of a list is the word `geen`: nothing else is known to stand in it.
static bool says_geen(const struct schema_field *field) {
    return field->many == MANY_GEEN_OR_LIST && !is_object(field) && !field->example;
}

static void write_item(struct writer *writer, const struct schema_field *field,
                       const struct node *item) {
    struct commented before = {0};
    // Where no item is whole, the list itself stands behind a # already.
    bool behind = item && !values_whole(item) && values_whole(item->parent);
    if (behind)
        before = comment_begin(writer, false);
    write_note(writer, item);
    if (is_object(field)) {
        writer->indent += STEP;
        writer->dash = true;
        write_fields(writer, field->type, item);
        writer->indent -= STEP;
    } else {
        begin_line(writer, writer->indent);
        buffer_add_char(writer->out, '-');
        if (item)
            write_value(writer, field, item->text, writer->indent, 1);
        else if (writer->example)
            write_example(writer, field, writer->indent, 1);
        buffer_add_char(writer->out, '\n');
    }
    if (behind)
        comment_end(writer, before);
}

// The items of a list; one to begin with when none is given. Only the first has its fields
// explained, and only the last shows and explains what could be added.
static void write_items(struct writer *writer, const struct schema_field *field,
                        const struct node *list) {
    bool hints = writer->hints;
    bool offers = writer->offers;
    const struct node *item = list ? list->first : NULL;
    writer->indent += STEP;
    do {
        writer->offers = offers && (!item || !item->next);
        write_item(writer, field, item);
        item = item ? item->next : NULL;
        writer->hints = false;
    } while (item);
    writer->indent -= STEP;
    writer->hints = hints;
    writer->offers = offers;
}

// What stands behind one key of a mapping by rule or word. `child` is NULL in an example.
static void write_keyed(struct writer *writer, const struct schema_field *field,
                        const struct node *child) {
    struct buffer key = {0};
    struct emit_place place = {.margin = ""};
    emit_scalar(&key, child ? child->key->text : text_of(field->example_key), &place);
    if (key.failed) {
        writer->out->failed = true;
        return;
    }
    begin_line(writer, writer->indent);
    buffer_add(writer->out, (struct text){key.bytes + 1, key.length - 1});
    buffer_add_char(writer->out, ':');
    if (is_object(field)) {
        buffer_add_char(writer->out, '\n');
        writer->indent += STEP;
        write_fields(writer, field->type, child);
        writer->indent -= STEP;
    } else {
        if (child && child->text.length > 0)
            write_value(writer, field, child->text, writer->indent, key.length);
        else if (!child)
            write_example(writer, field, writer->indent, key.length);
        buffer_add_char(writer->out, '\n');
    }
    buffer_free(&key);
}

static void write_mapping(struct writer *writer, const struct schema_field *field,
                          const struct node *mapping) {
    const struct node *child = mapping ? mapping->first : NULL;
    writer->indent += STEP;
    do {
        write_keyed(writer, field, child);
        child = child ? child->next : NULL;
    } while (child);
    writer->indent -= STEP;
}

static size_t key_width(const struct schema_field *field) {
    return strlen(field->name) + 1;
}

// One field, its key and all that belongs to it.
static void write_live(struct writer *writer, const struct schema_field *field,
                       const struct node *node) {
    write_key(writer, field);
    bool scalar =
        node ? node->kind == NODE_SCALAR
             : !is_object(field) && (field->many == MANY_ONE || field->many == MANY_ONE_OR_LIST);
    if (scalar || (!node && says_geen(field))) {
        if (node && node->text.length > 0)
            write_value(writer, field, node->text, writer->indent, key_width(field));
        else if (!node && writer->example && says_geen(field))
            buffer_add_string(writer->out, " geen");
        else if (!node && writer->example && !left_open(field))
            write_example(writer, field, writer->indent, key_width(field));
        buffer_add_char(writer->out, '\n');
        return;
    }
    if (node && node->kind == NODE_LIST && !node->first) {
        buffer_add_string(writer->out, " []\n");
        return;
    }
    buffer_add_char(writer->out, '\n');
    if (field->many >= MANY_BY_WORD) {
        write_mapping(writer, field, node);
        return;
    }
    if (node ? node->kind == NODE_LIST : field->many != MANY_ONE) {
        write_items(writer, field, node);
        return;
    }
    writer->indent += STEP;
    write_fields(writer, field->type, node);
    writer->indent -= STEP;
}

// Whether a kind of thing has fields that are shown from the beginning.
static bool has_shown(const struct schema_type *type) {
    for (unsigned i = 0; i < type->field_count; i++)
        if (type->fields[i].scaffold != SCAFFOLD_COMMENTED)
            return true;
    return false;
}

enum standing { STANDS, STANDS_BEHIND, STANDS_NOT };

static enum standing standing_of(const struct writer *writer, const struct schema_type *type,
                                 const struct schema_field *field, const struct node *node) {
    bool needed = field->required || field->scaffold != SCAFFOLD_COMMENTED;
    if (node)
        return values_whole(node) ? STANDS : STANDS_BEHIND;
    if (field->type->shape == SHAPE_FINGERPRINT)
        return STANDS_NOT; // only programs write it
    if (writer->example)
        needed |= !has_shown(type);
    else if (needed && field->required && (is_object(field) || field->many != MANY_ONE))
        return STANDS; // in a part that is not whole, and stands behind a # itself
    else if (needed && is_object(field) && values_missing(field->type, NULL))
        needed = false;
    if (needed)
        return STANDS;
    return writer->offers ? STANDS_BEHIND : STANDS_NOT;
}

static void write_field(struct writer *writer, const struct schema_type *type,
                        const struct schema_field *field, const struct node *node) {
    enum standing standing = standing_of(writer, type, field, node);
    if (standing == STANDS_NOT)
        return;
    if (type == writer->root)
        buffer_add_char(writer->out, '\n');
    if (standing == STANDS) {
        bool empty = node_absent(node) && (!writer->example || left_open(field));
        write_hint(writer, field, empty && !is_object(field));
        write_live(writer, field, node);
        return;
    }
    bool hints = writer->hints;
    bool offers = writer->offers;
    writer->hints |= node == NULL;
    writer->offers = true;
    write_hint(writer, field, false);
    struct commented before = comment_begin(writer, node == NULL);
    write_live(writer, field, node);
    comment_end(writer, before);
    writer->hints = hints;
    writer->offers = offers;
}

// The dash of an item stands before a field that counts, so that one is written first.
static const struct schema_field *first_of_item(const struct writer *writer,
                                                const struct schema_type *type,
                                                const struct node *node) {
    for (unsigned i = 0; writer->dash && i < type->field_count; i++)
        if (standing_of(writer, type, &type->fields[i], node_child(node, type->fields[i].name)) ==
            STANDS)
            return &type->fields[i];
    return NULL;
}

static void write_fields(struct writer *writer, const struct schema_type *type,
                         const struct node *node) {
    const struct schema_field *first = first_of_item(writer, type, node);
    if (first)
        write_field(writer, type, first, node_child(node, first->name));
    for (unsigned i = 0; i < type->field_count; i++) {
        const struct schema_field *field = &type->fields[i];
        if (field != first)
            write_field(writer, type, field, node_child(node, field->name));
    }
}

void scaffold_write(const struct values *values, const struct scaffold_words *words,
                    struct date today, struct buffer *out) {
    struct writer writer = {
        .out = out, .root = values->type, .words = words, .hints = true, .offers = true};
    date_write(today, writer.today);
    buffer_add_string(out, "# yaml-language-server: $schema=");
    if (values->schema)
        buffer_format(out, "%s\n", values->schema);
    else
        buffer_format(out, SCAFFOLD_SCHEMAS "%s.schema.json\n", values->type->name);
    buffer_add_string(out, words->introduction);
    write_fields(&writer, values->type, values->root);
}

void scaffold_section(const struct schema_type *root, const struct schema_field *field,
                      struct date today, struct buffer *out) {
    static const struct scaffold_words words = {"", NULL};
    struct writer writer = {
        .out = out, .root = root, .words = &words, .hints = true, .offers = true};
    date_write(today, writer.today);
    write_hint(&writer, field, false);
    struct commented before = comment_begin(&writer, true);
    write_live(&writer, field, NULL);
    comment_end(&writer, before);
}
