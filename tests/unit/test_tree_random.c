// SPDX-License-Identifier: EUPL-1.2
// Random texts through the reader: made so that it is known what they say, and broken ones of which
// only is known what holds for every tree. The same at every run; a failure tells its seed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/input.h"
#include "lib/yaml/tree.h"
#include "tests/tree_holds.h"

enum { MADE = 3000, BROKEN = 3000, LONGEST_SLICE = 1500, DEEPEST = 5 };

// ---- numbers ----

static uint64_t random_state;

static void seed(uint32_t number) {
    random_state = number * 6364136223846793005U + 1442695040888963407U;
}

static uint32_t below(uint32_t limit) {
    random_state = random_state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(random_state >> 33) % limit;
}

static bool one_in(uint32_t chances) {
    return below(chances) == 0;
}

// ---- texts of which is known what they say ----

// The text under way, and what its scalars say, in order, each ended by a NUL.
struct maker {
    struct buffer source;
    struct buffer said;
    const char *line_end;
};

static void add(struct maker *maker, const char *string) {
    buffer_add_string(&maker->source, string);
}

static void end_line(struct maker *maker) {
    if (one_in(10))
        add(maker, "  # één: [opmerking");
    add(maker, maker->line_end);
    for (; one_in(8);)
        add(maker, maker->line_end);
    if (one_in(15)) {
        add(maker, "# - 'x");
        add(maker, maker->line_end);
    }
}

static void indent(struct maker *maker, int depth) {
    while (depth-- > 0)
        buffer_add_char(&maker->source, ' ');
}

// A word; the same to the source and to what is said.
static void add_word(struct maker *maker) {
    static const char *const letters[] = {"a", "b", "z", "é", "ö", "€", "😀", "3", "x"};
    for (uint32_t length = 1 + below(6); length > 0; length--) {
        const char *letter = letters[below(sizeof letters / sizeof *letters)];
        add(maker, letter);
        buffer_add_string(&maker->said, letter);
    }
}

static void add_words(struct maker *maker, bool more) {
    add_word(maker);
    for (; more && one_in(2);) {
        add(maker, " ");
        buffer_add_char(&maker->said, ' ');
        add_word(maker);
    }
}

static void add_single(struct maker *maker) {
    add(maker, "'");
    for (; !one_in(3);) {
        add(maker, "''# ");
        buffer_add_string(&maker->said, "'# ");
        add_word(maker);
    }
    add(maker, "'");
}

static void add_double(struct maker *maker) {
    static const struct {
        const char *written, *says;
    } escapes[] = {{"\\\"", "\""},     {"\\\\", "\\"}, {"\\u00e9", "é"}, {"\\U0001F600", "😀"},
                   {"\\t\\n", "\t\n"}, {"'", "'"},     {": # ", ": # "}};
    add(maker, "\"");
    for (; !one_in(3);) {
        uint32_t which = below(sizeof escapes / sizeof *escapes);
        add(maker, escapes[which].written);
        buffer_add_string(&maker->said, escapes[which].says);
        add_word(maker);
    }
    add(maker, "\"");
}

// A text in lines: literal as it stands, folded with blanks for the line ends.
static void add_lines(struct maker *maker, int depth) {
    bool folded = one_in(2);
    bool stripped = one_in(2);
    add(maker, folded ? ">" : "|");
    add(maker, stripped ? "-" : "");
    for (uint32_t lines = 1 + below(3); lines > 0; lines--) {
        add(maker, maker->line_end);
        indent(maker, depth + 1);
        add_words(maker, true);
        if (lines > 1)
            buffer_add_char(&maker->said, folded ? ' ' : '\n');
    }
    if (!stripped)
        buffer_add_char(&maker->said, '\n');
    add(maker, maker->line_end);
}

// A scalar that fits on a line; `flow`: inside brackets.
static void add_scalar(struct maker *maker, bool key) {
    switch (below(4)) {
    case 0:
        add_single(maker);
        break;
    case 1:
        add_double(maker);
        break;
    default:
        add_words(maker, !key);
    }
    buffer_add_char(&maker->said, '\0');
}

