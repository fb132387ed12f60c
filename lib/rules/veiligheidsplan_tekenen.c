// SPDX-License-Identifier: EUPL-1.2
// VP-15 and VP-20: who signed the safety plan, and whether what was signed still stands there
// (WP fase 3b, 5b; ages and fingerprints are beyond the sources).
#include "lib/method/fingerprint.h"
#include "lib/method/lid.h"
#include "lib/method/overleg.h"
#include "lib/method/veiligheidsplan.h"
#include "lib/rules/check.h"

// ---- VP-15 ----

// The latest item by which this person signed, or NULL. One without a date comes before all.
static const struct plan_ondertekening *last_signed_by(const struct plan_plan *plan,
                                                       struct text id) {
    const struct plan_ondertekening_list *list = &plan->veiligheidsplan.ondertekening;
    const struct plan_ondertekening *last = NULL;
    for (size_t i = 0; i < list->count; i++)
        if (ids_hold(&list->items[i].wie, id) &&
            (!last || date_compare(list->items[i].datum.date, last->datum.date) >= 0))
            last = &list->items[i];
    return last;
}

// The same for a member, for whom a representative may sign.
static const struct plan_ondertekening *last_signed_for(const struct plan_plan *plan,
                                                        const struct plan_lid *lid) {
    const struct plan_texts *wie = &lid->vertegenwoordiger.wie;
    const struct plan_ondertekening *last = last_signed_by(plan, lid->id.text);
    for (size_t i = 0; i < wie->count; i++) {
        const struct plan_ondertekening *by = last_signed_by(plan, wie->items[i].text);
        if (by && (!last || date_compare(by->datum.date, last->datum.date) > 0))
            last = by;
    }
    return last;
}

// Whether the safety plan names this member, who is too young to decide alone.
static bool is_named_child(const struct check *check, const struct plan_lid *lid) {
    return lid->id.node && !lid_beslist_zelf(lid_leeftijd(lid, check->today)) &&
           veiligheidsplan_names(&check->plan->veiligheidsplan, lid->id.text);
}

// Whether the signature of a member who decides alone is needed: the plan names them, or a child
// in their authority.
static bool must_sign(const struct check *check, const struct plan_lid *lid) {
    const struct plan_plan *plan = check->plan;
    if (veiligheidsplan_names(&plan->veiligheidsplan, lid->id.text))
        return true;
    for (size_t i = 0; i < plan->huishouden.leden.count && lid->gezag_over.count > 0; i++) {
        const struct plan_lid *child = &plan->huishouden.leden.items[i];
        if (ids_hold(&lid->gezag_over, child->id.text) && is_named_child(check, child))
            return true;
    }
    return false;
}

// Whether the safety plan is about what happened to somebody, or about what they will do.
static bool is_about(const struct plan_veiligheidsplan *veiligheidsplan, struct text id) {
    for (size_t i = 0; i < veiligheidsplan->zorgen.count; i++)
        if (ids_hold(&veiligheidsplan->zorgen.items[i].over, id))
            return true;
    for (size_t i = 0; i < veiligheidsplan->schade.count; i++)
        if (ids_hold(&veiligheidsplan->schade.items[i].over, id))
            return true;
    for (size_t i = 0; i < veiligheidsplan->afspraken.count; i++)
        if (ids_hold(&veiligheidsplan->afspraken.items[i].wie, id))
            return true;
    return false;
}

// The latest progress meeting since the safety plan was written, or NULL.
static const struct plan_overleg *last_progress(const struct check *check) {
    const struct plan_overleg_list *overleggen = &check->plan->overleggen;
    struct date written = check->plan->veiligheidsplan.opgesteld.date;
    const struct plan_overleg *last = NULL;
    for (size_t i = 0; i < overleggen->count; i++) {
        const struct plan_overleg *overleg = &overleggen->items[i];
        struct date datum = overleg->datum.date;
        if (overleg->soort.value == OVERLEGSOORT_VOORTGANGSOVERLEG &&
            overleg_gehouden(overleg, check->today) &&
            !(date_known(written) && date_compare(datum, written) <= 0) &&
            (!last || date_compare(datum, last->datum.date) > 0))
            last = overleg;
    }
    return last;
}

// Whether a signature is older than what belongs to the meeting.
static bool is_older(const struct plan_ondertekening *item, const struct plan_overleg *overleg) {
    struct date signed_on = item->datum.date;
    return overleg && date_known(signed_on) && date_compare(signed_on, overleg->datum.date) < 0 &&
           !overleg_nabij(overleg, signed_on);
}

static void check_decider(struct check *check, const struct plan_lid *lid,
                          const struct plan_overleg *meeting) {
    const struct plan_ondertekening *last = last_signed_for(check->plan, lid);
    if (!last)
        report_missing_of(check, MELDING_VP_15_LID, lid->node, lid->id.text);
    else if (is_older(last, meeting))
        report_missing_two(check, MELDING_VP_15_OPNIEUW, last->node, lid->id.text,
                           meeting->datum.node->text);
}

