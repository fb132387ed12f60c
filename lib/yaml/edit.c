// SPDX-License-Identifier: EUPL-1.2
// The operations on a source: from a pointer to a change that holds.
#include "lib/yaml/edit.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/base/words.h"
#include "lib/yaml/edit_parts.h"

enum { MOST_STEPS = TREE_DEEPEST };

int edit_begin(struct edit *edit, struct text source, struct edit_order order, struct arena *arena,
               struct arena *scratch, struct trouble *trouble) {
    *edit = (struct edit){.source = source, .order = order, .arena = arena, .scratch = scratch};
    if (tree_read(source, source.length > TREE_LARGEST, arena, scratch, &edit->tree) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
    if (edit->tree.fault_count > 0)
        return trouble_tell(trouble, 0, N_("cannot be read to its end, and is left as it is"),
                            NULL);
    return 0;
}

// ---- pointers ----

// What a pointer leads to, as far as there is something.
struct target {
    const struct node *node;       // the last one that is there
    int depth;                     // how many steps lead to it
    int count;                     // of steps
    struct text steps[MOST_STEPS]; // in the arena
};

// One step, with ~1 and ~0 as the / and ~ that they stand for.
static bool read_step(struct arena *arena, struct text written, struct text *step) {
    char *bytes = arena_copy(arena, written.bytes, written.length);
    size_t length = 0;
    if (!bytes)
        return false;
    for (size_t i = 0; i < written.length; i++) {
        char c = written.bytes[i];
        if (c == '~' && i + 1 < written.length)
            c = written.bytes[++i] == '1' ? '/' : '~';
        bytes[length++] = c;
    }
    bytes[length] = '\0';
    *step = (struct text){bytes, length};
    return true;
}

// The item of a list by its number, written as RFC 6901 asks.
static const struct node *find_item(const struct node *list, struct text step) {
    uint32_t number = 0;
    if (step.length == 0 || step.length > 9 || (step.bytes[0] == '0' && step.length > 1))
        return NULL;
    for (size_t i = 0; i < step.length; i++) {
        if (step.bytes[i] < '0' || step.bytes[i] > '9')
            return NULL;
        number = number * 10 + (uint32_t)(step.bytes[i] - '0');
    }
    const struct node *item = list->first;
    while (item && item->index < number)
        item = item->next;
    return item;
}

// Returns 0, or -1 with `*trouble`; a key that stands there twice could be either.
static int find_child(const struct node *node, struct text step, const struct node **found,
                      struct trouble *trouble) {
    *found = NULL;
    if (node->kind == NODE_LIST)
        *found = find_item(node, step);
    for (const struct node *child = node->kind == NODE_MAPPING ? node->first : NULL; child;
         child = child->next) {
        if (child->key->kind != NODE_SCALAR || !text_equal(child->key->text, step))
            continue;
        if (*found)
            return trouble_tell(trouble, 0, N_("stands there twice; take one of them away first"),
                                step.bytes);
        *found = child;
    }
    return 0;
}

static int find_target(const struct edit *edit, const char *pointer, struct target *target,
                       struct trouble *trouble) {
    *target = (struct target){.node = edit->tree.root};
    for (const char *at = pointer; *at;) {
        const char *begin = at + 1;
        const char *end = strchr(begin, '/');
        size_t length = end ? (size_t)(end - begin) : strlen(begin);
        if (*at != '/' || target->count == MOST_STEPS)
            return trouble_tell(trouble, 0, N_("is no place in a file"), pointer);
        if (!read_step(edit->arena, (struct text){begin, length}, &target->steps[target->count++]))
            return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
        at = begin + length;
    }
    for (; target->depth < target->count; target->depth++) {
        const struct node *next;
        if (find_child(target->node, target->steps[target->depth], &next, trouble) != 0)
            return -1;
        if (!next)
            break;
        target->node = next;
    }
    return 0;
}

// A place where something must stand already.
static const struct node *find_node(const struct edit *edit, const char *pointer,
                                    struct trouble *trouble) {
    struct target target;
    if (find_target(edit, pointer, &target, trouble) != 0)
        return NULL;
    if (target.depth == target.count)
        return target.node;
    trouble_tell(trouble, 0, N_("is not there"), pointer);
    return NULL;
}

// ---- trying ----

static int settle(enum applied applied, const char *pointer, struct trouble *trouble) {
    switch (applied) {
    case APPLIED:
        return 0;
    case APPLIED_NO_MEMORY:
        return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
    default:
        return trouble_tell(trouble, 0,
                            N_("is written in a way in which it cannot be changed without changing "
                               "more; change it in an editor"),
                            pointer);
    }
}

// Fills the splices for a change.
typedef void prepare_change(struct writing *writing, struct splices *splices,
                            struct change *change);

// Tries a change, at second with texts on one line: at the very end of a file a block can have no
// place.
static int try(struct edit *edit, const char *pointer, const struct node *place,
               prepare_change *prepare, struct change *change, struct trouble *trouble) {
    enum applied applied = APPLIED_NOT;
    for (int attempt = 0; attempt < 2 && applied == APPLIED_NOT; attempt++) {
        struct splices splices = {0};
        struct writing writing;
        writing_begin(&writing, edit, place, NULL);
        writing.one_line = attempt > 0;
        prepare(&writing, &splices, change);
        bool failed = writing.pointer.failed;
        writing.out = NULL;
        writing_end(&writing);
        for (int i = 0; i < splices.count; i++)
            failed |= splices.items[i].text.failed;
        applied = failed ? APPLIED_NO_MEMORY : splices_apply(edit, &splices, change);
        splices_free(&splices);
    }
    return settle(applied, pointer, trouble);
}

// ---- adding ----

static bool is_unfinished(const struct piece *piece) {
    if (!piece || piece->unfinished)
        return true;
    for (const struct piece *part = piece->first; part; part = part->next)
        if (is_unfinished(part))
            return true;
    return false;
}

// Whether every text of it may stand in a file.
static bool is_clean_text(struct text text) {
    size_t at;
    uint32_t point;
    int ascii;
    return utf8_scan(text.bytes, text.length, &at, &point, &ascii) == UTF8_FINE;
}

static bool is_clean(const struct piece *piece) {
    if (!is_clean_text(piece->text) || !is_clean_text(piece->key))
        return false;
    for (const struct piece *part = piece->first; part; part = part->next)
        if (!is_clean(part))
            return false;
    return true;
}

static int check_piece(const struct piece *piece, struct trouble *trouble) {
    if (is_unfinished(piece))
        return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
    if (!is_clean(piece))
        return trouble_tell(trouble, 0, N_("holds a character that may not be in a file"), NULL);
    return 0;
}

// Puts the value into the lists and mappings that the steps behind `from` ask for.
static const struct piece *wrap(struct edit *edit, const struct target *target, int from,
                                const struct piece *value) {
    struct piece *inner = arena_alloc(edit->arena, sizeof *inner);
    if (!inner)
        return NULL;
    *inner = *value;
    inner->next = NULL;
    for (int i = target->count - 1; i >= from && inner; i--) {
        bool list = text_is(target->steps[i], "-");
        struct piece *outer = list ? piece_list(edit->arena) : piece_mapping(edit->arena);
        if (outer)
            piece_add(outer, list ? NULL : target->steps[i].bytes, inner);
        inner = outer;
    }
    return inner;
}

static void prepare_add(struct writing *writing, struct splices *splices, struct change *change) {
    if (change->node->style == STYLE_FLOW)
        add_to_flow(writing, change->node, change->key, change->piece, splices, change);
    else
        add_to_block(writing, change->node, change->key, change->piece, splices, change);
}

static void prepare_fill(struct writing *writing, struct splices *splices, struct change *change) {
    fill_node(writing, change->node, change->piece, splices);
}

// What a step asks of the node before it.
static int check_parent(const struct node *node, struct text step, const char *pointer,
                        struct trouble *trouble) {
    bool list = text_is(step, "-");
    if (node->kind == NODE_SCALAR)
        return trouble_tell(trouble, 0, N_("leads through something that is a text"), pointer);
    if (node->kind == NODE_LIST && !list)
        return trouble_tell(trouble, 0, N_("is not there"), pointer);
    if (node->kind == NODE_MAPPING && list)
        return trouble_tell(trouble, 0, N_("leads into something that is no list"), pointer);
    return 0;
}

int edit_add(struct edit *edit, const char *pointer, const struct piece *value,
             struct trouble *trouble) {
    struct target target;
    if (check_piece(value, trouble) != 0 || find_target(edit, pointer, &target, trouble) != 0)
        return -1;
    const struct node *node = target.node;
    struct change change = {.kind = CHANGE_FILL, .node = node};
    bool nothing = node_absent(node) || (target.depth == target.count && !node->first &&
                                         node->kind == value->kind && piece_is_full(value));
    if (nothing && node->parent) {
        change.piece = wrap(edit, &target, target.depth, value);
        if (!change.piece)
            return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
        return try(edit, pointer, node, prepare_fill, &change, trouble);
    }
    if (target.depth == target.count)
        return trouble_tell(trouble, EEXIST, N_("cannot be added"), pointer);
    struct text step = target.steps[target.depth];
    if (check_parent(node, step, pointer, trouble) != 0)
        return -1;
    change.piece = wrap(edit, &target, target.depth + (node->first != NULL), value);
    if (!change.piece)
        return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), NULL);
    if (!node->first)
        return try(edit, pointer, node, prepare_fill, &change, trouble);
    change.kind = CHANGE_ADD;
    change.key = node->kind == NODE_MAPPING ? step : TEXT("");
    return try(edit, pointer, node, prepare_add, &change, trouble);
}

