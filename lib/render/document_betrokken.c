// SPDX-License-Identifier: EUPL-1.2
// Who takes part: the household, the people around it, the professionals.
#include "lib/base/words.h"
#include "lib/render/document_parts.h"

static const struct html_column columns[] = {{DN_("Naam"), 23, NULL},
                                             {DN_("Wie is dat?"), 23, NULL},
                                             {DN_("Goed om te weten"), 32, NULL},
                                             {DN_("Bereikbaar"), 22, "bereik"}};

enum { COLUMNS = 4 };

// Begins another line in a cell; `*any` says whether there is one already.
static void next_line(struct buffer *out, bool *any) {
    if (*any)
        html_raw(out, "<br>\n");
    *any = true;
}

// Ends a cell: a dash when nothing stands in it.
static void close_cell(struct html_table *table, bool any) {
    if (!any)
        html_raw(table->out, "–");
    html_cell_close(table);
}

static void write_reach(struct html_table *table, const struct plan_text *phone,
                        const struct plan_text *email) {
    bool any = false;
    html_cell_open(table);
    if (document_has(phone)) {
        next_line(table->out, &any);
        say_phone(table->out, phone->text);
    }
    if (document_has(email)) {
        next_line(table->out, &any);
        say_email(table->out, email->text);
    }
    close_cell(table, any);
}

static void write_name(struct html_table *table, const struct plan_text *name,
                       const struct plan_text *id) {
    html_cell_open(table);
    html_isolated(table->out, document_has(name) ? name->text : id->text);
    html_cell_close(table);
}

static void write_period(struct buffer *out, const struct plan_date *from,
                         const struct plan_date *until) {
    if (date_known(from->date)) {
        html_raw(out, D_(" vanaf "));
        say_date(out, from->date);
    }
    if (date_known(until->date)) {
        html_raw(out, D_(" tot "));
        say_date(out, until->date);
    }
}

// ---- the household ----

static void write_law(struct document *document, const struct plan_lid *lid, bool *any) {
    struct buffer *out = document->out;
    if (lid->gezag_over.count > 0) {
        next_line(out, any);
        html_raw(out, D_("Heeft gezag over "));
        say_persons(out, document->plan, &lid->gezag_over);
    }
    if (lid->vertegenwoordiger.node) {
        next_line(out, any);
        if (lid->vertegenwoordiger.soort.node)
            say_word(out, TYPE_VERTEGENWOORDIGERSOORT, &lid->vertegenwoordiger.soort);
        else
            html_raw(out, D_("Vertegenwoordiger"));
        html_raw(out, ": ");
        say_persons(out, document->plan, &lid->vertegenwoordiger.wie);
    }
    for (size_t i = 0; i < lid->maatregelen.count; i++) {
        const struct plan_maatregel *maatregel = &lid->maatregelen.items[i];
        next_line(out, any);
        say_word(out, TYPE_MAATREGELSOORT, &maatregel->soort);
        write_period(out, &maatregel->van, &maatregel->tot);
    }
    for (size_t i = 0; i < lid->kwetsbaar.count; i++) {
        next_line(out, any);
        say_word(out, TYPE_KWETSBAARHEID, &lid->kwetsbaar.items[i]);
    }
}

static void write_seen(struct document *document, const struct plan_lid *lid, bool *any) {
    struct buffer *out = document->out;
    const struct plan_verwijsindex *index = &lid->verwijsindex;
    bool spoken = date_known(lid->gesproken.date);
    if (spoken || date_known(lid->gezien.date)) {
        next_line(out, any);
        html_words(out, "<span class=\"bij\">", spoken ? D_("Gesproken op ") : D_("Gezien op "),
                   "");
        say_date(out, spoken ? lid->gesproken.date : lid->gezien.date);
        html_raw(out, "</span>");
    }
    if (date_known(index->datum.date)) {
        next_line(out, any);
        html_words(out, "<span class=\"bij\">", D_("Signaal in de Verwijsindex op "), "");
        say_date(out, index->datum.date);
        if (index->door.node) {
            html_raw(out, D_(", door "));
            say_person(out, document->plan, index->door.text);
        }
        html_raw(out, "</span>");
    } else if (document_has(&index->niet_nodig)) {
        next_line(out, any);
        html_words(out, "<span class=\"bij\">", D_("Geen signaal in de Verwijsindex: "), "");
        html_isolated(out, index->niet_nodig.text);
        html_raw(out, "</span>");
    }
}

