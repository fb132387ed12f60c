// SPDX-License-Identifier: EUPL-1.2
// The word lists of schemas/woorden.yaml, each ended by NULL.
#ifndef G1P_METHOD_WORDS_H
#define G1P_METHOD_WORDS_H

extern const char *const words_rol_van_kind[];
extern const char *const words_een_keer[];
extern const char *const words_geen_reden[];
extern const char *const words_regels_die_komen[];

#endif
