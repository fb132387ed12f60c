// SPDX-License-Identifier: EUPL-1.2
// VP-01…08, VP-17 and VP-19: strengths, concerns, harm and the scale of a safety plan (KW §5.2).
#include "lib/method/veiligheidsplan.h"
#include "lib/method/lid.h"
#include "lib/method/overleg.h"
#include "lib/rules/check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

// The safety plan, or NULL: without one no rule about it speaks.
static const struct plan_veiligheidsplan *safety_plan(const struct check *check) {
    const struct plan_veiligheidsplan *veiligheidsplan = &check->plan->veiligheidsplan;
    return veiligheidsplan->node ? veiligheidsplan : NULL;
}

void rule_vp_01(struct check *check) {
    static const struct question questions[] = {{"wie", MELDING_VP_01_WIE},
                                                {"citaat", MELDING_VP_01_CITAAT},
                                                {"gevolg", MELDING_VP_01_GEVOLG},
                                                {"sinds", MELDING_VP_01_SINDS}};
    const struct plan_veiligheidsplan *veiligheidsplan = safety_plan(check);
    if (!veiligheidsplan)
        return;
    report_empty(check, MELDING_VP_01_ONTBREEKT, veiligheidsplan->node, "krachten");
    report_unanswered_items(check, veiligheidsplan->krachten.node, questions, COUNT(questions));
}

void rule_vp_02(struct check *check) {
    static const struct question questions[] = {{"wie", MELDING_VP_02_WIE},
                                                {"citaat", MELDING_VP_02_CITAAT},
                                                {"sinds", MELDING_VP_02_SINDS},
                                                {"gevolg", MELDING_VP_02_GEVOLG}};
    const struct plan_veiligheidsplan *veiligheidsplan = safety_plan(check);
    if (!veiligheidsplan)
        return;
    report_empty(check, MELDING_VP_02_ONTBREEKT, veiligheidsplan->node, "zorgen");
    report_unanswered_items(check, veiligheidsplan->zorgen.node, questions, COUNT(questions));
}

// ---- VP-03 ----

void rule_vp_03(struct check *check) {
    static const struct question questions[] = {{"eerste", MELDING_VP_03_EERSTE},
                                                {"ergste", MELDING_VP_03_ERGSTE},
                                                {"laatste", MELDING_VP_03_LAATSTE},
                                                {"frequentie", MELDING_VP_03_FREQUENTIE}};
    const struct plan_veiligheidszorg_list *zorgen = &check->plan->veiligheidsplan.zorgen;
    for (size_t i = 0; i < zorgen->count; i++) {
        const struct plan_veiligheidszorg *zorg = &zorgen->items[i];
        bool time = zorg->eerste.node || zorg->ergste.node || zorg->laatste.node;
        if (!zorg->node || (time && frequentie_eenmalig(zorg->frequentie.text)))
            continue;
        if (!time && !zorg->frequentie.node)
            report_missing(check, MELDING_VP_03_NIETS, zorg->node);
        else
            report_unanswered(check, zorg->node, questions, COUNT(questions));
    }
}

// ---- VP-04…06 ----

void rule_vp_04(struct check *check) {
    static const struct question questions[] = {{"over", MELDING_VP_04_OVER},
                                                {"wat", MELDING_VP_04_WAT}};
    const struct plan_veiligheidsplan *veiligheidsplan = safety_plan(check);
    if (!veiligheidsplan)
        return;
    report_empty(check, MELDING_VP_04_ONTBREEKT, veiligheidsplan->node, "schade");
    report_unanswered_items(check, veiligheidsplan->schade.node, questions, COUNT(questions));
}

void rule_vp_05(struct check *check) {
    static const struct question questions[] = {{"wie", MELDING_VP_05_WIE},
                                                {"citaat", MELDING_VP_05_CITAAT}};
    const struct plan_veiligheidsplan *veiligheidsplan = safety_plan(check);
    if (!veiligheidsplan)
        return;
    report_empty(check, MELDING_VP_05_ONTBREEKT, veiligheidsplan->node, "grootste_zorg");
    if (veiligheidsplan->grootste_zorg.node)
        report_unanswered(check, veiligheidsplan->grootste_zorg.node, questions, COUNT(questions));
}

