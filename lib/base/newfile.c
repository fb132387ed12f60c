// SPDX-License-Identifier: EUPL-1.2
// Writing a new file beside its place first, and putting it there when it is whole.
#define _GNU_SOURCE // O_TMPFILE and renameat2, used where the system has them
#include "lib/base/newfile.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/place.h"
#include "lib/base/words.h"

enum { COPY_PIECE = 64 * 1024, SUFFIX = 6, TRIES = 100 };

void newfile_abandon(void) {
    temporary_abandon();
}

// --- The content ---

// Opens an ordinary file to copy; a pipe must neither hold us up nor be read half.
static int open_source(const char *source, struct trouble *trouble) {
    int fd = open(source, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return trouble_tell(trouble, errno, N_("cannot be opened"), source);
    struct stat status;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode))
        return fd;
    close(fd);
    return trouble_tell(trouble, 0, N_("is not an ordinary file"), source);
}

static int copy_file(int to, const char *path, const char *source, struct trouble *trouble) {
    int from = open_source(source, trouble);
    if (from < 0)
        return -1;
    int outcome = 0;
    for (;;) {
        char piece[COPY_PIECE];
        ssize_t got = read(from, piece, sizeof piece);
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            outcome = trouble_tell(trouble, errno, N_("cannot be read"), source);
        else if (place_write(to, (struct text){piece, (size_t)got}) != 0)
            outcome = trouble_tell(trouble, errno, N_("cannot be written"), path);
        if (outcome != 0)
            break;
    }
    close(from);
    return outcome;
}

// Writes the content and brings it to the disk.
static int fill(int fd, const char *path, const struct newfile_content *content,
                struct trouble *trouble) {
    if (content->copy_of) {
        if (copy_file(fd, path, content->copy_of, trouble) != 0)
            return -1;
    } else if (place_write(fd, content->text) != 0) {
        return trouble_tell(trouble, errno, N_("cannot be written"), path);
    }
    if (place_sync(fd) != 0)
        return trouble_tell(trouble, errno, N_("cannot be written"), path);
    return 0;
}

// --- The place ---

