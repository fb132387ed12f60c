// SPDX-License-Identifier: EUPL-1.2
// Where a household stands, for programs: ids, words of the format, dates and numbers only.
#include "lib/base/json.h"
#include "lib/method/due.h"
#include "lib/method/ondertekening.h"
#include "lib/method/spoed.h"
#include "lib/render/safety.h"
#include "lib/report/report.h"
#include "lib/schema/schema.h"

static void add_text(struct buffer *out, const char *key, struct text text, bool first) {
    json_add_key(out, key, first);
    json_add_string(out, text);
}

// An id; null for what is none, which could be a sentence.
static void add_id(struct buffer *out, struct text id) {
    if (schema_is_id(id))
        json_add_string(out, id);
    else
        buffer_add_string(out, "null");
}

static void add_ids(struct buffer *out, const char *key, const struct plan_texts *ids, bool first) {
    json_add_key(out, key, first);
    buffer_add_char(out, '[');
    for (size_t i = 0; i < ids->count; i++) {
        buffer_add_string(out, i ? "," : "");
        add_id(out, ids->items[i].text);
    }
    buffer_add_char(out, ']');
}

static void add_date(struct buffer *out, const char *key, struct date date, bool first) {
    char written[DATE_ROOM];
    json_add_key(out, key, first);
    date_write(date, written);
    if (date_known(date))
        json_add_string(out, text_of(written));
    else
        buffer_add_string(out, "null");
}

// A word of the format; null when none stands there.
static void add_word(struct buffer *out, const char *key, const struct plan_word *word,
                     bool first) {
    json_add_key(out, key, first);
    if (word->value >= 0)
        json_add_string(out, safety_word(word));
    else
        buffer_add_string(out, "null");
}

static void open_item(struct buffer *out, size_t index) {
    buffer_add_string(out, index ? ",{" : "{");
}

// ---- the parts ----

static void add_danger(const struct safety_options *options, const struct check_result *result,
                       struct buffer *out) {
    struct spoed spoed = spoed_read(&result->plan, options->today);
    struct spoed_bellen bellen[SPOED_MOST];
    size_t count = spoed_bellen(result->kader, options->language, bellen);
    bool acute = spoed_acuut(&spoed);
    buffer_add_string(out,
                      acute ? "{\"acuut\":true,\"redenen\":[" : "{\"acuut\":false,\"redenen\":[");
    buffer_add_string(out, spoed.cijfer ? "\"cijfer\"" : "");
    buffer_add_string(out, spoed.cijfer && spoed.zorg ? "," : "");
    buffer_add_string(out, spoed.zorg ? "\"gebeurtenis\"" : "");
    buffer_add_string(out, "],\"bellen\":[");
    for (size_t i = 0; i < count && acute; i++) {
        open_item(out, i);
        add_text(out, "wie", bellen[i].wie, true);
        add_text(out, "nummer", bellen[i].nummer, false);
        add_text(out, "wanneer", bellen[i].wanneer, false);
        buffer_add_char(out, '}');
    }
    buffer_add_string(out, "]}");
}

