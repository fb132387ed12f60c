// SPDX-License-Identifier: EUPL-1.2
// Walking along files and folders, with the folders under way on a stack of our own.
#include "lib/base/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/buffer.h"
#include "lib/base/words.h"

enum {
    LONGEST_PATH = 64 * 1024, // of one in the list: far more than any system takes
    FIRST_ROOM = 64
};

// A folder that is being walked: the names in it, sorted, and how far the walk is.
struct level {
    char **names;
    size_t count;
    size_t next;
    size_t path_length; // of this folder's path, with the slash, in walk.path
};

struct walk {
    const char *const *operand; // the next one; NULL when there are none left
    FILE *list;                 // NULL when there is none left
    int list_end;               // what ends a path in it
    const char *list_name;
    struct level *levels; // the folders from the named one down to the present one
    size_t depth;
    size_t room;
    struct buffer path;
    bool given; // whether the named folder has given a file or trouble
};

static enum walk_step tell(struct walk_entry *entry, int number, const char *what,
                           const char *path) {
    trouble_tell(&entry->trouble, number, what, path);
    return WALK_TROUBLE;
}

struct walk *walk_open(const struct walk_paths *paths, struct trouble *trouble) {
    struct walk *walk = calloc(1, sizeof *walk);
    if (!walk) {
        trouble_tell(trouble, ENOMEM, N_("cannot start"), NULL);
        return NULL;
    }
    walk->operand = paths->operands;
    if (paths->list) {
        bool standard = strcmp(paths->list, "-") == 0;
        int fd = standard ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                          : open(paths->list, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        walk->list = fd < 0 ? NULL : fdopen(fd, "r");
        if (!walk->list) {
            trouble_tell(trouble, errno, N_("cannot be opened"), paths->list);
            if (fd >= 0)
                close(fd);
            free(walk);
            return NULL;
        }
        walk->list_end = paths->list_by_nul ? '\0' : '\n';
        walk->list_name = paths->list;
    }
    return walk;
}

// --- One folder ---

static void free_level(struct level *level) {
    for (size_t i = level->next; i < level->count; i++)
        free(level->names[i]);
    free(level->names);
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_yaml(const char *name) {
    size_t length = strlen(name);
    return (length > 5 && strcmp(name + length - 5, ".yaml") == 0) ||
           (length > 4 && strcmp(name + length - 4, ".yml") == 0);
}

static int add_name(struct level *level, size_t *room, const char *name) {
    if (level->count == *room) {
        size_t more = *room ? *room * 2 : FIRST_ROOM;
        char **names =
            more > SIZE_MAX / sizeof *names ? NULL : realloc(level->names, more * sizeof *names);
        if (!names)
            return -1;
        level->names = names;
        *room = more;
    }
    level->names[level->count] = strdup(name);
    return level->names[level->count++] ? 0 : -1;
}

// Reads the names in a folder, but the hidden ones, and sorts them. 0, or -1 with errno.
static int read_names(DIR *folder, struct level *level) {
    size_t room = 0;
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(folder);
        if (!entry) {
            if (errno)
                return -1;
            break;
        }
        if (entry->d_name[0] != '.' && add_name(level, &room, entry->d_name) != 0) {
            errno = ENOMEM;
            return -1;
        }
    }
    if (level->count)
        qsort(level->names, level->count, sizeof *level->names, compare_names);
    return 0;
}

// Makes the folder at walk.path, a NUL-ended string, the present one. 0, or -1 with errno.
static int enter_folder(struct walk *walk, bool follow) {
    if (walk->depth == walk->room) {
        size_t room = walk->room ? walk->room * 2 : 8;
        struct level *levels = realloc(walk->levels, room * sizeof *levels);
        if (!levels)
            return -1;
        walk->levels = levels;
        walk->room = room;
    }
    // A folder that meanwhile became a symbolic link is not followed.
    int fd = open(walk->path.bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW));
    if (fd < 0)
        return -1;
    DIR *folder = fdopendir(fd);
    if (!folder) {
        int number = errno;
        close(fd);
        errno = number;
        return -1;
    }
    struct level level = {0};
    int outcome = read_names(folder, &level);
    int number = errno;
    closedir(folder);
    size_t length = strlen(walk->path.bytes);
    walk->path.length = length;
    if (outcome == 0 && walk->path.bytes[length - 1] != '/')
        buffer_add_char(&walk->path, '/');
    if (outcome != 0 || walk->path.failed) {
        free_level(&level);
        errno = outcome != 0 ? number : ENOMEM;
        return -1;
    }
    level.path_length = walk->path.length;
    walk->levels[walk->depth++] = level;
    return 0;
}

