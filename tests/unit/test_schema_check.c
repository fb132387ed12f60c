// SPDX-License-Identifier: EUPL-1.2
// Tests of the walk over a tree along the tables of the format.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "build/gen/schema_words.h"
#include "lib/base/buffer.h"
#include "lib/schema/check.h"

static struct arena arena;
static struct arena scratch;
static struct tree tree;
static struct schema_result result;
static struct buffer source;
static struct buffer seen;

static int begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    arena_free(&scratch);
    buffer_free(&source);
    buffer_free(&seen);
    source = seen = (struct buffer){0};
    return 0;
}

static void read_source(void) {
    const struct date today = {2026, 6, 1};
    arena_reset(&arena);
    assert_int_equal(tree_read(buffer_text(&source), false, &arena, &scratch, &tree), 0);
    assert_int_equal(schema_check(&tree, schema_plan, today, &arena, &result), 0);
}

// The faults as "line kind field near " ("-" for none).
static const char *faults(void) {
    static const char *const kinds[] = {
        [SCHEMA_MISSING] = "missing",
        [SCHEMA_KIND] = "kind",
        [SCHEMA_WORD] = "word",
        [SCHEMA_DATE] = "date",
        [SCHEMA_TIME] = "time",
        [SCHEMA_ID] = "id",
        [SCHEMA_FINGERPRINT] = "print",
        [SCHEMA_RULE] = "rule",
        [SCHEMA_NUMBER] = "number",
        [SCHEMA_FIXED] = "fixed",
        [SCHEMA_EMPTY] = "empty",
        [SCHEMA_EMPTY_ITEM] = "item",
        [SCHEMA_DOUBLE_KEY] = "doublekey",
        [SCHEMA_UNKNOWN_ID] = "unknown",
        [SCHEMA_DOUBLE_ID] = "doubleid",
        [SCHEMA_FUTURE] = "future",
        [SCHEMA_ORDER] = "order",
        [SCHEMA_UNKNOWN_KEY] = "key",
    };
    buffer_clear(&seen);
    for (size_t i = 0; i < result.count; i++) {
        const struct schema_fault *fault = &result.faults[i];
        buffer_format(&seen, "%u %s %s", fault->node->line, kinds[fault->kind],
                      fault->field ? fault->field->name : "-");
        if (fault->other)
            buffer_format(&seen, "<%s", fault->other->name);
        if (fault->near.length)
            buffer_format(&seen, "?%.*s", (int)fault->near.length, fault->near.bytes);
        buffer_add_string(&seen, "; ");
    }
    buffer_add_char(&seen, '\0');
    return seen.bytes;
}

// Four lines that every plan has, and then `rest` from line 5.
static void check(const char *rest, const char *expected) {
    buffer_clear(&source);
    buffer_add_string(&source, "g1p: 1\nsoort: plan\nnummer: 7\nfase: intake\n");
    buffer_add_string(&source, rest);
    read_source();
    assert_string_equal(faults(), expected);
}

static void check_whole(const char *text, const char *expected) {
    buffer_clear(&source);
    buffer_add_string(&source, text);
    read_source();
    assert_string_equal(faults(), expected);
}

static void test_least_plan(void **state) {
    (void)state;
    check("", "");
    assert_string_equal(node_child(tree.root, "fase")->field->name, "fase");
    assert_int_equal(node_child(tree.root, "fase")->word, FASE_INTAKE + 1);
    check("kader:\nkrachten:\nopgesteld:\n", ""); // a key without a value counts as absent
}

static void test_no_plan(void **state) {
    (void)state;
    check_whole("", "");
    check_whole("zomaar een zin\n", "1 kind -; ");
    check_whole("- g1p: 1\n", "1 kind -; ");
    check_whole("- g1p: 1\n- \"\n", ""); // not readable: the reader tells
    check_whole("# niets\n", "");
}

