// SPDX-License-Identifier: EUPL-1.2
// Tests of the time line and of the parts of life: what is counted, and that it is drawn.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/render/leefgebieden.h"
#include "lib/render/tijdlijn.h"
#include "tests/unit/checking.h"

static struct checking checking;
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

static bool read_line(const char *plan, struct tijdlijn *lijn) {
    assert_int_equal(checking_plan(&checking, "voortgang", plan), 0);
    return tijdlijn_read(&checking.result.plan, checking.options.today, lijn);
}

static const char *draw(const struct tijdlijn *lijn) {
    buffer_clear(&text);
    tijdlijn_draw(lijn, &text);
    assert_false(text.failed);
    buffer_add_char(&text, '\0');
    assert_null(strchr(text.bytes, '%'));
    return text.bytes;
}

static size_t count(const char *in, const char *what) {
    size_t found = 0;
    for (; (in = strstr(in, what)); in++)
        found++;
    return found;
}

static void test_nothing(void **state) {
    (void)state;
    struct tijdlijn lijn;
    assert_false(read_line("", &lijn));
    assert_false(read_line("doelen: [{id: d, doel: X, acties: [{wie: a, wat: b}]}]\n", &lijn));
    assert_false(
        read_line("doelen: [{id: d, doel: X, evaluatie: 2026-07-01, status: vervallen}]\n", &lijn));
}

static void test_range(void **state) {
    (void)state;
    struct tijdlijn lijn;
    assert_true(read_line("doelen: [{id: d, doel: X, afgesproken: 2026-01-01, acties: [\n"
                          "  {wie: a, wat: b, uiterlijk: 2026-09-01},\n"
                          "  {wie: a, wat: b, uiterlijk: 2027-01-01, status: vervallen}]}]\n",
                          &lijn));
    assert_int_equal(date_compare(lijn.first, (struct date){2026, 1, 1}), 0);
    assert_int_equal(date_compare(lijn.last, (struct date){2026, 9, 1}), 0);
    // All on the day of today: there is room around it.
    assert_true(read_line("doelen: [{id: d, doel: X, evaluatie: 2026-06-01, acties: [\n"
                          "  {wie: a, wat: b, uiterlijk: 2026-06-01},\n"
                          "  {wie: a, wat: b, uiterlijk: 2026-06-01}]}]\n",
                          &lijn));
    assert_true(date_days(lijn.last) - date_days(lijn.first) >= 28);
    assert_int_equal(count(draw(&lijn), ">vandaag<"), 1);
    // From one end of the calendar to the other.
    assert_true(read_line("doelen: [{id: d, doel: X, afgesproken: 0001-01-01, evaluatie: "
                          "9999-12-31}]\n",
                          &lijn));
    assert_true(strlen(draw(&lijn)) < 20000);
}

static void test_standing(void **state) {
    (void)state;
    struct tijdlijn lijn;
    assert_true(read_line("doelen:\n"
                          "  - {id: w, doel: weg, status: vervallen}\n"
                          "  - {id: d, doel: X, status: behaald, evaluatie: 2026-07-01, acties: [\n"
                          "     {wie: a, wat: b, uiterlijk: 2026-05-01},\n"
                          "     {wie: a, wat: b, uiterlijk: 2026-05-01, gedaan: 2026-05-02},\n"
                          "     {wie: a, wat: b, uiterlijk: 2026-06-01},\n"
                          "     {wie: a, wat: b}]}\n",
                          &lijn));
    const struct plan_actie *actions = lijn.doelen[0]->acties.items;
    assert_int_equal(tijdlijn_stand(&actions[0], lijn.today), STAND_VOORBIJ);
    assert_int_equal(tijdlijn_stand(&actions[1], lijn.today), STAND_GEDAAN);
    assert_int_equal(tijdlijn_stand(&actions[2], lijn.today), STAND_NOG_DOEN);
    assert_int_equal(tijdlijn_day(&actions[1]).day, 2);
    const char *svg = draw(&lijn);
    assert_non_null(strstr(svg, ">Doel 2<"));
    assert_non_null(strstr(svg, ">2a<"));
    assert_non_null(strstr(svg, ">2d<"));
    assert_non_null(strstr(svg, ">geen dag<"));
    assert_non_null(strstr(svg, ">behaald<"));
}

