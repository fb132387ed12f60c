// SPDX-License-Identifier: EUPL-1.2
// What stands on the time line, and the drawing of it. Lengths are tenths of a pixel.
#include "lib/render/tijdlijn.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/render/say.h"

enum {
    WIDTH = 7200,
    LEFT = 750,
    RIGHT = 250,
    TOP = 330,
    BOTTOM = 620,
    GOAL_ROW = 230,
    ACTION_ROW = 145,
    BAR = 60,
    MARK = 48,
    MOST_MONTH_LABELS = 9,
    LEAST_DAYS = 28 // of the whole line
};

static const struct svg_letters goal_letters = {"end", SVG_INK, 115, true};
static const struct svg_letters action_letters = {"end", SVG_SOFT, 105, false};
static const struct svg_letters month_letters = {"start", SVG_SOFT, 105, false};
static const struct svg_letters today_letters = {"middle", SVG_INK, 110, true};
static const struct svg_letters no_day_letters = {"start", SVG_SOFT, 105, false};

// ---- what stands on it ----

struct date tijdlijn_day(const struct plan_actie *actie) {
    if (actie->status.value == ACTIESTATUS_VERVALLEN)
        return (struct date){0};
    return date_known(actie->gedaan.date) ? actie->gedaan.date : actie->uiterlijk.date;
}

enum tijdlijn_stand tijdlijn_stand(const struct plan_actie *actie, struct date today) {
    if (!due_actie_open(actie))
        return STAND_GEDAAN;
    return date_known(actie->uiterlijk.date) && date_compare(actie->uiterlijk.date, today) < 0
               ? STAND_VOORBIJ
               : STAND_NOG_DOEN;
}

void tijdlijn_letters(size_t index, char into[TIJDLIJN_LETTERS]) {
    char turned[TIJDLIJN_LETTERS];
    size_t length = 0;
    for (index++; index > 0 && length < TIJDLIJN_LETTERS - 1; index = (index - 1) / 26)
        turned[length++] = (char)('a' + (index - 1) % 26);
    for (size_t i = 0; i < length; i++)
        into[i] = turned[length - 1 - i];
    into[length] = '\0';
}

static void take(struct tijdlijn *lijn, struct date day, bool *any) {
    if (!date_known(day))
        return;
    *any = true;
    if (!date_known(lijn->first) || date_compare(day, lijn->first) < 0)
        lijn->first = day;
    if (!date_known(lijn->last) || date_compare(day, lijn->last) > 0)
        lijn->last = day;
}

bool tijdlijn_read(const struct plan_plan *plan, struct date today, struct tijdlijn *lijn) {
    size_t actions = 0;
    bool any = false;
    memset(lijn, 0, sizeof *lijn);
    lijn->today = today;
    for (size_t i = 0; i < plan->doelen.count; i++) {
        const struct plan_doel *doel = &plan->doelen.items[i];
        if (doel->status.value == DOELSTATUS_VERVALLEN)
            continue;
        if (lijn->count == TIJDLIJN_MOST_GOALS) {
            lijn->dropped++;
            continue;
        }
        lijn->nummers[lijn->count] = (unsigned)i + 1;
        lijn->doelen[lijn->count++] = doel;
        take(lijn, doel->afgesproken.date, &any);
        take(lijn, doel->evaluatie.date, &any);
        for (size_t k = 0; k < doel->acties.count; k++)
            take(lijn, tijdlijn_day(&doel->acties.items[k]), &any);
        actions += doel->acties.count;
    }
    if (!any)
        return false;
    take(lijn, today, &any);
    long days = date_days(lijn->last) - date_days(lijn->first);
    if (days < LEAST_DAYS) {
        lijn->first = date_plus_days(lijn->first, -(LEAST_DAYS - days) / 2);
        lijn->last = date_plus_days(lijn->last, (LEAST_DAYS - days) / 2);
    }
    lijn->shared = actions > TIJDLIJN_MOST_ACTIONS;
    return true;
}

