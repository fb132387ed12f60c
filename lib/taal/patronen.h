// SPDX-License-Identifier: EUPL-1.2
// Patterns of the lists at the edges of words.
#ifndef G1P_TAAL_PATRONEN_H
#define G1P_TAAL_PATRONEN_H

#include "lib/taal/tokens.h"

// Tries the patterns from run[0] up to run[1] on a word of `text`, and gives the token the classes
// and the entry of those that fit. `four`: the letters at that edge; `tail`: the last eight of the
// word, folded, the last one lowest.
void patronen_try(struct token *token, struct text text, uint64_t tail, const uint16_t *run,
                  uint32_t four);

#endif
