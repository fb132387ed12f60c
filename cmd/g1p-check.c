// SPDX-License-Identifier: EUPL-1.2
// g1p-check: holds plans against the criteria of the method.
#include <string.h>
#include <unistd.h>

#include "cmd/ending.h"
#include "lib/base/clock.h"
#include "lib/base/interrupt.h"
#include "lib/base/option_value.h"
#include "lib/base/options.h"
#include "lib/base/pool.h"
#include "lib/base/replace.h"
#include "lib/base/terminal.h"
#include "lib/change/checking.h"
#include "lib/report/selection.h"

enum { STATUS_FINDINGS = 1 };

enum {
    OPTION_SELECT = OPTIONS_LONG_ONLY + 1,
    OPTION_IGNORE,
    OPTION_SEVERITY,
    OPTION_FAIL_ON,
    OPTION_ALL_PHASES,
    OPTION_EXPLAIN,
    OPTION_LIST_RULES,
    OPTION_LIST_FIELDS,
    OPTION_LINE,
    OPTION_FILES_FROM,
    OPTION_STDIN_FILENAME,
    OPTION_EXCERPTS,
    OPTION_TODAY,
    OPTION_COLOR,
    OPTION_SHOW_EXCUSED,
    OPTION_BASELINE,
    OPTION_WRITE_BASELINE,
    OPTION_FIX,
    OPTION_CACHE
};

static const struct option_row rows[] = {
    {'f', "format", N_("FORMAT"), N_("text (default), gcc, json or jsonl")},
    {OPTION_SELECT, "select", N_("RULES"), N_("only these: ids or families, like OP,FMT-07")},
    {OPTION_IGNORE, "ignore", N_("RULES"), N_("not these")},
    {OPTION_SEVERITY, "severity", N_("LEVEL"), N_("show from: info (default), warning, error")},
    {OPTION_FAIL_ON, "fail-on", N_("LEVEL"), N_("status 1 from: error (default), warning, info")},
    {OPTION_ALL_PHASES, "all-phases", NULL, N_("also ask what belongs to a later phase")},
    {OPTION_SHOW_EXCUSED, "show-excused", NULL, N_("also what an exception in the plan covers")},
    {OPTION_BASELINE, "baseline", N_("FILE"), N_("only what is new since FILE was written")},
    {OPTION_WRITE_BASELINE, "write-baseline", N_("FILE"), N_("note in FILE what is found now")},
    {OPTION_LINE, "line", N_("KIND"),
     N_("judge sentences on standard input, one a line: doel, actie, ...")},
    {OPTION_FIX, "fix", NULL, N_("mend what is safe: mistyped fields and words, dates, …")},
    {'n', "dry-run", NULL, N_("with --fix: write nothing, show the difference")},
    {'q', "quiet", NULL, N_("print nothing, only end with a status")},
    {'l', "files-with-findings", NULL, N_("print only the names of files with findings")},
    {OPTION_FILES_FROM, "files-from", N_("FILE"), N_("read more paths from FILE, one a line")},
    {'0', NULL, NULL, N_("paths from FILE, and names of -l, end with NUL")},
    {OPTION_STDIN_FILENAME, "stdin-filename", N_("NAME"), N_("what to call standard input")},
    {'j', "jobs", N_("N"), N_("how many files at once (default: as many as processors)")},
    {OPTION_TODAY, "today", N_("DATE"), N_("take this for today, like 2026-03-12")},
    {OPTION_EXCERPTS, "excerpts", N_("WHEN"), N_("show the plan's words: auto, always, never")},
    {OPTION_COLOR, "color", N_("WHEN"), N_("auto, always, never")},
    {OPTION_EXPLAIN, "explain", N_("ID"), N_("explain a rule (more ids may follow)")},
    {OPTION_LIST_RULES, "list-rules", NULL, N_("list all rules")},
    {OPTION_LIST_FIELDS, "list-fields", NULL, N_("list all fields of a plan")},
    {OPTION_CACHE, "no-cache", NULL, N_("accepted; there is no cache yet")},
    {OPTION_CACHE, "cache-dir", N_("DIR"), N_("accepted; there is no cache yet")},
    OPTIONS_HELP_AND_VERSION};

