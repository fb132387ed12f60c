// SPDX-License-Identifier: EUPL-1.2
// From a file's path to its framework, and to its findings.
#include "lib/kader/kader_judge.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

// The real folder of a file: of a symbolic link, that of the file it leads to. NULL with errno.
static const char *home_of(struct realfolder *cache, const char *path) {
    struct stat status;
    if (lstat(path, &status) != 0 || !S_ISLNK(status.st_mode))
        return realfolder_of(cache, path);
    char *real = realpath(path, NULL);
    if (!real)
        return NULL;
    const char *folder = realfolder_of(cache, real);
    int number = errno;
    free(real);
    errno = number;
    return folder;
}

int kader_judge(struct kader_reader *reader, struct realfolder *cache, const char *path,
                const struct check_options *options, struct check_result *result,
                struct kader_note *note) {
    struct kader_choice choice = {0};
    if (result->kind != KIND_KADER) {
        const char *folder = home_of(cache, path);
        if (!folder && errno == ENOMEM)
            return -1;
        struct text named = result->plan.kader.text;
        if (folder && kader_choose(reader, folder, named, &choice) != 0)
            return -1;
    }
    if (choice.unknown)
        report_unknown_kader(&result->plan, choice.near, options, &result->findings);
    *note = choice.note;
    return check_judge(options, choice.kader, result);
}
