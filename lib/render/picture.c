// SPDX-License-Identifier: EUPL-1.2
// Drawing the safety scale. All lengths are tenths of a pixel, so that no locale's comma slips in.
#include "lib/render/picture.h"

#include <stdlib.h>
#include <string.h>

#include "lib/render/say.h"

enum {
    WIDTH = 7200,
    HEIGHT = 2700,
    LEFT = 1500,
    RIGHT = 200,
    TOP = 160,
    BOTTOM = 360,
    INSET = 550,   // between the frame and the first and last day
    LABEL = 850,   // room that the name of a day takes
    SIDESTEP = 70, // between people who say the same
    MARK = 50,     // half the size of a mark
    SYMBOL_WIDTH = 440,
    SYMBOL_HEIGHT = 180
};

static const char *const colours[] = {"#0e4a59", "#b4480f", "#5b3aa8",
                                      "#2f2f2f", "#1d6340", "#9b1c1c"};
static const char *const dashes[] = {"", "7 3", "2 3", "9 3 2 3", "4 4", "1 2"};
static const char *const shapes[] = {"rondje", "vierkantje", "driehoekje", "ruitje"};

enum { COLOURS = 6, SHAPES = 4 };

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
    return shapes[person % SHAPES];
}

// ---- drawing ----

static void add_length(struct buffer *svg, int tenths) {
    if (tenths % 10 != 0)
        buffer_format(svg, "%s%d.%d", tenths < 0 ? "-" : "", abs(tenths) / 10, abs(tenths) % 10);
    else
        buffer_format(svg, "%d", tenths / 10);
}

static void attribute(struct buffer *svg, const char *name, int tenths) {
    buffer_format(svg, " %s=\"", name);
    add_length(svg, tenths);
    buffer_add_char(svg, '"');
}

// Adds a step of a path: a letter and a point.
static void path_step(struct buffer *svg, char letter, int x, int y) {
    buffer_add_char(svg, letter);
    add_length(svg, x);
    buffer_add_char(svg, ' ');
    add_length(svg, y);
}

