// SPDX-License-Identifier: EUPL-1.2
// Tests of surgical edits: what becomes of the bytes, case by case.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include "lib/schema/order.h"
#include "lib/yaml/edit.h"

static struct arena arena;
static struct arena scratch;

static int enter(void **state) {
    (void)state;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    return 0;
}

static int leave(void **state) {
    (void)state;
    arena_fail_at(0);
    arena_free(&arena);
    arena_free(&scratch);
    return 0;
}

// ---- one case ----

struct edit_case {
    const char *operation; // add, set, rename, remove
    const char *pointer;
    const char *value; // as YAML for add; the text or the new key for set and rename
    const char *before;
    const char *after; // NULL: refused
};

static struct piece *piece_of(const struct node *node) {
    if (node->kind == NODE_SCALAR)
        return piece_scalar(&arena, node->text);
    bool list = node->kind == NODE_LIST;
    struct piece *piece = list ? piece_list(&arena) : piece_mapping(&arena);
    for (const struct node *child = node->first; child; child = child->next)
        piece_add(piece,
                  list ? NULL : arena_copy(&arena, child->key->text.bytes, child->key->text.length),
                  piece_of(child));
    return piece;
}

static int run(struct edit *edit, const struct edit_case *one, struct trouble *trouble) {
    struct tree value;
    if (strcmp(one->operation, "set") == 0)
        return edit_set(edit, one->pointer, text_of(one->value), trouble);
    if (strcmp(one->operation, "rename") == 0)
        return edit_rename(edit, one->pointer, text_of(one->value), trouble);
    if (strcmp(one->operation, "remove") == 0)
        return edit_remove(edit, one->pointer, trouble);
    assert_int_equal(tree_read(text_of(one->value), false, &arena, &scratch, &value), 0);
    assert_int_equal(value.fault_count, 0);
    return edit_add(edit, one->pointer, piece_of(value.root), trouble);
}

static void try_case(const struct edit_case *one) {
    struct edit edit;
    struct trouble trouble = {0};
    assert_int_equal(edit_begin(&edit, text_of(one->before), schema_order(schema_plan), &arena,
                                &scratch, &trouble),
                     0);
    int outcome = run(&edit, one, &trouble);
    if (outcome != 0 && one->after)
        fail_msg("%s %s: refused: %s\n%s", one->operation, one->pointer, trouble.what, one->before);
    if (outcome == 0 && !one->after)
        fail_msg("%s %s: not refused, but made\n%.*s", one->operation, one->pointer,
                 (int)edit.source.length, edit.source.bytes);
    const char *expected = one->after ? one->after : one->before;
    if (!text_is(edit.source, expected))
        fail_msg("%s %s: expected\n%s----\nbut it is\n%.*s----", one->operation, one->pointer,
                 expected, (int)edit.source.length, edit.source.bytes);
    assert_int_equal(edit.changes, outcome == 0 && strcmp(one->before, expected) != 0);
    if (!one->after)
        assert_non_null(trouble.what);
    arena_reset(&arena);
}

static void try_cases(const struct edit_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        try_case(&cases[i]);
}

#define TRY_CASES(cases) try_cases(cases, sizeof(cases) / sizeof *(cases))

// ---- lists ----

