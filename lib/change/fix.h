// SPDX-License-Identifier: EUPL-1.2
// The changes that are safe without asking anybody: mistyped keys and words with one near
// neighbour, dates in another form, and what is missing shown behind a #. Never a word of content,
// and never a change that makes a new finding: such a one is dropped.
#ifndef G1P_CHANGE_FIX_H
#define G1P_CHANGE_FIX_H

#include "lib/base/buffer.h"
#include "lib/change/judging.h"

// What became of one file, or of many.
struct fix_counts {
    unsigned long keys;     // that got their right name
    unsigned long words;    // of a list
    unsigned long dates;    // that got the form that is asked for
    unsigned long sections; // shown behind a #
};

// What fixing needs, kept from one file to the next. All fields are its own.
struct fix {
    struct check_options wanted; // the rules whose findings are mended
    struct judging judging;
    struct arena arena;
    struct arena scratch;
    struct buffer current; // the source as it is now
    struct buffer known;   // its findings: a line each
    struct buffer found;   // those after a change
    struct buffer tried;   // which places were tried
    bool ours;             // whether the last source was a file of g1p
};

// Returns 0, or -1 when memory ran out. Call fix_end in any case. `wanted` tells today, whether all
// phases count, and of which rules findings are to be mended; new findings count of every rule.
int fix_begin(struct fix *fix, const struct check_options *wanted);
void fix_end(struct fix *fix);

// Mends `source`, that was read from `name`. Returns 0 with `*fixed` (good until the next call;
// equal to the source when there was nothing to mend, or the file is not ours or not to be read as
// YAML) and adds to `*counts`; -1 with `*trouble` when memory ran out.
int fix_source(struct fix *fix, const char *name, struct text source, struct text *fixed,
               struct fix_counts *counts, struct trouble *trouble);

// Mends the file `path` as above, under its lock, or in a dry run adds the difference to
// `difference` and writes nothing. A file without anything to mend is not locked. Returns 0, or -1
// with `*trouble`.
int fix_file(struct fix *fix, const char *path, bool dry_run, struct buffer *difference,
             struct fix_counts *counts, struct trouble *trouble);

#endif
