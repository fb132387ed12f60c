// SPDX-License-Identifier: EUPL-1.2
// The grammar of time. It knows what can be checked, by shape and by class of words, not by a list
// of expressions.
#include "lib/taal/tijd.h"

#include "lib/taal/wie.h"

#define TIJDWOORD                                                                                  \
    (K(DAG) | K(MAAND) | K(FEESTDAG) | K(VAKANTIE) | K(SEIZOEN) | K(EENHEID) | K(DAGDEEL))
#define PUNT                                                                                       \
    (K(DAG) | K(MAAND) | K(FEESTDAG) | K(VAKANTIE) | K(SEIZOEN) | K(DAGDEEL) | K(GEBEURTENIS) |    \
     K(VAST))

// A compound that the lists do not know: sportdag, pannenkoekenavond, proefweek.
static bool is_samengesteld(const struct token *token) {
    if (token->lengte < 7)
        return false;
    return eindigt(token, EIND3('d', 'a', 'g')) || eindigt(token, EIND4('v', 'o', 'n', 'd')) ||
           eindigt(token, EIND4('w', 'e', 'e', 'k')) || eindigt(token, EIND4('j', 'a', 'a', 'r'));
}

// Whether a token says a time by its class or as a compound. What is written as a name is one.
static bool is_tijd(const struct lezing *lezing, size_t i, uint64_t klassen) {
    if (i >= lezing->count || lezing->tokens[i].soort != TOKEN_WOORD)
        return false;
    const struct token *token = &lezing->tokens[i];
    if (is_naam(lezing, i) && !token_heeft(token, klassen & K(FEESTDAG)))
        return false;
    if (token_heeft(token, klassen))
        return true;
    return !token->klassen && (klassen & K(DAGDEEL)) && is_samengesteld(token);
}

static bool is_getal(const struct lezing *lezing, size_t i) {
    return i < lezing->count &&
           (lezing->tokens[i].soort == TOKEN_GETAL || token_heeft(&lezing->tokens[i], K(TELWOORD)));
}

static bool has_form(const struct lezing *lezing, size_t i, enum getal_vorm vorm) {
    return i < lezing->count && lezing->tokens[i].soort == TOKEN_GETAL &&
           lezing->tokens[i].vorm == (uint8_t)vorm;
}

// Whether a word may stand between a preposition or article and its noun: a determiner, a number,
// an adjective by its shape.
static bool is_bepaling(const struct lezing *lezing, size_t i) {
    if (i >= lezing->count)
        return false;
    const struct token *token = &lezing->tokens[i];
    if (token_heeft(token,
                    K(LIDWOORD) | K(BEZIT) | K(AANWIJZEND) | K(TELWOORD) | K(VOLGEND) | K(ELK)) ||
        token->soort == TOKEN_GETAL)
        return true;
    if (token->woord == W_even || token->woord == W_oneven)
        return true;
    return token->soort == TOKEN_WOORD && !(token->vlaggen & VLAG_HOOFDLETTER) &&
           eindigt(token, EIND1('e')) && !token_heeft(token, K(VOORZETSEL) | K(WW_VORM));
}

enum { NERGENS = SIZE_MAX };

// The noun of one of these classes that the words from `i` on lead to.
static size_t kop(const struct lezing *lezing, size_t i, uint64_t klassen) {
    for (size_t k = i; k < lezing->count && k < i + 5; k++) {
        if (is_tijd(lezing, k, klassen))
            return k;
        if (!is_bepaling(lezing, k) || lezing->tokens[k].vlaggen & VLAG_EINDE)
            return NERGENS;
    }
    return NERGENS;
}

static size_t lengte_tot(size_t begin, size_t last) {
    return last == NERGENS ? 0 : last + 1 - begin;
}

// ---- numbers: dates and clock times ----

static bool clock_before(const struct lezing *lezing, size_t i) {
    if (i == 0)
        return false;
    return heeft(lezing, i - 1, K(VOORZETSEL)) || is_woord(lezing, i - 1, W_uiterlijk) ||
           is_woord(lezing, i - 1, W_en) || is_woord(lezing, i - 1, W_half);
}

