// SPDX-License-Identifier: EUPL-1.2
// Tests of what g1p-check does: what does not go together, and how bad what is left is.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/change/checking.h"
#include "tests/unit/replacing.h"

static struct checking checking;
static struct checking_outcome outcome;

static const char slip[] = "g1p: 1\nsoort: plan\nnummer: 7\nfase: aanmeldin\n";
static const char plan[] = "g1p: 1\nsoort: plan\nnummer: 7\nfase: aanmelding\n";

static const char *const nothing[] = {NULL};
static const char *const a_plan[] = {"plan.yaml", NULL};

static int begin(void **state) {
    checking = (struct checking){.run = {.command = "g1p-test",
                                         .operands = a_plan,
                                         .stdin_name = "-",
                                         .jobs = 1,
                                         .output = RUN_NOTHING,
                                         .report.only_counts = true,
                                         .check.today = {2026, 6, 1}}};
    for (int i = 0; i < RULE_COUNT; i++)
        checking.run.check.selected[i] = true;
    return enter(state);
}

static int end(void **state) {
    arena_fail_at(0);
    return leave(state);
}

// Runs with these sentences on standard input.
static int run(const char *sentences, struct trouble *trouble) {
    FILE *in = tmpfile();
    FILE *out = tmpfile();
    assert_true(in && out && fputs(sentences, in) >= 0);
    rewind(in);
    assert_null(checking_refuses(&checking));
    int result = checking_run(&checking, in, out, &outcome, trouble);
    fclose(in);
    fclose(out);
    return result;
}

static void test_refuses(void **state) {
    (void)state;
    assert_null(checking_refuses(&checking));
    checking.dry_run = true;
    assert_non_null(strstr(checking_refuses(&checking), "--dry-run goes with --fix"));
    checking.fix = true;
    assert_null(checking_refuses(&checking));
    checking.lines = true;
    assert_non_null(strstr(checking_refuses(&checking), "no paths"));
    checking.run.operands = nothing;
    assert_non_null(strstr(checking_refuses(&checking), "--fix mends files"));
    checking.fix = false;
    assert_null(checking_refuses(&checking));
    checking.run.baseline = "known";
    assert_non_null(strstr(checking_refuses(&checking), "baselines"));
    checking.lines = checking.dry_run = false;
    assert_non_null(strstr(checking_refuses(&checking), "which plans?"));
    checking.run.list = "paths";
    assert_null(checking_refuses(&checking));
}

static void test_what_is_left(void **state) {
    (void)state;
    struct trouble trouble;
    put_file("plan.yaml", slip, 0600);
    assert_int_equal(run("", &trouble), 0);
    assert_int_equal(outcome.worst, SEVERITY_FOUT);
    checking.run.write_baseline = "known";
    assert_int_equal(run("", &trouble), 0);
    assert_int_equal(outcome.worst, -1); // what is noted is accepted
    checking.run.baseline = "known";
    checking.run.write_baseline = NULL;
    assert_int_equal(run("", &trouble), 0);
    assert_int_equal(outcome.worst, -1);
    assert_false(outcome.trouble || outcome.unmended);
}

static void test_mending(void **state) {
    (void)state;
    struct trouble trouble;
    put_file("plan.yaml", slip, 0600);
    checking.fix = checking.dry_run = true;
    assert_int_equal(run("", &trouble), 0);
    assert_true(outcome.unmended);
    assert_true(holds("plan.yaml", slip));
    checking.dry_run = false;
    assert_int_equal(run("", &trouble), 0);
    assert_false(outcome.unmended || outcome.trouble);
    assert_true(outcome.worst < SEVERITY_FOUT);
    assert_false(holds("plan.yaml", slip));
}

static void test_sentences(void **state) {
    (void)state;
    struct trouble trouble;
    checking.lines = true;
    checking.sentence = ZIN_DOEL;
    checking.run.operands = nothing;
    assert_int_equal(run("Geen ruzie meer.\n", &trouble), 0);
    assert_true(outcome.worst >= 0);
    assert_int_equal(run("", &trouble), 0);
    assert_int_equal(outcome.worst, -1);
}

static void test_trouble(void **state) {
    (void)state;
    struct trouble trouble;
    put_file("plan.yaml", plan, 0600);
    checking.run.baseline = "not-there";
    assert_int_equal(run("", &trouble), -1);
    checking.run.baseline = NULL;
    checking.fix = true;
    arena_fail_at(1);
    int result = run("", &trouble);
    arena_fail_at(0);
    assert_true(result != 0 || outcome.trouble);
    assert_true(holds("plan.yaml", plan));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_refuses, begin, end),
        cmocka_unit_test_setup_teardown(test_what_is_left, begin, end),
        cmocka_unit_test_setup_teardown(test_mending, begin, end),
        cmocka_unit_test_setup_teardown(test_sentences, begin, end),
        cmocka_unit_test_setup_teardown(test_trouble, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
