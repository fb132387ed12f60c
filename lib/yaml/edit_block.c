// SPDX-License-Identifier: EUPL-1.2
// Adding to lists and mappings in block style, and filling what says nothing yet.
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "lib/yaml/edit_parts.h"
#include "lib/yaml/emit.h"

bool in_flow(const struct node *node) {
    for (; node; node = node->parent)
        if (node->kind != NODE_SCALAR && node->style == STYLE_FLOW)
            return true;
    return false;
}

// ---- the order of keys ----

int key_rank(const struct edit *edit, const struct node *mapping, struct text key) {
    struct buffer pointer = {0};
    if (!edit->order.rank)
        return -1;
    node_pointer(mapping, &pointer);
    int rank = edit->order.rank(edit->order.context, buffer_text(&pointer), key);
    buffer_free(&pointer);
    return rank;
}

const struct node *key_before(const struct edit *edit, const struct node *mapping, struct text key,
                              int *rank) {
    const struct node *found = NULL;
    int nearest = -1;
    *rank = key_rank(edit, mapping, key);
    if (*rank < 0) {
        *rank = INT_MAX;
        return mapping->last;
    }
    for (const struct node *child = mapping->first; child; child = child->next) {
        int other = key_rank(edit, mapping, child->key->text);
        if (other >= nearest && other >= 0 && other < *rank) {
            nearest = other;
            found = child;
        }
    }
    return found;
}

// ---- keys behind a # ----

// The key that a comment holds back, as in "# kader: gouda"; empty when it holds none.
static struct text key_of(struct text words) {
    if (text_starts(words, " "))
        words = (struct text){words.bytes + 1, words.length - 1};
    size_t length = 0;
    while (length < words.length && !strchr(" \t#:\"'[]{},", words.bytes[length]))
        length++;
    bool colon = length > 0 && length < words.length && words.bytes[length] == ':';
    bool ends = length + 1 >= words.length || strchr(" \t", words.bytes[length + 1]);
    return (struct text){words.bytes, colon && ends ? length : 0};
}

// Whether a comment goes on with the part behind a # above it.
static bool goes_on(struct text words) {
    return text_starts(words, "  ") || text_starts(words, "\t") || text_starts(words, " - ") ||
           text_starts(words, "- ");
}

// From the line end `end`, the line end behind the keys behind a # that come before `rank` in the
// order of the format, with what belongs to them; and, when no key of the mapping follows, behind
// the comments right below `end`. `column` is that of the mapping's keys.
static size_t beyond_remarks(const struct edit *edit, const struct node *mapping, size_t end,
                             size_t column, int rank) {
    struct text source = edit->source;
    bool right_below = place_next_column(source, end) < (long)column;
    bool part = false; // inside one that was passed
    size_t passed = end;
    size_t loose = end; // behind comments that hold no key
    for (size_t start; (start = line_next(source, end)) < source.length && start > end;) {
        end = line_end(source, start);
        size_t at = skip_blanks(source, start);
        if (at >= end) {
            part = false;
            right_below = false;
            continue;
        }
        if (source.bytes[at] != '#' || at - start < column)
            break;
        struct text words = {source.bytes + at + 1, end - at - 1};
        if (part && (at - start > column || goes_on(words))) {
            passed = end;
            continue;
        }
        struct text key = at - start == column ? key_of(words) : TEXT("");
        int other = key.length > 0 ? key_rank(edit, mapping, key) : -1;
        if (other > rank)
            return passed;
        part = other >= 0;
        if (part)
            passed = end;
        else if (right_below)
            loose = end;
    }
    return passed > loose ? passed : loose;
}

// ---- blank lines ----

static const struct node *previous(const struct node *node) {
    const struct node *before = NULL;
    for (const struct node *child = node->parent->first; child != node; child = child->next)
        before = child;
    return before;
}

// Where the lines of a child begin to say something.
static size_t child_start(struct text source, const struct node *child) {
    size_t at = child->key ? child->key->start : place_dash(source, child);
    return at == SIZE_MAX ? child->start : at;
}

// Whether a blank line lies between a child and the one before it.
static bool is_spaced(struct text source, const struct node *before, const struct node *child) {
    return place_spaced(source, place_end(source, before), child_start(source, child));
}

