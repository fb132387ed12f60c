// SPDX-License-Identifier: EUPL-1.2
// Putting a new file in its place: whole or not at all, for the owner's eyes only.
#ifndef G1P_BASE_NEWFILE_H
#define G1P_BASE_NEWFILE_H

#include "lib/base/text.h"
#include "lib/base/trouble.h"

// What the file is to hold.
struct newfile_content {
    const char *copy_of; // the path of an ordinary file to copy; NULL: `text`
    struct text text;
};

// Makes `path` with mode 0600. Never touches what is already there, also when somebody else makes
// it at the same moment: that is trouble number EEXIST. The file and its folder are on the disk
// when this returns 0. When it returns -1 no temporary file is left, and no new one either, unless
// it was only the folder that could not be brought to the disk.
int newfile_create(const char *path, const struct newfile_content *content,
                   struct trouble *trouble);

// Whether newfile_create will find room for `path`, to be asked before other work is done: nothing
// is there, and its folder can be written in. Returns 0, or -1 with `*trouble`.
int newfile_possible(const char *path, struct trouble *trouble);

// As newfile_create, but takes the place of a regular file that is there. A symbolic link stays,
// and the file it leads to is replaced. Anything else (a folder, a device) is refused.
int newfile_replace(const char *path, const struct newfile_content *content,
                    struct trouble *trouble);

// Removes the temporary files of all writing that goes on now. Only for a signal handler that ends
// the program: it calls nothing that such a handler may not call.
void newfile_abandon(void);

#endif
