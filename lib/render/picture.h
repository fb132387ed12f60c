// SPDX-License-Identifier: EUPL-1.2
// The safety scale over time as a picture: shape and line before colour, so that it prints well.
#ifndef G1P_RENDER_PICTURE_H
#define G1P_RENDER_PICTURE_H

#include "lib/base/buffer.h"
#include "lib/plan/plan.h"

enum { PICTURE_MOST_PEOPLE = 12, PICTURE_MOST_DAYS = 40, PICTURE_NO_FIGURE = -1 };

// The safety scale over time: what each person said on each day.
struct picture_scale {
    struct text people[PICTURE_MOST_PEOPLE]; // ids, in the order in which they first spoke
    struct date days[PICTURE_MOST_DAYS];     // the last ones, in order
    size_t people_count;
    size_t day_count;
    signed char halves[PICTURE_MOST_PEOPLE][PICTURE_MOST_DAYS]; // twice the figure (0-20)
    bool days_dropped;                                          // there were more
};

// Puts the figures in order; the last one of a person on a day counts. False when there are none,
// or of more people than can be told apart.
bool picture_scale_read(const struct plan_schaalcijfer_list *figures, struct picture_scale *scale);

// Draws the lines, with days below, 0 to 10 at the left and names at the right. A name that is
// written from right to left stands only in the table beside the picture.
void picture_scale_draw(const struct picture_scale *scale, const struct plan_plan *plan,
                        struct buffer *svg);

// The last figure of a person, in halves, or PICTURE_NO_FIGURE.
int picture_scale_last(const struct picture_scale *scale, size_t person);

// Draws a person's line and mark, for beside the name; and what the mark is called.
void picture_symbol_draw(size_t person, struct buffer *svg);
const char *picture_symbol_name(size_t person);

#endif
