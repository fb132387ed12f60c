// SPDX-License-Identifier: EUPL-1.2
// Did you mean: the one of several words that a slip of the fingers, or a word cut short, is near.
#ifndef G1P_BASE_NEAREST_H
#define G1P_BASE_NEAREST_H

#include "lib/base/text.h"

// A search that is shown one candidate after another. Two equally near ones are none: nothing is
// better than a wrong guess.
struct nearest {
    struct text wanted;
    struct text found; // empty: none
    int index;         // of what was found, as given; -1: none
    size_t distance;
};

struct nearest nearest_begin(struct text wanted);

// Shows it a candidate. The same word twice is no tie.
void nearest_offer(struct nearest *nearest, struct text candidate, int index);

#endif
