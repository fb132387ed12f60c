// SPDX-License-Identifier: EUPL-1.2
// Tests of every rule's own examples: the bad ones make it speak, the good ones leave it silent.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lib/method/phase.h"
#include "tests/unit/checking.h"

static struct checking checking;
static struct arena kader_arena;
static struct arena plan_arena;
static int failures;

static bool begins_with_key(const char *line, const char *key) {
    size_t length = strlen(key);
    return strncmp(line, key, length) == 0 && line[length] == ':';
}

// Whether a line of the text begins with `key` and a colon.
static bool has_key(const char *text, const char *key) {
    for (const char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (begins_with_key(line, key))
            return true;
        if (!*line)
            return false;
    }
    return false;
}

// The local framework that an example names, read in an arena of its own; NULL when it names none.
static const struct plan_kader *read_kader(const struct rule_example *example) {
    static struct check_result result;
    arena_reset(&kader_arena);
    if (!example->kader)
        return NULL;
    assert_int_equal(check_read(text_of(example->kader), false, &checking.options, &kader_arena,
                                &checking.scratch, &result),
                     0);
    assert_non_null(result.own_kader);
    assert_int_equal(result.findings.count, 0);
    return result.own_kader;
}

// The plan that the example's record names, likewise; NULL when it names none.
static const struct plan_plan *read_plan(const struct rule_example *example) {
    static struct check_result result;
    arena_reset(&plan_arena);
    if (!example->plan)
        return NULL;
    assert_int_equal(check_read(text_of(example->plan), false, &checking.options, &plan_arena,
                                &checking.scratch, &result),
                     0);
    assert_int_equal(result.findings.count, 0);
    return &result.plan;
}

// Puts the example into `checking.source`, in a phase, completed from the basis, and checks it by
// its local framework.
static void compose(const struct rule_example *example, const char *phase) {
    struct buffer *source = &checking.source;
    buffer_clear(source);
    if (!example->whole) {
        buffer_format(source, "g1p: 1\nsoort: plan\nnummer: voorbeeld\nfase: %s\n", phase);
        for (unsigned i = 0; i < rule_basis_count; i++)
            if (!has_key(example->text, rule_basis[i].key))
                buffer_add_string(source, rule_basis[i].text);
    }
    buffer_add_string(source, example->text);
    assert_false(source->failed);
    const struct plan_kader *kader = read_kader(example);
    arena_reset(&checking.arena);
    assert_int_equal(check_read(buffer_text(source), false, &checking.options, &checking.arena,
                                &checking.scratch, &checking.result),
                     0);
    const struct plan_plan *plan = read_plan(example);
    if (plan)
        checking.result.related = (struct check_related){LINK_FOUND, plan, false};
    assert_int_equal(check_judge(&checking.options, kader, &checking.result), 0);
}

static int rank_of(const char *phase) {
    for (int i = 0; i < phase_count; i++)
        if (strcmp(phases[i].word, phase) == 0)
            return phases[i].rank;
    return -1;
}

static void complain(int rule, unsigned number, const char *phase, const char *what) {
    failures++;
    print_error("%s, example %u (in %s): %s; found: %s\n", rules[rule].id, number + 1, phase, what,
                checking_found(&checking));
}

// How many findings of the rule there are, and how many of them are this message.
static void count(int rule, const char *melding, size_t *of_rule, size_t *of_melding) {
    *of_rule = *of_melding = 0;
    for (size_t i = 0; i < checking.result.findings.count; i++) {
        const struct melding_row *row = &meldingen[checking.result.findings.items[i].melding];
        if ((int)row->rule != rule)
            continue;
        ++*of_rule;
        *of_melding += melding && strcmp(row->key, melding) == 0;
    }
}

// Whether the form of the file is in order, as it should be where another rule is shown.
static bool well_formed(void) {
    for (size_t i = 0; i < checking.result.findings.count; i++) {
        enum rule rule = meldingen[checking.result.findings.items[i].melding].rule;
        if (strncmp(rules[rule].id, "FMT-", 4) == 0)
            return false;
    }
    return true;
}

