// SPDX-License-Identifier: EUPL-1.2
// Which steps are done, and what follows.
#include "lib/method/meldcode_stand.h"

#include "lib/method/deskundige.h"
#include "lib/method/kader.h"

// ---- the steps ----

static unsigned entries(const struct node *list) {
    unsigned count = 0;
    for (const struct node *item = list ? list->first : NULL; item; item = item->next)
        count += item->kind == NODE_MAPPING;
    return count;
}

static struct text author(const struct node *entry) {
    const struct node *door = node_child(entry, "door");
    return door && door->kind == NODE_SCALAR ? door->text : TEXT("");
}

static struct stap step_of(const struct node *list, bool done) {
    struct stap stap = {
        .aantal = entries(list), .eerste = moment_eerste(list), .laatste = moment_laatste(list)};
    stap.stand = done ? STAP_GEDAAN : STAP_LATER;
    stap.door = author(stap.laatste.node);
    return stap;
}

static bool needs_check(const struct plan_meldcode *dossier) {
    return dossier->kwetsbare_situatie.value == JA_NEE_JA && !dossier->kindcheck.node &&
           !dossier->mantelzorgcheck.node;
}

static bool carried_out(const struct plan_meldcode *dossier) {
    const struct plan_besluit *besluit = dossier_besluit(dossier);
    const struct plan_weging *weging = dossier_weging(dossier);
    if (!besluit)
        return false;
    // A weighing since asks for a decision of its own.
    if (weging && date_known(weging->datum.date) && date_known(besluit->datum.date) &&
        date_compare(weging->datum.date, besluit->datum.date) > 0)
        return false;
    if (besluit->melden.value == JA_NEE_JA && !dossier_gemeld(dossier))
        return false;
    return besluit->hulp.value != JA_NEE_JA || entries(dossier->hulp.node) > 0;
}

static bool weighed(const struct plan_meldcode *dossier) {
    const struct plan_weging *weging = dossier_weging(dossier);
    if (!weging)
        return false;
    enum weging_uitkomst uitkomst = weging_van(weging).uitkomst;
    return uitkomst != UITKOMST_OPEN;
}

// Whether somebody was consulted, and with every form that calls for its own expert that one too.
static bool consulted(const struct plan_meldcode *dossier) {
    for (size_t i = 0; i < dossier->vormen.count; i++) {
        const struct deskundige_bij *bij = deskundige_bij(dossier->vormen.items[i].value);
        if (bij && bij->eigen && !bij->zo_nodig && !deskundige_gesproken(dossier, bij))
            return false;
    }
    return entries(dossier->consulten.node) > 0;
}

static void read_steps(const struct plan_meldcode *dossier, struct stap stappen[]) {
    bool signals = entries(dossier->signalen.node) > 0;
    bool spoken = entries(dossier->gesprekken.node) > 0;
    stappen[STAP_ZIEN] = step_of(NULL, signals || dossier->vormen.count > 0);
    stappen[STAP_SIGNALEN] = step_of(dossier->signalen.node, signals && !needs_check(dossier));
    stappen[STAP_OVERLEG] = step_of(dossier->consulten.node, consulted(dossier));
    stappen[STAP_GESPREK] =
        step_of(dossier->gesprekken.node, spoken || dossier->geen_gesprek.reden.node);
    stappen[STAP_WEGING] = step_of(dossier->wegingen.node, weighed(dossier));
    stappen[STAP_BESLUIT] = step_of(dossier->besluiten.node, carried_out(dossier));
    if (!spoken && dossier->geen_gesprek.node) {
        stappen[STAP_GESPREK].eerste.date = dossier->geen_gesprek.datum.date;
        stappen[STAP_GESPREK].laatste = stappen[STAP_GESPREK].eerste;
        stappen[STAP_GESPREK].door = dossier->geen_gesprek.door.text;
    }
    for (int i = 0; i < MELDCODE_STAPPEN; i++)
        if (stappen[i].stand != STAP_GEDAAN) {
            stappen[i].stand = STAP_NU;
            break;
        }
}

// ---- what follows ----

static void add(struct meldcode_stand *stand, enum vervolg_wat wat, struct date day) {
    if (stand->vervolg_count < VERVOLG_MEESTE)
        stand->vervolg[stand->vervolg_count++] = (struct vervolg){wat, day};
}

static const struct date soon = {0, 0, 0};

