// SPDX-License-Identifier: EUPL-1.2
// g1p-export: makes a document of a plan: PDF, HTML, or JSON for programs.
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cmd/ending.h"
#include "lib/base/clock.h"
#include "lib/base/option_value.h"
#include "lib/base/options.h"
#include "lib/base/pool.h"
#include "lib/base/terminal.h"
#include "lib/change/verstrekking.h"
#include "lib/render/export.h"
#include "lib/render/part.h"
#include "lib/render/type.h"

enum { ROOM_FOR_LANGUAGES = 256 };

enum {
    OPTION_PART = OPTIONS_LONG_ONLY + 1,
    OPTION_FOR,
    OPTION_ANONYMOUS,
    OPTION_STRICT,
    OPTION_RECORD,
    OPTION_TODAY,
    OPTION_STYLE,
    OPTION_LOGO,
    OPTION_LANG
};

static const struct option_row rows[] = {
    {'o', "output", N_("OUT"), N_("the file to make, a folder, or - for standard output")},
    {'t', "type", N_("TYPE"),
     N_("pdf (default), html, docx, odt, md, json or ics; without it OUT's suffix decides")},
    {OPTION_PART, "part", N_("PART"),
     N_("what to make: plan (default, the whole), veiligheidsplan, actielijst, uitnodiging, "
        "agenda, "
        "meldcode, adviesvraag, klantpanel or netwerk")},
    {OPTION_FOR, "for", N_("ID"), N_("only what the household lets this person see today")},
    {OPTION_RECORD, "record", NULL, N_("with --for: write into the plan that they were given it")},
    {OPTION_ANONYMOUS, "anonymous", NULL,
     N_("without names, addresses, dates of birth and numbers")},
    {OPTION_STRICT, "strict", NULL, N_("with --anonymous: make nothing while a name may be left")},
    {'j', "jobs", N_("N"), N_("how many at once (default: as many as processors)")},
    {OPTION_STYLE, "style", N_("FILE"), N_("a style sheet (CSS) of your own, after ours")},
    {OPTION_LOGO, "logo", N_("FILE"), N_("your logo (SVG or PNG), on the first page")},
    {OPTION_LANG, "lang", N_("LANG"),
     N_("the language of the document: nl (default), or another that is installed")},
    {OPTION_TODAY, "today", N_("DATE"), N_("take this for today, like 2026-03-12")},
    OPTIONS_HELP_AND_VERSION};

static const char *const usages[] = {N_("[-o OUT] [-t TYPE] FILE..."), NULL};

static const char *const examples[] = {
    N_("g1p-export plan.yaml                  makes plan.pdf in this folder"),
    N_("g1p-export -o plan.html plan.yaml     one file for a browser"),
    N_("g1p-export -o uit/ plannen/*.yaml     a PDF of each plan in uit/"),
    N_("g1p-export --part uitnodiging plan.yaml  letters for the next meeting"),
    N_("g1p-export --for iris --record plan.yaml  what iris may see, and noted in the plan"),
    N_("g1p-export --anonymous -o advies.html plan.yaml  to ask advice without names"),
    N_("g1p-export --logo logo.svg plan.yaml  with your logo on the first page"),
    N_("g1p-export -t json -o - plan.yaml | jq .berekend.vervalt"),
    NULL};

