// SPDX-License-Identifier: EUPL-1.2
// Tests of a new plan: what is given, what is written, and that every part of it can be used.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/yaml/emit.h"
#include "tests/unit/checking.h"
#include "tests/unit/making.h"

// ---- parts behind a # ----

// How far a line is indented when it begins a part behind a #, else -1.
static int part_indent(const char *line) {
    int indent = (int)strspn(line, " ");
    return line[indent] == '#' && line[indent + 1] == ' ' && line[indent + 2] >= 'a' &&
                   line[indent + 2] <= 'z'
               ? indent
               : -1;
}

// Copies a plan with the part that begins at `from` uncommented; returns where it ended.
static const char *uncomment(const char *plan, const char *from, struct buffer *into) {
    int indent = part_indent(from);
    buffer_clear(into);
    buffer_add(into, (struct text){plan, (size_t)(from - plan)});
    while ((int)strspn(from, " ") == indent && from[indent] == '#' && from[indent + 1] == ' ') {
        size_t length = strcspn(from, "\n") + 1;
        buffer_add(into, (struct text){from, (size_t)indent});
        buffer_add(into, (struct text){from + indent + 2, length - (size_t)indent - 2});
        from += length;
    }
    buffer_add_string(into, from);
    buffer_add_char(into, '\0');
    assert_false(into->failed);
    return from;
}

static const char *next_part(const char *line) {
    while (*line && part_indent(line) < 0) {
        line += strcspn(line, "\n");
        line += *line == '\n';
    }
    return *line ? line : NULL;
}

static const char *behind_first_line(const char *plan) {
    return strchr(plan, '\n') + 1;
}

static void assert_usable(const char *plan, bool references_too) {
    struct checking checking;
    checking_begin(&checking);
    checking.options.selected[RULE_UZ_03] = false; // that of the example has nothing to cover
    if (!references_too) // the example of one part may name a person of another
        checking.options.selected[RULE_FMT_04] = false;
    assert_int_equal(checking_file(&checking, plan), 0);
    if (strcmp(checking_found(&checking), "") != 0)
        fail_msg("found: %s\n%s", checking_found(&checking), plan);
    checking_end(&checking);
}

// Uncomments the parts of a plan one at a time.
static int try_each_part(const char *plan) {
    struct buffer changed = {0};
    int parts = 0;
    for (const char *part = next_part(behind_first_line(plan)); part; part = next_part(part)) {
        part = uncomment(plan, part, &changed);
        assert_usable(changed.bytes, false);
        parts++;
    }
    buffer_free(&changed);
    return parts;
}

// Uncomments everything, from the outside in.
static void try_all_parts(const char *plan) {
    struct buffer one = {0};
    struct buffer other = {0};
    buffer_add_string(&one, plan);
    buffer_add_char(&one, '\0');
    for (const char *part = next_part(behind_first_line(one.bytes)); part;
         part = next_part(behind_first_line(one.bytes))) {
        uncomment(one.bytes, part, &other);
        struct buffer spare = one;
        one = other;
        other = spare;
    }
    assert_usable(one.bytes, true);
    buffer_free(&one);
    buffer_free(&other);
}

static const char *const nothing[] = {NULL};

static void test_nothing_given(void **state) {
    struct made made;
    const char *plan = make(&made, nothing);
    (void)state;
    assert_true(text_starts(text_of(plan), "# yaml-language-server: $schema=" SCAFFOLD_SCHEMAS
                                           "plan.schema.json"));
    assert_holds(plan, "g1p: 1");
    assert_holds(plan, "soort: plan");
    assert_holds(plan, "nummer: 2026-0001");
    assert_holds(plan, "fase: aanmelding");
    assert_holds(plan, "opgesteld: 2026-06-01");
    assert_holds(plan, "  hulpvraag:");
    assert_holds(plan, "# huishouden:");
    assert_proof(&made);
    made_end(&made);
}

static void test_family_given(void **state) {
    struct made made;
    const char *plan = make(&made, family);
    (void)state;
    assert_holds(plan, "huishouden:");
    assert_holds(plan, "    - id: toos");
    assert_holds(plan, "    - id: kim");
    assert_holds(plan, "      geboren: 1950-03-04");
    assert_holds(plan, "  zorgen: ja");
    assert_proof(&made);
    made_end(&made);
}

static void assert_fields_stand(const char *plan, const struct schema_type *type) {
    char key[64];
    for (unsigned i = 0; i < type->field_count; i++) {
        const struct schema_field *field = &type->fields[i];
        snprintf(key, sizeof key, " %s:", field->name);
        if (field->type->shape == SHAPE_FINGERPRINT)
            assert_null(strstr(plan, key));
        else if (!strstr(plan, key) && !strstr(plan, key + 1))
            fail_msg("%s.%s does not stand in a new plan", type->name, field->name);
        assert_fields_stand(plan, field->type);
    }
}

