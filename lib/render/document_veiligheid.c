// SPDX-License-Identifier: EUPL-1.2
// The safety plan: what is safe and what is not, the agreements, the check of goals.
#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/render/document_parts.h"
#include "lib/render/part.h"

static void write_harm(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_schade_list *list = &document->plan->veiligheidsplan.schade;
    if (list->count == 0)
        return;
    html_words(out, "<h3>", D_("Wat heeft het met mensen gedaan?"), "</h3>\n<ul>\n");
    for (size_t i = 0; i < list->count; i++) {
        html_raw(out, "<li>");
        if (list->items[i].over.count > 0) {
            html_raw(out, "<span class=\"label\">");
            say_persons(out, document->plan, &list->items[i].over);
            html_raw(out, ":</span> ");
        }
        html_isolated(out, text_trim(list->items[i].wat.text));
        html_raw(out, "</li>\n");
    }
    html_raw(out, "</ul>\n");
}

static void write_biggest(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_grootste_zorg *zorg = &document->plan->veiligheidsplan.grootste_zorg;
    if (!document_has(&zorg->citaat))
        return;
    html_words(out, "<div class=\"grootste-zorg\">\n<h3>", D_("De grootste zorg"), "");
    html_words(out, "</h3>\n<p>", D_("Wat is het ergste dat kan gebeuren als er niets verandert?"),
               "</p>\n<p>");
    if (zorg->wie.count > 0) {
        say_persons(out, document->plan, &zorg->wie);
        html_raw(out, zorg->wie.count > 1 ? D_(" zeggen: ") : D_(" zegt: "));
    }
    say_quote(out, zorg->citaat.text);
    html_raw(out, "</p>\n</div>\n");
}

static void write_factors(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_texts *factors = &document->plan->veiligheidsplan.complicerende_factoren;
    const struct plan_text *reports = &document->plan->veiligheidsplan.eerdere_meldingen;
    if (factors->geen || factors->count > 0)
        html_words(out, "<h3>", D_("Wat maakt het moeilijker?"), "</h3>\n");
    if (factors->geen)
        html_words(out, "<p>", D_("Er zijn geen dingen die het moeilijker maken."), "</p>\n");
    if (factors->count > 0) {
        html_raw(out, "<ul>\n");
        for (size_t i = 0; i < factors->count; i++) {
            html_raw(out, "<li>");
            html_isolated(out, text_trim(factors->items[i].text));
            html_raw(out, "</li>\n");
        }
        html_raw(out, "</ul>\n");
    }
    if (!document_has(reports))
        return;
    html_words(out, "<h3>", D_("Wat is er eerder gemeld of gebeurd?"), "</h3>\n");
    if (text_is(text_trim(reports->text), "geen"))
        html_words(out, "<p>", D_("Er zijn geen eerdere meldingen."), "</p>\n");
    else
        html_paragraphs(out, reports->text);
}

// ---- the agreements ----

static void write_support(struct document *document, struct html_table *table,
                          const struct plan_steun_list *steun) {
    struct buffer *out = document->out;
    if (steun->count == 0)
        return;
    fact_open(table, D_("Wie helpt daarbij?"));
    for (size_t i = 0; i < steun->count; i++) {
        html_raw(out, i > 0 ? "<br>\n" : "");
        say_persons(out, document->plan, &steun->items[i].wie);
        html_raw(out,
                 steun->items[i].wie.count > 0 && document_has(&steun->items[i].wat) ? ": " : "");
        html_isolated(out, text_trim(steun->items[i].wat.text));
    }
    fact_close(table);
}

static void write_made(struct document *document, struct html_table *table,
                       const struct plan_afspraak *afspraak) {
    struct buffer *out = document->out;
    if (!date_known(afspraak->gemaakt.date) && !date_known(afspraak->bijgesteld.date))
        return;
    fact_open(table, D_("Gemaakt"));
    say_date(out, afspraak->gemaakt.date);
    if (date_known(afspraak->bijgesteld.date)) {
        html_raw(out,
                 date_known(afspraak->gemaakt.date) ? D_(", aangepast op ") : D_("aangepast op "));
        say_date(out, afspraak->bijgesteld.date);
    }
    fact_close(table);
}

static void write_kept(struct document *document, struct html_table *table,
                       const struct plan_afspraak *afspraak) {
    static const char *const marks[] = {"loopt", "klaar", "te-laat", "vervallen"};
    static const char *const kept[] = {"klaar", "deels", "te-laat"};
    struct buffer *out = document->out;
    if (afspraak->status.value < 0 && afspraak->evaluaties.count == 0)
        return;
    fact_open(table, D_("Hoe gaat het?"));
    if (afspraak->status.value >= 0) {
        buffer_format(out, "<span class=\"stand %s\">", marks[afspraak->status.value]);
        say_word_within(out, TYPE_AFSPRAAKSTATUS, &afspraak->status);
        html_raw(out, "</span>");
    }
    for (size_t i = 0; i < afspraak->evaluaties.count; i++) {
        const struct plan_afspraakevaluatie *look = &afspraak->evaluaties.items[i];
        html_raw(out, i > 0 || afspraak->status.value >= 0 ? "<br>\n" : "");
        say_date(out, look->datum.date);
        if (look->behaald.value >= 0) {
            buffer_format(out, ": <span class=\"stand %s\">", kept[look->behaald.value]);
            say_word_within(out, TYPE_BEHAALD, &look->behaald);
            html_raw(out, "</span>");
        }
        if (document_has(&look->toelichting)) {
            html_raw(out, ". ");
            html_isolated(out, text_trim(look->toelichting.text));
        }
    }
    fact_close(table);
}

