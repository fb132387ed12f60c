// SPDX-License-Identifier: EUPL-1.2
// Where a household stands, as text.
#include "lib/render/safety.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/wrap.h"
#include "lib/method/due.h"
#include "lib/method/ondertekening.h"
#include "lib/method/spoed.h"
#include "lib/method/veiligheidsplan.h"
#include "lib/report/report.h"
#include "lib/schema/schema.h"

enum { INDENT = 4, MOST_SHOWN_ID = 40 };

struct status {
    const struct safety_options *options;
    const char *path;
    const struct check_result *result;
    const struct plan_plan *plan;
    struct buffer *out;
    struct buffer line;     // one paragraph at a time
    struct buffer parts[3]; // of a sentence, each ended by a NUL
};

// ---- words ----

const struct plan_doel *safety_goal(const struct plan_plan *plan, int which) {
    for (size_t i = 0; i < plan->doelen.count; i++)
        if (due_is_obliged(&plan->doelen.items[i], which))
            return &plan->doelen.items[i];
    return NULL;
}

struct text safety_word(const struct plan_word *word) {
    return word->node ? word->node->text : TEXT("");
}

bool safety_concerns(const struct finding *finding) {
    const char *id = rules[meldingen[finding->melding].rule].id;
    return !finding->exception && text_starts(text_of(id), "VP-");
}

// Writes the paragraph, its first line from `from`, later ones from `indent`.
static void flush(struct status *status, int from, int indent) {
    for (int i = 0; i < from; i++)
        buffer_add_char(status->out, ' ');
    status->out->failed |= status->line.failed;
    wrap_add(status->out, buffer_text(&status->line), from, indent, status->options->look.columns);
    buffer_clear(&status->line);
}

static void colour(struct status *status, const char *code) {
    if (status->options->colour)
        buffer_format(status->out, "\033[%sm", code);
}

static void say(struct status *status, const char *words) {
    buffer_add_string(&status->line, words);
}

static void heading(struct status *status, const char *words) {
    buffer_add_char(status->out, '\n');
    colour(status, "1");
    say(status, words);
    flush(status, 0, 0);
    colour(status, "0");
}

// Takes what was said so far as part `which` of a sentence that is to be put together.
static void keep(struct status *status, int which) {
    struct buffer said = status->line;
    buffer_add_char(&said, '\0');
    status->out->failed |= said.failed;
    buffer_clear(&status->parts[which]);
    status->line = status->parts[which];
    status->parts[which] = said;
}

static const char *kept(const struct status *status, int which) {
    const struct buffer *part = &status->parts[which];
    return part->failed || !part->bytes ? "" : part->bytes;
}

static void end(struct status *status) {
    for (int i = 0; i < 3; i++) {
        status->out->failed |= status->parts[i].failed;
        buffer_free(&status->parts[i]);
    }
    status->out->failed |= status->line.failed;
    buffer_free(&status->line);
}

// An id may be shown anywhere; what stands in its place and is none could be a sentence.
static void say_id(struct status *status, struct text id) {
    bool open = status->options->excerpts || (schema_is_id(id) && id.length <= MOST_SHOWN_ID);
    if (open)
        report_words(&status->line, id, MOST_SHOWN_ID);
    else
        say(status, "…");
}

static void say_person(struct status *status, struct text id) {
    struct persoon persoon = plan_persoon(status->plan, id);
    if (status->options->excerpts && persoon.naam.length > 0)
        report_words(&status->line, persoon.naam, MOST_SHOWN_ID);
    else
        say_id(status, id);
}

static void say_people(struct status *status, const struct plan_texts *ids) {
    for (size_t i = 0; i < ids->count; i++) {
        say(status, i == 0 ? "" : i + 1 < ids->count ? ", " : _(" and "));
        say_person(status, ids->items[i].text);
    }
}

static void say_prose(struct status *status, struct text text) {
    buffer_add(&status->line, text_trim(text));
}

static void say_day(struct status *status, struct date day) {
    char written[DATE_ROOM];
    date_write(day, written);
    say(status, date_known(day) ? written : "?");
}

// 7,5 in Dutch, 7.5 in English.
static void say_halves(struct status *status, int halves) {
    const char *half = status->options->language == LANGUAGE_DUTCH ? ",5" : ".5";
    buffer_format(&status->line, "%d%s", halves / 2, halves % 2 ? half : "");
}

