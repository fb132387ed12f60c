// SPDX-License-Identifier: EUPL-1.2
// Tests of the driver of verbs: the command line, values, and questions.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/change/verb.h"
#include "tests/unit/checking.h"

static const struct verb_field score_fields[] = {
    {"wie", NULL, VERB_REQUIRED, NULL, "Who?", "who"},
    {"cijfer", NULL, VERB_REQUIRED, NULL, "The figure?", "the figure"},
    {"datum", NULL, VERB_ASKED, "today", "When?", "when"},
    {"toelichting", NULL, VERB_ASKED, NULL, "Why?", "why"},
    VERB_FIELDS_END};

static const struct verb_field agreement_fields[] = {
    {"id", NULL, VERB_EXTRA, NULL, NULL, "its id"},
    {"wie", NULL, VERB_REQUIRED, NULL, "Who keeps it?", "who"},
    {"bij_niet_nakomen", NULL, VERB_ASKED, NULL, "And if not?", "and if not"},
    {"steun", NULL, VERB_ASKED, NULL, "Who helps?", "who helps"},
    VERB_FIELDS_END};

static const struct verb_field look_fields[] = {
    {"/veiligheidsplan.afspraken.id", "afspraak", VERB_REQUIRED, NULL, "Which?", "which"},
    {"behaald", NULL, VERB_REQUIRED, NULL, "Kept?", "kept"},
    {NULL, "all", VERB_FLAG, NULL, NULL, "all of it"},
    VERB_FIELDS_END};

static const struct verb verbs[] = {
    {"status", "where it stands", NULL, NULL, NULL, NULL, VERB_SHOWS},
    {"schaal", "a figure", NULL, "veiligheidsplan.schaal", score_fields, NULL, VERB_WRITES},
    {"afspraak", "an agreement", NULL, "veiligheidsplan.afspraken", agreement_fields, NULL,
     VERB_WRITES},
    {"evaluatie", "a look back", NULL, "veiligheidsplan.afspraken.evaluaties", look_fields, NULL,
     VERB_WRITES},
    {"weeg", "weigh", NULL, NULL, NULL, NULL, VERB_SHOWS | VERB_FILE_MAYBE}};

static const char *const no_examples[] = {NULL};
static const struct verb_program program = {
    "prog", "About it.", &schema_plan, verbs, sizeof verbs / sizeof *verbs, no_examples, "Status."};

static const char plan[] =
    "huishouden: {naam: A, leden: [{id: ann, naam: Ann, rol: moeder}, {id: bo, naam: B, rol: k}]}\n"
    "veiligheidsplan:\n  afspraken: [{id: v1, wie: ann}, {id: v2, wie: bo}]\n";

struct fixture {
    struct arena arena;
    struct verb_request request;
    struct buffer message;
    struct checking checking;
};

static void begin(struct fixture *fixture) {
    memset(fixture, 0, sizeof *fixture);
    arena_init(&fixture->arena, 0);
    checking_begin(&fixture->checking);
    assert_int_equal(checking_plan(&fixture->checking, "voortgang", plan), 0);
}

static void end(struct fixture *fixture) {
    arena_free(&fixture->arena);
    buffer_free(&fixture->message);
    checking_end(&fixture->checking);
}

// Reads a command line of words with blanks between them; an underscore stands for a blank.
static enum verb_outcome read_line(struct fixture *fixture, const char *line) {
    static char copy[512];
    static char *words[64];
    int count = 1;
    snprintf(copy, sizeof copy, "%s", line);
    words[0] = copy + sizeof copy - 1;
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) {
        for (char *letter = word; *letter; letter++)
            *letter = *letter == '_' ? ' ' : *letter;
        words[count++] = word;
    }
    words[count] = NULL;
    arena_reset(&fixture->arena);
    buffer_clear(&fixture->message);
    return verb_read(&program, count, words, &fixture->arena, &fixture->request, &fixture->message);
}

static enum verb_outcome complete(struct fixture *fixture, const char *line) {
    enum verb_outcome outcome = read_line(fixture, line);
    if (outcome != VERB_GO)
        return outcome;
    return verb_complete(&fixture->request, fixture->checking.result.tree.root, NULL,
                         &fixture->message);
}

static void check_wrong(struct fixture *fixture, const char *line, const char *piece) {
    assert_int_equal(complete(fixture, line), VERB_WRONG);
    if (!strstr(fixture->message.bytes, piece))
        fail_msg("%s: %s, not %s", line, fixture->message.bytes, piece);
}

