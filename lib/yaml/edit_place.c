// SPDX-License-Identifier: EUPL-1.2
// Places among the bytes of a YAML file: lines, columns, where something ends.
#include <stdint.h>
#include <string.h>

#include "lib/yaml/edit_parts.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// ---- lines ----

static size_t first_byte(struct text source) {
    return text_starts(source, "\xEF\xBB\xBF") ? 3 : 0;
}

size_t line_start(struct text source, size_t at) {
    size_t first = first_byte(source);
    while (at > first && source.bytes[at - 1] != '\n')
        at--;
    return at;
}

size_t line_end(struct text source, size_t at) {
    const char *newline =
        at < source.length ? memchr(source.bytes + at, '\n', source.length - at) : NULL;
    if (!newline)
        return source.length;
    size_t end = (size_t)(newline - source.bytes);
    return end > at && source.bytes[end - 1] == '\r' ? end - 1 : end;
}

size_t line_next(struct text source, size_t end) {
    if (end < source.length && source.bytes[end] == '\r')
        end++;
    return end < source.length ? end + 1 : end;
}

size_t line_column(struct text source, size_t at) {
    return at - line_start(source, at);
}

const char *line_ending(struct text source, size_t at) {
    size_t end = line_end(source, at);
    if (end == source.length && line_start(source, at) > first_byte(source))
        end = line_end(source, line_start(source, at) - 1); // as the line before it
    if (end == source.length && end > 0 && source.bytes[end - 1] == '\n')
        end--;
    bool carriage = (end < source.length && source.bytes[end] == '\r') ||
                    (end > 0 && end < source.length && source.bytes[end - 1] == '\r');
    return carriage ? "\r\n" : "\n";
}

size_t skip_blanks(struct text source, size_t at) {
    while (at < source.length && is_blank(source.bytes[at]))
        at++;
    return at;
}

bool begins_line(struct text source, size_t at) {
    return skip_blanks(source, line_start(source, at)) >= at;
}

bool ends_line(struct text source, size_t at) {
    size_t next = skip_blanks(source, at);
    return next == line_end(source, at) || (next > at && source.bytes[next] == '#');
}

// ---- nodes ----

size_t place_colon(struct text source, const struct node *key) {
    size_t at = skip_blanks(source, key->end);
    return at < source.length && source.bytes[at] == ':' ? at + 1 : 0;
}

size_t place_dash(struct text source, const struct node *item) {
    const struct node *list = item->parent;
    if (item == list->first)
        return list->start;
    size_t column = line_column(source, list->start);
    size_t at = item->start;
    for (;;) {
        size_t start = line_start(source, at);
        size_t dash = start + column;
        if (dash <= at && dash < source.length && source.bytes[dash] == '-' &&
            begins_line(source, dash))
            return dash;
        if (start <= list->start)
            return SIZE_MAX;
        at = start - 1;
    }
}

size_t place_column(struct text source, const struct node *node) {
    if (node->key)
        return line_column(source, node->key->start);
    if (node->parent)
        return line_column(source, node->parent->start);
    return line_column(source, node->start);
}

// How far the lines of a block scalar are indented at least: as its first line that is not blank.
static size_t block_indent(struct text source, size_t header_end) {
    for (size_t at = line_next(source, header_end); at < source.length;) {
        size_t end = line_end(source, at);
        size_t text = skip_blanks(source, at);
        if (text < end)
            return text - at;
        at = line_next(source, end);
    }
    return 0;
}

size_t place_block_end(struct text source, const struct node *scalar) {
    size_t header_end = line_end(source, scalar->start);
    size_t indent = block_indent(source, header_end);
    size_t end = scalar->end;
    if (end <= header_end)
        return header_end;
    // The reader's end is the beginning of the next line, beyond blank ones.
    if (source.bytes[end - 1] == '\n')
        end -= end >= 2 && source.bytes[end - 2] == '\r' ? 2 : 1;
    while (end > header_end) {
        size_t start = line_start(source, end);
        if (start <= header_end || skip_blanks(source, start) < end || end - start > indent)
            break;
        end = line_end(source, line_start(source, start - 1));
    }
    return end < header_end ? header_end : end;
}

static bool keeps_blank_lines(struct text source, const struct node *scalar) {
    struct text signs = {source.bytes + scalar->start, 3};
    for (size_t i = 1; i < signs.length && scalar->start + i < source.length; i++)
        if (signs.bytes[i] == '+')
            return true;
        else if (signs.bytes[i] < '0' || signs.bytes[i] > '9')
            break;
    return false;
}

// The node at the end of what a node holds.
static const struct node *last_inside(const struct node *node) {
    while (node->kind != NODE_SCALAR && node->style == STYLE_BLOCK && node->last)
        node = node->last;
    return node;
}

bool place_keeps(struct text source, const struct node *node) {
    node = last_inside(node);
    bool block = node->style == STYLE_LITERAL || node->style == STYLE_FOLDED;
    return block && keeps_blank_lines(source, node);
}

size_t place_end(struct text source, const struct node *node) {
    node = last_inside(node);
    if (node_absent(node)) {
        size_t at = node->key ? place_colon(source, node->key) : 0;
        if (!at && node->key)
            at = node->key->end;
        if (!at && node->parent && node->parent->kind == NODE_LIST)
            at = place_dash(source, node);
        return line_end(source, at == SIZE_MAX ? node->end : at);
    }
    if (node->kind != NODE_SCALAR || node->style < STYLE_LITERAL)
        return line_end(source, node->end);
    size_t end = node->end;
    if (!keeps_blank_lines(source, node))
        return place_block_end(source, node);
    if (end > 0 && source.bytes[end - 1] == '\n')
        end -= end >= 2 && source.bytes[end - 2] == '\r' ? 2 : 1;
    return end;
}

// ---- what lies between ----

// The line behind the line end `*end`; moves on to its end. Tells its first byte that is no blank.
static bool read_line(struct text source, size_t *end, size_t *start, size_t *text) {
    *start = line_next(source, *end);
    if (*start >= source.length)
        return false;
    *end = line_end(source, *start);
    *text = skip_blanks(source, *start);
    if (*text > *end)
        *text = *end;
    return true;
}

long place_next_column(struct text source, size_t end) {
    size_t start;
    size_t text;
    while (read_line(source, &end, &start, &text))
        if (text < end && source.bytes[text] != '#')
            return (long)(text - start);
    return -1;
}

size_t place_own_comments(struct text source, size_t end, size_t column, bool level) {
    long next = place_next_column(source, end);
    size_t own = end;
    size_t start;
    size_t text;
    while (read_line(source, &end, &start, &text)) {
        if (text == end)
            continue;
        size_t at = text - start;
        bool belongs = at > column || (level && at == column && (long)at > next);
        if (source.bytes[text] != '#' || !belongs)
            break;
        own = end;
    }
    return own;
}

bool place_spaced(struct text source, size_t from, size_t to) {
    size_t start;
    size_t text;
    while (from < to && read_line(source, &from, &start, &text) && start < to)
        if (text == from)
            return true;
    return false;
}
