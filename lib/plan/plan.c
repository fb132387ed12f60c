// SPDX-License-Identifier: EUPL-1.2
// Filling the structs of the typed plan by the tables of the format.
#include "lib/plan/plan.h"

#include <string.h>

#include "lib/plan/layout.h"
#include "lib/schema/scalar.h"
#include "lib/schema/schema.h"

// All lists begin with these members, whatever they hold.
struct any_list {
    const struct node *node;
    void *items;
    size_t count;
    bool geen;
};

static int read_object(const struct node *node, struct arena *arena, char *into);

static int read_scalar(const struct schema_type *type, const struct node *node, void *into) {
    if (node->kind != NODE_SCALAR || node->broken || node->text.length == 0)
        return 0;
    switch (type->shape) {
    case SHAPE_WORD:
    case SHAPE_OPEN_WORD:
        *(struct plan_word *)into = (struct plan_word){node, (int)node->word - 1};
        break;
    case SHAPE_DATE:
    case SHAPE_ROUGH_DATE: {
        struct plan_date *date = into;
        date->node = node;
        date_read(node->text, &date->date);
        break;
    }
    case SHAPE_NUMBER: {
        struct plan_number *number = into;
        number->node = scalar_number(node->text, &number->value) ? node : NULL;
        break;
    }
    default:
        *(struct plan_text *)into = (struct plan_text){node, node->text};
    }
    return 0;
}

static int read_value(const struct schema_type *type, const struct node *node, struct arena *arena,
                      char *into) {
    return type->shape == SHAPE_OBJECT ? read_object(node, arena, into)
                                       : read_scalar(type, node, into);
}

// A word that is absent is no word, not the first of the list.
static void clear_words(const struct schema_type *type, char *into) {
    if (type->shape == SHAPE_WORD || type->shape == SHAPE_OPEN_WORD)
        ((struct plan_word *)(void *)into)->value = -1;
    for (int i = 0; i < type->field_count; i++) {
        const struct schema_field *field = &type->fields[i];
        uint8_t shape = field->type->shape;
        if (field->many == MANY_ONE &&
            (shape == SHAPE_WORD || shape == SHAPE_OPEN_WORD || shape == SHAPE_OBJECT))
            clear_words(field->type, into + plan_offsets[field->id]);
    }
}

// The least of one value: absent.
static void clear_value(const struct schema_type *type, char *into) {
    memset(into, 0, plan_sizes[type->id]);
    clear_words(type, into);
}

static int read_list(const struct schema_field *field, const struct node *node, struct arena *arena,
                     struct any_list *list) {
    const struct schema_type *type = field->type;
    if (node->kind != NODE_LIST && field->many == MANY_LIST)
        return 0;
    list->node = node;
    if (field->many == MANY_GEEN_OR_LIST && node->kind == NODE_SCALAR) {
        list->geen = text_is(node->text, "geen");
        return 0;
    }
    bool by_key = field->many >= MANY_BY_WORD;
    if ((node->kind == NODE_MAPPING) != by_key)
        return 0;
    size_t size = plan_sizes[type->id];
    size_t count = node->kind == NODE_SCALAR ? 1 : node->count;
    char *items = arena_alloc(arena, count * size);
    if (!items)
        return -1;
    list->items = items;
    const struct node *item = node->kind == NODE_SCALAR ? node : node->first;
    for (; item && list->count < count; item = node->kind == NODE_SCALAR ? NULL : item->next) {
        clear_value(type, items + list->count * size);
        if (node_absent(item) || (by_key && !item->field))
            continue;
        if (read_value(type, item, arena, items + list->count * size) != 0)
            return -1;
        list->count++;
    }
    return 0;
}

static int read_object(const struct node *node, struct arena *arena, char *into) {
    if (node->kind != NODE_MAPPING)
        return 0;
    *(const struct node **)(void *)into = node;
    for (const struct node *child = node->first; child; child = child->next) {
        const struct schema_field *field = child->field;
        if (!field || node_absent(child))
            continue;
        char *member = into + plan_offsets[field->id];
        int outcome = field->many == MANY_ONE
                          ? read_value(field->type, child, arena, member)
                          : read_list(field, child, arena, (struct any_list *)(void *)member);
        if (outcome != 0)
            return -1;
    }
    return 0;
}

