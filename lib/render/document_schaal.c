// SPDX-License-Identifier: EUPL-1.2
// The safety scale in the document: the picture, the figures in a table, what was said with them.
#include "lib/base/words.h"
#include "lib/render/document_parts.h"
#include "lib/render/picture.h"

// So many days fit as columns; with more, each figure gets a row.
enum { MOST_DAY_COLUMNS = 5, NAME_WIDTH = 35 };

static void write_name(struct document *document, struct text id) {
    struct persoon persoon = plan_persoon(document->plan, id);
    html_attribute(document->out, persoon.naam.length > 0 ? persoon.naam : id);
}

// What the picture shows, for who cannot see it.
static void write_alternative(struct document *document, const struct picture_scale *scale) {
    struct buffer *out = document->out;
    html_raw(out, D_("Lijnen van de cijfers voor veiligheid"));
    if (scale->day_count > 1) {
        html_raw(out, D_(" van "));
        say_date(out, scale->days[0]);
        html_raw(out, D_(" tot "));
    } else {
        html_raw(out, D_(" op "));
    }
    say_date(out, scale->days[scale->day_count - 1]);
    html_raw(out, D_(". Het laatste cijfer: "));
    for (size_t i = 0; i < scale->people_count; i++) {
        int halves = picture_scale_last(scale, i);
        html_raw(out, say_between(i, scale->people_count));
        write_name(document, scale->people[i]);
        buffer_add_char(out, ' ');
        if (halves != PICTURE_NO_FIGURE)
            say_figure(out, halves / 2.0);
    }
    html_raw(out, D_(". De tabel hieronder noemt alle cijfers."));
}

static void write_picture(struct document *document, const struct picture_scale *scale) {
    struct buffer svg = {0};
    picture_scale_draw(scale, document->plan, &svg);
    html_raw(document->out, "<div class=\"beeld\"><p><img alt=\"");
    write_alternative(document, scale);
    html_raw(document->out, "\"");
    document_svg(document->out, &svg);
    html_raw(document->out, "</p></div>\n");
    buffer_free(&svg);
}

static void write_person(struct document *document, size_t person, struct text id) {
    struct buffer svg = {0};
    picture_symbol_draw(person, &svg);
    buffer_format(document->out, "<img alt=\"%s\"", picture_symbol_name(person));
    document_svg(document->out, &svg);
    buffer_add_char(document->out, ' ');
    say_person(document->out, document->plan, id);
    buffer_free(&svg);
}

// A row a person, a column a day.
static void write_by_day(struct document *document, const struct picture_scale *scale) {
    struct html_column columns[MOST_DAY_COLUMNS + 1] = {
        {DN_("Wie geeft het cijfer?"), NAME_WIDTH, NULL}};
    struct buffer heads[MOST_DAY_COLUMNS] = {{0}};
    struct html_table table;
    for (size_t day = 0; day < scale->day_count; day++) {
        say_short_date(&heads[day], scale->days[day]);
        buffer_add_char(&heads[day], '\0');
        document->out->failed = document->out->failed || heads[day].failed;
        columns[day + 1] = (struct html_column){heads[day].failed ? "" : heads[day].bytes,
                                                (100 - NAME_WIDTH) / (int)scale->day_count, NULL};
    }
    html_table_open(&table, document->out, "lijst cijfers", D_("De cijfers"), columns,
                    (int)scale->day_count + 1);
    for (size_t person = 0; person < scale->people_count; person++) {
        html_row_open(&table);
        html_cell_open(&table);
        write_person(document, person, scale->people[person]);
        html_cell_close(&table);
        for (size_t day = 0; day < scale->day_count; day++) {
            html_cell_open(&table);
            if (scale->halves[person][day] == PICTURE_NO_FIGURE)
                html_raw(document->out, "–");
            else
                say_figure(document->out, scale->halves[person][day] / 2.0);
            html_cell_close(&table);
        }
        html_row_close(&table);
    }
    html_table_close(&table);
    for (size_t day = 0; day < scale->day_count; day++)
        buffer_free(&heads[day]);
}

// A row a figure, in the order of the plan. The people of the picture keep their marks.
static void write_by_figure(struct document *document, const struct picture_scale *scale,
                            bool drawn) {
    static const struct html_column columns[] = {{DN_("Wanneer"), 25, NULL},
                                                 {DN_("Wie"), 37, NULL},
                                                 {DN_("Cijfer"), 10, NULL},
                                                 {DN_("Toelichting"), 28, NULL}};
    const struct plan_schaalcijfer_list *list = &document->plan->veiligheidsplan.schaal;
    struct buffer *out = document->out;
    struct html_table table;
    html_table_open(&table, out, "lijst metingen", D_("De cijfers"), columns, 4);
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_schaalcijfer *figure = &list->items[i];
        size_t person = 0;
        while (drawn && person < scale->people_count && figure->wie.count > 0 &&
               !text_equal(scale->people[person], figure->wie.items[0].text))
            person++;
        html_row_open(&table);
        html_cell_open(&table);
        say_date(out, figure->datum.date);
        html_cell_close(&table);
        html_cell_open(&table);
        if (drawn && figure->wie.count == 1 && person < scale->people_count)
            write_person(document, person, scale->people[person]);
        else
            say_persons(out, document->plan, &figure->wie);
        html_cell_close(&table);
        html_cell_open(&table);
        if (figure->cijfer.node)
            say_figure(out, figure->cijfer.value);
        html_cell_close(&table);
        html_cell_open(&table);
        html_isolated(out, text_trim(figure->toelichting.text));
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
}

static void write_remarks(struct document *document) {
    const struct plan_schaalcijfer_list *list = &document->plan->veiligheidsplan.schaal;
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_schaalcijfer *figure = &list->items[i];
        if (!document_has(&figure->toelichting))
            continue;
        if (!any)
            html_words(out, "<h3>", D_("Wat zeiden we bij het cijfer?"), "</h3>\n<ul>\n");
        html_raw(out, "<li>");
        any = true;
        say_persons(out, document->plan, &figure->wie);
        if (date_known(figure->datum.date)) {
            html_raw(out, ", ");
            say_date(out, figure->datum.date);
        }
        if (figure->cijfer.node) {
            html_raw(out, " (");
            say_figure(out, figure->cijfer.value);
            html_raw(out, ")");
        }
        html_raw(out, ": ");
        html_isolated(out, text_trim(figure->toelichting.text));
        html_raw(out, "</li>\n");
    }
    if (any)
        html_raw(out, "</ul>\n");
}

void document_schaal(struct document *document) {
    const struct plan_schaalcijfer_list *list = &document->plan->veiligheidsplan.schaal;
    struct picture_scale scale;
    if (list->count == 0)
        return;
    bool drawn = picture_scale_read(list, &scale);
    html_words(document->out, "<div class=\"samen\">\n<h3 id=\"schaal\">",
               D_("Hoe veilig is het nu?"), "");
    html_words(document->out, "</h3>\n<p>",
               D_("Bij elk overleg geven we een cijfer. 0 betekent: het is heel erg onveilig of "
                  "levensgevaarlijk. 10 betekent: het is zo veilig dat we kunnen stoppen."),
               "</p>\n");
    if (drawn)
        write_picture(document, &scale);
    html_raw(document->out, "</div>\n");
    if (drawn && !scale.days_dropped && scale.day_count <= MOST_DAY_COLUMNS) {
        write_by_day(document, &scale);
        write_remarks(document);
    } else {
        write_by_figure(document, &scale, drawn);
    }
}