static void test_add_to_lists(void **state) {
    static const struct edit_case cases[] = {
        {"add", "/l/-", "b", "l:\n  - a\nm: 1\n", "l:\n  - a\n  - b\nm: 1\n"},
        {"add", "/l/-", "b", "l:\n- a # één\nm: 1\n", "l:\n- a # één\n- b\nm: 1\n"},
        {"add", "/l/-", "b", "l:\n    -   a\n", "l:\n    -   a\n    - b\n"},
        {"add", "/l/-", "{id: b, c: x}", "l:\n  -   id: a\n",
         "l:\n  -   id: a\n  -   id: b\n      c: x\n"},
        {"add", "/l/-", "b", "l: [a, c]\n", "l: [a, c, b]\n"},
        {"add", "/l/-", "b", "l: [a, c,] # x\n", "l: [a, c, b,] # x\n"},
        {"add", "/l/-", "b", "l: [\n  a, # een\n  c # twee\n]\n",
         "l: [\n  a, # een\n  c, # twee\n  b\n]\n"},
        {"add", "/l/-", "b", "l: [\n  a,\n]\n", "l: [\n  a,\n  b,\n]\n"},
        {"add", "/l/-", "'a, b'", "l: [a]\n", "l: [a, \"a, b\"]\n"},
        {"add", "/l/-", "{id: b}", "l:\n  - {id: a}\n", "l:\n  - {id: a}\n  - {id: b}\n"},
        // Empty, missing, without a value, behind a #.
        {"add", "/l/-", "b", "l: []\n", "l: [b]\n"},
        {"add", "/l/-", "{id: b}", "l: [] # nog niets\nm: 1\n",
         "l: # nog niets\n  - id: b\nm: 1\n"},
        {"add", "/l/-", "{id: b}", "k:\n- a\nl: []\n", "k:\n- a\nl:\n- id: b\n"},
        {"add", "/l/-", "{id: b}", "l:\nm: 1\n", "l:\n  - id: b\nm: 1\n"},
        {"add", "/l/-", "{id: b}", "l:\n  # - id: a\n  #   n: 1\nm: 1\n",
         "l:\n  # - id: a\n  #   n: 1\n  - id: b\nm: 1\n"},
        {"add", "/l/-", "{id: b}", "m: 1\n", "m: 1\n\nl:\n  - id: b\n"},
        {"add", "/l/-", "b", "x: {l: []}\nl: [ ]\n", "x: {l: []}\nl: [b]\n"},
        {"add", "/x/l/-", "b", "x: {l: [], m: }\n", "x: {l: [b], m: }\n"},
        {"add", "/x/m/-", "b", "x: {l: [], m: }\n", "x: {l: [], m: [b] }\n"},
        {"add", "/x/l/-", "b", "x: {l, m: 1}\n", "x: {l: [b], m: 1}\n"},
        // Comments that belong to the item before, and those that belong to what follows.
        {"add", "/l/-", "b", "l:\n  - a: 1\n    # b: 2\n  # nog een\n# over m\nm: 1\n",
         "l:\n  - a: 1\n    # b: 2\n  # nog een\n  - b\n# over m\nm: 1\n"},
        {"add", "/l/-", "b", "l:\n- a\n# over m\nm: 1\n", "l:\n- a\n- b\n# over m\nm: 1\n"},
        // Blank lines as between the others.
        {"add", "/l/-", "{id: c}", "l:\n  - id: a\n\n  - id: b\n\nm: 1\n",
         "l:\n  - id: a\n\n  - id: b\n\n  - id: c\n\nm: 1\n"},
        // Blocks as neighbours.
        {"add", "/l/-", "b", "l:\n  - |-\n    x\n\n\nm: 1\n",
         "l:\n  - |-\n    x\n  - b\n\n\nm: 1\n"},
        {"add", "/l/-", "b", "l:\n  - |\n    x\n\nm: 1\n", "l:\n  - |\n    x\n  - b\n\nm: 1\n"},
        {"add", "/l/-", "b", "l:\n  - |+\n    x\n\nm: 1\n", "l:\n  - |+\n    x\n\n  - b\nm: 1\n"},
        {"add", "/l/-", "b", "l:\n  - >2\n      x\n\nm: 1\n",
         "l:\n  - >2\n      x\n  - b\n\nm: 1\n"},
        {"add", "/l/-", "b", "l:\n  - |\n    x", NULL},
        {"add", "/l/-", "b", "l:\n  - |-\n    x", "l:\n  - |-\n    x\n  - b"},
        // Not a list, or not there.
        {"add", "/l/-", "b", "l: geen\n", NULL},
        {"add", "/l/-", "b", "l: {a: 1}\n", NULL},
        {"add", "/l/1", "b", "l: [a]\n", NULL},
        {"add", "/l/0", "b", "l: [a]\n", NULL},
        {"add", "/l/0/x", "b", "l: [a]\n", NULL},
        {"add", "", "b", "l: [a]\n", NULL},
        {"add", "l", "b", "l: [a]\n", NULL},
    };
    (void)state;
    TRY_CASES(cases);
}

// ---- keys ----

