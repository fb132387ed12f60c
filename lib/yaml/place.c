// SPDX-License-Identifier: EUPL-1.2
// Following a scalar's text and its source side by side: every character that is no white space
// stands in both, in the same order.
#include "lib/yaml/place.h"

#include <string.h>

struct walk {
    const char *source; // the scalar's bytes
    size_t length;
    size_t at;
    bool lost;
};

static bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Where what the scalar says begins: behind the quote, or behind the line of | or >.
static size_t first_of(const struct node *node, const char *source, size_t length) {
    if (node->style == STYLE_SINGLE || node->style == STYLE_DOUBLE)
        return 1;
    if (node->style != STYLE_LITERAL && node->style != STYLE_FOLDED)
        return 0;
    const char *newline = memchr(source, '\n', length);
    return newline ? (size_t)(newline - source) + 1 : length;
}

// Moves to the character of the source that says `c`.
static void follow(struct walk *walk, enum node_style style, char c) {
    while (walk->at < walk->length && is_white(walk->source[walk->at]))
        walk->at++;
    if (walk->at >= walk->length || walk->source[walk->at] != c ||
        (style == STYLE_DOUBLE && c == '\\'))
        walk->lost = true;
}

void place_in_scalar(struct text source, const struct node *node, size_t begin, size_t end,
                     uint32_t *from, uint32_t *until) {
    struct walk walk = {source.bytes + node->start, node->end - node->start, 0, false};
    enum node_style style = (enum node_style)node->style;
    *from = node->start;
    *until = node->end;
    walk.at = first_of(node, walk.source, walk.length);
    uint32_t first = node->start;
    for (size_t i = 0; i < end && i < node->text.length; i++) {
        char c = node->text.bytes[i];
        if (is_white(c))
            continue;
        follow(&walk, style, c);
        if (walk.lost)
            return;
        if (i <= begin)
            first = node->start + (uint32_t)walk.at;
        walk.at++;
        if (style == STYLE_SINGLE && c == '\'')
            walk.at++; // it is written twice
    }
    *from = first;
    *until = node->start + (uint32_t)walk.at;
}
