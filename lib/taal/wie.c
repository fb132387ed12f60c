// SPDX-License-Identifier: EUPL-1.2
// The agent of a sentence. It looks at order and at closed classes; that a thing does what only a
// person can do it does not see.
#include "lib/taal/wie.h"

#define TIJD_KLASSEN                                                                               \
    (K(DAG) | K(MAAND) | K(FEESTDAG) | K(VAKANTIE) | K(SEIZOEN) | K(EENHEID) | K(DAGDEEL) |        \
     K(VAST) | K(GEBEURTENIS))
#define GESLOTEN                                                                                   \
    (K(LIDWOORD) | K(BEZIT) | K(AANWIJZEND) | K(VOORWERP) | K(VOORZETSEL) | K(NEVEN) | K(ONDER) |  \
     K(VRAAGWOORD) | K(NEGATIE) | K(WORDEN) | K(ZIJN) | K(HULPWERKWOORD) | K(BIJWOORD) |           \
     K(TELWOORD) | K(KEER) | K(ELK) | K(VOLGEND) | K(DING) | K(GEEN_WIE) | K(WW_VORM) |            \
     K(WW_HEEL) | K(WW_VOLTOOID) | K(DIENST))

// Endings of what is no name at the beginning of a sentence: Begeleiding, Veiligheid, Medicatie.
static bool is_begrip(const struct token *token) {
    return eindigt(token, EIND3('i', 'n', 'g')) || eindigt(token, EIND4('h', 'e', 'i', 'd')) ||
           eindigt(token, EIND4('a', 't', 'i', 'e')) || eindigt(token, EIND4('w', 'e', 'r', 'k')) ||
           eindigt(token, EIND4('t', 'e', 'i', 't')) || eindigt(token, EIND4('g', 'e', 'l', 'd')) ||
           eindigt(token, EIND4('p', 'l', 'a', 'n')) || eindigt(token, EIND4('c', 'h', 'a', 'p')) ||
           eindigt(token, EIND4('i', 'n', 'g', 'e')) || eindigt(token, EIND4('n', 'g', 'e', 'n'));
}

// A word at the beginning of a sentence that is in no list: a name, when what follows fits one.
static bool is_first_name(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (!(token->vlaggen & VLAG_HOOFDLETTER) || token->woord || token->klassen || is_begrip(token))
        return false;
    if (token->vlaggen & VLAG_EINDE || i + 1 >= lezing->count)
        return false;
    const struct token *next = token + 1;
    if (is_naam(lezing, i + 1) || token_is(next, ':') || token_is(next, '(') ||
        token_is(next, ',') || is_woord(lezing, i + 1, W_en))
        return true;
    // A plural verb needs more than one name.
    return is_persoonsvorm(lezing, i + 1) && !heeft(lezing, i + 1, K(WW_HEEL)) &&
           !eindigt(next, EIND2('e', 'n'));
}

// A function that is in no list, by its ending behind an article: de trainer, haar docente.
static bool is_function(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (i == 0 || !is_onbekend(token) || token->vlaggen & VLAG_HOOFDLETTER ||
        !heeft(lezing, i - 1, K(LIDWOORD) | K(BEZIT)) || is_woord(lezing, i - 1, W_het) ||
        token->lengte < 5)
        return false;
    return eindigt(token, EIND2('e', 'r')) || eindigt(token, EIND3('e', 'r', 's')) ||
           eindigt(token, EIND4('s', 't', 'e', 'r')) || eindigt(token, EIND3('e', 'u', 'r')) ||
           eindigt(token, EIND3('i', 's', 't')) || eindigt(token, EIND4('c', 'e', 'n', 't')) ||
           eindigt(token, EIND4('l', 'e', 'n', 't')) || eindigt(token, EIND4('a', 'r', 't', 's')) ||
           eindigt(token, EIND3('o', 'o', 'g')) || eindigt(token, EIND4('n', 'd', 'i', 'g')) ||
           eindigt(token, EIND4('e', 'n', 'd', 'e')) || eindigt(token, EIND4('d', 'i', 'g', 'e')) ||
           eindigt(token, EIND4('l', 'e', 'i', 'd')) || eindigt(token, EIND4('t', 'r', 'i', 'x'));
}

