// SPDX-License-Identifier: EUPL-1.2
// A question for advice without names (WP stap 2): the facts of a safety plan or of a record of the
// meldcode, the questions, and room for what was advised.
#include "lib/base/words.h"
#include "lib/method/lid.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"

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
        html_raw(out, lid_minderjarig(lid_leeftijd(lid, document->today)) ? "kind" : "volwassene");
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
            html_raw(out, persoon.soort == PERSOON_NAASTE         ? "iemand uit het netwerk"
                          : persoon.soort == PERSOON_PROFESSIONAL ? "een professional"
                                                                  : "iemand");
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
        open_list(out, "Wat is er gebeurd?", &any);
        html_raw(out, "<li>");
        if (document_has(&zorg->citaat)) {
            write_roles(document, &zorg->wie);
            html_raw(out, zorg->wie.count > 0 ? ": " : "");
            say_quote(out, zorg->citaat.text);
        }
        write_moment(out, "De eerste keer", &zorg->eerste);
        write_moment(out, "De ergste keer", &zorg->ergste);
        write_moment(out, "De laatste keer", &zorg->laatste);
        write_moment(out, "Hoe vaak", &zorg->frequentie);
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
        open_list(out, "Wat heeft het met mensen gedaan?", &any);
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
        open_list(out, "Wat geeft nu al veiligheid?", &any);
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
    html_raw(out, "<h3>Hoe veilig is het volgens henzelf?</h3>\n<p>Op ");
    say_date(out, last);
    html_raw(out, " gaven de betrokkenen cijfers van ");
    say_figure(out, lowest);
    if (highest > lowest) {
        html_raw(out, " tot ");
        say_figure(out, highest);
    }
    html_raw(out, ". Een 0 is levensgevaarlijk, een 10 veilig genoeg om te stoppen.</p>\n");
}

static void write_plan(struct document *document) {
    const struct plan_lid_list *leden = &document->plan->huishouden.leden;
    struct buffer *out = document->out;
    html_raw(out, "<h3>Over wie gaat het?</h3>\n<ul>\n");
    for (size_t i = 0; i < leden->count; i++)
        write_member(document, &leden->items[i]);
    html_raw(out, "</ul>\n");
    write_plan_concerns(document);
    write_plan_harm(document);
    write_plan_strengths(document);
    write_plan_figures(document);
}

// ---- out of a record ----

static void write_concerned(struct document *document) {
    const struct plan_betrokkene_list *list = &document->dossier->betreft;
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < list->count; i++) {
        if (!list->items[i].leeftijdsgroep.node)
            continue;
        open_list(out, "Over wie gaat het?", &any);
        html_raw(out, "<li>");
        say_word(out, TYPE_LEEFTIJDSGROEP, &list->items[i].leeftijdsgroep);
        html_raw(out, "</li>\n");
    }
    close_list(out, any);
}

static void write_facts(struct document *document) {
    const struct plan_signaal_list *list = &document->dossier->signalen;
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_signaal *sign = &list->items[i];
        if (sign->feit.value != JA_NEE_JA || !document_has(&sign->wat))
            continue;
        open_list(out, "Wat staat vast?", &any);
        html_raw(out, "<li>");
        html_isolated(out, text_trim(sign->wat.text));
        html_raw(out, " <span class=\"bij\">(");
        say_words_within(out, TYPE_WAARNEMING, &sign->waargenomen);
        html_raw(out, sign->waargenomen.count > 0 && date_known(sign->datum.date) ? ", " : "");
        say_date(out, sign->datum.date);
        html_raw(out, ")</span></li>\n");
    }
    close_list(out, any);
}

static void write_estimates(struct document *document) {
    const struct plan_taxatie_list *list = &document->dossier->taxatie;
    struct buffer *out = document->out;
    bool any = false;
    for (size_t i = 0; i < list->count; i++) {
        if (!document_has(&list->items[i].uitkomst))
            continue;
        open_list(out, "Wat wees een meetlijst uit?", &any);
        html_raw(out, "<li>");
        html_isolated(out, text_trim(list->items[i].instrument.text));
        html_raw(out, document_has(&list->items[i].instrument) ? ": " : "");
        html_isolated(out, text_trim(list->items[i].uitkomst.text));
        html_raw(out, "</li>\n");
    }
    close_list(out, any);
}

static void write_record(struct document *document) {
    const struct plan_meldcode *dossier = document->dossier;
    if (dossier->vormen.count > 0) {
        html_raw(document->out, "<h3>Waar gaat het om?</h3>\n<p>");
        say_words_within(document->out, TYPE_GEWELDSVORM, &dossier->vormen);
        html_raw(document->out, "</p>\n");
    }
    write_concerned(document);
    write_facts(document);
    write_estimates(document);
}

static bool has_facts(const struct document *document) {
    if (!document->dossier)
        return document->plan->veiligheidsplan.zorgen.count > 0;
    for (size_t i = 0; i < document->dossier->signalen.count; i++)
        if (document->dossier->signalen.items[i].feit.value == JA_NEE_JA &&
            document_has(&document->dossier->signalen.items[i].wat))
            return true;
    return false;
}

// ---- the questions ----

static void write_questions(struct buffer *out) {
    static const char *const questions[] = {
        "Hoe ernstig is dit, en hoe groot is het gevaar nu?",
        "Welke feiten missen we nog?",
        "Wat moet er als eerste gebeuren, en wie doet dat?",
        "Wat moet er ten minste geregeld zijn om het veilig te noemen?",
        "Wat doen we als dat niet lukt?",
        "Hoe bespreken we dit met het huishouden, en met wie eerst?",
    };
    html_raw(out, "<section class=\"deel\">\n<h2 id=\"vragen\">Onze vragen</h2>\n");
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        buffer_format(out,
                      "<div class=\"vraag krappe-vraag\">\n<p><span class=\"pil\">%zu</span> "
                      "<strong>%s</strong></p>\n",
                      i + 1, questions[i]);
        for (int k = 0; k < QUESTION_LINES; k++)
            html_raw(out, "<div class=\"schrijflijn\">&nbsp;</div>\n");
        html_raw(out, "</div>\n");
    }
    html_raw(out, "<p>Advies van <span class=\"invul\">………………………………………</span> op <span "
                  "class=\"invul\">…………………………</span></p>\n</section>\n");
}

int part_adviesvraag(struct document *document, struct trouble *trouble) {
    struct buffer *out = document->out;
    if (!has_facts(document))
        return trouble_tell(
            trouble, 0,
            document->dossier
                ? N_("holds no sign that is a fact (`signalen`, `feit: ja`) to ask advice about")
                : N_("holds no concern about safety (`veiligheidsplan`, `zorgen`) to ask advice "
                     "about"),
            NULL);
    document_kop(document, false, 1);
    html_raw(out,
             "<div class=\"welkom\"><p>We vragen advies over een huishouden. Namen en adressen "
             "staan er niet in, en die hoeven ook niet genoemd te worden om advies te "
             "krijgen.</p></div>\n"
             "<section class=\"deel\">\n<h2 id=\"feiten\">De feiten</h2>\n");
    if (document->dossier)
        write_record(document);
    else
        write_plan(document);
    html_raw(out, "</section>\n");
    write_questions(out);
    return 0;
}