static void test_add_keys(void **state) {
    static const struct edit_case cases[] = {
        {"add", "/intake/datum", "2026-03-12", "intake:\n  hulpvraag: x\n",
         "intake:\n  datum: 2026-03-12\n  hulpvraag: x\n"},
        {"add", "/intake/hulpvraag", "2026-03-12", "intake:\n  datum: 2026-03-12 # toen\n",
         "intake:\n  datum: 2026-03-12 # toen\n  hulpvraag: \"2026-03-12\"\n"},
        {"add", "/intake/datum", "2026-03-12", "intake:\n  ## De vraag.\n  hulpvraag: x\n",
         "intake:\n  datum: 2026-03-12\n  ## De vraag.\n  hulpvraag: x\n"},
        {"add", "/intake/datum", "2026-03-12", "intake: {hulpvraag: x}\n",
         "intake: {datum: 2026-03-12, hulpvraag: x}\n"},
        {"add", "/intake/eigen_plan", "ja", "intake: {hulpvraag: x}\n",
         "intake: {hulpvraag: x, eigen_plan: ja}\n"},
        {"add", "/huishouden/leden/0/id", "a", "huishouden:\n  leden:\n    - naam: A\n",
         "huishouden:\n  leden:\n    - id: a\n      naam: A\n"},
        {"add", "/huishouden/leden/0/rol", "kind",
         "huishouden:\n  leden:\n    - naam: A\n      woont: x\n",
         "huishouden:\n  leden:\n    - naam: A\n      rol: kind\n      woont: x\n"},
        {"add", "/doelen/0/x", "nee", "doelen:\n  - id: a\n", "doelen:\n  - id: a\n    x: nee\n"},
        {"add", "/intake", "{datum: 2026-03-12}", "g1p: 1\nintake: {}\n",
         "g1p: 1\nintake:\n  datum: 2026-03-12\n"},
        {"add", "/intake/datum", "2026-03-12", "intake: {} # leeg\nx: 1",
         "intake: # leeg\n  datum: 2026-03-12\nx: 1"},
        {"add", "/intake/datum", "2026-03-12", "intake:\n  datum:  # wanneer?\n",
         "intake:\n  datum: 2026-03-12  # wanneer?\n"},
        {"add", "/intake/datum", "2026-03-12", "intake:\n  datum: 2026-03-11\n", NULL},
        {"add", "/intake/datum", "2026-03-12", "intake: nee\n", NULL},
        {"add", "/intake/x", "a", "intake: {a: 1}\nintake: {b: 1}\n", NULL},
        {"add", "/a~1b", "c", "x: 1\n", "x: 1\na/b: c\n"},
        {"add", "/nee", "c", "x: 1\n", "x: 1\nnee: c\n"},
        {"add", "/no", "c", "x: 1\n", "x: 1\n\"no\": c\n"},
    };
    (void)state;
    TRY_CASES(cases);
}

// A section that is not there yet comes in its place in the order of the format, beyond what stands
// there behind a #, and not between a hint and its field.
static void test_add_sections(void **state) {
    static const struct edit_case cases[] = {
        {"add", "/veiligheidsplan", "{opgesteld: 2026-03-12}",
         "g1p: 1\nsoort: plan\n\ndoelen:\n  - id: a\n\noverleggen:\n  - datum: 2026-03-12\n",
         "g1p: 1\nsoort: plan\n\ndoelen:\n  - id: a\n\nveiligheidsplan:\n  opgesteld: "
         "2026-03-12\n\n"
         "overleggen:\n  - datum: 2026-03-12\n"},
        {"add", "/veiligheidsplan", "{opgesteld: 2026-03-12}",
         "g1p: 1\n\n## De doelen.\n# doelen:\n#   - id: a\n\n## Het veiligheidsplan.\n# "
         "veiligheidsplan:\n"
         "#   ## Wanneer.\n#   opgesteld: 2026-01-01\n\n## De overleggen.\n# overleggen:\n#   - "
         "datum: x\n",
         "g1p: 1\n\n## De doelen.\n# doelen:\n#   - id: a\n\n## Het veiligheidsplan.\n# "
         "veiligheidsplan:\n"
         "#   ## Wanneer.\n#   opgesteld: 2026-01-01\n\nveiligheidsplan:\n  opgesteld: "
         "2026-03-12\n\n"
         "## De overleggen.\n# overleggen:\n#   - datum: x\n"},
        {"add", "/intake/uitleg_gegeven", "2026-03-12",
         "intake:\n  hulpvraag: x\n  ## Eigen plan.\n  # eigen_plan: x\n  ## Folder.\n  # "
         "folder_gegeven: x\n",
         "intake:\n  hulpvraag: x\n  ## Eigen plan.\n  # eigen_plan: x\n  uitleg_gegeven: "
         "2026-03-12\n"
         "  ## Folder.\n  # folder_gegeven: x\n"},
        {"add", "/nummer", "12", "g1p: 1\nsoort: plan\n# over de fase\nfase: intake\n",
         "g1p: 1\nsoort: plan\nnummer: \"12\"\n# over de fase\nfase: intake\n"},
        {"add", "/veiligheidsplan/afspraken/-/wat", "x", "g1p: 1",
         "g1p: 1\n\nveiligheidsplan:\n  afspraken:\n    - wat: x"},
    };
    (void)state;
    TRY_CASES(cases);
}

