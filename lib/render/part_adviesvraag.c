// SPDX-License-Identifier: EUPL-1.2
// A question for advice without names (WP stap 2): the facts of a safety plan or of a record of the
// meldcode, the questions, and room for what was advised.
#include <errno.h>

#include "lib/base/words.h"
#include "lib/method/adviesvraag.h"
#include "lib/method/lid.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"
#include "lib/schema/schema.h"

enum { QUESTION_LINES = 2 };

static void open_list(struct buffer *out, const char *head, bool *any) {
    if (!*any)
        buffer_format(out, "<h3>%s</h3>\n<ul>\n", head);
    *any = true;
}

static void close_list(struct buffer *out, bool any) {
    if (any)
        html_raw(out, "</ul>\n");
}

// ---- out of a plan ----

// Somebody by what they are to the household, never by name.
static void write_member(struct document *document, const struct plan_lid *lid) {
    struct buffer *out = document->out;
    html_raw(out, "<li>");
    if (document_has(&lid->rol))
        html_isolated(out, text_trim(lid->rol.text));
    else
        html_raw(out, lid_minderjarig(lid_leeftijd(lid, document->today)) ? D_("kind")
                                                                          : D_("volwassene"));
    if (date_known(lid->geboren.date) || date_known(lid->uitgerekend.date)) {
        html_raw(out, ", ");
        document_age(document, lid);
    }
    html_raw(out, "</li>\n");
}

// Who they are to the household: "moeder en kind"; of the others not even that.
static void write_roles(struct document *document, const struct plan_texts *ids) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    for (size_t i = 0; i < ids->count; i++) {
        struct persoon persoon = plan_persoon(plan, ids->items[i].text);
        const struct plan_text *role =
            persoon.soort == PERSOON_LID ? &plan->huishouden.leden.items[persoon.index].rol : NULL;
        html_raw(out, say_between(i, ids->count));
        if (role && document_has(role))
            html_isolated(out, text_trim(role->text));
        else
            html_raw(out, persoon.soort == PERSOON_NAASTE         ? D_("iemand uit het netwerk")
                          : persoon.soort == PERSOON_PROFESSIONAL ? D_("een professional")
                                                                  : D_("iemand"));
    }
}

static void write_moment(struct buffer *out, const char *label, const struct plan_text *text) {
    if (!document_has(text))
        return;
    buffer_format(out, "<br><span class=\"label\">%s:</span> ", label);
    html_isolated(out, text_trim(text->text));
}

static void write_plan_concerns(struct document *document) {
    const struct plan_veiligheidszorg_list *list = &document->plan->veiligheidsplan.zorgen;
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_veiligheidszorg *zorg = &list->items[i];
        open_list(out, D_("Wat is er gebeurd?"), &any);
        html_raw(out, "<li>");
        if (document_has(&zorg->citaat)) {
            write_roles(document, &zorg->wie);
            html_raw(out, zorg->wie.count > 0 ? ": " : "");
            say_quote(out, zorg->citaat.text);
        }
        write_moment(out, D_("De eerste keer"), &zorg->eerste);
        write_moment(out, D_("De ergste keer"), &zorg->ergste);
        write_moment(out, D_("De laatste keer"), &zorg->laatste);
        write_moment(out, D_("Hoe vaak"), &zorg->frequentie);
        html_raw(out, "</li>\n");
    }
    close_list(out, any);
}

static void write_plan_harm(struct document *document) {
    const struct plan_schade_list *list = &document->plan->veiligheidsplan.schade;
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < list->count; i++) {
        if (!document_has(&list->items[i].wat))
            continue;
        open_list(out, D_("Wat heeft het met mensen gedaan?"), &any);
        html_raw(out, "<li>");
        write_roles(document, &list->items[i].over);
        html_raw(out, list->items[i].over.count > 0 ? ": " : "");
        html_isolated(out, text_trim(list->items[i].wat.text));
        html_raw(out, "</li>\n");
    }
    close_list(out, any);
}

static void write_plan_strengths(struct document *document) {
    const struct plan_kracht_list *list = &document->plan->veiligheidsplan.krachten;
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < list->count; i++) {
        if (!document_has(&list->items[i].citaat))
            continue;
        open_list(out, D_("Wat geeft nu al veiligheid?"), &any);
        html_raw(out, "<li>");
        write_roles(document, &list->items[i].wie);
        html_raw(out, list->items[i].wie.count > 0 ? ": " : "");
        say_quote(out, list->items[i].citaat.text);
        html_raw(out, "</li>\n");
    }
    close_list(out, any);
}

