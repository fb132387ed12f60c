// SPDX-License-Identifier: EUPL-1.2
// Putting a set of new files in a folder: all of them or none, and nothing that is there touched.
#ifndef G1P_BASE_NEWFOLDER_H
#define G1P_BASE_NEWFOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/text.h"
#include "lib/base/trouble.h"

// One of the files; its folders are made too.
struct newfolder_file {
    const char *path; // below the folder, without "." and ".."
    struct text text;
    bool executable;
};

// Makes the files in `folder`, for their owner only (0600, or 0700; folders 0700). A folder that is
// not there yet appears whole; in one that is there the files are made one by one, after it has
// been seen that none of their names is taken. Interruptions (SIGINT, SIGTERM, SIGHUP) are held up
// meanwhile. Returns 0, or -1 with `*trouble`, and then what was made is taken away again: EEXIST
// with the path that is taken, ENOTDIR, or what the system refused. Only a kill leaves something
// behind: files that are whole, or a folder named .NAME.XXXXXX.
int newfolder_create(const char *folder, const struct newfolder_file *files, size_t count,
                     struct trouble *trouble);

#endif
