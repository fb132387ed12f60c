// SPDX-License-Identifier: EUPL-1.2
// Tests of the shapes of scalars: what stands there counts, not what YAML would make of it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "build/gen/schema_words.h"
#include "lib/schema/scalar.h"

enum { FINE = -1 };

// What is wrong with `text` as a value of `type`; `near` is what should be meant ("" for nothing).
static void check_near(enum schema_type_name type, const char *text, int expected,
                       const char *near) {
    struct node node = {.kind = NODE_SCALAR, .text = text_of(text)};
    struct text meant = {"", 0};
    int fault = scalar_fault(&schema_types[type], &node, &meant);
    if (fault != expected || !text_is(meant, near))
        print_error("%s as %s: %d, meant %.*s\n", text, schema_types[type].name, fault,
                    (int)meant.length, meant.bytes);
    assert_int_equal(fault, expected);
    assert_true(text_is(meant, near));
}

static void check(enum schema_type_name type, const char *text, int expected) {
    check_near(type, text, expected, "");
}

static void test_text(void **state) {
    (void)state;
    static const char *const texts[] = {"nee", "2025", "08", "2026-03-12", "null", "~", "1e3", "é"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        check(TYPE_TEKST, texts[i], FINE);
        check(TYPE_TEKST_VERPLICHT, texts[i], FINE);
        check(TYPE_RUWE_DATUM, texts[i], FINE);
    }
    check(TYPE_TEKST, "", FINE);
    check(TYPE_TEKST_VERPLICHT, "", SCHEMA_EMPTY);
    check(TYPE_RUWE_DATUM, "sinds de verhuizing", FINE);
}

static void test_words(void **state) {
    (void)state;
    struct node node = {.kind = NODE_SCALAR, .text = TEXT("nee")};
    struct text near = {"", 0};
    assert_int_equal(scalar_fault(&schema_types[TYPE_JA_NEE], &node, &near), FINE);
    assert_int_equal(node.word, JA_NEE_NEE + 1);
    check(TYPE_JA_NEE, "ja", FINE);
    check_near(TYPE_JA_NEE, "Ja", SCHEMA_WORD, "ja");
    check(TYPE_JA_NEE, "true", SCHEMA_WORD);
    check(TYPE_JA_NEE, "onbekend", SCHEMA_WORD);
    check(TYPE_JA_NEE_ONBEKEND, "onbekend", FINE);
    check(TYPE_JA_NEE, "", SCHEMA_WORD);
    check_near(TYPE_DOELSTATUS, "behald", SCHEMA_WORD, "behaald");
    check_near(TYPE_FASE, "voortgangs_overleg", SCHEMA_WORD, "voortgangsoverleg");
    check(TYPE_DOELSTATUS, "moeder wil het niet meer", SCHEMA_WORD);
}

// A kader may add its own leefgebieden: any id will do, the usual ones are known.
static void test_open_words(void **state) {
    (void)state;
    struct node node = {.kind = NODE_SCALAR, .text = TEXT("gezin")};
    struct text near = {"", 0};
    assert_int_equal(scalar_fault(&schema_types[TYPE_LEEFGEBIED], &node, &near), FINE);
    assert_int_equal(node.word, LEEFGEBIED_GEZIN + 1);
    check(TYPE_LEEFGEBIED, "zingeving", FINE);
    check(TYPE_LEEFGEBIED, "Wonen en zo", SCHEMA_ID);
}

static void test_dates(void **state) {
    (void)state;
    check(TYPE_DATUM, "2026-03-12", FINE);
    check(TYPE_DATUM, "2024-02-29", FINE);
    check(TYPE_DATUM, "2026-02-29", SCHEMA_DATE);
    check(TYPE_DATUM, "2026-02-30", SCHEMA_DATE);
    check(TYPE_DATUM, "2026-13-01", SCHEMA_DATE);
    check(TYPE_DATUM, "2026-00-10", SCHEMA_DATE);
    check(TYPE_DATUM, "0000-01-01", SCHEMA_DATE);
    check(TYPE_DATUM, "2026-3-12", SCHEMA_DATE);
    check(TYPE_DATUM, "12-03-2026", SCHEMA_DATE);
    check(TYPE_DATUM, "2026-03-12 ", SCHEMA_DATE);
    check(TYPE_DATUM, "2026-03-12T10:00:00", SCHEMA_DATE);
    check(TYPE_DATUM, "2026", SCHEMA_DATE);
    check(TYPE_DATUM, "", SCHEMA_DATE);
}

