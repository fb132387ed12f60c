// SPDX-License-Identifier: EUPL-1.2
// What a plan shows of the six requirements for good help.
#include "lib/method/vereisten.h"

#include "lib/method/veiligheidsplan.h"

// A part that must be there; `*vereiste` remembers the first that is, and the first that is not.
static void need(struct vereiste *vereiste, const struct node *found, const char *field) {
    if (found && !vereiste->gevonden)
        vereiste->gevonden = found;
    if (!found && !vereiste->mist)
        vereiste->mist = field;
}

static const struct node *first_item(const struct node *list) {
    return list && list->kind == NODE_LIST ? list->first : NULL;
}

static const struct node *told_event(const struct plan_veiligheidsplan *plan) {
    for (size_t i = 0; i < plan->zorgen.count; i++) {
        const struct plan_veiligheidszorg *zorg = &plan->zorgen.items[i];
        if (zorg->eerste.node || zorg->ergste.node || zorg->laatste.node)
            return zorg->node;
    }
    return NULL;
}

static const struct node *live_agreement(const struct plan_veiligheidsplan *plan) {
    for (size_t i = 0; i < plan->afspraken.count; i++)
        if (afspraak_is_live(&plan->afspraken.items[i]))
            return plan->afspraken.items[i].node;
    return NULL;
}

static const struct node *safety_goal(const struct plan_plan *plan, int kind) {
    for (size_t i = 0; i < plan->doelen.count; i++)
        if (plan->doelen.items[i].node && plan->doelen.items[i].veiligheid.value == kind &&
            plan->doelen.items[i].status.value != DOELSTATUS_VERVALLEN)
            return plan->doelen.items[i].node;
    return NULL;
}

static const struct node *evaluated_goal(const struct plan_plan *plan) {
    for (size_t i = 0; i < plan->doelen.count; i++)
        if (plan->doelen.items[i].node && plan->doelen.items[i].evaluatie.node)
            return plan->doelen.items[i].node;
    return NULL;
}

static bool several_help(const struct plan_plan *plan) {
    size_t helping = 0;
    for (size_t i = 0; i < plan->professionals.count; i++)
        helping += plan->professionals.items[i].node && !plan->professionals.items[i].tot.node;
    return helping > 1;
}

static const struct node *has_direction(const struct plan_regie *regie) {
    return regie->procesregisseur.node ? regie->procesregisseur.node
                                       : first_item(regie->casusregisseurs.node);
}

void vereisten_toets(const struct plan_plan *plan, struct vereiste into[VEREISTEN]) {
    const struct plan_veiligheidsplan *safety = &plan->veiligheidsplan;
    for (int i = 0; i < VEREISTEN; i++)
        into[i] = (struct vereiste){false, NULL, NULL};
    need(&into[VEREISTE_HEDEN], first_item(safety->zorgen.node), "veiligheidsplan.zorgen");
    need(&into[VEREISTE_HEDEN], first_item(safety->schaal.node), "veiligheidsplan.schaal");
    need(&into[VEREISTE_VERLEDEN], told_event(safety), "veiligheidsplan.zorgen.ergste");
    need(&into[VEREISTE_VERLEDEN], safety->eerdere_meldingen.node,
         "veiligheidsplan.eerdere_meldingen");
    need(&into[VEREISTE_FOCUS], live_agreement(safety), "veiligheidsplan.afspraken");
    need(&into[VEREISTE_FOCUS], safety_goal(plan, VEILIGHEIDSDOEL_ONVEILIGHEID_OPHEFFEN),
         "doelen.veiligheid: onveiligheid_opheffen");
    need(&into[VEREISTE_HERSTEL], safety_goal(plan, VEILIGHEIDSDOEL_HERSTEL_EN_NAZORG),
         "doelen.veiligheid: herstel_en_nazorg");
    need(&into[VEREISTE_ANALYSE], plan->analyse.samenhang.node, "analyse.samenhang");
    need(&into[VEREISTE_ANALYSE], first_item(plan->doelen.node), "doelen");
    need(&into[VEREISTE_ANALYSE], evaluated_goal(plan), "doelen.evaluatie");
    if (several_help(plan)) {
        need(&into[VEREISTE_SAMENWERKING], has_direction(&plan->regie), "regie.procesregisseur");
        need(&into[VEREISTE_SAMENWERKING], plan->regie.samenwerking.node, "regie.samenwerking");
    }
    for (int i = 0; i < VEREISTEN; i++)
        into[i].voldaan = !into[i].mist;
}
