// SPDX-License-Identifier: EUPL-1.2
// Rules explained and listed.
#include <string.h>

#include "lib/base/json.h"
#include "lib/method/phase.h"
#include "lib/report/report.h"
#include "lib/report/selection.h"

// The number of the first phase of a rank: "3b"; "" when a rule always speaks.
static const char *phase_number(int rank) {
    for (int i = 0; i < phase_count && rank >= 0; i++)
        if (phases[i].rank == rank)
            return phases[i].number;
    return "";
}

// The number of the last phase in which a rule speaks: "6a"; "" when it speaks until the end.
static const char *last_phase_number(int rank) {
    for (int i = phase_count - 1; i >= 0; i--)
        if (phases[i].rank <= rank)
            return i == phase_count - 1 ? "" : phases[i].number;
    return "";
}

static void add_pair(struct buffer *out, const char *key, const char *value, bool first) {
    json_add_key(out, key, first);
    json_add_string(out, text_of(value));
}

// What is explained point by point; nothing when nothing is.
static void add_points_json(const struct report_options *options, const struct rule_row *rule,
                            struct buffer *out) {
    if (rule->point_count == 0)
        return;
    json_add_key(out, "points", false);
    for (unsigned i = 0; i < rule->point_count; i++) {
        buffer_add_char(out, i ? ',' : '[');
        json_add_string(out, text_of(rule->points[i].text[options->language]));
    }
    buffer_add_char(out, ']');
}

static void add_rule_json(const struct report_options *options, const struct rule_row *rule,
                          bool whole, struct buffer *out) {
    buffer_add_char(out, '{');
    add_pair(out, "rule", rule->id, true);
    add_pair(out, "severity", report_severities[rule->severity], false);
    add_pair(out, "from", phase_number(rule->from), false);
    add_pair(out, "until", last_phase_number(rule->until), false);
    add_pair(out, "title", rule->title[options->language], false);
    add_pair(out, "source", rule->source, false);
    json_add_key(out, "beyondSources", false);
    buffer_add_string(out, rule->beyond ? "true" : "false");
    if (whole) {
        add_pair(out, "why", rule->why[options->language], false);
        add_points_json(options, rule, out);
        json_add_key(out, "examples", false);
        buffer_add_char(out, '[');
        for (unsigned i = 0; i < rule->example_count; i++) {
            buffer_add_string(out, i ? ",{" : "{");
            add_pair(out, "judgement", rule->examples[i].good ? "good" : "bad", true);
            add_pair(out, "phase", rule->examples[i].phase, false);
            if (rule->examples[i].kader)
                add_pair(out, "framework", rule->examples[i].kader, false);
            if (rule->examples[i].plan)
                add_pair(out, "plan", rule->examples[i].plan, false);
            add_pair(out, "text", rule->examples[i].text, false);
            buffer_add_char(out, '}');
        }
        buffer_add_char(out, ']');
    }
    buffer_add_char(out, '}');
}

// Adds text with every line indented, the first by `first`; long lines are broken at blanks when
// `wrap`.
static void add_indented(struct buffer *out, const char *first, const char *text, bool wrap) {
    enum { WIDTH = 80 };
    size_t column = 0;
    for (const char *at = text; *at;) {
        size_t length = 0;
        while (at[length] && at[length] != ' ' && at[length] != '\n')
            length++;
        if (column == 0)
            buffer_add_string(out, first);
        else if (wrap && strlen(first) + column + 1 + length > WIDTH) {
            buffer_format(out, "\n%*s", (int)strlen(first), "");
            column = 0;
        } else {
            buffer_add_char(out, ' ');
        }
        buffer_add(out, (struct text){at, length});
        column += length + 1;
        at += length;
        if (*at == '\n') {
            buffer_add_char(out, '\n');
            column = 0;
        }
        at += *at != '\0';
    }
    if (column > 0)
        buffer_add_char(out, '\n');
}

static void add_bold(const struct report_options *options, struct buffer *out, const char *text) {
    buffer_format(out, options->colour ? "\033[1m%s\033[0m\n" : "%s\n", text);
}