void rule_vp_06(struct check *check) {
    const struct plan_veiligheidsplan *veiligheidsplan = safety_plan(check);
    if (veiligheidsplan)
        report_empty(check, MELDING_VP_06_ONTBREEKT, veiligheidsplan->node,
                     "complicerende_factoren");
}

// ---- VP-07 and VP-08: the scale ----

void rule_vp_07(struct check *check) {
    const struct plan_veiligheidsplan *veiligheidsplan = safety_plan(check);
    if (!veiligheidsplan)
        return;
    const struct plan_schaalcijfer_list *schaal = &veiligheidsplan->schaal;
    bool member = false;
    bool other = false;
    report_empty(check, MELDING_VP_07_ONTBREEKT, veiligheidsplan->node, "schaal");
    for (size_t i = 0; i < schaal->count; i++) {
        const struct plan_texts *wie = &schaal->items[i].wie;
        if (wie->count == 0)
            return; // whoever it was: the schema tells
        for (size_t k = 0; k < wie->count; k++) {
            enum persoon_soort soort = plan_persoon(check->plan, wie->items[k].text).soort;
            if (soort == PERSOON_ONBEKEND)
                return;
            member |= soort == PERSOON_LID;
            other |= soort != PERSOON_LID;
        }
    }
    if (other && !member)
        report_missing(check, MELDING_VP_07_HUISHOUDEN, schaal->node);
    if (member && !other)
        report_missing(check, MELDING_VP_07_ANDER, schaal->node);
}

static bool scored_near(const struct plan_schaalcijfer_list *schaal,
                        const struct plan_overleg *overleg) {
    for (size_t i = 0; i < schaal->count; i++)
        if (overleg_nabij(overleg, schaal->items[i].datum.date))
            return true;
    return false;
}

void rule_vp_08(struct check *check) {
    const struct plan_schaalcijfer_list *schaal = &check->plan->veiligheidsplan.schaal;
    const struct plan_overleg_list *overleggen = &check->plan->overleggen;
    struct date first = {0};
    for (size_t i = 0; i < schaal->count; i++) {
        struct date datum = schaal->items[i].datum.date;
        if (date_known(datum) && (!date_known(first) || date_compare(datum, first) < 0))
            first = datum;
    }
    for (size_t i = 0; i < overleggen->count && date_known(first); i++) {
        const struct plan_overleg *overleg = &overleggen->items[i];
        if (overleg_gehouden(overleg, check->today) &&
            date_compare(overleg->datum.date, first) > 0 && !scored_near(schaal, overleg))
            report_missing_of(check, MELDING_VP_08_OVERLEG, overleg->node,
                              overleg->datum.node->text);
    }
}

// ---- VP-17 and VP-19 ----

void rule_vp_17(struct check *check) {
    const struct plan_veiligheidsplan *veiligheidsplan = &check->plan->veiligheidsplan;
    const struct plan_lid_list *leden = &check->plan->huishouden.leden;
    for (size_t i = 0; i < leden->count && veiligheidsplan->zorgen.count > 0; i++) {
        const struct plan_lid *lid = &leden->items[i];
        bool adult = lid_leeftijd(lid, check->today) == LEEFTIJD_VOLWASSEN;
        if (!lid->id.node || (adult && lid->kwetsbaar.count == 0) ||
            veiligheidsplan_names(veiligheidsplan, lid->id.text))
            continue;
        report_missing_of(check, adult ? MELDING_VP_17_KWETSBAAR : MELDING_VP_17_MINDERJARIG,
                          lid->node, lid->id.text);
    }
}

// Whether no agreement runs any more because the household is safe again.
static bool all_done(const struct plan_afspraak_list *afspraken) {
    for (size_t i = 0; i < afspraken->count; i++) {
        int status = afspraken->items[i].status.value;
        if (status != AFSPRAAKSTATUS_BEHAALD && status != AFSPRAAKSTATUS_VERVALLEN)
            return false;
    }
    return afspraken->count > 0;
}

void rule_vp_19(struct check *check) {
    const struct plan_word *zorgen = &check->plan->basiszorg_en_veiligheid.zorgen;
    const struct plan_veiligheidsplan *veiligheidsplan = safety_plan(check);
    if (veiligheidsplan && zorgen->value == JA_NEE_NEE && !all_done(&veiligheidsplan->afspraken))
        report_value(check, MELDING_VP_19_TEGENSPRAAK, zorgen->node);
}