static void test_verbs(void **state) {
    (void)state;
    struct fixture fixture;
    begin(&fixture);
    assert_int_equal(read_line(&fixture, "a.yaml"), VERB_GO);
    assert_string_equal(fixture.request.verb->name, "status");
    assert_string_equal(fixture.request.file, "a.yaml");
    assert_int_equal(read_line(&fixture, "status --json a.yaml --today 2026-06-01"), VERB_GO);
    assert_true(fixture.request.json && fixture.request.today.month == 6);
    assert_int_equal(read_line(&fixture, "--wie ann schaal a.yaml -n --cijfer=5"), VERB_GO);
    assert_string_equal(fixture.request.verb->name, "schaal");
    assert_true(fixture.request.dry_run && verb_given(&fixture.request, "wie"));
    assert_int_equal(read_line(&fixture, "weeg"), VERB_GO);
    assert_null(fixture.request.file);
    assert_int_equal(read_line(&fixture, "-- schaal a.yaml --wie"), VERB_WRONG);
    check_wrong(&fixture, "shaal a.yaml", "“schaal”");
    check_wrong(&fixture, "iets", "no such verb");
    check_wrong(&fixture, "", "which file");
    check_wrong(&fixture, "schaal", "which file");
    check_wrong(&fixture, "schaal - --wie ann", "standard input");
    check_wrong(&fixture, "schaal a.yaml b.yaml", "one file");
    check_wrong(&fixture, "schaal a.yaml --cijfr 5", "--cijfer");
    check_wrong(&fixture, "a.yaml --cijfer 5", "schaal");
    check_wrong(&fixture, "evaluatie a.yaml --cijfer 5", "schaal");
    check_wrong(&fixture, "schaal a.yaml --json", "--json");
    check_wrong(&fixture, "status a.yaml --dry-run", "--dry-run");
    check_wrong(&fixture, "schaal a.yaml --cijfer", "argument");
    check_wrong(&fixture, "schaal a.yaml --cijfer 5 --cijfer 6", "twice");
    check_wrong(&fixture, "schaal a.yaml --today gisteren", "--today");
    check_wrong(&fixture, "--cijfr 5", "--cijfer");
    end(&fixture);
}

static void test_values(void **state) {
    (void)state;
    struct fixture fixture;
    struct verb_request *request = &fixture.request;
    begin(&fixture);
    assert_int_equal(complete(&fixture, "schaal a --wie ANN --cijfer 7,50 --today 2026-06-01"),
                     VERB_GO);
    assert_true(text_is(verb_text(request, "wie"), "ann"));
    assert_true(text_is(verb_text(request, "cijfer"), "7.5"));
    assert_true(text_is(verb_text(request, "datum"), "2026-06-01"));
    assert_false(verb_given(request, "toelichting"));
    assert_int_equal(complete(&fixture, "schaal a --wie ann,_bo --wie ann --cijfer 10.0"), VERB_GO);
    assert_int_equal(verb_value(request, "wie")->count, 2);
    assert_true(text_is(verb_text(request, "cijfer"), "10"));
    assert_int_equal(complete(&fixture, "evaluatie a --afspraak v2 --behaald ja --all"), VERB_GO);
    assert_true(verb_given(request, "all"));
    assert_int_equal(complete(&fixture, "afspraak a --wie bo --steun ann,bo:_helpt --id v3"),
                     VERB_GO);
    verb_give(request, "bij-niet-nakomen", TEXT("bellen"));
    assert_true(text_is(verb_text(request, "bij-niet-nakomen"), "bellen"));
    end(&fixture);
}

static void test_wrong_values(void **state) {
    (void)state;
    static const char *const lines[][2] = {
        {"--cijfer 11", "0 to 10"},
        {"--cijfer=-1", "0 to 10"},
        {"--cijfer 7.25", "halves"},
        {"--cijfer zes", "0 to 10"},
        {"--cijfer 7,5,", "0 to 10"},
        {"--cijfer 1e1x", "0 to 10"},
        {"--wie an", "“ann”"},
        {"--wie ann,", "empty"},
        {"--wie zus", "ann, bo"},
        {"--wie Zus_Jansen", "short word"},
        {"--datum 12-3-2026", "2026-03-12"},
        {"--datum 2026-02-30", "no day"},
        {"--datum 2026-06-02", "still to come"},
        {"--toelichting _", "empty"},
        {"--toelichting \x01", "no letter"},
        {"--toelichting \xff", "no letter"},
        {"", "--wie, --cijfer"},
        {"--wie ann", "more: --cijfer (prog schaal"},
    };
    struct fixture fixture;
    char line[128];
    begin(&fixture);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        snprintf(line, sizeof line, "schaal a --today 2026-06-01 %s", lines[i][0]);
        check_wrong(&fixture, line, lines[i][1]);
    }
    check_wrong(&fixture, "afspraak a --wie ann --id v1", "taken");
    check_wrong(&fixture, "afspraak a --wie ann --steun ann", "colon");
    check_wrong(&fixture, "afspraak a --wie ann --steun an:_helpt", "“ann”");
    check_wrong(&fixture, "evaluatie a --afspraak v3 --behaald ja", "v1, v2");
    check_wrong(&fixture, "evaluatie a --afspraak v1 --behaald jah", "“ja”");
    check_wrong(&fixture, "evaluatie a --afspraak v1 --behaald zeker", "ja, deels, nee");
    end(&fixture);
}

