// SPDX-License-Identifier: EUPL-1.2
// Small shapes that the sections of the document share.
#include "lib/render/document_parts.h"
#include "lib/base/words.h"

enum { FACT_HEAD_WIDTH = 27 };

static const struct html_column fact_columns[] = {{NULL, FACT_HEAD_WIDTH, NULL},
                                                  {NULL, 100 - FACT_HEAD_WIDTH, NULL}};

void facts_open(struct html_table *table, struct buffer *out) {
    html_table_open(table, out, "gegevens", NULL, fact_columns, 2);
}

void fact_open(struct html_table *table, const char *head) {
    html_row_open(table);
    html_cell_open(table);
    html_raw(table->out, head);
    html_cell_close(table);
    html_cell_open(table);
}

void fact_close(struct html_table *table) {
    html_cell_close(table);
    html_row_close(table);
}

void fact_text(struct html_table *table, const char *head, const struct plan_text *text) {
    if (!document_has(text))
        return;
    fact_open(table, head);
    html_paragraphs(table->out, text->text);
    fact_close(table);
}

void fact_date(struct html_table *table, const char *head, const struct plan_date *date) {
    if (!date_known(date->date))
        return;
    fact_open(table, head);
    say_date(table->out, date->date);
    fact_close(table);
}

bool document_has(const struct plan_text *text) {
    return text->node && text_trim(text->text).length > 0;
}

void document_svg(struct buffer *out, const struct buffer *svg) {
    html_raw(out, " src=\"data:image/svg+xml;base64,");
    html_base64(out, buffer_text(svg));
    html_raw(out, "\">");
    out->failed = out->failed || svg->failed;
}

struct text document_phone(const struct plan_plan *plan, struct text id) {
    struct persoon persoon = plan_persoon(plan, id);
    switch (persoon.soort) {
    case PERSOON_LID:
        return text_trim(plan->huishouden.leden.items[persoon.index].telefoon.text);
    case PERSOON_NAASTE:
        return text_trim(plan->netwerk.items[persoon.index].telefoon.text);
    case PERSOON_PROFESSIONAL:
        return text_trim(plan->professionals.items[persoon.index].telefoon.text);
    default:
        return (struct text){NULL, 0};
    }
}

void document_contact(struct document *document, struct text id) {
    struct text phone = document_phone(document->plan, id);
    say_person(document->out, document->plan, id);
    if (phone.length == 0)
        return;
    html_raw(document->out, " (");
    say_phone(document->out, phone);
    html_raw(document->out, ")");
}

void document_person_and_role(struct document *document, struct text id) {
    const struct plan_plan *plan = document->plan;
    struct persoon persoon = plan_persoon(plan, id);
    const struct plan_text *role =
        persoon.soort == PERSOON_LID            ? &plan->huishouden.leden.items[persoon.index].rol
        : persoon.soort == PERSOON_NAASTE       ? &plan->netwerk.items[persoon.index].relatie
        : persoon.soort == PERSOON_PROFESSIONAL ? &plan->professionals.items[persoon.index].functie
                                                : NULL;
    say_person(document->out, plan, id);
    if (!role || !document_has(role))
        return;
    html_raw(document->out, " <span class=\"bij\">(");
    html_isolated(document->out, text_trim(role->text));
    html_raw(document->out, ")</span>");
}

static void fact_line(struct html_table *table, const char *head) {
    fact_open(table, head);
    html_raw(table->out, "<span class=\"invul\">………………………………………………</span>");
    fact_close(table);
}

static void fact_person(struct document *document, struct html_table *table, const char *head,
                        const struct plan_text *id) {
    if (!id->node)
        return;
    fact_open(table, head);
    say_person(document->out, document->plan, id->text);
    fact_close(table);
}

void document_meeting_facts(struct document *document, struct html_table *table,
                            const struct volgend_overleg *next) {
    struct buffer *out = document->out;
    const struct plan_overleg *overleg = next->overleg;
    if (date_known(next->datum)) {
        fact_open(table, D_("Wanneer"));
        html_raw(out, "<strong>");
        say_weekday(out, next->datum);
        buffer_add_char(out, ' ');
        document_meeting_moment(document, next);
        html_raw(out, "</strong>");
        fact_close(table);
    } else {
        fact_line(table, D_("Wanneer"));
    }
    if (!overleg || !overleg->tijd.node)
        fact_line(table, date_known(next->datum) ? D_("Hoe laat") : D_("Tijd"));
    if (overleg && document_has(&overleg->plaats))
        fact_text(table, D_("Waar"), &overleg->plaats);
    else
        fact_line(table, D_("Waar"));
    if (!overleg)
        return;
    fact_person(document, table, D_("Wie leidt het gesprek?"), &overleg->voorzitter);
    fact_person(document, table, D_("Wie schrijft mee?"), &overleg->notulist);
}

void document_leeg(struct document *document, const char *sentence) {
    // Of what was left out nobody may say that it is still to be written.
    if (document->partial)
        sentence = D_("Hierover staat in dit exemplaar niets.");
    buffer_format(document->out, "<p><span class=\"leeg\">%s</span></p>\n", sentence);
}

bool document_age(struct document *document, const struct plan_lid *lid) {
    struct buffer *out = document->out;
    if (date_known(lid->geboren.date)) {
        int years = date_age(lid->geboren.date, document->today);
        if (years < 0)
            return false;
        if (years == 0)
            html_raw(out, D_("nog geen jaar"));
        else
            buffer_format(out, D_("%d jaar"), years);
        return true;
    }
    if (!date_known(lid->uitgerekend.date))
        return false;
    html_raw(out, D_("wordt verwacht rond "));
    say_date(out, lid->uitgerekend.date);
    return true;
}
