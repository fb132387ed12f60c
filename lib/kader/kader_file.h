// SPDX-License-Identifier: EUPL-1.2
// Reading the files of local frameworks: one, a folder of them, those that are built in.
#ifndef G1P_KADER_KADER_FILE_H
#define G1P_KADER_KADER_FILE_H

#include <sys/types.h>

#include "lib/kader/kader_store.h"

// One framework as it was read.
struct kader_file {
    const char *shown;              // its path for people
    struct text stem;               // the file's name without .yaml; empty for .g1p.yaml
    struct text name;               // its `naam` when that is an id; else empty
    const struct plan_kader *kader; // NULL: not to be applied, and `note` says why
    struct kader_note note;
    dev_t device;
    ino_t inode;
};

// What reading needs: one thread at a time.
struct kader_reading {
    const struct check_options *options;
    const char *here;    // the current folder, real; "" when it cannot be told
    struct arena *arena; // that what is read belongs to
    struct arena *scratch;
};

// All of these return 0, or -1 when memory ran out.

// Reads `name` in the real folder `home`.
int kader_file_read(struct kader_reading *reading, const char *home, const char *name,
                    struct kader_file *file);

// Reads the frameworks in the folder `kaders` of the real folder `home`, in the order of their
// names; what is no framework is passed over. `note` is filled in when the folder itself cannot be
// used.
int kader_file_read_folder(struct kader_reading *reading, const char *home,
                           struct kader_file **files, size_t *count, struct kader_note *note);

// Reads those that are built in.
int kader_file_read_shipped(struct kader_reading *reading, struct kader_file **files,
                            size_t *count);

// Fills in a note about the file that `shown` names.
void kader_note_fill(struct kader_note *note, bool serious, int number, const char *what,
                     const char *shown);

#endif
