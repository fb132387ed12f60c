// SPDX-License-Identifier: EUPL-1.2
// Tests of the network map: who stands in it, that no two boxes touch, and what Graphviz may say.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/render/graphviz.h"
#include "lib/render/netwerkkaart.h"
#include "tests/unit/checking.h"

static struct checking checking;
static struct netwerkkaart kaart;
static struct buffer text;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    buffer_free(&text);
    return 0;
}

static bool read_map(const char *plan) {
    assert_int_equal(checking_plan(&checking, "voortgang", plan), 0);
    return netwerkkaart_read(&checking.result.plan, checking.options.today, &kaart);
}

// Reads a household with so many friends and professionals.
static bool read_many(int friends, int workers, const char *name) {
    buffer_clear(&text);
    buffer_add_string(&text,
                      "huishouden: {naam: Familie X, leden: [{id: a, naam: A, rol: moeder}]}\n"
                      "netwerk:\n");
    for (int i = 0; i < friends; i++)
        buffer_format(&text, "  - {id: n%d, naam: '%s', relatie: buur, steun: [praktisch]}\n", i,
                      name);
    buffer_add_string(&text, "professionals:\n");
    for (int i = 0; i < workers; i++)
        buffer_format(&text, "  - {id: p%d, naam: '%s', organisatie: W, functie: F}\n", i, name);
    buffer_add_char(&text, '\0');
    return read_map(text.bytes);
}

static bool touches(const struct netwerkpunt *a, int x, int y, int width, int height) {
    return abs(a->x - x) * 2 < a->width + width && abs(a->y - y) * 2 < a->height + height;
}

static void check_clear(void) {
    for (size_t i = 0; i < kaart.count; i++) {
        const struct netwerkpunt *a = &kaart.punten[i];
        assert_false(touches(a, 0, 0, kaart.width, kaart.height));
        assert_true(a->x - a->width / 2 > kaart.left && a->x + a->width / 2 < kaart.right);
        assert_true(a->y - a->height / 2 > kaart.top && a->y + a->height / 2 < kaart.bottom);
        for (size_t k = 0; k < i; k++) {
            const struct netwerkpunt *b = &kaart.punten[k];
            if (touches(a, b->x, b->y, b->width, b->height))
                print_error("%zu of them: %zu and %zu touch\n", kaart.count, i, k);
            assert_false(touches(a, b->x, b->y, b->width, b->height));
        }
    }
}

static const char *draw(void) {
    buffer_clear(&text);
    netwerkkaart_draw(&kaart, &text);
    assert_false(text.failed);
    buffer_add_char(&text, '\0');
    return text.bytes;
}

static void test_who(void **state) {
    (void)state;
    assert_false(read_map("huishouden: {naam: X}\n"));
    assert_true(read_map("huishouden: {naam: X, leden: [{id: a, naam: A, rol: moeder}]}\n"));
    assert_int_equal(kaart.count, 0);
    netwerkkaart_ring(&kaart);
    assert_non_null(strstr(draw(), ">X<"));
    assert_true(read_map("huishouden: {naam: X}\n"
                         "netwerk: [{id: b, naam: Bo, relatie: buur}]\n"
                         "professionals: [\n"
                         "  {id: weg, naam: Weg, organisatie: W, functie: F, tot: 2026-05-31},\n"
                         "  {id: er, naam: Er, organisatie: W, functie: F, tot: 2026-06-01}]\n"));
    assert_int_equal(kaart.count, 2);
    assert_true(text_is(kaart.punten[1].naam, "Er") && kaart.punten[1].nummer == 2);
}

static void test_rings(void **state) {
    (void)state;
    for (int friends = 0; friends <= NETWERKKAART_MOST; friends++) {
        int workers = friends * 7 % (NETWERKKAART_MOST - friends + 1);
        assert_true(read_many(friends, workers, "Wilhelmina van Oldenbarnevelt de Groot"));
        netwerkkaart_ring(&kaart);
        check_clear();
    }
    assert_true(read_many(40, 40, "Bo"));
    assert_int_equal(kaart.dropped, 80 - NETWERKKAART_MOST);
    netwerkkaart_ring(&kaart);
    check_clear();
}

static void test_words(void **state) {
    (void)state;
    assert_true(read_many(1, 1, "</text><b>"));
    netwerkkaart_ring(&kaart);
    const char *svg = draw();
    assert_null(strstr(svg, "<b>"));
    assert_non_null(strstr(svg, "&lt;/text&gt;&lt;b&gt;"));
    assert_non_null(strstr(svg, ">helpt praktisch<"));
    assert_non_null(strstr(svg, "stroke-dasharray"));
    assert_null(strchr(svg, '%'));
    assert_true(read_many(1, 0, "محمد"));
    netwerkkaart_ring(&kaart);
    assert_null(strstr(draw(), "محمد"));
    assert_non_null(strstr(draw(), ">nummer 1<"));
    assert_true(read_many(30, 0, "Bo")); // letters instead of words, with what they mean
    netwerkkaart_ring(&kaart);
    assert_null(strstr(draw(), ">helpt praktisch<"));
    assert_non_null(strstr(draw(), ">P<"));
}

