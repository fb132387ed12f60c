// SPDX-License-Identifier: EUPL-1.2
// One walk over a text for all that makes it hard to read.
#include "lib/taal/gewoon.h"

#include <string.h>

#include "lib/base/fold.h"
#include "lib/taal/lettergrepen.h"

double lees_cijfer(const struct lees *lees) {
    double words = (double)lees->woorden;
    double sentences = lees->zinnen ? (double)lees->zinnen : 1;
    return 206.84 - 0.77 * (100.0 * (double)lees->lettergrepen / words) -
           0.93 * (words / sentences);
}

const char *afkorting_uitleg(uint64_t key) {
    for (unsigned i = 0; i < afkorting_count; i++)
        if (afkortingen[i].key == key)
            return afkortingen[i].uitleg;
    return NULL;
}

// ---- a framework's own words ----

// Whether the words of `own` stand from token `i` on; how many tokens, or 0.
static size_t own_at(const struct lezing *lezing, size_t i, struct text own) {
    size_t at = 0;
    size_t count = 0;
    while (at < own.length) {
        while (at < own.length && own.bytes[at] == ' ')
            at++;
        size_t begin = at;
        while (at < own.length && own.bytes[at] != ' ')
            at++;
        if (at == begin)
            break;
        char folded[64];
        size_t length =
            fold_word((struct text){own.bytes + begin, at - begin}, folded, sizeof folded);
        if (length == 0 || i + count >= lezing->count ||
            lezing->tokens[i + count].soort != TOKEN_WOORD ||
            lezing->tokens[i + count].key != fold_key(folded, length))
            return 0;
        count++;
    }
    return count;
}

// Whether the framework allows what was found: a word of it, or the entry itself.
static bool is_allowed(const struct lezing *lezing, const struct vondst *vondst,
                       const struct eigen_woord *own, size_t count) {
    for (size_t k = 0; k < count; k++) {
        if (own[k].gewoon.length)
            continue;
        if (text_is(own[k].woord, ingangen[vondst->ingang].naam))
            return true;
        for (size_t i = vondst->van; i < vondst->tot; i++)
            if (own_at(lezing, i, own[k].woord))
                return true;
    }
    return false;
}

// ---- what is found ----

struct gathering {
    const struct lezing *lezing;
    struct gewoon *found;
    size_t count;
};

static void gather(struct gathering *gathering, size_t van, size_t tot, enum gewoon_soort soort,
                   unsigned getal) {
    const struct token *tokens = gathering->lezing->tokens;
    if (gathering->count == GEWOON_MOST || tot <= van)
        return;
    gathering->found[gathering->count++] = (struct gewoon){.begin = tokens[van].begin,
                                                           .einde = tokens[tot - 1].einde,
                                                           .soort = (uint8_t)soort,
                                                           .getal = (uint16_t)getal,
                                                           .key = tokens[van].key};
}

static bool verb_beside(const struct lezing *lezing, const struct vondst *vondst) {
    const uint16_t *met = ingangen[vondst->ingang].met;
    if (!met[0])
        return true;
    size_t i = vondst->van;
    while (i > 0 && lezing->tokens[i - 1].soort != TOKEN_TEKEN)
        i--;
    for (; i < lezing->count && lezing->tokens[i].soort != TOKEN_TEKEN; i++) {
        const struct woord *row = &woorden[lezing->tokens[i].woord];
        for (int k = 0; k < INGANG_MET && met[k]; k++)
            if (row->werkwoord == met[k] || row->ook_werkwoord == met[k])
                return true;
    }
    return false;
}

// Whether a number stands beside an entry that is no jargon then.
static bool number_beside(const struct lezing *lezing, const struct vondst *vondst) {
    if (!ingangen[vondst->ingang].tenzij_getal)
        return false;
    size_t i = vondst->van;
    while (i > 0 && lezing->tokens[i - 1].soort != TOKEN_TEKEN)
        i--;
    for (; i < lezing->count && lezing->tokens[i].soort != TOKEN_TEKEN; i++)
        if (lezing->tokens[i].soort == TOKEN_GETAL || heeft(lezing, i, K(TELWOORD)))
            return true;
    return false;
}

