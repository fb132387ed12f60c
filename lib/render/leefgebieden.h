// SPDX-License-Identifier: EUPL-1.2
// Strengths beside concerns for each part of life (KW §3: all of it is looked at).
#ifndef G1P_RENDER_LEEFGEBIEDEN_H
#define G1P_RENDER_LEEFGEBIEDEN_H

#include "lib/plan/plan.h"
#include "lib/render/svg.h"

enum { LEEFGEBIEDEN_MOST = 24 };

// One part of life and how much was said about it.
struct leefgebied_telling {
    const struct plan_word *woord; // NULL: said without a part of life
    unsigned krachten;
    unsigned zorgen;   // that are still there
    unsigned opgelost; // concerns that are solved
};

struct leefgebieden {
    struct leefgebied_telling rijen[LEEFGEBIEDEN_MOST];
    size_t count;
};

// Counts the strengths and concerns of the plan, the parts of life in the order of the format, and
// those of the local framework in the order in which they come. Those that were talked about
// without anything special stand there with nothing. False when no part of life is named.
bool leefgebieden_read(const struct plan_plan *plan, struct leefgebieden *gebieden);

void leefgebieden_draw(const struct leefgebieden *gebieden, struct buffer *svg);

#endif