static void add_flow(struct maker *maker, int depth) {
    bool list = one_in(2);
    add(maker, list ? "[" : "{");
    for (uint32_t count = below(4); count > 0; count--) {
        add(maker, one_in(2) ? " " : "");
        if (!list) {
            add_scalar(maker, true);
            add(maker, ": ");
        }
        if (depth < DEEPEST && one_in(4))
            add_flow(maker, depth + 1);
        else
            add_scalar(maker, false);
        add(maker, one_in(2) ? " ," : ", ");
    }
    add(maker, list ? "]" : "}");
}

static void add_block(struct maker *maker, int depth);

// What stands behind a key or a dash, to the end of its line.
static void add_value(struct maker *maker, int depth) {
    uint32_t which = below(depth < DEEPEST ? 8 : 6);
    if (which > 5) {
        end_line(maker);
        add_block(maker, depth + 1);
        return;
    }
    if (which == 5) {
        add(maker, " ");
        add_lines(maker, depth);
        buffer_add_char(&maker->said, '\0');
        return;
    }
    if (which == 4) {
        buffer_add_char(&maker->said, '\0'); // a value that is missing
    } else {
        add(maker, " ");
        if (which == 3)
            add_flow(maker, depth);
        else
            add_scalar(maker, false);
    }
    end_line(maker);
}

static void add_block(struct maker *maker, int depth) {
    bool list = one_in(2);
    for (uint32_t count = 1 + below(4); count > 0; count--) {
        indent(maker, depth);
        if (list) {
            add(maker, "-");
        } else {
            add_scalar(maker, true);
            add(maker, ":");
        }
        add_value(maker, depth);
    }
}

static void make(struct maker *maker) {
    maker->line_end = one_in(4) ? "\r\n" : "\n";
    buffer_clear(&maker->source);
    buffer_clear(&maker->said);
    if (one_in(4))
        add(maker, "\xEF\xBB\xBF");
    if (one_in(8)) {
        add(maker, "---");
        end_line(maker);
    }
    add_block(maker, 0);
    if (one_in(8))
        add(maker, "...");
}

// ---- what they are held against ----

static struct arena arena;
static struct arena scratch;
static struct tree tree;

static int enter(void **state) {
    (void)state;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    return 0;
}

static int leave(void **state) {
    (void)state;
    arena_free(&arena);
    arena_free(&scratch);
    return 0;
}

static void show(uint32_t number, struct text source, const char *problem) {
    print_message("----\n%.*s\n----\n", (int)source.length, source.bytes);
    fail_msg("seed %u: %s", (unsigned)number, problem);
}

static void read_random(uint32_t number, struct text source) {
    if (tree_read(source, false, &arena, &scratch, &tree) != 0)
        show(number, source, "memory ran out");
    const char *problem = tree_holds(&tree);
    if (problem)
        show(number, source, problem);
}

// Writes down what the scalars of a tree say, in order.
static void collect(const struct node *node, struct buffer *said) {
    if (node->key)
        collect(node->key, said);
    if (node->kind == NODE_SCALAR) {
        buffer_add(said, node->text);
        buffer_add_char(said, '\0');
    }
    for (const struct node *child = node->first; child; child = child->next)
        collect(child, said);
}

static void test_what_was_made(void **state) {
    (void)state;
    struct maker maker = {.line_end = "\n"};
    struct buffer said = {0};
    for (uint32_t number = 0; number < MADE; number++) {
        seed(number);
        make(&maker);
        struct text source = buffer_text(&maker.source);
        read_random(number, source);
        if (tree.fault_count)
            show(number, source, "a fault is told of what is fine");
        buffer_clear(&said);
        collect(tree.root, &said);
        if (!text_equal(buffer_text(&said), buffer_text(&maker.said)))
            show(number, source, "it does not say what was written");
        arena_reset(&arena);
    }
    buffer_free(&said);
    buffer_free(&maker.source);
    buffer_free(&maker.said);
}

// ---- broken texts ----

enum { MOST_EXAMPLES = 40 };
static struct text examples[MOST_EXAMPLES];
static uint32_t example_count;

