// SPDX-License-Identifier: EUPL-1.2
// Building the tree of given values along the tables of the format, and comparing it.
#include "lib/plan/values.h"

#include <string.h>

#include "lib/base/utf8.h"
#include "lib/base/words.h"
#include "lib/schema/scalar.h"

enum { LONGEST_KEY = 60 };

static struct node *add_node(struct values *values, struct node *parent, enum node_kind kind,
                             const struct schema_field *field, bool item) {
    struct node *node = arena_zero(values->arena, 1, sizeof *node);
    struct node *key = arena_zero(values->arena, 1, sizeof *key);
    if (!node || !key)
        return NULL;
    node->kind = (uint8_t)kind;
    node->style = kind == NODE_SCALAR ? STYLE_PLAIN : STYLE_BLOCK;
    node->field = field;
    node->parent = parent;
    node->index = parent->count++;
    if (!item) {
        key->kind = NODE_SCALAR;
        key->parent = parent;
        key->text = text_of(field->name);
        node->key = key;
    }
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
    return node;
}

int values_begin(struct values *values, const struct schema_type *type, struct arena *arena) {
    values->arena = arena;
    values->type = type;
    values->root = arena_zero(arena, 1, sizeof *values->root);
    if (!values->root)
        return -1;
    values->root->kind = NODE_MAPPING;
    values->root->style = STYLE_BLOCK;
    return 0;
}

// ---- finding the place of a value ----

// The way along a path.
struct way {
    struct values *values;
    struct text path;
    size_t at;         // where the rest of the path begins
    struct node *node; // the mapping or list reached
    const struct schema_type *type;
    struct value_fault *fault;
};

static struct text next_step(struct way *way) {
    const char *from = way->path.bytes + way->at;
    size_t rest = way->path.length - way->at;
    const char *dot = rest > 0 ? memchr(from, '.', rest) : NULL;
    size_t length = dot ? (size_t)(dot - from) : rest;
    way->at += dot ? length + 1 : length;
    return (struct text){from, length};
}

static bool at_end(const struct way *way) {
    return way->at >= way->path.length;
}

static int wrong(struct way *way, enum value_fault_kind kind, struct text step) {
    way->fault->kind = kind;
    way->fault->path =
        (struct text){way->path.bytes, (size_t)(step.bytes + step.length - way->path.bytes)};
    return 1;
}

