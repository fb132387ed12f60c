// SPDX-License-Identifier: EUPL-1.2
// Tests of finding the plan that a record names, and the records that name a plan.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/kader/dossier_store.h"

static char folder[] = "/tmp/g1p-dossier-XXXXXX";
static char home[64]; // the same, real
static struct dossier_store *store;
static struct arena arena, scratch;
static struct plan_file found;

static void make_file(const char *name, const char *text) {
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void make_plan(const char *name, const char *number) {
    char text[256];
    snprintf(text, sizeof text, "g1p: 1\nsoort: plan\nnummer: %s\nfase: aanmelding\n", number);
    make_file(name, text);
}

static void make_record(const char *name, const char *plan, const char *rest) {
    char text[512];
    snprintf(text, sizeof text,
             "g1p: 1\nsoort: meldcode\nnummer: M-1\nplan: %s\nprofessional: {naam: N}\n"
             "betreft: [{wie: bo}]\nvormen: [verwaarlozing]\n%s",
             plan, rest);
    make_file(name, text);
}

static int enter(void **state) {
    (void)state;
    memcpy(strrchr(folder, '-') + 1, "XXXXXX", 6);
    if (!mkdtemp(folder) || chdir(folder) != 0 || !getcwd(home, sizeof home))
        return -1;
    if (mkdir("plannen", 0700) != 0 || mkdir("dossiers", 0700) != 0)
        return -1;
    arena_init(&arena, 0);
    arena_init(&scratch, 0);
    store = dossier_store_open();
    return store ? 0 : -1;
}

static int leave(void **state) {
    (void)state;
    char command[96];
    dossier_store_close(store);
    arena_free(&arena);
    arena_free(&scratch);
    snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", folder, folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static enum plan_link find(const char *from, const char *name) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", home, from);
    assert_int_equal(dossier_store_plan(store, path, text_of(name), (struct date){2026, 6, 1},
                                        &arena, &scratch, &found),
                     0);
    assert_int_equal(found.plan != NULL, found.link == LINK_FOUND);
    return found.link;
}

static void test_by_path(void **state) {
    (void)state;
    make_plan("plannen/a.yaml", "2026-0001");
    make_file("plannen/kader.yaml", "g1p: 1\nsoort: kader\nnaam: gouda\n");
    make_file("plannen/half.yaml", "g1p: 1\nsoort: plan\nnummer: \"2\n");
    make_file("plannen/los.yaml", "a: 1\n");
    assert_int_equal(find("dossiers", ""), LINK_NONE);
    assert_int_equal(find("dossiers", "../plannen/a.yaml"), LINK_FOUND);
    assert_true(text_is(found.plan->nummer.text, "2026-0001"));
    assert_int_equal(find("dossiers", "../plannen/b.yaml"), LINK_MISSING);
    assert_int_equal(find("dossiers", "../plannen/kader.yaml"), LINK_NOT_PLAN);
    assert_int_equal(find("dossiers", "../plannen/half.yaml"), LINK_NOT_PLAN);
    assert_int_equal(find("dossiers", "../plannen/los.yaml"), LINK_NOT_PLAN);
    assert_int_equal(find("dossiers", "../plannen"), LINK_NOT_PLAN);
    assert_int_equal(find("dossiers", "/dev/null"), LINK_NOT_PLAN);
    char path[128];
    snprintf(path, sizeof path, "%s/plannen/a.yaml", home);
    assert_int_equal(find("dossiers", path), LINK_FOUND);
}

static void test_denied(void **state) {
    (void)state;
    if (geteuid() == 0)
        skip(); // who is root may read everything
    make_plan("plannen/a.yaml", "1");
    assert_int_equal(chmod("plannen/a.yaml", 0), 0);
    assert_int_equal(find("dossiers", "../plannen/a.yaml"), LINK_DENIED);
}

// By number, in the tree below the nearest .g1p.yaml or .git.
static void test_by_number(void **state) {
    (void)state;
    make_plan("plannen/a.yaml", "2026-0001");
    make_plan("plannen/b.yaml", "\"2026-0002\" # het tweede");
    make_plan("plannen/c.yaml", "'plan drie'");
    make_plan("plannen/d.yaml", "dubbel");
    make_plan("plannen/e.yml", "dubbel");
    make_file(".g1p.yaml", "g1p: 1\nsoort: kader\nnaam: gouda\n");
    assert_int_equal(find("dossiers", "2026-0001"), LINK_FOUND);
    assert_int_equal(find("dossiers", "2026-0002"), LINK_FOUND);
    assert_int_equal(find("dossiers", "plan drie"), LINK_FOUND);
    assert_true(text_is(found.plan->nummer.text, "plan drie"));
    assert_int_equal(find("dossiers", "2026-0009"), LINK_MISSING);
    assert_int_equal(find("dossiers", "dubbel"), LINK_TWICE);
}