// Looks at the next name in the present folder. True when there is a step to tell.
static bool step_inside(struct walk *walk, struct walk_entry *entry, enum walk_step *step) {
    struct level *level = &walk->levels[walk->depth - 1];
    walk->path.length = level->path_length;
    char *name = level->names[level->next++];
    bool yaml = is_yaml(name);
    buffer_add(&walk->path, (struct text){name, strlen(name) + 1});
    free(name);
    if (walk->path.failed) {
        walk->path.failed = false;
        *step = tell(entry, ENOMEM, N_("cannot be walked"), NULL);
        return true;
    }
    const char *path = walk->path.bytes;
    struct stat status;
    if (lstat(path, &status) != 0) {
        // What went away since the folder was read was not there.
        if (errno == ENOENT)
            return false;
        *step = tell(entry, errno, N_("cannot be looked at"), path);
        return true;
    }
    if (S_ISDIR(status.st_mode)) {
        if (enter_folder(walk, false) == 0)
            return false;
        *step = tell(entry, errno, N_("cannot be walked"), walk->path.bytes);
        return true;
    }
    if (!yaml)
        return false;
    if (S_ISLNK(status.st_mode) && stat(path, &status) != 0) {
        *step = tell(entry, errno, N_("is a symbolic link that leads nowhere"), path);
        return true;
    }
    if (!S_ISREG(status.st_mode))
        return false;
    entry->path = path;
    *step = WALK_FILE;
    return true;
}

// Goes on in the folders on the stack. True when there is a step to tell.
static bool step_folders(struct walk *walk, struct walk_entry *entry, enum walk_step *step) {
    while (walk->depth) {
        struct level *level = &walk->levels[walk->depth - 1];
        if (level->next < level->count) {
            if (step_inside(walk, entry, step)) {
                walk->given = true;
                return true;
            }
            continue;
        }
        size_t length = level->path_length;
        free_level(level);
        walk->depth--;
        if (walk->depth == 0 && !walk->given) {
            walk->path.bytes[length - (length > 1)] = '\0';
            *step = tell(entry, 0, N_("holds no file *.yaml or *.yml"), walk->path.bytes);
            return true;
        }
    }
    return false;
}

// --- What is named ---

// The next path of the list in walk.path. 1, 0 at the end, or -1 with trouble.
static int next_in_list(struct walk *walk, struct walk_entry *entry) {
    walk->path.length = 0;
    bool bad = false;
    int byte;
    errno = 0;
    while ((byte = getc(walk->list)) != EOF) {
        if (byte == walk->list_end) {
            if (walk->path.length || bad)
                break;
            continue;
        }
        if (byte == '\0' || walk->path.length >= LONGEST_PATH)
            bad = true;
        else
            buffer_add_char(&walk->path, (char)byte);
    }
    if (byte == EOF && ferror(walk->list)) {
        tell(entry, errno, N_("cannot be read"), walk->list_name);
    } else if (bad) {
        tell(entry, 0, N_("holds something that cannot be a path"), walk->list_name);
        return -1;
    } else if (walk->path.length) {
        buffer_add_char(&walk->path, '\0');
        if (!walk->path.failed)
            return 1;
        tell(entry, ENOMEM, N_("cannot be read"), walk->list_name);
    }
    int outcome = ferror(walk->list) || walk->path.failed ? -1 : 0;
    fclose(walk->list);
    walk->list = NULL;
    return outcome;
}

// Puts a named path into walk.path. 1, 0 when there is none left, or -1 with trouble.
static int next_named(struct walk *walk, struct walk_entry *entry, bool *standard) {
    *standard = false;
    if (walk->operand && *walk->operand) {
        const char *path = *walk->operand++;
        *standard = strcmp(path, "-") == 0;
        buffer_clear(&walk->path);
        buffer_add(&walk->path, (struct text){path, strlen(path) + 1});
        if (!walk->path.failed)
            return 1;
        tell(entry, ENOMEM, N_("cannot be looked at"), path);
        return -1;
    }
    if (!walk->list)
        return 0;
    buffer_clear(&walk->path);
    int outcome = next_in_list(walk, entry);
    if (outcome > 0 && strcmp(walk->path.bytes, "-") == 0) {
        buffer_clear(&walk->path);
        buffer_add(&walk->path, (struct text){"./-", sizeof "./-"});
        if (walk->path.failed) {
            tell(entry, ENOMEM, N_("cannot be read"), walk->list_name);
            return -1;
        }
    }
    return outcome;
}

enum walk_step walk_next(struct walk *walk, struct walk_entry *entry) {
    enum walk_step step;
    for (;;) {
        *entry = (struct walk_entry){0};
        if (step_folders(walk, entry, &step))
            return step;
        bool standard;
        int outcome = next_named(walk, entry, &standard);
        if (outcome < 0)
            return WALK_TROUBLE;
        if (outcome == 0)
            return WALK_END;
        entry->named = true;
        entry->path = walk->path.bytes;
        struct stat status;
        if (standard)
            return WALK_FILE;
        if (stat(entry->path, &status) != 0)
            return tell(entry, errno, N_("cannot be opened"), entry->path);
        if (!S_ISDIR(status.st_mode))
            return WALK_FILE;
        walk->given = false;
        if (enter_folder(walk, true) != 0)
            return tell(entry, errno, N_("cannot be walked"), walk->path.bytes);
    }
}

void walk_close(struct walk *walk) {
    if (!walk)
        return;
    while (walk->depth)
        free_level(&walk->levels[--walk->depth]);
    free(walk->levels);
    if (walk->list)
        fclose(walk->list);
    buffer_free(&walk->path);
    free(walk);
}
