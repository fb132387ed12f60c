// SPDX-License-Identifier: EUPL-1.2
// Holding the edges of a word against the patterns of the lists.
#include "lib/taal/patronen.h"

#include <string.h>

#include "lib/base/fold.h"

enum {
    EIGHT = 8,        // letters that a key keeps
    LONGEST_WORD = 80 // in which patterns are looked for
};

static void apply(struct token *token, uint16_t doel) {
    if (doel >= FRASE_KLASSE)
        token->klassen |= (uint64_t)1 << (doel - FRASE_KLASSE);
    else if (!token->ingang)
        token->ingang = (uint16_t)(doel + 1);
}

// The letters of a word at the edge where a pattern looks; NULL: it is longer than any word.
static const char *edge_of(const struct token *token, struct text text, uint64_t tail,
                           const struct patroon *pattern, char folded[LONGEST_WORD]) {
    size_t length = token->lengte;
    if (length <= EIGHT || (pattern->achter && pattern->lengte <= EIGHT)) {
        for (size_t i = 0; i < EIGHT; i++)
            folded[i] = (char)(tail >> 8 * (EIGHT - 1 - i));
        length = EIGHT;
        if (!pattern->achter)
            return folded + EIGHT - token->lengte;
    } else {
        struct text word = {text.bytes + token->begin, token->einde - token->begin};
        length = fold_word(word, folded, LONGEST_WORD);
        if (length < pattern->lengte)
            return NULL;
    }
    return pattern->achter ? folded + length - pattern->lengte : folded;
}

// An exception to a pattern is one as well, and longer, so it comes first.
void patronen_try(struct token *token, struct text text, uint64_t tail, const uint16_t *run,
                  uint32_t four) {
    char folded[LONGEST_WORD];
    uint16_t refused = UINT16_MAX;
    for (unsigned i = run[0]; i < run[1]; i++) {
        const struct patroon *pattern = &patronen[i];
        if (pattern->vier != four || pattern->lengte > token->lengte ||
            token->lengte > LONGEST_WORD)
            continue;
        if (pattern->lengte > 4) {
            const char *edge = edge_of(token, text, tail, pattern, folded);
            if (!edge || memcmp(edge, pattern->letters, pattern->lengte) != 0)
                continue;
        }
        if (pattern->uitzondering)
            refused = pattern->doel;
        else if (pattern->doel != refused)
            apply(token, pattern->doel);
    }
}
