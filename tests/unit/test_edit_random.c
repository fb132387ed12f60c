// SPDX-License-Identifier: EUPL-1.2
// Thousands of random changes to random plans: whatever is not refused changes the lines that it is
// about, and no other. With --print FROM COUNT it writes them as JSON, one a line, for
// tests/edit/pyyaml_reads.py, which holds each against another reader of YAML.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "lib/base/json.h"
#include "lib/schema/order.h"
#include "lib/yaml/edit.h"
#include "tests/tree_holds.h"
#include "tests/unit/random_plan.h"

enum { CHANGES = 20000, MOST_NODES = 4000 };

enum operation { ADD, SET, RENAME, REMOVE };
static const char *const operation_names[] = {"add", "set", "rename", "remove"};

// One change and what came of it.
struct trial {
    struct text before;
    enum operation operation;
    const struct node *node; // what the pointer began at
    struct buffer pointer;
    struct buffer text; // to set, or the new key
    struct piece *piece;
    struct edit edit;
    struct trouble trouble;
    int outcome;
};

static struct arena arena;
static struct arena scratch;
static struct maker maker;

// ---- what to change ----

static uint32_t gather(struct node *node, struct node **nodes, uint32_t count) {
    if (count < MOST_NODES)
        nodes[count++] = node;
    for (struct node *child = node->first; child; child = child->next)
        count = gather(child, nodes, count);
    return count;
}

static struct piece *random_piece(const struct schema_field *field, int depth) {
    struct buffer text = {0};
    struct piece *piece;
    bool object = field && field->type->shape == SHAPE_OBJECT;
    if (depth < 3 && object) {
        const struct schema_type *type = field->type;
        piece = piece_mapping(&arena);
        for (unsigned i = 0; i < type->field_count; i++)
            if (one_in(3))
                piece_add(piece, type->fields[i].name, random_piece(&type->fields[i], depth + 1));
        return piece;
    }
    if (depth < 3 && one_in(6)) {
        piece = piece_list(&arena);
        for (uint32_t i = below(4); i > 0; i--)
            piece_add(piece, NULL, random_piece(NULL, depth + 1));
        return piece;
    }
    add_random_text(&text);
    char *copy = arena_copy(&arena, text.bytes ? text.bytes : "", text.length);
    piece = piece_scalar(&arena, (struct text){copy, text.length});
    buffer_free(&text);
    return piece;
}

// A key that the format has at a place, or another one.
static const char *random_key(const struct schema_type *type) {
    if (type && type->shape == SHAPE_OBJECT && !one_in(10))
        return type->fields[below(type->field_count)].name;
    return one_in(4) ? "met: dubbele punt" : "nieuw";
}

// Goes on from a mapping, list or absent value, by the format, until something new is named.
static const struct schema_field *extend(struct trial *trial) {
    bool item;
    const struct node *node = trial->node;
    const struct schema_field *field = NULL;
    for (int steps = 0; steps < 4; steps++) {
        struct text pointer = buffer_text(&trial->pointer);
        field = schema_at(schema_plan, pointer, &item);
        bool list = field && !item && field->many != MANY_ONE && field->many < MANY_BY_WORD;
        if (node && node->first)
            list = node->kind == NODE_LIST;
        const char *key = list ? "-"
                               : random_key(field            ? field->type
                                            : pointer.length ? NULL
                                                             : schema_plan);
        buffer_add_char(&trial->pointer, '/');
        buffer_add_string(&trial->pointer, key);
        node = list ? NULL : node_child(node, key);
        if (node)
            trial->node = node;
        if (one_in(2))
            break;
        field = schema_at(schema_plan, buffer_text(&trial->pointer), &item);
        if (!field || (field->type->shape != SHAPE_OBJECT && field->many == MANY_ONE))
            break;
    }
    return schema_at(schema_plan, buffer_text(&trial->pointer), &item);
}

static void choose(struct trial *trial, struct tree *tree) {
    static struct node *nodes[MOST_NODES];
    uint32_t count = gather(tree->root, nodes, 0);
    struct node *node = nodes[below(count)];
    trial->node = node;
    node_pointer(node, &trial->pointer);
    bool scalar = node->kind == NODE_SCALAR && !node_absent(node);
    if (scalar && one_in(2)) {
        trial->operation = SET;
        add_random_text(&trial->text);
    } else if (node->parent && one_in(scalar ? 2 : 5)) {
        trial->operation = REMOVE;
    } else if (node->key && one_in(scalar ? 1 : 5)) {
        trial->operation = RENAME;
        buffer_add_string(&trial->text, one_in(3) ? "een: nieuwe" : "nieuw");
    } else {
        while (node->kind == NODE_SCALAR && !node_absent(node))
            node = node->parent;
        buffer_clear(&trial->pointer);
        node_pointer(node, &trial->pointer);
        trial->operation = ADD;
        trial->node = node;
        const struct schema_field *field = NULL;
        if (!node_absent(node) || one_in(2))
            field = extend(trial);
        trial->piece = random_piece(field, 0);
    }
}

