// SPDX-License-Identifier: EUPL-1.2
// Tests of writing texts as YAML: they read back as they were.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/yaml/emit.h"
#include "tests/unit/making.h"

// ---- texts ----

static void try_text(const char *text) {
    static const char *const paths[] = {"huishouden.naam=",
                                        "huishouden.leden.0.naam=",
                                        "aanleiding.citaat=",
                                        "gewenst_resultaat=",
                                        "doelen.0.doel=",
                                        "doelen.0.acties.0.wat=",
                                        "netwerk.0.naam=",
                                        "nummer=",
                                        "veiligheidsplan.complicerende_factoren.0="};
    enum { PATHS = sizeof paths / sizeof *paths };
    struct made made;
    char operands[PATHS][512];
    made_begin(&made);
    for (int i = 0; i < PATHS; i++) {
        snprintf(operands[i], sizeof operands[i], "%s%s", paths[i], text);
        assert_int_equal(give(&made, operands[i], NULL), 0);
    }
    assert_int_equal(give(&made, "huishouden.leden.0.rol=kind", NULL), 0);
    assert_int_equal(give(&made, "doelen.0.id=d1", NULL), 0);
    write_plan(&made);
    assert_proof(&made);
    made_end(&made);
}

static void test_texts_stay_as_they_are(void **state) {
    static const char *const texts[] = {
        "x",
        "nee",
        "null",
        "~",
        "true",
        "12",
        "08",
        "2026-03-12",
        "- een",
        "-een",
        "? wat",
        ": x",
        "a: b",
        "a:",
        "a:b",
        "a #b",
        "a#b",
        "#a",
        "[a]",
        "{a}",
        "&a",
        "*a",
        "!a",
        "|a",
        ">a",
        "'a'",
        "\"a\"",
        "%a",
        "@a",
        "`a",
        "=",
        "a, b",
        "hij zei: \"nee\"",
        "pad\\naam",
        "'t is \"zo\"",
        "...",
        "--- x",
        "een\ntwee",
        "een\n\ntwee\n",
        "  voor",
        "na  ",
        "\tvoor",
        "een\n  twee",
        "een\r\ntwee",
        "\n",
        " ",
        "😀 en é",
        "Een heel lange tekst die niet op een regel past en daarom onder de sleutel komt te staan, "
        "met een # en een : erin - en verder.",
        "Een heel lange tekst  met dubbele spaties die zo moeten blijven staan, hoe lang de regel "
        "er ook van wordt, tot het einde."};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        try_text(texts[i]);
}

// Texts of odd characters, behind a key and a dash, also after taking away a #.
static void test_odd_texts(void **state) {
    static const char odd[] = "ab  -?:,[]{}#&*!|>'\"%@`\\\n\n\t~.=0\xC3";
    struct arena arena;
    struct arena scratch;
    struct buffer plan = {0};
    struct tree tree;
    uint32_t seed = 1;
    (void)state;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    for (int round = 0; round < 20000; round++) {
        char text[160];
        size_t length = 0;
        seed = seed * 1664525U + 1013904223U;
        size_t wanted = (seed >> 16) % (round % 4 ? 12 : 120) + 1;
        while (length < wanted) {
            seed = seed * 1664525U + 1013904223U;
            text[length++] = odd[(seed >> 16) % (sizeof odd - 1)];
            if (text[length - 1] == '\xC3')
                text[length++] = '\xA9';
        }
        struct text given = {text, length};
        struct emit_place place = {.margin = "    ", .column = 5, .bare = round % 2 == 0};
        buffer_clear(&plan);
        buffer_add_string(&plan, "a:\n  b:");
        emit_scalar(&plan, given, &place);
        buffer_add_string(&plan, "\n  c:\n    -");
        emit_scalar(&plan, given,
                    &(struct emit_place){.margin = "      ", .column = 5, .quoted = true});
        buffer_add_string(&plan, "\nd: e\n");
        arena_reset(&arena);
        assert_int_equal(tree_read(buffer_text(&plan), false, &arena, &scratch, &tree), 0);
        const struct node *a = node_child(tree.root, "a");
        if (tree.fault_count > 0 || !text_equal(node_child(a, "b")->text, given) ||
            !text_equal(node_child(a, "c")->first->text, given) || !node_child(tree.root, "d"))
            fail_msg("does not read back:\n%.*s", (int)plan.length, plan.bytes);
    }
    buffer_free(&plan);
    arena_free(&arena);
    arena_free(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_stay_as_they_are),
        cmocka_unit_test(test_odd_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