// Whether the sections of a file have blank lines between them; one that has none yet gets them.
static bool sections_spaced(struct text source, const struct node *root) {
    const struct node *before = NULL;
    for (const struct node *child = root->first; child; before = child, child = child->next)
        if (before && child->kind != NODE_SCALAR && child->style == STYLE_BLOCK)
            return is_spaced(source, before, child);
    return true;
}

// Whether a blank line belongs between `before` and what is put behind it.
static bool wants_space(struct text source, const struct node *before, const struct piece *piece) {
    const struct node *earlier = previous(before);
    if (place_keeps(source, before))
        return false;
    if (!before->parent->parent && before->parent->kind == NODE_MAPPING && piece_is_full(piece))
        return sections_spaced(source, before->parent);
    bool both_short = piece->kind == NODE_SCALAR && before->kind == NODE_SCALAR;
    if (before->next && !(both_short && earlier))
        return is_spaced(source, before, before->next);
    return earlier && is_spaced(source, earlier, before);
}

// ---- adding ----

// Puts lines behind the line end `end`; `text` begins with a newline.
static struct buffer *lines_behind(struct splices *splices, size_t end, bool spaced) {
    struct buffer *out = splice_add(splices, end, end);
    if (spaced)
        buffer_add_char(out, '\n');
    return out;
}

// A blank line below as well, where the next line says something.
static void space_below(struct text source, size_t end, bool spaced, struct buffer *out) {
    size_t next = line_next(source, end);
    if (spaced && next < source.length && skip_blanks(source, next) < line_end(source, next))
        buffer_add_char(out, '\n');
}

// Writes an item in flow style when its neighbours are and it fits on the line.
static bool write_flow_item(struct writing *writing, const struct piece *piece,
                            const struct node *neighbour, size_t column) {
    if (neighbour->kind == NODE_SCALAR || neighbour->style != STYLE_FLOW || !piece_is_full(piece))
        return false;
    size_t before = writing->out->length;
    buffer_add_string(writing->out, "- ");
    write_flow(writing, piece);
    if (writing->out->failed || column + writing->out->length - before <= EMIT_WIDTH)
        return true;
    writing->out->length = before;
    return false;
}

static void add_item(struct writing *writing, const struct node *list, const struct piece *piece,
                     struct splices *splices) {
    struct text source = writing->edit->source;
    size_t column = line_column(source, list->start);
    size_t end = place_own_comments(source, place_end(source, list->last), column, true);
    bool spaced = wants_space(source, list->last, piece);
    writing->out = lines_behind(splices, end, spaced);
    write_newline(writing->out, column);
    buffer_add_string(&writing->pointer, "/-");
    if (!write_flow_item(writing, piece, list->last, column))
        write_item(writing, piece, column);
}

// The beginning of the comments right above a key that belong to it, or of its own line. What
// stands at the very top of a file belongs to all of it.
static size_t above_comments(struct text source, size_t key, size_t column) {
    size_t own = line_start(source, key);
    size_t above = own;
    while (above > line_start(source, 0)) {
        size_t start = line_start(source, above - 1);
        size_t at = skip_blanks(source, start);
        if (at - start != column || at >= source.length || source.bytes[at] != '#')
            return above;
        above = start;
    }
    return own;
}

// In front of the first key.
static void add_first(struct writing *writing, const struct node *mapping, struct text key,
                      const struct piece *piece, int rank, struct splices *splices) {
    struct text source = writing->edit->source;
    size_t first = mapping->first->key->start;
    size_t column = line_column(source, first);
    if (!begins_line(source, first)) {
        writing->out = splice_add(splices, first, first);
        write_entry(writing, key, piece, column);
        write_newline(writing->out, column);
        return;
    }
    size_t colon = mapping->key ? place_colon(source, mapping->key) : 0;
    size_t owner = line_end(source, colon);
    size_t end = colon ? beyond_remarks(writing->edit, mapping, owner, column, rank) : 0;
    if (end > owner) {
        writing->out = splice_add(splices, end, end);
        write_newline(writing->out, column);
        write_entry(writing, key, piece, column);
        return;
    }
    size_t above = above_comments(source, first, column);
    writing->out = splice_add(splices, above, above);
    for (size_t i = 0; i < column; i++)
        buffer_add_char(writing->out, ' ');
    write_entry(writing, key, piece, column);
    buffer_add_char(writing->out, '\n');
}

