// SPDX-License-Identifier: EUPL-1.2
// Whom a new record is about, from a plan.
#include "lib/kader/dossier_begin.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/realfolder.h"
#include "lib/base/words.h"
#include "lib/kader/dossier_store.h"
#include "lib/method/betrokkene.h"

static int out_of_memory(struct trouble *trouble) {
    return trouble_tell(trouble, ENOMEM, N_("cannot be made"), NULL);
}

// ---- the people ----

static int add(struct values *values, unsigned person, const char *field, struct text value) {
    char name[64];
    struct value_fault fault = {0};
    snprintf(name, sizeof name, "betreft.%u.%s", person, field);
    const char *path = arena_copy(values->arena, name, strlen(name));
    const char *kept = arena_copy(values->arena, value.bytes, value.length);
    if (!path || !kept)
        return -1;
    return values_set(values, text_of(path), (struct text){kept, value.length}, &fault);
}

static int add_people(struct values *values, const struct plan_plan *plan, struct date today) {
    unsigned person = 0;
    if (node_child(values->root, "betreft"))
        return 0;
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        if (!lid->id.node)
            continue;
        int group = leeftijdsgroep_van(lid, today);
        if (add(values, person, "wie", lid->id.text) != 0)
            return -1;
        const struct schema_type *groups = &schema_types[TYPE_LEEFTIJDSGROEP];
        if (group >= 0 &&
            add(values, person, "leeftijdsgroep", text_of(groups->words[group].word)) != 0)
            return -1;
        person++;
    }
    return 0;
}

// ---- the plan itself ----

static int add_place(struct values *values, const struct plan_file *found, const char *output) {
    struct realfolder here = {0};
    struct realfolder there = {0};
    struct buffer name = {0};
    int outcome = 0;
    if (output) {
        const char *from = realfolder_of(&here, output);
        const char *folder = realfolder_of(&there, found->path);
        if (from && folder)
            realfolder_relative(from, folder, realfolder_name(found->path), &name);
    }
    struct text place = name.length > 0 ? buffer_text(&name) : found->plan->nummer.text;
    const char *kept = arena_copy(values->arena, place.bytes, place.length);
    if (name.failed || !kept ||
        values_default(values, "plan", node_child(values->root, "plan"),
                       (struct text){kept, place.length}) != 0)
        outcome = -1;
    buffer_free(&name);
    realfolder_free(&here);
    realfolder_free(&there);
    return outcome;
}

int dossier_begin(struct values *values, const char *path, const char *output, struct date today,
                  struct trouble *trouble) {
    struct plan_file found;
    struct arena scratch;
    arena_init(&scratch, 0);
    int outcome = plan_file_read(path, today, values->arena, &scratch, &found);
    arena_free(&scratch);
    if (outcome != 0)
        return out_of_memory(trouble);
    switch (found.link) {
    case LINK_MISSING:
        return trouble_tell(trouble, 0, N_("there is no such plan"), path);
    case LINK_DENIED:
        return trouble_tell(trouble, EACCES, N_("cannot be read"), path);
    case LINK_FOUND:
        break;
    default:
        return trouble_tell(trouble, 0, N_("is no plan, or cannot be read as one"), path);
    }
    if (add_people(values, found.plan, today) != 0 || add_place(values, &found, output) != 0)
        return out_of_memory(trouble);
    return 0;
}
