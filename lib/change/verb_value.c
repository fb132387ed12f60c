// SPDX-License-Identifier: EUPL-1.2
// Holding what was given for a verb against the schema, and against the ids of the file.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/nearest.h"
#include "lib/base/utf8.h"
#include "lib/base/words.h"
#include "lib/change/verb.h"
#include "lib/schema/scalar.h"

enum { MOST_CHOICES = 20, MOST_SHOWN = 40 };

struct checking {
    const struct verb_request *request;
    const struct verb_field *row;
    const struct schema_field *field; // NULL: free text
    const struct node *root;
    struct buffer *why;
};

// One sentence; returns 1.
static int because(struct checking *checking, const char *words) {
    buffer_add_string(checking->why, words);
    return checking->why->failed ? -1 : 1;
}

// ---- ids ----

enum ids { IDS_NONE, IDS_THERE, IDS_NEW };

// What an id must be: one that the file declares, or a new one.
static enum ids ids_wanted(const struct verb_field *row, const struct schema_field *field) {
    if (field->refers != 0)
        return IDS_THERE;
    if (field->declares < 0)
        return IDS_NONE;
    return row->path[0] == '/' ? IDS_THERE : IDS_NEW;
}

// Whether a node declares an id that stands in the way of, or may be meant by, a value of the
// field.
static bool is_declared(const struct verb_field *row, const struct schema_field *field,
                        const struct node *node) {
    const struct schema_field *other = node->field;
    if (!other || node->kind != NODE_SCALAR || other->declares < 0)
        return false;
    if (field->refers != 0)
        return other->declares_bit >= 0 && (field->refers >> other->declares_bit & 1) != 0;
    return row->path[0] == '/' ? other == field : other->declares == field->declares;
}

struct ids_found {
    struct text wanted;
    bool found;
    struct nearest nearest;
};

static void look_for_id(const struct checking *checking, const struct node *node,
                        struct ids_found *ids) {
    if (is_declared(checking->row, checking->field, node)) {
        ids->found |= text_equal(node->text, ids->wanted);
        nearest_offer(&ids->nearest, node->text, 0);
    }
    for (const struct node *child = node->first; child; child = child->next)
        look_for_id(checking, child, ids);
}

static int check_id(struct checking *checking, struct text id) {
    struct ids_found ids = {.wanted = id, .nearest = nearest_begin(id)};
    enum ids wanted = ids_wanted(checking->row, checking->field);
    if (!checking->root || wanted == IDS_NONE)
        return 0;
    look_for_id(checking, checking->root, &ids);
    if (wanted == IDS_NEW && ids.found) {
        buffer_format(checking->why,
                      _("“%.*s” is taken already. Choose another short word, or leave this open."),
                      (int)id.length, id.bytes);
        return 1;
    }
    if (wanted == IDS_NEW || ids.found)
        return 0;
    if (ids.nearest.index >= 0) {
        buffer_format(checking->why, _("“%.*s” is not in this file. Is “%.*s” meant?"),
                      (int)id.length, id.bytes, (int)ids.nearest.found.length,
                      ids.nearest.found.bytes);
        return 1;
    }
    size_t before = checking->why->length;
    struct buffer choices = {0};
    verb_choices(checking->request, checking->row, checking->root, &choices);
    if (choices.length > 0)
        buffer_format(checking->why, _("That is not in this file. It knows: %.*s."),
                      (int)choices.length, choices.bytes);
    else
        buffer_add_string(checking->why, _("That is not in this file; put it there first."));
    checking->why->failed |= choices.failed;
    buffer_free(&choices);
    return checking->why->length > before ? 1 : -1;
}

// ---- shapes ----

static int explain_number(struct checking *checking) {
    const struct schema_type *type = checking->field->type;
    if (type->maximum >= 1e9)
        buffer_format(checking->why, _("A whole number belongs here, %g or higher."),
                      type->minimum);
    else if (fabs(type->step - 0.5) < 1e-9)
        buffer_format(checking->why,
                      _("A number from %g to %g belongs here; halves are fine, like 6 or 6,5."),
                      type->minimum, type->maximum);
    else
        buffer_format(checking->why, _("A number from %g to %g belongs here."), type->minimum,
                      type->maximum);
    return 1;
}

static int explain_date(struct checking *checking, struct text given) {
    struct date date;
    char written[DATE_ROOM];
    if (date_read_backwards(given, &date)) {
        date_write(date, written);
        buffer_format(checking->why,
                      _("Write the year first, then the month, then the day. Is %s meant?"),
                      written);
        return 1;
    }
    return because(checking, _("This is no day of the calendar. Write the year first, then the "
                               "month, then the day, like 2026-03-12."));
}

