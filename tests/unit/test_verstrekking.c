// SPDX-License-Identifier: EUPL-1.2
// Tests of writing into a plan what was handed to whom.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lib/change/verstrekking.h"
#include "lib/method/fingerprint.h"
#include "lib/method/inzage.h"
#include "tests/unit/checking.h"

static const char plan[] = "g1p: 1\n"
                           "soort: plan\n"
                           "nummer: proef\n"
                           "fase: voortgang # hier zijn we\n"
                           "huishouden: {naam: H, leden: [{id: ann, naam: Ann, rol: moeder}]}\n"
                           "professionals: [{id: els, naam: Els, organisatie: O, functie: F}]\n"
                           "krachten: [{citaat: \"a\", over: ann}]\n"
                           "verstrekkingen:\n"
                           "  - {datum: 2026-05-01, aan: ann, onderdelen: [alles]}\n"
                           "toestemming: [{door: ann, voor: els, onderdelen: [krachten], datum: "
                           "2026-01-01}]\n";

static struct checking checking;
static char folder[] = "/tmp/g1p-verstrekking-XXXXXX";
static char path[64];

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/plan.yaml", folder);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    unlink(path);
    return rmdir(folder);
}

static void write_file(const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void check_file(const char *expected) {
    char text[4096];
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = '\0';
    assert_string_equal(text, expected);
}

// The fingerprint of what `els` may see of a plan.
static void take(const char *text, char print[FINGERPRINT_ROOM]) {
    struct inzage inzage;
    struct plan_plan seen;
    assert_int_equal(checking_file(&checking, text), 0);
    assert_int_equal(inzage_bepaal(&checking.result.plan, TEXT("els"), checking.options.today,
                                   &checking.arena, &inzage),
                     0);
    assert_int_equal(inzage.uitkomst, INZAGE_GEGEVEN);
    assert_int_equal(zicht_lees(inzage.root, checking.options.today, &checking.arena, &seen), 0);
    assert_int_equal(fingerprint_take(&seen, FINGERPRINT_GEGEVEN, print), 0);
}

static struct verstrekking given(const char *print) {
    return (struct verstrekking){.aan = TEXT("els"),
                                 .datum = {2026, 6, 1},
                                 .onderdelen = 1U << ONDERDEEL_KRACHTEN,
                                 .vorm = "pdf",
                                 .vingerafdruk = print};
}

static void test_one_item_more(void **state) {
    (void)state;
    char print[FINGERPRINT_ROOM], again[FINGERPRINT_ROOM], expected[4096];
    struct trouble trouble;
    write_file(plan);
    take(plan, print);
    struct verstrekking verstrekking = given(print);
    assert_int_equal(verstrekking_leg_vast(path, &verstrekking, &trouble), 0);
    const char *rest = strstr(plan, "toestemming:");
    snprintf(expected, sizeof expected,
             "%.*s  - datum: 2026-06-01\n    aan: els\n    onderdelen: [krachten]\n"
             "    vorm: pdf\n    vingerafdruk: %s\n%s",
             (int)(rest - plan), plan, print, rest);
    check_file(expected);
    // What was handed over is still what stands there: the log itself does not count.
    take(expected, again);
    assert_string_equal(print, again);
}

static void test_what_changed_meanwhile(void **state) {
    (void)state;
    char print[FINGERPRINT_ROOM];
    struct trouble trouble = {0};
    struct verstrekking verstrekking = given("sha256:00000000000000000000000000000000");
    write_file(plan);
    assert_int_equal(verstrekking_leg_vast(path, &verstrekking, &trouble), -1);
    assert_non_null(strstr(trouble.what, "changed"));
    check_file(plan);
    // Consent was taken back meanwhile.
    take(plan, print);
    verstrekking = given(print);
    char back[2048];
    snprintf(back, sizeof back, "%.*s, ingetrokken: 2026-05-01}]\n", (int)(sizeof plan - 4), plan);
    write_file(back);
    assert_int_equal(verstrekking_leg_vast(path, &verstrekking, &trouble), -1);
    check_file(back);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(verstrekking_leg_vast(path, &verstrekking, &trouble), -1);
    write_file(plan);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_item_more),
        cmocka_unit_test(test_what_changed_meanwhile),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
