// SPDX-License-Identifier: EUPL-1.2
// Tests of words, and of names in running text.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lib/base/word.h"
#include "lib/method/naam.h"

static struct arena arena;
static struct namen *namen;
static struct buffer out, missed;

static int begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    namen = namen_begin(TEXT("[naam]"), &arena);
    return namen ? 0 : -1;
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    buffer_free(&out);
    buffer_free(&missed);
    return 0;
}

static const char *ended(struct buffer *buffer) {
    buffer_add_char(buffer, '\0');
    return buffer->bytes;
}

// ---- words ----

static void check_words(const char *text, const char *expected) {
    struct word word;
    struct text all = text_of(text);
    buffer_clear(&out);
    for (size_t at = 0; word_next(all, at, &word); at = word.end) {
        word_fold(&out, word_text(all, &word));
        buffer_add_string(&out, word.capital ? "^ " : word.lower ? " " : "# ");
    }
    assert_string_equal(ended(&out), expected);
}

static void test_words(void **state) {
    (void)state;
    check_words("", "");
    check_words(" .,'", "");
    check_words("Ik zag Fleur's fiets.", "ik^ zag fleur^ s fiets ");
    check_words("ZOË zoe\xCC\x88 Zo\xC3\xAB", "zoe^ zoe zoe^ ");
    check_words("Fle\xC2\xADur \xE2\x80\x8B"
                "bo",
                "fleur^ bo "); // soft hyphen, a space of no width
    check_words("Łódź Özdemir Αθηνά Привіт ʼt", "łodz^ ozdemir^ αθηνα^ привіт^ ʼt^ ");
    check_words("محمد 王小明", "محمد^ 王小明^ ");
    check_words("op 14-8-1991, groep5", "op 14# 8# 1991# groep5 ");
    check_words("a\xFF\xFE b\xC3", "a b ");
    check_words("Bakker-el_Amrani", "bakker^ el amrani^ ");
}

// ---- names ----

static void name(const char *naam, const char *vervanging) {
    assert_int_equal(naam_add(namen, text_of(naam), text_of(vervanging), NULL), 0);
}

static void note(void *context, struct text word, bool begins, bool doubtful) {
    (void)context;
    buffer_add(&missed, word);
    buffer_add_string(&missed, doubtful ? "? " : begins ? ". " : " ");
}

static void check(const char *text, const char *expected) {
    buffer_clear(&out);
    buffer_clear(&missed);
    namen_replace(namen, text_of(text), note, NULL, &out);
    assert_string_equal(ended(&out), expected);
}

static void test_forms(void **state) {
    (void)state;
    name("Fleur", "kind 1");
    name("Nadia el Amrani", "moeder");
    name("Bram", "opa");
    name("Sami", "kind 2");
    check("Fleur zag Fleurs fiets en Fleur’s bal; fleurtje, FLEURTJES en Fleur' doos.",
          "Kind 1 zag kind 1's fiets en kind 1's bal; kind 1, kind 1 en kind 1' doos.");
    check("Nadiaatje, Brammetje, Bramke en Samietje", "Moeder, opa, opa en kind 2");
    check("El Amrani, Nadia. Mevrouw N. el Amrani, N El Amrani en Amrani's zus",
          "Moeder. Mevrouw moeder, moeder en moeders zus");
    check("el amrani is geen naam, een fleurig bloemetje en bramen ook niet",
          "el amrani is geen naam, een fleurig bloemetje en bramen ook niet");
    check("Fleur-Nadia en Fleur/Bram, (Fleur) „Fleur”",
          "Kind 1-moeder en kind 1/opa, (kind 1) „Kind 1”");
    check("opa Bram en oma", "opa en oma");
    assert_string_equal(ended(&missed), "");
}

static void test_longest_first(void **state) {
    (void)state;
    name("Anna Maria de Boer", "moeder");
    name("Anna", "kind 1");
    name("Piet de Boer", "vader");
    check("Anna Maria de Boer, Anna Bos en de Boer", "Moeder, [naam] Bos en [naam]");
    check("Anna Maria, Maria en Piet\n  de Boer", "[naam] moeder, moeder en vader");
    check("Piet\n\nDe Boer", "Vader\n\n[naam]"); // not over an empty line
    assert_string_equal(ended(&missed), "");
}

