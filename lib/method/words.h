// SPDX-License-Identifier: EUPL-1.2
// The word lists of schemas/woorden.yaml, each ended by NULL.
#ifndef G1P_METHOD_WORDS_H
#define G1P_METHOD_WORDS_H

#include "lib/base/text.h"

extern const char *const words_rol_van_kind[];
extern const char *const words_een_keer[];
extern const char *const words_geen_reden[];
extern const char *const words_regels_die_komen[];
extern const char *const words_minder_hulp[];
extern const char *const words_niet_vrijwillig[];
extern const char *const words_gebeurt_niet_meer[];
extern const char *const words_maanden[]; // whole names from January, then shortened ones

// Whether one of the words stands at the beginning of a word of the text, whatever the case. A
// blank in it stands for any one white space.
bool words_occur(struct text text, const char *const words[]);

#endif
