// SPDX-License-Identifier: EUPL-1.2
// Surgical edits: one item of a file is changed, and every other byte stays what it was.
//
// A place is named by its JSON Pointer (RFC 6901): "/doelen/0/status"; "/overleggen/-" is the place
// behind the last item. The operations are those of JSON Patch (RFC 6902). After each one the new
// bytes are read again and the tree is compared with the old one plus the change: when they differ
// the edit is refused and nothing has happened.
#ifndef G1P_YAML_EDIT_H
#define G1P_YAML_EDIT_H

#include "lib/base/arena.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"
#include "lib/yaml/tree.h"

// A value that is to be put into a file: a scalar, or a list or mapping of such values. All memory
// is the arena's. A NULL that stands for memory that ran out may be handed on: the edit then fails.
struct piece {
    enum node_kind kind;
    struct text key;  // in a mapping
    struct text text; // of a scalar
    struct piece *first;
    struct piece *last;
    struct piece *next;
    bool unfinished; // memory ran out while it was put together
};

struct piece *piece_scalar(struct arena *arena, struct text text);
struct piece *piece_list(struct arena *arena);
struct piece *piece_mapping(struct arena *arena);

// Puts `child` at the end of a list (`key` NULL) or mapping; returns `child`. A NULL `child` marks
// the parent as unfinished.
struct piece *piece_add(struct piece *parent, const char *key, struct piece *child);

// Adds a scalar to a mapping unless `text` is empty.
void piece_say(struct piece *mapping, const char *key, struct text text, struct arena *arena);

// What the editor has to know of the format; all of it may be left out. Pointers are given to the
// mapping or the value; the step behind "-" or a number is an item.
struct edit_order {
    // Where `key` stands among the keys of the mapping at `pointer`, from 0; -1 when that does not
    // matter (a new key then goes to the end).
    int (*rank)(void *context, struct text pointer, struct text key);
    // Whether numbers and dates at `pointer` are meant as such, and stand without quotation marks.
    // NULL: everywhere.
    bool (*bare)(void *context, struct text pointer);
    void *context;
};

// A source on its way to becoming another one.
struct edit {
    struct text source; // as it stands now; the arena's, or the caller's when nothing changed yet
    struct tree tree;   // of `source`
    struct edit_order order;
    struct arena *arena;
    struct arena *scratch; // reset by every operation
    unsigned changes;      // operations that changed something
};

// Begins with a source, whose bytes must outlive the edit. Returns 0, or -1 with `*trouble` when
// memory ran out or the source has faults (it is then not ours to change).
int edit_begin(struct edit *edit, struct text source, struct edit_order order, struct arena *arena,
               struct arena *scratch, struct trouble *trouble);

// Puts `value` at a place where nothing stands yet: a key of a mapping, or "-" of a list. Parents
// that are missing or without a value are made, each in its place in the format's order; "-" makes
// a list of it, any other step a mapping; `key: []` and `key: {}` are filled. The new text looks as
// its neighbours do: their indentation, block or flow, line ends. Returns 0; -1 with `*trouble`:
// something stands there already, the parent is of another kind, the result would not be what was
// asked, memory.
int edit_add(struct edit *edit, const char *pointer, const struct piece *value,
             struct trouble *trouble);

// Puts another text in the place of a scalar, in the same quotes where they can hold it, else in
// the simplest style that reads back as the same text. An equal text changes no byte. A key without
// a value gets one.
int edit_set(struct edit *edit, const char *pointer, struct text text, struct trouble *trouble);

// Gives the key at the place another name (for keys that are mistyped); it must be new in its
// mapping.
int edit_rename(struct edit *edit, const char *pointer, struct text key, struct trouble *trouble);

// Puts comments where the key at the place would stand, which is not there: `lines`, each beginning
// with a # and ended by a newline, are indented as keys there are. The tree stays what it is.
int edit_remark(struct edit *edit, const char *pointer, struct text lines, struct trouble *trouble);

// Takes an item of a list, or a key with its value, away, with the comments that stand at the end
// of its own lines; comments on lines of their own above and below it stay. A list or mapping left
// without items becomes `[]` or `{}`.
int edit_remove(struct edit *edit, const char *pointer, struct trouble *trouble);

#endif
