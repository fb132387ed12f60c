// SPDX-License-Identifier: EUPL-1.2
// Where a record of the meldcode stands, as text.
#include "lib/render/meldcode.h"

#include <stdio.h>
#include <string.h>

#include "lib/method/deskundige.h"
#include "lib/method/vereisten.h"
#include "lib/method/weegvraag.h"
#include "lib/report/report.h"
#include "lib/schema/schema.h"

enum { INDENT = 4, MOST_NAME = 40 };

struct status {
    const struct meldcode_options *options;
    const char *path;
    const struct check_result *result;
    const struct plan_meldcode *dossier;
    struct meldcode_stand stand;
    struct buffer *out;
    struct buffer line;
};

static void say(struct status *status, const char *words) {
    buffer_add_string(&status->line, words);
}

static void flush(struct status *status, int from, int indent) {
    meldcode_flush(status->options, &status->line, from, indent, status->out);
}

static void say_day(struct status *status, struct date day) {
    char written[DATE_ROOM];
    date_write(day, written);
    say(status, date_known(day) ? written : "?");
}

// An id may be shown anywhere; what is none could be a name.
static void say_name(struct status *status, struct text name) {
    if (status->options->excerpts || (schema_is_id(name) && name.length <= MOST_NAME))
        report_words(&status->line, name, MOST_NAME);
    else
        say(status, "…");
}

// ---- the steps ----

static const char *step_name(int stap) {
    static const char *const names[MELDCODE_STAPPEN] = {N_("See signs"),
                                                        N_("Map the signals"),
                                                        N_("Consult somebody expert"),
                                                        N_("Talk with those concerned"),
                                                        N_("Weigh"),
                                                        N_("Decide, report, help")};
    return _(names[stap]);
}

static const char *standing(enum stap_stand stand) {
    static const char *const words[] = {N_("done"), N_("now"), N_("later")};
    return _(words[stand]);
}

static void tell_step(struct status *status, int number) {
    const struct stap *stap = &status->stand.stappen[number];
    buffer_format(&status->line, "%d  %s", number, step_name(number));
    buffer_format(&status->line, ": %s", standing(stap->stand));
    if (stap->aantal > 0)
        buffer_format(&status->line, ngettext(", %u entry", ", %u entries", stap->aantal),
                      stap->aantal);
    if (date_known(stap->laatste.date)) {
        say(status, _(", last on "));
        say_day(status, stap->laatste.date);
        if (stap->door.length > 0) {
            say(status, _(" by "));
            say_name(status, stap->door);
        }
    }
    flush(status, 2, INDENT + 1);
}

static void tell_steps(struct status *status) {
    meldcode_heading(status->options, _("The steps"), status->out);
    for (int i = 0; i < MELDCODE_STAPPEN; i++)
        tell_step(status, i);
}

// ---- the last weighing ----

static void tell_weighing(struct status *status) {
    const struct plan_weging *weging = dossier_weging(status->dossier);
    if (!weging)
        return;
    struct weging walked = weging_van(weging);
    meldcode_heading(status->options, _("The last weighing"), status->out);
    say_day(status, weging->datum.date);
    buffer_format(&status->line, ": %s. ", weging_uitkomst(walked.uitkomst));
    say(status, _(weging_betekenis(walked.uitkomst)));
    if (walked.volgende >= 0)
        buffer_format(&status->line, _(" Still open: question %d, %s."), walked.volgende + 1,
                      _(weegvragen[walked.volgende].kort));
    flush(status, 2, 2);
    const struct plan_besluit *besluit = dossier_besluit(status->dossier);
    struct afwijking afwijking = {false, false};
    if (besluit)
        afwijking = dossier_afwijking(status->dossier, besluit);
    if (afwijking.melden || afwijking.hulp) {
        say(status, _("The decision departs from the weighing (MC-08)."));
        flush(status, 2, 2);
    }
}

// ---- what follows ----

struct next_words {
    const char *words; // N_()
    const char *verb;  // of the command that notes it, or NULL
};

static const struct next_words next_words[VERVOLGEN] = {
    [VERVOLG_BELLEN] = {N_("Ring 112, now, and note who was rung"), "gevaar"},
    [VERVOLG_SIGNAAL] = {N_("Write down what you saw, heard or smelled"), "signaal"},
    [VERVOLG_CHECK] = {N_("Do the kindcheck (or mantelzorgcheck)"), "kindcheck"},
    [VERVOLG_OVERLEG] = {N_("Consult somebody expert; that can be without names"), "consult"},
    [VERVOLG_GESPREK] = {N_("Talk with those concerned, if that is safe"), "gesprek"},
    [VERVOLG_WEGEN] = {N_("Weigh, together with Veilig Thuis"), "weeg --record"},
    [VERVOLG_BESLUITEN] = {N_("Decide on reporting and on help"), "besluit"},
    [VERVOLG_MELDEN] = {N_("Report to Veilig Thuis (0800 2000), and tell those concerned"),
                        "melding"},
    [VERVOLG_HULP] = {N_("Arrange the help, with a day to look back"), "hulp"},
    [VERVOLG_OPNIEUW_WEGEN] = {N_("Weigh again"), "weeg --record"},
    [VERVOLG_EVALUATIE] = {N_("Look back whether it is safer"), NULL},
    [VERVOLG_TERUGKOPPELING] = {N_("Hear from Veilig Thuis what was done, or ring them"),
                                "gebeurtenis"},
    [VERVOLG_SLUITEN] = {N_("The record may be closed"), "sluit"}};

