// SPDX-License-Identifier: EUPL-1.2
// What is due in a plan as a calendar (RFC 5545).
#ifndef G1P_RENDER_ICS_H
#define G1P_RENDER_ICS_H

#include "lib/base/arena.h"
#include "lib/render/document.h"

// Writes the meetings and the evaluations that belong to the part as events, and the last days of
// open actions as to-dos. UIDs stay the same from one export to the next, so that a calendar renews
// what it has. Returns 0, or -1 when memory ran out.
//
// Written here and not with libical: this is two kinds of components with six properties, and that
// library brings ICU, 35 MB, to every machine.
int ics_plan(const struct document_page *page, struct arena *arena, struct buffer *out);

#endif
