// SPDX-License-Identifier: EUPL-1.2
// The walk over a tree along the tables of the format.
#include "lib/schema/check.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/nearest.h"
#include "lib/schema/references.h"
#include "lib/schema/scalar.h"

struct walk {
    struct arena *arena;
    struct schema_result *result;
    struct references references;
    struct date today;
    bool out_of_memory;
};

static void add(struct walk *walk, enum schema_fault_kind kind, const struct node *node,
                const struct schema_field *field, struct text near) {
    struct schema_fault fault = {kind, node, field, NULL, near};
    if (schema_fault_add(walk->result, walk->arena, fault) != 0)
        walk->out_of_memory = true;
}

static void check_object(struct walk *walk, const struct schema_type *type, struct node *node);

static void check_scalar(struct walk *walk, struct node *node, const struct schema_field *field) {
    struct text near = {"", 0};
    if (node->broken)
        return;
    int kind = scalar_fault(field->type, node, &near);
    if (kind >= 0)
        add(walk, (enum schema_fault_kind)kind, node, field, near);
    else if (references_note(&walk->references, node, field, walk->arena) != 0)
        walk->out_of_memory = true;
    struct date date;
    if (field->past && date_read(node->text, &date) && date_compare(date, walk->today) > 0)
        add(walk, SCHEMA_FUTURE, node, field, TEXT(""));
}

// One value: an item of a list, or what stands behind a key.
static void check_one(struct walk *walk, struct node *node, const struct schema_field *field) {
    bool object = field->type->shape == SHAPE_OBJECT;
    node->field = field;
    if (object && node->kind == NODE_MAPPING)
        check_object(walk, field->type, node);
    else if (!object && node->kind == NODE_SCALAR)
        check_scalar(walk, node, field);
    else if (!node->broken)
        add(walk, SCHEMA_KIND, node, field, TEXT(""));
}

static void check_list(struct walk *walk, struct node *list, const struct schema_field *field) {
    list->field = field;
    if (!list->first && field->needs_item)
        add(walk, SCHEMA_EMPTY, list, field, TEXT(""));
    for (struct node *item = list->first; item; item = item->next) {
        if (node_absent(item))
            add(walk, SCHEMA_EMPTY_ITEM, item, field, TEXT(""));
        else
            check_one(walk, item, field);
    }
}

// Not what may stand here; for `geen` or a list a slip of the fingers may have been meant.
static void add_kind(struct walk *walk, struct node *node, const struct schema_field *field) {
    struct text geen = TEXT("geen");
    struct nearest nearest = nearest_begin(node->text);
    if (field->many == MANY_GEEN_OR_LIST && node->kind == NODE_SCALAR)
        nearest_offer(&nearest, geen, 0);
    if (nearest.index == 0)
        add(walk, SCHEMA_WORD, node, field, geen);
    else
        add(walk, SCHEMA_KIND, node, field, TEXT(""));
}

static void check_strange_keys(struct walk *walk, struct node *node, uint32_t count);

// A mapping whose keys are the writer's own, or ids of rules.
static void check_mapping(struct walk *walk, struct node *node, const struct schema_field *field) {
    for (struct node *child = node->first; child; child = child->next) {
        const struct node *key = child->key;
        bool fits = field->many == MANY_BY_WORD || scalar_is_rule(key->text);
        if (!key->broken && (key->kind != NODE_SCALAR || !fits))
            add(walk, SCHEMA_UNKNOWN_KEY, key, NULL, TEXT(""));
        else if (!node_absent(child))
            check_one(walk, child, field);
    }
    if (node->count > 1)
        check_strange_keys(walk, node, node->count);
}

static void check_value(struct walk *walk, struct node *node, const struct schema_field *field) {
    node->field = field;
    if (node_absent(node))
        return;
    if (field->many == MANY_ONE)
        check_one(walk, node, field);
    else if (node->kind == NODE_LIST && field->many < MANY_BY_WORD)
        check_list(walk, node, field);
    else if (field->many == MANY_ONE_OR_LIST)
        check_one(walk, node, field);
    else if (field->many >= MANY_BY_WORD && node->kind == NODE_MAPPING)
        check_mapping(walk, node, field);
    else if (field->many == MANY_GEEN_OR_LIST && node->kind == NODE_SCALAR &&
             text_is(node->text, "geen"))
        return;
    else if (!node->broken)
        add_kind(walk, node, field);
}

