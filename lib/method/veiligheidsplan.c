// SPDX-License-Identifier: EUPL-1.2
// Looking through a safety plan.
#include "lib/method/veiligheidsplan.h"

#include "lib/method/words.h"
#include "lib/schema/schema.h"

// The depth is that of the format: what it does not know is not looked into.
static bool names(const struct node *node, struct text id) {
    for (const struct node *child = node->first; child; child = child->next) {
        if (!child->field)
            continue;
        if (child->kind != NODE_SCALAR ? names(child, id)
                                       : child->field->refers && text_equal(child->text, id))
            return true;
    }
    return false;
}

bool veiligheidsplan_names(const struct plan_veiligheidsplan *veiligheidsplan, struct text id) {
    const struct node *node = veiligheidsplan->node;
    if (!node || id.length == 0)
        return false;
    for (const struct node *part = node->first; part; part = part->next)
        if (part->field && part != veiligheidsplan->ondertekening.node && names(part, id))
            return true;
    return false;
}

bool afspraak_is_live(const struct plan_afspraak *afspraak) {
    return afspraak->node && afspraak->status.value != AFSPRAAKSTATUS_VERVALLEN;
}

bool frequentie_eenmalig(struct text frequentie) {
    struct text words = text_trim(frequentie);
    char lower[32];
    while (words.length > 0 &&
           (words.bytes[words.length - 1] == '.' || words.bytes[words.length - 1] == '!'))
        words.length--;
    if (words.length >= sizeof lower)
        return false;
    for (size_t i = 0; i < words.length; i++) {
        char c = words.bytes[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    for (const char *const *word = words_een_keer; *word; word++)
        if (text_is((struct text){lower, words.length}, *word))
            return true;
    return false;
}
