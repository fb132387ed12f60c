// SPDX-License-Identifier: EUPL-1.2
// Tests of the calendar: folding, escaping, UIDs, what belongs in it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "lib/method/due.h"
#include "lib/render/ics.h"
#include "lib/render/part.h"
#include "tests/unit/checking.h"

static struct checking checking;
static struct buffer out;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    buffer_free(&out);
    return 0;
}

static const char *render_part(const char *rest, const struct part *part) {
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    struct document_page page = {.plan = &checking.result.plan,
                                 .today = checking.options.today,
                                 .part = part,
                                 .form = DOCUMENT_ALONE};
    buffer_clear(&out);
    assert_int_equal(ics_plan(&page, &checking.arena, &out), 0);
    buffer_add_char(&out, '\0');
    return out.bytes;
}

static const char *render(const char *rest) {
    return render_part(rest, part_named("plan"));
}

static void check_holds(const char *rest, const char *expected) {
    const char *ics = render(rest);
    if (!strstr(ics, expected))
        print_error("%s\nis not in\n%s\n", expected, ics);
    assert_non_null(strstr(ics, expected));
}

static const char goal[] = "doelen: [{id: rust, doel: 'Rust, thuis; ja\\nee', acties: [\n"
                           "  {id: bel, wie: [], wat: belt, uiterlijk: 2026-07-01}]}]\n";

static void test_action(void **state) {
    (void)state;
    check_holds(goal, "\r\nBEGIN:VTODO\r\nUID:");
    check_holds(goal, "@g1p\r\nDTSTAMP:20260601T000000Z\r\nCLASS:CONFIDENTIAL\r\n"
                      "DUE;VALUE=DATE:20260701\r\nSUMMARY:belt\r\n"
                      "DESCRIPTION:Doel: Rust\\, thuis\\; ja\\\\nee\r\nSTATUS:NEEDS-ACTION\r\n"
                      "END:VTODO\r\n");
    assert_null(strstr(render("doelen: [{doel: x, acties: [{wat: belt, uiterlijk: 2026-07-01,"
                              " status: gedaan}]}]\n"),
                       "VTODO"));
}

static void test_meeting(void **state) {
    (void)state;
    check_holds(
        "overleggen: [{datum: 2026-06-10, tijd: '19:30', soort: start, plaats: 'hier, ja'}]\n",
        "DTSTART;TZID=Europe/Amsterdam:20260610T193000\r\n");
    check_holds("overleggen: [{datum: 2026-06-10, plaats: 'hier, ja'}]\n",
                "DTSTART;VALUE=DATE:20260610\r\nSUMMARY:Overleg\r\nLOCATION:hier\\, ja\r\n");
    check_holds("overleggen: [{datum: 2026-05-10, tijd: '19:30', plaats: daar,"
                " volgende: 2026-06-12}]\n",
                "DTSTART;VALUE=DATE:20260612\r\nSUMMARY:Overleg\r\nEND:VEVENT\r\n");
    assert_null(strstr(render("overleggen: [{datum: 2026-05-10}]\n"), "VEVENT"));
}

static void test_evaluation(void **state) {
    (void)state;
    check_holds("doelen: [{id: rust, doel: Rust, evaluatie: 2026-08-01}]\n",
                "DTSTART;VALUE=DATE:20260801\r\nTRANSP:TRANSPARENT\r\n"
                "SUMMARY:Terugkijken op het doel: Rust\r\nEND:VEVENT\r\n");
}

// No line is longer than 75 octets, none breaks a letter, and unfolded it is what it was.
static void test_folding(void **state) {
    (void)state;
    for (size_t shift = 0; shift < 80; shift++) {
        char plan[700];
        char words[300] = "";
        for (size_t i = 0; i < shift; i++)
            strcat(words, "a");
        for (size_t i = 0; i < 60; i++)
            strcat(words, "\xe2\x82\xac");
        snprintf(plan, sizeof plan,
                 "doelen: [{doel: x, acties: [{wat: %s, uiterlijk: 2026-07-01}]}]\n", words);
        const char *ics = render(plan);
        char unfolded[8192] = "";
        size_t length = 0;
        size_t line = 0;
        for (const char *at = ics; *at; at++) {
            if (strncmp(at, "\r\n ", 3) == 0) {
                assert_int_not_equal(at[3] & 0xc0, 0x80);
                at += 2;
                line = 1;
                continue;
            }
            line = *at == '\n' ? 0 : line + 1;
            assert_true(line <= 76); // with the carriage return
            unfolded[length++] = *at;
        }
        assert_non_null(strstr(unfolded, words));
    }
}

static void copy_uid(const char *rest, char into[64]) {
    const char *uid = strstr(strstr(render(rest), "END:VTIMEZONE"), "UID:");
    assert_non_null(uid);
    memcpy(into, uid, 63);
    into[63] = '\0';
    assert_non_null(strstr(into, "@g1p\r\n"));
}

// What has an id keeps its UID whatever else changes; what has none keeps it while it is the same.
static void test_uid(void **state) {
    (void)state;
    char a[64];
    char b[64];
    copy_uid("doelen: [{id: rust, doel: Rust, evaluatie: 2026-08-01}]\n", a);
    copy_uid("doelen: [{id: rust, doel: Meer rust, evaluatie: 2026-09-01}]\n", b);
    assert_string_equal(a, b);
    copy_uid("doelen: [{id: orde, doel: Rust, evaluatie: 2026-08-01}]\n", b);
    assert_string_not_equal(a, b);
    copy_uid("overleggen: [{datum: 2026-06-10, plaats: hier}]\n", a);
    copy_uid("overleggen: [{datum: 2026-05-10, volgende: 2026-06-10}]\n", b);
    assert_string_equal(a, b);
    copy_uid("doelen: [{doel: x, acties: [{wat: belt, uiterlijk: 2026-07-01}]}]\n", a);
    copy_uid("doelen: [{doel: x, acties: [{wat: schrijft, uiterlijk: 2026-07-01}]}]\n", b);
    assert_string_not_equal(a, b);
}

// A part says what of it belongs in a calendar.
static void test_part(void **state) {
    (void)state;
    struct part only = *part_named("plan");
    only.due = 1u << DUE_EVALUATIE;
    const char *ics = render_part("doelen: [{id: rust, doel: Rust, evaluatie: 2026-08-01, acties:"
                                  " [{wat: belt, uiterlijk: 2026-07-01}]}]\n",
                                  &only);
    assert_non_null(strstr(ics, "VEVENT"));
    assert_null(strstr(ics, "VTODO"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_action, begin, end),
        cmocka_unit_test_setup_teardown(test_meeting, begin, end),
        cmocka_unit_test_setup_teardown(test_evaluation, begin, end),
        cmocka_unit_test_setup_teardown(test_folding, begin, end),
        cmocka_unit_test_setup_teardown(test_uid, begin, end),
        cmocka_unit_test_setup_teardown(test_part, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
