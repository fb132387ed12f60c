// SPDX-License-Identifier: EUPL-1.2
// One file through reader, schema, typed plan and rules.
#include "lib/rules/check.h"

#include <string.h>

#include "lib/method/kader.h"
#include "lib/method/phase.h"
#include "lib/method/words.h"
#include "lib/yaml/place.h"

int rule_named(struct text id) {
    for (int i = 0; i < RULE_COUNT; i++)
        if (text_is(id, rules[i].id))
            return i;
    return -1;
}

bool rule_is_form(struct text id) {
    return text_is(id, "FMT-01") || text_is(id, "FMT-02") || text_is(id, "FMT-03");
}

bool rule_is_announced(struct text id) {
    for (const char *const *word = words_regels_die_komen; *word; word++)
        if (text_starts(id, *word))
            return true;
    return false;
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
    if (node == check->root) {
        const struct node *phase = check->phase;
        return finding_span(phase ? phase : node, phase == NULL);
    }
    return finding_span(node, true);
}

void report_missing(struct check *check, enum melding melding, const struct node *node) {
    if (!node)
        return;
    report(check, melding, node, missing_span(check, node), NULL);
}

// An id or a date may be shown anywhere; what stands in its place and has no such shape could be a
// sentence.
struct argument name_argument(struct text name) {
    struct date date;
    bool open = schema_is_id(name) || date_read(name, &date);
    return open ? open_argument(name) : secret_argument(name);
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

void report_missing_named(struct check *check, enum melding melding, const struct node *node,
                          const char *name) {
    const struct argument arguments[FINDING_ARGUMENTS] = {open_argument(text_of(name))};
    report(check, melding, node, missing_span(check, node), arguments);
}

void report_value_named(struct check *check, enum melding melding, const struct node *node,
                        const char *name) {
    const struct argument arguments[FINDING_ARGUMENTS] = {open_argument(text_of(name))};
    report(check, melding, node, finding_span(node, false), arguments);
}

void report_value_of(struct check *check, enum melding melding, const struct node *node,
                     struct text name) {
    const struct argument arguments[FINDING_ARGUMENTS] = {name_argument(name)};
    report(check, melding, node, finding_span(node, false), arguments);
}

void report_span(struct check *check, enum melding melding, const struct node *node,
                 struct span span) {
    report(check, melding, node, span, NULL);
}

void report_piece(struct check *check, enum melding melding, const struct node *node, size_t begin,
                  size_t end, const struct argument arguments[FINDING_ARGUMENTS]) {
    struct span span;
    place_in_scalar(check->source, node, begin, end, &span.start, &span.end);
    report(check, melding, node, span, arguments);
}

void report_missing_with(struct check *check, enum melding melding, const struct node *node,
                         const struct argument arguments[FINDING_ARGUMENTS]) {
    report(check, melding, node, missing_span(check, node), arguments);
}

void report_value_with(struct check *check, enum melding melding, const struct node *node,
                       const struct argument arguments[FINDING_ARGUMENTS]) {
    report(check, melding, node, finding_span(node, false), arguments);
}

const struct node *section_node(const struct check *check, const char *key) {
    const struct node *section = node_child(check->root, key);
    return section ? section : check->root;
}

bool check_speaks(const struct check_options *options, int rule, int phase) {
    int rank = phase >= 0 ? phases[phase].rank : RANK_UNKNOWN;
    return options->selected[rule] && (options->all_phases || rank >= rules[rule].from) &&
           rank <= rules[rule].until;
}

const struct node *part_node(const struct check *check, const char *key, const char *part) {
    const struct node *section = section_node(check, key);
    const struct node *found = section == check->root ? NULL : node_child(section, part);
    return found ? found : section;
}

bool section_misshapen(const struct check *check, const char *key, enum node_kind kind) {
    const struct node *section = node_child(check->root, key);
    return !node_absent(section) && section->kind != kind;
}

static void run_rules(const struct check_options *options, struct check_result *result) {
    struct check check = {.plan = &result->plan,
                          .organisatie = result->organisatie,
                          .dossier = result->dossier,
                          .kader = result->kader,
                          .related = result->related,
                          .root = result->tree.root,
                          .phase = result->plan.fase.node,
                          .source = result->tree.source,
                          .today = options->today,
                          .rank = RANK_UNKNOWN,
                          .options = options,
                          .findings = &result->findings};
    if (options->all_phases)
        check.rank = RANK_ALL;
    else if (result->phase >= 0)
        check.rank = phases[result->phase].rank;
    for (int i = 0; i < RULE_COUNT; i++) {
        if (!rules[i].function || rules[i].kind != result->kind ||
            !(result->readable || rules[i].unreadable) || !check_speaks(options, i, result->phase))
            continue;
        check.rule = (enum rule)i;
        rules[i].function(&check);
    }
}

// The typed reading of the kind of file it is.
static int read_typed(struct check_result *result, struct arena *arena) {
    switch (result->kind) {
    case KIND_MELDCODE:
        result->dossier = arena_zero(arena, 1, sizeof *result->dossier);
        return result->dossier ? plan_read_meldcode(&result->tree, arena, result->dossier) : -1;
    case KIND_ORGANISATIE:
        result->organisatie = arena_zero(arena, 1, sizeof *result->organisatie);
        return result->organisatie
                   ? plan_read_organisatie(&result->tree, arena, result->organisatie)
                   : -1;
    case KIND_KADER:
        result->own_kader = arena_zero(arena, 1, sizeof *result->own_kader);
        return result->own_kader ? plan_read_kader(&result->tree, arena, result->own_kader) : -1;
    default:
        return plan_read(&result->tree, arena, &result->plan);
    }
}

int check_read(struct text source, bool too_large, const struct check_options *options,
               struct arena *arena, struct arena *scratch, struct check_result *result) {
    const struct schema_type *const roots[] = {
        [KIND_PLAN] = schema_plan,
        [KIND_MELDCODE] = schema_meldcode,
        [KIND_ORGANISATIE] = schema_organisatie,
        [KIND_KADER] = schema_kader,
    };
    struct schema_result schema = {0};
    memset(result, 0, sizeof *result);
    result->findings.arena = arena;
    result->phase = -1;
    if (tree_read(source, too_large, arena, scratch, &result->tree) != 0)
        return -1;
    result->readable = result->tree.fault_count == 0;
    result->kind = kind_of(&result->tree);
    const struct schema_type *root = roots[result->kind];
    if (schema_check(&result->tree, root, options->today, arena, &schema) != 0)
        return -1;
    report_form(&result->tree, &schema, options, &result->findings);
    if (read_typed(result, arena) != 0)
        return -1;
    if (result->kind == KIND_PLAN) {
        result->phase = result->plan.fase.value;
        report_dates(&result->plan, options, &result->findings);
    }
    return result->findings.out_of_memory ? -1 : 0;
}

void apply_kader(const struct plan_kader *kader, struct findings *findings) {
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        struct finding finding = findings->items[i];
        const struct melding_row *row = &meldingen[finding.melding];
        bool form = rule_is_form(text_of(rules[row->rule].id));
        int severity = form ? KADER_UNCHANGED : kader_severity(kader, rules[row->rule].id);
        if (severity == KADER_OFF)
            continue;
        if (severity != KADER_UNCHANGED && row->severity < 0)
            finding.severity = (enum severity)severity;
        findings->items[kept++] = finding;
    }
    findings->count = kept;
}

int check_judge(const struct check_options *options, const struct plan_kader *kader,
                struct check_result *result) {
    result->kader = kader;
    if (result->tree.root && result->tree.root->kind == NODE_MAPPING)
        run_rules(options, result);
    if (result->readable && result->own_kader && result->tree.root)
        report_kader(result->own_kader, options, &result->findings);
    if (kader)
        apply_kader(kader, &result->findings);
    if (result->kind == KIND_PLAN && result->readable)
        settle_exceptions(options, result);
    findings_sort(&result->findings);
    return result->findings.out_of_memory ? -1 : 0;
}

int check_source(struct text source, bool too_large, const struct check_options *options,
                 struct arena *arena, struct arena *scratch, struct check_result *result) {
    if (check_read(source, too_large, options, arena, scratch, result) != 0)
        return -1;
    return check_judge(options, NULL, result);
}
