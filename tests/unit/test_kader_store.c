// SPDX-License-Identifier: EUPL-1.2
// Tests of local frameworks: which one applies to a file, and what is told when none can.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/kader/kader_store.h"
#include "lib/method/kader.h"
#include "lib/method/shipped_kader.h"

static char folder[] = "/tmp/g1p-kader-XXXXXX";
static char home[64]; // the same, real
static struct kader_store *store;
static struct kader_reader reader;
static struct kader_choice choice;

static void make_file(const char *name, const char *text) {
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void make_kader(const char *path, const char *name, const char *rest) {
    char text[512];
    snprintf(text, sizeof text, "g1p: 1\nsoort: kader\nnaam: %s\n%s", name, rest);
    make_file(path, text);
}

static int enter(void **state) {
    (void)state;
    memcpy(strrchr(folder, '-') + 1, "XXXXXX", 6);
    if (!mkdtemp(folder) || chdir(folder) != 0 || !getcwd(home, sizeof home))
        return -1;
    if (mkdir("kaders", 0700) != 0 || mkdir("plannen", 0700) != 0 ||
        mkdir("plannen/diep", 0700) != 0)
        return -1;
    store = kader_store_open((struct date){2026, 6, 1});
    kader_reader_begin(&reader, store);
    return store ? 0 : -1;
}

static int leave(void **state) {
    (void)state;
    char command[96];
    kader_reader_end(&reader);
    kader_store_close(store);
    snprintf(command, sizeof command, "chmod -R u+rwx %s; rm -rf %s", folder, folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

// Chooses for a file in a folder below the temporary one.
static void choose(const char *below, const char *name) {
    char path[256];
    snprintf(path, sizeof path, "%s%s%s", home, *below ? "/" : "", below);
    assert_int_equal(kader_choose(&reader, path, text_of(name), &choice), 0);
}

static void expect_kader(const char *name) {
    assert_non_null(choice.kader);
    assert_true(text_is(choice.kader->naam.text, name));
    assert_false(choice.unknown);
}

static void expect_trouble(const char *shown, const char *words) {
    assert_null(choice.kader);
    assert_true(choice.note.id != 0 && choice.note.serious);
    assert_string_equal(choice.note.words.detail, shown);
    assert_non_null(strstr(choice.note.words.what, words));
}

static void expect_unknown(const char *near) {
    assert_null(choice.kader);
    assert_true(choice.unknown);
    assert_true(text_is(choice.near, near));
}

// The nearest .g1p.yaml upward is that of a plan which names none.
static void test_upward(void **state) {
    (void)state;
    choose("plannen/diep", "");
    assert_null(choice.kader);
    assert_false(choice.unknown);
    assert_true(choice.note.id == 0);
    make_kader(".g1p.yaml", "gouda", "");
    choose("plannen/diep", ""); // what was asked last is remembered
    assert_null(choice.kader);
    choose("plannen", "");
    expect_kader("gouda");
    choose("plannen/diep", "");
    expect_kader("gouda");
    make_kader("plannen/diep/.g1p.yaml", "leiden", "");
    choose("", "");
    expect_kader("gouda");
    choose("plannen/diep", "");
    expect_kader("leiden");
}

static void test_by_name(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "gouda", "");
    make_kader("kaders/leiden.yaml", "leiden", "");
    make_kader("kaders/anders.yml", "zoeterwoude", "");
    make_file("kaders/plan.yaml", "g1p: 1\nsoort: plan\nnummer: 1\nfase: intake\n");
    make_file("kaders/vreemd.yaml", "a: b\n");
    make_file("kaders/lees.txt", "a: b\n");
    choose("plannen", "gouda");
    expect_kader("gouda");
    choose("plannen", "leiden");
    expect_kader("leiden");
    choose("plannen", "anders"); // by the name of its file
    expect_kader("zoeterwoude");
    choose("plannen", "zoeterwoude");
    expect_kader("zoeterwoude");
    choose("plannen", "plan");
    expect_unknown("");
    choose("plannen", "leyden");
    expect_unknown("leiden");
    assert_true(choice.note.id == 0);
}

// Names like numbers and like the words of yes, no and nothing name nothing, whatever files are
// called; nor does a path.
static void test_strange_names(void **state) {
    (void)state;
    static const char *const names[] = {"2025", "08",    "nee",        "null",          "~",
                                        "true", "geen",  "../.g1p",    "kaders/leiden", ".",
                                        "ja",   "Gouda", "leiden.yaml"};
    make_kader(".g1p.yaml", "nee", "");
    make_kader("kaders/leiden.yaml", "leiden", "");
    make_kader("kaders/2025.yaml", "\"2025\"", "");
    make_kader("kaders/null.yaml", "null", "");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        choose("plannen", names[i]);
        assert_true(choice.unknown);
        assert_null(choice.kader);
    }
    choose("plannen", ""); // a name that is none is a mistake, and no more
    assert_non_null(choice.kader);
    assert_true(choice.note.id != 0);
    assert_false(choice.note.serious);
}

static void test_unreadable(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "gouda", "regels: [\n");
    choose("plannen", "");
    expect_trouble(".g1p.yaml", "cannot be understood");
    uint64_t id = choice.note.id;
    choose("plannen/diep", "gouda"); // its name could be read
    expect_trouble(".g1p.yaml", "cannot be understood");
    assert_true(choice.note.id == id);
    choose("plannen", "leiden");
    expect_unknown("");
    assert_true(choice.note.id == id);
}

