// SPDX-License-Identifier: EUPL-1.2
// Settling where documents go, and putting them there.
#include "lib/render/place.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/buffer.h"
#include "lib/base/input.h"
#include "lib/base/words.h"
#include "lib/render/part.h"
#include "lib/render/type.h"

// ---- settling ----

static int settle_type(struct places *places, struct trouble *trouble) {
    const char *output = places->output;
    if (places->type)
        return 0;
    places->type = &types[0];
    const char *dot = output && !places->into_folder ? strrchr(output, '.') : NULL;
    if (!dot || strchr(dot, '/'))
        return 0;
    places->type = type_by_suffix(output);
    if (places->type)
        return 0;
    return trouble_tell(trouble, 0,
                        N_("this suffix tells no type that can be made; say it with -t"), output);
}

static int settle_folder(struct places *places, size_t count, struct trouble *trouble) {
    const char *output = places->output;
    struct stat status;
    if (!output || places->to_stdout)
        return 0;
    bool slash = output[0] && output[strlen(output) - 1] == '/';
    if (stat(output, &status) == 0)
        places->into_folder = S_ISDIR(status.st_mode);
    else if (slash && mkdir(output, 0700) == 0)
        places->into_folder = true;
    else if (slash)
        return trouble_tell(trouble, errno, N_("the folder cannot be made"), output);
    if (slash && !places->into_folder)
        return trouble_tell(trouble, ENOTDIR, N_("the documents cannot be put there"), output);
    if (count > 1 && !places->into_folder)
        return trouble_tell(trouble, 0,
                            N_("is one file, and there are more plans; name a folder: -o FOLDER/"),
                            output);
    return 0;
}

int places_open(struct places *places, const char *output, const struct part *part,
                const struct type *type, size_t count, struct trouble *trouble) {
    *places = (struct places){.output = output, .part = part, .type = type};
    places->to_stdout = output && strcmp(output, "-") == 0;
    places->taken = calloc(count + 1, sizeof *places->taken);
    if (!places->taken)
        return trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    if (settle_folder(places, count, trouble) != 0)
        return -1;
    return settle_type(places, trouble);
}

void places_close(struct places *places) {
    for (size_t i = 0; i < places->taken_count; i++)
        free(places->taken[i]);
    free(places->taken);
}

// ---- one document ----

// The name of the plan's file without folder and suffix.
static struct text stem_of(const char *plan) {
    static const char *const endings[] = {".yaml", ".yml"};
    const char *slash = strrchr(plan, '/');
    struct text name = text_of(strcmp(plan, "-") == 0 ? "plan" : slash ? slash + 1 : plan);
    for (int i = 0; i < 2; i++) {
        size_t length = strlen(endings[i]);
        if (name.length > length &&
            memcmp(name.bytes + name.length - length, endings[i], length) == 0)
            name.length -= length;
    }
    return name;
}

// As asked for, or the plan's name, with the part unless it is the whole, and the type's suffix.
static char *path_of(const struct places *places, const char *plan) {
    const char *output = places->output;
    const char *folder = output && places->into_folder ? output : "";
    if (output && !places->into_folder)
        return strdup(output);
    struct buffer path = {0};
    buffer_add_string(&path, folder);
    if (folder[0] && folder[strlen(folder) - 1] != '/')
        buffer_add_char(&path, '/');
    buffer_add(&path, stem_of(plan));
    if (places->part != &parts[0])
        buffer_format(&path, "-%s", places->part->name);
    buffer_format(&path, ".%s", places->type->name);
    buffer_add_char(&path, '\0');
    if (path.failed) {
        buffer_free(&path);
        return NULL;
    }
    return path.bytes;
}

const char *places_take(struct places *places, const char *plan, struct trouble *trouble) {
    char *path = path_of(places, plan);
    if (!path) {
        trouble_tell(trouble, ENOMEM, N_("no document can be made of it"), plan);
        return NULL;
    }
    for (size_t i = 0; i < places->taken_count; i++)
        if (strcmp(places->taken[i], path) == 0) {
            trouble_tell(trouble, 0, N_("another plan with this name goes there"), path);
            free(path);
            return NULL;
        }
    places->taken[places->taken_count++] = path;
    return path;
}

int places_check(const struct places *places, const char *output, const char *plan,
                 struct trouble *trouble) {
    struct stat a;
    struct stat b;
    if (!places->to_stdout && strcmp(plan, "-") != 0 && stat(plan, &a) == 0 &&
        stat(output, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino)
        return trouble_tell(trouble, 0, N_("is the plan itself; it is not written over"), output);
    return 0;
}

static int write_all(int fd, struct text text, struct trouble *trouble) {
    while (text.length > 0) {
        ssize_t written = write(fd, text.bytes, text.length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return trouble_tell(trouble, errno, N_("the output cannot be written"), NULL);
        text.bytes += written;
        text.length -= (size_t)written;
    }
    return 0;
}

int places_put(const struct places *places, const char *output,
               const struct newfile_content *content, struct trouble *trouble) {
    if (!places->to_stdout)
        return newfile_replace(output, content, trouble);
    struct arena arena;
    struct text text = content->text;
    bool too_large = false;
    int outcome = 0;
    arena_init(&arena, 0);
    if (content->copy_of)
        outcome = input_read(content->copy_of, (size_t)-1 / 4, &arena, &text, &too_large, trouble);
    if (outcome == 0)
        outcome = write_all(STDOUT_FILENO, text, trouble);
    arena_free(&arena);
    return outcome;
}