bool is_iemand(const struct lezing *lezing, size_t i) {
    if (i >= lezing->count || lezing->tokens[i].soort != TOKEN_WOORD)
        return false;
    const struct token *token = &lezing->tokens[i];
    if (token_heeft(token, K(FAMILIE) | K(FUNCTIE) | K(ORGANISATIE)))
        return !token_heeft(token, K(DING) | K(GEEN_WIE));
    if (token_heeft(token, K(ONDERWERP)))
        return true;
    if (is_naam(lezing, i))
        return !token_heeft(token, TIJD_KLASSEN);
    // "Jan stopt": a month is written small
    if (token_heeft(token, K(MAAND)) && token->lengte == 3 && begint(lezing, i))
        return token->vlaggen & VLAG_HOOFDLETTER && is_persoonsvorm(lezing, i + 1);
    if (token_heeft(token, GESLOTEN | TIJD_KLASSEN))
        return false;
    return (begint(lezing, i) && is_first_name(lezing, i)) || is_function(lezing, i);
}

// Whether a token can stand between a preposition and the person that hangs on it.
static bool is_tussen(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (token->soort != TOKEN_WOORD)
        return false;
    if (token_heeft(token, K(LIDWOORD) | K(BEZIT) | K(AANWIJZEND) | K(TELWOORD) | K(ELK)))
        return true;
    if (is_woord(lezing, i, W_en) || is_woord(lezing, i, W_of))
        return i > 0 && is_iemand(lezing, i - 1);
    if (is_iemand(lezing, i) && !token_heeft(token, K(ONDERWERP)))
        return true;
    return eindigt(token, EIND1('e')) && !is_werkwoord(lezing, i) &&
           !token_heeft(token, K(VOORZETSEL) | TIJD_KLASSEN);
}

bool is_afhankelijk(const struct lezing *lezing, size_t i) {
    if (heeft(lezing, i, K(ONDERWERP)) && !(i > 0 && heeft(lezing, i - 1, K(VOORZETSEL))))
        return false;
    while (i > 0 && !(lezing->tokens[i].vlaggen & VLAG_BEGIN)) {
        i--;
        // "een van de ouders" is one of them
        if (is_woord(lezing, i, W_van) && i > 0 &&
            heeft(lezing, i - 1, K(TELWOORD) | K(ONDERWERP) | K(ELK)))
            return false;
        if (heeft(lezing, i, K(VOORZETSEL)) && !heeft(lezing, i, K(VOORWAARDE)))
            return true;
        if (!is_tussen(lezing, i))
            return false;
    }
    return false;
}

bool hangt_aan_woord(const struct lezing *lezing, size_t i) {
    if (i == 0 || lezing->tokens[i].vlaggen & (VLAG_BEGIN | VLAG_GRENS))
        return false;
    if (heeft(lezing, i - 1, K(DIENST)))
        return true;
    bool article = i > 1 && is_woord(lezing, i - 2, W_een);
    if (lezing->tokens[i - 1].soort != TOKEN_WOORD || is_iemand(lezing, i - 1) ||
        (is_werkwoord(lezing, i - 1) && !article) ||
        heeft(lezing, i - 1, TIJD_KLASSEN | K(BIJWOORD) | K(VOORWERP) | K(VOORZETSEL) | K(NEGATIE)))
        return false;
    if (article)
        return true;
    size_t k = i - 1;
    while (k > 0 && k + 2 >= i && eindigt(&lezing->tokens[k - 1], EIND1('e')) &&
           !heeft(lezing, k - 1, K(LIDWOORD)))
        k--;
    return k > 0 && is_woord(lezing, k - 1, W_een);
}

// ---- clauses ----

// The tokens of a main clause, [begin, end) without those that are subordinate or quoted.
struct deel {
    const struct lezing *lezing;
    size_t begin, end;
};

static bool counts(const struct deel *deel, size_t i) {
    return !(deel->lezing->tokens[i].vlaggen & (VLAG_BIJZIN | VLAG_CITAAT));
}

static bool holds(const struct deel *deel, uint64_t klassen) {
    for (size_t i = deel->begin; i < deel->end; i++)
        if (counts(deel, i) && heeft(deel->lezing, i, klassen))
            return true;
    return false;
}

// The first finite verb, or `end`.
static size_t finite(const struct deel *deel) {
    for (size_t i = deel->begin; i < deel->end; i++)
        if (counts(deel, i) && is_persoonsvorm(deel->lezing, i))
            return i;
    return deel->end;
}