static void test_missing(void **state) {
    (void)state;
    check_whole("g1p: 1\nsoort: plan\n", "1 missing nummer; 1 missing fase; ");
    check_whole("g1p: 1\nsoort: plan\nnummer:\nfase: ~\n", "4 word fase; 3 missing nummer; ");
    check("huishouden: {naam: F}\n", "5 missing leden; ");
    check("huishouden:\n  naam: F\n  leden: []\n", "7 empty leden; ");
    check("netwerk:\n  - id: riet\n    naam: \"\"\n", "7 empty naam; 6 missing relatie; ");
    check("netwerk:\n  - {}\n", "6 missing id; 6 missing naam; 6 missing relatie; ");
}

static void test_wrong_kinds(void **state) {
    (void)state;
    check("krachten: Bo lacht weer\n", "5 kind krachten; ");
    check("krachten: {wie: bo}\n", "5 kind krachten; ");
    check("krachten: [lachen]\n", "5 kind krachten; ");
    check("krachten: [[]]\n", "5 kind krachten; ");
    check("analyse: tekst\n", "5 kind analyse; ");
    check("analyse: [a]\n", "5 kind analyse; ");
    check("gewenst_resultaat: {a: b}\n", "5 kind gewenst_resultaat; ");
    check("gewenst_resultaat:\n  - a\n", "6 kind gewenst_resultaat; ");
    check("kader: [gouda]\n", "5 kind kader; ");
}

static void test_geen_or_list(void **state) {
    (void)state;
    check("eerdere_hulp: geen\n", "");
    check("eerdere_hulp: \"geen\"\n", "");
    check("eerdere_hulp: []\n", "");
    check("eerdere_hulp:\n", "");
    check("eerdere_hulp: [{hulp: praten}]\n", "");
    check("eerdere_hulp: nee\n", "5 kind eerdere_hulp; ");
    check("eerdere_hulp: Geen\n", "5 word eerdere_hulp?geen; ");
    check("eerdere_hulp: \"\"\n", "5 kind eerdere_hulp; ");
    check("eerdere_hulp: {hulp: praten}\n", "5 kind eerdere_hulp; ");
    check("eerdere_hulp: [geen]\n", "5 kind eerdere_hulp; ");
    check("veiligheidsplan: {complicerende_factoren: geen}\n", "");
    check("veiligheidsplan: {complicerende_factoren: [drank, 2]}\n", "");
    check("afsluiting: {nazorg: geen}\n", "");
}

static const char family[] = "huishouden:\n"
                             "  naam: F\n"
                             "  leden:\n"
                             "    - {id: bo, naam: Bo, rol: kind}\n"
                             "    - {id: tom, naam: Tom, rol: vader}\n";

// From line 10, behind a household.
static void check_behind_family(const char *rest, const char *expected) {
    static char text[2048];
    snprintf(text, sizeof text, "%s%s", family, rest);
    check(text, expected);
}

static void test_one_or_list(void **state) {
    (void)state;
    check_behind_family("zorgen: [{wie: bo}]\n", "");
    check_behind_family("zorgen: [{wie: [bo, tom]}]\n", "");
    check_behind_family("zorgen: [{wie: []}]\n", "");
    check_behind_family("zorgen: [{wie: }]\n", "");
    check_behind_family("zorgen: [{wie: {id: bo}}]\n", "10 kind wie; ");
    check_behind_family("zorgen: [{wie: [[bo]]}]\n", "10 kind wie; ");
    check_behind_family("zorgen: [{wie: \"\"}]\n", "10 id wie; ");
    check_behind_family("zorgen: [{wie: [bo, ]}]\n", "");
    check_behind_family("zorgen:\n  - wie:\n    - bo\n    -\n", "13 item wie; ");
    check_behind_family("zorgen:\n  -\n  - wie: bo\n", "11 item zorgen; ");
    check_behind_family("doelen: [{id: a, zorgen: geld}]\n", "10 kind zorgen; ");
}

