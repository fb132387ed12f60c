// SPDX-License-Identifier: EUPL-1.2
// Where a household stands with its safety plan: for the person at a terminal, and for programs.
#ifndef G1P_RENDER_SAFETY_H
#define G1P_RENDER_SAFETY_H

#include "lib/base/words.h"
#include "lib/render/plot.h"
#include "lib/rules/check.h"

struct safety_options {
    enum language language;
    struct date today;
    bool excerpts; // names, and what the plan says in prose, may be shown; else ids only
    bool colour;
    struct plot_look look;
};

// Adds, in the reader's language: whom to call when there may be acute danger, the scale over time,
// the agreements, the four obliged goals, the signatures, and what is missing by the rules about
// safety plans. `path` is the file's, for the commands that are named. The result is of a plan with
// a safety plan. Sets `out->failed` when memory ran out.
void safety_status(const struct safety_options *options, const char *path,
                   const struct check_result *result, struct buffer *out);

// Only whom to call, and why; nothing when nothing speaks of acute danger.
void safety_danger(const struct safety_options *options, const struct check_result *result,
                   struct buffer *out);

// The same as safety_status, as one JSON object and a newline; its form is told in g1p-safety(1).
// Never a name or a word of prose, whatever `excerpts` says.
void safety_json(const struct safety_options *options, const struct check_result *result,
                 struct buffer *out);

// Only the four obliged goals, as text or JSON; returns how many are missing.
int safety_goals(const struct safety_options *options, const struct plan_plan *plan,
                 struct buffer *out);
int safety_goals_json(const struct plan_plan *plan, struct buffer *out);

// ---- for lib/render/safety*.c ----

// The goal of a plan that is the obliged goal `which` and still stands, or NULL.
const struct plan_doel *safety_goal(const struct plan_plan *plan, int which);

// The word that stands at a value of the format.
struct text safety_word(const struct plan_word *word);

// Whether a finding is about the safety plan, and not covered by an exception.
bool safety_concerns(const struct finding *finding);

#endif
