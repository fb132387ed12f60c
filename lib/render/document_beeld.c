// SPDX-License-Identifier: EUPL-1.2
// The pictures in the document with their words for who cannot see them: parts of life, time line.
#include "lib/base/words.h"
#include "lib/render/document_parts.h"
#include "lib/render/leefgebieden.h"
#include "lib/render/tijdlijn.h"

void document_picture(struct document *document, const struct buffer *svg,
                      const struct buffer *alternative) {
    struct buffer *out = document->out;
    html_raw(out, "<div class=\"beeld\"><p><img alt=\"");
    html_attribute(out, buffer_text(alternative));
    html_raw(out, "\"");
    document_svg(out, svg);
    html_raw(out, "</p></div>\n");
    out->failed = out->failed || alternative->failed;
}

// ---- parts of life ----

static void add_name(struct buffer *out, const struct leefgebied_telling *row) {
    if (row->woord)
        say_word_plain(out, TYPE_LEEFGEBIED, row->woord);
    else
        buffer_add_string(out, D_("niet genoemd"));
}

static void add_count(struct buffer *out, unsigned count, const char *words) {
    buffer_format(out, "%u %s", count, words);
}

static void describe_areas(const struct leefgebieden *gebieden, struct buffer *words) {
    buffer_add_string(words, D_("Krachten en zorgen per deel van het leven."));
    for (size_t i = 0; i < gebieden->count; i++) {
        const struct leefgebied_telling *row = &gebieden->rijen[i];
        buffer_add_char(words, ' ');
        add_name(words, row);
        buffer_add_string(words, ": ");
        add_count(words, row->krachten, DP_("kracht", "krachten", row->krachten));
        buffer_add_string(words, ", ");
        add_count(words, row->zorgen, DP_("zorg", "zorgen", row->zorgen));
        if (row->opgelost > 0)
            buffer_format(words, D_(", %u opgelost"), row->opgelost);
        buffer_add_char(words, '.');
    }
}

static void write_number(struct html_table *table, unsigned number) {
    html_cell_open(table);
    if (number > 0)
        buffer_format(table->out, "%u", number);
    else
        html_raw(table->out, "–");
    html_cell_close(table);
}

static void write_area_table(struct document *document, const struct leefgebieden *gebieden) {
    static const struct html_column columns[] = {{DN_("Deel van het leven"), 46, NULL},
                                                 {DN_("Goed"), 15, NULL},
                                                 {DN_("Zorg"), 15, NULL},
                                                 {DN_("Opgelost"), 24, NULL}};
    struct html_table table;
    html_table_open(&table, document->out, "lijst cijfers klein", NULL, columns, 4);
    for (size_t i = 0; i < gebieden->count; i++) {
        const struct leefgebied_telling *row = &gebieden->rijen[i];
        struct buffer name = {0};
        add_name(&name, row);
        html_row_open(&table);
        html_cell_open(&table);
        html_isolated(document->out, buffer_text(&name));
        html_cell_close(&table);
        write_number(&table, row->krachten);
        write_number(&table, row->zorgen);
        write_number(&table, row->opgelost);
        html_row_close(&table);
        document->out->failed = document->out->failed || name.failed;
        buffer_free(&name);
    }
    html_table_close(&table);
}

void document_leefgebieden(struct document *document) {
    struct leefgebieden gebieden;
    struct buffer svg = {0};
    struct buffer words = {0};
    if (!leefgebieden_read(document->plan, &gebieden))
        return;
    leefgebieden_draw(&gebieden, &svg);
    describe_areas(&gebieden, &words);
    html_raw(document->out, "<div class=\"naast balans\">\n<div class=\"cel breed\">\n");
    document_picture(document, &svg, &words);
    html_raw(document->out, "</div>\n<div class=\"tussen\"></div>\n<div class=\"cel smal\">\n");
    write_area_table(document, &gebieden);
    html_raw(document->out, "</div>\n</div>\n");
    buffer_free(&svg);
    buffer_free(&words);
}

// ---- the time line ----

static void add_date(struct buffer *words, const char *before, struct date date) {
    if (!date_known(date))
        return;
    buffer_add_string(words, before);
    say_date(words, date);
}

static void describe_goal(const struct tijdlijn *lijn, size_t which, struct buffer *words) {
    const struct plan_doel *doel = lijn->doelen[which];
    size_t counts[3] = {0};
    for (size_t i = 0; i < doel->acties.count; i++)
        if (doel->acties.items[i].status.value != ACTIESTATUS_VERVALLEN)
            counts[tijdlijn_stand(&doel->acties.items[i], lijn->today)]++;
    buffer_format(words, D_(" Doel %u"), lijn->nummers[which]);
    add_date(words, D_(", afgesproken op "), doel->afgesproken.date);
    add_date(words, D_(", we kijken terug op "), doel->evaluatie.date);
    buffer_format(words, D_(": %zu nog doen, %zu gedaan, %zu met de datum voorbij."),
                  counts[STAND_NOG_DOEN], counts[STAND_GEDAAN], counts[STAND_VOORBIJ]);
}

bool document_tijdlijn(struct document *document) {
    struct tijdlijn lijn;
    struct buffer svg = {0};
    struct buffer words = {0};
    if (!tijdlijn_read(document->plan, document->today, &lijn))
        return false;
    tijdlijn_draw(&lijn, &svg);
    buffer_add_string(&words, D_("Tijdlijn van de doelen en acties, van "));
    say_date(&words, lijn.first);
    buffer_add_string(&words, D_(" tot "));
    say_date(&words, lijn.last);
    buffer_add_string(&words, D_(", met een streep bij vandaag."));
    for (size_t i = 0; i < lijn.count; i++)
        describe_goal(&lijn, i, &words);
    document_picture(document, &svg, &words);
    if (lijn.dropped > 0) {
        html_raw(document->out, "<p>");
        buffer_format(document->out,
                      D_("In de tekening passen %zu doelen. Alle doelen staan in dit plan."),
                      lijn.count);
        html_raw(document->out, "</p>\n");
    }
    buffer_free(&svg);
    buffer_free(&words);
    return true;
}
