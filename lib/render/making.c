// SPDX-License-Identifier: EUPL-1.2
// Reading a plan, rendering it, and putting the document in its place.
#include "lib/render/making.h"

#include <errno.h>
#include <stdlib.h>

#include "lib/base/input.h"
#include "lib/base/words.h"
#include "lib/kader/kader_judge.h"
#include "lib/render/look_kader.h"
#include "lib/render/part.h"
#include "lib/render/type.h"
#include "lib/render/typeset.h"
#include "lib/render/view.h"
#include "lib/rules/check.h"

// ---- what all share ----

static int find_programs(struct making *making, struct trouble *trouble) {
    switch (making->places.type->route) {
    case ROUTE_PANDOC:
        return pandoc_find_alone(making->options->path, &making->pandoc, trouble);
    case ROUTE_ENGINE:
        return pandoc_find(making->options->path, &making->pandoc, trouble);
    case ROUTE_OWN:
        break;
    }
    return 0;
}

int making_open(struct making *making, const struct export_options *options, size_t count,
                struct trouble *trouble) {
    *making = (struct making){.options = options};
    arena_init(&making->arena, 0);
    making->kaders = kader_store_open(options->today);
    if (!making->kaders)
        return trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    if (options->style &&
        look_read_style(options->style, &making->arena, &making->look, trouble) != 0)
        return -1;
    if (options->logo && look_read_logo(options->logo, &making->arena, &making->look, trouble) != 0)
        return -1;
    if (places_open(&making->places, options->output, options->part, options->type, count,
                    trouble) != 0)
        return -1;
    making->places.anonymous = options->view.anonymous;
    making->graphviz.stop = options->stop;
    graphviz_find(options->path, &making->graphviz);
    return find_programs(making, trouble);
}

void making_close(struct making *making) {
    places_close(&making->places);
    pandoc_free(&making->pandoc);
    graphviz_free(&making->graphviz);
    kader_store_close(making->kaders);
    arena_free(&making->arena);
}

void maker_begin(struct maker *maker, const struct making *making) {
    *maker = (struct maker){.folder = {.path = NULL}};
    arena_init(&maker->arena, 0);
    arena_init(&maker->scratch, 0);
    kader_reader_begin(&maker->kaders, making->kaders);
}

void maker_end(struct maker *maker) {
    arena_free(&maker->arena);
    arena_free(&maker->scratch);
    kader_reader_end(&maker->kaders);
    realfolder_free(&maker->folder);
}

// ---- read ----