static bool is_uur(const struct lezing *lezing, size_t i) {
    return is_woord(lezing, i, W_uur);
}

// "voor achten", "tegen zessen": an hour in the plural, which only a clock has.
static bool is_plural_hour(const struct token *token) {
    return token_heeft(token, K(TELWOORD)) && !eindigt(token, EIND4('e', 'v', 'e', 'n')) &&
           (eindigt(token, EIND3('n', 'e', 'n')) || eindigt(token, EIND3('s', 'e', 'n')) ||
            eindigt(token, EIND4('h', 't', 'e', 'n')) || eindigt(token, EIND3('v', 'e', 'n')) ||
            eindigt(token, EIND4('e', 'r', 'e', 'n')));
}

static size_t number_at(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    bool before = clock_before(lezing, i);
    if (is_plural_hour(token) && i > 0 && heeft(lezing, i - 1, K(VOORZETSEL)) &&
        !is_woord(lezing, i - 1, W_met))
        return 1;
    if (is_tijd(lezing, i + 1, K(MAAND)) ||
        (heeft(lezing, i + 1, K(MAAND)) && token->soort == TOKEN_GETAL))
        return 2;
    if (token->soort != TOKEN_GETAL)
        return before && is_uur(lezing, i + 1) && !is_woord(lezing, i - 1, W_binnen) ? 2 : 0;
    switch ((enum getal_vorm)token->vorm) {
    case GETAL_KLOK:
        return is_uur(lezing, i + 1) ? 2 : before && !is_woord(lezing, i + 1, W_euro) ? 1 : 0;
    case GETAL_DATUM:
        return token->einde - token->begin >= 8 ||
                       (i > 0 && (heeft(lezing, i - 1, K(VOORZETSEL) | K(DAG)) ||
                                  is_woord(lezing, i - 1, W_uiterlijk)))
                   ? 1
                   : 0;
    case GETAL_JAAR:
        return before && !is_uur(lezing, i + 1) && !is_woord(lezing, i + 1, W_euro) &&
                       !is_woord(lezing, i - 1, W_over) && !is_woord(lezing, i - 1, W_met)
                   ? 1
                   : 0;
    case GETAL_RANG:
        return i > 1 && is_woord(lezing, i - 1, W_de) &&
                       (heeft(lezing, i - 2, K(VOORZETSEL)) || is_woord(lezing, i - 2, W_uiterlijk))
                   ? 1
                   : 0;
    case GETAL_HEEL:
        return before && is_uur(lezing, i + 1) ? 2 : 0;
    default:
        return 0;
    }
}

// "om half negen", "om kwart voor acht", "om zeven uur"
static size_t om_at(const struct lezing *lezing, size_t i) {
    if (is_woord(lezing, i + 1, W_de)) { // om de week, om de twee dagen
        size_t last = kop(lezing, i + 2, K(EENHEID) | K(DAG) | K(DAGDEEL));
        return lengte_tot(i, last);
    }
    if (is_woord(lezing, i + 1, W_half) || is_woord(lezing, i + 1, W_kwart))
        return 3;
    if (is_woord(lezing, i + 1, W_een))
        return is_uur(lezing, i + 2) ? 3 : 0;
    if (!is_getal(lezing, i + 1))
        return 0;
    return is_uur(lezing, i + 2) ? 3 : 2;
}

// ---- how often ----

// "twee keer per week", "2x in de maand", "driemaal daags"
static size_t keer_at(const struct lezing *lezing, size_t i) {
    if (is_woord(lezing, i + 1, W_per))
        return lengte_tot(i, kop(lezing, i + 2, TIJDWOORD));
    if (is_woord(lezing, i + 1, W_in))
        return lengte_tot(i, kop(lezing, i + 2, K(EENHEID) | K(DAGDEEL)));
    return is_tijd(lezing, i + 1, K(VAST)) ? 2 : 0;
}

static size_t elk_at(const struct lezing *lezing, size_t i) {
    size_t last = kop(lezing, i + 1, TIJDWOORD | K(GEBEURTENIS) | K(KEER));
    return lengte_tot(i, last);
}

