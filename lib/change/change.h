// SPDX-License-Identifier: EUPL-1.2
// A change to a file of ours, from its path to its new bytes: read it under its lock, hold it
// against the criteria, make the edits, hold the result against them again, and replace it, or show
// the difference. Used by every command that writes into a file that is there.
#ifndef G1P_CHANGE_CHANGE_H
#define G1P_CHANGE_CHANGE_H

#include "lib/base/buffer.h"
#include "lib/change/judging.h"
#include "lib/rules/check.h"
#include "lib/yaml/edit.h"

struct change_options {
    const char *path;
    enum file_kind kind; // what it must be
    struct date today;
    bool dry_run;  // nothing is written or locked; the difference goes to `difference`
    unsigned wait; // seconds for another writer; REPLACE_WAIT is usual
};

// Makes the edits. `before` is the file as it was read (typed, with its local framework applied).
// Called again, on what stands there then, when somebody else changed the file meanwhile. Returns 0
// (also when there is nothing to change), or -1 with `*trouble`, and nothing is written.
typedef int change_make(struct edit *edit, const struct check_result *before, void *context,
                        struct trouble *trouble);

struct change_outcome {
    bool changed;
    struct check_result before; // good until change_end
    struct check_result after;  // likewise; as `before` when nothing changed
    struct kader_note note;     // what is to be told of the local framework; id 0: nothing
    struct buffer difference;   // a unified diff, in a dry run; empty when nothing changed
    struct arena arena;         // theirs
    struct arena scratch;
    struct judging judging;
};

// Returns 0, or -1 with `*trouble`: not there, not readable as ours or of another kind, an edit
// that was refused, an edit that would make a finding of severity fout in FMT that was not there,
// not written. Call change_end in any case.
int change_file(const struct change_options *options, change_make *make, void *context,
                struct change_outcome *outcome, struct trouble *trouble);

void change_end(struct change_outcome *outcome);

// Adds, for behind a sentence that says what stands now, what the check thinks of it: how many
// errors, warnings and pieces of advice there are, and which rules speak now that did not before,
// or the other way round. "The check: 1 error, 2 warnings, new: VP-18." Without a newline.
void change_verdict(const struct change_outcome *outcome, struct buffer *out);

#endif
