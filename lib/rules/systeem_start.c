// SPDX-License-Identifier: EUPL-1.2
// SY-06…09: agreements on more and less help, help that lasts, and why the method was started.
#include "lib/method/doelgroep.h"
#include "lib/method/lid.h"
#include "lib/method/professional.h"
#include "lib/method/words.h"
#include "lib/rules/check.h"

void rule_sy_06(struct check *check) {
    const struct plan_text *afspraken = &check->plan->regie.opschaling.afspraken;
    if (!plan_onveilig(check->plan) || section_misshapen(check, "regie", NODE_MAPPING))
        return;
    if (!afspraken->node) {
        report_missing(check, MELDING_SY_06_ONTBREEKT, part_node(check, "regie", "opschaling"));
        return;
    }
    if (!words_occur(afspraken->text, words_minder_hulp))
        report_value(check, MELDING_SY_06_AFSCHALEN, afspraken->node);
    if (!words_occur(afspraken->text, words_niet_vrijwillig))
        report_value(check, MELDING_SY_06_VRIJWILLIG, afspraken->node);
}

// ---- SY-07: concerns that stay ----

static bool stays(const struct plan_professional *professional, struct date today) {
    return professional->blijvend_betrokken.value == JA_NEE_JA &&
           professional_actief(professional, today);
}

// What SY-07 reads of a concern, of the plan or of the safety plan.
struct lasting {
    const struct node *node;
    struct text id;
    const struct plan_word *leefgebied;
    bool chronisch;
};

static bool answers(const struct plan_doel *doel, const struct lasting *zorg) {
    return doel->node && doel->status.value != DOELSTATUS_VERVALLEN &&
           ids_hold(&doel->zorgen, zorg->id);
}

// Whether a goal goes on once the unsafety of now has passed.
static bool goes_on(const struct plan_doel *doel) {
    return doel->status.value != DOELSTATUS_BEHAALD &&
           doel->veiligheid.value != VEILIGHEIDSDOEL_VEILIGHEIDSAFSPRAKEN &&
           doel->veiligheid.value != VEILIGHEIDSDOEL_ONVEILIGHEID_OPHEFFEN;
}

// Whether one of these people, who carry or help with an action, stays involved.
static bool one_stays(const struct check *check, const struct plan_texts *ids) {
    const struct plan_plan *plan = check->plan;
    for (size_t i = 0; i < ids->count; i++) {
        struct persoon persoon = plan_persoon(plan, ids->items[i].text);
        if (persoon.soort == PERSOON_NAASTE &&
            plan->netwerk.items[persoon.index].blijvend_betrokken.value == JA_NEE_JA)
            return true;
        if (persoon.soort == PERSOON_PROFESSIONAL &&
            stays(&plan->professionals.items[persoon.index], check->today))
            return true;
    }
    return false;
}

// Whether somebody who stays helps with an action of this goal.
static bool carried_on(const struct check *check, const struct plan_doel *doel) {
    for (size_t i = 0; i < doel->acties.count; i++)
        if (one_stays(check, &doel->acties.items[i].wie) ||
            one_stays(check, &doel->acties.items[i].hulp_van))
            return true;
    return false;
}

static bool works_in(const struct plan_professional *professional,
                     const struct plan_word *leefgebied) {
    for (size_t i = 0; leefgebied->node && i < professional->leefgebieden.count; i++) {
        const struct node *word = professional->leefgebieden.items[i].node;
        if (word && text_equal(word->text, leefgebied->node->text))
            return true;
    }
    return false;
}

// Whether a professional who stays works in the concern's area of life.
static bool area_covered(const struct check *check, const struct plan_word *leefgebied) {
    const struct plan_professional_list *list = &check->plan->professionals;
    for (size_t i = 0; i < list->count; i++)
        if (stays(&list->items[i], check->today) && works_in(&list->items[i], leefgebied))
            return true;
    return false;
}

static void check_lasting(struct check *check, const struct lasting *zorg) {
    const struct plan_doel_list *doelen = &check->plan->doelen;
    bool hit = false;
    if (!zorg->node || !zorg->chronisch)
        return;
    for (size_t i = 0; i < doelen->count; i++) {
        if (!answers(&doelen->items[i], zorg))
            continue;
        if (goes_on(&doelen->items[i]) || carried_on(check, &doelen->items[i]))
            return;
        hit = true;
    }
    if (!area_covered(check, zorg->leefgebied))
        report_missing(check, hit ? MELDING_SY_07_TIJDELIJK : MELDING_SY_07_NIETS, zorg->node);
}

void rule_sy_07(struct check *check) {
    const struct plan_plan *plan = check->plan;
    if (plan->doelen.count == 0 || plan->afsluiting.nazorg.count > 0)
        return; // OP-13 says it; or there is help afterwards
    for (size_t i = 0; i < plan->zorgen.count; i++) {
        const struct plan_zorg *zorg = &plan->zorgen.items[i];
        bool chronisch =
            zorg->chronisch.value == JA_NEE_JA && zorg->status.value != ZORGSTATUS_OPGELOST;
        check_lasting(check,
                      &(struct lasting){zorg->node, zorg->id.text, &zorg->leefgebied, chronisch});
    }
    for (size_t i = 0; i < plan->veiligheidsplan.zorgen.count; i++) {
        const struct plan_veiligheidszorg *zorg = &plan->veiligheidsplan.zorgen.items[i];
        bool chronisch =
            zorg->chronisch.value == JA_NEE_JA && zorg->status.value != ZORGSTATUS_OPGELOST;
        check_lasting(check,
                      &(struct lasting){zorg->node, zorg->id.text, &zorg->leefgebied, chronisch});
    }
}

// ---- SY-08 and SY-09: the beginning ----

void rule_sy_08(struct check *check) {
    struct doelgroep answer = doelgroep(check->plan, check->kader);
    if (section_misshapen(check, "intake", NODE_MAPPING))
        return;
    switch (answer.besluit) {
    case DOELGROEP_STARTEN:
        break;
    case DOELGROEP_PROFESSIONAL:
        report_missing(check, MELDING_SY_08_KADER,
                       part_node(check, "intake", "kwetsbaar_huishouden"));
        break;
    case DOELGROEP_NIET:
        report_missing(check, MELDING_SY_08_GEEN,
                       part_node(check, "intake", "kwetsbaar_huishouden"));
        break;
    default:
        report_missing(check, MELDING_SY_08_ONTBREEKT,
                       part_node(check, "intake", "kwetsbaar_huishouden"));
    }
}

void rule_sy_09(struct check *check) {
    const struct plan_word *eigen_plan = &check->plan->intake.eigen_plan;
    if (section_misshapen(check, "intake", NODE_MAPPING))
        return;
    if (!eigen_plan->node)
        report_missing(check, MELDING_SY_09_ONTBREEKT, section_node(check, "intake"));
    else if (eigen_plan->value == JA_NEE_ONBEKEND_ONBEKEND)
        report_value(check, MELDING_SY_09_ONBEKEND, eigen_plan->node);
}
