// SPDX-License-Identifier: EUPL-1.2
// What holds for every tree, whatever was read: for the random tests and the fuzzer.
#ifndef G1P_TESTS_TREE_HOLDS_H
#define G1P_TESTS_TREE_HOLDS_H

#include <string.h>

#include "lib/base/utf8.h"
#include "lib/yaml/tree.h"

// Goes over a tree in the order of the file.
struct holds {
    const struct tree *tree;
    uint32_t nodes;
    uint32_t at; // up to here lines were counted
    uint32_t line;
};

// Whether a character begins here; or something broken, where the reader stopped.
static inline bool holds_boundary(const struct tree *tree, uint32_t at) {
    if (tree->fault_count && tree->faults[0].kind == TREE_NOT_UTF8 && tree->faults[0].start == at)
        return true;
    return at == tree->source.length || ((unsigned char)tree->source.bytes[at] & 0xC0) != 0x80;
}

// A node without a byte of its own: a value that is missing. It can lie behind blank lines.
static inline bool holds_nothing(const struct node *node) {
    return node->start == node->end;
}

static inline const char *holds_line(struct holds *holds, const struct node *node) {
    if (holds_nothing(node))
        return NULL;
    if (node->start < holds->at)
        return "a node begins before the one that comes before it";
    for (; holds->at < node->start; holds->at++)
        holds->line += holds->tree->source.bytes[holds->at] == '\n';
    return node->line == holds->line ? NULL : "a node has the wrong line";
}

static inline const char *holds_quoted(const struct node *node, struct text written) {
    static const char signs[] = {
        [STYLE_SINGLE] = '\'', [STYLE_DOUBLE] = '"', [STYLE_LITERAL] = '|', [STYLE_FOLDED] = '>'};
    bool block = node->style == STYLE_LITERAL || node->style == STYLE_FOLDED;
    if (written.length < 1 || written.bytes[0] != signs[node->style])
        return "a scalar does not begin with the sign of its style";
    if (!block && (written.length < 2 || written.bytes[written.length - 1] != signs[node->style]))
        return "a scalar does not end with its quotation mark";
    return NULL;
}

static inline const char *holds_scalar(const struct tree *tree, const struct node *node) {
    struct text written = {tree->source.bytes + node->start, node->end - node->start};
    size_t at;
    uint32_t point;
    int ascii;
    if (node->first || node->count)
        return "a scalar has children";
    if (node->style > STYLE_FOLDED)
        return "a scalar has the style of a collection";
    if (node->broken)
        return NULL;
    if (utf8_scan(node->text.bytes, node->text.length, &at, &point, &ascii) != UTF8_FINE)
        return "a text holds what may not be in a plan";
    if (node->style != STYLE_PLAIN)
        return holds_quoted(node, written);
    bool one_line = !written.length || !memchr(written.bytes, '\n', written.length);
    return !one_line || text_equal(written, node->text)
               ? NULL
               : "a plain scalar on one line is not what stands there";
}

// A flow collection ends with its bracket, unless it is the pair of [a: b].
static inline const char *holds_collection(const struct tree *tree, const struct node *node) {
    char first = tree->source.bytes[node->start];
    char last = tree->source.bytes[node->end > node->start ? node->end - 1 : node->start];
    if (node->style != STYLE_FLOW && node->style != STYLE_BLOCK)
        return "a collection has the style of a scalar";
    if (node->style == STYLE_BLOCK || node->cut || node->broken)
        return node->style == STYLE_FLOW || node->cut || node->first ? NULL
                                                                     : "a block without children";
    if (node->kind == NODE_LIST)
        return first == '[' && last == ']' ? NULL : "a flow list without its brackets";
    bool pair = node->parent && node->parent->kind == NODE_LIST && node->count == 1;
    return pair || (first == '{' && last == '}') ? NULL : "a flow mapping without its braces";
}

static inline const char *holds_node(struct holds *holds, const struct node *node);

static inline const char *holds_child(struct holds *holds, const struct node *parent,
                                      const struct node *child, uint32_t *end) {
    const struct node *key = child->key;
    if (child->parent != parent || (key != NULL) != (parent->kind == NODE_MAPPING))
        return "a child does not know its parent or key";
    if (key) {
        const char *problem = holds_node(holds, key);
        if (problem)
            return problem;
        if (key->parent != parent || key->start < *end)
            return "a key lies before the end of what comes before it";
        *end = key->end;
    }
    if (child->start < *end)
        return "a child lies before the end of what comes before it";
    if (child->start < parent->start || (child->end > parent->end && !holds_nothing(child)))
        return "a child lies outside its parent";
    *end = child->end;
    return holds_node(holds, child);
}

static inline const char *holds_node(struct holds *holds, const struct node *node) {
    const struct tree *tree = holds->tree;
    struct text source = tree->source;
    holds->nodes++;
    if (node->start > node->end || node->end > source.length)
        return "a node lies outside the source";
    if (!holds_boundary(tree, node->start) || !holds_boundary(tree, node->end))
        return "a node begins or ends inside a character";
    if (node->cut && !tree->fault_count)
        return "a node was cut off without a fault";
    const char *problem = holds_line(holds, node);
    if (!problem)
        problem =
            node->kind == NODE_SCALAR ? holds_scalar(tree, node) : holds_collection(tree, node);
    uint32_t count = 0;
    uint32_t end = node->start;
    for (const struct node *child = node->first; child && !problem; child = child->next) {
        if (child->index != count++)
            return "a child has the wrong index";
        if (!child->next && child != node->last)
            return "the last child is not the last";
        problem = holds_child(holds, node, child, &end);
    }
    return problem || count == node->count ? problem : "the children are miscounted";
}

// What does not hold for this tree, or NULL.
static inline const char *tree_holds(const struct tree *tree) {
    struct holds holds = {.tree = tree, .line = 1};
    if (tree->fault_count > TREE_MOST_FAULTS || (!tree->root && !tree->fault_count))
        return "too many faults, or none where nothing was read";
    for (uint32_t i = 0; i < tree->fault_count; i++)
        if (tree->faults[i].start > tree->faults[i].end ||
            tree->faults[i].end > tree->source.length)
            return "a fault lies outside the source";
    if (!tree->root)
        return NULL;
    if (tree->root->parent || tree->root->key || tree->root->next)
        return "the root is somebody's child";
    const char *problem = holds_node(&holds, tree->root);
    return problem || holds.nodes <= tree->node_count ? problem : "the nodes are miscounted";
}

#endif
