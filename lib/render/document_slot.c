// SPDX-License-Identifier: EUPL-1.2
// The end of the document: how it goes on afterwards, and what is to be known about the plan
// itself.
#include "lib/base/words.h"
#include "lib/method/phase.h"
#include "lib/render/document_parts.h"
#include "lib/schema/schema.h"

// ---- afterwards ----

static void write_aftercare(struct document *document, const struct plan_nazorg_list *list) {
    static const struct html_column columns[] = {{DN_("Wie"), 24, NULL},
                                                 {DN_("Doet wat"), 38, NULL},
                                                 {DN_("Wanneer"), 19, NULL},
                                                 {DN_("Hoe vaak"), 19, NULL}};
    struct buffer *out = document->out;
    struct html_table table;
    if (list->geen)
        html_words(out, "<p>", D_("Er is geen nazorg afgesproken."), "</p>\n");
    if (list->count == 0)
        return;
    html_table_open(&table, out, "lijst", D_("Nazorg: wie kijkt nog om?"), columns, 4);
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_nazorg *care = &list->items[i];
        const struct plan_text *texts[] = {&care->wat, &care->wanneer, &care->hoe_vaak};
        html_row_open(&table);
        html_cell_open(&table);
        say_persons(out, document->plan, &care->wie);
        html_cell_close(&table);
        for (int k = 0; k < 3; k++) {
            html_cell_open(&table);
            html_isolated(out, text_trim(texts[k]->text));
            html_cell_close(&table);
        }
        html_row_close(&table);
    }
    html_table_close(&table);
}

void document_afsluiting(struct document *document) {
    const struct plan_afsluiting *closing = &document->plan->afsluiting;
    struct html_table table;
    facts_open(&table, document->out);
    fact_date(&table, D_("We stoppen op"), &closing->datum);
    fact_date(&table, D_("Samen besproken op"), &closing->overlegd_met_klant);
    fact_text(&table, D_("Waarom stoppen we?"), &closing->reden);
    fact_text(&table, D_("Hoe kijken we terug?"), &closing->evaluatie);
    if (closing->aanspreekpunt.node) {
        fact_open(&table, D_("Bij wie kun je terecht?"));
        say_person(document->out, document->plan, closing->aanspreekpunt.text);
        fact_close(&table);
    }
    fact_text(&table, D_("Was er één vast aanspreekpunt?"), &closing->klantpanel.een_aanspreekpunt);
    fact_text(&table, D_("Wat ging goed?"), &closing->klantpanel.positief);
    fact_text(&table, D_("Wat ging niet goed?"), &closing->klantpanel.negatief);
    fact_text(&table, D_("Tips"), &closing->klantpanel.tips);
    html_table_close(&table);
    write_aftercare(document, &closing->nazorg);
}

// ---- about the plan ----

enum { ANSWERS = 9 };

// Why the household is helped in this way: the questions of the intake that were answered.
static void write_answers(struct document *document) {
    static const struct html_column columns[] = {{DN_("Vraag"), 70, NULL},
                                                 {DN_("Antwoord"), 30, NULL}};
    const struct plan_intake *intake = &document->plan->intake;
    const struct plan_kwetsbaar_huishouden *home = &intake->kwetsbaar_huishouden;
    const struct plan_zeer_kwetsbaar *very = &intake->zeer_kwetsbaar;
    const struct plan_word *words[] = {
        &home->minder_zelfredzaam,   &home->zorgen_op_meerdere_leefgebieden,
        &home->onveilig_of_ongezond, &home->moeite_met_hulpvraag_of_organiseren,
        &home->zorgmijdend,          &home->hulp_onvoldoende_effect,
        &very->weinig_sociale_steun, &very->weinig_veerkracht,
        &very->weinig_eigen_regie};
    struct html_table table;
    bool open = false;
    for (size_t i = 0; i < ANSWERS; i++) {
        if (!words[i]->node || !words[i]->node->field)
            continue;
        if (!open)
            html_table_open(&table, document->out, "lijst", D_("Waarom werken we op deze manier?"),
                            columns, 2);
        open = true;
        html_row_open(&table);
        html_cell_open(&table);
        html_text(document->out, text_of(D_(words[i]->node->field->title)));
        html_cell_close(&table);
        html_cell_open(&table);
        say_word(document->out, TYPE_JA_NEE_ONBEKEND, words[i]);
        html_cell_close(&table);
        html_row_close(&table);
    }
    if (open)
        html_table_close(&table);
}

