// SPDX-License-Identifier: EUPL-1.2
// g1p-new: begins a file, with hints, and asks what matters at the beginning.
#include <string.h>
#include <unistd.h>

#include "cmd/ending.h"
#include "lib/base/clock.h"
#include "lib/base/interrupt.h"
#include "lib/base/newfile.h"
#include "lib/base/options.h"
#include "lib/base/terminal.h"
#include "lib/change/begin.h"
#include "lib/change/repo.h"
#include "lib/kader/dossier_begin.h"

enum { OPTION_TODAY = OPTIONS_LONG_ONLY + 1, OPTION_PLAN };

static const struct option_row rows[] = {
    {'o', "output", N_("FILE"), N_("write to FILE, which must not exist yet")},
    {OPTION_PLAN, "plan", N_("FILE"), N_("of a meldcode record: the household's plan")},
    {OPTION_TODAY, "today", N_("DATE"), N_("take this for today, like 2026-03-12")},
    {'q', "quiet", NULL, N_("ask nothing, and say only what went wrong")},
    OPTIONS_HELP_AND_VERSION};

static const char *const usages[] = {
    N_("plan|meldcode|organisatie|kader [-o FILE] [FIELD=VALUE]..."),
    N_("repo DIR [FIELD=VALUE]..."), NULL};

static const char *const examples[] = {
    N_("g1p-new plan -o plan.yaml                   asks a few questions"),
    N_("g1p-new plan nummer=2026-0012 </dev/null    asks nothing"),
    N_("g1p-new meldcode --plan plan.yaml -o m.yaml a record of the reporting code"),
    N_("g1p-new organisatie -o invoering.yaml       what there is to arrange, point by point"),
    N_("g1p-new kader -o kaders/gouda.yaml          what a municipality agreed"),
    N_("g1p-new repo plannen                        a folder for plans, ready for git"),
    NULL};

static const struct options_page page = {
    "g1p-new",
    usages,
    N_("Begins a new plan, a professional's own record of the reporting code (meldcode), a "
       "checklist of an organisation, or the agreements of a municipality: a "
       "text file in Dutch in which every part has its place and explains itself. What is not "
       "needed yet stands behind a #. Or begins a folder for plans, with agreements of its own, "
       "in which git has every plan checked before it is kept."),
    rows,
    examples,
    N_("Status: 0 the file was written, 2 trouble; nothing was written then.")};

struct request {
    const char *kind;
    struct begin begin;
    const char *plan; // that a record is made beside, or NULL
    const char *today;
    const char **operands; // FIELD=VALUE
    size_t operand_count;
};

// Says what there is to say, line by line, and ends the command where it cannot go on.
static void go_on(enum begin_outcome outcome, struct buffer *said) {
    struct text left = buffer_text(said);
    if (outcome == BEGIN_NO_MEMORY || said->failed)
        out_of_memory();
    for (size_t i = 0, from = 0; i < left.length; i++)
        if (left.bytes[i] == '\n') {
            warnx("%.*s", (int)(i - from), left.bytes + from);
            from = i + 1;
        }
    buffer_free(said);
    *said = (struct buffer){0};
    if (outcome == BEGIN_REFUSED)
        exit(STATUS_TROUBLE);
}

// ---- what is asked for ----

static void read_options(struct request *request, int argc, char **argv) {
    struct begin *begin = &request->begin;
    struct options options;
    int letter;
    options_begin(&options, rows, argc, argv);
    while ((letter = options_next(&options)) != OPTIONS_END) {
        if (letter == OPTIONS_WRONG)
            errx(STATUS_TROUBLE, "%s", options.message);
        if (letter == 'h' || letter == 'V')
            exit(options_answer(&page, letter, stdout) == 0 ? STATUS_FINE : STATUS_TROUBLE);
        if (letter == 'o')
            begin->path = strcmp(options.value, "-") == 0 ? NULL : options.value;
        else if (letter == OPTION_PLAN)
            request->plan = options.value;
        else if (letter == OPTION_TODAY)
            request->today = options.value;
        else if (letter == 'q')
            begin->quiet = true;
        else if (!request->kind) {
            request->kind = options.value;
            begin->repo = strcmp(options.value, "repo") == 0;
        } else if (begin->repo && !begin->path && !strchr(options.value, '='))
            begin->path = options.value;
        else
            request->operands[request->operand_count++] = options.value;
    }
}

