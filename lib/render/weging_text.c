// SPDX-License-Identifier: EUPL-1.2
// A weighing in words, and as JSON; and whom to ring in danger.
#include <stdio.h>
#include <string.h>

#include "lib/base/json.h"
#include "lib/base/wrap.h"
#include "lib/method/spoed.h"
#include "lib/method/weegvraag.h"
#include "lib/render/meldcode.h"
#include "lib/report/report.h"

enum { INDENT = 5, MOST_NUMBER = 100, MOST_WHEN = 200 };

// ---- lines ----

void meldcode_flush(const struct meldcode_options *options, struct buffer *line, int from,
                    int indent, struct buffer *out) {
    for (int i = 0; i < from; i++)
        buffer_add_char(out, ' ');
    out->failed |= line->failed;
    wrap_add(out, buffer_text(line), from, indent, options->columns);
    buffer_clear(line);
}

static void colour(const struct meldcode_options *options, const char *code, struct buffer *out) {
    if (options->colour)
        buffer_format(out, "\033[%sm", code);
}

void meldcode_heading(const struct meldcode_options *options, const char *words,
                      struct buffer *out) {
    buffer_add_char(out, '\n');
    colour(options, "1", out);
    buffer_add_string(out, words);
    colour(options, "0", out);
    buffer_add_char(out, '\n');
}

void meldcode_label(const struct meldcode_options *options, int type, int word,
                    struct buffer *out) {
    const struct schema_type *words = &schema_types[type];
    if (word >= 0 && options->language == LANGUAGE_DUTCH)
        buffer_add_string(out, schema_label(words, word));
    else if (word >= 0)
        buffer_add_string(out, words->words[word].word);
}

// ---- danger ----

static void tell_acute(const struct meldcode_options *options, const struct plan_kader *kader,
                       struct buffer *line, struct buffer *out) {
    struct spoed_bellen bellen[SPOED_MOST];
    size_t count = spoed_bellen(kader, options->language, bellen);
    for (size_t i = 0; i < count; i++) {
        report_words(line, bellen[i].nummer, MOST_NUMBER);
        buffer_add_string(line, " · ");
        report_words(line, bellen[i].wie, MOST_NUMBER);
        if (bellen[i].wanneer.length > 0) {
            buffer_add_string(line, ": ");
            report_words(line, bellen[i].wanneer, MOST_WHEN);
        }
        meldcode_flush(options, line, 2, 4, out);
    }
    buffer_add_string(line, _("Or the child protection board (Raad voor de Kinderbescherming), "
                              "through Veilig Thuis."));
    meldcode_flush(options, line, 2, 4, out);
}

void meldcode_danger(const struct meldcode_options *options, const struct plan_kader *kader,
                     bool acute, struct buffer *out) {
    struct buffer line = {0};
    colour(options, acute ? "1;31" : "1", out);
    buffer_add_string(&line, acute ? _("Life is in danger. Ring first; the record can wait.")
                                   : _("Is somebody in danger now? Ring 112. Veilig Thuis, by day "
                                       "and by night: 0800 2000."));
    meldcode_flush(options, &line, 0, 0, out);
    colour(options, "0", out);
    if (acute)
        tell_acute(options, kader, &line, out);
    buffer_free(&line);
}

// ---- the path ----

static void tell_question(const struct meldcode_options *options, int vraag,
                          enum weging_woord antwoord, const struct weging *weging,
                          struct buffer *out) {
    const struct weegvraag *words = &weegvragen[vraag];
    struct buffer line = {0};
    buffer_format(&line, "%d. %s: ", vraag + 1, _(words->kort));
    if (vraag < weging->bereikt)
        buffer_format(&line, "%s → %s", antwoord == WEGING_JA ? _("yes") : _("no"),
                      antwoord == WEGING_JA ? _(words->ja) : _(words->nee));
    else if (antwoord != WEGING_OPEN)
        buffer_format(&line,
                      weging->volgende >= 0 ? _("%s, kept; it does not count yet")
                                            : _("%s, kept; it is not needed and does not count"),
                      antwoord == WEGING_JA ? _("yes") : _("no"));
    else if (vraag == weging->volgende)
        buffer_add_string(&line, _("not answered yet; here the walk stops"));
    else
        buffer_add_string(&line, weging->volgende >= 0 ? _("not answered yet") : _("not needed"));
    meldcode_flush(options, &line, 2, INDENT, out);
    buffer_free(&line);
}