static void write_steps(struct document *document) {
    static const struct html_column columns[] = {{DN_("Fase"), 34, NULL},
                                                 {DN_("Stap"), 22, NULL},
                                                 {DN_("Wanneer"), 22, NULL},
                                                 {DN_("Door"), 22, NULL}};
    const struct plan_stap_list *list = &document->plan->stappen;
    struct buffer *out = document->out;
    struct html_table table;
    if (list->count == 0)
        return;
    html_table_open(&table, out, "lijst", D_("Stappen die zijn gezet"), columns, 4);
    for (size_t i = 0; i < list->count; i++) {
        html_row_open(&table);
        html_cell_open(&table);
        say_word(out, TYPE_FASE, &list->items[i].fase);
        html_cell_close(&table);
        html_cell_open(&table);
        html_isolated(out, list->items[i].stap.text);
        html_cell_close(&table);
        html_cell_open(&table);
        say_date(out, list->items[i].datum.date);
        html_cell_close(&table);
        html_cell_open(&table);
        say_person(out, document->plan, list->items[i].door.text);
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
}

static void write_sent(struct document *document) {
    static const struct html_column columns[] = {{DN_("Wie"), 30, NULL},
                                                 {DN_("Wanneer"), 22, NULL},
                                                 {DN_("Welk deel"), 30, NULL},
                                                 {DN_("Hoe"), 18, NULL}};
    const struct plan_verstrekking_list *list = &document->plan->verstrekkingen;
    struct buffer *out = document->out;
    struct html_table table;
    if (list->count == 0)
        return;
    html_table_open(&table, out, "lijst", D_("Wie kreeg dit plan?"), columns, 4);
    for (size_t i = 0; i < list->count; i++) {
        html_row_open(&table);
        html_cell_open(&table);
        say_person(out, document->plan, list->items[i].aan.text);
        html_cell_close(&table);
        html_cell_open(&table);
        say_date(out, list->items[i].datum.date);
        html_cell_close(&table);
        html_cell_open(&table);
        say_words_within(out, TYPE_ONDERDEEL, &list->items[i].onderdelen);
        html_cell_close(&table);
        html_cell_open(&table);
        html_isolated(out, list->items[i].vorm.text);
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
}

static void write_exceptions(struct document *document) {
    static const struct html_column columns[] = {{DN_("Welke regel"), 18, NULL},
                                                 {DN_("Waarom niet"), 42, NULL},
                                                 {DN_("Door"), 20, NULL},
                                                 {DN_("Tot"), 20, NULL}};
    const struct plan_uitzondering_list *list = &document->plan->uitzonderingen;
    struct buffer *out = document->out;
    struct html_table table;
    if (list->count == 0)
        return;
    html_table_open(&table, out, "lijst", D_("Waar we het anders doen"), columns, 4);
    for (size_t i = 0; i < list->count; i++) {
        html_row_open(&table);
        html_cell_open(&table);
        html_isolated(out, list->items[i].regel.text);
        html_cell_close(&table);
        html_cell_open(&table);
        html_isolated(out, text_trim(list->items[i].reden.text));
        html_cell_close(&table);
        html_cell_open(&table);
        say_person(out, document->plan, list->items[i].door.text);
        html_cell_close(&table);
        html_cell_open(&table);
        say_date(out, list->items[i].tot.date);
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
}

void document_over_dit_plan(struct document *document) {
    const struct plan_plan *plan = document->plan;
    struct html_table table;
    facts_open(&table, document->out);
    fact_text(&table, D_("Nummer"), &plan->nummer);
    if (plan->fase.value >= 0) {
        const struct phase *phase = &phases[plan->fase.value];
        fact_open(&table, D_("Fase"));
        buffer_format(document->out, "%s: %s", phase->number, D_(phase->name[LANGUAGE_DUTCH]));
        fact_close(&table);
    }
    fact_text(&table, D_("Regels van"), &plan->kader);
    fact_date(&table, D_("Eerste gesprek"), &plan->intake.datum);
    fact_date(&table, D_("Opgesteld"), &plan->opgesteld);
    fact_date(&table, D_("Vastgesteld"), &plan->vastgesteld);
    if (plan->intake.eigen_plan.node) {
        fact_open(&table, D_("Eigen plan van het huishouden"));
        say_word(document->out, TYPE_JA_NEE_ONBEKEND, &plan->intake.eigen_plan);
        fact_close(&table);
    }
    fact_date(&table, D_("Uitleg gekregen"), &plan->intake.uitleg_gegeven);
    fact_date(&table, D_("Folder gekregen"), &plan->intake.folder_gegeven);
    fact_date(&table, D_("Uitleg over klachten"), &plan->intake.klachtenregeling_uitgelegd);
    html_table_close(&table);
    write_answers(document);
    write_steps(document);
    write_sent(document);
    write_exceptions(document);
    html_words(
        document->out, "<div class=\"colofon\"><p>",
        D_("Dit plan is vertrouwelijk. Bewaar het goed en geef het alleen aan wie het mag zien."),
        "</p></div>\n");
}
