// SPDX-License-Identifier: EUPL-1.2
// For the tests: a new plan made of given values. Include it after cmocka.h.
#ifndef G1P_TESTS_MAKING_H
#define G1P_TESTS_MAKING_H

#include <stdio.h>
#include <string.h>

#include "lib/method/soort.h"
#include "lib/rules/proof.h"

static const struct date today = {2026, 6, 1};

struct made {
    struct arena arena;
    struct arena scratch;
    struct values values;
    struct buffer plan;
};

static inline void made_begin(struct made *made) {
    *made = (struct made){0};
    arena_init(&made->arena, 0);
    arena_init(&made->scratch, 0);
    assert_int_equal(values_begin(&made->values, schema_plan, &made->arena), 0);
}

static inline void made_end(struct made *made) {
    arena_free(&made->arena);
    arena_free(&made->scratch);
    buffer_free(&made->plan);
}

// Gives "path=value"; returns what values_set does, with the fault.
static inline int give(struct made *made, const char *operand, struct value_fault *fault) {
    const char *equals = strchr(operand, '=');
    struct value_fault ignored;
    struct text path = {operand, (size_t)(equals - operand)};
    return values_set(&made->values, path, text_of(equals + 1), fault ? fault : &ignored);
}

static inline const char *write_plan(struct made *made) {
    assert_int_equal(values_complete(&made->values, TEXT("2026-0001"), today), 0);
    buffer_clear(&made->plan);
    scaffold_write(&made->values, &soort_named("plan")->words, today, &made->plan);
    assert_false(made->plan.failed);
    buffer_add_char(&made->plan, '\0');
    made->plan.length--;
    return made->plan.bytes;
}

// Makes a plan of NULL-ended operands; returns its text.
static inline const char *make(struct made *made, const char *const *operands) {
    made_begin(made);
    for (; *operands; operands++)
        assert_int_equal(give(made, *operands, NULL), 0);
    return write_plan(made);
}

static inline void assert_holds(const char *plan, const char *line) {
    char whole[256];
    snprintf(whole, sizeof whole, "\n%s\n", line);
    if (!strstr(plan, whole))
        fail_msg("the plan lacks the line: %s", line);
}

// Whether the plan passes, as g1p-new asks before it writes.
static inline void assert_proof(struct made *made) {
    struct check_result result;
    struct findings findings;
    bool kept;
    assert_int_equal(proof_values(&made->values, today, &findings), 0);
    assert_int_equal(findings.count, 0);
    assert_int_equal(
        proof_plan(buffer_text(&made->plan), &made->values, today, &made->scratch, &result, &kept),
        0);
    assert_int_equal(result.findings.count, 0);
    assert_true(kept);
}

// A household of two, whole.
static const char *const family[] = {"huishouden.naam=Familie Aarts",
                                     "huishouden.leden.0.naam=Toos Aarts",
                                     "huishouden.leden.0.rol=moeder",
                                     "huishouden.leden.0.geboren=1950-03-04",
                                     "huishouden.leden.1.naam=Kim Aarts",
                                     "huishouden.leden.1.rol=kind",
                                     "aanleiding.wie=toos",
                                     "basiszorg_en_veiligheid.zorgen=ja",
                                     NULL};

#endif
