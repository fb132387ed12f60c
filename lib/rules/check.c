// SPDX-License-Identifier: EUPL-1.2
// One file through reader, schema, typed plan and rules.
#include "lib/rules/check.h"

#include <string.h>

#include "lib/method/phase.h"

int rule_named(struct text id) {
    for (int i = 0; i < RULE_COUNT; i++)
        if (text_is(id, rules[i].id))
            return i;
    return -1;
}

bool check_is_ours(struct text source) {
    static const char mark[] = "g1p:";
    const char *at = source.bytes;
    const char *end = source.bytes + source.length;
    if (text_starts(source, "\xEF\xBB\xBF"))
        at += 3;
    while (at && (size_t)(end - at) >= sizeof mark - 1) {
        if (memcmp(at, mark, sizeof mark - 1) == 0)
            return true;
        at = memchr(at, '\n', (size_t)(end - at));
        at = at ? at + 1 : NULL;
    }
    return false;
}

static enum file_kind kind_of(const struct tree *tree) {
    static const char *const kinds[] = {"plan", "meldcode", "organisatie", "kader"};
    const struct node *soort = node_child(tree->root, "soort");
    for (int i = 0; soort && soort->kind == NODE_SCALAR && i < 4; i++)
        if (text_is(soort->text, kinds[i]))
            return (enum file_kind)i;
    return KIND_PLAN; // held against the plan, it is told what it should be
}

static void report(struct check *check, enum melding melding, const struct node *node,
                   struct span span, const struct argument *arguments) {
    const struct melding_row *row = &meldingen[melding];
    int severity = row->severity >= 0 ? row->severity : rules[row->rule].severity;
    finding_add(check->findings, melding, (enum severity)severity, node, span, arguments);
}

// A missing top-level part has no place of its own: the phase, which asks for it, is marked.
static struct span missing_span(const struct check *check, const struct node *node) {
    if (node == check->plan->node) {
        const struct node *fase = check->plan->fase.node;
        return finding_span(fase ? fase : node, fase == NULL);
    }
    return finding_span(node, true);
}

void report_missing(struct check *check, enum melding melding, const struct node *node) {
    report(check, melding, node, missing_span(check, node), NULL);
}

// An id may be shown anywhere; what stands in its place and has no such shape could be a sentence.
static struct argument name_argument(struct text name) {
    return schema_is_id(name) ? open_argument(name) : secret_argument(name);
}

void report_missing_of(struct check *check, enum melding melding, const struct node *node,
                       struct text name) {
    const struct argument arguments[FINDING_ARGUMENTS] = {name_argument(name)};
    report(check, melding, node, missing_span(check, node), arguments);
}

void report_missing_two(struct check *check, enum melding melding, const struct node *node,
                        struct text name, struct text other) {
    const struct argument arguments[FINDING_ARGUMENTS] = {name_argument(name),
                                                          name_argument(other)};
    report(check, melding, node, missing_span(check, node), arguments);
}

void report_value(struct check *check, enum melding melding, const struct node *node) {
    report(check, melding, node, finding_span(node, false), NULL);
}

const struct node *section_node(const struct check *check, const char *key) {
    const struct node *section = node_child(check->plan->node, key);
    return section ? section : check->plan->node;
}

static void run_rules(const struct check_options *options, struct check_result *result) {
    struct check check = {.plan = &result->plan,
                          .today = options->today,
                          .rank = RANK_UNKNOWN,
                          .findings = &result->findings};
    if (options->all_phases)
        check.rank = RANK_ALL;
    else if (result->phase >= 0)
        check.rank = phases[result->phase].rank;
    for (int i = 0; i < RULE_COUNT; i++) {
        if (!rules[i].function || !options->selected[i] || check.rank < rules[i].from)
            continue;
        check.rule = (enum rule)i;
        rules[i].function(&check);
    }
}

int check_source(struct text source, bool too_large, const struct check_options *options,
                 struct arena *arena, struct arena *scratch, struct check_result *result) {
    struct schema_result schema = {0};
    memset(result, 0, sizeof *result);
    result->findings.arena = arena;
    result->phase = -1;
    if (tree_read(source, too_large, arena, scratch, &result->tree) != 0)
        return -1;
    result->readable = result->tree.fault_count == 0;
    result->kind = kind_of(&result->tree);
    bool known = result->kind == KIND_PLAN;
    if (known && schema_check(&result->tree, options->today, arena, &schema) != 0)
        return -1;
    report_form(&result->tree, &schema, options, &result->findings);
    if (known) {
        if (plan_read(&result->tree, arena, &result->plan) != 0)
            return -1;
        result->phase = result->plan.fase.value;
        report_dates(&result->plan, options, &result->findings);
        if (result->readable && result->plan.node)
            run_rules(options, result);
    }
    findings_sort(&result->findings);
    return result->findings.out_of_memory ? -1 : 0;
}
