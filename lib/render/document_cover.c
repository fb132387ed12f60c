// SPDX-License-Identifier: EUPL-1.2
// The cover of a document: whose it is, how old, and what to know first.
#include "lib/base/words.h"
#include "lib/method/phase.h"
#include "lib/render/document_parts.h"
#include "lib/render/look.h"
#include "lib/render/part.h"

void document_meeting_moment(struct document *document, const struct volgend_overleg *next) {
    say_date(document->out, next->datum);
    if (!next->overleg || !next->overleg->tijd.node)
        return;
    html_raw(document->out, D_(" om "));
    html_text(document->out, next->overleg->tijd.text);
    html_raw(document->out, D_(" uur"));
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
    return date_known(overleg_volgend(document->plan, document->today).datum);
}

static void write_next(struct document *document) {
    struct volgend_overleg next = overleg_volgend(document->plan, document->today);
    document_meeting_moment(document, &next);
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
    buffer_format(document->out, D_("Fase %s: %s"), phase->number, D_(phase->name[LANGUAGE_DUTCH]));
}

static const struct cover_fact {
    const char *head;
    bool (*is_there)(const struct document *document);
    void (*write)(struct document *document);
} cover_facts[] = {
    {DN_("Vastgesteld"), has_vastgesteld, write_vastgesteld},
    {DN_("Opgesteld"), has_opgesteld, write_opgesteld},
    {DN_("Het volgende overleg"), has_next, write_next},
    {DN_("Regie"), has_procesregisseur, write_procesregisseur},
    {DN_("Waar zijn we nu?"), has_phase, write_phase},
};

enum { COVER_FACT_COUNT = sizeof cover_facts / sizeof *cover_facts };

static void write_cover_facts(struct document *document) {
    html_raw(document->out, "<table class=\"feiten\"><thead><tr>");
    for (int i = 0; i < COVER_FACT_COUNT; i++)
        if (cover_facts[i].is_there(document))
            buffer_format(document->out, "<th scope=\"col\">%s</th>", D_(cover_facts[i].head));
    html_raw(document->out, "</tr></thead>\n<tbody><tr>");
    for (int i = 0; i < COVER_FACT_COUNT; i++) {
        if (!cover_facts[i].is_there(document))
            continue;
        buffer_format(document->out, "<td data-kop=\"%s\">", D_(cover_facts[i].head));
        cover_facts[i].write(document);
        html_raw(document->out, "</td>");
    }
    html_raw(document->out, "</tr></tbody></table>\n");
}

static bool has_facts(const struct document *document) {
    for (int i = 0; i < COVER_FACT_COUNT; i++)
        if (cover_facts[i].is_there(document))
            return true;
    return false;
}

// It stands by itself, above the cover: it may be of any colour.
void document_logo(struct document *document) {
    const struct look *look = document->look;
    if (!look || look->logo.length == 0)
        return;
    html_raw(document->out, "<div class=\"logo\"><p><img alt=\"");
    html_attribute(document->out, look->afzender);
    html_raw(document->out, "\" src=\"");
    buffer_add(document->out, look->logo);
    html_raw(document->out, "\"></p></div>\n");
}

static bool has_sender(const struct document *document) {
    return document->look && document->look->afzender.length > 0;
}

static void write_state(struct document *document) {
    html_raw(document->out, D_("Plan"));
    if (document_has(&document->plan->nummer)) { // it may have been left out
        html_raw(document->out, " ");
        html_text(document->out, document->plan->nummer.text);
    }
    html_raw(document->out, D_(" · stand van "));
    say_date(document->out, document->today);
}

void document_plain_head(struct document *document, bool with_household) {
    struct buffer *out = document->out;
    bool named = with_household && document_has(&document->plan->huishouden.naam);
    buffer_format(out, "<h1>%s%s", D_(document->part->title), named ? " · " : "");
    if (named)
        html_isolated(out, document->plan->huishouden.naam.text);
    html_raw(out, "</h1>\n");
    document_logo(document);
    html_raw(out, "<p>");
    if (has_sender(document)) {
        html_isolated(out, document->look->afzender);
        html_raw(out, " · ");
    }
    if (with_household) {
        write_state(document);
        html_raw(out, " · ");
    }
    html_words(out, "<strong>", D_("VERTROUWELIJK"), "</strong></p>\n");
}

void document_cover(struct document *document) {
    struct buffer *out = document->out;
    if (document->form == DOCUMENT_TO_EDIT) {
        document_plain_head(document, true);
        if (has_facts(document))
            write_cover_facts(document);
        return;
    }
    document_logo(document);
    html_raw(out, "<div class=\"omslag\">\n<div class=\"omslag-kop\"><div class=\"afzender\">");
    if (has_sender(document)) {
        html_raw(out, "<strong>");
        html_isolated(out, document->look->afzender);
        html_raw(out, "</strong><br>");
    }
    html_raw(out, "<span class=\"document\">");
    write_state(document);
    html_words(out, "</span></div><div class=\"stempel\"><span>", D_("VERTROUWELIJK"),
               "</span></div></div>\n<h1>");
    html_raw(out, D_(document->part->title));
    html_raw(out, "</h1>\n<div class=\"omslag-naam\">");
    html_isolated(out, document->plan->huishouden.naam.text);
    html_raw(out, "</div>\n");
    if (has_facts(document))
        write_cover_facts(document);
    html_raw(out, "</div>\n");
}

// The title, and with the household how old it is.
static void write_kop_state(struct document *document, bool with_household) {
    html_raw(document->out, D_(document->part->title));
    if (!with_household)
        return;
    html_raw(document->out, D_(" · plan "));
    html_text(document->out, document->plan->nummer.text);
    html_raw(document->out, D_(" · stand van "));
    say_date(document->out, document->today);
}

void document_kop(struct document *document, bool with_household, int level) {
    struct buffer *out = document->out;
    if (document->form == DOCUMENT_TO_EDIT) {
        if (level == 1)
            document_plain_head(document, with_household);
        else
            buffer_format(out, "<h%d>%s</h%d>\n", level, D_(document->part->title), level);
        return;
    }
    if (level == 1)
        document_logo(document);
    html_raw(out, level == 1 ? "<div class=\"kop\">\n" : "<div class=\"kop kop-tweede\">\n");
    html_raw(out, "<div class=\"omslag-kop\"><div class=\"afzender\">");
    if (has_sender(document)) {
        html_raw(out, "<strong>");
        html_isolated(out, document->look->afzender);
        html_raw(out, "</strong><br>");
    }
    html_raw(out, "<span class=\"document\">");
    write_kop_state(document, with_household);
    html_words(out, "</span></div><div class=\"stempel\"><span>", D_("VERTROUWELIJK"),
               "</span></div></div>\n");
    buffer_format(out, "<h%d class=\"kop-titel\">%s</h%d>\n", level, D_(document->part->title),
                  level);
    if (with_household) {
        html_raw(out, "<div class=\"omslag-naam\">");
        html_isolated(out, document->plan->huishouden.naam.text);
        html_raw(out, "</div>\n");
    }
    html_raw(out, "</div>\n");
}
