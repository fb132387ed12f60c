// SPDX-License-Identifier: EUPL-1.2
// A plan as JSON, resolved, for programs such as jq.
#ifndef G1P_RENDER_JSON_H
#define G1P_RENDER_JSON_H

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/render/document.h"

// Writes the plan, or the sections of it that belong to the part, on one line: the keys and values
// of the file, in the order of the format, with
// - {"id", "naam"} for who an id stands for, {"naam"} where words stand instead, {"id", "citaat"}
//   for a concern;
// - a list wherever the format allows one (or the word "geen");
// - the phase as {"woord", "nummer", "naam"};
// - and one key more: "berekend", with "peildatum", "leeftijden", "doelencheck" (with a safety
//   plan) and "vervalt", what is due by date.
// What the file does not hold as it should is left out, and so are the team's own keys (x_…).
// Returns 0, or -1 when memory ran out.
int json_plan(const struct document_page *page, struct arena *arena, struct buffer *out);

#endif