// ---- Graphviz ----

static void test_graph(void **state) {
    (void)state;
    struct buffer graph = {0};
    assert_true(read_many(3, 2, "Geheim\" ] x [ label=\"y"));
    netwerkkaart_graph(&kaart, &graph);
    buffer_add_char(&graph, '\0');
    assert_null(strstr(graph.bytes, "Geheim"));
    assert_null(strstr(graph.bytes, "praktisch"));
    assert_non_null(strstr(graph.bytes, "h -- p5\n"));
    buffer_free(&graph);
}

static void test_answers(void **state) {
    (void)state;
    assert_true(read_many(1, 1, "Bo"));
    assert_true(netwerkkaart_placed(&kaart, TEXT("graph 1 9 9\nnode h 5 5 1 1 h solid\n"
                                                 "node p1 5.0 8.5 1 1 x\nnode p2 1e-05 5 1 1 x\n"
                                                 "edge h p1 4 5 5\nstop\n")));
    assert_int_equal(kaart.punten[0].x, 0);
    assert_int_equal(kaart.punten[0].y, -3360);
    assert_int_equal(kaart.punten[1].x, -6000);
    struct netwerkkaart before = kaart;
    static const char *const wrong[] = {
        "",
        "node h 5 5\n",
        "node h 5 5\nnode p1 5 8\n",
        "node h 5 5\nnode p1 5 8\nnode p2 5 8\n",            // on each other
        "node h 5 5\nnode p1 5 5.2\nnode p2 0 5\n",          // on the household
        "node h 5 5\nnode p1 x 8\nnode p2 0 5\n",            // no number
        "node h 5 5\nnode p1 99999999999999 8\nnode p2 0 5", // too far
        "node h 5 5\nnode p1 5 8\nnode p2 0 5\nnode p3 9 9\n",
        "node h 5 5\nnode p1",
        "\xff\xfe\n\n\n"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_false(netwerkkaart_placed(&kaart, text_of(wrong[i])));
        assert_memory_equal(&kaart, &before, sizeof kaart);
    }
}

// Lets a program that only plays twopi give places.
static bool place_by(const char *does, unsigned seconds) {
    char folder[] = "/tmp/g1p-test-XXXXXX";
    char program[64];
    struct graphviz graphviz = {.seconds = seconds};
    assert_non_null(mkdtemp(folder));
    snprintf(program, sizeof program, "%s/twopi", folder);
    FILE *file = fopen(program, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", does);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(program, 0755), 0);
    graphviz_find(folder, &graphviz);
    assert_non_null(graphviz.program);
    assert_true(read_many(1, 1, "Bo"));
    bool placed = graphviz_place(&graphviz, &kaart);
    graphviz_free(&graphviz);
    assert_int_equal(unlink(program), 0);
    assert_int_equal(rmdir(folder), 0);
    return placed;
}

static void test_programs(void **state) {
    (void)state;
    static const char good[] = "printf 'node h 5 5\\nnode p1 5 9\\nnode p2 5 1\\n'";
    struct graphviz none = {0};
    graphviz_find("/nergens", &none);
    assert_null(none.program);
    assert_true(read_many(1, 1, "Bo"));
    assert_false(graphviz_place(&none, &kaart));
    assert_false(graphviz_place(NULL, &kaart));
    assert_true(place_by(good, 0));
    assert_false(place_by("printf 'node h 5 5\\nnode p1 5 9\\nnode p2 5 1\\n'; exit 1", 0));
    assert_false(place_by("echo niets", 0));
    assert_false(place_by("while :; do :; done", 1));
    assert_false(place_by("kill -9 $$", 0));
}

static void test_twopi(void **state) {
    (void)state;
    struct graphviz graphviz = {0};
    graphviz_find(getenv("PATH"), &graphviz);
    if (!graphviz.program)
        skip();
    for (int friends = 0; friends <= NETWERKKAART_MOST; friends += 9) {
        assert_true(
            read_many(friends, (NETWERKKAART_MOST - friends) / 3 + 1, "Wilhelmina de Groot"));
        assert_true(graphviz_place(&graphviz, &kaart));
        check_clear();
    }
    graphviz_free(&graphviz);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_who, begin, end),
        cmocka_unit_test_setup_teardown(test_rings, begin, end),
        cmocka_unit_test_setup_teardown(test_words, begin, end),
        cmocka_unit_test_setup_teardown(test_graph, begin, end),
        cmocka_unit_test_setup_teardown(test_answers, begin, end),
        cmocka_unit_test_setup_teardown(test_programs, begin, end),
        cmocka_unit_test_setup_teardown(test_twopi, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
