// SPDX-License-Identifier: EUPL-1.2
// Who may see what: the consents, those that are alike told in one row.
#include "lib/base/words.h"
#include "lib/method/lid.h"
#include "lib/render/document_parts.h"

static void write_consent_time(struct document *document, const struct plan_toestemming *consent) {
    struct buffer *out = document->out;
    if (date_known(consent->ingetrokken.date)) {
        html_words(out, "<span class=\"stand vervallen\">", D_("ingetrokken"), "</span>");
        html_raw(out, D_(" op "));
        say_date(out, consent->ingetrokken.date);
        return;
    }
    if (date_known(consent->datum.date)) {
        html_raw(out, D_("vanaf "));
        say_date(out, consent->datum.date);
    }
    if (!date_known(consent->tot.date))
        return;
    html_raw(out, D_(" tot "));
    say_date(out, consent->tot.date);
    if (date_compare(consent->tot.date, document->today) < 0)
        html_words(out, "<br><span class=\"stand vervallen\">", D_("geldt niet meer"), "</span>");
}

static bool same_date(struct date a, struct date b) {
    return date_known(a) == date_known(b) && (!date_known(a) || date_compare(a, b) == 0);
}

// Whether two people gave the same consent, so that one row tells both.
static bool same_consent(const struct plan_toestemming *a, const struct plan_toestemming *b) {
    if (a->onderdelen.count != b->onderdelen.count)
        return false;
    for (size_t i = 0; i < a->onderdelen.count; i++)
        if (a->onderdelen.items[i].value != b->onderdelen.items[i].value ||
            a->onderdelen.items[i].value < 0)
            return false;
    return text_equal(a->voor.text, b->voor.text) &&
           text_equal(a->grondslag.text, b->grondslag.text) && ids_same(&a->over, &b->over) &&
           same_date(a->datum.date, b->datum.date) && same_date(a->tot.date, b->tot.date) &&
           same_date(a->ingetrokken.date, b->ingetrokken.date);
}

// One row for `count` consents that differ only in who gave them.
static void write_consent(struct document *document, struct html_table *table,
                          const struct plan_toestemming *consent, size_t count) {
    struct buffer *out = document->out;
    html_row_open(table);
    html_cell_open(table);
    for (size_t i = 0; i < count; i++) {
        html_raw(out, say_between(i, count));
        say_person(out, document->plan, consent[i].door.text);
    }
    html_cell_close(table);
    html_cell_open(table);
    say_person(out, document->plan, consent->voor.text);
    html_cell_close(table);
    html_cell_open(table);
    say_words_within(out, TYPE_ONDERDEEL, &consent->onderdelen);
    if (consent->over.count > 0) {
        html_words(out, "<br><span class=\"bij\">", D_("over "), "");
        say_persons(out, document->plan, &consent->over);
        html_raw(out, "</span>");
    }
    if (document_has(&consent->grondslag)) {
        html_raw(out, "<br><span class=\"bij\">");
        html_isolated(out, consent->grondslag.text);
        html_raw(out, "</span>");
    }
    html_cell_close(table);
    html_cell_open(table);
    write_consent_time(document, consent);
    html_cell_close(table);
    html_row_close(table);
}

void document_toestemming(struct document *document) {
    static const struct html_column columns[] = {{DN_("Wie vindt het goed?"), 23, NULL},
                                                 {DN_("Wie mag het zien?"), 23, NULL},
                                                 {DN_("Welk deel?"), 30, NULL},
                                                 {DN_("Wanneer?"), 24, NULL}};
    const struct plan_toestemming_list *list = &document->plan->toestemming;
    struct html_table table;
    html_words(document->out, "<p>",
               D_("Toestemming geef je zelf. Je mag haar altijd weer intrekken."), "</p>\n");
    html_table_open(&table, document->out, "lijst", NULL, columns, 4);
    for (size_t i = 0; i < list->count;) {
        size_t same = 1;
        while (i + same < list->count && same_consent(&list->items[i], &list->items[i + same]))
            same++;
        write_consent(document, &table, &list->items[i], same);
        i += same;
    }
    html_table_close(&table);
}