// ---- what a file has of its own ----

static void test_lines_and_marks(void **state) {
    static const struct edit_case cases[] = {
        {"add", "/l/-", "\"a\\nb\"", "l:\r\n  - x\r\nm: 1\r\n",
         "l:\r\n  - x\r\n  - |-\r\n    a\r\n    b\r\nm: 1\r\n"},
        {"add", "/l/-", "b", "l:\r\n  - x", "l:\r\n  - x\r\n  - b"},
        {"add", "/l/-", "b", "\xEF\xBB\xBFl:\n- x", "\xEF\xBB\xBFl:\n- x\n- b"},
        {"add", "/g1p", "1", "\xEF\xBB\xBFsoort: plan\n", "\xEF\xBB\xBFg1p: 1\nsoort: plan\n"},
        {"add", "/m", "2", "---\nl: 1\n...\n", "---\nl: 1\nm: \"2\"\n...\n"},
        {"set", "/l", "b", "\xEF\xBB\xBFl: a", "\xEF\xBB\xBFl: b"},
        {"remove", "/m", NULL, "l: 1\nm: 2", "l: 1"},
        {"remove", "/m", NULL, "l: 1\r\nm: 2\r\n", "l: 1\r\n"},
    };
    (void)state;
    TRY_CASES(cases);
}

// ---- scalars ----

static void test_set(void **state) {
    static const struct edit_case cases[] = {
        {"set", "/a", "x", "a: y # c\n", "a: x # c\n"},
        {"set", "/a", "y", "a:   'y'\n", "a:   'y'\n"},
        {"set", "/a", "x", "a: 'y'\n", "a: 'x'\n"},
        {"set", "/a", "it's", "a: 'y'\n", "a: 'it''s'\n"},
        {"set", "/a", "x", "a: \"y\"\n", "a: \"x\"\n"},
        {"set", "/a", "a\nb", "a: 'y'\n", "a: |-\n  a\n  b\n"},
        {"set", "/a", "x", "a: |-\n   y\n   z\n\nb: 1\n", "a: |-\n   x\n\nb: 1\n"},
        {"set", "/a", "x\n", "a: | # c\n   y\nb: 1\n", "a: | # c\n   x\nb: 1\n"},
        {"set", "/a", "- x", "a: >-\n   y\nb: 1\n", "a: >-\n   - x\nb: 1\n"},
        {"set", "/a", "", "a: >- # c\n   y\nb: 1\n", "a: \"\" # c\nb: 1\n"},
        {"set", "/a", "a\nb", "a: y # c\nb: 1\n", "a: |- # c\n  a\n  b\nb: 1\n"},
        {"set", "/a", "a\nb", "a:\nb: 1\n", "a: |-\n  a\n  b\nb: 1\n"},
        {"set", "/l/1", "", "l:\n  - a\n  - b\n", "l:\n  - a\n  - \"\"\n"},
        {"set", "/l/1", "a: b", "l: [a, b]\n", "l: [a, \"a: b\"]\n"},
        {"set", "/l/1", "a\nb", "l: [a, b]\n", "l: [a, \"a\\nb\"]\n"},
        {"set", "/a", "x", "a: een zin\n  die doorgaat # c\n", "a: x # c\n"},
        {"set", "/a", "a\nb\n", "a: |-\n  x", "a: \"a\\nb\\n\""},
        {"set", "/nummer", "2025", "nummer: a\n", "nummer: \"2025\"\n"},
        {"set", "/opgesteld", "2026-03-12", "opgesteld: a\n", "opgesteld: 2026-03-12\n"},
        {"set", "/a", "x", "a: [b]\n", NULL},
        {"set", "/b", "x", "a: b\n", NULL},
        {"set", "/a", "\x01", "a: b\n", NULL},
        {"set", "/a", "\xFF", "a: b\n", NULL},
    };
    (void)state;
    TRY_CASES(cases);
}

