// SPDX-License-Identifier: EUPL-1.2
// Names in running text: found in one pass, whatever their case, and replaced.
//
// A name is a row of words. All names stand in one tree of words, so that a text is gone through
// once however many names there are; where several fit, the longest is taken.
#ifndef G1P_METHOD_NAMEN_H
#define G1P_METHOD_NAMEN_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/base/text.h"

enum {
    NAAM_HOOFDLETTER =
        1,              // only where its last word has a capital: it is a word of the language too
    NAAM_WERKWOORD = 2, // not at the beginning of a sentence before "ik", "je", "het", …: Wil je …
    NAAM_VORMEN = 4,    // also as whose it is and made small: Fleurs, Fleurtje
    NAAM_BEZIT = 8,     // such a form, of whose it is
    NAAM_PUNT = 16      // only where a point follows: an initial
};

struct namen;

// An empty collection; everything is the arena's. NULL when memory ran out. `meer` stands in for a
// name that several are called by.
struct namen *namen_begin(struct text meer, struct arena *arena);

// Adds a name of up to eight words (of a longer one the first eight) with what stands in for it;
// both must outlive the collection. A name without a letter or digit is passed over. Returns 0, or
// -1 when memory ran out.
int namen_add(struct namen *namen, struct text naam, struct text vervanging, unsigned flags);

// Whether this one word, folded or not, is a name by itself.
bool namen_holds(const struct namen *namen, struct text word);

// Whether a name stands anywhere in the text; words may also be joined by _ or -, as in ids.
bool namen_occur(const struct namen *namen, struct text text);

// Told of each word with a capital that is no name, and of numbers of six digits and more.
// `begins`: it is the first of its sentence; `doubtful`: it is a name, or a verb.
typedef void namen_unknown(void *context, struct text word, bool begins, bool doubtful);

// Adds the text to `out` with every name replaced, at the beginning of a sentence with a capital.
// `unknown` may be NULL. Returns how many were replaced.
size_t namen_replace(const struct namen *namen, struct text text, namen_unknown *unknown,
                     void *context, struct buffer *out);

#endif