static void test_other_files(void **state) {
    (void)state;
    make_file("plannen/.g1p.yaml", "naam: x\n");
    choose("plannen", "");
    expect_trouble("plannen/.g1p.yaml", "is not a file of g1p");
    make_file("plannen/diep/.g1p.yaml", "g1p: 1\nsoort: plan\nnummer: 1\nfase: intake\n");
    choose("plannen/diep", "");
    expect_trouble("plannen/diep/.g1p.yaml", "is no local framework");
    assert_int_equal(mkdir(".g1p.yaml", 0700), 0);
    choose("", "");
    expect_trouble(".g1p.yaml", "is not an ordinary file");
}

// With mistakes it applies as far as it could be read.
static void test_mistakes(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "gouda", "hobby: x\nregels:\n  OP-13: {ernst: uit, reden: lijst}\n");
    choose("plannen", "");
    expect_kader("gouda");
    assert_int_equal(choice.kader->regels.count, 1);
    assert_true(choice.note.id != 0);
    assert_false(choice.note.serious);
    // A rule without a reason, and one that is not there, are mistakes too.
    make_kader("plannen/.g1p.yaml", "leiden", "regels: {OP-13: {ernst: uit}}\n");
    choose("plannen", "");
    assert_true(choice.note.id != 0);
    make_kader("plannen/diep/.g1p.yaml", "delft", "regels: {OP-99: {ernst: uit, reden: x y}}\n");
    choose("plannen/diep", "");
    assert_true(choice.note.id != 0);
}

// Words that say nothing are no reason: the rule stays as it is.
static void test_no_reason(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "gouda", "regels: {OP-13: {ernst: uit, reden: nvt}}\n");
    choose("plannen", "");
    expect_kader("gouda");
    assert_true(choice.note.id != 0);
    assert_int_equal(kader_severity(choice.kader, "OP-13"), KADER_UNCHANGED);
    make_kader("plannen/diep/.g1p.yaml", "leiden", "regels: {OP-13: {ernst: uit, reden: '  '}}\n");
    choose("plannen/diep", "");
    expect_kader("leiden");
    assert_true(choice.note.id != 0);
    assert_int_equal(kader_severity(choice.kader, "OP-13"), KADER_UNCHANGED);
}

static void test_links(void **state) {
    (void)state;
    make_kader("/tmp/g1p-kader-elsewhere.yaml", "elders", "");
    assert_int_equal(symlink("/tmp/g1p-kader-elsewhere.yaml", ".g1p.yaml"), 0);
    choose("plannen", "");
    expect_trouble(".g1p.yaml", "out of the folder");
    assert_int_equal(symlink(".g1p.yaml", "plannen/.g1p.yaml"), 0);
    choose("plannen", "");
    choose("plannen/diep", "");
    expect_trouble("plannen/.g1p.yaml", "leads back to itself");
    assert_int_equal(symlink("weg.yaml", "plannen/diep/.g1p.yaml"), 0);
    choose("", "");
    choose("plannen/diep", "");
    expect_trouble("plannen/diep/.g1p.yaml", "leads nowhere");
    assert_int_equal(unlink("/tmp/g1p-kader-elsewhere.yaml"), 0);
}

// Links inside the folder are as good as files; one file by two names is no two frameworks.
static void test_links_inside(void **state) {
    (void)state;
    make_kader("kaders/gouda.yaml", "gouda", "");
    assert_int_equal(symlink("kaders/gouda.yaml", ".g1p.yaml"), 0);
    assert_int_equal(symlink("gouda.yaml", "kaders/waddinxveen.yaml"), 0);
    choose("plannen", "");
    expect_kader("gouda");
    choose("plannen", "gouda");
    expect_kader("gouda");
    choose("plannen", "waddinxveen");
    expect_kader("gouda");
}

static void test_named_links(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "gouda", "");
    assert_int_equal(symlink("leiden.yaml", "kaders/leiden.yaml"), 0);
    assert_int_equal(symlink("/etc/hostname", "kaders/delft.yaml"), 0);
    choose("plannen", "leiden");
    expect_trouble("kaders/leiden.yaml", "leads back to itself");
    choose("plannen", "delft");
    expect_trouble("kaders/delft.yaml", "out of the folder");
    choose("plannen", "gouda");
    expect_kader("gouda");
    choose("plannen", "niets"); // it could stand in what cannot be read
    expect_unknown("");
    assert_true(choice.note.serious);
}

