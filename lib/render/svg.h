// SPDX-License-Identifier: EUPL-1.2
// Drawing in SVG. All lengths are tenths of a pixel, so that no locale's comma slips in.
#ifndef G1P_RENDER_SVG_H
#define G1P_RENDER_SVG_H

#include <stdbool.h>

#include "lib/base/buffer.h"

// The colours of the documents (lib/render/style.css, by day), of which black and white print keeps
// dark and light apart.
#define SVG_INK "#1c2b30"
#define SVG_SOFT "#4f6067"
#define SVG_LINE "#aebcc1"
#define SVG_PAPER "#ffffff"
#define SVG_MAIN "#0e4a59"
#define SVG_GOOD "#1d6340"
#define SVG_CONCERN "#8a3f0a"
#define SVG_ALARM "#9b1c1c"

// Opens and closes a picture of this size on white paper.
void svg_begin(struct buffer *svg, int width, int height);
void svg_end(struct buffer *svg);

// ` name="12.5"`
void svg_attribute(struct buffer *svg, const char *name, int tenths);

// A step of a path: a letter and a point.
void svg_step(struct buffer *svg, char letter, int x, int y);

// How something is drawn: NULL for no filling or no line, `width` in tenths, `dash` as SVG's
// stroke-dasharray or NULL.
struct svg_pen {
    const char *fill;
    const char *line;
    int width;
    const char *dash;
};

// The attributes of a pen, for whoever writes an element by hand.
void svg_pen(struct buffer *svg, struct svg_pen pen);

void svg_line(struct buffer *svg, int x1, int y1, int x2, int y2, struct svg_pen pen);
void svg_box(struct buffer *svg, int x, int y, int width, int height, int round,
             struct svg_pen pen);

// The marks, told apart by their shape. `r` is about half their size.
enum svg_shape { SVG_CIRCLE, SVG_SQUARE, SVG_TRIANGLE, SVG_DIAMOND, SVG_SHAPES };
void svg_mark(struct buffer *svg, enum svg_shape shape, int x, int y, int r, struct svg_pen pen);

// Letters: `anchor` is start, middle or end; `y` is the line they stand on.
struct svg_letters {
    const char *anchor;
    const char *colour;
    int size; // tenths of a pixel
    bool bold;
};

// Adds text, escaped: what a plan says comes out as the letters it is.
void svg_text(struct buffer *svg, int x, int y, struct svg_letters letters, struct text text);

// About how wide a text becomes.
int svg_text_width(struct text text, struct svg_letters letters);

// The longest beginning of `text` that fits in `room`, cut between words when it can. Says in
// `*cut` whether anything is left off; there is room for a "…" then.
struct text svg_shorten(struct text text, struct svg_letters letters, int room, bool *cut);

// Adds the text as svg_shorten leaves it, with a "…" when it is cut.
void svg_short_text(struct buffer *svg, int x, int y, struct svg_letters letters, struct text text,
                    int room);

// Whether a text has letters that are written from right to left. Engines draw those the wrong way
// round in a picture: name them in the table beside it.
bool svg_reads_right_to_left(struct text text);

#endif
