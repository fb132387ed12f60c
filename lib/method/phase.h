// SPDX-License-Identifier: EUPL-1.2
// The phases of the work process (WP fase 1-6b), from schemas/werkproces.yaml.
#ifndef G1P_METHOD_PHASE_H
#define G1P_METHOD_PHASE_H

struct phase {
    const char *word;    // as in the file
    const char *number;  // "3a", as the work process numbers it
    const char *name[2]; // by enum language
    int rank;            // phases of one rank ask the same of a plan; a higher rank asks more
};

// By the value of the plan's `fase` (enum fase).
extern const struct phase phases[];
extern const int phase_count;

#endif
