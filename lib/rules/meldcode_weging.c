// SPDX-License-Identifier: EUPL-1.2
// MC-07…09, MC-12, MC-17 and MC-18: weighing, deciding and closing (WP stap 4-5). Entries are only
// ever added, so it is the last one that counts.
#include <string.h>

#include "lib/method/dagen.h"
#include "lib/method/dossier.h"
#include "lib/method/kader.h"
#include "lib/method/veiligheidsplan.h"
#include "lib/method/words.h"
#include "lib/rules/check.h"

// ---- MC-07: answers that decide ----

void rule_mc_07(struct check *check) {
    const struct plan_weging *weging = dossier_weging(check->dossier);
    if (!weging)
        return;
    struct weging walked = weging_van(weging);
    // Whether help makes it safe for good is seen later: then it is weighed again (MC-12).
    if (walked.volgende < 0 || walked.uitkomst == UITKOMST_HULP ||
        walked.uitkomst == UITKOMST_MELDEN_EN_HULP)
        return;
    enum melding melding =
        walked.melden == WEGING_JA ? MELDING_MC_07_HULP : MELDING_MC_07_ONBESLIST;
    const char *veld = weging_veld((enum weging_vraag)walked.volgende);
    const struct node *answer = node_child(weging->node, veld);
    if (node_absent(answer))
        report_missing_named(check, melding, weging->node, veld);
    else
        report_value_named(check, melding, answer, veld);
}

// ---- MC-08: the decision follows from the weighing ----

static void check_departure(struct check *check, const struct plan_besluit *besluit,
                            const struct plan_word *decided, enum melding without,
                            enum melding with) {
    report_value(check, besluit->reden.node ? with : without, decided->node);
}

void rule_mc_08(struct check *check) {
    const struct plan_besluit *besluit = dossier_besluit(check->dossier);
    if (!besluit)
        return;
    struct afwijking afwijking = dossier_afwijking(check->dossier, besluit);
    if (afwijking.melden && besluit->melden.value == JA_NEE_NEE)
        check_departure(check, besluit, &besluit->melden, MELDING_MC_08_NIET_MELDEN,
                        MELDING_MC_08_NIET_MELDEN_MET_REDEN);
    else if (afwijking.melden)
        check_departure(check, besluit, &besluit->melden, MELDING_MC_08_TOCH_MELDEN,
                        MELDING_MC_08_TOCH_MELDEN_MET_REDEN);
    if (afwijking.hulp)
        check_departure(check, besluit, &besluit->hulp, MELDING_MC_08_HULP,
                        MELDING_MC_08_HULP_MET_REDEN);
}

// ---- MC-09: weighed by who can ----

// Whether a trained user of an instrument helped to weigh: not when all who used one were not
// trained.
static bool instrument_used(const struct check *check, const struct plan_weging *weging) {
    const struct plan_taxatie_list *taxaties = &check->dossier->taxatie;
    bool trained = false;
    for (size_t i = 0; i < taxaties->count; i++)
        trained |= taxaties->items[i].node && taxaties->items[i].geschoold.value == JA_NEE_JA;
    return trained ||
           (woorden_bevatten(&weging->met, WEEGPARTNER_TAXATIE_INSTRUMENT) && taxaties->count == 0);
}

// At who it was weighed with, or at the weighing when that is not said.
static void report_partner(struct check *check, enum melding melding,
                           const struct plan_weging *weging) {
    const struct node *met = node_child(weging->node, "met");
    if (node_absent(met))
        report_missing(check, melding, weging->node);
    else
        report_value(check, melding, met);
}

void rule_mc_09(struct check *check) {
    const struct plan_weging *weging = dossier_weging(check->dossier);
    enum weging_woord antwoorden[WEGING_VRAGEN];
    if (!weging)
        return;
    weging_antwoorden(weging, antwoorden);
    struct weging walked = weging_weeg(antwoorden);
    if (walked.bereikt == 0 || woorden_bevatten(&weging->met, WEEGPARTNER_VEILIG_THUIS))
        return;
    // What cannot be read may be the right one.
    bool misread = false;
    for (size_t i = 0; i < weging->met.count; i++)
        misread |= weging->met.items[i].node && weging->met.items[i].value < 0;
    if (misread)
        return;
    bool alone = !woorden_bevatten(&weging->met, WEEGPARTNER_GECERTIFICEERDE_INSTELLING) &&
                 !instrument_used(check, weging);
    if (walked.bereikt > WEGING_ACUUT_OF_STRUCTUREEL + 1 &&
        antwoorden[WEGING_ACUUT_OF_STRUCTUREEL] == WEGING_JA)
        report_partner(check, MELDING_MC_09_VEILIG_THUIS, weging);
    else if (alone)
        report_partner(check, MELDING_MC_09_NIEMAND, weging);
}