static void add_key(struct writing *writing, const struct node *mapping, struct text key,
                    const struct piece *piece, struct splices *splices, struct change *change) {
    struct text source = writing->edit->source;
    int rank;
    const struct node *before = key_before(writing->edit, mapping, key, &rank);
    buffer_add_char(&writing->pointer, '/');
    buffer_add(&writing->pointer, key);
    if (!before) {
        change->index = 0;
        add_first(writing, mapping, key, piece, rank, splices);
        return;
    }
    change->index = before->index + 1;
    size_t column = line_column(source, before->key->start);
    size_t end = place_own_comments(source, place_end(source, before), column, false);
    end = beyond_remarks(writing->edit, mapping, end, column, rank);
    bool spaced = wants_space(source, before, piece);
    writing->out = lines_behind(splices, end, spaced);
    write_newline(writing->out, column);
    write_entry(writing, key, piece, column);
    if (before->next)
        space_below(source, end, spaced, writing->out);
}

// Adds each line behind a newline and its blanks.
static void write_remarks(struct buffer *out, struct text lines, size_t column) {
    while (lines.length > 0) {
        const char *newline = memchr(lines.bytes, '\n', lines.length);
        size_t length = newline ? (size_t)(newline - lines.bytes) : lines.length;
        write_newline(out, column);
        buffer_add(out, (struct text){lines.bytes, length});
        lines.bytes += newline ? length + 1 : length;
        lines.length -= newline ? length + 1 : length;
    }
}

void add_remark(struct writing *writing, const struct node *mapping, struct text key,
                struct text lines, struct splices *splices) {
    struct text source = writing->edit->source;
    int rank;
    const struct node *before = key_before(writing->edit, mapping, key, &rank);
    if (!before)
        before = mapping->first; // what is needed of a file stands first in it
    size_t column = line_column(source, before->key->start);
    size_t end = place_own_comments(source, place_end(source, before), column, false);
    end = beyond_remarks(writing->edit, mapping, end, column, rank);
    bool spaced = !mapping->parent && !place_keeps(source, before);
    struct buffer *out = lines_behind(splices, end, spaced);
    write_remarks(out, lines, column);
    if (before->next)
        space_below(source, end, spaced, out);
}

void add_to_block(struct writing *writing, const struct node *parent, struct text key,
                  const struct piece *piece, struct splices *splices, struct change *change) {
    if (parent->kind == NODE_MAPPING) {
        add_key(writing, parent, key, piece, splices, change);
    } else {
        change->index = parent->count;
        add_item(writing, parent, piece, splices);
    }
}

// ---- values ----

// Puts a value in the place of the bytes from `at` to `old_end`: its first line there, in front of
// what comment the line has, its other lines below. What begins with a newline is put below the
// comments that are more indented than `column`.
static void put_value(struct text source, struct text value, size_t at, size_t old_end,
                      size_t column, struct splices *splices) {
    const char *newline = value.length > 0 ? memchr(value.bytes, '\n', value.length) : NULL;
    size_t first = newline ? (size_t)(newline - value.bytes) : value.length;
    size_t end = line_end(source, old_end);
    if (first == 0)
        end = place_own_comments(source, end, column, false);
    if (first > 0 || at < old_end)
        buffer_add(splice_add(splices, at, old_end), (struct text){value.bytes, first});
    if (first < value.length)
        buffer_add(splice_add(splices, end, end),
                   (struct text){value.bytes + first, value.length - first});
}

// What stands behind the key or dash of a node, or where it would stand.
static size_t value_start(struct text source, const struct node *node) {
    if (node->key)
        return place_colon(source, node->key);
    size_t dash = node->parent ? place_dash(source, node) : SIZE_MAX;
    return dash == SIZE_MAX ? 0 : dash + 1;
}

static void fill_in_flow(struct writing *writing, const struct node *node,
                         const struct piece *piece, struct splices *splices) {
    struct text source = writing->edit->source;
    if (!node_absent(node)) {
        writing->out = splice_add(splices, node->start, node->end);
    } else if (node->key) {
        size_t colon = place_colon(source, node->key);
        size_t at = colon ? colon : node->key->end;
        writing->out = splice_add(splices, at, at);
        buffer_add_string(writing->out, colon ? " " : ": ");
    } else {
        return;
    }
    write_flow(writing, piece);
}

