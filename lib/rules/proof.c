// SPDX-License-Identifier: EUPL-1.2
// Checking a new file before anybody sees it.
#include "lib/rules/proof.h"

// Which rules a new plan in this phase is held against. Long words keep nobody from beginning one.
static void choose_rules(struct check_options *options, bool all) {
    for (int i = 0; i < RULE_COUNT; i++) {
        struct text id = text_of(rules[i].id);
        options->selected[i] = text_starts(id, "FMT-") || (all && !text_starts(id, "TL-"));
    }
}

int proof_values(const struct values *values, struct date today, struct findings *findings) {
    struct check_options options = {.today = today};
    struct tree tree = {.root = values->root};
    struct schema_result schema;
    *findings = (struct findings){.arena = values->arena};
    choose_rules(&options, false);
    if (schema_check(&tree, values->type, today, values->arena, &schema) != 0)
        return -1;
    size_t kept = 0;
    for (size_t i = 0; i < schema.count; i++)
        if (schema.faults[i].kind != SCHEMA_MISSING)
            schema.faults[kept++] = schema.faults[i];
    schema.count = kept;
    report_form(&tree, &schema, &options, findings);
    return findings->out_of_memory ? -1 : 0;
}

int proof_plan(struct text plan, const struct values *values, struct date today,
               struct arena *scratch, struct check_result *result, bool *kept) {
    struct check_options options = {.today = today};
    const struct node *fase = node_child(values->root, "fase");
    choose_rules(&options, fase && text_is(fase->text, "aanmelding"));
    if (check_source(plan, false, &options, values->arena, scratch, result) != 0)
        return -1;
    *kept = result->tree.root && values_kept(values->root, result->tree.root);
    return 0;
}