static void say_label(struct status *status, int type, const struct plan_word *word) {
    if (status->options->language == LANGUAGE_DUTCH && word->value >= 0)
        say(status, schema_label(&schema_types[type], word->value));
    else if (word->value >= 0)
        buffer_add(&status->line, safety_word(word));
}

// ---- acute danger ----

static void tell_danger(struct status *status) {
    struct spoed spoed = spoed_read(status->plan, status->options->today);
    struct spoed_bellen bellen[SPOED_MOST];
    if (!spoed_acuut(&spoed))
        return;
    size_t count = spoed_bellen(status->result->kader, status->options->language, bellen);
    colour(status, "1;31");
    say(status, _("There may be acute danger. First make it safe, now; the plan can wait."));
    flush(status, 0, 0);
    colour(status, "0");
    for (size_t i = 0; i < count; i++) {
        report_words(&status->line, bellen[i].nummer, 100);
        say(status, " · ");
        report_words(&status->line, bellen[i].wie, 100);
        if (bellen[i].wanneer.length > 0) {
            say(status, ": ");
            report_words(&status->line, bellen[i].wanneer, 200);
        }
        flush(status, 2, INDENT);
    }
    if (spoed.cijfer) {
        say_people(status, &spoed.cijfer->wie);
        keep(status, 0);
        say_halves(status, (int)(spoed.cijfer->cijfer.value * 2 + 0.5));
        keep(status, 1);
        say_day(status, spoed.cijfer->datum.date);
        keep(status, 2);
        buffer_format(&status->line,
                      _("This stands here because of the %2$s that %1$s gave on %3$s."),
                      kept(status, 0), kept(status, 1), kept(status, 2));
        flush(status, 2, 2);
    }
    if (spoed.zorg) {
        say_day(status, spoed.dag);
        keep(status, 0);
        buffer_format(&status->line,
                      _("This stands here because something happened on %s, a week ago at most."),
                      kept(status, 0));
        flush(status, 2, 2);
    }
    buffer_add_char(status->out, '\n');
}

// ---- the scale ----

// What one person said, day by day.
static void tell_person(struct status *status, const struct picture_scale *scale, size_t person) {
    bool first = true;
    say(status, plot_mark(person, status->options->look.unicode));
    say(status, " ");
    say_person(status, scale->people[person]);
    say(status, ":");
    for (size_t day = 0; day < scale->day_count; day++) {
        if (scale->halves[person][day] == PICTURE_NO_FIGURE)
            continue;
        say(status, first ? " " : status->options->look.unicode ? " → " : " > ");
        say_halves(status, scale->halves[person][day]);
        say(status, " (");
        plot_day(scale->days[day], &status->line);
        say(status, ")");
        first = false;
    }
    flush(status, 2, INDENT);
}

// The figures as they stand, of more people than can be told apart.
static void tell_figures(struct status *status, const struct plan_schaalcijfer_list *figures) {
    for (size_t i = 0; i < figures->count; i++) {
        say_day(status, figures->items[i].datum.date);
        say(status, " ");
        say_people(status, &figures->items[i].wie);
        if (figures->items[i].cijfer.node) {
            say(status, ": ");
            say_halves(status, (int)(figures->items[i].cijfer.value * 2 + 0.5));
        }
        flush(status, 2, INDENT);
    }
}

static void tell_scale(struct status *status) {
    const struct plan_schaalcijfer_list *figures = &status->plan->veiligheidsplan.schaal;
    struct picture_scale scale;
    heading(status, _("How safe is it? (0: life is in danger, 10: safe enough to close)"));
    if (figures->count == 0) {
        buffer_format(&status->line, _("No figures yet: %s schaal %s"), "g1p-safety", status->path);
        flush(status, 2, INDENT);
        return;
    }
    if (!picture_scale_read(figures, &scale)) {
        tell_figures(status, figures);
        return;
    }
    size_t drawn = plot_scale(&scale, &status->options->look, status->out);
    if (drawn < scale.day_count || scale.days_dropped) {
        buffer_format(&status->line, _("Only the last %zu days fit here."), drawn);
        flush(status, 2, INDENT);
    }
    for (size_t person = 0; person < scale.people_count; person++)
        tell_person(status, &scale, person);
}

// ---- the agreements ----

