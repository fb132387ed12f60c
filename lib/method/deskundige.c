// SPDX-License-Identifier: EUPL-1.2
// Experts by form of violence.
#include "lib/method/deskundige.h"

#include "lib/method/dossier.h"

// Who knows about violence at home in general.
#define ALGEMEEN                                                                                   \
    { DESKUNDIGE_AANDACHTSFUNCTIONARIS, DESKUNDIGE_LOKAAL_TEAM, DESKUNDIGE_VEILIG_THUIS, -1, -1 }

// A row for each form of violence, in the order of the format.
static const struct deskundige_bij deskundigen[] = {
    {GEWELDSVORM_PARTNERGEWELD, ALGEMEEN, false, false, false},
    {GEWELDSVORM_KINDERMISHANDELING, ALGEMEEN, false, false, false},
    {GEWELDSVORM_OUDERENMISHANDELING, ALGEMEEN, false, false, false},
    {GEWELDSVORM_EERGERELATEERD_GEWELD,
     {DESKUNDIGE_EXPERT_EERGEWELD, DESKUNDIGE_VEILIG_THUIS, DESKUNDIGE_POLITIE, -1, -1},
     true,
     false,
     true},
    {GEWELDSVORM_MEISJESBESNIJDENIS,
     {DESKUNDIGE_EXPERT_VGV, DESKUNDIGE_VEILIG_THUIS, -1, -1, -1},
     true,
     false,
     true},
    {GEWELDSVORM_HUWELIJKSDWANG, ALGEMEEN, false, false, true},
    {GEWELDSVORM_VERWAARLOZING, ALGEMEEN, false, false, true},
    {GEWELDSVORM_SEKSUEEL_MISBRUIK, ALGEMEEN, false, false, true},
    {GEWELDSVORM_LICHAMELIJK_LETSEL,
     {DESKUNDIGE_VERTROUWENSARTS, DESKUNDIGE_FORENSISCH_ARTS, DESKUNDIGE_KINDERARTS, -1, -1},
     true,
     false,
     true},
    {GEWELDSVORM_STRAFBAAR_FEIT, {DESKUNDIGE_POLITIE, -1, -1, -1, -1}, true, true, true}};

const struct deskundige_bij *deskundige_bij(int vorm) {
    for (size_t i = 0; i < sizeof deskundigen / sizeof *deskundigen; i++)
        if (deskundigen[i].vorm == vorm)
            return &deskundigen[i];
    return NULL;
}

bool deskundige_gesproken(const struct plan_meldcode *dossier, const struct deskundige_bij *bij) {
    for (size_t i = 0; i < dossier->consulten.count; i++)
        for (int k = 0; k < DESKUNDIGE_MEESTE && bij->wie[k] >= 0; k++)
            if (woorden_bevatten(&dossier->consulten.items[i].met, bij->wie[k]))
                return true;
    return false;
}
