// SPDX-License-Identifier: EUPL-1.2
// Reading a plan, rendering it, and putting the document in its place.
#include "lib/render/export.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/input.h"
#include "lib/base/newfile.h"
#include "lib/base/words.h"
#include "lib/render/document.h"
#include "lib/render/json.h"
#include "lib/render/pandoc.h"
#include "lib/rules/check.h"

const char *const export_types[] = {"pdf", "html", "json"};

struct export {
    const struct export_options *options;
    enum export_type type;
    bool into_folder;
    struct pandoc pandoc;
    struct arena arena;
    struct arena scratch;
    char **made; // names of the files made in the folder
    size_t made_count;
};

// ---- settling what to make, and where ----

static bool is_stdout(const struct export *export) {
    return export->options->output && strcmp(export->options->output, "-") == 0;
}

static int settle_type(struct export *export, struct trouble *trouble) {
    const char *output = export->options->output;
    export->type = export->options->type;
    if (export->type != EXPORT_BY_SUFFIX)
        return 0;
    export->type = EXPORT_PDF;
    const char *dot = output && !export->into_folder ? strrchr(output, '.') : NULL;
    if (!dot || strchr(dot, '/'))
        return 0;
    for (int i = 0; i < EXPORT_TYPE_COUNT; i++)
        if (strcmp(dot + 1, export_types[i]) == 0) {
            export->type = (enum export_type)i;
            return 0;
        }
    if (strcmp(dot, ".htm") == 0) {
        export->type = EXPORT_HTML;
        return 0;
    }
    return trouble_tell(trouble, 0,
                        N_("this suffix tells no type that can be made: pdf, html or json; or "
                           "say it with -t"),
                        output);
}

// Whether the output is a folder; makes it when it ends in a slash and is not there.
static int settle_folder(struct export *export, size_t count, struct trouble *trouble) {
    const char *output = export->options->output;
    struct stat status;
    if (!output || is_stdout(export))
        return 0;
    bool slash = output[0] && output[strlen(output) - 1] == '/';
    if (stat(output, &status) == 0)
        export->into_folder = S_ISDIR(status.st_mode);
    else if (slash && mkdir(output, 0700) == 0)
        export->into_folder = true;
    else if (slash)
        return trouble_tell(trouble, errno, N_("the folder cannot be made"), output);
    if (slash && !export->into_folder)
        return trouble_tell(trouble, ENOTDIR, N_("the documents cannot be put there"), output);
    if (count > 1 && !export->into_folder)
        return trouble_tell(trouble, 0,
                            N_("is one file, and there are more plans; name a folder: -o FOLDER/"),
                            output);
    return 0;
}

struct export *export_open(const struct export_options *options, size_t count,
                           struct trouble *trouble) {
    struct export *export = calloc(1, sizeof *export);
    char **made = calloc(count + 1, sizeof *made);
    if (!export || !made) {
        free(export);
        free(made);
        trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
        return NULL;
    }
    export->options = options;
    export->made = made;
    arena_init(&export->arena, 0);
    arena_init(&export->scratch, 0);
    if (settle_folder(export, count, trouble) != 0 || settle_type(export, trouble) != 0 ||
        (export->type == EXPORT_PDF && pandoc_find(options->path, &export->pandoc, trouble) != 0)) {
        export_close(export);
        return NULL;
    }
    return export;
}

void export_close(struct export *export) {
    for (size_t i = 0; i < export->made_count; i++)
        free(export->made[i]);
    free(export->made);
    pandoc_free(&export->pandoc);
    arena_free(&export->arena);
    arena_free(&export->scratch);
    free(export);
}

// The path of the document: as given, or the plan's name with the type's suffix.
static char *output_path(const struct export *export, const char *plan) {
    const char *output = export->options->output;
    const char *folder = output && export->into_folder ? output : "";
    if (output && !export->into_folder)
        return strdup(output);
    const char *slash = strrchr(plan, '/');
    struct text name = text_of(strcmp(plan, "-") == 0 ? "plan" : slash ? slash + 1 : plan);
    static const char *const endings[] = {".yaml", ".yml"};
    for (int i = 0; i < 2; i++) {
        size_t length = strlen(endings[i]);
        if (name.length > length &&
            memcmp(name.bytes + name.length - length, endings[i], length) == 0)
            name.length -= length;
    }
    struct buffer path = {0};
    buffer_add_string(&path, folder);
    if (folder[0] && folder[strlen(folder) - 1] != '/')
        buffer_add_char(&path, '/');
    buffer_add(&path, name);
    buffer_add_char(&path, '.');
    buffer_add_string(&path, export_types[export->type]);
    buffer_add_char(&path, '\0');
    if (path.failed) {
        buffer_free(&path);
        return NULL;
    }
    return path.bytes;
}

