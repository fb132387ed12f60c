// SPDX-License-Identifier: EUPL-1.2
// Writing values as the file around them is written.
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/yaml/edit_parts.h"
#include "lib/yaml/emit.h"

enum { STEP = 2, MOST_COLUMNS = 1000 };

// ---- looking around ----

enum { SEEN_STEP = 1, SEEN_LIST_STEP = 2, SEEN_DASH = 4, SEEN_LISTS = 8, SEEN_ALL = 15 };

static bool holds_scalars_only(const struct node *list) {
    for (const struct node *item = list->first; item; item = item->next)
        if (item->kind != NODE_SCALAR)
            return false;
    return list->first != NULL;
}

static int look_at(struct text source, const struct node *node, struct look *look, int seen) {
    if (node->kind == NODE_LIST && !(seen & SEEN_LISTS) && holds_scalars_only(node)) {
        look->short_lists = node->style == STYLE_FLOW;
        seen |= SEEN_LISTS;
    }
    if (node->style != STYLE_BLOCK)
        return seen;
    size_t column = line_column(source, node->start);
    size_t owner = node->key ? line_column(source, node->key->start) : column;
    if (node->key && node->kind == NODE_MAPPING && !(seen & SEEN_STEP) && column > owner) {
        look->step = column - owner;
        seen |= SEEN_STEP;
    }
    if (node->key && node->kind == NODE_LIST && !(seen & SEEN_LIST_STEP) && column >= owner) {
        look->list_step = column - owner;
        seen |= SEEN_LIST_STEP;
    }
    const struct node *item = node->last;
    if (node->kind == NODE_LIST && !(seen & SEEN_DASH) && !node_absent(item)) {
        size_t dash = place_dash(source, item);
        if (dash < item->start && line_start(source, item->start) <= dash) {
            look->dash = item->start - dash;
            seen |= SEEN_DASH;
        }
    }
    return seen;
}

static int look_into(struct text source, const struct node *node, struct look *look, int seen) {
    if (node->kind == NODE_SCALAR || seen == SEEN_ALL)
        return seen;
    seen = look_at(source, node, look, seen);
    for (const struct node *child = node->first; child; child = child->next)
        seen = look_into(source, child, look, seen);
    return seen;
}

struct look look_around(const struct edit *edit, const struct node *near) {
    struct look look = {STEP, STEP, STEP, true};
    int seen = 0;
    if (near)
        seen = look_into(edit->source, near, &look, seen);
    look_into(edit->source, edit->tree.root, &look, seen);
    return look;
}

void writing_begin(struct writing *writing, const struct edit *edit, const struct node *node,
                   struct buffer *out) {
    *writing = (struct writing){.edit = edit, .out = out};
    writing->look = look_around(edit, node);
    node_pointer(node, &writing->pointer);
}

void writing_end(struct writing *writing) {
    if (writing->out)
        writing->out->failed |= writing->pointer.failed;
    buffer_free(&writing->pointer);
}

// ---- words ----

bool piece_is_full(const struct piece *piece) {
    return piece->kind != NODE_SCALAR && piece->first;
}

void write_newline(struct buffer *out, size_t column) {
    if (column > MOST_COLUMNS) {
        out->failed = true;
        return;
    }
    buffer_add_char(out, '\n');
    for (; column > 0; column--)
        buffer_add_char(out, ' ');
}

void write_key(struct buffer *out, struct text key) {
    struct buffer word = {0};
    struct emit_place place = {.margin = "", .flow = true};
    emit_scalar(&word, key, &place);
    if (word.failed)
        out->failed = true;
    else
        buffer_add(out, (struct text){word.bytes + 1, word.length - 1});
    buffer_free(&word);
}

// Enters a step of the pointer; returns what leave_step needs.
static size_t enter_step(struct writing *writing, struct text key) {
    size_t before = writing->pointer.length;
    buffer_add_char(&writing->pointer, '/');
    buffer_add(&writing->pointer, key);
    return before;
}

static void leave_step(struct writing *writing, size_t before) {
    if (!writing->pointer.failed)
        writing->pointer.length = before;
}

static bool is_bare(const struct writing *writing) {
    const struct edit_order *order = &writing->edit->order;
    return !order->bare || order->bare(order->context, buffer_text(&writing->pointer));
}

