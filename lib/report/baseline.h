// SPDX-License-Identifier: EUPL-1.2
// Baselines: what was found before, so that only what is new is shown.
//
// A file of lines in byte order behind a first line "g1p-baseline 1": rule, structural path, count
// and file, parted by blanks. The path names fields and declared ids, and * for an item without an
// id, so that it stays the same when something is put before it. The file is named as seen from the
// folder of the baseline. In its name a blank, a control character, a % and what is no UTF-8 are
// written as %XX. Nothing of what a plan says stands in it.
#ifndef G1P_REPORT_BASELINE_H
#define G1P_REPORT_BASELINE_H

#include "lib/base/buffer.h"
#include "lib/base/trouble.h"
#include "lib/rules/check.h"

struct baseline;

// Reads a baseline. NULL with `*trouble` when it is not there, damaged, or no baseline at all.
struct baseline *baseline_open(const char *path, struct trouble *trouble);

void baseline_close(struct baseline *baseline);

// Whether a baseline may be put at `path`: nothing is there, or an empty file, or another baseline.
// Returns 0, or -1 with `*trouble`: a plan that was named by mistake must not be lost.
int baseline_may_replace(const char *path, struct trouble *trouble);

// The real folder that a baseline at `path` counts from, to be freed; NULL with `*trouble`.
char *baseline_folder(const char *path, struct trouble *trouble);

// Adds how a file is called in a baseline that counts from `home`; `folder` is real, `name` the
// file's last part.
void baseline_name(const char *home, const char *folder, const char *name, struct buffer *out);

// What a baseline knew of one file.
struct baseline_part {
    size_t first, count; // of its lines
    unsigned long known; // findings that were taken out
    int worst;           // the highest severity of those; -1: none
    unsigned long stale; // findings of rules that could speak, and that are there no more
};

// Takes out of the findings of the file called `name` those that the baseline knows: at each path
// as many as it counts, the first ones in the file. Excused ones stay. Reads the baseline only, so
// that workers can do it at the same time. When `kept` is not NULL, the lines that still hold are
// added to it. Returns 0, or -1 when memory ran out.
int baseline_apply(const struct baseline *baseline, struct text name,
                   const bool selected[RULE_COUNT], struct arena *arena,
                   struct check_result *result, struct buffer *kept, struct baseline_part *part);

// Adds the lines for the findings of a file to `lines`, but those that are excused. Returns 0, or
// -1 when memory ran out.
int baseline_add(struct text name, struct arena *arena, const struct check_result *result,
                 struct buffer *lines);

// Notes that a part's file was checked; by one thread.
void baseline_seen(struct baseline *baseline, const struct baseline_part *part);

// Adds the lines of files that were not checked.
void baseline_rest(const struct baseline *baseline, struct buffer *lines);

// Sorts `lines`, drops doubles, and puts them into a baseline at `path`, which is replaced when it
// is there. `*count`: how many findings it holds. Returns 0, or -1 with `*trouble`.
int baseline_write(const char *path, struct buffer *lines, unsigned long *count,
                   struct trouble *trouble);

#endif
