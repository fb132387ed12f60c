// SPDX-License-Identifier: EUPL-1.2
// A file of ours as the check sees it: read, and judged by the local framework that applies.
#ifndef G1P_CHANGE_JUDGING_H
#define G1P_CHANGE_JUDGING_H

#include "lib/kader/kader_judge.h"

// What judging needs, kept from one reading to the next. All fields are its own.
struct judging {
    struct check_options options; // all rules speak
    struct kader_store *store;
    struct kader_reader kaders;
    struct realfolder folder;
};

// Returns 0, or -1 when memory ran out. Call judging_end in any case.
int judging_begin(struct judging *judging, struct date today);

// Frees it, and with it the framework that results refer to.
void judging_end(struct judging *judging);

// Judges `source`, that was read from `path`, as a file of the kind wanted. `result` is the arena's
// and points into `source`. `*note` gets what is to be told of the framework (id 0: nothing).
// Returns 0, or -1 with `*trouble`: empty, not ours, of another kind, not to be read as YAML, out
// of memory.
int judging_source(struct judging *judging, const char *path, enum file_kind kind,
                   struct text source, struct arena *arena, struct arena *scratch,
                   struct check_result *result, struct kader_note *note, struct trouble *trouble);

// A file that was read to be shown, or before it is changed.
struct judged {
    struct judging judging;
    struct check_result result;
    struct kader_note note;
    struct arena arena;
    struct arena scratch;
};

// Reads `path` ("-": standard input). As judging_source; also -1 when it cannot be read. Call
// judged_end in any case.
int judged_read(struct judged *judged, const char *path, enum file_kind kind, struct date today,
                struct trouble *trouble);
void judged_end(struct judged *judged);

#endif
