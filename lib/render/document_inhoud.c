// SPDX-License-Identifier: EUPL-1.2
// Why there is a plan, what goes well and what worries, earlier help, how it hangs together.
#include "lib/base/words.h"
#include "lib/method/lid.h"
#include "lib/render/document_parts.h"

void document_aanleiding(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    bool any = false;
    if (document_has(&plan->aanleiding.citaat)) {
        any = true;
        html_raw(out, "<p>");
        if (plan->aanleiding.wie.count > 0) {
            say_persons(out, plan, &plan->aanleiding.wie);
            html_raw(out, plan->aanleiding.wie.count > 1 ? D_(" zeggen: ") : D_(" zegt: "));
        }
        say_quote(out, plan->aanleiding.citaat.text);
        html_raw(out, "</p>\n");
    }
    if (document_has(&plan->intake.hulpvraag)) {
        any = true;
        html_words(out, "<p><span class=\"label\">", D_("De vraag:"), "</span> ");
        html_isolated(out, plan->intake.hulpvraag.text);
        html_raw(out, "</p>\n");
    }
    if (!any)
        document_leeg(document, D_("Dit schrijven we nog samen op."));
}

// ---- strengths beside concerns ----

// A strength or a concern; what only the one or the other has is absent or NULL.
struct point {
    const struct plan_texts *wie;
    const struct plan_text *citaat;
    const struct plan_texts *over;
    const struct plan_word *leefgebied;
    const struct plan_date *sinds;
    const struct plan_text *gevolg;
    const struct plan_number *prioriteit;
    const struct plan_word *chronisch;
    const struct plan_word *status;
    const struct plan_veiligheidszorg *veiligheid;
};

// Between two things on the line that says who, about whom, on what and since when.
static void part(struct buffer *out, bool *any) {
    if (*any)
        html_raw(out, " · ");
    *any = true;
}

static void write_source(struct document *document, const struct point *point) {
    struct buffer *out = document->out;
    bool any = false;
    html_raw(out, "<p><span class=\"bij\">");
    if (point->wie->count > 0) {
        part(out, &any);
        say_persons(out, document->plan, point->wie);
    }
    if (point->over->count > 0 && !ids_same(point->wie, point->over)) {
        html_raw(out, any ? D_(" over ") : D_("over "));
        any = true;
        say_persons(out, document->plan, point->over);
    }
    if (point->leefgebied->node) {
        part(out, &any);
        say_word_within(out, TYPE_LEEFGEBIED, point->leefgebied);
    }
    if (say_has_date(point->sinds)) {
        struct buffer when = {0};
        part(out, &any);
        bool date = say_when(&when, point->sinds);
        // Somebody who writes "sinds de brand" has said it already.
        bool said = text_starts(point->sinds->node->text, "sinds ") ||
                    text_starts(point->sinds->node->text, "Sinds ");
        html_raw(out, date ? D_("sinds ") : said ? "" : D_("sinds wanneer: "));
        buffer_add(out, buffer_text(&when));
        out->failed = out->failed || when.failed;
        buffer_free(&when);
    }
    html_raw(out, "</span></p>\n");
}

static void write_state(struct document *document, const struct point *point) {
    struct buffer *out = document->out;
    bool first = point->prioriteit && point->prioriteit->node && point->prioriteit->value > 0;
    bool lasts = point->chronisch && point->chronisch->value == JA_NEE_JA;
    bool state = point->status && point->status->value >= 0;
    if (!first && !lasts && !state)
        return;
    html_raw(out, "<p><span class=\"bij\">");
    if (first && point->prioriteit->value < 2)
        html_raw(out, D_("Dit pakken we als eerste op. "));
    else if (first)
        buffer_format(out, D_("Dit staat op plaats %d. "), (int)point->prioriteit->value);
    if (lasts)
        html_raw(out, D_("Dit blijft waarschijnlijk. "));
    html_raw(out, "</span>");
    if (state && point->status->value == ZORGSTATUS_OPGELOST)
        html_words(out, "<span class=\"stand klaar\">", D_("opgelost"), "</span>");
    else if (state)
        buffer_format(out, "<span class=\"stand %s\">%s</span>",
                      point->status->value == ZORGSTATUS_MINDER ? "deels" : "loopt",
                      point->status->value == ZORGSTATUS_MINDER ? D_("wordt minder")
                                                                : D_("speelt nu"));
    html_raw(out, "</p>\n");
}

static void write_labelled(struct buffer *out, const char *label, const struct plan_text *text) {
    if (!document_has(text))
        return;
    buffer_format(out, "<p><span class=\"label\">%s:</span> ", label);
    html_isolated(out, text_trim(text->text));
    html_raw(out, "</p>\n");
}

