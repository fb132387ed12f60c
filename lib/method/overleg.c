// SPDX-License-Identifier: EUPL-1.2
// Meetings in time.
#include "lib/method/overleg.h"

static bool is_past(struct date day, struct date today) {
    return date_known(day) && date_compare(day, today) < 0;
}

bool overleg_leeg(const struct plan_overleg *overleg, struct date today) {
    return overleg->node && is_past(overleg->datum.date, today) && overleg->aanwezig.count == 0 &&
           !overleg->ervaring_klant.node && !overleg->volgende.node;
}

bool overleg_gehouden(const struct plan_overleg *overleg, struct date today) {
    struct date day = overleg->datum.date;
    return date_known(day) && date_compare(day, today) <= 0 && !overleg_leeg(overleg, today);
}

bool overleg_gepland(const struct plan_overleg *overleg, struct date today) {
    struct date day = overleg->datum.date;
    return date_known(day) && date_compare(day, today) > 0;
}

bool overleg_nabij(const struct plan_overleg *overleg, struct date day) {
    if (!date_known(day) || !date_known(overleg->datum.date))
        return false;
    long days = date_days(day) - date_days(overleg->datum.date);
    return days >= -OVERLEG_DAGEN_ERVOOR && days <= OVERLEG_DAGEN_ERNA;
}

const struct plan_overleg *overleg_laatste(const struct plan_plan *plan, int soort,
                                           struct date today) {
    const struct plan_overleg *last = NULL;
    for (size_t i = 0; i < plan->overleggen.count; i++) {
        const struct plan_overleg *overleg = &plan->overleggen.items[i];
        if (!overleg_gehouden(overleg, today) || (soort >= 0 && overleg->soort.value != soort))
            continue;
        if (!last || date_compare(overleg->datum.date, last->datum.date) >= 0)
            last = overleg;
    }
    return last;
}

// Takes the earlier of two days that are not past.
static void take_day(struct date day, struct date today, struct date *first) {
    if (date_known(day) && date_compare(day, today) >= 0 &&
        (!date_known(*first) || date_compare(day, *first) < 0))
        *first = day;
}

struct volgend_overleg overleg_volgend(const struct plan_plan *plan, struct date today) {
    const struct plan_overleg_list *list = &plan->overleggen;
    struct volgend_overleg next = {0};
    for (size_t i = 0; i < list->count; i++) {
        take_day(list->items[i].datum.date, today, &next.datum);
        take_day(list->items[i].volgende.date, today, &next.datum);
    }
    for (size_t i = 0; i < list->count && date_known(next.datum); i++) {
        const struct plan_overleg *overleg = &list->items[i];
        int order =
            date_known(overleg->datum.date) ? date_compare(overleg->datum.date, next.datum) : 1;
        if (order == 0 && !next.overleg)
            next.overleg = overleg;
        if (order < 0 &&
            (!next.vorige || date_compare(overleg->datum.date, next.vorige->datum.date) >= 0))
            next.vorige = overleg;
    }
    return next;
}

bool plan_gesloten(const struct plan_plan *plan, struct date today) {
    struct date closed = plan->afsluiting.datum.date;
    return date_known(closed) && date_compare(closed, today) <= 0;
}
