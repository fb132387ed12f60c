// SPDX-License-Identifier: EUPL-1.2
// The document as a whole: cover, welcome, contents, and the sections in their order.
#include "lib/render/document.h"

#include "lib/base/words.h"
#include "lib/method/phase.h"
#include "lib/render/asset.h"
#include "lib/render/document_parts.h"

// ---- which sections there are ----

static bool always(const struct plan_plan *plan) {
    (void)plan;
    return true;
}

static bool has_eerdere_hulp(const struct plan_plan *plan) {
    return plan->eerdere_hulp.geen || plan->eerdere_hulp.count > 0;
}

static bool has_analyse(const struct plan_plan *plan) {
    const struct plan_analyse *analyse = &plan->analyse;
    return document_has(&analyse->samenhang) || document_has(&analyse->patronen) ||
           document_has(&analyse->gevolgen);
}

static bool has_resultaat(const struct plan_plan *plan) {
    return document_has(&plan->gewenst_resultaat) || plan->basiszorg_en_veiligheid.zorgen.node ||
           document_has(&plan->basiszorg_en_veiligheid.toelichting);
}

static bool has_veiligheidsplan(const struct plan_plan *plan) {
    return plan->veiligheidsplan.node != NULL;
}

static bool has_regie(const struct plan_plan *plan) {
    return plan->regie.node != NULL;
}

static bool has_overleggen(const struct plan_plan *plan) {
    return plan->overleggen.count > 0;
}

static bool has_beschikkingen(const struct plan_plan *plan) {
    return plan->beschikkingen.count > 0;
}

static bool has_toestemming(const struct plan_plan *plan) {
    return plan->toestemming.count > 0;
}

static bool has_afsluiting(const struct plan_plan *plan) {
    return plan->afsluiting.node != NULL;
}

static const struct section {
    const char *id;
    const char *head;
    const char *class;
    bool (*is_there)(const struct plan_plan *plan);
    void (*write)(struct document *document);
} sections[] = {
    {"betrokken", "Wie zijn erbij betrokken?", "deel", always, document_betrokken},
    {"aanleiding", "Waarom is dit plan er?", "deel", always, document_aanleiding},
    {"krachten-en-zorgen", "Wat gaat goed, en wat geeft zorgen?", "deel", always,
     document_krachten_en_zorgen},
    {"eerdere-hulp", "Welke hulp was er al?", "deel", has_eerdere_hulp, document_eerdere_hulp},
    {"analyse", "Hoe hangt alles samen?", "deel", has_analyse, document_analyse},
    {"resultaat", "Waar willen we naartoe?", "deel", has_resultaat, document_resultaat},
    {"doelen", "Wat gaan we doen?", "deel", always, document_doelen},
    {"veiligheidsplan", "Ons veiligheidsplan", "deel veiligheid", has_veiligheidsplan,
     document_veiligheidsplan},
    {"regie", "Wie heeft de regie, en wie bel je?", "deel", has_regie, document_regie},
    {"overleggen", "Wanneer spreken we elkaar?", "deel", has_overleggen, document_overleggen},
    {"beschikkingen", "Welke hulp is toegekend?", "deel", has_beschikkingen,
     document_beschikkingen},
    {"toestemming", "Wie mag wat zien?", "deel", has_toestemming, document_toestemming},
    {"afsluiting", "Hoe gaat het verder na dit plan?", "deel", has_afsluiting, document_afsluiting},
    {"akkoord", "Akkoord", "deel", always, document_akkoord},
    {"over-dit-plan", "Over dit plan", "deel", always, document_over_dit_plan},
};

enum { SECTION_COUNT = sizeof sections / sizeof *sections };

// ---- the cover ----

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