// ---- the change ----

static const char *pointer_of(struct trial *trial) {
    buffer_add_char(&trial->pointer, '\0');
    trial->pointer.length--;
    return trial->pointer.bytes;
}

static void change(struct trial *trial) {
    const char *pointer = pointer_of(trial);
    switch (trial->operation) {
    case ADD:
        trial->outcome = edit_add(&trial->edit, pointer, trial->piece, &trial->trouble);
        break;
    case SET:
        trial->outcome =
            edit_set(&trial->edit, pointer, buffer_text(&trial->text), &trial->trouble);
        break;
    case RENAME:
        trial->outcome =
            edit_rename(&trial->edit, pointer, buffer_text(&trial->text), &trial->trouble);
        break;
    case REMOVE:
        trial->outcome = edit_remove(&trial->edit, pointer, &trial->trouble);
    }
}

// Makes the plan and the change of a seed. Returns false when no plan came of it.
static bool try_seed(uint32_t number, struct trial *trial) {
    arena_reset(&arena);
    *trial = (struct trial){0};
    seed(number);
    make_random_plan(&maker);
    if (one_in(5))
        make_carriage_returns(&maker);
    trial->before = buffer_text(&maker.out);
    if (edit_begin(&trial->edit, trial->before, schema_order(schema_plan), &arena, &scratch,
                   &trial->trouble) != 0)
        return false;
    choose(trial, &trial->edit.tree);
    change(trial);
    return true;
}

static void trial_end(struct trial *trial) {
    buffer_free(&trial->pointer);
    buffer_free(&trial->text);
}

// ---- what must hold ----

static void complain(uint32_t number, const struct trial *trial, const char *problem) {
    fprintf(stderr, "seed %lu: %s %s: %s\n---- before\n%.*s\n---- after\n%.*s\n----\n",
            (unsigned long)number, operation_names[trial->operation], trial->pointer.bytes, problem,
            (int)trial->before.length, trial->before.bytes, (int)trial->edit.source.length,
            trial->edit.source.bytes);
    fail();
}

// Whether the new source begins and ends with so many bytes of the old one.
static bool begins_and_ends(struct text before, struct text after, size_t begin, size_t end) {
    return begin + end <= after.length && memcmp(before.bytes, after.bytes, begin) == 0 &&
           memcmp(before.bytes + before.length - end, after.bytes + after.length - end, end) == 0;
}

// How many bytes of the old source the new one begins with.
static size_t same_beginning(struct text before, struct text after) {
    size_t begin = 0;
    while (begin < before.length && begin < after.length &&
           before.bytes[begin] == after.bytes[begin])
        begin++;
    return begin;
}

static size_t start_of_line(struct text source, size_t at) {
    while (at > 0 && source.bytes[at - 1] != '\n')
        at--;
    return at;
}

static size_t end_of_line(struct text source, size_t at) {
    while (at < source.length && source.bytes[at] != '\n')
        at++;
    return at;
}

// Behind the colon of a key, or behind the key when it has none.
static size_t place_colon_of(struct text source, const struct node *node) {
    size_t at = node->key->end;
    while (at < source.length && source.bytes[at] == ' ')
        at++;
    return at < source.length && source.bytes[at] == ':' ? at + 1 : node->key->end;
}

// Whether what stood there was taken out, and something put in elsewhere: [] below its comments.
static bool moved_below(struct text before, struct text after, size_t from, size_t to) {
    struct buffer without = {0};
    buffer_add(&without, (struct text){before.bytes, from});
    buffer_add(&without, (struct text){before.bytes + to, before.length - to});
    struct text rest = buffer_text(&without);
    size_t begin = same_beginning(rest, after);
    bool holds = begin >= from && begins_and_ends(rest, after, begin, rest.length - begin);
    buffer_free(&without);
    return holds;
}

// The stretch of the old source that may have changed.
static void may_change(const struct trial *trial, size_t *from, size_t *to) {
    struct text source = trial->before;
    const struct node *node = trial->node;
    *from = node->start;
    *to = node->end;
    if (trial->operation == SET) {
        *to = end_of_line(source, *to); // a comment stays behind the sign of a block
    } else if (trial->operation == RENAME) {
        *from = node->key->start;
        *to = node->key->end;
    } else if (trial->operation == REMOVE) {
        // Its own lines, and the key or dash of a list or mapping that it leaves empty.
        *from = node->parent->count == 1 && node->parent->key ? node->parent->key->end
                : node->key                                   ? node->key->start
                                                              : node->start;
        *from = start_of_line(source, *from);
        if (!node->key && *from > 0 && node->parent->style == STYLE_BLOCK)
            *from = start_of_line(source, *from - 1); // a dash on a line of its own
        *to = end_of_line(source, node->end) + 1;
        // The next key takes the place behind a dash, when nothing stands above it.
        while (node->next && *to < source.length && source.bytes[*to] == ' ')
            ++*to;
        *from -= *from > 1 ? 2 : *from;
    } else if (trial->operation == ADD && !node->first && !node->key && node->parent) {
        *from = start_of_line(source, node->start);
        *to = end_of_line(source, node->end);
    } else if (trial->operation == ADD && !node->first && node->key) {
        *from = place_colon_of(source, node); // filled
        if (node_absent(node))
            *to = end_of_line(source, *from); // its comment stays behind the sign of a block
    }
}

