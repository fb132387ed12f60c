// SPDX-License-Identifier: EUPL-1.2
// Changing a file that others may be changing too: one at a time, all or nothing.
//
// The new content is written into `.NAME.lock` beside the file, under an fcntl lock, brought to the
// disk, and renamed over the file; then the folder is brought to the disk. A kill at any moment
// leaves the whole old or the whole new file, and at most that one lock file, which the next writer
// takes over.
#ifndef G1P_BASE_REPLACE_H
#define G1P_BASE_REPLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/arena.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"

enum { REPLACE_WAIT = 10 }; // seconds to wait for another writer, by default

struct replace; // a file held for changing

// Takes the lock of `path` (waiting at most `wait` seconds for another writer) and reads the file.
// A symbolic link is followed and stays; the file itself must be regular, have one name (no other
// hard links) and be ours to write. Of more than `limit` bytes nothing is read. On success
// `*content` is the arena's. Returns the held file, or NULL with `*trouble`: not there, a folder,
// read-only, another's lock that does not go away, too large, … Safe beside other threads, which
// wait for each other as other processes do.
struct replace *replace_open(const char *path, unsigned wait, size_t limit, struct arena *arena,
                             struct text *content, struct trouble *trouble);

enum replace_outcome { REPLACE_DONE, REPLACE_CHANGED, REPLACE_FAILED };

// Puts `content` in the file's place, with the mode, owner, ACL and extended attributes that it had
// (or refuses). REPLACE_CHANGED: somebody who does not take our lock (an editor) changed the file
// since it was read; nothing was written, `replace_again` reads it anew. REPLACE_FAILED: see
// `*trouble`; the file is what it was, unless the trouble is that only the folder could not be
// brought to the disk. A held file can be replaced once.
enum replace_outcome replace_commit(struct replace *replace, struct text content,
                                    struct trouble *trouble);

// Reads the file again, still under the lock. Returns 0, or -1 with `*trouble`.
int replace_again(struct replace *replace, struct arena *arena, struct text *content,
                  struct trouble *trouble);

// Gives the lock back, removes the lock file, frees. Safe after success and failure alike.
void replace_close(struct replace *replace);

// For a signal handler that ends the program: removes the lock files that are held now.
void replace_abandon(void);

#endif
