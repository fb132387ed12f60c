// SPDX-License-Identifier: EUPL-1.2
// Collecting findings and finding what to mark.
#include "lib/rules/finding.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 16 };

struct argument open_argument(struct text text) {
    return (struct argument){text, ARGUMENT_OPEN};
}

struct argument secret_argument(struct text text) {
    return (struct argument){text, ARGUMENT_SECRET};
}

struct argument words_argument(const char *english) {
    return (struct argument){text_of(english), ARGUMENT_WORDS};
}

struct span finding_span(const struct node *node, bool at_key) {
    bool block = node->kind != NODE_SCALAR && node->style == STYLE_BLOCK;
    if (node->key && (at_key || block || node->start == node->end))
        return (struct span){node->key->start, node->key->end};
    if (block || at_key) {
        const struct node *first = node->first;
        if (first && first->key)
            return (struct span){first->key->start, first->key->end};
        if (first && first->kind == NODE_SCALAR)
            return (struct span){first->start, first->end};
    }
    return (struct span){node->start, node->end};
}

// The last of the least severe findings, when it is less severe than `severity`; else NULL.
static struct finding *least_severe(struct findings *findings, enum severity severity) {
    struct finding *least = NULL;
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].severity < severity &&
            (!least || findings->items[i].severity <= least->severity))
            least = &findings->items[i];
    return least;
}

void finding_add(struct findings *findings, enum melding melding, enum severity severity,
                 const struct node *node, struct span span,
                 const struct argument arguments[FINDING_ARGUMENTS]) {
    struct finding *finding = NULL;
    if (findings->count == FINDINGS_MOST) {
        findings->dropped++;
        // No error is dropped for the sake of an advice: the status would be wrong.
        finding = least_severe(findings, severity);
        if (!finding)
            return;
    } else if (findings->count == findings->room) {
        size_t room = findings->room ? findings->room * 2 : FIRST_ROOM;
        struct finding *items = arena_alloc(findings->arena, room * sizeof *items);
        if (!items) {
            findings->out_of_memory = true;
            return;
        }
        if (findings->count)
            memcpy(items, findings->items, findings->count * sizeof *items);
        findings->items = items;
        findings->room = room;
    }
    if (!finding)
        finding = &findings->items[findings->count++];
    *finding = (struct finding){.melding = melding,
                                .severity = severity,
                                .node = node,
                                .start = span.start,
                                .end = span.end,
                                .order = (uint32_t)(findings->count + findings->dropped)};
    if (arguments)
        memcpy(finding->arguments, arguments, sizeof finding->arguments);
}

static int by_place(const void *a, const void *b) {
    const struct finding *left = a;
    const struct finding *right = b;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    if (left->melding != right->melding)
        return left->melding < right->melding ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

void findings_sort(struct findings *findings) {
    if (findings->count > 1)
        qsort(findings->items, findings->count, sizeof *findings->items, by_place);
}