static void test_folder_link(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "gouda", "");
    assert_int_equal(rmdir("kaders"), 0);
    assert_int_equal(symlink("/tmp", "kaders"), 0);
    choose("plannen", "leiden");
    assert_true(choice.unknown);
    expect_trouble("kaders", "out of the folder");
    make_kader("plannen/.g1p.yaml", "gouda", "");
    make_file("plannen/kaders", "x");
    choose("", "");
    choose("plannen", "leiden");
    expect_unknown("");
    assert_true(choice.note.id == 0);
}

static void test_two_of_one_name(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "gouda", "");
    make_kader("kaders/een.yaml", "leiden", "");
    make_kader("kaders/leiden.yaml", "anders", "");
    make_kader("kaders/twee.yaml", "gouda", "");
    choose("plannen", "leiden");
    assert_false(choice.unknown);
    expect_trouble("kaders/een.yaml, kaders/leiden.yaml", "bear one name");
    choose("plannen", "gouda");
    expect_trouble(".g1p.yaml, kaders/twee.yaml", "bear one name");
    choose("plannen", "");
    expect_kader("gouda");
}

// What is outside the current folder is called by its whole path.
static void test_shown(void **state) {
    (void)state;
    char shown[128];
    make_file(".g1p.yaml", "x: y\n");
    kader_reader_end(&reader);
    kader_store_close(store);
    assert_int_equal(chdir("plannen"), 0);
    store = kader_store_open((struct date){2026, 6, 1});
    kader_reader_begin(&reader, store);
    choose("plannen", "");
    snprintf(shown, sizeof shown, "%s/.g1p.yaml", home);
    expect_trouble(shown, "is not a file of g1p");
}

// Those that come with the program are without mistakes, and called as their files are.
static void test_shipped(void **state) {
    (void)state;
    make_kader(".g1p.yaml", "eigen-kader", "");
    for (unsigned i = 0; i < shipped_kader_count; i++) {
        choose("plannen", shipped_kaders[i].name);
        expect_kader(shipped_kaders[i].name);
        assert_true(choice.note.id == 0);
    }
    choose("", "eigen-kadr");
    expect_unknown("eigen-kader");
}

// More folders than are kept: memory stays, and every answer is right.
static void test_many_folders(void **state) {
    (void)state;
    char name[64];
    char path[96];
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < KADER_STORE_MOST + 40; i++) {
            snprintf(path, sizeof path, "plannen/f%d", i);
            if (round == 0)
                assert_int_equal(mkdir(path, 0700), 0);
            snprintf(path, sizeof path, "plannen/f%d/.g1p.yaml", i);
            snprintf(name, sizeof name, "kader%d", i);
            if (round == 0)
                make_kader(path, name, "");
            snprintf(path, sizeof path, "plannen/f%d", i);
            choose(path, "");
            expect_kader(name);
        }
}

static void *choose_often(void *unused) {
    struct kader_reader own;
    struct kader_choice mine;
    char path[128];
    kader_reader_begin(&own, store);
    for (int i = 0; i < 400; i++) {
        snprintf(path, sizeof path, "%s/%s", home, i % 3 ? "plannen" : "plannen/diep");
        if (kader_choose(&own, path, text_of(i % 2 ? "leiden" : ""), &mine) != 0 || !mine.kader ||
            !text_is(mine.kader->naam.text, i % 2 ? "leiden" : "gouda"))
            return &store;
    }
    kader_reader_end(&own);
    return unused;
}

static void test_threads(void **state) {
    (void)state;
    pthread_t threads[4];
    make_kader(".g1p.yaml", "gouda", "");
    make_kader("kaders/leiden.yaml", "leiden", "");
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, choose_often, NULL), 0);
    for (int i = 0; i < 4; i++) {
        void *failed;
        assert_int_equal(pthread_join(threads[i], &failed), 0);
        assert_null(failed);
    }
}

// Memory that runs out anywhere is told, and the next try works.
static void test_out_of_memory(void **state) {
    (void)state;
    char path[128];
    make_kader(".g1p.yaml", "gouda", "hobby: x\n");
    make_kader("kaders/leiden.yaml", "leiden", "regels: {OP-13: {ernst: uit, reden: lijst}}\n");
    snprintf(path, sizeof path, "%s/plannen", home);
    unsigned long nth = 0;
    int outcome;
    do {
        arena_fail_at(++nth);
        outcome = kader_choose(&reader, path, TEXT("leiden"), &choice);
        arena_fail_at(0);
    } while (outcome != 0);
    assert_true(nth > 5);
    expect_kader("leiden");
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_upward),      TEST(test_by_name),       TEST(test_strange_names),
        TEST(test_unreadable),  TEST(test_other_files),   TEST(test_mistakes),
        TEST(test_no_reason),   TEST(test_links),         TEST(test_links_inside),
        TEST(test_named_links), TEST(test_folder_link),   TEST(test_two_of_one_name),
        TEST(test_shown),       TEST(test_shipped),       TEST(test_many_folders),
        TEST(test_threads),     TEST(test_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
