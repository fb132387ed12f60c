// SPDX-License-Identifier: EUPL-1.2
// The agenda for who chairs and for who stands beside a member: the steps of the work process
// (schemas/werkproces.yaml, WP fase 3b and 5b), and what the plan has to be looked at.
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/method/lid.h"
#include "lib/method/veiligheidsplan.h"
#include "lib/method/werkproces.h"
#include "lib/render/document_parts.h"
#include "lib/render/meeting.h"
#include "lib/render/part_writers.h"

static const char box[] = "<span class=\"hokje\">☐</span>";

// ---- the steps ----

static bool is_sub(const char *nr) {
    return strchr(nr, '.') != NULL;
}

// Whether `nr` is `top` or numbered under it.
static bool falls_under(const char *nr, const char *top) {
    size_t length = strlen(top);
    return strncmp(nr, top, length) == 0 && (nr[length] == '\0' || nr[length] == '.');
}

// A step that is only there for a safety plan, with those under it. At a first meeting it stays: it
// may turn out there that one is needed.
static bool starts_skipping(const struct document *document, const struct werkproces_stap *stap,
                            bool later) {
    return later && !document->plan->veiligheidsplan.node && !is_sub(stap->nr) &&
           stap->spoor == SPOOR_BIJ_ONVEILIGHEID && stap->paden[0] &&
           strcmp(stap->paden[0], "veiligheidsplan") == 0;
}

static void write_step(struct document *document, struct html_table *table,
                       const struct werkproces_stap *stap) {
    struct buffer *out = document->out;
    html_row_open(table);
    html_cell_open(table);
    html_text(out, text_of(stap->nr));
    html_cell_close(table);
    html_cell_open(table);
    html_raw(out, is_sub(stap->nr) ? "<span class=\"deelstap\">" : "<strong>");
    html_text(out, text_of(D_(stap->tekst[LANGUAGE_DUTCH])));
    html_raw(out, is_sub(stap->nr) ? "</span>" : "</strong>");
    html_cell_close(table);
    html_cell_open(table);
    html_raw(out, box);
    html_cell_close(table);
    html_row_close(table);
}

static void write_steps(struct document *document, enum werkproces_rol rol, bool later) {
    static const struct html_column columns[] = {
        {DN_("Stap"), 9, NULL}, {DN_("Wat"), 80, NULL}, {DN_("Klaar"), 11, "midden"}};
    const struct werkproces_fase *fase =
        &werkproces[later ? FASE_VOORTGANGSOVERLEG : FASE_STARTOVERLEG];
    const char *skipped = NULL;
    struct html_table table;
    html_table_open(&table, document->out, "lijst stappen", NULL, columns, 3);
    for (int i = 0; i < fase->count; i++) {
        const struct werkproces_stap *stap = &fase->stappen[i];
        if (stap->rol != rol)
            continue;
        if (starts_skipping(document, stap, later))
            skipped = stap->nr;
        if (!skipped || !falls_under(stap->nr, skipped))
            write_step(document, &table, stap);
    }
    html_table_close(&table);
}

// ---- what to have at hand ----

static void write_people(struct document *document, const struct plan_overleg *overleg) {
    static const struct html_column columns[] = {
        {DN_("Wie"), 62, NULL}, {DN_("Moet erbij zijn"), 22, NULL}, {DN_("Is er"), 16, "midden"}};
    struct buffer *out = document->out;
    struct html_table table;
    if (!overleg || overleg->uitgenodigd.count == 0)
        return;
    html_table_open(&table, out, "lijst klein", D_("Wie zijn uitgenodigd?"), columns, 3);
    for (size_t i = 0; i < overleg->uitgenodigd.count; i++) {
        struct text id = overleg->uitgenodigd.items[i].text;
        html_row_open(&table);
        html_cell_open(&table);
        document_person_and_role(document, id);
        html_cell_close(&table);
        html_cell_open(&table);
        html_raw(out, ids_hold(&overleg->zeker_aanwezig, id) ? D_("ja") : "–");
        html_cell_close(&table);
        html_cell_open(&table);
        html_raw(out, box);
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
}

static void write_agreements(struct document *document) {
    static const struct html_column columns[] = {
        {DN_("Wie"), 20, NULL}, {DN_("Afspraak"), 44, NULL}, {DN_("Gelukt?"), 36, NULL}};
    const struct plan_afspraak_list *list = &document->plan->veiligheidsplan.afspraken;
    struct buffer *out = document->out;
    struct html_table table;
    bool open = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_afspraak *afspraak = &list->items[i];
        if (!afspraak_is_live(afspraak))
            continue;
        if (!open)
            html_table_open(&table, out, "lijst klein", D_("Afspraken over veiligheid"), columns,
                            3);
        open = true;
        html_row_open(&table);
        html_cell_open(&table);
        say_persons(out, document->plan, &afspraak->wie);
        html_cell_close(&table);
        html_cell_open(&table);
        html_isolated(out, text_trim(afspraak->wat.text));
        if (document_has(&afspraak->wanneer)) {
            html_raw(out, "<br><span class=\"bij\">");
            html_isolated(out, text_trim(afspraak->wanneer.text));
            html_raw(out, "</span>");
        }
        html_cell_close(&table);
        html_cell_open(&table);
        buffer_format(out, D_("%s ja&nbsp; %s deels&nbsp; %s nee"), box, box, box);
        html_cell_close(&table);
        html_row_close(&table);
    }
    if (open)
        html_table_close(&table);
}