static int read_file(const struct schema_type *type, const struct tree *tree, struct arena *arena,
                     char *into) {
    clear_value(type, into);
    return tree->root ? read_object(tree->root, arena, into) : 0;
}

int plan_read(const struct tree *tree, struct arena *arena, struct plan_plan *plan) {
    return read_file(schema_plan, tree, arena, (char *)plan);
}

int plan_read_meldcode(const struct tree *tree, struct arena *arena,
                       struct plan_meldcode *dossier) {
    return read_file(schema_meldcode, tree, arena, (char *)dossier);
}

int plan_read_organisatie(const struct tree *tree, struct arena *arena,
                          struct plan_organisatie *organisatie) {
    return read_file(schema_organisatie, tree, arena, (char *)organisatie);
}

int plan_read_kader(const struct tree *tree, struct arena *arena, struct plan_kader *kader) {
    return read_file(schema_kader, tree, arena, (char *)kader);
}

struct persoon plan_persoon(const struct plan_plan *plan, struct text id) {
    const struct plan_lid_list *leden = &plan->huishouden.leden;
    if (id.length == 0) // would stand for everybody whose id is missing
        return (struct persoon){PERSOON_ONBEKEND, 0, id, {NULL, 0}};
    for (size_t i = 0; i < leden->count; i++)
        if (text_equal(leden->items[i].id.text, id))
            return (struct persoon){PERSOON_LID, i, id, leden->items[i].naam.text};
    for (size_t i = 0; i < plan->netwerk.count; i++)
        if (text_equal(plan->netwerk.items[i].id.text, id))
            return (struct persoon){PERSOON_NAASTE, i, id, plan->netwerk.items[i].naam.text};
    for (size_t i = 0; i < plan->professionals.count; i++)
        if (text_equal(plan->professionals.items[i].id.text, id))
            return (struct persoon){PERSOON_PROFESSIONAL, i, id,
                                    plan->professionals.items[i].naam.text};
    return (struct persoon){PERSOON_ONBEKEND, 0, id, {NULL, 0}};
}

// Where in a typed list the object `item` is: its place among the nodes, or lower, as items without
// a value are passed over. Every object begins with its node.
static size_t place_of(const void *items, size_t count, size_t size, const struct node *item) {
    size_t place = item->index < count ? item->index : count - 1;
    while (place > 0 && *(const struct node *const *)((const char *)items + place * size) != item)
        place--;
    return place;
}

struct persoon plan_persoon_van(const struct plan_plan *plan, const struct plan_text *verwijzing) {
    const struct plan_lid_list *leden = &plan->huishouden.leden;
    const struct plan_naaste_list *netwerk = &plan->netwerk;
    const struct plan_professional_list *professionals = &plan->professionals;
    const struct node *id = verwijzing->node ? verwijzing->node->declared : NULL;
    const struct node *item = id ? id->parent : NULL;
    const struct node *list = item ? item->parent : NULL;
    struct persoon persoon = {PERSOON_ONBEKEND, 0, verwijzing->text, {NULL, 0}};
    if (list && list == leden->node) {
        persoon.soort = PERSOON_LID;
        persoon.index = place_of(leden->items, leden->count, sizeof *leden->items, item);
        persoon.naam = leden->items[persoon.index].naam.text;
    } else if (list && list == netwerk->node) {
        persoon.soort = PERSOON_NAASTE;
        persoon.index = place_of(netwerk->items, netwerk->count, sizeof *netwerk->items, item);
        persoon.naam = netwerk->items[persoon.index].naam.text;
    } else if (list && list == professionals->node) {
        persoon.soort = PERSOON_PROFESSIONAL;
        persoon.index = place_of(professionals->items, professionals->count,
                                 sizeof *professionals->items, item);
        persoon.naam = professionals->items[persoon.index].naam.text;
    }
    return persoon;
}