// Words of the language: a name where they have a capital.
static void test_ordinary_words(void **state) {
    (void)state;
    name("Roos Vos", "kind 1");
    name("Wil de Boer", "oma");
    name("Bo", "kind 2");
    name("Storm Bakker", "kind 3");
    check("Een roos, een vos, de boer en bakker in de storm op bo.",
          "Een roos, een vos, de boer en bakker in de storm op bo.");
    check("Roos gaat. Storm huilt bij Bo en mevrouw De Boer.",
          "Kind 1 gaat. Kind 3 huilt bij kind 2 en mevrouw oma.");
    // At the beginning of a sentence a verb may be meant; inside it is the name.
    check("Wil je dat? Dat wil Wil. Wil wil het. Wil ze?",
          "Wil je dat? Dat wil oma. Oma wil het. Wil ze?");
    assert_string_equal(ended(&missed), "Wil? Dat. Wil? ");
}

static void test_capitals_that_are_not_known(void **state) {
    (void)state;
    name("Ann", "moeder");
    check("Zij zag Ahmed. Toen belde Ann mw. Jansen; hij: Nee! Nummer 1234567, niet 12345.",
          "Zij zag Ahmed. Toen belde moeder mw. Jansen; hij: Nee! Nummer 1234567, niet 12345.");
    assert_string_equal(ended(&missed), "Zij. Ahmed Toen. Jansen Nee. Nummer. 1234567 ");
    check("J. Smit kwam. Ja.", "J. Smit kwam. Ja.");
    assert_string_equal(ended(&missed), "J. Smit Ja. ");
}

static void test_initials(void **state) {
    (void)state;
    assert_int_equal(namen_add(namen, TEXT("N"), TEXT("moeder"), NAAM_HOOFDLETTER | NAAM_PUNT), 0);
    check("N. zegt dat N het weet, n. niet", "Moeder. zegt dat N het weet, n. niet");
}

static void test_no_names(void **state) {
    (void)state;
    name("", "x");
    name("  - ", "x");
    name("1", "x");
    check("", "");
    check("Niets - 1", "Niets - 1");
    assert_false(namen_holds(namen, TEXT("niets")));
    assert_false(namen_occur(namen, TEXT("niets")));
}

static void test_in_ids(void **state) {
    (void)state;
    name("Bas Bos", "oom");
    assert_true(namen_occur(namen, TEXT("slapen_bij_bas")));
    assert_true(namen_occur(namen, TEXT("bos-2")));
    assert_false(namen_occur(namen, TEXT("basis")));
    assert_true(namen_holds(namen, TEXT("BAS")));
    assert_false(namen_holds(namen, TEXT("bas bos")));
}

static void test_except(void **state) {
    (void)state;
    struct namen *known = namen_begin(TEXT(""), &arena);
    assert_non_null(known);
    assert_int_equal(naam_add(known, TEXT("Ann Bos"), TEXT(""), NULL), 0);
    assert_int_equal(naam_add(namen, TEXT("Tom Bos"), TEXT("x"), known), 0);
    check("Tom Bos, Tom en Bos", "X, x en Bos");
}

// As many as anybody has, and one with more words than are taken.
static void test_many(void **state) {
    (void)state;
    char naam[64];
    for (int i = 0; i < 5000; i++) {
        snprintf(naam, sizeof naam, "Naam%d Achter%d", i, i % 10);
        name(naam, "iemand");
    }
    name("Een Twee Drie Vier Vijf Zes Zeven Acht Negen", "rij");
    check("Naam4999 en Achter7, Naam5000.", "Iemand en iemand, Naam5000.");
    check("Een Twee Drie Vier Vijf Zes Zeven Acht Negen", "Rij rij");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_words, begin, end),
        cmocka_unit_test_setup_teardown(test_forms, begin, end),
        cmocka_unit_test_setup_teardown(test_longest_first, begin, end),
        cmocka_unit_test_setup_teardown(test_ordinary_words, begin, end),
        cmocka_unit_test_setup_teardown(test_capitals_that_are_not_known, begin, end),
        cmocka_unit_test_setup_teardown(test_initials, begin, end),
        cmocka_unit_test_setup_teardown(test_no_names, begin, end),
        cmocka_unit_test_setup_teardown(test_in_ids, begin, end),
        cmocka_unit_test_setup_teardown(test_except, begin, end),
        cmocka_unit_test_setup_teardown(test_many, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
