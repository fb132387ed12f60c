// SPDX-License-Identifier: EUPL-1.2
// IM-01…05: what an organisation arranges to work in this way (IO §1.1, §1.2).
#include "lib/method/implementatie.h"
#include "lib/rules/check.h"

// How a point is called; NULL when it is none of ours (told by FMT-02).
static const char *name_of(const struct plan_invoeringspunt *punt) {
    return punt->node && punt->punt.value >= 0 ? implementatie_punten[punt->punt.value].punt : NULL;
}

// Nothing more is asked of a point that is done or not needed, nor of one whose `status` cannot be
// read (told by FMT-02).
static bool is_settled(const struct plan_invoeringspunt *punt) {
    bool unknown = punt->status.node && punt->status.value < 0;
    return unknown || punt->status.value == PUNTSTATUS_GEREED ||
           punt->status.value == PUNTSTATUS_NVT;
}

// Whether nothing stands behind the key; what is of the wrong kind is told by FMT-02.
static bool lacks(const struct plan_invoeringspunt *punt, const char *key) {
    return node_absent(node_child(punt->node, key));
}

// Whether a list of the file's own is not there, or empty.
static bool nothing_in(const struct check *check, const struct node *section) {
    return section == check->root || node_absent(section) ||
           (section->kind == NODE_LIST && !section->first);
}

static bool is_on_list(const struct plan_organisatie *organisatie, int punt) {
    for (size_t i = 0; i < organisatie->punten.count; i++)
        if (organisatie->punten.items[i].node && organisatie->punten.items[i].punt.value == punt)
            return true;
    return false;
}

static bool is_asked(const struct plan_organisatie *organisatie, int punt) {
    return !implementatie_punten[punt].jeugd || organisatie->jeugdigen_tot_23.value != JA_NEE_NEE;
}

void rule_im_01(struct check *check) {
    const struct plan_organisatie *organisatie = check->organisatie;
    const struct node *section = section_node(check, "punten");
    int unknown = 0;
    int missing = 0;
    if (nothing_in(check, section)) {
        report_missing(check, MELDING_IM_01_GEEN, section);
        return;
    }
    if (section->kind != NODE_LIST)
        return;
    for (size_t i = 0; i < organisatie->punten.count; i++)
        unknown += name_of(&organisatie->punten.items[i]) == NULL;
    for (int i = 0; i < implementatie_punt_count; i++)
        missing += is_asked(organisatie, i) && !is_on_list(organisatie, i);
    // A mistyped point may be the one that is missing: mend that first.
    for (int i = 0; i < implementatie_punt_count && missing > unknown; i++)
        if (is_asked(organisatie, i) && !is_on_list(organisatie, i))
            report_missing_named(check, MELDING_IM_01_ONTBREEKT, section,
                                 implementatie_punten[i].punt);
}

void rule_im_02(struct check *check) {
    for (size_t i = 0; i < check->organisatie->punten.count; i++) {
        const struct plan_invoeringspunt *punt = &check->organisatie->punten.items[i];
        const char *name = name_of(punt);
        if (!name || is_settled(punt))
            continue;
        bool actie = lacks(punt, "actie");
        bool verantwoordelijke = lacks(punt, "verantwoordelijke");
        bool planning = lacks(punt, "planning");
        if (actie && verantwoordelijke && planning) {
            report_missing_named(check, MELDING_IM_02_ALLES, punt->node, name);
            continue;
        }
        if (actie)
            report_missing_named(check, MELDING_IM_02_ACTIE, punt->node, name);
        if (verantwoordelijke)
            report_missing_named(check, MELDING_IM_02_VERANTWOORDELIJKE, punt->node, name);
        if (planning)
            report_missing_named(check, MELDING_IM_02_PLANNING, punt->node, name);
    }
}

void rule_im_03(struct check *check) {
    for (size_t i = 0; i < check->organisatie->punten.count; i++) {
        const struct plan_invoeringspunt *punt = &check->organisatie->punten.items[i];
        const char *name = name_of(punt);
        if (name && !is_settled(punt) && date_known(punt->planning.date) &&
            date_compare(punt->planning.date, check->today) < 0)
            report_value_named(check, MELDING_IM_03_VOORBIJ, punt->planning.node, name);
    }
}

void rule_im_04(struct check *check) {
    const struct node *section = section_node(check, "aandachtsfunctionarissen");
    if (nothing_in(check, section))
        report_missing(check, MELDING_IM_04_ONTBREEKT, section);
}

void rule_im_05(struct check *check) {
    if (check->organisatie->jeugdigen_tot_23.value != JA_NEE_JA)
        return;
    for (size_t i = 0; i < check->organisatie->punten.count; i++) {
        const struct plan_invoeringspunt *punt = &check->organisatie->punten.items[i];
        if (!name_of(punt) || !implementatie_punten[punt->punt.value].jeugd)
            continue;
        if (!punt->status.node || punt->status.value == PUNTSTATUS_OPEN)
            report_missing(check, MELDING_IM_05_OPEN, punt->node);
        else if (punt->status.value == PUNTSTATUS_NVT)
            report_value(check, MELDING_IM_05_NVT, punt->status.node);
    }
}
