// SPDX-License-Identifier: EUPL-1.2
// Holding a file by its lock file, and putting new content in its place.
#define _GNU_SOURCE // locks that belong to an open file instead of a process, where there are such
#include "lib/base/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/attributes.h"
#include "lib/base/place.h"
#include "lib/base/words.h"

enum {
    PAUSE = 10,        // milliseconds between two tries for the lock
    ROUNDS = 1000,     // of finding that a lock was taken away under our hands
    NAME_AROUND = 6,   // "." and ".lock"
    NAME_HASH = 9,     // "-" and eight digits, where a name is too long
    FIRST_PIECE = 4096 // bytes to read when the file says that it is empty
};

struct replace {
    struct place place;
    char lock_name[PLACE_LONGEST_NAME + 1];
    int lock;                    // the lock file, open and locked; -1: none
    struct temporary *temporary; // tells a signal handler of it; NULL: all rows are taken
    bool done;                   // the lock file has become the file
    char *read;                  // what was read
    size_t read_length;
    size_t limit;
};

// ---- the lock ----

// The name of the lock file is ours only while it is locked: no signal handler may come between a
// change of that and the noting of it.
static void hold_signals(sigset_t *before) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, before);
}

static void let_signals(const sigset_t *before) {
    int number = errno;
    pthread_sigmask(SIG_SETMASK, before, NULL);
    errno = number;
}

// ".NAME.lock", or a shorter name with a sign of the whole one.
static void make_lock_name(struct replace *replace) {
    const char *name = replace->place.name;
    size_t room = sizeof replace->lock_name;
    if (strlen(name) + NAME_AROUND <= PLACE_LONGEST_NAME) {
        snprintf(replace->lock_name, room, ".%s.lock", name);
        return;
    }
    uint32_t hash = 2166136261U; // FNV-1a
    for (const char *c = name; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 16777619U;
    snprintf(replace->lock_name, room, ".%.*s-%08x.lock",
             place_cut(name, PLACE_LONGEST_NAME - NAME_AROUND - NAME_HASH), name, hash);
}

// Locks that belong to a process would not hold threads apart, and are lost when any descriptor of
// the file is closed. 0, or -1 with errno.
static int try_lock(int fd) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int outcome = -1;
    errno = EINVAL;
#ifdef F_OFD_SETLK
    outcome = fcntl(fd, F_OFD_SETLK, &lock);
#endif
    if (outcome != 0 && errno == EINVAL)
        outcome = fcntl(fd, F_SETLK, &lock);
    return outcome;
}

static bool is_held(int number) {
    return number == EAGAIN || number == EACCES || number == EINTR;
}

