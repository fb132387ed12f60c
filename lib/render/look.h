// SPDX-License-Identifier: EUPL-1.2
// The own look of an organisation: its colour, style sheet, logo and name.
#ifndef G1P_RENDER_LOOK_H
#define G1P_RENDER_LOOK_H

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"

// What is empty is as we made it.
struct look {
    struct text style;    // CSS that comes after ours
    struct text logo;     // a data URI
    struct text afzender; // plain text for the cover, escaped by who writes it
    const char *colour;   // six hex digits, or NULL
};

enum { LOOK_LARGEST_STYLE = 256 * 1024, LOOK_LARGEST_LOGO = 1024 * 1024 };

// Reads a style sheet. One that ends our <style>, imports another or names anything outside itself
// is refused. Returns 0 with what belongs to the arena, or -1 with `*trouble`.
int look_read_style(const char *path, struct arena *arena, struct look *look,
                    struct trouble *trouble);

// Reads a PNG or SVG as a data URI. An SVG that could run or fetch anything is refused. Returns as
// look_read_style.
int look_read_logo(const char *path, struct arena *arena, struct look *look,
                   struct trouble *trouble);

// Takes "#0e4a59" as the colour. Refused when it is anything else, or so light that white letters
// on it cannot be read (WCAG 2.2, 1.4.3: a contrast below 4.5).
int look_take_colour(struct text colour, struct arena *arena, struct look *look,
                     struct trouble *trouble);

// Adds the CSS of the look, to stand after our own. `look` may be NULL.
void look_write_style(const struct look *look, struct buffer *out);

#endif
