// SPDX-License-Identifier: EUPL-1.2
// The invitation to the meeting to come, a letter to each who is invited (WP fase 3a and 5a): when
// and where, who comes, what is talked about, and what to think of beforehand.
#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/method/lid.h"
#include "lib/render/document_parts.h"
#include "lib/render/meeting.h"
#include "lib/render/part_writers.h"

// What the readers are to each other; a letter to everybody is to the household's people too.
enum lezer { LEZER_GEZIN, LEZER_KIND, LEZER_NAASTE, LEZER_PROFESSIONAL, LEZER_ALLEN, LEZERS };

enum { MOST_TO_PREPARE = 5 };

// By the first meeting or a later one, and by reader.
static const char *const openings[2][LEZERS] = {
    {DN_("Binnenkort maken we samen jullie plan. Het gaat over jullie, dus jullie vertellen als "
         "eerste: wat gaat goed, wat moet anders en wat willen jullie? Kom je ook?"),
     DN_("Binnenkort praten we samen over hoe het bij jullie thuis gaat. Jij weet daar veel van. "
         "Daarom willen we graag horen wat jij vindt. Kom je ook?"),
     DN_("We maken samen een plan, zodat het beter gaat. Jij bent belangrijk in dat plan. Daarom "
         "willen we graag dat je meedenkt. Kom je ook?"),
     DN_("We maken samen met het gezin één plan. Het gezin wil graag dat jij erbij bent. Kom je "
         "ook?"),
     DN_("Binnenkort maken we samen een plan. We willen graag dat je meedenkt. Kom je ook?")},
    {DN_("We kijken samen hoe het gaat met jullie plan. Wat is gelukt, wat nog niet, en wat hebben "
         "jullie nu nodig? Jullie vertellen als eerste. Kom je ook?"),
     DN_("We kijken samen hoe het nu bij jullie thuis gaat. Wat gaat beter, en wat nog niet? We "
         "willen graag horen wat jij vindt. Kom je ook?"),
     DN_("We kijken samen hoe het gaat met het plan. Jij ziet dingen die een ander niet ziet. "
         "Daarom willen we graag dat je erbij bent. Kom je ook?"),
     DN_("We kijken samen met het gezin hoe het gaat met het plan. Kom je ook?"),
     DN_("We kijken samen hoe het gaat met het plan. We willen graag dat je meedenkt. Kom je "
         "ook?")},
};

static const char *const preparing[2][LEZERS][MOST_TO_PREPARE + 1] = {
    {{DN_("Wat gaat er goed bij jullie? Noem ook kleine dingen."),
      DN_("Waar maak je je zorgen over, en wat moet als eerste anders?"),
      DN_("Welke hulp was er eerder? Wat hielp, en wat niet?"),
      DN_("Hoe ziet het eruit als het goed gaat?"), DN_("Wie wil je er nog meer bij hebben?"),
      NULL},
     {DN_("Wat vind je fijn thuis, op school en bij je vrienden?"),
      DN_("Wat vind je niet fijn, of waar ben je bang voor?"), DN_("Wat zou je willen?"),
      DN_("Wil je iemand meenemen, of wil je liever vooraf iets vertellen? Dat mag."), NULL},
     {DN_("Wat zie jij goed gaan?"),
      DN_("Waar maak jij je zorgen over? Vertel dat vooraf ook aan het gezin, dan schrikt "
          "niemand."),
      DN_("Wat kun en wil jij doen? Meedenken of belangstelling tonen is ook helpen."), NULL},
     {DN_("Bespreek wat je wilt zeggen vooraf met de mensen om wie het gaat."),
      DN_("Wat zie je goed gaan, en waar zijn zorgen over? Noem wat je zag of hoorde."),
      DN_("Welke hulp kun jij geven, en vanaf welke dag?"),
      DN_("Vertel het kort, in gewone woorden."), NULL},
     {DN_("Wat gaat er goed?"), DN_("Waar maak je je zorgen over?"),
      DN_("Wat kun en wil jij doen?"), NULL}},
    {{DN_("Hoe gaat het nu? Wat gaat beter, en wat nog niet?"),
      DN_("Kijk naar de doelen en acties in het plan. Wat is gelukt?"),
      DN_("Wat heb je nu nodig, en van wie?"), NULL},
     {DN_("Wat gaat er nu beter, en wat nog niet?"), DN_("Wat zou je willen?"),
      DN_("Wil je iemand meenemen, of wil je liever vooraf iets vertellen? Dat mag."), NULL},
     {DN_("Wat zie jij beter gaan, en wat nog niet?"),
      DN_("Wat wil je zeggen? Vertel het vooraf ook aan het gezin, dan schrikt niemand."),
      DN_("Wat kun en wil jij de komende tijd doen?"), NULL},
     {DN_("Bespreek wat je wilt zeggen vooraf met de mensen om wie het gaat."),
      DN_("Wat is er van jouw hulp gekomen? Wat werkt, en wat niet?"),
      DN_("Wat kun jij de komende tijd doen, en wanneer is jouw hulp niet meer nodig?"),
      DN_("Vertel het kort, in gewone woorden."), NULL},
     {DN_("Wat gaat er beter, en wat nog niet?"), DN_("Wat is er gelukt van wat je zou doen?"),
      DN_("Wat kun en wil jij de komende tijd doen?"), NULL}},
};

