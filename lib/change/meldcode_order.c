// SPDX-License-Identifier: EUPL-1.2
// What cannot be added to a record: steps out of order, and what the meldcode does not allow.
#include <errno.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/change/meldcode.h"
#include "lib/method/betrokkene.h"
#include "lib/method/dossier.h"

static int refuse(struct trouble *trouble, const struct verb_request *request, const char *what) {
    return trouble_tell(trouble, 0, what, request->file);
}

static bool is_verb(const struct verb_request *request, const char *name) {
    return strcmp(request->verb->name, name) == 0;
}

// ---- the plan ----

static int check_plan(const struct verb_request *request, const struct check_result *before,
                      struct trouble *trouble) {
    static const char *const words[] = {
        [LINK_MISSING] = N_("the plan that it names is not there: put right what stands at `plan`, "
                            "or take it away; nothing was written"),
        [LINK_NOT_PLAN] = N_("what it names is no plan, or cannot be read as one: put right what "
                             "stands at `plan`; nothing was written"),
        [LINK_DENIED] = N_("the plan that it names may not be read by you; nothing was written"),
        [LINK_TWICE] = N_("there is more than one plan of the number that it names: put the name "
                          "of the file at `plan`; nothing was written")};
    enum plan_link link = before->related.link;
    if ((size_t)link < sizeof words / sizeof *words && words[link])
        return refuse(trouble, request, words[link]);
    if (before->related.plan && !betrokkenen_in_plan(before->dossier, before->related.plan))
        return refuse(trouble, request,
                      N_("nobody whom the record is about stands in the plan that it names: is it "
                         "somebody else's? Nothing was written"));
    return 0;
}

// ---- the order of the steps ----

// The day of the entry that is to be added.
static struct date day_of(const struct verb_request *request) {
    struct date day = {0, 0, 0};
    date_read(verb_text(request, "datum"), &day);
    return day;
}

static bool before(struct date day, struct moment moment) {
    return moment.node && date_known(day) && date_known(moment.date) &&
           date_compare(day, moment.date) < 0;
}

// Verbs of steps that come after a signal.
static bool follows_signal(const struct verb_request *request) {
    static const char *const names[] = {"taxatie", "consult", "gesprek", "geen-gesprek",
                                        "weeg",    "besluit", "hulp"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_verb(request, names[i]))
            return true;
    return false;
}

static int check_signal(const struct verb_request *request, const struct plan_meldcode *dossier,
                        struct trouble *trouble) {
    struct moment first = moment_eerste(dossier->signalen.node);
    if (!follows_signal(request))
        return 0;
    if (!first.node)
        return refuse(trouble, request,
                      N_("has no signal yet, and this step comes after one: g1p-meldcode signaal "
                         "FILE adds it; nothing was written"));
    if (before(day_of(request), first))
        return refuse(trouble, request,
                      N_("this day lies before the first signal; is it right? Nothing was "
                         "written"));
    return 0;
}

// The last one of these counts, so one that lies before it would change nothing.
static int check_last(const struct verb_request *request, const struct node *list,
                      struct trouble *trouble) {
    if (!before(day_of(request), moment_laatste(list)))
        return 0;
    return refuse(trouble, request,
                  N_("this day lies before the last one of its kind in the record, which counts; "
                     "is it right? Nothing was written"));
}

static bool evaluates_backwards(const struct verb_request *request) {
    struct date evaluatie;
    struct date day = day_of(request);
    bool has = is_verb(request, "gesprek") || is_verb(request, "hulp");
    return has && date_read(verb_text(request, "evaluatie"), &evaluatie) && date_known(day) &&
           date_compare(evaluatie, day) < 0;
}

// ---- deciding and closing ----

static int word_of(struct text text) {
    return text_is(text, "ja") ? JA_NEE_JA : text_is(text, "nee") ? JA_NEE_NEE : -1;
}