static void write_cover(struct document *document) {
    struct buffer *out = document->out;
    html_raw(out,
             "<div class=\"omslag\">\n<div class=\"omslag-kop\"><div class=\"document\">Plan ");
    html_text(out, document->plan->nummer.text);
    html_raw(out, " · stand van ");
    say_date(out, document->today);
    html_raw(out, "</div><div class=\"stempel\"><span>VERTROUWELIJK</span></div></div>\n"
                  "<h1>Ondersteuningsplan</h1>\n<div class=\"omslag-naam\">");
    html_isolated(out, document->plan->huishouden.naam.text);
    html_raw(out, "</div>\n");
    bool any = false;
    for (int i = 0; i < COVER_FACT_COUNT; i++)
        any = any || cover_facts[i].is_there(document);
    if (any)
        write_cover_facts(document);
    html_raw(out, "</div>\n");
}

// ---- the welcome ----

static void write_phone_of(struct document *document, struct persoon persoon) {
    const struct plan_plan *plan = document->plan;
    struct text phone = {NULL, 0};
    if (persoon.soort == PERSOON_LID)
        phone = plan->huishouden.leden.items[persoon.index].telefoon.text;
    else if (persoon.soort == PERSOON_NAASTE)
        phone = plan->netwerk.items[persoon.index].telefoon.text;
    else if (persoon.soort == PERSOON_PROFESSIONAL)
        phone = plan->professionals.items[persoon.index].telefoon.text;
    if (phone.length == 0)
        return;
    html_raw(document->out, " (");
    say_phone(document->out, phone);
    html_raw(document->out, ")");
}

static void write_welcome(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    html_raw(out, "<div class=\"welkom\">\n<p>Dit is het plan van <strong>");
    html_isolated(out, plan->huishouden.naam.text);
    html_raw(out,
             "</strong>. We maken het samen: wat goed gaat, waar we ons zorgen over maken, "
             "wat we willen bereiken en wie wat doet.</p>\n<p>Klopt er iets niet, of verandert "
             "er iets? Zeg het");
    if (plan->regie.procesregisseur.node) {
        html_raw(out, " tegen ");
        say_person(out, plan, plan->regie.procesregisseur.text);
        write_phone_of(document, plan_persoon(plan, plan->regie.procesregisseur.text));
    }
    html_raw(out, ". Dan passen we het plan aan.</p>\n</div>\n");
}

// For screens only: on paper the numbered pages do.
static void write_contents(struct document *document) {
    html_raw(document->out, "<div class=\"inhoud\"><p><strong>In dit plan</strong></p>\n<ul>\n");
    for (int i = 0; i < SECTION_COUNT; i++)
        if (sections[i].is_there(document->plan))
            buffer_format(document->out, "<li><a href=\"#%s\">%s</a></li>\n", sections[i].id,
                          sections[i].head);
    html_raw(document->out, "</ul></div>\n");
}

void document_plan(const struct plan_plan *plan, struct date today, enum document_form form,
                   struct buffer *out) {
    struct document document = {out, plan, today};
    html_raw(out, "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n"
                  "<title>Ondersteuningsplan · ");
    html_attribute(out, plan->huishouden.naam.text); // no markup in a title
    html_raw(out, "</title>\n");
    if (form == DOCUMENT_ALONE) {
        html_raw(out, "<style>\n");
        html_raw(out, asset_style);
        html_raw(out, "</style>\n");
    }
    html_raw(out, "</head>\n<body>\n");
    if (form == DOCUMENT_ALONE)
        html_raw(out, "<a class=\"springlink\" href=\"#inhoud\">Naar het plan</a>\n");
    html_raw(out, "<main class=\"blad\" id=\"inhoud\">\n");
    write_cover(&document);
    write_welcome(&document);
    if (form == DOCUMENT_ALONE)
        write_contents(&document);
    for (int i = 0; i < SECTION_COUNT; i++) {
        if (!sections[i].is_there(plan))
            continue;
        buffer_format(out, "<section class=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", sections[i].class,
                      sections[i].id, sections[i].head);
        sections[i].write(&document);
        html_raw(out, "</section>\n");
    }
    html_raw(out, "</main>\n</body>\n</html>\n");
}
