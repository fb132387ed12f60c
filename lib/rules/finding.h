// SPDX-License-Identifier: EUPL-1.2
// Findings: what a rule has to say about a place. Kept as ids and arguments; they are put into
// words only when they are printed.
#ifndef G1P_RULES_FINDING_H
#define G1P_RULES_FINDING_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/rules/rule.h"
#include "lib/yaml/tree.h"

enum { FINDING_ARGUMENTS = 3, FINDINGS_MOST = 500 };

struct plan_uitzondering;

enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_OPEN,   // a field, a declared id, a number: may be shown anywhere
    ARGUMENT_SECRET, // what somebody wrote: only for the person at the terminal
    ARGUMENT_WORDS   // English words of our own, to be put into the reader's language
};

struct argument {
    struct text text;
    enum argument_kind kind;
};

struct finding {
    enum melding melding;
    enum severity severity;
    const struct node *node; // the place it is about, for its path; NULL for the file as a whole
    uint32_t start;          // byte offsets of what is marked
    uint32_t end;
    uint32_t order;    // in which it was found; breaks ties
    const char *label; // of a finding about a sentence (--line): negatief, vaag, …; or NULL
    struct argument arguments[FINDING_ARGUMENTS];
    const struct plan_uitzondering *exception; // that covers it, or NULL
};

struct findings {
    struct arena *arena;
    struct finding *items;
    size_t count; // at most FINDINGS_MOST
    size_t room;
    size_t dropped; // found beyond that
    bool out_of_memory;
};

struct argument open_argument(struct text text);
struct argument secret_argument(struct text text);
struct argument words_argument(const char *english);

// The bytes to mark for a node: a scalar or flow collection itself; of a block collection, or when
// `at_key`, its key; of an item of a list, its first key.
struct span {
    uint32_t start;
    uint32_t end;
};
struct span finding_span(const struct node *node, bool at_key);

// Adds a finding; arguments beyond those the message uses are ARGUMENT_NONE.
void finding_add(struct findings *findings, enum melding melding, enum severity severity,
                 const struct node *node, struct span span,
                 const struct argument arguments[FINDING_ARGUMENTS]);

// Puts them in the order of the file; at one place by rule, then as found.
void findings_sort(struct findings *findings);

#endif
