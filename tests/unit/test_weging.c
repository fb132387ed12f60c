// SPDX-License-Identifier: EUPL-1.2
// Tests of the weighing: all 243 combinations of answers, against a table written out by hand from
// the five questions of WP stap 4-5.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/method/weging.h"

// One row for each answer to questions 1, 2 and 3; in it nine cells, for 4 and 5, in the order of
// `columns`. j is ja, n is nee, o is onbekend.
//
// A cell: the outcome (A afsluiten, M melden, B melden en hulp, H hulp, V volgen, O open); whether
// to report and whether to help (J, N, O); the question that is still needed (- none); how many
// questions were walked; and ! where it comes to a report whatever the open answer will be.
static const char columns[9][3] = {"jj", "jn", "jo", "nj", "nn", "no", "oj", "on", "oo"};

static const struct {
    const char *first; // the answers to 1, 2 and 3
    const char *cells[9];
} table[27] = {
    {"jjj",
     {"BJJ-5.", "BJJ-5.", "BJJ54.", "MJN-4.", "MJN-4.", "MJN-4.", "MJO43.", "MJO43!", "MJO43."}},
    {"jjn",
     {"MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3."}},
    {"jjo",
     {"MJO32.", "MJO32!", "MJO32.", "MJO32!", "MJO32!", "MJO32!", "MJO32.", "MJO32!", "MJO32."}},
    {"jnj",
     {"VNJ-5.", "BJJ-5.", "HOJ54.", "MJN-4.", "MJN-4.", "MJN-4.", "OOO43.", "OOO43!", "OOO43."}},
    {"jnn",
     {"MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3.", "MJN-3."}},
    {"jno",
     {"OOO32.", "OOO32!", "OOO32.", "OOO32!", "OOO32!", "OOO32!", "OOO32.", "OOO32!", "OOO32."}},
    {"joj",
     {"OOO21.", "OOO21!", "OOO21.", "OOO21!", "OOO21!", "OOO21!", "OOO21.", "OOO21!", "OOO21."}},
    {"jon",
     {"OOO21!", "OOO21!", "OOO21!", "OOO21!", "OOO21!", "OOO21!", "OOO21!", "OOO21!", "OOO21!"}},
    {"joo",
     {"OOO21.", "OOO21!", "OOO21.", "OOO21!", "OOO21!", "OOO21!", "OOO21.", "OOO21!", "OOO21."}},
    {"njj",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"njn",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"njo",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"nnj",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"nnn",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"nno",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"noj",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"non",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"noo",
     {"ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1.", "ANN-1."}},
    {"ojj",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"ojn",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"ojo",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"onj",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"onn",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"ono",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"ooj",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"oon",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
    {"ooo",
     {"OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10.", "OOO10."}},
};

static enum weging_woord answer(char letter) {
    return letter == 'j' ? WEGING_JA : letter == 'n' ? WEGING_NEE : WEGING_OPEN;
}

static char letter(enum weging_woord woord) {
    return woord == WEGING_JA ? 'J' : woord == WEGING_NEE ? 'N' : 'O';
}

static void check_cell(const char *first, const char *rest, const char *expected) {
    static const char outcomes[] = "AMBHVO";
    enum weging_woord answers[WEGING_VRAGEN];
    char letters[6] = {0};
    char found[7];
    memcpy(letters, first, 3);
    memcpy(letters + 3, rest, 2);
    for (int i = 0; i < WEGING_VRAGEN; i++)
        answers[i] = answer(letters[i]);
    struct weging weging = weging_weeg(answers);
    found[0] = outcomes[weging.uitkomst];
    found[1] = letter(weging.melden);
    found[2] = letter(weging.hulp);
    found[3] = weging.volgende < 0 ? '-' : "12345"[weging.volgende];
    found[4] = "012345"[weging.bereikt];
    found[5] = weging.hoe_dan_ook ? '!' : '.';
    found[6] = '\0';
    if (strcmp(found, expected) != 0)
        fail_msg("%s: %s, and %s is expected", letters, found, expected);
    // What was answered and not walked is said to be so; nothing else is.
    int walked = expected[4] - '0';
    for (int i = 0; i < WEGING_VRAGEN; i++)
        assert_int_equal(weging.genegeerd[i], i >= walked && letters[i] != 'o');
}

static void test_all(void **state) {
    (void)state;
    unsigned cells = 0;
    for (int row = 0; row < 27; row++)
        for (int other = 0; other < row; other++)
            assert_string_not_equal(table[row].first, table[other].first);
    for (int row = 0; row < 27; row++)
        for (int column = 0; column < 9; column++, cells++)
            check_cell(table[row].first, columns[column], table[row].cells[column]);
    assert_int_equal(cells, 243);
}

static bool ends(const char *letters) {
    enum weging_woord answers[WEGING_VRAGEN];
    for (int i = 0; i < WEGING_VRAGEN; i++)
        answers[i] = answer(letters[i]);
    struct weging weging = weging_weeg(answers);
    return weging_eindigt(&weging, answers);
}

static void test_ends(void **state) {
    (void)state;
    assert_true(ends("nooooo"));
    assert_true(ends("jnjjj"));
    assert_true(ends("jjjjj")); // reported, and safe for good since
    assert_false(ends("jnjjn"));
    assert_false(ends("jnjjo"));
    assert_false(ends("jnjoj")); // an answer that was not reached ends nothing
    assert_false(ends("jjnoo"));
    assert_false(ends("ooooo"));
}

static void test_read(void **state) {
    (void)state;
    struct node node = {.kind = NODE_SCALAR};
    struct plan_weging written = {.vermoeden = {&node, JA_NEE_ONBEKEND_JA},
                                  .acuut_of_structureel = {&node, JA_NEE_ONBEKEND_NEE},
                                  .effectieve_hulp = {&node, JA_NEE_ONBEKEND_ONBEKEND},
                                  .medewerking = {&node, -1},
                                  .duurzame_veiligheid = {NULL, -1}};
    enum weging_woord answers[WEGING_VRAGEN];
    weging_antwoorden(&written, answers);
    assert_int_equal(answers[0], WEGING_JA);
    assert_int_equal(answers[1], WEGING_NEE);
    assert_int_equal(answers[2], WEGING_OPEN);
    assert_int_equal(answers[3], WEGING_OPEN);
    assert_int_equal(answers[4], WEGING_OPEN);
    assert_int_equal(weging_van(&written).volgende, WEGING_EFFECTIEVE_HULP);
}

static void test_words(void **state) {
    (void)state;
    assert_string_equal(weging_veld(WEGING_VERMOEDEN), "vermoeden");
    assert_string_equal(weging_veld(WEGING_ACUUT_OF_STRUCTUREEL), "acuut_of_structureel");
    assert_string_equal(weging_veld(WEGING_EFFECTIEVE_HULP), "effectieve_hulp");
    assert_string_equal(weging_veld(WEGING_MEDEWERKING), "medewerking");
    assert_string_equal(weging_veld(WEGING_DUURZAME_VEILIGHEID), "duurzame_veiligheid");
    assert_string_equal(weging_antwoord(WEGING_OPEN), "onbekend");
    assert_string_equal(weging_antwoord(WEGING_NEE), "nee");
    assert_string_equal(weging_woord(WEGING_OPEN), "open");
    assert_string_equal(weging_woord(WEGING_JA), "ja");
    assert_string_equal(weging_uitkomst(UITKOMST_AFSLUITEN), "afsluiten");
    assert_string_equal(weging_uitkomst(UITKOMST_MELDEN), "melden");
    assert_string_equal(weging_uitkomst(UITKOMST_MELDEN_EN_HULP), "melden_en_hulp");
    assert_string_equal(weging_uitkomst(UITKOMST_HULP), "hulp");
    assert_string_equal(weging_uitkomst(UITKOMST_VOLGEN), "volgen");
    assert_string_equal(weging_uitkomst(UITKOMST_OPEN), "open");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all), cmocka_unit_test(test_ends),
                                       cmocka_unit_test(test_read), cmocka_unit_test(test_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
