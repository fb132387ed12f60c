// SPDX-License-Identifier: EUPL-1.2
// VP-09…12, VP-14, VP-16 and VP-18: the agreements of a safety plan and the four obliged goals
// (KW §5.2 Veiligheidsafspraken, Doelencheck).
#include "lib/method/due.h"
#include "lib/method/lid.h"
#include "lib/method/overleg.h"
#include "lib/method/veiligheidsplan.h"
#include "lib/rules/check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Whether an agreement still has to be kept: neither dropped nor finished.
static bool is_kept(const struct plan_afspraak *afspraak) {
    return afspraak_is_live(afspraak) && afspraak->status.value != AFSPRAAKSTATUS_BEHAALD;
}

void rule_vp_09(struct check *check) {
    static const struct question questions[] = {{"wie", MELDING_VP_09_WIE},
                                                {"wat", MELDING_VP_09_WAT},
                                                {"waar", MELDING_VP_09_WAAR},
                                                {"wanneer", MELDING_VP_09_WANNEER}};
    const struct plan_veiligheidsplan *veiligheidsplan = &check->plan->veiligheidsplan;
    const struct plan_afspraak_list *afspraken = &veiligheidsplan->afspraken;
    size_t dropped = 0;
    if (!veiligheidsplan->node)
        return;
    report_empty(check, MELDING_VP_09_ONTBREEKT, veiligheidsplan->node, "afspraken");
    for (size_t i = 0; i < afspraken->count; i++) {
        const struct plan_afspraak *afspraak = &afspraken->items[i];
        dropped += afspraak->status.value == AFSPRAAKSTATUS_VERVALLEN;
        if (afspraak_is_live(afspraak))
            report_unanswered(check, afspraak->node, questions, COUNT(questions));
    }
    if (afspraken->count > 0 && dropped == afspraken->count)
        report_missing(check, MELDING_VP_09_ONTBREEKT, afspraken->node);
}

void rule_vp_10(struct check *check) {
    static const struct question questions[] = {{"klant_doet", MELDING_VP_10_KLANT_DOET},
                                                {"steun", MELDING_VP_10_STEUN}};
    static const struct question of_support[] = {{"wie", MELDING_VP_10_STEUN_WIE},
                                                 {"wat", MELDING_VP_10_STEUN_WAT}};
    const struct plan_afspraak_list *afspraken = &check->plan->veiligheidsplan.afspraken;
    for (size_t i = 0; i < afspraken->count; i++) {
        const struct plan_afspraak *afspraak = &afspraken->items[i];
        if (!is_kept(afspraak))
            continue;
        report_unanswered(check, afspraak->node, questions, COUNT(questions));
        report_unanswered_items(check, afspraak->steun.node, of_support, COUNT(of_support));
    }
}

void rule_vp_11(struct check *check) {
    static const struct question question = {"toezicht", MELDING_VP_11_ONTBREEKT};
    const struct plan_afspraak_list *afspraken = &check->plan->veiligheidsplan.afspraken;
    for (size_t i = 0; i < afspraken->count; i++) {
        const struct plan_afspraak *afspraak = &afspraken->items[i];
        const struct plan_text *toezicht = &afspraak->toezicht;
        if (!is_kept(afspraak))
            continue;
        report_unanswered(check, afspraak->node, &question, 1);
        if (toezicht->node && ids_hold(&afspraak->wie, toezicht->text))
            report_value_of(check, MELDING_VP_11_ZELF, toezicht->node, toezicht->text);
    }
}

void rule_vp_12(struct check *check) {
    static const struct question question = {"bij_niet_nakomen", MELDING_VP_12_ONTBREEKT};
    const struct plan_afspraak_list *afspraken = &check->plan->veiligheidsplan.afspraken;
    for (size_t i = 0; i < afspraken->count; i++)
        if (is_kept(&afspraken->items[i]))
            report_unanswered(check, afspraken->items[i].node, &question, 1);
}

// ---- VP-14: the four obliged goals ----

static void check_goal(struct check *check, int word, enum melding missing) {
    const struct plan_doel_list *doelen = &check->plan->doelen;
    const struct plan_doel *first = NULL;
    for (size_t i = 0; i < doelen->count; i++) {
        const struct plan_doel *doel = &doelen->items[i];
        if (doel->veiligheid.value != word)
            continue;
        if (due_is_obliged(doel, word))
            return;
        if (!first)
            first = doel;
    }
    if (first)
        report_value_of(check, MELDING_VP_14_VERVALLEN, first->status.node,
                        first->veiligheid.node->text);
    else
        report_missing(check, missing, doelen->node);
}

void rule_vp_14(struct check *check) {
    static const enum melding missing[DUE_OBLIGED_GOALS] = {
        [VEILIGHEIDSDOEL_VEILIGHEIDSAFSPRAKEN] = MELDING_VP_14_VEILIGHEIDSAFSPRAKEN,
        [VEILIGHEIDSDOEL_ONVEILIGHEID_OPHEFFEN] = MELDING_VP_14_ONVEILIGHEID_OPHEFFEN,
        [VEILIGHEIDSDOEL_ONDERLIGGENDE_PROBLEMATIEK] = MELDING_VP_14_ONDERLIGGENDE_PROBLEMATIEK,
        [VEILIGHEIDSDOEL_HERSTEL_EN_NAZORG] = MELDING_VP_14_HERSTEL_EN_NAZORG,
    };
    const struct plan_doel_list *doelen = &check->plan->doelen;
    bool any = false;
    if (!check->plan->veiligheidsplan.node || doelen->count == 0)
        return;
    for (size_t i = 0; i < doelen->count; i++)
        any |= doelen->items[i].veiligheid.value >= 0;
    if (!any) {
        report_missing(check, MELDING_VP_14_GEEN, doelen->node);
        return;
    }
    for (int word = 0; word < DUE_OBLIGED_GOALS; word++)
        check_goal(check, word, missing[word]);
}

