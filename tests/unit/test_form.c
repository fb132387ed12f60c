// SPDX-License-Identifier: EUPL-1.2
// Tests of FMT-01…07: what reader and schema found, as findings with places and arguments.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/checking.h"

static struct checking checking;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    return 0;
}

// From line 5, in the first phase, in which only the form is looked at.
static void check(const char *rest, const char *expected) {
    assert_int_equal(checking_plan(&checking, "aanmelding", rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

static void check_file(const char *source, const char *expected) {
    assert_int_equal(checking_file(&checking, source), 0);
    assert_string_equal(checking_found(&checking), expected);
}

// Whether the words libyaml's complaint is put into hold this.
static void check_unreadable(const char *rest, const char *words) {
    assert_int_equal(checking_plan(&checking, "aanmelding", rest), 0);
    const struct finding *finding = NULL;
    for (size_t i = 0; i < checking.result.findings.count; i++)
        if (checking.result.findings.items[i].melding == MELDING_FMT_01_ONLEESBAAR)
            finding = &checking.result.findings.items[i];
    assert_non_null(finding);
    assert_int_equal(finding->arguments[0].kind, ARGUMENT_WORDS);
    if (!strstr(finding->arguments[0].text.bytes, words))
        print_error("“%s” says: %s\n", rest, finding->arguments[0].text.bytes);
    assert_non_null(strstr(finding->arguments[0].text.bytes, words));
    assert_false(checking.result.readable);
}

static void test_fine(void **state) {
    (void)state;
    check("", "");
    assert_true(checking.result.readable);
    check("x_eigen: {wat: dan ook}\n", "");
}

static void test_unreadable(void **state) {
    (void)state;
    check_unreadable("kader: a: b\n", "a colon too many");
    check_unreadable("kader: [a, b\n", "] is missing");
    check_unreadable("kader: {a: b\n", "} is missing");
    check_unreadable("kader: \"a\n", "quotation mark was opened and not closed");
    check_unreadable("kader: 'a\n---\n", "quotation mark was opened and not closed");
    check_unreadable("kader: @a\n", "cannot begin with this character");
    check_unreadable("\tkader: a\n", "use blanks");
    check_unreadable("kader: \"a\\qb\"\n", "write it twice");
    check_unreadable("kader: a\nlosse tekst\n", "a colon is missing");
    check_unreadable("kader: a\n nummer: b\n", "a colon too many here");
    check_unreadable("krachten:\n  - a\n b\n", "");
    check_unreadable("kader: - a\n", "put the dash on a line of its own");
}

static void test_characters(void **state) {
    (void)state;
    check("kader: a\x07 b\n", "5:9-10 FMT-01.teken(U+0007) ");
    check("kader: \"a\\x07b\"\n", "5:8-16 FMT-01.teken(U+0007) ");
    check("kader: a\xC2\x85 b\n", "5:9-10 FMT-01.teken(U+0085) ");
    check("kader: \xC3\x28\n", "5:8-9 FMT-01.geen_utf8 ");
    check("kader: \xE2\x80\xA8\n", "5:8-9 FMT-01.teken(U+2028) ");
}

static void test_what_is_left_out_of_yaml(void **state) {
    (void)state;
    check("kader: &a gouda\nx_b: *a\n", "5:8-16 FMT-01.anker 6:6-8 FMT-01.anker ");
    check("x_a: {<<: {b: c}}\n", "5:7-9 FMT-01.samenvoeging ");
    check("kader: !Let op\n", "5:8-15 FMT-01.tag ");
    check("---\nkader: b\n", "5:1-4 FMT-01.document ");
    check("[a, b]: c\n", "5:1-7 FMT-01.sleutel ");
    check("? {a: b}\n: c\n", "5:3-9 FMT-01.sleutel ");
}

static void test_limits(void **state) {
    (void)state;
    struct buffer deep = {0};
    buffer_add_string(&deep, "x_a: ");
    for (int i = 0; i < 200; i++)
        buffer_add_char(&deep, '[');
    buffer_add_char(&deep, '\0');
    check(deep.bytes, "5:105-106 FMT-01.te_diep(100) ");
    buffer_free(&deep);
    assert_int_equal(check_source(TEXT("g1p: 1\n"), true, &checking.options, &checking.arena,
                                  &checking.scratch, &checking.result),
                     0);
    assert_string_equal(checking_found(&checking), "1:1-1 FMT-01.te_groot(8) ");
    check_file("", "1:1-1 FMT-01.leeg ");
    check_file("# g1p: 1\n", "1:1-1 FMT-01.leeg ");
}

static void test_missing(void **state) {
    (void)state;
    check_file("g1p: 1\nsoort: plan\n",
               "1:1-4 FMT-02.ontbreekt(nummer,Nummer) 1:1-4 FMT-02.ontbreekt(fase,Fase) ");
    check_file("g1p: 1\nsoort: plan\nnummer:\nfase: aanmelding\n",
               "3:1-7 FMT-02.ontbreekt(nummer,Nummer) ");
    check("netwerk:\n  - {id: riet, naam: R}\n", "6:6-8 FMT-02.ontbreekt(relatie,Relatie) ");
    check("huishouden:\n  leden: []\n", "5:1-11 FMT-02.ontbreekt(naam,Naam van het huishouden) "
                                        "6:10-12 FMT-02.leeg ");
}

static void test_kinds(void **state) {
    (void)state;
    static const struct {
        const char *rest;
        const char *words;
    } cases[] = {
        {"krachten: tekst\n", "a list with a dash"},
        {"eerdere_hulp: nee\n", "the word `geen`, or a list"},
        {"aanleiding: {wie: {a: b}}\n", "one id or word, or a list"},
        {"analyse: tekst\n", "a group of fields"},
        {"kader: [a]\n", "one text"},
        {"krachten: [tekst]\n", "a group of fields"},
        {"aanleiding: {wie: [[a]]}\n", "one text"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(checking_plan(&checking, "aanmelding", cases[i].rest), 0);
        assert_int_equal(checking.result.findings.count, 1);
        const struct finding *finding = &checking.result.findings.items[0];
        assert_int_equal(finding->melding, MELDING_FMT_02_SOORT);
        assert_int_equal(finding->arguments[0].kind, ARGUMENT_WORDS);
        assert_true(text_starts(finding->arguments[0].text, cases[i].words));
    }
    check_file("\"een zin,\ng1p: 1\"\n",
               "1:1-8 FMT-02.soort(a group of fields, each on its own line as `name: text`) ");
    check("krachten: tekst\n", "5:11-16 FMT-02.soort(a list with a dash before every item) ");
}

// What is no word of the list could be anything: it is a secret, unless a word is near.
static void test_words(void **state) {
    (void)state;
    check("basiszorg_en_veiligheid: {zorgen: een beetje}\n",
          "5:35-45 FMT-02.woord(!een beetje!,`ja`, `nee`) ");
    check("basiszorg_en_veiligheid: {zorgen: Nee}\n", "5:35-38 FMT-02.woord_bedoeld(Nee,nee) ");
}

static void test_scalars(void **state) {
    (void)state;
    check("opgesteld: 12 maart\n", "5:12-20 FMT-02.datum(!12 maart!) ");
    check("overleggen: [{datum: 2026-05-12, soort: startoverleg, tijd: 9.30}]\n",
          "5:61-65 FMT-02.tijd ");
    check("netwerk: [{id: Oma, naam: R, relatie: oma}]\n", "5:16-19 FMT-02.id ");
    check("netwerk: [{id: riet, naam: \"\", relatie: oma}]\n", "5:28-30 FMT-02.leeg ");
    check("netwerk:\n  -\n  - {id: riet, naam: R, relatie: oma}\n", "6:4-4 FMT-02.leeg_item ");
    check("uitzonderingen: [{regel: 17, reden: r, door: riet, datum: 2026-05-12}]\n"
          "netwerk: [{id: riet, naam: R, relatie: oma}]\n",
          "5:26-28 FMT-02.regel ");
}

static void test_numbers(void **state) {
    (void)state;
    checking.options.selected[rule_named(TEXT("FMT-04"))] = false;
    check("veiligheidsplan: {schaal: [{datum: 2026-05-01, wie: bo, cijfer: 11}]}\n",
          "5:65-67 FMT-02.getal(0,10,0.5) ");
    check("zorgen: [{prioriteit: -1}]\n", "5:23-25 FMT-02.getal_vanaf(1) ");
    check("zorgen: [{prioriteit: 08}]\n", "5:23-25 FMT-02.getal_vanaf(1) ");
}

static void test_fixed(void **state) {
    (void)state;
    check_file("g1p: 2\nsoort: plan\nnummer: a\nfase: aanmelding\n", "1:6-7 FMT-02.vast(1) ");
    check_file("g1p: 1\nsoort: Plan\nnummer: a\nfase: aanmelding\n",
               "2:8-12 FMT-02.soort_bestand(plan) ");
    check_file("g1p: 1\nsoort: meldcod\nnummer: a\nfase: aanmelding\n",
               "2:8-15 FMT-02.soort_bestand(meldcode) ");
    check_file("g1p: 1\nsoort: recept\nnummer: a\nfase: aanmelding\n", "2:8-14 FMT-02.vast(plan) ");
}

static void test_doubles(void **state) {
    (void)state;
    check("kader: a\nkader: b\n", "6:1-6 FMT-03.dubbel(kader) ");
    check("netwerk:\n  - {id: riet, naam: R, relatie: oma}\n  - {id: riet, naam: S, relatie: o}\n",
          "7:10-14 FMT-05.dubbel(riet) ");
    check("x_a: {Bo zei: 1, Bo zei: 2}\n", "5:18-24 FMT-03.dubbel(!Bo zei!) ");
}

// The path of what is said about a key nobody knows does not hold that key.
static void test_paths_hold_no_sentences(void **state) {
    (void)state;
    struct buffer path = {0};
    check("\"Vader zegt dat\":\n  kind: a\n  kind: b\n",
          "5:1-17 FMT-07.onbekend(!Vader zegt dat!) 7:3-7 FMT-03.dubbel(!kind!) ");
    for (int i = 0; i < 2; i++)
        node_pointer(checking.result.findings.items[i].node, &path);
    assert_int_equal(path.length, 0);
    check("analyse:\n  x_eigen: {Bo zei: [{a: 1, a: 2}]}\n", "6:29-30 FMT-03.dubbel(!a!) ");
    node_pointer(checking.result.findings.items[0].node, &path);
    assert_true(text_is(buffer_text(&path), "/analyse"));
    buffer_free(&path);
}

static void test_unknown(void **state) {
    (void)state;
    check("hobby: kaarten\n", "5:1-6 FMT-07.onbekend(!hobby!) ");
    check("krachtn: []\n", "5:1-8 FMT-07.onbekend_bedoeld(krachtn,krachten) ");
    check("netwerk: [{id: riet, naam: R, relatie: oma}]\naanleiding: {wie: reit}\n",
          "6:19-23 FMT-04.onbekend_bedoeld(reit,riet) ");
    check("aanleiding: {wie: buurvrouw}\n", "5:19-28 FMT-04.onbekend(!buurvrouw!) ");
}

static void test_dates(void **state) {
    (void)state;
    check("opgesteld: 2026-06-02\n", "5:12-22 FMT-06.toekomst(opgesteld) ");
    check("overleggen: [{datum: 2026-05-12, soort: startoverleg, volgende: 2026-05-11}]\n",
          "5:65-75 FMT-06.volgorde(volgende,datum) ");
    assert_int_equal(checking.result.findings.items[0].severity, SEVERITY_WAARSCHUWING);
    // An action that was done before its goal was agreed.
    check("doelen:\n"
          "  - id: a\n"
          "    afgesproken: 2026-03-05\n"
          "    acties:\n"
          "      - {gedaan: 2026-03-04}\n"
          "      - {gedaan: 2026-03-05}\n"
          "      - {gedaan: onlangs}\n"
          "  - id: b\n"
          "    acties: [{gedaan: 2026-03-04}]\n",
          "9:18-28 FMT-06.volgorde(gedaan,afgesproken) 11:18-25 FMT-02.datum(!onlangs!) ");
}

static void test_selection(void **state) {
    (void)state;
    checking_only(&checking, (enum rule)rule_named(TEXT("FMT-07")));
    check("kader: a\nkader: b\nhobby: c\nopgesteld: gisteren\n", "7:1-6 FMT-07.onbekend(!hobby!) ");
    check("kader: *a\n", "");
    assert_false(checking.result.readable);
}

static void test_columns_count_characters(void **state) {
    (void)state;
    check("kader: \xC3\xA9\xC3\xA9n\nhobbie\xC3\xABs: {a: b}\n",
          "6:1-9 FMT-07.onbekend(!hobbie\xC3\xABs!) ");
    check_file("\xEF\xBB\xBFhobby: a\ng1p: 1\nsoort: plan\nnummer: 7\nfase: aanmelding\n",
               "1:1-6 FMT-07.onbekend(!hobby!) ");
    check_file("g1p: 1\r\nsoort: plan\r\nnummer: 7\r\nfase: aanmelding\r\nhobby: a",
               "5:1-6 FMT-07.onbekend(!hobby!) ");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_fine),
        TEST(test_unreadable),
        TEST(test_characters),
        TEST(test_what_is_left_out_of_yaml),
        TEST(test_limits),
        TEST(test_missing),
        TEST(test_kinds),
        TEST(test_words),
        TEST(test_scalars),
        TEST(test_numbers),
        TEST(test_fixed),
        TEST(test_doubles),
        TEST(test_paths_hold_no_sentences),
        TEST(test_unknown),
        TEST(test_dates),
        TEST(test_selection),
        TEST(test_columns_count_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