static void add_scale(const struct plan_schaalcijfer_list *figures, struct buffer *out) {
    buffer_add_char(out, '[');
    for (size_t i = 0; i < figures->count; i++) {
        const struct plan_schaalcijfer *figure = &figures->items[i];
        open_item(out, i);
        add_date(out, "datum", figure->datum.date, true);
        add_ids(out, "wie", &figure->wie, false);
        json_add_key(out, "cijfer", false);
        if (figure->cijfer.node)
            buffer_format(out, "%g", figure->cijfer.value);
        else
            buffer_add_string(out, "null");
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
}

static void add_agreements(const struct plan_afspraak_list *list, struct buffer *out) {
    buffer_add_char(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_afspraak *afspraak = &list->items[i];
        open_item(out, i);
        json_add_key(out, "id", true);
        add_id(out, afspraak->id.text);
        add_ids(out, "wie", &afspraak->wie, false);
        json_add_key(out, "toezicht", false);
        add_id(out, afspraak->toezicht.text);
        add_word(out, "status", &afspraak->status, false);
        json_add_key(out, "evaluaties", false);
        buffer_add_char(out, '[');
        for (size_t k = 0; k < afspraak->evaluaties.count; k++) {
            open_item(out, k);
            add_date(out, "datum", afspraak->evaluaties.items[k].datum.date, true);
            add_word(out, "behaald", &afspraak->evaluaties.items[k].behaald, false);
            buffer_add_char(out, '}');
        }
        buffer_add_string(out, "]}");
    }
    buffer_add_char(out, ']');
}

static int add_goals(const struct plan_plan *plan, struct buffer *out) {
    const struct schema_type *type = &schema_types[TYPE_VEILIGHEIDSDOEL];
    int missing = 0;
    buffer_add_char(out, '[');
    for (int which = 0; which < DUE_OBLIGED_GOALS; which++) {
        const struct plan_doel *doel = safety_goal(plan, which);
        missing += !doel;
        open_item(out, (size_t)which);
        add_text(out, "veiligheid", text_of(type->words[which].word), true);
        json_add_key(out, "doel", false);
        if (doel)
            add_id(out, doel->id.text);
        else
            buffer_add_string(out, "null");
        json_add_key(out, "status", false);
        if (doel && doel->status.value >= 0)
            json_add_string(out, safety_word(&doel->status));
        else
            buffer_add_string(out, "null");
        buffer_add_char(out, '}');
    }
    buffer_add_char(out, ']');
    return missing;
}

static void add_signatures(const struct plan_plan *plan, struct buffer *out) {
    static const char *const stands[] = {[ONDERTEKENING_GELDT] = "geldt",
                                         [ONDERTEKENING_ANDERS] = "veranderd",
                                         [ONDERTEKENING_ONBEKEND] = "onbekend",
                                         [ONDERTEKENING_OUDER] = "ouder"};
    const struct plan_ondertekening_list *list = &plan->veiligheidsplan.ondertekening;
    char now[FINGERPRINT_ROOM];
    size_t count = 0;
    if (fingerprint_take(plan, FINGERPRINT_AFSPRAKEN, now) != 0) {
        out->failed = true;
        return;
    }
    buffer_add_char(out, '[');
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->items[i].wie.count; k++) {
            struct text wie = list->items[i].wie.items[k].text;
            open_item(out, count++);
            json_add_key(out, "wie", true);
            add_id(out, wie);
            add_date(out, "datum", list->items[i].datum.date, false);
            add_text(out, "stand", text_of(stands[ondertekening_stand(list, i, wie, now)]), false);
            buffer_add_char(out, '}');
        }
    buffer_add_char(out, ']');
}

static void add_missing(const struct check_result *result, struct buffer *out) {
    struct report_places places = report_places(result->tree.source);
    struct buffer pointer = {0};
    size_t count = 0;
    buffer_add_char(out, '[');
    for (size_t i = 0; i < result->findings.count; i++) {
        const struct finding *finding = &result->findings.items[i];
        if (!safety_concerns(finding))
            continue;
        struct report_place place = report_place(&places, finding);
        buffer_clear(&pointer);
        if (finding->node)
            node_pointer(finding->node, &pointer);
        open_item(out, count++);
        add_text(out, "rule", text_of(rules[meldingen[finding->melding].rule].id), true);
        add_text(out, "severity", text_of(report_severities[finding->severity]), false);
        json_add_key(out, "line", false);
        buffer_add_number(out, place.start.line);
        add_text(out, "path", buffer_text(&pointer), false);
        buffer_add_char(out, '}');
    }
    out->failed |= pointer.failed;
    buffer_free(&pointer);
    buffer_add_char(out, ']');
}

void safety_json(const struct safety_options *options, const struct check_result *result,
                 struct buffer *out) {
    const struct plan_plan *plan = &result->plan;
    buffer_add_char(out, '{');
    json_add_key(out, "spoed", true);
    add_danger(options, result, out);
    add_date(out, "opgesteld", plan->veiligheidsplan.opgesteld.date, false);
    json_add_key(out, "schaal", false);
    add_scale(&plan->veiligheidsplan.schaal, out);
    json_add_key(out, "afspraken", false);
    add_agreements(&plan->veiligheidsplan.afspraken, out);
    json_add_key(out, "doelen", false);
    add_goals(plan, out);
    json_add_key(out, "ondertekening", false);
    add_signatures(plan, out);
    json_add_key(out, "ontbreekt", false);
    add_missing(result, out);
    buffer_add_string(out, "}\n");
}

int safety_goals_json(const struct plan_plan *plan, struct buffer *out) {
    buffer_add_string(out, "{\"doelen\":");
    int missing = add_goals(plan, out);
    buffer_add_string(out, "}\n");
    return missing;
}
