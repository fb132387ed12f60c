// SPDX-License-Identifier: EUPL-1.2
// Quotations and clauses.
#include "lib/taal/lezing.h"

// ---- where sentences and clauses end ----

size_t zin_einde(const struct lezing *lezing, size_t i) {
    while (i < lezing->count && !(lezing->tokens[i].vlaggen & VLAG_EINDE))
        i++;
    return i < lezing->count ? i + 1 : lezing->count;
}

size_t deel_begin(const struct lezing *lezing, size_t i) {
    while (i > 0 && !(lezing->tokens[i].vlaggen & (VLAG_GRENS | VLAG_BEGIN)))
        i--;
    return i;
}

size_t deel_einde(const struct lezing *lezing, size_t i) {
    for (i++; i < lezing->count && !(lezing->tokens[i].vlaggen & (VLAG_GRENS | VLAG_BEGIN));)
        i++;
    return i;
}

bool begint(const struct lezing *lezing, size_t i) {
    if (lezing->tokens[i].vlaggen & VLAG_BEGIN || i == 0)
        return true;
    const struct token *before = &lezing->tokens[i - 1];
    return before->soort == TOKEN_TEKEN && before->vorm != ',' && before->vorm != '-' &&
           before->vorm != '/' && before->vorm != '&';
}

bool is_naam(const struct lezing *lezing, size_t i) {
    return i < lezing->count && lezing->tokens[i].soort == TOKEN_WOORD &&
           (lezing->tokens[i].vlaggen & VLAG_HOOFDLETTER) && !lezing->kapitalen &&
           !begint(lezing, i);
}

// ---- verbs ----

static const uint64_t verbs =
    K(WW_VORM) | K(WORDEN) | K(ZIJN) | K(HULPWERKWOORD) | K(KRIJGEN) | K(ZEGGEN);

// What is in a closed class or names somebody is no verb, whatever it ends in.
static const uint64_t no_verbs =
    K(LIDWOORD) | K(BEZIT) | K(AANWIJZEND) | K(ONDERWERP) | K(VOORWERP) | K(VOORZETSEL) | K(NEVEN) |
    K(ONDER) | K(VRAAGWOORD) | K(NEGATIE) | K(BIJWOORD) | K(FAMILIE) | K(FUNCTIE) | K(ORGANISATIE) |
    K(GEEN_WIE) | K(DING) | K(DAG) | K(MAAND) | K(EENHEID) | K(DAGDEEL) | K(TELWOORD) | K(KEER) |
    K(ELK) | K(VOLGEND) | K(VAST) | K(GEBEURTENIS) | K(MATE) | K(HOEVEEL) | K(VAKANTIE) |
    K(FEESTDAG) | K(SEIZOEN) | K(VERGELIJKING);

// "zijn" is a verb where no noun can follow it: at the end of its clause, or before a closed class.
static bool zijn_is_verb(const struct lezing *lezing, size_t i) {
    const struct token *next = &lezing->tokens[i + 1];
    if (lezing->tokens[i].vlaggen & VLAG_EINDE || next->soort != TOKEN_WOORD)
        return true;
    return token_heeft(next, K(LIDWOORD) | K(BEZIT) | K(VOORZETSEL) | K(BIJWOORD) | K(NEGATIE) |
                                 K(WW_VOLTOOID) | K(NEVEN) | K(ONDER) | K(VAST) | K(VOORWERP) |
                                 K(AANWIJZEND) | K(VERGELIJKING));
}

bool is_persoonsvorm(const struct lezing *lezing, size_t i) {
    if (i >= lezing->count || lezing->tokens[i].soort != TOKEN_WOORD || is_naam(lezing, i))
        return false;
    const struct token *token = &lezing->tokens[i];
    if (token->woord == W_zijn)
        return i + 1 >= lezing->count || zijn_is_verb(lezing, i);
    if (token_heeft(token, verbs))
        return true;
    if (token_heeft(token, no_verbs | K(WW_HEEL) | K(WW_VOLTOOID)))
        return false;
    // "als het misgaat": the clause ends with it
    bool last = token->vlaggen & VLAG_EINDE || i + 1 >= lezing->count ||
                lezing->tokens[i + 1].soort == TOKEN_TEKEN;
    if (i > 0 && !(last && is_woord(lezing, i - 1, W_het)) &&
        heeft(lezing, i - 1,
              K(LIDWOORD) | K(BEZIT) | K(AANWIJZEND) | K(VOORZETSEL) | K(TELWOORD) | K(ELK)))
        return false;
    // kookt, fietst; not -heit, -teit, -iet
    return token->lengte > 3 && eindigt(token, EIND1('t')) &&
           !eindigt(token, EIND3('e', 'i', 't')) && !eindigt(token, EIND4('l', 'i', 'j', 'k'));
}

