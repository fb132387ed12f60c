// SPDX-License-Identifier: EUPL-1.2
// Changes to whatever can be read: each is refused, or leaves a tree that holds.
#include "tests/fuzz/change.h"

#include "lib/schema/order.h"
#include "lib/yaml/edit.h"
#include "tests/tree_holds.h"

enum { MOST_NODES = 500, CHANGES = 5 };

static uint32_t gather(const struct node *node, const struct node **nodes, uint32_t count) {
    if (count < MOST_NODES)
        nodes[count++] = node;
    for (const struct node *child = node->first; child; child = child->next)
        count = gather(child, nodes, count);
    return count;
}

static uint32_t number_of(struct text source) {
    uint32_t number = 2166136261U;
    for (size_t i = 0; i < source.length; i++)
        number = (number ^ (unsigned char)source.bytes[i]) * 16777619U;
    return number;
}

// The place of a node, or of something new in it.
static const char *pointer_to(const struct node *node, bool new, struct buffer *pointer) {
    buffer_clear(pointer);
    node_pointer(node, pointer);
    if (new)
        buffer_add_string(pointer, node->kind == NODE_LIST ? "/-" : "/nieuw");
    buffer_add_char(pointer, '\0');
    return pointer->bytes;
}

static int change(struct edit *edit, const struct node *node, int which, struct buffer *pointer) {
    struct arena *arena = edit->arena;
    struct piece *item = piece_mapping(arena);
    piece_say(item, "id", TEXT("nee: #"), arena);
    piece_say(item, "wat", TEXT("een\ntwee"), arena);
    switch (which) {
    case 0:
        return edit_add(edit, pointer_to(node, true, pointer), item, NULL);
    case 1:
        return edit_set(edit, pointer_to(node, false, pointer), TEXT("- 'x'\n"), NULL);
    case 2:
        return edit_rename(edit, pointer_to(node, false, pointer), TEXT("a: b"), NULL);
    case 3:
        return edit_remark(edit, pointer_to(node, true, pointer), TEXT("# a: b\n"), NULL);
    default:
        return edit_remove(edit, pointer_to(node, false, pointer), NULL);
    }
}

const char *fuzz_change(struct text source) {
    static const struct node *nodes[MOST_NODES];
    const char *problem = NULL;
    struct buffer pointer = {0};
    struct arena arena;
    struct arena scratch;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    for (int which = 0; which < CHANGES && !problem; which++) {
        struct edit edit;
        if (edit_begin(&edit, source, schema_order(schema_plan), &arena, &scratch, NULL) != 0)
            break;
        uint32_t count = gather(edit.tree.root, nodes, 0);
        const struct node *node = nodes[number_of(source) % count];
        if (change(&edit, node, which, &pointer) == 0)
            problem = edit.tree.fault_count ? "a change left a fault" : tree_holds(&edit.tree);
        else if (edit.changes || !text_equal(edit.source, source))
            problem = "a refused change changed something";
        arena_reset(&arena);
    }
    buffer_free(&pointer);
    arena_free(&arena);
    arena_free(&scratch);
    return problem;
}
