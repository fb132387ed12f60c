// SPDX-License-Identifier: EUPL-1.2
// What can be said about one piece of prose in its place: a goal, an action, an agreement …
//
// All pure: a text in, marks out; nothing is allocated; the time is linear in the text.
#ifndef G1P_TAAL_OORDEEL_H
#define G1P_TAAL_OORDEEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/text.h"
#include "lib/taal/woorden.h"

// In the order of the bits of `struct ingang`.
enum zinsoort { ZIN_DOEL, ZIN_ACTIE, ZIN_AFSPRAAK, ZIN_KRACHT, ZIN_ZORG, ZIN_TEKST };

enum label {
    LABEL_NEGATIEF,
    LABEL_VAAG,
    LABEL_GEEN_TIJD,
    LABEL_GEEN_WIE,
    LABEL_JARGON,
    LABEL_MIDDEL
};

// Why a goal is negative.
enum negatief_soort {
    NEGATIEF_ONTKENNING,
    NEGATIEF_STOPPEN,
    NEGATIEF_AFNAME,
    NEGATIEF_VOORKOMEN,
    NEGATIEF_WEGBLIJVEN,
    NEGATIEF_VERDWIJNEN
};

// Beside those of the lists (enum vaag_soort).
enum { VAAG_VERGELIJKING = 16, VAAG_ONGEWIS };

enum { GEEN_INGANG = UINT16_MAX };

struct merk {
    uint32_t begin; // the very words, as bytes of the text
    uint32_t einde;
    uint8_t label;   // enum label
    uint8_t soort;   // enum negatief_soort, or vaag_soort and beyond; else 0
    uint16_t ingang; // the entry of the lists, or GEEN_INGANG
};

enum { MERKEN_MOST = 64 };

// What is asked of a piece of prose.
struct vraag {
    enum zinsoort soort;
    bool negatief, vaag, tijd, wie, jargon;
    bool middel; // a goal that names what is done for it (a therapy, a course), not what will be
    bool heeft_tijd; // a date stands beside it: what is vague about when does no harm
};

// The words that a local framework adds to jargon, or allows.
struct eigen_woord {
    struct text woord;  // one word or a few
    struct text gewoon; // the plain words; empty: it is allowed
};

// Judges `text` as the question asks, and puts what it finds into `merken` in the order of the
// text. Returns how many, at most `room`.
size_t oordeel(struct text text, const struct vraag *vraag, struct merk *merken, size_t room);

// Whether a quotation reads as reported ("Moeder geeft aan dat …"): marks who and the verb.
bool oordeel_weergave(struct text text, struct merk *merk);

// The question that --line asks about each kind of sentence.
struct vraag oordeel_vraag(enum zinsoort soort);

#endif