// ---- MC-12: weighing again ----

void rule_mc_12(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    const struct plan_weging *weging = dossier_weging(dossier);
    enum weging_woord antwoorden[WEGING_VRAGEN];
    if (!weging || dossier_gesloten(dossier) || !dossier_hulp_gekozen(dossier) ||
        !date_known(weging->datum.date))
        return;
    weging_antwoorden(weging, antwoorden);
    struct weging walked = weging_weeg(antwoorden);
    int weken = kader_weging_weken(check->kader);
    if (weging_eindigt(&walked, antwoorden) ||
        date_compare(date_plus_days(weging->datum.date, 7L * weken), check->today) >= 0)
        return;
    const struct node *written = check->kader ? check->kader->termijnen.weging_weken.node : NULL;
    const struct argument weeks[FINDING_ARGUMENTS] = {
        open_argument(written ? written->text : TEXT("8"))};
    report_value_with(check, MELDING_MC_12_OPNIEUW, weging->datum.node, weeks);
}

// ---- MC-17: closing ----

void rule_mc_17(struct check *check) {
    const struct plan_meldcode *dossier = check->dossier;
    if (!dossier_gesloten(dossier) || dossier_mag_dicht(dossier))
        return;
    enum melding melding = !dossier_weging(dossier)  ? MELDING_MC_17_ZONDER
                           : dossier_gemeld(dossier) ? MELDING_MC_17_BETROKKEN
                                                     : MELDING_MC_17_ONVEILIG;
    report_missing(check, melding, dossier->afgesloten.node);
}

// ---- MC-18: a plan that tells otherwise ----

enum { ONLANGS_DAGEN = 28 };

static bool tells_recent(const struct plan_veiligheidszorg *zorg, struct date day) {
    const struct plan_text *told[] = {&zorg->laatste, &zorg->ergste, &zorg->eerste};
    struct date from = date_plus_days(day, -ONLANGS_DAGEN);
    struct date found;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (told[i]->node && dagen_named(told[i]->text, from, day, &found))
            return true;
    return false;
}

// Whether a concern is said to have begun in a later month than the day.
static bool began_later(const struct plan_veiligheidszorg *zorg, struct date day) {
    enum { MONTH = sizeof "2026-05" - 1 };
    char written[DATE_ROOM];
    struct text since = zorg->sinds.node ? zorg->sinds.node->text : TEXT("");
    date_write(day, written);
    return since.length >= MONTH && since.bytes[4] == '-' &&
           memcmp(since.bytes, written, MONTH) > 0;
}

static bool tells_repeated(const struct plan_veiligheidszorg *zorg) {
    return zorg->frequentie.node && zorg->status.value != ZORGSTATUS_MINDER &&
           !frequentie_eenmalig(zorg->frequentie.text) &&
           !words_occur(zorg->frequentie.text, words_gebeurt_niet_meer);
}

void rule_mc_18(struct check *check) {
    const struct plan_weging *weging = dossier_weging(check->dossier);
    const struct plan_plan *plan = check->related.plan;
    enum weging_woord antwoorden[WEGING_VRAGEN];
    if (!weging || !plan)
        return;
    weging_antwoorden(weging, antwoorden);
    if (weging_weeg(antwoorden).bereikt <= WEGING_ACUUT_OF_STRUCTUREEL ||
        antwoorden[WEGING_ACUUT_OF_STRUCTUREEL] != WEGING_NEE)
        return;
    struct date day = date_known(weging->datum.date) ? weging->datum.date : check->today;
    const struct plan_veiligheidszorg_list *zorgen = &plan->veiligheidsplan.zorgen;
    bool repeated = false;
    bool recent = false;
    for (size_t i = 0; i < zorgen->count; i++) {
        const struct plan_veiligheidszorg *zorg = &zorgen->items[i];
        if (!zorg->node || zorg->status.value == ZORGSTATUS_OPGELOST || began_later(zorg, day))
            continue;
        repeated |= tells_repeated(zorg);
        recent |= tells_recent(zorg, day);
    }
    if (repeated || recent)
        report_value(check, recent ? MELDING_MC_18_ONLANGS : MELDING_MC_18_VAKER,
                     weging->acuut_of_structureel.node);
}