static void tell_next(struct status *status) {
    if (status->stand.vervolg_count == 0)
        return;
    meldcode_heading(status->options, _("What follows"), status->out);
    for (size_t i = 0; i < status->stand.vervolg_count; i++) {
        const struct vervolg *vervolg = &status->stand.vervolg[i];
        const struct next_words *words = &next_words[vervolg->wat];
        say(status, _(words->words));
        if (date_known(vervolg->uiterlijk)) {
            say(status, vervolg->wat == VERVOLG_EVALUATIE ? _(", on ") : _(", by "));
            say_day(status, vervolg->uiterlijk);
        }
        say(status, ".");
        flush(status, 2, INDENT);
        if (words->verb) {
            buffer_format(&status->line, "g1p-meldcode %s %s", words->verb, status->path);
            flush(status, INDENT, INDENT);
        }
    }
}

// ---- whom to ask ----

static void tell_expert(struct status *status, const struct deskundige_bij *bij) {
    meldcode_label(status->options, TYPE_GEWELDSVORM, bij->vorm, &status->line);
    say(status, ": ");
    for (int i = 0; i < DESKUNDIGE_MEESTE && bij->wie[i] >= 0; i++) {
        bool last = i + 1 == DESKUNDIGE_MEESTE || bij->wie[i + 1] < 0;
        say(status, i == 0 ? "" : last ? _(" or ") : ", ");
        meldcode_label(status->options, TYPE_DESKUNDIGE, bij->wie[i], &status->line);
    }
    if (bij->zo_nodig)
        say(status, _(", if needed"));
    else if (bij->politie)
        say(status, _("; and the police, if needed"));
    say(status, deskundige_gesproken(status->dossier, bij) ? _(" (consulted)") : "");
    flush(status, 2, INDENT);
}

static void tell_experts(struct status *status) {
    bool any = false;
    for (size_t i = 0; i < status->dossier->vormen.count; i++) {
        const struct plan_word *vorm = &status->dossier->vormen.items[i];
        const struct deskundige_bij *bij = vorm->node ? deskundige_bij(vorm->value) : NULL;
        if (!bij)
            continue;
        if (!any)
            meldcode_heading(status->options, _("Who knows about this (WP stap 2)"), status->out);
        any = true;
        tell_expert(status, bij);
    }
    if (any)
        return;
    say(status, _("Fill in `vormen`: then it says here which expert knows about it."));
    buffer_add_char(status->out, '\n');
    flush(status, 0, 0);
}

// ---- good help ----

static const char *need_name(int vereiste) {
    static const char *const names[VEREISTEN] = {
        [VEREISTE_HEDEN] = N_("sight on how safe it is now"),
        [VEREISTE_VERLEDEN] = N_("sight on what happened before"),
        [VEREISTE_FOCUS] = N_("all work to make the violence stop"),
        [VEREISTE_HERSTEL] = N_("recovery from the harm"),
        [VEREISTE_ANALYSE] = N_("one analysis and plan, with goals and days to look back"),
        [VEREISTE_SAMENWERKING] = N_("agreements between those who help")};
    return _(names[vereiste]);
}

static void tell_needs(struct status *status) {
    const struct plan_plan *plan = status->result->related.plan;
    struct vereiste found[VEREISTEN];
    if (!plan)
        return;
    vereisten_toets(plan, found);
    meldcode_heading(status->options, _("Good help, as the plan shows it (KR §3)"), status->out);
    for (int i = 0; i < VEREISTEN; i++) {
        buffer_format(&status->line, "%s %s", found[i].voldaan ? "✓" : "–", need_name(i));
        if (found[i].gevonden)
            buffer_format(&status->line, _(": found on line %u of the plan"),
                          (unsigned)found[i].gevonden->line);
        else if (found[i].voldaan)
            say(status, _(": not needed, one professional helps"));
        if (found[i].mist)
            buffer_format(&status->line, _("; `%s` says nothing yet"), found[i].mist);
        flush(status, 2, INDENT);
    }
}

// ---- what is missing ----

static void tell_missing(struct status *status) {
    const struct findings *findings = &status->result->findings;
    if (findings->count == 0)
        return;
    meldcode_heading(status->options, _("What is missing, or asks to be looked at"), status->out);
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        report_message(&status->line, finding, status->options->language,
                       status->options->excerpts);
        buffer_format(&status->line, " [%s]", rules[meldingen[finding->melding].rule].id);
        flush(status, 2, INDENT);
    }
}

static void tell_title(struct status *status) {
    buffer_add_char(status->out, '\n');
    say(status, _("Record "));
    if (dossier_nummer_open(status->dossier->nummer.text))
        report_words(&status->line, status->dossier->nummer.text, MOST_NAME);
    else
        say_name(status, status->dossier->nummer.text);
    if (dossier_gesloten(status->dossier)) {
        say(status, _(", closed on "));
        say_day(status, status->dossier->afgesloten.datum.date);
    }
    say(status, ".");
    flush(status, 0, 0);
}

void meldcode_status(const struct meldcode_options *options, const char *path,
                     const struct check_result *result, struct buffer *out) {
    struct status status = {.options = options,
                            .path = path,
                            .result = result,
                            .dossier = result->dossier,
                            .stand = meldcode_stand(result->dossier, result->kader),
                            .out = out};
    bool acute = result->dossier->levensbedreigend.antwoord.value == JA_NEE_JA &&
                 !dossier_gesloten(result->dossier);
    meldcode_danger(options, result->kader, acute, out);
    tell_title(&status);
    tell_steps(&status);
    tell_weighing(&status);
    tell_next(&status);
    tell_experts(&status);
    tell_needs(&status);
    tell_missing(&status);
    say(&status, _("You decide. What stands in this record belongs to you, and not in the plan of "
                   "the household."));
    buffer_add_char(out, '\n');
    flush(&status, 0, 0);
    buffer_free(&status.line);
}
