// SPDX-License-Identifier: EUPL-1.2
// Where a record stands, for programs: words of the format, dates and numbers only.
#include "lib/base/json.h"
#include "lib/method/deskundige.h"
#include "lib/method/vereisten.h"
#include "lib/render/meldcode.h"
#include "lib/schema/schema.h"

static void add_text(struct buffer *out, const char *key, const char *text, bool first) {
    json_add_key(out, key, first);
    if (text)
        json_add_string(out, text_of(text));
    else
        buffer_add_string(out, "null");
}

static void add_bool(struct buffer *out, const char *key, bool value) {
    json_add_key(out, key, false);
    buffer_add_string(out, value ? "true" : "false");
}

static void add_date(struct buffer *out, const char *key, struct date date) {
    char written[DATE_ROOM];
    date_write(date, written);
    add_text(out, key, date_known(date) ? written : NULL, false);
}

static const char *word_of(int type, int word) {
    return word >= 0 ? schema_types[type].words[word].word : NULL;
}

static void add_number(struct text number, struct buffer *out) {
    json_add_key(out, "nummer", true);
    if (dossier_nummer_open(number))
        json_add_string(out, number);
    else
        buffer_add_string(out, "null");
}

static void add_danger(const struct plan_levensbedreigend *gevaar, struct buffer *out) {
    add_text(out, "levensbedreigend", word_of(TYPE_JA_NEE, gevaar->antwoord.value), false);
    json_add_key(out, "gebeld", false);
    buffer_add_char(out, '[');
    bool first = true;
    for (size_t i = 0; i < gevaar->gebeld.count; i++) {
        const char *word = word_of(TYPE_NOODDIENST, gevaar->gebeld.items[i].value);
        if (!word)
            continue;
        buffer_add_string(out, first ? "" : ",");
        json_add_string(out, text_of(word));
        first = false;
    }
    buffer_add_char(out, ']');
}

static void add_steps(const struct meldcode_stand *stand, struct buffer *out) {
    json_add_key(out, "stappen", false);
    buffer_add_char(out, '[');
    for (int i = 0; i < MELDCODE_STAPPEN; i++) {
        const struct stap *stap = &stand->stappen[i];
        buffer_format(out, "%s{\"stap\":%d", i ? "," : "", i);
        add_text(out, "stand", stap_stand_woord(stap->stand), false);
        json_add_key(out, "aantal", false);
        buffer_add_number(out, (long)stap->aantal);
        add_date(out, "eerste", stap->eerste.date);
        add_date(out, "laatste", stap->laatste.date);
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
}

static void add_weighing(const struct plan_meldcode *dossier, struct buffer *out) {
    const struct plan_weging *weging = dossier_weging(dossier);
    json_add_key(out, "weging", false);
    if (!weging) {
        buffer_add_string(out, "null");
        return;
    }
    struct weging walked = weging_van(weging);
    buffer_add_char(out, '{');
    add_text(out, "uitkomst", weging_uitkomst(walked.uitkomst), true);
    add_text(out, "melden", weging_woord(walked.melden), false);
    add_text(out, "hulp", weging_woord(walked.hulp), false);
    add_text(out, "volgende",
             walked.volgende < 0 ? NULL : weging_veld((enum weging_vraag)walked.volgende), false);
    add_date(out, "datum", weging->datum.date);
    buffer_add_char(out, '}');
}

static void add_next(const struct meldcode_stand *stand, struct buffer *out) {
    json_add_key(out, "volgt", false);
    buffer_add_char(out, '[');
    for (size_t i = 0; i < stand->vervolg_count; i++) {
        buffer_add_string(out, i ? ",{" : "{");
        add_text(out, "wat", vervolg_woord(stand->vervolg[i].wat), true);
        add_date(out, "uiterlijk", stand->vervolg[i].uiterlijk);
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
}

static void add_expert(const struct plan_meldcode *dossier, const struct deskundige_bij *bij,
                       struct buffer *out) {
    buffer_add_char(out, '{');
    add_text(out, "vorm", word_of(TYPE_GEWELDSVORM, bij->vorm), true);
    json_add_key(out, "wie", false);
    buffer_add_char(out, '[');
    for (int i = 0; i < DESKUNDIGE_MEESTE && bij->wie[i] >= 0; i++) {
        buffer_add_string(out, i ? "," : "");
        json_add_string(out, text_of(word_of(TYPE_DESKUNDIGE, bij->wie[i])));
    }
    buffer_add_char(out, ']');
    add_bool(out, "zo_nodig", bij->zo_nodig);
    add_bool(out, "gesproken", deskundige_gesproken(dossier, bij));
    buffer_add_char(out, '}');
}

static void add_experts(const struct plan_meldcode *dossier, struct buffer *out) {
    bool first = true;
    json_add_key(out, "deskundigen", false);
    buffer_add_char(out, '[');
    for (size_t i = 0; i < dossier->vormen.count; i++) {
        const struct plan_word *vorm = &dossier->vormen.items[i];
        const struct deskundige_bij *bij = vorm->node ? deskundige_bij(vorm->value) : NULL;
        if (!bij)
            continue;
        buffer_add_string(out, first ? "" : ",");
        add_expert(dossier, bij, out);
        first = false;
    }
    buffer_add_char(out, ']');
}

static void add_needs(const struct plan_plan *plan, struct buffer *out) {
    static const char *const names[VEREISTEN] = {"heden",   "verleden", "focus",
                                                 "herstel", "analyse",  "samenwerking"};
    struct vereiste found[VEREISTEN];
    json_add_key(out, "vereisten", false);
    if (!plan) {
        buffer_add_string(out, "null");
        return;
    }
    vereisten_toets(plan, found);
    buffer_add_char(out, '[');
    for (int i = 0; i < VEREISTEN; i++) {
        buffer_add_string(out, i ? ",{" : "{");
        add_text(out, "vereiste", names[i], true);
        add_bool(out, "voldaan", found[i].voldaan);
        json_add_key(out, "regel", false);
        if (found[i].gevonden)
            buffer_add_number(out, (long)found[i].gevonden->line);
        else
            buffer_add_string(out, "null");
        add_text(out, "mist", found[i].mist, false);
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
}

static void add_rules(const struct findings *findings, struct buffer *out) {
    json_add_key(out, "regels", false);
    buffer_add_char(out, '[');
    for (size_t i = 0; i < findings->count; i++) {
        buffer_add_string(out, i ? "," : "");
        json_add_string(out, text_of(rules[meldingen[findings->items[i].melding].rule].id));
    }
    buffer_add_char(out, ']');
}

void meldcode_json(const struct check_result *result, struct buffer *out) {
    const struct plan_meldcode *dossier = result->dossier;
    struct meldcode_stand stand = meldcode_stand(dossier, result->kader);
    buffer_add_char(out, '{');
    add_number(dossier->nummer.text, out);
    add_bool(out, "gesloten", dossier_gesloten(dossier));
    add_danger(&dossier->levensbedreigend, out);
    add_steps(&stand, out);
    add_weighing(dossier, out);
    add_next(&stand, out);
    add_experts(dossier, out);
    add_needs(result->related.plan, out);
    add_rules(&result->findings, out);
    buffer_add_string(out, "}\n");
}