// "volgende week", "afgelopen zomer", "dit schooljaar", "de laatste drie maanden"
static size_t volgend_at(const struct lezing *lezing, size_t i) {
    size_t last = kop(lezing, i + 1, TIJDWOORD | K(GEBEURTENIS));
    if (last != NERGENS && heeft(lezing, last, K(GEBEURTENIS)) && !heeft(lezing, last, TIJDWOORD) &&
        (is_woord(lezing, i, W_deze) || is_woord(lezing, i, W_dit) || is_woord(lezing, i, W_hele)))
        return 0;
    return lengte_tot(i, last);
}

// ---- terms: a number and a unit ----

// "twee weken", "een half uur", "anderhalve maand" from `i` on
static size_t duur(const struct lezing *lezing, size_t i) {
    if (!is_getal(lezing, i) && !is_woord(lezing, i, W_een) && !is_woord(lezing, i, W_half))
        return NERGENS;
    for (size_t k = i + 1; k < i + 4 && k < lezing->count; k++) {
        if (is_tijd(lezing, k, K(EENHEID) | K(DAGDEEL)))
            return k;
        if (!is_getal(lezing, k) && !is_bepaling(lezing, k))
            break;
    }
    return NERGENS;
}

static size_t duration_at(const struct lezing *lezing, size_t i) {
    size_t last = duur(lezing, i);
    if (last == NERGENS)
        return 0;
    // "drie weken geleden", "een jaar lang", "in een half jaar tijd"
    bool behind = is_woord(lezing, last + 1, W_geleden) || is_woord(lezing, last + 1, W_lang) ||
                  is_woord(lezing, last + 1, W_tijd) || is_woord(lezing, last + 1, W_terug);
    if (behind)
        return last + 2 - i;
    // "drie avonden in de week", "twee dagen per maand"
    if (is_woord(lezing, last + 1, W_in) || is_woord(lezing, last + 1, W_per)) {
        size_t unit = kop(lezing, last + 2, K(EENHEID));
        if (unit != NERGENS && !is_uur(lezing, last))
            return unit + 1 - i;
    }
    return 0;
}

// ---- prepositions ----

// Which nouns make a time of a preposition. `getal`: a number and a unit do; `alles`: any noun
// does.
static const struct {
    uint64_t koppen;
    enum word_name woord;
    bool getal; // a number and a unit do: binnen twee weken
    bool alles; // any noun does, when an article or no name stands before it
} voorzetsels[] = {
    {PUNT | K(EENHEID), W_na, true, true},
    {PUNT | K(EENHEID), W_tijdens, true, true},
    {PUNT | K(EENHEID), W_sinds, true, true},
    {PUNT | K(EENHEID), W_gedurende, true, true},
    {PUNT, W_onder, false, false},
    {PUNT, W_buiten, false, false},
    {PUNT | K(EENHEID), W_binnen, true, false},
    {0, W_over, true, false},
    {PUNT, W_tot, false, false},
    {PUNT, W_vanaf, false, false},
    {PUNT, W_voor, false, false},
    {PUNT, W_bij, false, false},
    {PUNT, W_in, false, false},
    {PUNT, W_op, false, false},
    {PUNT, W_rond, false, false},
    {PUNT, W_rondom, false, false},
    {PUNT, W_tegen, false, false},
    {PUNT, W_met, false, false},
    {PUNT | K(EENHEID), W_per, false, false},
};

// Nouns that a preposition of place leads to as well: an event is one for some of them only.
static uint64_t koppen_van(uint64_t koppen, enum word_name woord) {
    switch (woord) {
    case W_in:
    case W_met:
    case W_per:
        return koppen & ~K(GEBEURTENIS);
    default:
        return koppen;
    }
}

// The words after which a noun is no event: "na elkaar", "na overleg", "na verloop van tijd".
static bool is_geen_moment(const struct lezing *lezing, size_t i) {
    return heeft(lezing, i, K(VOORWERP) | K(VOORZETSEL) | K(WW_VORM)) ||
           is_woord(lezing, i, W_verloop) || is_woord(lezing, i, W_elkaar) ||
           is_woord(lezing, i, W_tijd);
}

