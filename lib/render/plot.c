// SPDX-License-Identifier: EUPL-1.2
// Drawing the scale with characters.
#include "lib/render/plot.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/base/wrap.h"

enum {
    MARGIN = 6,    // "  10 |"
    CELL_LEAST = 7 // a day's name and a blank
};

static const char *const months[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"),
                                     N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
                                     N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};

const char *plot_mark(size_t person, bool unicode) {
    static const char *const shapes[PICTURE_MOST_PEOPLE] = {"●", "■", "▲", "◆", "○", "□",
                                                            "△", "◇", "▼", "★", "▽", "☆"};
    static const char *const letters[PICTURE_MOST_PEOPLE] = {"o", "x", "+", "*", "#", "@",
                                                             "%", "&", "A", "B", "C", "D"};
    return (unicode ? shapes : letters)[person % PICTURE_MOST_PEOPLE];
}

void plot_day(struct date day, struct buffer *out) {
    buffer_format(out, "%d %s", day.day, _(months[day.month - 1]));
}

// ---- a line of it, without blanks at its end ----

struct line {
    struct buffer *out;
    int column;
    int blanks; // that are due before the next mark
};

static void put(struct line *line, const char *mark) {
    for (; line->blanks > 0; line->blanks--)
        buffer_add_char(line->out, ' ');
    buffer_add_string(line->out, mark);
    line->column += wrap_width(text_of(mark));
}

static void go_to(struct line *line, int column) {
    if (column > line->column) {
        line->blanks += column - line->column;
        line->column = column;
    }
}

static void end(struct line *line) {
    buffer_add_char(line->out, '\n');
    line->column = 0;
    line->blanks = 0;
}

// ---- the drawing ----

// Whether the figure of a person on a day stands on this row, 0 to 10.
static bool on_row(const struct picture_scale *scale, size_t person, size_t day, int row) {
    int halves = scale->halves[person][day];
    return halves != PICTURE_NO_FIGURE && halves / 2 == row;
}

// How many columns a day needs: the most marks on one row.
static int cell_width(const struct picture_scale *scale) {
    int widest = CELL_LEAST;
    for (size_t day = 0; day < scale->day_count; day++)
        for (int row = 0; row <= 10; row++) {
            int width = 1;
            for (size_t person = 0; person < scale->people_count; person++)
                if (on_row(scale, person, day, row))
                    width += 1 + scale->halves[person][day] % 2;
            widest = width > widest ? width : widest;
        }
    return widest;
}

static void draw_row(const struct picture_scale *scale, const struct plot_look *look, int row,
                     size_t first, int cell, struct line *line) {
    char label[16];
    snprintf(label, sizeof label, "%4d ", row);
    if (row % 2 == 0)
        put(line, label);
    go_to(line, MARGIN - 1);
    put(line, look->unicode ? row % 2 == 0 ? "┤" : "│" : "|");
    for (size_t day = first; day < scale->day_count; day++) {
        go_to(line, MARGIN + 1 + (int)(day - first) * cell);
        for (size_t person = 0; person < scale->people_count; person++) {
            if (!on_row(scale, person, day, row))
                continue;
            put(line, plot_mark(person, look->unicode));
            if (scale->halves[person][day] % 2 == 1)
                put(line, look->unicode ? "½" : "'");
        }
    }
    end(line);
}

static void draw_axis(const struct plot_look *look, int cells, struct line *line) {
    go_to(line, MARGIN - 1);
    put(line, look->unicode ? "└" : "+");
    for (int i = 0; i < cells; i++)
        put(line, look->unicode ? "─" : "-");
    end(line);
}

// The days, and below them the years, each where it begins.
static void draw_days(const struct picture_scale *scale, size_t first, int cell,
                      struct line *line) {
    for (size_t day = first; day < scale->day_count; day++) {
        struct buffer name = {0};
        plot_day(scale->days[day], &name);
        buffer_add_char(&name, '\0');
        go_to(line, MARGIN + 1 + (int)(day - first) * cell);
        put(line, name.failed ? "" : name.bytes);
        line->out->failed |= name.failed;
        buffer_free(&name);
    }
    end(line);
    for (size_t day = first; day < scale->day_count; day++) {
        char year[16];
        if (day > first && scale->days[day].year == scale->days[day - 1].year)
            continue;
        snprintf(year, sizeof year, "%d", scale->days[day].year);
        go_to(line, MARGIN + 1 + (int)(day - first) * cell);
        put(line, year);
    }
    end(line);
}

size_t plot_scale(const struct picture_scale *scale, const struct plot_look *look,
                  struct buffer *out) {
    struct line line = {.out = out};
    int cell = cell_width(scale);
    int fit = (look->columns - MARGIN - 1) / cell;
    size_t drawn = fit < 1 ? 1 : (size_t)fit;
    if (drawn > scale->day_count)
        drawn = scale->day_count;
    size_t first = scale->day_count - drawn;
    for (int row = 10; row >= 0; row--)
        draw_row(scale, look, row, first, cell, &line);
    draw_axis(look, (int)drawn * cell, &line);
    draw_days(scale, first, cell, &line);
    return drawn;
}
