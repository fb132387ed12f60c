// SPDX-License-Identifier: EUPL-1.2
// The goals, each a card with its actions.
#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/render/document_parts.h"
#include "lib/render/tijdlijn.h"

// A card with more actions may run on to the next page.
enum { MOST_ON_A_CARD = 5 };

// An action that was not done falls with its goal.
static void write_action_state(struct document *document, const struct plan_doel *doel,
                               const struct plan_actie *actie) {
    struct buffer *out = document->out;
    bool dropped = doel->status.value == DOELSTATUS_VERVALLEN && due_actie_open(actie);
    if (dropped || actie->status.value == ACTIESTATUS_VERVALLEN) {
        html_words(out, "<span class=\"stand vervallen\">", D_("vervallen"), "</span>");
    } else if (!due_actie_open(actie)) {
        html_words(out, "<span class=\"stand klaar\">", D_("gedaan"), "</span>");
        if (date_known(actie->gedaan.date)) {
            html_raw(out, "<br><span class=\"bij\">");
            say_short_date(out, actie->gedaan.date);
            html_raw(out, "</span>");
        }
    } else if (date_known(actie->uiterlijk.date) &&
               date_compare(actie->uiterlijk.date, document->today) < 0) {
        html_words(out, "<span class=\"stand te-laat\">", D_("datum voorbij"), "</span>");
    } else {
        html_words(out, "<span class=\"stand loopt\">", D_("nog doen"), "</span>");
    }
}

static void write_action_when(struct document *document, const struct plan_actie *actie) {
    struct buffer *out = document->out;
    html_isolated(out, actie->wanneer.text);
    if (!date_known(actie->uiterlijk.date))
        return;
    html_words(out, document_has(&actie->wanneer) ? "<br><span class=\"bij\">" : "<span>",
               D_("uiterlijk "), "");
    say_date(out, actie->uiterlijk.date);
    html_raw(out, "</span>");
}

// `number` is that of the goal; with the letters of the action it is on the time line.
static void write_action(struct document *document, struct html_table *table, unsigned long number,
                         const struct plan_doel *doel, const struct plan_actie *actie) {
    struct buffer *out = document->out;
    char letters[TIJDLIJN_LETTERS];
    html_row_open(table);
    html_cell_open(table);
    say_persons(out, document->plan, &actie->wie);
    html_cell_close(table);
    html_cell_open(table);
    tijdlijn_letters((size_t)(actie - doel->acties.items), letters);
    buffer_format(out, "<span class=\"nummer\">%lu%s</span> ", number, letters);
    html_isolated(out, text_trim(actie->wat.text));
    if (actie->hulp_van.count > 0) {
        html_words(out, "<br><span class=\"bij\">", D_("met hulp van "), "");
        say_persons(out, document->plan, &actie->hulp_van);
        html_raw(out, "</span>");
    }
    if (document_has(&actie->toelichting)) {
        html_raw(out, "<br><span class=\"bij\">");
        html_isolated(out, text_trim(actie->toelichting.text));
        html_raw(out, "</span>");
    }
    html_cell_close(table);
    html_cell_open(table);
    write_action_when(document, actie);
    html_cell_close(table);
    html_cell_open(table);
    write_action_state(document, doel, actie);
    html_cell_close(table);
    html_row_close(table);
}

static void write_actions(struct document *document, unsigned long number,
                          const struct plan_doel *doel) {
    const struct plan_actie_list *acties = &doel->acties;
    static const struct html_column columns[] = {{DN_("Wie"), 23, NULL},
                                                 {DN_("Doet wat"), 38, NULL},
                                                 {DN_("Wanneer"), 23, NULL},
                                                 {DN_("Stand"), 16, NULL}};
    struct html_table table;
    if (acties->count == 0) {
        document_leeg(document, D_("Wie wat gaat doen, spreken we nog af."));
        return;
    }
    html_table_open(&table, document->out, "lijst", NULL, columns, 4);
    for (size_t i = 0; i < acties->count; i++)
        write_action(document, &table, number, doel, &acties->items[i]);
    html_table_close(&table);
}

static void separate(struct buffer *out, bool *any) {
    html_raw(out, *any ? " · " : "<p>");
    *any = true;
}

