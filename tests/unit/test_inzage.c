// SPDX-License-Identifier: EUPL-1.2
// Tests of what one person may see of a plan.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lib/method/inzage.h"
#include "tests/unit/checking.h"
#include "tests/unit/seeing.h"

static struct checking checking;
static struct buffer seen;

static int begin(void **state) {
    (void)state;
    checking_begin(&checking);
    return 0;
}

static int end(void **state) {
    (void)state;
    checking_end(&checking);
    buffer_free(&seen);
    return 0;
}

static struct inzage look(const char *voor, const char *rest) {
    struct inzage inzage;
    assert_int_equal(checking_plan(&checking, "voortgang", rest), 0);
    assert_int_equal(inzage_bepaal(&checking.result.plan, text_of(voor), checking.options.today,
                                   &checking.arena, &inzage),
                     0);
    return inzage;
}

// What somebody sees of a plan, without the two fields that say what file it is.
static void check(const char *voor, const char *rest, const char *expected) {
    static const char beginning[] = "g1p=1; soort=plan; ";
    struct inzage inzage = look(voor, rest);
    assert_int_equal(inzage.uitkomst, INZAGE_GEGEVEN);
    const char *saw = seeing(inzage.root, &seen);
    assert_memory_equal(saw, beginning, sizeof beginning - 1);
    assert_string_equal(saw + sizeof beginning - 1, expected);
}

static void check_refused(const char *voor, const char *rest) {
    struct inzage inzage = look(voor, rest);
    assert_int_equal(inzage.uitkomst, INZAGE_GEWEIGERD);
    assert_null(inzage.root);
}

// Two parents with a child of each age.
#define PEOPLE                                                                                     \
    "huishouden: {naam: Gezin Ans, leden: [\n"                                                     \
    "{id: ann, naam: Ann Ans, rol: moeder, gezag_over: [sep, kim, bo]},\n"                         \
    "{id: tom, naam: Tom Ans, rol: vader, gezag_over: [sep, kim, bo]},\n"                          \
    "{id: sep, naam: Sep Ans, rol: zoon, geboren: 2010-05-31},\n"                                  \
    "{id: kim, naam: Kim Ans, rol: kind, geboren: 2014-06-01},\n"                                  \
    "{id: bo, naam: Bo Ans, rol: kind, geboren: 2014-06-02},\n"                                    \
    "{id: pip, naam: Pip, rol: kind, uitgerekend: 2026-08-01}]}\n"                                 \
    "professionals: [{id: els, naam: Els Vos, organisatie: team, functie: hulp}]\n"

#define STRENGTHS                                                                                  \
    "krachten: [{citaat: a, over: ann}, {citaat: t, over: tom}, {citaat: s, over: sep},\n"         \
    "{citaat: k, over: kim}, {citaat: b, over: bo}, {citaat: p, over: pip}, {citaat: e, wie: "     \
    "els}]\n"

#define MAY(door) "{door: " door ", voor: els, onderdelen: [krachten], datum: 2026-01-01}, "

static void test_one_of_two_parents(void **state) {
    (void)state;
    // The mother for herself and the youngest; the one of twelve and of sixteen are asked too.
    check("els", PEOPLE STRENGTHS "toestemming: [" MAY("ann") "]\n",
          "id=ann; naam=Ann Ans; id=bo; naam=Bo Ans; id=els; naam=Els Vos; "
          "citaat=a; over=ann; citaat=b; over=bo; ");
    // The father took his back: what is about him, or names nobody, stays away.
    check("els",
          PEOPLE STRENGTHS "toestemming: [" MAY("ann") MAY("kim")
              MAY("sep") "{door: tom, voor: els, onderdelen: [alles], datum: 2026-01-01, "
                         "ingetrokken: 2026-06-01}]\n",
          "id=ann; naam=Ann Ans; id=sep; naam=Sep Ans; id=kim; naam=Kim Ans; id=bo; naam=Bo Ans; "
          "id=els; naam=Els Vos; citaat=a; over=ann; citaat=s; over=sep; citaat=k; over=kim; "
          "citaat=b; over=bo; ");
    // Both: now also of the unborn, whom nobody is asked for, and of nobody.
    check("els",
          PEOPLE STRENGTHS "toestemming: [" MAY("ann") MAY("tom") MAY("kim") MAY("sep") "]\n",
          "id=ann; naam=Ann Ans; id=tom; naam=Tom Ans; id=sep; naam=Sep Ans; id=kim; naam=Kim Ans; "
          "id=bo; naam=Bo Ans; id=pip; naam=Pip; id=els; naam=Els Vos; citaat=a; over=ann; "
          "citaat=t; over=tom; citaat=s; over=sep; citaat=k; over=kim; citaat=b; over=bo; "
          "citaat=p; over=pip; citaat=e; wie=els; ");
}

