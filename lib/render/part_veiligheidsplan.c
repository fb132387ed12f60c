// SPDX-License-Identifier: EUPL-1.2
// The safety plan: its agreements on one sheet to hang up, the whole of it behind that, and where
// to sign (KW §5.2).
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/lid.h"
#include "lib/method/spoed.h"
#include "lib/method/veiligheidsplan.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"

// How large the letters are follows from the number of lines that the agreements are likely to take
// (each of LINE letters); with more than fit on one side, each is told more briefly.
enum { LINE = 62, LINES_LARGE = 30, LINES_MIDDLE = 41, LINES_SMALL = 58 };

struct sheet {
    struct document *document;
    const char *size; // class of the letters
    bool brief;
};

static size_t lines_of(const struct plan_text *text) {
    return document_has(text) ? text->text.length / LINE + 1 : 0;
}

static size_t lines_of_agreement(const struct plan_afspraak *afspraak, bool brief) {
    size_t lines = 1 + lines_of(&afspraak->wat) + lines_of(&afspraak->wanneer) +
                   lines_of(&afspraak->bij_niet_nakomen);
    if (!brief)
        lines += 1 + lines_of(&afspraak->waar) + lines_of(&afspraak->klant_doet);
    return lines;
}

static size_t lines_of_all(const struct plan_afspraak_list *list, bool brief) {
    size_t lines = 0;
    for (size_t i = 0; i < list->count; i++)
        if (afspraak_is_live(&list->items[i]))
            lines += lines_of_agreement(&list->items[i], brief);
    return lines;
}

static struct sheet plan_sheet(struct document *document) {
    const struct plan_afspraak_list *list = &document->plan->veiligheidsplan.afspraken;
    struct sheet sheet = {document, "fijn", lines_of_all(list, false) > LINES_SMALL};
    size_t lines = lines_of_all(list, sheet.brief);
    if (lines <= LINES_LARGE)
        sheet.size = "groot";
    else if (lines <= LINES_MIDDLE)
        sheet.size = "gewoon";
    return sheet;
}

static void write_line(struct buffer *out, const char *label, const struct plan_text *text) {
    if (!document_has(text))
        return;
    buffer_format(out, "<p><span class=\"label\">%s</span> ", label);
    html_isolated(out, text_trim(text->text));
    html_raw(out, "</p>\n");
}

static void write_agreement(const struct sheet *sheet, unsigned number,
                            const struct plan_afspraak *afspraak) {
    struct document *document = sheet->document;
    struct buffer *out = document->out;
    buffer_format(out, "<div class=\"regel\">\n<h2><span class=\"cijfer\">%u</span> ", number);
    say_persons(out, document->plan, &afspraak->wie);
    html_raw(out, afspraak->wie.count > 0 ? " " : "");
    html_isolated(out, text_trim(afspraak->wat.text));
    html_raw(out, "</h2>\n");
    write_line(out, D_("Wanneer:"), &afspraak->wanneer);
    if (!sheet->brief) {
        write_line(out, D_("Waar:"), &afspraak->waar);
        write_line(out, D_("Dit doen we zelf:"), &afspraak->klant_doet);
    }
    if (afspraak->toezicht.node && !sheet->brief) {
        html_words(out, "<p><span class=\"label\">", D_("Wie let erop:"), "</span> ");
        say_person(out, document->plan, afspraak->toezicht.text);
        html_raw(out, "</p>\n");
    }
    write_line(out, D_("Lukt het niet?"), &afspraak->bij_niet_nakomen);
    html_raw(out, "</div>\n");
}

// ---- whom to call ----

enum { MOST_TO_CALL = 12 };

struct callers {
    struct text ids[MOST_TO_CALL];
    size_t count;
};

static void add_caller(struct document *document, struct callers *callers, struct text id) {
    struct persoon persoon = plan_persoon(document->plan, id);
    if (persoon.soort == PERSOON_ONBEKEND || document_phone(document->plan, id).length == 0 ||
        callers->count == MOST_TO_CALL)
        return;
    for (size_t i = 0; i < callers->count; i++)
        if (text_equal(callers->ids[i], id))
            return;
    callers->ids[callers->count++] = id;
}

// Those who see to an agreement or help with it, and who keeps the plan going; of the household
// nobody needs the number here.
static void find_callers(struct document *document, struct callers *callers) {
    const struct plan_afspraak_list *list = &document->plan->veiligheidsplan.afspraken;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_afspraak *afspraak = &list->items[i];
        if (!afspraak_is_live(afspraak))
            continue;
        if (plan_persoon(document->plan, afspraak->toezicht.text).soort != PERSOON_LID)
            add_caller(document, callers, afspraak->toezicht.text);
        for (size_t k = 0; k < afspraak->steun.count; k++)
            for (size_t n = 0; n < afspraak->steun.items[k].wie.count; n++) {
                struct text id = afspraak->steun.items[k].wie.items[n].text;
                if (plan_persoon(document->plan, id).soort != PERSOON_LID)
                    add_caller(document, callers, id);
            }
    }
    add_caller(document, callers, document->plan->regie.procesregisseur.text);
}

