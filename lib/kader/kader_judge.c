// SPDX-License-Identifier: EUPL-1.2
// From a file's path to its framework, and to its findings.
#include "lib/kader/kader_judge.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "lib/kader/dossier_store.h"

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

// Whether the rules ask if a plan that is closed has an open record of the meldcode.
static bool asks_dossiers(const struct check_options *options, const struct check_result *result) {
    return result->kind == KIND_PLAN && result->readable &&
           check_speaks(options, RULE_PR_06, result->phase);
}

// The plan that a record names. What is read of it is the result's arena's.
static int find_plan(struct dossier_store *dossiers, const char *folder,
                     const struct check_options *options, struct check_result *result) {
    struct arena scratch;
    struct plan_file found;
    arena_init(&scratch, 0);
    int outcome = dossier_store_plan(dossiers, folder, result->dossier->plan.text, options->today,
                                     result->findings.arena, &scratch, &found);
    arena_free(&scratch);
    if (outcome != 0)
        return -1;
    result->related.link = found.link;
    result->related.plan = found.plan;
    report_link(options, result);
    return 0;
}

static int relate(struct dossier_store *dossiers, const char *folder, const char *path,
                  const struct check_options *options, struct check_result *result) {
    if (result->kind == KIND_MELDCODE && result->dossier)
        return find_plan(dossiers, folder, options, result);
    if (!asks_dossiers(options, result))
        return 0;
    char *real = realpath(path, NULL);
    int outcome = dossier_store_any_open(dossiers, folder, real ? real : "",
                                         result->plan.nummer.text, &result->related.open_dossier);
    free(real);
    return outcome;
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
        struct dossier_store *dossiers = kader_store_dossiers(reader->store);
        if (folder && relate(dossiers, folder, path, options, result) != 0)
            return -1;
    }
    if (choice.unknown)
        report_unknown_kader(&result->plan, choice.near, options, &result->findings);
    *note = choice.note;
    return check_judge(options, choice.kader, result);
}