static void test_bad_examples_speak(void **state) {
    (void)state;
    failures = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        for (unsigned i = 0; i < rules[rule].example_count; i++) {
            const struct rule_example *example = &rules[rule].examples[i];
            size_t of_rule, of_melding;
            if (example->good)
                continue;
            compose(example, example->phase);
            count(rule, example->melding, &of_rule, &of_melding);
            if (rank_of(example->phase) < rules[rule].from)
                complain(rule, i, example->phase, "this phase is too early for the rule");
            else if (of_melding == 0)
                complain(rule, i, example->phase, "its message is not given");
            else if (of_rule != of_melding)
                complain(rule, i, example->phase, "other messages of the rule are given too");
            if (strncmp(rules[rule].id, "FMT-", 4) != 0 && !well_formed())
                complain(rule, i, example->phase, "it has faults of form");
        }
    assert_int_equal(failures, 0);
}

static void test_good_examples_are_silent(void **state) {
    (void)state;
    failures = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        for (unsigned i = 0; i < rules[rule].example_count; i++) {
            const struct rule_example *example = &rules[rule].examples[i];
            size_t of_rule, unused;
            if (!example->good)
                continue;
            compose(example, example->phase);
            count(rule, NULL, &of_rule, &unused);
            if (of_rule > 0)
                complain(rule, i, example->phase, "the rule speaks");
            if (!well_formed())
                complain(rule, i, example->phase, "it has faults of form");
            if (rank_of(example->phase) < rules[rule].from)
                complain(rule, i, example->phase, "this phase is too early for the rule");
        }
    assert_int_equal(failures, 0);
}

static void test_earlier_phases_are_not_scolded(void **state) {
    (void)state;
    failures = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        for (unsigned i = 0; i < rules[rule].example_count; i++)
            for (int phase = 0; phase < phase_count && !rules[rule].examples[i].good; phase++) {
                size_t of_rule, unused;
                if (phases[phase].rank >= rules[rule].from)
                    continue;
                compose(&rules[rule].examples[i], phases[phase].word);
                count(rule, NULL, &of_rule, &unused);
                if (of_rule > 0)
                    complain(rule, i, phases[phase].word, "the rule speaks too early");
            }
    assert_int_equal(failures, 0);
}

// Whether an example of this rule need not speak in this phase: what PR-05 says is about phases
// before the example's own.
static bool looks_back(int rule, const struct rule_example *example, int phase) {
    return rule == RULE_PR_05 && phases[phase].rank >= rules[rule].from &&
           phases[phase].rank < rank_of(example->phase);
}

// From its first phase until its last a rule keeps speaking, and with --all-phases it speaks in
// earlier ones too.
static void test_later_phases_and_all(void **state) {
    (void)state;
    failures = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++)
        for (unsigned i = 0; i < rules[rule].example_count; i++)
            for (int phase = 0; phase < phase_count; phase++) {
                const struct rule_example *example = &rules[rule].examples[i];
                size_t of_rule, unused;
                if (example->good || example->whole || !rules[rule].function ||
                    looks_back(rule, example, phase))
                    continue;
                checking.options.all_phases = phases[phase].rank < rules[rule].from;
                compose(example, phases[phase].word);
                count(rule, NULL, &of_rule, &unused);
                if ((of_rule == 0) != (phases[phase].rank > rules[rule].until))
                    complain(rule, i, phases[phase].word, "it does not speak, or beyond its end");
            }
    checking.options.all_phases = false;
    assert_int_equal(failures, 0);
}

static void test_every_rule_has_both(void **state) {
    (void)state;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        unsigned good = 0;
        for (unsigned i = 0; i < rules[rule].example_count; i++)
            good += rules[rule].examples[i].good;
        assert_true(good > 0 && good < rules[rule].example_count);
    }
}

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    arena_init(&kader_arena, 0);
    arena_init(&plan_arena, 0);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    arena_free(&kader_arena);
    arena_free(&plan_arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bad_examples_speak),
        cmocka_unit_test(test_good_examples_are_silent),
        cmocka_unit_test(test_earlier_phases_are_not_scolded),
        cmocka_unit_test(test_later_phases_and_all),
        cmocka_unit_test(test_every_rule_has_both),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
