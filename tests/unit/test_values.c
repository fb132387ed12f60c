// SPDX-License-Identifier: EUPL-1.2
// Tests of the values given for a new plan: paths, short words, faults, memory.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/making.h"

static void test_short_words(void **state) {
    static const char *const names[][2] = {{"Toos Aarts", "toos"},
                                           {"Žofia", "zofia"},
                                           {"Şükran Yılmaz", "sukran"},
                                           {"Łukasz", "lukasz"},
                                           {"Bjørn-Åge", "bjornage"},
                                           {"Nguyễn Thị", "nguyen"},
                                           {"’t Hart", "t"},
                                           {"(baby)", "baby"},
                                           {"  Jo  ", "jo"},
                                           {"e\xCC\x81li", "eli"},
                                           {"李 Wei", "wei"},
                                           {"李", ""},
                                           {"", ""},
                                           {"\xFF\xFE", ""}};
    char word[SHORT_WORD_LONGEST + 1];
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        short_word(text_of(names[i][0]), word);
        assert_string_equal(word, names[i][1]);
    }
}

static void test_ids_are_unique(void **state) {
    static const char *const people[] = {"huishouden.naam=A",
                                         "huishouden.leden.0.naam=Kim A",
                                         "huishouden.leden.0.rol=kind",
                                         "huishouden.leden.1.naam=kim B",
                                         "huishouden.leden.1.rol=kind",
                                         "huishouden.leden.2.naam=Ja",
                                         "huishouden.leden.2.rol=kind",
                                         "huishouden.leden.3.naam=李",
                                         "huishouden.leden.3.rol=kind",
                                         "netwerk.0.naam=Kim",
                                         "netwerk.0.relatie=buur",
                                         "netwerk.1.naam=Kim",
                                         "netwerk.1.relatie=buur",
                                         "netwerk.1.id=kim2",
                                         NULL};
    struct made made;
    const char *plan = make(&made, people);
    (void)state;
    assert_holds(plan, "    - id: kim");
    assert_holds(plan, "    - id: kim3");
    assert_holds(plan, "    - id: ja2");
    assert_holds(plan, "    - id: persoon");
    assert_holds(plan, "  - id: kim4");
    assert_holds(plan, "  - id: kim2");
    assert_proof(&made);
    made_end(&made);
}

static void test_number(void **state) {
    char number[VALUES_NUMBER_ROOM];
    (void)state;
    values_number("map.d/plan-7.yaml", today, number);
    assert_string_equal(number, "plan-7");
    values_number(".yaml", today, number);
    assert_string_equal(number, ".yaml");
    values_number(NULL, today, number);
    assert_string_equal(number, "2026-0001");
    values_number("a\nb\x01.yaml", today, number);
    assert_string_equal(number, "2026-0001");
}

static void test_wrong_paths(void **state) {
    static const struct {
        const char *operand;
        enum value_fault_kind kind;
        const char *path;
        const char *near;
    } wrong[] = {
        {"fas=intake", VALUE_NO_FIELD, "fas", "fase"},
        {"huishouden.nam=A", VALUE_NO_FIELD, "huishouden.nam", "naam"},
        {"huishouden.leden.0.gebroen=A", VALUE_NO_FIELD, "huishouden.leden.0.gebroen", "geboren"},
        {"zomaar_iets=A", VALUE_NO_FIELD, "zomaar_iets", ""},
        {"huishouden.een hele zin=A", VALUE_NO_FIELD, "huishouden", ""},
        {"een hele zin=A", VALUE_NO_FIELD, "", ""},
        {".=A", VALUE_NO_FIELD, "", ""},
        {"=A", VALUE_NO_FIELD, "", ""},
        {"huishouden=A", VALUE_NEEDS_FIELD, "huishouden", "naam"},
        {"huishouden.leden=A", VALUE_NEEDS_ITEM, "huishouden.leden", ""},
        {"huishouden.leden.naam=A", VALUE_NEEDS_ITEM, "huishouden.leden", ""},
        {"huishouden.leden.-1.naam=A", VALUE_NEEDS_ITEM, "huishouden.leden", ""},
        {"huishouden.leden.1.naam=A", VALUE_NO_ITEM, "huishouden.leden.1", ""},
        {"huishouden.leden.99999.naam=A", VALUE_NEEDS_ITEM, "huishouden.leden", ""},
        {"huishouden.leden.0=A", VALUE_NEEDS_FIELD, "huishouden.leden.0", "id"},
        {"huishouden.naam.x=A", VALUE_TOO_FAR, "huishouden.naam", ""},
        {"zonder_bijzonderheden.0.x=A", VALUE_TOO_FAR, "zonder_bijzonderheden.0", ""},
        {"nummer=a\x01", VALUE_NOT_TEXT, "nummer", ""},
        {"nummer=a\xFF", VALUE_NOT_TEXT, "nummer", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct made made;
        struct value_fault fault;
        char path[64];
        made_begin(&made);
        assert_int_equal(give(&made, wrong[i].operand, &fault), 1);
        assert_int_equal(fault.kind, wrong[i].kind);
        snprintf(path, sizeof path, "%.*s", (int)fault.path.length, fault.path.bytes);
        assert_string_equal(path, wrong[i].path);
        if (fault.kind == VALUE_NO_FIELD || fault.kind == VALUE_NEEDS_FIELD)
            assert_string_equal(fault.near.bytes, wrong[i].near);
        value_fault_explain(&fault, &made.plan);
        assert_in_range(made.plan.length, 10, 200);
        made_end(&made);
    }
}

static void test_given_twice(void **state) {
    static const char *const pairs[][2] = {
        {"nummer=1", "nummer=2"},
        {"zonder_bijzonderheden.0=werk", "zonder_bijzonderheden.0=wonen"},
        {"eerdere_hulp=geen", "eerdere_hulp.0.hulp=x"},
        {"eerdere_hulp.0.hulp=x", "eerdere_hulp=geen"}};
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct made made;
        struct value_fault fault;
        made_begin(&made);
        assert_int_equal(give(&made, pairs[i][0], &fault), 0);
        assert_int_equal(give(&made, pairs[i][1], &fault), 1);
        assert_int_equal(fault.kind, VALUE_TWICE);
        made_end(&made);
    }
}