static const struct plan_afspraakevaluatie *last_look(const struct plan_afspraak *afspraak) {
    const struct plan_afspraakevaluatie *last = NULL;
    for (size_t i = 0; i < afspraak->evaluaties.count; i++)
        if (!last || date_compare(afspraak->evaluaties.items[i].datum.date, last->datum.date) >= 0)
            last = &afspraak->evaluaties.items[i];
    return last;
}

static void tell_kept(struct status *status, const struct plan_afspraak *afspraak) {
    const struct plan_afspraakevaluatie *last = last_look(afspraak);
    if (!last) {
        say(status, _("Kept? Not looked back at yet."));
    } else {
        buffer_add(&status->line,
                   last->behaald.value >= 0 ? safety_word(&last->behaald) : TEXT("?"));
        keep(status, 0);
        say_day(status, last->datum.date);
        keep(status, 1);
        buffer_format(&status->line, _("Kept? On %2$s: %1$s."), kept(status, 0), kept(status, 1));
    }
    flush(status, INDENT, INDENT);
    // What was agreed for that case is what matters now.
    if (last && last->behaald.value == BEHAALD_NEE && status->options->excerpts &&
        afspraak->bij_niet_nakomen.node) {
        say_prose(status, afspraak->bij_niet_nakomen.text);
        keep(status, 0);
        buffer_format(&status->line, _("Agreed for that case: %s"), kept(status, 0));
        flush(status, INDENT, INDENT);
    }
}

static void tell_agreement(struct status *status, const struct plan_afspraak *afspraak) {
    say_id(status, afspraak->id.text);
    say(status, "  ");
    say_people(status, &afspraak->wie);
    if (status->options->excerpts && afspraak->wat.node) {
        say(status, ": ");
        say_prose(status, afspraak->wat.text);
        if (afspraak->wanneer.node) {
            say(status, ", ");
            say_prose(status, afspraak->wanneer.text);
        }
    }
    if (afspraak->status.value >= 0 && afspraak->status.value != AFSPRAAKSTATUS_LOOPT) {
        say(status, " (");
        say_label(status, TYPE_AFSPRAAKSTATUS, &afspraak->status);
        say(status, ")");
    }
    flush(status, 2, INDENT);
    if (!afspraak_is_live(afspraak))
        return;
    if (afspraak->toezicht.node) {
        say_person(status, afspraak->toezicht.text);
        keep(status, 0);
        buffer_format(&status->line, _("Seen to by %s."), kept(status, 0));
    } else {
        say(status, _("Nobody sees to it yet."));
    }
    flush(status, INDENT, INDENT);
    tell_kept(status, afspraak);
}

static void tell_agreements(struct status *status) {
    const struct plan_afspraak_list *list = &status->plan->veiligheidsplan.afspraken;
    heading(status, _("Agreements"));
    if (list->count == 0) {
        buffer_format(&status->line, _("None yet: %s afspraak %s"), "g1p-safety", status->path);
        flush(status, 2, INDENT);
    }
    for (size_t i = 0; i < list->count; i++)
        tell_agreement(status, &list->items[i]);
}

// ---- the four goals ----

static const char *goal_name(int which) {
    static const char *const names[DUE_OBLIGED_GOALS] = {
        [VEILIGHEIDSDOEL_VEILIGHEIDSAFSPRAKEN] = N_("keeping the safety agreements"),
        [VEILIGHEIDSDOEL_ONVEILIGHEID_OPHEFFEN] = N_("making it safe now"),
        [VEILIGHEIDSDOEL_ONDERLIGGENDE_PROBLEMATIEK] = N_("working on what lies beneath"),
        [VEILIGHEIDSDOEL_HERSTEL_EN_NAZORG] = N_("recovering from what happened")};
    return _(names[which]);
}

static int tell_goals(struct status *status) {
    int missing = 0;
    for (int which = 0; which < DUE_OBLIGED_GOALS; which++) {
        const struct plan_doel *doel = safety_goal(status->plan, which);
        missing += !doel;
        say(status, doel ? "[x] " : "[ ] ");
        say(status, goal_name(which));
        say(status, ": ");
        if (!doel) {
            say(status, _("not in the plan yet"));
        } else {
            say_id(status, doel->id.text);
            if (doel->status.value >= 0) {
                say(status, " (");
                say_label(status, TYPE_DOELSTATUS, &doel->status);
                say(status, ")");
            }
            if (status->options->excerpts && doel->doel.node) {
                say(status, ". ");
                say_prose(status, doel->doel.text);
            }
        }
        flush(status, 2, 6);
    }
    return missing;
}