static const char *const usages[] = {N_("[OPTION]... PATH..."), N_("--explain ID..."),
                                     N_("--list-rules | --list-fields"), N_("--line KIND"), NULL};

static const char *const examples[] = {
    N_("g1p-check plan.yaml                     one plan"),
    N_("g1p-check plannen/                      all plans in a folder and below"),
    N_("g1p-check --explain OP-17               why a rule asks what it asks"),
    N_("g1p-check -f jsonl plannen/ | jq .rule  for scripts"),
    N_("g1p-check --line doel                   judge goals as you type them"),
    N_("g1p-check --fix --dry-run plan.yaml     what would be mended"),
    N_("git diff --name-only -z | g1p-check -0 --files-from -"),
    NULL};

static const struct options_page page = {
    "g1p-check",
    usages,
    N_("Holds plans against the quality criteria of the method, and says where something is "
       "missing or cannot be, and what to write."),
    rows,
    examples,
    N_("Status: 0 nothing found, 1 findings (see --fail-on), 2 trouble.")};

// What the options asked for.
struct request {
    struct checking checking;
    bool tells; // about `subject`, instead of checking
    enum report_subject subject;
    struct selection selection;
    const char **operands;
    size_t operand_count;
    const char *today;
    int fail_on;
    enum when excerpts;
    enum when colour;
};

// Which of the words the argument of an option is; ends the command when none.
static int one_of(const char *option, const char *value, const char *const *words) {
    char message[OPTION_MESSAGE];
    int word = option_word(option, value, words, message);
    if (word < 0)
        errx(STATUS_TROUBLE, "%s", message);
    return word;
}

static unsigned jobs(const char *value) {
    char message[OPTION_MESSAGE];
    unsigned number = option_number("jobs", value, POOL_MOST_JOBS, message);
    if (!number)
        errx(STATUS_TROUBLE, "%s", message);
    return number;
}

static _Noreturn void unknown_rule(const char *word, const char *near) {
    if (near)
        errx(STATUS_TROUBLE, _("there is no rule “%s”; is %s meant?"), word, near);
    errx(STATUS_TROUBLE, _("there is no rule “%s”; --list-rules shows all"), word);
}

static void select_rules(struct request *request, const char *list, bool ignore) {
    char wrong[80];
    const char *near;
    if (selection_add(&request->selection, list, ignore, wrong, sizeof wrong, &near) != 0)
        unknown_rule(wrong, near);
}

static void ask_about(struct request *request, enum report_subject subject) {
    request->checking.lines = false;
    request->tells = true;
    request->subject = subject;
}

// The options about what is shown. Returns whether it was one of them.
static bool take_output_option(struct request *request, int letter, const char *value) {
    struct run_options *run = &request->checking.run;
    if (letter == 'f')
        run->report.format = (enum report_format)one_of("format", value, report_formats);
    else if (letter == 'q')
        run->output = RUN_NOTHING;
    else if (letter == 'l')
        run->output = run->output == RUN_NOTHING ? RUN_NOTHING : RUN_NAMES;
    else if (letter == OPTION_SHOW_EXCUSED)
        run->report.show_excused = true;
    else if (letter == OPTION_SEVERITY)
        run->report.lowest = (enum severity)one_of("severity", value, report_severities);
    else if (letter == OPTION_FAIL_ON)
        request->fail_on = one_of("fail-on", value, report_severities);
    else if (letter == OPTION_EXCERPTS)
        request->excerpts = (enum when)one_of("excerpts", value, terminal_whens);
    else if (letter == OPTION_COLOR)
        request->colour = (enum when)one_of("color", value, terminal_whens);
    else if (letter == OPTION_LIST_RULES)
        ask_about(request, REPORT_ALL_RULES);
    else if (letter == OPTION_LIST_FIELDS)
        ask_about(request, REPORT_ALL_FIELDS);
    else
        return false;
    return true;
}

