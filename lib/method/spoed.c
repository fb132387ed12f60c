// SPDX-License-Identifier: EUPL-1.2
// Reading acute danger out of a plan, and whom to call.
#include "lib/method/spoed.h"

#include "lib/method/dagen.h"
#include "lib/method/lid.h"

// ---- whom to call ----

static struct spoed_bellen shipped(int index, enum language language) {
    const struct spoed_nummer *row = &spoed_nummers[index];
    return (struct spoed_bellen){text_of(row->wie[language]), text_of(row->nummer[language]),
                                 text_of(row->wanneer[language])};
}

size_t spoed_bellen(const struct plan_kader *kader, enum language language,
                    struct spoed_bellen into[SPOED_MOST]) {
    size_t count = 0;
    bool emergency = false;
    for (size_t i = 0; kader && i < kader->spoed.count; i++)
        emergency |= text_is(text_trim(kader->spoed.items[i].nummer.text), "112");
    if (!emergency)
        into[count++] = shipped(0, language);
    for (size_t i = 0; kader && i < kader->spoed.count && count < SPOED_MOST; i++) {
        const struct plan_kader_spoed *row = &kader->spoed.items[i];
        if (row->wie.node && row->nummer.node)
            into[count++] =
                (struct spoed_bellen){text_trim(row->wie.text), text_trim(row->nummer.text),
                                      text_trim(row->wanneer.text)};
    }
    if (!kader || kader->spoed.count == 0)
        for (int i = 1; i < spoed_nummer_count && count < SPOED_MOST; i++)
            into[count++] = shipped(i, language);
    return count;
}

// ---- danger ----

static bool counts(const struct plan_schaalcijfer *score, struct date today) {
    return score->cijfer.node && date_known(score->datum.date) &&
           date_compare(score->datum.date, today) <= 0;
}

// Whether nobody of this score gave another one later; on one day the later in the file counts.
static bool is_last(const struct plan_schaalcijfer_list *scores, size_t index, struct text wie,
                    struct date today) {
    for (size_t i = 0; i < scores->count; i++) {
        const struct plan_schaalcijfer *other = &scores->items[i];
        if (i == index || !counts(other, today) || !ids_hold(&other->wie, wie))
            continue;
        int order = date_compare(other->datum.date, scores->items[index].datum.date);
        if (order > 0 || (order == 0 && i > index))
            return false;
    }
    return true;
}

static const struct plan_schaalcijfer *lowest(const struct plan_schaalcijfer_list *scores,
                                              struct date today) {
    const struct plan_schaalcijfer *low = NULL;
    for (size_t i = 0; i < scores->count; i++) {
        const struct plan_schaalcijfer *score = &scores->items[i];
        if (!counts(score, today) || score->cijfer.value > SPOED_CIJFER ||
            (low && low->cijfer.value <= score->cijfer.value))
            continue;
        bool last = score->wie.count == 0; // whoever it was
        for (size_t k = 0; k < score->wie.count; k++)
            last |= is_last(scores, i, score->wie.items[k].text, today);
        if (last)
            low = score;
    }
    return low;
}

struct spoed spoed_read(const struct plan_plan *plan, struct date today) {
    const struct plan_veiligheidszorg_list *zorgen = &plan->veiligheidsplan.zorgen;
    struct date from = date_plus_days(today, -SPOED_DAGEN);
    struct spoed spoed = {.cijfer = lowest(&plan->veiligheidsplan.schaal, today)};
    for (size_t i = 0; i < zorgen->count; i++) {
        const struct plan_veiligheidszorg *zorg = &zorgen->items[i];
        const struct plan_text *events[] = {&zorg->ergste, &zorg->laatste, &zorg->eerste};
        for (size_t k = 0; k < sizeof events / sizeof *events; k++) {
            struct date day;
            if (!dagen_named(events[k]->text, from, today, &day) ||
                (spoed.zorg && date_compare(day, spoed.dag) <= 0))
                continue;
            spoed.zorg = zorg;
            spoed.dag = day;
        }
    }
    return spoed;
}

bool spoed_acuut(const struct spoed *spoed) {
    return spoed->cijfer || spoed->zorg;
}
