// SPDX-License-Identifier: EUPL-1.2
// g1p-check: holds plans against the criteria of the method.
#include <err.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/interrupt.h"
#include "lib/base/option_value.h"
#include "lib/base/options.h"
#include "lib/base/output.h"
#include "lib/base/pool.h"
#include "lib/base/replace.h"
#include "lib/base/terminal.h"
#include "lib/change/fix_run.h"
#include "lib/report/lines.h"
#include "lib/report/run.h"
#include "lib/report/selection.h"

enum { STATUS_FINE = 0, STATUS_FINDINGS = 1, STATUS_TROUBLE = 2 };

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
    OPTION_NO_CACHE,
    OPTION_CACHE_DIR
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
    {OPTION_NO_CACHE, "no-cache", NULL, N_("accepted; there is no cache yet")},
    {OPTION_CACHE_DIR, "cache-dir", N_("DIR"), N_("accepted; there is no cache yet")},
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

enum task { TASK_CHECK, TASK_LINES, TASK_EXPLAIN, TASK_LIST_RULES, TASK_LIST_FIELDS };

// What the options asked for.
struct request {
    enum task task;
    struct run_options run;
    struct selection selection;
    const char **operands;
    size_t operand_count;
    const char *today;
    bool fix;
    bool dry_run;
    int fail_on;
    enum zinsoort sentence; // of --line
    enum when excerpts;
    enum when colour;
};

static const char *const whens[] = {"auto", "always", "never", NULL};
static const char *const levels[] = {"info", "warning", "error", NULL};
static const char *const formats[] = {"text", "gcc", "json", "jsonl", NULL};

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

// The options about what is shown. Returns whether it was one of them.
static bool take_output_option(struct request *request, int letter, const char *value) {
    struct run_options *run = &request->run;
    switch (letter) {
    case 'f':
        run->report.format = (enum report_format)one_of("format", value, formats);
        return true;
    case 'q':
    case 'l':
        if (run->output != RUN_NOTHING)
            run->output = letter == 'q' ? RUN_NOTHING : RUN_NAMES;
        return true;
    case OPTION_SHOW_EXCUSED:
        run->report.show_excused = true;
        return true;
    case OPTION_SEVERITY:
        run->report.lowest = (enum severity)one_of("severity", value, levels);
        return true;
    case OPTION_FAIL_ON:
        request->fail_on = one_of("fail-on", value, levels);
        return true;
    case OPTION_EXCERPTS:
        request->excerpts = (enum when)one_of("excerpts", value, whens);
        return true;
    case OPTION_COLOR:
        request->colour = (enum when)one_of("color", value, whens);
        return true;
    case OPTION_EXPLAIN:
        request->task = TASK_EXPLAIN;
        request->operands[request->operand_count++] = value;
        return true;
    case OPTION_LINE:
        request->task = TASK_LINES;
        request->sentence = (enum zinsoort)one_of("line", value, lines_kinds);
        return true;
    case OPTION_LIST_RULES:
    case OPTION_LIST_FIELDS:
        request->task = letter == OPTION_LIST_RULES ? TASK_LIST_RULES : TASK_LIST_FIELDS;
        return true;
    default:
        return false;
    }
}