// ---- the signatures ----

static void tell_signature(struct status *status, size_t index, struct text wie, const char *now) {
    const struct plan_ondertekening_list *list = &status->plan->veiligheidsplan.ondertekening;
    static const char *const stands[] = {
        [ONDERTEKENING_GELDT] = N_("what was signed stands there"),
        [ONDERTEKENING_ANDERS] = N_("the agreements were changed since: sign anew"),
        [ONDERTEKENING_ONBEKEND] = N_("without a fingerprint: nobody can tell what was signed"),
    };
    enum ondertekening_stand stand = ondertekening_stand(list, index, wie, now);
    if (stand == ONDERTEKENING_OUDER)
        return;
    say_person(status, wie);
    say(status, ", ");
    say_day(status, list->items[index].datum.date);
    say(status, ": ");
    say(status, _(stands[stand]));
    flush(status, 2, INDENT);
}

static void tell_signatures(struct status *status) {
    const struct plan_ondertekening_list *list = &status->plan->veiligheidsplan.ondertekening;
    char now[FINGERPRINT_ROOM];
    heading(status, _("Signatures"));
    if (list->count == 0) {
        buffer_format(&status->line, _("None yet: %s teken %s"), "g1p-safety", status->path);
        flush(status, 2, INDENT);
    }
    if (fingerprint_take(status->plan, FINGERPRINT_AFSPRAKEN, now) != 0)
        status->out->failed = true;
    for (size_t i = 0; i < list->count && !status->out->failed; i++)
        for (size_t k = 0; k < list->items[i].wie.count; k++)
            tell_signature(status, i, list->items[i].wie.items[k].text, now);
}

// ---- what is missing ----

static void tell_missing(struct status *status) {
    const struct findings *findings = &status->result->findings;
    struct report_places places = report_places(status->result->tree.source);
    bool any = false;
    heading(status, _("What is missing"));
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (!safety_concerns(finding))
            continue;
        struct report_place place = report_place(&places, finding);
        buffer_format(&status->line, "%s, ", rules[meldingen[finding->melding].rule].id);
        buffer_format(&status->line, _("line %u: "), place.start.line);
        report_message(&status->line, finding, status->options->language,
                       status->options->excerpts);
        flush(status, 2, INDENT);
        any = true;
    }
    if (!any) {
        say(status, _("Nothing that the rules about safety plans ask in this phase."));
        flush(status, 2, INDENT);
    }
}

// ---- all of it ----

static void tell_title(struct status *status) {
    const struct plan_plan *plan = status->plan;
    say(status, _("Safety plan"));
    if (status->options->excerpts && plan->huishouden.naam.node) {
        say(status, ": ");
        report_words(&status->line, plan->huishouden.naam.text, 80);
    }
    if (date_known(plan->veiligheidsplan.opgesteld.date)) {
        keep(status, 0);
        say_day(status, plan->veiligheidsplan.opgesteld.date);
        keep(status, 1);
        buffer_format(&status->line, _("%s, made on %s"), kept(status, 0), kept(status, 1));
    }
    colour(status, "1");
    flush(status, 0, 0);
    colour(status, "0");
}

void safety_status(const struct safety_options *options, const char *path,
                   const struct check_result *result, struct buffer *out) {
    struct status status = {options, path, result, &result->plan, out, {0}, {{0}}};
    tell_danger(&status);
    tell_title(&status);
    tell_scale(&status);
    tell_agreements(&status);
    heading(&status, _("The four goals that go with a safety plan"));
    if (tell_goals(&status) > 0) {
        buffer_format(&status.line, _("Drafts of what is missing: %s doelencheck --add %s"),
                      "g1p-safety", path);
        flush(&status, 2, INDENT);
    }
    tell_signatures(&status);
    tell_missing(&status);
    end(&status);
}

void safety_danger(const struct safety_options *options, const struct check_result *result,
                   struct buffer *out) {
    struct status status = {options, NULL, result, &result->plan, out, {0}, {{0}}};
    tell_danger(&status);
    end(&status);
}

int safety_goals(const struct safety_options *options, const struct plan_plan *plan,
                 struct buffer *out) {
    struct status status = {options, NULL, NULL, plan, out, {0}, {{0}}};
    int missing = tell_goals(&status);
    end(&status);
    return missing;
}
