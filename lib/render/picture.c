// SPDX-License-Identifier: EUPL-1.2
// The safety scale: the figures in order, and the drawing of them. Lengths are tenths of a pixel.
#include "lib/render/picture.h"

#include <string.h>

#include "lib/base/words.h"
#include "lib/render/say.h"
#include "lib/render/svg.h"

enum {
    WIDTH = 7200,
    HEIGHT = 2700,
    LEFT = 1500,
    RIGHT = 1750, // for the names
    TOP = 160,
    BOTTOM = 360,
    INSET = 450, // between the frame and the first and last day
    LABEL = 850, // room that the name of a day takes
    NAME_LINE = 205,
    SIDESTEP = 70, // between people who say the same
    MARK = 50,     // half the size of a mark
    SYMBOL_WIDTH = 440,
    SYMBOL_HEIGHT = 180
};

static const char *const colours[] = {"#0e4a59", "#b4480f", "#5b3aa8",
                                      "#2f2f2f", "#1d6340", "#9b1c1c"};
static const char *const dashes[] = {"", "7 3", "2 3", "9 3 2 3", "4 4", "1 2"};
static const char *const shapes[] = {DN_("rondje"), DN_("vierkantje"), DN_("driehoekje"),
                                     DN_("ruitje")};

enum { COLOURS = 6 };

// ---- the figures in order ----

// The place of a day among the kept ones, making room for it; -1 when it is too long ago to keep.
static int place_of_day(struct picture_scale *scale, struct date day) {
    size_t at = scale->day_count;
    while (at > 0 && date_compare(scale->days[at - 1], day) > 0)
        at--;
    if (at > 0 && date_compare(scale->days[at - 1], day) == 0)
        return (int)at - 1;
    if (scale->day_count == PICTURE_MOST_DAYS) {
        scale->days_dropped = true;
        if (at == 0)
            return -1;
        at--; // the oldest makes room
        memmove(scale->days, scale->days + 1, at * sizeof *scale->days);
    } else {
        memmove(scale->days + at + 1, scale->days + at,
                (scale->day_count - at) * sizeof *scale->days);
        scale->day_count++;
    }
    scale->days[at] = day;
    return (int)at;
}

static int day_index(const struct picture_scale *scale, struct date day) {
    for (size_t i = 0; i < scale->day_count; i++)
        if (date_compare(scale->days[i], day) == 0)
            return (int)i;
    return -1;
}

// The place of a person, new or not; -1 when there are too many.
static int place_of_person(struct picture_scale *scale, struct text id) {
    for (size_t i = 0; i < scale->people_count; i++)
        if (text_equal(scale->people[i], id))
            return (int)i;
    if (scale->people_count == PICTURE_MOST_PEOPLE)
        return -1;
    scale->people[scale->people_count] = id;
    return (int)scale->people_count++;
}

static bool counts(const struct plan_schaalcijfer *figure) {
    return date_known(figure->datum.date) && figure->cijfer.node && figure->cijfer.value >= 0 &&
           figure->cijfer.value <= 10 && figure->wie.count > 0;
}

bool picture_scale_read(const struct plan_schaalcijfer_list *figures, struct picture_scale *scale) {
    memset(scale, 0, sizeof *scale);
    memset(scale->halves, PICTURE_NO_FIGURE, sizeof scale->halves);
    for (size_t i = 0; i < figures->count; i++)
        if (counts(&figures->items[i]))
            place_of_day(scale, figures->items[i].datum.date);
    for (size_t i = 0; i < figures->count; i++) {
        const struct plan_schaalcijfer *figure = &figures->items[i];
        int day = counts(figure) ? day_index(scale, figure->datum.date) : -1;
        for (size_t k = 0; day >= 0 && k < figure->wie.count; k++) {
            int person = place_of_person(scale, figure->wie.items[k].text);
            if (person < 0)
                return false;
            scale->halves[person][day] = (signed char)(figure->cijfer.value * 2 + 0.5);
        }
    }
    return scale->day_count > 0 && scale->people_count > 0;
}

int picture_scale_last(const struct picture_scale *scale, size_t person) {
    for (size_t i = scale->day_count; i > 0; i--)
        if (scale->halves[person][i - 1] != PICTURE_NO_FIGURE)
            return scale->halves[person][i - 1];
    return PICTURE_NO_FIGURE;
}

const char *picture_symbol_name(size_t person) {
    return D_(shapes[person % SVG_SHAPES]);
}

// ---- drawing ----

static const struct svg_letters axis_letters = {"end", SVG_SOFT, 120, false};
static const struct svg_letters day_letters = {"middle", SVG_INK, 120, false};
static const struct svg_letters name_letters = {"start", SVG_INK, 110, false};

// The second round of shapes is hollow.
static void add_mark(struct buffer *svg, size_t person, int x, int y) {
    const char *colour = colours[person % COLOURS];
    bool hollow = person / SVG_SHAPES % 2 == 1;
    svg_mark(svg, (enum svg_shape)(person % SVG_SHAPES), x, y, MARK,
             (struct svg_pen){hollow ? SVG_PAPER : colour, colour, 16, NULL});
}

static struct svg_pen pen_of(size_t person) {
    return (struct svg_pen){NULL, colours[person % COLOURS], 22, dashes[person % COLOURS]};
}

