// SPDX-License-Identifier: EUPL-1.2
// Tests of where a household stands: how signatures stand, hostile content, many people.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/method/ondertekening.h"
#include "lib/render/safety.h"
#include "tests/unit/checking.h"

static const char people[] =
    "huishouden: {naam: Geheim, leden: [{id: ann, naam: Ann, rol: moeder}, "
    "{id: bo, naam: Bo, rol: kind}]}\n";

static void check_stand(const char *signatures, size_t index, const char *wie,
                        enum ondertekening_stand wanted) {
    struct checking checking;
    char rest[1024];
    char now[FINGERPRINT_ROOM];
    checking_begin(&checking);
    snprintf(rest, sizeof rest,
             "%sveiligheidsplan:\n  afspraken: [{id: v1, wat: a}]\n  ondertekening:\n%s", people,
             signatures);
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    const struct plan_plan *plan = &checking.result.plan;
    assert_int_equal(fingerprint_take(plan, FINGERPRINT_AFSPRAKEN, now), 0);
    assert_int_equal(
        ondertekening_stand(&plan->veiligheidsplan.ondertekening, index, text_of(wie), now),
        wanted);
    checking_end(&checking);
}

static void test_signatures(void **state) {
    (void)state;
    struct checking checking;
    char now[FINGERPRINT_ROOM];
    char items[512];
    checking_begin(&checking);
    assert_int_equal(
        checking_plan(&checking, "voortgang", "veiligheidsplan: {afspraken: [{id: v1, wat: a}]}\n"),
        0);
    assert_int_equal(fingerprint_take(&checking.result.plan, FINGERPRINT_AFSPRAKEN, now), 0);
    checking_end(&checking);
    check_stand("    - {wie: ann, datum: 2026-05-01}\n", 0, "ann", ONDERTEKENING_ONBEKEND);
    snprintf(items, sizeof items, "    - {wie: [ann, bo], datum: 2026-05-01, vingerafdruk: '%s'}\n",
             now);
    check_stand(items, 0, "ann", ONDERTEKENING_GELDT);
    check_stand(items, 0, "bo", ONDERTEKENING_GELDT);
    check_stand("    - {wie: ann, datum: 2026-05-01, vingerafdruk: "
                "'sha256:00000000000000000000000000000000'}\n",
                0, "ann", ONDERTEKENING_ANDERS);
    // Signed again later, or on the same day further on in the file.
    snprintf(items, sizeof items,
             "    - {wie: ann, datum: 2026-05-01, vingerafdruk: '%s'}\n"
             "    - {wie: ann, datum: 2026-05-01}\n    - {wie: bo, datum: 2026-05-09}\n",
             now);
    check_stand(items, 0, "ann", ONDERTEKENING_OUDER);
    check_stand(items, 1, "ann", ONDERTEKENING_ONBEKEND);
    check_stand("    - {wie: ann}\n    - {wie: ann, datum: 2026-05-01}\n", 0, "ann",
                ONDERTEKENING_OUDER);
}

// Shows a plan in every way there is; returns the text, to be freed.
static char *show(const char *rest, bool json, bool excerpts) {
    struct checking checking;
    struct buffer out = {0};
    struct safety_options options = {LANGUAGE_ENGLISH, {2026, 6, 1}, excerpts, true, {80, true}};
    checking_begin(&checking);
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    if (json)
        safety_json(&options, &checking.result, &out);
    else
        safety_status(&options, "plan.yaml", &checking.result, &out);
    buffer_add_char(&out, '\0');
    assert_false(out.failed);
    checking_end(&checking);
    return out.bytes;
}

// Whatever stands in the place of an id, a date or a word: off a terminal it is not told.
static void test_private(void **state) {
    (void)state;
    static const char *const rests[] = {
        "veiligheidsplan:\n  opgesteld: Geheim een\n  schaal: [{datum: Geheim, wie: 'Geheim twee', "
        "cijfer: Geheim}, {datum: 2026-05-01, wie: ['Geheim drie'], cijfer: 4}]\n"
        "  afspraken: [{id: 'Geheim vier', wie: [Geheim vijf], wat: Geheim, toezicht: Geheim zes, "
        "status: Geheim, evaluaties: [{datum: Geheim, behaald: Geheim}]}]\n"
        "  ondertekening: [{wie: Geheim zeven, datum: Geheim, vingerafdruk: Geheim}]\n"
        "doelen: [{id: Geheim acht, veiligheid: veiligheidsafspraken, status: Geheim, doel: "
        "Geheim}]\n",
        "veiligheidsplan: {}\n",
        "veiligheidsplan: {schaal: Geheim, afspraken: Geheim, ondertekening: {a: Geheim}}\n",
        "veiligheidsplan: {schaal: [{}], afspraken: [{}], ondertekening: [{}]}\ndoelen: [{}]\n",
    };
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
        char rest[2048];
        snprintf(rest, sizeof rest, "%s%s", people, rests[i]);
        for (int json = 0; json < 2; json++) {
            char *out = show(rest, json == 1, json == 1); // JSON never tells
            if (strstr(out, "Geheim"))
                fail_msg("%s", out);
            assert_true(json == 0 || out[strlen(out) - 1] == '\n');
            free(out);
        }
        free(show(rest, false, true));
    }
}

// More people than there are marks: their figures are told one by one.
static void test_many(void **state) {
    (void)state;
    struct buffer rest = {0};
    buffer_add_string(&rest, people);
    buffer_add_string(&rest, "veiligheidsplan:\n  schaal:\n");
    for (int i = 0; i < PICTURE_MOST_PEOPLE + 1; i++)
        buffer_format(&rest, "    - {datum: 2026-05-01, wie: p%d, cijfer: 4.5}\n", i);
    buffer_add_char(&rest, '\0');
    char *out = show(rest.bytes, false, false);
    assert_non_null(strstr(out, "2026-05-01 p12: 4.5"));
    free(out);
    buffer_free(&rest);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_signatures),
        cmocka_unit_test(test_private),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
