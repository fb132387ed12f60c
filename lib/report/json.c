// SPDX-License-Identifier: EUPL-1.2
// The formats for machines: jsonl, and json, which is made of the same objects.
#include "lib/base/json.h"
#include "lib/report/report.h"

static void add_number(struct buffer *out, const char *key, unsigned long number) {
    json_add_key(out, key, false);
    buffer_format(out, "%lu", number);
}

static void add_text(struct buffer *out, const char *key, const char *text, bool first) {
    json_add_key(out, key, first);
    json_add_string(out, text_of(text));
}

// In jsonl every object says what it is and ends its line; in json commas part them.
static void begin_object(const struct report_options *options, struct buffer *out,
                         const char *type) {
    if (options->format == REPORT_JSON && out->length > 0)
        buffer_add_string(out, ",\n");
    buffer_add_char(out, '{');
    if (options->format == REPORT_JSONL) {
        add_text(out, "type", type, true);
        buffer_add_char(out, ',');
    }
}

static void end_object(const struct report_options *options, struct buffer *out) {
    buffer_add_string(out, options->format == REPORT_JSONL ? "}\n" : "}");
}

static void add_finding(const struct report_options *options, const char *name,
                        const struct finding *finding, struct report_places *places,
                        struct buffer *out) {
    struct report_place place = report_place(places, finding);
    struct buffer words = {0};
    begin_object(options, out, "finding");
    add_text(out, "file", name, true);
    add_number(out, "line", place.start.line);
    add_number(out, "column", place.start.column);
    add_number(out, "endLine", place.end.line);
    add_number(out, "endColumn", place.end.column);
    add_text(out, "rule", rules[meldingen[finding->melding].rule].id, false);
    add_text(out, "severity", report_severities[finding->severity], false);
    if (finding->label)
        add_text(out, "label", finding->label, false);
    report_message(&words, finding, options->language, options->excerpts);
    json_add_key(out, "message", false);
    json_add_string(out, buffer_text(&words));
    out->failed |= words.failed;
    buffer_clear(&words);
    node_pointer(finding->node, &words);
    json_add_key(out, "path", false);
    json_add_string(out, buffer_text(&words));
    out->failed |= words.failed;
    buffer_free(&words);
    if (finding->exception) {
        json_add_key(out, "excused", false);
        buffer_add_string(out, "true");
        if (options->excerpts) {
            json_add_key(out, "reason", false);
            json_add_string(out, finding->exception->reden.text);
        }
    }
    end_object(options, out);
}

static void add_counts(const struct report_counts *counts, struct buffer *out) {
    json_add_key(out, "findings", false);
    buffer_format(out, "{\"error\":%lu,\"warning\":%lu,\"info\":%lu,\"excused\":%lu}",
                  counts->shown[SEVERITY_FOUT], counts->shown[SEVERITY_WAARSCHUWING],
                  counts->shown[SEVERITY_ADVIES], counts->excused);
}

static void add_file(const struct report_options *options, const char *name,
                     const struct check_result *result, const struct report_counts *counts,
                     struct buffer *out) {
    static const char *const kinds[] = {"plan", "meldcode", "organisatie", "kader"};
    const struct node *phase = result->plan.fase.node;
    struct text kader = result->kader ? result->kader->naam.text : TEXT("");
    begin_object(options, out, "file");
    add_text(out, "file", name, true);
    add_text(out, "kind", kinds[result->kind], false);
    json_add_key(out, "phase", false);
    if (result->phase >= 0)
        json_add_string(out, phase->text);
    else
        buffer_add_string(out, "null");
    json_add_key(out, "kader", false);
    // The name of a kader has the shape of an id; anything else could be somebody's words.
    if (schema_is_id(kader))
        json_add_string(out, kader);
    else
        buffer_add_string(out, "null");
    add_counts(counts, out);
    if (counts->known)
        add_number(out, "known", counts->known);
    if (counts->unlisted)
        add_number(out, "unlisted", counts->unlisted);
    end_object(options, out);
}

void report_lines_json(const struct report_options *options, const char *name, const char *kind,
                       unsigned long lines, const struct report_counts *counts,
                       struct buffer *out) {
    begin_object(options, out, "file");
    add_text(out, "file", name, true);
    add_text(out, "kind", kind, false);
    buffer_add_string(out, ",\"phase\":null,\"kader\":null");
    add_number(out, "lines", lines);
    add_counts(counts, out);
    end_object(options, out);
}

void report_findings_json(const struct report_options *options, const char *name,
                          const struct check_result *result, struct buffer *findings) {
    struct report_places places = report_places_in(result);
    for (size_t i = 0; i < result->findings.count; i++) {
        const struct finding *finding = &result->findings.items[i];
        if (finding->severity >= options->lowest && (!finding->exception || options->show_excused))
            add_finding(options, name, finding, &places, findings);
    }
}

void report_file_json(const struct report_options *options, const char *name,
                      const struct check_result *result, const struct report_counts *counts,
                      struct buffer *findings, struct buffer *file) {
    report_findings_json(options, name, result, findings);
    add_file(options, name, result, counts, file);
}