// ---- VP-16: evaluated at each progress meeting ----

static bool evaluated_near(const struct plan_afspraak *afspraak,
                           const struct plan_overleg *overleg) {
    for (size_t i = 0; i < afspraak->evaluaties.count; i++)
        if (overleg_nabij(overleg, afspraak->evaluaties.items[i].datum.date))
            return true;
    return false;
}

// The latest progress meeting since `start` at which an agreement was not talked over, or NULL.
static const struct plan_overleg *
passed_over(const struct check *check, const struct plan_afspraak *afspraak, struct date start) {
    const struct plan_overleg *latest = NULL;
    for (size_t i = 0; i < check->plan->overleggen.count; i++) {
        const struct plan_overleg *overleg = &check->plan->overleggen.items[i];
        struct date datum = overleg->datum.date;
        if (overleg->soort.value == OVERLEGSOORT_VOORTGANGSOVERLEG &&
            overleg_gehouden(overleg, check->today) && date_compare(datum, start) > 0 &&
            !evaluated_near(afspraak, overleg) &&
            (!latest || date_compare(datum, latest->datum.date) > 0))
            latest = overleg;
    }
    return latest;
}

void rule_vp_16(struct check *check) {
    const struct plan_veiligheidsplan *veiligheidsplan = &check->plan->veiligheidsplan;
    for (size_t i = 0; i < veiligheidsplan->afspraken.count; i++) {
        const struct plan_afspraak *afspraak = &veiligheidsplan->afspraken.items[i];
        struct date start = afspraak->gemaakt.date;
        if (!date_known(start))
            start = veiligheidsplan->opgesteld.date;
        bool runs = afspraak->node &&
                    (afspraak->status.value == AFSPRAAKSTATUS_LOOPT || afspraak->status.value < 0);
        if (!runs || !date_known(start))
            continue;
        const struct plan_overleg *overleg = passed_over(check, afspraak, start);
        if (overleg)
            report_missing_two(check, MELDING_VP_16_EVALUATIE, afspraak->node, afspraak->id.text,
                               overleg->datum.node->text);
    }
}

// ---- VP-18: what follows from a low score ----

// The latest day on which an agreement that holds was made or changed; `*known` is false when that
// cannot be said of one of them. Without agreements there is no such day.
static struct date last_agreed(const struct plan_veiligheidsplan *veiligheidsplan, bool *known) {
    struct date last = {0};
    *known = true;
    for (size_t i = 0; i < veiligheidsplan->afspraken.count; i++) {
        const struct plan_afspraak *afspraak = &veiligheidsplan->afspraken.items[i];
        struct date days[] = {afspraak->gemaakt.date, afspraak->bijgesteld.date};
        if (!afspraak_is_live(afspraak))
            continue;
        if (!date_known(days[0]) && !date_known(days[1]))
            days[0] = veiligheidsplan->opgesteld.date;
        *known &= date_known(days[0]) || date_known(days[1]);
        for (size_t k = 0; k < COUNT(days); k++)
            if (date_known(days[k]) && (!date_known(last) || date_compare(days[k], last) > 0))
                last = days[k];
    }
    return last;
}

// Somebody's latest score before a day (no day: of all), or NULL; on one day the later in the file.
static const struct plan_schaalcijfer *last_score(const struct plan_schaalcijfer_list *schaal,
                                                  struct text id, struct date before) {
    const struct plan_schaalcijfer *last = NULL;
    for (size_t i = 0; i < schaal->count; i++) {
        const struct plan_schaalcijfer *score = &schaal->items[i];
        struct date datum = score->datum.date;
        if (date_known(datum) && score->cijfer.node && ids_hold(&score->wie, id) &&
            !(date_known(before) && date_compare(datum, before) >= 0) &&
            (!last || date_compare(datum, last->datum.date) >= 0))
            last = score;
    }
    return last;
}

static void check_score(struct check *check, const struct plan_schaalcijfer *score, struct text id,
                        struct date agreed) {
    enum { LOW = 3 };
    const struct plan_schaalcijfer_list *schaal = &check->plan->veiligheidsplan.schaal;
    // Somebody's latest score only.
    if (last_score(schaal, id, (struct date){0}) != score ||
        date_compare(agreed, score->datum.date) >= 0)
        return;
    const struct plan_schaalcijfer *before = last_score(schaal, id, score->datum.date);
    if (score->cijfer.value <= LOW)
        report_value_of(check, MELDING_VP_18_LAAG, score->cijfer.node, id);
    else if (before && score->cijfer.value < before->cijfer.value)
        report_value_of(check, MELDING_VP_18_GEDAALD, score->cijfer.node, id);
}

void rule_vp_18(struct check *check) {
    const struct plan_veiligheidsplan *veiligheidsplan = &check->plan->veiligheidsplan;
    const struct plan_schaalcijfer_list *schaal = &veiligheidsplan->schaal;
    bool known;
    struct date agreed = last_agreed(veiligheidsplan, &known);
    if (!known || !date_known(agreed))
        return;
    for (size_t i = 0; i < schaal->count; i++)
        for (size_t k = 0; k < schaal->items[i].wie.count; k++)
            check_score(check, &schaal->items[i], schaal->items[i].wie.items[k].text, agreed);
}
