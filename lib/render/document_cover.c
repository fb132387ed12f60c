// SPDX-License-Identifier: EUPL-1.2
// The cover of a document: whose it is, how old, and what to know first.
#include "lib/base/words.h"
#include "lib/method/phase.h"
#include "lib/render/document_parts.h"
#include "lib/render/part.h"

const struct plan_date *document_next_meeting(const struct document *document) {
    const struct plan_overleg_list *list = &document->plan->overleggen;
    const struct plan_date *next = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_date *dates[] = {&list->items[i].datum, &list->items[i].volgende};
        for (int k = 0; k < 2; k++)
            if (date_known(dates[k]->date) && date_compare(dates[k]->date, document->today) >= 0 &&
                (!next || date_compare(dates[k]->date, next->date) < 0))
                next = dates[k];
    }
    return next;
}

void document_meeting_moment(struct document *document, const struct plan_date *moment) {
    say_date(document->out, moment->date);
    const struct plan_overleg_list *list = &document->plan->overleggen;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_overleg *overleg = &list->items[i];
        if (date_known(overleg->datum.date) &&
            date_compare(overleg->datum.date, moment->date) == 0 && overleg->tijd.node) {
            html_raw(document->out, " om ");
            html_text(document->out, overleg->tijd.text);
            html_raw(document->out, " uur");
            return;
        }
    }
}

static bool has_vastgesteld(const struct document *document) {
    return date_known(document->plan->vastgesteld.date);
}

static void write_vastgesteld(struct document *document) {
    say_date(document->out, document->plan->vastgesteld.date);
}

// Only while it is not yet adopted.
static bool has_opgesteld(const struct document *document) {
    return date_known(document->plan->opgesteld.date) && !has_vastgesteld(document);
}

static void write_opgesteld(struct document *document) {
    say_date(document->out, document->plan->opgesteld.date);
}

static bool has_next(const struct document *document) {
    return document_next_meeting(document) != NULL;
}

static void write_next(struct document *document) {
    document_meeting_moment(document, document_next_meeting(document));
}

static bool has_procesregisseur(const struct document *document) {
    return document->plan->regie.procesregisseur.node != NULL;
}

static void write_procesregisseur(struct document *document) {
    say_person(document->out, document->plan, document->plan->regie.procesregisseur.text);
}

static bool has_phase(const struct document *document) {
    return document->plan->fase.value >= 0;
}

static void write_phase(struct document *document) {
    const struct phase *phase = &phases[document->plan->fase.value];
    buffer_format(document->out, "Fase %s: %s", phase->number, phase->name[LANGUAGE_DUTCH]);
}

static const struct cover_fact {
    const char *head;
    bool (*is_there)(const struct document *document);
    void (*write)(struct document *document);
} cover_facts[] = {
    {"Vastgesteld", has_vastgesteld, write_vastgesteld},
    {"Opgesteld", has_opgesteld, write_opgesteld},
    {"Het volgende overleg", has_next, write_next},
    {"Regie", has_procesregisseur, write_procesregisseur},
    {"Waar zijn we nu?", has_phase, write_phase},
};

enum { COVER_FACT_COUNT = sizeof cover_facts / sizeof *cover_facts };

static void write_cover_facts(struct document *document) {
    html_raw(document->out, "<table class=\"feiten\"><thead><tr>");
    for (int i = 0; i < COVER_FACT_COUNT; i++)
        if (cover_facts[i].is_there(document))
            buffer_format(document->out, "<th scope=\"col\">%s</th>", cover_facts[i].head);
    html_raw(document->out, "</tr></thead>\n<tbody><tr>");
    for (int i = 0; i < COVER_FACT_COUNT; i++) {
        if (!cover_facts[i].is_there(document))
            continue;
        buffer_format(document->out, "<td data-kop=\"%s\">", cover_facts[i].head);
        cover_facts[i].write(document);
        html_raw(document->out, "</td>");
    }
    html_raw(document->out, "</tr></tbody></table>\n");
}

void document_cover(struct document *document) {
    struct buffer *out = document->out;
    html_raw(out,
             "<div class=\"omslag\">\n<div class=\"omslag-kop\"><div class=\"document\">Plan ");
    html_text(out, document->plan->nummer.text);
    html_raw(out, " · stand van ");
    say_date(out, document->today);
    html_raw(out, "</div><div class=\"stempel\"><span>VERTROUWELIJK</span></div></div>\n"
                  "<h1>");
    html_raw(out, document->part->title);
    html_raw(out, "</h1>\n<div class=\"omslag-naam\">");
    html_isolated(out, document->plan->huishouden.naam.text);
    html_raw(out, "</div>\n");
    bool any = false;
    for (int i = 0; i < COVER_FACT_COUNT; i++)
        any = any || cover_facts[i].is_there(document);
    if (any)
        write_cover_facts(document);
    html_raw(out, "</div>\n");
}
