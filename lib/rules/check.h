// SPDX-License-Identifier: EUPL-1.2
// Holding one file against the criteria.
#ifndef G1P_RULES_CHECK_H
#define G1P_RULES_CHECK_H

#include "lib/base/date.h"
#include "lib/plan/plan.h"
#include "lib/rules/finding.h"
#include "lib/schema/check.h"
#include "lib/yaml/tree.h"

// The plan that a record of the meldcode names.
enum plan_link {
    LINK_NONE, // it names none
    LINK_FOUND,
    LINK_MISSING,  // there is no such file or number
    LINK_NOT_PLAN, // the file is no plan, or cannot be read as one
    LINK_DENIED,   // the file is there and may not be read
    LINK_TWICE,    // two plans bear the number
    LINK_UNKNOWN   // nobody looked: there is no folder to look in
};

// What is known of other files that belong to the one that is checked: found at the edge, and given
// to the rules as values.
struct check_related {
    enum plan_link link;          // of a record
    const struct plan_plan *plan; // of a record with LINK_FOUND; else NULL
    bool open_dossier;            // of a plan: a record that names it is not closed
};

// What a rule gets. It reads, walks what it needs, and reports; it allocates and prints nothing.
struct check {
    const struct plan_plan *plan;               // for rules about plans
    const struct plan_organisatie *organisatie; // for rules about an organisation
    const struct plan_meldcode *dossier;        // for rules about a record of the meldcode
    const struct plan_kader *kader;             // the local framework that applies, or NULL
    struct check_related related;
    const struct node *root;
    const struct node *phase; // the value of `fase`, or NULL
    struct text source;
    struct date today;
    int rank;       // of the plan's phase; RANK_ALL when every phase is asked for
    enum rule rule; // the one that runs now
    const struct check_options *options;
    bool goals_read;    // OP-14 and OP-15 share one reading of the goals
    bool language_read; // the rules about plain words share one walk over the prose (TL)
    struct findings *findings;
};

enum { RANK_UNKNOWN = -1, RANK_ALL = 99 };

// How a check is done. The rules that speak are those of `selected`.
struct check_options {
    struct date today;
    bool all_phases;
    bool selected[RULE_COUNT];
};

struct check_result {
    struct tree tree;
    enum file_kind kind;
    struct plan_plan plan;                // typed; empty when the file could not be read as a plan
    struct plan_organisatie *organisatie; // of that kind of file, else NULL
    struct plan_meldcode *dossier;        // likewise
    struct plan_kader *own_kader;         // likewise
    const struct plan_kader *kader;       // the framework that was applied, or NULL
    struct check_related related; // filled in between the halves by who found it; else empty
    struct findings findings;     // in the order of the file
    int phase;                    // enum fase, or -1
    bool readable;                // without FMT-01
    uint32_t line; // of the source's first line, when that is one of many (--line); else 0
};

// Whether a line of the text begins with `g1p:`, by which a file is known to be ours.
bool check_is_ours(struct text source);

// First half: reads `source` (cut off when `too_large`) and holds it against its form. Everything
// in the result is the arena's or points into `source`; `scratch` is used meanwhile. Returns 0, or
// -1 when memory ran out.
int check_read(struct text source, bool too_large, const struct check_options *options,
               struct arena *arena, struct arena *scratch, struct check_result *result);

// Second half: the other rules, by the local framework `kader` (NULL: none), which can change how
// severe a rule is or switch it off; then the exceptions. Returns 0, or -1 when memory ran out.
int check_judge(const struct check_options *options, const struct plan_kader *kader,
                struct check_result *result);

// Between the halves, for a plan whose `kader` names none that is there: says so (FMT-04). `near`
// is the name that may be meant; empty: none.
void report_unknown_kader(const struct plan_plan *plan, struct text near,
                          const struct check_options *options, struct findings *findings);

// Between the halves, for a record: says what is wrong with the plan that it names, from
// `result->related` (FMT-04).
void report_link(const struct check_options *options, struct check_result *result);

// Both halves without a local framework.
int check_source(struct text source, bool too_large, const struct check_options *options,
                 struct arena *arena, struct arena *scratch, struct check_result *result);

// ---- for the rules ----

