// SPDX-License-Identifier: EUPL-1.2
// Ages of members of the household.
#include "lib/method/lid.h"

#include <string.h>

#include "lib/method/words.h"

// "kind, 8 jaar" is a child as "kind" is.
static bool is_child_by_role(struct text rol) {
    char lower[32];
    const char *comma = rol.length ? memchr(rol.bytes, ',', rol.length) : NULL;
    if (comma)
        rol.length = (size_t)(comma - rol.bytes);
    if (rol.length >= sizeof lower)
        return false;
    for (size_t i = 0; i < rol.length; i++) {
        char c = rol.bytes[i];
        lower[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    for (const char *const *word = words_rol_van_kind; *word; word++)
        if (text_is((struct text){lower, rol.length}, *word))
            return true;
    return false;
}

// The years in "kind, 8 jaar"; -1: none are said.
static int years_in_role(struct text rol) {
    const char *comma = rol.length ? memchr(rol.bytes, ',', rol.length) : NULL;
    if (!comma)
        return -1;
    int years = 0, digits = 0;
    struct text rest =
        text_trim((struct text){comma + 1, rol.length - (size_t)(comma + 1 - rol.bytes)});
    while (digits < 3 && (size_t)digits < rest.length && rest.bytes[digits] >= '0' &&
           rest.bytes[digits] <= '9')
        years = years * 10 + (rest.bytes[digits++] - '0');
    rest = (struct text){rest.bytes + digits, rest.length - (size_t)digits};
    return digits > 0 && text_is(rest, " jaar") ? years : -1;
}

static enum leeftijd group_of(int years) {
    if (years < 12)
        return LEEFTIJD_TOT_12;
    if (years < 16)
        return LEEFTIJD_12_TOT_16;
    return years < 18 ? LEEFTIJD_VANAF_16 : LEEFTIJD_VOLWASSEN;
}

enum leeftijd lid_leeftijd(const struct plan_lid *lid, struct date today) {
    // A date of birth that lies ahead says nothing (FMT-06 tells about it).
    if (!date_known(lid->geboren.date) || date_compare(lid->geboren.date, today) > 0) {
        if (lid->uitgerekend.node)
            return LEEFTIJD_ONGEBOREN;
        int years = years_in_role(lid->rol.text);
        if (years >= 0)
            return group_of(years);
        return is_child_by_role(lid->rol.text) ? LEEFTIJD_KIND_ONBEKEND : LEEFTIJD_VOLWASSEN;
    }
    return group_of(date_age(lid->geboren.date, today));
}

bool lid_beslist_zelf(enum leeftijd leeftijd) {
    return leeftijd == LEEFTIJD_VANAF_16 || leeftijd == LEEFTIJD_VOLWASSEN;
}

bool lid_minderjarig(enum leeftijd leeftijd) {
    return leeftijd != LEEFTIJD_ONGEBOREN && leeftijd != LEEFTIJD_VOLWASSEN;
}

bool ids_hold(const struct plan_texts *ids, struct text id) {
    for (size_t i = 0; i < ids->count && id.length > 0; i++)
        if (text_equal(ids->items[i].text, id))
            return true;
    return false;
}

bool ids_same(const struct plan_texts *a, const struct plan_texts *b) {
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!text_equal(a->items[i].text, b->items[i].text))
            return false;
    return true;
}
