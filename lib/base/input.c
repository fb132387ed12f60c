// SPDX-License-Identifier: EUPL-1.2
// Reading files whole.
#include "lib/base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/words.h"

enum { FIRST_PIECE = 64 * 1024, TRIES = 3 };

static ssize_t read_some(int fd, char *into, size_t room) {
    ssize_t got;
    do
        got = read(fd, into, room);
    while (got < 0 && errno == EINTR);
    return got;
}

// Reads until the end or until one byte more than `limit`. `expected` is what the file's size
// promises (0: unknown), so that a file is usually read into one piece of the right size.
static int read_all(int fd, size_t expected, size_t limit, struct arena *arena,
                    struct text *content, bool *too_large) {
    size_t room = expected && expected <= limit ? expected + 1 : FIRST_PIECE;
    char *bytes = arena_alloc(arena, room);
    size_t length = 0;
    for (;;) {
        if (!bytes) {
            errno = ENOMEM;
            return -1;
        }
        ssize_t got = read_some(fd, bytes + length, room - length);
        if (got < 0)
            return -1;
        length += (size_t)got;
        if (got == 0 || length > limit)
            break;
        if (length == room) {
            char *more = arena_alloc(arena, room * 2);
            if (more)
                memcpy(more, bytes, length);
            bytes = more;
            room *= 2;
        }
    }
    *too_large = length > limit;
    *content = (struct text){bytes, *too_large ? limit : length};
    return 0;
}

static bool same_state(const struct stat *a, const struct stat *b) {
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

// Opens without waiting for somebody to write: a named pipe that nobody fills must not hold up a
// night's run.
static int open_patiently(const char *path) {
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

// Lets reads wait as usual: what is no file on a disk may take its time once it was opened.
static int wait_again(int fd) {
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0 || !(flags & O_NONBLOCK))
        return flags < 0 ? -1 : 0;
    return fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) < 0 ? -1 : 0;
}

// One reading. Returns 0, -1 with errno, or 1 when the file changed meanwhile.
static int read_once(int fd, size_t limit, struct arena *arena, struct text *content,
                     bool *too_large) {
    struct stat before;
    struct stat after;
    if (fstat(fd, &before) != 0)
        return -1;
    if (S_ISDIR(before.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    bool regular = S_ISREG(before.st_mode);
    if (!regular && wait_again(fd) != 0)
        return -1;
    size_t expected = regular && before.st_size > 0 ? (size_t)before.st_size : 0;
    if (read_all(fd, expected, limit, arena, content, too_large) != 0)
        return -1;
    if (!regular)
        return 0;
    if (fstat(fd, &after) != 0)
        return -1;
    return same_state(&before, &after) ? 0 : 1;
}

int input_read(const char *path, size_t limit, struct arena *arena, struct text *content,
               bool *too_large, struct trouble *trouble) {
    bool standard = strcmp(path, "-") == 0;
    for (int try = 0; try < TRIES; try++) {
        int fd = standard ? STDIN_FILENO : open_patiently(path);
        if (fd < 0)
            return trouble_tell(trouble, errno, N_("cannot be opened"), path);
        if (standard && try > 0 && lseek(fd, 0, SEEK_SET) < 0)
            break;
        int outcome = read_once(fd, limit, arena, content, too_large);
        int number = errno;
        if (!standard)
            close(fd);
        if (outcome == 0)
            return 0;
        if (outcome < 0)
            return trouble_tell(trouble, number, N_("cannot be read"), path);
    }
    return trouble_tell(trouble, 0, N_("keeps changing while it is read; try again"), path);
}