static int read_plan(const struct making *making, struct maker *maker, const char *path,
                     struct check_result *result, struct trouble *warning,
                     struct trouble *trouble) {
    struct kader_note note = {0};
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
    if (check_read(source, too_large, options, &maker->arena, &maker->scratch, result) != 0 ||
        kader_judge(&maker->kaders, &maker->folder, path, options, result, &note) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    if (note.serious)
        *warning = note.words;
    unsigned kinds = making->places.part->kinds;
    if (!(kinds & 1u << result->kind))
        return trouble_tell(trouble, 0,
                            kinds & 1u << KIND_PLAN
                                ? N_("is not a plan (`soort: plan`)")
                                : N_("is not a record of the meldcode (`soort: meldcode`)"),
                            path);
    if (!result->readable || (result->kind == KIND_PLAN && !result->plan.node) ||
        (result->kind == KIND_MELDCODE && (!result->dossier || !result->dossier->node)))
        return trouble_tell(
            trouble, 0, N_("cannot be read (FMT-01); g1p-check shows where, and what to do"), path);
    return 0;
}

// ---- part and type ----

// Makes it in a private folder, brings it to its place, and leaves nothing else behind.
static int put_by_pandoc(const struct making *making, const struct document_page *page,
                         const char *output, struct text html, struct trouble *trouble) {
    const struct export_options *options = making->options;
    struct workdir folder;
    struct typeset_task task = {&making->pandoc, making->places.type, html,
                                page->look,      options->today,      &folder,
                                options->stop};
    if (workdir_make(options->folder_for_work, &folder, trouble) != 0)
        return -1;
    int outcome = typeset(&task, trouble);
    if (outcome == 0 && options->stop && *options->stop)
        outcome = trouble_tell(trouble, EINTR, N_("the document was not made"), NULL);
    if (outcome == 0) {
        char *made = workdir_path(&folder, pandoc_result(&making->pandoc));
        struct newfile_content content = {made, {NULL, 0}};
        outcome = made ? places_put(&making->places, output, &content, trouble)
                       : trouble_tell(trouble, ENOMEM, N_("the document was not made"), NULL);
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
                      : put_by_pandoc(making, page, output, buffer_text(&document), trouble);
    buffer_free(&document);
    return outcome;
}

// Reads the plan and how it is to look.
static int prepare(const struct making *making, struct maker *maker, const char *plan,
                   struct check_result *result, struct look *look, struct trouble *warning,
                   struct trouble *trouble) {
    if (read_plan(making, maker, plan, result, warning, trouble) != 0)
        return -1;
    *look = making->look;
    struct trouble unusable;
    if (look_of_kader(result->kader, kader_home(&maker->kaders, result->kader), &maker->arena, look,
                      &unusable) != 0)
        *warning = unusable;
    return 0;
}

// The plan is read; what may be shown of it is taken from the view alone.
static int put_view(const struct making *making, struct maker *maker, const char *plan,
                    const struct document_page *whole, const char *output, struct making_said *said,
                    struct trouble *trouble) {
    const struct export_options *options = making->options;
    struct view_options wanted = options->view;
    struct document_page page = *whole;
    struct view view;
    wanted.quiet = making->places.part->anonymous;
    wanted.anonymous |= wanted.quiet;
    wanted.sections = whole->dossier ? NULL : making->places.part->sections;
    struct view all = {.plan = whole->plan, .dossier = whole->dossier};
    if (view_make(&wanted, options->command, plan, &all, options->today, &maker->arena, &view,
                  &said->notes, trouble) != 0)
        return -1;
    page.plan = view.plan;
    page.dossier = view.dossier;
    page.reader = view.reader;
    page.partial = view.partial;
    page.anonymous = view.anonymous;
    if (put_page(making, maker, &page, output, trouble) != 0)
        return -1;
    view.onderdelen = view_onderdelen(&view, making->places.part->sections);
    view.vorm = making->places.type->name;
    if (!options->made || options->made(options, plan, &view, trouble) == 0)
        return 0;
    buffer_format(&said->notes, "%s: %s: %s\n", options->command, plan,
                  _("the document is made, but the plan does not say that it was handed over"));
    return -1;
}

int making_document(const struct making *making, struct maker *maker, const char *plan,
                    const char *output, struct making_said *said, struct trouble *trouble) {
    struct check_result *result = arena_zero(&maker->arena, 1, sizeof *result);
    struct look look;
    int outcome = -1;
    said->warning = (struct trouble){0};
    if (!result) {
        trouble_tell(trouble, ENOMEM, N_("cannot be read"), plan);
    } else if (places_check(&making->places, output, plan, trouble) == 0 &&
               prepare(making, maker, plan, result, &look, &said->warning, trouble) == 0) {
        struct document_page page = {.plan = &result->plan,
                                     .today = making->options->today,
                                     .part = making->places.part,
                                     .form = pandoc_form(&making->pandoc),
                                     .look = &look,
                                     .graphviz = &making->graphviz,
                                     .kader = result->kader,
                                     .dossier = result->dossier,
                                     .linked = result->related.plan};
        outcome = put_view(making, maker, plan, &page, output, said, trouble);
        if (outcome != 0 && !trouble->detail[0])
            trouble_tell(trouble, trouble->number, trouble->what, plan);
    }
    arena_reset(&maker->arena);
    arena_reset(&maker->scratch);
    return outcome;
}
