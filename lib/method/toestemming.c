// SPDX-License-Identifier: EUPL-1.2
// Reading consents.
#include "lib/method/toestemming.h"

#include "lib/method/lid.h"

bool professional_takes_part(const struct plan_professional *professional, struct date today) {
    struct date van = professional->van.date;
    struct date tot = professional->tot.date;
    return professional->node && !(date_known(van) && date_compare(van, today) > 0) &&
           !(date_known(tot) && date_compare(tot, today) < 0);
}

bool toestemming_is_withdrawn(const struct plan_toestemming *toestemming, struct date today) {
    struct date day = toestemming->ingetrokken.date;
    return date_known(day) && date_compare(day, today) <= 0;
}

bool toestemming_has_ended(const struct plan_toestemming *toestemming, struct date today) {
    struct date day = toestemming->tot.date;
    return date_known(day) && date_compare(day, today) < 0;
}

bool toestemming_covers(const struct plan_plan *plan, const struct plan_toestemming *toestemming,
                        const struct plan_lid *lid, struct date today) {
    struct text door = toestemming->door.text;
    if (toestemming->over.count > 0)
        return ids_hold(&toestemming->over, lid->id.text);
    if (lid->id.node && text_equal(door, lid->id.text))
        return true;
    if (lid_beslist_zelf(lid_leeftijd(lid, today)))
        return false;
    struct persoon giver = plan_persoon(plan, door);
    return giver.soort == PERSOON_LID &&
           ids_hold(&plan->huishouden.leden.items[giver.index].gezag_over, lid->id.text);
}
