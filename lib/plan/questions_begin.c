// SPDX-License-Identifier: EUPL-1.2
// The first questions about an organisation, and about the agreements of a municipality.
#include <stdio.h>

#include "lib/base/words.h"
#include "lib/plan/asking.h"

static bool is_given(const struct asking *asking, const char *field) {
    return node_child(asking->values->root, field) != NULL;
}

// Asks for texts with commas between them.
static void ask_list(struct asking *asking, const char *field, const char *question) {
    struct text rest;
    char path[64];
    unsigned items = 0;
    if (is_given(asking, field) || !asking_ask(asking, &rest, "%s", question))
        return;
    while (rest.length > 0 && !asking_stopped(asking)) {
        size_t length = 0;
        while (length < rest.length && rest.bytes[length] != ',')
            length++;
        struct text item = text_trim((struct text){rest.bytes, length});
        length += length < rest.length;
        rest.bytes += length;
        rest.length -= length;
        if (item.length == 0)
            continue;
        snprintf(path, sizeof path, "%s.%u", field, items++);
        asking_keep(asking, path, item);
    }
}

enum questions_outcome questions_organisatie(struct values *values, struct dialogue *dialogue,
                                             struct text name, struct date today) {
    struct asking asking = {.values = values, .dialogue = dialogue, .today = today};
    struct text answer;
    asking_say(&asking,
               _("A new checklist. Here are the first questions; press Enter to leave one open. "
                 "With Ctrl-C you stop, and nothing is written.\n"));
    if (!is_given(&asking, "naam") &&
        asking_ask(&asking, &answer, _("What is the organisation called? [%.*s]: "),
                   (int)name.length, name.bytes))
        asking_keep(&asking, "naam", answer.length > 0 ? answer : name);
    if (!asking_stopped(&asking) && !is_given(&asking, "jeugdigen_tot_23")) {
        enum dialogue_meaning word = asking_yes_no(
            &asking, _("Does it work with children or young people up to 23? (yes, no): "));
        if (word != DIALOGUE_OPEN)
            asking_keep(&asking, "jeugdigen_tot_23",
                        word == DIALOGUE_YES ? TEXT("ja") : TEXT("nee"));
    }
    ask_list(&asking, "aandachtsfunctionarissen",
             _("Who is the aandachtsfunctionaris, whom colleagues can turn to? More than one: with "
               "commas between them: "));
    buffer_free(&asking.question);
    return asking.outcome;
}

enum questions_outcome questions_kader(struct values *values, struct dialogue *dialogue,
                                       struct text name, struct date today) {
    struct asking asking = {.values = values, .dialogue = dialogue, .today = today};
    struct text answer = {"", 0};
    asking_say(&asking,
               _("New local agreements. Here are the first questions; press Enter to leave one "
                 "open. With Ctrl-C you stop, and nothing is written.\n"));
    while (!is_given(&asking, "naam") && !asking_stopped(&asking) &&
           asking_ask(&asking, &answer, _("Short name for plans to refer to, like gouda [%.*s]: "),
                      (int)name.length, name.bytes)) {
        if (answer.length == 0 || schema_is_id(answer))
            asking_keep(&asking, "naam", answer.length > 0 ? answer : name);
        else
            asking_say(&asking, _("A short name begins with a small letter, and has only small "
                                  "letters, digits, - and _ in it."));
    }
    ask_list(&asking, "gemeenten",
             _("For which municipalities? More than one: with commas between them: "));
    buffer_free(&asking.question);
    return asking.outcome;
}