static void take_option(struct request *request, int letter, const char *value) {
    struct run_options *run = &request->run;
    if (take_output_option(request, letter, value))
        return;
    switch (letter) {
    case OPTION_SELECT:
    case OPTION_IGNORE:
        select_rules(request, value, letter == OPTION_IGNORE);
        break;
    case OPTION_ALL_PHASES:
        run->check.all_phases = true;
        break;
    case OPTION_BASELINE:
        run->baseline = value;
        break;
    case OPTION_WRITE_BASELINE:
        run->write_baseline = value;
        break;
    case OPTION_FILES_FROM:
        run->list = value;
        break;
    case '0':
        run->list_by_nul = true;
        run->names_by_nul = true;
        break;
    case OPTION_STDIN_FILENAME:
        run->stdin_name = value;
        break;
    case 'j':
        run->jobs = jobs(value);
        break;
    case OPTION_FIX:
        request->fix = true;
        break;
    case 'n':
        request->dry_run = true;
        break;
    case OPTION_TODAY:
        request->today = value;
        break;
    case OPTIONS_OPERAND:
        request->operands[request->operand_count++] = value;
        break;
    default:
        break; // --no-cache, --cache-dir
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
    const struct report_options *report = &request->run.report;
    const char *near;
    const char *wrong = NULL;
    if (request->task == TASK_LIST_RULES)
        report_list_rules(report, &out);
    else if (request->task == TASK_LIST_FIELDS)
        report_list_fields(report, &out);
    else
        wrong = report_explain_all(report, request->operands, &out, &near);
    if (wrong)
        unknown_rule(wrong, near);
    if (out.failed)
        errx(STATUS_TROUBLE, "%s", words_error(ENOMEM));
    struct trouble trouble;
    int outcome = output_text(stdout, buffer_text(&out), &trouble);
    buffer_free(&out);
    if (outcome != 0)
        trouble_print(page.command, &trouble);
    return outcome == 0 ? STATUS_FINE : STATUS_TROUBLE;
}

// Status by what was found, or by trouble on the way.
static int status_of(const struct request *request, const struct run_outcome *outcome) {
    if (outcome->trouble)
        return STATUS_TROUBLE;
    return outcome->counts.worst >= request->fail_on ? STATUS_FINDINGS : STATUS_FINE;
}

// What both kinds of judging need: today, the rules, and how much is to be put into words.
static int settle(struct request *request) {
    struct trouble trouble;
    if (clock_today(request->today, &request->run.check.today, &trouble) != 0) {
        trouble_print(page.command, &trouble);
        return STATUS_TROUBLE;
    }
    selection_apply(&request->selection, request->run.check.selected);
    request->run.operands = request->operands;
    request->run.report.only_counts = request->run.output != RUN_FINDINGS;
    return STATUS_FINE;
}

static int check_lines(struct request *request) {
    struct run_outcome outcome;
    struct trouble trouble;
    if (request->operand_count > 0 || request->run.list || request->run.baseline ||
        request->run.write_baseline || request->run.output == RUN_NAMES)
        errx(STATUS_TROUBLE, "%s",
             _("--line reads sentences from standard input; no paths, lists or baselines go with "
               "it"));
    if (request->fix)
        errx(STATUS_TROUBLE, "%s", _("--fix mends files; a sentence is its writer's own"));
    if (settle(request) != STATUS_FINE)
        return STATUS_TROUBLE;
    bool talking = terminal_output() && isatty(STDIN_FILENO) == 1;
    if (lines_check(&request->run, request->sentence, talking, stdin, stdout, &outcome, &trouble) !=
        0) {
        trouble_print(page.command, &trouble);
        return STATUS_TROUBLE;
    }
    return status_of(request, &outcome);
}

// Checks; `left` is the highest severity that is known to be left already. Returns the status.
static int check(struct request *request, int left) {
    struct run_outcome outcome;
    struct trouble trouble;
    if (run_check(&request->run, stdout, &outcome, &trouble) != 0) {
        trouble_print(page.command, &trouble);
        return STATUS_TROUBLE;
    }
    if (outcome.trouble)
        return STATUS_TROUBLE;
    // What is noted is accepted; with a baseline too, only what was known already is.
    if (request->run.write_baseline && !request->run.baseline)
        return STATUS_FINE;
    int worst = outcome.counts.worst > left ? outcome.counts.worst : left;
    return worst >= request->fail_on ? STATUS_FINDINGS : STATUS_FINE;
}

// Mends, and checks what is left. Returns the status.
static int fix(struct request *request) {
    struct run_options *run = &request->run;
    struct fix_run_options options = {page.command,
                                      run->operands,
                                      run->list,
                                      run->list_by_nul,
                                      run->stdin_name,
                                      request->dry_run,
                                      run->output == RUN_NOTHING,
                                      run->check};
    struct fix_run_outcome fixed;
    struct trouble trouble;
    interrupt_clean(replace_abandon);
    int status = STATUS_FINE;
    if (fix_run(&options, stdout, &fixed, &trouble) != 0) {
        trouble_print(page.command, &trouble);
        fixed.trouble = true;
    } else if (!request->dry_run && (fixed.path_count > 0 || !fixed.standard_input)) {
        static const char *const none[] = {NULL};
        run->operands = fixed.paths ? fixed.paths : none;
        run->list = NULL;
        status = check(request, fixed.worst);
    } else if (fixed.worst >= request->fail_on || (request->dry_run && fixed.files > 0)) {
        status = STATUS_FINDINGS;
    }
    status = fixed.trouble ? STATUS_TROUBLE : status;
    fix_run_end(&fixed);
    return status;
}

// What was asked for, but for lists and explanations. Returns the status.
static int work(struct request *request) {
    if (request->operand_count == 0 && !request->run.list)
        errx(STATUS_TROUBLE, "%s",
             _("which plans? Name files or folders, or - for standard "
               "input; --help tells more"));
    if (request->dry_run && !request->fix)
        errx(STATUS_TROUBLE, "%s", _("--dry-run goes with --fix: a check writes nothing"));
    if (settle(request) != STATUS_FINE)
        return STATUS_TROUBLE;
    return request->fix ? fix(request) : check(request, -1);
}

static int perform(struct request *request) {
    switch (request->task) {
    case TASK_CHECK:
        return work(request);
    case TASK_LINES:
        return check_lines(request);
    default:
        return tell(request);
    }
}

int main(int argc, char **argv) {
    static struct request request;
    words_begin();
    request.operands = calloc((size_t)argc + 1, sizeof *request.operands);
    if (!request.operands)
        errx(STATUS_TROUBLE, "%s", words_error(ENOMEM));
    request.run.command = "g1p-check";
    request.run.stdin_name = "-";
    request.run.jobs = pool_processors();
    request.fail_on = SEVERITY_FOUT;
    read_options(&request, argc, argv);
    report_settle(&request.run.report, request.colour, request.excerpts);
    request.run.progress = terminal_talk();
    int status = perform(&request);
    free(request.operands);
    return status;
}
