// SPDX-License-Identifier: EUPL-1.2
// A private folder to work in, that nobody else can look into and that goes away again.
#ifndef G1P_BASE_WORKDIR_H
#define G1P_BASE_WORKDIR_H

#include "lib/base/text.h"
#include "lib/base/trouble.h"

struct workdir {
    char *path; // absolute, without symbolic links
    int folder; // open on it
};

// Makes a fresh folder with mode 0700 under `parent` (NULL or "": $TMPDIR, else /tmp).
int workdir_make(const char *parent, struct workdir *workdir, struct trouble *trouble);

// Makes a new file with mode 0600 in it; `name` has no slash. Returns a descriptor open for
// writing, or -1.
int workdir_create(const struct workdir *workdir, const char *name, struct trouble *trouble);

// As workdir_create, with this content.
int workdir_put(const struct workdir *workdir, const char *name, struct text content,
                struct trouble *trouble);

// The path of a file in it, to be freed; NULL when memory is out.
char *workdir_path(const struct workdir *workdir, const char *name);

// Removes the folder and everything in it, whatever a program put there and however deep; never
// follows a symbolic link. Frees `workdir` also when it fails.
int workdir_remove(struct workdir *workdir, struct trouble *trouble);

#endif
