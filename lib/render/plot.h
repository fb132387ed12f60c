// SPDX-License-Identifier: EUPL-1.2
// The safety scale over time, drawn with characters for a terminal.
#ifndef G1P_RENDER_PLOT_H
#define G1P_RENDER_PLOT_H

#include <stdbool.h>

#include "lib/render/picture.h"

struct plot_look {
    int columns;  // the widest a line may be; at least 40
    bool unicode; // marks and lines beyond ASCII
};

// The mark of a person: a shape of its own.
const char *plot_mark(size_t person, bool unicode);

// Draws it: 10 above and 0 below, a mark for each person on each day; a half point is a mark with ½
// (') behind it, on the row of the whole one below it. Of more days than fit the last ones are
// drawn; returns how many are.
size_t plot_scale(const struct picture_scale *scale, const struct plot_look *look,
                  struct buffer *out);

// "5 Mar": a day without its year, in the reader's language.
void plot_day(struct date day, struct buffer *out);

#endif
