// SPDX-License-Identifier: EUPL-1.2
// The network on one page: the map, and everybody in a table beside it (WP fase 3a).
#include "lib/base/words.h"
#include "lib/render/document_parts.h"
#include "lib/render/graphviz.h"
#include "lib/render/part_writers.h"

static const struct html_column columns[] = {{DN_("Naam"), 27, NULL},
                                             {DN_("Wie is dat?"), 27, NULL},
                                             {DN_("Waarbij?"), 22, NULL},
                                             {DN_("Bereikbaar"), 24, "bereik"}};

enum { COLUMNS = 4 };

static void separate(struct buffer *out, bool *any) {
    html_raw(out, *any ? "<br>" : "");
    *any = true;
}

static void write_reach(struct html_table *table, const struct plan_text *phone,
                        const struct plan_text *email) {
    bool any = false;
    html_cell_open(table);
    if (document_has(phone)) {
        separate(table->out, &any);
        say_phone(table->out, phone->text);
    }
    if (document_has(email)) {
        separate(table->out, &any);
        say_email(table->out, email->text);
    }
    html_raw(table->out, any ? "" : "–");
    html_cell_close(table);
}

// The number is that of the map, for the names that the map cannot show.
static void open_row(struct html_table *table, unsigned number, const struct plan_text *name,
                     const struct plan_text *id) {
    html_row_open(table);
    html_cell_open(table);
    buffer_format(table->out, "<span class=\"nummer\">%u</span> ", number);
    html_isolated(table->out, document_has(name) ? name->text : id->text);
    html_cell_close(table);
}

static void write_work(struct buffer *out, int type, const struct plan_words *words,
                       const struct plan_word *stays) {
    say_words_within(out, type, words);
    if (stays->value == JA_NEE_JA)
        html_words(out, words->count > 0 ? "<br><span class=\"bij\">" : "<span class=\"bij\">",
                   D_("blijft ook later"), "</span>");
    else if (words->count == 0)
        html_raw(out, "–");
}

static unsigned write_friends(struct document *document) {
    const struct plan_naaste_list *list = &document->plan->netwerk;
    struct html_table table;
    if (list->count == 0 && document->partial) {
        document_leeg(document, "");
        return 0;
    }
    if (list->count == 0) {
        html_words(document->out, "<p>",
                   D_("Er staat nog niemand uit de eigen kring in het plan. Wie vindt het "
                      "belangrijk dat het goed gaat? Denk aan familie, vrienden, buren, iemand van "
                      "school, werk, sport of geloof."),
                   "</p>\n");
        return 0;
    }
    html_table_open(&table, document->out, "lijst", D_("Familie, vrienden en buren"), columns,
                    COLUMNS);
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_naaste *naaste = &list->items[i];
        open_row(&table, (unsigned)i + 1, &naaste->naam, &naaste->id);
        html_cell_open(&table);
        html_isolated(document->out, text_trim(naaste->relatie.text));
        html_cell_close(&table);
        html_cell_open(&table);
        write_work(document->out, TYPE_STEUNSOORT, &naaste->steun, &naaste->blijvend_betrokken);
        html_cell_close(&table);
        write_reach(&table, &naaste->telefoon, &naaste->email);
        html_row_close(&table);
    }
    html_table_close(&table);
    return (unsigned)list->count;
}

static void write_professional(struct document *document, struct html_table *table,
                               const struct plan_professional *worker, unsigned number) {
    struct buffer *out = document->out;
    open_row(table, number, &worker->naam, &worker->id);
    html_cell_open(table);
    html_isolated(out, text_trim(worker->functie.text));
    if (document_has(&worker->organisatie)) {
        html_raw(out, document_has(&worker->functie) ? "<br><span class=\"bij\">"
                                                     : "<span class=\"bij\">");
        html_isolated(out, text_trim(worker->organisatie.text));
        html_raw(out, "</span>");
    }
    html_cell_close(table);
    html_cell_open(table);
    write_work(out, TYPE_LEEFGEBIED, &worker->leefgebieden, &worker->blijvend_betrokken);
    html_cell_close(table);
    write_reach(table, &worker->telefoon, &worker->email);
    html_row_close(table);
}

static void write_professionals(struct document *document, unsigned number) {
    const struct plan_professional_list *list = &document->plan->professionals;
    struct html_table table;
    bool open = false;
    for (size_t i = 0; i < list->count; i++) {
        if (!netwerkkaart_holds(&list->items[i], document->today))
            continue;
        if (!open)
            html_table_open(&table, document->out, "lijst", D_("Professionals"), columns, COLUMNS);
        open = true;
        write_professional(document, &table, &list->items[i], ++number);
    }
    if (open)
        html_table_close(&table);
}

// What the map shows, for who cannot see it.
static void write_alternative(struct document *document, const struct netwerkkaart *kaart) {
    struct buffer *out = document->out;
    html_raw(out, D_("Tekening van het netwerk. In het midden: "));
    html_attribute(out, kaart->naam);
    if (kaart->count > 0 || !document->partial)
        html_raw(out, kaart->count > 0 ? D_(". Eromheen: ") : D_(". Er staat nog niemand omheen"));
    for (size_t i = 0; i < kaart->count; i++) {
        const struct netwerkpunt *punt = &kaart->punten[i];
        html_raw(out, i > 0 ? "; " : "");
        html_attribute(out, punt->naam);
        for (size_t k = 0; k < punt->steun->count; k++) {
            struct buffer word = {0};
            html_raw(out, k == 0 ? ": " : say_between(k, punt->steun->count));
            say_word_plain(&word, punt->type, &punt->steun->items[k]);
            html_attribute(out, buffer_text(&word));
            out->failed = out->failed || word.failed;
            buffer_free(&word);
        }
    }
    html_raw(out, document->partial ? "." : D_(". De tabel hieronder noemt iedereen."));
}

int part_netwerk(struct document *document, struct trouble *trouble) {
    struct buffer *out = document->out;
    struct netwerkkaart kaart;
    struct buffer svg = {0};
    if (!netwerkkaart_read(document->plan, document->today, &kaart))
        return trouble_tell(trouble, 0,
                            N_("names nobody, in the household or around it; there is no network "
                               "to show"),
                            NULL);
    if (!graphviz_place(document->graphviz, &kaart))
        netwerkkaart_ring(&kaart);
    netwerkkaart_draw(&kaart, &svg);
    document_kop(document, true, 1);
    html_raw(out, kaart.compact ? "<section class=\"netwerk krap\">\n"
                                : "<section class=\"netwerk\">\n");
    html_words(out, "<h2 id=\"netwerk\">", D_("Wie staan er om ons heen?"),
               "</h2>\n<div class=\"beeld\"><p><img alt=\"");
    write_alternative(document, &kaart);
    buffer_add_char(out, '"');
    document_svg(out, &svg);
    html_raw(out, "</p></div>\n");
    buffer_free(&svg);
    if (kaart.dropped > 0) {
        html_raw(out, "<p>");
        buffer_format(out, D_("In de tekening passen er %d. De tabel noemt iedereen."),
                      NETWERKKAART_MOST);
        html_raw(out, "</p>\n");
    }
    write_professionals(document, write_friends(document));
    html_raw(out, "</section>\n");
    return 0;
}
