// SPDX-License-Identifier: EUPL-1.2
// OP-24, PR-02, PR-03, PR-08 and PR-11: what meetings leave behind, and what comes after them.
#include "lib/method/overleg.h"
#include "lib/method/lid.h"
#include "lib/method/professional.h"
#include "lib/rules/check.h"

// ---- OP-24: strengths and concerns, gathered anew ----

// Whether there are any, and whether any was named near the meeting.
struct gathered {
    bool any;
    bool anew;
};

static void gather(struct gathered *gathered, const struct plan_overleg *overleg,
                   const struct node *item, const struct plan_date *genoemd) {
    gathered->any |= item != NULL;
    gathered->anew |= overleg_nabij(overleg, genoemd->date);
}

static struct gathered gathered_krachten(const struct plan_kracht_list *list,
                                         const struct plan_overleg *overleg,
                                         struct gathered gathered) {
    for (size_t i = 0; i < list->count; i++)
        gather(&gathered, overleg, list->items[i].node, &list->items[i].genoemd);
    return gathered;
}

static struct gathered gathered_zorgen(const struct plan_plan *plan,
                                       const struct plan_overleg *overleg) {
    const struct plan_veiligheidszorg_list *safety = &plan->veiligheidsplan.zorgen;
    struct gathered gathered = {false, false};
    for (size_t i = 0; i < plan->zorgen.count; i++)
        gather(&gathered, overleg, plan->zorgen.items[i].node, &plan->zorgen.items[i].genoemd);
    for (size_t i = 0; i < safety->count; i++)
        gather(&gathered, overleg, safety->items[i].node, &safety->items[i].genoemd);
    return gathered;
}

static void check_gathered(struct check *check, const struct plan_overleg *overleg) {
    const struct plan_plan *plan = check->plan;
    struct gathered krachten =
        gathered_krachten(&plan->krachten, overleg, (struct gathered){false, false});
    krachten = gathered_krachten(&plan->veiligheidsplan.krachten, overleg, krachten);
    struct gathered zorgen = gathered_zorgen(plan, overleg);
    bool no_krachten = krachten.any && !krachten.anew;
    bool no_zorgen = zorgen.any && !zorgen.anew;
    if (no_krachten && no_zorgen)
        report_value(check, MELDING_OP_24_BEIDE, overleg->datum.node);
    else if (no_krachten)
        report_value(check, MELDING_OP_24_KRACHTEN, overleg->datum.node);
    else if (no_zorgen)
        report_value(check, MELDING_OP_24_ZORGEN, overleg->datum.node);
}

void rule_op_24(struct check *check) {
    const struct plan_overleg_list *list = &check->plan->overleggen;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].soort.value == OVERLEGSOORT_VOORTGANGSOVERLEG &&
            overleg_gehouden(&list->items[i], check->today))
            check_gathered(check, &list->items[i]);
}

// ---- PR-02 and PR-03: the next one ----

// Whether the plan is being closed, so that no next meeting is asked for.
static bool is_closing(const struct plan_plan *plan) {
    return plan->afsluiting.datum.node ||
           (plan->fase.value == FASE_AFSLUITING && plan->afsluiting.node &&
            plan->afsluiting.node->count > 0);
}

// The meeting with the last date; of two on one day the later in the file.
static const struct plan_overleg *latest(const struct plan_overleg_list *list) {
    const struct plan_overleg *last = NULL;
    for (size_t i = 0; i < list->count; i++) {
        struct date day = list->items[i].datum.date;
        if (date_known(day) && (!last || date_compare(day, last->datum.date) >= 0))
            last = &list->items[i];
    }
    return last;
}

void rule_pr_02(struct check *check) {
    const struct plan_overleg_list *list = &check->plan->overleggen;
    if (is_closing(check->plan) || section_misshapen(check, "overleggen", NODE_LIST))
        return;
    if (list->count == 0) {
        report_missing(check, MELDING_PR_02_ONTBREEKT, section_node(check, "overleggen"));
        return;
    }
    const struct plan_overleg *last = latest(list);
    if (last && overleg_gehouden(last, check->today) && !last->volgende.node)
        report_missing(check, MELDING_PR_02_VOLGENDE, last->node);
}

static bool is_past(struct date day, struct date today) {
    return date_known(day) && date_compare(day, today) < 0;
}

static void check_evaluations(struct check *check) {
    const struct plan_doel_list *doelen = &check->plan->doelen;
    for (size_t i = 0; i < doelen->count; i++) {
        const struct plan_doel *doel = &doelen->items[i];
        bool open = !doel->status.node || doel->status.value == DOELSTATUS_OPEN;
        if (doel->id.node && open && is_past(doel->evaluatie.date, check->today))
            report_value_of(check, MELDING_PR_03_DOEL, doel->evaluatie.node, doel->id.text);
    }
}

