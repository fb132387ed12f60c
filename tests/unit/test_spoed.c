// SPDX-License-Identifier: EUPL-1.2
// Tests of acute danger: days in a text, what in a plan speaks of it, and whom to call.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "lib/method/dagen.h"
#include "lib/method/spoed.h"
#include "tests/unit/checking.h"

// Today is 2026-06-01, and the days asked about are the week before it.
static const struct date from = {2026, 5, 25};
static const struct date until = {2026, 6, 1};

static void check_day(const char *text, const char *wanted) {
    char found[DATE_ROOM] = "";
    struct date day;
    if (dagen_named(text_of(text), from, until, &day))
        date_write(day, found);
    assert_string_equal(found, wanted);
}

static void test_days(void **state) {
    (void)state;
    check_day("2026-05-28", "2026-05-28");
    check_day("Op 2026-05-25, in de keuken.", "2026-05-25");
    check_day("Op 28-5-2026 in de keuken", "2026-05-28");
    check_day("(28/05/26) in de keuken", "2026-05-28");
    check_day("28.5.2026", "2026-05-28");
    check_day("Zaterdag 30 mei 2026 sloeg hij.", "2026-05-30");
    check_day("zaterdag 30 Mei om 20.00 uur", "2026-05-30");
    check_day("op 1 jun. bij oma", "2026-06-01");
    check_day("28 mei en 30 mei, en 29 mei", "2026-05-30");
    check_day("op 12 maart 2024 en 26 mei 2026", "2026-05-26");
}