// ---- setting, renaming, removing ----

static void prepare_set(struct writing *writing, struct splices *splices, struct change *change) {
    set_scalar(writing, change->node, change->text, splices);
}

int edit_set(struct edit *edit, const char *pointer, struct text text, struct trouble *trouble) {
    const struct node *node = find_node(edit, pointer, trouble);
    if (!node)
        return -1;
    if (node_absent(node))
        return edit_add(edit, pointer, piece_scalar(edit->arena, text), trouble);
    if (node->kind != NODE_SCALAR)
        return trouble_tell(trouble, 0, N_("is no text that can be set"), pointer);
    if (text_equal(node->text, text))
        return 0;
    if (!is_clean_text(text))
        return trouble_tell(trouble, 0, N_("holds a character that may not be in a file"), NULL);
    struct change change = {.kind = CHANGE_SET, .node = node, .text = text};
    return try(edit, pointer, node, prepare_set, &change, trouble);
}

static void prepare_rename(struct writing *writing, struct splices *splices,
                           struct change *change) {
    (void)writing;
    const struct node *key = change->node->key;
    write_key(splice_add(splices, key->start, key->end), change->key);
}

int edit_rename(struct edit *edit, const char *pointer, struct text key, struct trouble *trouble) {
    const struct node *node = find_node(edit, pointer, trouble);
    const struct node *other;
    if (!node)
        return -1;
    if (!node->key)
        return trouble_tell(trouble, 0, N_("is no key that can get another name"), pointer);
    if (text_equal(node->key->text, key))
        return 0;
    if (find_child(node->parent, key, &other, trouble) != 0)
        return -1;
    if (other)
        return trouble_tell(trouble, EEXIST, N_("cannot get another name"), pointer);
    if (!is_clean_text(key))
        return trouble_tell(trouble, 0, N_("holds a character that may not be in a file"), NULL);
    struct change change = {.kind = CHANGE_RENAME, .node = node, .key = key};
    return try(edit, pointer, node, prepare_rename, &change, trouble);
}