void rule_pr_03(struct check *check) {
    const struct plan_overleg_list *list = &check->plan->overleggen;
    const struct plan_overleg *last = latest(list);
    if (plan_gesloten(check->plan, check->today))
        return;
    check_evaluations(check);
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_overleg *overleg = &list->items[i];
        struct date day = overleg->datum.date;
        if (overleg_leeg(overleg, check->today))
            report_missing(check, MELDING_PR_03_LEEG, overleg->node);
        if (date_known(day) && is_past(overleg->volgende.date, check->today) &&
            date_compare(day, last->datum.date) >= 0)
            report_value(check, MELDING_PR_03_OVERLEG, overleg->volgende.node);
    }
}

void rule_pr_08(struct check *check) {
    const struct plan_overleg_list *list = &check->plan->overleggen;
    for (size_t i = 0; i < list->count; i++)
        if (overleg_gehouden(&list->items[i], check->today) && !list->items[i].ervaring_klant.node)
            report_missing(check, MELDING_PR_08_ERVARING, list->items[i].node);
}

// ---- PR-11: who was sent the plan since ----

// Whether the plan was sent on or after `day`: to the person with this id, or (NULL) to anybody.
static bool was_sent(const struct plan_plan *plan, struct date day, const struct text *id) {
    for (size_t i = 0; i < plan->verstrekkingen.count; i++) {
        const struct plan_verstrekking *sent = &plan->verstrekkingen.items[i];
        if (date_known(sent->datum.date) && date_compare(sent->datum.date, day) >= 0 &&
            (!id || text_equal(sent->aan.text, *id)))
            return true;
    }
    return false;
}

static bool has_sent_any(const struct plan_plan *plan) {
    for (size_t i = 0; i < plan->verstrekkingen.count; i++)
        if (date_known(plan->verstrekkingen.items[i].datum.date))
            return true;
    return false;
}

// Whether consent of on or before `day` for this person still holds.
static bool may_see(const struct check *check, struct text id, struct date day) {
    const struct plan_toestemming_list *list = &check->plan->toestemming;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_toestemming *consent = &list->items[i];
        struct date given = consent->datum.date;
        struct date withdrawn = consent->ingetrokken.date;
        if (text_equal(consent->voor.text, id) && date_known(given) &&
            date_compare(given, day) <= 0 && !is_past(consent->tot.date, check->today) &&
            !(date_known(withdrawn) && date_compare(withdrawn, check->today) <= 0))
            return true;
    }
    return false;
}

static void check_sent(struct check *check, const struct node *person, struct text id,
                       struct date day) {
    if (!was_sent(check->plan, day, &id))
        report_missing_of(check, MELDING_PR_11_PERSOON, person, id);
}

static void check_everybody_sent(struct check *check, struct date day) {
    const struct plan_plan *plan = check->plan;
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        if (lid->id.node && lid_beslist_zelf(lid_leeftijd(lid, check->today)))
            check_sent(check, lid->node, lid->id.text, day);
    }
    for (size_t i = 0; i < plan->netwerk.count; i++) {
        const struct plan_naaste *naaste = &plan->netwerk.items[i];
        if (naaste->id.node && may_see(check, naaste->id.text, day))
            check_sent(check, naaste->node, naaste->id.text, day);
    }
    for (size_t i = 0; i < plan->professionals.count; i++) {
        const struct plan_professional *professional = &plan->professionals.items[i];
        if (professional->id.node && !professional_weg(professional, check->today) &&
            may_see(check, professional->id.text, day))
            check_sent(check, professional->node, professional->id.text, day);
    }
}

// The last meeting after which the plan is to be sent. On the day itself there is time until
// tomorrow, unless sending has begun.
static const struct plan_overleg *last_to_send(const struct check *check) {
    const struct plan_overleg_list *list = &check->plan->overleggen;
    bool begun = was_sent(check->plan, check->today, NULL);
    const struct plan_overleg *last = NULL;
    for (size_t i = 0; i < list->count; i++) {
        struct date day = list->items[i].datum.date;
        if (overleg_gehouden(&list->items[i], check->today) &&
            (begun || date_compare(day, check->today) < 0) &&
            (!last || date_compare(day, last->datum.date) >= 0))
            last = &list->items[i];
    }
    return last;
}

void rule_pr_11(struct check *check) {
    const struct plan_plan *plan = check->plan;
    const struct plan_overleg *last = last_to_send(check);
    if (!has_sent_any(plan) || !last)
        return;
    if (!was_sent(plan, last->datum.date, NULL))
        report_missing(check, MELDING_PR_11_NIEMAND, last->node);
    else
        check_everybody_sent(check, last->datum.date);
}