// Any noun behind a preposition that only tells when: "na de training", "tijdens de rit".
static size_t any_noun(const struct lezing *lezing, size_t i) {
    for (size_t k = i; k < lezing->count && k < i + 4; k++) {
        const struct token *token = &lezing->tokens[k];
        if (token->soort != TOKEN_WOORD || is_geen_moment(lezing, k))
            return NERGENS;
        if (!is_bepaling(lezing, k))
            return k;
    }
    return NERGENS;
}

// "bij paniek", "voor het slapen": an event by its shape.
static size_t event_noun(const struct lezing *lezing, size_t i, enum word_name woord) {
    bool verb = is_woord(lezing, i + 1, W_het) && i + 2 < lezing->count &&
                (heeft(lezing, i + 2, K(WW_HEEL)) ||
                 (!lezing->tokens[i + 2].woord &&
                  (eindigt(&lezing->tokens[i + 2], EIND2('e', 'n')) ||
                   eindigt(&lezing->tokens[i + 2], EIND4('g', 'a', 'a', 'n')))));
    if (verb && (woord == W_voor || woord == W_bij || woord == W_tot))
        return i + 2;
    // Without an article (or with "een", at the beginning of its sentence), and nobody's name.
    bool begins = lezing->tokens[i].vlaggen & VLAG_BEGIN;
    if (woord == W_bij && i + 1 < lezing->count) {
        bool one = begins && is_woord(lezing, i + 1, W_een) && i + 2 < lezing->count;
        const struct token *next = &lezing->tokens[i + 1 + one];
        bool known = token_heeft(next, K(GEBEURTENIS)) || !eindigt(next, EIND2('e', 'n'));
        if (next->soort == TOKEN_WOORD && !(next->vlaggen & VLAG_HOOFDLETTER) &&
            (begins || known) && !token_heeft(next, K(BIJWOORD) | K(VOORZETSEL) | K(TELWOORD)) &&
            !token_heeft(next, K(FAMILIE) | K(FUNCTIE) | K(ORGANISATIE) | K(BEZIT) | K(LIDWOORD) |
                                   K(AANWIJZEND) | K(VOORWERP) | K(GEEN_WIE)))
            return i + 1 + one;
    }
    return NERGENS;
}

// "in de eerste week", "in het derde uur"
static size_t ranked_unit(const struct lezing *lezing, size_t i) {
    size_t last = kop(lezing, i, K(EENHEID));
    bool ranked = last != NERGENS && last > i &&
                  (heeft(lezing, last - 1, K(TELWOORD)) || is_woord(lezing, last - 1, W_laatste));
    return ranked && !is_woord(lezing, last - 1, W_een) ? last : NERGENS;
}

// Whether a noun is an event that a preposition makes a moment of: no purpose ("een laptop voor
// school") and no place ("bij school").
static bool is_moment(const struct lezing *lezing, size_t i, size_t noun, enum word_name woord) {
    if (woord != W_voor && woord != W_bij)
        return true;
    if (is_tijd(lezing, noun, PUNT & ~(K(GEBEURTENIS) | K(SEIZOEN))))
        return true;
    if (heeft(lezing, noun, K(ORGANISATIE)) && (woord == W_bij || noun == i + 1))
        return woord == W_voor && lezing->tokens[i].vlaggen & VLAG_BEGIN;
    // "voor zwemles" says what for; "voor de zwemles" may say when.
    if (woord == W_voor && noun == i + 1)
        return (lezing->tokens[i].vlaggen & VLAG_BEGIN) != 0;
    return !hangt_aan_woord(lezing, i);
}

