// SPDX-License-Identifier: EUPL-1.2
// OP-14, OP-15, OP-18, OP-21 and VP-13: how goals, actions, agreements and quotations are worded
// (KW §5.1 Doel, Actie; KW §5.2 Veiligheidsafspraken; WP fase 3b).
#include "lib/rules/check.h"
#include "lib/taal/oordeel.h"

static void report_mark(struct check *check, enum melding melding, const struct node *node,
                        const struct merk *merk) {
    const struct argument none[FINDING_ARGUMENTS] = {{.kind = ARGUMENT_NONE}};
    report_piece(check, melding, node, merk->begin, merk->einde, none);
}

// ---- goals ----

// A goal that is still worked on, and that is not the obliged one to keep the agreements.
static bool is_judged(const struct plan_doel *doel) {
    return doel->node && doel->doel.node && doel->status.value != DOELSTATUS_BEHAALD &&
           doel->status.value != DOELSTATUS_VERVALLEN;
}

static bool is_about_agreements(const struct plan_doel *doel) {
    return doel->veiligheid.value == VEILIGHEIDSDOEL_VEILIGHEIDSAFSPRAKEN;
}

static void report_goal(struct check *check, const struct plan_doel *doel,
                        const struct merk *merk) {
    bool positive = check_speaks(check->options, RULE_OP_14, check->plan->fase.value);
    bool situation = check_speaks(check->options, RULE_OP_15, check->plan->fase.value) &&
                     !is_about_agreements(doel);
    const struct node *node = doel->doel.node;
    if (merk->label == LABEL_NEGATIEF && positive)
        report_mark(check,
                    merk->soort == NEGATIEF_ONTKENNING ? MELDING_OP_14_ONTKENNING
                                                       : MELDING_OP_14_WEG,
                    node, merk);
    if (merk->label == LABEL_VAAG && situation)
        report_mark(check, MELDING_OP_15_LEEG, node, merk);
    if (merk->label == LABEL_MIDDEL && situation)
        report_mark(check, MELDING_OP_15_MIDDEL, node, merk);
}

// Each goal is read once for both rules: by the first of them that speaks.
static void read_goals(struct check *check) {
    static const struct vraag vraag = {
        .soort = ZIN_DOEL, .negatief = true, .vaag = true, .middel = true};
    if (check->goals_read)
        return;
    check->goals_read = true;
    for (size_t i = 0; i < check->plan->doelen.count; i++) {
        const struct plan_doel *doel = &check->plan->doelen.items[i];
        struct merk merken[MERKEN_MOST];
        size_t count = is_judged(doel) ? oordeel(doel->doel.text, &vraag, merken, MERKEN_MOST) : 0;
        bool negative = false; // once a goal is enough
        for (size_t k = 0; k < count; k++) {
            if (merken[k].label != LABEL_NEGATIEF || !negative)
                report_goal(check, doel, &merken[k]);
            negative |= merken[k].label == LABEL_NEGATIEF;
        }
    }
}

void rule_op_14(struct check *check) {
    read_goals(check);
}

void rule_op_15(struct check *check) {
    read_goals(check);
}

// ---- actions and agreements ----

// The messages of the rule that speaks.
struct messages {
    enum melding vaag, tijd;
    enum zinsoort soort;
};

static void check_what(struct check *check, const struct messages *messages,
                       const struct plan_text *wat, bool has_time) {
    struct vraag vraag = {.soort = messages->soort, .vaag = true, .heeft_tijd = has_time};
    struct merk merken[MERKEN_MOST];
    size_t count = wat->node ? oordeel(wat->text, &vraag, merken, MERKEN_MOST) : 0;
    for (size_t i = 0; i < count; i++)
        report_mark(check, messages->vaag, wat->node, &merken[i]);
}

static void check_when(struct check *check, const struct messages *messages,
                       const struct plan_text *wanneer) {
    struct vraag vraag = {.soort = messages->soort, .vaag = true, .tijd = true};
    struct merk merken[MERKEN_MOST];
    size_t count = wanneer->node ? oordeel(wanneer->text, &vraag, merken, MERKEN_MOST) : 0;
    for (size_t i = 0; i < count; i++)
        report_mark(check, messages->tijd, wanneer->node, &merken[i]);
}

static void check_action(struct check *check, const struct plan_actie *actie) {
    static const struct messages messages = {MELDING_OP_18_VAAG, MELDING_OP_18_WANNEER, ZIN_ACTIE};
    bool dated = actie->uiterlijk.node != NULL;
    if (!actie->node || actie->status.value == ACTIESTATUS_VERVALLEN ||
        actie->status.value == ACTIESTATUS_GEDAAN)
        return;
    check_what(check, &messages, &actie->wat, dated || actie->wanneer.node);
    if (!dated)
        check_when(check, &messages, &actie->wanneer);
}

void rule_op_18(struct check *check) {
    for (size_t i = 0; i < check->plan->doelen.count; i++) {
        const struct plan_doel *doel = &check->plan->doelen.items[i];
        if (doel->status.value == DOELSTATUS_VERVALLEN || doel->status.value == DOELSTATUS_BEHAALD)
            continue;
        for (size_t k = 0; k < doel->acties.count; k++)
            check_action(check, &doel->acties.items[k]);
    }
}

void rule_vp_13(struct check *check) {
    static const struct messages messages = {MELDING_VP_13_VAAG, MELDING_VP_13_WANNEER,
                                             ZIN_AFSPRAAK};
    const struct plan_afspraak_list *afspraken = &check->plan->veiligheidsplan.afspraken;
    for (size_t i = 0; i < afspraken->count; i++) {
        const struct plan_afspraak *afspraak = &afspraken->items[i];
        if (!afspraak->node || afspraak->status.value == AFSPRAAKSTATUS_VERVALLEN ||
            afspraak->status.value == AFSPRAAKSTATUS_BEHAALD)
            continue;
        check_what(check, &messages, &afspraak->wat, afspraak->wanneer.node != NULL);
        check_when(check, &messages, &afspraak->wanneer);
    }
}

// ---- quotations ----

static void check_quotation(struct check *check, const struct plan_text *citaat) {
    struct merk merk;
    if (citaat->node && oordeel_weergave(citaat->text, &merk))
        report_mark(check, MELDING_OP_21_WEERGAVE, citaat->node, &merk);
}

void rule_op_21(struct check *check) {
    const struct plan_plan *plan = check->plan;
    const struct plan_veiligheidsplan *safety = &plan->veiligheidsplan;
    check_quotation(check, &plan->aanleiding.citaat);
    for (size_t i = 0; i < plan->krachten.count; i++)
        check_quotation(check, &plan->krachten.items[i].citaat);
    for (size_t i = 0; i < plan->zorgen.count; i++)
        check_quotation(check, &plan->zorgen.items[i].citaat);
    for (size_t i = 0; i < safety->krachten.count; i++)
        check_quotation(check, &safety->krachten.items[i].citaat);
    for (size_t i = 0; i < safety->zorgen.count; i++)
        check_quotation(check, &safety->zorgen.items[i].citaat);
    check_quotation(check, &safety->grootste_zorg.citaat);
}
