// SPDX-License-Identifier: EUPL-1.2
// Plain words: jargon, long sentences, abbreviations, and how hard a text is to read.
#ifndef G1P_TAAL_GEWOON_H
#define G1P_TAAL_GEWOON_H

#include <stddef.h>
#include <stdint.h>

#include "lib/taal/lezing.h"
#include "lib/taal/oordeel.h"

enum {
    ZIN_LANG = 20,      // words: more is long
    ZIN_TE_LANG = 25,   // more is too long to follow
    LEES_WOORDEN = 100, // with fewer the formula says nothing
    LEES_GRENS = 60     // below this figure a text is hard to read
};

enum gewoon_soort { GEWOON_JARGON, GEWOON_EIGEN, GEWOON_LANG, GEWOON_TE_LANG, GEWOON_AFKORTING };

struct gewoon {
    uint32_t begin; // bytes of the text
    uint32_t einde;
    uint8_t soort;     // enum gewoon_soort
    uint8_t uitgelegd; // an abbreviation that is explained here
    uint16_t getal;    // the entry; the framework's word; how many words
    uint64_t key;      // of an abbreviation
};

// What was counted over all texts.
struct lees {
    unsigned long woorden, zinnen, lettergrepen;
};

enum { GEWOON_MOST = 192 }; // found in one piece

// Reads the next piece of a text of this kind from `*at` on, as lezing_woorden, and puts what is
// not plain in it into `found` (room for GEWOON_MOST). Adds to `lees` unless it is NULL. Returns
// whether there was a piece; `*count` of it was found. `lezing` is room to work in.
bool gewoon_lees(struct lezing *lezing, struct text text, size_t *at, enum zinsoort soort,
                 const struct eigen_woord *eigen, size_t eigen_count, struct lees *lees,
                 struct gewoon *found, size_t *count);

// The reading ease by Flesch-Douma: 206.84 - 0.77 × syllables per 100 words - 0.93 × words per
// sentence. Only for more than no words.
double lees_cijfer(const struct lees *lees);

// What an abbreviation stands for, or NULL.
const char *afkorting_uitleg(uint64_t key);

#endif
