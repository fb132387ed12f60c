// SPDX-License-Identifier: EUPL-1.2
// A weighing and a record of the meldcode: for the person at a terminal, and for programs.
#ifndef G1P_RENDER_MELDCODE_H
#define G1P_RENDER_MELDCODE_H

#include "lib/base/words.h"
#include "lib/method/meldcode_stand.h"
#include "lib/rules/check.h"

struct meldcode_options {
    enum language language;
    bool excerpts; // names and words of the record may be shown
    bool colour;
    int columns;
};

// Adds, in the reader's language: whom to ring in danger, the path through the questions, the
// outcome and what it means, what is still needed, and who decides.
void weging_text(const struct meldcode_options *options,
                 const enum weging_woord antwoorden[WEGING_VRAGEN], const struct plan_kader *kader,
                 struct buffer *out);

// The outcome as one JSON object and a newline: {"uitkomst","melden","hulp","volgende","pad",
// "genegeerd"}; `pad` and `genegeerd` hold fields of questions, `volgende` one or null.
void weging_json(const enum weging_woord antwoorden[WEGING_VRAGEN], struct buffer *out);

// Adds whom to ring: one line, or when `acute` all of them with when to ring them. `bold` shows
// what presses.
void meldcode_danger(const struct meldcode_options *options, const struct plan_kader *kader,
                     bool acute, struct buffer *out);

// Where a record stands: danger, the steps, the last weighing, what follows and by when, whom to
// ask, the six requirements for good help, and what is missing by the rules. `path` is the file's,
// for the commands that are named. Sets `out->failed` when memory ran out.
void meldcode_status(const struct meldcode_options *options, const char *path,
                     const struct check_result *result, struct buffer *out);

// The same as one JSON object and a newline; its form is told in g1p-meldcode(1). Never a name or a
// word of prose.
void meldcode_json(const struct check_result *result, struct buffer *out);

// ---- for lib/render/meldcode*.c ----

// A paragraph: its first line from `from`, later ones from `indent`; empties `line`.
void meldcode_flush(const struct meldcode_options *options, struct buffer *line, int from,
                    int indent, struct buffer *out);

void meldcode_heading(const struct meldcode_options *options, const char *words,
                      struct buffer *out);

// Adds the label of a word of the format: Dutch, or the word itself.
void meldcode_label(const struct meldcode_options *options, int type, int word, struct buffer *out);

#endif
