// SPDX-License-Identifier: EUPL-1.2
// The phrases of the lists in a piece of text.
#include "lib/taal/lezing.h"

enum { LONGEST_GAP = 8 };

// ---- phrases ----

// Whether `count` words of a phrase stand from token `at` on, in one sentence.
static bool stand(const struct lezing *lezing, size_t at, const uint16_t *words, size_t count) {
    if (at + count > lezing->count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (lezing->tokens[at + i].woord != words[i] ||
            (i + 1 < count && lezing->tokens[at + i].vlaggen & VLAG_EINDE))
            return false;
    return true;
}

static bool is_border(const struct token *token) {
    return token->soort == TOKEN_TEKEN && token->vorm != '"' && token->vorm != '\'';
}

// Whether the particle at `i` ends its clause: nothing follows, or a sign, a conjunction, another
// preposition (schaalt op naar), or the verb that it belongs to.
static bool ends_clause(const struct lezing *lezing, size_t i) {
    if (lezing->tokens[i].vlaggen & VLAG_EINDE || i + 1 >= lezing->count)
        return true;
    const struct token *next = &lezing->tokens[i + 1];
    if (next->soort == TOKEN_TEKEN)
        return true;
    return token_heeft(next, K(NEVEN) | K(ONDER) | K(VOORZETSEL)) &&
           !token_heeft(next, K(LIDWOORD) | K(BEZIT));
}

// Where the part behind the gap of a phrase begins; 0: nowhere.
static size_t behind_gap(const struct lezing *lezing, const struct frase *frase, size_t from) {
    size_t rest = (size_t)frase->aantal - frase->gat;
    bool split = frase->soort == FRASE_GESPLITST;
    size_t most = split ? TOKENS_MOST : LONGEST_GAP;
    for (size_t i = from; i < lezing->count && i - from <= most; i++) {
        if (i > from && lezing->tokens[i - 1].vlaggen & VLAG_EINDE)
            return 0;
        if (is_border(&lezing->tokens[i]) && !(split && token_is(&lezing->tokens[i], ',')))
            return 0;
        if (stand(lezing, i, frase->woorden + frase->gat, rest) &&
            (!split || ends_clause(lezing, i)))
            return i;
    }
    return 0;
}

static void add_class(struct lezing *lezing, size_t from, size_t until, unsigned klasse) {
    struct token *first = &lezing->tokens[from];
    first->klassen |= (uint64_t)1 << klasse;
    for (size_t i = from + 1; i < until; i++)
        lezing->tokens[i].vlaggen |= VLAG_VERVOLG;
}

struct matches {
    struct vondst refused[VONDSTEN_MOST];
    size_t refused_count;
};

static void note(struct lezing *lezing, struct matches *matches, const struct frase *frase,
                 size_t from, size_t until) {
    struct vondst vondst = {frase->doel, (uint16_t)from, (uint16_t)until};
    if (frase->doel >= FRASE_KLASSE)
        add_class(lezing, from, until, frase->doel - FRASE_KLASSE);
    else if (frase->uitzondering && matches->refused_count < VONDSTEN_MOST)
        matches->refused[matches->refused_count++] = vondst;
    else if (!frase->uitzondering && lezing->vondst_count < VONDSTEN_MOST)
        lezing->vondsten[lezing->vondst_count++] = vondst;
}

static void match_at(struct lezing *lezing, struct matches *matches, size_t i, unsigned count) {
    const struct woord *row = &woorden[lezing->tokens[i].woord];
    for (unsigned k = 0; k < count; k++) {
        const struct frase *frase = &frases[row->eerste + k];
        if (frase->anker > i)
            continue;
        size_t from = i - frase->anker;
        size_t first = frase->gat ? frase->gat : frase->aantal;
        if (first > 1 && !stand(lezing, from, frase->woorden, first))
            continue;
        size_t until = from + first;
        if (frase->gat) {
            size_t behind = behind_gap(lezing, frase, until);
            if (!behind)
                continue;
            // Of a verb that is split its stem is marked: what stands between is not it.
            if (frase->soort != FRASE_GESPLITST)
                until = behind + frase->aantal - frase->gat;
        }
        note(lezing, matches, frase, from, until);
    }
}

static bool is_refused(const struct matches *matches, const struct vondst *vondst) {
    for (size_t i = 0; i < matches->refused_count; i++) {
        const struct vondst *refused = &matches->refused[i];
        if (refused->ingang == vondst->ingang && refused->van < vondst->tot &&
            vondst->van < refused->tot)
            return true;
    }
    return false;
}

// Drops what an exception covers.
static void settle(struct lezing *lezing, const struct matches *matches) {
    size_t kept = 0;
    for (size_t i = 0; i < lezing->vondst_count; i++)
        if (!is_refused(matches, &lezing->vondsten[i]))
            lezing->vondsten[kept++] = lezing->vondsten[i];
    lezing->vondst_count = kept;
}

static void find_phrases(struct lezing *lezing, bool only_jargon) {
    struct matches matches;
    matches.refused_count = 0;
    for (size_t i = 0; i < lezing->count; i++) {
        const struct token *token = &lezing->tokens[i];
        const struct woord *row = &woorden[token->woord];
        unsigned count = only_jargon ? row->jargon : row->frases;
        if (count)
            match_at(lezing, &matches, i, count);
        if (token->ingang && lezing->vondst_count < VONDSTEN_MOST)
            lezing->vondsten[lezing->vondst_count++] =
                (struct vondst){(uint16_t)(token->ingang - 1), (uint16_t)i, (uint16_t)(i + 1)};
    }
    if (matches.refused_count)
        settle(lezing, &matches);
}

// ---- a piece of text ----

static bool read_piece(struct lezing *lezing, struct text text, size_t *at, bool only_jargon) {
    lezing->text = text;
    lezing->vondst_count = 0;
    lezing->count = tokens_read(text, at, lezing->tokens, TOKENS_MOST);
    if (lezing->count == 0)
        return false;
    find_phrases(lezing, only_jargon);
    return true;
}

bool lezing_woorden(struct lezing *lezing, struct text text, size_t *at) {
    return read_piece(lezing, text, at, true);
}

bool lezing_zinnen(struct lezing *lezing, struct text text, size_t *at) {
    if (!read_piece(lezing, text, at, false))
        return false;
    size_t words = 0;
    size_t capitals = 0;
    for (size_t i = 0; i < lezing->count; i++) {
        words += lezing->tokens[i].soort == TOKEN_WOORD && lezing->tokens[i].lengte > 1;
        capitals += (lezing->tokens[i].vlaggen & VLAG_KAPITALEN) != 0;
    }
    lezing->kapitalen = words > 2 && capitals * 4 > words * 3;
    lezing_citaten(lezing);
    lezing_bijzinnen(lezing);
    return true;
}