// What is still needed, and what can be said already.
static void tell_needed(const struct meldcode_options *options, const struct weging *weging,
                        struct buffer *line, struct buffer *out) {
    if (weging->volgende < 0)
        return;
    buffer_format(line, _("Still needed: question %d, %s."), weging->volgende + 1,
                  _(weegvragen[weging->volgende].kort));
    if (weging->volgende >= WEGING_EFFECTIEVE_HULP)
        buffer_add_string(line, _(" Weigh it together with Veilig Thuis."));
    if (weging->hoe_dan_ook)
        buffer_add_string(line, _(" Whatever that answer will be, this leads to a report."));
    buffer_add_string(line, _(" Is it hard to say? Ring Veilig Thuis for advice, without names if "
                              "you wish: 0800 2000."));
    meldcode_flush(options, line, 2, 2, out);
}

void weging_text(const struct meldcode_options *options,
                 const enum weging_woord antwoorden[WEGING_VRAGEN], const struct plan_kader *kader,
                 struct buffer *out) {
    struct weging weging = weging_weeg(antwoorden);
    struct buffer line = {0};
    meldcode_danger(options, kader, false, out);
    meldcode_heading(options, _("The weighing (WP stap 4-5)"), out);
    for (int i = 0; i < WEGING_VRAGEN; i++)
        tell_question(options, i, antwoorden[i], &weging, out);
    buffer_format(&line, _("Outcome: %s"), weging_uitkomst(weging.uitkomst));
    buffer_add_char(&line, '\0');
    meldcode_heading(options, line.failed ? "" : line.bytes, out);
    buffer_clear(&line);
    buffer_add_string(&line, _(weging_betekenis(weging.uitkomst)));
    meldcode_flush(options, &line, 2, 2, out);
    if (weging.melden == WEGING_JA) {
        buffer_add_string(&line, _("Who saw the signals makes the report. Report first, then go "
                                   "on: questions 3 to 5 are weighed together with Veilig Thuis."));
        meldcode_flush(options, &line, 2, 2, out);
    }
    if (weging.bereikt == WEGING_VRAGEN && antwoorden[WEGING_ACUUT_OF_STRUCTUREEL] == WEGING_JA &&
        antwoorden[WEGING_DUURZAME_VEILIGHEID] == WEGING_JA) {
        buffer_add_string(&line, _("It becomes safe for good, and it was unsafe: also agree on how "
                                   "safety is followed from now on."));
        meldcode_flush(options, &line, 2, 2, out);
    }
    tell_needed(options, &weging, &line, out);
    buffer_add_string(&line, _("You decide. These are the questions and the rule of the method "
                               "(WP stap 4-5); what they cannot see, you can."));
    meldcode_flush(options, &line, 2, 2, out);
    buffer_free(&line);
}

// ---- JSON ----

static void add_word(struct buffer *out, const char *key, const char *word, bool first) {
    json_add_key(out, key, first);
    if (word)
        json_add_string(out, text_of(word));
    else
        buffer_add_string(out, "null");
}

static void add_outcome(const enum weging_woord antwoorden[WEGING_VRAGEN], struct buffer *out) {
    struct weging weging = weging_weeg(antwoorden);
    const char *next = weging.volgende < 0 ? NULL : weging_veld((enum weging_vraag)weging.volgende);
    add_word(out, "uitkomst", weging_uitkomst(weging.uitkomst), true);
    add_word(out, "melden", weging_woord(weging.melden), false);
    add_word(out, "hulp", weging_woord(weging.hulp), false);
    add_word(out, "volgende", next, false);
    json_add_key(out, "pad", false);
    buffer_add_char(out, '[');
    for (int i = 0; i < weging.bereikt; i++) {
        buffer_add_string(out, i ? "," : "");
        json_add_string(out, text_of(weging_veld((enum weging_vraag)i)));
    }
    buffer_add_char(out, ']');
    json_add_key(out, "genegeerd", false);
    buffer_add_char(out, '[');
    bool first = true;
    for (int i = 0; i < WEGING_VRAGEN; i++) {
        if (!weging.genegeerd[i])
            continue;
        buffer_add_string(out, first ? "" : ",");
        json_add_string(out, text_of(weging_veld((enum weging_vraag)i)));
        first = false;
    }
    buffer_add_char(out, ']');
}

void weging_json(const enum weging_woord antwoorden[WEGING_VRAGEN], struct buffer *out) {
    buffer_add_char(out, '{');
    add_outcome(antwoorden, out);
    buffer_add_string(out, "}\n");
}
