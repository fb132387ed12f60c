// SPDX-License-Identifier: EUPL-1.2
// The criteria as constant tables, made at build time from schemas/criteria.yaml.
#ifndef G1P_RULES_RULE_H
#define G1P_RULES_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "build/gen/rule_names.h" // enum rule, enum melding, one rule_… function a rule
#include "lib/base/text.h"

enum severity { SEVERITY_ADVIES, SEVERITY_WAARSCHUWING, SEVERITY_FOUT };

enum file_kind { KIND_PLAN, KIND_MELDCODE, KIND_ORGANISATIE, KIND_KADER };

struct check;

// One way in which a rule can speak.
struct melding_row {
    enum rule rule;
    const char *key;     // as in criteria.yaml
    const char *text[2]; // by enum language; {1} {2} {3} stand for the arguments
    int severity;        // enum severity, or -1: the rule's own
};

struct rule_example {
    const char *phase;   // word of the phase it is set in
    const char *melding; // which message a bad one must give, or NULL
    const char *text;    // a piece of a plan
    const char *kader;   // the local framework that applies, a whole file; or NULL
    const char *plan;    // the plan that a record names, a whole file; or NULL
    bool good;
    bool whole; // `text` is the whole file
};

struct rule_point {
    const char *text[2]; // by enum language
};

struct rule_row {
    const char *id; // "OP-17"
    const char *title[2];
    const char *why[2];
    const char *source;              // sources by code and section, joined with "; "
    const struct rule_point *points; // what more there is to explain, point by point
    uint16_t point_count;
    void (*function)(struct check *check); // NULL: not a function of its own (FMT, UZ)
    const struct rule_example *examples;
    uint16_t example_count;
    uint8_t severity; // enum severity
    uint8_t kind;     // enum file_kind of the files it speaks about; FMT speaks about all
    int8_t from;      // rank of the first phase in which it speaks; -1: always
    int8_t until;     // rank of the last one
    bool beyond;      // goes beyond the sources
    bool unreadable;  // also looks at what could be read of a file with FMT-01
};

// A fragment with which an example that lacks that top-level key is completed.
struct rule_basis {
    const char *key;
    const char *text;
};

extern const struct rule_row rules[RULE_COUNT];
extern const struct melding_row meldingen[MELDING_COUNT];
extern const struct rule_basis rule_basis[];
extern const unsigned rule_basis_count;

// The rule with this id, or -1.
int rule_named(struct text id);

// Whether an id is that of a rule about whether a file can be understood (FMT-01…03): no framework
// weighs those otherwise and no exception covers them, for what is not understood is not judged.
bool rule_is_form(struct text id);

// Whether an id is that of a rule which the method's criteria name and this version does not have.
bool rule_is_announced(struct text id);

#endif
