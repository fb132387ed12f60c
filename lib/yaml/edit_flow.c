// SPDX-License-Identifier: EUPL-1.2
// Adding to and removing from lists and mappings between [ ] and { }.
#include "lib/yaml/edit_parts.h"

static size_t entry_start(const struct node *child) {
    return child->key ? child->key->start : child->start;
}

static size_t entry_end(struct text source, const struct node *child) {
    if (!child->key || !node_absent(child))
        return child->end;
    size_t colon = place_colon(source, child->key);
    return colon ? colon : child->key->end;
}

static bool comma_at(struct text source, size_t at) {
    return at < source.length && source.bytes[at] == ',';
}

static void write_flow_child(struct writing *writing, struct text key, const struct piece *piece) {
    if (key.bytes)
        write_flow_entry(writing, key, piece);
    else
        write_flow(writing, piece);
}

// Behind the entry `before`: on a line of its own when that one has a line of its own.
static void add_behind(struct writing *writing, const struct node *before, struct text key,
                       const struct piece *piece, struct splices *splices) {
    struct text source = writing->edit->source;
    size_t end = entry_end(source, before);
    size_t comma = skip_blanks(source, end);
    bool has_comma = comma_at(source, comma);
    size_t behind = has_comma ? comma + 1 : end;
    bool own_line = begins_line(source, entry_start(before)) && ends_line(source, behind);
    if (!own_line) {
        writing->out = splice_add(splices, end, end);
        buffer_add_string(writing->out, ", ");
        write_flow_child(writing, key, piece);
        return;
    }
    if (!has_comma)
        buffer_add_char(splice_add(splices, end, end), ',');
    size_t next = line_end(source, behind);
    writing->out = splice_add(splices, next, next);
    write_newline(writing->out, line_column(source, entry_start(before)));
    write_flow_child(writing, key, piece);
    if (has_comma)
        buffer_add_char(writing->out, ',');
}

// In front of the first entry.
static void add_before(struct writing *writing, const struct node *first, struct text key,
                       const struct piece *piece, struct splices *splices) {
    struct text source = writing->edit->source;
    size_t start = entry_start(first);
    writing->out = splice_add(splices, start, start);
    write_flow_child(writing, key, piece);
    buffer_add_char(writing->out, ',');
    if (begins_line(source, start))
        write_newline(writing->out, line_column(source, start));
    else
        buffer_add_char(writing->out, ' ');
}

void add_to_flow(struct writing *writing, const struct node *parent, struct text key,
                 const struct piece *piece, struct splices *splices, struct change *change) {
    const struct node *before = parent->last;
    int rank;
    if (parent->kind == NODE_MAPPING)
        before = key_before(writing->edit, parent, key, &rank);
    else
        key = (struct text){NULL, 0};
    change->index = before ? before->index + 1 : 0;
    buffer_add_char(&writing->pointer, '/');
    buffer_add(&writing->pointer, key.bytes ? key : TEXT("-"));
    if (before)
        add_behind(writing, before, key, piece, splices);
    else
        add_before(writing, parent->first, key, piece, splices);
}

// ---- removing ----

// Whether only blanks, line ends and commas stand there, and no comment.
static bool is_between(struct text source, size_t from, size_t to) {
    for (; from < to; from++)
        switch (source.bytes[from]) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case ',':
            break;
        default:
            return false;
        }
    return true;
}

void remove_from_flow(const struct edit *edit, const struct node *node, struct splices *splices) {
    struct text source = edit->source;
    const struct node *parent = node->parent;
    const struct node *before = NULL;
    for (const struct node *child = parent->first; child != node; child = child->next)
        before = child;
    size_t start = entry_start(node);
    size_t end = entry_end(source, node);
    size_t comma = skip_blanks(source, end);
    size_t behind = comma_at(source, comma) ? comma + 1 : end;
    if (begins_line(source, start) && ends_line(source, behind)) {
        // A line of its own, with the comment at its end.
        splice_add(splices, line_start(source, start), line_next(source, line_end(source, behind)));
    } else if (node->next && is_between(source, end, entry_start(node->next))) {
        splice_add(splices, start, entry_start(node->next));
    } else if (!node->next && before && is_between(source, entry_end(source, before), start)) {
        splice_add(splices, entry_end(source, before), end);
    } else if (!node->next && !before && is_between(source, parent->start + 1, start) &&
               is_between(source, end, parent->end - 1)) {
        splice_add(splices, parent->start + 1, parent->end - 1);
    } else {
        splice_add(splices, start, behind);
    }
}