static void begin(struct buffer *svg, int width, int height) {
    buffer_add_string(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    add_length(svg, width);
    buffer_add_char(svg, ' ');
    add_length(svg, height);
    buffer_add_char(svg, '"');
    attribute(svg, "width", width);
    attribute(svg, "height", height);
    buffer_add_string(svg, " font-family=\"Open Sans, Noto Sans, sans-serif\" font-size=\"12\">"
                           "<rect");
    attribute(svg, "width", width);
    attribute(svg, "height", height);
    buffer_add_string(svg, " rx=\"6\" fill=\"#ffffff\"/>");
}

// The second round of shapes is hollow.
static void add_mark(struct buffer *svg, size_t person, int x, int y) {
    int r = MARK;
    switch (person % SHAPES) {
    case 0:
        buffer_add_string(svg, "<circle");
        attribute(svg, "cx", x);
        attribute(svg, "cy", y);
        attribute(svg, "r", r);
        break;
    case 1:
        buffer_add_string(svg, "<rect");
        attribute(svg, "x", x - r + 5);
        attribute(svg, "y", y - r + 5);
        attribute(svg, "width", 2 * r - 10);
        attribute(svg, "height", 2 * r - 10);
        break;
    case 2:
        buffer_add_string(svg, "<path d=\"");
        path_step(svg, 'M', x, y - r - 10);
        path_step(svg, 'L', x + r + 10, y + r - 10);
        path_step(svg, 'L', x - r - 10, y + r - 10);
        buffer_add_string(svg, "Z\"");
        break;
    default:
        buffer_add_string(svg, "<path d=\"");
        path_step(svg, 'M', x, y - r - 15);
        path_step(svg, 'L', x + r + 15, y);
        path_step(svg, 'L', x, y + r + 15);
        path_step(svg, 'L', x - r - 15, y);
        buffer_add_string(svg, "Z\"");
    }
    const char *colour = colours[person % COLOURS];
    buffer_format(svg, " fill=\"%s\" stroke=\"%s\" stroke-width=\"1.6\"/>",
                  person / SHAPES % 2 == 1 ? "#ffffff" : colour, colour);
}

static void end_line(struct buffer *svg, size_t person) {
    buffer_format(svg, "\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.2\"",
                  colours[person % COLOURS]);
    if (dashes[person % COLOURS][0])
        buffer_format(svg, " stroke-dasharray=\"%s\"", dashes[person % COLOURS]);
    buffer_add_string(svg, "/>");
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
    buffer_add_string(svg, "<rect");
    attribute(svg, "x", LEFT);
    attribute(svg, "y", height_of(until));
    attribute(svg, "width", WIDTH - LEFT - RIGHT);
    attribute(svg, "height", height_of(from) - height_of(until));
    buffer_format(svg, " fill=\"%s\"/>", colour);
}

static void add_words(struct buffer *svg, int x, int y, const char *anchor, const char *colour) {
    buffer_add_string(svg, "<text");
    attribute(svg, "x", x);
    attribute(svg, "y", y);
    buffer_format(svg, " text-anchor=\"%s\" fill=\"%s\">", anchor, colour);
}

static void draw_frame(const struct picture_scale *scale, struct buffer *svg) {
    add_band(svg, 14, 20, "#ebf5ef");
    add_band(svg, 8, 14, "#fdf8e7");
    add_band(svg, 0, 8, "#fcedeb");
    for (int figure = 0; figure <= 10; figure += 2) {
        int y = height_of(2 * figure);
        buffer_add_string(svg, "<path d=\"");
        path_step(svg, 'M', LEFT, y);
        buffer_add_char(svg, 'H');
        add_length(svg, WIDTH - RIGHT);
        buffer_add_string(svg, "\" stroke=\"#aebcc1\"/>");
        add_words(svg, LEFT - 80, y + 40, "end", "#4f6067");
        buffer_format(svg, "%d</text>", figure);
    }
    add_words(svg, LEFT - 300, height_of(20) + 40, "end", "#1d6340");
    buffer_add_string(svg, "veilig genoeg</text>");
    add_words(svg, LEFT - 300, height_of(0) + 40, "end", "#9b1c1c");
    buffer_add_string(svg, "heel onveilig</text>");
    size_t fit = (WIDTH - LEFT - RIGHT) / LABEL;
    size_t every = (scale->day_count + fit - 1) / fit;
    for (size_t day = 0; day < scale->day_count; day += every) {
        add_words(svg, place_of(scale, day), HEIGHT - 120, "middle", "#1c2b30");
        say_short_date(svg, scale->days[day]);
        buffer_add_string(svg, "</text>");
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
            path_step(svg, letter, place_of(scale, day) + aside,
                      height_of(scale->halves[person][day]));
            letter = 'L';
        }
        end_line(svg, person);
    }
    for (size_t day = 0; day < scale->day_count; day++)
        if (scale->halves[person][day] != PICTURE_NO_FIGURE)
            add_mark(svg, person, place_of(scale, day) + aside,
                     height_of(scale->halves[person][day]));
}

void picture_scale_draw(const struct picture_scale *scale, struct buffer *svg) {
    begin(svg, WIDTH, HEIGHT);
    draw_frame(scale, svg);
    for (size_t person = 0; person < scale->people_count; person++)
        draw_person(scale, person, svg);
    buffer_add_string(svg, "</svg>");
}

void picture_symbol_draw(size_t person, struct buffer *svg) {
    begin(svg, SYMBOL_WIDTH, SYMBOL_HEIGHT);
    buffer_add_string(svg, "<path d=\"");
    path_step(svg, 'M', 20, SYMBOL_HEIGHT / 2);
    path_step(svg, 'L', SYMBOL_WIDTH - 20, SYMBOL_HEIGHT / 2);
    end_line(svg, person);
    add_mark(svg, person, SYMBOL_WIDTH / 2, SYMBOL_HEIGHT / 2);
    buffer_add_string(svg, "</svg>");
}
