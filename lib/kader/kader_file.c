// SPDX-License-Identifier: EUPL-1.2
// Files of local frameworks: where they may lie, and what is wrong with them.
#include "lib/kader/kader_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/input.h"
#include "lib/base/realfolder.h"
#include "lib/base/words.h"
#include "lib/method/shipped_kader.h"

// FNV-1a: two different notes with one number are as good as impossible.
static uint64_t hash(uint64_t hash, const char *string) {
    for (; *string; string++)
        hash = (hash ^ (unsigned char)*string) * UINT64_C(1099511628211);
    return hash;
}

void kader_note_fill(struct kader_note *note, bool serious, int number, const char *what,
                     const char *shown) {
    note->id = hash(hash(UINT64_C(14695981039346656037), shown), what) | 1;
    note->serious = serious;
    trouble_tell(&note->words, number, what, shown);
}

static char *join(struct arena *arena, const char *folder, const char *name) {
    size_t length = strlen(folder);
    bool slash = length > 0 && folder[length - 1] != '/';
    char *path = arena_alloc(arena, length + slash + strlen(name) + 1);
    if (!path)
        return NULL;
    memcpy(path, folder, length);
    if (slash)
        path[length] = '/';
    strcpy(path + length + slash, name);
    return path;
}

// What people call a path: seen from the current folder where it lies in there.
static const char *shown_path(const struct kader_reading *reading, const char *path) {
    const char *here = reading->here;
    size_t length = strlen(here);
    if (length > 1 && strcmp(here, path) != 0 && realfolder_holds(here, path))
        return path + length + 1;
    return path;
}

// ---- what a file says ----

// Reads the text of a framework. `*ours` tells whether it is meant to be one.
static int read_text(struct kader_reading *reading, struct text source, bool too_large,
                     struct kader_file *file, bool *ours) {
    struct check_result result;
    *ours = check_is_ours(source);
    if (!*ours) {
        kader_note_fill(&file->note, true, 0,
                        N_("is not a file of g1p: no line of it begins with `g1p:`"), file->shown);
        return 0;
    }
    if (check_read(source, too_large, reading->options, reading->arena, reading->scratch,
                   &result) != 0 ||
        check_judge(reading->options, NULL, &result) != 0)
        return -1;
    if (result.kind == KIND_KADER && schema_is_id(result.own_kader->naam.text))
        file->name = result.own_kader->naam.text;
    if (!result.readable) {
        kader_note_fill(&file->note, true, 0,
                        N_("cannot be understood, and does not apply now; g1p-check tells more "
                           "about it"),
                        file->shown);
        return 0;
    }
    *ours = result.kind == KIND_KADER;
    if (!*ours) {
        kader_note_fill(&file->note, true, 0, N_("is no local framework (`soort: kader`)"),
                        file->shown);
        return 0;
    }
    file->kader = result.own_kader;
    for (size_t i = 0; i < result.findings.count; i++)
        if (result.findings.items[i].severity == SEVERITY_FOUT)
            kader_note_fill(&file->note, false, 0,
                            N_("has mistakes, and applies as far as it could be read; g1p-check "
                               "tells more about it"),
                            file->shown);
    return 0;
}

// ---- where a file lies ----

// The real path behind `path`, which may not lead out of `home`; NULL with a note, or with errno
// ENOMEM.
static char *find_inside(const char *home, const char *path, const char *shown,
                         struct kader_note *note) {
    char *real = realpath(path, NULL);
    if (!real && errno == ENOMEM)
        return NULL;
    if (!real && errno == ELOOP)
        kader_note_fill(note, true, 0, N_("is a symbolic link that leads back to itself"), shown);
    else if (!real && errno == ENOENT)
        kader_note_fill(note, true, 0, N_("is a symbolic link that leads nowhere"), shown);
    else if (!real)
        kader_note_fill(note, true, errno, N_("cannot be opened"), shown);
    if (real && realfolder_holds(home, real))
        return real;
    if (real)
        kader_note_fill(note, true, 0,
                        N_("is a symbolic link that leads out of the folder of .g1p.yaml, and is "
                           "not followed"),
                        shown);
    free(real);
    errno = 0;
    return NULL;
}

// Reads a file at its real path. `*ours`: whether it is meant to be a framework.
static int read_at(struct kader_reading *reading, const char *real, struct kader_file *file,
                   bool *ours) {
    struct stat status;
    struct trouble trouble;
    struct text source;
    bool too_large = false;
    if (stat(real, &status) != 0 || !S_ISREG(status.st_mode)) {
        kader_note_fill(&file->note, true, 0, N_("is not an ordinary file"), file->shown);
        return 0;
    }
    file->device = status.st_dev;
    file->inode = status.st_ino;
    if (input_read(real, TREE_LARGEST, reading->arena, &source, &too_large, &trouble) != 0) {
        if (trouble.number == ENOMEM)
            return -1;
        kader_note_fill(&file->note, true, trouble.number, trouble.what, file->shown);
        return 0;
    }
    return read_text(reading, source, too_large, file, ours);
}

