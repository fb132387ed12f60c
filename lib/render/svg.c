// SPDX-License-Identifier: EUPL-1.2
// Writing SVG, and guessing how much room letters take.
#include "lib/render/svg.h"

#include <stdlib.h>

#include "lib/base/utf8.h"
#include "lib/render/html.h"

static void add_length(struct buffer *svg, int tenths) {
    if (tenths % 10 != 0)
        buffer_format(svg, "%s%d.%d", tenths < 0 ? "-" : "", abs(tenths) / 10, abs(tenths) % 10);
    else
        buffer_format(svg, "%d", tenths / 10);
}

void svg_attribute(struct buffer *svg, const char *name, int tenths) {
    buffer_format(svg, " %s=\"", name);
    add_length(svg, tenths);
    buffer_add_char(svg, '"');
}

void svg_step(struct buffer *svg, char letter, int x, int y) {
    buffer_add_char(svg, letter);
    add_length(svg, x);
    buffer_add_char(svg, ' ');
    add_length(svg, y);
}

void svg_begin(struct buffer *svg, int width, int height) {
    buffer_add_string(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    add_length(svg, width);
    buffer_add_char(svg, ' ');
    add_length(svg, height);
    buffer_add_char(svg, '"');
    svg_attribute(svg, "width", width);
    svg_attribute(svg, "height", height);
    buffer_add_string(svg, " font-family=\"Open Sans, Noto Sans, sans-serif\" font-size=\"12\">"
                           "<rect");
    svg_attribute(svg, "width", width);
    svg_attribute(svg, "height", height);
    buffer_add_string(svg, " rx=\"6\" fill=\"" SVG_PAPER "\"/>");
}

void svg_end(struct buffer *svg) {
    buffer_add_string(svg, "</svg>");
}

void svg_pen(struct buffer *svg, struct svg_pen pen) {
    buffer_format(svg, " fill=\"%s\"", pen.fill ? pen.fill : "none");
    if (!pen.line)
        return;
    buffer_format(svg, " stroke=\"%s\"", pen.line);
    svg_attribute(svg, "stroke-width", pen.width);
    if (pen.dash && pen.dash[0])
        buffer_format(svg, " stroke-dasharray=\"%s\"", pen.dash);
}

void svg_line(struct buffer *svg, int x1, int y1, int x2, int y2, struct svg_pen pen) {
    buffer_add_string(svg, "<path d=\"");
    svg_step(svg, 'M', x1, y1);
    svg_step(svg, 'L', x2, y2);
    buffer_add_char(svg, '"');
    svg_pen(svg, pen);
    buffer_add_string(svg, "/>");
}

void svg_box(struct buffer *svg, int x, int y, int width, int height, int round,
             struct svg_pen pen) {
    buffer_add_string(svg, "<rect");
    svg_attribute(svg, "x", x);
    svg_attribute(svg, "y", y);
    svg_attribute(svg, "width", width);
    svg_attribute(svg, "height", height);
    if (round > 0)
        svg_attribute(svg, "rx", round);
    svg_pen(svg, pen);
    buffer_add_string(svg, "/>");
}

void svg_mark(struct buffer *svg, enum svg_shape shape, int x, int y, int r, struct svg_pen pen) {
    switch (shape) {
    case SVG_CIRCLE:
        buffer_add_string(svg, "<circle");
        svg_attribute(svg, "cx", x);
        svg_attribute(svg, "cy", y);
        svg_attribute(svg, "r", r);
        break;
    case SVG_SQUARE:
        svg_box(svg, x - r + 5, y - r + 5, 2 * r - 10, 2 * r - 10, 0, pen);
        return;
    case SVG_TRIANGLE:
        buffer_add_string(svg, "<path d=\"");
        svg_step(svg, 'M', x, y - r - 10);
        svg_step(svg, 'L', x + r + 10, y + r - 10);
        svg_step(svg, 'L', x - r - 10, y + r - 10);
        buffer_add_string(svg, "Z\"");
        break;
    default:
        buffer_add_string(svg, "<path d=\"");
        svg_step(svg, 'M', x, y - r - 15);
        svg_step(svg, 'L', x + r + 15, y);
        svg_step(svg, 'L', x, y + r + 15);
        svg_step(svg, 'L', x - r - 15, y);
        buffer_add_string(svg, "Z\"");
    }
    svg_pen(svg, pen);
    buffer_add_string(svg, "/>");
}

// ---- letters ----

static void open_text(struct buffer *svg, int x, int y, struct svg_letters letters) {
    buffer_add_string(svg, "<text");
    svg_attribute(svg, "x", x);
    svg_attribute(svg, "y", y);
    if (letters.size != 120)
        svg_attribute(svg, "font-size", letters.size);
    if (letters.bold)
        buffer_add_string(svg, " font-weight=\"600\"");
    buffer_format(svg, " text-anchor=\"%s\" fill=\"%s\">", letters.anchor, letters.colour);
}

void svg_text(struct buffer *svg, int x, int y, struct svg_letters letters, struct text text) {
    open_text(svg, x, y, letters);
    html_attribute(svg, text); // no line ends either
    buffer_add_string(svg, "</text>");
}

// In thousandths of the size of the letters; rather too wide than too narrow.
static int width_of_point(uint32_t point, bool bold) {
    int columns = utf8_width(point);
    if (columns != 1)
        return columns * 500;
    if (point < 0x80 && (point == 'i' || point == 'j' || point == 'l' || point == ' ' ||
                         point == '.' || point == ',' || point == '\'' || point == '-'))
        return 310;
    if (point == 'm' || point == 'w' || point == 'M' || point == 'W')
        return bold ? 970 : 930;
    return (point >= 'A' && point <= 'Z' ? 650 : 570) + (bold ? 40 : 0);
}

int svg_text_width(struct text text, struct svg_letters letters) {
    long width = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t point = 0;
        i += utf8_decode(text.bytes + i, text.length - i, &point);
        if (width < 1000000)
            width += width_of_point(point, letters.bold);
    }
    return (int)(width * letters.size / 1000);
}