// The lowest and the highest of the last day on which figures were given.
static void write_plan_figures(struct document *document) {
    const struct plan_schaalcijfer_list *list = &document->plan->veiligheidsplan.schaal;
    struct buffer *out = document->out;
    struct date last = {0};
    double lowest = 10;
    double highest = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].cijfer.node && date_known(list->items[i].datum.date) &&
            (!date_known(last) || date_compare(list->items[i].datum.date, last) > 0))
            last = list->items[i].datum.date;
    if (!date_known(last))
        return;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_schaalcijfer *figure = &list->items[i];
        if (!figure->cijfer.node || !date_known(figure->datum.date) ||
            date_compare(figure->datum.date, last) != 0)
            continue;
        lowest = figure->cijfer.value < lowest ? figure->cijfer.value : lowest;
        highest = figure->cijfer.value > highest ? figure->cijfer.value : highest;
    }
    html_words(out, "<h3>", D_("Hoe veilig is het volgens henzelf?"), "");
    html_words(out, "</h3>\n<p>", D_("Op "), "");
    say_date(out, last);
    html_raw(out, D_(" gaven de betrokkenen cijfers van "));
    say_figure(out, lowest);
    if (highest > lowest) {
        html_raw(out, D_(" tot "));
        say_figure(out, highest);
    }
    html_words(out, "", D_(". Een 0 is levensgevaarlijk, een 10 veilig genoeg om te stoppen."),
               "</p>\n");
}

static void write_plan(struct document *document) {
    const struct plan_lid_list *leden = &document->plan->huishouden.leden;
    struct buffer *out = document->out;
    html_words(out, "<h3>", D_("Over wie gaat het?"), "</h3>\n<ul>\n");
    for (size_t i = 0; i < leden->count; i++)
        write_member(document, &leden->items[i]);
    html_raw(out, "</ul>\n");
    write_plan_concerns(document);
    write_plan_harm(document);
    write_plan_strengths(document);
    write_plan_figures(document);
}

// ---- out of a record ----

static void write_persons(struct buffer *out, const struct adviesvraag *request) {
    if (request->personen == 0)
        return;
    html_words(out, "<h3>", D_("Over wie gaat het?"), "</h3>\n<ul>\n");
    for (size_t i = 0; i < request->personen; i++) {
        struct plan_word word = {NULL, request->leeftijdsgroepen[i]};
        html_raw(out, "<li>");
        buffer_format(out, D_("persoon %zu"), i + 1);
        if (word.value >= 0)
            buffer_format(out, ": %s",
                          D_(schema_label(&schema_types[TYPE_LEEFTIJDSGROEP], word.value)));
        html_raw(out, "</li>\n");
    }
    html_raw(out, "</ul>\n");
}

static void write_facts(struct buffer *out, const struct adviesvraag *request) {
    bool any = false;
    for (size_t i = 0; i < request->feit_count; i++) {
        const struct adviesvraag_feit *fact = &request->feiten[i];
        if (fact->gevoel || fact->wat.length == 0)
            continue;
        open_list(out, D_("Wat staat vast?"), &any);
        html_raw(out, "<li>");
        html_isolated(out, text_trim(fact->wat));
        bool seen = fact->waargenomen->count > 0;
        if (seen || date_known(fact->datum)) {
            html_raw(out, " <span class=\"bij\">(");
            say_words_within(out, TYPE_WAARNEMING, fact->waargenomen);
            html_raw(out, seen && date_known(fact->datum) ? ", " : "");
            say_date(out, fact->datum);
            html_raw(out, ")</span>");
        }
        html_raw(out, "</li>\n");
    }
    close_list(out, any);
}

static void write_record(struct buffer *out, const struct adviesvraag *request) {
    if (request->vormen->count > 0) {
        html_words(out, "<h3>", D_("Waar gaat het om?"), "</h3>\n<p>");
        say_words_within(out, TYPE_GEWELDSVORM, request->vormen);
        html_raw(out, "</p>\n");
    }
    if (request->levensbedreigend)
        html_words(out, "<p><strong>", D_("Er is levensgevaar. Bel eerst 112."), "</strong></p>\n");
    write_persons(out, request);
    write_facts(out, request);
    html_words(out, "<p>",
               request->gesproken ? D_("We hebben de mensen om wie het gaat gesproken.")
                                  : D_("We hebben de mensen om wie het gaat nog niet gesproken."),
               "</p>\n");
}

