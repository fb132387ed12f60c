// SPDX-License-Identifier: EUPL-1.2
// The first questions of a new record of the meldcode.
#include <stdio.h>
#include <string.h>

#include "build/gen/schema_words.h"
#include "lib/base/words.h"
#include "lib/plan/asking.h"

enum { MOST_PEOPLE = 99 };

static bool is_given(const struct asking *asking, const char *section, const char *field) {
    const struct node *node = node_child(asking->values->root, section);
    return (field ? node_child(node, field) : node) != NULL;
}

// ---- words of a list, by number or by name ----

static void list_words(struct asking *asking, const struct schema_type *type) {
    struct buffer line = {0};
    for (unsigned i = 0; i < type->word_count; i++) {
        buffer_clear(&line);
        buffer_format(&line, "  %2u  %s", i + 1, type->words[i].label);
        buffer_add_char(&line, '\n');
        fwrite(line.bytes, 1, line.failed ? 0 : line.length, asking->dialogue->out);
    }
    if (line.failed)
        asking->outcome = QUESTIONS_OUT_OF_MEMORY;
    buffer_free(&line);
}

// The word that an answer means, or NULL.
static const char *word_meant(const struct schema_type *type, struct text answer) {
    unsigned number = 0;
    for (size_t i = 0; i < answer.length && number < 100; i++)
        number = answer.bytes[i] >= '0' && answer.bytes[i] <= '9'
                     ? number * 10 + (unsigned)(answer.bytes[i] - '0')
                     : 100;
    for (unsigned i = 0; i < type->word_count; i++)
        if (text_is(answer, type->words[i].word) || text_is(answer, type->words[i].label))
            return type->words[i].word;
    bool numbered = answer.length > 0 && number > 0 && number <= type->word_count;
    return numbered ? type->words[number - 1].word : NULL;
}

// Keeps the words of one answer at `path`, one item each. Returns false when one is no such word,
// and keeps nothing then.
static bool keep_words(struct asking *asking, const struct schema_type *type, const char *path,
                       struct text answer) {
    const char *kept[32];
    char item[64];
    unsigned count = 0;
    while (answer.length > 0) {
        size_t length = 0;
        while (length < answer.length && answer.bytes[length] != ',')
            length++;
        struct text word = text_trim((struct text){answer.bytes, length});
        length += length < answer.length;
        answer = (struct text){answer.bytes + length, answer.length - length};
        if (word.length == 0)
            continue;
        const char *meant = word_meant(type, word);
        if (!meant || count == sizeof kept / sizeof *kept)
            return false;
        bool twice = false;
        for (unsigned i = 0; i < count; i++)
            twice |= kept[i] == meant;
        if (!twice)
            kept[count++] = meant;
    }
    for (unsigned i = 0; i < count; i++) {
        snprintf(item, sizeof item, "%s.%u", path, i);
        asking_keep(asking, item, text_of(kept[i]));
    }
    return true;
}

static void ask_words(struct asking *asking, const struct schema_type *type, const char *path,
                      const char *question) {
    struct text answer;
    list_words(asking, type);
    while (asking_ask(asking, &answer, "%s", question) && answer.length > 0 &&
           !keep_words(asking, type, path, answer))
        asking_say(asking, _("Type one of the numbers, or more with commas between them."));
}

// ---- the questions ----

static void ask_danger(struct asking *asking) {
    if (is_given(asking, "levensbedreigend", NULL))
        return;
    asking_say(asking, _("Is somebody in danger now? Then ring 112 first, or the crisis service of "
                         "mental health care, of Veilig Thuis (0800 2000) or of child protection. "
                         "Write afterwards.\n"));
    enum dialogue_meaning word =
        asking_yes_no(asking, _("Is it life-threatening, or about to be? (yes, no, not yet "
                                "known): "));
    if (word == DIALOGUE_OPEN || asking_stopped(asking))
        return;
    asking_keep(asking, "levensbedreigend.antwoord",
                word == DIALOGUE_YES ? TEXT("ja") : TEXT("nee"));
    if (word != DIALOGUE_YES)
        return;
    ask_words(asking, &schema_types[TYPE_NOODDIENST], "levensbedreigend.gebeld",
              _("Who has been rung? (numbers, or Enter: nobody yet): "));
    if (is_given(asking, "levensbedreigend", "gebeld")) {
        char date[DATE_ROOM];
        date_write(asking->today, date);
        asking_keep(asking, "levensbedreigend.datum", text_of(date));
    } else if (!asking_stopped(asking)) {
        asking_say(asking, _("Ring now: 112. The record can wait."));
    }
}