static void test_rename(void **state) {
    static const struct edit_case cases[] = {
        {"rename", "/fse", "fase", "fse: x # c\n", "fase: x # c\n"},
        {"rename", "/l/0/a", "b", "l: [{a: 1, c: 2}]\n", "l: [{b: 1, c: 2}]\n"},
        {"rename", "/l/0/a", "b", "l:\n  - 'a':\n      - x\n", "l:\n  - b:\n      - x\n"},
        {"rename", "/a", "b", "a: |\n  x\n", "b: |\n  x\n"},
        {"rename", "/a", "b", "a: 1\nb: 2\n", NULL},
        {"rename", "/l/0", "b", "l: [1]\n", NULL},
        {"rename", "/x", "b", "l: [1]\n", NULL},
    };
    (void)state;
    TRY_CASES(cases);
}

static void test_remove(void **state) {
    static const struct edit_case cases[] = {
        {"remove", "/l/0", NULL, "l:\n  # over a\n  - a # c\n  - b\n", "l:\n  # over a\n  - b\n"},
        {"remove", "/l/1", NULL, "l:\n  - a\n  - b\n    c\n# d\n", "l:\n  - a\n# d\n"},
        {"remove", "/l/0", NULL, "l:\n  - a\nm: 1\n", "l: []\nm: 1\n"},
        {"remove", "/l/0", NULL, "l: # c\n  # d\n  - a\nm: 1\n", "l: [] # c\n  # d\nm: 1\n"},
        {"remove", "/l/0/a", NULL, "l:\n  - a: 1\n    b: 2\n", "l:\n  - b: 2\n"},
        {"remove", "/l/0/a", NULL, "l:\n  - a: 1\n    # over b\n    b: 2\n",
         "l:\n  -\n    # over b\n    b: 2\n"},
        {"remove", "/l/0/a", NULL, "l:\n  - a: 1\n", "l:\n  - {}\n"},
        {"remove", "/a", NULL, "a: 1\n", "{}\n"},
        {"remove", "/m/a", NULL, "m:\n  a:\n    - x\n    - y\nn: 1\n", "m: {}\nn: 1\n"},
        {"remove", "/l/0", NULL, "l: [a, b]\n", "l: [b]\n"},
        {"remove", "/l/1", NULL, "l: [a, b]\n", "l: [a]\n"},
        {"remove", "/l/0", NULL, "l: [ a ] # c\n", "l: [] # c\n"},
        {"remove", "/l/1", NULL, "l: [\n  a, # een\n  b, # twee\n  c\n]\n",
         "l: [\n  a, # een\n  c\n]\n"},
        {"remove", "/m/a", NULL, "m: {a: 1, b: [x, y]}\n", "m: {b: [x, y]}\n"},
        {"remove", "/m/b", NULL, "m: {a: 1, b: [x, y]}\n", "m: {a: 1}\n"},
        {"remove", "/l/1", NULL, "l:\n  - a\n  -\n  - c\n", "l:\n  - a\n  - c\n"},
        {"remove", "/t", NULL, "t: |\n  x\n\n  y\n\nm: 1\n", "\nm: 1\n"},
        // The blank line would become part of the text above it.
        {"remove", "/t", NULL, "s: |+\n  x\nt: 1\n\nm: 1\n", NULL},
        {"remove", "", NULL, "a: 1\n", NULL},
        {"remove", "/b", NULL, "a: 1\n", NULL},
    };
    (void)state;
    TRY_CASES(cases);
}

// ---- troubles ----

