// SPDX-License-Identifier: EUPL-1.2
// Findings put into words and formats.
#ifndef G1P_REPORT_REPORT_H
#define G1P_REPORT_REPORT_H

#include <stdbool.h>

#include "lib/base/buffer.h"
#include "lib/base/terminal.h"
#include "lib/base/words.h"
#include "lib/rules/check.h"

enum report_format { REPORT_TEXT, REPORT_GCC, REPORT_JSON, REPORT_JSONL };
extern const char *const report_formats[]; // their names, NULL-ended

struct report_options {
    enum report_format format;
    enum language language;
    enum severity lowest; // findings below it are not shown
    bool excerpts;    // what the plan says in prose may be shown: the line itself, unknown words
    bool only_counts; // findings are counted and not put into words
    bool colour;
    bool show_excused; // also what an exception of the plan covers
};

// Fills in what depends on the terminal and on the reader's language, the format being known.
void report_settle(struct report_options *options, enum when colour, enum when excerpts);

// How many findings are shown, by enum severity, and the highest of all found (-1: none). What an
// exception covers counts among neither.
struct report_counts {
    unsigned long shown[3];
    unsigned long unlisted; // beyond FINDINGS_MOST
    int worst;
    unsigned long excused;
    unsigned long known;  // taken out by a baseline
    unsigned long others; // files that are no plans
};

// Where a finding lies; lines and columns from 1, columns in code points, the end the first beyond.
struct report_place {
    struct position start;
    struct position end;
};

// Works out places in the order of the findings; begin with report_places or report_places_in.
struct report_places {
    struct text source;
    struct position start;
    struct position end;
};
struct report_places report_places(struct text source);
struct report_places report_places_in(const struct check_result *result); // its line counts
struct report_place report_place(struct report_places *places, const struct finding *finding);

// Adds the message of a finding; what is secret is shown as … unless `excerpts`.
void report_message(struct buffer *buffer, const struct finding *finding, enum language language,
                    bool excerpts);

// Adds somebody's words on one line, at most `most` characters of them.
void report_words(struct buffer *buffer, struct text text, size_t most);

// What a severity is called, by enum severity: "info", "warning", "error", NULL-ended, in machine
// formats and on the command line; and in the reader's language.
extern const char *const report_severities[];
const char *report_severity_name(enum severity severity);

// Puts the findings of one file into `findings`, and in json and jsonl the object of the file
// itself into `file`; adds to `counts`, which hold what is known of it already. `name` is what the
// file is called.
void report_file(const struct report_options *options, const char *name,
                 const struct check_result *result, struct buffer *findings, struct buffer *file,
                 struct report_counts *counts);

// The two ways of report_file.
void report_file_text(const struct report_options *options, const char *name,
                      const struct check_result *result, struct buffer *out);
void report_file_json(const struct report_options *options, const char *name,
                      const struct check_result *result, const struct report_counts *counts,
                      struct buffer *findings, struct buffer *file);

// Adds the findings of a file as objects; the object of standard input itself, when that held
// sentences of a kind.
void report_findings_json(const struct report_options *options, const char *name,
                          const struct check_result *result, struct buffer *findings);
void report_lines_json(const struct report_options *options, const char *name, const char *kind,
                       unsigned long lines, const struct report_counts *counts, struct buffer *out);

// Adds the findings of one file to its counts.
void report_count(const struct report_options *options, const struct check_result *result,
                  struct report_counts *counts);

// The last lines of the text format: how many files, how many findings.
void report_summary(const struct report_options *options, unsigned long files,
                    const struct report_counts *counts, struct buffer *out);

// The same for sentences, one a line.
void report_lines_summary(const struct report_options *options, unsigned long lines,
                          const struct report_counts *counts, struct buffer *out);

// Explains one rule: title, why, source, examples. As text, or as a JSON object.
void report_explain(const struct report_options *options, int rule, struct buffer *out);

// What can be told without a plan: why the rules with some ids ask what they ask; all rules, with
// severity, first phase and title; all fields of every kind of file.
enum report_subject { REPORT_RULES, REPORT_ALL_RULES, REPORT_ALL_FIELDS };

// Tells it as text, as one JSON array, or in jsonl an object a line. `ids` is NULL-ended, and for
// REPORT_RULES only. Returns NULL, or the first that is no rule and the id nearest to it, or NULL,
// in `*near`.
const char *report_tell(const struct report_options *options, enum report_subject subject,
                        const char *const *ids, struct buffer *out, const char **near);

// The three of it.
const char *report_explain_all(const struct report_options *options, const char *const *ids,
                               struct buffer *out, const char **near);
void report_list_rules(const struct report_options *options, struct buffer *out);
void report_list_fields(const struct report_options *options, struct buffer *out);

#endif
