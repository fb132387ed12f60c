// SPDX-License-Identifier: EUPL-1.2
// Finding the folder and name of a file, writing to the disk, and files that are there for a
// moment.
#include "lib/base/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/words.h"

enum { MOST_AT_ONCE = 16 }; // temporary files that temporary_abandon knows of

// ---- the place ----

void place_free(struct place *place) {
    if (place->folder >= 0)
        close(place->folder);
    free(place->real);
    place->folder = -1;
    place->real = NULL;
}

int place_find(const char *path, bool follow, struct place *place, struct trouble *trouble) {
    *place = (struct place){.path = path, .folder = -1};
    struct stat status;
    if (follow && lstat(path, &status) == 0 && S_ISLNK(status.st_mode)) {
        place->real = realpath(path, NULL);
        if (!place->real)
            return trouble_tell(trouble, errno, N_("is a symbolic link that leads nowhere"), path);
        path = place->real;
    }
    const char *slash = strrchr(path, '/');
    place->name = slash ? slash + 1 : path;
    if (!*path)
        return trouble_tell(trouble, ENOENT, N_("cannot be written"), place->path);
    if (!*place->name || strcmp(place->name, ".") == 0 || strcmp(place->name, "..") == 0)
        return trouble_tell(trouble, EISDIR, N_("cannot be written"), place->path);
    // The slash stays, so that the root is a folder too.
    char *folder = slash ? strndup(path, (size_t)(slash + 1 - path)) : strdup(".");
    if (!folder)
        return trouble_tell(trouble, ENOMEM, N_("cannot be written"), place->path);
    place->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int number = errno;
    free(folder);
    return place->folder >= 0 ? 0
                              : trouble_tell(trouble, number, N_("cannot be written"), place->path);
}

int place_cut(const char *name, int most) {
    size_t length = strlen(name);
    if (length <= (size_t)most)
        return (int)length;
    for (length = (size_t)most; length > 0 && ((unsigned char)name[length] & 0xC0) == 0x80;)
        length--;
    return (int)length;
}

// ---- to the disk ----

int place_write(int fd, struct text content) {
    while (content.length > 0) {
        ssize_t written = write(fd, content.bytes, content.length);
        if (written < 0 && errno != EINTR)
            return -1;
        if (written > 0) {
            content.bytes += written;
            content.length -= (size_t)written;
        }
    }
    return 0;
}

int place_sync(int fd) {
    while (fsync(fd) != 0)
        if (errno != EINTR)
            return errno == EINVAL || errno == ENOTSUP ? 0 : -1;
    return 0;
}

// ---- files that are there for a moment ----

// temporary_abandon may look at any moment: so a row is filled in before `there` is set, and
// `there` is cleared before the row is used again.
static struct temporary temporaries[MOST_AT_ONCE];

struct temporary *temporary_take(void) {
    for (int i = 0; i < MOST_AT_ONCE; i++) {
        bool no = false;
        if (atomic_compare_exchange_strong(&temporaries[i].taken, &no, true))
            return &temporaries[i];
    }
    return NULL;
}

void temporary_give_back(struct temporary *temporary) {
    if (!temporary)
        return;
    atomic_store(&temporary->there, false);
    atomic_store(&temporary->taken, false);
}

void temporary_abandon(void) {
    int number = errno;
    for (int i = 0; i < MOST_AT_ONCE; i++)
        if (atomic_load(&temporaries[i].there))
            unlinkat(temporaries[i].folder, temporaries[i].name, 0);
    errno = number;
}
