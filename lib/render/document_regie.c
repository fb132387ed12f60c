// SPDX-License-Identifier: EUPL-1.2
// Who holds the plan together, when we meet, which help was granted.
#include "lib/base/words.h"
#include "lib/render/document_parts.h"

// ---- direction ----

// A person with where they work and how to reach them.
static void write_reachable(struct document *document, struct text id) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    struct persoon persoon = plan_persoon(plan, id);
    struct plan_text phone = {NULL, {NULL, 0}};
    struct plan_text email = phone;
    say_person(out, plan, id);
    if (persoon.soort == PERSOON_PROFESSIONAL) {
        const struct plan_professional *professional = &plan->professionals.items[persoon.index];
        phone = professional->telefoon;
        email = professional->email;
        if (document_has(&professional->organisatie)) {
            html_raw(out, ", ");
            html_isolated(out, professional->organisatie.text);
        }
    } else if (persoon.soort == PERSOON_NAASTE) {
        phone = plan->netwerk.items[persoon.index].telefoon;
        email = plan->netwerk.items[persoon.index].email;
    } else if (persoon.soort == PERSOON_LID) {
        phone = plan->huishouden.leden.items[persoon.index].telefoon;
        email = plan->huishouden.leden.items[persoon.index].email;
    }
    if (document_has(&phone)) {
        html_raw(out, " · ");
        say_phone(out, phone.text);
    }
    if (document_has(&email)) {
        html_raw(out, " · ");
        say_email(out, email.text);
    }
}

static void write_leaders(struct document *document, struct html_table *table) {
    struct buffer *out = document->out;
    const struct plan_regie *regie = &document->plan->regie;
    if (regie->procesregisseur.node) {
        fact_open(table, D_("Procesregisseur"));
        write_reachable(document, regie->procesregisseur.text);
        html_words(out, "<br><span class=\"bij\">", D_("Houdt het hele plan bij elkaar."), "");
        if (date_known(regie->gekozen.date)) {
            html_raw(out, D_(" Gekozen op "));
            say_date(out, regie->gekozen.date);
            html_raw(out, ".");
        }
        html_raw(out, "</span>");
        fact_close(table);
    }
    if (regie->voorkeur_klant.node) {
        fact_open(table, D_("Wie wilde het huishouden?"));
        say_person(out, document->plan, regie->voorkeur_klant.text);
        fact_close(table);
    }
    for (size_t i = 0; i < regie->casusregisseurs.count; i++) {
        const struct plan_casusregisseur *casus = &regie->casusregisseurs.items[i];
        fact_open(table, D_("Casusregisseur"));
        for (size_t k = 0; k < casus->wie.count; k++) {
            html_raw(out, k > 0 ? "<br>\n" : "");
            write_reachable(document, casus->wie.items[k].text);
        }
        if (casus->voor.count > 0) {
            html_words(out, "<br><span class=\"bij\">", D_("voor "), "");
            say_persons(out, document->plan, &casus->voor);
            html_raw(out, "</span>");
        }
        fact_close(table);
    }
}

static void write_scaling(struct document *document, struct html_table *table) {
    struct buffer *out = document->out;
    const struct plan_opschaling *scaling = &document->plan->regie.opschaling;
    if (!document_has(&scaling->afspraken) && scaling->historie.count == 0)
        return;
    fact_open(table, D_("Als er meer of minder nodig is"));
    html_paragraphs(out, scaling->afspraken.text);
    for (size_t i = 0; i < scaling->historie.count; i++) {
        const struct plan_opschalingsstap *step = &scaling->historie.items[i];
        html_raw(out, "<p><span class=\"bij\">");
        say_date(out, step->datum.date);
        html_raw(out, ": ");
        say_word_within(out, TYPE_RICHTING, &step->richting);
        html_raw(out, document_has(&step->naar) ? D_(" naar ") : "");
        html_isolated(out, step->naar.text);
        html_raw(out, document_has(&step->reden) ? D_(", want: ") : "");
        html_isolated(out, step->reden.text);
        if (step->door.node) {
            html_raw(out, " (");
            say_person(out, document->plan, step->door.text);
            html_raw(out, ")");
        }
        html_raw(out, "</span></p>\n");
    }
    fact_close(table);
}

static void write_handovers(struct document *document, struct html_table *table) {
    struct buffer *out = document->out;
    const struct plan_overdracht_list *list = &document->plan->regie.overdrachten;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_overdracht *handover = &list->items[i];
        fact_open(table, D_("Overdracht"));
        html_isolated(out, handover->rol.text);
        html_raw(out, document_has(&handover->rol) ? D_(": van ") : D_("Van "));
        say_persons(out, document->plan, &handover->van);
        html_raw(out, D_(" naar "));
        say_person(out, document->plan, handover->naar.text);
        if (date_known(handover->per.date)) {
            html_raw(out, D_(", vanaf "));
            say_date(out, handover->per.date);
        }
        if (document_has(&handover->reden)) {
            html_raw(out, "<br><span class=\"bij\">");
            html_isolated(out, handover->reden.text);
            html_raw(out, "</span>");
        }
        fact_close(table);
    }
}