static void test_scalars(void **state) {
    (void)state;
    check("opgesteld: 2026-02-30\n", "5 date opgesteld; ");
    check("basiszorg_en_veiligheid: {zorgen: jaa}\n", "5 word zorgen?ja; ");
    check("overleggen: [{datum: 2026-05-12, soort: startoverleg, tijd: 9.30}]\n", "5 time tijd; ");
    check("akkoord: [{wie: bo, datum: 2026-05-12, eens: ja, vingerafdruk: x}]\n",
          "5 print vingerafdruk; 5 unknown wie; ");
    check("uitzonderingen: [{regel: 17, reden: r, door: d, datum: 2026-05-12}]\n",
          "5 rule regel; 5 unknown door; ");
    check_whole("g1p: 2\nsoort: plann\nnummer: 7\nfase: intake\n",
                "1 fixed g1p?1; 2 fixed soort?plan; ");
}

static void test_numbers(void **state) {
    (void)state;
    static const char *const bad[] = {"11", "-1", "7.25", "08", "3,5", "\"\"", "zes"};
    static const char *const good[] = {"0", "10", "5.5", "1e1", "\"7\"", "7.0"};
    char text[200];
    for (size_t i = 0; i < sizeof bad / sizeof *bad + sizeof good / sizeof *good; i++) {
        size_t bads = sizeof bad / sizeof *bad;
        snprintf(text, sizeof text,
                 "veiligheidsplan:\n  schaal:\n    - wie: bo\n      datum: 2026-05-01\n"
                 "      cijfer: %s\n",
                 i < bads ? bad[i] : good[i - bads]);
        check_behind_family(text, i < bads ? "14 number cijfer; " : "");
    }
}

static void test_dates_to_come(void **state) {
    (void)state;
    check("opgesteld: 2026-06-01\n", "");
    check("opgesteld: 2026-06-02\n", "5 future opgesteld; ");
    check("opgesteld: 2026-06-31\n", "5 date opgesteld; ");
    check("overleggen: [{datum: 2027-01-01, soort: startoverleg}]\n", "");
    check("intake: {uitleg_gegeven: 2027-01-01, datum: 2027-01-01}\n", "5 future uitleg_gegeven; ");
}

static void test_order_of_dates(void **state) {
    (void)state;
#define PRO "professionals: [{id: p, naam: P, organisatie: O, functie: F, "
    check(PRO "van: 2026-03-01, tot: 2026-03-01}]\n", "");
    check(PRO "van: 2026-03-02, tot: 2026-03-01}]\n", "5 order tot<van; ");
    check(PRO "tot: 2026-03-01, van: 2026-03-02}]\n", "5 order tot<van; ");
    check(PRO "van: maart, tot: 2026-03-01}]\n", "5 date van; ");
    check(PRO "tot: 2026-03-01}]\n", "");
    check("overleggen: [{datum: 2026-05-12, soort: startoverleg, volgende: 2026-05-11}]\n",
          "5 order volgende<datum; ");
}

static void test_unknown_keys(void **state) {
    (void)state;
    check("x_eigen: {wat: dan, ook: [1, 2]}\n", "");
    check("hobby: kaarten\n", "5 key -; ");
    check("krachtn: []\n", "5 key krachten?krachten; ");
    check("\"\": leeg\n", "5 key -; ");
    check("X_eigen: 1\n", "5 key -; ");
    check("analyse: {x_eigen: 1, patroon: 2}\n", "5 key patronen?patronen; ");
}

static void test_double_keys(void **state) {
    (void)state;
    check("kader: a\nkader: b\n", "6 doublekey kader; ");
    check("kader: a\nkader: b\nkader: c\n", "6 doublekey kader; 7 doublekey kader; ");
    check("kader:\nkader: b\n", "6 doublekey kader; ");
    check("analyse: {patronen: a, patronen: b}\n", "5 doublekey patronen; ");
    // What the format does not know may not be doubled either, nor may a team's own part.
    check("hobby: a\nhobby: b\n", "5 key -; 6 key -; 6 doublekey -; ");
    check("x_a: 1\nx_b: 2\nx_a: 3\n", "7 doublekey -; ");
    check("x_a: {b: 1, c: [{d: 1, d: 2}], b: 3}\n", "5 doublekey -; 5 doublekey -; ");
    check("x_a: [{b: 1}, {b: 2}]\n", "");
    // The first of two holds: what the second says is not looked at.
    check("opgesteld: 2026-05-01\nopgesteld: gisteren\n", "6 doublekey opgesteld; ");
    assert_null(node_child(tree.root, "opgesteld")->field);
}

