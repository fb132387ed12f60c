// SPDX-License-Identifier: EUPL-1.2
// Tests of cutting Dutch into tokens, of its syllables, and of bad input.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/base/fold.h"
#include "lib/taal/gewoon.h"
#include "lib/taal/lettergrepen.h"

// The tokens of a text, parted by |; a sentence's end shows as #.
static void tokens_are(const char *text, const char *expected) {
    struct token tokens[64];
    char got[512] = "";
    size_t at = 0;
    size_t count = tokens_read(text_of(text), &at, tokens, 64);
    for (size_t i = 0; i < count; i++) {
        strncat(got, text + tokens[i].begin, tokens[i].einde - tokens[i].begin);
        strcat(got, tokens[i].vlaggen & VLAG_EINDE ? "#" : "|");
    }
    assert_string_equal(got, expected);
}

static void test_tokens(void **state) {
    (void)state;
    tokens_are("", "");
    tokens_are(" \n\t ", "");
    tokens_are("Oma belt Bo.", "Oma|belt|Bo|.#");
    tokens_are("auto's, zo'n ouder-kind", "auto's|,|zo'n|ouder-kind#");
    tokens_are("Bo\u2019s fiets", "Bo\u2019s|fiets#");
    tokens_are("'s avonds \u2019s nachts", "'s|avonds|\u2019s|nachts#");
    tokens_are("a.s. maandag t.z.t. meer", "a.s.|maandag|t.z.t.|meer#");
    tokens_are("Om 8.15 uur. Op 2026-03-12!", "Om|8.15|uur|.#Op|2026-03-12|!#");
    tokens_are("2x per week, de 24e", "2x|per|week|,|de|24e#");
    tokens_are("\"Ik slaap.\" Zij ook", "\"|Ik|slaap|.|\"#Zij|ook#");
    tokens_are("een\ntwee", "een#twee#");
    tokens_are("mw. Jansen belt", "mw|.|Jansen|belt#");
    tokens_are("e\u0301e\u0301n", "e\u0301e\u0301n#");
    tokens_are("\U0001F600 ja", "\U0001F600|ja#");
    // words of eight letters and around it, before all that can follow
    tokens_are("abcdefg abcdefgh abcdefghi", "abcdefg|abcdefgh|abcdefghi#");
    tokens_are("huiswerk; huiswerk-uur huiswerk/taal", "huiswerk|;|huiswerk-uur|huiswerk|/|taal#");
    tokens_are("Huiswerkklas. a.b. en/of", "Huiswerkklas|.|a.b.|en/of#");
    tokens_are("reizen\u00EBn caf\u00E9bezoek", "reizen\u00EBn|caf\u00E9bezoek#");
    tokens_are("a\xFF"
               "b",
               "a|\xFF|b#");
}

static struct token first_of(const char *text) {
    struct token tokens[8] = {0};
    size_t at = 0;
    assert_true(tokens_read(text_of(text), &at, tokens, 8) > 0);
    return tokens[0];
}

