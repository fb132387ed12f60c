// SPDX-License-Identifier: EUPL-1.2
// How signatures stand.
#include "lib/method/ondertekening.h"

#include "lib/method/lid.h"

// One without a date comes before all; on one day the later in the file counts.
static bool signed_again(const struct plan_ondertekening_list *list, size_t index,
                         struct text wie) {
    struct date day = list->items[index].datum.date;
    for (size_t i = 0; i < list->count; i++) {
        int order = date_compare(list->items[i].datum.date, day);
        if ((order > 0 || (order == 0 && i > index)) && ids_hold(&list->items[i].wie, wie))
            return true;
    }
    return false;
}

enum ondertekening_stand ondertekening_stand(const struct plan_ondertekening_list *list,
                                             size_t index, struct text wie, const char *now) {
    const struct plan_text *print = &list->items[index].vingerafdruk;
    if (signed_again(list, index, wie))
        return ONDERTEKENING_OUDER;
    if (!print->node)
        return ONDERTEKENING_ONBEKEND;
    return text_is(print->text, now) ? ONDERTEKENING_GELDT : ONDERTEKENING_ANDERS;
}