// Whether jargon is found there already; the longest of two that overlap stays.
static bool is_covered(struct gathering *gathering, const struct vondst *vondst) {
    const struct token *tokens = gathering->lezing->tokens;
    uint32_t begin = tokens[vondst->van].begin;
    uint32_t end = tokens[vondst->tot - 1].einde;
    for (size_t i = 0; i < gathering->count; i++) {
        struct gewoon *other = &gathering->found[i];
        if (begin >= other->einde || other->begin >= end)
            continue;
        if (end - begin > other->einde - other->begin) {
            other->begin = begin;
            other->einde = end;
            other->getal = vondst->ingang;
        }
        return true;
    }
    return false;
}

static void gather_jargon(struct gathering *gathering, enum zinsoort soort,
                          const struct eigen_woord *own, size_t own_count) {
    const struct lezing *lezing = gathering->lezing;
    for (size_t i = 0; i < lezing->vondst_count; i++) {
        const struct vondst *vondst = &lezing->vondsten[i];
        const struct ingang *ingang = &ingangen[vondst->ingang];
        if (ingang->lijst == LIJST_JARGON && ingang->in & 1U << soort &&
            verb_beside(lezing, vondst) && !number_beside(lezing, vondst) &&
            !is_allowed(lezing, vondst, own, own_count) && !is_covered(gathering, vondst))
            gather(gathering, vondst->van, vondst->tot, GEWOON_JARGON, vondst->ingang);
    }
    for (size_t i = 0; own_count && i < lezing->count; i++)
        for (size_t k = 0; k < own_count; k++) {
            size_t words = own[k].gewoon.length ? own_at(lezing, i, own[k].woord) : 0;
            if (words)
                gather(gathering, i, i + words, GEWOON_EIGEN, (unsigned)k);
        }
}

// Capitals that nobody explained: not a name everybody knows, not a sentence in capitals.
static void gather_abbreviation(struct gathering *gathering, size_t i) {
    const struct lezing *lezing = gathering->lezing;
    const struct token *token = &lezing->tokens[i];
    bool alone = (i == 0 || !(token[-1].vlaggen & VLAG_KAPITALEN)) &&
                 (i + 1 >= lezing->count || !(token[1].vlaggen & VLAG_KAPITALEN));
    if (token->lengte > 6 || !alone || token_heeft(token, K(AFKORTING) | K(ORGANISATIE)))
        return;
    bool explained =
        (i > 0 && token_is(token - 1, '(')) || (i + 1 < lezing->count && token_is(token + 1, '('));
    gather(gathering, i, i + 1, GEWOON_AFKORTING, 0);
    if (gathering->count)
        gathering->found[gathering->count - 1].uitgelegd = explained;
}

bool gewoon_lees(struct lezing *lezing, struct text text, size_t *at, enum zinsoort soort,
                 const struct eigen_woord *eigen, size_t eigen_count, struct lees *lees,
                 struct gewoon *found, size_t *count) {
    *count = 0;
    if (!lezing_woorden(lezing, text, at))
        return false;
    struct gathering gathering = {lezing, found, 0};
    unsigned long words = 0;
    unsigned long syllables = 0;
    unsigned sentence = 0;
    size_t first = 0;
    gather_jargon(&gathering, soort, eigen, eigen_count);
    for (size_t i = 0; i < lezing->count; i++) {
        const struct token *token = &lezing->tokens[i];
        if (token->soort != TOKEN_TEKEN) {
            sentence++;
            words++;
            syllables += token->woord ? woorden[token->woord].lettergrepen
                                      : lettergrepen((struct text){text.bytes + token->begin,
                                                                   token->einde - token->begin});
            if (token->vlaggen & VLAG_KAPITALEN)
                gather_abbreviation(&gathering, i);
        }
        if (!(token->vlaggen & VLAG_EINDE))
            continue;
        if (sentence > ZIN_LANG)
            gather(&gathering, first, i + 1, sentence > ZIN_TE_LANG ? GEWOON_TE_LANG : GEWOON_LANG,
                   sentence);
        if (lees && sentence)
            lees->zinnen++;
        sentence = 0;
        first = i + 1;
    }
    if (lees) {
        lees->woorden += words;
        lees->lettergrepen += syllables;
    }
    *count = gathering.count;
    return true;
}