static void test_same_word(void **state) {
    (void)state;
    static const char *const forms[] = {"maandag", "Maandag", "MAANDAG", "ma\u0301andag"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        assert_true(token_heeft(&(struct token){.klassen = first_of(forms[i]).klassen}, K(DAG)));
    assert_int_equal(first_of("\u00C9\u00E9n").woord, first_of("een").woord);
    assert_int_equal(first_of("E\u0301e\u0301n").woord, first_of("een").woord);
    assert_int_equal(first_of("qwrtpl").woord, 0);
    assert_true(first_of("GGD").vlaggen & VLAG_KAPITALEN);
    assert_false(first_of("Ggd").vlaggen & VLAG_KAPITALEN);
}

static bool is_jargon(const char *text) {
    struct merk merk;
    struct vraag vraag = {.soort = ZIN_TEKST, .jargon = true};
    return oordeel(text_of(text), &vraag, &merk, 1) == 1;
}

// What a pattern catches, and what it would catch wrongly.
static void test_compounds(void **state) {
    (void)state;
    static const char *const found[] = {"schuldenproblematiek", "Gezinsproblematieken",
                                        "INTERVENTIES",         "ge\u00EFndiceerd",
                                        "stabiliseert",         "gestabiliseerd"};
    static const char *const free_of[] = {"problemen",  "vindicatie", "presidentieel", "devaluatie",
                                          "initiatief", "begeleider", "wijkteam",      "jeugdwet"};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        assert_true(is_jargon(found[i]));
    for (size_t i = 0; i < sizeof free_of / sizeof *free_of; i++) {
        if (is_jargon(free_of[i]))
            print_error("%s\n", free_of[i]);
        assert_false(is_jargon(free_of[i]));
    }
}

static void test_syllables(void **state) {
    (void)state;
    static const struct {
        const char *word;
        unsigned count;
    } words[] = {
        {"oma", 2},     {"moeder", 2}, {"nieuw", 1},   {"ide\u00EBn", 3}, {"ge\u00EFndiceerd", 4},
        {"groeien", 2}, {"bijen", 2},  {"leeuw", 1},   {"station", 3},    {"theater", 3},
        {"brr", 1},     {"", 1},       {"draaien", 2}, {"huis", 1},       {"OUDERS", 2},
        {"ruzie", 2}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (lettergrepen(text_of(words[i].word)) != words[i].count)
            print_error("%s\n", words[i].word);
        assert_int_equal(lettergrepen(text_of(words[i].word)), words[i].count);
    }
}

// ---- whatever comes ----

static size_t read_all(struct text text) {
    static struct token tokens[TOKENS_MOST];
    size_t total = 0;
    size_t at = 0;
    for (;;) {
        size_t before = at;
        size_t count = tokens_read(text, &at, tokens, TOKENS_MOST);
        if (count == 0)
            break;
        assert_true(at > before);
        for (size_t i = 0; i < count; i++) {
            assert_true(tokens[i].begin < tokens[i].einde);
            assert_true(tokens[i].einde <= at);
            assert_true(i == 0 || tokens[i].begin >= tokens[i - 1].einde);
        }
        total += count;
    }
    return total;
}

// Five megabytes of one kind of piece, in one line: all of it is read, in pieces.
static void test_endless(void **state) {
    (void)state;
    static const char *const pieces[] = {
        "a",  "a ",  "niet ", "' ",           "\" ",  "\xC3",         "9", ".",
        "-'", "'s ", "a.",    "\xE2\x80\x99", "als ", "opgeschaald ", "(", "\xF0\x9F\x98\x80"};
    enum { SIZE = 5 * 1024 * 1024 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t length = strlen(pieces[i]);
        for (size_t at = 0; at < SIZE; at++)
            text[at] = pieces[i][at % length];
        assert_true(read_all((struct text){text, SIZE}) > 0);
    }
    free(text);
}

static void test_random(void **state) {
    (void)state;
    static const char *const pieces[] = {"a", "'",    "\u2019", "-",      ".",      " ", "\"",
                                         "9", ":",    "\xC3",   "\u00EB", "\u0308", "A", "\n",
                                         "(", "niet", "om",     "te",     "\xFF",   ",", "als"};
    uint32_t seed = 20260101;
    for (int round = 0; round < 20000; round++) {
        char text[128] = "";
        size_t length = 0;
        while (length < 100) {
            seed = seed * 1664525 + 1013904223;
            const char *piece = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
            strcpy(text + length, piece);
            length += strlen(piece);
        }
        read_all((struct text){text, length});
        struct merk merken[MERKEN_MOST];
        struct vraag vraag = oordeel_vraag((enum zinsoort)(round % 6));
        size_t count = oordeel((struct text){text, length}, &vraag, merken, MERKEN_MOST);
        for (size_t i = 0; i < count; i++) {
            assert_true(merken[i].begin <= merken[i].einde);
            assert_true(merken[i].einde <= length);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens),    cmocka_unit_test(test_same_word),
        cmocka_unit_test(test_compounds), cmocka_unit_test(test_syllables),
        cmocka_unit_test(test_endless),   cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
