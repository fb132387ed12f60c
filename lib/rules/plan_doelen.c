// SPDX-License-Identifier: EUPL-1.2
// OP-13…23: goals, their actions, and who agreed (KW §5.1 Doel, Actie; KR §3).
#include "lib/method/due.h"
#include "lib/method/lid.h"
#include "lib/rules/check.h"

// A goal that is still worked on: not reached, not dropped.
static bool is_open(const struct plan_doel *doel) {
    return doel->node && due_doel_open(doel);
}

static bool is_dropped(const struct plan_actie *actie) {
    return !actie->node || actie->status.value == ACTIESTATUS_VERVALLEN;
}

void rule_op_13(struct check *check) {
    if (check->plan->doelen.count == 0)
        report_empty(check, MELDING_OP_13_ONTBREEKT, check->root, "doelen");
}

void rule_op_16(struct check *check) {
    for (size_t i = 0; i < check->plan->doelen.count; i++) {
        const struct plan_doel *doel = &check->plan->doelen.items[i];
        size_t actions = 0;
        for (size_t k = 0; k < doel->acties.count; k++)
            actions += !is_dropped(&doel->acties.items[k]);
        if (is_open(doel) && actions == 0)
            report_missing_of(check, MELDING_OP_16_ACTIE, doel->node, doel->id.text);
    }
}

static void check_action(struct check *check, const struct plan_actie *actie) {
    if (actie->wie.count == 0)
        report_missing(check, MELDING_OP_17_WIE, actie->node);
    if (!actie->wat.node)
        report_missing(check, MELDING_OP_17_WAT, actie->node);
    // What is done and dated needs no moment any more.
    bool done = actie->status.value == ACTIESTATUS_GEDAAN && actie->gedaan.node;
    if (!actie->wanneer.node && !actie->uiterlijk.node && !done)
        report_missing(check, MELDING_OP_17_WANNEER, actie->node);
}

void rule_op_17(struct check *check) {
    for (size_t i = 0; i < check->plan->doelen.count; i++) {
        const struct plan_doel *doel = &check->plan->doelen.items[i];
        if (doel->status.value == DOELSTATUS_VERVALLEN)
            continue;
        for (size_t k = 0; k < doel->acties.count; k++)
            if (!is_dropped(&doel->acties.items[k]))
                check_action(check, &doel->acties.items[k]);
    }
}

static bool answered(const struct plan_plan *plan, struct text zorg) {
    for (size_t i = 0; i < plan->doelen.count; i++) {
        const struct plan_doel *doel = &plan->doelen.items[i];
        if (doel->status.value != DOELSTATUS_VERVALLEN && ids_hold(&doel->zorgen, zorg))
            return true;
    }
    return false;
}

void rule_op_19(struct check *check) {
    const struct plan_zorg_list *zorgen = &check->plan->zorgen;
    if (check->plan->doelen.count == 0)
        return; // OP-13 says it
    for (size_t i = 0; i < zorgen->count; i++) {
        const struct plan_zorg *zorg = &zorgen->items[i];
        if (!zorg->prioriteit.node || zorg->status.value == ZORGSTATUS_OPGELOST)
            continue;
        if (!zorg->id.node)
            report_missing(check, MELDING_OP_19_DOEL_ZONDER_ID, zorg->node);
        else if (!answered(check->plan, zorg->id.text))
            report_missing_of(check, MELDING_OP_19_DOEL, zorg->node, zorg->id.text);
    }
}

// Whether anybody who carries this action is of the household or its network; `*carried` tells
// whether anybody known carries it at all.
static bool carried_by_own(const struct plan_plan *plan, const struct plan_actie *actie,
                           bool *carried) {
    for (size_t i = 0; i < actie->wie.count; i++) {
        enum persoon_soort soort = plan_persoon_van(plan, &actie->wie.items[i]).soort;
        *carried |= soort != PERSOON_ONBEKEND;
        if (soort == PERSOON_LID || soort == PERSOON_NAASTE)
            return true;
    }
    return false;
}

void rule_op_20(struct check *check) {
    const struct plan_doel_list *doelen = &check->plan->doelen;
    bool carried = false;
    for (size_t i = 0; i < doelen->count; i++) {
        const struct plan_doel *doel = &doelen->items[i];
        if (doel->status.value == DOELSTATUS_VERVALLEN)
            continue;
        for (size_t k = 0; k < doel->acties.count; k++) {
            const struct plan_actie *actie = &doel->acties.items[k];
            if (!is_dropped(actie) && carried_by_own(check->plan, actie, &carried))
                return;
        }
    }
    if (carried)
        report_missing(check, MELDING_OP_20_NIEMAND, doelen->node);
}

void rule_op_22(struct check *check) {
    for (size_t i = 0; i < check->plan->doelen.count; i++) {
        const struct plan_doel *doel = &check->plan->doelen.items[i];
        if (is_open(doel) && !doel->evaluatie.node)
            report_missing_of(check, MELDING_OP_22_EVALUATIE, doel->node, doel->id.text);
    }
}
