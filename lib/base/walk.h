// SPDX-License-Identifier: EUPL-1.2
// The walk along files and folders: which files a command is to look into, in a fixed order.
#ifndef G1P_BASE_WALK_H
#define G1P_BASE_WALK_H

#include <stdbool.h>

#include "lib/base/trouble.h"

// Where the paths come from: first the operands, then the list. Both must outlive the walk.
struct walk_paths {
    const char *const *operands; // NULL-ended; may be NULL. "-" is given as it is: standard input
    const char *list;            // file with one path a line; "-": standard input; NULL: none
    bool list_by_nul;            // the list's paths end in a NUL instead of a newline
};

// What walk_next found. A folder is walked with all folders in it, entries in byte order: it gives
// the regular files *.yaml and *.yml, and symbolic links to such. Names that begin with a dot, and
// symbolic links to folders, are passed over. A path that is named is always given, whatever it is.
enum walk_step {
    WALK_FILE,    // `path`, to be looked into
    WALK_TROUBLE, // `trouble`: this one not, but go on
    WALK_END
};

struct walk_entry {
    const char *path;       // of a WALK_FILE; good until the next call; "-": standard input
    bool named;             // an operand or a path of the list, not found in a folder
    struct trouble trouble; // of WALK_TROUBLE
};

struct walk;

// Starts a walk; opens the list, but reads nothing of it yet. NULL, with `*trouble`, when that
// fails. A path "-" inside a list is a file of that name, and is given as "./-".
struct walk *walk_open(const struct walk_paths *paths, struct trouble *trouble);

// Takes the next step. A named folder that holds no file to give is trouble too. Memory grows with
// the number of names in the folders from the named one down to the present one, not with the
// number of files seen.
enum walk_step walk_next(struct walk *walk, struct walk_entry *entry);

void walk_close(struct walk *walk);

#endif