// The decision that is to be added, as far as it was given.
static struct plan_besluit decision_of(const struct verb_request *request) {
    static const struct node written = {.kind = NODE_SCALAR};
    return (struct plan_besluit){.datum.date = day_of(request),
                                 .melden = {&written, word_of(verb_text(request, "melden"))},
                                 .hulp = {&written, word_of(verb_text(request, "hulp"))}};
}

bool meldcode_departs(const struct verb_request *request, const struct check_result *before) {
    struct plan_besluit besluit = decision_of(request);
    struct afwijking afwijking = dossier_afwijking(before->dossier, &besluit);
    return afwijking.melden || afwijking.hulp;
}

static int check_decision(const struct verb_request *request, const struct check_result *result,
                          struct trouble *trouble) {
    const struct plan_meldcode *dossier = result->dossier;
    struct plan_besluit besluit = decision_of(request);
    if (!dossier_weging(dossier))
        return refuse(trouble, request,
                      N_("was not weighed yet, and a decision follows from that: g1p-meldcode weeg "
                         "--record FILE; nothing was written"));
    if (date_known(besluit.datum.date) && !dossier_weging_van(dossier, &besluit))
        return refuse(trouble, request,
                      N_("this day lies before the first weighing; is it right? Nothing was "
                         "written"));
    if (meldcode_departs(request, result) && !verb_given(request, "reden"))
        return refuse(trouble, request,
                      N_("this decision is not what follows from the weighing: say why with "
                         "--reden, or weigh again; nothing was written"));
    return 0;
}

static int check_closing(const struct verb_request *request, const struct plan_meldcode *dossier,
                         struct trouble *trouble) {
    if (dossier_mag_dicht(dossier))
        return 0;
    if (!dossier_weging(dossier))
        return refuse(trouble, request,
                      N_("was not weighed yet, so it cannot be closed; if there is no suspicion "
                         "any more, weigh so: --vermoeden nee (MC-17)"));
    if (dossier_gemeld(dossier))
        return refuse(trouble, request,
                      N_("was reported, and you still give help: it stays open until it is safe "
                         "for good (MC-17)"));
    return refuse(trouble, request,
                  N_("cannot be closed: by the last weighing there is a suspicion, and it is not "
                     "safe for good (MC-17). Weigh again, or report"));
}

// ---- all of them ----

int meldcode_may(const struct verb_request *request, const struct check_result *before,
                 struct trouble *trouble) {
    const struct plan_meldcode *dossier = before->dossier;
    const struct node *root = before->tree.root;
    if (check_plan(request, before, trouble) != 0)
        return -1;
    if (dossier_gesloten(dossier) && !is_verb(request, "gebeurtenis"))
        return refuse(trouble, request,
                      N_("is closed, and stays as it is; begin a new record when there are new "
                         "signals: g1p-new meldcode"));
    if (check_signal(request, dossier, trouble) != 0)
        return -1;
    if (evaluates_backwards(request))
        return refuse(trouble, request,
                      N_("the day to look again lies before the day itself; nothing was written"));
    if (is_verb(request, "weeg"))
        return check_last(request, dossier->wegingen.node, trouble);
    if (is_verb(request, "melding"))
        return check_last(request, dossier->meldingen.node, trouble);
    if (is_verb(request, "besluit"))
        return check_decision(request, before, trouble) != 0
                   ? -1
                   : check_last(request, dossier->besluiten.node, trouble);
    if (is_verb(request, "sluit"))
        return check_closing(request, dossier, trouble);
    const char *place = request->verb->place;
    bool once = is_verb(request, "kindcheck") || is_verb(request, "mantelzorgcheck") ||
                is_verb(request, "geen-gesprek");
    if (once && !node_absent(node_child(root, place)))
        return refuse(trouble, request,
                      N_("this stands there already, and is not changed; note what is new as a "
                         "signal or an event"));
    return 0;
}