bool is_werkwoord(const struct lezing *lezing, size_t i) {
    return is_persoonsvorm(lezing, i) || heeft(lezing, i, K(WW_HEEL) | K(WW_VOLTOOID));
}

// ---- quotations ----

static char quote_of(const struct token *token) {
    return token->soort == TOKEN_TEKEN && (token->vorm == '"' || token->vorm == '\'')
               ? (char)token->vorm
               : '\0';
}

static bool may_open(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (i + 1 >= lezing->count || lezing->tokens[i + 1].vlaggen & VLAG_LOS)
        return false;
    if (token->vlaggen & VLAG_LOS || i == 0)
        return true;
    return token_is(token - 1, ':') || token_is(token - 1, '(') || quote_of(token - 1);
}

static bool may_close(const struct lezing *lezing, size_t i) {
    return i > 0 && !(lezing->tokens[i].vlaggen & VLAG_LOS);
}

void lezing_citaten(struct lezing *lezing) {
    size_t last[2] = {0, 0}; // the last sign that can close, double and single
    for (size_t i = lezing->count; i-- > 0;) {
        char quote = quote_of(&lezing->tokens[i]);
        size_t *at = &last[quote == '\''];
        if (quote && *at == 0 && may_close(lezing, i))
            *at = i;
    }
    char open = '\0';
    for (size_t i = 0; i < lezing->count; i++) {
        struct token *token = &lezing->tokens[i];
        char quote = quote_of(token);
        bool closes = open && quote == open && may_close(lezing, i);
        if (!open && quote && may_open(lezing, i) && last[quote == '\''] > i)
            open = quote;
        if (open)
            token->vlaggen |= VLAG_CITAAT;
        if (closes)
            open = '\0';
    }
}

// ---- clauses ----

// Whether a verb stands between `i` and the next sign.
static bool verb_follows(const struct lezing *lezing, size_t i, size_t end) {
    for (i++; i < end && lezing->tokens[i].soort != TOKEN_TEKEN; i++)
        if (is_werkwoord(lezing, i) || eindigt(&lezing->tokens[i], EIND2('e', 'n')))
            return true;
    return false;
}

static bool te_follows(const struct lezing *lezing, size_t i, size_t end) {
    for (i++; i < end && lezing->tokens[i].soort != TOKEN_TEKEN; i++)
        if (is_woord(lezing, i, W_te))
            return true;
    return false;
}

// "tot zijn vader weg is", "tot de politie komt": somebody, and a verb at the end.
static bool until_somebody(const struct lezing *lezing, size_t i, size_t end) {
    if (!heeft(lezing, i + 1, K(LIDWOORD) | K(BEZIT)) ||
        !heeft(lezing, i + 2, K(FAMILIE) | K(FUNCTIE) | K(ORGANISATIE)))
        return false;
    size_t last = i + 3;
    while (last + 1 < end && lezing->tokens[last + 1].soort != TOKEN_TEKEN)
        last++;
    return last < end && is_persoonsvorm(lezing, last);
}

