// SPDX-License-Identifier: EUPL-1.2
// The record of the meldcode, for the professional's own file: what was seen, asked, talked over,
// weighed and decided, step by step, with who and when (WP stap 0-5).
#include "lib/base/words.h"
#include "lib/method/weging.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"
#include "lib/schema/schema.h"

// In a record `wie`, `met` and `door` are words, or ids of a plan that is not at hand here.
static void write_texts(struct buffer *out, const struct plan_texts *texts) {
    for (size_t i = 0; i < texts->count; i++) {
        html_raw(out, say_between(i, texts->count));
        html_isolated(out, text_trim(texts->items[i].text));
    }
}

static void fact_word(struct html_table *table, const char *head, int type,
                      const struct plan_word *word) {
    if (!word->node)
        return;
    fact_open(table, head);
    say_word_within(table->out, type, word);
    fact_close(table);
}

static void fact_words(struct html_table *table, const char *head, int type,
                       const struct plan_words *words) {
    if (words->count == 0)
        return;
    fact_open(table, head);
    say_words_within(table->out, type, words);
    fact_close(table);
}

// ---- an entry: a line with who and when, and what it says ----

static void entry_open(struct document *document, struct html_table *table,
                       const struct plan_date *day, const struct plan_text *by) {
    struct buffer *out = document->out;
    html_raw(out, "<div class=\"inbreng\">\n<p><strong>");
    if (date_known(day->date))
        say_date(out, day->date);
    else
        html_raw(out, "Zonder datum");
    html_raw(out, "</strong>");
    if (document_has(by)) {
        html_raw(out, " <span class=\"bij\">door ");
        html_isolated(out, text_trim(by->text));
        html_raw(out, "</span>");
    }
    html_raw(out, "</p>\n");
    facts_open(table, out);
}

static void entry_close(struct html_table *table) {
    html_table_close(table);
    html_raw(table->out, "</div>\n");
}

static void open_step(struct document *document, const char *id, const char *head) {
    buffer_format(document->out, "<section class=\"deel\">\n<h2 id=\"%s\">%s</h2>\n", id, head);
}

static void close_step(struct document *document, size_t count, const char *nothing) {
    if (count == 0)
        document_leeg(document, nothing);
    html_raw(document->out, "</section>\n");
}

// ---- the head ----

static void write_concerned(struct document *document, struct html_table *table) {
    const struct plan_betrokkene_list *list = &document->dossier->betreft;
    struct buffer *out = document->out;
    if (list->count == 0)
        return;
    fact_open(table, "Over wie gaat het?");
    for (size_t i = 0; i < list->count; i++) {
        html_raw(out, i > 0 ? "<br>\n" : "");
        html_isolated(out, text_trim(list->items[i].wie.text));
        if (!list->items[i].leeftijdsgroep.node)
            continue;
        html_raw(out, " <span class=\"bij\">(");
        say_word_within(out, TYPE_LEEFTIJDSGROEP, &list->items[i].leeftijdsgroep);
        html_raw(out, ")</span>");
    }
    fact_close(table);
}

static void write_professional(struct document *document, struct html_table *table) {
    const struct plan_meldcode_professional *who = &document->dossier->professional;
    struct buffer *out = document->out;
    const struct plan_text *parts[] = {&who->naam, &who->functie, &who->organisatie};
    bool any = false;
    fact_open(table, "Van wie is dit dossier?");
    for (int i = 0; i < 3; i++) {
        if (!document_has(parts[i]))
            continue;
        html_raw(out, any ? ", " : "");
        any = true;
        html_isolated(out, text_trim(parts[i]->text));
    }
    if (who->rol.node) {
        html_raw(out, any ? ", " : "");
        say_word_within(out, TYPE_PROFESSIONAL_ROL, &who->rol);
    }
    fact_close(table);
}

static void write_head(struct document *document) {
    const struct plan_meldcode *dossier = document->dossier;
    struct html_table table;
    html_raw(document->out,
             "<div class=\"welkom\"><p>Dit is je eigen dossier. Bewaar het apart van het plan van "
             "het huishouden. Het huishouden mag vragen om te lezen wat er over hen in staat.</p>"
             "</div>\n");
    facts_open(&table, document->out);
    fact_text(&table, "Nummer", &dossier->nummer);
    write_professional(document, &table);
    write_concerned(document, &table);
    fact_text(&table, "Hoort bij plan", &dossier->plan);
    fact_words(&table, "Waar gaat het om?", TYPE_GEWELDSVORM, &dossier->vormen);
    fact_word(&table, "Is iemand er zo aan toe dat een kind of partner gevaar loopt?", TYPE_JA_NEE,
              &dossier->kwetsbare_situatie);
    html_table_close(&table);
}

