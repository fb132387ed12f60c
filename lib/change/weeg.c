// SPDX-License-Identifier: EUPL-1.2
// Asking the weighing.
#include "lib/change/weeg.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/weegvraag.h"

enum answer {
    ANSWER_OPEN = DIALOGUE_OPEN,
    ANSWER_JA = DIALOGUE_YES,
    ANSWER_NEE = DIALOGUE_NO,
    ANSWER_BACK = DIALOGUE_OTHER
};

// Puts a question until the answer is one of those. -1 when the input ended.
static int put(struct dialogue *dialogue, const char *question) {
    static const char *const back[] = {"terug", "t", "back", "b", "<", NULL};
    struct text answer;
    for (;;) {
        if (dialogue_ask(dialogue, question, &answer) != 0)
            return -1;
        if (dialogue_is(answer, back))
            return ANSWER_BACK;
        enum dialogue_meaning meaning = dialogue_meaning(answer);
        if (meaning != DIALOGUE_OTHER)
            return (int)meaning;
        dialogue_say(dialogue, _("Type yes or no. Not known yet? Press Enter: that is an answer "
                                 "too. With “back” you return to the question before."));
    }
}

static void introduce(struct dialogue *dialogue) {
    dialogue_say(dialogue,
                 _("Is somebody in danger now? Ring 112 first. Veilig Thuis, by day and by night: "
                   "0800 2000.\n\nFive questions (WP stap 4-5). You decide; this shows what "
                   "follows from your answers. Weigh questions 3 to 5 together with Veilig Thuis. "
                   "Enter: not known yet. “back”: the question before. Ctrl-C stops, and nothing "
                   "is written."));
}

static void present(struct dialogue *dialogue, int vraag) {
    const struct weegvraag *words = &weegvragen[vraag];
    char line[512];
    fprintf(dialogue->out, "\n%d. ", vraag + 1);
    dialogue_say(dialogue, _(words->vraag));
    dialogue_say(dialogue, _(words->waarom));
    snprintf(line, sizeof line, _("  yes → %s."), _(words->ja));
    dialogue_say(dialogue, line);
    snprintf(line, sizeof line, _("  no → %s."), _(words->nee));
    dialogue_say(dialogue, line);
}

// What an answer asks for at once.
static void react(struct dialogue *dialogue, int vraag, enum answer answer) {
    if (answer == ANSWER_OPEN)
        dialogue_say(dialogue,
                     _("Then it stops here for now. Ring Veilig Thuis for advice, without "
                       "names if you wish: 0800 2000."));
    if (vraag == WEGING_ACUUT_OF_STRUCTUREEL && answer == ANSWER_JA)
        dialogue_say(dialogue, _("Report to Veilig Thuis first: 0800 2000. Then go on with "
                                 "questions 3 to 5, together with them."));
}

// Which question is asked next; -1: none is.
static int next_question(const enum weging_woord antwoorden[WEGING_VRAGEN], bool stopped) {
    return stopped ? -1 : weging_weeg(antwoorden).volgende;
}

int weeg_ask(struct dialogue *dialogue, enum weging_woord antwoorden[WEGING_VRAGEN]) {
    int asked[WEGING_VRAGEN];
    int depth = 0;
    bool stopped = false;
    introduce(dialogue);
    for (;;) {
        int vraag = next_question(antwoorden, stopped);
        int answer;
        if (vraag >= 0) {
            present(dialogue, vraag);
            answer = put(dialogue, _("  yes, no, or Enter: "));
        } else {
            answer = put(dialogue, _("\nThat was it. Enter shows the outcome, “back” returns: "));
            if (answer != ANSWER_BACK && answer != -1)
                return 0;
        }
        if (answer < 0)
            return -1;
        if (answer == ANSWER_BACK) {
            if (depth == 0) {
                dialogue_say(dialogue, _("This is the first question."));
                continue;
            }
            antwoorden[asked[--depth]] = WEGING_OPEN;
            stopped = false;
            continue;
        }
        antwoorden[vraag] = answer == ANSWER_JA    ? WEGING_JA
                            : answer == ANSWER_NEE ? WEGING_NEE
                                                   : WEGING_OPEN;
        asked[depth++] = vraag;
        stopped = answer == ANSWER_OPEN;
        react(dialogue, vraag, (enum answer)answer);
    }
}

// ---- as options ----

// The option of a question: its field, with - for _.
static void option_of(int vraag, char into[VERB_OPTION_ROOM]) {
    snprintf(into, VERB_OPTION_ROOM, "%s", weging_veld((enum weging_vraag)vraag));
    for (char *c = into; *c; c++)
        *c = *c == '_' ? '-' : *c;
}

bool weeg_given(const struct verb_request *request) {
    char option[VERB_OPTION_ROOM];
    for (int i = 0; i < WEGING_VRAGEN; i++) {
        option_of(i, option);
        if (verb_given(request, option))
            return true;
    }
    return false;
}

void weeg_take(const struct verb_request *request, enum weging_woord antwoorden[WEGING_VRAGEN]) {
    char option[VERB_OPTION_ROOM];
    for (int i = 0; i < WEGING_VRAGEN; i++) {
        option_of(i, option);
        struct text given = verb_text(request, option);
        antwoorden[i] = text_is(given, "ja")    ? WEGING_JA
                        : text_is(given, "nee") ? WEGING_NEE
                                                : WEGING_OPEN;
    }
}

void weeg_give(struct verb_request *request, const enum weging_woord antwoorden[WEGING_VRAGEN]) {
    char option[VERB_OPTION_ROOM];
    for (int i = 0; i < WEGING_VRAGEN; i++) {
        option_of(i, option);
        if (antwoorden[i] != WEGING_OPEN)
            verb_give(request, option, text_of(weging_antwoord(antwoorden[i])));
    }
}
