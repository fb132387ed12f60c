// SPDX-License-Identifier: EUPL-1.2
// A reading of a piece of text: its tokens, the entries of the lists in it, its clauses.
#ifndef G1P_TAAL_LEZING_H
#define G1P_TAAL_LEZING_H

#include <stddef.h>

#include "build/gen/word_names.h" // W_om …
#include "lib/taal/tokens.h"

// An entry of the lists, found in the tokens from `van` up to `tot`.
struct vondst {
    uint16_t ingang;
    uint16_t van;
    uint16_t tot;
};

enum { VONDSTEN_MOST = 128 };

struct lezing {
    struct text text;
    size_t count;
    size_t vondst_count;
    bool kapitalen; // written in capitals throughout: they say nothing then
    struct token tokens[TOKENS_MOST];
    struct vondst vondsten[VONDSTEN_MOST];
};

// Reads the next piece of `text`, from `*at` on: tokens, and the jargon in it. Returns
// whether there was any. The struct is the caller's room; nothing is allocated.
bool lezing_woorden(struct lezing *lezing, struct text text, size_t *at);

// The same with all that stands in the lists, and marks quotations and clauses.
bool lezing_zinnen(struct lezing *lezing, struct text text, size_t *at);

// ---- for lib/taal ----

// Marks VLAG_CITAAT; VLAG_GRENS and VLAG_BIJZIN.
void lezing_citaten(struct lezing *lezing);
void lezing_bijzinnen(struct lezing *lezing);

// The first token behind the sentence of token `i`; the first token of its clause, and the first
// behind that.
size_t zin_einde(const struct lezing *lezing, size_t i);
size_t deel_begin(const struct lezing *lezing, size_t i);
size_t deel_einde(const struct lezing *lezing, size_t i);

// Whether a capital is there because a sentence or a quotation begins.
bool begint(const struct lezing *lezing, size_t i);

// Whether a token looks like a name: a capital that no beginning explains.
bool is_naam(const struct lezing *lezing, size_t i);

static inline bool heeft(const struct lezing *lezing, size_t i, uint64_t klassen) {
    return i < lezing->count && (lezing->tokens[i].klassen & klassen) != 0;
}

static inline bool is_woord(const struct lezing *lezing, size_t i, enum word_name woord) {
    return i < lezing->count && lezing->tokens[i].woord == (uint16_t)woord;
}

static inline bool is_teken(const struct lezing *lezing, size_t i, char teken) {
    return i < lezing->count && token_is(&lezing->tokens[i], teken);
}

// Whether a token may be a finite verb: of the lists, or by its shape (an unknown word in -t or
// -de).
bool is_persoonsvorm(const struct lezing *lezing, size_t i);

// Whether it may be any form of a verb.
bool is_werkwoord(const struct lezing *lezing, size_t i);

// Whether nothing is known of a word but that it stands in a phrase of the lists, if that: its
// shape may be guessed from.
static inline bool is_onbekend(const struct token *token) {
    const struct woord *row = &woorden[token->woord];
    return !token->klassen && !row->klassen && !row->werkwoord;
}

// The last `n` (≤ 4) letters of a token.
static inline bool eindigt(const struct token *token, uint32_t letters, unsigned n) {
    uint32_t mask = n == 4 ? ~0U : (1U << 8 * n) - 1;
    return token->lengte > n && (token->staart & mask) == letters;
}
#define EIND1(a) ((uint32_t)(a)), 1
#define EIND2(a, b) ((uint32_t)(a) << 8 | (uint32_t)(b)), 2
#define EIND3(a, b, c) ((uint32_t)(a) << 16 | (uint32_t)(b) << 8 | (uint32_t)(c)), 3
#define EIND4(a, b, c, d)                                                                          \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d)), 4

#endif