static size_t preposition_at(const struct lezing *lezing, size_t i) {
    // An amount is none: "35 euro per maand"; nor "een koptelefoon voor tijdens de toets".
    if (is_woord(lezing, i, W_per) && i > 0 && is_woord(lezing, i - 1, W_euro))
        return 0;
    if (i > 1 && is_woord(lezing, i - 1, W_voor) && !is_werkwoord(lezing, i - 2))
        return 0;
    for (size_t k = 0; k < sizeof voorzetsels / sizeof *voorzetsels; k++) {
        if (lezing->tokens[i].woord != (uint16_t)voorzetsels[k].woord)
            continue;
        enum word_name woord = voorzetsels[k].woord;
        size_t last = voorzetsels[k].getal ? duur(lezing, i + 1) : NERGENS;
        if (last == NERGENS)
            last = kop(lezing, i + 1, koppen_van(voorzetsels[k].koppen, woord));
        if (last != NERGENS && !is_moment(lezing, i, last, woord))
            return 0;
        if (last == NERGENS && (woord == W_in || woord == W_op))
            last = ranked_unit(lezing, i + 1);
        if (last == NERGENS && !hangt_aan_woord(lezing, i))
            last = event_noun(lezing, i, woord);
        if (last == NERGENS && voorzetsels[k].alles)
            last = any_noun(lezing, i + 1);
        return lengte_tot(i, last);
    }
    return 0;
}

// ---- single words ----

// "de eerste van de maand", "de 24e van elke maand"
static size_t rank_of_month(const struct lezing *lezing, size_t i) {
    bool rank = has_form(lezing, i, GETAL_RANG) || heeft(lezing, i, K(TELWOORD)) ||
                is_woord(lezing, i, W_laatste);
    size_t van = i + 1;
    while (rank && (is_tijd(lezing, van, K(DAG) | K(EENHEID)) || heeft(lezing, van, K(TELWOORD))))
        van++; // "de laatste vrijdag van de maand"
    if (!rank || !is_woord(lezing, van, W_van))
        return 0;
    return lengte_tot(i, kop(lezing, van + 1, K(EENHEID) | K(MAAND) | K(VAKANTIE)));
}

// "de tweede week van augustus", "het weekend van 3 juni"
static size_t week_of(const struct lezing *lezing, size_t i) {
    if (!is_tijd(lezing, i, K(EENHEID) | K(DAG)) || !is_woord(lezing, i + 1, W_van))
        return 0;
    return lengte_tot(i, kop(lezing, i + 2, K(MAAND) | K(VAKANTIE) | K(DAG) | K(FEESTDAG)));
}

// "Boven de 50 euro overlegt vader": what an agreement holds for.
static size_t above_at(const struct lezing *lezing, size_t i) {
    bool bound = is_woord(lezing, i, W_boven) || is_woord(lezing, i, W_vanaf);
    if (!bound || !(lezing->tokens[i].vlaggen & VLAG_BEGIN))
        return 0;
    size_t number = i + 1 + heeft(lezing, i + 1, K(LIDWOORD));
    return is_getal(lezing, number) && is_woord(lezing, number + 1, W_euro) ? number + 2 - i : 0;
}

// "tussen zes en zeven"
static size_t between_at(const struct lezing *lezing, size_t i) {
    bool between = is_woord(lezing, i, W_tussen) && is_getal(lezing, i + 1) &&
                   is_woord(lezing, i + 2, W_en) && is_getal(lezing, i + 3);
    return between && !is_woord(lezing, i + 4, W_euro) ? 4 : 0;
}

// "op de dag dat", "de avond waarop", "op het moment dat"
static size_t day_that(const struct lezing *lezing, size_t i) {
    bool that = is_woord(lezing, i + 1, W_dat) || is_woord(lezing, i + 1, W_waarop);
    if (is_woord(lezing, i, W_moment) || is_woord(lezing, i, W_ogenblik))
        return that ? 2 : 0;
    return that && is_tijd(lezing, i, K(EENHEID) | K(DAGDEEL) | K(DAG) | K(KEER)) ? 2 : 0;
}

