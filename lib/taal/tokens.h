// SPDX-License-Identifier: EUPL-1.2
// A Dutch text as tokens: words, numbers and signs, each looked up once.
#ifndef G1P_TAAL_TOKENS_H
#define G1P_TAAL_TOKENS_H

#include "lib/taal/woorden.h"

enum token_soort { TOKEN_WOORD, TOKEN_GETAL, TOKEN_TEKEN };

// What stands before, in and after a token.
enum token_vlag {
    VLAG_HOOFDLETTER = 1, // begins with a capital
    VLAG_KAPITALEN = 2,   // all capitals, at least two
    VLAG_BEGIN = 4,       // the first of a sentence
    VLAG_EINDE = 8,       // the last of one
    VLAG_CITAAT = 16,     // between quotation marks
    VLAG_BIJZIN = 32,     // in a subordinate clause or a condition
    VLAG_GRENS = 64,      // a clause begins here
    VLAG_VERVOLG = 128,   // a further word of a phrase that has a class
    VLAG_LOS = 256        // white space stands before it
};

enum getal_vorm {
    GETAL_HEEL = 1, // 12
    GETAL_KLOK,     // 8.15, 20:30
    GETAL_DATUM,    // 12-3, 2026-03-12, 12/3/2026
    GETAL_RANG,     // 24e, 1ste
    GETAL_KEER,     // 2x
    GETAL_JAAR,     // 2024
    GETAL_ANDERS    // 12,50
};

struct token {
    uint32_t begin; // bytes in the text
    uint32_t einde;
    uint64_t klassen;
    uint64_t key;     // fold_key of a word
    uint16_t woord;   // row in `woorden`; 0: none
    uint16_t ingang;  // 1 + the entry that a pattern found; 0: none
    uint16_t vlaggen; // enum token_vlag
    uint8_t soort;    // enum token_soort
    uint8_t vorm;     // enum getal_vorm; of a sign: the sign itself (" for all quotation marks)
    uint32_t staart;  // the last four letters, folded, the last one lowest
    uint32_t lengte;  // in letters
};

enum { TOKENS_MOST = 512 };

// Reads tokens of `text` from `*at` on, at most `room` (≥ 2): to the end of the text, or to that of
// the last sentence that fits, or, in a sentence without end, as far as there is room. Moves `*at`.
// Returns how many; 0 at the end. Works in any text, also one that is not UTF-8.
size_t tokens_read(struct text text, size_t *at, struct token *tokens, size_t room);

// Whether a token is exactly this sign.
static inline bool token_is(const struct token *token, char sign) {
    return token->soort == TOKEN_TEKEN && token->vorm == (uint8_t)sign;
}

static inline bool token_heeft(const struct token *token, uint64_t klassen) {
    return (token->klassen & klassen) != 0;
}

#endif