static void write_figures(struct document *document) {
    static const struct html_column columns[] = {
        {DN_("Wie"), 46, NULL}, {DN_("Vorige cijfer"), 27, NULL}, {DN_("Nu"), 27, NULL}};
    const struct plan_schaalcijfer_list *list = &document->plan->veiligheidsplan.schaal;
    struct buffer *out = document->out;
    struct html_table table;
    if (list->count == 0)
        return;
    html_table_open(&table, out, "lijst klein", D_("Hoe veilig is het, van 0 tot 10?"), columns, 3);
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_schaalcijfer *figure = &list->items[i];
        bool newer = false; // of the same people
        for (size_t k = i + 1; k < list->count; k++)
            newer = newer || ids_same(&list->items[k].wie, &figure->wie);
        if (newer || !figure->cijfer.node)
            continue;
        html_row_open(&table);
        html_cell_open(&table);
        say_persons(out, document->plan, &figure->wie);
        html_cell_close(&table);
        html_cell_open(&table);
        say_figure(out, figure->cijfer.value);
        html_raw(out, " <span class=\"bij\">");
        say_short_date(out, figure->datum.date);
        html_raw(out, "</span>");
        html_cell_close(&table);
        html_cell_open(&table);
        html_raw(out, "<span class=\"invul\">…………</span>");
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
}

static void write_goal_row(struct document *document, struct html_table *table, unsigned number,
                           const struct plan_doel *doel) {
    struct buffer *out = document->out;
    html_row_open(table);
    html_cell_open(table);
    buffer_format(out, D_("Doel %u"), number);
    html_cell_close(table);
    html_cell_open(table);
    html_raw(out, "<strong>");
    html_isolated(out, text_trim(doel->doel.text));
    html_raw(out, "</strong>");
    for (size_t i = 0; i < doel->acties.count; i++) {
        const struct plan_actie *actie = &doel->acties.items[i];
        if (!due_actie_open(actie))
            continue;
        buffer_format(out, "<br>%s ", box);
        say_persons(out, document->plan, &actie->wie);
        html_raw(out, actie->wie.count > 0 ? ": " : "");
        html_isolated(out, text_trim(actie->wat.text));
        if (date_known(actie->uiterlijk.date)) {
            html_words(out, " <span class=\"bij\">", D_("(uiterlijk "), "");
            say_short_date(out, actie->uiterlijk.date);
            html_raw(out, ")</span>");
        }
    }
    html_cell_close(table);
    html_cell_open(table);
    buffer_format(out, D_("%s ja&nbsp; %s nee"), box, box);
    html_cell_close(table);
    html_row_close(table);
}

static void write_goals(struct document *document) {
    static const struct html_column columns[] = {{DN_("Doel"), 12, NULL},
                                                 {DN_("Wat, en wie doet wat"), 68, NULL},
                                                 {DN_("Gehaald?"), 20, NULL}};
    const struct plan_doel_list *doelen = &document->plan->doelen;
    struct html_table table;
    bool open = false;
    for (size_t i = 0; i < doelen->count; i++) {
        if (!due_doel_open(&doelen->items[i]))
            continue;
        if (!open)
            html_table_open(&table, document->out, "lijst klein",
                            D_("Doelen en wat er nog te doen is"), columns, 3);
        open = true;
        write_goal_row(document, &table, (unsigned)i + 1, &doelen->items[i]);
    }
    if (open)
        html_table_close(&table);
}

static void write_facts(struct document *document, const struct volgend_overleg *next) {
    struct html_table table;
    html_raw(document->out, "<div class=\"kader afspraak\">\n");
    facts_open(&table, document->out);
    if (next->overleg && next->overleg->soort.node) {
        fact_open(&table, D_("Welk overleg?"));
        say_word(document->out, TYPE_OVERLEGSOORT, &next->overleg->soort);
        fact_close(&table);
    }
    document_meeting_facts(document, &table, next);
    html_table_close(&table);
    html_raw(document->out, "</div>\n");
}

int part_agenda(struct document *document, struct trouble *trouble) {
    struct buffer *out = document->out;
    struct volgend_overleg next = overleg_volgend(document->plan, document->today);
    bool later = meeting_is_later(document->plan, &next, document->today);
    if (!date_known(next.datum) && plan_gesloten(document->plan, document->today))
        return trouble_tell(
            trouble, 0, N_("is closed and plans no meeting, so there is no agenda to make"), NULL);
    // Whether none is planned, or it was left out, cannot be told apart.
    if (!date_known(next.datum) && document->partial)
        return document_refuse_partial(trouble);
    document_kop(document, true, 1);
    write_facts(document, &next);
    html_words(out, "<section class=\"agenda\">\n<h2 id=\"voorzitter\">",
               D_("Voor de voorzitter, stap voor stap"), "");
    html_words(out, "</h2>\n<p>",
               D_("Begin bij elk onderwerp bij het gezin. Vraag daarna de familie en vrienden, en "
                  "dan de professionals."),
               "</p>\n");
    write_steps(document, ROL_PROCESREGISSEUR, later);
    html_words(out, "</section>\n<section class=\"agenda\">\n<h2 id=\"casusregisseur\">",
               D_("Voor de casusregisseur"), "</h2>\n");
    write_steps(document, ROL_CASUSREGISSEUR, later);
    html_words(out, "</section>\n<section class=\"agenda erbij\">\n<h2 id=\"erbij\">",
               D_("Erbij houden"), "</h2>\n");
    write_people(document, next.overleg);
    if (later) {
        write_agreements(document);
        write_figures(document);
        write_goals(document);
    }
    html_words(out, "<div class=\"kader\"><p><strong>", D_("Het volgende overleg"), "");
    html_words(out, "</strong></p>\n<p>", D_("Dag"), " <span class=\"invul\">…………………………</span> ");
    html_words(out, "", D_("Tijd"), " <span class=\"invul\">…………………</span> ");
    html_words(out, "", D_("Plaats"),
               " <span class=\"invul\">………………………………</span></p></div>\n</section>\n");
    return 0;
}