static void write_point(struct document *document, const struct point *point) {
    struct buffer *out = document->out;
    html_raw(out, "<li><div class=\"punt\"><p>");
    if (document_has(point->citaat))
        say_quote(out, point->citaat->text);
    else
        html_words(out, "<span class=\"leeg\">", D_("nog geen woorden"), "</span>");
    html_raw(out, "</p>\n");
    write_source(document, point);
    write_labelled(out, D_("Gevolg"), point->gevolg);
    if (point->veiligheid) {
        write_labelled(out, D_("De eerste keer"), &point->veiligheid->eerste);
        write_labelled(out, D_("De ergste keer"), &point->veiligheid->ergste);
        write_labelled(out, D_("De laatste keer"), &point->veiligheid->laatste);
        write_labelled(out, D_("Hoe vaak"), &point->veiligheid->frequentie);
    }
    write_state(document, point);
    html_raw(out, "</div></li>\n");
}

static void write_strengths(struct document *document, const struct document_kolommen *kolommen) {
    buffer_format(document->out, "<div class=\"kolom krachten\">\n<h3>%s</h3>\n",
                  kolommen->kop_krachten);
    if (kolommen->krachten->count == 0)
        document_leeg(document, D_("Hierover praten we nog."));
    else
        html_raw(document->out, "<ul>\n");
    for (size_t i = 0; i < kolommen->krachten->count; i++) {
        const struct plan_kracht *kracht = &kolommen->krachten->items[i];
        struct point point = {&kracht->wie,   &kracht->citaat,
                              &kracht->over,  &kracht->leefgebied,
                              &kracht->sinds, &kracht->gevolg,
                              NULL,           NULL,
                              NULL,           NULL};
        write_point(document, &point);
    }
    html_raw(document->out, kolommen->krachten->count > 0 ? "</ul>\n</div>\n" : "</div>\n");
}

static void write_concerns(struct document *document, const struct document_kolommen *kolommen) {
    size_t count = kolommen->zorgen ? kolommen->zorgen->count : kolommen->veiligheidszorgen->count;
    buffer_format(document->out, "<div class=\"kolom zorgen\">\n<h3>%s</h3>\n",
                  kolommen->kop_zorgen);
    if (count == 0)
        document_leeg(document, D_("Hierover praten we nog."));
    else
        html_raw(document->out, "<ul>\n");
    for (size_t i = 0; i < count && kolommen->zorgen; i++) {
        const struct plan_zorg *z = &kolommen->zorgen->items[i];
        struct point point = {&z->wie,    &z->citaat,     &z->over,      &z->leefgebied, &z->sinds,
                              &z->gevolg, &z->prioriteit, &z->chronisch, &z->status,     NULL};
        write_point(document, &point);
    }
    for (size_t i = 0; i < count && kolommen->veiligheidszorgen; i++) {
        const struct plan_veiligheidszorg *z = &kolommen->veiligheidszorgen->items[i];
        struct point point = {&z->wie,    &z->citaat,     &z->over,      &z->leefgebied, &z->sinds,
                              &z->gevolg, &z->prioriteit, &z->chronisch, &z->status,     z};
        write_point(document, &point);
    }
    html_raw(document->out, count > 0 ? "</ul>\n</div>\n" : "</div>\n");
}

// About how many lines a text takes in half the width of a page.
static size_t lines_of(const struct plan_text *text) {
    enum { LINE = 42 };
    return document_has(text) ? text->text.length / LINE + 1 : 0;
}

static size_t lines_of_strengths(const struct plan_kracht_list *list) {
    size_t lines = 0;
    for (size_t i = 0; i < list->count; i++)
        lines += 2 + lines_of(&list->items[i].citaat) + lines_of(&list->items[i].gevolg);
    return lines;
}

static size_t lines_of_concerns(const struct document_kolommen *kolommen) {
    size_t lines = 0;
    for (size_t i = 0; kolommen->zorgen && i < kolommen->zorgen->count; i++) {
        const struct plan_zorg *zorg = &kolommen->zorgen->items[i];
        lines += 3 + lines_of(&zorg->citaat) + lines_of(&zorg->gevolg);
    }
    for (size_t i = 0; kolommen->veiligheidszorgen && i < kolommen->veiligheidszorgen->count; i++) {
        const struct plan_veiligheidszorg *zorg = &kolommen->veiligheidszorgen->items[i];
        lines += 3 + lines_of(&zorg->citaat) + lines_of(&zorg->gevolg) + lines_of(&zorg->eerste) +
                 lines_of(&zorg->ergste) + lines_of(&zorg->laatste) + lines_of(&zorg->frequentie);
    }
    return lines;
}

// What does not take more lines than this still looks well beside each other; longer columns come
// one below the other, over the whole width.
enum { MOST_BESIDE = 36 };

