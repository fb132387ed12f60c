// SPDX-License-Identifier: EUPL-1.2
// Sharing local frameworks between workers, and choosing the one that applies.
#include "lib/kader/kader_store.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/nearest.h"
#include "lib/base/words.h"
#include "lib/kader/dossier_store.h"
#include "lib/kader/kader_file.h"

enum { LARGEST_ARENA = 256 * 1024 * 1024 };

static const char FILE_NAME[] = "/.g1p.yaml";

// The framework of one folder, and those in `kaders` beside it. Changed only under the store's
// lock; read without it by those who hold it.
struct kader_set {
    char *home; // the real folder that .g1p.yaml stands in
    struct arena arena;
    struct kader_file own;
    struct kader_file *named;
    size_t named_count;
    struct kader_note folder_note; // `kaders` cannot be used
    bool named_loaded;
    unsigned holders;
    unsigned long last_use;
};

struct kader_store {
    pthread_mutex_t lock;
    struct check_options options;
    char *here;
    struct arena scratch;
    struct arena arena; // of those that are built in
    struct kader_file *shipped;
    size_t shipped_count;
    bool shipped_loaded;
    struct kader_set *sets[KADER_STORE_MOST];
    size_t count;
    unsigned long uses;
    struct dossier_store *dossiers;
};

// ---- opening and closing ----

struct kader_store *kader_store_open(struct date today) {
    struct kader_store *store = calloc(1, sizeof *store);
    if (!store)
        return NULL;
    store->here = realpath(".", NULL);
    bool no_memory = !store->here && errno == ENOMEM;
    store->dossiers = dossier_store_open();
    if (no_memory || !store->dossiers || pthread_mutex_init(&store->lock, NULL) != 0) {
        dossier_store_close(store->dossiers);
        free(store->here);
        free(store);
        return NULL;
    }
    store->options.today = today;
    for (int i = 0; i < RULE_COUNT; i++)
        store->options.selected[i] = true;
    arena_init(&store->scratch, LARGEST_ARENA);
    arena_init(&store->arena, LARGEST_ARENA);
    return store;
}

static void free_set(struct kader_set *set) {
    arena_free(&set->arena);
    free(set->home);
    free(set);
}

void kader_store_close(struct kader_store *store) {
    if (!store)
        return;
    for (size_t i = 0; i < store->count; i++)
        free_set(store->sets[i]);
    dossier_store_close(store->dossiers);
    arena_free(&store->scratch);
    arena_free(&store->arena);
    pthread_mutex_destroy(&store->lock);
    free(store->here);
    free(store);
}

struct dossier_store *kader_store_dossiers(const struct kader_store *store) {
    return store->dossiers;
}

void kader_reader_begin(struct kader_reader *reader, struct kader_store *store) {
    *reader = (struct kader_reader){.store = store};
}

static void release(struct kader_reader *reader) {
    if (reader->set) {
        pthread_mutex_lock(&reader->store->lock);
        reader->set->holders--;
        pthread_mutex_unlock(&reader->store->lock);
    }
    free(reader->folder);
    reader->folder = NULL;
    reader->set = NULL;
    reader->named_ready = false;
}

void kader_reader_end(struct kader_reader *reader) {
    if (reader->store)
        release(reader);
}

// ---- loading, under the lock ----

static struct kader_reading reading(struct kader_store *store, struct arena *arena) {
    return (struct kader_reading){&store->options, store->here ? store->here : "", arena,
                                  &store->scratch};
}

static struct kader_set *load_set(struct kader_store *store, const char *home) {
    struct kader_set *set = calloc(1, sizeof *set);
    if (!set)
        return NULL;
    arena_init(&set->arena, LARGEST_ARENA);
    set->home = strdup(home);
    struct kader_reading how = reading(store, &set->arena);
    if (set->home && kader_file_read(&how, set->home, FILE_NAME + 1, &set->own) == 0)
        return set;
    free_set(set);
    return NULL;
}

// Where a new set goes: behind the others, or in the place of the one that was not used for the
// longest time and that nobody holds. There are more places than workers.
static size_t make_place(struct kader_store *store) {
    size_t place = 0;
    if (store->count < KADER_STORE_MOST)
        return store->count++;
    for (size_t i = 0; i < store->count; i++)
        if (store->sets[i]->holders == 0 &&
            (store->sets[place]->holders > 0 ||
             store->sets[i]->last_use < store->sets[place]->last_use))
            place = i;
    free_set(store->sets[place]);
    return place;
}

// The set of a folder that has a .g1p.yaml, held; NULL when memory is out.
static struct kader_set *hold(struct kader_store *store, const char *home) {
    struct kader_set *set = NULL;
    pthread_mutex_lock(&store->lock);
    for (size_t i = 0; i < store->count && !set; i++)
        if (strcmp(store->sets[i]->home, home) == 0)
            set = store->sets[i];
    if (!set) {
        set = load_set(store, home);
        if (set)
            store->sets[make_place(store)] = set;
    }
    if (set) {
        set->holders++;
        set->last_use = ++store->uses;
    }
    pthread_mutex_unlock(&store->lock);
    return set;
}

