// SPDX-License-Identifier: EUPL-1.2
// The network map (an ecogram, WP fase 3a): the household in the middle, the people and the
// professionals around it, and on the lines what they do.
#ifndef G1P_RENDER_NETWERKKAART_H
#define G1P_RENDER_NETWERKKAART_H

#include "lib/plan/plan.h"
#include "lib/render/svg.h"

// More people than these stand only in the table beside the map; with more than a few the map shows
// names and letters instead of names, roles and words.
enum { NETWERKKAART_MOST = 54, NETWERKKAART_FEW = 12 };

// Somebody around the household. Lengths are tenths of a pixel.
struct netwerkpunt {
    struct text naam;
    struct text rol;                // relation or function
    const struct plan_words *steun; // what stands on the line, of this type
    int type;
    bool professional;
    bool blijft;     // stays involved
    unsigned nummer; // in the table, from 1
    int x, y;        // the middle of the box
    int width, height;
};

struct netwerkkaart {
    struct netwerkpunt punten[NETWERKKAART_MOST];
    size_t count;
    size_t dropped; // so many are not drawn
    bool compact;
    struct text naam; // of the household
    const struct plan_lid_list *leden;
    int width, height;            // of the household's box, whose middle is 0, 0
    int left, top, right, bottom; // of all that is drawn
};

// Gathers who is drawn: the network, and the professionals who have not left. False when there is
// nobody at all, not in the household either.
bool netwerkkaart_read(const struct plan_plan *plan, struct date today, struct netwerkkaart *kaart);

// Whether a professional stands in the map and in the table beside it.
bool netwerkkaart_holds(const struct plan_professional *professional, struct date today);

// Gives everybody a place, in rings around the household; no two boxes touch.
void netwerkkaart_ring(struct netwerkkaart *kaart);

// The same by Graphviz: writes a graph for `twopi -Tplain` in which nothing of the plan stands but
// how many there are and how long their names; and takes the places from what twopi answers. That
// is false, and the places are as they were, when the answer cannot be used.
void netwerkkaart_graph(const struct netwerkkaart *kaart, struct buffer *graph);
bool netwerkkaart_placed(struct netwerkkaart *kaart, struct text answer);

// Draws the map.
void netwerkkaart_draw(const struct netwerkkaart *kaart, struct buffer *svg);

#endif