static const struct soort *check_kind(const char *kind, bool repo) {
    static const char *const kinds[] = {"plan", "meldcode", "organisatie", "kader", "repo"};
    enum { KINDS = sizeof kinds / sizeof *kinds };
    if (!kind)
        errx(STATUS_TROUBLE, "%s", _("what should be made? Type g1p-new plan; --help tells more"));
    const struct soort *soort = soort_named(repo ? "kader" : kind);
    if (soort)
        return soort;
    const char *near = options_nearest(kind, kinds, KINDS);
    if (near)
        errx(STATUS_TROUBLE, _("“%s” cannot be made; is “%s” meant?"), kind, near);
    errx(STATUS_TROUBLE, "%s", _("that cannot be made; type g1p-new plan"));
}

// What there is to know before any question: fields that were typed, and the plan that was named.
static void take_values(const struct request *request, struct values *values) {
    const struct begin *begin = &request->begin;
    struct buffer said = {0};
    struct trouble trouble;
    for (size_t i = 0; i < request->operand_count; i++)
        go_on(begin_take(values, request->operands[i], &said), &said);
    if (begin->repo && !begin->path)
        errx(STATUS_TROUBLE, "%s",
             _("in which folder? Type g1p-new repo FOLDER; one that is not there is made"));
    if (!begin->repo && begin->path && newfile_possible(begin->path, &trouble) != 0)
        end_with(page.command, &trouble);
    if (!request->plan)
        return;
    if (strcmp(begin->soort->word, "meldcode") != 0)
        errx(STATUS_TROUBLE, "%s", _("--plan is for g1p-new meldcode"));
    if (dossier_begin(values, request->plan, begin->path, begin->today, &trouble) != 0)
        end_with(page.command, &trouble);
}

// Puts the questions to the person at the terminal.
static void ask_person(const struct begin *begin, struct values *values) {
    struct dialogue dialogue = {.in = stdin, .out = stderr};
    switch (begin->soort->ask(values, &dialogue, begin->name, begin->today)) {
    case QUESTIONS_ENDED:
        errx(STATUS_TROUBLE, "%s", _("stopped before the last question; nothing was written"));
    case QUESTIONS_OUT_OF_MEMORY:
        out_of_memory();
    default:
        fputc('\n', stderr);
        dialogue_end(&dialogue);
    }
}

// ---- what is made ----

static int make_file(const struct begin *begin, struct text text, bool asks) {
    struct newfile_content content = {.text = text};
    struct trouble trouble;
    int outcome = begin->path ? newfile_create(begin->path, &content, &trouble)
                              : output_text(stdout, text, &trouble);
    if (outcome != 0)
        end_with(page.command, &trouble);
    if (asks && begin->path)
        fprintf(stderr,
                _("%s is there. Open it in an editor and fill in what you know.\n"
                  "Then check it: g1p-check %s\n"),
                begin->path, begin->path);
    return STATUS_FINE;
}

static int make_repo(const struct begin *begin, struct text kader) {
    struct trouble trouble;
    enum repo_git git;
    if (repo_make(begin->path, kader, getenv("PATH"), getenv("HOME"), &git, &trouble) != 0)
        end_with(page.command, &trouble);
    if (!begin->quiet)
        fprintf(
            stderr,
            _("%s is ready for plans. %s\n"
              "Read its LEESMIJ.md before the first plan: it tells how a plan can be erased.\n"),
            begin->path, _(repo_git_words[git]));
    return STATUS_FINE;
}

static int make(struct request *request, struct values *values) {
    struct begin *begin = &request->begin;
    struct buffer said = {0};
    struct buffer text = {0};
    char name[VALUES_NUMBER_ROOM];
    begin->soort->name(begin->path, begin->today, name);
    begin->name = text_of(name);
    begin->excerpts = terminal_talk();
    take_values(request, values);
    interrupt_clean(newfile_abandon);
    bool asks =
        !begin->repo && !begin->quiet && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
    if (asks)
        ask_person(begin, values);
    go_on(begin_text(begin, values, &said, &text), &said);
    int status = begin->repo ? make_repo(begin, buffer_text(&text))
                             : make_file(begin, buffer_text(&text), asks);
    buffer_free(&text);
    return status;
}

int main(int argc, char **argv) {
    static struct request request;
    struct trouble trouble;
    struct arena arena;
    struct values values;
    words_begin();
    request.operands = calloc((size_t)argc + 1, sizeof *request.operands);
    arena_init(&arena, 0);
    if (!request.operands)
        out_of_memory();
    read_options(&request, argc, argv);
    request.begin.soort = check_kind(request.kind, request.begin.repo);
    if (values_begin(&values, *request.begin.soort->type, &arena) != 0)
        out_of_memory();
    if (clock_today(request.today, &request.begin.today, &trouble) != 0)
        end_with(page.command, &trouble);
    int status = make(&request, &values);
    arena_free(&arena);
    free(request.operands);
    return status;
}
