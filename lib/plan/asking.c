// SPDX-License-Identifier: EUPL-1.2
// Putting questions to a person and keeping the answers.
#include "lib/plan/asking.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"

bool asking_stopped(const struct asking *asking) {
    return asking->outcome != QUESTIONS_ANSWERED;
}

bool asking_ask(struct asking *asking, struct text *answer, const char *format, ...) {
    char words[512];
    va_list arguments;
    *answer = TEXT("");
    if (asking_stopped(asking))
        return false;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    if (dialogue_ask(asking->dialogue, words, answer) != 0)
        asking->outcome = QUESTIONS_ENDED;
    return !asking_stopped(asking);
}

void asking_say(struct asking *asking, const char *words) {
    dialogue_say(asking->dialogue, words);
}

void asking_keep(struct asking *asking, const char *path, struct text answer) {
    struct value_fault fault = {0};
    if (answer.length == 0 || asking_stopped(asking))
        return;
    const char *key = arena_copy(asking->values->arena, path, strlen(path));
    const char *value = arena_copy(asking->values->arena, answer.bytes, answer.length);
    if (!key || !value ||
        values_set(asking->values, text_of(key), (struct text){value, answer.length}, &fault) != 0)
        asking->outcome = QUESTIONS_OUT_OF_MEMORY;
}

enum dialogue_meaning asking_yes_no(struct asking *asking, const char *question) {
    struct text answer;
    while (asking_ask(asking, &answer, "%s", question)) {
        enum dialogue_meaning meaning = dialogue_meaning(answer);
        if (meaning != DIALOGUE_OTHER)
            return meaning;
        asking_say(asking, _("Type yes or no, or press Enter if it is not known yet."));
    }
    return DIALOGUE_OPEN;
}
