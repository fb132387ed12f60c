// SPDX-License-Identifier: EUPL-1.2
// The fuzzer's target: any bytes as a plan through reader, schema, rules, reports and editor.
#include <stdio.h>
#include <stdlib.h>

#include "lib/report/report.h"
#include "lib/rules/check.h"
#include "lib/rules/taal.h"
#include "tests/fuzz/change.h"
#include "tests/fuzz/views.h"
#include "tests/tree_holds.h"

enum { MOST_MEMORY = 256 * 1024 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void stop(const char *what) {
    fprintf(stderr, "fuzz_read: %s\n", what);
    abort();
}

static void check_findings(const struct check_result *result) {
    const struct findings *findings = &result->findings;
    uint32_t at = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->start > finding->end || finding->end > result->tree.source.length)
            stop("a finding lies outside the source");
        if (finding->start < at)
            stop("the findings are not in order");
        at = finding->start;
    }
    if (result->tree.fault_count && (result->readable || !findings->count))
        stop("a fault of the reader is not told");
    const struct node *root = result->tree.root;
    if (!findings->count && (!root || root->kind != NODE_MAPPING))
        stop("what is no plan at all is taken for a fine one");
}

// What is written must be text that any terminal or parser can take.
static void check_output(const struct buffer *out, const struct report_options *options) {
    size_t at;
    uint32_t point;
    int ascii;
    struct text text = buffer_text(out);
    enum utf8_fault fault = utf8_scan(text.bytes, text.length, &at, &point, &ascii);
    if (out->failed)
        stop("the report ran out of memory");
    if (fault == UTF8_BROKEN)
        stop("the report is not UTF-8");
    if (fault == UTF8_CONTROL && !options->excerpts)
        stop("the report holds a control character");
}

static void report(const struct check_result *result, enum report_format format, bool excerpts) {
    struct report_options options = {.format = format,
                                     .language = excerpts ? LANGUAGE_DUTCH : LANGUAGE_ENGLISH,
                                     .lowest = SEVERITY_ADVIES,
                                     .excerpts = excerpts};
    struct report_counts counts = {.worst = -1};
    struct buffer findings = {0};
    struct buffer file = {0};
    report_file(&options, "plan.yaml", result, &findings, &file, &counts);
    check_output(&findings, &options);
    check_output(&file, &options);
    if (counts.shown[0] + counts.shown[1] + counts.shown[2] != result->findings.count)
        stop("findings are not counted");
    buffer_free(&findings);
    buffer_free(&file);
}

// The same bytes as one sentence in each place (--line).
static void judge_sentence(struct text line, const struct check_options *options,
                           struct arena *arena) {
    for (int soort = ZIN_DOEL; soort <= ZIN_TEKST; soort++) {
        struct check_result result = {.line = 1};
        result.tree.source = line;
        result.findings.arena = arena;
        zin_judge(line, (enum zinsoort)soort, options, NULL, &result.findings);
        if (result.findings.out_of_memory)
            stop("memory ran out in a sentence");
        for (size_t i = 0; i < result.findings.count; i++)
            if (result.findings.items[i].start > result.findings.items[i].end ||
                result.findings.items[i].end > line.length)
                stop("a finding lies outside its sentence");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct text source = {size ? (const char *)data : "", size};
    struct check_options options = {.today = {2026, 3, 20}, .all_phases = true};
    struct check_result result;
    struct arena arena;
    struct arena scratch;
    arena_init(&arena, MOST_MEMORY);
    arena_init(&scratch, MOST_MEMORY);
    for (int i = 0; i < RULE_COUNT; i++)
        options.selected[i] = true;
    check_is_ours(source);
    if (check_source(source, size > TREE_LARGEST, &options, &arena, &scratch, &result) != 0)
        stop("memory ran out");
    const char *problem = tree_holds(&result.tree);
    if (problem)
        stop(problem);
    check_findings(&result);
    if (result.kind == KIND_PLAN && (problem = views_hold(&result, options.today, &arena)))
        stop(problem);
    report(&result, REPORT_TEXT, true);
    report(&result, REPORT_GCC, false);
    report(&result, REPORT_JSON, true);
    report(&result, REPORT_JSONL, false);
    judge_sentence(source, &options, &arena);
    problem = fuzz_change(source);
    if (problem)
        stop(problem);
    arena_free(&arena);
    arena_free(&scratch);
    return 0;
}
