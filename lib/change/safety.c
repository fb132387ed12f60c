// SPDX-License-Identifier: EUPL-1.2
// Changing a safety plan.
#include "lib/change/safety.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/doelencheck.h"
#include "lib/method/due.h"
#include "lib/method/fingerprint.h"
#include "lib/plan/scaffold.h"
#include "lib/schema/schema.h"

enum { ID_ROOM = 64, POINTER_ROOM = 96, MOST_NUMBERED = 9999 };

static int refuse(struct trouble *trouble, const char *what) {
    return trouble_tell(trouble, 0, what, NULL);
}

static int need_safety_plan(const struct check_result *before, struct trouble *trouble) {
    if (before->plan.veiligheidsplan.node)
        return 0;
    return refuse(trouble, N_("has no safety plan yet; g1p-safety begin FILE makes one"));
}

// ---- ids ----

// Whether an id is declared where those of `field` must be unique.
static bool is_taken(const struct node *node, const struct schema_field *field, struct text id) {
    if (node->field && node->field->declares == field->declares && node->kind == NODE_SCALAR &&
        text_equal(node->text, id))
        return true;
    for (const struct node *child = node->first; child; child = child->next)
        if (is_taken(child, field, id))
            return true;
    return false;
}

// The first of v1, v2, …, or of stem, stem2, …, that is not taken; the arena's. Empty when memory
// ran out.
static struct text free_id(const struct node *root, const char *path, const char *stem,
                           bool always_numbered, struct arena *arena) {
    const struct schema_field *field = schema_path(schema_plan, path);
    char id[ID_ROOM];
    for (int i = 1; i <= MOST_NUMBERED; i++) {
        if (i == 1 && !always_numbered)
            snprintf(id, sizeof id, "%s", stem);
        else
            snprintf(id, sizeof id, "%s%d", stem, i);
        if (is_taken(root, field, text_of(id)))
            continue;
        const char *copy = arena_copy(arena, id, strlen(id));
        return (struct text){copy, copy ? strlen(id) : 0};
    }
    return TEXT("");
}

// ---- the changes ----

// Whether the file shows a safety plan behind a # already, as a new one does.
static bool is_shown(struct text source) {
    static const char mark[] = "# veiligheidsplan:";
    for (size_t i = 0; i + sizeof mark - 1 <= source.length; i++)
        if (memcmp(source.bytes + i, mark, sizeof mark - 1) == 0)
            return true;
    return false;
}

// Shows the parts that people write themselves behind a #, each with its hint and an example.
static int show_parts(struct edit *edit, struct date today, struct trouble *trouble) {
    const struct schema_type *type = schema_path(schema_plan, "veiligheidsplan")->type;
    char pointer[POINTER_ROOM];
    int outcome = 0;
    for (unsigned i = 0; i < type->field_count && outcome == 0; i++) {
        struct buffer lines = {0};
        const struct node *plan = node_child(edit->tree.root, "veiligheidsplan");
        if (node_child(plan, type->fields[i].name))
            continue;
        scaffold_section(type, &type->fields[i], today, &lines);
        snprintf(pointer, sizeof pointer, "/veiligheidsplan/%s", type->fields[i].name);
        outcome = lines.failed ? trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL)
                               : edit_remark(edit, pointer, buffer_text(&lines), trouble);
        buffer_free(&lines);
    }
    return outcome;
}

int safety_begin(struct edit *edit, const struct check_result *before, void *context,
                 struct trouble *trouble) {
    static const char *const lists[] = {"schaal", "afspraken", "ondertekening"};
    struct safety_change *change = context;
    char today[DATE_ROOM];
    struct piece *plan = piece_mapping(edit->arena);
    if (!node_absent(node_child(before->tree.root, "veiligheidsplan")))
        return refuse(trouble, N_("has a safety plan already; nothing was changed"));
    date_write(change->request->today, today);
    const char *written = arena_copy(edit->arena, today, strlen(today));
    piece_add(plan, "opgesteld", written ? piece_scalar(edit->arena, text_of(written)) : NULL);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        piece_add(plan, lists[i], piece_list(edit->arena));
    bool shown = is_shown(edit->source);
    if (edit_add(edit, "/veiligheidsplan", plan, trouble) != 0)
        return -1;
    return shown ? 0 : show_parts(edit, change->request->today, trouble);
}