// Without a tree only the file's own folder is looked into.
static void test_flat(void **state) {
    (void)state;
    make_plan("plannen/a.yaml", "2026-0001");
    make_plan("dossiers/b.yaml", "2026-0002");
    assert_int_equal(mkdir("dossiers/diep", 0700), 0);
    make_plan("dossiers/diep/c.yaml", "2026-0003");
    assert_int_equal(find("dossiers", "2026-0001"), LINK_MISSING);
    assert_int_equal(find("dossiers", "2026-0002"), LINK_FOUND);
    assert_int_equal(find("dossiers", "2026-0003"), LINK_MISSING);
}

static bool any_open(const char *from, const char *plan, const char *number) {
    char at[128], path[128];
    bool open = false;
    snprintf(at, sizeof at, "%s/%s", home, from);
    snprintf(path, sizeof path, "%s/%s", home, plan);
    dossier_store_close(store); // a new look
    store = dossier_store_open();
    assert_non_null(store);
    assert_int_equal(dossier_store_any_open(store, at, path, text_of(number), &open), 0);
    return open;
}

static void test_open_records(void **state) {
    (void)state;
    assert_int_equal(mkdir(".git", 0700), 0);
    make_plan("plannen/a.yaml", "2026-0001");
    make_plan("plannen/b.yaml", "2026-0002");
    assert_false(any_open("plannen", "plannen/a.yaml", "2026-0001"));
    make_record("dossiers/m.yaml", "../plannen/a.yaml", "");
    assert_true(any_open("plannen", "plannen/a.yaml", "2026-0001"));
    assert_false(any_open("plannen", "plannen/b.yaml", "2026-0002"));
    make_record("dossiers/m.yaml", "2026-0002", "");
    assert_false(any_open("plannen", "plannen/a.yaml", "2026-0001"));
    assert_true(any_open("plannen", "plannen/b.yaml", "2026-0002"));
    make_record("dossiers/m.yaml", "2026-0002",
                "afgesloten: {datum: 2026-05-01, door: N, reden: x}\n");
    assert_false(any_open("plannen", "plannen/b.yaml", "2026-0002"));
    // What cannot be read as YAML may be closed or not: it says nothing.
    make_record("dossiers/m.yaml", "2026-0002", "hulp: [\n");
    assert_false(any_open("plannen", "plannen/b.yaml", "2026-0002"));
    make_record("dossiers/m.yaml", "", "");
    assert_false(any_open("plannen", "plannen/b.yaml", "2026-0002"));
}

static void test_numbers(void **state) {
    (void)state;
    char at[128];
    unsigned count = 9;
    assert_int_equal(mkdir(".git", 0700), 0);
    make_record("dossiers/m.yaml", "x", "");
    make_record("dossiers/n.yaml", "y", "");
    snprintf(at, sizeof at, "%s/dossiers", home);
    assert_int_equal(dossier_store_count(store, at, TEXT("M-1"), &count), 0);
    assert_int_equal(count, 2);
    assert_int_equal(dossier_store_count(store, at, TEXT("M-2"), &count), 0);
    assert_int_equal(count, 0);
}

// More trees than are kept.
static void test_many_trees(void **state) {
    (void)state;
    char name[64];
    for (int i = 0; i < 40; i++) {
        snprintf(name, sizeof name, "plannen/%d", i);
        assert_int_equal(mkdir(name, 0700), 0);
        snprintf(name, sizeof name, "plannen/%d/.git", i);
        assert_int_equal(mkdir(name, 0700), 0);
        snprintf(name, sizeof name, "plannen/%d/a.yaml", i);
        make_plan(name, "een");
        snprintf(name, sizeof name, "plannen/%d", i);
        assert_int_equal(find(name, "een"), LINK_FOUND);
        assert_int_equal(find("plannen/0", "een"), LINK_FOUND);
    }
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_by_path),      TEST(test_denied),  TEST(test_by_number), TEST(test_flat),
        TEST(test_open_records), TEST(test_numbers), TEST(test_many_trees)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
