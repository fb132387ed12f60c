// SPDX-License-Identifier: EUPL-1.2
// OP-23: who of the household agreed with the plan as a whole (KW §5, KR §2).
#include "lib/method/lid.h"
#include "lib/rules/check.h"

// Whether the last that somebody said of the plan is a yes.
static bool agreed(const struct plan_plan *plan, struct text id) {
    for (size_t i = plan->akkoord.count; i > 0; i--) {
        const struct plan_akkoord *akkoord = &plan->akkoord.items[i - 1];
        if (ids_hold(&akkoord->wie, id))
            return akkoord->eens.value == JA_NEE_JA;
    }
    return false;
}

// Whether a representative agreed for this member.
static bool represented(const struct plan_plan *plan, const struct plan_lid *lid) {
    for (size_t i = 0; i < lid->vertegenwoordiger.wie.count; i++)
        if (agreed(plan, lid->vertegenwoordiger.wie.items[i].text))
            return true;
    return false;
}

// Whether the plan says something about this member: a goal of theirs, an action, a concern.
static bool is_about(const struct plan_plan *plan, struct text id) {
    for (size_t i = 0; i < plan->doelen.count; i++) {
        const struct plan_doel *doel = &plan->doelen.items[i];
        if (ids_hold(&doel->van, id))
            return true;
        for (size_t k = 0; k < doel->acties.count; k++)
            if (ids_hold(&doel->acties.items[k].wie, id))
                return true;
    }
    for (size_t i = 0; i < plan->zorgen.count; i++)
        if (ids_hold(&plan->zorgen.items[i].over, id))
            return true;
    return false;
}

// Somebody with authority over a child who is no member of the household: a guardian.
static void check_authority(struct check *check, const struct plan_lid *lid) {
    const struct plan_texts *wie = &lid->vertegenwoordiger.wie;
    for (size_t i = 0; i < wie->count; i++) {
        struct persoon persoon = plan_persoon_van(check->plan, &wie->items[i]);
        bool own_turn = persoon.soort == PERSOON_LID || persoon.soort == PERSOON_ONBEKEND;
        if (!own_turn && !agreed(check->plan, persoon.id))
            report_missing_two(check, MELDING_OP_23_GEZAG, lid->node, persoon.id, lid->id.text);
    }
}

void rule_op_23(struct check *check) {
    const struct plan_plan *plan = check->plan;
    if (plan->akkoord.count == 0) {
        report_empty(check, MELDING_OP_23_ONTBREEKT, check->root, "akkoord");
        return;
    }
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        enum leeftijd leeftijd = lid_leeftijd(lid, check->today);
        if (!lid->id.node || leeftijd == LEEFTIJD_ONGEBOREN)
            continue;
        bool own = lid_beslist_zelf(leeftijd) ||
                   (leeftijd == LEEFTIJD_12_TOT_16 && is_about(plan, lid->id.text));
        if (own && !agreed(plan, lid->id.text) && !represented(plan, lid))
            report_missing_of(check, MELDING_OP_23_LID, lid->node, lid->id.text);
        if (!lid_beslist_zelf(leeftijd))
            check_authority(check, lid);
    }
}
