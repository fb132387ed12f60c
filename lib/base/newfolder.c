// SPDX-License-Identifier: EUPL-1.2
// Making a folder of files beside its place, or in a folder that is there one by one.
#include "lib/base/newfolder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/buffer.h"
#include "lib/base/newfile.h"
#include "lib/base/words.h"

// What is being made, so that it can be taken away again.
struct making {
    const char *root;
    const struct newfolder_file *files;
    size_t count;
    size_t made;           // of the files
    struct buffer folders; // those made, each ended by a NUL, in the order of making
    struct trouble *trouble;
};

// The path of something below the root, or NULL with the trouble told. Good until `path` changes.
static const char *below(const struct making *making, const char *name, size_t length,
                         struct buffer *path) {
    buffer_clear(path);
    buffer_add_string(path, making->root);
    buffer_add_char(path, '/');
    buffer_add(path, (struct text){name, length});
    buffer_add_char(path, '\0');
    if (!path->failed)
        return path->bytes;
    trouble_tell(making->trouble, ENOMEM, N_("cannot be made"), making->root);
    return NULL;
}

// ---- making ----

static int make_folder(struct making *making, const char *path) {
    if (mkdir(path, 0700) == 0) {
        buffer_add(&making->folders, (struct text){path, strlen(path) + 1});
        if (!making->folders.failed)
            return 0;
        rmdir(path);
        return trouble_tell(making->trouble, ENOMEM, N_("cannot be made"), path);
    }
    int number = errno;
    struct stat status;
    if (number == EEXIST && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return 0;
    return trouble_tell(making->trouble, number == EEXIST ? ENOTDIR : number, N_("cannot be made"),
                        path);
}

// Makes the folders that a file lies in.
static int make_folders_of(struct making *making, const char *name, struct buffer *path) {
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *folder = below(making, name, (size_t)(slash - name), path);
        if (!folder || make_folder(making, folder) != 0)
            return -1;
    }
    return 0;
}

static int make_file(struct making *making, const struct newfolder_file *file,
                     struct buffer *path) {
    if (make_folders_of(making, file->path, path) != 0)
        return -1;
    struct newfile_content content = {.text = file->text};
    const char *name = below(making, file->path, strlen(file->path), path);
    if (!name || newfile_create(name, &content, making->trouble) != 0)
        return -1;
    making->made++;
    if (file->executable && chmod(name, 0700) != 0)
        return trouble_tell(making->trouble, errno, N_("cannot be made"), name);
    return 0;
}

static void unmake(struct making *making, struct buffer *path) {
    for (size_t i = making->made; i > 0; i--) {
        const char *name = making->files[i - 1].path;
        const char *file = below(making, name, strlen(name), path);
        if (file)
            unlink(file);
    }
    for (size_t end = making->folders.length; end > 0;) {
        size_t start = end - 1;
        while (start > 0 && making->folders.bytes[start - 1] != '\0')
            start--;
        rmdir(making->folders.bytes + start);
        end = start;
    }
}

// Makes everything below the root, or nothing.
static int make_all(struct making *making) {
    struct buffer path = {0};
    int outcome = 0;
    for (size_t i = 0; outcome == 0 && i < making->count; i++)
        outcome = make_file(making, &making->files[i], &path);
    if (outcome != 0)
        unmake(making, &path);
    buffer_free(&path);
    return outcome;
}

// ---- the two ways ----

// In a folder that is there. What is taken is seen first, so that usually nothing is made in vain.
static int fill_folder(struct making *making) {
    struct buffer path = {0};
    struct stat status;
    int outcome = 0;
    for (size_t i = 0; outcome == 0 && i < making->count; i++) {
        const char *name = making->files[i].path;
        const char *file = below(making, name, strlen(name), &path);
        if (!file)
            outcome = -1;
        else if (lstat(file, &status) == 0)
            outcome = trouble_tell(making->trouble, EEXIST, N_("cannot be made"), file);
    }
    buffer_free(&path);
    return outcome != 0 ? -1 : make_all(making);
}

// Brings the folder that `path` lies in to the disk. Some file systems cannot.
static void sync_parent(const char *path) {
    const char *slash = strrchr(path, '/');
    char *parent = slash ? strndup(path, (size_t)(slash + 1 - path)) : strdup(".");
    int folder = parent ? open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
    free(parent);
}

// Beside its place first, and there in one step.
static int make_folder_whole(const char *folder, struct making *making) {
    const char *slash = strrchr(folder, '/');
    size_t parent = slash ? (size_t)(slash + 1 - folder) : 0;
    struct buffer path = {0};
    buffer_format(&path, "%.*s.%s.XXXXXX", (int)parent, folder, folder + parent);
    buffer_add_char(&path, '\0');
    int outcome;
    if (path.failed)
        outcome = trouble_tell(making->trouble, ENOMEM, N_("cannot be made"), folder);
    else if (!mkdtemp(path.bytes))
        outcome = trouble_tell(making->trouble, errno, N_("cannot be made"), folder);
    else {
        making->root = path.bytes;
        outcome = make_all(making);
        if (outcome == 0 && rename(path.bytes, folder) != 0) {
            struct buffer name = {0};
            outcome = trouble_tell(making->trouble, errno, N_("cannot be made"), folder);
            unmake(making, &name);
            buffer_free(&name);
        }
        if (outcome != 0)
            rmdir(path.bytes);
        else
            sync_parent(folder);
    }
    buffer_free(&path);
    return outcome;
}

int newfolder_create(const char *folder, const struct newfolder_file *files, size_t count,
                     struct trouble *trouble) {
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    char *name = strndup(folder, length);
    if (!name || length == 0) {
        free(name);
        return trouble_tell(trouble, length == 0 ? ENOENT : ENOMEM, N_("cannot be made"), folder);
    }
    struct making making = {.root = name, .files = files, .count = count, .trouble = trouble};
    sigset_t held;
    sigset_t before;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigprocmask(SIG_BLOCK, &held, &before);
    struct stat status;
    int outcome;
    if (stat(name, &status) == 0)
        outcome = S_ISDIR(status.st_mode)
                      ? fill_folder(&making)
                      : trouble_tell(trouble, ENOTDIR, N_("cannot be made"), folder);
    else if (errno == ENOENT)
        outcome = make_folder_whole(name, &making);
    else
        outcome = trouble_tell(trouble, errno, N_("cannot be made"), folder);
    sigprocmask(SIG_SETMASK, &before, NULL);
    buffer_free(&making.folders);
    free(name);
    return outcome;
}
