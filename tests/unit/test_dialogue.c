// SPDX-License-Identifier: EUPL-1.2
// Tests of asking questions, with streams in place of a terminal.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/dialogue.h"
#include "lib/plan/questions.h"

static const struct date today = {2026, 6, 1};

// A person who types these lines, and what they see.
struct person {
    struct dialogue dialogue;
    char *seen;
    size_t length;
};

static void sit_down(struct person *person, const char *typed) {
    *person = (struct person){0};
    FILE *out = open_memstream(&person->seen, &person->length);
    FILE *in = tmpfile();
    assert_non_null(in);
    assert_non_null(out);
    assert_int_equal(fwrite(typed, 1, strlen(typed), in), strlen(typed));
    rewind(in);
    person->dialogue = (struct dialogue){.in = in, .out = out};
}

static void get_up(struct person *person) {
    fclose(person->dialogue.in);
    fclose(person->dialogue.out);
    dialogue_end(&person->dialogue);
    free(person->seen);
}

static void test_answers_are_trimmed(void **state) {
    struct person person;
    struct text answer;
    (void)state;
    sit_down(&person, "  Toos Aarts \n\nzonder einde");
    assert_int_equal(dialogue_ask(&person.dialogue, "Wie? ", &answer), 0);
    assert_true(text_is(answer, "Toos Aarts"));
    assert_int_equal(dialogue_ask(&person.dialogue, "Wie? ", &answer), 0);
    assert_int_equal(answer.length, 0);
    assert_int_equal(dialogue_ask(&person.dialogue, "Wie? ", &answer), 0);
    assert_true(text_is(answer, "zonder einde"));
    assert_int_equal(dialogue_ask(&person.dialogue, "Wie? ", &answer), -1);
    assert_string_equal(person.seen, "Wie? Wie? Wie? Wie? \n");
    get_up(&person);
}

static void test_keys_that_are_no_letters(void **state) {
    struct person person;
    struct text answer;
    (void)state;
    sit_down(&person, "\x1b[D\nab\xFF\nToos\n");
    assert_int_equal(dialogue_ask(&person.dialogue, "Wie? ", &answer), 0);
    assert_true(text_is(answer, "Toos"));
    get_up(&person);
}

static void test_yes_and_no(void **state) {
    static const struct {
        const char *answer;
        enum dialogue_meaning meaning;
    } answers[] = {{"ja", DIALOGUE_YES},
                   {"J", DIALOGUE_YES},
                   {"Yes", DIALOGUE_YES},
                   {"nee", DIALOGUE_NO},
                   {"NO", DIALOGUE_NO},
                   {"", DIALOGUE_OPEN},
                   {"?", DIALOGUE_OPEN},
                   {"Weet ik nog niet", DIALOGUE_OPEN},
                   {"misschien", DIALOGUE_OTHER},
                   {"jaja", DIALOGUE_OTHER},
                   {"nee, want daar is het nog veel te vroeg voor", DIALOGUE_OTHER}};
    (void)state;
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        assert_int_equal(dialogue_meaning(text_of(answers[i].answer)), answers[i].meaning);
}

static void test_saying_is_wrapped(void **state) {
    struct person person;
    char words[1024] = "";
    (void)state;
    for (int i = 0; i < 40; i++)
        strcat(words, i % 10 == 9 ? "woordjes\n" : "woordjes ");
    sit_down(&person, "");
    dialogue_say(&person.dialogue, words);
    for (const char *line = person.seen; *line; line += strcspn(line, "\n") + 1)
        assert_in_range(strcspn(line, "\n"), 0, 78);
    get_up(&person);
}

// A number is not broken over two lines.
static void test_numbers_stay_whole(void **state) {
    struct person person;
    char words[128];
    (void)state;
    for (int before = 60; before < 80; before++) {
        memset(words, 'x', (size_t)before);
        strcpy(words + before, " 0800 2000 en 06 12 34 56 78.");
        sit_down(&person, "");
        dialogue_say(&person.dialogue, words);
        assert_non_null(strstr(person.seen, "0800 2000"));
        assert_non_null(strstr(person.seen, "06 12 34 56 78."));
        get_up(&person);
    }
}