static void test_begin_refuses(void **state) {
    static const char *const broken[] = {"a: [", "a: *b\n",   "a: 1\n---\nb: 1\n",
                                         "",     "a: \x01\n", "a: !x y\n"};
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct edit edit;
        struct trouble trouble = {0};
        assert_int_equal(edit_begin(&edit, text_of(broken[i]), (struct edit_order){0}, &arena,
                                    &scratch, &trouble),
                         -1);
        assert_non_null(trouble.what);
        assert_int_equal(trouble.number, 0);
    }
}

// Wherever memory runs out: it is told, and the source is what it was.
static void test_memory_runs_out(void **state) {
    static const struct edit_case cases[] = {
        {"add", "/veiligheidsplan/afspraken/-", "{id: a, wie: [b, c], wat: \"x\\ny\"}", "g1p: 1\n",
         ""},
        {"set", "/g1p", "2", "g1p: 1\n", ""},
        {"rename", "/g1p", "x", "g1p: 1\n", ""},
        {"remove", "/g1p", NULL, "g1p: 1\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsigned long nth = 1;
        for (int outcome = -1; outcome != 0; nth++) {
            struct edit edit;
            struct trouble trouble = {0};
            arena_fail_at(nth);
            outcome = edit_begin(&edit, text_of(cases[i].before), schema_order(schema_plan), &arena,
                                 &scratch, &trouble);
            bool begun = outcome == 0;
            if (begun && strcmp(cases[i].operation, "add") == 0) {
                struct piece *list = piece_list(&arena);
                piece_add(list, NULL, piece_scalar(&arena, TEXT("b")));
                struct piece *piece = piece_mapping(&arena);
                piece_say(piece, "id", TEXT("a"), &arena);
                piece_add(piece, "wie", list);
                outcome = edit_add(&edit, cases[i].pointer, piece, &trouble);
            } else if (begun) {
                outcome = run(&edit, &cases[i], &trouble);
            }
            arena_fail_at(0);
            if (outcome != 0) {
                assert_int_equal(trouble.number, ENOMEM);
                assert_true(!begun || text_is(edit.source, cases[i].before));
            }
            arena_reset(&arena);
            assert_true(nth < 200);
        }
        assert_true(nth > 3);
    }
}

// Several changes after each other, each on what the one before made.
static void test_one_after_another(void **state) {
    struct edit edit;
    struct trouble trouble;
    (void)state;
    assert_int_equal(edit_begin(&edit, TEXT("g1p: 1\nfase: x\n"), schema_order(schema_plan), &arena,
                                &scratch, &trouble),
                     0);
    assert_int_equal(edit_set(&edit, "/fase", TEXT("intake"), &trouble), 0);
    assert_int_equal(edit_add(&edit, "/doelen/-/id", piece_scalar(&arena, TEXT("a")), &trouble), 0);
    assert_int_equal(edit_add(&edit, "/doelen/-/id", piece_scalar(&arena, TEXT("b")), &trouble), 0);
    assert_int_equal(edit_remove(&edit, "/doelen/0", &trouble), 0);
    assert_int_equal(edit_remove(&edit, "/doelen/5", &trouble), -1);
    assert_int_equal(edit_set(&edit, "/fase", TEXT("intake"), &trouble), 0);
    assert_int_equal(edit.changes, 4);
    assert_true(text_is(edit.source, "g1p: 1\nfase: intake\n\ndoelen:\n  - id: b\n"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_add_to_lists, enter, leave),
        cmocka_unit_test_setup_teardown(test_add_keys, enter, leave),
        cmocka_unit_test_setup_teardown(test_add_sections, enter, leave),
        cmocka_unit_test_setup_teardown(test_lines_and_marks, enter, leave),
        cmocka_unit_test_setup_teardown(test_set, enter, leave),
        cmocka_unit_test_setup_teardown(test_rename, enter, leave),
        cmocka_unit_test_setup_teardown(test_remove, enter, leave),
        cmocka_unit_test_setup_teardown(test_begin_refuses, enter, leave),
        cmocka_unit_test_setup_teardown(test_memory_runs_out, enter, leave),
        cmocka_unit_test_setup_teardown(test_one_after_another, enter, leave),
    };
    return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