// The nearest day to look back that was agreed on for help, after the last weighing.
static struct date next_evaluation(const struct plan_meldcode *dossier) {
    const struct plan_weging *weging = dossier_weging(dossier);
    struct date found = soon;
    for (size_t i = 0; i < dossier->hulp.count; i++) {
        struct date day = dossier->hulp.items[i].evaluatie.date;
        bool past = weging && date_known(weging->datum.date) && date_known(day) &&
                    date_compare(day, weging->datum.date) <= 0;
        if (date_known(day) && !past && (!date_known(found) || date_compare(day, found) < 0))
            found = day;
    }
    return found;
}

static void follow_decision(struct meldcode_stand *stand, const struct plan_meldcode *dossier) {
    const struct plan_besluit *besluit = dossier_besluit(dossier);
    if (stand->stappen[STAP_WEGING].stand != STAP_GEDAAN ||
        stand->stappen[STAP_BESLUIT].stand == STAP_GEDAAN)
        return;
    if (besluit && besluit->melden.value == JA_NEE_JA && !dossier_gemeld(dossier))
        add(stand, VERVOLG_MELDEN, soon);
    else if (besluit && besluit->hulp.value == JA_NEE_JA && entries(dossier->hulp.node) == 0)
        add(stand, VERVOLG_HULP, soon);
    else
        add(stand, VERVOLG_BESLUITEN, soon);
}

static void follow_help(struct meldcode_stand *stand, const struct plan_meldcode *dossier,
                        long days) {
    const struct plan_weging *weging = dossier_weging(dossier);
    enum weging_woord antwoorden[WEGING_VRAGEN];
    if (!weging || !dossier_hulp_gekozen(dossier))
        return;
    weging_antwoorden(weging, antwoorden);
    struct weging walked = weging_weeg(antwoorden);
    if (!weging_eindigt(&walked, antwoorden) && date_known(weging->datum.date))
        add(stand, VERVOLG_OPNIEUW_WEGEN, date_plus_days(weging->datum.date, days));
    struct date day = next_evaluation(dossier);
    if (date_known(day))
        add(stand, VERVOLG_EVALUATIE, day);
}

static void follow_report(struct meldcode_stand *stand, const struct plan_meldcode *dossier,
                          long days) {
    const struct plan_melding *melding = dossier_melding(dossier);
    struct moment news = dossier_gebeurtenis(dossier, GEBEURTENISSOORT_TERUGKOPPELING);
    if (!melding || !date_known(melding->datum.date) ||
        (news.node && date_known(news.date) && date_compare(news.date, melding->datum.date) >= 0))
        return;
    add(stand, VERVOLG_TERUGKOPPELING, date_plus_days(melding->datum.date, days));
}

static void read_next(const struct plan_meldcode *dossier, struct meldcode_stand *stand,
                      long days) {
    static const struct {
        int stap;
        enum vervolg_wat wat;
    } next[] = {{STAP_OVERLEG, VERVOLG_OVERLEG},
                {STAP_GESPREK, VERVOLG_GESPREK},
                {STAP_WEGING, VERVOLG_WEGEN}};
    if (dossier->levensbedreigend.antwoord.value == JA_NEE_JA &&
        dossier->levensbedreigend.gebeld.count == 0)
        add(stand, VERVOLG_BELLEN, soon);
    if (dossier_gesloten(dossier))
        return;
    if (entries(dossier->signalen.node) == 0)
        add(stand, VERVOLG_SIGNAAL, soon);
    if (needs_check(dossier))
        add(stand, VERVOLG_CHECK, soon);
    for (size_t i = 0; i < sizeof next / sizeof *next; i++)
        if (stand->stappen[next[i].stap].stand != STAP_GEDAAN)
            add(stand, next[i].wat, soon);
    follow_decision(stand, dossier);
    follow_help(stand, dossier, days);
    follow_report(stand, dossier, days);
    if (stand->stappen[STAP_BESLUIT].stand == STAP_GEDAAN && dossier_mag_dicht(dossier))
        add(stand, VERVOLG_SLUITEN, soon);
}

struct meldcode_stand meldcode_stand(const struct plan_meldcode *dossier,
                                     const struct plan_kader *kader) {
    struct meldcode_stand stand = {.vervolg_count = 0};
    read_steps(dossier, stand.stappen);
    read_next(dossier, &stand, 7L * kader_weging_weken(kader));
    return stand;
}

const char *stap_stand_woord(enum stap_stand stand) {
    static const char *const woorden[] = {"gedaan", "nu", "later"};
    return woorden[stand];
}

const char *vervolg_woord(enum vervolg_wat wat) {
    static const char *const woorden[VERVOLGEN] = {
        "bellen",  "signaal", "check",         "consult",   "gesprek",        "weeg", "besluit",
        "melding", "hulp",    "opnieuw_wegen", "evaluatie", "terugkoppeling", "sluit"};
    return woorden[wat];
}
