// SPDX-License-Identifier: EUPL-1.2
// g1p-export: makes a document of a plan: PDF, HTML, or JSON for programs.
#include <err.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/options.h"
#include "lib/base/words.h"
#include "lib/render/export.h"

enum { STATUS_FINE = 0, STATUS_TROUBLE = 2 };

enum { OPTION_PART = OPTIONS_LONG_ONLY + 1, OPTION_TODAY };

static const struct option_row rows[] = {
    {'o', "output", N_("OUT"), N_("the file to make, a folder, or - for standard output")},
    {'t', "type", N_("TYPE"), N_("pdf (default), html or json; without it OUT's suffix decides")},
    {OPTION_PART, "part", N_("PART"), N_("what to make: plan (default), the only one yet")},
    {OPTION_TODAY, "today", N_("DATE"), N_("take this for today, like 2026-03-12")},
    OPTIONS_HELP_AND_VERSION};

static const char *const usages[] = {N_("[-o OUT] [-t TYPE] FILE..."), NULL};

static const char *const examples[] = {
    N_("g1p-export plan.yaml                  makes plan.pdf in this folder"),
    N_("g1p-export -o plan.html plan.yaml     one file for a browser"),
    N_("g1p-export -o uit/ plannen/*.yaml     a PDF of each plan in uit/"),
    N_("g1p-export -t json -o - plan.yaml | jq .berekend.vervalt"), NULL};

static const struct options_page page = {
    "g1p-export",
    usages,
    N_("Makes a document of a plan with its safety plan, written to the household: a PDF (with "
       "pandoc and weasyprint), HTML, or JSON for programs. What it makes is for your eyes only "
       "(mode 0600) and takes the place of an older one."),
    rows,
    examples,
    N_("Status: 0 all were made, 2 trouble.")};

// What the options asked for.
struct request {
    struct export_options export;
    const char *today;
    const char **operands;
    int operand_count;
};

static volatile sig_atomic_t stop_signal;

static void on_signal(int number) {
    stop_signal = number;
}

// From here on an interruption lets the work that is under way clean up behind itself.
static void catch_signals(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction action;
        if (sigaction(signals[i], NULL, &action) != 0 || action.sa_handler == SIG_IGN)
            continue; // as under nohup
        memset(&action, 0, sizeof action);
        action.sa_handler = on_signal;
        sigemptyset(&action.sa_mask);
        sigaction(signals[i], &action, NULL);
    }
}

// Ends as if the signal had ended it.
static void end_by_signal(void) {
    signal(stop_signal, SIG_DFL);
    raise(stop_signal);
}

// Which of `count` words an option's argument is; ends the command when none.
static int one_of(const char *option, const char *value, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(value, words[i]) == 0)
            return (int)i;
    const char *near = options_nearest(value, words, count);
    if (near)
        errx(STATUS_TROUBLE, _("--%s: “%s” is none of its words; is “%s” meant?"), option, value,
             near);
    errx(STATUS_TROUBLE, _("--%s: “%s” is none of its words; see --help"), option, value);
}

static enum export_type type(const char *value) {
    static const char *const later[] = {"docx", "odt", "md", "ics"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (strcmp(value, later[i]) == 0)
            errx(STATUS_TROUBLE, _("%s cannot be made yet; pdf, html and json can"), value);
    return (enum export_type)one_of("type", value, export_types, EXPORT_TYPE_COUNT);
}

static void check_part(const char *value) {
    static const char *const parts[] = {"plan",        "veiligheidsplan", "actielijst",
                                        "uitnodiging", "agenda",          "meldcode",
                                        "adviesvraag", "klantpanel",      "netwerk"};
    if (one_of("part", value, parts, sizeof parts / sizeof *parts) != 0)
        errx(STATUS_TROUBLE, _("--part %s cannot be made yet; plan can, and it holds everything"),
             value);
}

static void read_options(struct request *request, int argc, char **argv) {
    struct options options;
    int letter;
    options_begin(&options, rows, argc, argv);
    while ((letter = options_next(&options)) != OPTIONS_END) {
        switch (letter) {
        case OPTIONS_WRONG:
            errx(STATUS_TROUBLE, "%s", options.message);
        case 'h':
        case 'V':
            exit(options_answer(&page, letter, stdout) == 0 ? STATUS_FINE : STATUS_TROUBLE);
        case 'o':
            request->export.output = options.value;
            break;
        case 't':
            request->export.type = type(options.value);
            break;
        case OPTION_PART:
            check_part(options.value);
            break;
        case OPTION_TODAY:
            request->today = options.value;
            break;
        default:
            request->operands[request->operand_count++] = options.value;
        }
    }
}

// What cannot be, said before any work is done.
static void check_request(const struct request *request) {
    if (request->operand_count == 0)
        errx(STATUS_TROUBLE, "%s",
             _("which plan? Name its file, or - for standard input; --help "
               "tells more"));
    if (request->export.output && strcmp(request->export.output, "-") == 0) {
        if (request->operand_count > 1)
            errx(STATUS_TROUBLE, "%s",
                 _("only one plan can go to standard output; for more use -o FOLDER/"));
        if (request->export.type != EXPORT_HTML && request->export.type != EXPORT_JSON &&
            isatty(STDOUT_FILENO))
            errx(STATUS_TROUBLE, "%s",
                 _("a PDF does not fit on a terminal; use -o plan.pdf, or send it on with |"));
    }
}

static int make_all(struct request *request) {
    struct trouble trouble;
    struct export *export = export_open(&request->export, (size_t)request->operand_count, &trouble);
    if (!export) {
        trouble_print("g1p-export", &trouble);
        return STATUS_TROUBLE;
    }
    int status = STATUS_FINE;
    for (int i = 0; i < request->operand_count && !stop_signal; i++) {
        if (export_plan(export, request->operands[i], &trouble) == 0)
            continue;
        status = STATUS_TROUBLE;
        if (!stop_signal)
            trouble_print("g1p-export", &trouble);
    }
    export_close(export);
    return status;
}

int main(int argc, char **argv) {
    struct request request = {.export = {.type = EXPORT_BY_SUFFIX, .stop = &stop_signal}};
    struct trouble trouble;
    words_begin();
    request.operands = calloc((size_t)argc + 1, sizeof *request.operands);
    if (!request.operands)
        errx(STATUS_TROUBLE, "%s", words_error(ENOMEM));
    read_options(&request, argc, argv);
    check_request(&request);
    request.export.path = getenv("PATH");
    request.export.folder_for_work = getenv("TMPDIR");
    if (clock_today(request.today, &request.export.today, &trouble) != 0) {
        trouble_print("g1p-export", &trouble);
        return STATUS_TROUBLE;
    }
    catch_signals();
    int status = make_all(&request);
    free(request.operands);
    if (stop_signal)
        end_by_signal();
    return status;
}
