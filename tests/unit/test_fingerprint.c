// SPDX-License-Identifier: EUPL-1.2
// Tests of fingerprints: what they are taken over, what leaves them as they are, what changes them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include <utf8proc.h>

#include "lib/base/utf8.h"
#include "lib/method/fingerprint.h"
#include "tests/unit/checking.h"

static struct checking checking;
static struct buffer content;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    buffer_free(&content);
    return 0;
}

static const char *content_of(enum fingerprint_part part, const char *plan) {
    assert_int_equal(checking_plan(&checking, "voortgang", plan), 0);
    buffer_clear(&content);
    fingerprint_content(&checking.result.plan, part, &content);
    buffer_add_char(&content, '\0');
    assert_false(content.failed);
    return content.bytes;
}

static const char *print_of(enum fingerprint_part part, const char *plan) {
    static char print[FINGERPRINT_ROOM];
    assert_int_equal(checking_plan(&checking, "voortgang", plan), 0);
    assert_int_equal(fingerprint_take(&checking.result.plan, part, print), 0);
    return print;
}

// The example of g1p-plan(5).
#define PRINT "sha256:401ea7331d9351dff4bde429ba1bd4d2"
#define ITEM                                                                                       \
    "{\"id\":\"rondje\",\"toezicht\":\"riet\",\"wat\":\"loopt een rondje met de "                  \
    "hond\",\"wie\":[\"tom\"]}"

static void test_as_documented(void **state) {
    (void)state;
    static const char plan[] = "veiligheidsplan:\n"
                               "  afspraken:\n"
                               "    - wie: tom           # tom keeps it\n"
                               "      id: \"rondje\"\n"
                               "      wat: >-\n"
                               "        loopt een rondje\n"
                               "        met de hond\n"
                               "      toezicht: riet\n"
                               "      status: loopt\n";
    assert_string_equal(content_of(FINGERPRINT_AFSPRAKEN, plan), "{\"afspraken\":[" ITEM "]}");
    assert_string_equal(print_of(FINGERPRINT_AFSPRAKEN, plan), PRINT);
    assert_string_equal(print_of(FINGERPRINT_PLAN, plan), PRINT); // there are no goals
}

// Layout, comments, order of keys, quotation marks, x_ keys, what is empty, and how things go.
static void test_stable(void **state) {
    (void)state;
    static const char *const plans[] = {
        "veiligheidsplan: {afspraken: [{id: rondje, wie: tom, toezicht: riet,\n"
        "  wat: loopt een rondje met de hond}]}\n",
        "veiligheidsplan:\n  afspraken:\n  - \"toezicht\": 'riet' # wie let op\n"
        "    wat: |\n      loopt  een\trondje\n      met de hond\n\n"
        "    wie:\n    - tom\n    id: rondje\n",
        "veiligheidsplan: {afspraken: [{id: rondje, wie: [\"tom\"], toezicht: riet, x_a: {wie: "
        "bo},\n"
        "  wat: \" loopt een rondje\\nmet de hond \", waar: , wanneer: '', steun: [], status: "
        "behaald,\n"
        "  bijgesteld: 2026-05-01, evaluaties: [{datum: 2026-05-01, behaald: ja}]}], x_b: 1}\n",
        "veiligheidsplan: {afspraken: [{id: rondje, wie: [tom, ], toezicht: riet,\n"
        "  wat: loopt een rondje met de hond, steun: [{}, {wie: [], wat: \"  \"}], onbekend: x},\n"
        "  {status: vervallen}], zorgen: [{citaat: iets}], ondertekening: [{wie: bo}]}\n"
        "zorgen: [{citaat: iets anders}]\n",
        "\r\nveiligheidsplan:\r\n  afspraken:\r\n  - id: rondje\r\n    wie: tom\r\n    toezicht: "
        "riet\r\n"
        "    wat: >-\r\n      loopt een rondje\r\n      met de hond\r\n",
    };
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
        assert_string_equal(print_of(FINGERPRINT_AFSPRAKEN, plans[i]), PRINT);
}

static void test_changes(void **state) {
    (void)state;
    static const char *const items[] = {
        "{id: rondje, wie: tom, toezicht: riet, wat: loopt een rondje met de hond}, {id: nog}",
        "{id: rondje2, wie: tom, toezicht: riet, wat: loopt een rondje met de hond}",
        "{id: rondje, wie: [tom, bo], toezicht: riet, wat: loopt een rondje met de hond}",
        "{id: rondje, wie: tom, toezicht: tom, wat: loopt een rondje met de hond}",
        "{id: rondje, wie: tom, toezicht: riet, wat: Loopt een rondje met de hond}",
        "{id: rondje, wie: tom, toezicht: riet, wat: loopt een rondje met dehond}",
        "{id: rondje, wie: tom, toezicht: riet, wat: loopt een rondje met de hond, waar: ja}",
        "{id: rondje, wie: tom, toezicht: riet, wat: loopt een rondje met de hond,"
        " gemaakt: 2026-05-12}",
        "{id: rondje, wie: tom, toezicht: riet, wat: loopt een rondje met de hond,"
        " steun: [{wie: bo}]}",
        "",
    };
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        struct buffer plan = {0};
        buffer_format(&plan, "veiligheidsplan: {afspraken: [%s]}\n", items[i]);
        buffer_add_char(&plan, '\0');
        assert_string_not_equal(print_of(FINGERPRINT_AFSPRAKEN, plan.bytes), PRINT);
        buffer_free(&plan);
    }
}