struct text svg_shorten(struct text text, struct svg_letters letters, int room, bool *cut) {
    text = text_trim(text);
    *cut = svg_text_width(text, letters) > room;
    if (!*cut)
        return text;
    room -= letters.size; // the "…"
    size_t fits = 0;
    size_t at_word = 0;
    long width = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t point = 0;
        size_t step = utf8_decode(text.bytes + i, text.length - i, &point);
        width += (long)width_of_point(point, letters.bold) * letters.size / 1000;
        if (width > room)
            break;
        if (point == ' ' || point == '\n')
            at_word = i;
        i += step;
        fits = i;
    }
    // A cut between words may cost half of what fits, not more.
    text.length = at_word * 2 > fits ? at_word : fits;
    return text_trim(text);
}

void svg_short_text(struct buffer *svg, int x, int y, struct svg_letters letters, struct text text,
                    int room) {
    bool cut = false;
    text = svg_shorten(text, letters, room, &cut);
    open_text(svg, x, y, letters);
    html_attribute(svg, text);
    buffer_add_string(svg, cut ? "…</text>" : "</text>");
}

bool svg_reads_right_to_left(struct text text) {
    for (size_t i = 0; i < text.length;) {
        uint32_t point = 0;
        i += utf8_decode(text.bytes + i, text.length - i, &point);
        if ((point >= 0x590 && point <= 0x8ff) || (point >= 0xfb1d && point <= 0xfdff) ||
            (point >= 0xfe70 && point <= 0xfeff) || (point >= 0x10800 && point <= 0x10fff) ||
            (point >= 0x1e800 && point <= 0x1efff) || point == 0x202b || point == 0x202e ||
            point == 0x2067 || point == 0x200f)
            return true;
    }
    return false;
}
