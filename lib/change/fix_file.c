// SPDX-License-Identifier: EUPL-1.2
// Mending a file in its place.
#include <errno.h>

#include "lib/base/diff.h"
#include "lib/base/input.h"
#include "lib/base/replace.h"
#include "lib/base/words.h"
#include "lib/change/fix.h"

enum { MOST_ATTEMPTS = 5 }; // against an editor that saves again and again

// Mends the file that is held, again when somebody else changed it meanwhile.
static int fix_held(struct fix *fix, const char *path, struct replace *held, struct arena *arena,
                    struct text source, struct fix_counts *counts, struct trouble *trouble) {
    struct fix_counts before = *counts;
    struct text fixed;
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
        *counts = before;
        if (fix_source(fix, path, source, &fixed, counts, trouble) != 0)
            return -1;
        if (text_equal(fixed, source))
            return 0;
        switch (replace_commit(held, fixed, trouble)) {
        case REPLACE_DONE:
            return 0;
        case REPLACE_FAILED:
            *counts = before;
            return -1;
        default:
            arena_reset(arena);
            if (replace_again(held, arena, &source, trouble) != 0)
                return -1;
        }
    }
    *counts = before;
    return trouble_tell(
        trouble, 0, N_("is changed by another program again and again; nothing was written"), path);
}

static int fix_in_place(struct fix *fix, const char *path, struct arena *arena,
                        struct fix_counts *counts, struct trouble *trouble) {
    struct text source;
    arena_reset(arena);
    struct replace *held = replace_open(path, REPLACE_WAIT, TREE_LARGEST, arena, &source, trouble);
    if (!held)
        return -1;
    int outcome = fix_held(fix, path, held, arena, source, counts, trouble);
    replace_close(held);
    return outcome;
}

int fix_file(struct fix *fix, const char *path, bool dry_run, struct buffer *difference,
             struct fix_counts *counts, struct trouble *trouble) {
    struct arena arena;
    struct text source;
    struct text fixed = {NULL, 0};
    struct fix_counts seen = *counts;
    bool too_large = false;
    arena_init(&arena, 0);
    int outcome = input_read(path, TREE_LARGEST, &arena, &source, &too_large, trouble);
    if (outcome == 0 && !too_large)
        outcome = fix_source(fix, path, source, &fixed, &seen, trouble);
    if (outcome == 0 && !too_large && !text_equal(fixed, source)) {
        if (dry_run) {
            diff_unified(path, source, fixed, difference);
            *counts = seen;
        } else {
            outcome = fix_in_place(fix, path, &arena, counts, trouble);
        }
    }
    if (outcome == 0 && difference && difference->failed)
        outcome = trouble_tell(trouble, ENOMEM, N_("cannot be shown"), path);
    arena_free(&arena);
    return outcome;
}
