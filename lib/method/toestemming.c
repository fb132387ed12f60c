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

// Whether a consent holds on this day: given on or before it, not taken back and not run out. Where
// the day of one of these cannot be read, it does not hold.
static bool geldt(const struct plan_toestemming *toestemming, struct date today) {
    const struct plan_date *datum = &toestemming->datum;
    const struct plan_date *ends[] = {&toestemming->tot, &toestemming->ingetrokken};
    for (int i = 0; i < 2; i++)
        if (ends[i]->node && !date_known(ends[i]->date))
            return false;
    return date_known(datum->date) && date_compare(datum->date, today) <= 0 &&
           !toestemming_is_withdrawn(toestemming, today) &&
           !toestemming_has_ended(toestemming, today);
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

// ---- who consented to what ----

static unsigned parts_of(const struct plan_toestemming *toestemming) {
    unsigned parts = TOESTEMMING_GEGEVEN;
    for (size_t i = 0; i < toestemming->onderdelen.count; i++) {
        int part = toestemming->onderdelen.items[i].value;
        parts |= part == ONDERDEEL_ALLES ? ONDERDELEN_ALLES : part >= 0 ? 1U << part : 0;
    }
    return parts;
}

// Whether a consent is about this member and given by them (`self`), or by others.
static bool is_given(const struct toestemming_vraag *vraag,
                     const struct plan_toestemming *toestemming, const struct plan_lid *lid,
                     bool self) {
    return text_equal(toestemming->voor.text, vraag->voor) &&
           text_equal(toestemming->door.text, lid->id.text) == self &&
           (!vraag->geldig || geldt(toestemming, vraag->today)) &&
           toestemming_covers(vraag->plan, toestemming, lid, vraag->today);
}

unsigned toestemming_zelf(const struct toestemming_vraag *vraag, const struct plan_lid *lid) {
    unsigned parts = ONDERDELEN_GEEN;
    for (size_t i = 0; i < vraag->plan->toestemming.count; i++)
        if (is_given(vraag, &vraag->plan->toestemming.items[i], lid, true))
            parts |= parts_of(&vraag->plan->toestemming.items[i]);
    return parts;
}

// Whether anybody of the household has authority over this member.
static bool has_authority_over(const struct plan_plan *plan, const struct plan_lid *lid) {
    for (size_t i = 0; i < plan->huishouden.leden.count; i++)
        if (ids_hold(&plan->huishouden.leden.items[i].gezag_over, lid->id.text))
            return true;
    return false;
}

unsigned toestemming_namens(const struct toestemming_vraag *vraag, const struct plan_lid *lid) {
    const struct plan_plan *plan = vraag->plan;
    unsigned authority = ONDERDELEN_GEEN, other = ONDERDELEN_GEEN;
    for (size_t i = 0; i < plan->toestemming.count; i++) {
        const struct plan_toestemming *toestemming = &plan->toestemming.items[i];
        if (!is_given(vraag, toestemming, lid, false))
            continue;
        struct persoon giver = plan_persoon(plan, toestemming->door.text);
        if (giver.soort == PERSOON_LID &&
            ids_hold(&plan->huishouden.leden.items[giver.index].gezag_over, lid->id.text))
            authority |= parts_of(toestemming);
        else
            other |= parts_of(toestemming);
    }
    return other && !has_authority_over(plan, lid) ? other : authority;
}

struct toestemming_nodig toestemming_nodig(const struct plan_lid *lid, struct date today) {
    enum leeftijd leeftijd = lid_leeftijd(lid, today);
    bool alone = lid_beslist_zelf(leeftijd);
    if (leeftijd == LEEFTIJD_ONGEBOREN)
        return (struct toestemming_nodig){false, false};
    return (struct toestemming_nodig){
        (alone || leeftijd == LEEFTIJD_12_TOT_16) && !lid->vertegenwoordiger.node, !alone};
}
