// SPDX-License-Identifier: EUPL-1.2
// A new repository of plans: its files, and git made ready for them.
#ifndef G1P_CHANGE_REPO_H
#define G1P_CHANGE_REPO_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/text.h"
#include "lib/base/trouble.h"

// A file of it, made constant by gen/ from schemas/repo.
struct repo_file {
    const char *path;
    const char *content;
    bool executable;
};

extern const struct repo_file repo_files[];
extern const size_t repo_file_count;

// What became of git.
enum repo_git {
    REPO_GIT_READY,  // the folder is a repository, and its commits are checked
    REPO_GIT_ABSENT, // there is no git here
    REPO_GIT_HOOKS,  // the repository has hooks of its own, which were left as they are
    REPO_GIT_INSIDE, // the folder lies in a larger repository, whose settings were left as they are
    REPO_GIT_FAILED  // git would not
};

// What there is to say about each: N_() texts.
extern const char *const repo_git_words[];

// Makes the files in `folder` (see newfolder_create), with `kader` as its .g1p.yaml; then makes the
// folder a git repository unless it is one or lies in one, and has git run the hook. `path` is
// $PATH and `home` $HOME (NULL: none), for git. Returns 0 with `*git`, or -1 with `*trouble`, and
// then nothing was made.
int repo_make(const char *folder, struct text kader, const char *path, const char *home,
              enum repo_git *git, struct trouble *trouble);

#endif