static void write_danger(struct document *document) {
    const struct plan_levensbedreigend *danger = &document->dossier->levensbedreigend;
    struct html_table table;
    if (!danger->node)
        return;
    open_step(document, "gevaar", "Is er levensgevaar?");
    facts_open(&table, document->out);
    fact_word(&table, "Antwoord", TYPE_JA_NEE, &danger->antwoord);
    fact_words(&table, "Gebeld", TYPE_NOODDIENST, &danger->gebeld);
    fact_date(&table, "Op", &danger->datum);
    html_table_close(&table);
    close_step(document, 1, NULL);
}

// ---- the steps ----

static void write_check(struct document *document, const char *name,
                        const struct plan_zorgcheck *check) {
    struct html_table table;
    if (!check->node)
        return;
    entry_open(document, &table, &check->datum, &check->door);
    fact_text(&table, name, &check->uitkomst);
    entry_close(&table);
}

static void write_signs(struct document *document) {
    const struct plan_meldcode *dossier = document->dossier;
    struct html_table table;
    open_step(document, "stap-1", "Stap 1: wat is er te zien en te horen?");
    for (size_t i = 0; i < dossier->signalen.count; i++) {
        const struct plan_signaal *sign = &dossier->signalen.items[i];
        entry_open(document, &table, &sign->datum, &sign->door);
        fact_text(&table, "Wat", &sign->wat);
        fact_words(&table, "Hoe", TYPE_WAARNEMING, &sign->waargenomen);
        fact_word(&table, "Staat het vast?", TYPE_JA_NEE, &sign->feit);
        entry_close(&table);
    }
    write_check(document, "Kindcheck", &dossier->kindcheck);
    write_check(document, "Mantelzorgcheck", &dossier->mantelzorgcheck);
    for (size_t i = 0; i < dossier->taxatie.count; i++) {
        const struct plan_taxatie *estimate = &dossier->taxatie.items[i];
        entry_open(document, &table, &estimate->datum, &estimate->door);
        fact_text(&table, "Meetlijst", &estimate->instrument);
        fact_word(&table, "Ervoor opgeleid?", TYPE_JA_NEE, &estimate->geschoold);
        fact_text(&table, "Uitkomst", &estimate->uitkomst);
        entry_close(&table);
    }
    close_step(document, dossier->signalen.count, "Er is nog niets opgeschreven.");
}

static void write_consults(struct document *document) {
    const struct plan_consult_list *list = &document->dossier->consulten;
    struct html_table table;
    open_step(document, "stap-2", "Stap 2: met wie is overlegd?");
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_consult *consult = &list->items[i];
        entry_open(document, &table, &consult->datum, &consult->door);
        fact_words(&table, "Met", TYPE_DESKUNDIGE, &consult->met);
        fact_word(&table, "Zonder namen?", TYPE_JA_NEE, &consult->anoniem);
        fact_text(&table, "Advies", &consult->advies);
        fact_text(&table, "Voorwaarden voor veiligheid", &consult->veiligheidsvoorwaarden);
        entry_close(&table);
    }
    close_step(document, list->count, "Er is nog met niemand overlegd.");
}

static void write_talks(struct document *document) {
    const struct plan_gesprek_list *list = &document->dossier->gesprekken;
    const struct plan_geen_gesprek *none = &document->dossier->geen_gesprek;
    struct html_table table;
    open_step(document, "stap-3", "Stap 3: wat is besproken met het huishouden?");
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_gesprek *talk = &list->items[i];
        entry_open(document, &table, &talk->datum, &talk->door);
        if (talk->met.count > 0) {
            fact_open(&table, "Met");
            write_texts(document->out, &talk->met);
            fact_close(&table);
        }
        fact_text(&table, "Besproken", &talk->besproken);
        fact_text(&table, "Uitkomst", &talk->uitkomst);
        fact_date(&table, "We kijken terug op", &talk->evaluatie);
        entry_close(&table);
    }
    if (none->node) {
        entry_open(document, &table, &none->datum, &none->door);
        fact_text(&table, "Waarom geen gesprek?", &none->reden);
        entry_close(&table);
    }
    close_step(document, list->count + (none->node != NULL), "Er is nog geen gesprek geweest.");
}

// What follows from the answers, by enum weging_uitkomst.
static const char *const outcomes[] = {
    "Afsluiten: er is geen vermoeden",
    "Melden bij Veilig Thuis",
    "Melden bij Veilig Thuis, en hulp geven of regelen",
    "Hulp geven of regelen; of het blijvend veilig wordt, is nog "
    "te zien",
    "Doorgaan, met afspraken om de veiligheid te volgen",
    "Nog niet klaar: er zijn meer antwoorden nodig"};

