// SPDX-License-Identifier: EUPL-1.2
// Tests of the table of nineteen points, and of the files that are begun from it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "lib/base/words.h"
#include "lib/method/implementatie.h"
#include "lib/method/soort.h"
#include "lib/rules/proof.h"
#include "tests/unit/checking.h"

static const struct date today = {2026, 6, 1};

static const char *const punten[] = {"A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "B5", "B6",
                                     "C1", "D1", "D2", "D3", "E1", "E2", "E3", "F1", "F2"};
enum { PUNTEN = sizeof punten / sizeof *punten };

struct made {
    struct arena arena;
    struct arena scratch;
    struct values values;
    struct buffer file;
    char name[VALUES_NUMBER_ROOM];
};

// Begins a file of a kind with NULL-ended values; returns its text.
static const char *make(struct made *made, const char *kind, const char *const *operands) {
    const struct soort *soort = soort_named(kind);
    struct value_fault fault;
    *made = (struct made){0};
    assert_non_null(soort);
    arena_init(&made->arena, 0);
    arena_init(&made->scratch, 0);
    assert_int_equal(values_begin(&made->values, *soort->type, &made->arena), 0);
    for (; *operands; operands++) {
        size_t length = strcspn(*operands, "=");
        assert_int_equal(values_set(&made->values, (struct text){*operands, length},
                                    text_of(*operands + length + 1), &fault),
                         0);
    }
    soort->name(NULL, today, made->name);
    assert_int_equal(soort->complete(&made->values, text_of(made->name), today), 0);
    scaffold_write(&made->values, &soort->words, today, &made->file);
    buffer_add_char(&made->file, '\0');
    made->file.length--;
    assert_false(made->file.failed);
    return made->file.bytes;
}

static void made_end(struct made *made) {
    arena_free(&made->arena);
    arena_free(&made->scratch);
    buffer_free(&made->file);
}

static void assert_proof(struct made *made) {
    struct check_result result;
    struct findings findings;
    bool kept;
    assert_int_equal(proof_values(&made->values, today, &findings), 0);
    assert_int_equal(findings.count, 0);
    assert_int_equal(
        proof_plan(buffer_text(&made->file), &made->values, today, &made->scratch, &result, &kept),
        0);
    assert_int_equal(result.findings.count, 0);
    assert_true(kept);
}

static void assert_holds(const char *file, const char *lines) {
    if (!strstr(file, lines))
        fail_msg("this is missing: %s\n%s", lines, file);
}

static const char *const nothing[] = {NULL};

static void test_points(void **state) {
    (void)state;
    assert_int_equal(implementatie_punt_count, PUNTEN);
    for (int i = 0; i < PUNTEN; i++) {
        const struct implementatie_punt *punt = &implementatie_punten[i];
        char bron[16];
        snprintf(bron, sizeof bron, "IO §1.2 %s", punten[i]);
        assert_string_equal(punt->punt, punten[i]);
        assert_string_equal(punt->bron, bron);
        assert_in_range(strlen(punt->titel[LANGUAGE_ENGLISH]), 5, 60);
        assert_in_range(strlen(punt->titel[LANGUAGE_DUTCH]), 5, 60);
        assert_in_range(strlen(punt->vraag), 30, 250);
        assert_int_equal(punt->jeugd, strcmp(punt->punt, "B2") == 0);
    }
}

static void test_new_checklist(void **state) {
    struct made made;
    struct checking checking;
    const char *file = make(&made, "organisatie", nothing);
    (void)state;
    assert_true(text_starts(text_of(file), "# yaml-language-server: $schema=" SCAFFOLD_SCHEMAS
                                           "organisatie.schema.json\n"));
    for (int i = 0; i < PUNTEN; i++) {
        char line[32];
        snprintf(line, sizeof line, "\n  - punt: %s\n", punten[i]);
        assert_holds(file, line);
        snprintf(line, sizeof line, "\n  ## %s. ", punten[i]);
        assert_holds(file, line);
    }
    assert_holds(file, "\nnaam: Onze organisatie\n");
    assert_holds(file, "\n# aandachtsfunctionarissen:\n#   - Els Boom\n");
    assert_proof(&made);
    // What it has to hear: nothing is planned yet, and nobody sees to it.
    checking_begin(&checking);
    assert_int_equal(checking_file(&checking, file), 0);
    assert_int_equal(checking.result.findings.count, PUNTEN + 1);
    for (size_t i = 0; i < checking.result.findings.count; i++) {
        enum melding melding = checking.result.findings.items[i].melding;
        assert_true(melding == MELDING_IM_02_ALLES || melding == MELDING_IM_04_ONTBREEKT);
    }
    checking_end(&checking);
    made_end(&made);
}

static void test_given_points_stay(void **state) {
    static const char *const given[] = {"naam=Zorg: \"De Brug\"",
                                        "jeugdigen_tot_23=nee",
                                        "aandachtsfunctionarissen.0=Els Boom",
                                        "punten.0.punt=B3",
                                        "punten.0.actie=meldcode op papier",
                                        "punten.0.status=gereed",
                                        NULL};
    struct made made;
    const char *file = make(&made, "organisatie", given);
    (void)state;
    assert_holds(file, "\naandachtsfunctionarissen:\n  - Els Boom\n");
    assert_holds(file, "\n  - punt: B3\n");
    assert_null(strstr(strstr(file, "- punt: B3\n") + 1, "- punt: B3\n"));
    assert_holds(file, "    actie: meldcode op papier\n");
    // Not asked of who does not work with youth.
    const char *index = strstr(file, "- punt: B2\n");
    assert_non_null(index);
    assert_true(strstr(index, "status: nvt") < strstr(index, "- punt: B4"));
    assert_proof(&made);
    made_end(&made);
}

