// SPDX-License-Identifier: EUPL-1.2
// What of a plan a document may show: for whom it is, and with names or without.
#ifndef G1P_RENDER_VIEW_H
#define G1P_RENDER_VIEW_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/base/trouble.h"
#include "lib/method/fingerprint.h"
#include "lib/plan/plan.h"

struct view_options {
    const char *reader; // the id of who it is for; NULL: whoever holds the file
    bool anonymous;
    bool quiet;                  // the document itself says that there are no names in it
    const char *const *sections; // that will be shown, NULL-ended; NULL: all
    bool strict;                 // refuse while there may be names left
    bool excerpts;               // the words in question may be told: standard error is a terminal
};

// Everything that is rendered is taken from here, and sees nothing else of the plan.
struct view {
    const struct plan_plan *plan;
    const struct plan_meldcode *dossier; // NULL: of a plan
    struct text reader;                  // the id in `plan` of who it is for; empty: of no one
    bool partial;                        // something was left out for the reader
    const char *vorm;                    // the type of the document that was made of it
    bool anonymous;                      // names were replaced
    unsigned onderdelen;                 // with a reader: what is shown, 1 << enum onderdeel
    char vingerafdruk[FINGERPRINT_ROOM]; // likewise: of it
};

// Makes the view of the plan or record in `file`, which is `whole`. What is to be said about it
// goes into `notes`, in the reader's language, one line each that begins with "COMMAND: FILE: ".
// Everything is the arena's. Returns 0, or -1 with
// `*trouble`: nobody has that id, nothing may be shown, names may be left, no memory.
int view_make(const struct view_options *options, const char *command, const char *file,
              const struct view *whole, struct date today, struct arena *arena, struct view *view,
              struct buffer *notes, struct trouble *trouble);

// The parts that a document holds which shows only these sections of the view (NULL: all).
unsigned view_onderdelen(const struct view *view, const char *const *sections);

#endif
