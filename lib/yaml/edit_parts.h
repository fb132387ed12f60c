// SPDX-License-Identifier: EUPL-1.2
// What the files of the editor share: places among bytes, writing, comparing. For lib/yaml/edit*.c.
#ifndef G1P_YAML_EDIT_PARTS_H
#define G1P_YAML_EDIT_PARTS_H

#include "lib/base/buffer.h"
#include "lib/yaml/edit.h"

// ---- places (edit_place.c); all offsets are of bytes ----

// The first byte of the line in which `at` lies; behind a byte order mark.
size_t line_start(struct text source, size_t at);

// Where that line ends: at its newline (or the carriage return before that), or the end of all.
size_t line_end(struct text source, size_t at);

// Columns before `at` on its line, when nothing but ASCII stands there.
size_t line_column(struct text source, size_t at);

// The first byte behind the line end at `end`; the end of all when there is no further line.
size_t line_next(struct text source, size_t end);

// How lines end near `at`.
const char *line_ending(struct text source, size_t at);

size_t skip_blanks(struct text source, size_t at);

// Whether nothing but blanks stands between the beginning of the line and `at`.
bool begins_line(struct text source, size_t at);

// Whether the rest of the line says nothing: blanks and perhaps a comment.
bool ends_line(struct text source, size_t at);

// Behind the colon of a key; 0 when it does not stand right behind the key.
size_t place_colon(struct text source, const struct node *key);

// The dash of an item of a block list; SIZE_MAX when it cannot be found.
size_t place_dash(struct text source, const struct node *item);

// The column of a node's key, or of its dash; that of the node itself for the root.
size_t place_column(struct text source, const struct node *node);

// Where a node, its key and what follows it of its own on the line begins and ends; not further
// than its last line end. For a node in block style only.
size_t place_end(struct text source, const struct node *node);

// Whether it ends with a text to which blank lines below it belong.
bool place_keeps(struct text source, const struct node *node);

// Of a literal or folded scalar: the line end behind the last line that is not blank.
size_t place_block_end(struct text source, const struct node *scalar);

// From the line end `end` of something at `column`, the line end behind the comments that belong to
// it: those that are more indented; and with `level`, those at its own column that do not belong to
// what follows.
size_t place_own_comments(struct text source, size_t end, size_t column, bool level);

// Whether a blank line stands between two line ends.
bool place_spaced(struct text source, size_t from, size_t to);

// The column of the first line after the line end `end` that says something; -1: none does.
long place_next_column(struct text source, size_t end);

// ---- splices (edit_splice.c) ----

// A stretch of the source and what comes in its place.
struct splice {
    size_t start;
    size_t end;
    struct buffer text; // lines end with a newline only
};

enum { MOST_SPLICES = 4 };

// In the order of the file, none touching another but at its ends.
struct splices {
    struct splice items[MOST_SPLICES];
    int count;
};

// Adds one; returns its buffer, to be filled.
struct buffer *splice_add(struct splices *splices, size_t start, size_t end);
void splices_free(struct splices *splices);

// What is to become of the tree.
enum change_kind {
    CHANGE_ADD,
    CHANGE_FILL,
    CHANGE_SET,
    CHANGE_RENAME,
    CHANGE_REMOVE,
    CHANGE_REMARK // none: comments are added
};
struct change {
    enum change_kind kind;
    const struct node *node;   // ADD: the list or mapping; else the node itself
    uint32_t index;            // ADD: which child the new one is
    struct text key;           // ADD in a mapping, RENAME, REMARK: where it would stand
    struct text text;          // SET, REMARK
    const struct piece *piece; // ADD, FILL
};

enum applied { APPLIED, APPLIED_NOT, APPLIED_NO_MEMORY };

// Makes the new source, reads it, and takes it when the tree is the old one plus the change.
enum applied splices_apply(struct edit *edit, const struct splices *splices,
                           const struct change *change);

// ---- comparing (edit_compare.c) ----

// Whether `after` is `before` plus the change.
bool change_holds(const struct node *before, const struct node *after, const struct change *change);

// ---- writing (edit_write.c) ----

// How the file is written near a place.
struct look {
    size_t step;      // columns that a mapping lies behind its key
    size_t list_step; // and a list
    size_t dash;      // that an item lies behind its dash
    bool short_lists; // lists of words are written as [a, b]
};

// Looks around: first in `near` and what lies in it, then in the whole file.
struct look look_around(const struct edit *edit, const struct node *near);

struct writing {
    const struct edit *edit;
    struct look look;
    struct buffer *out;
    struct buffer pointer; // of what is written now
    bool one_line;         // texts on several lines are written on one, between quotation marks
};

// Begins writing into `out` what will stand at the pointer of `node` and below `key` (which may be
// empty: an item). End with writing_end.
void writing_begin(struct writing *writing, const struct edit *edit, const struct node *node,
                   struct buffer *out);
void writing_end(struct writing *writing);

// Adds a list or mapping (not empty) in block style whose lines begin at `column`; the first line
// has its blanks already.
void write_block(struct writing *writing, const struct piece *piece, size_t column);

// Adds "key:", and its value with a blank or a newline before it. The key stands at `column`.
void write_entry(struct writing *writing, struct text key, const struct piece *piece,
                 size_t column);

// Adds "-" and the item.
void write_item(struct writing *writing, const struct piece *piece, size_t column);

// Adds a value in the key's or the dash's line or below it: blank or newline first. `column` is
// that of the key or dash, `taken` how many columns the line has beyond that.
void write_value(struct writing *writing, const struct piece *piece, size_t column, size_t taken);

// Adds anything in flow style.
void write_flow(struct writing *writing, const struct piece *piece);
void write_flow_entry(struct writing *writing, struct text key, const struct piece *piece);

// Whether it is a list or mapping with something in it.
bool piece_is_full(const struct piece *piece);

void write_key(struct buffer *out, struct text key);
void write_newline(struct buffer *out, size_t column);

// ---- the operations by style; each fills the splices and `change->index` ----

void add_to_block(struct writing *writing, const struct node *parent, struct text key,
                  const struct piece *piece, struct splices *splices, struct change *change);
void add_to_flow(struct writing *writing, const struct node *parent, struct text key,
                 const struct piece *piece, struct splices *splices, struct change *change);
void add_remark(struct writing *writing, const struct node *mapping, struct text key,
                struct text lines, struct splices *splices);
void fill_node(struct writing *writing, const struct node *node, const struct piece *piece,
               struct splices *splices);
void set_scalar(struct writing *writing, const struct node *node, struct text text,
                struct splices *splices);
void remove_from_block(const struct edit *edit, const struct node *node, struct splices *splices);
void remove_from_flow(const struct edit *edit, const struct node *node, struct splices *splices);

// Which child of a mapping a new key comes behind by the order of the format: NULL, the first.
const struct node *key_before(const struct edit *edit, const struct node *mapping, struct text key,
                              int *rank);

// The rank of a key of the mapping; -1: none.
int key_rank(const struct edit *edit, const struct node *mapping, struct text key);

// Whether anything that holds the node, or the node itself, is written between [ ] or { }.
bool in_flow(const struct node *node);

#endif
