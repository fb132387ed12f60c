// SPDX-License-Identifier: EUPL-1.2
// Judging a file by the local framework that applies to it.
#ifndef G1P_KADER_KADER_JUDGE_H
#define G1P_KADER_KADER_JUDGE_H

#include "lib/base/realfolder.h"
#include "lib/kader/kader_store.h"

// Chooses the framework of a file that check_read has gone over, and judges the file by it
// (check_judge), with what other files have to say (see dossier_store.h): the plan that a record
// names, and whether a plan that is closed has an open record. `path` is the file's; of a symbolic
// link the folder counts of the file that it leads to. `*note` gets what is to be told of the
// framework. A framework has none itself. Returns 0, or -1 when memory ran out.
int kader_judge(struct kader_reader *reader, struct realfolder *folder, const char *path,
                const struct check_options *options, struct check_result *result,
                struct kader_note *note);

#endif
