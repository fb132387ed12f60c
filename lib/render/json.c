// SPDX-License-Identifier: EUPL-1.2
// Writing the tree of a plan as JSON by the tables of the format, and what follows from it.
#include "lib/render/json.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/json.h"
#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/method/phase.h"
#include "lib/render/part.h"
#include "lib/schema/scalar.h"
#include "lib/schema/schema.h"

enum { MOST_FIELDS = 64 }; // of one kind of object

static void write_object(const struct plan_plan *plan, const struct schema_type *type,
                         const struct node *node, struct buffer *out);

static void add_string(struct buffer *out, const char *name, const char *value, bool first) {
    json_add_key(out, name, first);
    json_add_string(out, text_of(value));
}

static void add_text(struct buffer *out, const char *name, struct text value, bool first) {
    json_add_key(out, name, first);
    json_add_string(out, value);
}

static void add_date(struct buffer *out, const char *name, struct date date, bool first) {
    char written[DATE_ROOM];
    date_write(date, written);
    add_string(out, name, written, first);
}

// ---- single values ----

static void write_phase(const struct node *node, struct buffer *out) {
    const struct phase *phase = &phases[node->word - 1];
    buffer_add_char(out, '{');
    add_string(out, "woord", phase->word, true);
    add_string(out, "nummer", phase->number, false);
    add_string(out, "naam", D_(phase->name[LANGUAGE_DUTCH]), false);
    buffer_add_char(out, '}');
}

