// SPDX-License-Identifier: EUPL-1.2
// Carrying over owner, mode and extended attributes; on Linux an ACL is one of these.
#include "lib/base/attributes.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/xattr.h>

enum { TRIES = 3 }; // when an attribute grows between the asking and the reading

struct bytes {
    char *bytes;
    size_t length;
};

// The names, each ended by a NUL; or, with a name, the value. -1 with errno; a file system that
// knows no attributes has none.
static int read_bytes(int fd, const char *name, struct bytes *into) {
    *into = (struct bytes){NULL, 0};
    for (int try = 0; try < TRIES; try++) {
        ssize_t size = name ? fgetxattr(fd, name, NULL, 0) : flistxattr(fd, NULL, 0);
        if (size < 0)
            return !name && errno == ENOTSUP ? 0 : -1;
        free(into->bytes);
        into->bytes = malloc((size_t)size + 1);
        if (!into->bytes) {
            errno = ENOMEM;
            return -1;
        }
        size = name ? fgetxattr(fd, name, into->bytes, (size_t)size)
                    : flistxattr(fd, into->bytes, (size_t)size);
        if (size >= 0) {
            into->length = (size_t)size;
            return 0;
        }
        if (errno != ERANGE)
            return -1;
    }
    return -1;
}

static bool has_name(const struct bytes *names, const char *name) {
    for (size_t at = 0; at < names->length; at += strlen(names->bytes + at) + 1)
        if (strcmp(names->bytes + at, name) == 0)
            return true;
    return false;
}

// The same value is not set again: for a label of the system's security that may be refused.
static int copy_one(int from, int to, const char *name) {
    struct bytes wanted;
    struct bytes present = {NULL, 0};
    int outcome = read_bytes(from, name, &wanted);
    if (outcome == 0 &&
        (read_bytes(to, name, &present) != 0 || present.length != wanted.length ||
         (wanted.length > 0 && memcmp(present.bytes, wanted.bytes, wanted.length) != 0)))
        outcome = fsetxattr(to, name, wanted.bytes, wanted.length, 0);
    int number = errno;
    free(wanted.bytes);
    free(present.bytes);
    errno = number;
    return outcome;
}

static int copy_extended(int from, int to) {
    struct bytes wanted;
    struct bytes present = {NULL, 0};
    int outcome = read_bytes(from, NULL, &wanted);
    if (outcome == 0)
        outcome = read_bytes(to, NULL, &present);
    for (size_t at = 0; outcome == 0 && at < present.length; at += strlen(present.bytes + at) + 1)
        if (!has_name(&wanted, present.bytes + at))
            outcome = fremovexattr(to, present.bytes + at);
    for (size_t at = 0; outcome == 0 && at < wanted.length; at += strlen(wanted.bytes + at) + 1)
        outcome = copy_one(from, to, wanted.bytes + at);
    int number = errno;
    free(wanted.bytes);
    free(present.bytes);
    errno = number;
    return outcome;
}
#else
static int copy_extended(int from, int to) {
    (void)from, (void)to;
    return 0;
}
#endif

enum { MODE = 07777 };

int attributes_copy(int from, int to) {
    struct stat wanted;
    struct stat present;
    if (fstat(from, &wanted) != 0 || fstat(to, &present) != 0)
        return -1;
    if ((wanted.st_uid != present.st_uid || wanted.st_gid != present.st_gid) &&
        fchown(to, wanted.st_uid, wanted.st_gid) != 0)
        return -1;
    if (copy_extended(from, to) != 0)
        return -1;
    if (fchmod(to, wanted.st_mode & MODE) != 0 || fstat(to, &present) != 0)
        return -1;
    // A system may take part of it and say nothing.
    if (present.st_uid != wanted.st_uid || present.st_gid != wanted.st_gid ||
        ((present.st_mode ^ wanted.st_mode) & MODE) != 0) {
        errno = EPERM;
        return -1;
    }
    return 0;
}
