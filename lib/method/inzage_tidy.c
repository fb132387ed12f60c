// SPDX-License-Identifier: EUPL-1.2
// Tidying up after what may not be seen was left out.
#include "lib/method/inzage_tidy.h"

#include "lib/method/ids.h"
#include "lib/method/inzage.h"
#include "lib/method/naam.h"
#include "lib/schema/check.h"
#include "lib/schema/schema.h"
#include "lib/yaml/copy.h"

int zicht_lees(struct node *root, struct date today, struct arena *arena, struct plan_plan *plan) {
    struct tree tree = {.root = root};
    struct schema_result *result = arena_zero(arena, 1, sizeof *result);
    if (!result || schema_check(&tree, schema_plan, today, arena, result) != 0)
        return -1;
    return plan_read(&tree, arena, plan);
}

// Members by name: those of the first plan who are in the second, or who are not.
static int add_members(struct namen *namen, const struct plan_plan *all,
                       const struct plan_plan *shown, bool in, const struct namen *behalve) {
    static const struct text somebody = TEXT("[iemand anders]");
    int outcome = 0;
    for (size_t i = 0; i < all->huishouden.leden.count && outcome == 0; i++) {
        const struct plan_lid *lid = &all->huishouden.leden.items[i];
        if ((plan_persoon(shown, lid->id.text).soort == PERSOON_LID) != in)
            continue;
        outcome = naam_add(namen, lid->naam.text, somebody, behalve);
        if (outcome == 0 && !in)
            outcome = naam_add_roepnaam(namen, lid->id.text, somebody, behalve);
    }
    return outcome;
}

// The names that may not be seen: of members who fell away, but for the words of them that somebody
// bears who is there.
static struct namen *collect_names(const struct plan_plan *all, const struct plan_plan *shown,
                                   struct arena *arena) {
    struct namen *known = namen_begin(TEXT(""), arena);
    struct namen *hidden = namen_begin(TEXT("[iemand anders]"), arena);
    if (!known || !hidden || add_members(known, all, shown, true, NULL) != 0 ||
        namen_add(known, shown->huishouden.naam.text, TEXT(""), 0) != 0)
        return NULL;
    for (size_t i = 0; i < shown->netwerk.count; i++)
        if (naam_add(known, shown->netwerk.items[i].naam.text, TEXT(""), NULL) != 0)
            return NULL;
    for (size_t i = 0; i < shown->professionals.count; i++)
        if (naam_add(known, shown->professionals.items[i].naam.text, TEXT(""), NULL) != 0)
            return NULL;
    return add_members(hidden, all, shown, false, known) == 0 ? hidden : NULL;
}

static struct text rename_telling(const struct node *id, unsigned count, void *context,
                                  struct arena *arena, bool *failed) {
    const struct namen *hidden = context;
    return namen_occur(hidden, id->text) ? ids_numbered(id, count, arena, failed)
                                         : (struct text){"", 0};
}

static int reword(struct node *root, const struct namen *hidden, struct arena *arena) {
    struct buffer out = {0};
    int outcome = 0;
    for (struct node *node = root; node && outcome == 0; node = node_after(root, node)) {
        if (node->kind != NODE_SCALAR || !node->field || node->text.length == 0 ||
            node->field->declares >= 0 || node->field->refers)
            continue;
        buffer_clear(&out);
        if (namen_replace(hidden, node->text, NULL, NULL, &out) == 0 && !out.failed)
            continue;
        const char *copy = out.failed ? NULL : arena_copy(arena, out.bytes, out.length);
        outcome = copy ? 0 : -1;
        node->text = (struct text){copy, copy ? out.length : 0};
    }
    buffer_free(&out);
    return outcome;
}

int inzage_tidy(struct node *root, const struct plan_plan *plan, struct date today,
                struct arena *arena) {
    struct plan_plan *shown = arena_alloc(arena, sizeof *shown);
    if (!shown || zicht_lees(root, today, arena, shown) != 0)
        return -1;
    ids_drop_dangling(root);
    if (zicht_lees(root, today, arena, shown) != 0)
        return -1;
    struct namen *hidden = collect_names(plan, shown, arena);
    if (!hidden || ids_rename_all(root, rename_telling, hidden, arena) != 0)
        return -1;
    return reword(root, hidden, arena);
}
