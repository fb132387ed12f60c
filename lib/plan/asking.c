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

static bool is_one_of(struct text answer, const char *const *words) {
    char plain[24];
    if (answer.length >= sizeof plain)
        return false;
    for (size_t i = 0; i < answer.length; i++) {
        char c = answer.bytes[i];
        plain[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    plain[answer.length] = '\0';
    for (; *words; words++)
        if (strcmp(plain, *words) == 0)
            return true;
    return false;
}

enum asking_word asking_yes_no(struct asking *asking, const char *question) {
    static const char *const yes[] = {"ja", "j", "yes", "y", NULL};
    static const char *const no[] = {"nee", "n", "no", NULL};
    static const char *const open[] = {
        "weet ik nog niet", "weet ik niet",  "weet niet",  "nog niet", "w", "?", "onbekend",
        "not yet",          "not yet known", "don't know", "unknown",  "",  NULL};
    struct text answer;
    while (asking_ask(asking, &answer, "%s", question) && !is_one_of(answer, open)) {
        if (is_one_of(answer, no))
            return ASKING_NO;
        if (is_one_of(answer, yes))
            return ASKING_YES;
        asking_say(asking, _("Type yes or no, or press Enter if it is not known yet."));
    }
    return ASKING_OPEN;
}