static int explain_word(struct checking *checking, struct text near) {
    struct buffer choices = {0};
    if (near.length > 0)
        buffer_format(checking->why, _("That is none of its words. Is “%.*s” meant?"),
                      (int)near.length, near.bytes);
    verb_choices(checking->request, checking->row, NULL, &choices);
    if (near.length == 0)
        buffer_format(checking->why, _("That is none of its words, which are: %.*s."),
                      (int)choices.length, choices.length > 0 ? choices.bytes : "");
    checking->why->failed |= choices.failed;
    buffer_free(&choices);
    return 1;
}

static int explain(struct checking *checking, int fault, struct text given, struct text near) {
    switch (fault) {
    case SCHEMA_NUMBER:
        return explain_number(checking);
    case SCHEMA_DATE:
        return explain_date(checking, given);
    case SCHEMA_WORD:
    case SCHEMA_FIXED:
        return explain_word(checking, near);
    case SCHEMA_TIME:
        return because(checking, _("Write hours and minutes with a colon, like 14:30."));
    case SCHEMA_EMPTY:
        return because(checking, _("This is empty."));
    case SCHEMA_ID:
        return because(checking,
                       _("A short word in lower case belongs here, without blanks and accents."));
    default:
        return because(checking, _("This cannot stand here."));
    }
}

// 7,5 is 7.5, and 7.50 too: one way of writing in the file.
static struct text plain_number(struct text given, struct arena *arena) {
    char *digits = arena_copy(arena, given.bytes, given.length);
    size_t length = given.length;
    if (!digits)
        return (struct text){NULL, 0};
    char *point = strpbrk(digits, ",.");
    if (!point)
        return (struct text){digits, length};
    *point = '.';
    while (length > 0 && digits[length - 1] == '0')
        length--;
    length -= length > 0 && digits[length - 1] == '.' && digits + length - 1 == point;
    digits[length] = '\0';
    return (struct text){digits, length};
}

// An id or a word may be typed with capitals.
static struct text plain_word(struct text given, struct arena *arena) {
    char *word = arena_copy(arena, given.bytes, given.length);
    for (size_t i = 0; word && i < given.length; i++)
        if (word[i] >= 'A' && word[i] <= 'Z')
            word[i] = (char)(word[i] - 'A' + 'a');
    return (struct text){word, word ? given.length : 0};
}

static struct text plain(const struct checking *checking, struct text given) {
    struct arena *arena = checking->request->arena;
    switch (checking->field ? checking->field->type->shape : SHAPE_TEXT) {
    case SHAPE_NUMBER:
        return plain_number(given, arena);
    case SHAPE_ID:
    case SHAPE_WORD:
    case SHAPE_OPEN_WORD:
        return plain_word(given, arena);
    default:
        return given;
    }
}

static int check_scalar(struct checking *checking, const struct schema_type *type,
                        struct text given, struct text *normal) {
    struct text near = {"", 0};
    struct text value = plain(checking, given);
    struct node node = {.kind = NODE_SCALAR, .text = value};
    struct date date;
    if (!value.bytes)
        return -1;
    int fault = scalar_fault(type, &node, &near);
    if (fault >= 0)
        return explain(checking, fault, given, near);
    if (checking->field->past && date_read(value, &date) &&
        date_compare(date, checking->request->today) > 0)
        return because(checking, _("That day is still to come. Is the year right?"));
    *normal = value;
    return type->shape == SHAPE_ID ? check_id(checking, value) : 0;
}

// ---- "WHO: WHAT" ----

static int check_pair(struct checking *checking, struct text given, struct text *normal) {
    const struct schema_type *type = checking->field->type;
    const char *colon = memchr(given.bytes, ':', given.length);
    size_t length = colon ? (size_t)(colon - given.bytes) : 0;
    struct text who = text_trim((struct text){given.bytes, length});
    struct checking inner = *checking;
    if (!colon || who.length == 0 ||
        text_trim((struct text){colon + 1, given.length - length - 1}).length == 0)
        return because(checking,
                       _("Write who, a colon, and with what: “malika: past op de kinderen”."));
    inner.field = &type->fields[0];
    while (who.length > 0) {
        const char *comma = memchr(who.bytes, ',', who.length);
        size_t part = comma ? (size_t)(comma - who.bytes) : who.length;
        struct text one = text_trim((struct text){who.bytes, part});
        struct text ignored;
        int outcome = check_scalar(&inner, inner.field->type, one, &ignored);
        if (outcome != 0)
            return outcome;
        part += comma != NULL;
        who = (struct text){who.bytes + part, who.length - part};
    }
    *normal = given;
    return 0;
}

