// SPDX-License-Identifier: EUPL-1.2
// Tests of choosing the reader's language.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/words.h"

static void set(const char *variable, const char *value) {
    if (value)
        assert_int_equal(setenv(variable, value, 1), 0);
    else
        assert_int_equal(unsetenv(variable), 0);
}

static void check_language(const char *all, const char *messages, const char *lang,
                           enum language expected) {
    set("LC_ALL", all);
    set("LC_MESSAGES", messages);
    set("LANG", lang);
    words_begin();
    assert_int_equal(words_language(), expected);
    assert_string_equal(getenv("LANGUAGE"), expected == LANGUAGE_DUTCH ? "nl" : "en");
}

// Runs first: nothing has chosen yet.
static void test_english_before_the_choice(void **state) {
    (void)state;
    assert_int_equal(words_language(), LANGUAGE_ENGLISH);
}

static void test_names_of_dutch(void **state) {
    (void)state;
    static const char *const dutch[] = {"nl",       "nl_NL",   "nl_BE.UTF-8",
                                        "nl.UTF-8", "nl@euro", "nl_NL@euro"};
    static const char *const others[] = {"C",      "POSIX", "en_GB.UTF-8", "nld",
                                         "nlx_NL", "NL",    "n",           "de_NL.UTF-8"};
    for (size_t i = 0; i < sizeof dutch / sizeof *dutch; i++)
        check_language(dutch[i], NULL, NULL, LANGUAGE_DUTCH);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        check_language(others[i], NULL, NULL, LANGUAGE_ENGLISH);
}

static void test_which_variable_counts(void **state) {
    (void)state;
    check_language(NULL, NULL, NULL, LANGUAGE_ENGLISH);
    check_language(NULL, NULL, "nl_NL.UTF-8", LANGUAGE_DUTCH);
    check_language(NULL, "en_GB", "nl_NL.UTF-8", LANGUAGE_ENGLISH);
    check_language("nl_NL", "en_GB", "en_GB", LANGUAGE_DUTCH);
    check_language("C", "nl_NL", "nl_NL", LANGUAGE_ENGLISH);
    check_language("", "", "nl_NL", LANGUAGE_DUTCH); // empty is as good as not there
    check_language("", "nl_NL", "C", LANGUAGE_DUTCH);
}

// Whatever language: numbers stay as programs write them.
static void test_numbers_stay(void **state) {
    (void)state;
    char number[16];
    check_language("nl_NL.UTF-8", NULL, NULL, LANGUAGE_DUTCH);
    snprintf(number, sizeof number, "%.1f", 7.5);
    assert_string_equal(number, "7.5");
    assert_true(strtod("7.5", NULL) > 7.4);
}

static void test_errors(void **state) {
    (void)state;
    check_language("C", NULL, NULL, LANGUAGE_ENGLISH);
    assert_string_equal(words_error(ENOENT), "there is no such file or folder");
    assert_string_equal(words_error(ENOSPC), "the disk is full");
    assert_string_equal(words_error(EDQUOT), words_error(ENOSPC));
    assert_string_equal(words_error(EACCES), words_error(EPERM));
    assert_string_equal(words_error(EMFILE), words_error(ENFILE));
    for (int language = 0; language < 2; language++) {
        check_language(language ? "nl_NL" : "C", NULL, NULL, (enum language)language);
        for (int number = -1; number < 200; number++) {
            assert_non_null(words_error(number));
            assert_true(strlen(words_error(number)) > 0);
        }
    }
}

static void test_documents_are_dutch(void **state) {
    (void)state;
    assert_int_equal(words_document_begin("nl"), 0);
    assert_string_equal(words_document_language(), "nl");
    assert_string_equal(D_("Wie doet wat?"), "Wie doet wat?");
    assert_string_equal(D_(""), "");
    assert_string_equal(DP_("zorg", "zorgen", 1), "zorg");
    assert_string_equal(DP_("zorg", "zorgen", 0), "zorgen");
}

static void test_no_such_language(void **state) {
    static const char *const names[] = {"",
                                        "x",
                                        "qq",
                                        "../nl",
                                        "nl/LC_MESSAGES",
                                        "NL",
                                        "nl.UTF-8",
                                        "a very long name of no language at all"};
    char found[8];
    (void)state;
    words_begin();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_int_equal(words_document_begin(names[i]), -1);
    assert_string_equal(words_document_language(), "nl");
    assert_string_equal(D_("Wie doet wat?"), "Wie doet wat?");
    words_document_languages(found, sizeof found);
    assert_int_equal(strncmp(found, "nl", 2), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english_before_the_choice),
        cmocka_unit_test(test_names_of_dutch),
        cmocka_unit_test(test_which_variable_counts),
        cmocka_unit_test(test_numbers_stay),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_documents_are_dutch),
        cmocka_unit_test(test_no_such_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