// `tot` before `van`: both are full dates and the wrong way round.
static void check_order(struct walk *walk, const struct schema_type *type,
                        struct node *const *values) {
    for (int i = 0; i < type->field_count; i++) {
        const struct schema_field *field = &type->fields[i];
        struct date later;
        if (!values[i] || field->not_before[0] < 0 || !date_read(values[i]->text, &later))
            continue;
        for (int k = 0; k < 2 && field->not_before[k] >= 0; k++) {
            const struct node *other = values[field->not_before[k]];
            struct date earlier;
            if (!other || !date_read(other->text, &earlier) || date_compare(later, earlier) >= 0)
                continue;
            struct schema_fault fault = {SCHEMA_ORDER, values[i], field, other->field, {"", 0}};
            if (schema_fault_add(walk->result, walk->arena, fault) != 0)
                walk->out_of_memory = true;
        }
    }
}

static int by_text(const void *a, const void *b) {
    const struct node *left = *(struct node *const *)a;
    const struct node *right = *(struct node *const *)b;
    size_t shorter =
        left->text.length < right->text.length ? left->text.length : right->text.length;
    int order = shorter ? memcmp(left->text.bytes, right->text.bytes, shorter) : 0;
    if (order == 0)
        order = (left->text.length > right->text.length) - (left->text.length < right->text.length);
    // Of equal keys the first in the file comes first, so that the later ones are the doubles.
    return order ? order : (left->start > right->start) - (left->start < right->start);
}

// Keys that the format does not know can still be doubled; there may be very many of them.
static void check_strange_keys(struct walk *walk, struct node *node, uint32_t count) {
    struct node **keys = arena_alloc(walk->arena, count * sizeof(struct node *));
    if (!keys) {
        walk->out_of_memory = true;
        return;
    }
    uint32_t found = 0;
    for (struct node *child = node->first; child; child = child->next)
        if ((!child->field || node->field == child->field) && child->key->kind == NODE_SCALAR &&
            !child->key->broken && found < count)
            keys[found++] = child->key;
    qsort(keys, found, sizeof(struct node *), by_text);
    for (uint32_t i = 1; i < found; i++)
        if (text_equal(keys[i - 1]->text, keys[i]->text))
            add(walk, SCHEMA_DOUBLE_KEY, keys[i], NULL, TEXT(""));
}

static void on_strange_key(struct walk *walk, const struct schema_type *type, struct node *child) {
    if (child->key->broken || text_starts(child->key->text, "x_"))
        return;
    const struct schema_field *nearest = schema_fault_fits(walk->result, SCHEMA_UNKNOWN_KEY)
                                             ? schema_nearest_field(type, child->key->text)
                                             : NULL;
    add(walk, SCHEMA_UNKNOWN_KEY, child->key, nearest, nearest ? text_of(nearest->name) : TEXT(""));
}

// The team's own part is free, but a key stands in it once.
static void check_free(struct walk *walk, struct node *node) {
    if (node->kind == NODE_MAPPING && node->count > 1)
        check_strange_keys(walk, node, node->count);
    for (struct node *child = node->first; child; child = child->next)
        check_free(walk, child);
}

static void check_object(struct walk *walk, const struct schema_type *type, struct node *node) {
    struct node *values[256]; // by field; schemas have fewer
    const struct schema_field *before = NULL;
    uint32_t strange = 0;
    bool ordered = false;
    memset(values, 0, type->field_count * sizeof *values);
    for (struct node *child = node->first; child; child = child->next) {
        const struct schema_field *field = child->key->kind == NODE_SCALAR
                                               ? schema_field_after(type, before, child->key->text)
                                               : NULL;
        if (!field) {
            strange++;
            on_strange_key(walk, type, child);
            check_free(walk, child);
            continue;
        }
        size_t index = (size_t)(field - type->fields);
        before = field;
        ordered |= field->not_before[0] >= 0;
        if (values[index]) {
            child->field = NULL;
            add(walk, SCHEMA_DOUBLE_KEY, child->key, field, TEXT(""));
            child->key->broken = true; // told
            continue;
        }
        values[index] = child;
        check_value(walk, child, field);
    }
    if (strange > 1)
        check_strange_keys(walk, node, strange);
    for (int i = 0; i < type->field_count; i++)
        if (type->fields[i].required && node_absent(values[i]) && !node->cut)
            add(walk, SCHEMA_MISSING, values[i] ? values[i] : node, &type->fields[i], TEXT(""));
    if (ordered)
        check_order(walk, type, values);
}

int schema_check(const struct tree *tree, const struct schema_type *root, struct date today,
                 struct arena *arena, struct schema_result *result) {
    struct walk walk = {.arena = arena, .result = result, .today = today};
    *result = (struct schema_result){0};
    if (!tree->root || tree->root->kind != NODE_MAPPING) {
        if (tree->root && tree->fault_count == 0) // readable, and no plan at all
            add(&walk, SCHEMA_KIND, tree->root, NULL, TEXT(""));
        return walk.out_of_memory ? -1 : 0;
    }
    check_object(&walk, root, tree->root);
    if (references_check(&walk.references, !tree->root->cut, arena, result) != 0)
        walk.out_of_memory = true;
    return walk.out_of_memory ? -1 : 0;
}