static bool has_facts(const struct adviesvraag *request) {
    for (size_t i = 0; i < request->feit_count; i++)
        if (!request->feiten[i].gevoel && request->feiten[i].wat.length > 0)
            return true;
    return false;
}

// ---- the questions ----

static void open_questions(struct buffer *out) {
    html_words(out, "<section class=\"deel\">\n<h2 id=\"vragen\">", D_("Onze vragen"), "</h2>\n");
}

// `more` stands below the question; NULL: nothing.
static void write_question(struct buffer *out, int number, const char *question, const char *more) {
    buffer_format(out,
                  "<div class=\"vraag krappe-vraag\">\n<p><span class=\"pil\">%d</span> "
                  "<strong>%s</strong></p>\n",
                  number, question);
    if (more)
        buffer_format(out, "<p>%s</p>\n", more);
    for (int k = 0; k < QUESTION_LINES; k++)
        html_raw(out, "<div class=\"schrijflijn\">&nbsp;</div>\n");
    html_raw(out, "</div>\n");
}

static void close_questions(struct buffer *out) {
    html_words(out, "<p>", D_("Advies van"), " <span class=\"invul\">………………………………………</span> ");
    html_words(out, "", D_("op"), " <span class=\"invul\">…………………………</span></p>\n</section>\n");
}

// ---- the page ----

static void write_head(struct document *document) {
    document_kop(document, false, 1);
    html_words(document->out, "<div class=\"welkom\"><p>",
               D_("We vragen advies over een huishouden. Namen en adressen staan er niet in, en "
                  "die hoeven ook niet genoemd te worden om advies te krijgen."),
               "");
    html_words(document->out, "</p></div>\n<section class=\"deel\">\n<h2 id=\"feiten\">",
               D_("De feiten"), "</h2>\n");
}

static int write_of_plan(struct document *document, struct trouble *trouble) {
    static const char *const questions[] = {
        DN_("Hoe ernstig is dit, en hoe groot is het gevaar nu?"),
        DN_("Welke feiten missen we nog?"),
        DN_("Wat moet er als eerste gebeuren, en wie doet dat?"),
        DN_("Wat moet er ten minste geregeld zijn om het veilig te noemen?"),
        DN_("Wat doen we als dat niet lukt?"),
        DN_("Hoe bespreken we dit met het huishouden, en met wie eerst?"),
    };
    struct buffer *out = document->out;
    if (document->plan->veiligheidsplan.zorgen.count == 0)
        return trouble_tell(
            trouble, 0,
            N_("holds no concern about safety (`veiligheidsplan`, `zorgen`) to ask advice about"),
            NULL);
    write_head(document);
    write_plan(document);
    html_raw(out, "</section>\n");
    open_questions(out);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        write_question(out, (int)i + 1, D_(questions[i]), NULL);
    close_questions(out);
    return 0;
}

static int write_of_record(struct document *document, struct arena *arena,
                           struct trouble *trouble) {
    struct buffer *out = document->out;
    struct adviesvraag request;
    int number = 0;
    if (adviesvraag_maak(document->dossier, document->linked, arena, &request) != 0)
        return trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    if (!has_facts(&request))
        return trouble_tell(
            trouble, 0,
            N_("holds no sign that is a fact (`signalen`, `feit: ja`) to ask advice about"), NULL);
    write_head(document);
    write_record(out, &request);
    html_raw(out, "</section>\n");
    open_questions(out);
    for (int i = 0; i < ADVIES_VRAGEN; i++)
        if (request.vragen[i])
            write_question(out, ++number, D_(adviesvraag_zin((enum adviesvraag_vraag)i)),
                           i == VRAAG_OPEN && request.weging.volgende >= 0
                               ? D_(part_weegvragen[request.weging.volgende])
                               : NULL);
    close_questions(out);
    return 0;
}

int part_adviesvraag(struct document *document, struct trouble *trouble) {
    struct arena arena;
    if (!document->dossier)
        return write_of_plan(document, trouble);
    arena_init(&arena, 0);
    int outcome = write_of_record(document, &arena, trouble);
    arena_free(&arena);
    return outcome;
}
