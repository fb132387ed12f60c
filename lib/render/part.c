// SPDX-License-Identifier: EUPL-1.2
// The table of parts.
#include "lib/render/part.h"

#include <string.h>

#include "lib/render/due.h"
#include "lib/render/part_writers.h"

enum {
    DUE_ALL = 1u << DUE_ACTIE | 1u << DUE_EVALUATIE | 1u << DUE_OVERLEG,
};

const struct part parts[] = {
    {"plan", "Ondersteuningsplan", part_plan, NULL, DUE_ALL, false},
};

_Static_assert(sizeof parts / sizeof *parts <= PART_MOST, "PART_MOST");
const size_t part_count = sizeof parts / sizeof *parts;

const struct part *part_named(const char *name) {
    for (size_t i = 0; i < part_count; i++)
        if (strcmp(parts[i].name, name) == 0)
            return &parts[i];
    return NULL;
}
