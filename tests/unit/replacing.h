// SPDX-License-Identifier: EUPL-1.2
// For the tests of changing files: a folder of their own, and a command that appends a word.
// Include it after cmocka.h.
#ifndef G1P_TESTS_REPLACING_H
#define G1P_TESTS_REPLACING_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/replace.h"

enum { LIMIT = 1024 * 1024 };

static char folder[32];
static int home = -1;

static inline int enter(void **state) {
    (void)state;
    strcpy(folder, "/tmp/g1p-replace-XXXXXX");
    home = open(".", O_RDONLY | O_DIRECTORY);
    return home >= 0 && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static inline int leave(void **state) {
    (void)state;
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    int outcome = fchdir(home) == 0 && system(command) == 0 ? 0 : -1;
    close(home);
    return outcome;
}

static inline void put_file(const char *path, const char *content, mode_t mode) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, content, strlen(content)), (ssize_t)strlen(content));
    assert_int_equal(fchmod(fd, mode), 0);
    close(fd);
}

static inline bool holds(const char *path, const char *expected) {
    char bytes[4096];
    int fd = open(path, O_RDONLY);
    assert_true(fd >= 0);
    size_t length = 0;
    for (ssize_t got; (got = read(fd, bytes + length, sizeof bytes - 1 - length)) > 0;)
        length += (size_t)got;
    close(fd);
    bytes[length] = '\0';
    return strcmp(bytes, expected) == 0;
}

static inline int count_entries(void) {
    DIR *here = opendir(".");
    assert_non_null(here);
    int count = -2; // "." and ".."
    while (readdir(here))
        count++;
    closedir(here);
    return count;
}

// Appends a word to a file, as a command would. 0, or 2 with `*trouble`.
static inline int append(const char *path, const char *word, unsigned wait,
                         struct trouble *trouble) {
    struct arena arena;
    struct text content;
    arena_init(&arena, 0);
    struct replace *replace = replace_open(path, wait, LIMIT, &arena, &content, trouble);
    enum replace_outcome outcome = REPLACE_FAILED;
    int rounds = 0;
    while (replace && rounds++ < 10) {
        size_t length = strlen(word);
        char *made = arena_alloc(&arena, content.length + length + 1);
        if (!made)
            break;
        memcpy(made, content.bytes, content.length);
        memcpy(made + content.length, word, length);
        outcome = replace_commit(replace, (struct text){made, content.length + length}, trouble);
        if (outcome != REPLACE_CHANGED || replace_again(replace, &arena, &content, trouble) != 0)
            break;
    }
    replace_close(replace);
    arena_free(&arena);
    return outcome == REPLACE_DONE ? 0 : 2;
}

static inline void refuses(const char *path, int number) {
    struct trouble trouble = {.number = -1};
    assert_int_equal(append(path, "x", 0, &trouble), 2);
    assert_int_equal(trouble.number, number);
    assert_non_null(trouble.what);
}

#endif
