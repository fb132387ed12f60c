// SPDX-License-Identifier: EUPL-1.2
// Tests of a whole run: paths in, reports out, in the order of the paths.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/report/run.h"

static char folder[] = "/tmp/g1p-run-XXXXXX";
static char said[16384]; // on standard error
static char *out;
static size_t out_length;
static struct run_options options;
static struct run_outcome outcome;

static const char plan[] = "g1p: 1\nsoort: plan\nnummer: 7\nfase: aanmelding\n";

static void make_file(const char *name, const char *text) {
    FILE *file = fopen(name, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void make_plan(const char *name, const char *rest) {
    char text[512];
    snprintf(text, sizeof text, "%s%s", plan, rest);
    make_file(name, text);
}

static int enter(void **state) {
    (void)state;
    memcpy(strrchr(folder, '-') + 1, "XXXXXX", 6);
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    options = (struct run_options){
        .command = "g1p-test", .stdin_name = "-", .jobs = 2, .check.today = {2026, 6, 1}};
    for (int i = 0; i < RULE_COUNT; i++)
        options.check.selected[i] = true;
    return 0;
}

static int leave(void **state) {
    (void)state;
    char command[64];
    free(out);
    out = NULL;
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

// Runs over the operands; what was written is then in `out`, what was said in `said`.
static int run(const char *const *operands) {
    struct trouble trouble;
    options.operands = operands;
    free(out);
    FILE *stream = open_memstream(&out, &out_length);
    FILE *aside = tmpfile();
    assert_true(stream && aside);
    fflush(stderr);
    int kept = dup(STDERR_FILENO);
    assert_true(kept >= 0 && dup2(fileno(aside), STDERR_FILENO) >= 0);
    int result = run_check(&options, stream, &outcome, &trouble);
    if (result != 0)
        trouble_print("g1p-test", &trouble);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    rewind(aside);
    said[fread(said, 1, sizeof said - 1, aside)] = '\0';
    fclose(aside);
    assert_int_equal(fclose(stream), 0);
    return result;
}

#define RUN(...) run((const char *const[]){__VA_ARGS__, NULL})

static void test_one_plan(void **state) {
    (void)state;
    make_plan("a.yaml", "");
    assert_int_equal(RUN("a.yaml"), 0);
    assert_string_equal(out, "1 plan checked: nothing to report.\n");
    assert_string_equal(said, "");
    assert_int_equal(outcome.files, 1);
    assert_int_equal(outcome.counts.worst, -1);
    assert_false(outcome.trouble);
}

static void test_order(void **state) {
    (void)state;
    assert_int_equal(mkdir("b", 0700), 0);
    make_plan("b/2.yml", "hobby: x\n");
    make_plan("b/10.yaml", "hobby: x\n");
    make_plan("c.yaml", "hobby: x\n");
    options.output = RUN_NAMES;
    assert_int_equal(RUN("c.yaml", "b", "c.yaml"), 0);
    assert_string_equal(out, "c.yaml\nb/10.yaml\nb/2.yml\nc.yaml\n");
    assert_int_equal(outcome.files, 4);
    options.names_by_nul = true;
    assert_int_equal(RUN("b/"), 0);
    assert_int_equal(out_length, 18);
    assert_memory_equal(out, "b/10.yaml\0b/2.yml\0", 18);
}

// Any number of workers writes the same bytes.
static void test_same_bytes(void **state) {
    (void)state;
    char name[32];
    assert_int_equal(mkdir("a", 0700), 0);
    for (int i = 0; i < 300; i++) {
        snprintf(name, sizeof name, "a/%d.yaml", i);
        if (i % 7 == 3)
            make_file(name, "g1p: 1\nsoort: [\n");
        else
            make_plan(name, i % 3 ? "hobby: x\nkrachten: y\n" : "");
    }
    for (int format = REPORT_TEXT; format <= REPORT_JSONL; format++) {
        options.report.format = (enum report_format)format;
        options.jobs = 1;
        assert_int_equal(RUN("a"), 0);
        char *alone = out;
        size_t length = out_length;
        out = NULL;
        for (options.jobs = 2; options.jobs <= 5; options.jobs++) {
            assert_int_equal(RUN("a"), 0);
            assert_int_equal(out_length, length);
            assert_memory_equal(out, alone, length);
        }
        free(alone);
    }
    assert_int_equal(outcome.files, 300);
}

static void test_quiet(void **state) {
    (void)state;
    make_plan("a.yaml", "hobby: x\n");
    options.output = RUN_NOTHING;
    options.report.format = REPORT_JSON;
    assert_int_equal(RUN("a.yaml"), 0);
    assert_string_equal(out, "");
    assert_int_equal(outcome.counts.worst, SEVERITY_FOUT);
}

static void test_json(void **state) {
    (void)state;
    make_plan("a.yaml", "");
    make_plan("b.yaml", "hobby: x\n");
    options.report.format = REPORT_JSON;
    assert_int_equal(RUN("a.yaml", "b.yaml", "b.yaml"), 0);
    assert_int_equal(strncmp(out, "{\"findings\":[{\"file\":\"b.yaml\",", 30), 0);
    const char *files = strstr(out, "}],\n\"files\":[{\"file\":\"a.yaml\",");
    assert_non_null(files);
    assert_string_equal(out + out_length - 5, "}}]}\n");
    // Also when nothing was found, and when nothing could be read.
    assert_int_equal(RUN("a.yaml"), 0);
    assert_int_equal(strncmp(out, "{\"findings\":[],\n\"files\":[{", 26), 0);
    assert_int_equal(RUN("none.yaml"), 0);
    assert_string_equal(out, "{\"findings\":[],\n\"files\":[]}\n");
    assert_true(outcome.trouble);
}

// Trouble with one of many is told, the rest is still done.
static void test_trouble(void **state) {
    (void)state;
    make_plan("a.yaml", "");
    make_file("other.yaml", "naam: x\n");
    make_file("empty.yaml", "");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(RUN("none.yaml", "other.yaml", "empty.yaml", "folder", "a.yaml"), 0);
    assert_string_equal(said,
                        "g1p-test: none.yaml: cannot be opened: there is no such file or folder\n"
                        "g1p-test: other.yaml: is not a file of g1p: no line of it begins with "
                        "`g1p:`\n"
                        "g1p-test: empty.yaml: is empty\n"
                        "g1p-test: folder: holds no file *.yaml or *.yml\n");
    assert_string_equal(out, "1 plan checked: nothing to report.\n");
    assert_true(outcome.trouble);
}

// What is not ours is passed over in a folder; when nothing else is there, that is told.
static void test_folder_without_plans(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0700), 0);
    make_file("folder/other.yaml", "naam: x\n");
    make_file("folder/empty.yaml", "");
    assert_int_equal(RUN("folder"), 0);
    assert_string_equal(said, "g1p-test: folder: holds no plans\n");
    assert_string_equal(out, "");
    assert_true(outcome.trouble);
    make_plan("folder/plan.yaml", "");
    assert_int_equal(RUN("folder"), 0);
    assert_string_equal(said, "");
    assert_false(outcome.trouble);
}

static void test_other_kinds(void **state) {
    (void)state;
    assert_int_equal(mkdir("folder", 0700), 0);
    make_file("folder/kader.yaml", "g1p: 1\nsoort: kader\nnaam: x\n");
    make_file("folder/lijst.yaml", "g1p: 1\nsoort: organisatie\nnaam: x\nhobby: y\n");
    make_file("folder/meldcode.yaml", "g1p: 1\nsoort: meldcode\nnummer: 1\n");
    make_plan("folder/plan.yaml", "");
    assert_int_equal(RUN("folder"), 0);
    assert_string_equal(said, "");
    assert_non_null(strstr(out, "folder/meldcode.yaml:1:1: error: "));
    assert_non_null(strstr(out, "folder/lijst.yaml:4:1: error: "));
    assert_non_null(strstr(out, "4 files checked: "));
    assert_false(outcome.trouble);
    assert_int_equal(outcome.files, 4);
}

// ---- local frameworks ----

static const char lenient[] = "g1p: 1\nsoort: kader\nnaam: gouda\n"
                              "regels: {FMT-07: {ernst: advies, reden: eigen velden}}\n";

static void test_kader(void **state) {
    (void)state;
    make_file(".g1p.yaml", lenient);
    make_plan("a.yaml", "hobby: x\n");
    options.report.format = REPORT_JSONL;
    assert_int_equal(RUN("a.yaml"), 0);
    assert_int_equal(outcome.counts.worst, SEVERITY_ADVIES);
    assert_non_null(strstr(out, "\"kader\":\"gouda\","));
    make_plan("a.yaml", "hobby: x\nkader: goudda\n");
    assert_int_equal(RUN("a.yaml"), 0);
    assert_int_equal(outcome.counts.shown[SEVERITY_FOUT], 2);
    assert_non_null(strstr(out,
                           "\"rule\":\"FMT-04\",\"severity\":\"error\",\"message\":"
                           "\"There are no agreements of the name `goudda`. Is `gouda` meant?\","
                           "\"path\":\"/kader\"}"));
    assert_non_null(strstr(out, "\"kader\":null,"));
    assert_string_equal(said, "");
}

// A link to a plan leads to its own folder's framework; a framework is held against none itself.
static void test_kader_of_what(void **state) {
    (void)state;
    assert_int_equal(mkdir("ver", 0700), 0);
    make_file("ver/.g1p.yaml", lenient);
    make_plan("ver/a.yaml", "hobby: x\n");
    make_file("ver/lijst.yaml", "g1p: 1\nsoort: organisatie\nnaam: x\nhobby: y\n"
                                "aandachtsfunctionarissen: [ann]\n");
    make_file("ver/ander.yaml", "g1p: 1\nsoort: kader\nnaam: x\nhobby: y\n");
    assert_int_equal(symlink("ver/a.yaml", "b.yaml"), 0);
    assert_int_equal(RUN("b.yaml", "ver/lijst.yaml"), 0);
    assert_int_equal(outcome.counts.shown[SEVERITY_FOUT], 0);
    assert_int_equal(RUN("ver/ander.yaml"), 0);
    assert_int_equal(outcome.counts.shown[SEVERITY_FOUT], 1);
}

// However many files and workers: told once, in the order of the files.
static void test_kader_told_once(void **state) {
    (void)state;
    char name[32];
    for (int i = 0; i < 40; i++) {
        snprintf(name, sizeof name, "m%02d", i);
        assert_int_equal(mkdir(name, 0700), 0);
        for (int k = 0; k < 5; k++) {
            snprintf(name, sizeof name, "m%02d/%d.yaml", i, k);
            make_plan(name, "");
        }
        snprintf(name, sizeof name, "m%02d/.g1p.yaml", i);
        make_file(name, i % 2 ? "g1p: 1\nsoort: kader\nnaam: [\n"
                              : "g1p: 1\nsoort: kader\nnaam: gouda\nhobby: x\n");
    }
    for (options.jobs = 1; options.jobs <= 4; options.jobs++) {
        assert_int_equal(RUN("."), 0);
        assert_true(outcome.trouble);
        const char *at = said;
        for (int i = 0; i < 40; i++) {
            snprintf(name, sizeof name, "g1p-test: m%02d/.g1p.yaml: ", i);
            at = strstr(at, name);
            assert_non_null(at);
            assert_null(strstr(at + 1, name));
        }
    }
    // A mistake that leaves it of use is no trouble.
    assert_int_equal(RUN("m00"), 0);
    assert_non_null(strstr(said, "has mistakes, and applies"));
    assert_false(outcome.trouble);
}

// ---- exceptions and baselines ----

static const char excused[] = "hobby: x\nuitzonderingen:\n  - {regel: FMT-07, reden: Wij sparen "
                              "postzegels, door: bo, datum: 2026-01-01}\n";

static void test_excused(void **state) {
    (void)state;
    make_plan("a.yaml", excused);
    options.check.selected[rule_named(TEXT("FMT-04"))] = false; // there is no bo
    assert_int_equal(RUN("a.yaml"), 0);
    assert_string_equal(out, "1 plan checked: nothing to report, 1 excused.\n");
    assert_int_equal(outcome.counts.worst, -1);
    options.output = RUN_NAMES;
    assert_int_equal(RUN("a.yaml"), 0);
    assert_string_equal(out, "");
    options.output = RUN_FINDINGS;
    options.report.show_excused = true;
    assert_int_equal(RUN("a.yaml"), 0);
    assert_non_null(strstr(out, " [FMT-07] (excused)\n1 plan checked: nothing to report, 1 ex"));
    assert_int_equal(outcome.counts.worst, -1);
    // Switched off by a framework: nothing at all, and the exception is not needed.
    make_file(".g1p.yaml", "g1p: 1\nsoort: kader\nnaam: gouda\n"
                           "regels: {FMT-07: {ernst: uit, reden: eigen velden}}\n");
    assert_int_equal(RUN("a.yaml"), 0);
    assert_string_equal(out, "1 plan checked: nothing to report.\n");
}

static void test_baseline(void **state) {
    (void)state;
    assert_int_equal(mkdir("p", 0700), 0);
    make_plan("p/a.yaml", "hobby: x\n");
    make_plan("p/b.yaml", "spel: x\n");
    options.write_baseline = "bekend";
    assert_int_equal(RUN("p", "p/a.yaml"), 0);
    assert_string_equal(out, "");
    assert_string_equal(said, "g1p-test: bekend: holds 2 known findings\n");
    options.write_baseline = NULL;
    options.baseline = "bekend";
    assert_int_equal(RUN("./p/../p"), 0);
    assert_string_equal(out, "2 plans checked: nothing new, 2 known.\n");
    assert_string_equal(said, "");
    assert_int_equal(outcome.counts.worst, -1);
    make_plan("p/a.yaml", "hobby: x\nspel: y\n");
    make_plan("p/b.yaml", "");
    options.report.format = REPORT_JSONL;
    assert_int_equal(RUN("p"), 0);
    assert_int_equal(outcome.counts.worst, SEVERITY_FOUT);
    assert_non_null(strstr(out, "\"excused\":0},\"known\":1}\n"));
    assert_string_equal(said, "g1p-test: bekend: 1 finding in it is there no more; "
                              "--write-baseline renews it\n");
    // A file that was not checked is not told about.
    assert_int_equal(RUN("p/a.yaml"), 0);
    assert_string_equal(said, "");
}

// With both, what is new stays to be seen, and what is not looked at stays known.
static void test_baseline_shrinks(void **state) {
    (void)state;
    make_plan("a.yaml", "hobby: x\n");
    make_plan("b.yaml", "hobby: x\n");
    make_plan("c.yaml", "hobby: x\n");
    options.write_baseline = "bekend";
    assert_int_equal(RUN("a.yaml", "b.yaml", "c.yaml"), 0);
    make_plan("a.yaml", "");
    make_plan("b.yaml", "hobby: x\nspel: y\n");
    options.baseline = "bekend";
    assert_int_equal(RUN("a.yaml", "b.yaml"), 0);
    assert_string_equal(said, "g1p-test: bekend: holds 2 known findings\n");
    assert_int_equal(outcome.counts.worst, SEVERITY_FOUT);
    assert_int_equal(outcome.counts.known, 1);
    options.write_baseline = NULL;
    assert_int_equal(RUN("a.yaml", "b.yaml", "c.yaml"), 0);
    assert_int_equal(outcome.counts.known, 2);
    assert_string_equal(said, "");
    options.write_baseline = "/tmp/bekend";
    assert_int_equal(RUN("a.yaml"), -1);
    assert_non_null(strstr(said, "is not in the folder of the baseline"));
}

// What could not be checked would be missing from it: then it is left as it was.
static void test_baseline_trouble(void **state) {
    (void)state;
    make_plan("a.yaml", "hobby: x\n");
    options.write_baseline = "bekend";
    assert_int_equal(RUN("a.yaml", "none.yaml"), -1);
    assert_non_null(strstr(said, "bekend: is not written, because not everything"));
    assert_int_not_equal(access("bekend", F_OK), 0);
    options.write_baseline = "-";
    assert_int_equal(RUN("a.yaml"), -1);
    options.write_baseline = NULL;
    options.baseline = "bekend";
    assert_int_equal(RUN("a.yaml"), -1);
    assert_string_equal(out, "");
    assert_non_null(strstr(said, "there is no such file"));
}

// Beyond the most that are listed nothing is known or excused.
static void test_baseline_unlisted(void **state) {
    (void)state;
    FILE *file = fopen("a.yaml", "w");
    assert_non_null(file);
    fputs(plan, file);
    for (int i = 0; i < 600; i++)
        fprintf(file, "hobby_nummer_%d: x\n", i);
    assert_int_equal(fclose(file), 0);
    options.write_baseline = "bekend";
    assert_int_equal(RUN("a.yaml"), 0);
    options.write_baseline = NULL;
    options.baseline = "bekend";
    assert_int_equal(RUN("a.yaml"), 0);
    assert_int_equal(outcome.counts.known, 500);
    assert_int_equal(outcome.counts.worst, SEVERITY_FOUT);
}

static void test_list(void **state) {
    (void)state;
    make_plan("a.yaml", "");
    make_plan("b b.yaml", "hobby: x\n");
    make_file("lines", "a.yaml\n\nb b.yaml\na.yaml");
    make_file("nothing", "");
    options.list = "lines";
    options.output = RUN_NAMES;
    assert_int_equal(run((const char *const[]){NULL}), 0);
    assert_int_equal(outcome.files, 3);
    assert_string_equal(out, "b b.yaml\n");
    assert_int_equal(RUN("b b.yaml"), 0); // what is named comes first
    assert_int_equal(outcome.files, 4);
    options.list = "nothing";
    assert_int_equal(run((const char *const[]){NULL}), 0);
    assert_int_equal(outcome.files, 0);
    assert_false(outcome.trouble);
    options.list = "none";
    assert_int_equal(run((const char *const[]){NULL}), 0);
    assert_true(outcome.trouble);
    assert_non_null(strstr(said, "none"));
}

static void test_standard_input(void **state) {
    (void)state;
    make_plan("a.yaml", "hobby: x\n");
    int kept = dup(STDIN_FILENO);
    int fd = open("a.yaml", O_RDONLY);
    assert_true(kept >= 0 && fd >= 0 && dup2(fd, STDIN_FILENO) >= 0);
    close(fd);
    options.stdin_name = "van de redacteur.yaml";
    options.output = RUN_NAMES;
    assert_int_equal(RUN("-"), 0);
    dup2(kept, STDIN_FILENO);
    close(kept);
    assert_string_equal(out, "van de redacteur.yaml\n");
}

static void test_unlisted(void **state) {
    (void)state;
    FILE *file = fopen("a.yaml", "w");
    assert_non_null(file);
    fputs(plan, file);
    for (int i = 0; i < 600; i++)
        fprintf(file, "hobby_nummer_%d: x\n", i);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(RUN("a.yaml"), 0);
    assert_string_equal(said, "g1p-test: a.yaml: at least 100 more findings are not listed; mend "
                              "these first\n");
    assert_non_null(strstr(out, "1 plan checked: 500 errors, 0 warnings, 0 pieces of advice.\n"));
    assert_int_equal(outcome.counts.unlisted, 100);
    options.output = RUN_NOTHING;
    assert_int_equal(RUN("a.yaml"), 0);
    assert_string_equal(said, "");
}

// An output that cannot be written ends the run.
static void test_full_disk(void **state) {
    (void)state;
    struct trouble trouble;
    const char *const operands[] = {"a.yaml", NULL};
    make_plan("a.yaml", "hobby: x\n");
    FILE *full = fopen("/dev/full", "w");
    if (!full)
        skip();
    options.operands = operands;
    assert_int_equal(run_check(&options, full, &outcome, &trouble), -1);
    assert_string_equal(trouble.what, "the output cannot be written");
    fclose(full);
}

int main(void) {
#define TEST(function) cmocka_unit_test_setup_teardown(function, enter, leave)
    const struct CMUnitTest tests[] = {
        TEST(test_one_plan),
        TEST(test_order),
        TEST(test_same_bytes),
        TEST(test_quiet),
        TEST(test_json),
        TEST(test_trouble),
        TEST(test_folder_without_plans),
        TEST(test_other_kinds),
        TEST(test_list),
        TEST(test_standard_input),
        TEST(test_unlisted),
        TEST(test_full_disk),
        TEST(test_kader),
        TEST(test_kader_of_what),
        TEST(test_kader_told_once),
        TEST(test_excused),
        TEST(test_baseline),
        TEST(test_baseline_shrinks),
        TEST(test_baseline_trouble),
        TEST(test_baseline_unlisted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
