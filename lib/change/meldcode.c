// SPDX-License-Identifier: EUPL-1.2
// Adding entries to a record.
#include "lib/change/meldcode.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/dossier.h"
#include "lib/method/weging.h"

enum { POINTER_ROOM = 64 };

static bool is_verb(const struct verb_request *request, const char *name) {
    return strcmp(request->verb->name, name) == 0;
}

// Whether entries of the verb are items of a list.
static bool is_list(const struct verb_request *request) {
    return schema_path(*request->program->root, request->verb->place)->many == MANY_LIST;
}

static int add_entry(struct edit *edit, const struct check_result *before, void *context,
                     struct trouble *trouble) {
    const struct meldcode_change *change = context;
    const struct verb_request *request = change->request;
    char pointer[POINTER_ROOM];
    if (meldcode_may(request, before, trouble) != 0)
        return -1;
    snprintf(pointer, sizeof pointer, "/%s%s", request->verb->place, is_list(request) ? "/-" : "");
    return edit_add(edit, pointer, verb_item(request, edit->arena), trouble);
}

// Who was rung is added to who was rung before.
static int add_danger(struct edit *edit, const struct check_result *before, void *context,
                      struct trouble *trouble) {
    const struct meldcode_change *change = context;
    const struct verb_request *request = change->request;
    const struct plan_levensbedreigend *there = &before->dossier->levensbedreigend;
    const struct verb_value *rung = verb_value(request, "gebeld");
    if (!there->node)
        return add_entry(edit, before, context, trouble);
    if (meldcode_may(request, before, trouble) != 0)
        return -1;
    if (there->antwoord.value != JA_NEE_JA)
        return trouble_tell(trouble, 0,
                            N_("says at `levensbedreigend` that there is no danger, and what was "
                               "written is not changed here: change that line in an editor"),
                            request->file);
    for (size_t i = 0; i < rung->count; i++)
        if (edit_add(edit, "/levensbedreigend/gebeld/-", piece_scalar(edit->arena, rung->items[i]),
                     trouble) != 0)
            return -1;
    return 0;
}

change_make *meldcode_make(const struct verb *verb) {
    if (!(verb->manner & VERB_WRITES))
        return NULL;
    return strcmp(verb->name, "gevaar") == 0 ? add_danger : add_entry;
}

// ---- what stands now ----

static void say_day(const struct verb_request *request, struct buffer *out) {
    buffer_add_string(out, _(" of "));
    buffer_add(out, verb_text(request, "datum"));
}

// A decision that departs is marked.
static void say_decision(const struct check_result *after, struct buffer *out) {
    const struct plan_besluit *besluit = dossier_besluit(after->dossier);
    struct afwijking afwijking = {false, false};
    if (besluit)
        afwijking = dossier_afwijking(after->dossier, besluit);
    if (afwijking.melden || afwijking.hulp)
        buffer_add_string(out, _(" It departs from the weighing, with a reason; that stays "
                                 "visible (MC-08)."));
}

void meldcode_say(const struct meldcode_change *change, const struct change_outcome *outcome,
                  struct buffer *out) {
    static const struct {
        const char *verb;
        const char *name;
    } names[] = {{"weeg", N_("The weighing")},       {"signaal", N_("The signal")},
                 {"kindcheck", N_("The kindcheck")}, {"mantelzorgcheck", N_("The mantelzorgcheck")},
                 {"taxatie", N_("The assessment")},  {"consult", N_("The consultation")},
                 {"gesprek", N_("The talk")},        {"geen-gesprek", N_("Why there is no talk")},
                 {"besluit", N_("The decision")},    {"melding", N_("The report")},
                 {"hulp", N_("The help")},           {"gebeurtenis", N_("The event")}};
    const struct verb_request *request = change->request;
    if (is_verb(request, "sluit")) {
        buffer_add_string(out, _("The record is closed."));
        return;
    }
    if (is_verb(request, "gevaar")) {
        buffer_add_string(out, _("It is noted who was rung."));
        return;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_verb(request, names[i].verb))
            buffer_add_string(out, _(names[i].name));
    say_day(request, out);
    buffer_add_string(out, _(" was added."));
    if (is_verb(request, "besluit"))
        say_decision(&outcome->after, out);
}
