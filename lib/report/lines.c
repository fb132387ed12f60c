// SPDX-License-Identifier: EUPL-1.2
// From lines to findings to words, line by line.
#include "lib/report/lines.h"

#include <errno.h>
#include <stdlib.h>

#include "lib/base/output.h"
#include "lib/kader/kader_store.h"
#include "lib/rules/taal.h"

const char *const lines_kinds[] = {"doel", "actie", "afspraak", "kracht", "zorg", "tekst", NULL};

struct lines {
    const struct run_options *options;
    struct run_outcome *outcome;
    const struct plan_kader *kader;
    FILE *out;
    struct arena arena;
    struct buffer line;
    struct buffer words;
    enum zinsoort soort;
    bool talking;
    bool first; // json: nothing was written yet
    unsigned long count;
};

// Reads a line without its end. Returns 1; 0 at the end of the input; -1 when it cannot be read.
static int read_line(struct lines *lines, FILE *in) {
    int c;
    buffer_clear(&lines->line);
    while ((c = getc(in)) != EOF && c != '\n')
        if (lines->line.length < LINES_LONGEST)
            buffer_add_char(&lines->line, (char)c);
    if (ferror(in))
        return -1;
    return c == EOF && lines->line.length == 0 ? 0 : 1;
}

static void write_words(struct lines *lines) {
    if (lines->options->output == RUN_FINDINGS && lines->words.length > 0)
        fwrite(lines->words.bytes, 1, lines->words.length, lines->out);
    if (lines->talking)
        fflush(lines->out);
}

static void put_into_words(struct lines *lines, const struct check_result *result) {
    const struct report_options *report = &lines->options->report;
    const char *name = lines->options->stdin_name;
    buffer_clear(&lines->words);
    if (report->format == REPORT_TEXT || report->format == REPORT_GCC) {
        report_file_text(report, name, result, &lines->words);
        if (lines->talking && result->findings.count == 0 && report->format == REPORT_TEXT &&
            result->tree.source.length > 0) {
            buffer_add_string(&lines->words, _("nothing to report"));
            buffer_add_char(&lines->words, '\n');
        }
    } else {
        report_findings_json(report, name, result, &lines->words);
        // In json a comma parts one line's findings from those before.
        if (report->format == REPORT_JSON && lines->words.length > 0) {
            if (!lines->first && lines->options->output == RUN_FINDINGS)
                fputs(",\n", lines->out);
            lines->first = false;
        }
    }
    write_words(lines);
}

static int judge_line(struct lines *lines) {
    struct check_result result = {.line = (uint32_t)++lines->count};
    struct text line = buffer_text(&lines->line);
    if (line.length > 0 && line.bytes[line.length - 1] == '\r')
        line.length--;
    result.tree.source = line;
    result.findings.arena = &lines->arena;
    zin_judge(line, lines->soort, &lines->options->check, lines->kader, &result.findings);
    struct report_counts counts = {.worst = -1};
    report_count(&lines->options->report, &result, &counts);
    for (int i = 0; i < 3; i++)
        lines->outcome->counts.shown[i] += counts.shown[i];
    if (counts.worst > lines->outcome->counts.worst)
        lines->outcome->counts.worst = counts.worst;
    put_into_words(lines, &result);
    bool failed = result.findings.out_of_memory || lines->words.failed || lines->line.failed;
    arena_reset(&lines->arena);
    return failed ? -1 : 0;
}

static void write_end(struct lines *lines) {
    const struct report_options *report = &lines->options->report;
    buffer_clear(&lines->words);
    if (report->format == REPORT_TEXT && !lines->talking)
        report_lines_summary(report, lines->count, &lines->outcome->counts, &lines->words);
    if (report->format == REPORT_JSON && lines->options->output == RUN_FINDINGS)
        fputs("],\n\"files\":[", lines->out);
    if (report->format == REPORT_JSON || report->format == REPORT_JSONL)
        report_lines_json(report, lines->options->stdin_name, lines_kinds[lines->soort],
                          lines->count, &lines->outcome->counts, &lines->words);
    if (report->format == REPORT_JSON)
        buffer_add_string(&lines->words, "]}\n");
    write_words(lines);
}

static int read_all(struct lines *lines, FILE *in, struct trouble *trouble) {
    int read;
    if (lines->options->report.format == REPORT_JSON && lines->options->output == RUN_FINDINGS)
        fputs("{\"findings\":[", lines->out);
    while ((read = read_line(lines, in)) > 0) {
        if (judge_line(lines) != 0)
            return trouble_tell(trouble, ENOMEM, N_("cannot be checked"),
                                lines->options->stdin_name);
        if (ferror(lines->out))
            return 0; // told below
    }
    if (read < 0)
        return trouble_tell(trouble, errno, N_("cannot be read"), lines->options->stdin_name);
    write_end(lines);
    return 0;
}

// The framework of the working folder, if any.
static int choose(struct kader_reader *reader, const struct run_options *options,
                  struct kader_choice *choice, struct trouble *trouble) {
    char *folder = realpath(".", NULL);
    int result = 0;
    *choice = (struct kader_choice){0};
    if (folder && kader_choose(reader, folder, TEXT(""), choice) != 0)
        result = trouble_tell(trouble, ENOMEM, N_("cannot begin"), NULL);
    free(folder);
    if (result == 0 && choice->note.id)
        trouble_print(options->command, &choice->note.words);
    return result;
}

int lines_check(const struct run_options *options, enum zinsoort soort, bool talking, FILE *in,
                FILE *out, struct run_outcome *outcome, struct trouble *trouble) {
    struct lines lines = {.options = options,
                          .outcome = outcome,
                          .out = out,
                          .soort = soort,
                          .talking = talking,
                          .first = true};
    struct kader_reader reader;
    struct kader_choice choice;
    struct kader_store *store = kader_store_open(options->check.today);
    *outcome = (struct run_outcome){.counts.worst = -1};
    if (!store)
        return trouble_tell(trouble, ENOMEM, N_("cannot begin"), NULL);
    arena_init(&lines.arena, 0);
    kader_reader_begin(&reader, store);
    int result = choose(&reader, options, &choice, trouble);
    lines.kader = choice.kader;
    outcome->trouble = choice.note.id && choice.note.serious;
    if (result == 0)
        result = read_all(&lines, in, trouble);
    if (result == 0)
        result = output_finish(out, trouble);
    kader_reader_end(&reader);
    kader_store_close(store);
    arena_free(&lines.arena);
    buffer_free(&lines.line);
    buffer_free(&lines.words);
    return result;
}