// Refuses to write over the plan itself, or over what was just made of another plan.
static int check_output(struct export *export, const char *plan, char *output,
                        struct trouble *trouble) {
    struct stat a;
    struct stat b;
    if (strcmp(plan, "-") != 0 && stat(plan, &a) == 0 && stat(output, &b) == 0 &&
        a.st_dev == b.st_dev && a.st_ino == b.st_ino)
        return trouble_tell(trouble, 0, N_("is the plan itself; it is not written over"), output);
    for (size_t i = 0; i < export->made_count; i++)
        if (strcmp(export->made[i], output) == 0)
            return trouble_tell(trouble, 0, N_("another plan with this name was already put there"),
                                output);
    return 0;
}

// ---- reading and rendering ----

static int read_plan(struct export *export, const char *path, struct check_result *result,
                     struct trouble *trouble) {
    struct check_options *options = arena_zero(&export->arena, 1, sizeof *options);
    struct text source;
    bool too_large = false;
    if (!options)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    options->today = export->options->today;
    if (input_read(path, TREE_LARGEST, &export->arena, &source, &too_large, trouble) != 0)
        return -1;
    if (!check_is_ours(source))
        return trouble_tell(trouble, 0,
                            source.length == 0
                                ? N_("is empty")
                                : N_("is not a file of g1p: no line of it begins with `g1p:`"),
                            path);
    if (check_source(source, too_large, options, &export->arena, &export->scratch, result) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    if (result->kind != KIND_PLAN)
        return trouble_tell(trouble, 0, N_("is not a plan (`soort: plan`)"), path);
    if (!result->readable || !result->plan.node)
        return trouble_tell(
            trouble, 0, N_("cannot be read (FMT-01); g1p-check shows where, and what to do"), path);
    return 0;
}

static int render(struct export *export, const struct plan_plan *plan, struct buffer *document) {
    struct date today = export->options->today;
    if (export->type == EXPORT_JSON)
        return json_plan(plan, today, &export->arena, document);
    document_plan(plan, today,
                  export->type == EXPORT_HTML ? DOCUMENT_ALONE : pandoc_form(&export->pandoc),
                  document);
    return document->failed ? -1 : 0;
}

// ---- writing ----

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

static int put(const struct export *export, const char *output,
               const struct newfile_content *content, struct trouble *trouble) {
    if (!is_stdout(export))
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

// Makes the PDF in a private folder, brings it to its place, and leaves nothing else behind.
static int put_pdf(const struct export *export, const char *output, struct text html,
                   struct trouble *trouble) {
    struct workdir folder;
    struct pandoc_task task = {html, export->options->today, &folder, export->options->stop, 0};
    if (workdir_make(export->options->folder_for_work, &folder, trouble) != 0)
        return -1;
    int outcome = pandoc_pdf(&export->pandoc, &task, trouble);
    if (outcome == 0 && export->options->stop && *export->options->stop)
        outcome = trouble_tell(trouble, EINTR, N_("the PDF was not made"), NULL);
    if (outcome == 0) {
        char *made = workdir_path(&folder, PANDOC_RESULT);
        struct newfile_content content = {made, {NULL, 0}};
        outcome = made ? put(export, output, &content, trouble)
                       : trouble_tell(trouble, ENOMEM, N_("the PDF was not made"), NULL);
        free(made);
    }
    struct trouble left;
    if (workdir_remove(&folder, &left) != 0 && outcome == 0) {
        *trouble = left;
        outcome = -1;
    }
    return outcome;
}

int export_plan(struct export *export, const char *path, struct trouble *trouble) {
    struct check_result *result = arena_zero(&export->arena, 1, sizeof *result);
    struct buffer document = {0};
    char *output = output_path(export, path);
    int outcome = -1;
    if (!result || !output)
        trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    else if (check_output(export, path, output, trouble) != 0 ||
             read_plan(export, path, result, trouble) != 0)
        outcome = -1;
    else if (render(export, &result->plan, &document) != 0)
        trouble_tell(trouble, ENOMEM, N_("no document can be made of it"), path);
    else if (export->type == EXPORT_PDF)
        outcome = put_pdf(export, output, buffer_text(&document), trouble);
    else {
        struct newfile_content content = {NULL, buffer_text(&document)};
        outcome = put(export, output, &content, trouble);
    }
    if (outcome == 0 && !is_stdout(export)) {
        export->made[export->made_count++] = output;
        output = NULL;
    }
    free(output);
    buffer_free(&document);
    arena_reset(&export->arena);
    arena_reset(&export->scratch);
    return outcome;
}