// Puts answers to the questions of a line; what was asked is kept in `said`.
static enum verb_outcome talk(struct fixture *fixture, const char *line, const char *answers,
                              char **said) {
    size_t length;
    char *copy = strdup(answers);
    struct dialogue dialogue = {.in = fmemopen(copy, strlen(copy), "r")};
    dialogue.out = open_memstream(said, &length);
    assert_int_equal(read_line(fixture, line), VERB_GO);
    enum verb_outcome outcome = verb_complete(&fixture->request, fixture->checking.result.tree.root,
                                              &dialogue, &fixture->message);
    fclose(dialogue.in);
    fclose(dialogue.out);
    dialogue_end(&dialogue);
    free(copy);
    return outcome;
}

static void test_questions(void **state) {
    (void)state;
    struct fixture fixture;
    struct verb_request *request = &fixture.request;
    char *said;
    begin(&fixture);
    assert_int_equal(talk(&fixture, "schaal a --today 2026-06-01",
                          "\nzus\nann\n?\n11\n4\n2026-07-01\n\nOmdat.\n", &said),
                     VERB_GO);
    assert_non_null(strstr(said, "Who? (ann, bo): "));
    assert_non_null(strstr(said, "needed"));
    assert_non_null(strstr(said, "It knows: ann, bo."));
    assert_non_null(strstr(said, "Halve punten mogen"));
    assert_non_null(strstr(said, "0 to 10"));
    assert_non_null(strstr(said, "When? [2026-06-01]: "));
    assert_non_null(strstr(said, "still to come"));
    assert_non_null(strstr(said, "Why? (may stay open): "));
    assert_true(text_is(verb_text(request, "cijfer"), "4"));
    assert_true(text_is(verb_text(request, "datum"), "2026-06-01"));
    assert_true(text_is(verb_text(request, "toelichting"), "Omdat."));
    free(said);
    // What was given is not asked; several helpers are asked until there are no more.
    assert_int_equal(talk(&fixture, "afspraak a --bij-niet-nakomen bellen",
                          "bo\nann: helpt\nbo: ook\nx\n\n", &said),
                     VERB_GO);
    assert_null(strstr(said, "And if not?"));
    assert_non_null(strstr(said, "Who helps? (ann, bo; may stay open): "));
    assert_int_equal(verb_value(request, "steun")->count, 2);
    assert_true(text_is(verb_value(request, "steun")->items[0], "ann: helpt"));
    assert_true(text_is(verb_value(request, "steun")->items[1], "bo: ook"));
    free(said);
    // All that is needed was given: nothing is asked.
    assert_int_equal(talk(&fixture, "schaal a --wie bo --cijfer 3", "x\n", &said), VERB_GO);
    assert_string_equal(said, "");
    free(said);
    assert_int_equal(talk(&fixture, "schaal a", "ann\n", &said), VERB_WRONG);
    assert_non_null(strstr(fixture.message.bytes, "nothing was written"));
    free(said);
    end(&fixture);
}

static void test_one_question(void **state) {
    (void)state;
    struct fixture fixture;
    char answers[] = "\n\nja\n";
    struct dialogue dialogue = {.in = fmemopen(answers, sizeof answers - 1, "r")};
    begin(&fixture);
    dialogue.out = fopen("/dev/null", "w");
    assert_int_equal(read_line(&fixture, "evaluatie a"), VERB_GO);
    assert_int_equal(verb_ask(&fixture.request, "behaald", NULL, &dialogue, &fixture.message),
                     VERB_GO);
    assert_true(text_is(verb_text(&fixture.request, "behaald"), "ja"));
    assert_int_equal(verb_ask(&fixture.request, "behaald", NULL, &dialogue, &fixture.message),
                     VERB_WRONG);
    fclose(dialogue.in);
    fclose(dialogue.out);
    dialogue_end(&dialogue);
    end(&fixture);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_verbs),        cmocka_unit_test(test_values),
        cmocka_unit_test(test_wrong_values), cmocka_unit_test(test_questions),
        cmocka_unit_test(test_one_question),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