static void ask_professional(struct asking *asking) {
    static const struct {
        const char *field;
        const char *path;
        const char *question;
    } questions[] = {
        {"naam", "professional.naam", N_("Who are you, who keep this record? Your name: ")},
        {"functie", "professional.functie", N_("What is your work? Like gezinswerker: ")},
        {"organisatie", "professional.organisatie", N_("For which organisation: ")}};
    struct text answer;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (!is_given(asking, "professional", questions[i].field) &&
            asking_ask(asking, &answer, "%s", _(questions[i].question)))
            asking_keep(asking, questions[i].path, answer);
}

static void ask_people(struct asking *asking) {
    struct text answer;
    char path[48];
    if (is_given(asking, "betreft", NULL))
        return;
    asking_say(asking, _("\nWhom does it concern? A name, or words like “the girl of six”. Press "
                         "Enter when everybody is there."));
    for (unsigned i = 0; i < MOST_PEOPLE; i++) {
        if (!asking_ask(asking, &answer, _("Person %u: "), i + 1) || answer.length == 0)
            return;
        snprintf(path, sizeof path, "betreft.%u.wie", i);
        asking_keep(asking, path, answer);
        snprintf(path, sizeof path, "betreft.%u.leeftijdsgroep", i);
        const char *word = NULL;
        while (!word &&
               asking_ask(asking, &answer, "%s",
                          _("  kind, adolescent, volwassene or oudere? (Enter: open): "))) {
            word = word_meant(&schema_types[TYPE_LEEFTIJDSGROEP], answer);
            if (answer.length == 0)
                break;
            if (word)
                asking_keep(asking, path, text_of(word));
            else
                asking_say(asking, _("Type one of these four words, or press Enter."));
        }
    }
}

static void ask_situation(struct asking *asking) {
    if (asking_stopped(asking) || is_given(asking, "kwetsbare_situatie", NULL))
        return;
    enum dialogue_meaning word = asking_yes_no(
        asking, _("Is an adult, adolescent or elder among them in a state that can harm children "
                  "or a partner? Like addiction or illness (yes, no, not yet known): "));
    if (word != DIALOGUE_OPEN)
        asking_keep(asking, "kwetsbare_situatie", word == DIALOGUE_YES ? TEXT("ja") : TEXT("nee"));
}

enum questions_outcome questions_meldcode(struct values *values, struct dialogue *dialogue,
                                          struct text number, struct date today) {
    struct asking asking = {.values = values, .dialogue = dialogue, .today = today};
    struct text answer;
    ask_danger(&asking);
    if (!asking_stopped(&asking))
        asking_say(&asking,
                   _("\nA new record of the meldcode. Press Enter to leave a question open. With "
                     "Ctrl-C you stop, and nothing is written.\n"));
    if (!is_given(&asking, "nummer", NULL) &&
        asking_ask(&asking, &answer, _("Number or name of the record [%.*s]: "), (int)number.length,
                   number.bytes))
        asking_keep(&asking, "nummer", answer.length > 0 ? answer : number);
    ask_professional(&asking);
    if (!is_given(&asking, "plan", NULL) &&
        asking_ask(&asking, &answer, "%s",
                   _("Is there a plan of the household? Its file, seen from this record, or its "
                     "number (Enter: none): ")))
        asking_keep(&asking, "plan", answer);
    if (!asking_stopped(&asking))
        ask_people(&asking);
    ask_situation(&asking);
    if (!asking_stopped(&asking) && !is_given(&asking, "vormen", NULL)) {
        asking_say(&asking, _("\nWhat do you think of?"));
        ask_words(&asking, &schema_types[TYPE_GEWELDSVORM], "vormen",
                  _("One or more numbers, with commas between them: "));
    }
    buffer_free(&asking.question);
    return asking.outcome;
}