// ---- the questions ----

struct asked {
    struct arena arena;
    struct values values;
    struct person person;
    enum questions_outcome outcome;
};

static void ask_all(struct asked *asked, const char *typed) {
    arena_init(&asked->arena, 0);
    assert_int_equal(values_begin(&asked->values, schema_plan, &asked->arena), 0);
    sit_down(&asked->person, typed);
    asked->outcome =
        questions_ask(&asked->values, &asked->person.dialogue, TEXT("2026-0001"), today);
}

static void asked_end(struct asked *asked) {
    get_up(&asked->person);
    arena_free(&asked->arena);
}

// The value at a path, "" when there is none.
static const char *value(const struct asked *asked, const char *path) {
    static char copy[128];
    char steps[64];
    const struct node *node = asked->values.root;
    snprintf(steps, sizeof steps, "%s", path);
    for (char *step = strtok(steps, "."); step && node; step = strtok(NULL, ".")) {
        if (node->kind == NODE_LIST) {
            node = node->first;
            for (int skip = atoi(step); node && skip > 0; skip--)
                node = node->next;
        } else {
            node = node_child(node, step);
        }
    }
    snprintf(copy, sizeof copy, "%.*s", node ? (int)node->text.length : 0,
             node && node->text.length > 0 ? node->text.bytes : "");
    return copy;
}

static void test_all_answered(void **state) {
    struct asked asked;
    (void)state;
    ask_all(&asked, "2026-0044\nFamilie Aarts\nToos Aarts\nmoeder\n1950-03-12\nbaby\nkind\n"
                    "2026-09-20\n\nToos\nIk ben moe.\nja\n");
    assert_int_equal(asked.outcome, QUESTIONS_ANSWERED);
    assert_string_equal(value(&asked, "nummer"), "2026-0044");
    assert_string_equal(value(&asked, "huishouden.naam"), "Familie Aarts");
    assert_string_equal(value(&asked, "huishouden.leden.0.naam"), "Toos Aarts");
    assert_string_equal(value(&asked, "huishouden.leden.0.rol"), "moeder");
    assert_string_equal(value(&asked, "huishouden.leden.0.geboren"), "1950-03-12");
    assert_string_equal(value(&asked, "huishouden.leden.1.uitgerekend"), "2026-09-20");
    assert_string_equal(value(&asked, "huishouden.leden.1.geboren"), "");
    assert_string_equal(value(&asked, "aanleiding.wie"), "toos");
    assert_string_equal(value(&asked, "aanleiding.citaat"), "Ik ben moe.");
    assert_string_equal(value(&asked, "basiszorg_en_veiligheid.zorgen"), "ja");
    assert_non_null(strstr(asked.person.seen, "112"));
    asked_end(&asked);
}

static void test_all_left_open(void **state) {
    struct asked asked;
    (void)state;
    ask_all(&asked, "\n\n\n\n\n");
    assert_int_equal(asked.outcome, QUESTIONS_ANSWERED);
    assert_string_equal(value(&asked, "nummer"), "2026-0001");
    assert_null(node_child(asked.values.root, "huishouden"));
    assert_null(node_child(asked.values.root, "aanleiding"));
    assert_null(node_child(asked.values.root, "basiszorg_en_veiligheid"));
    asked_end(&asked);
}

static void test_input_ends(void **state) {
    static const char typed[] = "1\nA\nToos\nmoeder\n1950-01-01\n\ntoos\nIk ben moe.\n";
    (void)state;
    for (size_t length = 0; length < sizeof typed; length++) {
        struct asked asked;
        char part[sizeof typed] = "";
        memcpy(part, typed, length);
        ask_all(&asked, part);
        assert_int_equal(asked.outcome, QUESTIONS_ENDED);
        asked_end(&asked);
    }
}

