// SPDX-License-Identifier: EUPL-1.2
// PR-01, PR-04, PR-09 and PR-10: reaching people, keeping to days and terms, the Verwijsindex.
#include "lib/method/doelgroep.h"
#include "lib/method/due.h"
#include "lib/method/lid.h"
#include "lib/method/overleg.h"
#include "lib/method/professional.h"
#include "lib/rules/check.h"

enum { RANK_VOORTGANG = 4, DAYS_A_WEEK = 7 };

// ---- PR-01 ----

static void check_reach(struct check *check, const struct node *person, const struct plan_text *id,
                        bool reachable) {
    const struct plan_text *regisseur = &check->plan->regie.procesregisseur;
    bool by_rg_01 = check->rank >= RANK_VOORTGANG && text_equal(id->text, regisseur->text);
    if (id->node && !reachable && !by_rg_01)
        report_missing_of(check, MELDING_PR_01_PERSOON, person, id->text);
}

void rule_pr_01(struct check *check) {
    const struct plan_plan *plan = check->plan;
    const struct plan_lid_list *leden = &plan->huishouden.leden;
    for (size_t i = 0; i < plan->netwerk.count; i++) {
        const struct plan_naaste *naaste = &plan->netwerk.items[i];
        check_reach(check, naaste->node, &naaste->id, naaste->telefoon.node || naaste->email.node);
    }
    for (size_t i = 0; i < plan->professionals.count; i++) {
        const struct plan_professional *professional = &plan->professionals.items[i];
        if (!professional_weg(professional, check->today))
            check_reach(check, professional->node, &professional->id,
                        professional->telefoon.node || professional->email.node);
    }
    for (size_t i = 0; i < leden->count; i++)
        if (leden->items[i].telefoon.node || leden->items[i].email.node)
            return;
    if (leden->count > 0)
        report_missing(check, MELDING_PR_01_HUISHOUDEN, leden->node);
}

// ---- PR-04 ----

static bool is_late(const struct plan_actie *actie, struct date today) {
    bool open = !actie->status.node || actie->status.value == ACTIESTATUS_OPEN;
    struct date until = actie->uiterlijk.date;
    return open && !actie->gedaan.node && date_known(until) && date_compare(until, today) < 0;
}

void rule_pr_04(struct check *check) {
    const struct plan_doel_list *doelen = &check->plan->doelen;
    if (plan_gesloten(check->plan, check->today))
        return;
    for (size_t i = 0; i < doelen->count; i++) {
        const struct plan_doel *doel = &doelen->items[i];
        if (!due_doel_open(doel))
            continue;
        for (size_t k = 0; k < doel->acties.count; k++)
            if (is_late(&doel->acties.items[k], check->today))
                report_value(check, MELDING_PR_04_ACTIE, doel->acties.items[k].uiterlijk.node);
    }
}

// ---- PR-09 ----

void rule_pr_09(struct check *check) {
    const struct plan_lid_list *leden = &check->plan->huishouden.leden;
    if (!doelgroep(check->plan, check->kader).kwetsbaar)
        return;
    for (size_t i = 0; i < leden->count; i++) {
        const struct plan_lid *lid = &leden->items[i];
        const struct plan_verwijsindex *index = &lid->verwijsindex;
        if (!lid->id.node || !lid_minderjarig(lid_leeftijd(lid, check->today)))
            continue;
        if (index->node && index->node->count > 0) {
            if (!index->datum.node && !index->niet_nodig.node)
                report_missing(check, MELDING_PR_09_LEEG, index->node);
        } else if (index->node || node_absent(node_child(lid->node, "verwijsindex"))) {
            report_missing_of(check, MELDING_PR_09_ONTBREEKT, lid->node, lid->id.text);
        }
    }
}

// ---- PR-10: the terms of the local framework ----

// A term in weeks, and as it is written.
struct term {
    long days;
    struct argument arguments[FINDING_ARGUMENTS];
};

// False when the framework names no such term.
static bool read_term(const struct plan_number *weeks, struct term *term) {
    if (!weeks->node)
        return false;
    *term = (struct term){(long)weeks->value * DAYS_A_WEEK, {open_argument(weeks->node->text)}};
    return true;
}

static bool later_than(struct date day, struct date from, long days) {
    return date_known(day) && date_known(from) && date_days(day) - date_days(from) > days;
}

// The first meeting of this kind that is still to come; NULL when there is none.
static const struct plan_overleg *first_planned(const struct plan_plan *plan, int soort,
                                                struct date today) {
    const struct plan_overleg *first = NULL;
    for (size_t i = 0; i < plan->overleggen.count; i++) {
        const struct plan_overleg *overleg = &plan->overleggen.items[i];
        if (overleg->soort.value == soort && overleg_gepland(overleg, today) &&
            (!first || date_compare(overleg->datum.date, first->datum.date) < 0))
            first = overleg;
    }
    return first;
}

static void check_start(struct check *check, const struct term *term) {
    const struct plan_plan *plan = check->plan;
    struct date begin = plan->intake.datum.date;
    if (!date_known(begin))
        begin = plan->opgesteld.date;
    if (overleg_laatste(plan, OVERLEGSOORT_STARTOVERLEG, check->today))
        return;
    const struct plan_overleg *planned =
        first_planned(plan, OVERLEGSOORT_STARTOVERLEG, check->today);
    if (planned && later_than(planned->datum.date, begin, term->days))
        report_value_with(check, MELDING_PR_10_STARTOVERLEG_LAAT, planned->datum.node,
                          term->arguments);
    else if (!planned && later_than(check->today, begin, term->days))
        report_missing_with(check, MELDING_PR_10_STARTOVERLEG, section_node(check, "overleggen"),
                            term->arguments);
}

static void check_evaluations(struct check *check, const struct term *term) {
    const struct plan_plan *plan = check->plan;
    const struct plan_overleg *last = overleg_laatste(plan, -1, check->today);
    if (last && later_than(last->volgende.date, last->datum.date, term->days)) {
        report_value_with(check, MELDING_PR_10_OVERLEG, last->volgende.node, term->arguments);
        return;
    }
    for (size_t i = 0; i < plan->doelen.count; i++) {
        const struct plan_doel *doel = &plan->doelen.items[i];
        struct date from = doel->afgesproken.date;
        bool open = !doel->status.node || doel->status.value == DOELSTATUS_OPEN;
        if (last && (!date_known(from) || date_compare(last->datum.date, from) > 0))
            from = last->datum.date;
        if (open && later_than(doel->evaluatie.date, from, term->days))
            report_value_with(check, MELDING_PR_10_DOEL, doel->evaluatie.node, term->arguments);
    }
}

void rule_pr_10(struct check *check) {
    struct term term;
    if (!check->kader || plan_gesloten(check->plan, check->today))
        return;
    if (read_term(&check->kader->termijnen.startoverleg_weken, &term))
        check_start(check, &term);
    if (read_term(&check->kader->termijnen.evaluatie_weken, &term))
        check_evaluations(check, &term);
}
