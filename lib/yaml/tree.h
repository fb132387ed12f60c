// SPDX-License-Identifier: EUPL-1.2
// A YAML file as a tree of nodes, each of which knows the bytes it stands in.
//
// Trees are built from libyaml's events. Nothing is resolved: a scalar is the text that stands
// there, and what it means is for the schema to say. What the format leaves out of YAML (anchors,
// aliases, merge keys, tags, a second document) is told as a fault and otherwise passed over; the
// tree then holds what could be read.
#ifndef G1P_YAML_TREE_H
#define G1P_YAML_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/base/text.h"

enum {
    TREE_LARGEST = 8 * 1024 * 1024, // bytes in a file
    TREE_DEEPEST = 100,             // collections inside one another
    TREE_MOST_NODES = 250000,
    TREE_MOST_FAULTS = 100 // kept; what follows is only counted
};

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAPPING };

enum node_style {
    STYLE_PLAIN,
    STYLE_SINGLE,
    STYLE_DOUBLE,
    STYLE_LITERAL,
    STYLE_FOLDED,
    STYLE_BLOCK,
    STYLE_FLOW
};

struct schema_field;

// One scalar, list or mapping. Offsets count bytes from 0 in the whole source, its byte order mark
// included; `end` is the first byte beyond. Lines count from 1.
struct node {
    struct node *parent; // NULL for the root
    struct node *key;    // in a mapping: the key of this value (usually a scalar); else NULL
    struct node *first;  // children: items, or the values of a mapping, in the order of the file
    struct node *last;
    struct node *next;
    struct text text;            // of a scalar: what it says, after quotes, escapes and folding
    const struct node *declared; // of an id that refers: the id it stands for; set by schema_check
    const struct schema_field *field; // what the schema calls this place; set by schema_check
    uint32_t start;
    uint32_t end;
    uint32_t line;
    uint32_t count; // children
    uint32_t index; // which child of its parent, from 0
    uint16_t word;  // 1 + which word of its field's list it is; 0: none; set by schema_check
    uint8_t kind;   // enum node_kind
    uint8_t style;  // enum node_style
    bool broken;    // a fault is told about this very node
    bool cut;       // the file could not be read to the end of this collection
};

enum tree_fault_kind {
    TREE_SYNTAX, // libyaml stopped here; `problem` holds its words
    TREE_NOT_UTF8,
    TREE_CONTROL, // `number` is the code point
    TREE_TOO_DEEP,
    TREE_TOO_LARGE,
    TREE_TOO_MANY,  // nodes
    TREE_DOCUMENTS, // a second document begins
    TREE_ANCHOR,
    TREE_MERGE,
    TREE_TAG,
    TREE_KEY,  // a key that is not a scalar
    TREE_EMPTY // nothing but comments and blank lines
};

struct tree_fault {
    enum tree_fault_kind kind;
    uint32_t start; // byte offsets
    uint32_t end;
    uint32_t number;
    const char *problem; // libyaml's words (static), or NULL
};

struct tree {
    struct text source;
    struct node *root; // NULL when nothing could be read
    struct tree_fault *faults;
    uint32_t fault_count; // at most TREE_MOST_FAULTS
    uint32_t node_count;
    bool ascii;
};

// Builds the tree of `source`, whose bytes must outlive it; nodes and texts are the arena's.
// `scratch` is used by libyaml meanwhile and reset before the return. `too_large`: the source was
// cut off. Returns 0 also when the source has faults; -1 only when memory ran out.
int tree_read(struct text source, bool too_large, struct arena *arena, struct arena *scratch,
              struct tree *tree);

// Whether a node says nothing: no node at all, or a key without a value.
static inline bool node_absent(const struct node *node) {
    return !node || (node->kind == NODE_SCALAR && node->style == STYLE_PLAIN &&
                     node->text.length == 0 && !node->broken);
}

// The value of `key` in a mapping (the last one when it is doubled), or NULL.
struct node *node_child(const struct node *mapping, const char *key);

// Puts a node, with all below it, at the end of a list or mapping.
void node_append(struct node *parent, struct node *child);

// Adds the JSON Pointer (RFC 6901) of a node to `buffer`: "" for the root, "/doelen/0/acties".
void node_pointer(const struct node *node, struct buffer *buffer);

// Where a byte lies: line and column from 1, the column in code points.
struct position {
    uint32_t offset;
    uint32_t line;
    uint32_t column;
    uint32_t line_start; // byte offset of the line's first character
};

// The position at the beginning of a source (behind a byte order mark, which has no column).
struct position position_begin(struct text source);

// Moves `position` forward to `offset`, which may not lie before it. Costs only the bytes between.
void position_advance(struct text source, struct position *position, uint32_t offset);

#endif