// Whether a rule speaks about plans in this phase (enum fase, or -1), if it is selected. Asking for
// all phases lets it speak in earlier ones, but not in those after its last.
bool check_speaks(const struct check_options *options, int rule, int phase);

// Reports that something is missing: marks the key of `node` (an item's first key). NULL: nothing.
void report_missing(struct check *check, enum melding melding, const struct node *node);

// As report_missing, naming something that is no secret (an id, a field).
void report_missing_of(struct check *check, enum melding melding, const struct node *node,
                       struct text name);

void report_missing_two(struct check *check, enum melding melding, const struct node *node,
                        struct text name, struct text other);

// Reports that a value is not right: marks the value itself.
void report_value(struct check *check, enum melding melding, const struct node *node);

// The same, naming something of our own tables (a point, a word of a list).
void report_missing_named(struct check *check, enum melding melding, const struct node *node,
                          const char *name);
void report_value_named(struct check *check, enum melding melding, const struct node *node,
                        const char *name);

void report_value_of(struct check *check, enum melding melding, const struct node *node,
                     struct text name);

// Reports the bytes `begin` to `end` of what a scalar says: the very words, where they stand.
void report_piece(struct check *check, enum melding melding, const struct node *node, size_t begin,
                  size_t end, const struct argument arguments[FINDING_ARGUMENTS]);

// Reports something about a piece of the source that has no node of its own: a key, a comment.
// `node` is where it stands.
void report_span(struct check *check, enum melding melding, const struct node *node,
                 struct span span);

// What an object is asked: the message when this field says nothing.
struct question {
    const char *key;
    enum melding melding;
};

// Reports each field of the object `node` that says nothing: that is absent, empty, or a list
// without items. What is of the wrong kind does say something, and FMT-02 tells about it.
void report_unanswered(struct check *check, const struct node *node,
                       const struct question *questions, size_t count);

// The same for each item of a list (NULL: no list).
void report_unanswered_items(struct check *check, const struct node *list,
                             const struct question *questions, size_t count);

// Reports a part of `owner` that says nothing, at its key, or at the owner's when it has none.
void report_empty(struct check *check, enum melding melding, const struct node *owner,
                  const char *key);

// As report_missing and report_value, with arguments of any kind.
void report_missing_with(struct check *check, enum melding melding, const struct node *node,
                         const struct argument arguments[FINDING_ARGUMENTS]);
void report_value_with(struct check *check, enum melding melding, const struct node *node,
                       const struct argument arguments[FINDING_ARGUMENTS]);

// A name for a message: an id may be shown anywhere; what stands in its place and has no such shape
// could be a sentence, and is a secret.
struct argument name_argument(struct text name);

// The node of a top-level section for report_missing, even when nothing stands behind its key; the
// root when there is no such key.
const struct node *section_node(const struct check *check, const char *key);

// As section_node, for a part of a section; the section itself when it has no such part.
const struct node *part_node(const struct check *check, const char *key, const char *part);

// Whether something else stands behind the section's key than a `kind`: the schema has said so.
bool section_misshapen(const struct check *check, const char *key, enum node_kind kind);

// Adds a finding of the rules of the form about dates of different objects (FMT-06).
void report_dates(const struct plan_plan *plan, const struct check_options *options,
                  struct findings *findings);

// The node after this one in the order of the file; NULL after the last.
static inline const struct node *next_node(const struct node *node) {
    if (node->first)
        return node->first;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

// For lib/rules/check.c: marks the findings that an exception of the plan covers, and reports what
// is wrong with the exceptions themselves (UZ).
void settle_exceptions(const struct check_options *options, struct check_result *result);

// A framework changes how severe a rule is, but not what a message says to be less than that, and
// drops what it switched off. Without a reason it does neither (UZ-01 tells its writer).
void apply_kader(const struct plan_kader *kader, struct findings *findings);

// For lib/rules/check.c: what is wrong with a local framework itself.
void report_kader(const struct plan_kader *kader, const struct check_options *options,
                  struct findings *findings);

// For lib/rules/check.c: the rules of the form, from what the reader and the schema found.
void report_form(const struct tree *tree, const struct schema_result *schema,
                 const struct check_options *options, struct findings *findings);

#endif
