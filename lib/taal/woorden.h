// SPDX-License-Identifier: EUPL-1.2
// The words of schemas/woorden.yaml as constant tables, made at build time by gen/.
#ifndef G1P_TAAL_WOORDEN_H
#define G1P_TAAL_WOORDEN_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/text.h"
#include "lib/taal/klassen.h"

// One form of a word. Row 0 of the table stands for all that are not in it.
struct woord {
    uint64_t key;           // fold_key
    uint64_t klassen;       // K(…)
    uint16_t werkwoord;     // of which verb it is a form; 0: none
    uint16_t ook_werkwoord; // another one (was: zijn, wassen)
    uint16_t eerste;        // the first of the phrases that hang on it, in `frases`
    uint8_t frases;
    uint8_t jargon; // how many of them are of jargon; they come first
    uint8_t lettergrepen;
};

enum { FRASE_LONGEST = 8 };

enum frase_soort {
    FRASE_VAST,     // the words one after another
    FRASE_GAT,      // a few words between the parts, inside one clause
    FRASE_GESPLITST // the second part ends its clause
};

// One or more words that are an entry, are none (`uitzondering`), or belong to a class.
struct frase {
    uint16_t doel;  // an entry, or FRASE_KLASSE + a class
    uint8_t aantal; // of words
    uint8_t anker;  // the word it hangs on
    uint8_t gat;    // the first word behind the gap; 0: none
    uint8_t soort;  // enum frase_soort
    bool uitzondering;
    uint16_t woorden[FRASE_LONGEST];
};

enum { FRASE_KLASSE = 0x8000 };

// The first or last part of a compound.
struct patroon {
    const char *letters; // folded
    uint32_t vier;       // four of them at its edge, the last one lowest
    uint8_t lengte;
    bool achter; // the last part
    bool uitzondering;
    uint16_t doel; // as in a phrase
};

enum lijst { LIJST_JARGON, LIJST_VAAG, LIJST_WEG };

enum vaag_soort { VAAG_SLAG, VAAG_FREQUENTIE, VAAG_TERMIJN, VAAG_LEEG, VAAG_BEELD };
enum weg_soort { WEG_STOPPEN, WEG_AFNAME, WEG_VOORKOMEN, WEG_WEGBLIJVEN, WEG_VERDWIJNEN };

enum { INGANG_MET = 6 };

// What a phrase or pattern of the lists stands for.
struct ingang {
    const char *naam;   // how it is called in a message
    const char *gewoon; // the plain words; or NULL
    uint8_t lijst;      // enum lijst
    uint8_t soort;      // enum vaag_soort or weg_soort
    uint8_t in;         // bit per enum zinsoort
    bool tenzij_tijd;
    bool tenzij_getal;
    bool hoofdzin;
    uint16_t met[INGANG_MET]; // one of these verbs stands in the same clause; 0 ends; none: always
};

// An abbreviation and what it stands for.
struct afkorting {
    uint64_t key;
    const char *uitleg;
};

extern const struct woord woorden[];
extern const uint16_t woord_slots[]; // open addressing, linear; 0: empty
extern const uint32_t woord_slot_mask;
extern const struct frase frases[];
extern const struct ingang ingangen[];
extern const struct afkorting afkortingen[];
extern const unsigned afkorting_count;

// Patterns by four letters of their edge: slots of a hash, each the first of a run in `patronen`
// that ends where the next one begins.
enum { PATROON_BITS = 10, PATROON_SLOTS = 1 << PATROON_BITS };
extern const struct patroon patronen[];
extern const unsigned patroon_count;
extern const uint16_t patroon_slots[2][PATROON_SLOTS + 1]; // [behind][hash of four letters]

// The hash of four folded letters, the last one lowest.
static inline uint32_t patroon_hash(uint32_t four) {
    return four * 0x9E3779B1U >> (32 - PATROON_BITS);
}

#endif