// ---- drawing ----

static int place_of(const struct tijdlijn *lijn, struct date day) {
    long from = date_days(lijn->first);
    long days = date_days(lijn->last) - from;
    long at = date_days(day) - from;
    return LEFT + (int)(at * (WIDTH - LEFT - RIGHT) / (days > 0 ? days : 1));
}

static struct date next_month(struct date day, int step) {
    int months = day.year * 12 + day.month - 1 + step;
    return (struct date){(short)(months / 12), (signed char)(months % 12 + 1), 1};
}

static void draw_months(const struct tijdlijn *lijn, int bottom, struct buffer *svg) {
    static const int steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 600};
    long months = (date_days(lijn->last) - date_days(lijn->first)) / 30 + 1;
    int step = 1200;
    for (size_t i = sizeof steps / sizeof *steps; i > 0; i--)
        if (months / steps[i - 1] <= MOST_MONTH_LABELS)
            step = steps[i - 1];
    struct date month = lijn->first;
    month.month =
        (signed char)((month.month - 1) / (step > 12 ? 12 : step) * (step > 12 ? 12 : step) + 1);
    month.day = 1;
    for (; date_compare(month, lijn->last) <= 0; month = next_month(month, step)) {
        struct buffer words = {0};
        int x = place_of(lijn, month);
        if (date_compare(month, lijn->first) >= 0) {
            svg_line(svg, x, TOP, x, bottom + 140, (struct svg_pen){NULL, "#dfe7ea", 8, NULL});
            say_month(&words, month);
            if (x + svg_text_width(buffer_text(&words), month_letters) < WIDTH - 20)
                svg_text(svg, x + 35, bottom + 130, month_letters, buffer_text(&words));
        }
        svg->failed = svg->failed || words.failed;
        buffer_free(&words);
    }
    svg_line(svg, LEFT, bottom, WIDTH - RIGHT, bottom, (struct svg_pen){NULL, SVG_LINE, 10, NULL});
}

static void draw_mark(enum tijdlijn_stand stand, int x, int y, struct buffer *svg) {
    static const struct svg_pen pens[] = {[STAND_NOG_DOEN] = {SVG_PAPER, SVG_MAIN, 16, NULL},
                                          [STAND_GEDAAN] = {SVG_GOOD, SVG_GOOD, 16, NULL},
                                          [STAND_VOORBIJ] = {SVG_ALARM, SVG_ALARM, 16, NULL}};
    svg_mark(svg, stand == STAND_VOORBIJ ? SVG_TRIANGLE : SVG_CIRCLE, x, y, MARK, pens[stand]);
}

static void draw_evaluation(int x, int y, struct buffer *svg) {
    svg_mark(svg, SVG_DIAMOND, x, y, MARK + 10, (struct svg_pen){SVG_PAPER, SVG_MAIN, 16, NULL});
}

static void draw_goal(const struct tijdlijn *lijn, size_t which, int y, struct buffer *svg) {
    const struct plan_doel *doel = lijn->doelen[which];
    struct date begin = doel->afgesproken.date;
    struct date until = doel->evaluatie.date;
    bool reached = doel->status.value == DOELSTATUS_BEHAALD;
    char label[24];
    snprintf(label, sizeof label, D_("Doel %u"), lijn->nummers[which]);
    svg_text(svg, LEFT - 100, y + 40, goal_letters, text_of(label));
    if (!date_known(begin) && !date_known(until))
        return;
    // With one end only, a bar with an open end.
    int from = date_known(begin) ? place_of(lijn, begin) : LEFT;
    int to = date_known(until) ? place_of(lijn, until) : WIDTH - RIGHT;
    if (to < from)
        to = from;
    bool whole = date_known(begin) && date_known(until);
    svg_box(svg, from, y - BAR / 2, to - from > BAR ? to - from : BAR, BAR, BAR / 2,
            (struct svg_pen){reached ? "#a9cdb8" : "#b9d0d6", reached ? SVG_GOOD : SVG_MAIN, 8,
                             whole ? NULL : "4 3"});
    if (date_known(until))
        draw_evaluation(to, y, svg);
    if (reached)
        svg_text(svg, from + 70, y - 55, (struct svg_letters){"start", SVG_GOOD, 100, true},
                 text_of(D_("behaald")));
}