static void test_many(void **state) {
    (void)state;
    struct tijdlijn lijn;
    struct buffer plan = {0};
    buffer_add_string(&plan, "doelen:\n");
    for (int i = 0; i < TIJDLIJN_MOST_GOALS + 5; i++)
        buffer_format(
            &plan, "  - {id: d%d, doel: X, acties: [{wie: a, wat: b, uiterlijk: 2026-06-%02d}]}\n",
            i, i % 28 + 1);
    buffer_add_char(&plan, '\0');
    assert_true(read_line(plan.bytes, &lijn));
    assert_int_equal(lijn.count, TIJDLIJN_MOST_GOALS);
    assert_int_equal(lijn.dropped, 5);
    assert_true(lijn.shared);
    assert_null(strstr(draw(&lijn), ">1a<"));
    buffer_free(&plan);
}

static void test_letters(void **state) {
    (void)state;
    char letters[TIJDLIJN_LETTERS];
    static const struct {
        size_t index;
        const char *expected;
    } rows[] = {{0, "a"}, {25, "z"}, {26, "aa"}, {51, "az"}, {52, "ba"}, {701, "zz"}, {702, "aaa"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tijdlijn_letters(rows[i].index, letters);
        assert_string_equal(letters, rows[i].expected);
    }
    tijdlijn_letters((size_t)-1 / 2, letters);
    assert_true(strlen(letters) < TIJDLIJN_LETTERS);
}

// ---- parts of life ----

static bool read_areas(const char *plan, struct leefgebieden *gebieden) {
    assert_int_equal(checking_plan(&checking, "voortgang", plan), 0);
    return leefgebieden_read(&checking.result.plan, gebieden);
}

static void test_areas(void **state) {
    (void)state;
    struct leefgebieden gebieden;
    assert_false(read_areas("", &gebieden));
    assert_false(read_areas("krachten: [{citaat: x}]\n", &gebieden));
    assert_true(read_areas("krachten: [{citaat: x}, {citaat: x, leefgebied: gezin}]\n"
                           "zorgen: [{citaat: x, leefgebied: gezin, status: opgelost},\n"
                           "  {citaat: x, leefgebied: gezin}, {citaat: x, leefgebied: wonen}]\n"
                           "zonder_bijzonderheden: [werk, wonen]\n",
                           &gebieden));
    assert_int_equal(gebieden.count, 4);
    assert_int_equal(gebieden.rijen[0].woord->value, LEEFGEBIED_WERK);
    assert_int_equal(gebieden.rijen[0].krachten + gebieden.rijen[0].zorgen, 0);
    assert_int_equal(gebieden.rijen[1].zorgen, 1);
    assert_int_equal(gebieden.rijen[2].krachten, 1);
    assert_int_equal(gebieden.rijen[2].zorgen, 1);
    assert_int_equal(gebieden.rijen[2].opgelost, 1);
    assert_null(gebieden.rijen[3].woord);
    leefgebieden_draw(&gebieden, &text);
    buffer_add_char(&text, '\0');
    assert_int_equal(count(text.bytes, ">+<"), 2);
    assert_int_equal(count(text.bytes, ">!<"), 2);
    assert_int_equal(count(text.bytes, ">✓<"), 1);
}

static void test_many_areas(void **state) {
    (void)state;
    struct leefgebieden gebieden;
    struct buffer plan = {0};
    buffer_add_string(&plan, "zorgen: [");
    for (int i = 0; i < 40; i++)
        buffer_format(&plan, "{citaat: x, leefgebied: 'x%d<b>'}, {citaat: x, leefgebied: werk}, ",
                      i);
    buffer_add_string(&plan, "]\n");
    buffer_add_char(&plan, '\0');
    assert_true(read_areas(plan.bytes, &gebieden));
    assert_int_equal(gebieden.count, LEEFGEBIEDEN_MOST);
    leefgebieden_draw(&gebieden, &text);
    buffer_add_char(&text, '\0');
    assert_non_null(strstr(text.bytes, "× 40"));
    assert_null(strstr(text.bytes, "<b>"));
    buffer_free(&plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nothing, begin, end),
        cmocka_unit_test_setup_teardown(test_range, begin, end),
        cmocka_unit_test_setup_teardown(test_standing, begin, end),
        cmocka_unit_test_setup_teardown(test_many, begin, end),
        cmocka_unit_test_setup_teardown(test_letters, begin, end),
        cmocka_unit_test_setup_teardown(test_areas, begin, end),
        cmocka_unit_test_setup_teardown(test_many_areas, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
