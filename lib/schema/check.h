// SPDX-License-Identifier: EUPL-1.2
// Holding a tree against the format: what is missing, of the wrong kind, unknown or doubled, which
// ids are declared nowhere or twice, and which dates cannot be.
#ifndef G1P_SCHEMA_CHECK_H
#define G1P_SCHEMA_CHECK_H

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/schema/schema.h"
#include "lib/yaml/tree.h"

enum schema_fault_kind {
    SCHEMA_MISSING, // `field` is required in the mapping `node`
    SCHEMA_KIND,    // `node` is of the wrong kind; `field` says what belongs there (NULL: the
                    // whole file, which should be a mapping)
    SCHEMA_WORD,    // not in the list of words; `near` is the one that may be meant
    SCHEMA_DATE,
    SCHEMA_TIME,
    SCHEMA_ID,
    SCHEMA_FINGERPRINT,
    SCHEMA_RULE,
    SCHEMA_NUMBER,
    SCHEMA_FIXED,      // not the one value allowed; `near` is that value
    SCHEMA_EMPTY,      // a text that must say something is ""
    SCHEMA_EMPTY_ITEM, // a list item without a value
    SCHEMA_FILE_KIND,  // an unknown `soort`
    SCHEMA_DOUBLE_KEY,
    SCHEMA_UNKNOWN_ID, // referred to, declared nowhere; `near` may be meant
    SCHEMA_DOUBLE_ID,
    SCHEMA_FUTURE,      // a date that cannot lie ahead
    SCHEMA_ORDER,       // `field` lies before its sibling `other`
    SCHEMA_UNKNOWN_KEY, // `node` is the value; `near` may be meant
    SCHEMA_FAULT_KINDS
};

struct schema_fault {
    enum schema_fault_kind kind;
    const struct node *node;
    const struct schema_field *field;
    const struct schema_field *other;
    struct text near; // empty when there is none
};

enum { SCHEMA_MOST_FAULTS = 1000 }; // of each kind: a flood of one hides no other

struct schema_result {
    struct schema_fault *faults;
    size_t count;
    size_t room;
    uint32_t of_kind[SCHEMA_FAULT_KINDS]; // found; of each the first SCHEMA_MOST_FAULTS are kept
};

// Goes over the whole tree, whose root should be of the type `root`, sets `field` and `word` of
// every node that the format knows, and lists the faults in the order found. Returns 0, or -1 when
// memory ran out.
int schema_check(const struct tree *tree, const struct schema_type *root, struct date today,
                 struct arena *arena, struct schema_result *result);

#endif
