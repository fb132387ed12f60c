// SPDX-License-Identifier: EUPL-1.2
// Looking through a tree of folders for plans and records, by the heads of the files. Numbers and
// paths are kept as 64-bit hashes: of many thousands of files that is little, and nothing of what
// they say.
#include "lib/kader/dossier_index.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/input.h"
#include "lib/base/walk.h"
#include "lib/rules/check.h"

enum { HEAD = 4096, LARGEST_ARENA = 64 * 1024 * 1024 };

struct entry {
    uint64_t number;
    char *path;           // of a plan; NULL for a record
    uint64_t plan_path;   // of a record: what it names, as a real path, or 0
    uint64_t plan_number; // or as a number, or 0
    bool open;
};

struct dossier_index {
    char *home;
    struct entry *entries;
    size_t count, room;
    struct arena arena, scratch; // for one record at a time
};

static uint64_t hash(struct text text) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * UINT64_C(1099511628211);
    return hash | 1; // never 0
}

static struct entry *add(struct dossier_index *index) {
    if (index->count == index->room) {
        size_t room = index->room ? index->room * 2 : 64;
        struct entry *more = realloc(index->entries, room * sizeof *more);
        if (!more)
            return NULL;
        index->entries = more;
        index->room = room;
    }
    struct entry *entry = &index->entries[index->count++];
    memset(entry, 0, sizeof *entry);
    return entry;
}

// ---- the head of a file ----

// Reads the beginning of an ordinary file; an empty text when it cannot be read.
static struct text read_head(const char *path, char into[HEAD]) {
    struct stat status;
    size_t length = 0;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return TEXT("");
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)) {
        ssize_t got;
        while (length < HEAD &&
               ((got = read(fd, into + length, HEAD - length)) > 0 || (got < 0 && errno == EINTR)))
            length += got > 0 ? (size_t)got : 0;
    }
    close(fd);
    return (struct text){into, length};
}

// What stands behind a key at the beginning of a line: without quotes and comment.
static struct text value_of(struct text head, const char *key) {
    size_t length = strlen(key);
    for (const char *line = head.bytes, *end = head.bytes + head.length; line < end;) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        const char *stop = newline ? newline : end;
        if ((size_t)(stop - line) > length && memcmp(line, key, length) == 0 &&
            line[length] == ':') {
            struct text value =
                text_trim((struct text){line + length + 1, (size_t)(stop - line) - length - 1});
            char quote = value.length > 0 ? value.bytes[0] : '\0';
            bool quoted = quote == '"' || quote == '\'';
            for (size_t i = 1; i < value.length; i++)
                if (quoted ? value.bytes[i] == quote
                           : value.bytes[i] == '#' && value.bytes[i - 1] == ' ')
                    value.length = i;
            if (quoted)
                value = (struct text){value.bytes + 1, value.length - 1};
            return text_trim(value);
        }
        line = newline ? newline + 1 : end;
    }
    return TEXT("");
}

// ---- plans and records ----

static int add_plan(struct dossier_index *index, const char *path, struct text number) {
    struct entry *entry = add(index);
    if (!entry)
        return -1;
    entry->number = hash(number);
    entry->path = strdup(path);
    return entry->path ? 0 : -1;
}

// What the plan of a record is, as a real path when there is such a file.
static int resolve(struct entry *entry, const char *path, struct text name, struct arena *arena) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash && name.bytes[0] != '/' ? (size_t)(slash - path) + 1 : 0;
    char *joined = arena_alloc(arena, folder + name.length + 1);
    char *real = NULL;
    entry->plan_number = hash(name);
    if (!joined)
        return -1;
    memcpy(joined, path, folder);
    memcpy(joined + folder, name.bytes, name.length);
    joined[folder + name.length] = '\0';
    real = realpath(joined, NULL);
    if (!real && errno == ENOMEM)
        return -1;
    if (real)
        entry->plan_path = hash(text_of(real));
    free(real);
    return 0;
}

