// SPDX-License-Identifier: EUPL-1.2
// Asking for a household, in plain words, until the answers fit.
#include "lib/plan/questions.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/plan/asking.h"

enum { LONGEST_PREGNANCY = 310, OLDEST = 125, MOST_PEOPLE = 99 };

static void keep_of(struct asking *asking, unsigned person, const char *field, struct text answer) {
    char path[64];
    snprintf(path, sizeof path, "huishouden.leden.%u.%s", person, field);
    asking_keep(asking, path, answer);
}

static bool is_given(const struct asking *asking, const char *section, const char *field) {
    return node_child(node_child(asking->values->root, section), field) != NULL;
}

// ---- dates ----

// Whether the answer has the form of a date, whatever the calendar says.
static bool has_date_form(struct text text) {
    for (size_t i = 0; i < text.length; i++)
        if (i == 4 || i == 7 ? text.bytes[i] != '-' : text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
    return text.length == 10;
}

// Says why an answer is no date of birth or due date. False when it is one.
static bool explain_date(struct asking *asking, struct text answer) {
    struct date date;
    char written[DATE_ROOM];
    char words[256];
    if (date_read(answer, &date)) {
        if (date_compare(date, date_plus_days(asking->today, LONGEST_PREGNANCY)) > 0)
            asking_say(asking, _("That day is more than nine months ahead. Is the year right?"));
        else if (date_age(date, asking->today) > OLDEST)
            asking_say(asking, _("That is very long ago. Is the year right?"));
        else
            return false;
    } else if (date_read_backwards(answer, &date)) {
        date_write(date, written);
        snprintf(words, sizeof words,
                 _("Write the year first, then the month, then the day. Is %s meant? Then type "
                   "that."),
                 written);
        asking_say(asking, words);
    } else if (has_date_form(answer)) {
        asking_say(asking, _("The calendar has no such day. Are the month and the day right?"));
    } else {
        asking_say(asking,
                   _("Write the year first, then the month, then the day, like 1984-03-12. Or "
                     "press Enter."));
    }
    return true;
}

static void ask_birth(struct asking *asking, unsigned person) {
    struct text answer;
    struct date date;
    do
        asking_ask(asking, &answer, "%s", _("  Born on, or due on (like 1984-03-12): "));
    while (!asking_stopped(asking) && answer.length > 0 && explain_date(asking, answer));
    if (date_read(answer, &date))
        keep_of(asking, person, date_compare(date, asking->today) > 0 ? "uitgerekend" : "geboren",
                answer);
}

// ---- the household ----

static void ask_person(struct asking *asking, unsigned person, struct text name) {
    struct text answer;
    char called[64];
    size_t length = 0;
    keep_of(asking, person, "naam", name);
    while (length < name.length && name.bytes[length] != ' ' && length < sizeof called - 1)
        length++;
    snprintf(called, sizeof called, "%.*s", (int)length, name.bytes);
    if (!asking_ask(asking, &answer,
                    _("  What is %s in the household? Like moeder, vader, kind, oma [lid]: "),
                    called))
        return;
    keep_of(asking, person, "rol", answer.length > 0 ? answer : TEXT("lid"));
    ask_birth(asking, person);
}

static void ask_household(struct asking *asking) {
    struct text answer;
    unsigned people = 0;
    bool named = is_given(asking, "huishouden", "naam");
    if (!named && asking_ask(asking, &answer, "%s",
                             _("What is the household called? Like Familie Aarts: "))) {
        named = answer.length > 0;
        asking_keep(asking, "huishouden.naam", answer);
    }
    if (asking_stopped(asking) || is_given(asking, "huishouden", "leden"))
        return;
    asking_say(asking,
               _("\nWho belongs to it? Children count too, also a child that is not born yet. "
                 "Press Enter when everybody is there."));
    while (people < MOST_PEOPLE &&
           asking_ask(asking, &answer, _("Name of person %u: "), people + 1) && answer.length > 0)
        ask_person(asking, people++, answer);
    if (asking_stopped(asking) || people == 0 || named)
        return;
    // A household cannot be written without a name.
    const struct node *first =
        node_child(node_child(asking->values->root, "huishouden"), "leden")->first;
    asking_keep(asking, "huishouden.naam", node_child(first, "naam")->text);
    asking_say(asking, _("The household is named after the first person for now."));
}

// ---- the reason ----

static bool same_letters(struct text a, struct text b) {
    char left[SHORT_WORD_LONGEST + 1];
    char right[SHORT_WORD_LONGEST + 1];
    short_word(a, left);
    short_word(b, right);
    return left[0] != '\0' && strcmp(left, right) == 0;
}

// The id of the member who is meant by an id, a whole name or a first name; empty: nobody.
static struct text who_is(const struct node *people, struct text answer) {
    struct text found = {"", 0};
    unsigned alike = 0;
    for (const struct node *person = people->first; person; person = person->next) {
        const struct node *id = node_child(person, "id");
        const struct node *name = node_child(person, "naam");
        if (!id || !name)
            continue;
        if (text_equal(id->text, answer) || text_equal(name->text, answer))
            return id->text;
        if (same_letters(name->text, answer)) {
            found = id->text;
            alike++;
        }
    }
    return alike == 1 ? found : TEXT("");
}

static void list_people(struct asking *asking, const struct node *people) {
    buffer_clear(&asking->question);
    for (const struct node *person = people->first; person; person = person->next) {
        const struct node *id = node_child(person, "id");
        if (!id)
            continue;
        if (asking->question.length > 0)
            buffer_add_string(&asking->question, ", ");
        buffer_add(&asking->question, id->text);
    }
    buffer_add_char(&asking->question, '\0');
    if (asking->question.failed)
        asking->outcome = QUESTIONS_OUT_OF_MEMORY;
}

// Asks who tells the reason, until the answer is one of the household.
static void ask_teller(struct asking *asking) {
    struct text answer;
    struct text teller = {"", 0};
    struct node *people = node_child(node_child(asking->values->root, "huishouden"), "leden");
    if (is_given(asking, "aanleiding", "wie") || !people || !people->first)
        return;
    if (values_name_people(asking->values) != 0)
        asking->outcome = QUESTIONS_OUT_OF_MEMORY;
    list_people(asking, people);
    while (asking_ask(asking, &answer, _("Who tells why this plan is made? (%s): "),
                      asking->question.bytes) &&
           answer.length > 0 && teller.length == 0) {
        teller = who_is(people, answer);
        if (teller.length > 0)
            break;
        asking_say(asking,
                   _("That is nobody of this household. Type one of the short words between "
                     "the brackets, or press Enter."));
    }
    if (!asking_stopped(asking))
        asking_keep(asking, "aanleiding.wie", teller);
}

static void ask_reason(struct asking *asking) {
    struct text answer;
    fputc('\n', asking->dialogue->out);
    ask_teller(asking);
    if (!asking_stopped(asking) && !is_given(asking, "aanleiding", "citaat") &&
        asking_ask(asking, &answer, "%s", _("And why is it? As literally as it was said: ")))
        asking_keep(asking, "aanleiding.citaat", answer);
}

// ---- safety ----

static void ask_safety(struct asking *asking) {
    enum dialogue_meaning word;
    if (asking_stopped(asking) || is_given(asking, "basiszorg_en_veiligheid", "zorgen"))
        return;
    word = asking_yes_no(
        asking, _("Are there concerns about basic care or safety? (yes, no, not yet known): "));
    if (word == DIALOGUE_NO)
        asking_keep(asking, "basiszorg_en_veiligheid.zorgen", TEXT("nee"));
    if (word != DIALOGUE_YES)
        return;
    asking_keep(asking, "basiszorg_en_veiligheid.zorgen", TEXT("ja"));
    asking_say(asking, _("Is somebody in danger now? Call 112. For advice about violence at home, "
                         "by day and by night: Veilig Thuis, 0800 2000."));
}

enum questions_outcome questions_ask(struct values *values, struct dialogue *dialogue,
                                     struct text number, struct date today) {
    struct asking asking = {.values = values, .dialogue = dialogue, .today = today};
    struct text answer;
    asking_say(&asking,
               _("A new plan. Here are the first questions; press Enter to leave one open. With "
                 "Ctrl-C you stop, and nothing is written.\n"));
    if (!node_child(values->root, "nummer") &&
        asking_ask(&asking, &answer, _("Number or name of the plan [%.*s]: "), (int)number.length,
                   number.bytes))
        asking_keep(&asking, "nummer", answer.length > 0 ? answer : number);
    ask_household(&asking);
    if (!asking_stopped(&asking))
        ask_reason(&asking);
    ask_safety(&asking);
    buffer_free(&asking.question);
    return asking.outcome;
}