static void test_no_days(void **state) {
    (void)state;
    const char *none[] = {"",
                          "2026-05-24",
                          "2026-06-02",
                          "28 mei 2025",
                          "30 maanden",
                          "2-3 keer",
                          "28-5",
                          "12026-05-28",
                          "2026-05-281",
                          "a28 mei",
                          "45 mei",
                          "28-13-2026",
                          "31-6-2026",
                          "28-5/2026",
                          "28",
                          "28 ",
                          "28 me",
                          "vorige week",
                          "2026-05-2",
                          "20260528",
                          "28 meibloemen",
                          "99999 mei"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        check_day(none[i], "");
}

// A year that turns within the week.
static void test_new_year(void **state) {
    (void)state;
    struct date day;
    assert_true(dagen_named(TEXT("31 december"), (struct date){2025, 12, 28},
                            (struct date){2026, 1, 4}, &day));
    assert_int_equal(day.year, 2025);
    assert_true(dagen_named(TEXT("2 januari"), (struct date){2025, 12, 28},
                            (struct date){2026, 1, 4}, &day));
    assert_int_equal(day.year, 2026);
}

// ---- in a plan ----

static const char people[] = "huishouden: {naam: A, leden: [{id: ann, naam: Ann, rol: moeder}, "
                             "{id: bo, naam: Bo, rol: kind}]}\n";

// Reads the danger of a plan with this safety plan, as "score day".
static void check_danger(const char *safety, const char *wanted) {
    struct checking checking;
    char rest[1024];
    char found[64];
    char day[DATE_ROOM] = "-";
    checking_begin(&checking);
    snprintf(rest, sizeof rest, "%sveiligheidsplan:\n%s", people, safety);
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    struct spoed spoed = spoed_read(&checking.result.plan, until);
    if (spoed.zorg)
        date_write(spoed.dag, day);
    if (spoed.cijfer)
        snprintf(found, sizeof found, "%g %s", spoed.cijfer->cijfer.value, day);
    else
        snprintf(found, sizeof found, "- %s", day);
    assert_string_equal(found, wanted);
    assert_int_equal(spoed_acuut(&spoed), spoed.cijfer || spoed.zorg);
    checking_end(&checking);
}

static void test_score(void **state) {
    (void)state;
    check_danger("  schaal: [{datum: 2026-03-01, wie: ann, cijfer: 2}]\n", "2 -");
    check_danger("  schaal: [{datum: 2026-03-01, wie: ann, cijfer: 2.5}]\n", "- -");
    check_danger("  schaal: [{datum: 2026-03-01, wie: ann, cijfer: 1},\n"
                 "    {datum: 2026-04-01, wie: ann, cijfer: 3}]\n",
                 "- -");
    // Somebody else's later score takes nothing away.
    check_danger("  schaal: [{datum: 2026-03-01, wie: bo, cijfer: 1},\n"
                 "    {datum: 2026-04-01, wie: ann, cijfer: 3}]\n",
                 "1 -");
    check_danger("  schaal: [{datum: 2026-03-01, wie: [ann, bo], cijfer: 0},\n"
                 "    {datum: 2026-04-01, wie: ann, cijfer: 8}]\n",
                 "0 -");
    // Of two on one day the later in the file counts; one that lies ahead does not.
    check_danger("  schaal: [{datum: 2026-03-01, wie: bo, cijfer: 5},\n"
                 "    {datum: 2026-03-01, wie: bo, cijfer: 0}]\n",
                 "0 -");
    check_danger("  schaal: [{datum: 2026-03-01, wie: bo, cijfer: 0},\n"
                 "    {datum: 2026-03-01, wie: bo, cijfer: 5}]\n",
                 "- -");
    check_danger("  schaal: [{datum: 2026-03-01, wie: bo, cijfer: 0},\n"
                 "    {datum: 2026-07-01, wie: bo, cijfer: 9}]\n",
                 "0 -");
    check_danger("  schaal: [{datum: 2026-03-01, wie: bo, cijfer: 2},\n"
                 "    {datum: 2026-03-01, wie: ann, cijfer: 1}]\n",
                 "1 -");
    check_danger("  schaal: [{wie: bo, cijfer: 0}, {datum: 2026-03-01, wie: bo}]\n", "- -");
}

static void test_event(void **state) {
    (void)state;
    check_danger("  zorgen: [{ergste: In de keuken op 28 mei.}]\n", "- 2026-05-28");
    check_danger("  zorgen: [{laatste: op 2026-05-26}, {ergste: op 2026-05-29, eerste: 1 mei}]\n",
                 "- 2026-05-29");
    check_danger("  zorgen: [{ergste: op 2026-05-24, laatste: morgen}]\n", "- -");
    check_danger("  zorgen: []\n", "- -");
}

// ---- whom to call ----

static void check_call(const char *kader, enum language language, const char *wanted) {
    struct checking checking;
    struct spoed_bellen bellen[SPOED_MOST];
    char found[512] = "";
    checking_begin(&checking);
    assert_int_equal(checking_plan_by(&checking, kader, "voortgang", people), 0);
    const struct plan_kader *own = kader[0] ? checking.result.kader : NULL;
    size_t count = spoed_bellen(own, language, bellen);
    assert_in_range(count, 1, SPOED_MOST);
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(found);
        snprintf(found + length, sizeof found - length, "%.*s|", (int)bellen[i].nummer.length,
                 bellen[i].nummer.bytes);
        assert_true(bellen[i].wie.length > 0);
    }
    assert_string_equal(found, wanted);
    checking_end(&checking);
}

static void test_call(void **state) {
    (void)state;
    check_call("", LANGUAGE_DUTCH, "112|0800 2000|via de huisarts of de huisartsenpost|");
    check_call("regio: west\n", LANGUAGE_ENGLISH,
               "112|0800 2000|through the family doctor, or the doctors' post after hours|");
    // 112 is always there, once, and first unless the framework gives it a place.
    check_call("spoed: [{wie: crisisdienst, nummer: 0182 000 190}]\n", LANGUAGE_DUTCH,
               "112|0182 000 190|");
    check_call("spoed: [{wie: a, nummer: 0182 000 190}, {wie: b, nummer: ' 112 '}]\n",
               LANGUAGE_DUTCH, "0182 000 190|112|");
    check_call("spoed: [{wie: a}, {nummer: 1}]\n", LANGUAGE_DUTCH, "112|");
}

static void test_call_many(void **state) {
    (void)state;
    char kader[1024] = "spoed:\n";
    for (int i = 0; i < 30; i++)
        strcat(kader, "  - {wie: a, nummer: 1}\n");
    check_call(kader, LANGUAGE_DUTCH, "112|1|1|1|1|1|1|1|1|1|1|1|");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_days),      cmocka_unit_test(test_no_days),
        cmocka_unit_test(test_new_year),  cmocka_unit_test(test_score),
        cmocka_unit_test(test_event),     cmocka_unit_test(test_call),
        cmocka_unit_test(test_call_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
