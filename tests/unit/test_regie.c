// SPDX-License-Identifier: EUPL-1.2
// Tests of RG-01…08: who looks after the whole, who stands beside whom, and handing over.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/checking.h"

static struct checking checking;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    return 0;
}

// What one rule says about a plan in a phase. The plan begins at line 5.
static void check(const char *id, const char *phase, const char *rest, const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(id)));
    assert_int_equal(checking_plan(&checking, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

// The same by a local framework.
static void check_by(const char *id, const char *kader, const char *phase, const char *rest,
                     const char *expected) {
    checking_only(&checking, (enum rule)rule_named(text_of(id)));
    assert_int_equal(checking_plan_by(&checking, kader, phase, rest), 0);
    assert_string_equal(checking_found(&checking), expected);
}

// Lines 5-8: two members and two professionals; then the rest from line 9.
#define PEOPLE                                                                                     \
    "huishouden: {naam: F, leden: [{id: ann, naam: A, rol: moeder},\n"                             \
    "{id: bo, naam: B, rol: kind}]}\n"                                                             \
    "professionals: [{id: els, naam: E, telefoon: 1},\n"                                           \
    "{id: gijs, naam: G, tot: 2026-05-31}]\n"

static void test_one_regisseur(void **state) {
    (void)state;
    check("RG-01", "voortgang", PEOPLE, "4:7-16 RG-01.ontbreekt ");
    check("RG-01", "voortgang", PEOPLE "regie: {voorkeur_klant: els}\n", "9:1-6 RG-01.ontbreekt ");
    check("RG-01", "voortgang", PEOPLE "regie: {procesregisseur: els}\n", "");
    check("RG-01", "voortgang", PEOPLE "regie: {procesregisseur: [els, ann]}\n",
          "9:26-36 RG-01.meer ");
    check("RG-01", "voortgang", PEOPLE "regie: {procesregisseur: [els]}\n", "");
    check("RG-01", "voortgang", PEOPLE "regie: {procesregisseur: piet}\n",
          "9:26-30 RG-01.onbekend ");
    check("RG-01", "voortgang", PEOPLE "regie: {procesregisseur: ann}\n",
          "5:32-34 RG-01.bereik(ann) ");
    check("RG-01", "voortgang", PEOPLE "regie: {procesregisseur: gijs}\n",
          "9:26-30 RG-01.weg(gijs) ");
    check("RG-01", "afsluiting",
          PEOPLE "regie: {procesregisseur: gijs}\nafsluiting: {datum: 2026-05-31}\n",
          "8:2-4 RG-01.bereik(gijs) ");
    check("RG-01", "voortgang", PEOPLE "regie: nadia\n", ""); // the schema says it
}

static void test_preference(void **state) {
    (void)state;
    check("RG-02", "startoverleg", PEOPLE, "4:7-19 RG-02.ontbreekt ");
    check("RG-02", "voortgang", PEOPLE, ""); // RG-01 says it
    check("RG-02", "voortgang", PEOPLE "regie: {procesregisseur: els}\n", "9:1-6 RG-02.ontbreekt ");
    check("RG-02", "voortgang", PEOPLE "regie: {voorkeur_klant: maakt niet uit}\n", "");
}

static void test_casusregisseurs(void **state) {
    (void)state;
#define REGIE PEOPLE "regie:\n  procesregisseur: els\n"
    check("RG-03", "voortgang", PEOPLE, "");
    check("RG-03", "voortgang", REGIE, "9:1-6 RG-03.ontbreekt ");
    check("RG-03", "voortgang", REGIE "  casusregisseurs: []\n", "11:3-18 RG-03.ontbreekt ");
    check("RG-03", "voortgang", REGIE "  casusregisseurs: [{wie: gijs, voor: [ann, bo]}]\n",
          "11:3-18 RG-03.ontbreekt ");
    check("RG-03", "voortgang", REGIE "  casusregisseurs: [{wie: [gijs, els], voor: [ann, bo]}]\n",
          "");
    check("RG-03", "voortgang", REGIE "  casusregisseurs: [{wie: els}, {wie: ann, voor: bo}]\n",
          "11:22-25 RG-03.voor ");
    check("RG-03", "voortgang",
          REGIE "  casusregisseurs: [{wie: els, voor: ann}, {wie: gijs, voor: bo}]\n",
          "6:2-4 RG-03.lid(bo) ");
    // Without professionals who take part nobody is needed.
    check("RG-03", "voortgang",
          "professionals: [{id: a, van: 2026-06-02}]\nregie: {gekozen: 2026-01-01}\n", "");
}

static void test_working_together(void **state) {
    (void)state;
    static const char unsafe[] = "basiszorg_en_veiligheid: {zorgen: ja}\n"
                                 "professionals: [{id: a}, {id: b}]\nregie: {procesregisseur: a}\n";
    check("RG-04", "voortgang", unsafe, "7:1-6 RG-04.ontbreekt ");
    check("RG-04", "voortgang", "professionals: [{id: a}, {id: b}]\nregie: {procesregisseur: a}\n",
          "");
    check("RG-04", "voortgang",
          PEOPLE "basiszorg_en_veiligheid: {zorgen: ja}\nregie: {procesregisseur: els}\n", "");
    check("RG-07", "voortgang", unsafe, "7:1-6 RG-07.ontbreekt ");
    check("RG-07", "voortgang", "basiszorg_en_veiligheid: {zorgen: ja}\n",
          "4:7-16 RG-07.ontbreekt ");
    check("RG-07", "voortgang",
          "basiszorg_en_veiligheid: {zorgen: ja}\nregie: {signalen_delen: 2026-05-01}\n", "");
}

static void test_handover(void **state) {
    (void)state;
#define HANDOVER(fields) PEOPLE "regie: {overdrachten: [{rol: r, " fields "}]}\n"
    check("RG-05", "overdracht", HANDOVER("van: gijs, naar: els, per: 2026-06-01"), "");
    check("RG-05", "overdracht", HANDOVER("van: gijs, per: 2026-06-01"), "9:25-28 RG-05.naar ");
    check("RG-05", "overdracht", HANDOVER("van: gijs, naar: els"), "9:25-28 RG-05.per ");
    check("RG-05", "overdracht", HANDOVER("van: gijs, naar: piet, per: 2026-06-01"),
          "9:50-54 RG-05.onbekend ");
    check("RG-05", "overdracht", HANDOVER("van: [els, gijs], naar: els, per: 2026-06-01"),
          "9:57-60 RG-05.zichzelf(els) ");
    check("RG-05", "overdracht", HANDOVER("van: els, naar: gijs, per: 2026-06-01"),
          "9:49-53 RG-05.weg(gijs) ");
    check("RG-05", "overdracht", HANDOVER("van: els, naar: gijs, per: 2026-05-31"), "");
    check("RG-05", "overdracht", PEOPLE, "");
}

static void test_regiekaart(void **state) {
    (void)state;
    static const char youth[] = "jeugd: {regie: regiekaart}\nwmo: {regie: casuistiek}\n";
    check("RG-06", "voortgang", PEOPLE, "");
    check_by("RG-06", youth, "voortgang", PEOPLE, "4:7-16 RG-06.ontbreekt ");
    check_by("RG-06", youth, "voortgang", PEOPLE "regie: {opschaling: {afspraken: a}}\n",
             "9:9-19 RG-06.ontbreekt ");
    check_by("RG-06", youth, "voortgang",
             PEOPLE "regie: {opschaling: {historie: [{naar: regiekaart 2}]}}\n", "");
    check_by("RG-06", youth, "voortgang", "huishouden: {naam: F, leden: [{id: a, rol: opa}]}\n",
             "");
    check_by("RG-06", "wmo: {regie: regiekaart, stand: vastgesteld}\n", "voortgang",
             "huishouden: {naam: F, leden: [{id: a, rol: opa}]}\n", "4:7-16 RG-06.ontbreekt ");
    // What is not settled asks nothing.
    check_by("RG-06", "jeugd: {regie: regiekaart, stand: voornemen}\n", "voortgang", PEOPLE, "");
    check_by("RG-06", "jeugd: {regie: volgt}\n", "voortgang", PEOPLE, "");
}

static void test_leaving(void **state) {
    (void)state;
    check("RG-08", "voortgang", PEOPLE, "8:2-4 RG-08.restvragen(gijs) ");
    check("RG-08", "voortgang",
          "professionals: [\n{id: a, tot: 2026-06-01},\n{id: b, tot: 2026-06-02},\n"
          "{id: c, tot: 2026-05-01, restvragen: de huisarts}]\n",
          "6:2-4 RG-08.restvragen(a) ");
}

int main(void) {
#define TEST(function) cmocka_unit_test(function)
    const struct CMUnitTest tests[] = {
        TEST(test_one_regisseur),    TEST(test_preference), TEST(test_casusregisseurs),
        TEST(test_working_together), TEST(test_handover),   TEST(test_regiekaart),
        TEST(test_leaving),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
