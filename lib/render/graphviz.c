// SPDX-License-Identifier: EUPL-1.2
// The run of twopi.
#include "lib/render/graphviz.h"

#include <stdlib.h>

#include "lib/base/process.h"

enum { ANSWER_LIMIT = 64 * 1024 };

void graphviz_find(const char *path, struct graphviz *graphviz) {
    graphviz->program = process_find("twopi", path);
}

void graphviz_free(struct graphviz *graphviz) {
    free(graphviz->program);
    graphviz->program = NULL;
}

bool graphviz_place(const struct graphviz *graphviz, struct netwerkkaart *kaart) {
    static const char *const arguments[] = {"twopi", "-Tplain", NULL};
    static const char *const environment[] = {"LC_ALL=C", NULL};
    struct buffer graph = {0};
    struct process_result result = {0};
    struct trouble trouble;
    bool placed = false;
    if (!graphviz || !graphviz->program || kaart->count == 0)
        return false;
    netwerkkaart_graph(kaart, &graph);
    struct process_task task = {.program = graphviz->program,
                                .arguments = arguments,
                                .environment = environment,
                                .input = buffer_text(&graph),
                                .output_limit = ANSWER_LIMIT,
                                .seconds = graphviz->seconds ? graphviz->seconds : GRAPHVIZ_SECONDS,
                                .stop = graphviz->stop};
    if (!graph.failed && process_run(&task, &result, &trouble) == 0)
        placed = result.outcome == PROCESS_EXITED && result.code == 0 && !result.output_cut &&
                 netwerkkaart_placed(kaart, buffer_text(&result.output));
    process_free(&result);
    buffer_free(&graph);
    return placed;
}