static void take_option(struct request *request, int letter, const char *value) {
    struct checking *checking = &request->checking;
    struct run_options *run = &checking->run;
    if (take_output_option(request, letter, value) || letter == OPTION_CACHE)
        return;
    if (letter == OPTION_SELECT || letter == OPTION_IGNORE) {
        select_rules(request, value, letter == OPTION_IGNORE);
    } else if (letter == OPTION_ALL_PHASES) {
        run->check.all_phases = true;
    } else if (letter == OPTION_BASELINE) {
        run->baseline = value;
    } else if (letter == OPTION_WRITE_BASELINE) {
        run->write_baseline = value;
    } else if (letter == OPTION_FILES_FROM) {
        run->list = value;
    } else if (letter == '0') {
        run->list_by_nul = run->names_by_nul = true;
    } else if (letter == OPTION_STDIN_FILENAME) {
        run->stdin_name = value;
    } else if (letter == 'j') {
        run->jobs = jobs(value);
    } else if (letter == OPTION_LINE) {
        request->tells = false;
        checking->lines = true;
        checking->sentence = (enum zinsoort)one_of("line", value, lines_kinds);
    } else if (letter == OPTION_FIX) {
        checking->fix = true;
    } else if (letter == 'n') {
        checking->dry_run = true;
    } else if (letter == OPTION_TODAY) {
        request->today = value;
    } else {
        if (letter == OPTION_EXPLAIN)
            ask_about(request, REPORT_RULES);
        request->operands[request->operand_count++] = value;
    }
}

static void read_options(struct request *request, int argc, char **argv) {
    struct options options;
    int letter;
    options_begin(&options, rows, argc, argv);
    while ((letter = options_next(&options)) != OPTIONS_END) {
        if (letter == OPTIONS_WRONG)
            errx(STATUS_TROUBLE, "%s", options.message);
        if (letter == 'h' || letter == 'V')
            exit(options_answer(&page, letter, stdout) == 0 ? STATUS_FINE : STATUS_TROUBLE);
        take_option(request, letter, options.value);
    }
}

// Explains or lists. Returns the status.
static int tell(const struct request *request) {
    struct buffer out = {0};
    const char *near;
    const char *wrong = report_tell(&request->checking.run.report, request->subject,
                                    request->operands, &out, &near);
    if (wrong)
        unknown_rule(wrong, near);
    print(page.command, &out);
    return STATUS_FINE;
}

// Checks what was asked, and mends it first. Returns the status.
static int check(struct request *request) {
    struct checking *checking = &request->checking;
    struct run_options *run = &checking->run;
    struct checking_outcome outcome;
    struct trouble trouble;
    const char *refused = checking_refuses(checking);
    if (refused)
        errx(STATUS_TROUBLE, "%s", _(refused));
    if (clock_today(request->today, &run->check.today, &trouble) != 0)
        end_with(page.command, &trouble);
    selection_apply(&request->selection, run->check.selected);
    run->report.only_counts = run->output != RUN_FINDINGS;
    run->progress = terminal_talk();
    checking->talking = terminal_output() && isatty(STDIN_FILENO) == 1;
    interrupt_clean(replace_abandon);
    if (checking_run(checking, stdin, stdout, &outcome, &trouble) != 0)
        end_with(page.command, &trouble);
    if (outcome.trouble)
        return STATUS_TROUBLE;
    return outcome.unmended || outcome.worst >= request->fail_on ? STATUS_FINDINGS : STATUS_FINE;
}

int main(int argc, char **argv) {
    static struct request request;
    struct run_options *run = &request.checking.run;
    words_begin();
    run->operands = request.operands = calloc((size_t)argc + 1, sizeof *request.operands);
    if (!request.operands)
        out_of_memory();
    run->command = page.command;
    run->stdin_name = "-";
    run->jobs = pool_processors();
    request.fail_on = SEVERITY_FOUT;
    read_options(&request, argc, argv);
    report_settle(&run->report, request.colour, request.excerpts);
    int status = request.tells ? tell(&request) : check(&request);
    free(request.operands);
    return status;
}
