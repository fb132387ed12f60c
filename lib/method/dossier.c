// SPDX-License-Identifier: EUPL-1.2
// Entries of a record by date.
#include "lib/method/dossier.h"

enum { LONGEST_NUMBER = 40 };

// ---- entries by date ----

static struct moment moment_of(const struct node *item) {
    struct moment moment = {item, node_child(item, "datum"), {0, 0, 0}};
    if (moment.datum)
        date_read(moment.datum->text, &moment.date);
    return moment;
}

// Below 0 when `a` lies before `b`; what has no date lies before everything.
static int compare(struct date a, struct date b) {
    if (!date_known(a) || !date_known(b))
        return date_known(a) - date_known(b);
    return date_compare(a, b);
}

static struct moment furthest(const struct node *list, bool last) {
    struct moment found = {NULL, NULL, {0, 0, 0}};
    const struct node *item = list && list->kind == NODE_LIST ? list->first : NULL;
    for (; item; item = item->next) {
        if (item->kind != NODE_MAPPING)
            continue;
        struct moment moment = moment_of(item);
        int order = compare(moment.date, found.date);
        if (!found.node || (last ? order >= 0 : order < 0))
            found = moment;
    }
    return found;
}

struct moment moment_eerste(const struct node *list) {
    return furthest(list, false);
}

struct moment moment_laatste(const struct node *list) {
    return furthest(list, true);
}

bool moment_sinds(const struct node *list, struct date day) {
    struct moment last = moment_laatste(list);
    return last.node && (!date_known(day) || compare(last.date, day) >= 0);
}

// ---- the last of each ----

const struct plan_weging *dossier_weging(const struct plan_meldcode *dossier) {
    const struct node *last = moment_laatste(dossier->wegingen.node).node;
    for (size_t i = 0; i < dossier->wegingen.count; i++)
        if (last && dossier->wegingen.items[i].node == last)
            return &dossier->wegingen.items[i];
    return NULL;
}

const struct plan_besluit *dossier_besluit(const struct plan_meldcode *dossier) {
    const struct node *last = moment_laatste(dossier->besluiten.node).node;
    for (size_t i = 0; i < dossier->besluiten.count; i++)
        if (last && dossier->besluiten.items[i].node == last)
            return &dossier->besluiten.items[i];
    return NULL;
}

const struct plan_melding *dossier_melding(const struct plan_meldcode *dossier) {
    const struct node *last = moment_laatste(dossier->meldingen.node).node;
    for (size_t i = 0; i < dossier->meldingen.count; i++)
        if (last && dossier->meldingen.items[i].node == last)
            return &dossier->meldingen.items[i];
    return NULL;
}

const struct plan_weging *dossier_weging_van(const struct plan_meldcode *dossier,
                                             const struct plan_besluit *besluit) {
    const struct plan_weging *found = NULL;
    for (size_t i = 0; i < dossier->wegingen.count; i++) {
        const struct plan_weging *weging = &dossier->wegingen.items[i];
        if (weging->node && compare(weging->datum.date, besluit->datum.date) <= 0 &&
            (!found || compare(weging->datum.date, found->datum.date) >= 0))
            found = weging;
    }
    return found;
}

static bool departs(enum weging_woord asked, struct plan_word decided) {
    if (asked == WEGING_OPEN || !decided.node || decided.value < 0)
        return false;
    return (asked == WEGING_JA) != (decided.value == JA_NEE_JA);
}

struct afwijking dossier_afwijking(const struct plan_meldcode *dossier,
                                   const struct plan_besluit *besluit) {
    const struct plan_weging *weging = dossier_weging_van(dossier, besluit);
    struct afwijking afwijking = {false, false};
    if (weging) {
        struct weging walked = weging_van(weging);
        afwijking.melden = departs(walked.melden, besluit->melden);
        afwijking.hulp = departs(walked.hulp, besluit->hulp);
    }
    return afwijking;
}

// ---- what stands now ----

bool dossier_hulp_gekozen(const struct plan_meldcode *dossier) {
    const struct plan_besluit *besluit = dossier_besluit(dossier);
    if (besluit && besluit->hulp.node && besluit->hulp.value >= 0)
        return besluit->hulp.value == JA_NEE_JA;
    return moment_laatste(dossier->hulp.node).node != NULL;
}

bool dossier_gemeld(const struct plan_meldcode *dossier) {
    const struct plan_besluit *besluit = dossier_besluit(dossier);
    const struct plan_weging *weging = dossier_weging(dossier);
    struct date since = {0, 0, 0};
    // What was reported at once may bear an earlier date than the decision that was written later.
    if (besluit && besluit->melden.value == JA_NEE_JA)
        weging = dossier_weging_van(dossier, besluit);
    if (weging)
        since = weging->datum.date;
    else if (besluit)
        since = besluit->datum.date;
    return moment_sinds(dossier->meldingen.node, since);
}

bool dossier_mag_dicht(const struct plan_meldcode *dossier) {
    const struct plan_weging *weging = dossier_weging(dossier);
    enum weging_woord antwoorden[WEGING_VRAGEN];
    if (!weging)
        return false;
    weging_antwoorden(weging, antwoorden);
    struct weging walked = weging_weeg(antwoorden);
    return weging_eindigt(&walked, antwoorden) ||
           (dossier_gemeld(dossier) && !dossier_hulp_gekozen(dossier));
}

bool dossier_gesloten(const struct plan_meldcode *dossier) {
    return dossier->afgesloten.node != NULL;
}

struct moment dossier_gebeurtenis(const struct plan_meldcode *dossier, int soort) {
    struct moment found = {NULL, NULL, {0, 0, 0}};
    for (size_t i = 0; i < dossier->gebeurtenissen.count; i++) {
        const struct plan_gebeurtenis *gebeurtenis = &dossier->gebeurtenissen.items[i];
        if (gebeurtenis->node && gebeurtenis->soort.value == soort &&
            (!found.node || compare(gebeurtenis->datum.date, found.date) >= 0))
            found = moment_of(gebeurtenis->node);
    }
    return found;
}

bool dossier_nummer_open(struct text nummer) {
    bool digit = false;
    if (nummer.length > LONGEST_NUMBER)
        return false;
    for (size_t i = 0; i < nummer.length; i++) {
        char c = nummer.bytes[i];
        bool is_digit = c >= '0' && c <= '9';
        digit |= is_digit;
        if (!is_digit && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && c != '-' &&
            c != '_' && c != '.')
            return false;
    }
    return digit;
}

bool woorden_bevatten(const struct plan_words *woorden, int woord) {
    for (size_t i = 0; i < woorden->count; i++)
        if (woorden->items[i].node && woorden->items[i].value == woord)
            return true;
    return false;
}