static size_t word_at(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    // "een brief over het weekend" is about it.
    bool about = i > 1 && is_woord(lezing, i - 2, W_over) && heeft(lezing, i - 1, K(LIDWOORD));
    if (is_tijd(lezing, i, K(DAG) | K(VAST)))
        return about ? 0 : 1;
    // A month in small letters is no name.
    if (token_heeft(token, K(MAAND)) && !(token->vlaggen & VLAG_HOOFDLETTER) && token->lengte > 2)
        return 1;
    // 's avonds, 's maandags
    if (token->woord == W__s && i + 1 < lezing->count)
        return 2;
    if (token->woord == W_week && has_form(lezing, i + 1, GETAL_HEEL))
        return 2;
    if (token->woord == W_al) {
        size_t last = duur(lezing, i + 1);
        if (last == NERGENS && is_tijd(lezing, i + 1, K(EENHEID)))
            last = i + 1;
        return lengte_tot(i, last);
    }
    if (token->woord == W_dezelfde)
        return lengte_tot(i, kop(lezing, i + 1, K(EENHEID) | K(DAGDEEL) | K(DAG)));
    if (token->woord == W_uiterlijk || token->woord == W_begin || token->woord == W_eind ||
        token->woord == W_einde || token->woord == W_medio || token->woord == W_half ||
        token->woord == W_tussen)
        return lengte_tot(
            i, kop(lezing, i + (is_woord(lezing, i + 1, W_van) ? 2 : 1), PUNT | K(EENHEID)));
    if (is_tijd(lezing, i, K(FEESTDAG)) && i > 0 && heeft(lezing, i - 1, K(VOORZETSEL)))
        return 1;
    return 0;
}

size_t tijd_op(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    size_t length = 0;
    if (token->soort == TOKEN_TEKEN)
        return 0;
    if (token_heeft(token, K(KEER)))
        length = keer_at(lezing, i);
    if (!length && is_getal(lezing, i))
        length = number_at(lezing, i);
    if (!length && is_getal(lezing, i))
        length = duration_at(lezing, i);
    if (!length && token->woord == W_om)
        length = om_at(lezing, i);
    if (!length && token_heeft(token, K(ELK)) && !is_naam(lezing, i))
        length = elk_at(lezing, i);
    if (!length && token_heeft(token, K(VOLGEND)) && !is_naam(lezing, i))
        length = volgend_at(lezing, i);
    if (!length && token_heeft(token, K(VOORZETSEL)))
        length = preposition_at(lezing, i);
    if (!length)
        length = rank_of_month(lezing, i);
    if (!length)
        length = day_that(lezing, i);
    if (!length)
        length = week_of(lezing, i);
    if (!length)
        length = between_at(lezing, i);
    if (!length)
        length = above_at(lezing, i);
    return length ? length : word_at(lezing, i);
}

// ---- events ----

// Whether a clause that tells when begins at token `i`: "zodra hij thuis is", "als papa schreeuwt".
static bool tells_when(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (!(token->vlaggen & VLAG_BIJZIN))
        return false;
    if (!(token->vlaggen & (VLAG_GRENS | VLAG_BEGIN)))
        return false;
    // "zodra …", "tot hij slaapt", "voor ze gaat slapen"
    if (token_heeft(token, K(VOORWAARDE)) || token->woord == W_tot || token->woord == W_voor ||
        token->woord == W_sinds)
        return true;
    // "Neemt mevrouw niet op, dan …", "roepen ze, dan …"
    return is_persoonsvorm(lezing, i) || token_heeft(token, K(WW_HEEL));
}

static bool is_uncertain(const struct lezing *lezing, size_t i) {
    for (size_t end = deel_einde(lezing, i); i < end; i++)
        if (heeft(lezing, i, K(ONGEWIS)))
            return true;
    return false;
}

struct tijd tijd_zoek(const struct lezing *lezing) {
    struct tijd tijd = {0};
    for (size_t i = 0; i < lezing->count; i++) {
        size_t length = tijd_op(lezing, i);
        bool clause = !length && tells_when(lezing, i);
        if (clause && is_uncertain(lezing, i)) {
            if (!tijd.ongewis)
                tijd = (struct tijd){false, true, i, deel_einde(lezing, i)};
            continue;
        }
        if (length || clause) {
            size_t end = length ? i + length : deel_einde(lezing, i);
            return (struct tijd){true, false, i, end < lezing->count ? end : lezing->count};
        }
    }
    return tijd;
}