static void test_ids(void **state) {
    (void)state;
    check_behind_family("aanleiding: {wie: boo}\n", "10 unknown wie?bo; ");
    check_behind_family("netwerk: [{id: bo, naam: Bo, relatie: buur}]\n", "10 doubleid id; ");
    check_behind_family("regie: {voorkeur_klant: iemand die luistert}\n", "");
    // An id that is none declares nobody, and refers to nobody.
    check("netwerk: [{id: Oma, naam: R, relatie: oma}]\naanleiding: {wie: Oma}\n",
          "5 id id; 6 id wie; ");
}

// Of a file that could not be read to its end, nothing is said to be missing.
static void test_cut_off(void **state) {
    (void)state;
    check_whole("g1p: 1\nsoort: plan\naanleiding:\n  wie: bo\n  citaat: \"ik\n", "");
    check_whole("g1p: 1\nhobby: a\nkrachten: [{wie: bo}, {\n", "2 key -; ");
    // A collection that was closed before is held to what it must have.
    check_whole("netwerk:\n- {id: riet}\n- {id: \"\n", "2 missing naam; 2 missing relatie; ");
}

static void test_broken_nodes(void **state) {
    (void)state;
    check("kader: *anker\nopgesteld: *anker\nkrachten: *anker\n", "");
    check("opgesteld: !datum gisteren\n", "");
}

static void test_many_faults(void **state) {
    (void)state;
    buffer_clear(&source);
    buffer_add_string(&source, "g1p: 1\n");
    for (int i = 0; i < 5000; i++)
        buffer_format(&source, "zomaar_een_vraag_%d: x\n", i);
    read_source();
    assert_int_equal(result.count, SCHEMA_MOST_FAULTS + 3); // and soort, nummer, fase are missing
    assert_int_equal(result.of_kind[SCHEMA_UNKNOWN_KEY], 5000);
    buffer_clear(&source);
    for (int i = 0; i < 5000; i++)
        buffer_add_string(&source, "nummer: x\n");
    read_source();
    assert_int_equal(result.count, SCHEMA_MOST_FAULTS + 3);
    assert_int_equal(result.of_kind[SCHEMA_DOUBLE_KEY], 4999);
}

static void test_out_of_memory(void **state) {
    (void)state;
    const struct date today = {2026, 6, 1};
    buffer_clear(&source);
    buffer_add_string(&source, family);
    buffer_add_string(&source, "hobby: a\nhobby: b\nkader: [a]\naanleiding: {wie: boo}\n");
    read_source();
    size_t faults_found = result.count;
    unsigned long nth = 1;
    int outcome;
    do {
        arena_fail_at(nth++);
        outcome = schema_check(&tree, schema_plan, today, &arena, &result);
    } while (outcome == -1);
    arena_fail_at(0);
    assert_true(nth > 3);
    assert_int_equal(result.count, faults_found);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_least_plan),    TEST(test_no_plan),
        TEST(test_missing),       TEST(test_wrong_kinds),
        TEST(test_geen_or_list),  TEST(test_one_or_list),
        TEST(test_scalars),       TEST(test_numbers),
        TEST(test_dates_to_come), TEST(test_order_of_dates),
        TEST(test_unknown_keys),  TEST(test_double_keys),
        TEST(test_ids),           TEST(test_cut_off),
        TEST(test_broken_nodes),  TEST(test_many_faults),
        TEST(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
