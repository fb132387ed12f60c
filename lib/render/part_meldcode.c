// SPDX-License-Identifier: EUPL-1.2
// The record of the meldcode, for the professional's own file: what was seen, asked, talked over,
// weighed and decided, step by step, with who and when (WP stap 0-5).
#include "lib/base/words.h"
#include "lib/method/weging.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"
#include "lib/schema/schema.h"

// In a record `wie`, `met` and `door` are words, or ids of the plan that it names. Where that was
// found, it tells the name; in a document without names none is taken from it.
static void write_who(struct document *document, struct text who) {
    struct persoon persoon = {.soort = PERSOON_ONBEKEND};
    who = text_trim(who);
    if (document->linked && !document->anonymous)
        persoon = plan_persoon(document->linked, who);
    html_isolated(document->out, persoon.naam.length > 0 ? persoon.naam : who);
}

static void write_people(struct document *document, const struct plan_texts *people) {
    for (size_t i = 0; i < people->count; i++) {
        html_raw(document->out, say_between(i, people->count));
        write_who(document, people->items[i].text);
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
        html_raw(out, D_("Zonder datum"));
    html_raw(out, "</strong>");
    if (document_has(by)) {
        html_words(out, " <span class=\"bij\">", D_("door "), "");
        write_who(document, by->text);
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
    fact_open(table, D_("Over wie gaat het?"));
    for (size_t i = 0; i < list->count; i++) {
        html_raw(out, i > 0 ? "<br>\n" : "");
        write_who(document, list->items[i].wie.text);
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
    fact_open(table, D_("Van wie is dit dossier?"));
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
    html_words(document->out, "<div class=\"welkom\"><p>",
               D_("Dit is je eigen dossier. Bewaar het apart van het plan van het huishouden. Het "
                  "huishouden mag vragen om te lezen wat er over hen in staat."),
               "</p></div>\n");
    facts_open(&table, document->out);
    fact_text(&table, D_("Nummer"), &dossier->nummer);
    write_professional(document, &table);
    write_concerned(document, &table);
    fact_text(&table, D_("Hoort bij plan"), &dossier->plan);
    fact_words(&table, D_("Waar gaat het om?"), TYPE_GEWELDSVORM, &dossier->vormen);
    fact_word(&table, D_("Is iemand er zo aan toe dat een kind of partner gevaar loopt?"),
              TYPE_JA_NEE, &dossier->kwetsbare_situatie);
    html_table_close(&table);
}

static void write_danger(struct document *document) {
    const struct plan_levensbedreigend *danger = &document->dossier->levensbedreigend;
    struct html_table table;
    if (!danger->node)
        return;
    open_step(document, "gevaar", D_("Is er levensgevaar?"));
    facts_open(&table, document->out);
    fact_word(&table, D_("Antwoord"), TYPE_JA_NEE, &danger->antwoord);
    fact_words(&table, D_("Gebeld"), TYPE_NOODDIENST, &danger->gebeld);
    fact_date(&table, D_("Op"), &danger->datum);
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
    open_step(document, "stap-1", D_("Stap 1: wat is er te zien en te horen?"));
    for (size_t i = 0; i < dossier->signalen.count; i++) {
        const struct plan_signaal *sign = &dossier->signalen.items[i];
        entry_open(document, &table, &sign->datum, &sign->door);
        fact_text(&table, D_("Wat"), &sign->wat);
        fact_words(&table, D_("Hoe"), TYPE_WAARNEMING, &sign->waargenomen);
        fact_word(&table, D_("Staat het vast?"), TYPE_JA_NEE, &sign->feit);
        entry_close(&table);
    }
    write_check(document, D_("Kindcheck"), &dossier->kindcheck);
    write_check(document, D_("Mantelzorgcheck"), &dossier->mantelzorgcheck);
    for (size_t i = 0; i < dossier->taxatie.count; i++) {
        const struct plan_taxatie *estimate = &dossier->taxatie.items[i];
        entry_open(document, &table, &estimate->datum, &estimate->door);
        fact_text(&table, D_("Meetlijst"), &estimate->instrument);
        fact_word(&table, D_("Ervoor opgeleid?"), TYPE_JA_NEE, &estimate->geschoold);
        fact_text(&table, D_("Uitkomst"), &estimate->uitkomst);
        entry_close(&table);
    }
    close_step(document, dossier->signalen.count, D_("Er is nog niets opgeschreven."));
}

static void write_consults(struct document *document) {
    const struct plan_consult_list *list = &document->dossier->consulten;
    struct html_table table;
    open_step(document, "stap-2", D_("Stap 2: met wie is overlegd?"));
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_consult *consult = &list->items[i];
        entry_open(document, &table, &consult->datum, &consult->door);
        fact_words(&table, D_("Met"), TYPE_DESKUNDIGE, &consult->met);
        fact_word(&table, D_("Zonder namen?"), TYPE_JA_NEE, &consult->anoniem);
        fact_text(&table, D_("Advies"), &consult->advies);
        fact_text(&table, D_("Voorwaarden voor veiligheid"), &consult->veiligheidsvoorwaarden);
        entry_close(&table);
    }
    close_step(document, list->count, D_("Er is nog met niemand overlegd."));
}

static void write_talks(struct document *document) {
    const struct plan_gesprek_list *list = &document->dossier->gesprekken;
    const struct plan_geen_gesprek *none = &document->dossier->geen_gesprek;
    struct html_table table;
    open_step(document, "stap-3", D_("Stap 3: wat is besproken met het huishouden?"));
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_gesprek *talk = &list->items[i];
        entry_open(document, &table, &talk->datum, &talk->door);
        if (talk->met.count > 0) {
            fact_open(&table, D_("Met"));
            write_people(document, &talk->met);
            fact_close(&table);
        }
        fact_text(&table, D_("Besproken"), &talk->besproken);
        fact_text(&table, D_("Uitkomst"), &talk->uitkomst);
        fact_date(&table, D_("We kijken terug op"), &talk->evaluatie);
        entry_close(&table);
    }
    if (none->node) {
        entry_open(document, &table, &none->datum, &none->door);
        fact_text(&table, D_("Waarom geen gesprek?"), &none->reden);
        entry_close(&table);
    }
    close_step(document, list->count + (none->node != NULL), D_("Er is nog geen gesprek geweest."));
}

// What follows from the answers, by enum weging_uitkomst.
static const char *const outcomes[] = {
    DN_("Afsluiten: er is geen vermoeden"),
    DN_("Melden bij Veilig Thuis"),
    DN_("Melden bij Veilig Thuis, en hulp geven of regelen"),
    DN_("Hulp geven of regelen; blijvende veiligheid is nog te zien"),
    DN_("Doorgaan, met afspraken om de veiligheid te volgen"),
    DN_("Nog niet klaar: er zijn meer antwoorden nodig")};

const char *const part_weegvragen[WEGING_VRAGEN] = {
    DN_("1. Is er geweld in huis, of vermoed je dat?"),
    DN_("2. Is het nu of steeds weer onveilig?"), DN_("3. Kun je hulp geven of regelen die werkt?"),
    DN_("4. Werken de mensen mee?"), DN_("5. Wordt het daardoor blijvend veilig?")};

static void write_weighing(struct document *document, const struct plan_weging *weighing) {
    const struct plan_word *answers[WEGING_VRAGEN] = {
        &weighing->vermoeden, &weighing->acuut_of_structureel, &weighing->effectieve_hulp,
        &weighing->medewerking, &weighing->duurzame_veiligheid};
    struct weging outcome = weging_van(weighing);
    struct html_table table;
    entry_open(document, &table, &weighing->datum, &weighing->door);
    for (int i = 0; i < WEGING_VRAGEN; i++)
        fact_word(&table, D_(part_weegvragen[i]), TYPE_JA_NEE_ONBEKEND, answers[i]);
    fact_words(&table, D_("Gewogen met"), TYPE_WEEGPARTNER, &weighing->met);
    fact_text(&table, D_("Toelichting"), &weighing->toelichting);
    fact_open(&table, D_("Dit volgt eruit"));
    buffer_format(document->out, "<strong>%s</strong>", D_(outcomes[outcome.uitkomst]));
    fact_close(&table);
    entry_close(&table);
}

static void write_weighings(struct document *document) {
    const struct plan_meldcode *dossier = document->dossier;
    struct html_table table;
    open_step(document, "stap-4", D_("Stap 4 en 5: gewogen en besloten"));
    for (size_t i = 0; i < dossier->wegingen.count; i++)
        write_weighing(document, &dossier->wegingen.items[i]);
    for (size_t i = 0; i < dossier->besluiten.count; i++) {
        const struct plan_besluit *decision = &dossier->besluiten.items[i];
        entry_open(document, &table, &decision->datum, &decision->door);
        fact_word(&table, D_("Besluit: melden?"), TYPE_JA_NEE, &decision->melden);
        fact_word(&table, D_("Besluit: hulp?"), TYPE_JA_NEE, &decision->hulp);
        fact_text(&table, D_("Waarom"), &decision->reden);
        entry_close(&table);
    }
    for (size_t i = 0; i < dossier->meldingen.count; i++) {
        const struct plan_melding *report = &dossier->meldingen.items[i];
        entry_open(document, &table, &report->datum, &report->door);
        fact_text(&table, D_("Gemeld bij"), &report->bij);
        fact_text(&table, D_("Kenmerk"), &report->kenmerk);
        fact_word(&table, D_("Verteld aan het huishouden?"), TYPE_JA_NEE,
                  &report->gemeld_aan_klant);
        fact_text(&table, D_("Toelichting"), &report->toelichting);
        entry_close(&table);
    }
    for (size_t i = 0; i < dossier->hulp.count; i++) {
        const struct plan_hulp_na_weging *help = &dossier->hulp.items[i];
        entry_open(document, &table, &help->datum, &help->door);
        fact_text(&table, D_("Hulp"), &help->wat);
        fact_date(&table, D_("We kijken terug op"), &help->evaluatie);
        entry_close(&table);
    }
    close_step(document,
               dossier->wegingen.count + dossier->besluiten.count + dossier->meldingen.count +
                   dossier->hulp.count,
               D_("Er is nog niet gewogen."));
}

static void write_events(struct document *document) {
    const struct plan_gebeurtenis_list *list = &document->dossier->gebeurtenissen;
    const struct plan_afgesloten *closed = &document->dossier->afgesloten;
    struct html_table table;
    if (list->count == 0 && !closed->node)
        return;
    open_step(document, "daarna", D_("Wat gebeurde er verder?"));
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_gebeurtenis *event = &list->items[i];
        entry_open(document, &table, &event->datum, &event->door);
        fact_word(&table, D_("Wat"), TYPE_GEBEURTENISSOORT, &event->soort);
        fact_text(&table, D_("Toelichting"), &event->toelichting);
        entry_close(&table);
    }
    if (closed->node) {
        entry_open(document, &table, &closed->datum, &closed->door);
        fact_text(&table, D_("Afgesloten, want"), &closed->reden);
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