static void test_times(void **state) {
    (void)state;
    check(TYPE_TIJD, "00:00", FINE);
    check(TYPE_TIJD, "19:59", FINE);
    check(TYPE_TIJD, "23:59", FINE);
    check(TYPE_TIJD, "24:00", SCHEMA_TIME);
    check(TYPE_TIJD, "12:60", SCHEMA_TIME);
    check(TYPE_TIJD, "9:30", SCHEMA_TIME);
    check(TYPE_TIJD, "14.30", SCHEMA_TIME);
    check(TYPE_TIJD, "14:3x", SCHEMA_TIME);
    check(TYPE_TIJD, "half drie", SCHEMA_TIME);
}

static void test_numbers(void **state) {
    (void)state;
    static const char *const good[] = {"0",   "-0",  "10",   "5.5",   "7.0", "7.50",
                                       "1e1", "1E1", "1e+1", "50e-1", "0.5", "10.000"};
    static const char *const bad[] = {"11",  "-1",  "-0.5",  "7.25", "10.5", "08",  "1e2", "1e",
                                      ".5",  "5.",  "3,5",   "0x5",  "+5",   "5 ",  " 5",  "vijf",
                                      "inf", "nan", "1e999", "",     "-",    "--1", "1_0", "1e+"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        check(TYPE_CIJFER, good[i], FINE);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        check(TYPE_CIJFER, bad[i], SCHEMA_NUMBER);
    check(TYPE_CIJFER, "1.00000000000000000000000000000000000000", SCHEMA_NUMBER);
    check(TYPE_RANGNUMMER, "1", FINE);
    check(TYPE_RANGNUMMER, "12", FINE);
    check(TYPE_RANGNUMMER, "0", SCHEMA_NUMBER);
    check(TYPE_RANGNUMMER, "1.5", SCHEMA_NUMBER);
    check(TYPE_RANGNUMMER, "-1", SCHEMA_NUMBER);
}

static void test_reading_numbers(void **state) {
    (void)state;
    double value = 0;
    assert_true(scalar_number(TEXT("1e1"), &value));
    assert_float_equal(value, 10, 0);
    assert_true(scalar_number(TEXT("-7.25"), &value));
    assert_float_equal(value, -7.25, 0);
    assert_false(scalar_number(TEXT("3,5"), &value));
    assert_false(scalar_number(TEXT("08"), &value));
}

static void test_ids_and_codes(void **state) {
    (void)state;
    check(TYPE_ID, "oom_jan", FINE);
    check(TYPE_ID, "Oma Riet", SCHEMA_ID);
    check(TYPE_ID, "nee", SCHEMA_ID);
    check(TYPE_VINGERAFDRUK, "sha256:0123456789abcdef0123456789abcdef", FINE);
    check(TYPE_VINGERAFDRUK, "sha256:0123456789ABCDEF0123456789abcdef", SCHEMA_FINGERPRINT);
    check(TYPE_VINGERAFDRUK, "sha256:0123456789abcdef0123456789abcde", SCHEMA_FINGERPRINT);
    check(TYPE_VINGERAFDRUK, "sha512:0123456789abcdef0123456789abcdef", SCHEMA_FINGERPRINT);
    check(TYPE_REGEL_ID, "OP-17", FINE);
    check(TYPE_REGEL_ID, "FMT-01", FINE);
    check(TYPE_REGEL_ID, "UZ-99", FINE);
    check(TYPE_REGEL_ID, "op-17", SCHEMA_RULE);
    check(TYPE_REGEL_ID, "OP-1", SCHEMA_RULE);
    check(TYPE_REGEL_ID, "OP-177", SCHEMA_RULE);
    check(TYPE_REGEL_ID, "XX-17", SCHEMA_RULE);
    check(TYPE_REGEL_ID, "OP17", SCHEMA_RULE);
}

// The first two lines of a file hold one value each.
static void test_fixed(void **state) {
    (void)state;
    const struct schema_type *version = schema_field(schema_plan, TEXT("g1p"))->type;
    const struct schema_type *kind = schema_field(schema_plan, TEXT("soort"))->type;
    static const struct {
        const char *text;
        bool version;
        bool fine;
    } cases[] = {{"1", true, true},      {"1.0", true, true}, {"2", true, false},
                 {"01", true, false},    {"", true, false},   {"plan", false, true},
                 {"Plan", false, false}, {"1", false, false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct node node = {.kind = NODE_SCALAR, .text = text_of(cases[i].text)};
        struct text near = {"", 0};
        int fault = scalar_fault(cases[i].version ? version : kind, &node, &near);
        assert_int_equal(fault, cases[i].fine ? FINE : SCHEMA_FIXED);
        assert_true(text_is(near, cases[i].version ? "1" : "plan"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_open_words),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_times),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_reading_numbers),
        cmocka_unit_test(test_ids_and_codes),
        cmocka_unit_test(test_fixed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