// One line: whose it is, on what, when we look back, how it stands.
static void write_facts(struct document *document, const struct plan_doel *doel) {
    static const char *const marks[] = {"loopt", "klaar", "loopt", "vervallen"};
    struct buffer *out = document->out;
    bool any = false;
    if (doel->van.count > 0) {
        separate(out, &any);
        html_words(out, "<span class=\"label\">", D_("Van:"), "</span> ");
        say_persons(out, document->plan, &doel->van);
    }
    if (doel->leefgebied.node) {
        separate(out, &any);
        html_words(out, "<span class=\"label\">", D_("Over:"), "</span> ");
        say_word_within(out, TYPE_LEEFGEBIED, &doel->leefgebied);
    }
    if (date_known(doel->evaluatie.date)) {
        separate(out, &any);
        html_words(out, "<span class=\"label\">", D_("We kijken terug op:"), "</span> ");
        say_date(out, doel->evaluatie.date);
    }
    if (doel->status.value >= 0) {
        separate(out, &any);
        buffer_format(out, "<span class=\"stand %s\">", marks[doel->status.value]);
        say_word_within(out, TYPE_DOELSTATUS, &doel->status);
        html_raw(out, "</span>");
    }
    if (any)
        html_raw(out, "</p>\n");
}

// What a concern that a goal answers says; NULL when it cannot be found.
static const struct plan_text *concern(const struct plan_plan *plan, struct text id) {
    for (size_t i = 0; i < plan->zorgen.count; i++)
        if (text_equal(plan->zorgen.items[i].id.text, id))
            return &plan->zorgen.items[i].citaat;
    const struct plan_veiligheidszorg_list *list = &plan->veiligheidsplan.zorgen;
    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].id.text, id))
            return &list->items[i].citaat;
    return NULL;
}

static void write_concerns(struct document *document, const struct plan_doel *doel) {
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < doel->zorgen.count; i++) {
        const struct plan_text *words = concern(document->plan, doel->zorgen.items[i].text);
        if (!words || !document_has(words))
            continue;
        if (any)
            html_raw(out, ", ");
        else
            html_words(out, "<p><span class=\"label\">", D_("Bij de zorg:"), "</span> ");
        say_quote(out, words->text);
        any = true;
    }
    if (any)
        html_raw(out, "</p>\n");
    if (doel->veiligheid.value < 0)
        return;
    html_words(out, "<p><span class=\"label\">", D_("Hoort bij het veiligheidsplan:"), "</span> ");
    say_word_within(out, TYPE_VEILIGHEIDSDOEL, &doel->veiligheid);
    html_raw(out, "</p>\n");
}

// Only with a goal or two is everything seen at once anyway.
static void write_line(struct document *document) {
    struct buffer *out = document->out;
    struct buffer *whole = document->out;
    struct buffer line = {0};
    document->out = &line;
    bool any = document_tijdlijn(document);
    document->out = whole;
    if (any) {
        html_words(out, "<div class=\"samen\">\n<h3 id=\"tijdlijn\">", D_("Wanneer doen we wat?"),
                   "</h3>\n");
        buffer_add(out, buffer_text(&line));
        html_words(out, "<p><span class=\"bij\">",
                   D_("De nummers zijn die van de doelen en de acties hierboven."),
                   "</span></p>\n</div>\n");
    }
    out->failed = out->failed || line.failed;
    buffer_free(&line);
}

void document_doelen(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_doel_list *doelen = &document->plan->doelen;
    if (doelen->count == 0)
        document_leeg(document, D_("De doelen maken we samen in het overleg."));
    for (size_t i = 0; i < doelen->count; i++) {
        const struct plan_doel *doel = &doelen->items[i];
        unsigned long number = (unsigned long)i + 1;
        buffer_format(out, "<section class=\"kaart%s\">\n<h3 id=\"doel-%lu\"><span class=\"pil\">",
                      doel->acties.count > MOST_ON_A_CARD ? " lange-kaart" : "", number);
        buffer_format(out, D_("Doel %lu"), number);
        html_raw(out, "</span> ");
        if (document_has(&doel->doel))
            html_isolated(out, text_trim(doel->doel.text));
        else
            html_raw(out, D_("Dit doel schrijven we nog op"));
        html_raw(out, "</h3>\n");
        write_facts(document, doel);
        write_concerns(document, doel);
        write_actions(document, number, doel);
        html_raw(out, "</section>\n");
    }
    write_line(document);
}