static long long milliseconds(void) {
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void pause_a_moment(void) {
    struct timespec moment = {0, PAUSE * 1000000L};
    nanosleep(&moment, NULL);
}

// Opens the lock file, making it when it is not there. -1 with errno.
static int open_lock(const struct replace *replace) {
    int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    int fd;
    do
        fd = openat(replace->place.folder, replace->lock_name, flags, 0600);
    while (fd < 0 && errno == EINTR);
    return fd;
}

enum locking { LOCKED, LOCK_AGAIN, LOCK_HELD, LOCK_FAILED };

// Whether the file that was locked still has the name, and is one that only we can read. Somebody
// else's is taken away: who made it could be reading it.
static enum locking judge_lock(const struct replace *replace, int fd) {
    struct stat held;
    struct stat named;
    if (fstat(fd, &held) != 0)
        return LOCK_FAILED;
    if (fstatat(replace->place.folder, replace->lock_name, &named, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? LOCK_AGAIN : LOCK_FAILED;
    if (held.st_dev != named.st_dev || held.st_ino != named.st_ino)
        return LOCK_AGAIN;
    if (S_ISREG(held.st_mode) && held.st_nlink == 1 && held.st_uid == geteuid()) {
        if ((held.st_mode & 07777) == 0600 || fchmod(fd, 0600) == 0)
            return LOCKED;
        return LOCK_FAILED;
    }
    return unlinkat(replace->place.folder, replace->lock_name, 0) == 0 ? LOCK_AGAIN : LOCK_FAILED;
}

// One try.
static enum locking lock_once(struct replace *replace) {
    sigset_t before;
    enum locking locking = LOCK_FAILED;
    hold_signals(&before);
    int fd = open_lock(replace);
    if (fd >= 0 && try_lock(fd) != 0)
        locking = is_held(errno) ? LOCK_HELD : LOCK_FAILED;
    else if (fd >= 0)
        locking = judge_lock(replace, fd);
    int number = errno;
    if (locking == LOCKED) {
        replace->lock = fd;
        if (replace->temporary)
            atomic_store(&replace->temporary->there, true);
    } else if (fd >= 0) {
        close(fd);
    }
    errno = number;
    let_signals(&before);
    return locking;
}

static int take_lock(struct replace *replace, unsigned wait, struct trouble *trouble) {
    long long until = milliseconds() + (long long)wait * 1000;
    replace->temporary = temporary_take();
    if (replace->temporary) {
        replace->temporary->folder = replace->place.folder;
        memcpy(replace->temporary->name, replace->lock_name, sizeof replace->lock_name);
    }
    for (int round = 0; round < ROUNDS;) {
        switch (lock_once(replace)) {
        case LOCKED:
            return 0;
        case LOCK_AGAIN:
            round++;
            continue;
        case LOCK_FAILED:
            return trouble_tell(trouble, errno, N_("cannot be locked for writing"),
                                replace->place.path);
        case LOCK_HELD:
            break;
        }
        if (milliseconds() >= until)
            break;
        pause_a_moment();
    }
    return trouble_tell(trouble, 0, N_("is being changed by somebody else; try again in a moment"),
                        replace->place.path);
}

// Whether the lock file still has its name: somebody may have cleaned up.
static bool has_name(const struct replace *replace) {
    struct stat held;
    struct stat named;
    return fstat(replace->lock, &held) == 0 &&
           fstatat(replace->place.folder, replace->lock_name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

// Ends the holding. What was not put in its place is removed while it is still locked.
static void give_back(struct replace *replace) {
    sigset_t before;
    hold_signals(&before);
    if (replace->lock >= 0 && !replace->done && has_name(replace))
        unlinkat(replace->place.folder, replace->lock_name, 0);
    temporary_give_back(replace->temporary);
    replace->temporary = NULL;
    if (replace->lock >= 0)
        close(replace->lock);
    replace->lock = -1;
    let_signals(&before);
}

// ---- the file ----

static int refuse(const struct replace *replace, int number, const char *what,
                  struct trouble *trouble) {
    return trouble_tell(trouble, number, what, replace->place.path);
}

static int check_file(const struct replace *replace, const struct stat *status,
                      struct trouble *trouble) {
    if (S_ISDIR(status->st_mode))
        return refuse(replace, EISDIR, N_("cannot be changed"), trouble);
    if (!S_ISREG(status->st_mode))
        return refuse(replace, 0, N_("is not an ordinary file, and is left alone"), trouble);
    if (status->st_nlink > 1)
        return refuse(replace, 0,
                      N_("has more than one name (hard links), which would come apart; make it a "
                         "file of its own first"),
                      trouble);
    // Who may do everything is held to what was meant, too.
    if ((status->st_mode & 0222) == 0)
        return refuse(replace, EACCES, N_("is read-only, and is left as it is"), trouble);
    if (faccessat(replace->place.folder, replace->place.name, W_OK, AT_EACCESS) != 0)
        return refuse(replace, errno, N_("cannot be changed"), trouble);
    return 0;
}

// Opens the file as it is now. -1 with `*trouble`.
static int open_file(const struct replace *replace, struct stat *status, struct trouble *trouble) {
    int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    int fd;
    do
        fd = openat(replace->place.folder, replace->place.name, flags);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return refuse(replace, errno, N_("cannot be opened"), trouble);
    if (fstat(fd, status) != 0) {
        refuse(replace, errno, N_("cannot be read"), trouble);
        close(fd);
        return -1;
    }
    return fd;
}

// Reads to the end. Returns 0 with `*bytes` to be freed, or -1 with `*trouble`.
static int read_all(const struct replace *replace, int fd, size_t expected, char **bytes,
                    size_t *length, struct trouble *trouble) {
    size_t room = expected > 0 ? expected + 1 : FIRST_PIECE;
    *bytes = NULL;
    *length = 0;
    for (;;) {
        char *more = realloc(*bytes, room);
        if (!more)
            break;
        *bytes = more;
        ssize_t got = read(fd, *bytes + *length, room - *length);
        if (got == 0)
            return 0;
        if (got < 0 && errno != EINTR)
            break;
        *length += got > 0 ? (size_t)got : 0;
        if (*length > replace->limit) {
            free(*bytes);
            *bytes = NULL;
            return refuse(replace, EFBIG, N_("cannot be changed"), trouble);
        }
        room *= *length == room ? 2 : 1;
    }
    refuse(replace, errno, N_("cannot be read"), trouble);
    free(*bytes);
    *bytes = NULL;
    return -1;
}

// Opens, judges and reads the file. Returns its descriptor, or -1 with `*trouble`.
static int look_at_file(const struct replace *replace, char **bytes, size_t *length,
                        struct trouble *trouble) {
    struct stat status;
    int fd = open_file(replace, &status, trouble);
    if (fd < 0)
        return -1;
    size_t size = status.st_size > 0 ? (size_t)status.st_size : 0;
    if (check_file(replace, &status, trouble) != 0 ||
        (size > replace->limit && refuse(replace, EFBIG, N_("cannot be changed"), trouble) != 0) ||
        read_all(replace, fd, size, bytes, length, trouble) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

int replace_again(struct replace *replace, struct arena *arena, struct text *content,
                  struct trouble *trouble) {
    char *bytes;
    size_t length;
    int fd = look_at_file(replace, &bytes, &length, trouble);
    if (fd < 0)
        return -1;
    close(fd);
    free(replace->read);
    replace->read = bytes;
    replace->read_length = length;
    *content = (struct text){arena_copy(arena, bytes, length), length};
    return content->bytes ? 0 : refuse(replace, ENOMEM, N_("cannot be read"), trouble);
}

struct replace *replace_open(const char *path, unsigned wait, size_t limit, struct arena *arena,
                             struct text *content, struct trouble *trouble) {
    struct replace *replace = calloc(1, sizeof *replace);
    struct stat status;
    if (!replace) {
        trouble_tell(trouble, ENOMEM, N_("cannot be changed"), path);
        return NULL;
    }
    replace->lock = -1;
    replace->limit = limit;
    int outcome = place_find(path, true, &replace->place, trouble);
    if (outcome == 0)
        make_lock_name(replace);
    // What may not be changed is told at once, and gets no lock file beside it.
    int fd = outcome == 0 ? open_file(replace, &status, trouble) : -1;
    if (fd < 0 || check_file(replace, &status, trouble) != 0 ||
        take_lock(replace, wait, trouble) != 0 ||
        replace_again(replace, arena, content, trouble) != 0) {
        replace_close(replace);
        replace = NULL;
    }
    if (fd >= 0)
        close(fd);
    return replace;
}

// ---- putting it in its place ----

// Fills the lock file. Returns 0, or -1 with errno.
static int fill(int fd, struct text content) {
    int outcome;
    do
        outcome = ftruncate(fd, 0);
    while (outcome != 0 && errno == EINTR);
    if (outcome != 0 || lseek(fd, 0, SEEK_SET) < 0)
        return -1;
    return place_write(fd, content);
}

// Renames it over the file. 0, or -1 with errno.
static int rename_over(struct replace *replace) {
    int folder = replace->place.folder;
    sigset_t before;
    hold_signals(&before);
    int outcome = -1;
    if (has_name(replace))
        outcome = renameat(folder, replace->lock_name, folder, replace->place.name);
    else
        errno = ESTALE;
    if (outcome == 0) {
        replace->done = true;
        if (replace->temporary)
            atomic_store(&replace->temporary->there, false);
    }
    let_signals(&before);
    return outcome;
}

static bool is_unchanged(const struct replace *replace, const char *bytes, size_t length) {
    return length == replace->read_length &&
           (length == 0 || memcmp(bytes, replace->read, length) == 0);
}

static int put(struct replace *replace, int file, struct text content, struct trouble *trouble) {
    if (fill(replace->lock, content) != 0)
        return refuse(replace, errno, N_("cannot be written"), trouble);
    if (attributes_copy(file, replace->lock) != 0)
        return refuse(replace, errno,
                      N_("has an owner, rights or attributes that a new version would lose, and is "
                         "left as it is"),
                      trouble);
    if (place_sync(replace->lock) != 0 || rename_over(replace) != 0)
        return refuse(replace, errno, N_("cannot be written"), trouble);
    if (place_sync(replace->place.folder) != 0)
        return refuse(replace, errno, N_("is written, but may not be on the disk yet"), trouble);
    return 0;
}

enum replace_outcome replace_commit(struct replace *replace, struct text content,
                                    struct trouble *trouble) {
    char *bytes;
    size_t length;
    if (replace->done) {
        refuse(replace, EINVAL, N_("cannot be written"), trouble);
        return REPLACE_FAILED;
    }
    int file = look_at_file(replace, &bytes, &length, trouble);
    if (file < 0)
        return REPLACE_FAILED;
    enum replace_outcome outcome = REPLACE_CHANGED;
    if (is_unchanged(replace, bytes, length))
        outcome = put(replace, file, content, trouble) == 0 ? REPLACE_DONE : REPLACE_FAILED;
    free(bytes);
    close(file);
    return outcome;
}

void replace_close(struct replace *replace) {
    if (!replace)
        return;
    give_back(replace);
    place_free(&replace->place);
    free(replace->read);
    free(replace);
}

void replace_abandon(void) {
    temporary_abandon();
}
