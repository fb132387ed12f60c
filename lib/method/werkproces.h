// SPDX-License-Identifier: EUPL-1.2
// The work process as data (schemas/werkproces.yaml): the steps of each phase for both roles, the
// mark that each leaves in a plan, and the safety steps of the meldcode.
#ifndef G1P_METHOD_WERKPROCES_H
#define G1P_METHOD_WERKPROCES_H

#include <stdbool.h>

#include "lib/plan/plan.h"

enum werkproces_rol { ROL_PROCESREGISSEUR, ROL_CASUSREGISSEUR };

// What kind of mark a step leaves; schemas/werkproces.yaml tells what each means.
enum spoor {
    SPOOR_GEEN,
    SPOOR_VELD,
    SPOOR_EEN_VAN,
    SPOOR_LIJST,
    SPOOR_ERGENS_IN,
    SPOOR_STARTOVERLEG,
    SPOOR_ELKE_MINDERJARIGE,
    SPOOR_BEREIKBAAR,
    SPOOR_VOORTGANGSOVERLEG,
    SPOOR_ELK_OVERLEG,
    SPOOR_BIJ_ONVEILIGHEID,
    SPOOR_OPNIEUW_GENOEMD
};

struct werkproces_stap {
    const char *nr; // "3", "6.1"
    enum werkproces_rol rol;
    const char *tekst[2]; // by enum language
    const char *bron;
    enum spoor spoor;
    const char *paden[2]; // of the mark: names of fields with dots between them; or NULL
    const char *regels;   // the rules that speak about it, with commas between them; or NULL
    const char *melding;  // what PR-05 says about it: a key of its messages; or NULL
};

struct werkproces_fase {
    const struct werkproces_stap *stappen; // first those of the procesregisseur
    int count;
};

// By the value of the plan's `fase` (enum fase), as `phases` in lib/method/phase.h.
extern const struct werkproces_fase werkproces[];

struct veiligheidsstap {
    const char *nr;
    const char *tekst[2];
    const char *meldcode; // the field of a meldcode record that it fills, or NULL
};

struct veiligheidsfase {
    const char *stap; // "levensbedreigend", "0", …, "4 en 5"
    const char *naam[2];
    const char *bron;
    const struct veiligheidsstap *stappen;
    int count;
};

extern const struct veiligheidsfase veiligheidsfasen[];
extern const int veiligheidsfase_count;

// Whether the plan ticks step `nr` of a phase (enum fase): by its own number, or by one it is
// numbered under (3 ticks 3.1). Roles are not told apart.
bool werkproces_afgevinkt(const struct plan_plan *plan, int fase, const char *nr);

// The value at a path of field names below `node`: NULL when there is none, or it holds nothing.
const struct node *werkproces_veld(const struct node *node, const char *pad);

#endif
