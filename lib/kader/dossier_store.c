// SPDX-License-Identifier: EUPL-1.2
// Plans by number and records by the plan they name, a tree of folders at a time.
#include "lib/kader/dossier_store.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/input.h"
#include "lib/kader/dossier_index.h"

// More trees than this are seldom seen in a run; the oldest is forgotten then.
enum { MOST_TREES = 16 };

struct dossier_store {
    pthread_mutex_t lock;
    struct dossier_index *trees[MOST_TREES];
    size_t count;
};

struct dossier_store *dossier_store_open(void) {
    struct dossier_store *store = calloc(1, sizeof *store);
    if (store && pthread_mutex_init(&store->lock, NULL) != 0) {
        free(store);
        return NULL;
    }
    return store;
}

void dossier_store_close(struct dossier_store *store) {
    if (!store)
        return;
    for (size_t i = 0; i < store->count; i++)
        dossier_index_free(store->trees[i]);
    pthread_mutex_destroy(&store->lock);
    free(store);
}

// ---- the tree of a folder ----

static bool has(const char *folder, size_t length, const char *name) {
    struct stat status;
    char *path = malloc(length + strlen(name) + 2);
    bool found = false;
    if (path) {
        memcpy(path, folder, length);
        path[length] = '/';
        strcpy(path + length + 1, name);
        found = lstat(path, &status) == 0;
    }
    free(path);
    return found;
}

// The length of the nearest folder from `folder` up that is a tree of plans; 0: none is.
static size_t home_length(const char *folder) {
    size_t length = strlen(folder);
    while (length > 1) {
        if (has(folder, length, ".g1p.yaml") || has(folder, length, ".git"))
            return length;
        while (length > 0 && folder[--length] != '/')
            ;
    }
    return 0;
}

// The index of the tree that `folder` lies in, made when there is none yet. Under the lock. NULL
// when memory is out.
static struct dossier_index *index_of(struct dossier_store *store, const char *folder) {
    size_t length = home_length(folder);
    bool deep = length > 0;
    char *home = deep ? strndup(folder, length) : strdup(folder);
    if (!home)
        return NULL;
    for (size_t i = 0; i < store->count; i++)
        if (strcmp(dossier_index_home(store->trees[i]), home) == 0) {
            free(home);
            return store->trees[i];
        }
    struct dossier_index *made = dossier_index_make(home, deep);
    free(home);
    if (made && store->count == MOST_TREES) {
        dossier_index_free(store->trees[0]);
        memmove(store->trees, store->trees + 1, (MOST_TREES - 1) * sizeof *store->trees);
        store->count--;
    }
    if (made)
        store->trees[store->count++] = made;
    return made;
}

// ---- plans ----

int plan_file_read(const char *path, struct date today, struct arena *arena, struct arena *scratch,
                   struct plan_file *into) {
    struct check_options options = {.today = today};
    struct check_result *result = arena_zero(arena, 1, sizeof *result);
    struct trouble trouble = {0};
    struct text source;
    struct stat status;
    bool too_large = false;
    *into = (struct plan_file){LINK_NOT_PLAN, NULL, path};
    if (!result)
        return -1;
    if (stat(path, &status) != 0) {
        into->link = errno == EACCES ? LINK_DENIED : LINK_MISSING;
        return 0;
    }
    if (!S_ISREG(status.st_mode))
        return 0;
    if (input_read(path, TREE_LARGEST, arena, &source, &too_large, &trouble) != 0) {
        into->link = trouble.number == EACCES ? LINK_DENIED : LINK_NOT_PLAN;
        return trouble.number == ENOMEM ? -1 : 0;
    }
    if (!check_is_ours(source))
        return 0;
    if (check_read(source, too_large, &options, arena, scratch, result) != 0)
        return -1;
    const struct node *soort = node_child(result->tree.root, "soort");
    if (!result->readable || !soort || !text_is(soort->text, "plan"))
        return 0;
    into->link = LINK_FOUND;
    into->plan = &result->plan;
    return 0;
}

static char *join(struct arena *arena, const char *folder, struct text name) {
    size_t length = name.length > 0 && name.bytes[0] == '/' ? 0 : strlen(folder);
    char *path = arena_alloc(arena, length + name.length + 2);
    if (!path)
        return NULL;
    memcpy(path, folder, length);
    if (length > 0)
        path[length++] = '/';
    memcpy(path + length, name.bytes, name.length);
    path[length + name.length] = '\0';
    return path;
}

// Whether the name is meant as that of a file, whether it is there or not.
static bool names_file(struct text name) {
    static const char *const endings[] = {".yaml", ".yml"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);
        if (name.length > length &&
            memcmp(name.bytes + name.length - length, endings[i], length) == 0)
            return true;
    }
    return memchr(name.bytes, '/', name.length) != NULL;
}

int dossier_store_plan(struct dossier_store *store, const char *folder, struct text name,
                       struct date today, struct arena *arena, struct arena *scratch,
                       struct plan_file *into) {
    struct stat status;
    *into = (struct plan_file){LINK_NONE, NULL, NULL};
    if (name.length == 0)
        return 0;
    bool impossible = memchr(name.bytes, '\0', name.length) != NULL;
    char *path = join(arena, folder, name);
    if (!path)
        return -1;
    if (!impossible && (names_file(name) || stat(path, &status) == 0))
        return plan_file_read(path, today, arena, scratch, into);
    pthread_mutex_lock(&store->lock);
    struct dossier_index *tree = index_of(store, folder);
    const char *found = NULL;
    unsigned count = 0;
    int outcome = tree ? dossier_index_plan(tree, name, arena, &found, &count) : -1;
    pthread_mutex_unlock(&store->lock);
    if (outcome != 0)
        return -1;
    if (count == 1)
        return plan_file_read(found, today, arena, scratch, into);
    into->link = count > 1 ? LINK_TWICE : LINK_MISSING;
    return 0;
}

// ---- records ----

int dossier_store_any_open(struct dossier_store *store, const char *folder, const char *path,
                           struct text number, bool *open) {
    pthread_mutex_lock(&store->lock);
    struct dossier_index *tree = index_of(store, folder);
    *open = tree && dossier_index_any_open(tree, path, number);
    pthread_mutex_unlock(&store->lock);
    return tree ? 0 : -1;
}

int dossier_store_count(struct dossier_store *store, const char *folder, struct text number,
                        unsigned *count) {
    pthread_mutex_lock(&store->lock);
    struct dossier_index *tree = index_of(store, folder);
    *count = tree ? dossier_index_count(tree, number) : 0;
    pthread_mutex_unlock(&store->lock);
    return tree ? 0 : -1;
}