// Every field of the format stands in a new plan; fingerprints alone are for programs.
static void test_every_field(void **state) {
    struct made made;
    (void)state;
    assert_fields_stand(make(&made, nothing), schema_plan);
    made_end(&made);
}

static void test_parts_can_be_used(void **state) {
    struct made made;
    (void)state;
    const char *plan = make(&made, nothing);
    assert_in_range(try_each_part(plan), 20, 200);
    try_all_parts(plan);
    made_end(&made);
    plan = make(&made, family);
    assert_in_range(try_each_part(plan), 30, 200);
    made_end(&made);
}

static void test_lines_are_short(void **state) {
    struct made made;
    (void)state;
    for (const char *line = make(&made, family); *line;) {
        size_t length = strcspn(line, "\n");
        if (utf8_count(line, length) > EMIT_WIDTH + 6)
            fail_msg("too long: %.*s", (int)length, line);
        if (length > 0 && line[length - 1] == ' ')
            fail_msg("a blank at the end: %.*s", (int)length, line);
        line += length + (line[length] == '\n');
    }
    made_end(&made);
}

static void test_schema_address(void **state) {
    char schema[2048];
    FILE *file = fopen("schemas/plan.schema.json", "rb");
    (void)state;
    assert_non_null(file);
    size_t length = fread(schema, 1, sizeof schema - 1, file);
    fclose(file);
    schema[length] = '\0';
    assert_non_null(strstr(schema, "\"$id\": \"" SCAFFOLD_SCHEMAS "plan.schema.json\""));
}

// ---- parts that are not whole ----

static void test_incomplete_household(void **state) {
    static const char *const only_name[] = {"huishouden.naam=Familie Aarts", NULL};
    struct made made;
    const char *plan = make(&made, only_name);
    (void)state;
    assert_holds(plan, "# huishouden:");
    assert_holds(plan, "#   naam: Familie Aarts");
    assert_holds(plan, "#   # adres: Kade 1, Gouda");
    assert_holds(plan, "#       rol:");
    assert_proof(&made);
    made_end(&made);
}

static void test_incomplete_member(void **state) {
    static const char *const one_open[] = {
        "huishouden.naam=A",          "huishouden.leden.0.naam=Bo", "huishouden.leden.1.naam=Ger",
        "huishouden.leden.1.rol=opa", "netwerk.0.naam=Riet",        NULL};
    struct made made;
    const char *plan = make(&made, one_open);
    (void)state;
    assert_holds(plan, "    # - id: bo");
    assert_holds(plan, "    #   naam: Bo");
    assert_holds(plan, "    #   rol:");
    assert_holds(plan, "    - id: ger");
    assert_holds(plan, "# netwerk:");
    assert_holds(plan, "#   - id: riet");
    assert_proof(&made);
    made_end(&made);
}

// ---- values ----

static void test_item_begins_with_what_counts(void **state) {
    static const char *const quote[] = {"krachten.0.citaat=Ik kook.", "krachten.1.gevolg=Eten.",
                                        "eerdere_hulp=geen", "zonder_bijzonderheden=werk, wonen",
                                        NULL};
    struct made made;
    const char *plan = make(&made, quote);
    (void)state;
    assert_holds(plan, "  - citaat: Ik kook.");
    assert_holds(plan, "  - gevolg: Eten.");
    assert_holds(plan, "eerdere_hulp: geen");
    assert_holds(plan, "  - werk\n  - wonen");
    assert_proof(&made);
    made_end(&made);
}

static void test_lists(void **state) {
    static const char *const people[] = {
        "huishouden.naam=A",           "huishouden.leden.0.naam=Bo Bos",
        "huishouden.leden.0.rol=kind", "huishouden.leden.1.naam=Ger",
        "huishouden.leden.1.rol=opa",  "huishouden.leden.1.gezag_over.0=bo",
        "aanleiding.wie=bo, ger",      NULL};
    struct made made;
    const char *plan = make(&made, people);
    (void)state;
    assert_holds(plan, "  wie:\n    - bo\n    - ger");
    assert_holds(plan, "      gezag_over:\n        - bo");
    assert_proof(&made);
    made_end(&made);
}

// A plan that lost a value is not kept.
static void test_lost_value(void **state) {
    struct made made;
    struct check_result result;
    bool kept = true;
    char *plan = strdup(make(&made, family));
    (void)state;
    assert_non_null(plan);
    memcpy(strstr(plan, "Kim Aarts"), "Kim Baars", 9);
    assert_int_equal(proof_plan(text_of(plan), &made.values, today, &made.scratch, &result, &kept),
                     0);
    assert_false(kept);
    free(plan);
    made_end(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_given),
        cmocka_unit_test(test_family_given),
        cmocka_unit_test(test_every_field),
        cmocka_unit_test(test_parts_can_be_used),
        cmocka_unit_test(test_lines_are_short),
        cmocka_unit_test(test_schema_address),
        cmocka_unit_test(test_incomplete_household),
        cmocka_unit_test(test_incomplete_member),
        cmocka_unit_test(test_item_begins_with_what_counts),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_lost_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
