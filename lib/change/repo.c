// SPDX-License-Identifier: EUPL-1.2
// The files of a new repository, and the few calls of git.
#include "lib/change/repo.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/newfolder.h"
#include "lib/base/process.h"
#include "lib/base/words.h"

enum { GIT_SECONDS = 30, GIT_ANSWER = 4096 };

const char *const repo_git_words[] = {
    N_("It is a git repository, and every commit is checked."),
    N_("There is no git here. When it is: git init, then git config core.hooksPath .githooks"),
    N_("This repository has hooks of its own, so commits are not checked yet: let its pre-commit "
       "hook call .githooks/pre-commit."),
    N_("It lies in a larger repository, so commits are not checked yet: let the pre-commit hook "
       "of that one call .githooks/pre-commit."),
    N_("git could not be made ready. Type in that folder: git init, then git config "
       "core.hooksPath .githooks")};

// git, and where it is to work.
struct git {
    char *program;
    const char *folder;
    struct buffer path; // PATH=… and HOME=…, each ended by a NUL
    struct buffer home;
};

// Runs git with these arguments (NULL-ended, "git" first). Returns its exit status, or -1 when it
// could not be run to its end. `*said` is whether it printed anything but blank lines.
static int run_git(const struct git *git, const char *const *arguments, bool *said) {
    const char *const environment[] = {"LC_ALL=C", git->path.bytes,
                                       git->home.length ? git->home.bytes : NULL, NULL};
    struct process_task task = {.program = git->program,
                                .arguments = arguments,
                                .environment = environment,
                                .folder = git->folder,
                                .output_limit = GIT_ANSWER,
                                .seconds = GIT_SECONDS};
    struct process_result result = {0};
    struct trouble untold;
    int status = -1;
    if (process_run(&task, &result, &untold) == 0 && result.outcome == PROCESS_EXITED)
        status = result.code;
    *said = text_trim(buffer_text(&result.output)).length > 0;
    process_free(&result);
    return status;
}

static enum repo_git make_ready(const struct git *git) {
    static const char *const where[] = {"git", "rev-parse", "--show-cdup", NULL};
    static const char *const begin[] = {"git", "init", "--quiet", NULL};
    static const char *const hooks[] = {"git", "config", "--get", "core.hooksPath", NULL};
    static const char *const hook[] = {"git", "config", "core.hooksPath", ".githooks", NULL};
    bool said;
    int status = run_git(git, where, &said);
    if (status == 0 && said)
        return REPO_GIT_INSIDE;
    if (status != 0 && run_git(git, begin, &said) != 0)
        return REPO_GIT_FAILED;
    if (run_git(git, hooks, &said) == 0)
        return REPO_GIT_HOOKS;
    return run_git(git, hook, &said) == 0 ? REPO_GIT_READY : REPO_GIT_FAILED;
}

static enum repo_git settle_git(const char *folder, const char *path, const char *home) {
    struct git git = {.program = process_find("git", path), .folder = folder};
    if (!git.program)
        return errno == ENOENT ? REPO_GIT_ABSENT : REPO_GIT_FAILED;
    buffer_format(&git.path, "PATH=%s", path ? path : "");
    buffer_add_char(&git.path, '\0');
    if (home) {
        buffer_format(&git.home, "HOME=%s", home);
        buffer_add_char(&git.home, '\0');
    }
    enum repo_git outcome = git.path.failed || git.home.failed ? REPO_GIT_FAILED : make_ready(&git);
    buffer_free(&git.path);
    buffer_free(&git.home);
    free(git.program);
    return outcome;
}

int repo_make(const char *folder, struct text kader, const char *path, const char *home,
              enum repo_git *git, struct trouble *trouble) {
    struct newfolder_file *files = calloc(repo_file_count + 1, sizeof *files);
    if (!files)
        return trouble_tell(trouble, ENOMEM, N_("cannot be made"), folder);
    files[0] = (struct newfolder_file){.path = ".g1p.yaml", .text = kader};
    for (size_t i = 0; i < repo_file_count; i++)
        files[i + 1] = (struct newfolder_file){.path = repo_files[i].path,
                                               .text = text_of(repo_files[i].content),
                                               .executable = repo_files[i].executable};
    int outcome = newfolder_create(folder, files, repo_file_count + 1, trouble);
    free(files);
    if (outcome == 0)
        *git = settle_git(folder, path, home);
    return outcome;
}