static void test_a_child_alone(void **state) {
    (void)state;
    // Sixteen: alone. Twelve: not without who has authority. Eleven: not at all.
    check("els", PEOPLE STRENGTHS "toestemming: [" MAY("sep") "]\n",
          "id=sep; naam=Sep Ans; id=els; naam=Els Vos; citaat=s; over=sep; ");
    check_refused("els", PEOPLE STRENGTHS "toestemming: [" MAY("kim") "]\n");
    check_refused("els", PEOPLE STRENGTHS "toestemming: [" MAY("bo") "]\n");
    check("els",
          PEOPLE STRENGTHS
          "toestemming: [" MAY("kim") "{door: tom, over: kim, voor: els, onderdelen: [krachten, "
                                      "doelen], datum: 2026-01-01}]\n",
          "id=kim; naam=Kim Ans; id=els; naam=Els Vos; citaat=k; over=kim; ");
    // Each consented to something else: nothing in common.
    check_refused(
        "els",
        PEOPLE STRENGTHS "toestemming: [" MAY(
            "kim") "{door: tom, over: kim, voor: els, onderdelen: [doelen], datum: 2026-01-01}]\n");
}

static void test_no_consent_that_holds(void **state) {
    (void)state;
    static const char *const ends[] = {"tot: 2026-05-31",   "ingetrokken: 2026-06-01",
                                       "tot: gisteren",     "ingetrokken: ja",
                                       "datum: 2026-06-02", "datum: vandaag"};
    char rest[2048];
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *datum = strncmp(ends[i], "datum", 5) ? "datum: 2026-01-01, " : "";
        snprintf(rest, sizeof rest,
                 "%stoestemming: [{door: ann, voor: els, onderdelen: [alles], %s%s}]\n",
                 PEOPLE STRENGTHS, datum, ends[i]);
        check_refused("els", rest);
    }
    check_refused("els", PEOPLE STRENGTHS);
    check_refused("els", PEOPLE "toestemming: [" MAY("ann") "]\n");
    check_refused("els", "professionals: [{id: els, naam: Els}]\nzorgen: [{citaat: x}]\n");
    // Until today, and to be taken back tomorrow.
    check("els",
          PEOPLE STRENGTHS "toestemming: [{door: sep, voor: els, onderdelen: [krachten], "
                           "datum: 2026-06-01, tot: 2026-06-01, ingetrokken: 2026-06-02}]\n",
          "id=sep; naam=Sep Ans; id=els; naam=Els Vos; citaat=s; over=sep; ");
}

static void test_who_it_is_for(void **state) {
    (void)state;
    static const char plan[] =
        "huishouden: {leden: [{id: ann, naam: Ann}]}\n"
        "netwerk: [{id: riet, naam: Riet}]\n"
        "professionals: [{id: weg, naam: W, tot: 2026-05-31}, {id: nog, naam: N, tot: "
        "2026-06-01}]\n"
        "toestemming: [{door: ann, voor: weg, onderdelen: [alles], datum: 2026-01-01},\n"
        "{door: ann, voor: nog, onderdelen: [alles], datum: 2026-01-01}]\n";
    assert_int_equal(look("weg", plan).uitkomst, INZAGE_VERTROKKEN);
    struct inzage whole = look("nog", plan);
    assert_int_equal(whole.uitkomst, INZAGE_GEGEVEN);
    assert_false(whole.weggelaten);
    assert_int_equal(whole.onderdelen, 1U << ONDERDEEL_ALLES);
    struct inzage unknown = look("ans", plan);
    assert_int_equal(unknown.uitkomst, INZAGE_ONBEKEND);
    assert_true(text_is(unknown.nabij, "ann"));
    assert_int_equal(look("", plan).uitkomst, INZAGE_ONBEKEND);
    assert_int_equal(look("riet", plan).uitkomst, INZAGE_GEWEIGERD);
}