const char *const part_weegvragen[WEGING_VRAGEN] = {
    "1. Is er geweld in huis, of vermoed je dat?", "2. Is het nu of steeds weer onveilig?",
    "3. Kun je hulp geven of regelen die werkt?", "4. Werken de mensen mee?",
    "5. Wordt het daardoor blijvend veilig?"};

static void write_weighing(struct document *document, const struct plan_weging *weighing) {
    const struct plan_word *answers[WEGING_VRAGEN] = {
        &weighing->vermoeden, &weighing->acuut_of_structureel, &weighing->effectieve_hulp,
        &weighing->medewerking, &weighing->duurzame_veiligheid};
    struct weging outcome = weging_van(weighing);
    struct html_table table;
    entry_open(document, &table, &weighing->datum, &weighing->door);
    for (int i = 0; i < WEGING_VRAGEN; i++)
        fact_word(&table, part_weegvragen[i], TYPE_JA_NEE_ONBEKEND, answers[i]);
    fact_words(&table, "Gewogen met", TYPE_WEEGPARTNER, &weighing->met);
    fact_text(&table, "Toelichting", &weighing->toelichting);
    fact_open(&table, "Dit volgt eruit");
    buffer_format(document->out, "<strong>%s</strong>", outcomes[outcome.uitkomst]);
    fact_close(&table);
    entry_close(&table);
}

static void write_weighings(struct document *document) {
    const struct plan_meldcode *dossier = document->dossier;
    struct html_table table;
    open_step(document, "stap-4", "Stap 4 en 5: gewogen en besloten");
    for (size_t i = 0; i < dossier->wegingen.count; i++)
        write_weighing(document, &dossier->wegingen.items[i]);
    for (size_t i = 0; i < dossier->besluiten.count; i++) {
        const struct plan_besluit *decision = &dossier->besluiten.items[i];
        entry_open(document, &table, &decision->datum, &decision->door);
        fact_word(&table, "Besluit: melden?", TYPE_JA_NEE, &decision->melden);
        fact_word(&table, "Besluit: hulp?", TYPE_JA_NEE, &decision->hulp);
        fact_text(&table, "Waarom", &decision->reden);
        entry_close(&table);
    }
    for (size_t i = 0; i < dossier->meldingen.count; i++) {
        const struct plan_melding *report = &dossier->meldingen.items[i];
        entry_open(document, &table, &report->datum, &report->door);
        fact_text(&table, "Gemeld bij", &report->bij);
        fact_text(&table, "Kenmerk", &report->kenmerk);
        fact_word(&table, "Verteld aan het huishouden?", TYPE_JA_NEE, &report->gemeld_aan_klant);
        fact_text(&table, "Toelichting", &report->toelichting);
        entry_close(&table);
    }
    for (size_t i = 0; i < dossier->hulp.count; i++) {
        const struct plan_hulp_na_weging *help = &dossier->hulp.items[i];
        entry_open(document, &table, &help->datum, &help->door);
        fact_text(&table, "Hulp", &help->wat);
        fact_date(&table, "We kijken terug op", &help->evaluatie);
        entry_close(&table);
    }
    close_step(document,
               dossier->wegingen.count + dossier->besluiten.count + dossier->meldingen.count +
                   dossier->hulp.count,
               "Er is nog niet gewogen.");
}

static void write_events(struct document *document) {
    const struct plan_gebeurtenis_list *list = &document->dossier->gebeurtenissen;
    const struct plan_afgesloten *closed = &document->dossier->afgesloten;
    struct html_table table;
    if (list->count == 0 && !closed->node)
        return;
    open_step(document, "daarna", "Wat gebeurde er verder?");
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_gebeurtenis *event = &list->items[i];
        entry_open(document, &table, &event->datum, &event->door);
        fact_word(&table, "Wat", TYPE_GEBEURTENISSOORT, &event->soort);
        fact_text(&table, "Toelichting", &event->toelichting);
        entry_close(&table);
    }
    if (closed->node) {
        entry_open(document, &table, &closed->datum, &closed->door);
        fact_text(&table, "Afgesloten, want", &closed->reden);
        entry_close(&table);
    }
    close_step(document, 1, NULL);
}

int part_meldcode(struct document *document, struct trouble *trouble) {
    (void)trouble; // a record always has a number and a name
    document_kop(document, false, 1);
    write_head(document);
    write_danger(document);
    write_signs(document);
    write_consults(document);
    write_talks(document);
    write_weighings(document);
    write_events(document);
    return 0;
}