static void add_lines(struct buffer *out, const char *text) {
    for (const char *c = text; *c; c++) {
        if (c == text || c[-1] == '\n')
            buffer_add_string(out, "    ");
        // An example can hold the very character it warns of.
        buffer_add_char(out, (unsigned char)*c < 0x20 && *c != '\n' ? '?' : *c);
    }
}

static void add_examples(const struct report_options *options, const struct rule_row *rule,
                         bool good, struct buffer *out) {
    for (unsigned i = 0; i < rule->example_count; i++) {
        const struct rule_example *example = &rule->examples[i];
        if (example->good != good)
            continue;
        add_bold(options, out, good ? _("Good:") : _("Not good:"));
        if (example->kader) {
            add_lines(out, example->kader);
            add_bold(options, out, _("and in the plan:"));
        }
        if (example->plan) {
            add_lines(out, example->plan);
            add_bold(options, out, _("and in the record that names this plan:"));
        }
        add_lines(out, example->text);
    }
}

void report_explain(const struct report_options *options, int number, struct buffer *out) {
    const struct rule_row *rule = &rules[number];
    if (options->format == REPORT_JSON || options->format == REPORT_JSONL) {
        add_rule_json(options, rule, true, out);
        buffer_add_string(out, options->format == REPORT_JSONL ? "\n" : "");
        return;
    }
    if (options->colour)
        buffer_add_string(out, "\033[1m");
    buffer_format(out, "%s  %s", rule->id, rule->title[options->language]);
    buffer_add_string(out, options->colour ? "\033[0m\n" : "\n");
    buffer_format(out, "    %s", report_severity_name((enum severity)rule->severity));
    if (rule->from >= 0)
        buffer_format(out, _(", from phase %s"), phase_number(rule->from));
    if (*last_phase_number(rule->until))
        buffer_format(out, _(", until phase %s"), last_phase_number(rule->until));
    buffer_format(out, _("; source: %s"), rule->source);
    if (rule->beyond)
        buffer_add_string(out, _(" (goes beyond the sources of the method)"));
    buffer_add_char(out, '\n');
    add_bold(options, out, _("Why:"));
    add_indented(out, "    ", rule->why[options->language], true);
    for (unsigned i = 0; i < rule->point_count; i++)
        add_indented(out, "    - ", rule->points[i].text[options->language], true);
    add_examples(options, rule, false, out);
    add_examples(options, rule, true, out);
}

const char *report_explain_all(const struct report_options *options, const char *const *ids,
                               struct buffer *out, const char **near) {
    bool json = options->format == REPORT_JSON;
    buffer_add_string(out, json ? "[" : "");
    for (size_t i = 0; ids[i]; i++) {
        int rule = selection_rule(ids[i], near);
        if (rule < 0)
            return ids[i];
        if (i > 0 && options->format != REPORT_JSONL)
            buffer_add_string(out, json ? ",\n" : "\n");
        report_explain(options, rule, out);
    }
    buffer_add_string(out, json ? "]\n" : "");
    return NULL;
}

void report_list_rules(const struct report_options *options, struct buffer *out) {
    bool json = options->format == REPORT_JSON;
    if (json)
        buffer_add_char(out, '[');
    for (int i = 0; i < RULE_COUNT; i++) {
        if (json || options->format == REPORT_JSONL) {
            buffer_add_string(out, json && i ? ",\n" : "");
            add_rule_json(options, &rules[i], false, out);
            buffer_add_string(out, json ? "" : "\n");
            continue;
        }
        buffer_format(out, "%-7s %-13s %-3s %s\n", rules[i].id,
                      report_severity_name((enum severity)rules[i].severity),
                      phase_number(rules[i].from), rules[i].title[options->language]);
    }
    if (json)
        buffer_add_string(out, "]\n");
}

const char *report_tell(const struct report_options *options, enum report_subject subject,
                        const char *const *ids, struct buffer *out, const char **near) {
    if (subject == REPORT_RULES)
        return report_explain_all(options, ids, out, near);
    if (subject == REPORT_ALL_RULES)
        report_list_rules(options, out);
    else
        report_list_fields(options, out);
    return NULL;
}
