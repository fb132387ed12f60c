// SPDX-License-Identifier: EUPL-1.2
// How was it? The four questions to the household (IO, Voorbeeldvragen), with room to answer or
// with what was answered.
#include "lib/base/words.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"

enum { QUESTIONS = 4, LINES = 5 };

static void write_lines(struct buffer *out) {
    for (int i = 0; i < LINES; i++)
        html_raw(out, "<div class=\"schrijflijn\">&nbsp;</div>\n");
}

static void write_question(struct document *document, int number, const char *question,
                           const char *help, const struct plan_text *answer) {
    struct buffer *out = document->out;
    buffer_format(out,
                  "<div class=\"vraag\">\n<h2><span class=\"pil\">%d</span> %s</h2>\n<p>%s</p>\n",
                  number, question, help);
    if (document_has(answer)) {
        html_raw(out, "<div class=\"kader\">\n");
        html_paragraphs(out, answer->text);
        html_raw(out, "</div>\n");
    } else {
        write_lines(out);
    }
    html_raw(out, "</div>\n");
}

int part_klantpanel(struct document *document, struct trouble *trouble) {
    const struct plan_klantpanel *panel = &document->plan->afsluiting.klantpanel;
    static const char *const questions[QUESTIONS][2] = {
        {DN_("Was er één vast iemand bij wie je terechtkon?"),
         DN_("Iemand die samen met jullie en alle anderen één plan maakte. Wie was dat, en hoe "
             "ging het?")},
        {DN_("Wat vond je goed?"), DN_("Vertel wat er gebeurde en waarom het je hielp.")},
        {DN_("Wat vond je niet goed?"), DN_("Vertel wat er gebeurde en wat je liever had gehad.")},
        {DN_("Welke tip geef je ons?"),
         DN_("Wat kunnen wij, andere organisaties of de gemeente de volgende keer beter doen?")}};
    const struct plan_text *answers[QUESTIONS] = {&panel->een_aanspreekpunt, &panel->positief,
                                                  &panel->negatief, &panel->tips};
    (void)trouble; // the questions can always be asked
    document_kop(document, false, 1);
    html_words(document->out, "<div class=\"welkom\"><p>",
               D_("We willen graag weten hoe jij de hulp vond. Jouw antwoord helpt ons om het "
                  "beter te doen, ook voor anderen. Je hoeft niets in te vullen wat je niet wilt, "
                  "en je naam hoeft er niet op. Aan de hulp die je krijgt verandert het niets."),
               "</p></div>\n<section class=\"klantpanel\">\n");
    for (int i = 0; i < QUESTIONS; i++)
        write_question(document, i + 1, D_(questions[i][0]), D_(questions[i][1]), answers[i]);
    html_words(
        document->out, "<p>",
        D_("<strong>Dank je wel!</strong> Lever dit blad in bij wie het je gaf, of stuur het op."),
        "</p>\n</section>\n");
    return 0;
}