// One of whatever a plan can hold, and who lives there agrees with one part of it.
static void test_each_part_alone(void **state) {
    (void)state;
    static const struct {
        const char *part;
        const char *seen;
    } parts[] = {
        {"contactgegevens", "naam=H; adres=A; id=ann; naam=Ann; rol=moeder; telefoon=1; id=riet; "
                            "naam=Riet; relatie=oma; telefoon=2; id=els; naam=Els; organisatie=O; "
                            "functie=F; telefoon=3; "},
        {"aanleiding", "id=ann; naam=Ann; id=els; naam=Els; wie=ann; citaat=w; "},
        {"krachten", "id=ann; naam=Ann; id=els; naam=Els; citaat=k; over=ann; "},
        {"zorgen", "id=ann; naam=Ann; id=els; naam=Els; id=z; citaat=z; over=ann; "},
        {"eerdere_hulp", "id=els; naam=Els; eerdere_hulp=geen; "},
        {"analyse", "id=els; naam=Els; patronen=p; "},
        {"doelen", "id=ann; naam=Ann; id=els; naam=Els; id=d; doel=d; van=ann; wat=a; wie=els; "},
        {"veiligheidsplan", "id=ann; naam=Ann; id=riet; naam=Riet; id=els; naam=Els; wie=ann; "
                            "citaat=g; wat=v; wie=ann; toezicht=riet; "},
        {"overleggen", "id=ann; naam=Ann; id=els; naam=Els; datum=2026-06-09; aanwezig=ann; "},
    };
    static const char plan[] =
        "x_eigen: x\n"
        "gewenst_resultaat: r\n"
        "huishouden: {naam: H, adres: A, leden: [{id: ann, naam: Ann, rol: moeder, telefoon: 1, "
        "woont: w, x_a: x}]}\n"
        "netwerk: [{id: riet, naam: Riet, relatie: oma, telefoon: 2, steun: [financieel]}]\n"
        "professionals: [{id: els, naam: Els, organisatie: O, functie: F, telefoon: 3, "
        "leefgebieden: [hulp]}]\n"
        "regie: {procesregisseur: els}\n"
        "aanleiding: {wie: ann, citaat: w}\n"
        "krachten: [{citaat: k, over: ann, x_a: x}]\n"
        "zorgen: [{id: z, citaat: z, over: ann}]\n"
        "eerdere_hulp: geen\n"
        "analyse: {patronen: p}\n"
        "doelen: [{id: d, doel: d, van: ann, zorgen: [z], acties: [{wat: a, wie: els}]}]\n"
        "veiligheidsplan: {grootste_zorg: {wie: ann, citaat: g}, afspraken: [{wat: v, wie: ann, "
        "toezicht: riet}]}\n"
        "overleggen: [{datum: 2026-06-09, aanwezig: [ann]}]\n"
        "toestemming: [{door: ann, voor: els, onderdelen: [%s], datum: 2026-01-01}]\n";
    char rest[2048];
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        snprintf(rest, sizeof rest, plan, parts[i].part);
        check("els", rest, parts[i].seen);
        struct inzage inzage = look("els", rest);
        assert_true(inzage.weggelaten);
        assert_int_not_equal(inzage.onderdelen, 0);
    }
}

// A goal whose concern fell away names it no longer; who is named is there with a name.
static void test_nothing_dangles(void **state) {
    (void)state;
    static const char plan[] =
        "huishouden: {leden: [{id: ann, naam: Ann Smit, gezag_over: [bo]}, {id: tom, naam: Tom "
        "Bos},\n"
        "{id: bo, naam: Bo, rol: kind}]}\n"
        "professionals: [{id: els, naam: Els}]\n"
        "zorgen: [{id: drank, citaat: z, over: tom}]\n"
        "doelen: [{id: tom_stopt, doel: Toms moeder belt Tom Bos en de tom. Bos, van: ann, "
        "zorgen: [drank], acties: [{wat: x, wie: ann, hulp_van: [tom]}, {id: y, wat: y}]}]\n"
        "toestemming: [{door: ann, voor: els, onderdelen: [doelen, zorgen], datum: 2026-01-01}]\n";
    check("els", plan,
          "id=ann; naam=Ann Smit; id=els; naam=Els; id=doel-1; doel=[iemand anders]'s moeder belt "
          "[iemand anders] en de [iemand anders]; van=ann; id=y; wat=y; ");
}

// A name that somebody bears who is there stays.
static void test_shared_names_stay(void **state) {
    (void)state;
    check("els",
          "huishouden: {leden: [{id: ann, naam: Ann Bos}, {id: tom, naam: Tom Bos}]}\n"
          "professionals: [{id: els, naam: Els}]\n"
          "krachten: [{citaat: Ann Bos belt Tom; de familie Bos ook., over: ann}]\n"
          "toestemming: [{door: ann, voor: els, onderdelen: [krachten], datum: 2026-01-01}]\n",
          "id=ann; naam=Ann Bos; id=els; naam=Els; citaat=Ann Bos belt [iemand anders]; de familie "
          "Bos ook.; over=ann; ");
}