// Takes away the first "# " of every line behind a #, outside in, until none is left.
static void uncomment_all(const char *file, struct buffer *out) {
    for (const char *line = strchr(file, '\n') + 1; *line; line += strcspn(line, "\n") + 1) {
        size_t indent = strspn(line, " ");
        size_t length = strcspn(line, "\n") + 1;
        bool behind = line[indent] == '#' && line[indent + 1] == ' ';
        buffer_add(out, (struct text){line, indent});
        line += indent + (behind ? 2 : 0);
        length -= indent + (behind ? 2 : 0);
        buffer_add(out, (struct text){line, length});
    }
    buffer_add_char(out, '\0');
    assert_false(out->failed);
}

// Everything that stands behind a # can be used.
static void test_new_kader(void **state) {
    struct made made;
    struct checking checking;
    struct buffer all = {0};
    const char *file = make(&made, "kader", nothing);
    (void)state;
    assert_holds(file, "\nnaam: ons-kader\n");
    assert_holds(file, "\n# taal:\n");
    assert_proof(&made);
    checking_begin(&checking);
    assert_int_equal(checking_file(&checking, file), 0);
    assert_string_equal(checking_found(&checking), "");
    uncomment_all(file, &all);
    assert_int_equal(checking_file(&checking, all.bytes), 0);
    assert_string_equal(checking_found(&checking), "");
    assert_int_equal(checking.result.own_kader->regels.count, 1);
    assert_int_equal(checking.result.own_kader->taal.jargon.count, 1);
    checking_end(&checking);
    buffer_free(&all);
    made_end(&made);
}

static void test_rules_and_words_given(void **state) {
    static const char *const given[] = {"naam=gouda",
                                        "regels.OP-22.ernst=uit",
                                        "regels.OP-22.reden=Dat doen wij anders.",
                                        "regels.OP-20.ernst=fout",
                                        "taal.jargon.ambulant=bij mensen thuis",
                                        "taal.jargon.casus: een=geval",
                                        "jeugd.regie=volgt",
                                        NULL};
    struct made made;
    const char *file = make(&made, "kader", given);
    (void)state;
    assert_holds(file, "\nregels:\n  OP-22:\n");
    assert_holds(file, "\n    ernst: uit\n");
    assert_holds(file, "\n    reden: Dat doen wij anders.\n");
    assert_holds(file, "\n  OP-20:\n");
    assert_holds(file, "\n  jargon:\n    ambulant: bij mensen thuis\n    \"casus: een\": geval\n");
    assert_proof(&made);
    made_end(&made);
}

static void test_wrong_paths(void **state) {
    static const struct {
        const char *operand;
        enum value_fault_kind kind;
        const char *path;
    } wrong[] = {
        {"regels=uit", VALUE_NEEDS_KEY, "regels"},
        {"regels.OP-2.ernst=uit", VALUE_NEEDS_KEY, "regels"},
        {"regels.OP-22=uit", VALUE_NEEDS_FIELD, "regels.OP-22"},
        {"regels.OP-22.ernts=uit", VALUE_NO_FIELD, "regels.OP-22.ernts"},
        {"taal.jargon=x", VALUE_NEEDS_KEY, "taal.jargon"},
        {"taal.jargon.een\ntwee=x", VALUE_NEEDS_KEY, "taal.jargon"},
        {"taal.jargon.a\xFF=x", VALUE_NEEDS_KEY, "taal.jargon"},
        {"taal.jargon.ambulant.x=x", VALUE_TOO_FAR, "taal.jargon.ambulant"},
        {"huishouden.naam=x", VALUE_NO_FIELD, "huishouden"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct arena arena;
        struct values values;
        struct value_fault fault;
        struct buffer words = {0};
        size_t length = strcspn(wrong[i].operand, "=");
        arena_init(&arena, 0);
        assert_int_equal(values_begin(&values, schema_kader, &arena), 0);
        assert_int_equal(values_set(&values, (struct text){wrong[i].operand, length},
                                    text_of(wrong[i].operand + length + 1), &fault),
                         1);
        assert_int_equal(fault.kind, wrong[i].kind);
        assert_int_equal(fault.path.length, strlen(wrong[i].path));
        assert_memory_equal(fault.path.bytes, wrong[i].path, fault.path.length);
        value_fault_explain(&fault, &words);
        assert_in_range(words.length, 10, 200);
        buffer_free(&words);
        arena_free(&arena);
    }
}

static void test_names(void **state) {
    char name[VALUES_NUMBER_ROOM];
    (void)state;
    soort_named("kader")->name("kaders/gouda.yaml", today, name);
    assert_string_equal(name, "gouda");
    soort_named("kader")->name(".g1p.yaml", today, name);
    assert_string_equal(name, "ons-kader");
    soort_named("kader")->name("nee.yaml", today, name);
    assert_string_equal(name, "ons-kader");
    soort_named("plan")->name(NULL, today, name);
    assert_string_equal(name, "2026-0001");
    soort_named("meldcode")->name("dossiers/m-7.yaml", today, name);
    assert_string_equal(name, "m-7");
    soort_named("meldcode")->name(NULL, today, name);
    assert_string_equal(name, "M-2026-0001");
    assert_null(soort_named("repo"));
    assert_null(soort_named(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_new_checklist),
        cmocka_unit_test(test_given_points_stay),
        cmocka_unit_test(test_new_kader),
        cmocka_unit_test(test_rules_and_words_given),
        cmocka_unit_test(test_wrong_paths),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
