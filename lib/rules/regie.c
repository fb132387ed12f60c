// SPDX-License-Identifier: EUPL-1.2
// RG-01…08: who looks after the whole, who stands beside whom, and handing over.
#include "lib/method/doelgroep.h"
#include "lib/method/lid.h"
#include "lib/method/overleg.h"
#include "lib/method/professional.h"
#include "lib/rules/check.h"

enum { RANK_VOORTGANG = 4 };

// Whether nothing can be said about a part of `regie`: it has another form, or it is absent
// altogether in a phase in which RG-01 says so.
static bool no_regie(const struct check *check) {
    const struct node *regie = check->plan->regie.node;
    return (!regie || regie->count == 0) &&
           (check->rank >= RANK_VOORTGANG || section_misshapen(check, "regie", NODE_MAPPING));
}

static bool reachable(const struct plan_text *telefoon, const struct plan_text *email) {
    return telefoon->node || email->node;
}

static void check_reach(struct check *check, struct persoon persoon) {
    const struct plan_plan *plan = check->plan;
    const struct node *node = NULL;
    bool reach = true;
    if (persoon.soort == PERSOON_LID) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[persoon.index];
        node = lid->node;
        reach = reachable(&lid->telefoon, &lid->email);
    } else if (persoon.soort == PERSOON_NAASTE) {
        const struct plan_naaste *naaste = &plan->netwerk.items[persoon.index];
        node = naaste->node;
        reach = reachable(&naaste->telefoon, &naaste->email);
    } else if (persoon.soort == PERSOON_PROFESSIONAL) {
        const struct plan_professional *professional = &plan->professionals.items[persoon.index];
        node = professional->node;
        reach = reachable(&professional->telefoon, &professional->email);
    }
    if (!reach)
        report_missing_of(check, MELDING_RG_01_BEREIK, node, persoon.id);
}

void rule_rg_01(struct check *check) {
    const struct plan_plan *plan = check->plan;
    const struct plan_text *regisseur = &plan->regie.procesregisseur;
    const struct node *written = node_child(plan->regie.node, "procesregisseur");
    if (section_misshapen(check, "regie", NODE_MAPPING))
        return;
    if (node_absent(written)) {
        report_missing(check, MELDING_RG_01_ONTBREEKT, section_node(check, "regie"));
        return;
    }
    if (written->kind == NODE_LIST && written->count > 1)
        report_value(check, MELDING_RG_01_MEER, written);
    if (!regisseur->node)
        return;
    struct persoon persoon = plan_persoon(plan, regisseur->text);
    if (persoon.soort == PERSOON_ONBEKEND)
        report_value(check, MELDING_RG_01_ONBEKEND, regisseur->node);
    else if (persoon_weg(plan, persoon, check->today) && !plan_gesloten(plan, check->today))
        report_value_of(check, MELDING_RG_01_WEG, regisseur->node, persoon.id);
    else
        check_reach(check, persoon);
}

void rule_rg_02(struct check *check) {
    if (!no_regie(check) && !check->plan->regie.voorkeur_klant.node)
        report_missing(check, MELDING_RG_02_ONTBREEKT, section_node(check, "regie"));
}

// ---- RG-03: everybody's casusregisseur ----

// Whether a casusregisseur is still there: not everybody named has left.
static bool is_live(const struct check *check, const struct plan_casusregisseur *regisseur) {
    const struct plan_texts *wie = &regisseur->wie;
    for (size_t i = 0; i < wie->count; i++) {
        struct persoon persoon = plan_persoon(check->plan, wie->items[i].text);
        if (!persoon_weg(check->plan, persoon, check->today))
            return regisseur->node;
    }
    return regisseur->node && wie->count == 0;
}

// Whether a casusregisseur who is still there is there for this member.
static bool has_casusregisseur(const struct check *check, struct text id) {
    const struct plan_casusregisseur_list *list = &check->plan->regie.casusregisseurs;
    for (size_t i = 0; i < list->count; i++)
        if (ids_hold(&list->items[i].voor, id) && is_live(check, &list->items[i]))
            return true;
    return false;
}

static void check_members(struct check *check) {
    const struct plan_lid_list *leden = &check->plan->huishouden.leden;
    for (size_t i = 0; i < leden->count; i++) {
        const struct plan_lid *lid = &leden->items[i];
        bool born = lid_leeftijd(lid, check->today) != LEEFTIJD_ONGEBOREN;
        if (lid->id.node && born && !has_casusregisseur(check, lid->id.text))
            report_missing_of(check, MELDING_RG_03_LID, lid->node, lid->id.text);
    }
}