void fill_node(struct writing *writing, const struct node *node, const struct piece *piece,
               struct splices *splices) {
    struct text source = writing->edit->source;
    bool absent = node_absent(node);
    size_t at = value_start(source, node);
    size_t old_end = absent ? at : node->end;
    bool own_line = at && line_start(source, at) == line_start(source, old_end) &&
                    ends_line(source, old_end) && (absent || at <= node->start);
    if (in_flow(node->parent) || (!absent && !own_line)) {
        fill_in_flow(writing, node, piece, splices);
        return;
    }
    if (!at)
        return;
    struct buffer value = {0};
    size_t column = place_column(source, node);
    writing->out = &value;
    if (node->key)
        write_value(writing, piece, column, line_column(source, at) - column);
    else
        write_item(writing, piece, column);
    struct text text = buffer_text(&value);
    if (!node->key && text.length > 0)
        text = (struct text){text.bytes + 1, text.length - 1}; // the dash is there
    put_value(source, text, at, old_end, column, splices);
    splices->items[0].text.failed |= value.failed;
    buffer_free(&value);
    writing->out = NULL;
}

// ---- scalars ----

static const enum emit_style styles[] = {[STYLE_PLAIN] = EMIT_FREE,
                                         [STYLE_SINGLE] = EMIT_SINGLE,
                                         [STYLE_DOUBLE] = EMIT_DOUBLE,
                                         [STYLE_LITERAL] = EMIT_LITERAL,
                                         [STYLE_FOLDED] = EMIT_FOLDED};

// Where the signs of a block scalar end: behind |, >, +, - and digits.
static size_t signs_end(struct text source, size_t at) {
    at++;
    while (at < source.length && strchr("+-0123456789", source.bytes[at]))
        at++;
    return at;
}

// How far the lines of a block scalar in the place of this one are to be indented.
static size_t scalar_margin(const struct writing *writing, const struct node *node) {
    struct text source = writing->edit->source;
    size_t column = node->parent ? place_column(source, node) : 0;
    size_t below = line_next(source, line_end(source, node->start));
    size_t indent = below < source.length ? skip_blanks(source, below) - below : 0;
    bool block = node->style == STYLE_LITERAL || node->style == STYLE_FOLDED;
    if (block && indent > column && below < node->end)
        return indent;
    return column + (node->key ? writing->look.step : 2);
}

void set_scalar(struct writing *writing, const struct node *node, struct text text,
                struct splices *splices) {
    struct text source = writing->edit->source;
    struct buffer value = {0};
    struct buffer margin = {0};
    bool block = node->style == STYLE_LITERAL || node->style == STYLE_FOLDED;
    const struct edit_order *order = &writing->edit->order;
    write_newline(&margin, scalar_margin(writing, node));
    buffer_add_char(&margin, '\0');
    if (!margin.failed) {
        size_t taken = line_column(source, node->start);
        struct emit_place place = {
            .margin = margin.bytes + 1,
            .column = taken > 0 ? taken - 1 : 0,
            .bare = !order->bare || order->bare(order->context, buffer_text(&writing->pointer)),
            .flow = writing->one_line || in_flow(node)};
        emit_styled(&value, text, &place, styles[node->style]);
    }
    struct text written = buffer_text(&value);
    const char *newline = written.length ? memchr(written.bytes, '\n', written.length) : NULL;
    size_t first = newline ? (size_t)(newline - written.bytes) : written.length;
    size_t end = block ? signs_end(source, node->start) : node->end;
    struct buffer *out = splice_add(splices, node->start, end);
    out->failed |= value.failed || margin.failed;
    if (first > 0)
        buffer_add(out, (struct text){written.bytes + 1, first - 1});
    if (block || first < written.length) {
        size_t below = line_end(source, block ? node->start : node->end);
        out = splice_add(splices, below, block ? place_block_end(source, node) : below);
        buffer_add(out, (struct text){written.bytes + first, written.length - first});
    }
    buffer_free(&value);
    buffer_free(&margin);
}
