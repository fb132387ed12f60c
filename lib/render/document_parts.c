// SPDX-License-Identifier: EUPL-1.2
// Small shapes that the sections of the document share.
#include "lib/render/document_parts.h"

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

void document_leeg(struct document *document, const char *sentence) {
    // Of what was left out nobody may say that it is still to be written.
    if (document->partial)
        sentence = "Hierover staat in dit exemplaar niets.";
    buffer_format(document->out, "<p><span class=\"leeg\">%s</span></p>\n", sentence);
}

bool document_age(struct document *document, const struct plan_lid *lid) {
    struct buffer *out = document->out;
    if (date_known(lid->geboren.date)) {
        int years = date_age(lid->geboren.date, document->today);
        if (years < 0)
            return false;
        if (years == 0)
            html_raw(out, "nog geen jaar");
        else
            buffer_format(out, "%d jaar", years);
        return true;
    }
    if (!date_known(lid->uitgerekend.date))
        return false;
    html_raw(out, "wordt verwacht rond ");
    say_date(out, lid->uitgerekend.date);
    return true;
}
