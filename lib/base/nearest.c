// SPDX-License-Identifier: EUPL-1.2
// The nearest of several words.
#include "lib/base/nearest.h"

#include <string.h>

enum { CUT_LEAST = 4, CUT_MOST = 5 }; // letters that must stand there, and that may be missing

struct nearest nearest_begin(struct text wanted) {
    return (struct nearest){wanted, {"", 0}, -1, text_slip(wanted) + 1};
}

// Whether one is the beginning of the other: `doel` for `doelen`, `betrokken` for `betrokkenheid`.
static bool is_cut(struct text a, struct text b) {
    struct text shorter = a.length < b.length ? a : b;
    struct text longer = a.length < b.length ? b : a;
    return shorter.length >= CUT_LEAST && longer.length - shorter.length <= CUT_MOST &&
           memcmp(shorter.bytes, longer.bytes, shorter.length) == 0;
}

void nearest_offer(struct nearest *nearest, struct text candidate, int index) {
    size_t distance = text_distance(nearest->wanted, candidate, nearest->distance);
    if (distance > 1 && is_cut(nearest->wanted, candidate))
        distance = 1;
    if (distance < nearest->distance) {
        nearest->distance = distance;
        nearest->found = candidate;
        nearest->index = index;
    } else if (distance == nearest->distance && !text_equal(candidate, nearest->found)) {
        nearest->found = TEXT("");
        nearest->index = -1;
    }
}