static void prepare_remark(struct writing *writing, struct splices *splices,
                           struct change *change) {
    add_remark(writing, change->node, change->key, change->text, splices);
}

int edit_remark(struct edit *edit, const char *pointer, struct text lines,
                struct trouble *trouble) {
    struct target target;
    if (find_target(edit, pointer, &target, trouble) != 0)
        return -1;
    const struct node *node = target.node;
    if (target.depth + 1 != target.count || node->kind != NODE_MAPPING || !node->first ||
        in_flow(node) || !is_clean_text(lines))
        return trouble_tell(trouble, 0, N_("is no place for a comment"), pointer);
    struct change change = {
        .kind = CHANGE_REMARK, .node = node, .key = target.steps[target.depth], .text = lines};
    return try(edit, pointer, node, prepare_remark, &change, trouble);
}

static void prepare_remove(struct writing *writing, struct splices *splices,
                           struct change *change) {
    if (in_flow(change->node->parent))
        remove_from_flow(writing->edit, change->node, splices);
    else
        remove_from_block(writing->edit, change->node, splices);
}

int edit_remove(struct edit *edit, const char *pointer, struct trouble *trouble) {
    const struct node *node = find_node(edit, pointer, trouble);
    if (!node)
        return -1;
    if (!node->parent)
        return trouble_tell(trouble, 0, N_("is the whole file, which stays"), pointer);
    struct change change = {.kind = CHANGE_REMOVE, .node = node};
    return try(edit, pointer, node, prepare_remove, &change, trouble);
}