// What does not fit the form is found before anything is written, also in a part that is not whole.
static void test_values_are_held_against_the_form(void **state) {
    static const char *const wrong[][2] = {
        {"fase=voortgng", "fase"},
        {"opgesteld=2026-02-30", "opgesteld"},
        {"opgesteld=2027-01-01", "opgesteld"},
        {"huishouden.leden.0.geboren=1-2-2003", "huishouden.leden.0.geboren"},
        {"huishouden.leden.0.id=Toos", "huishouden.leden.0.id"},
        {"aanleiding.wie=toos", "aanleiding.wie"},
        {"veiligheidsplan.schaal.0.cijfer=11", "veiligheidsplan.schaal.0.cijfer"},
        {"overleggen.0.tijd=25:00", "overleggen.0.tijd"},
        {"soort=meldcode", "soort"}};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct made made;
        struct findings findings;
        made_begin(&made);
        assert_int_equal(give(&made, wrong[i][0], NULL), 0);
        write_plan(&made);
        assert_int_equal(proof_values(&made.values, today, &findings), 0);
        assert_int_equal(findings.count, 1);
        buffer_clear(&made.plan);
        values_path(findings.items[0].node, &made.plan);
        buffer_add_char(&made.plan, '\0');
        assert_string_equal(made.plan.bytes, wrong[i][1]);
        made_end(&made);
    }
}

// ---- memory ----

static void test_memory_runs_out(void **state) {
    (void)state;
    for (unsigned long nth = 1;; nth++) {
        struct arena arena;
        struct arena scratch;
        struct values values;
        struct findings findings;
        struct check_result result;
        struct buffer plan = {0};
        bool kept;
        int outcome;
        arena_init(&arena, 0);
        arena_init(&scratch, 0);
        arena_fail_at(nth);
        outcome = values_begin(&values, schema_plan, &arena);
        for (const char *const *operand = family; outcome == 0 && *operand; operand++) {
            struct value_fault fault;
            const char *equals = strchr(*operand, '=');
            outcome = values_set(&values, (struct text){*operand, (size_t)(equals - *operand)},
                                 text_of(equals + 1), &fault);
        }
        if (outcome == 0)
            outcome = values_complete(&values, TEXT("1"), today);
        if (outcome == 0)
            outcome = proof_values(&values, today, &findings);
        if (outcome == 0) {
            scaffold_write(&values, &soort_named("plan")->words, today, &plan);
            outcome = plan.failed ? -1
                                  : proof_plan(buffer_text(&plan), &values, today, &scratch,
                                               &result, &kept);
        }
        arena_fail_at(0);
        if (outcome == 0)
            assert_true(kept);
        assert_true(outcome == 0 || outcome == -1);
        buffer_free(&plan);
        arena_free(&arena);
        arena_free(&scratch);
        if (outcome == 0 || nth > 20000)
            break;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_words),
        cmocka_unit_test(test_ids_are_unique),
        cmocka_unit_test(test_number),
        cmocka_unit_test(test_wrong_paths),
        cmocka_unit_test(test_given_twice),
        cmocka_unit_test(test_values_are_held_against_the_form),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
