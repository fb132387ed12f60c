// SPDX-License-Identifier: EUPL-1.2
// People of a record and people of a plan.
#include "lib/method/betrokkene.h"

#include <string.h>

#include "lib/method/lid.h"
#include "lib/schema/schema.h"

enum { OUDERE_VANAF = 65 };

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_letters(struct text a, struct text b) {
    if (a.length != b.length || a.length == 0)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (lower(a.bytes[i]) != lower(b.bytes[i]))
            return false;
    return true;
}

bool zelfde_persoon(struct text een, struct text ander, const struct plan_plan *plan) {
    een = text_trim(een);
    ander = text_trim(ander);
    if (same_letters(een, ander))
        return true;
    if (!plan)
        return false;
    struct persoon first = plan_persoon(plan, een);
    struct persoon other = plan_persoon(plan, ander);
    return (first.soort != PERSOON_ONBEKEND && same_letters(first.naam, ander)) ||
           (other.soort != PERSOON_ONBEKEND && same_letters(other.naam, een));
}

static bool one_word(struct text words) {
    for (size_t i = 0; i < words.length; i++)
        if (strchr(" \t\n,/", words.bytes[i]))
            return false;
    return words.length > 0;
}

// Whether a name begins with this word, or is it.
static bool begins_with(struct text name, struct text word) {
    return name.length >= word.length &&
           same_letters((struct text){name.bytes, word.length}, word) &&
           (name.length == word.length || name.bytes[word.length] == ' ');
}

static bool may_be(struct text who, struct text id, struct text name, struct text role) {
    return same_letters(who, id) || begins_with(name, who) || same_letters(who, role);
}

static bool may_be_somebody(struct text who, const struct plan_plan *plan) {
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        if (may_be(who, lid->id.text, lid->naam.text, lid->rol.text))
            return true;
    }
    for (size_t i = 0; i < plan->netwerk.count; i++) {
        const struct plan_naaste *naaste = &plan->netwerk.items[i];
        if (may_be(who, naaste->id.text, naaste->naam.text, naaste->relatie.text))
            return true;
    }
    return false;
}

bool betrokkenen_in_plan(const struct plan_meldcode *dossier, const struct plan_plan *plan) {
    bool named = false;
    for (size_t i = 0; i < dossier->betreft.count; i++) {
        struct text who = text_trim(dossier->betreft.items[i].wie.text);
        if (who.length == 0)
            continue;
        // Only what has the shape of an id of the plan must be one.
        if (!one_word(who) || !schema_is_id(who) || may_be_somebody(who, plan))
            return true;
        named = true;
    }
    return !named;
}

int leeftijdsgroep_van(const struct plan_lid *lid, struct date today) {
    switch (lid_leeftijd(lid, today)) {
    case LEEFTIJD_12_TOT_16:
    case LEEFTIJD_VANAF_16:
        return LEEFTIJDSGROEP_ADOLESCENT;
    case LEEFTIJD_VOLWASSEN:
        if (!date_known(lid->geboren.date))
            return -1;
        return date_age(lid->geboren.date, today) < OUDERE_VANAF ? LEEFTIJDSGROEP_VOLWASSENE
                                                                 : LEEFTIJDSGROEP_OUDERE;
    default:
        return LEEFTIJDSGROEP_KIND;
    }
}
