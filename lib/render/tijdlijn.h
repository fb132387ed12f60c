// SPDX-License-Identifier: EUPL-1.2
// Goals and their actions on a time line, with a mark for today.
#ifndef G1P_RENDER_TIJDLIJN_H
#define G1P_RENDER_TIJDLIJN_H

#include "lib/plan/plan.h"
#include "lib/render/svg.h"

// Only so many goals are drawn. With more actions than these, those of a goal share one line.
enum { TIJDLIJN_MOST_GOALS = 30, TIJDLIJN_MOST_ACTIONS = 24 };

struct tijdlijn {
    const struct plan_doel *doelen[TIJDLIJN_MOST_GOALS]; // those that did not fall away
    unsigned nummers[TIJDLIJN_MOST_GOALS];               // as in the plan, from 1
    size_t count;
    size_t dropped;
    struct date first, last, today; // of the line
    bool shared;                    // the actions of a goal share one line
};

// How an action stands on the line.
enum tijdlijn_stand { STAND_NOG_DOEN, STAND_GEDAAN, STAND_VOORBIJ };

// Gathers the goals. False when no goal or action has a date.
bool tijdlijn_read(const struct plan_plan *plan, struct date today, struct tijdlijn *lijn);

// The day of an action on the line (the day it was done, else its last day), unknown when it has
// none or fell away; and how it stands.
struct date tijdlijn_day(const struct plan_actie *actie);
enum tijdlijn_stand tijdlijn_stand(const struct plan_actie *actie, struct date today);

// The letters of an action within its goal: "a", …, "z", "aa", …
enum { TIJDLIJN_LETTERS = 8 };
void tijdlijn_letters(size_t index, char into[TIJDLIJN_LETTERS]);

void tijdlijn_draw(const struct tijdlijn *lijn, struct buffer *svg);

#endif