// Whether a subordinate clause begins at token `i` of the sentence [begin, end).
static bool opens(const struct lezing *lezing, size_t begin, size_t i, size_t end) {
    const struct token *token = &lezing->tokens[i];
    bool first = i == begin;
    bool comma = i > 0 && token_is(token - 1, ',');
    bool before_person = heeft(lezing, i + 1, K(ONDERWERP) | K(FAMILIE)) || is_naam(lezing, i + 1);
    if (is_naam(lezing, i) || token->vlaggen & VLAG_VERVOLG)
        return false;
    if (token_heeft(token, K(VRAAGWOORD)) && !first)
        return verb_follows(lezing, i, end) && (!heeft(lezing, i, K(MATE)) || before_person);
    if (!token_heeft(token, K(ONDER)))
        return false;
    switch (token->woord) {
    case W_om:
        return te_follows(lezing, i, end);
    case W_dat:
        return !(i > 0 && heeft(lezing, i - 1, K(VOORZETSEL)) &&
                 !is_woord(lezing, i - 1, W_zonder)) &&
               !((first || comma) && is_persoonsvorm(lezing, i + 1));
    case W_die:
        return !first && i > 0 && !heeft(lezing, i - 1, K(VOORZETSEL) | K(WW_VORM)) &&
               verb_follows(lezing, i, end);
    case W_als:
        return verb_follows(lezing, i, end);
    case W_tot:
        if (until_somebody(lezing, i, end))
            return true;
        // fall through
    case W_nu:
    case W_sinds:
    case W_voor:
        // A conjunction before somebody whose verb comes last: "tot Rob thuis is".
        return before_person && verb_follows(lezing, i + 1, end) &&
               (heeft(lezing, i + 1, K(ONDERWERP)) || token->woord == W_tot);
    default:
        return true;
    }
}

// Whether the subordinate clause that is open ends before token `i`: two finite verbs meet.
static bool verbs_meet(const struct lezing *lezing, size_t i) {
    return is_persoonsvorm(lezing, i) && is_persoonsvorm(lezing, i - 1) &&
           !heeft(lezing, i, K(WW_HEEL) | K(WW_VOLTOOID)) && !heeft(lezing, i - 1, K(WW_VOLTOOID));
}

// "Neemt mevrouw niet op, dan gaat …": the comma that ends the condition; 0: there is none.
static size_t condition_end(const struct lezing *lezing, size_t begin, size_t end) {
    bool plural = heeft(lezing, begin, K(WW_HEEL)) &&
                  heeft(lezing, begin + 1, K(ONDERWERP) | K(LIDWOORD) | K(BEZIT) | K(FAMILIE));
    if (!is_persoonsvorm(lezing, begin) && !plural)
        return 0;
    for (size_t i = begin + 1; i + 1 < end; i++)
        if (is_teken(lezing, i, ',') &&
            (is_woord(lezing, i + 1, W_dan) || is_persoonsvorm(lezing, i + 1)))
            return i;
    return 0;
}

// Whether the main clause has its verb already, before token `i`.
static bool has_verb(const struct lezing *lezing, size_t begin, size_t i) {
    for (; begin < i; begin++)
        if (is_persoonsvorm(lezing, begin))
            return true;
    return false;
}

static void mark(struct lezing *lezing, size_t i, bool sub, bool border) {
    if (sub)
        lezing->tokens[i].vlaggen |= VLAG_BIJZIN;
    if (border)
        lezing->tokens[i].vlaggen |= VLAG_GRENS;
}

static void sentence(struct lezing *lezing, size_t begin, size_t end) {
    size_t condition = 0;
    bool sub = false;
    bool leading = false;
    for (size_t i = begin; i < end; i++) {
        const struct token *token = &lezing->tokens[i];
        if (i == begin || token_is(token - 1, ';') || token_is(token - 1, ':')) {
            condition = condition_end(lezing, i, end);
            sub = leading = condition > 0;
        }
        bool border = i > begin && token[-1].soort == TOKEN_TEKEN && token[-1].vorm != '"' &&
                      token[-1].vorm != '\'';
        bool comma = i > begin && token_is(token - 1, ',');
        bool ends = (comma && (condition == 0 || i > condition)) ||
                    (border && !comma && !token_is(token - 1, '-') && condition == 0) ||
                    (leading && i > begin && condition == 0 && verbs_meet(lezing, i));
        if (sub && ends) {
            sub = false;
            leading = false;
            border = true;
        }
        if (!sub && opens(lezing, begin, i, end)) {
            sub = true;
            // Before the main clause stands only what belongs to the subordinate one.
            leading = i <= begin + 2 && !has_verb(lezing, begin, i);
            border = true;
        }
        mark(lezing, i, sub, border);
    }
}

void lezing_bijzinnen(struct lezing *lezing) {
    for (size_t i = 0; i < lezing->count;) {
        size_t end = zin_einde(lezing, i);
        // What somebody says begins anew inside the sentence.
        size_t begin = i;
        while (begin < end && lezing->tokens[begin].soort == TOKEN_TEKEN)
            begin++;
        if (begin < end)
            sentence(lezing, begin, end);
        i = end;
    }
}
