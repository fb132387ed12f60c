// SPDX-License-Identifier: EUPL-1.2
// Tests of changing one file: what is refused, others who write meanwhile, and memory that runs
// out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/input.h"
#include "lib/change/change.h"

static const char plan[] = "g1p: 1\nsoort: plan # van ons\nnummer: 1\nfase: aanmelding\n"
                           "huishouden: {naam: A, leden: [{id: bo, naam: Bo, rol: kind}]}\n"
                           "veiligheidsplan: {schaal: []}\n";

struct fixture {
    char folder[64];
    char path[96];
    struct change_options options;
    struct change_outcome outcome;
    struct trouble trouble;
    int calls;
};

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void check_content(const char *path, const char *wanted) {
    char content[4096];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(content, 1, sizeof content - 1, file);
    content[length] = '\0';
    fclose(file);
    assert_string_equal(content, wanted);
}

static void begin(struct fixture *fixture) {
    memset(fixture, 0, sizeof *fixture);
    strcpy(fixture->folder, "/tmp/g1p-change-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->path, sizeof fixture->path, "%s/plan.yaml", fixture->folder);
    fixture->options = (struct change_options){fixture->path, KIND_PLAN, {2026, 6, 1}, false, 1};
    write_file(fixture->path, plan);
}

// Ends, and sees to it that nothing but the plan was left behind.
static void end(struct fixture *fixture) {
    assert_int_equal(unlink(fixture->path), 0);
    assert_int_equal(rmdir(fixture->folder), 0);
}

static int run(struct fixture *fixture, change_make *make) {
    int result =
        change_file(&fixture->options, make, fixture, &fixture->outcome, &fixture->trouble);
    return result;
}

static int add_figure(struct edit *edit, const char *who, struct trouble *trouble) {
    struct piece *item = piece_mapping(edit->arena);
    piece_say(item, "datum", TEXT("2026-06-01"), edit->arena);
    piece_say(item, "wie", text_of(who), edit->arena);
    piece_say(item, "cijfer", TEXT("6"), edit->arena);
    return edit_add(edit, "/veiligheidsplan/schaal/-", item, trouble);
}

static int good(struct edit *edit, const struct check_result *before, void *context,
                struct trouble *trouble) {
    struct fixture *fixture = context;
    fixture->calls++;
    assert_int_equal(before->kind, KIND_PLAN);
    return add_figure(edit, "bo", trouble);
}

static int unknown_person(struct edit *edit, const struct check_result *before, void *context,
                          struct trouble *trouble) {
    (void)before;
    (void)context;
    return add_figure(edit, "piet", trouble);
}

static int nothing(struct edit *edit, const struct check_result *before, void *context,
                   struct trouble *trouble) {
    (void)edit;
    (void)before;
    (void)context;
    (void)trouble;
    return 0;
}

static int refused(struct edit *edit, const struct check_result *before, void *context,
                   struct trouble *trouble) {
    (void)edit;
    (void)before;
    (void)context;
    return trouble_tell(trouble, 0, "is refused", NULL);
}

// The first time somebody else adds a line while the change is being made, as an editor does.
static int meanwhile(struct edit *edit, const struct check_result *before, void *context,
                     struct trouble *trouble) {
    struct fixture *fixture = context;
    if (fixture->calls == 0) {
        FILE *file = fopen(fixture->path, "a");
        assert_non_null(file);
        fputs("# van een ander\n", file);
        assert_int_equal(fclose(file), 0);
    }
    return good(edit, before, context, trouble);
}

// Every time.
static int again_and_again(struct edit *edit, const struct check_result *before, void *context,
                           struct trouble *trouble) {
    struct fixture *fixture = context;
    int calls = fixture->calls;
    fixture->calls = 0;
    int result = meanwhile(edit, before, context, trouble);
    fixture->calls = calls + 1;
    return result;
}

static const char changed[] = "g1p: 1\nsoort: plan # van ons\nnummer: 1\nfase: aanmelding\n"
                              "huishouden: {naam: A, leden: [{id: bo, naam: Bo, rol: kind}]}\n"
                              "veiligheidsplan: {schaal: [{datum: 2026-06-01, wie: bo, cijfer: "
                              "6}]}\n";

static void test_written(void **state) {
    (void)state;
    struct fixture fixture;
    struct buffer verdict = {0};
    begin(&fixture);
    assert_int_equal(run(&fixture, good), 0);
    assert_true(fixture.outcome.changed);
    assert_int_equal(fixture.outcome.before.plan.veiligheidsplan.schaal.count, 0);
    assert_int_equal(fixture.outcome.after.plan.veiligheidsplan.schaal.count, 1);
    change_verdict(&fixture.outcome, &verdict);
    buffer_add_char(&verdict, '\0');
    assert_string_equal(verdict.bytes, "The check has nothing to report.");
    buffer_free(&verdict);
    change_end(&fixture.outcome);
    check_content(fixture.path, changed);
    end(&fixture);
}

static void test_dry_run(void **state) {
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    fixture.options.dry_run = true;
    assert_int_equal(run(&fixture, good), 0);
    assert_true(fixture.outcome.changed && fixture.outcome.difference.length > 0);
    change_end(&fixture.outcome);
    check_content(fixture.path, plan);
    assert_int_equal(run(&fixture, nothing), 0);
    assert_false(fixture.outcome.changed || fixture.outcome.difference.length > 0);
    change_end(&fixture.outcome);
    end(&fixture);
}

static void check_refused(struct fixture *fixture, change_make *make, const char *what) {
    char words[TROUBLE_DETAIL + 256];
    for (int dry = 0; dry < 2; dry++) {
        fixture->options.dry_run = dry == 1;
        assert_int_equal(run(fixture, make), -1);
        snprintf(words, sizeof words, "%s: %s", fixture->trouble.detail, fixture->trouble.what);
        if (!strstr(words, what) || strncmp(words, fixture->path, strlen(fixture->path)) != 0)
            fail_msg("%s, not %s", words, what);
        change_end(&fixture->outcome);
    }
}

static void test_refused(void **state) {
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    check_refused(&fixture, refused, "is refused");
    check_refused(&fixture, unknown_person, "that would be a mistake");
    check_content(fixture.path, plan);
    write_file(fixture.path, "");
    check_refused(&fixture, good, "is empty");
    write_file(fixture.path, "soort: plan\n");
    check_refused(&fixture, good, "not a file of g1p");
    write_file(fixture.path, "g1p: 1\nsoort: kader\nnaam: west\n");
    check_refused(&fixture, good, "is not a plan");
    write_file(fixture.path, "g1p: 1\nnummer: 1\n");
    check_refused(&fixture, good, "is not a plan");
    write_file(fixture.path, "g1p: 1\nsoort: plan\na: [\n");
    check_refused(&fixture, good, "cannot be read as it stands");
    fixture.options.kind = KIND_ORGANISATIE;
    write_file(fixture.path, plan);
    check_refused(&fixture, good, "is not a checklist");
    fixture.options.kind = KIND_MELDCODE;
    check_refused(&fixture, good, "is not a record");
    fixture.options.kind = KIND_KADER;
    check_refused(&fixture, good, "holds no local agreements");
    assert_int_equal(fixture.calls, 0);
    end(&fixture);
    fixture.options.path = "/tmp/g1p-is-not-there/plan.yaml";
    strcpy(fixture.path, "/tmp/g1p-is-not-there/plan.yaml");
    check_refused(&fixture, good, "");
}

// A mistake that stood there already does not stand in the way of a change.
static void test_old_mistake(void **state) {
    (void)state;
    struct fixture fixture;
    char text[sizeof plan + 32];
    begin(&fixture);
    snprintf(text, sizeof text, "%saanleiding: {wie: piet}\n", plan);
    write_file(fixture.path, text);
    assert_int_equal(run(&fixture, good), 0);
    change_end(&fixture.outcome);
    // The same mistake once more does.
    check_refused(&fixture, unknown_person, "that would be a mistake");
    end(&fixture);
}

static void test_meanwhile(void **state) {
    (void)state;
    struct fixture fixture;
    char wanted[sizeof changed + 32];
    begin(&fixture);
    assert_int_equal(run(&fixture, meanwhile), 0);
    assert_int_equal(fixture.calls, 2);
    change_end(&fixture.outcome);
    snprintf(wanted, sizeof wanted, "%s# van een ander\n", changed);
    check_content(fixture.path, wanted);
    write_file(fixture.path, plan);
    assert_int_equal(run(&fixture, again_and_again), -1);
    assert_non_null(strstr(fixture.trouble.what, "again and again"));
    change_end(&fixture.outcome);
    end(&fixture);
}

// Memory runs out at every piece of it: the file is the whole old or the whole new one.
static void test_memory(void **state) {
    (void)state;
    struct fixture fixture;
    unsigned long nth = 1;
    begin(&fixture);
    for (bool done = false; !done; nth++) {
        assert_true(nth < 100000);
        arena_fail_at(nth);
        int result = run(&fixture, good);
        struct arena probe;
        arena_init(&probe, 0);
        done = arena_alloc(&probe, 1) == NULL; // the failure had not come yet
        arena_free(&probe);
        arena_fail_at(0);
        assert_true(result == 0 || fixture.trouble.what);
        check_content(fixture.path, result == 0 ? changed : plan);
        if (done)
            assert_int_equal(result, 0);
        change_end(&fixture.outcome);
        write_file(fixture.path, plan);
    }
    assert_true(nth > 10);
    end(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written),   cmocka_unit_test(test_dry_run),
        cmocka_unit_test(test_refused),   cmocka_unit_test(test_old_mistake),
        cmocka_unit_test(test_meanwhile), cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