struct letter {
    struct document *document;
    const struct volgend_overleg *next;
    struct persoon persoon; // soort PERSOON_ONBEKEND without an id: a letter to everybody
    enum lezer lezer;
    bool first; // of the letters
    bool later; // no first meeting of the method
};

static enum lezer reader_of(const struct document *document, struct persoon persoon) {
    switch (persoon.soort) {
    case PERSOON_LID: {
        const struct plan_lid *lid = &document->plan->huishouden.leden.items[persoon.index];
        enum leeftijd age = lid_leeftijd(lid, document->today);
        return age == LEEFTIJD_VOLWASSEN || age == LEEFTIJD_VANAF_16 ? LEZER_GEZIN : LEZER_KIND;
    }
    case PERSOON_NAASTE:
        return LEZER_NAASTE;
    case PERSOON_PROFESSIONAL:
        return LEZER_PROFESSIONAL;
    default:
        return LEZER_ALLEN;
    }
}

static void write_guests(const struct letter *letter, struct html_table *table) {
    const struct plan_overleg *overleg = letter->next->overleg;
    if (!overleg || overleg->uitgenodigd.count == 0)
        return;
    fact_open(table, D_("Wie zijn uitgenodigd?"));
    for (size_t i = 0; i < overleg->uitgenodigd.count; i++) {
        html_raw(letter->document->out, say_between(i, overleg->uitgenodigd.count));
        say_person(letter->document->out, letter->document->plan,
                   overleg->uitgenodigd.items[i].text);
    }
    fact_close(table);
}

static void write_topics(const struct letter *letter) {
    struct buffer *out = letter->document->out;
    const char *const *topics = meeting_topics(letter->document->plan, letter->later);
    html_words(out, "<h3>", D_("Hier praten we over"), "</h3>\n<ol>\n");
    for (; *topics; topics++)
        buffer_format(out, "<li>%s</li>\n", D_(*topics));
    html_raw(out, "</ol>\n");
}

// What the reader was to do, so that they can tell how it went.
static void write_own_actions(const struct letter *letter) {
    struct buffer *out = letter->document->out;
    const struct plan_doel_list *doelen = &letter->document->plan->doelen;
    bool any = false;
    for (size_t i = 0; i < doelen->count; i++) {
        if (!due_doel_open(&doelen->items[i]))
            continue;
        for (size_t k = 0; k < doelen->items[i].acties.count; k++) {
            const struct plan_actie *actie = &doelen->items[i].acties.items[k];
            if (!due_actie_open(actie) || !ids_hold(&actie->wie, letter->persoon.id))
                continue;
            if (!any) {
                html_words(out, "<h3>", D_("Dit zou jij doen"), "</h3>\n");
                html_words(
                    out, "<p>",
                    D_("Vertel hoe het ging. Lukte het nog niet? Ook dat is goed om te weten."),
                    "</p>\n<ul>\n");
            }
            html_raw(out, "<li>");
            any = true;
            html_isolated(out, text_trim(actie->wat.text));
            if (document_has(&actie->wanneer)) {
                html_raw(out, " <span class=\"bij\">(");
                html_isolated(out, text_trim(actie->wanneer.text));
                html_raw(out, ")</span>");
            }
            html_raw(out, "</li>\n");
        }
    }
    if (any)
        html_raw(out, "</ul>\n");
}

static void write_preparing(const struct letter *letter) {
    struct buffer *out = letter->document->out;
    const char *const *questions = preparing[letter->later][letter->lezer];
    html_words(out, "<h3>", D_("Denk hier vast over na"), "</h3>\n<ul>\n");
    for (; *questions; questions++)
        buffer_format(out, "<li>%s</li>\n", D_(*questions));
    if (letter->document->plan->veiligheidsplan.node && letter->lezer != LEZER_KIND)
        buffer_format(out, "<li>%s</li>\n",
                      D_("Hoe veilig is het nu? Bedenk een cijfer van 0 (heel onveilig) tot 10 "
                         "(veilig genoeg)."));
    html_raw(out, "</ul>\n");
    if (letter->persoon.id.length > 0)
        write_own_actions(letter);
}

