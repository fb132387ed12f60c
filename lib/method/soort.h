// SPDX-License-Identifier: EUPL-1.2
// The kinds of file that can be begun, and what each begins with.
#ifndef G1P_METHOD_SOORT_H
#define G1P_METHOD_SOORT_H

#include "lib/plan/questions.h"
#include "lib/plan/scaffold.h"

struct soort {
    const char *word; // as behind `soort:`
    const struct schema_type *const *type;
    struct scaffold_words words;
    // The name or number that a file is given when it has none yet, from its path (NULL: no file).
    void (*name)(const char *path, struct date today, char into[VALUES_NUMBER_ROOM]);
    enum questions_outcome (*ask)(struct values *values, struct dialogue *dialogue,
                                  struct text name, struct date today);
    // Adds what the file must have and can be known. Returns 0, or -1 when memory ran out.
    int (*complete)(struct values *values, struct text name, struct date today);
};

// By the word; NULL when there is no such kind or it cannot be begun yet.
const struct soort *soort_named(const char *word);

#endif
