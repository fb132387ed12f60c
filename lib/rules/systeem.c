// SPDX-License-Identifier: EUPL-1.2
// SY-01…05: everybody of the household, all areas of life, and the people around them.
#include "lib/method/lid.h"
#include "lib/method/professional.h"
#include "lib/rules/check.h"

static bool is_represented(const struct plan_lid *lid) {
    int soort = lid->vertegenwoordiger.node ? lid->vertegenwoordiger.soort.value : -1;
    return soort == VERTEGENWOORDIGERSOORT_MENTOR || soort == VERTEGENWOORDIGERSOORT_CURATOR;
}

// Whether having been seen will do for this member: children under 12, and who may not be able to
// speak for themselves.
static bool seen_will_do(const struct plan_lid *lid, enum leeftijd leeftijd) {
    return leeftijd == LEEFTIJD_TOT_12 || leeftijd == LEEFTIJD_KIND_ONBEKEND ||
           lid->kwetsbaar.count > 0 || is_represented(lid);
}

void rule_sy_01(struct check *check) {
    const struct plan_lid_list *leden = &check->plan->huishouden.leden;
    for (size_t i = 0; i < leden->count; i++) {
        const struct plan_lid *lid = &leden->items[i];
        enum leeftijd leeftijd = lid_leeftijd(lid, check->today);
        if (!lid->id.node || leeftijd == LEEFTIJD_ONGEBOREN || lid->gesproken.node)
            continue;
        if (!lid->gezien.node)
            report_missing_of(check, MELDING_SY_01_NIET, lid->node, lid->id.text);
        else if (!seen_will_do(lid, leeftijd))
            report_value_of(check, MELDING_SY_01_ALLEEN_GEZIEN, lid->gezien.node, lid->id.text);
    }
}

// Whether a strength or concern of the plan itself is by or about this member.
static bool figures(const struct plan_plan *plan, struct text id) {
    for (size_t i = 0; i < plan->krachten.count; i++) {
        const struct plan_kracht *kracht = &plan->krachten.items[i];
        if (ids_hold(&kracht->wie, id) || ids_hold(&kracht->over, id))
            return true;
    }
    for (size_t i = 0; i < plan->zorgen.count; i++) {
        const struct plan_zorg *zorg = &plan->zorgen.items[i];
        if (ids_hold(&zorg->wie, id) || ids_hold(&zorg->over, id))
            return true;
    }
    return false;
}

// Whether both strengths and concerns are there; OP-02 and OP-05 speak first.
static bool has_both(const struct plan_plan *plan) {
    return plan->krachten.count > 0 && plan->zorgen.count > 0;
}

void rule_sy_02(struct check *check) {
    const struct plan_lid_list *leden = &check->plan->huishouden.leden;
    if (!has_both(check->plan))
        return;
    for (size_t i = 0; i < leden->count; i++) {
        const struct plan_lid *lid = &leden->items[i];
        enum leeftijd leeftijd = lid_leeftijd(lid, check->today);
        bool dependent =
            lid_minderjarig(leeftijd) || leeftijd == LEEFTIJD_ONGEBOREN || lid->kwetsbaar.count > 0;
        if (lid->id.node && dependent && !figures(check->plan, lid->id.text))
            report_missing_of(check, MELDING_SY_02_LID, lid->node, lid->id.text);
    }
}

// ---- SY-03: the areas of life ----

enum { LEEFGEBIEDEN = LEEFGEBIED_GEZONDHEID + 1 }; // those of the sources come first in the format

static void cover(bool covered[LEEFGEBIEDEN], const struct plan_word *leefgebied) {
    if (leefgebied->node && leefgebied->value >= 0 && leefgebied->value < LEEFGEBIEDEN)
        covered[leefgebied->value] = true;
}

static void read_covered(const struct plan_plan *plan, bool covered[LEEFGEBIEDEN]) {
    const struct plan_veiligheidsplan *safety = &plan->veiligheidsplan;
    for (size_t i = 0; i < plan->krachten.count; i++)
        cover(covered, &plan->krachten.items[i].leefgebied);
    for (size_t i = 0; i < plan->zorgen.count; i++)
        cover(covered, &plan->zorgen.items[i].leefgebied);
    for (size_t i = 0; i < safety->krachten.count; i++)
        cover(covered, &safety->krachten.items[i].leefgebied);
    for (size_t i = 0; i < safety->zorgen.count; i++)
        cover(covered, &safety->zorgen.items[i].leefgebied);
    for (size_t i = 0; i < plan->zonder_bijzonderheden.count; i++)
        cover(covered, &plan->zonder_bijzonderheden.items[i]);
}

void rule_sy_03(struct check *check) {
    static const enum melding by_count[] = {MELDING_SY_03_EEN, MELDING_SY_03_TWEE,
                                            MELDING_SY_03_VEEL};
    struct argument missing[FINDING_ARGUMENTS] = {{.kind = ARGUMENT_NONE}};
    bool covered[LEEFGEBIEDEN] = {false};
    int count = 0;
    if (!has_both(check->plan))
        return;
    read_covered(check->plan, covered);
    for (int i = 0; i < LEEFGEBIEDEN && count < FINDING_ARGUMENTS; i++)
        if (!covered[i])
            missing[count++] = open_argument(text_of(schema_types[TYPE_LEEFGEBIED].words[i].word));
    if (count > 0)
        report_missing_with(check, by_count[count - 1],
                            section_node(check, "zonder_bijzonderheden"), missing);
}

// ---- SY-04 and SY-05: the people around the household ----

void rule_sy_04(struct check *check) {
    const struct plan_plan *plan = check->plan;
    if (plan->netwerk.count > 0 || section_misshapen(check, "netwerk", NODE_LIST))
        return;
    for (size_t i = 0; i < plan->doelen.count; i++) {
        const struct plan_doel *doel = &plan->doelen.items[i];
        if (doel->node && doel->leefgebied.value == LEEFGEBIED_SOCIAAL_NETWERK &&
            doel->status.value != DOELSTATUS_VERVALLEN)
            return;
    }
    report_missing(check, MELDING_SY_04_ONTBREEKT, section_node(check, "netwerk"));
}

void rule_sy_05(struct check *check) {
    const struct plan_plan *plan = check->plan;
    size_t involved = plan->netwerk.count;
    for (size_t i = 0; i < plan->netwerk.count; i++)
        if (plan->netwerk.items[i].blijvend_betrokken.value == JA_NEE_JA)
            return;
    for (size_t i = 0; i < plan->professionals.count; i++) {
        const struct plan_professional *professional = &plan->professionals.items[i];
        if (!professional_actief(professional, check->today))
            continue;
        if (professional->blijvend_betrokken.value == JA_NEE_JA)
            return;
        involved++;
    }
    if (involved > 0)
        report_missing(check, MELDING_SY_05_ONTBREEKT,
                       section_node(check, plan->netwerk.count > 0 ? "netwerk" : "professionals"));
}