// Who has authority over a child and is no member of the household: a guardian.
static void check_guardians(struct check *check, const struct plan_lid *child) {
    const struct plan_texts *wie = &child->vertegenwoordiger.wie;
    for (size_t i = 0; i < wie->count; i++) {
        struct persoon persoon = plan_persoon(check->plan, wie->items[i].text);
        bool own_turn = persoon.soort == PERSOON_LID || persoon.soort == PERSOON_ONBEKEND;
        if (!own_turn && !last_signed_by(check->plan, persoon.id))
            report_missing_two(check, MELDING_VP_15_GEZAG, child->node, persoon.id, child->id.text);
    }
}

void rule_vp_15(struct check *check) {
    const struct plan_plan *plan = check->plan;
    const struct plan_veiligheidsplan *veiligheidsplan = &plan->veiligheidsplan;
    if (!veiligheidsplan->node)
        return;
    if (veiligheidsplan->ondertekening.count == 0) {
        report_empty(check, MELDING_VP_15_ONTBREEKT, veiligheidsplan->node, "ondertekening");
        return;
    }
    const struct plan_overleg *meeting = last_progress(check);
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        enum leeftijd leeftijd = lid_leeftijd(lid, check->today);
        if (!lid->id.node)
            continue;
        if (lid_beslist_zelf(leeftijd) && must_sign(check, lid))
            check_decider(check, lid, meeting);
        if (leeftijd == LEEFTIJD_12_TOT_16 && is_about(veiligheidsplan, lid->id.text) &&
            !last_signed_for(plan, lid))
            report_missing_of(check, MELDING_VP_15_JONGERE, lid->node, lid->id.text);
        if (is_named_child(check, lid))
            check_guardians(check, lid);
    }
}

// ---- VP-20 ----

// A signature or an agreement with the plan, whichever list it stands in.
struct assent {
    const struct plan_texts *wie;
    struct date datum;
    const struct plan_text *vingerafdruk;
    bool agreed;
};

struct assents {
    const struct plan_ondertekening_list *signatures; // or NULL
    const struct plan_akkoord_list *agreements;
    enum melding melding;
    enum fingerprint_part part;
};

static struct assent assent_at(const struct assents *assents, size_t i) {
    if (assents->signatures) {
        const struct plan_ondertekening *item = &assents->signatures->items[i];
        return (struct assent){&item->wie, item->datum.date, &item->vingerafdruk, true};
    }
    const struct plan_akkoord *item = &assents->agreements->items[i];
    return (struct assent){&item->wie, item->datum.date, &item->vingerafdruk,
                           item->eens.value == JA_NEE_JA};
}

// Whether no later item has this person's name; on one day the later in the file counts.
static bool is_latest(const struct assents *assents, size_t index, size_t count, struct text id) {
    struct date datum = assent_at(assents, index).datum;
    for (size_t i = 0; i < count; i++) {
        struct assent other = assent_at(assents, i);
        int order = date_compare(other.datum, datum);
        if ((order > 0 || (order == 0 && i > index)) && ids_hold(other.wie, id))
            return false;
    }
    return true;
}

static void check_prints(struct check *check, const struct assents *assents, size_t count) {
    char now[FINGERPRINT_ROOM] = "";
    for (size_t i = 0; i < count; i++) {
        struct assent assent = assent_at(assents, i);
        if (!assent.vingerafdruk->node || !assent.agreed)
            continue;
        if (!now[0] && fingerprint_take(check->plan, assents->part, now) != 0) {
            check->findings->out_of_memory = true;
            return;
        }
        for (size_t k = 0; k < assent.wie->count; k++) {
            struct text id = assent.wie->items[k].text;
            if (!text_is(assent.vingerafdruk->text, now) && is_latest(assents, i, count, id) &&
                plan_persoon(check->plan, id).soort != PERSOON_ONBEKEND)
                report_value_of(check, assents->melding, assent.vingerafdruk->node, id);
        }
    }
}

void rule_vp_20(struct check *check) {
    const struct plan_ondertekening_list *signatures = &check->plan->veiligheidsplan.ondertekening;
    const struct plan_akkoord_list *agreements = &check->plan->akkoord;
    // Of a plan whose parts have another form a fingerprint means nothing.
    if (section_misshapen(check, "veiligheidsplan", NODE_MAPPING) ||
        section_misshapen(check, "doelen", NODE_LIST))
        return;
    struct assents signed_by = {signatures, NULL, MELDING_VP_20_ONDERTEKENING,
                                FINGERPRINT_AFSPRAKEN};
    struct assents agreed_by = {NULL, agreements, MELDING_VP_20_AKKOORD, FINGERPRINT_PLAN};
    // Without agreements VP-09 speaks.
    if (check->plan->veiligheidsplan.afspraken.count > 0)
        check_prints(check, &signed_by, signatures->count);
    check_prints(check, &agreed_by, agreements->count);
}