void rule_rg_03(struct check *check) {
    const struct plan_casusregisseur_list *list = &check->plan->regie.casusregisseurs;
    size_t live = 0;
    size_t for_nobody = 0;
    if (no_regie(check) || professionals_actief(check->plan, check->today) == 0)
        return;
    for (size_t i = 0; i < list->count; i++) {
        if (!is_live(check, &list->items[i]))
            continue;
        live++;
        if (list->items[i].voor.count == 0) {
            report_missing(check, MELDING_RG_03_VOOR, list->items[i].node);
            for_nobody++;
        }
    }
    if (live == 0)
        report_missing(check, MELDING_RG_03_ONTBREEKT,
                       part_node(check, "regie", "casusregisseurs"));
    else if (for_nobody == 0)
        check_members(check);
}

// ---- RG-04 and on ----

void rule_rg_04(struct check *check) {
    if (plan_onveilig(check->plan) && !no_regie(check) && !check->plan->regie.samenwerking.node &&
        professionals_actief(check->plan, check->today) >= 2)
        report_missing(check, MELDING_RG_04_ONTBREEKT, section_node(check, "regie"));
}

static void check_handover(struct check *check, const struct plan_overdracht *overdracht) {
    const struct plan_text *naar = &overdracht->naar;
    struct date per = overdracht->per.date;
    struct persoon persoon = plan_persoon(check->plan, naar->text);
    if (!naar->node && node_absent(node_child(overdracht->node, "naar")))
        report_missing(check, MELDING_RG_05_NAAR, overdracht->node);
    else if (naar->node && persoon.soort == PERSOON_ONBEKEND)
        report_value(check, MELDING_RG_05_ONBEKEND, naar->node);
    else if (naar->node && ids_hold(&overdracht->van, naar->text))
        report_value_of(check, MELDING_RG_05_ZICHZELF, naar->node, naar->text);
    else if (naar->node && date_known(per) && persoon_weg(check->plan, persoon, per))
        report_value_of(check, MELDING_RG_05_WEG, naar->node, naar->text);
    if (!overdracht->per.node && node_absent(node_child(overdracht->node, "per")))
        report_missing(check, MELDING_RG_05_PER, overdracht->node);
}

void rule_rg_05(struct check *check) {
    const struct plan_overdracht_list *list = &check->plan->regie.overdrachten;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].node)
            check_handover(check, &list->items[i]);
}

// What the local framework agreed for this household: on youth where there are minors or a child
// is expected, else on support.
static const struct plan_kader_wet *agreed_for(const struct check *check) {
    const struct plan_lid_list *leden = &check->plan->huishouden.leden;
    for (size_t i = 0; i < leden->count; i++)
        if (leden->items[i].node &&
            lid_leeftijd(&leden->items[i], check->today) != LEEFTIJD_VOLWASSEN)
            return &check->kader->jeugd;
    return &check->kader->wmo;
}

void rule_rg_06(struct check *check) {
    const struct plan_regie *regie = &check->plan->regie;
    if (!check->kader || section_misshapen(check, "regie", NODE_MAPPING))
        return;
    const struct plan_kader_wet *agreed = agreed_for(check);
    bool settled = !agreed->stand.node || agreed->stand.value == KADER_STAND_VASTGESTELD;
    if (agreed->node && agreed->regie.value == KADER_REGIE_REGIEKAART && settled &&
        regie->opschaling.historie.count == 0)
        report_missing(check, MELDING_RG_06_ONTBREEKT, part_node(check, "regie", "opschaling"));
}

void rule_rg_07(struct check *check) {
    if (plan_onveilig(check->plan) && !check->plan->regie.signalen_delen.node &&
        !section_misshapen(check, "regie", NODE_MAPPING))
        report_missing(check, MELDING_RG_07_ONTBREEKT, section_node(check, "regie"));
}

void rule_rg_08(struct check *check) {
    const struct plan_professional_list *list = &check->plan->professionals;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_professional *professional = &list->items[i];
        struct date tot = professional->tot.date;
        if (professional->id.node && date_known(tot) && date_compare(tot, check->today) <= 0 &&
            !professional->restvragen.node)
            report_missing_of(check, MELDING_RG_08_RESTVRAGEN, professional->node,
                              professional->id.text);
    }
}
