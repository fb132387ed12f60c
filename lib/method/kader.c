// SPDX-License-Identifier: EUPL-1.2
// Reading a local framework's settings.
#include "lib/method/kader.h"

#include "lib/method/reden.h"

enum { AFSLUITEN_VANAF = 8, WEGING_WEKEN = 8, MEESTE_WEKEN = 520 };

bool kader_gives_reason(const struct plan_kader_regel *regel) {
    return regel->reden.node && is_reden(regel->reden.text);
}

int kader_severity(const struct plan_kader *kader, const char *rule_id) {
    for (size_t i = 0; kader && i < kader->regels.count; i++) {
        const struct plan_kader_regel *regel = &kader->regels.items[i];
        if (!regel->node || !text_is(regel->node->key->text, rule_id) || !kader_gives_reason(regel))
            continue;
        switch (regel->ernst.value) {
        case KADER_ERNST_UIT:
            return KADER_OFF;
        case KADER_ERNST_ADVIES:
            return 0;
        case KADER_ERNST_WAARSCHUWING:
            return 1;
        case KADER_ERNST_FOUT:
            return 2;
        default:
            return KADER_UNCHANGED;
        }
    }
    return KADER_UNCHANGED;
}

double kader_afsluiten_vanaf(const struct plan_kader *kader) {
    return kader && kader->termijnen.afsluiten_vanaf.node ? kader->termijnen.afsluiten_vanaf.value
                                                          : AFSLUITEN_VANAF;
}

int kader_weging_weken(const struct plan_kader *kader) {
    const struct plan_number *weken = kader ? &kader->termijnen.weging_weken : NULL;
    if (!weken || !weken->node || weken->value < 1)
        return WEGING_WEKEN;
    return weken->value < MEESTE_WEKEN ? (int)weken->value : MEESTE_WEKEN;
}