static void check(uint32_t number, const struct trial *trial) {
    struct text before = trial->before;
    struct text after = trial->edit.source;
    size_t from;
    size_t to;
    const char *problem = tree_holds(&trial->edit.tree);
    if (problem)
        complain(number, trial, problem);
    if (trial->operation == ADD && trial->node->style == STYLE_BLOCK && trial->node->first) {
        size_t begin = same_beginning(before, after);
        if (!begins_and_ends(before, after, begin, before.length - begin))
            complain(number, trial, "an addition took something away");
        return;
    }
    may_change(trial, &from, &to);
    to = to < before.length ? to : before.length;
    if (!begins_and_ends(before, after, from, before.length - to) &&
        !(trial->operation == ADD &&
          moved_below(before, after, from,
                      trial->node->end > from && !node_absent(trial->node) ? to : from)))
        complain(number, trial, "something else was changed");
}

static void test_random_changes(void **state) {
    (void)state;
    uint32_t made = 0;
    uint32_t done[4] = {0};
    uint32_t refused[4] = {0};
    for (uint32_t number = 0; number < CHANGES; number++) {
        struct trial trial;
        if (try_seed(number, &trial)) {
            made++;
            if (trial.outcome == 0) {
                done[trial.operation]++;
                check(number, &trial);
            } else {
                refused[trial.operation]++;
                if (trial.edit.source.bytes != trial.before.bytes || trial.edit.changes != 0)
                    complain(number, &trial, "a refused change changed something");
                if (getenv("REFUSED") && trial.trouble.number == 0)
                    fprintf(stderr, "seed %u refused: %s %s: %s\n", number,
                            operation_names[trial.operation], trial.pointer.bytes,
                            trial.trouble.what);
            }
        }
        trial_end(&trial);
    }
    for (int i = 0; i < 4; i++)
        printf("# %s: %u done, %u refused\n", operation_names[i], done[i], refused[i]);
    printf("# %u plans\n", made);
    assert_true(made > CHANGES * 9 / 10);
}

// ---- for another reader ----

static void print_piece(const struct piece *piece, struct buffer *out) {
    if (piece->kind == NODE_SCALAR) {
        json_add_string(out, piece->text);
        return;
    }
    buffer_add_char(out, piece->kind == NODE_LIST ? '[' : '{');
    for (const struct piece *part = piece->first; part; part = part->next) {
        if (part != piece->first)
            buffer_add_char(out, ',');
        if (piece->kind == NODE_MAPPING) {
            json_add_string(out, part->key);
            buffer_add_char(out, ':');
        }
        print_piece(part, out);
    }
    buffer_add_char(out, piece->kind == NODE_LIST ? ']' : '}');
}

static void print_trial(uint32_t number, const struct trial *trial, struct buffer *out) {
    buffer_format(out,
                  "{\"seed\":%lu,\"op\":\"%s\",\"done\":%s,\"pointer\":", (unsigned long)number,
                  operation_names[trial->operation], trial->outcome == 0 ? "true" : "false");
    json_add_string(out, buffer_text(&trial->pointer));
    json_add_key(out, "before", false);
    json_add_string(out, trial->before);
    json_add_key(out, "after", false);
    json_add_string(out, trial->edit.source);
    json_add_key(out, "value", false);
    if (trial->piece)
        print_piece(trial->piece, out);
    else
        json_add_string(out, buffer_text(&trial->text));
    buffer_add_string(out, "}\n");
}

static int print_all(uint32_t from, uint32_t count) {
    struct buffer out = {0};
    for (uint32_t number = from; number < from + count; number++) {
        struct trial trial;
        buffer_clear(&out);
        if (try_seed(number, &trial))
            print_trial(number, &trial, &out);
        fwrite(out.bytes ? out.bytes : "", 1, out.length, stdout);
        trial_end(&trial);
    }
    buffer_free(&out);
    return 0;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_changes),
    };
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    int outcome =
        argc == 4 && strcmp(argv[1], "--print") == 0
            ? print_all((uint32_t)strtoul(argv[2], NULL, 10), (uint32_t)strtoul(argv[3], NULL, 10))
            : cmocka_run_group_tests_name("edit_random", tests, NULL, NULL);
    buffer_free(&maker.out);
    arena_free(&arena);
    arena_free(&scratch);
    return outcome;
}