static void write_member(struct document *document, struct html_table *table,
                         const struct plan_lid *lid) {
    struct buffer *out = document->out;
    html_row_open(table);
    write_name(table, &lid->naam, &lid->id);
    html_cell_open(table);
    bool any = document_has(&lid->rol);
    html_isolated(out, lid->rol.text);
    if (any && (date_known(lid->geboren.date) || date_known(lid->uitgerekend.date)))
        html_raw(out, ", ");
    any = document_age(document, lid) || any;
    if (date_known(lid->geboren.date)) {
        html_words(out, "<br><span class=\"bij\">", D_("geboren op "), "");
        say_date(out, lid->geboren.date);
        html_raw(out, "</span>");
    }
    close_cell(table, any);
    html_cell_open(table);
    any = false;
    if (document_has(&lid->woont)) {
        next_line(out, &any);
        html_raw(out, D_("Woont: "));
        html_isolated(out, lid->woont.text);
    }
    write_law(document, lid, &any);
    write_seen(document, lid, &any);
    close_cell(table, any);
    write_reach(table, &lid->telefoon, &lid->email);
    html_row_close(table);
}

static void write_household(struct document *document) {
    const struct plan_huishouden *huishouden = &document->plan->huishouden;
    struct html_table table;
    if (document_has(&huishouden->adres)) {
        html_words(document->out, "<p><span class=\"label\">", D_("Adres:"), "</span> ");
        html_isolated(document->out, huishouden->adres.text);
        html_raw(document->out, "</p>\n");
    }
    if (huishouden->leden.count == 0) {
        document_leeg(document, D_("Wie er in het huishouden zijn, schrijven we nog op."));
        return;
    }
    html_table_open(&table, document->out, "lijst", D_("Het huishouden"), columns, COLUMNS);
    for (size_t i = 0; i < huishouden->leden.count; i++)
        write_member(document, &table, &huishouden->leden.items[i]);
    html_table_close(&table);
}

// ---- the people around it ----

static void write_friend(struct document *document, struct html_table *table,
                         const struct plan_naaste *naaste) {
    struct buffer *out = document->out;
    html_row_open(table);
    write_name(table, &naaste->naam, &naaste->id);
    html_cell_open(table);
    html_isolated(out, naaste->relatie.text);
    close_cell(table, document_has(&naaste->relatie));
    html_cell_open(table);
    bool any = false;
    for (size_t i = 0; i < naaste->steun.count; i++) {
        next_line(out, &any);
        say_word(out, TYPE_STEUNSOORT, &naaste->steun.items[i]);
    }
    if (naaste->blijvend_betrokken.value == JA_NEE_JA) {
        next_line(out, &any);
        html_raw(out, D_("Blijft ook later betrokken"));
    }
    close_cell(table, any);
    write_reach(table, &naaste->telefoon, &naaste->email);
    html_row_close(table);
}

static void write_job(struct html_table *table, const struct plan_professional *professional) {
    bool any = false;
    html_cell_open(table);
    if (document_has(&professional->functie)) {
        next_line(table->out, &any);
        html_isolated(table->out, professional->functie.text);
    }
    if (document_has(&professional->organisatie)) {
        next_line(table->out, &any);
        html_isolated(table->out, professional->organisatie.text);
    }
    close_cell(table, any);
}

static void write_professional(struct document *document, struct html_table *table,
                               const struct plan_professional *professional) {
    struct buffer *out = document->out;
    html_row_open(table);
    write_name(table, &professional->naam, &professional->id);
    write_job(table, professional);
    html_cell_open(table);
    bool any = false;
    if (professional->voor.count > 0) {
        next_line(out, &any);
        html_raw(out, D_("Voor "));
        say_persons(out, document->plan, &professional->voor);
    }
    if (professional->leefgebieden.count > 0) {
        next_line(out, &any);
        html_raw(out, D_("Over "));
        say_words_within(out, TYPE_LEEFGEBIED, &professional->leefgebieden);
    }
    if (date_known(professional->van.date) || date_known(professional->tot.date)) {
        next_line(out, &any);
        html_raw(out, D_("Betrokken"));
        write_period(out, &professional->van, &professional->tot);
    }
    if (document_has(&professional->restvragen)) {
        next_line(out, &any);
        html_raw(out, D_("Daarna: "));
        html_isolated(out, professional->restvragen.text);
    }
    if (professional->blijvend_betrokken.value == JA_NEE_JA) {
        next_line(out, &any);
        html_raw(out, D_("Blijft ook later betrokken"));
    }
    close_cell(table, any);
    write_reach(table, &professional->telefoon, &professional->email);
    html_row_close(table);
}

void document_betrokken(struct document *document) {
    const struct plan_plan *plan = document->plan;
    struct html_table table;
    write_household(document);
    if (plan->netwerk.count > 0) {
        html_table_open(&table, document->out, "lijst", D_("Mensen om het huishouden heen"),
                        columns, COLUMNS);
        for (size_t i = 0; i < plan->netwerk.count; i++)
            write_friend(document, &table, &plan->netwerk.items[i]);
        html_table_close(&table);
    }
    if (plan->professionals.count > 0) {
        html_table_open(&table, document->out, "lijst", D_("Professionals"), columns, COLUMNS);
        for (size_t i = 0; i < plan->professionals.count; i++)
            write_professional(document, &table, &plan->professionals.items[i]);
        html_table_close(&table);
    }
}
