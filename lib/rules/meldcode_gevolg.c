// SPDX-License-Identifier: EUPL-1.2
// MC-10, MC-11, MC-13, MC-16 and MC-19: what follows from a decision (WP stap 5, Als zorgen
// blijven, verantwoordelijkheidsverdeling; KR §3), and the plan that a record names.
#include "lib/method/betrokkene.h"
#include "lib/method/dossier.h"
#include "lib/method/kader.h"
#include "lib/method/vereisten.h"
#include "lib/rules/check.h"

// ---- the plan that is named ----

void report_link(const struct check_options *options, struct check_result *result) {
    static const int meldingen_by_link[] = {[LINK_NONE] = -1,
                                            [LINK_FOUND] = -1,
                                            [LINK_MISSING] = MELDING_FMT_04_PLAN,
                                            [LINK_NOT_PLAN] = MELDING_FMT_04_PLAN_ANDERS,
                                            [LINK_DENIED] = MELDING_FMT_04_PLAN_DICHT,
                                            [LINK_TWICE] = MELDING_FMT_04_PLAN_DUBBEL,
                                            [LINK_UNKNOWN] = -1};
    struct check check = {.findings = &result->findings, .root = result->tree.root};
    const struct node *node = result->dossier ? result->dossier->plan.node : NULL;
    int melding = meldingen_by_link[result->related.link];
    if (!node || !options->selected[RULE_FMT_04])
        return;
    if (melding >= 0)
        report_value(&check, (enum melding)melding, node);
    else if (result->related.plan && !betrokkenen_in_plan(result->dossier, result->related.plan))
        report_value(&check, MELDING_FMT_04_PLAN_VREEMD, node);
}

// ---- MC-10: the report, by who observed ----

// Whether the report was made by somebody who wrote down a signal, or who keeps the record.
static bool made_by_observer(const struct check *check, const struct plan_melding *melding) {
    const struct plan_meldcode *dossier = check->dossier;
    const struct plan_plan *plan = check->related.plan;
    if (zelfde_persoon(melding->door.text, dossier->professional.naam.text, plan))
        return true;
    for (size_t i = 0; i < dossier->signalen.count; i++)
        if (dossier->signalen.items[i].node &&
            zelfde_persoon(melding->door.text, dossier->signalen.items[i].door.text, plan))
            return true;
    return false;
}

void rule_mc_10(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    const struct plan_besluit *besluit = dossier_besluit(dossier);
    const struct plan_melding *melding = dossier_melding(dossier);
    if (besluit && besluit->melden.value == JA_NEE_JA && !dossier_gemeld(dossier))
        report_value(check, MELDING_MC_10_MELDING, besluit->melden.node);
    if (melding && melding->door.node && dossier->signalen.count > 0 &&
        !made_by_observer(check, melding))
        report_value(check, MELDING_MC_10_DOOR, melding->door.node);
}

// ---- MC-11: help with a day to look back, and with a plan ----

static void check_help(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    const struct plan_besluit *besluit = dossier_besluit(dossier);
    if (!moment_eerste(dossier->hulp.node).node && besluit)
        report_value(check, MELDING_MC_11_HULP, besluit->hulp.node);
    for (size_t i = 0; i < dossier->hulp.count; i++)
        if (dossier->hulp.items[i].node &&
            node_absent(node_child(dossier->hulp.items[i].node, "evaluatie")))
            report_missing(check, MELDING_MC_11_EVALUATIE, dossier->hulp.items[i].node);
}

void rule_mc_11(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    if (!dossier_hulp_gekozen(dossier))
        return;
    check_help(check);
    const struct plan_besluit *besluit = dossier_besluit(dossier);
    const struct node *chosen = besluit && besluit->hulp.node
                                    ? besluit->hulp.node
                                    : moment_laatste(dossier->hulp.node).node;
    // A plan that is named and not found is told by FMT-04.
    if (check->related.link == LINK_NONE && !dossier->plan.node)
        report_missing(check, MELDING_MC_11_PLAN, chosen);
    else if (check->related.plan && !check->related.plan->veiligheidsplan.node)
        report_value(check, MELDING_MC_11_VEILIGHEIDSPLAN, dossier->plan.node);
}

