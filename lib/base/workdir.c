// SPDX-License-Identifier: EUPL-1.2
// Making a private folder, filling it, and clearing it away.
#define _XOPEN_SOURCE 700 // realpath
#include "lib/base/workdir.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/words.h"

enum { MOST_ROUNDS = 100000 }; // of clearing away, should somebody keep adding to it

static const char name_pattern[] = "/g1p-XXXXXX";

// The folder to make ours in, absolute: a program may run it from elsewhere. To be freed.
static char *find_parent(const char *parent, struct trouble *trouble) {
    if (!parent || !*parent)
        parent = getenv("TMPDIR");
    if (!parent || !*parent)
        parent = "/tmp";
    char *real = realpath(parent, NULL);
    if (!real)
        trouble_tell(trouble, errno, N_("cannot hold temporary files"), parent);
    return real;
}

int workdir_make(const char *parent, struct workdir *workdir, struct trouble *trouble) {
    *workdir = (struct workdir){.folder = -1};
    char *real = find_parent(parent, trouble);
    if (!real)
        return -1;
    size_t length = strlen(real);
    char *path = realloc(real, length + sizeof name_pattern);
    if (!path) {
        free(real);
        return trouble_tell(trouble, ENOMEM, N_("cannot hold temporary files"), NULL);
    }
    memcpy(path + length, name_pattern, sizeof name_pattern);
    if (!mkdtemp(path)) {
        int number = errno;
        path[length] = '\0';
        trouble_tell(trouble, number, N_("cannot hold temporary files"), path);
        free(path);
        return -1;
    }
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) {
        trouble_tell(trouble, errno, N_("cannot be opened"), path);
        rmdir(path);
        free(path);
        return -1;
    }
    *workdir = (struct workdir){.path = path, .folder = folder};
    return 0;
}

