// SPDX-License-Identifier: EUPL-1.2
// Giving a page the shape that its type can hold, and handing it to pandoc.
#include "lib/render/typeset.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/process.h"
#include "lib/base/words.h"
#include "lib/render/asset.h"
#include "lib/render/reshape.h"

enum { PICTURE_SECONDS = 30, LARGEST_PICTURE = 16 * 1024 * 1024 };

// Draws an SVG with rsvg-convert, three times as fine as a screen.
static int draw(void *context, struct text svg, struct buffer *png, struct trouble *trouble) {
    const struct typeset_task *task = context;
    static const char *const arguments[] = {"rsvg-convert", "--format=png", "--zoom=3", NULL};
    char home[4096];
    snprintf(home, sizeof home, "HOME=%s", task->folder->path);
    const char *const environment[] = {"PATH=/usr/bin:/bin", home, "LC_ALL=C.UTF-8", NULL};
    struct process_task process = {.program = task->pandoc->picture_program,
                                   .arguments = arguments,
                                   .environment = environment,
                                   .folder = task->folder->path,
                                   .input = svg,
                                   .output_limit = LARGEST_PICTURE,
                                   .seconds = PICTURE_SECONDS,
                                   .stop = task->stop};
    struct process_result result = {0};
    int outcome = process_run(&process, &result, trouble);
    if (outcome == 0 && result.outcome == PROCESS_STOPPED)
        outcome = trouble_tell(trouble, EINTR, N_("the document was not made"), NULL);
    else if (outcome == 0 && (result.outcome != PROCESS_EXITED || result.code != 0 ||
                              result.output_cut || result.output.length == 0))
        outcome = trouble_tell(trouble, 0, N_("could not draw a picture; is it installed whole?"),
                               process.program);
    if (outcome == 0)
        buffer_add(png, buffer_text(&result.output));
    process_free(&result);
    return outcome;
}

// The page as the type can hold it, in `into`; or as it is.
static int reshape(const struct typeset_task *task, struct buffer *into, struct text *html,
                   struct trouble *trouble) {
    if (task->type->route != ROUTE_PANDOC)
        return 0;
    if (!task->type->reference)
        reshape_for_markdown(task->html, into);
    else if (reshape_for_office(task->html, task->pandoc->picture_program ? draw : NULL,
                                (void *)(uintptr_t)task, into, trouble) != 0)
        return -1;
    *html = buffer_text(into);
    return 0;
}

int typeset(const struct typeset_task *task, struct trouble *trouble) {
    struct buffer page = {0};
    struct buffer style = {0};
    struct buffer reference = {0};
    struct pandoc_task pandoc = {.html = task->html,
                                 .writer = task->type->writer,
                                 .today = task->today,
                                 .folder = task->folder,
                                 .stop = task->stop};
    int outcome = reshape(task, &page, &pandoc.html, trouble);
    if (task->pandoc->engine == PANDOC_WEASYPRINT) {
        buffer_add_string(&style, asset_style);
        look_write_style(task->look, &style);
    }
    if (task->type->reference)
        task->type->reference(task->look ? task->look->colour : NULL, &reference);
    pandoc.style = buffer_text(&style);
    pandoc.reference = buffer_text(&reference);
    if (outcome == 0 && (page.failed || style.failed || reference.failed))
        outcome = trouble_tell(trouble, ENOMEM, N_("the document could not be made"), NULL);
    if (outcome == 0)
        outcome = pandoc_run(task->pandoc, &pandoc, trouble);
    buffer_free(&page);
    buffer_free(&style);
    buffer_free(&reference);
    return outcome;
}
