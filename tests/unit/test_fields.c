// SPDX-License-Identifier: EUPL-1.2
// Tests of the list of all fields.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "build/gen/schema_words.h"
#include "lib/report/report.h"
#include "lib/schema/schema.h"

static struct buffer out;

static int end(void **state) {
    (void)state;
    buffer_free(&out);
    out = (struct buffer){0};
    return 0;
}

static const char *list(enum report_format format) {
    const struct report_options options = {.format = format};
    buffer_clear(&out);
    report_list_fields(&options, &out);
    assert_false(out.failed);
    buffer_add_char(&out, '\0');
    return out.bytes;
}

// How many paths there are below a type.
static unsigned paths_of(const struct schema_type *type) {
    unsigned count = type->field_count;
    for (unsigned i = 0; i < type->field_count; i++)
        if (type->fields[i].type->shape == SHAPE_OBJECT)
            count += paths_of(type->fields[i].type);
    return count;
}

static unsigned count_of(const char *what) {
    unsigned count = 0;
    for (const char *at = out.bytes; (at = strstr(at, what)); at++)
        count++;
    return count;
}

static unsigned all_paths(void) {
    return paths_of(schema_plan) + paths_of(schema_meldcode) + paths_of(schema_organisatie) +
           paths_of(schema_kader);
}

static void test_text(void **state) {
    (void)state;
    const char *text = list(REPORT_TEXT);
    // A heading for each of four kinds, and an empty line between them.
    assert_int_equal(count_of("\n"), all_paths() + 4 + 3);
    assert_int_equal(
        strncmp(text, "soort: plan (a field with * cannot be left out)\ng1p       ", 58), 0);
    assert_non_null(strstr(text, "\n\nsoort: meldcode (a field"));
    assert_non_null(strstr(text, "\n\nsoort: organisatie (a field"));
    assert_non_null(strstr(text, "\n\nsoort: kader (a field"));
    assert_non_null(
        strstr(text, "\nnummer                                                     * text  "));
    assert_non_null(
        strstr(text, "\ndoelen[].acties[].wie[]                                      id    "));
    assert_non_null(strstr(
        text, "\neerdere_hulp[].wanneer                                       date or words"));
    assert_non_null(
        strstr(text, "\nveiligheidsplan.schaal[].cijfer                            * number"));
    assert_non_null(
        strstr(text, "\nhuishouden.leden[].geboren                                   date "));
    assert_non_null(
        strstr(text, "\nfase                                                       * word "));
}

static void test_json(void **state) {
    (void)state;
    const char *text = list(REPORT_JSON);
    assert_int_equal(strncmp(text, "[{\"kind\":\"plan\",\"field\":\"g1p\",\"required\":true,", 46),
                     0);
    assert_int_equal(count_of("{\"kind\":\"plan\","), paths_of(schema_plan));
    assert_int_equal(count_of("},\n{"), all_paths() - 1);
    assert_string_equal(text + strlen(text) - 3, "}]\n");
    assert_non_null(strstr(text, "\"field\":\"basiszorg_en_veiligheid.zorgen\",\"required\":false,"
                                 "\"type\":\"ja_nee\",\"words\":[\"ja\",\"nee\"],\"title\":"));
}

static void test_jsonl(void **state) {
    (void)state;
    list(REPORT_JSONL);
    assert_int_equal(count_of("}\n"), all_paths());
    assert_int_equal(count_of("\n"), all_paths());
}

int main(void) {
#define TEST(function) cmocka_unit_test_teardown(function, end)
    const struct CMUnitTest tests[] = {TEST(test_text), TEST(test_json), TEST(test_jsonl)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