int workdir_create(const struct workdir *workdir, const char *name, struct trouble *trouble) {
    int fd =
        openat(workdir->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    return fd >= 0 ? fd : trouble_tell(trouble, errno, N_("cannot be made"), name);
}

int workdir_put(const struct workdir *workdir, const char *name, struct text content,
                struct trouble *trouble) {
    int fd = workdir_create(workdir, name, trouble);
    if (fd < 0)
        return -1;
    size_t done = 0;
    bool fine = true;
    while (fine && done < content.length) {
        ssize_t written = write(fd, content.bytes + done, content.length - done);
        if (written >= 0)
            done += (size_t)written;
        else
            fine = errno == EINTR;
    }
    int number = errno;
    if (close(fd) != 0 && fine && errno != EINTR) {
        fine = false;
        number = errno;
    }
    if (fine)
        return 0;
    unlinkat(workdir->folder, name, 0);
    return trouble_tell(trouble, number, N_("cannot be written"), name);
}

char *workdir_path(const struct workdir *workdir, const char *name) {
    size_t length = strlen(workdir->path);
    size_t name_length = strlen(name);
    char *path = malloc(length + name_length + 2);
    if (!path)
        return NULL;
    memcpy(path, workdir->path, length);
    path[length] = '/';
    memcpy(path + length + 1, name, name_length + 1);
    return path;
}

// --- Clearing away ---
//
// Without recursion, with two descriptors however deep it goes: a folder that is not empty hands
// its own folders up to the top one, and is then emptied and removed. The top is gone through
// again until nothing is left.

// Opens a folder inside `folder` to read and change it, also when its mode forbids that. -1 with
// errno, ENOTDIR or ELOOP when it is none.
static int open_inner(int folder, const char *name) {
    int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return -1;
    if (!S_ISDIR(status.st_mode)) {
        errno = ENOTDIR;
        return -1;
    }
    // Nobody else can come in here, so this still is the folder that was looked at.
    if ((status.st_mode & 0700) != 0700 && fchmodat(folder, name, 0700, 0) != 0)
        return -1;
    return openat(folder, name, flags);
}

// Hands the folder `name` in `inner` up to `top`, under a name that is free there: `*counter` grows
// with each that was. 0, or -1 with errno.
static int hand_up(int inner, const char *name, int top, unsigned long *counter) {
    // A folder that may not be written cannot be moved: its ".." changes.
    int opened = open_inner(inner, name);
    if (opened < 0)
        return -1;
    close(opened);
    char fresh[32];
    struct stat status;
    unsigned long number = *counter;
    do
        snprintf(fresh, sizeof fresh, "-%lu", ++number);
    while (fstatat(top, fresh, &status, AT_SYMLINK_NOFOLLOW) == 0);
    if (errno != ENOENT || renameat(inner, name, top, fresh) != 0)
        return -1;
    *counter = number;
    return 0;
}

static bool is_itself_or_parent(const char *name) {
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

// Opens what `folder` is open on once more, to read its names from the start.
static DIR *read_folder(int folder) {
    int fd = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *names = fd < 0 ? NULL : fdopendir(fd);
    if (!names && fd >= 0)
        close(fd);
    return names;
}

// Takes everything out of `inner`: files are removed, folders handed up. 0, or -1 with errno.
static int empty_inner(int inner, int top, unsigned long *counter) {
    DIR *names = read_folder(inner);
    if (!names)
        return -1;
    int number = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(names);
        if (!entry) {
            number = number ? number : errno;
            break;
        }
        if (is_itself_or_parent(entry->d_name))
            continue;
        if (unlinkat(inner, entry->d_name, 0) == 0)
            continue;
        int refusal = errno;
        if (hand_up(inner, entry->d_name, top, counter) != 0)
            number = errno == ENOTDIR ? refusal : errno;
    }
    closedir(names);
    errno = number;
    return number ? -1 : 0;
}

// Removes one entry of the top folder. 0, or -1 with errno.
static int remove_entry(int top, const char *name, unsigned long *counter) {
    if (unlinkat(top, name, 0) == 0 || errno == ENOENT)
        return 0;
    int refusal = errno;
    if (unlinkat(top, name, AT_REMOVEDIR) == 0)
        return 0;
    int inner = open_inner(top, name);
    if (inner < 0) {
        errno = errno == ENOTDIR ? refusal : errno;
        return -1;
    }
    int outcome = empty_inner(inner, top, counter);
    int number = errno;
    close(inner);
    errno = number;
    return outcome != 0 ? -1 : unlinkat(top, name, AT_REMOVEDIR);
}

// One round through the top folder. Returns how many entries were removed. 0 in `*number`: none is
// left of those that were seen; else it is the errno of why one is.
static unsigned long remove_round(int top, unsigned long *counter, int *number) {
    unsigned long removed = 0;
    *number = 0;
    DIR *names = read_folder(top);
    if (!names) {
        *number = errno;
        return 0;
    }
    for (const struct dirent *entry; (entry = readdir(names));) {
        if (is_itself_or_parent(entry->d_name))
            continue;
        if (remove_entry(top, entry->d_name, counter) == 0)
            removed++;
        else
            *number = errno;
    }
    closedir(names);
    return removed;
}

int workdir_remove(struct workdir *workdir, struct trouble *trouble) {
    if (!workdir->path)
        return 0;
    fchmod(workdir->folder, 0700); // when this fails, so does the rest, with the reason
    unsigned long handed_up = 0;
    int number = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
        unsigned long before = handed_up;
        if (remove_round(workdir->folder, &handed_up, &number) == 0 && handed_up == before)
            break;
    }
    close(workdir->folder);
    if (number == 0 && rmdir(workdir->path) != 0)
        number = errno;
    int outcome = 0;
    if (number != 0)
        outcome = trouble_tell(trouble, number,
                               N_("is a temporary folder that cannot be removed; it may hold "
                                  "personal data: remove it yourself"),
                               workdir->path);
    free(workdir->path);
    *workdir = (struct workdir){.folder = -1};
    return outcome;
}
