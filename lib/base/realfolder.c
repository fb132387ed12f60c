// SPDX-License-Identifier: EUPL-1.2
// Finding real folders and naming files from them.
#include "lib/base/realfolder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Cuts the last part off a folder's path; false when there is none left to cut.
static bool cut_last(struct buffer *path) {
    size_t length = path->length - 1; // behind which the NUL stands
    while (length > 1 && path->bytes[length - 1] == '/')
        length--;
    while (length > 0 && path->bytes[length - 1] != '/')
        length--;
    if (length == 0 || (length == 1 && path->length == 2))
        return false;
    path->bytes[length] = '\0';
    path->length = length + 1;
    return true;
}

// The real path of the nearest folder that is there; NULL with errno.
static char *find(const char *asked) {
    struct buffer path = {0};
    buffer_add(&path, (struct text){asked, strlen(asked) + 1});
    char *real = NULL;
    int number = ENOMEM;
    while (!path.failed) {
        real = realpath(path.bytes, NULL);
        number = errno;
        if (real || (number != ENOENT && number != ENOTDIR))
            break;
        if (!cut_last(&path)) {
            real = path.bytes[0] == '/' ? NULL : realpath(".", NULL);
            number = errno;
            break;
        }
    }
    buffer_free(&path);
    errno = number;
    return real;
}

const char *realfolder_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *realfolder_of(struct realfolder *folder, const char *path) {
    size_t length = (size_t)(realfolder_name(path) - path);
    struct text asked = length ? (struct text){path, length} : TEXT("./");
    if (folder->path && folder->asked.length == asked.length + 1 &&
        memcmp(folder->asked.bytes, asked.bytes, asked.length) == 0)
        return folder->path;
    free(folder->path);
    folder->path = NULL;
    buffer_clear(&folder->asked);
    buffer_add(&folder->asked, asked);
    buffer_add_char(&folder->asked, '\0');
    if (folder->asked.failed) {
        errno = ENOMEM;
        return NULL;
    }
    folder->path = find(folder->asked.bytes);
    return folder->path;
}

void realfolder_free(struct realfolder *folder) {
    free(folder->path);
    buffer_free(&folder->asked);
    *folder = (struct realfolder){0};
}

bool realfolder_holds(const char *folder, const char *path) {
    size_t length = strlen(folder);
    if (length == 1)
        return path[0] == '/';
    return strncmp(folder, path, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

void realfolder_relative(const char *from, const char *folder, const char *name,
                         struct buffer *out) {
    size_t up = strlen(from);
    struct buffer above = {0};
    buffer_add(&above, (struct text){from, up + 1});
    if (above.failed) {
        out->failed = true;
        buffer_free(&above);
        return;
    }
    // Up until what is left of `from` holds the folder, and down from there.
    while (!realfolder_holds(above.bytes, folder)) {
        buffer_add_string(out, "../");
        do
            up--;
        while (up > 0 && above.bytes[up] != '/');
        above.bytes[up ? up : 1] = '\0';
    }
    const char *rest = folder + strlen(above.bytes);
    rest += *rest == '/';
    buffer_add_string(out, rest);
    if (*rest)
        buffer_add_char(out, '/');
    buffer_add_string(out, name);
    buffer_free(&above);
}

bool realfolder_above(const char *folder, const char *name, struct buffer *out) {
    struct buffer above = {0};
    struct buffer path = {0};
    struct buffer relative = {0};
    bool found = false;
    buffer_add(&above, (struct text){folder, strlen(folder) + 1});
    while (!above.failed && !path.failed) {
        buffer_clear(&path);
        buffer_format(&path, "%s/%s", above.bytes, name);
        buffer_add_char(&path, '\0');
        found = !path.failed && access(path.bytes, F_OK) == 0;
        if (found || !cut_last(&above))
            break;
        buffer_add_string(&relative, "../");
    }
    buffer_add_string(&relative, name);
    if (found)
        buffer_add(out, buffer_text(&relative));
    found = found && !relative.failed && !out->failed;
    buffer_free(&relative);
    buffer_free(&path);
    buffer_free(&above);
    return found;
}