static void test_a_member_reads(void **state) {
    (void)state;
    static const char plan[] =
        "huishouden: {leden: [{id: ann, naam: Ann, gezag_over: [bo, kim], woont: hier},\n"
        "{id: tom, naam: Tom, rol: vader, telefoon: 1, woont: daar},\n"
        "{id: bo, naam: Bo, rol: kind, woont: hier},\n"
        "{id: kim, naam: Kim, geboren: 2013-01-01, woont: zus}]}\n"
        "krachten: [{citaat: t, over: tom}, {citaat: at, over: [ann, tom]}, {citaat: b, over: bo}, "
        "{citaat: k, over: kim}, {citaat: n}]\n"
        "doelen: [{doel: t, van: tom}]\n"
        "veiligheidsplan: {afspraken: [{wat: t, wie: tom}]}\n";
    static const char without[] =
        "nummer=proef; fase=voortgang; id=ann; naam=Ann; gezag_over=bo; gezag_over=kim; "
        "woont=hier; "
        "id=tom; naam=Tom; rol=vader; id=bo; naam=Bo; rol=kind; woont=hier; id=kim; naam=Kim; "
        "citaat=at; over=ann; over=tom; citaat=b; over=bo; citaat=n; doel=t; van=tom; wat=t; "
        "wie=tom; ";
    check("ann", plan, without);
    char consenting[2048];
    snprintf(consenting, sizeof consenting,
             "%stoestemming: [{door: tom, voor: ann, onderdelen: [krachten], datum: 2026-01-01}]\n",
             plan);
    struct inzage inzage = look("ann", consenting);
    assert_non_null(strstr(seeing(inzage.root, &seen), "citaat=t; over=tom; citaat=at;"));
    assert_null(strstr(seeing(inzage.root, &seen), "telefoon"));
}

// An adult with a representative: themselves or, by name, somebody else.
static void test_represented(void **state) {
    (void)state;
    static const char plan[] =
        "huishouden: {leden: [{id: ger, naam: Ger, vertegenwoordiger: {soort: mentor, wie: "
        "toos}},\n"
        "{id: toos, naam: Toos}]}\n"
        "professionals: [{id: els, naam: Els}]\n"
        "krachten: [{citaat: g, over: ger}, {citaat: t, over: toos}]\n"
        "toestemming: [{door: toos, %svoor: els, onderdelen: [krachten], datum: 2026-01-01}]\n";
    char rest[1024];
    snprintf(rest, sizeof rest, plan, "");
    check("els", rest, "id=toos; naam=Toos; id=els; naam=Els; citaat=t; over=toos; ");
    snprintf(rest, sizeof rest, plan, "over: [ger], ");
    check("els", rest, "id=ger; naam=Ger; id=els; naam=Els; citaat=g; over=ger; ");
}

// Half a plan: who has no id cannot be asked, and an id that is nobody's names nobody.
static void test_half_a_plan(void **state) {
    (void)state;
    static const char consent[] =
        "professionals: [{id: els}]\n"
        "toestemming: [{door: ann, voor: els, onderdelen: [krachten], datum: 2026-01-01}]\n";
    char rest[1024];
    snprintf(rest, sizeof rest,
             "huishouden: {leden: [{id: ann}, {naam: Tom}]}\n"
             "krachten: [{citaat: n}, {citaat: j, over: jan}, {citaat: a, over: ann}, x, {}, ]\n%s",
             consent);
    check("els", rest, "id=ann; citaat=a; over=ann; id=els; ");
    snprintf(rest, sizeof rest, "huishouden: [ann]\nkrachten: {citaat: n}\n%s", consent);
    check_refused("els", rest);
    snprintf(rest, sizeof rest,
             "huishouden:\n  leden:\n    -\n    - {id: ann, naam: Ann}\n"
             "krachten: [{citaat: n, over: ann}]\n%s",
             consent);
    check("els", rest, "id=ann; naam=Ann; citaat=n; over=ann; id=els; ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_of_two_parents),    cmocka_unit_test(test_a_child_alone),
        cmocka_unit_test(test_no_consent_that_holds), cmocka_unit_test(test_who_it_is_for),
        cmocka_unit_test(test_each_part_alone),       cmocka_unit_test(test_nothing_dangles),
        cmocka_unit_test(test_shared_names_stay),     cmocka_unit_test(test_a_member_reads),
        cmocka_unit_test(test_represented),           cmocka_unit_test(test_half_a_plan),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
