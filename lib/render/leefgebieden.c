// SPDX-License-Identifier: EUPL-1.2
// Counting by part of life, and the drawing of it. Lengths are tenths of a pixel.
#include "lib/render/leefgebieden.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/render/say.h"

enum {
    WIDTH = 4800,
    MIDDLE = 1960, // for the names
    TOP = 330,
    BOTTOM = 80,
    ROW = 220,
    MARK = 75,
    STEP = 190,
    MOST_MARKS = 6
};

static const struct svg_letters name_letters = {"middle", SVG_INK, 115, false};

// ---- counting ----

static bool is_same(const struct plan_word *a, const struct plan_word *b) {
    if (!a || !b)
        return a == b;
    return a->value == b->value && (a->value >= 0 || text_equal(a->node->text, b->node->text));
}

// The row of a part of life, new or not; NULL when there is no room.
static struct leefgebied_telling *row_of(struct leefgebieden *gebieden,
                                         const struct plan_word *woord) {
    if (!woord->node)
        woord = NULL;
    for (size_t i = 0; i < gebieden->count; i++)
        if (is_same(gebieden->rijen[i].woord, woord))
            return &gebieden->rijen[i];
    if (gebieden->count == LEEFGEBIEDEN_MOST)
        return NULL;
    gebieden->rijen[gebieden->count] = (struct leefgebied_telling){.woord = woord};
    return &gebieden->rijen[gebieden->count++];
}

// By the order of the format, then other words as they came, then what has none.
static int rank(const struct leefgebied_telling *row) {
    return !row->woord ? 2000 : row->woord->value < 0 ? 1000 : row->woord->value;
}

static void put_in_order(struct leefgebieden *gebieden) {
    for (size_t i = 1; i < gebieden->count; i++) {
        struct leefgebied_telling row = gebieden->rijen[i];
        size_t at = i;
        for (; at > 0 && rank(&gebieden->rijen[at - 1]) > rank(&row); at--)
            gebieden->rijen[at] = gebieden->rijen[at - 1];
        gebieden->rijen[at] = row;
    }
}

bool leefgebieden_read(const struct plan_plan *plan, struct leefgebieden *gebieden) {
    memset(gebieden, 0, sizeof *gebieden);
    for (size_t i = 0; i < plan->krachten.count; i++) {
        struct leefgebied_telling *row = row_of(gebieden, &plan->krachten.items[i].leefgebied);
        if (row)
            row->krachten++;
    }
    for (size_t i = 0; i < plan->zorgen.count; i++) {
        const struct plan_zorg *zorg = &plan->zorgen.items[i];
        struct leefgebied_telling *row = row_of(gebieden, &zorg->leefgebied);
        if (row && zorg->status.value == ZORGSTATUS_OPGELOST)
            row->opgelost++;
        else if (row)
            row->zorgen++;
    }
    for (size_t i = 0; i < plan->zonder_bijzonderheden.count; i++)
        row_of(gebieden, &plan->zonder_bijzonderheden.items[i]);
    put_in_order(gebieden);
    return gebieden->count > 0 && gebieden->rijen[0].woord;
}

// ---- drawing ----

struct marks {
    enum svg_shape shape;
    struct svg_pen pen;
    struct svg_letters letters;
    const char *sign;
};

static const struct marks strength = {
    SVG_CIRCLE, {SVG_GOOD, SVG_GOOD, 12, NULL}, {"middle", SVG_PAPER, 125, true}, "+"};
static const struct marks concern = {
    SVG_SQUARE, {SVG_CONCERN, SVG_CONCERN, 12, NULL}, {"middle", SVG_PAPER, 110, true}, "!"};
static const struct marks solved = {
    SVG_SQUARE, {SVG_PAPER, SVG_CONCERN, 12, NULL}, {"middle", SVG_CONCERN, 110, true}, "✓"};

// Draws so many marks from `x` on in steps of `step`; when they do not fit, a number. Returns where
// the next would come.
static int draw_marks(const struct marks *marks, unsigned count, int x, int y, int step,
                      struct buffer *svg) {
    unsigned drawn = count > MOST_MARKS ? 1 : count;
    for (unsigned i = 0; i < drawn; i++, x += step) {
        svg_mark(svg, marks->shape, x, y, MARK, marks->pen);
        svg_text(svg, x, y + 42, marks->letters, text_of(marks->sign));
    }
    if (count > MOST_MARKS) {
        struct buffer words = {0};
        struct svg_letters letters = name_letters;
        buffer_format(&words, "× %u", count);
        letters.bold = true;
        svg_text(svg, x + step / 2, y + 42, letters, buffer_text(&words));
        svg->failed = svg->failed || words.failed;
        buffer_free(&words);
        x += 3 * step;
    }
    return x;
}

static void draw_row(const struct leefgebied_telling *row, int y, struct buffer *svg) {
    int left = (WIDTH - MIDDLE) / 2 - 130;
    int right = (WIDTH + MIDDLE) / 2 + 130;
    struct buffer name = {0};
    if (row->woord)
        say_word_plain(&name, TYPE_LEEFGEBIED, row->woord);
    else
        buffer_add_string(&name, D_("niet genoemd"));
    svg_short_text(svg, WIDTH / 2, y + 42, name_letters,
                   svg_reads_right_to_left(buffer_text(&name)) ? text_of(D_("zie de tabel"))
                                                               : buffer_text(&name),
                   MIDDLE - 60);
    draw_marks(&strength, row->krachten, left, y, -STEP, svg);
    right = draw_marks(&concern, row->zorgen, right, y, STEP, svg);
    draw_marks(&solved, row->opgelost, right, y, STEP, svg);
    svg->failed = svg->failed || name.failed;
    buffer_free(&name);
}

void leefgebieden_draw(const struct leefgebieden *gebieden, struct buffer *svg) {
    const struct svg_letters goed = {"end", SVG_GOOD, 125, true};
    const struct svg_letters zorg = {"start", SVG_CONCERN, 125, true};
    int bottom = TOP + ROW * (int)gebieden->count;
    int left = (WIDTH - MIDDLE) / 2;
    int right = (WIDTH + MIDDLE) / 2;
    svg_begin(svg, WIDTH, bottom + BOTTOM);
    for (size_t i = 0; i < gebieden->count; i += 2)
        svg_box(svg, 0, TOP + ROW * (int)i + 50 - ROW / 2, WIDTH, ROW, 30,
                (struct svg_pen){.fill = "#f3f7f8"});
    svg_text(svg, left - 60, 180, goed, text_of(D_("krachten")));
    svg_text(svg, right + 60, 180, zorg, text_of(D_("zorgen")));
    svg_line(svg, left, TOP - 60, left, bottom, (struct svg_pen){NULL, SVG_GOOD, 14, NULL});
    svg_line(svg, right, TOP - 60, right, bottom, (struct svg_pen){NULL, SVG_CONCERN, 14, NULL});
    for (size_t i = 0; i < gebieden->count; i++)
        draw_row(&gebieden->rijen[i], TOP + ROW * (int)i + 50, svg);
    svg_end(svg);
}
