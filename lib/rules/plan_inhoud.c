// SPDX-License-Identifier: EUPL-1.2
// OP-01…12: reason, strengths, concerns, earlier help, analysis, result and safety (KW §5.1).
#include "lib/rules/check.h"

void rule_op_01(struct check *check) {
    const struct plan_aanleiding *aanleiding = &check->plan->aanleiding;
    if (!aanleiding->node) {
        report_empty(check, MELDING_OP_01_ONTBREEKT, check->root, "aanleiding");
        return;
    }
    bool member = false;
    bool unknown = false; // told by FMT-04
    for (size_t i = 0; i < aanleiding->wie.count; i++) {
        struct persoon persoon = plan_persoon_van(check->plan, &aanleiding->wie.items[i]);
        member |= persoon.soort == PERSOON_LID;
        unknown |= persoon.soort == PERSOON_ONBEKEND;
    }
    if (aanleiding->wie.count == 0)
        report_missing(check, MELDING_OP_01_WIE, aanleiding->node);
    else if (!member && !unknown)
        report_value(check, MELDING_OP_01_WIE, aanleiding->wie.node);
    if (!aanleiding->citaat.node)
        report_missing(check, MELDING_OP_01_CITAAT, aanleiding->node);
}

void rule_op_02(struct check *check) {
    if (check->plan->krachten.count == 0)
        report_empty(check, MELDING_OP_02_ONTBREEKT, check->root, "krachten");
}

void rule_op_03(struct check *check) {
    static const struct question questions[] = {{"wie", MELDING_OP_03_WIE},
                                                {"citaat", MELDING_OP_03_CITAAT}};
    report_unanswered_items(check, check->plan->krachten.node, questions, 2);
}

void rule_op_04(struct check *check) {
    static const struct question questions[] = {{"gevolg", MELDING_OP_04_GEVOLG},
                                                {"sinds", MELDING_OP_04_SINDS}};
    report_unanswered_items(check, check->plan->krachten.node, questions, 2);
}

void rule_op_05(struct check *check) {
    if (check->plan->zorgen.count == 0)
        report_empty(check, MELDING_OP_05_ONTBREEKT, check->root, "zorgen");
}

void rule_op_06(struct check *check) {
    static const struct question questions[] = {{"wie", MELDING_OP_06_WIE},
                                                {"citaat", MELDING_OP_06_CITAAT}};
    report_unanswered_items(check, check->plan->zorgen.node, questions, 2);
}

void rule_op_07(struct check *check) {
    static const struct question questions[] = {{"sinds", MELDING_OP_07_SINDS},
                                                {"gevolg", MELDING_OP_07_GEVOLG}};
    report_unanswered_items(check, check->plan->zorgen.node, questions, 2);
}

void rule_op_08(struct check *check) {
    static const struct question questions[] = {{"hulp", MELDING_OP_08_HULP},
                                                {"door", MELDING_OP_08_DOOR},
                                                {"wanneer", MELDING_OP_08_WANNEER},
                                                {"resultaat", MELDING_OP_08_RESULTAAT}};
    const struct plan_hulp_list *eerdere_hulp = &check->plan->eerdere_hulp;
    if (eerdere_hulp->geen)
        return;
    if (eerdere_hulp->count == 0) {
        report_empty(check, MELDING_OP_08_ONTBREEKT, check->root, "eerdere_hulp");
        return;
    }
    report_unanswered_items(check, eerdere_hulp->node, questions, 4);
}

void rule_op_09(struct check *check) {
    const struct plan_analyse *analyse = &check->plan->analyse;
    if (!analyse->node) {
        report_empty(check, MELDING_OP_09_ONTBREEKT, check->root, "analyse");
        return;
    }
    if (!analyse->samenhang.node)
        report_missing(check, MELDING_OP_09_SAMENHANG, analyse->node);
    if (!analyse->patronen.node)
        report_missing(check, MELDING_OP_09_PATRONEN, analyse->node);
    if (!analyse->gevolgen.node)
        report_missing(check, MELDING_OP_09_GEVOLGEN, analyse->node);
}

void rule_op_10(struct check *check) {
    if (!check->plan->gewenst_resultaat.node)
        report_empty(check, MELDING_OP_10_ONTBREEKT, check->root, "gewenst_resultaat");
}

void rule_op_11(struct check *check) {
    const struct plan_basiszorg_en_veiligheid *vraag = &check->plan->basiszorg_en_veiligheid;
    if (!vraag->zorgen.node)
        report_missing(check, MELDING_OP_11_ONTBREEKT,
                       section_node(check, "basiszorg_en_veiligheid"));
}

void rule_op_12(struct check *check) {
    enum { RANK_STARTOVERLEG = 3 };
    const struct plan_word *zorgen = &check->plan->basiszorg_en_veiligheid.zorgen;
    if (zorgen->value != JA_NEE_JA || check->plan->veiligheidsplan.node ||
        section_misshapen(check, "veiligheidsplan", NODE_MAPPING))
        return;
    bool early = check->rank < RANK_STARTOVERLEG;
    report_value(check, early ? MELDING_OP_12_VROEG : MELDING_OP_12_ONTBREEKT, zorgen->node);
}
