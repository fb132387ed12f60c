// SPDX-License-Identifier: EUPL-1.2
// The values a typed plan is made of. Each keeps the node it was read from, and so its place.
#ifndef G1P_PLAN_VALUE_H
#define G1P_PLAN_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/date.h"
#include "lib/base/text.h"
#include "lib/yaml/tree.h"

// In all of them `node` is NULL when the value is absent or of another kind than it should be.

// Text, an id, a time, a fingerprint. An empty text counts as absent.
struct plan_text {
    const struct node *node;
    struct text text;
};

// A word of a list: `value` is its enum constant, -1 when absent or not in the list.
struct plan_word {
    const struct node *node;
    int value;
};

// A date; `date` has year 0 when the words are no full date (allowed where a date may be rough).
struct plan_date {
    const struct node *node;
    struct date date;
};

struct plan_number {
    const struct node *node;
    double value;
};

// Lists: one value counts as a list of one. `node` is NULL when there is no such key.
struct plan_texts {
    const struct node *node;
    struct plan_text *items;
    size_t count;
    bool geen; // the word `geen` stands there instead of a list
};

struct plan_words {
    const struct node *node;
    struct plan_word *items;
    size_t count;
    bool geen;
};

struct plan_dates {
    const struct node *node;
    struct plan_date *items;
    size_t count;
    bool geen;
};

struct plan_numbers {
    const struct node *node;
    struct plan_number *items;
    size_t count;
    bool geen;
};

#endif
