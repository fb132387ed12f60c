// SPDX-License-Identifier: EUPL-1.2
// Tests of ids that are declared and referred to.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "build/gen/schema_words.h"
#include "lib/schema/references.h"

static struct arena arena;
static struct references references;
static struct schema_result result;

static int begin(void **state) {
    (void)state;
    arena_init(&arena, 0);
    references = (struct references){0};
    result = (struct schema_result){0};
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

// Notes `id` at a field of a type.
static void note(enum schema_type_name type, const char *field, const char *id) {
    struct node *node = arena_zero(&arena, 1, sizeof *node);
    assert_non_null(node);
    node->kind = NODE_SCALAR;
    node->text = text_of(arena_copy(&arena, id, strlen(id)));
    const struct schema_field *found = schema_field(&schema_types[type], text_of(field));
    assert_non_null(found);
    assert_int_equal(references_note(&references, node, found, &arena), 0);
}

// The faults: "sane?sanne " for an unknown id and what is meant, "bo=2 " for a doubled one.
static void check(const char *expected) {
    char found[256] = "";
    assert_int_equal(references_check(&references, true, &arena, &result), 0);
    for (size_t i = 0; i < result.count; i++) {
        const struct schema_fault *fault = &result.faults[i];
        size_t at = strlen(found);
        bool doubled = fault->kind == SCHEMA_DOUBLE_ID;
        assert_true(doubled || fault->kind == SCHEMA_UNKNOWN_ID);
        snprintf(found + at, sizeof found - at, "%.*s%s%.*s ", (int)fault->node->text.length,
                 fault->node->text.bytes, doubled ? "=2" : "?", (int)fault->near.length,
                 fault->near.bytes);
    }
    assert_string_equal(found, expected);
}

static void test_nothing(void **state) {
    (void)state;
    check("");
}

static void test_known(void **state) {
    (void)state;
    note(TYPE_LID, "id", "sanne");
    note(TYPE_NAASTE, "id", "riet");
    note(TYPE_PROFESSIONAL, "id", "nadia");
    note(TYPE_ACTIE, "wie", "sanne");
    note(TYPE_ACTIE, "wie", "riet");
    note(TYPE_ACTIE, "wie", "nadia");
    note(TYPE_ACTIE, "wat", "niemand"); // refers to nobody
    check("");
}

static void test_declared_later(void **state) {
    (void)state;
    note(TYPE_LID, "gezag_over", "bo");
    note(TYPE_LID, "id", "bo");
    check("");
}

static void test_unknown(void **state) {
    (void)state;
    note(TYPE_LID, "id", "sanne");
    note(TYPE_LID, "id", "tom");
    note(TYPE_ACTIE, "wie", "sane");
    note(TYPE_ACTIE, "wie", "buurvrouw");
    note(TYPE_ACTIE, "wie", "tim");
    check("sane?sanne buurvrouw? tim?tom ");
}

// Two that are equally near: neither is suggested. One that is declared twice is one.
static void test_equally_near(void **state) {
    (void)state;
    note(TYPE_LID, "id", "tom");
    note(TYPE_LID, "id", "tim");
    note(TYPE_ACTIE, "wie", "tam");
    note(TYPE_NAASTE, "id", "riet");
    note(TYPE_NAASTE, "id", "riet");
    note(TYPE_ACTIE, "wie", "reit");
    check("riet=2 tam? reit?riet ");
}

// Only a member can give consent; a concern is no person.
static void test_kinds_of_ids(void **state) {
    (void)state;
    note(TYPE_LID, "id", "sanne");
    note(TYPE_PROFESSIONAL, "id", "nadia");
    note(TYPE_ZORG, "id", "slapen");
    note(TYPE_VEILIGHEIDSZORG, "id", "gooien");
    note(TYPE_TOESTEMMING, "door", "sanne");
    note(TYPE_TOESTEMMING, "door", "nadia");
    note(TYPE_DOEL, "zorgen", "slapen");
    note(TYPE_DOEL, "zorgen", "gooien");
    note(TYPE_DOEL, "zorgen", "sanne");
    note(TYPE_ACTIE, "wie", "slapen");
    check("nadia? sanne? slapen? ");
}

// A person, a goal and an action may share a word; two persons may not.
static void test_namespaces(void **state) {
    (void)state;
    note(TYPE_LID, "id", "school");
    note(TYPE_DOEL, "id", "school");
    note(TYPE_ACTIE, "id", "school");
    note(TYPE_ZORG, "id", "school");
    note(TYPE_KRACHT, "id", "school");
    note(TYPE_AFSPRAAK, "id", "school");
    check("");
    note(TYPE_NAASTE, "id", "school");
    note(TYPE_PROFESSIONAL, "id", "school");
    note(TYPE_VEILIGHEIDSZORG, "id", "school");
    check("school=2 school=2 school=2 ");
}

static void test_many(void **state) {
    (void)state;
    char id[16];
    for (int i = 0; i < 20000; i++) {
        snprintf(id, sizeof id, "p%d", i);
        note(TYPE_NAASTE, "id", id);
        note(TYPE_ACTIE, "wie", id);
    }
    check("");
    assert_int_equal(references.declared_count, 20000);
    assert_int_equal(references.used_count, 20000);
}

// No more faults are kept than are of use.
static void test_most_faults(void **state) {
    (void)state;
    char id[16];
    for (int i = 0; i < 3000; i++) {
        snprintf(id, sizeof id, "p%d", i);
        note(TYPE_ACTIE, "wie", id);
    }
    assert_int_equal(references_check(&references, true, &arena, &result), 0);
    assert_int_equal(result.count, SCHEMA_MOST_FAULTS);
}

static void test_out_of_memory(void **state) {
    (void)state;
    struct node node = {.kind = NODE_SCALAR, .text = TEXT("bo")};
    const struct schema_field *id = schema_field(&schema_types[TYPE_LID], TEXT("id"));
    const struct schema_field *wie = schema_field(&schema_types[TYPE_ACTIE], TEXT("wie"));
    arena_fail_at(1);
    assert_int_equal(references_note(&references, &node, id, &arena), -1);
    arena_fail_at(1);
    assert_int_equal(references_note(&references, &node, wie, &arena), -1);
    note(TYPE_ACTIE, "wie", "bo");
    arena_fail_at(1);
    assert_int_equal(references_check(&references, true, &arena, &result), -1);
    arena_fail_at(2); // the first fault
    assert_int_equal(references_check(&references, true, &arena, &result), -1);
    check("bo? ");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(test_nothing),       TEST(test_known),        TEST(test_declared_later),
        TEST(test_unknown),       TEST(test_equally_near), TEST(test_kinds_of_ids),
        TEST(test_namespaces),    TEST(test_many),         TEST(test_most_faults),
        TEST(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