static int add_record(struct dossier_index *index, const char *path) {
    struct check_options options = {.today = {1, 1, 1}};
    struct check_result result;
    struct trouble trouble = {0};
    struct text source;
    bool too_large = false;
    arena_reset(&index->arena);
    arena_reset(&index->scratch);
    if (input_read(path, TREE_LARGEST, &index->arena, &source, &too_large, &trouble) != 0)
        return trouble.number == ENOMEM ? -1 : 0;
    if (check_read(source, too_large, &options, &index->arena, &index->scratch, &result) != 0)
        return -1;
    if (result.kind != KIND_MELDCODE || !result.dossier)
        return 0;
    struct entry *entry = add(index);
    if (!entry)
        return -1;
    entry->number = hash(result.dossier->nummer.text);
    // What cannot be read may be closed or not: it does not count as open.
    entry->open = result.readable && !result.dossier->afgesloten.node;
    if (result.dossier->plan.text.length == 0)
        return 0;
    return resolve(entry, path, result.dossier->plan.text, &index->arena);
}

static int look_into(struct dossier_index *index, const char *path) {
    char bytes[HEAD];
    struct text head = read_head(path, bytes);
    if (!check_is_ours(head))
        return 0;
    if (text_starts(head, "\xEF\xBB\xBF"))
        head = (struct text){head.bytes + 3, head.length - 3};
    struct text kind = value_of(head, "soort");
    if (text_is(kind, "meldcode"))
        return add_record(index, path);
    struct text number = value_of(head, "nummer");
    return text_is(kind, "plan") && number.length > 0 ? add_plan(index, path, number) : 0;
}

// ---- the tree ----

static int walk_through(struct dossier_index *index, bool deep) {
    const char *operands[] = {index->home, NULL};
    struct walk_paths paths = {.operands = operands};
    struct walk_entry entry;
    struct trouble trouble;
    size_t inside = strlen(index->home) + 1;
    struct walk *walk = walk_open(&paths, &trouble);
    int outcome = walk ? 0 : -1;
    for (enum walk_step step = WALK_TROUBLE; outcome == 0 && step != WALK_END;) {
        step = walk_next(walk, &entry);
        // What is not seen for want of memory is not therefore missing.
        if (step == WALK_TROUBLE && entry.trouble.number == ENOMEM)
            outcome = -1;
        if (step != WALK_FILE)
            continue;
        // Files come before, between and behind folders, so a shallow look goes on past these.
        if (deep || !strchr(entry.path + inside, '/'))
            outcome = look_into(index, entry.path);
    }
    if (walk)
        walk_close(walk);
    return outcome;
}

struct dossier_index *dossier_index_make(const char *home, bool deep) {
    struct dossier_index *index = calloc(1, sizeof *index);
    if (!index)
        return NULL;
    arena_init(&index->arena, LARGEST_ARENA);
    arena_init(&index->scratch, LARGEST_ARENA);
    index->home = strdup(home);
    int outcome = index->home ? walk_through(index, deep) : -1;
    arena_free(&index->arena);
    arena_free(&index->scratch);
    if (outcome == 0)
        return index;
    dossier_index_free(index);
    return NULL;
}

void dossier_index_free(struct dossier_index *index) {
    if (!index)
        return;
    for (size_t i = 0; i < index->count; i++)
        free(index->entries[i].path);
    free(index->entries);
    free(index->home);
    free(index);
}

const char *dossier_index_home(const struct dossier_index *index) {
    return index->home;
}

// ---- looking up ----

int dossier_index_plan(const struct dossier_index *index, struct text number, struct arena *arena,
                       const char **path, unsigned *count) {
    uint64_t wanted = hash(number);
    *count = 0;
    for (size_t i = 0; i < index->count; i++) {
        const struct entry *entry = &index->entries[i];
        if (!entry->path || entry->number != wanted)
            continue;
        if (++*count == 1)
            *path = arena_copy(arena, entry->path, strlen(entry->path));
        if (!*path)
            return -1;
    }
    return 0;
}

bool dossier_index_any_open(const struct dossier_index *index, const char *path,
                            struct text number) {
    uint64_t by_path = hash(text_of(path));
    uint64_t by_number = number.length > 0 ? hash(number) : 0;
    for (size_t i = 0; i < index->count; i++) {
        const struct entry *entry = &index->entries[i];
        if (entry->path || !entry->open)
            continue;
        if (entry->plan_path ? entry->plan_path == by_path
                             : by_number && entry->plan_number == by_number)
            return true;
    }
    return false;
}

unsigned dossier_index_count(const struct dossier_index *index, struct text number) {
    uint64_t wanted = hash(number);
    unsigned count = 0;
    for (size_t i = 0; i < index->count; i++)
        count += !index->entries[i].path && index->entries[i].number == wanted;
    return count;
}
