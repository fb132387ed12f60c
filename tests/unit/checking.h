// SPDX-License-Identifier: EUPL-1.2
// For the tests: one plan held against the criteria, and what was found as a short list.
#ifndef G1P_TESTS_CHECKING_H
#define G1P_TESTS_CHECKING_H

#include <string.h>

#include "lib/base/buffer.h"
#include "lib/report/report.h"
#include "lib/rules/check.h"

struct checking {
    struct arena arena;
    struct arena scratch;
    struct check_options options;
    struct check_result result;
    struct buffer source;
    struct buffer kader; // the local framework, while there is one
    struct buffer list;
};

// All rules speak; today is 2026-06-01.
static inline void checking_begin(struct checking *checking) {
    *checking = (struct checking){.options.today = {2026, 6, 1}};
    arena_init(&checking->arena, 0);
    arena_init(&checking->scratch, 0);
    for (int i = 0; i < RULE_COUNT; i++)
        checking->options.selected[i] = true;
}

static inline void checking_end(struct checking *checking) {
    arena_free(&checking->arena);
    arena_free(&checking->scratch);
    buffer_free(&checking->source);
    buffer_free(&checking->kader);
    buffer_free(&checking->list);
}

// Only this rule speaks.
static inline void checking_only(struct checking *checking, enum rule rule) {
    for (int i = 0; i < RULE_COUNT; i++)
        checking->options.selected[i] = i == (int)rule;
}

// Only the rules whose ids begin so speak.
static inline void checking_family(struct checking *checking, const char *family) {
    for (int i = 0; i < RULE_COUNT; i++)
        checking->options.selected[i] = text_starts(text_of(rules[i].id), family);
}

// Checks what stands in `source`.
static inline int checking_run(struct checking *checking) {
    arena_reset(&checking->arena);
    return check_source(buffer_text(&checking->source), false, &checking->options, &checking->arena,
                        &checking->scratch, &checking->result);
}

// Checks a whole file.
static inline int checking_file(struct checking *checking, const char *source) {
    buffer_clear(&checking->source);
    buffer_add_string(&checking->source, source);
    return checking_run(checking);
}

// Checks a plan of which the first four lines (form, kind, number and phase) are added.
static inline int checking_plan(struct checking *checking, const char *phase, const char *rest) {
    buffer_clear(&checking->source);
    buffer_format(&checking->source, "g1p: 1\nsoort: plan\nnummer: proef\nfase: %s\n", phase);
    buffer_add_string(&checking->source, rest);
    return checking_run(checking);
}

// Checks a plan as checking_plan does, by a local framework of which the first three lines (form,
// kind and name) are added.
static inline int checking_plan_by(struct checking *checking, const char *kader, const char *phase,
                                   const char *rest) {
    struct buffer *own = &checking->kader;
    struct check_result framework;
    buffer_clear(own);
    buffer_format(own, "g1p: 1\nsoort: kader\nnaam: proef\n%s", kader);
    buffer_clear(&checking->source);
    buffer_format(&checking->source, "g1p: 1\nsoort: plan\nnummer: proef\nfase: %s\n", phase);
    buffer_add_string(&checking->source, rest);
    arena_reset(&checking->arena);
    int outcome = check_read(buffer_text(own), false, &checking->options, &checking->arena,
                             &checking->scratch, &framework);
    if (outcome == 0)
        outcome = check_read(buffer_text(&checking->source), false, &checking->options,
                             &checking->arena, &checking->scratch, &checking->result);
    if (outcome == 0)
        outcome = check_judge(&checking->options, framework.own_kader, &checking->result);
    return outcome;
}

// What was found, each as "5:3-7 OP-17.wie(one,two) ": line, columns, rule, message, arguments. A
// secret argument stands between exclamation marks.
static inline const char *checking_found(struct checking *checking) {
    struct buffer *list = &checking->list;
    struct report_places places = report_places(checking->result.tree.source);
    buffer_clear(list);
    for (size_t i = 0; i < checking->result.findings.count; i++) {
        const struct finding *finding = &checking->result.findings.items[i];
        struct report_place place = report_place(&places, finding);
        const struct melding_row *row = &meldingen[finding->melding];
        buffer_format(list, "%u:%u-%u %s.%s", place.start.line, place.start.column,
                      place.end.column, rules[row->rule].id, row->key);
        for (int k = 0; k < FINDING_ARGUMENTS; k++) {
            const struct argument *argument = &finding->arguments[k];
            const char *mark = argument->kind == ARGUMENT_SECRET ? "!" : "";
            if (argument->kind == ARGUMENT_NONE)
                break;
            buffer_add_char(list, k ? ',' : '(');
            buffer_add_string(list, mark);
            buffer_add(list, argument->text);
            buffer_add_string(list, mark);
        }
        if (finding->arguments[0].kind != ARGUMENT_NONE)
            buffer_add_char(list, ')');
        buffer_add_char(list, ' ');
    }
    buffer_add_char(list, '\0');
    return list->bytes;
}

#endif
