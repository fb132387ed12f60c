// SPDX-License-Identifier: EUPL-1.2
// Reading a plan, rendering it, and putting the document in its place.
#include "lib/render/making.h"

#include <errno.h>
#include <stdlib.h>

#include "lib/base/input.h"
#include "lib/base/words.h"
#include "lib/render/part.h"
#include "lib/render/type.h"
#include "lib/rules/check.h"

void maker_begin(struct maker *maker) {
    arena_init(&maker->arena, 0);
    arena_init(&maker->scratch, 0);
}

void maker_end(struct maker *maker) {
    arena_free(&maker->arena);
    arena_free(&maker->scratch);
}

// ---- read ----

static int read_plan(const struct making *making, struct maker *maker, const char *path,
                     struct check_result *result, struct trouble *trouble) {
    struct check_options *options = arena_zero(&maker->arena, 1, sizeof *options);
    struct text source;
    bool too_large = false;
    if (!options)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    options->today = making->options->today;
    if (input_read(path, TREE_LARGEST, &maker->arena, &source, &too_large, trouble) != 0)
        return -1;
    if (!check_is_ours(source))
        return trouble_tell(trouble, 0,
                            source.length == 0
                                ? N_("is empty")
                                : N_("is not a file of g1p: no line of it begins with `g1p:`"),
                            path);
    if (check_source(source, too_large, options, &maker->arena, &maker->scratch, result) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    if (result->kind != KIND_PLAN)
        return trouble_tell(trouble, 0, N_("is not a plan (`soort: plan`)"), path);
    if (!result->readable || !result->plan.node)
        return trouble_tell(
            trouble, 0, N_("cannot be read (FMT-01); g1p-check shows where, and what to do"), path);
    return 0;
}

// ---- part and type ----

// Makes it in a private folder, brings it to its place, and leaves nothing else behind.
static int put_by_pandoc(const struct making *making, const char *output, struct text html,
                         struct trouble *trouble) {
    const struct export_options *options = making->options;
    struct workdir folder;
    struct pandoc_task task = {html, options->today, &folder, options->stop, 0};
    if (workdir_make(options->folder_for_work, &folder, trouble) != 0)
        return -1;
    int outcome = pandoc_pdf(&making->pandoc, &task, trouble);
    if (outcome == 0 && options->stop && *options->stop)
        outcome = trouble_tell(trouble, EINTR, N_("the PDF was not made"), NULL);
    if (outcome == 0) {
        char *made = workdir_path(&folder, PANDOC_RESULT);
        struct newfile_content content = {made, {NULL, 0}};
        outcome = made ? places_put(&making->places, output, &content, trouble)
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

static int put_page(const struct making *making, struct maker *maker,
                    const struct document_page *page, const char *output, struct trouble *trouble) {
    const struct type *type = making->places.type;
    struct buffer document = {0};
    int outcome = type->route == ROUTE_OWN ? type->write(page, &maker->arena, &document, trouble)
                                           : document_write(page, &document, trouble);
    struct newfile_content content = {NULL, buffer_text(&document)};
    if (outcome == 0)
        outcome = type->route == ROUTE_OWN
                      ? places_put(&making->places, output, &content, trouble)
                      : put_by_pandoc(making, output, buffer_text(&document), trouble);
    buffer_free(&document);
    return outcome;
}

int making_document(const struct making *making, struct maker *maker, const char *plan,
                    const char *output, struct trouble *trouble) {
    struct check_result *result = arena_zero(&maker->arena, 1, sizeof *result);
    int outcome = -1;
    if (!result) {
        trouble_tell(trouble, ENOMEM, N_("cannot be read"), plan);
    } else if (places_check(&making->places, output, plan, trouble) == 0 &&
               read_plan(making, maker, plan, result, trouble) == 0) {
        struct document_page page = {&result->plan, making->options->today, making->places.part,
                                     pandoc_form(&making->pandoc)};
        outcome = put_page(making, maker, &page, output, trouble);
        if (outcome != 0 && !trouble->detail[0])
            trouble_tell(trouble, trouble->number, trouble->what, plan);
    }
    arena_reset(&maker->arena);
    arena_reset(&maker->scratch);
    return outcome;
}