static void draw_actions(const struct tijdlijn *lijn, size_t which, int y, struct buffer *svg) {
    const struct plan_actie_list *acties = &lijn->doelen[which]->acties;
    for (size_t i = 0; i < acties->count; i++) {
        struct date day = tijdlijn_day(&acties->items[i]);
        if (!lijn->shared) {
            char letters[TIJDLIJN_LETTERS];
            char label[40];
            tijdlijn_letters(i, letters);
            snprintf(label, sizeof label, "%u%s", lijn->nummers[which], letters);
            svg_text(svg, LEFT - 100, y + 38, action_letters, text_of(label));
            svg_line(svg, LEFT, y, date_known(day) ? place_of(lijn, day) : WIDTH - RIGHT, y,
                     (struct svg_pen){NULL, SVG_LINE, 8, "1 3"});
        }
        if (date_known(day))
            draw_mark(tijdlijn_stand(&acties->items[i], lijn->today), place_of(lijn, day), y, svg);
        else if (!lijn->shared)
            svg_text(svg, LEFT + 30, y - 15, no_day_letters,
                     acties->items[i].status.value == ACTIESTATUS_VERVALLEN
                         ? text_of(D_("vervallen"))
                         : text_of(D_("geen dag")));
        y += lijn->shared ? 0 : ACTION_ROW;
    }
}

static void draw_today(const struct tijdlijn *lijn, int bottom, struct buffer *svg) {
    int x = place_of(lijn, lijn->today);
    int room = svg_text_width(text_of(D_("vandaag")), today_letters) / 2;
    int at = x < LEFT + room ? LEFT + room : x > WIDTH - room ? WIDTH - room : x;
    svg_line(svg, x, TOP - 60, x, bottom, (struct svg_pen){NULL, SVG_INK, 14, "6 3"});
    svg_text(svg, at, TOP - 110, today_letters, text_of(D_("vandaag")));
}

static void draw_legend(int y, struct buffer *svg) {
    static const char *const words[] = {DN_("nog doen"), DN_("gedaan"), DN_("datum voorbij")};
    int x = LEFT + 60;
    for (int stand = STAND_NOG_DOEN; stand <= STAND_VOORBIJ; stand++) {
        draw_mark((enum tijdlijn_stand)stand, x, y - 35, svg);
        svg_text(svg, x + 110, y, month_letters, text_of(D_(words[stand])));
        x += 1150;
    }
    x += 200;
    draw_evaluation(x, y - 35, svg);
    svg_text(svg, x + 120, y, month_letters, text_of(D_("we kijken terug op het doel")));
}

static int height_of(const struct tijdlijn *lijn, size_t which) {
    int rows = (int)lijn->doelen[which]->acties.count;
    return GOAL_ROW + ACTION_ROW * (lijn->shared && rows > 0 ? 1 : rows) + 40;
}

void tijdlijn_draw(const struct tijdlijn *lijn, struct buffer *svg) {
    int bottom = TOP;
    for (size_t i = 0; i < lijn->count; i++)
        bottom += height_of(lijn, i);
    svg_begin(svg, WIDTH, bottom + BOTTOM);
    draw_months(lijn, bottom, svg);
    draw_today(lijn, bottom, svg);
    int y = TOP;
    for (size_t i = 0; i < lijn->count; i++) {
        draw_goal(lijn, i, y + GOAL_ROW / 2, svg);
        draw_actions(lijn, i, y + GOAL_ROW + 40, svg);
        y += height_of(lijn, i);
    }
    draw_legend(bottom + 450, svg);
    svg_end(svg);
}
