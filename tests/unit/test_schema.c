// SPDX-License-Identifier: EUPL-1.2
// Tests of looking things up in the tables of the format.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "build/gen/schema_words.h"
#include "lib/schema/schema.h"

static void test_fields_by_name(void **state) {
    (void)state;
    for (unsigned i = 0; i < schema_type_count; i++) {
        const struct schema_type *type = &schema_types[i];
        assert_int_equal(type->id, i);
        for (unsigned k = 0; k < type->field_count; k++) {
            const struct schema_field *field = &type->fields[k];
            assert_int_equal(field->name_length, strlen(field->name));
            assert_ptr_equal(schema_field(type, text_of(field->name)), field);
            assert_non_null(field->type);
            assert_true(field->title[0] && field->description[0]);
            assert_true(field->id < schema_field_count);
        }
    }
    assert_null(schema_field(schema_plan, TEXT("")));
    assert_null(schema_field(schema_plan, TEXT("Fase")));
    assert_null(schema_field(schema_plan, TEXT("fas")));
    assert_null(schema_field(schema_plan, TEXT("een_heel_lange_naam_die_nergens_bij_hoort")));
    assert_null(schema_field(&schema_types[TYPE_TEKST], TEXT("fase")));
}

static void test_fields_by_path(void **state) {
    (void)state;
    const struct schema_field *field = schema_path(schema_plan, "veiligheidsplan.schaal.cijfer");
    assert_non_null(field);
    assert_string_equal(field->name, "cijfer");
    assert_ptr_equal(schema_path(schema_plan, "fase"), schema_field(schema_plan, TEXT("fase")));
    const char *none[] = {"",      ".",
                          "fase.", "fase.x",
                          ".fase", "veiligheidsplan..schaal",
                          "x",     "veiligheidsplan.schaal.x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_null(schema_path(schema_plan, none[i]));
}

static void test_ids_of_fields_are_unique(void **state) {
    (void)state;
    bool seen[1024] = {false};
    assert_true(schema_field_count < sizeof seen);
    for (unsigned i = 0; i < schema_type_count; i++)
        for (unsigned k = 0; k < schema_types[i].field_count; k++) {
            const struct schema_field *field = &schema_types[i].fields[k];
            assert_false(seen[field->id]);
            seen[field->id] = true;
            for (int n = 0; n < 2; n++)
                assert_true(field->not_before[n] < (int)schema_types[i].field_count);
        }
    for (unsigned i = 0; i < schema_field_count; i++)
        assert_true(seen[i]);
}

// Dates that refer to a sibling refer to a date.
static void test_order_of_dates(void **state) {
    (void)state;
    const struct schema_type *professional = &schema_types[TYPE_PROFESSIONAL];
    const struct schema_field *tot = schema_field(professional, TEXT("tot"));
    assert_string_equal(professional->fields[tot->not_before[0]].name, "van");
    assert_int_equal(schema_field(professional, TEXT("van"))->not_before[0], -1);
    assert_true(schema_field(&schema_types[TYPE_LID], TEXT("geboren"))->past);
    assert_false(schema_field(&schema_types[TYPE_LID], TEXT("uitgerekend"))->past);
}

static void test_nearest_field(void **state) {
    (void)state;
    const struct schema_type *lid = &schema_types[TYPE_LID];
    assert_string_equal(schema_nearest_field(lid, TEXT("telefon"))->name, "telefoon");
    assert_string_equal(schema_nearest_field(lid, TEXT("Naam"))->name, "naam");
    assert_string_equal(schema_nearest_field(lid, TEXT("gebroen"))->name, "geboren");
    assert_null(schema_nearest_field(lid, TEXT("hobby")));
    assert_null(schema_nearest_field(lid, TEXT("")));
    assert_null(schema_nearest_field(lid, TEXT("moeder zegt dat het niet meer gaat")));
}

static void test_nearest_word(void **state) {
    (void)state;
    const struct schema_type *fase = &schema_types[TYPE_FASE];
    assert_string_equal(schema_nearest_word(fase, TEXT("voortgng"))->word, "voortgang");
    assert_string_equal(schema_nearest_word(fase, TEXT("Intake"))->word, "intake");
    assert_null(schema_nearest_word(fase, TEXT("een zin")));
    // Two words that are equally near: none is meant.
    const struct schema_type *richting = &schema_types[TYPE_RICHTING];
    assert_null(schema_nearest_word(richting, TEXT("ap")));
}

static void test_labels(void **state) {
    (void)state;
    const struct schema_type *type = &schema_types[TYPE_JA_NEE];
    assert_string_equal(schema_label(type, JA_NEE_JA), "Ja");
    assert_string_equal(schema_label(type, -1), "");
    assert_string_equal(schema_label(type, 2), "");
    for (unsigned i = 0; i < schema_type_count; i++)
        for (int k = 0; k < schema_types[i].word_count; k++)
            if (schema_types[i].shape == SHAPE_WORD || schema_types[i].shape == SHAPE_OPEN_WORD)
                assert_true(schema_label(&schema_types[i], k)[0]);
}

static void test_ids(void **state) {
    (void)state;
    static const char *const good[] = {"a", "bo", "oom_jan", "jan-2", "z9", "nul", "truer"};
    static const char *const bad[] = {"",         "Bo",   "1e",    "_a",  "-a",
                                      "oma riet", "café", "ja",    "nee", "geen",
                                      "null",     "true", "false", "a.b", "a\n"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(schema_is_id(text_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(schema_is_id(text_of(bad[i])));
    assert_false(schema_is_id((struct text){NULL, 0}));
    assert_false(schema_is_id(TEXT("bo\0")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields_by_name),
        cmocka_unit_test(test_fields_by_path),
        cmocka_unit_test(test_ids_of_fields_are_unique),
        cmocka_unit_test(test_order_of_dates),
        cmocka_unit_test(test_nearest_field),
        cmocka_unit_test(test_nearest_word),
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_ids),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