static void write_scalar(struct writing *writing, struct text text, size_t margin, size_t taken) {
    struct buffer blanks = {0};
    write_newline(&blanks, margin);
    buffer_add_char(&blanks, '\0');
    struct emit_place place = {.margin = blanks.failed ? "" : blanks.bytes + 1,
                               .column = taken,
                               .bare = is_bare(writing),
                               .flow = writing->one_line};
    emit_scalar(writing->out, text, &place);
    writing->out->failed |= blanks.failed;
    buffer_free(&blanks);
}

// ---- in flow style ----

void write_flow(struct writing *writing, const struct piece *piece) {
    if (piece->kind == NODE_SCALAR) {
        struct buffer word = {0};
        struct emit_place place = {.margin = "", .flow = true, .bare = is_bare(writing)};
        emit_scalar(&word, piece->text, &place);
        if (word.failed)
            writing->out->failed = true;
        else
            buffer_add(writing->out, (struct text){word.bytes + 1, word.length - 1});
        buffer_free(&word);
        return;
    }
    bool list = piece->kind == NODE_LIST;
    buffer_add_char(writing->out, list ? '[' : '{');
    for (const struct piece *part = piece->first; part; part = part->next) {
        if (part != piece->first)
            buffer_add_string(writing->out, ", ");
        size_t before = enter_step(writing, list ? TEXT("-") : part->key);
        if (list)
            write_flow(writing, part);
        else
            write_flow_entry(writing, part->key, part);
        leave_step(writing, before);
    }
    buffer_add_char(writing->out, list ? ']' : '}');
}

void write_flow_entry(struct writing *writing, struct text key, const struct piece *piece) {
    write_key(writing->out, key);
    buffer_add_string(writing->out, ": ");
    write_flow(writing, piece);
}

// Writes a list of words as [a, b] when the file does so and it fits; else nothing.
static bool write_short_list(struct writing *writing, const struct piece *list, size_t taken) {
    if (list->kind != NODE_LIST || !writing->look.short_lists)
        return false;
    for (const struct piece *item = list->first; item; item = item->next)
        if (item->kind != NODE_SCALAR)
            return false;
    size_t before = writing->out->length;
    buffer_add_char(writing->out, ' ');
    write_flow(writing, list);
    if (writing->out->failed)
        return true;
    const char *written = writing->out->bytes + before;
    size_t length = writing->out->length - before;
    if (taken + utf8_count(written, length) <= EMIT_WIDTH && !memchr(written, '"', length))
        return true;
    writing->out->length = before;
    return false;
}

// ---- in block style ----

void write_value(struct writing *writing, const struct piece *piece, size_t column, size_t taken) {
    if (piece->kind == NODE_SCALAR) {
        write_scalar(writing, piece->text, column + writing->look.step, column + taken);
        return;
    }
    if (!piece->first) {
        buffer_add_string(writing->out, piece->kind == NODE_LIST ? " []" : " {}");
        return;
    }
    if (write_short_list(writing, piece, column + taken))
        return;
    column += piece->kind == NODE_LIST ? writing->look.list_step : writing->look.step;
    write_newline(writing->out, column);
    write_block(writing, piece, column);
}

void write_entry(struct writing *writing, struct text key, const struct piece *piece,
                 size_t column) {
    size_t start = writing->out->length;
    write_key(writing->out, key);
    buffer_add_char(writing->out, ':');
    if (writing->out->failed)
        return;
    size_t width = utf8_count(writing->out->bytes + start, writing->out->length - start);
    write_value(writing, piece, column, width);
}

void write_item(struct writing *writing, const struct piece *piece, size_t column) {
    buffer_add_char(writing->out, '-');
    if (piece->kind == NODE_SCALAR) {
        write_scalar(writing, piece->text, column + STEP, column + 1);
    } else if (!piece->first) {
        buffer_add_string(writing->out, piece->kind == NODE_LIST ? " []" : " {}");
    } else {
        size_t dash = writing->look.dash;
        for (size_t blanks = 1; blanks < dash; blanks++)
            buffer_add_char(writing->out, ' ');
        write_block(writing, piece, column + dash);
    }
}

void write_block(struct writing *writing, const struct piece *piece, size_t column) {
    bool list = piece->kind == NODE_LIST;
    for (const struct piece *part = piece->first; part; part = part->next) {
        if (part != piece->first)
            write_newline(writing->out, column);
        size_t before = enter_step(writing, list ? TEXT("-") : part->key);
        if (list)
            write_item(writing, part, column);
        else
            write_entry(writing, part->key, part, column);
        leave_step(writing, before);
    }
}