static int height_of(int halves) {
    return TOP + (20 - halves) * (HEIGHT - TOP - BOTTOM) / 20;
}

static int place_of(const struct picture_scale *scale, size_t day) {
    int room = WIDTH - LEFT - RIGHT - 2 * INSET;
    if (scale->day_count == 1)
        return LEFT + INSET + room / 2;
    return LEFT + INSET + (int)day * room / ((int)scale->day_count - 1);
}

static void add_band(struct buffer *svg, int from, int until, const char *colour) {
    svg_box(svg, LEFT, height_of(until), WIDTH - LEFT - RIGHT, height_of(from) - height_of(until),
            0, (struct svg_pen){.fill = colour});
}

static void draw_frame(const struct picture_scale *scale, struct buffer *svg) {
    struct svg_letters letters = axis_letters;
    add_band(svg, 14, 20, "#ebf5ef");
    add_band(svg, 8, 14, "#fdf8e7");
    add_band(svg, 0, 8, "#fcedeb");
    for (int figure = 0; figure <= 10; figure += 2) {
        int y = height_of(2 * figure);
        char digits[4] = {(char)('0' + figure % 10), '\0'};
        svg_line(svg, LEFT, y, WIDTH - RIGHT, y, (struct svg_pen){NULL, SVG_LINE, 10, NULL});
        svg_text(svg, LEFT - 80, y + 40, letters, text_of(figure == 10 ? "10" : digits));
    }
    letters.colour = SVG_GOOD;
    svg_text(svg, LEFT - 300, height_of(20) + 40, letters, text_of(D_("veilig genoeg")));
    letters.colour = SVG_ALARM;
    svg_text(svg, LEFT - 300, height_of(0) + 40, letters, text_of(D_("heel onveilig")));
    size_t fit = (WIDTH - LEFT - RIGHT) / LABEL;
    size_t every = (scale->day_count + fit - 1) / fit;
    for (size_t day = 0; day < scale->day_count; day += every) {
        struct buffer words = {0};
        say_short_date(&words, scale->days[day]);
        svg_text(svg, place_of(scale, day), HEIGHT - 120, day_letters, buffer_text(&words));
        svg->failed = svg->failed || words.failed;
        buffer_free(&words);
    }
}

static void draw_person(const struct picture_scale *scale, size_t person, struct buffer *svg) {
    int aside = ((int)person * 2 - (int)scale->people_count + 1) * SIDESTEP / 2;
    size_t said = 0;
    for (size_t day = 0; day < scale->day_count; day++)
        said += scale->halves[person][day] != PICTURE_NO_FIGURE;
    if (said > 1) {
        char letter = 'M';
        buffer_add_string(svg, "<path d=\"");
        for (size_t day = 0; day < scale->day_count; day++) {
            if (scale->halves[person][day] == PICTURE_NO_FIGURE)
                continue;
            svg_step(svg, letter, place_of(scale, day) + aside,
                     height_of(scale->halves[person][day]));
            letter = 'L';
        }
        buffer_add_char(svg, '"');
        svg_pen(svg, pen_of(person));
        buffer_add_string(svg, "/>");
    }
    for (size_t day = 0; day < scale->day_count; day++)
        if (scale->halves[person][day] != PICTURE_NO_FIGURE)
            add_mark(svg, person, place_of(scale, day) + aside,
                     height_of(scale->halves[person][day]));
}

// The names beside the lines, in the order of the last figures, so that they stand near their ends.
static void draw_names(const struct picture_scale *scale, const struct plan_plan *plan,
                       struct buffer *svg) {
    int x = WIDTH - RIGHT + 150;
    int y = TOP + 60;
    for (int halves = 20; halves >= PICTURE_NO_FIGURE; halves--)
        for (size_t i = 0; i < scale->people_count; i++) {
            if (picture_scale_last(scale, i) != halves)
                continue;
            struct persoon persoon = plan_persoon(plan, scale->people[i]);
            struct text name = persoon.naam.length > 0 ? persoon.naam : scale->people[i];
            svg_line(svg, x, y - 40, x + 300, y - 40, pen_of(i));
            add_mark(svg, i, x + 150, y - 40);
            if (!svg_reads_right_to_left(name))
                svg_short_text(svg, x + 380, y, name_letters, name, WIDTH - x - 400);
            y += NAME_LINE;
        }
}

void picture_scale_draw(const struct picture_scale *scale, const struct plan_plan *plan,
                        struct buffer *svg) {
    svg_begin(svg, WIDTH, HEIGHT);
    draw_frame(scale, svg);
    for (size_t person = 0; person < scale->people_count; person++)
        draw_person(scale, person, svg);
    draw_names(scale, plan, svg);
    svg_end(svg);
}

void picture_symbol_draw(size_t person, struct buffer *svg) {
    svg_begin(svg, SYMBOL_WIDTH, SYMBOL_HEIGHT);
    svg_line(svg, 20, SYMBOL_HEIGHT / 2, SYMBOL_WIDTH - 20, SYMBOL_HEIGHT / 2, pen_of(person));
    add_mark(svg, person, SYMBOL_WIDTH / 2, SYMBOL_HEIGHT / 2);
    svg_end(svg);
}
