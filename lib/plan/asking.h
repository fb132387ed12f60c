// SPDX-License-Identifier: EUPL-1.2
// Asking the first questions of a new file: for lib/plan/questions*.c.
#ifndef G1P_PLAN_ASKING_H
#define G1P_PLAN_ASKING_H

#include "lib/base/buffer.h"
#include "lib/plan/questions.h"

struct asking {
    struct values *values;
    struct dialogue *dialogue;
    struct date today;
    struct buffer question;
    enum questions_outcome outcome; // QUESTIONS_ANSWERED as long as all goes well
};

bool asking_stopped(const struct asking *asking);

// Asks a question that is put together as by printf. False when there is no answer any more.
bool asking_ask(struct asking *asking, struct text *answer, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

void asking_say(struct asking *asking, const char *words);

// Keeps an answer; an empty one is left open.
void asking_keep(struct asking *asking, const char *path, struct text answer);

// Asks until the answer is yes, no, or open, which it also is when there is none any more.
enum dialogue_meaning asking_yes_no(struct asking *asking, const char *question);

#endif
