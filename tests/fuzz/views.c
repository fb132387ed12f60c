// SPDX-License-Identifier: EUPL-1.2
// What must hold of the views of a plan.
#include "tests/fuzz/views.h"

#include <string.h>

#include "lib/base/utf8.h"
#include "lib/base/word.h"
#include "lib/method/inzage.h"
#include "lib/method/pseudoniem.h"
#include "lib/schema/schema.h"
#include "lib/yaml/copy.h"

enum { MOST_WORDS = 8, FEW = 20 };

// Whether a name is plainly one: two to eight words with a blank between them, and none of our own.
static bool is_plain_name(struct text name) {
    struct word word;
    size_t end = 0;
    int words = 0;
    for (size_t at = 0; word_next(name, at, &word); at = end = word.end, words++)
        if (word.begin != (words ? end + 1 : 0) || (words && name.bytes[end] != ' ') ||
            word.letters < 2 || !word.capital)
            return false;
    return words > 1 && words <= MOST_WORDS && end == name.length;
}

// Whether the bytes of a name stand in a text as words of their own.
static bool stands_in(struct text text, struct text name) {
    struct word word;
    for (size_t at = 0; word_next(text, at, &word); at = word.end) {
        size_t end = word.begin + name.length;
        if (end > text.length || memcmp(text.bytes + word.begin, name.bytes, name.length) != 0)
            continue;
        struct word last = word;
        while (last.end < end && word_next(text, last.end, &last))
            continue;
        if (last.end == end)
            return true;
    }
    return false;
}

static bool stands_anywhere(struct node *root, struct text name) {
    if (!is_plain_name(name))
        return false;
    for (struct node *node = root; node; node = node_after(root, node))
        if (node->kind == NODE_SCALAR && stands_in(node->text, name))
            return true;
    return false;
}

static const char *tree_holds_up(struct node *root) {
    for (struct node *node = root; node; node = node_after(root, node)) {
        size_t at;
        uint32_t point;
        int ascii;
        if (node != root && !node->field)
            return "a view holds what the format does not know";
        if (node->kind != NODE_SCALAR)
            continue;
        if (utf8_scan(node->text.bytes, node->text.length, &at, &point, &ascii) == UTF8_BROKEN)
            return "a view holds what is no UTF-8";
        if (node->field->refers && !node->declared)
            return "a view refers to what is not in it";
    }
    return NULL;
}

static const char *names_are_gone(const struct plan_plan *plan, struct node *root) {
    const struct plan_lid_list *leden = &plan->huishouden.leden;
    for (size_t i = 0; i < leden->count && i < FEW; i++)
        if (stands_anywhere(root, leden->items[i].naam.text))
            return "the name of a member is left";
    for (size_t i = 0; i < plan->netwerk.count && i < FEW; i++)
        if (stands_anywhere(root, plan->netwerk.items[i].naam.text))
            return "the name of a naaste is left";
    for (size_t i = 0; i < plan->professionals.count && i < FEW; i++)
        if (stands_anywhere(root, plan->professionals.items[i].naam.text))
            return "the name of a professional is left";
    return NULL;
}

static const char *hide_names(const struct plan_plan *plan, struct date today,
                              struct arena *arena) {
    struct pseudoniem pseudoniem;
    struct plan_plan again;
    if (pseudoniem_maak(plan, today, NULL, arena, &pseudoniem) != 0 ||
        zicht_lees(pseudoniem.root, today, arena, &again) != 0)
        return "memory ran out over the names";
    const char *problem = tree_holds_up(pseudoniem.root);
    return problem ? problem : names_are_gone(plan, pseudoniem.root);
}

const char *views_hold(const struct check_result *result, struct date today, struct arena *arena) {
    const struct plan_plan *plan = &result->plan;
    if (!result->readable || !plan->node)
        return NULL;
    const char *problem = hide_names(plan, today, arena);
    struct text readers[] = {
        plan->huishouden.leden.count ? plan->huishouden.leden.items[0].id.text : TEXT(""),
        plan->netwerk.count ? plan->netwerk.items[0].id.text : TEXT(""),
        plan->professionals.count ? plan->professionals.items[0].id.text : TEXT("")};
    for (size_t i = 0; i < 3 && !problem; i++) {
        struct inzage inzage;
        struct plan_plan again;
        if (inzage_bepaal(plan, readers[i], today, arena, &inzage) != 0)
            return "memory ran out over what may be seen";
        if (inzage.uitkomst != INZAGE_GEGEVEN)
            continue;
        if (zicht_lees(inzage.root, today, arena, &again) != 0)
            return "memory ran out over what may be seen";
        problem = tree_holds_up(inzage.root);
        if (!problem)
            problem = hide_names(&again, today, arena);
    }
    return problem;
}
