// SPDX-License-Identifier: EUPL-1.2
// How many syllables a word has.
#ifndef G1P_TAAL_LETTERGREPEN_H
#define G1P_TAAL_LETTERGREPEN_H

#include "lib/base/text.h"

// The vowel units of a Dutch word (aa, ie, oei, ij count as one; ë and ï begin a new one), at least
// one and at most 255.
unsigned lettergrepen(struct text word);

#endif