// Sees to it that everything that has a name is there.
static int load_named(struct kader_reader *reader) {
    struct kader_store *store = reader->store;
    struct kader_set *set = reader->set;
    int outcome = 0;
    if (reader->shipped_ready && (!set || reader->named_ready))
        return 0;
    pthread_mutex_lock(&store->lock);
    if (!store->shipped_loaded) {
        struct kader_reading how = reading(store, &store->arena);
        outcome = kader_file_read_shipped(&how, &store->shipped, &store->shipped_count);
        store->shipped_loaded = outcome == 0;
    }
    if (outcome == 0 && set && !set->named_loaded) {
        struct kader_reading how = reading(store, &set->arena);
        outcome = kader_file_read_folder(&how, set->home, &set->named, &set->named_count,
                                         &set->folder_note);
        set->named_loaded = outcome == 0;
    }
    pthread_mutex_unlock(&store->lock);
    reader->shipped_ready = reader->named_ready = outcome == 0;
    return outcome;
}

// ---- finding the folder ----

// Walks up from `folder` to a .g1p.yaml. 1 when there is one, with the length of its folder's path
// in `*length`; 0 when there is none; -1 when memory is out.
static int walk_up(const char *folder, size_t *length) {
    struct stat status;
    size_t at = strlen(folder);
    char *path = malloc(at + sizeof FILE_NAME);
    if (!path)
        return -1;
    memcpy(path, folder, at);
    if (at == 1)
        at = 0; // the root is its slash alone
    int found = 0;
    for (;;) {
        memcpy(path + at, FILE_NAME, sizeof FILE_NAME);
        // What is there and cannot be looked at is told when it is read.
        found = lstat(path, &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
        if (found || at == 0)
            break;
        while (at > 0 && path[--at] != '/')
            ;
    }
    free(path);
    *length = at ? at : 1;
    return found;
}

static int enter(struct kader_reader *reader, const char *folder) {
    size_t length;
    if (reader->folder && strcmp(reader->folder, folder) == 0)
        return 0;
    release(reader);
    reader->folder = strdup(folder);
    int found = reader->folder ? walk_up(folder, &length) : -1;
    if (found > 0) {
        char *home = strndup(folder, length);
        reader->set = home ? hold(reader->store, home) : NULL;
        found = reader->set ? 1 : -1;
        free(home);
    }
    if (found >= 0)
        return 0;
    release(reader);
    return -1;
}

// ---- choosing ----

static void apply(struct kader_choice *choice, const struct kader_file *file) {
    choice->kader = file->kader;
    choice->note = file->note;
}

static bool is_called(const struct kader_file *file, struct text name) {
    return text_equal(file->name, name) || text_equal(file->stem, name);
}

static bool is_same(const struct kader_file *a, const struct kader_file *b) {
    return a->device == b->device && a->inode == b->inode;
}

static void tell_two(struct kader_choice *choice, const struct kader_file *first,
                     const struct kader_file *second) {
    char both[2 * TROUBLE_DETAIL];
    snprintf(both, sizeof both, "%s, %s", first->shown, second->shown);
    choice->kader = NULL;
    kader_note_fill(&choice->note, true, 0,
                    N_("these local frameworks bear one name, and neither applies"), both);
}

// Looks in .g1p.yaml and beside it. Returns whether the name is known there.
static bool choose_local(const struct kader_set *set, struct text name,
                         struct kader_choice *choice) {
    const struct kader_file *found = text_equal(set->own.name, name) ? &set->own : NULL;
    for (size_t i = 0; i < set->named_count; i++) {
        const struct kader_file *file = &set->named[i];
        if (!is_called(file, name) || (found && is_same(found, file)))
            continue;
        if (found) {
            tell_two(choice, found, file);
            return true;
        }
        found = file;
    }
    if (found)
        apply(choice, found);
    return found != NULL;
}

static void offer(struct nearest *nearest, const struct kader_file *file) {
    if (file->name.length)
        nearest_offer(nearest, file->name, 0);
    if (schema_is_id(file->stem))
        nearest_offer(nearest, file->stem, 0);
}

// The name is known nowhere: which may be meant, and whether something could not be looked into.
static void miss(const struct kader_reader *reader, struct text name, struct kader_choice *choice) {
    const struct kader_set *set = reader->set;
    struct nearest nearest = nearest_begin(name);
    choice->unknown = true;
    if (set) {
        offer(&nearest, &set->own);
        choice->note = set->own.kader ? set->folder_note : set->own.note;
    }
    for (size_t i = 0; set && i < set->named_count; i++) {
        offer(&nearest, &set->named[i]);
        if (!set->named[i].kader && !choice->note.id)
            choice->note = set->named[i].note;
    }
    for (size_t i = 0; i < reader->store->shipped_count; i++)
        offer(&nearest, &reader->store->shipped[i]);
    choice->near = nearest.found;
}

int kader_choose(struct kader_reader *reader, const char *folder, struct text name,
                 struct kader_choice *choice) {
    *choice = (struct kader_choice){0};
    if (enter(reader, folder) != 0)
        return -1;
    if (name.length == 0) {
        if (reader->set)
            apply(choice, &reader->set->own);
        return 0;
    }
    if (load_named(reader) != 0)
        return -1;
    // What is no id names nothing, whatever files are called.
    bool is_name = schema_is_id(name);
    if (is_name && reader->set && choose_local(reader->set, name, choice))
        return 0;
    const struct kader_store *store = reader->store;
    for (size_t i = 0; is_name && i < store->shipped_count; i++)
        if (is_called(&store->shipped[i], name)) {
            apply(choice, &store->shipped[i]);
            return 0;
        }
    miss(reader, name, choice);
    return 0;
}

const char *kader_home(const struct kader_reader *reader, const struct plan_kader *kader) {
    const struct kader_set *set = reader->set;
    if (!set || !kader)
        return NULL;
    if (set->own.kader == kader)
        return set->home;
    for (size_t i = 0; i < set->named_count; i++)
        if (set->named[i].kader == kader)
            return set->home;
    return NULL;
}