static const struct options_page page = {
    "g1p-export",
    usages,
    N_("Makes a document of a plan with its safety plan, written to the household: a PDF (with "
       "pandoc and weasyprint), a web page, a file for a word processor, Markdown, a calendar of "
       "what is due, or JSON for programs. What it makes is for your eyes only (mode 0600) and "
       "takes the place of an older one."),
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

// Ends the command with what option_word or option_number said.
static _Noreturn void wrong(const char *message) {
    errx(STATUS_TROUBLE, "%s", message);
}

static const struct type *type(const char *value) {
    const char *names[TYPE_MOST + 1] = {NULL};
    char message[OPTION_MESSAGE];
    for (size_t i = 0; i < type_count; i++)
        names[i] = types[i].name;
    int which = option_word("type", value, names, message);
    if (which >= 0)
        return &types[which];
    wrong(message);
}

static const struct part *part(const char *value) {
    const char *names[PART_MOST + 1] = {NULL};
    char message[OPTION_MESSAGE];
    for (size_t i = 0; i < part_count; i++)
        names[i] = parts[i].name;
    int which = option_word("part", value, names, message);
    if (which >= 0)
        return &parts[which];
    wrong(message);
}

static void choose_language(const char *value) {
    char names[ROOM_FOR_LANGUAGES];
    if (words_document_begin(value) == 0)
        return;
    words_document_languages(names, sizeof names);
    errx(STATUS_TROUBLE, _("--lang: there are no documents in “%s”; there are in: %s"), value,
         names);
}

static unsigned jobs(const char *value) {
    char message[OPTION_MESSAGE];
    unsigned number = option_number("jobs", value, POOL_MOST_JOBS, message);
    if (number == 0)
        wrong(message);
    return number;
}

// What was handed to whom, written into the plan.
static int record(const struct export_options *options, const char *plan, const struct view *view,
                  struct trouble *trouble) {
    struct verstrekking verstrekking = {.aan = text_of(options->view.reader),
                                        .datum = options->today,
                                        .onderdelen = view->onderdelen,
                                        .vorm = view->vorm,
                                        .vingerafdruk = view->vingerafdruk};
    return verstrekking_leg_vast(plan, &verstrekking, trouble);
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
            request->export.part = part(options.value);
            break;
        case OPTION_FOR:
            request->export.view.reader = options.value;
            break;
        case OPTION_ANONYMOUS:
            request->export.view.anonymous = true;
            break;
        case OPTION_RECORD:
            request->export.made = record;
            break;
        case OPTION_STRICT:
            request->export.view.strict = true;
            break;
        case 'j':
            request->export.jobs = jobs(options.value);
            break;
        case OPTION_STYLE:
            request->export.style = options.value;
            break;
        case OPTION_LOGO:
            request->export.logo = options.value;
            break;
        case OPTION_LANG:
            choose_language(options.value);
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
    const struct view_options *view = &request->export.view;
    if (request->export.made && (!view->reader || view->anonymous))
        errx(STATUS_TROUBLE, "%s",
             _("--record goes with --for, and not with --anonymous: it writes down who was given "
               "it"));
    if (view->strict && !view->anonymous && !request->export.part->anonymous)
        errx(STATUS_TROUBLE, "%s", _("--strict goes with --anonymous"));
    for (int i = 0; request->export.made && i < request->operand_count; i++)
        if (strcmp(request->operands[i], "-") == 0)
            errx(STATUS_TROUBLE, "%s",
                 _("--record writes into the plan, and standard input cannot be written into"));
    if (!request->export.output || strcmp(request->export.output, "-") != 0)
        return;
    if (request->operand_count > 1)
        errx(STATUS_TROUBLE, "%s",
             _("only one plan can go to standard output; for more use -o FOLDER/"));
    const struct type *type = request->export.type ? request->export.type : &types[0];
    if (type->binary && isatty(STDOUT_FILENO))
        errx(STATUS_TROUBLE,
             _("%s does not fit on a terminal; use -o plan.%s, or send it on with |"), type->name,
             type->name);
}

static int make_all(struct request *request) {
    struct trouble trouble;
    request->export.operands = request->operands;
    if (export_run(&request->export, &trouble) == 0)
        return STATUS_FINE;
    if (trouble.what && !stop_signal)
        trouble_print(page.command, &trouble);
    return STATUS_TROUBLE;
}

int main(int argc, char **argv) {
    struct request request = {
        .export = {.command = "g1p-export", .part = &parts[0], .stop = &stop_signal}};
    struct trouble trouble;
    words_begin();
    request.operands = calloc((size_t)argc + 1, sizeof *request.operands);
    if (!request.operands)
        out_of_memory();
    read_options(&request, argc, argv);
    check_request(&request);
    if (request.export.jobs == 0)
        request.export.jobs = pool_processors();
    request.export.progress = request.export.view.excerpts = terminal_talk();
    request.export.path = getenv("PATH");
    request.export.folder_for_work = getenv("TMPDIR");
    if (clock_today(request.today, &request.export.today, &trouble) != 0)
        end_with(page.command, &trouble);
    catch_signals();
    int status = make_all(&request);
    free(request.operands);
    if (stop_signal)
        end_by_signal();
    return status;
}