static bool is_short_name(struct text step) {
    for (size_t i = 0; i < step.length; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789_-", step.bytes[i]) || i > 40)
            return false;
    return step.length > 0;
}

static int no_field(struct way *way, struct text step) {
    const struct schema_field *near = schema_nearest_field(way->type, step);
    way->fault->near = text_of(near ? near->name : NULL);
    // What has not the shape of a name may be anything, and is not repeated.
    if (!near && !is_short_name(step)) {
        step.bytes -= step.bytes > way->path.bytes;
        step.length = 0;
    }
    return wrong(way, VALUE_NO_FIELD, step);
}

static int needs_field(struct way *way, const struct schema_type *type, struct text step) {
    way->fault->near = text_of(type->fields[0].name);
    return wrong(way, VALUE_NEEDS_FIELD, step);
}

// The number of an item, or -1.
static long item_number(struct text step) {
    long number = 0;
    if (step.length == 0 || step.length > 4)
        return -1;
    for (size_t i = 0; i < step.length; i++) {
        if (step.bytes[i] < '0' || step.bytes[i] > '9')
            return -1;
        number = number * 10 + (step.bytes[i] - '0');
    }
    return number;
}

static struct node *item_at(const struct node *list, long number) {
    struct node *item = list->first;
    while (item && number-- > 0)
        item = item->next;
    return item;
}

static int add_scalar(struct way *way, struct node *parent, const struct schema_field *field,
                      bool item, struct text value) {
    struct node *node = add_node(way->values, parent, NODE_SCALAR, field, item);
    if (!node)
        return -1;
    node->text = value;
    return 0;
}

// Whether commas part a value for this field.
static bool takes_commas(const struct schema_field *field) {
    uint8_t shape = field->type->shape;
    return shape != SHAPE_TEXT && shape != SHAPE_ROUGH_DATE && shape != SHAPE_NUMBER;
}

static int add_items(struct way *way, const struct schema_field *field, struct text value) {
    struct node *list = add_node(way->values, way->node, NODE_LIST, field, false);
    if (!list)
        return -1;
    while (value.length > 0) {
        const char *comma = takes_commas(field) ? memchr(value.bytes, ',', value.length) : NULL;
        size_t length = comma ? (size_t)(comma - value.bytes) : value.length;
        struct text item = text_trim((struct text){value.bytes, length});
        if (add_scalar(way, list, field, true, item) != 0)
            return -1;
        value.bytes += comma ? length + 1 : length;
        value.length -= comma ? length + 1 : length;
    }
    return 0;
}

static bool by_key(const struct schema_field *field) {
    return field->many >= MANY_BY_WORD;
}

static int needs_key(struct way *way, const struct schema_field *field, struct text step) {
    way->fault->near = text_of(field->example_key);
    return wrong(way, VALUE_NEEDS_KEY, step);
}

// The path ends at a field: that takes the value, or the items it is made of.
static int give_field(struct way *way, const struct schema_field *field, struct text step,
                      struct text value) {
    bool one = field->many == MANY_ONE ||
               (field->many == MANY_ONE_OR_LIST && !memchr(value.bytes, ',', value.length)) ||
               (field->many == MANY_GEEN_OR_LIST && text_is(value, "geen")) || value.length == 0;
    if (field->many == MANY_ONE && field->type->shape == SHAPE_OBJECT)
        return needs_field(way, field->type, step);
    if (by_key(field))
        return needs_key(way, field, step);
    if (node_child(way->node, field->name))
        return wrong(way, VALUE_TWICE, step);
    if (field->type->shape == SHAPE_OBJECT && !one)
        return wrong(way, VALUE_NEEDS_ITEM, step);
    return one ? add_scalar(way, way->node, field, false, value) : add_items(way, field, value);
}

// The path goes on below a list: the number of an item comes first. Returns 0 when the way goes on
// inside an item, 2 when the value was given to an item.
static int give_item(struct way *way, const struct schema_field *field, struct text value) {
    struct text step = next_step(way);
    long number = item_number(step);
    struct node *list = way->node;
    bool object = field->type->shape == SHAPE_OBJECT;
    if (number < 0) {
        step.bytes -= step.bytes > way->path.bytes;
        step.length = 0;
        return wrong(way, VALUE_NEEDS_ITEM, step);
    }
    way->fault->number = list->count;
    if (number > (long)list->count)
        return wrong(way, VALUE_NO_ITEM, step);
    struct node *item = item_at(list, number);
    if (!object) {
        if (!at_end(way))
            return wrong(way, VALUE_TOO_FAR, step);
        if (item)
            return wrong(way, VALUE_TWICE, step);
        return add_scalar(way, list, field, true, value) != 0 ? -1 : 2;
    }
    if (at_end(way))
        return needs_field(way, field->type, step);
    way->node = item ? item : add_node(way->values, list, NODE_MAPPING, field, true);
    return way->node ? 0 : -1;
}

// The child of a mapping with keys of its own; made when there is none.
static struct node *keyed_child(struct way *way, const struct schema_field *field,
                                enum node_kind kind, struct text key) {
    for (struct node *child = way->node->first; child; child = child->next)
        if (text_equal(child->key->text, key))
            return child;
    struct node *child = add_node(way->values, way->node, kind, field, false);
    if (child)
        child->key->text = key;
    return child;
}

static bool is_key(const struct schema_field *field, struct text key) {
    size_t at;
    uint32_t point;
    int ascii;
    if (field->many == MANY_BY_RULE)
        return scalar_is_rule(key);
    for (size_t i = 0; i < key.length; i++)
        if ((unsigned char)key.bytes[i] < ' ')
            return false;
    return key.length > 0 && key.length <= LONGEST_KEY &&
           utf8_scan(key.bytes, key.length, &at, &point, &ascii) == UTF8_FINE;
}

// The path goes on below a mapping by rule or word: the key comes first. As give_item.
static int give_key(struct way *way, const struct schema_field *field, struct text value) {
    struct text key = next_step(way);
    bool object = field->type->shape == SHAPE_OBJECT;
    if (!is_key(field, key)) {
        key.bytes -= key.bytes > way->path.bytes;
        key.length = 0;
        return needs_key(way, field, key);
    }
    if (object && at_end(way))
        return needs_field(way, field->type, key);
    if (!object && !at_end(way))
        return wrong(way, VALUE_TOO_FAR, key);
    struct node *child = keyed_child(way, field, object ? NODE_MAPPING : NODE_SCALAR, key);
    if (!child)
        return -1;
    if (object) {
        way->node = child;
        return 0;
    }
    if (child->text.bytes)
        return wrong(way, VALUE_TWICE, key);
    child->text = value;
    return 2;
}

// One step of the path, and the number behind it. As give_item.
static int take_step(struct way *way, struct text value) {
    struct text step = next_step(way);
    const struct schema_field *field = schema_field(way->type, step);
    if (!field)
        return no_field(way, step);
    if (at_end(way)) {
        int outcome = give_field(way, field, step, value);
        return outcome == 0 ? 2 : outcome;
    }
    if (field->many == MANY_ONE && field->type->shape != SHAPE_OBJECT)
        return wrong(way, VALUE_TOO_FAR, step);
    enum node_kind kind = field->many == MANY_ONE || by_key(field) ? NODE_MAPPING : NODE_LIST;
    struct node *child = node_child(way->node, field->name);
    if (child && child->kind != kind)
        return wrong(way, VALUE_TWICE, step);
    way->node = child ? child : add_node(way->values, way->node, kind, field, false);
    way->type = field->type;
    if (!way->node)
        return -1;
    if (by_key(field))
        return give_key(way, field, value);
    return kind == NODE_LIST ? give_item(way, field, value) : 0;
}

int values_set(struct values *values, struct text path, struct text value,
               struct value_fault *fault) {
    struct way way = {values, path, 0, values->root, values->type, fault};
    size_t at;
    uint32_t point;
    int ascii;
    int outcome = 0;
    *fault = (struct value_fault){VALUE_NO_FIELD, {path.bytes, 0}, {"", 0}, 0};
    if (path.length == 0)
        return 1;
    while (outcome == 0)
        outcome = take_step(&way, value);
    if (outcome == 2 && utf8_scan(value.bytes, value.length, &at, &point, &ascii) != UTF8_FINE)
        return wrong(&way, VALUE_NOT_TEXT, path);
    return outcome == 2 ? 0 : outcome;
}

int values_default(struct values *values, const char *path, struct node *had, struct text value) {
    struct value_fault fault = {0};
    if (!node_absent(had))
        return 0;
    if (had) {
        had->text = value;
        return 0;
    }
    return values_set(values, text_of(path), value, &fault) == 0 ? 0 : -1;
}

int values_default_empty(struct values *values, const char *name) {
    const struct schema_field *field = schema_field(values->type, text_of(name));
    if (node_child(values->root, name))
        return 0;
    return field && add_node(values, values->root, NODE_LIST, field, false) ? 0 : -1;
}

// ---- telling about it ----

void value_fault_explain(const struct value_fault *fault, struct buffer *buffer) {
    int length = (int)fault->path.length;
    const char *path = fault->path.bytes;
    switch (fault->kind) {
    case VALUE_NO_FIELD:
        if (fault->near.length > 0)
            buffer_format(buffer, _("there is no such field; is “%s” meant?"), fault->near.bytes);
        else
            buffer_add_string(buffer,
                              _("there is no such field; g1p-check --list-fields shows them all"));
        break;
    case VALUE_NEEDS_ITEM:
        buffer_format(buffer, _("this is a list; say which item, the first is %.*s.0"), length,
                      path);
        break;
    case VALUE_NO_ITEM:
        buffer_format(buffer,
                      _("items are counted from 0, one after another; the next one here "
                        "is %u"),
                      fault->number);
        break;
    case VALUE_NEEDS_FIELD:
        buffer_format(buffer, _("this is a group of fields; name one of them, like %.*s.%s"),
                      length, path, fault->near.bytes);
        break;
    case VALUE_NEEDS_KEY:
        buffer_format(buffer, _("name what it is about, like %.*s.%s"), length, path,
                      fault->near.bytes);
        break;
    case VALUE_TOO_FAR:
        buffer_add_string(buffer, _("this is one text; nothing can stand below it"));
        break;
    case VALUE_TWICE:
        buffer_add_string(buffer, _("this was given already"));
        break;
    case VALUE_NOT_TEXT:
        buffer_add_string(buffer, _("the value is not UTF-8, or holds a character that a file "
                                    "cannot hold"));
    }
}

void values_path(const struct node *node, struct buffer *buffer) {
    if (!node || !node->parent)
        return;
    values_path(node->parent, buffer);
    if (node->parent->parent)
        buffer_add_char(buffer, '.');
    if (node->key)
        buffer_add(buffer, node->key->text);
    else
        buffer_add_number(buffer, (long)node->index);
}

// ---- what is whole ----

// As values_missing, of the items of a list.
static const struct schema_field *missing_in_list(const struct schema_field *field,
                                                  const struct node *list) {
    const struct schema_field *missing = field->needs_item ? field : NULL;
    for (const struct node *item = list->first; item; item = item->next) {
        if (field->type->shape != SHAPE_OBJECT)
            return NULL;
        missing = values_missing(field->type, item);
        if (!missing)
            return NULL;
    }
    return missing;
}

const struct schema_field *values_missing(const struct schema_type *type, const struct node *node) {
    for (unsigned i = 0; i < type->field_count; i++) {
        const struct schema_field *field = &type->fields[i];
        const struct node *child = node_child(node, field->name);
        if (!field->required)
            continue;
        if (node_absent(child))
            return field;
        const struct schema_field *missing = NULL;
        if (child->kind == NODE_LIST)
            missing = missing_in_list(field, child);
        else if (child->kind == NODE_MAPPING)
            missing = values_missing(field->type, child);
        if (missing)
            return missing;
    }
    return NULL;
}

bool values_whole(const struct node *node) {
    if (node->kind == NODE_MAPPING)
        return !values_missing(node->field->type, node);
    if (node->kind == NODE_SCALAR || !node->first)
        return true;
    for (const struct node *item = node->first; item; item = item->next)
        if (values_whole(item))
            return true;
    return false;
}

static const struct node *child_named(const struct node *mapping, struct text key) {
    for (const struct node *child = mapping->first; child; child = child->next)
        if (text_equal(child->key->text, key))
            return child;
    return NULL;
}

bool values_kept(const struct node *given, const struct node *read) {
    if (given->kind == NODE_SCALAR && node_absent(given))
        return node_absent(read);
    if (!read || read->kind != given->kind)
        return false;
    if (given->kind == NODE_SCALAR)
        return text_equal(given->text, read->text);
    const struct node *item = read->first;
    for (const struct node *child = given->first; child; child = child->next) {
        if (!values_whole(child))
            continue;
        if (child->key ? !values_kept(child, child_named(read, child->key->text))
                       : !item || !values_kept(child, item))
            return false;
        item = item ? item->next : NULL;
    }
    return true;
}
