// SPDX-License-Identifier: EUPL-1.2
// PR-06 and PR-07: closing a plan, and what comes after.
#include "lib/method/doelgroep.h"
#include "lib/method/kader.h"
#include "lib/method/lid.h"
#include "lib/rules/check.h"

// ---- PR-06: not while it is unsafe ----

// The number that scores are held against, as it is written.
static struct argument limit_argument(const struct plan_kader *kader) {
    const struct node *written = kader ? kader->termijnen.afsluiten_vanaf.node : NULL;
    return open_argument(written ? written->text : TEXT("8"));
}

// Whether nobody wrote down a later score of this person; of two on one day the later in the file
// counts.
static bool is_last(const struct plan_schaalcijfer_list *schaal, size_t index, struct text id) {
    struct date day = schaal->items[index].datum.date;
    for (size_t i = 0; i < schaal->count; i++) {
        struct date other = schaal->items[i].datum.date;
        if (i == index || !date_known(other) || !ids_hold(&schaal->items[i].wie, id))
            continue;
        int compared = date_compare(other, day);
        if (compared > 0 || (compared == 0 && i > index))
            return false;
    }
    return true;
}

static void check_scores(struct check *check) {
    const struct plan_schaalcijfer_list *schaal = &check->plan->veiligheidsplan.schaal;
    double limit = kader_afsluiten_vanaf(check->kader);
    for (size_t i = 0; i < schaal->count; i++) {
        const struct plan_schaalcijfer *score = &schaal->items[i];
        if (!date_known(score->datum.date) || !score->cijfer.node || score->cijfer.value >= limit)
            continue;
        for (size_t k = 0; k < score->wie.count; k++) {
            struct text id = score->wie.items[k].text;
            const struct argument arguments[FINDING_ARGUMENTS] = {name_argument(id),
                                                                  limit_argument(check->kader)};
            if (id.length > 0 && is_last(schaal, i, id))
                report_value_with(check, MELDING_PR_06_SCHAAL, score->cijfer.node, arguments);
        }
    }
}

void rule_pr_06(struct check *check) {
    const struct plan_afspraak_list *afspraken = &check->plan->veiligheidsplan.afspraken;
    if (plan_onveilig(check->plan))
        report_value(check, MELDING_PR_06_ZORGEN, check->plan->basiszorg_en_veiligheid.zorgen.node);
    for (size_t i = 0; i < afspraken->count; i++) {
        const struct plan_afspraak *afspraak = &afspraken->items[i];
        bool runs = !afspraak->status.node || afspraak->status.value == AFSPRAAKSTATUS_LOOPT;
        if (afspraak->id.node && runs)
            report_missing_of(check, MELDING_PR_06_AFSPRAAK, afspraak->node, afspraak->id.text);
    }
    check_scores(check);
    if (check->related.open_dossier)
        report_value(check, MELDING_PR_06_MELDCODE, check->phase);
}

// ---- PR-07: talked over, looked back on, and somebody to turn to ----

static void check_aftercare(struct check *check, const struct plan_nazorg *nazorg) {
    if (nazorg->wie.count == 0)
        report_missing(check, MELDING_PR_07_NAZORG_WIE, nazorg->node);
    if (!nazorg->wat.node)
        report_missing(check, MELDING_PR_07_NAZORG_WAT, nazorg->node);
    if (!nazorg->wanneer.node)
        report_missing(check, MELDING_PR_07_NAZORG_WANNEER, nazorg->node);
    if (!nazorg->hoe_vaak.node)
        report_missing(check, MELDING_PR_07_NAZORG_HOE_VAAK, nazorg->node);
}

void rule_pr_07(struct check *check) {
    const struct plan_afsluiting *closing = &check->plan->afsluiting;
    const struct plan_nazorg_list *nazorg = &closing->nazorg;
    const struct node *written = node_child(closing->node, "nazorg");
    if (section_misshapen(check, "afsluiting", NODE_MAPPING))
        return;
    if (!closing->node || closing->node->count == 0) {
        report_missing(check, MELDING_PR_07_ONTBREEKT, section_node(check, "afsluiting"));
        return;
    }
    if (!closing->overlegd_met_klant.node)
        report_missing(check, MELDING_PR_07_OVERLEGD, closing->node);
    if (!closing->evaluatie.node)
        report_missing(check, MELDING_PR_07_EVALUATIE, closing->node);
    // A word other than `geen`: the schema has said so.
    if (nazorg->count == 0 && (node_absent(written) || written->kind == NODE_LIST))
        report_missing(check, MELDING_PR_07_NAZORG, closing->node);
    if (!closing->aanspreekpunt.node)
        report_missing(check, MELDING_PR_07_AANSPREEKPUNT, closing->node);
    for (size_t i = 0; i < nazorg->count; i++)
        if (nazorg->items[i].node)
            check_aftercare(check, &nazorg->items[i]);
}
