// SPDX-License-Identifier: EUPL-1.2
// The check of goals, and what is due.
#include "lib/method/due.h"

#include <stdlib.h>

bool due_is_obliged(const struct plan_doel *doel, int which) {
    return doel->veiligheid.value == which && doel->status.value != DOELSTATUS_VERVALLEN;
}

bool due_has_obliged(const struct plan_plan *plan, int which) {
    for (size_t i = 0; i < plan->doelen.count; i++)
        if (due_is_obliged(&plan->doelen.items[i], which))
            return true;
    return false;
}

bool due_actie_open(const struct plan_actie *actie) {
    return actie->status.value != ACTIESTATUS_GEDAAN &&
           actie->status.value != ACTIESTATUS_VERVALLEN && !date_known(actie->gedaan.date);
}

bool due_doel_open(const struct plan_doel *doel) {
    return doel->status.value != DOELSTATUS_BEHAALD && doel->status.value != DOELSTATUS_VERVALLEN;
}

static void add(struct due_list *list, struct due due) {
    if (!date_known(due.date))
        return;
    due.order = list->count;
    list->items[list->count++] = due;
}

static void add_goal(struct due_list *list, const struct plan_doel *doel) {
    if (!due_doel_open(doel))
        return;
    for (size_t i = 0; i < doel->acties.count; i++)
        if (due_actie_open(&doel->acties.items[i]))
            add(list, (struct due){.date = doel->acties.items[i].uiterlijk.date,
                                   .kind = DUE_ACTIE,
                                   .doel = doel,
                                   .actie = &doel->acties.items[i]});
    add(list, (struct due){.date = doel->evaluatie.date, .kind = DUE_EVALUATIE, .doel = doel});
}

static void add_meetings(struct due_list *list, const struct plan_overleg_list *meetings,
                         struct date today) {
    struct date last = {0};
    for (size_t i = 0; i < meetings->count; i++) {
        struct date date = meetings->items[i].datum.date;
        if (date_known(date) && (!date_known(last) || date_compare(date, last) > 0))
            last = date;
    }
    for (size_t i = 0; i < meetings->count; i++) {
        const struct plan_overleg *overleg = &meetings->items[i];
        if (date_known(overleg->datum.date) && date_compare(overleg->datum.date, today) >= 0)
            add(list,
                (struct due){.date = overleg->datum.date, .kind = DUE_OVERLEG, .overleg = overleg});
        if (date_known(overleg->volgende.date) &&
            (!date_known(last) || date_compare(overleg->volgende.date, last) > 0))
            add(list, (struct due){
                          .date = overleg->volgende.date, .kind = DUE_OVERLEG, .overleg = overleg});
    }
}

static int compare(const void *a, const void *b) {
    const struct due *x = a;
    const struct due *y = b;
    int order = date_compare(x->date, y->date);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

int due_collect(const struct plan_plan *plan, struct date today, struct arena *arena,
                struct due_list *list) {
    size_t most = 2 * plan->overleggen.count + 1;
    for (size_t i = 0; i < plan->doelen.count; i++)
        most += plan->doelen.items[i].acties.count + 1;
    *list = (struct due_list){arena_zero(arena, most, sizeof *list->items), 0};
    if (!list->items)
        return -1;
    for (size_t i = 0; i < plan->doelen.count; i++)
        add_goal(list, &plan->doelen.items[i]);
    add_meetings(list, &plan->overleggen, today);
    qsort(list->items, list->count, sizeof *list->items, compare);
    return 0;
}