static bool is_participle(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (token_heeft(token, K(WW_VOLTOOID)))
        return true;
    if (token->soort != TOKEN_WOORD || token->lengte < 5 || is_naam(lezing, i) ||
        token_heeft(token, K(LIDWOORD) | K(VOORZETSEL) | K(BIJWOORD) | K(FAMILIE) | K(FUNCTIE) |
                               K(ORGANISATIE) | TIJD_KLASSEN))
        return false;
    struct text word = {lezing->text.bytes + token->begin, token->einde - token->begin};
    bool ending =
        eindigt(token, EIND1('d')) || eindigt(token, EIND1('t')) || eindigt(token, EIND2('e', 'n'));
    if (!ending)
        return false;
    static const char *const prefixes[] = {"ge", "be", "ver", "ont", "her", "Ge", "Be", "Ver"};
    for (size_t k = 0; k < sizeof prefixes / sizeof *prefixes; k++)
        if (text_starts(word, prefixes[k]))
            return true;
    // of a separable verb: opgehaald, uitgenodigd, doorverwezen
    for (size_t k = 1; k + 4 < word.length && k < 9; k++)
        if (word.bytes[k] == 'g' && word.bytes[k + 1] == 'e' && is_onbekend(token))
            return true;
    return false;
}

static bool is_passive(const struct deel *deel) {
    bool worden = false;
    bool participle = false;
    for (size_t i = deel->begin; i < deel->end; i++) {
        if (!counts(deel, i))
            continue;
        worden |= heeft(deel->lezing, i, K(WORDEN));
        participle |= !heeft(deel->lezing, i, K(WORDEN)) && is_participle(deel->lezing, i);
    }
    return worden && participle;
}

// "door moeder", "door de wijkagent": somebody behind `door` (or `van`, of what one receives).
static bool agent_after(const struct deel *deel, bool van) {
    const struct lezing *lezing = deel->lezing;
    for (size_t i = deel->begin; i + 1 < deel->end; i++) {
        if (!is_woord(lezing, i, W_door) && !(van && is_woord(lezing, i, W_van)))
            continue;
        for (size_t k = i + 1; k < deel->end && k < i + 5; k++) {
            if (is_iemand(lezing, k))
                return true;
            if (!is_tussen(lezing, k))
                break;
        }
    }
    return false;
}

// "er wordt", "is er": somebody is not the subject.
static bool is_existential(const struct deel *deel, size_t verb) {
    const struct lezing *lezing = deel->lezing;
    if (verb == deel->end)
        return false;
    // "De begeleider is er voor moeder": somebody is.
    if (verb > deel->begin && is_iemand(lezing, verb - 1) && !is_afhankelijk(lezing, verb - 1))
        return false;
    bool beside = is_woord(lezing, verb + 1, W_er) ||
                  (verb > deel->begin && is_woord(lezing, verb - 1, W_er));
    return beside && heeft(lezing, verb, K(WORDEN) | K(ZIJN) | K(HULPWERKWOORD));
}

static bool is_plural(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    return eindigt(token, EIND2('e', 'n')) || eindigt(token, EIND1('s')) ||
           (token_heeft(token, K(ONDERWERP)) && !is_woord(lezing, i, W_er));
}

// A plural present looks like an infinitive: the first of them right behind somebody, or before
// them.
static size_t plural_verb(const struct deel *deel) {
    const struct lezing *lezing = deel->lezing;
    bool several = false;
    bool anybody = false;
    for (size_t i = deel->begin; i < deel->end; i++) {
        if (!counts(deel, i))
            continue;
        bool infinitive = heeft(lezing, i, K(WW_HEEL)) ||
                          (!lezing->tokens[i].woord && !lezing->tokens[i].klassen &&
                           eindigt(&lezing->tokens[i], EIND2('e', 'n')) && !is_naam(lezing, i) &&
                           !begint(lezing, i));
        bool last = i + 1 >= deel->end || lezing->tokens[i].vlaggen & VLAG_EINDE ||
                    lezing->tokens[i + 1].soort == TOKEN_TEKEN;
        if (is_iemand(lezing, i) && !is_afhankelijk(lezing, i)) {
            several |= anybody || is_plural(lezing, i);
            anybody = true;
        }
        several |= anybody && is_woord(lezing, i, W_en);
        if (infinitive && several)
            return i;
        if (infinitive && !last && is_iemand(lezing, i + 1))
            return i;
        if (infinitive && !last && heeft(lezing, i + 1, K(LIDWOORD) | K(BEZIT)) &&
            is_iemand(lezing, i + 2))
            return i;
    }
    return deel->end;
}

// "De woningbouw bellen over de huur": no finite verb, and an infinitive. Without any verb somebody
// who stands alone will do: "Oma op dinsdag".
static bool is_bare_infinitive(const struct deel *deel) {
    const struct lezing *lezing = deel->lezing;
    for (size_t i = deel->begin; i < deel->end; i++)
        if (heeft(lezing, i, K(WW_HEEL)) ||
            (eindigt(&lezing->tokens[i], EIND2('e', 'n')) && i + 2 >= deel->end))
            return true;
    return false;
}