void document_kolommen(struct document *document, const struct document_kolommen *kolommen) {
    bool beside = lines_of_strengths(kolommen->krachten) <= MOST_BESIDE &&
                  lines_of_concerns(kolommen) <= MOST_BESIDE;
    if (beside)
        html_raw(document->out, "<div class=\"naast\">\n");
    write_strengths(document, kolommen);
    if (beside)
        html_raw(document->out, "<div class=\"tussen\"></div>\n");
    write_concerns(document, kolommen);
    if (beside)
        html_raw(document->out, "</div>\n");
}

void document_krachten_en_zorgen(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    struct document_kolommen kolommen = {D_("Krachten: dit gaat goed"),
                                         D_("Zorgen: hier zitten we mee"), &plan->krachten,
                                         &plan->zorgen, NULL};
    if (!document->partial) // what was left out would be counted as none
        document_leefgebieden(document);
    if (plan->krachten.count + plan->zorgen.count > 0)
        document_kolommen(document, &kolommen);
    else
        document_leeg(document, D_("Hierover praten we nog."));
    if (plan->zonder_bijzonderheden.count > 0) {
        html_words(out, "<p>", D_("We spraken ook over "), "");
        say_words_within(out, TYPE_LEEFGEBIED, &plan->zonder_bijzonderheden);
        html_words(out, "", D_(". Daar zijn nu geen bijzonderheden."), "</p>\n");
    }
}

// ---- earlier help, coherence, result ----

static void write_help(struct document *document, struct html_table *table,
                       const struct plan_hulp *hulp) {
    struct buffer *out = document->out;
    html_row_open(table);
    html_cell_open(table);
    html_isolated(out, hulp->hulp.text);
    html_cell_close(table);
    html_cell_open(table);
    say_person(out, document->plan, hulp->door.text);
    if (hulp->voor.count > 0) {
        html_words(out, hulp->door.node ? "<br><span class=\"bij\">" : "<span class=\"bij\">",
                   D_("voor "), "");
        say_persons(out, document->plan, &hulp->voor);
        html_raw(out, "</span>");
    }
    html_cell_close(table);
    html_cell_open(table);
    say_when(out, &hulp->wanneer);
    html_cell_close(table);
    html_cell_open(table);
    html_paragraphs(out, hulp->resultaat.text);
    html_cell_close(table);
    html_row_close(table);
}

void document_eerdere_hulp(struct document *document) {
    static const struct html_column columns[] = {{DN_("Welke hulp"), 28, NULL},
                                                 {DN_("Van wie"), 20, NULL},
                                                 {DN_("Wanneer"), 18, NULL},
                                                 {DN_("Wat leverde het op?"), 34, NULL}};
    const struct plan_hulp_list *list = &document->plan->eerdere_hulp;
    struct html_table table;
    if (list->geen) {
        html_words(document->out, "<p>", D_("Er was nog geen hulp."), "</p>\n");
        return;
    }
    html_table_open(&table, document->out, "lijst", NULL, columns, 4);
    for (size_t i = 0; i < list->count; i++)
        write_help(document, &table, &list->items[i]);
    html_table_close(&table);
}

static void write_headed(struct buffer *out, const char *head, const struct plan_text *text) {
    if (!document_has(text))
        return;
    buffer_format(out, "<h3>%s</h3>\n", head);
    html_paragraphs(out, text->text);
}

void document_analyse(struct document *document) {
    const struct plan_analyse *analyse = &document->plan->analyse;
    write_headed(document->out, D_("Wat heeft met elkaar te maken?"), &analyse->samenhang);
    write_headed(document->out, D_("Wat gebeurt er steeds weer?"), &analyse->patronen);
    write_headed(document->out, D_("Wat komt daarvan?"), &analyse->gevolgen);
}

void document_resultaat(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    const struct plan_basiszorg_en_veiligheid *basis = &plan->basiszorg_en_veiligheid;
    if (document_has(&plan->gewenst_resultaat)) {
        html_raw(out, "<div class=\"kader\">\n");
        html_paragraphs(out, plan->gewenst_resultaat.text);
        html_raw(out, "</div>\n");
    }
    if (!basis->zorgen.node && !document_has(&basis->toelichting))
        return;
    html_words(out, "<p><span class=\"label\">", D_("Zijn er zorgen over basiszorg of veiligheid?"),
               "</span> ");
    say_word(out, TYPE_JA_NEE, &basis->zorgen);
    html_raw(out, basis->zorgen.node ? ". " : "");
    html_isolated(out, basis->toelichting.text);
    if (basis->zorgen.value == JA_NEE_JA && plan->veiligheidsplan.node)
        html_words(out, "",
                   D_(" Daarom is er ook een <a href=\"#veiligheidsplan\">veiligheidsplan</a>"),
                   ".");
    html_raw(out, "</p>\n");
}
