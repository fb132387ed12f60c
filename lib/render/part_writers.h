// SPDX-License-Identifier: EUPL-1.2
// The writers of the parts; only for the table in part.c and the part_*.c files.
#ifndef G1P_RENDER_PART_WRITERS_H
#define G1P_RENDER_PART_WRITERS_H

#include "lib/base/trouble.h"

struct document;

int part_plan(struct document *document, struct trouble *trouble);

#endif