// Whether the subject is a word that names nobody: before the verb, or right behind it.
static bool is_nobody(const struct deel *deel, size_t verb) {
    const struct lezing *lezing = deel->lezing;
    for (size_t i = deel->begin; i < deel->end && i < verb + 4; i++) {
        if (!counts(deel, i))
            continue;
        if (heeft(lezing, i, K(GEEN_WIE)) && !is_afhankelijk(lezing, i) &&
            (i < verb || i <= verb + 3))
            return true;
        if (is_iemand(lezing, i) && !is_afhankelijk(lezing, i))
            return false;
    }
    return false;
}

static bool does(const struct deel *deel) {
    const struct lezing *lezing = deel->lezing;
    size_t verb = finite(deel);
    if (verb == deel->end) {
        verb = plural_verb(deel);
        // "Bellen met school", "Geen vrienden over de vloer"
        if (verb == deel->end &&
            (is_bare_infinitive(deel) || is_woord(lezing, deel->begin, W_geen)))
            return false;
    }
    if (is_passive(deel))
        return agent_after(deel, false);
    if (is_existential(deel, verb) || is_nobody(deel, verb))
        return false;
    if (holds(deel, K(KRIJGEN)))
        return agent_after(deel, true);
    for (size_t i = deel->begin; i < deel->end; i++)
        if (counts(deel, i) && is_iemand(lezing, i) && !is_afhankelijk(lezing, i))
            return true;
    return false;
}

bool wie_doet(const struct lezing *lezing) {
    for (size_t i = 0; i < lezing->count;) {
        size_t end = zin_einde(lezing, i);
        struct deel deel = {lezing, i, i};
        // A clause goes to the next sign, or to a conjunction with a finite verb on both sides.
        while (deel.begin < end) {
            bool verb = false;
            deel.end = deel.begin;
            while (deel.end < end) {
                const struct token *token = &lezing->tokens[deel.end];
                bool sign = token->soort == TOKEN_TEKEN && token->vorm != '"' &&
                            token->vorm != '\'' && token->vorm != '(' && token->vorm != ')' &&
                            token->vorm != '-';
                if (sign && verb)
                    break;
                if (verb && heeft(lezing, deel.end, K(NEVEN)) && counts(&deel, deel.end)) {
                    struct deel rest = {lezing, deel.end + 1, end};
                    if (finite(&rest) < end)
                        break;
                }
                verb |= counts(&deel, deel.end) && is_persoonsvorm(lezing, deel.end);
                deel.end++;
            }
            if (does(&deel))
                return true;
            deel.begin = deel.end + 1;
        }
        i = end;
    }
    return false;
}

// ---- who says it ----

// Whether somebody stands within a few words of a verb of saying at `i`.
static bool speaker_near(const struct lezing *lezing, size_t i) {
    size_t from = i > 6 ? i - 6 : 0;
    for (size_t k = i; k-- > from && !(lezing->tokens[k].vlaggen & VLAG_EINDE);) {
        if (lezing->tokens[k].vlaggen & VLAG_CITAAT)
            continue;
        if (heeft(lezing, k, K(WORDEN) | K(GEEN_WIE)))
            return false;
        if (is_iemand(lezing, k) && !is_afhankelijk(lezing, k))
            return true;
    }
    for (size_t k = i + 1; k < lezing->count && k < i + 6; k++) {
        if (lezing->tokens[k].soort == TOKEN_TEKEN && lezing->tokens[k].vorm != '(')
            break;
        if (is_iemand(lezing, k) && !(lezing->tokens[k].vlaggen & VLAG_BIJZIN))
            return true;
    }
    return false;
}

bool wie_zegt(const struct lezing *lezing) {
    for (size_t i = 0; i < lezing->count; i++) {
        const struct token *token = &lezing->tokens[i];
        if (token->vlaggen & VLAG_CITAAT)
            continue;
        if (token_is(token, ':'))
            for (size_t k = i; k-- > 0 && !(lezing->tokens[k].vlaggen & VLAG_EINDE);)
                if (is_iemand(lezing, k))
                    return true;
        if (token_heeft(token, K(ZEGGEN)) && !(token->vlaggen & VLAG_BIJZIN) &&
            speaker_near(lezing, i))
            return true;
        if (token->woord == W_volgens && (is_iemand(lezing, i + 1) || is_iemand(lezing, i + 2)))
            return true;
        if (token_heeft(token, K(IK)) && token_heeft(token, K(ONDERWERP)))
            return true;
    }
    return false;
}
