// SPDX-License-Identifier: EUPL-1.2
// Graphviz, when it is there: it finds places in the network map.
#ifndef G1P_RENDER_GRAPHVIZ_H
#define G1P_RENDER_GRAPHVIZ_H

#include <signal.h>

#include "lib/render/netwerkkaart.h"

enum { GRAPHVIZ_SECONDS = 10 };

// Start with {0}; free with graphviz_free.
struct graphviz {
    char *program;                     // its path; NULL: not there
    const volatile sig_atomic_t *stop; // it is stopped when this is not 0; NULL: never
    unsigned seconds;                  // 0: GRAPHVIZ_SECONDS
};

// Looks for it along `path` ($PATH). That it is not there is no trouble.
void graphviz_find(const char *path, struct graphviz *graphviz);
void graphviz_free(struct graphviz *graphviz);

// Gives everybody in the map a place. False, and nothing changed, when it is not there or could not
// do it for whatever reason: the map then has rings. No word of a plan goes to the program.
bool graphviz_place(const struct graphviz *graphviz, struct netwerkkaart *kaart);

#endif