// The figures of the format have at most one digit behind the point.
static void write_number(struct text text, struct buffer *out) {
    double value = 0;
    scalar_number(text, &value);
    long tenths = (long)(value * 10 + (value < 0 ? -0.5 : 0.5));
    buffer_format(out, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
    if (tenths % 10 != 0)
        buffer_format(out, ".%ld", labs(tenths) % 10);
}

static void write_person(const struct plan_plan *plan, struct text id, struct buffer *out) {
    struct persoon persoon = plan_persoon(plan, id);
    buffer_add_char(out, '{');
    add_text(out, "id", id, true);
    if (persoon.soort != PERSOON_ONBEKEND)
        add_text(out, "naam", persoon.naam, false);
    buffer_add_char(out, '}');
}

// A place for an id or for words.
static void write_person_or_words(const struct plan_plan *plan, struct text text,
                                  struct buffer *out) {
    if (plan_persoon(plan, text).soort != PERSOON_ONBEKEND) {
        write_person(plan, text, out);
        return;
    }
    buffer_add_char(out, '{');
    add_text(out, "naam", text, true);
    buffer_add_char(out, '}');
}

static void write_concern(const struct plan_plan *plan, struct text id, struct buffer *out) {
    const struct plan_veiligheidszorg_list *unsafe = &plan->veiligheidsplan.zorgen;
    struct text words = {NULL, 0};
    for (size_t i = 0; i < unsafe->count; i++)
        if (text_equal(unsafe->items[i].id.text, id))
            words = unsafe->items[i].citaat.text;
    for (size_t i = 0; i < plan->zorgen.count; i++)
        if (text_equal(plan->zorgen.items[i].id.text, id))
            words = plan->zorgen.items[i].citaat.text;
    buffer_add_char(out, '{');
    add_text(out, "id", id, true);
    if (words.length > 0)
        add_text(out, "citaat", words, false);
    buffer_add_char(out, '}');
}

static bool takes_person_or_words(const struct schema_field *field) {
    static const struct {
        int type;
        const char *name;
    } places[] = {
        {TYPE_REGIE, "voorkeur_klant"}, {TYPE_HULP, "door"}, {TYPE_AFSLUITING, "aanspreekpunt"}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (field == schema_field(&schema_types[places[i].type], text_of(places[i].name)))
            return true;
    return false;
}

// `g1p: 1` is the one fixed value that is a number.
static bool is_version(const struct schema_field *field) {
    return field->type->shape == SHAPE_FIXED && strcmp(field->name, "g1p") == 0;
}

static void write_scalar(const struct plan_plan *plan, const struct schema_field *field,
                         const struct node *node, struct buffer *out) {
    if (field->type->id == TYPE_FASE)
        write_phase(node, out);
    else if (field->type->shape == SHAPE_NUMBER)
        write_number(node->text, out);
    else if (is_version(field))
        buffer_add_string(out, "1");
    else if (field == schema_field(&schema_types[TYPE_DOEL], TEXT("zorgen")))
        write_concern(plan, node->text, out);
    else if (field->refers)
        write_person(plan, node->text, out);
    else if (takes_person_or_words(field))
        write_person_or_words(plan, node->text, out);
    else
        json_add_string(out, node->text);
}

// ---- fields and objects ----

// Whether a node holds what its place asks; what does not counts as absent, as in plan_read.
static bool holds(const struct schema_field *field, const struct node *node) {
    if (node_absent(node) || node->broken)
        return false;
    if (field->type->shape == SHAPE_OBJECT)
        return node->kind == NODE_MAPPING;
    if (node->kind != NODE_SCALAR || node->text.length == 0)
        return false;
    struct date date;
    double number = 0;
    switch (field->type->shape) {
    case SHAPE_WORD:
        return node->word > 0;
    case SHAPE_DATE:
        return date_read(node->text, &date);
    case SHAPE_NUMBER:
        return scalar_number(node->text, &number) && number > -1e9 && number < 1e9;
    default:
        return true;
    }
}

static void write_value(const struct plan_plan *plan, const struct schema_field *field,
                        const struct node *node, struct buffer *out) {
    if (field->type->shape == SHAPE_OBJECT)
        write_object(plan, field->type, node, out);
    else
        write_scalar(plan, field, node, out);
}

static bool is_geen(const struct schema_field *field, const struct node *node) {
    return field->many == MANY_GEEN_OR_LIST && node->kind == NODE_SCALAR &&
           text_is(node->text, "geen");
}

static bool is_there(const struct schema_field *field, const struct node *node) {
    if (node->kind == NODE_LIST)
        return field->many != MANY_ONE;
    return is_geen(field, node) ||
           ((field->many == MANY_ONE || field->many == MANY_ONE_OR_LIST) && holds(field, node));
}

static void write_field(const struct plan_plan *plan, const struct schema_field *field,
                        const struct node *node, struct buffer *out) {
    if (is_geen(field, node)) {
        json_add_string(out, TEXT("geen"));
        return;
    }
    if (field->many == MANY_ONE) {
        write_value(plan, field, node, out);
        return;
    }
    bool first = true;
    buffer_add_char(out, '[');
    const struct node *item = node->kind == NODE_LIST ? node->first : node;
    for (; item; item = node->kind == NODE_LIST ? item->next : NULL) {
        if (!holds(field, item))
            continue;
        if (!first)
            buffer_add_char(out, ',');
        first = false;
        write_value(plan, field, item, out);
    }
    buffer_add_char(out, ']');
}

// Whether a list of names (NULL: all) holds this one.
static bool is_among(const char *const *names, const char *name) {
    if (!names)
        return true;
    while (*names && strcmp(*names, name) != 0)
        names++;
    return *names != NULL;
}

// Writes the fields that are there (of those in `only`), without braces. Returns whether there were
// any. A doubled key counts once.
static bool write_fields(const struct plan_plan *plan, const struct schema_type *type,
                         const char *const *only, const struct node *node, struct buffer *out) {
    const struct node *found[MOST_FIELDS] = {NULL};
    bool first = true;
    for (const struct node *child = node->first; child; child = child->next) {
        if (!child->field || node_absent(child) || !is_there(child->field, child))
            continue;
        ptrdiff_t at = child->field - type->fields;
        if (at >= 0 && at < MOST_FIELDS)
            found[at] = child;
    }
    for (int i = 0; i < type->field_count && i < MOST_FIELDS; i++) {
        if (!found[i] || !is_among(only, type->fields[i].name))
            continue;
        json_add_key(out, type->fields[i].name, first);
        first = false;
        write_field(plan, &type->fields[i], found[i], out);
    }
    return !first;
}

static void write_object(const struct plan_plan *plan, const struct schema_type *type,
                         const struct node *node, struct buffer *out) {
    buffer_add_char(out, '{');
    write_fields(plan, type, NULL, node, out);
    buffer_add_char(out, '}');
}

// ---- what follows ----

static void write_ages(const struct plan_plan *plan, struct date today, struct buffer *out) {
    const struct plan_lid_list *leden = &plan->huishouden.leden;
    bool first = true;
    json_add_key(out, "leeftijden", false);
    buffer_add_char(out, '[');
    for (size_t i = 0; i < leden->count; i++) {
        if (!date_known(leden->items[i].geboren.date) || leden->items[i].id.text.length == 0)
            continue;
        if (!first)
            buffer_add_char(out, ',');
        first = false;
        buffer_add_char(out, '{');
        add_text(out, "id", leden->items[i].id.text, true);
        add_text(out, "naam", leden->items[i].naam.text, false);
        json_add_key(out, "jaren", false);
        buffer_add_number(out, date_age(leden->items[i].geboren.date, today));
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
}

static void write_check(const struct plan_plan *plan, struct buffer *out) {
    const struct schema_type *words = &schema_types[TYPE_VEILIGHEIDSDOEL];
    json_add_key(out, "doelencheck", false);
    buffer_add_char(out, '{');
    for (int which = 0; which < DUE_OBLIGED_GOALS && which < words->word_count; which++) {
        bool first = true;
        json_add_key(out, words->words[which].word, which == 0);
        buffer_add_char(out, '{');
        add_string(out, "aanwezig", due_has_obliged(plan, which) ? "ja" : "nee", true);
        json_add_key(out, "doelen", false);
        buffer_add_char(out, '[');
        for (size_t i = 0; i < plan->doelen.count; i++) {
            if (!due_is_obliged(&plan->doelen.items[i], which))
                continue;
            if (!first)
                buffer_add_char(out, ',');
            first = false;
            json_add_string(out, plan->doelen.items[i].id.text);
        }
        buffer_add_string(out, "]}");
    }
    buffer_add_char(out, '}');
}

static void add_people(const struct plan_plan *plan, const char *name,
                       const struct plan_texts *people, struct buffer *out) {
    json_add_key(out, name, false);
    buffer_add_char(out, '[');
    for (size_t i = 0; i < people->count; i++) {
        if (i > 0)
            buffer_add_char(out, ',');
        write_person(plan, people->items[i].text, out);
    }
    buffer_add_char(out, ']');
}

static void write_due(const struct plan_plan *plan, struct date today, const struct due *due,
                      struct buffer *out) {
    static const char *const kinds[] = {"actie", "evaluatie", "overleg"};
    buffer_add_char(out, '{');
    add_date(out, "datum", due->date, true);
    add_string(out, "soort", kinds[due->kind], false);
    add_string(out, "te_laat", date_compare(due->date, today) < 0 ? "ja" : "nee", false);
    if (due->doel && due->doel->id.node)
        add_text(out, "doel", due->doel->id.text, false);
    if (due->actie) {
        if (due->actie->id.node)
            add_text(out, "actie", due->actie->id.text, false);
        add_text(out, "wat", due->actie->wat.text, false);
        add_people(plan, "wie", &due->actie->wie, out);
    } else if (due->doel) {
        add_text(out, "wat", due->doel->doel.text, false);
        add_people(plan, "wie", &due->doel->van, out);
    } else if (due->overleg) {
        add_people(plan, "wie", &due->overleg->uitgenodigd, out);
    }
    buffer_add_char(out, '}');
}

int json_plan(const struct document_page *page, struct arena *arena, struct buffer *out) {
    const struct plan_plan *plan = page->plan;
    const char *const *sections = page->part->sections;
    struct due_list list;
    if (due_collect(plan, page->today, arena, &list) != 0)
        return -1;
    buffer_add_char(out, '{');
    bool any = page->dossier
                   ? write_fields(plan, schema_meldcode, NULL, page->dossier->node, out)
                   : plan->node && write_fields(plan, schema_plan, sections, plan->node, out);
    json_add_key(out, "berekend", !any);
    buffer_add_char(out, '{');
    add_date(out, "peildatum", page->today, true);
    if (is_among(sections, "huishouden"))
        write_ages(plan, page->today, out);
    // Goals may have been left out: it would say that they are missing.
    if (plan->veiligheidsplan.node && is_among(sections, "doelen") && !page->partial)
        write_check(plan, out);
    if (page->partial)
        add_string(out, "onvolledig", "ja", false);
    if (page->anonymous)
        add_string(out, "schuilnamen", "ja", false);
    json_add_key(out, "vervalt", false);
    buffer_add_char(out, '[');
    bool first = true;
    for (size_t i = 0; i < list.count; i++) {
        if (!(page->part->due & 1u << list.items[i].kind))
            continue;
        if (!first)
            buffer_add_char(out, ',');
        first = false;
        write_due(plan, page->today, &list.items[i], out);
    }
    buffer_add_string(out, "]}}\n");
    return out->failed ? -1 : 0;
}