static void write_end(const struct letter *letter) {
    struct buffer *out = letter->document->out;
    const struct plan_text *leader = &letter->document->plan->regie.procesregisseur;
    const struct plan_overleg *overleg = letter->next->overleg;
    bool needed = overleg && ids_hold(&overleg->zeker_aanwezig, letter->persoon.id);
    html_raw(out, "<div class=\"kader\"><p>");
    if (needed)
        html_raw(out, D_("<strong>Zonder jou kan het niet.</strong> Kun je niet op deze dag? Laat "
                         "het meteen weten"));
    else
        html_raw(out, D_("Kun je niet komen, of heb je een vraag? Laat het weten"));
    if (leader->node && !text_equal(leader->text, letter->persoon.id)) {
        html_raw(out, D_(" aan "));
        document_contact(letter->document, leader->text);
    }
    html_words(out, "", needed ? D_(". Dan zoeken we een andere dag.") : ".", "</p></div>\n");
    html_words(out, "<p>", D_("Tot dan!"), "</p>\n");
}

static void write_letter(const struct letter *letter) {
    struct buffer *out = letter->document->out;
    struct html_table table;
    html_raw(out, letter->first ? "<section class=\"brief\">\n"
                                : "<section class=\"brief volgende-brief\">\n");
    document_kop(letter->document, true, letter->first ? 1 : 2);
    buffer_format(out, "<h%d class=\"aanhef\">%s", letter->first ? 2 : 3, D_("Beste "));
    if (letter->persoon.id.length > 0)
        say_person(out, letter->document->plan, letter->persoon.id);
    else
        html_raw(out, D_("allemaal"));
    buffer_format(out, ",</h%d>\n<p>%s</p>\n<div class=\"kader afspraak\">\n",
                  letter->first ? 2 : 3, D_(openings[letter->later][letter->lezer]));
    facts_open(&table, out);
    document_meeting_facts(letter->document, &table, letter->next);
    write_guests(letter, &table);
    html_table_close(&table);
    html_raw(out, "</div>\n");
    write_topics(letter);
    write_preparing(letter);
    write_end(letter);
    html_raw(out, "</section>\n");
}

static void write_letter_to(struct letter *letter, struct text id) {
    letter->persoon = plan_persoon(letter->document->plan, id);
    letter->persoon.id = id;
    letter->lezer = reader_of(letter->document, letter->persoon);
    write_letter(letter);
    letter->first = false;
}

static void write_letters(struct letter *letter, const struct plan_texts *ids,
                          const struct plan_texts *done) {
    for (size_t i = 0; i < ids->count; i++) {
        struct text id = ids->items[i].text;
        if (id.length == 0 || (done && ids_hold(done, id)))
            continue;
        write_letter_to(letter, id);
    }
}

// Whether somebody is invited; of a meeting of which only the day was agreed everybody is.
static bool is_invited(const struct plan_overleg *overleg, struct text id) {
    return !overleg || (overleg->uitgenodigd.count == 0 && overleg->zeker_aanwezig.count == 0) ||
           ids_hold(&overleg->uitgenodigd, id) || ids_hold(&overleg->zeker_aanwezig, id);
}

int part_uitnodiging(struct document *document, struct trouble *trouble) {
    struct volgend_overleg next = overleg_volgend(document->plan, document->today);
    struct letter letter = {
        .document = document, .next = &next, .lezer = LEZER_ALLEN, .first = true};
    if (!date_known(next.datum))
        return trouble_tell(trouble, 0,
                            N_("plans no meeting on or after today, so there is nothing to invite "
                               "to; write it in `overleggen`, or its day in `volgende`"),
                            NULL);
    letter.later = meeting_is_later(document->plan, &next, document->today);
    if (document->reader.length > 0 && !is_invited(next.overleg, document->reader))
        return trouble_tell(
            trouble, 0, N_("does not invite who it is for to the next meeting; nothing was made"),
            NULL);
    if (document->reader.length > 0) {
        write_letter_to(&letter, document->reader);
    } else if (next.overleg) {
        write_letters(&letter, &next.overleg->uitgenodigd, NULL);
        write_letters(&letter, &next.overleg->zeker_aanwezig, &next.overleg->uitgenodigd);
    }
    if (letter.first)
        write_letter(&letter);
    return 0;
}
