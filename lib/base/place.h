// SPDX-License-Identifier: EUPL-1.2
// Where a file is to go, and bringing bytes to it: what newfile.c and replace.c share.
#ifndef G1P_BASE_PLACE_H
#define G1P_BASE_PLACE_H

#include <stdatomic.h>
#include <stdbool.h>

#include "lib/base/text.h"
#include "lib/base/trouble.h"

enum { PLACE_LONGEST_NAME = 255 }; // bytes of a file name, on nearly every file system

struct place {
    const char *path; // as the messages name it; the caller's
    char *real;       // the path behind a symbolic link, or NULL
    const char *name; // the last part, in one of these two
    int folder;       // open on what holds it, or -1
};

// Finds the place of `path`; with `follow` behind a symbolic link. Returns 0, or -1 with `*trouble`
// (no such folder, a name that is a folder's). Give back with place_free in any case.
int place_find(const char *path, bool follow, struct place *place, struct trouble *trouble);
void place_free(struct place *place);

// Writes all of it, however many writes that takes. 0, or -1 with errno.
int place_write(int fd, struct text content);

// Brings a file or folder to the disk. Some file systems know no fsync; then there is nothing more
// to be done. 0, or -1 with errno.
int place_sync(int fd);

// How many bytes of `name` can be kept within `most`, without cutting a character in two.
int place_cut(const char *name, int most);

// A file that is there for a moment, and that a program ended by a signal should take away.
struct temporary {
    atomic_bool taken;
    atomic_bool there;
    int folder;
    char name[PLACE_LONGEST_NAME + 1];
};

// A row that temporary_abandon knows of, or NULL when all are taken. Fill in folder and name, then
// set `there`; clear `there` when the file is gone.
struct temporary *temporary_take(void);
void temporary_give_back(struct temporary *temporary); // NULL: nothing

// Removes all files that are there now. Calls nothing that a signal handler may not call.
void temporary_abandon(void);

#endif
