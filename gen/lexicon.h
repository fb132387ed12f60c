// SPDX-License-Identifier: EUPL-1.2
// The lists of schemas/woorden.yaml as the generator holds them.
#ifndef G1P_GEN_LEXICON_H
#define G1P_GEN_LEXICON_H

#include "gen/gen.h"
#include "lib/taal/woorden.h"

enum {
    LEXICON_MOST_WORDS = 32000,
    LEXICON_MOST_PHRASES = 32000,
    LEXICON_MOST_PATTERNS = 8000,
    LEXICON_MOST_ENTRIES = 4000,
    LEXICON_LONGEST = 64, // bytes in a word
    LEXICON_MOST_VARIANTS = 64
};

// The words that a pattern with groups stands for.
struct variants {
    char words[LEXICON_MOST_VARIANTS][LEXICON_LONGEST];
    unsigned count;
};

struct lexicon_word {
    char letters[LEXICON_LONGEST];
    struct woord row;
};

struct lexicon {
    const struct gen_file *file;
    struct lexicon_word words[LEXICON_MOST_WORDS];
    unsigned word_count; // from 1
    uint16_t slots[2 * 32768];
    struct frase phrases[LEXICON_MOST_PHRASES];
    unsigned phrase_count;
    struct patroon patterns[LEXICON_MOST_PATTERNS];
    unsigned pattern_count;
    struct ingang entries[LEXICON_MOST_ENTRIES]; // texts point into the file
    struct text plain[LEXICON_MOST_ENTRIES];     // `gewoon` of each
    struct text name[LEXICON_MOST_ENTRIES];
    unsigned entry_count;
    unsigned verb_count;
};

extern struct lexicon lexicon;

// Room for variants, to be freed; ends the build when there is none.
struct variants *lexicon_variants(void);

// Writes out the groups of a pattern, folded; stops the build at what cannot be one.
void lexicon_expand(const struct node *node, struct text pattern, struct variants *variants);

// The row of a folded word, which is added when it is not there.
unsigned lexicon_word(const struct node *node, const char *letters);

// Adds what `text` (a word, a pattern with a star, or a phrase) stands for: an entry or a class.
void lexicon_add(const struct node *node, struct text text, unsigned target, bool exception);

// Adds a phrase that is split: `stem` … `particle`.
void lexicon_add_split(const struct node *node, const char *stem, const char *particle,
                       unsigned target);

// Reads `jargon`, `vaag` and `weg`, whose verbs are in the lexicon already.
void lexicon_read_entries(void);

#endif