void document_regie(struct document *document) {
    const struct plan_regie *regie = &document->plan->regie;
    struct html_table table;
    facts_open(&table, document->out);
    write_leaders(document, &table);
    if (date_known(regie->signalen_delen.date)) {
        fact_open(&table, D_("Tekenen van onveiligheid"));
        html_raw(document->out, D_("We delen die met de procesregisseur. Dat spraken we af op "));
        say_date(document->out, regie->signalen_delen.date);
        html_raw(document->out, ".");
        fact_close(&table);
    }
    fact_text(&table, D_("Zo werken we samen"), &regie->samenwerking);
    write_scaling(document, &table);
    write_handovers(document, &table);
    html_table_close(&table);
}

// ---- meetings ----

static void write_people(struct document *document, const char *label,
                         const struct plan_texts *people, bool *any) {
    if (people->count == 0)
        return;
    html_raw(document->out, *any ? "<br>\n" : "");
    buffer_format(document->out, "<span class=\"label\">%s:</span> ", label);
    say_persons(document->out, document->plan, people);
    *any = true;
}

static void write_meeting_kind(struct document *document, const struct plan_overleg *overleg) {
    struct buffer *out = document->out;
    say_word(out, TYPE_OVERLEGSOORT, &overleg->soort);
    if (document_has(&overleg->plaats)) {
        html_raw(out, "<br><span class=\"bij\">");
        html_isolated(out, overleg->plaats.text);
        html_raw(out, "</span>");
    }
    if (overleg->voorzitter.node) {
        html_words(out, "<br><span class=\"bij\">", D_("voorzitter: "), "");
        say_person(out, document->plan, overleg->voorzitter.text);
        html_raw(out, "</span>");
    }
    if (overleg->notulist.node) {
        html_words(out, "<br><span class=\"bij\">", D_("schrijft mee: "), "");
        say_person(out, document->plan, overleg->notulist.text);
        html_raw(out, "</span>");
    }
}

static void write_meeting(struct document *document, struct html_table *table,
                          const struct plan_overleg *overleg) {
    struct buffer *out = document->out;
    html_row_open(table);
    html_cell_open(table);
    say_date(out, overleg->datum.date);
    if (overleg->tijd.node) {
        html_raw(out, "<br>");
        html_text(out, overleg->tijd.text);
        html_raw(out, D_(" uur"));
    }
    html_cell_close(table);
    html_cell_open(table);
    write_meeting_kind(document, overleg);
    html_cell_close(table);
    html_cell_open(table);
    bool any = false;
    write_people(document, D_("Uitgenodigd"), &overleg->uitgenodigd, &any);
    if (overleg->aanwezig.count == 0)
        write_people(document, D_("Moet er zeker bij zijn"), &overleg->zeker_aanwezig, &any);
    write_people(document, D_("Erbij waren"), &overleg->aanwezig, &any);
    if (document_has(&overleg->ervaring_klant)) {
        html_raw(out, any ? "<br>\n" : "");
        html_words(out, "<span class=\"label\">", D_("Hoe was het?"), "</span> ");
        say_quote(out, overleg->ervaring_klant.text);
    }
    html_cell_close(table);
    html_row_close(table);
}

void document_overleggen(struct document *document) {
    static const struct html_column columns[] = {{DN_("Wanneer"), 20, NULL},
                                                 {DN_("Welk overleg"), 26, NULL},
                                                 {DN_("Wie, en hoe was het?"), 54, NULL}};
    const struct plan_overleg_list *list = &document->plan->overleggen;
    struct html_table table;
    struct volgend_overleg next = overleg_volgend(document->plan, document->today);
    if (date_known(next.datum)) {
        html_words(document->out, "<p>", D_("Het volgende overleg is op "), "<strong>");
        document_meeting_moment(document, &next);
        html_raw(document->out, "</strong>.</p>\n");
    }
    html_table_open(&table, document->out, "lijst", NULL, columns, 3);
    for (size_t i = 0; i < list->count; i++)
        write_meeting(document, &table, &list->items[i]);
    html_table_close(&table);
}

// ---- help granted ----

void document_beschikkingen(struct document *document) {
    static const struct html_column columns[] = {{DN_("Welke hulp"), 34, NULL},
                                                 {DN_("Door welke wet"), 30, NULL},
                                                 {DN_("Vanaf"), 18, NULL},
                                                 {DN_("Tot"), 18, NULL}};
    struct buffer *out = document->out;
    const struct plan_beschikking_list *list = &document->plan->beschikkingen;
    struct html_table table;
    html_table_open(&table, out, "lijst", NULL, columns, 4);
    for (size_t i = 0; i < list->count; i++) {
        html_row_open(&table);
        html_cell_open(&table);
        html_isolated(out, list->items[i].voorziening.text);
        html_cell_close(&table);
        html_cell_open(&table);
        say_word(out, TYPE_WET, &list->items[i].wet);
        html_cell_close(&table);
        html_cell_open(&table);
        say_date(out, list->items[i].van.date);
        html_cell_close(&table);
        html_cell_open(&table);
        say_date(out, list->items[i].tot.date);
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
}