int safety_schaal(struct edit *edit, const struct check_result *before, void *context,
                  struct trouble *trouble) {
    struct safety_change *change = context;
    if (need_safety_plan(before, trouble) != 0)
        return -1;
    return edit_add(edit, "/veiligheidsplan/schaal/-", verb_item(change->request, edit->arena),
                    trouble);
}

int safety_afspraak(struct edit *edit, const struct check_result *before, void *context,
                    struct trouble *trouble) {
    struct safety_change *change = context;
    if (need_safety_plan(before, trouble) != 0)
        return -1;
    // Chosen anew when the file was changed meanwhile.
    if (!verb_given(change->request, "id") || change->chosen_id.length > 0) {
        change->chosen_id =
            free_id(before->tree.root, "veiligheidsplan.afspraken.id", "v", true, edit->arena);
        if (change->chosen_id.length == 0)
            return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
        verb_give(change->request, "id", change->chosen_id);
    }
    return edit_add(edit, "/veiligheidsplan/afspraken/-", verb_item(change->request, edit->arena),
                    trouble);
}

int safety_evaluatie(struct edit *edit, const struct check_result *before, void *context,
                     struct trouble *trouble) {
    struct safety_change *change = context;
    const struct plan_afspraak_list *list = &before->plan.veiligheidsplan.afspraken;
    struct text id = verb_text(change->request, "afspraak");
    char pointer[POINTER_ROOM];
    if (need_safety_plan(before, trouble) != 0)
        return -1;
    const struct plan_afspraak *found = NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (!list->items[i].node || !text_equal(list->items[i].id.text, id))
            continue;
        if (found)
            return refuse(trouble, N_("has this agreement twice; give one of them another id"));
        found = &list->items[i];
    }
    if (!found)
        return refuse(trouble, N_("has no such agreement any more; nothing was changed"));
    snprintf(pointer, sizeof pointer, "/veiligheidsplan/afspraken/%u/evaluaties/-",
             (unsigned)found->node->index);
    return edit_add(edit, pointer, verb_item(change->request, edit->arena), trouble);
}

