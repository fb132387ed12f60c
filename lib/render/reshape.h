// SPDX-License-Identifier: EUPL-1.2
// Our own HTML in the shapes that other types can hold.
#ifndef G1P_RENDER_RESHAPE_H
#define G1P_RENDER_RESHAPE_H

#include <signal.h>

#include "lib/base/buffer.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"
#include "lib/render/tag.h"

// For Markdown, whose tables have a head and one line a cell: what breaks a line in a cell becomes
// a semicolon, a table without a head a list, a caption a paragraph, and a picture its alternative
// text (in a table: nothing). `html` must be what lib/render wrote.
void reshape_for_markdown(struct text html, struct buffer *out);

// Turns SVG into PNG, for word processors that cannot draw it. `context` is the caller's. Returns
// 0, or -1 with `*trouble`.
typedef int reshape_draw(void *context, struct text svg, struct buffer *png,
                         struct trouble *trouble);

// For word processors: every SVG becomes a PNG with its size on the page (`draw` NULL: stays as it
// is), and cells that name a row ordinary ones. Returns 0, or -1 with `*trouble`.
int reshape_for_office(struct text html, reshape_draw *draw, void *context, struct buffer *out,
                       struct trouble *trouble);

// For both: puts a colon at the end of a pill ("Doel 1"), whose shape is lost. `within` is whether
// the reading is in one.
void reshape_pill(const struct tag *tag, bool *within, struct buffer *out);

#endif