static void test_goals(void **state) {
    (void)state;
    static const char plan[] =
        "doelen:\n"
        "  - {id: b, doel: rust, van: bo, zorgen: [z, y], status: behaald, acties: [\n"
        "      {wie: bo, wat: x, wanneer: 2025, gedaan: 2026-05-01, status: gedaan}, {gedaan: "
        "2026-05-02}]}\n"
        "  - {id: a}\n"
        "veiligheidsplan: {afspraken: [{id: v, waar: ja}]}\n";
    assert_string_equal(content_of(FINGERPRINT_PLAN, plan),
                        "{\"afspraken\":[{\"id\":\"v\",\"waar\":\"ja\"}],\"doelen\":[{\"acties\":[{"
                        "\"wanneer\":\"2025\",\"wat\":\"x\",\"wie\":[\"bo\"]}],\"doel\":\"rust\","
                        "\"id\":\"b\",\"van\":[\"bo\"],\"zorgen\":[\"z\",\"y\"]},{\"id\":\"a\"}]}");
    assert_string_equal(content_of(FINGERPRINT_AFSPRAKEN, plan),
                        "{\"afspraken\":[{\"id\":\"v\",\"waar\":\"ja\"}]}");
}

static void test_texts(void **state) {
    (void)state;
    // e with a combining accent, and the letter that is one character; marks that JSON escapes.
    assert_string_equal(
        content_of(FINGERPRINT_AFSPRAKEN, "veiligheidsplan: {afspraken: [{wat: \"e\xCC\x81\xC3\xA9 "
                                          "\\\"\\\\/\\b\\f\\x01\\x7f\"}]}\n"),
        "{\"afspraken\":[{\"wat\":\"\xC3\xA9\xC3\xA9 \\\"\\\\/\\b\\f\\u0001\x7F\"}]}");
    // Other blanks stay: they are characters.
    assert_string_equal(content_of(FINGERPRINT_AFSPRAKEN,
                                   "veiligheidsplan: {afspraken: [{wat: \"a\xC2\xA0 b\"}]}\n"),
                        "{\"afspraken\":[{\"wat\":\"a\xC2\xA0 b\"}]}");
}

// Every character comes out as the NFC of itself, also those that are known to be so by their
// bytes. (What no plan may hold, and halves of pairs, are left out.)
static void test_characters(void **state) {
    (void)state;
    for (uint32_t point = 0xA0; point < 0x3100; point++) {
        char text[8] = "a";
        char plan[96];
        char expected[96];
        utf8proc_uint8_t *composed;
        if (point == 0x2028 || point == 0x2029)
            continue;
        text[1 + utf8_encode(point, text + 1)] = '\0';
        composed = utf8proc_NFC((const utf8proc_uint8_t *)text);
        assert_non_null(composed);
        snprintf(plan, sizeof plan, "veiligheidsplan: {afspraken: [{wat: \"%s\"}]}\n", text);
        snprintf(expected, sizeof expected, "{\"afspraken\":[{\"wat\":\"%s\"}]}",
                 (const char *)composed);
        assert_string_equal(content_of(FINGERPRINT_AFSPRAKEN, plan), expected);
        free(composed);
    }
}

static void test_nothing(void **state) {
    (void)state;
    static const char print[] = "sha256:44136fa355b3678a1146ad16f7e8649e"; // of {}
    assert_string_equal(print_of(FINGERPRINT_PLAN, ""), print);
    assert_string_equal(print_of(FINGERPRINT_PLAN, "doelen: []\nveiligheidsplan: {}\n"), print);
    assert_string_equal(print_of(FINGERPRINT_PLAN, "doelen: veel\n"), print);
}

// A key that stands there twice is taken once, and strange values are no trouble.
static void test_errors_of_form(void **state) {
    (void)state;
    assert_string_equal(
        content_of(
            FINGERPRINT_AFSPRAKEN,
            "veiligheidsplan: {afspraken: [{id: a, id: b, wie: {c: d}, wat: [e, {f: g}]}, h]}\n"),
        "{\"afspraken\":[{\"id\":\"a\",\"wat\":[\"e\"]},\"h\"]}");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_as_documented), TEST(test_stable),         TEST(test_changes),
        TEST(test_goals),         TEST(test_texts),          TEST(test_characters),
        TEST(test_nothing),       TEST(test_errors_of_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
