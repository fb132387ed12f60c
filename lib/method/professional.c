// SPDX-License-Identifier: EUPL-1.2
// Professionals who come and leave.
#include "lib/method/professional.h"

bool professional_weg(const struct plan_professional *professional, struct date day) {
    struct date tot = professional->tot.date;
    return date_known(tot) && date_compare(tot, day) < 0;
}

bool professional_actief(const struct plan_professional *professional, struct date today) {
    struct date van = professional->van.date;
    bool has_come = !date_known(van) || date_compare(van, today) <= 0;
    return professional->node && has_come && !professional_weg(professional, today);
}

size_t professionals_actief(const struct plan_plan *plan, struct date today) {
    size_t count = 0;
    for (size_t i = 0; i < plan->professionals.count; i++)
        count += professional_actief(&plan->professionals.items[i], today);
    return count;
}

bool persoon_weg(const struct plan_plan *plan, struct persoon persoon, struct date day) {
    return persoon.soort == PERSOON_PROFESSIONAL &&
           professional_weg(&plan->professionals.items[persoon.index], day);
}