// Each wrong answer is followed by the right one; all else is left open.
static void test_wrong_answers(void **state) {
    static const struct {
        const char *typed;
        const char *path;
        const char *value;
        const char *told;
    } wrong[] = {
        {"\nA\nToos\n\n12-3-1950\n1950-03-12\n\n\n\n\n", "huishouden.leden.0.geboren", "1950-03-12",
         "Is 1950-03-12 meant?"},
        {"\nA\nToos\n\n2/10/1950\n1950-10-02\n\n\n\n\n", "huishouden.leden.0.geboren", "1950-10-02",
         "Is 1950-10-02 meant?"},
        {"\nA\nToos\n\n31-2-1950\n\n\n\n\n\n", "huishouden.leden.0.geboren", "",
         "like 1984-03-12. Or"},
        {"\nA\nToos\n\n2026-02-30\n1950-03-12\n\n\n\n\n", "huishouden.leden.0.geboren",
         "1950-03-12", "no such day"},
        {"\nA\nToos\n\n2062-02-03\n1962-02-03\n\n\n\n\n", "huishouden.leden.0.geboren",
         "1962-02-03", "nine months"},
        {"\nA\nToos\n\n0962-02-03\n1962-02-03\n\n\n\n\n", "huishouden.leden.0.geboren",
         "1962-02-03", "very long ago"},
        {"\nA\nToos\n\n2026-06-01\n\n\n\n\n", "huishouden.leden.0.geboren", "2026-06-01", ""},
        {"\nA\nToos\n\n\n\nPiet\nTOOS\n\n\n", "aanleiding.wie", "toos", "nobody"},
        {"\nA\nToos\n\n\nToos\n\n\n\nToos B\ntoos2\n\n\n", "aanleiding.wie", "toos2", "nobody"},
        {"\nA\n\n\nmaybe\nN\n", "basiszorg_en_veiligheid.zorgen", "nee", "Type yes or no"},
        {"\nA\n\n\nweet ik nog niet\n", "basiszorg_en_veiligheid.zorgen", "", ""},
        {"\n\nGer\n\n\n\n\n\n\n", "huishouden.naam", "Ger", "named after"},
        {"\n\nGer\n\n\n\n\n\n\n", "huishouden.leden.0.rol", "lid", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct asked asked;
        ask_all(&asked, wrong[i].typed);
        assert_int_equal(asked.outcome, QUESTIONS_ANSWERED);
        assert_string_equal(value(&asked, wrong[i].path), wrong[i].value);
        // Lines are wrapped: the words are looked for without regard to that.
        for (char *at = asked.person.seen; *at; at++)
            *at = *at == '\n' ? ' ' : *at;
        if (!strstr(asked.person.seen, wrong[i].told))
            fail_msg("\"%s\" was not told in: %s", wrong[i].told, asked.person.seen);
        asked_end(&asked);
    }
}

static void test_memory_runs_out(void **state) {
    (void)state;
    for (unsigned long nth = 1; nth < 1000; nth++) {
        struct asked asked;
        arena_init(&asked.arena, 0);
        assert_int_equal(values_begin(&asked.values, schema_plan, &asked.arena), 0);
        sit_down(&asked.person, "1\nA\nToos\nmoeder\n1950-01-01\n\ntoos\nIk ben moe.\nnee\n");
        arena_fail_at(nth);
        asked.outcome =
            questions_ask(&asked.values, &asked.person.dialogue, TEXT("2026-0001"), today);
        arena_fail_at(0);
        bool all = asked.outcome == QUESTIONS_ANSWERED;
        assert_true(all || asked.outcome == QUESTIONS_OUT_OF_MEMORY);
        asked_end(&asked);
        if (all)
            return;
    }
    fail_msg("memory never sufficed");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers_are_trimmed), cmocka_unit_test(test_keys_that_are_no_letters),
        cmocka_unit_test(test_saying_is_wrapped),   cmocka_unit_test(test_numbers_stay_whole),
        cmocka_unit_test(test_all_answered),        cmocka_unit_test(test_all_left_open),
        cmocka_unit_test(test_input_ends),          cmocka_unit_test(test_wrong_answers),
        cmocka_unit_test(test_memory_runs_out),     cmocka_unit_test(test_yes_and_no),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