static void read_examples(const char *folder, struct arena *into) {
    DIR *names = opendir(folder);
    if (!names)
        fail_msg("%s is not there; run this in the root of the project", folder);
    for (struct dirent *entry; (entry = readdir(names)) && example_count < MOST_EXAMPLES;) {
        struct buffer path = {0};
        bool too_large;
        buffer_format(&path, "%s/%s", folder, entry->d_name);
        buffer_add_char(&path, '\0');
        if (strstr(entry->d_name, ".yaml"))
            assert_int_equal(input_read(path.bytes, TREE_LARGEST, into, &examples[example_count++],
                                        &too_large, NULL),
                             0);
        buffer_free(&path);
    }
    closedir(names);
}

// Signs that mean something in YAML, or that may not be there.
static const char *const signs[] = {":",
                                    "- ",
                                    "? ",
                                    "[",
                                    "]",
                                    "{",
                                    "}",
                                    ",",
                                    "#",
                                    "&a ",
                                    "*a ",
                                    "!",
                                    "|\n",
                                    ">\n",
                                    "'",
                                    "\"",
                                    "%",
                                    "\n",
                                    "\r\n",
                                    "\r",
                                    "\t",
                                    " ",
                                    "  ",
                                    "é",
                                    "€",
                                    "\xC3",
                                    "\x80",
                                    "\\",
                                    "\x07",
                                    "😀",
                                    "\xE2\x80",
                                    "---\n",
                                    "...\n",
                                    "<<: ",
                                    "\"\\x07\"",
                                    "\xEF\xBB\xBF",
                                    "\xE2\x80\xA8",
                                    ": ",
                                    "\n\n",
                                    "~",
                                    "@",
                                    "`",
                                    "\\u00e9"};

static void add_slice(struct buffer *source) {
    struct text example = examples[below(example_count)];
    uint32_t length = 1 + below(LONGEST_SLICE);
    uint32_t start = below((uint32_t)example.length);
    if (length > example.length - start)
        length = (uint32_t)example.length - start;
    buffer_add(source, (struct text){example.bytes + start, length});
}

static void break_text(struct buffer *source, struct buffer *spare) {
    buffer_clear(source);
    add_slice(source);
    for (uint32_t times = below(8); times > 0; times--) {
        struct text text = buffer_text(source);
        uint32_t at = below((uint32_t)text.length + 1);
        uint32_t without = one_in(2) ? below(20) : 0;
        if (without > text.length - at)
            without = (uint32_t)text.length - at;
        buffer_clear(spare);
        buffer_add(spare, (struct text){text.bytes, at});
        if (one_in(10))
            buffer_add_char(spare, (char)below(256));
        else if (!one_in(10))
            buffer_add_string(spare, signs[below(sizeof signs / sizeof *signs)]);
        else
            add_slice(spare);
        buffer_add(spare, (struct text){text.bytes + at + without, text.length - at - without});
        struct buffer swap = *source;
        *source = *spare;
        *spare = swap;
    }
}

static void test_what_was_broken(void **state) {
    (void)state;
    struct arena examples_arena;
    struct buffer source = {0};
    struct buffer spare = {0};
    arena_init(&examples_arena, 0);
    read_examples("examples", &examples_arena);
    read_examples("examples/beginner", &examples_arena);
    for (uint32_t number = 0; number < BROKEN; number++) {
        seed(number);
        break_text(&source, &spare);
        read_random(number, buffer_text(&source));
        arena_reset(&arena);
    }
    for (uint32_t i = 0; i < example_count; i++)
        read_random(i, examples[i]);
    buffer_free(&source);
    buffer_free(&spare);
    arena_free(&examples_arena);
}

// Nothing but signs: many more of these have something to do with each other.
static void test_signs(void **state) {
    (void)state;
    struct buffer source = {0};
    for (uint32_t number = 0; number < BROKEN; number++) {
        seed(number);
        buffer_clear(&source);
        for (uint32_t count = below(40); count > 0; count--)
            buffer_add_string(&source,
                              one_in(2) ? "a" : signs[below(sizeof signs / sizeof *signs)]);
        read_random(number, buffer_text(&source));
        arena_reset(&arena);
    }
    buffer_free(&source);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_was_made, enter, leave),
        cmocka_unit_test_setup_teardown(test_what_was_broken, enter, leave),
        cmocka_unit_test_setup_teardown(test_signs, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