// Holds one text against its field: 0 and `*normal` (as it is to stand in the file), 1 with one
// sentence in `why`, or -1 when memory ran out.
static int check_text(const struct verb_request *request, const struct verb_field *field,
                      struct text given, const struct node *root, struct text *normal,
                      struct buffer *why) {
    struct checking checking = {request, field, verb_schema(request, field), root, why};
    struct text text = text_trim(given);
    // An answer is good only until the next question.
    text.bytes = arena_copy(request->arena, text.bytes, text.length);
    if (!text.bytes)
        return -1;
    size_t at;
    uint32_t point;
    int ascii;
    if (text.length == 0)
        return because(&checking, _("This is empty."));
    if (utf8_scan(text.bytes, text.length, &at, &point, &ascii) != UTF8_FINE)
        return because(&checking, _("There is something in this that is no letter, or it is not "
                                    "UTF-8. Type it once more, please."));
    if (!checking.field) {
        *normal = text;
        return 0;
    }
    if (checking.field->type->shape == SHAPE_OBJECT)
        return check_pair(&checking, text, normal);
    if (checking.field->many == MANY_GEEN_OR_LIST && text_is(text, "geen")) {
        *normal = text;
        return 0;
    }
    return check_scalar(&checking, checking.field->type, text, normal);
}

// ---- several ----

// Whether commas part the items: running text may have them itself.
static bool has_commas(const struct verb_field *row, const struct schema_field *field) {
    return field && row->path[0] != '/' && field->many != MANY_ONE &&
           (field->type->shape == SHAPE_ID || field->type->shape == SHAPE_WORD ||
            field->type->shape == SHAPE_OPEN_WORD);
}

static int take_one(struct verb_request *request, size_t index, struct text given,
                    const struct node *root, struct buffer *why) {
    struct verb_value *value = &request->values[index];
    struct text normal;
    int outcome = check_text(request, &request->verb->fields[index], given, root, &normal, why);
    if (outcome != 0)
        return outcome;
    const struct schema_field *field = verb_schema(request, &request->verb->fields[index]);
    for (size_t i = 0; i < value->count; i++)
        if (field && field->type->shape == SHAPE_ID && text_equal(value->items[i], normal))
            return 0; // said twice
    if (value->count == VERB_MOST_ITEMS) {
        buffer_format(why, _("More than %d is too many."), VERB_MOST_ITEMS);
        return 1;
    }
    value->given = true;
    value->items[value->count++] = normal;
    return 0;
}

int verb_take(struct verb_request *request, size_t index, struct text given,
              const struct node *root, struct buffer *why) {
    const struct verb_field *row = &request->verb->fields[index];
    if (!has_commas(row, verb_schema(request, row)))
        return take_one(request, index, given, root, why);
    struct text rest = given;
    for (;;) {
        const char *comma = rest.length > 0 ? memchr(rest.bytes, ',', rest.length) : NULL;
        size_t length = comma ? (size_t)(comma - rest.bytes) : rest.length;
        int outcome = take_one(request, index, (struct text){rest.bytes, length}, root, why);
        if (outcome != 0 || !comma)
            return outcome;
        rest = (struct text){comma + 1, rest.length - length - 1};
    }
}

// ---- what may be answered ----

static void add_choice(struct buffer *out, struct text choice, unsigned *count) {
    if (++*count > MOST_CHOICES)
        return;
    if (*count == MOST_CHOICES)
        choice = TEXT("…");
    buffer_add_string(out, *count > 1 ? ", " : "");
    buffer_add(out, choice);
}

static void add_ids(const struct verb_field *row, const struct schema_field *field,
                    const struct node *node, struct buffer *out, unsigned *count) {
    if (is_declared(row, field, node) && schema_is_id(node->text) &&
        node->text.length <= MOST_SHOWN)
        add_choice(out, node->text, count);
    for (const struct node *child = node->first; child; child = child->next)
        add_ids(row, field, child, out, count);
}

void verb_choices(const struct verb_request *request, const struct verb_field *row,
                  const struct node *root, struct buffer *out) {
    const struct schema_field *field = verb_schema(request, row);
    unsigned count = 0;
    if (field && field->type->shape == SHAPE_OBJECT)
        field = &field->type->fields[0];
    if (!field)
        return;
    for (unsigned i = 0; i < field->type->word_count; i++)
        add_choice(out, text_of(field->type->words[i].word), &count);
    if (root && ids_wanted(row, field) == IDS_THERE)
        add_ids(row, field, root, out, &count);
}