// Whether what is there now leaves room for the new file.
static int check_place(const struct place *place, bool replace, struct trouble *trouble) {
    struct stat status;
    if (fstatat(place->folder, place->name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? 0
                               : trouble_tell(trouble, errno, N_("cannot be written"), place->path);
    if (!replace)
        return trouble_tell(trouble, EEXIST, N_("cannot be made"), place->path);
    if (S_ISDIR(status.st_mode))
        return trouble_tell(trouble, EISDIR, N_("cannot be written"), place->path);
    if (!S_ISREG(status.st_mode))
        return trouble_tell(trouble, 0, N_("is not an ordinary file, and is left alone"),
                            place->path);
    return 0;
}

// --- By a file without a name, which is gone by itself when the program is killed ---

enum attempt { DONE, FAILED, OTHER_WAY };

static enum attempt create_nameless(const struct place *place,
                                    const struct newfile_content *content,
                                    struct trouble *trouble) {
#ifdef O_TMPFILE
    int fd = openat(place->folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        return OTHER_WAY;
    if (fill(fd, place->path, content, trouble) != 0) {
        close(fd);
        return FAILED;
    }
    char self[64];
    snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
    enum attempt outcome = DONE;
    if (linkat(AT_FDCWD, self, place->folder, place->name, AT_SYMLINK_FOLLOW) != 0) {
        outcome = errno == EEXIST ? FAILED : OTHER_WAY;
        trouble_tell(trouble, errno, N_("cannot be made"), place->path);
    }
    close(fd);
    return outcome;
#else
    (void)place, (void)content, (void)trouble;
    return OTHER_WAY;
#endif
}

// --- By a temporary file with a name ---

// Makes up ".NAME.XXXXXX". It need not be hard to guess: it is only ever made with O_EXCL.
static void make_name(char into[PLACE_LONGEST_NAME + 1], const char *name) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    static atomic_uint counter;
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t seed = (uint64_t)now.tv_nsec ^ (uint64_t)now.tv_sec << 30;
    seed = (seed ^ (uint64_t)getpid() << 20) + atomic_fetch_add(&counter, 1) * UINT64_C(7919);
    int length = place_cut(name, PLACE_LONGEST_NAME - SUFFIX - 2);
    char *end = into + sprintf(into, ".%.*s.", length, name);
    for (int i = 0; i < SUFFIX; i++) {
        *end++ = letters[seed % (sizeof letters - 1)];
        seed /= sizeof letters - 1;
    }
    *end = '\0';
}

// Makes the temporary file. Returns its descriptor, or -1 with errno. No signal comes between the
// making and the noting of it.
static int make_temporary(const struct place *place, struct temporary *temporary) {
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int fd = -1;
    for (int i = 0; i < TRIES; i++) {
        make_name(temporary->name, place->name);
        fd = openat(place->folder, temporary->name,
                    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd >= 0 || errno != EEXIST)
            break;
    }
    int number = errno;
    temporary->folder = place->folder;
    atomic_store(&temporary->there, fd >= 0);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = number;
    return fd;
}

// Puts the temporary file in its place. 0, or -1 with errno.
static int put_in_place(const struct place *place, const char *temporary, bool replace) {
    if (replace)
        return renameat(place->folder, temporary, place->folder, place->name);
    if (linkat(place->folder, temporary, place->folder, place->name, 0) == 0) {
        unlinkat(place->folder, temporary, 0); // else it is a second name, and the file is there
        return 0;
    }
#ifdef RENAME_NOREPLACE
    // Some file systems know no second name for a file.
    if (errno == EPERM || errno == ENOTSUP || errno == ENOSYS)
        return renameat2(place->folder, temporary, place->folder, place->name, RENAME_NOREPLACE);
#endif
    return -1;
}

static int write_named(const struct place *place, const struct newfile_content *content,
                       bool replace, struct trouble *trouble) {
    struct temporary unlisted = {.folder = -1}; // when all rows are taken
    struct temporary *row = temporary_take();
    struct temporary *temporary = row ? row : &unlisted;
    int outcome = -1;
    int fd = make_temporary(place, temporary);
    if (fd < 0) {
        trouble_tell(trouble, errno, N_("cannot be written"), place->path);
    } else {
        outcome = fill(fd, place->path, content, trouble);
        if (close(fd) != 0 && errno != EINTR && outcome == 0)
            outcome = trouble_tell(trouble, errno, N_("cannot be written"), place->path);
        if (outcome == 0 && put_in_place(place, temporary->name, replace) != 0)
            outcome =
                trouble_tell(trouble, errno,
                             replace ? N_("cannot be written") : N_("cannot be made"), place->path);
        if (outcome != 0)
            unlinkat(place->folder, temporary->name, 0);
    }
    atomic_store(&temporary->there, false);
    temporary_give_back(row);
    return outcome;
}

static int put(const char *path, const struct newfile_content *content, bool replace,
               struct trouble *trouble) {
    struct place place;
    int outcome = place_find(path, replace, &place, trouble);
    if (outcome == 0)
        outcome = check_place(&place, replace, trouble);
    if (outcome == 0) {
        enum attempt attempt = replace ? OTHER_WAY : create_nameless(&place, content, trouble);
        if (attempt == OTHER_WAY)
            outcome = write_named(&place, content, replace, trouble);
        else
            outcome = attempt == DONE ? 0 : -1;
    }
    if (outcome == 0 && place_sync(place.folder) != 0)
        outcome =
            trouble_tell(trouble, errno, N_("is written, but may not be on the disk yet"), path);
    place_free(&place);
    return outcome;
}

int newfile_create(const char *path, const struct newfile_content *content,
                   struct trouble *trouble) {
    return put(path, content, false, trouble);
}

int newfile_replace(const char *path, const struct newfile_content *content,
                    struct trouble *trouble) {
    return put(path, content, true, trouble);
}

int newfile_possible(const char *path, struct trouble *trouble) {
    struct stat status;
    if (lstat(path, &status) == 0)
        return trouble_tell(
            trouble, 0, N_("it already exists, and is left as it is; choose another name"), path);
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, (size_t)(slash + 1 - path)) : strdup(".");
    if (!folder)
        return trouble_tell(trouble, ENOMEM, N_("cannot be made"), path);
    int outcome = 0;
    if (faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) != 0)
        outcome = trouble_tell(trouble, errno, N_("cannot be made"), path);
    free(folder);
    return outcome;
}
