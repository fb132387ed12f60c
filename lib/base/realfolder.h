// SPDX-License-Identifier: EUPL-1.2
// Real folders: absolute paths without symbolic links, and names as seen from such a folder.
#ifndef G1P_BASE_REALFOLDER_H
#define G1P_BASE_REALFOLDER_H

#include "lib/base/buffer.h"

// Remembers the last folder that was asked for, as files of one folder come one after another.
// Start with `struct realfolder f = {0}`.
struct realfolder {
    struct buffer asked;
    char *path;
};

// The real folder that the file `path` lies in; where that is not there (a name for standard input
// need not be), the nearest one above it. NULL with errno when it cannot be told. Good until the
// next call.
const char *realfolder_of(struct realfolder *folder, const char *path);

void realfolder_free(struct realfolder *folder);

// The last part of a path: what stands behind its last slash.
const char *realfolder_name(const char *path);

// Looks for `name` ("a/b") in the real folder `folder` and then in those above it, and adds how
// what is there is called from `folder`: "../a/b". Returns whether there is one; false too when
// memory ran out.
bool realfolder_above(const char *folder, const char *name, struct buffer *out);

// Whether `path` is `folder` or lies inside it; both real.
bool realfolder_holds(const char *folder, const char *path);

// Adds how the file `name` in the real folder `folder` is called from the real folder `from`:
// "plannen/a.yaml", "../a.yaml".
void realfolder_relative(const char *from, const char *folder, const char *name,
                         struct buffer *out);

#endif
