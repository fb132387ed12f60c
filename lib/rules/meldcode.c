// SPDX-License-Identifier: EUPL-1.2
// MC-01…06, MC-14 and MC-15: danger, signals, consultation and talking (WP levensbedreigend, stap
// 0-3). What belongs to a step that has not come is not asked.
#include "lib/method/deskundige.h"
#include "lib/method/dossier.h"
#include "lib/rules/check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool has_entry(const struct node *list) {
    return moment_eerste(list).node != NULL;
}

// ---- MC-01: danger ----

void rule_mc_01(struct check *check) {
    const struct plan_levensbedreigend *gevaar = &check->dossier->levensbedreigend;
    if (gevaar->antwoord.value == JA_NEE_JA && gevaar->gebeld.count == 0)
        report_missing(check, MELDING_MC_01_GEBELD, gevaar->node);
}

// ---- MC-02: the order of the steps ----

enum { STEPS = 4 };

// The steps that must not be passed over, by the field that holds them.
static const struct {
    const char *field;
    enum melding overgeslagen;
} steps[STEPS] = {{"signalen", MELDING_MC_02_SIGNALEN},
                  {"consulten", MELDING_MC_02_CONSULTEN},
                  {"wegingen", MELDING_MC_02_WEGINGEN},
                  {"besluiten", MELDING_MC_02_WEGINGEN}};

// Whether the entry itself says something about it: why a step before it was passed over.
static bool explained(const struct node *entry) {
    return !node_absent(node_child(entry, "toelichting")) ||
           !node_absent(node_child(entry, "reden"));
}

// Whether another rule tells that this step was passed over: nobody consulted is MC-04, where
// there were signals.
static bool told_elsewhere(const struct moment *first, int step) {
    return step == 1 && first[0].node && first[2].node;
}

void rule_mc_02(struct check *check) {
    struct moment first[STEPS];
    for (int i = 0; i < STEPS; i++)
        first[i] = moment_eerste(node_child(check->root, steps[i].field));
    for (int i = 1; i < STEPS; i++) {
        int before = i - 1;
        if (!first[i].node)
            continue;
        if (!first[before].node && !explained(first[i].node) && !told_elsewhere(first, before))
            report_missing(check, steps[before].overgeslagen, first[i].node);
        while (before >= 0 && !first[before].node)
            before--;
        if (before < 0 || !date_known(first[i].date) || !date_known(first[before].date) ||
            date_compare(first[i].date, first[before].date) >= 0)
            continue;
        const struct argument names[FINDING_ARGUMENTS] = {
            open_argument(text_of(steps[i].field)), open_argument(text_of(steps[before].field))};
        report_value_with(check, MELDING_MC_02_VOLGORDE, first[i].datum, names);
    }
}

// ---- MC-03: a signal is a fact ----

void rule_mc_03(struct check *check) {
    for (size_t i = 0; i < check->dossier->signalen.count; i++) {
        const struct plan_signaal *signaal = &check->dossier->signalen.items[i];
        if (!signaal->node)
            continue;
        if (!signaal->wat.node && node_absent(node_child(signaal->node, "wat")))
            report_missing(check, MELDING_MC_03_WAT, signaal->node);
        bool known = !node_absent(node_child(signaal->node, "waargenomen"));
        if (!known && signaal->feit.value != JA_NEE_NEE)
            report_missing(
                check, signaal->feit.value == JA_NEE_JA ? MELDING_MC_03_HOE : MELDING_MC_03_GEVOEL,
                signaal->node);
    }
}

// ---- MC-04: somebody expert before the first weighing ----

void rule_mc_04(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    struct moment weging = moment_eerste(dossier->wegingen.node);
    struct moment consult = moment_eerste(dossier->consulten.node);
    if (!has_entry(dossier->signalen.node) || !weging.node)
        return;
    if (!consult.node)
        report_missing(check, MELDING_MC_04_NIEMAND, weging.node);
    else if (date_known(consult.date) && date_known(weging.date) &&
             date_compare(consult.date, weging.date) > 0)
        report_value(check, MELDING_MC_04_LATER, consult.datum);
}

// ---- MC-05: the expert that the form calls for ----

void rule_mc_05(struct check *check) {
    static const enum melding meldingen_by_form[] = {
        [GEWELDSVORM_EERGERELATEERD_GEWELD] = MELDING_MC_05_EER,
        [GEWELDSVORM_MEISJESBESNIJDENIS] = MELDING_MC_05_BESNIJDENIS,
        [GEWELDSVORM_LICHAMELIJK_LETSEL] = MELDING_MC_05_LETSEL,
        [GEWELDSVORM_STRAFBAAR_FEIT] = MELDING_MC_05_POLITIE};
    const struct plan_meldcode *dossier = check->dossier;
    if (!has_entry(dossier->wegingen.node) && !has_entry(dossier->besluiten.node))
        return;
    for (size_t i = 0; i < dossier->vormen.count; i++) {
        const struct plan_word *vorm = &dossier->vormen.items[i];
        const struct deskundige_bij *bij = vorm->node ? deskundige_bij(vorm->value) : NULL;
        if (bij && bij->eigen && !deskundige_gesproken(dossier, bij))
            report_value(check, meldingen_by_form[vorm->value], vorm->node);
    }
}

// ---- MC-06: spoken to, or why not ----

void rule_mc_06(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    struct moment weging = moment_eerste(dossier->wegingen.node);
    struct moment besluit = moment_eerste(dossier->besluiten.node);
    if ((!weging.node && !besluit.node) || has_entry(dossier->gesprekken.node))
        return;
    if (dossier->geen_gesprek.node) {
        if (!dossier->geen_gesprek.reden.node)
            report_missing(check, MELDING_MC_06_REDEN, dossier->geen_gesprek.node);
        return;
    }
    if (node_absent(node_child(check->root, "geen_gesprek")))
        report_missing(check, MELDING_MC_06_GESPREK, weging.node ? weging.node : besluit.node);
}

// ---- MC-14: whom somebody in a vulnerable state may harm ----

void rule_mc_14(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    bool begun = has_entry(dossier->signalen.node) || has_entry(dossier->consulten.node) ||
                 has_entry(dossier->wegingen.node) || has_entry(dossier->besluiten.node);
    if (dossier->kwetsbare_situatie.value == JA_NEE_JA && begun && !dossier->kindcheck.node &&
        !dossier->mantelzorgcheck.node)
        report_value(check, MELDING_MC_14_CHECK, dossier->kwetsbare_situatie.node);
}

// ---- MC-15: instruments are for who was trained in them ----

void rule_mc_15(struct check *check) {
    for (size_t i = 0; i < check->dossier->taxatie.count; i++) {
        const struct plan_taxatie *taxatie = &check->dossier->taxatie.items[i];
        if (taxatie->node && taxatie->geschoold.value == JA_NEE_NEE)
            report_value(check, MELDING_MC_15_GESCHOOLD, taxatie->geschoold.node);
    }
}