static int read_one(struct kader_reading *reading, const char *home, const char *path,
                    struct kader_file *file, bool *ours) {
    *file = (struct kader_file){.shown = shown_path(reading, path)};
    *ours = true;
    char *real = find_inside(home, path, file->shown, &file->note);
    if (!real)
        return errno == ENOMEM ? -1 : 0;
    int outcome = read_at(reading, real, file, ours);
    free(real);
    return outcome;
}

int kader_file_read(struct kader_reading *reading, const char *home, const char *name,
                    struct kader_file *file) {
    bool ours;
    const char *path = join(reading->arena, home, name);
    return path ? read_one(reading, home, path, file, &ours) : -1;
}

// ---- a folder of them ----

// The length of a name without .yaml or .yml; 0 for any other name, and for hidden ones.
static size_t stem_length(const char *name) {
    static const char *const endings[] = {".yaml", ".yml"};
    size_t length = strlen(name);
    for (size_t i = 0; i < 2 && name[0] != '.'; i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && strcmp(name + length - ending, endings[i]) == 0)
            return length - ending;
    }
    return 0;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

// The names in a folder, sorted, in the arena. 0, or -1 with errno.
static int list_names(struct kader_reading *reading, const char *folder, char ***names,
                      size_t *count) {
    size_t room = 0;
    DIR *open = opendir(folder);
    if (!open)
        return -1;
    *names = NULL;
    *count = 0;
    errno = 0;
    for (struct dirent *entry; (entry = readdir(open));) {
        if (stem_length(entry->d_name) == 0)
            continue;
        if (*count == room) {
            room = room ? room * 2 : 32;
            char **more = arena_alloc(reading->arena, room * sizeof *more);
            if (more && *count)
                memcpy(more, *names, *count * sizeof *more);
            *names = more;
        }
        char *name = arena_copy(reading->arena, entry->d_name, strlen(entry->d_name));
        if (!*names || !name) {
            closedir(open);
            errno = ENOMEM;
            return -1;
        }
        (*names)[(*count)++] = name;
    }
    int number = errno;
    closedir(open);
    if (*count)
        qsort(*names, *count, sizeof **names, by_name);
    errno = number;
    return number ? -1 : 0;
}

static int read_names(struct kader_reading *reading, const char *home, const char *folder,
                      char **names, struct kader_file *files, size_t *count) {
    size_t found = *count;
    *count = 0;
    for (size_t i = 0; i < found; i++) {
        struct kader_file *file = &files[*count];
        bool ours;
        const char *path = join(reading->arena, folder, names[i]);
        if (!path || read_one(reading, home, path, file, &ours) != 0)
            return -1;
        file->stem = (struct text){names[i], stem_length(names[i])};
        *count += ours;
    }
    return 0;
}

int kader_file_read_folder(struct kader_reading *reading, const char *home,
                           struct kader_file **files, size_t *count, struct kader_note *note) {
    struct stat status;
    char **names;
    const char *folder = join(reading->arena, home, "kaders");
    *files = NULL;
    *count = 0;
    *note = (struct kader_note){0};
    if (!folder)
        return -1;
    if (lstat(folder, &status) != 0 || (!S_ISDIR(status.st_mode) && !S_ISLNK(status.st_mode)))
        return 0;
    const char *shown = shown_path(reading, folder);
    char *real = find_inside(home, folder, shown, note);
    if (!real)
        return errno == ENOMEM ? -1 : 0;
    free(real);
    if (list_names(reading, folder, &names, count) != 0) {
        if (errno == ENOMEM)
            return -1;
        *count = 0;
        if (errno != ENOTDIR)
            kader_note_fill(note, true, errno, N_("cannot be opened"), shown);
        return 0;
    }
    *files = arena_zero(reading->arena, *count + 1, sizeof **files);
    return *files ? read_names(reading, home, folder, names, *files, count) : -1;
}

int kader_file_read_shipped(struct kader_reading *reading, struct kader_file **files,
                            size_t *count) {
    bool ours;
    *count = shipped_kader_count;
    *files = arena_zero(reading->arena, *count + 1, sizeof **files);
    for (size_t i = 0; *files && i < *count; i++) {
        struct kader_file *file = &(*files)[i];
        file->shown = shipped_kaders[i].name;
        file->stem = text_of(shipped_kaders[i].name);
        if (read_text(reading, text_of(shipped_kaders[i].text), false, file, &ours) != 0)
            return -1;
    }
    return *files ? 0 : -1;
}