// On a sheet like this only a number helps, not how to come by one.
static bool is_number(struct text text) {
    return text.length > 0 &&
           (text.bytes[0] == '+' || (text.bytes[0] >= '0' && text.bytes[0] <= '9'));
}

enum { LONGEST_WORDS = 255 }; // of who to ring, in schemas/spoed.yaml

// Words of ours in the document's language; a kader's own words as they stand.
static struct text in_language(struct text dutch) {
    char words[LONGEST_WORDS + 1];
    if (dutch.length > LONGEST_WORDS)
        return dutch;
    memcpy(words, dutch.bytes, dutch.length);
    words[dutch.length] = '\0';
    const char *found = D_(words);
    return found == words ? dutch : text_of(found);
}

static void write_number(struct html_table *table, const struct spoed_bellen *other) {
    html_row_open(table);
    html_cell_open(table);
    html_isolated(table->out, in_language(other->wie));
    if (other->wanneer.length > 0) {
        html_raw(table->out, " <span class=\"bij\">");
        html_isolated(table->out, in_language(other->wanneer));
        html_raw(table->out, "</span>");
    }
    html_cell_close(table);
    html_cell_open(table);
    say_phone(table->out, other->nummer);
    html_cell_close(table);
    html_row_close(table);
}

static void write_callers(struct document *document) {
    static const struct html_column columns[] = {{DN_("Wie bel je?"), 66, NULL},
                                                 {DN_("Nummer"), 34, "bel"}};
    struct callers callers = {.count = 0};
    struct html_table table;
    find_callers(document, &callers);
    html_table_open(&table, document->out, "lijst bellen", NULL, columns, 2);
    for (size_t i = 0; i < callers.count; i++) {
        html_row_open(&table);
        html_cell_open(&table);
        document_person_and_role(document, callers.ids[i]);
        html_cell_close(&table);
        html_cell_open(&table);
        say_phone(document->out, document_phone(document->plan, callers.ids[i]));
        html_cell_close(&table);
        html_row_close(&table);
    }
    struct spoed_bellen others[SPOED_MOST];
    size_t count = spoed_bellen(document->kader, LANGUAGE_DUTCH, others);
    for (size_t i = 0; i < count; i++)
        if (is_number(others[i].nummer) && !text_is(others[i].nummer, "112")) // that stands above
            write_number(&table, &others[i]);
    html_table_close(&table);
}

// ---- the sheet, and the rest ----

static void write_sheet(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_afspraak_list *list = &document->plan->veiligheidsplan.afspraken;
    struct sheet sheet = plan_sheet(document);
    unsigned number = 0;
    buffer_format(out, "<section class=\"ophangen %s\">\n", sheet.size);
    html_words(out, "<h1 class=\"kop-titel\">", D_("Zo houden we het veilig"), "");
    html_words(out, "</h1>\n<div class=\"alarm\"><p>",
               D_("<strong>Is er direct gevaar? Bel 112.</strong> Dat mag iedereen, ook een kind."),
               "</p></div>\n");
    for (size_t i = 0; i < list->count; i++)
        if (afspraak_is_live(&list->items[i]))
            write_agreement(&sheet, ++number, &list->items[i]);
    write_callers(document);
    html_raw(out, "</section>\n");
}

static void write_signatures(struct document *document) {
    html_words(document->out, "<section class=\"deel\">\n<h2 id=\"akkoord\">", D_("Akkoord"),
               "</h2>\n");
    document_akkoord(document);
    html_raw(document->out, "</section>\n");
}

static bool has_live(const struct plan_afspraak_list *list) {
    for (size_t i = 0; i < list->count; i++)
        if (afspraak_is_live(&list->items[i]))
            return true;
    return false;
}

int part_veiligheidsplan(struct document *document, struct trouble *trouble) {
    struct buffer *out = document->out;
    bool sheet = has_live(&document->plan->veiligheidsplan.afspraken);
    if (!document->plan->veiligheidsplan.node)
        return trouble_tell(trouble, 0,
                            N_("has no safety plan (`veiligheidsplan`); g1p-safety begin starts "
                               "one"),
                            NULL);
    if (sheet)
        write_sheet(document);
    html_raw(out, sheet ? "<section class=\"deel veiligheid nieuw-blad\">\n"
                        : "<section class=\"deel veiligheid\">\n");
    document_kop(document, true, sheet ? 2 : 1);
    if (!sheet)
        html_words(out, "<h2 id=\"veiligheidsplan\">", D_("Ons veiligheidsplan"), "</h2>\n");
    document_veiligheidsplan(document);
    html_raw(out, "</section>\n");
    if (document_has_akkoord(document))
        write_signatures(document);
    return 0;
}