// ---- MC-13: what happens afterwards ----

// An event after which something must have happened.
static void check_event(struct check *check, int soort, const struct node *list,
                        enum melding melding) {
    struct moment moment = dossier_gebeurtenis(check->dossier, soort);
    const struct node *place = moment.node ? node_child(moment.node, "soort") : NULL;
    if (place && !moment_sinds(list, moment.date))
        report_value(check, melding, place);
}

void rule_mc_13(struct check *check) {
    static const struct {
        int soort;
        enum melding melding;
    } anew[] = {{GEBEURTENISSOORT_REGIE_GEWEIGERD, MELDING_MC_13_REGIE},
                {GEBEURTENISSOORT_UITGESTAPT, MELDING_MC_13_UITGESTAPT},
                {GEBEURTENISSOORT_HULP_ONVOLDOENDE, MELDING_MC_13_ONVOLDOENDE},
                {GEBEURTENISSOORT_NIEUWE_SIGNALEN, MELDING_MC_13_SIGNALEN}};
    const struct plan_meldcode *dossier = check->dossier;
    check_event(check, GEBEURTENISSOORT_HULP_GEWEIGERD, dossier->meldingen.node,
                MELDING_MC_13_GEWEIGERD);
    if (!dossier_gebeurtenis(dossier, GEBEURTENISSOORT_TOESTEMMING_OVERDRACHT).node)
        check_event(check, GEBEURTENISSOORT_VERHUISD, dossier->meldingen.node,
                    MELDING_MC_13_VERHUISD);
    for (size_t i = 0; i < sizeof anew / sizeof *anew; i++)
        check_event(check, anew[i].soort, dossier->wegingen.node, anew[i].melding);
}

// ---- MC-16: the six requirements for good help ----

void rule_mc_16(struct check *check) {
    static const enum melding meldingen_by_need[VEREISTEN] = {
        [VEREISTE_HEDEN] = MELDING_MC_16_HEDEN,
        [VEREISTE_VERLEDEN] = MELDING_MC_16_VERLEDEN,
        [VEREISTE_FOCUS] = MELDING_MC_16_FOCUS,
        [VEREISTE_HERSTEL] = MELDING_MC_16_HERSTEL,
        [VEREISTE_ANALYSE] = MELDING_MC_16_ANALYSE,
        [VEREISTE_SAMENWERKING] = MELDING_MC_16_SAMENWERKING};
    struct vereiste found[VEREISTEN];
    // Without a safety plan MC-11 has spoken.
    if (!check->related.plan || !check->related.plan->veiligheidsplan.node ||
        !dossier_hulp_gekozen(check->dossier) || dossier_gesloten(check->dossier))
        return;
    vereisten_toets(check->related.plan, found);
    for (int i = 0; i < VEREISTEN; i++)
        if (!found[i].voldaan)
            report_value_named(check, meldingen_by_need[i], check->dossier->plan.node,
                               found[i].mist);
}

// ---- MC-19: announced, and heard of ----

void rule_mc_19(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    const struct plan_melding *melding = dossier_melding(dossier);
    if (!melding)
        return;
    if (melding->gemeld_aan_klant.value == JA_NEE_NEE && !melding->toelichting.node)
        report_value(check, MELDING_MC_19_NIET, melding->gemeld_aan_klant.node);
    else if (node_absent(node_child(melding->node, "gemeld_aan_klant")) &&
             !melding->toelichting.node)
        report_missing(check, MELDING_MC_19_AANGEKONDIGD, melding->node);
    struct moment news = dossier_gebeurtenis(dossier, GEBEURTENISSOORT_TERUGKOPPELING);
    long days = 7L * kader_weging_weken(check->kader);
    if (dossier_gesloten(dossier) || !date_known(melding->datum.date) ||
        (news.node &&
         (!date_known(news.date) || date_compare(news.date, melding->datum.date) >= 0)) ||
        date_compare(date_plus_days(melding->datum.date, days), check->today) >= 0)
        return;
    report_value(check, MELDING_MC_19_TERUGKOPPELING, melding->datum.node);
}