static void write_agreement(struct document *document, const struct plan_afspraak *afspraak,
                            unsigned long number) {
    struct buffer *out = document->out;
    struct html_table table;
    buffer_format(out, "<div class=\"kaart\">\n<h4 id=\"afspraak-%lu\"><span class=\"pil\">",
                  number);
    buffer_format(out, D_("Afspraak %lu"), number);
    html_raw(out, "</span> ");
    say_persons(out, document->plan, &afspraak->wie);
    html_raw(out, afspraak->wie.count > 0 && document_has(&afspraak->wat) ? ": " : "");
    html_isolated(out, text_trim(afspraak->wat.text));
    html_raw(out, "</h4>\n");
    facts_open(&table, out);
    fact_text(&table, D_("Waar"), &afspraak->waar);
    fact_text(&table, D_("Wanneer"), &afspraak->wanneer);
    fact_text(&table, D_("Wat doen we zelf?"), &afspraak->klant_doet);
    write_support(document, &table, &afspraak->steun);
    if (afspraak->toezicht.node) {
        fact_open(&table, D_("Wie let erop?"));
        say_person(out, document->plan, afspraak->toezicht.text);
        fact_close(&table);
    }
    fact_text(&table, D_("En als het niet lukt?"), &afspraak->bij_niet_nakomen);
    write_made(document, &table, afspraak);
    write_kept(document, &table, afspraak);
    html_table_close(&table);
    html_raw(out, "</div>\n");
}

static void write_agreements(struct document *document) {
    const struct plan_afspraak_list *list = &document->plan->veiligheidsplan.afspraken;
    html_words(document->out, "<div class=\"afspraken\">\n<h3 id=\"afspraken\">",
               D_("Veiligheidsafspraken"), "");
    html_words(
        document->out, "</h3>\n<p>",
        D_("<strong>Is er direct gevaar? Bel 112.</strong> Dat mag iedereen doen, ook een kind."),
        "</p>\n");
    if (list->count == 0)
        document_leeg(document, D_("De afspraken maken we samen in het overleg."));
    for (size_t i = 0; i < list->count; i++)
        write_agreement(document, &list->items[i], (unsigned long)i + 1);
    html_raw(document->out, "</div>\n");
}

// ---- the four goals ----

// In the whole plan a link to the goal, else what it says.
static void write_goal_reference(struct document *document, size_t index) {
    unsigned long number = (unsigned long)index + 1;
    if (!document->part->sections) {
        buffer_format(document->out, "<a href=\"#doel-%lu\">", number);
        buffer_format(document->out, D_("doel %lu"), number);
        html_raw(document->out, "</a>");
    } else
        html_isolated(document->out, text_trim(document->plan->doelen.items[index].doel.text));
}

static void write_goal_check(struct document *document) {
    static const struct html_column columns[] = {{DN_("Dit moet een doel zijn"), 52, NULL},
                                                 {DN_("Staat het in het plan?"), 48, NULL}};
    struct buffer *out = document->out;
    const struct plan_doel_list *doelen = &document->plan->doelen;
    struct html_table table;
    html_words(out, "<div class=\"samen\">\n<h3 id=\"doelencheck\">",
               D_("Vier doelen die bij een veiligheidsplan horen"), "</h3>\n");
    html_table_open(&table, out, "lijst", NULL, columns, 2);
    for (int which = 0; which < DUE_OBLIGED_GOALS; which++) {
        html_row_open(&table);
        html_cell_open(&table);
        struct plan_word word = {document->plan->node, which};
        say_word(out, TYPE_VEILIGHEIDSDOEL, &word);
        html_cell_close(&table);
        html_cell_open(&table);
        bool any = false;
        for (size_t i = 0; i < doelen->count; i++) {
            if (!due_is_obliged(&doelen->items[i], which))
                continue;
            if (any)
                html_raw(out, ", ");
            else
                html_words(out, "<span class=\"stand klaar\">", D_("ja"), "</span>: ");
            write_goal_reference(document, i);
            any = true;
        }
        if (!any)
            html_words(out, "<span class=\"stand te-laat\">", D_("nog niet"), "</span>");
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
    html_raw(out, "</div>\n");
}

void document_veiligheidsplan(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_veiligheidsplan *plan = &document->plan->veiligheidsplan;
    struct document_kolommen kolommen = {D_("Dit geeft nu al veiligheid"), D_("Dit is niet veilig"),
                                         &plan->krachten, NULL, &plan->zorgen};
    html_words(out, "<p>", D_("In dit deel staat wat er nodig is zodat iedereen veilig is."), "");
    if (date_known(plan->opgesteld.date)) {
        html_raw(out, D_(" We schreven het op "));
        say_date(out, plan->opgesteld.date);
        html_raw(out, ".");
    }
    html_raw(out, "</p>\n");
    if (plan->krachten.count + plan->zorgen.count > 0)
        document_kolommen(document, &kolommen);
    write_harm(document);
    write_biggest(document);
    write_factors(document);
    document_schaal(document);
    write_agreements(document);
    if (!document->partial) // goals may have been left out: they would be said to be missing
        write_goal_check(document);
}