static int add_goal(struct edit *edit, int which, struct trouble *trouble) {
    const struct doelencheck_doel *row = &doelencheck_doelen[which];
    struct arena *arena = edit->arena;
    struct piece *goal = piece_mapping(arena);
    struct text id = {NULL, 0};
    struct schema_result ignored;
    // So that the ids of the file as it stands by now are known.
    if (schema_check(&edit->tree, schema_plan, (struct date){9999, 12, 31}, arena, &ignored) == 0)
        id = free_id(edit->tree.root, "doelen.id", row->id, false, arena);
    if (id.length == 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
    piece_say(goal, "id", id, arena);
    piece_say(goal, "doel", text_of(row->doel), arena);
    piece_say(goal, "leefgebied", TEXT("veiligheid"), arena);
    piece_say(goal, "veiligheid", text_of(row->veiligheid), arena);
    piece_say(goal, "status", TEXT("open"), arena);
    return edit_add(edit, "/doelen/-", goal, trouble);
}

int safety_doelencheck(struct edit *edit, const struct check_result *before, void *context,
                       struct trouble *trouble) {
    struct safety_change *change = context;
    if (need_safety_plan(before, trouble) != 0)
        return -1;
    change->goals_added = 0;
    for (int which = 0; which < DUE_OBLIGED_GOALS; which++) {
        if (due_has_obliged(&before->plan, which))
            continue;
        if (add_goal(edit, which, trouble) != 0)
            return -1;
        change->goals_added++;
    }
    return 0;
}

int safety_teken(struct edit *edit, const struct check_result *before, void *context,
                 struct trouble *trouble) {
    struct safety_change *change = context;
    char print[FINGERPRINT_ROOM];
    if (need_safety_plan(before, trouble) != 0)
        return -1;
    if (before->plan.veiligheidsplan.afspraken.count == 0)
        return refuse(trouble, N_("has no safety agreements yet, so there is nothing to sign"));
    struct piece *item = verb_item(change->request, edit->arena);
    const char *written = fingerprint_take(&before->plan, FINGERPRINT_AFSPRAKEN, print) == 0
                              ? arena_copy(edit->arena, print, strlen(print))
                              : NULL;
    if (!item || !written)
        return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
    piece_add(item, "vingerafdruk", piece_scalar(edit->arena, text_of(written)));
    return edit_add(edit, "/veiligheidsplan/ondertekening/-", item, trouble);
}

// ---- what stands now ----

// All ids that were given as `wie`, ended by a NUL.
static const char *people(const struct safety_change *change, struct buffer *into) {
    const struct verb_value *wie = verb_value(change->request, "wie");
    for (size_t i = 0; i < wie->count; i++) {
        buffer_add_string(into, i == 0 ? "" : i + 1 < wie->count ? ", " : _(" and "));
        buffer_add(into, wie->items[i]);
    }
    buffer_add_char(into, '\0');
    return into->failed ? "" : into->bytes;
}

// What was given for an option, ended by a NUL; the request's arena's.
static const char *given(const struct safety_change *change, const char *option) {
    struct text text = verb_text(change->request, option);
    const char *copy = arena_copy(change->request->arena, text.bytes, text.length);
    return copy ? copy : "";
}

// A figure as the reader writes it: 7,5 in Dutch.
static const char *figure(const struct safety_change *change) {
    struct text text = verb_text(change->request, "cijfer");
    char *copy = arena_copy(change->request->arena, text.bytes, text.length);
    char *point = copy ? strchr(copy, '.') : NULL;
    if (point && words_language() == LANGUAGE_DUTCH)
        *point = ',';
    return copy ? copy : "";
}

static void say_goals(const struct safety_change *change, struct buffer *out) {
    if (change->goals_added == 0)
        buffer_add_string(out, _("All four goals were there already; nothing was changed."));
    else
        buffer_format(out,
                      ngettext("%u goal was added as a draft: now make it your own.",
                               "%u goals were added as drafts: now make them your own.",
                               change->goals_added),
                      change->goals_added);
}

void safety_say(const struct safety_change *change, const struct change_outcome *outcome,
                struct buffer *out) {
    const char *verb = change->request->verb->name;
    const struct plan_veiligheidsplan *now = &outcome->after.plan.veiligheidsplan;
    struct buffer who = {0};
    if (strcmp(verb, "begin") == 0)
        buffer_add_string(out, _("The safety plan has begun. Write in it what happened and "
                                 "what gives safety, then type g1p-safety schaal."));
    else if (strcmp(verb, "schaal") == 0)
        buffer_format(out,
                      ngettext("Added: figure %2$s by %1$s on %3$s; the scale holds %4$zu figure.",
                               "Added: figure %2$s by %1$s on %3$s; the scale holds %4$zu figures.",
                               now->schaal.count),
                      people(change, &who), figure(change), given(change, "datum"),
                      now->schaal.count);
    else if (strcmp(verb, "afspraak") == 0)
        buffer_format(out,
                      ngettext("Agreement %s was made; there is %zu.",
                               "Agreement %s was made; there are %zu.", now->afspraken.count),
                      given(change, "id"), now->afspraken.count);
    else if (strcmp(verb, "evaluatie") == 0)
        buffer_format(out, _("Agreement %s, kept on %s: %s."), given(change, "afspraak"),
                      given(change, "datum"), given(change, "behaald"));
    else if (strcmp(verb, "doelencheck") == 0)
        say_goals(change, out);
    else
        buffer_format(out, _("Signed by %s on %s."), people(change, &who), given(change, "datum"));
    out->failed |= who.failed;
    buffer_free(&who);
}
