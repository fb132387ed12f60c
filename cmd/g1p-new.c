// SPDX-License-Identifier: EUPL-1.2
// g1p-new: begins a file, with hints, and asks what matters at the beginning.
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/interrupt.h"
#include "lib/base/newfile.h"
#include "lib/base/options.h"
#include "lib/base/output.h"
#include "lib/base/realfolder.h"
#include "lib/change/repo.h"
#include "lib/kader/dossier_begin.h"
#include "lib/method/soort.h"
#include "lib/report/report.h"
#include "lib/rules/proof.h"

enum { STATUS_FINE = 0, STATUS_TROUBLE = 2 };

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
    const struct soort *soort;
    const char *output; // NULL: standard output
    const char *plan;   // that a record is made beside, or NULL
    bool repo;          // a folder of plans, in `output`; the file is its agreements
    const char *today_given;
    struct date today;
    bool quiet;
    const char **operands; // FIELD=VALUE
    size_t operand_count;
    struct text name; // the file's name or number, unless another is given
};

static _Noreturn void out_of_memory(void) {
    errx(STATUS_TROUBLE, "%s", words_error(ENOMEM));
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
        if (letter == 'o')
            request->output = strcmp(options.value, "-") == 0 ? NULL : options.value;
        else if (letter == OPTION_PLAN)
            request->plan = options.value;
        else if (letter == OPTION_TODAY)
            request->today_given = options.value;
        else if (letter == 'q')
            request->quiet = true;
        else if (!request->kind) {
            request->kind = options.value;
            request->repo = strcmp(options.value, "repo") == 0;
        } else if (request->repo && !request->output && !strchr(options.value, '='))
            request->output = options.value;
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

// ---- values ----

// Takes what was typed as FIELD=VALUE. What is no such thing may be anything, and is not repeated.
static void take_operands(const struct request *request, struct values *values) {
    struct buffer words = {0};
    struct value_fault fault = {0};
    for (size_t i = 0; i < request->operand_count; i++) {
        const char *operand = request->operands[i];
        size_t length = strcspn(operand, "=");
        if (length == 0 || operand[length] == '\0')
            errx(STATUS_TROUBLE, "%s",
                 _("behind the kind come only fields, as FIELD=VALUE (with quotation marks round "
                   "all of it when there are blanks in it); a file is named with -o"));
        struct text path = {operand, length};
        int outcome = values_set(values, path, text_of(operand + length + 1), &fault);
        if (outcome == 0)
            continue;
        value_fault_explain(&fault, &words);
        buffer_add_char(&words, '\0');
        if (outcome < 0 || words.failed)
            out_of_memory();
        if (fault.path.length == 0)
            errx(STATUS_TROUBLE, "%s", words.bytes);
        errx(STATUS_TROUBLE, "%.*s: %s", (int)fault.path.length, fault.path.bytes, words.bytes);
    }
    buffer_free(&words);
}

// Takes over whom a record is about from the plan that is named.
static void take_plan(const struct request *request, struct values *values) {
    struct trouble trouble;
    if (!request->plan)
        return;
    if (strcmp(request->soort->word, "meldcode") != 0)
        errx(STATUS_TROUBLE, "%s", _("--plan is for g1p-new meldcode"));
    if (dossier_begin(values, request->plan, request->output, request->today, &trouble) == 0)
        return;
    trouble_print("g1p-new", &trouble);
    exit(STATUS_TROUBLE);
}

// Says what the findings are about, and ends the command when there is one.
static void refuse_findings(const struct findings *findings) {
    bool person = isatty(STDERR_FILENO) == 1;
    struct buffer words = {0};
    for (size_t i = 0; i < findings->count; i++) {
        buffer_clear(&words);
        values_path(findings->items[i].node, &words);
        buffer_add_string(&words, ": ");
        report_message(&words, &findings->items[i], words_language(), person);
        buffer_add_char(&words, '\0');
        if (words.failed)
            out_of_memory();
        warnx("%s", words.bytes);
    }
    buffer_free(&words);
    if (findings->count > 0)
        errx(STATUS_TROUBLE, "%s", _("nothing was written"));
}

// Says which given parts stand behind a #, and why.
static void tell_parts_behind(const struct node *node) {
    struct buffer path = {0};
    for (const struct node *child = node->first; child; child = child->next) {
        tell_parts_behind(child);
        const struct schema_type *type = child->field->type;
        const struct schema_field *missing =
            child->kind == NODE_MAPPING ? values_missing(type, child) : NULL;
        // What lacks something deeper down was told there.
        if (!missing || missing < type->fields || missing >= type->fields + type->field_count)
            continue;
        buffer_clear(&path);
        values_path(child, &path);
        warnx(_("%.*s stands behind a # until its “%s” is filled in"), (int)path.length, path.bytes,
              missing->name);
    }
    buffer_free(&path);
}

// ---- writing ----

// Better told before the questions than after them.
static void check_output(const char *output) {
    struct stat status;
    if (output && lstat(output, &status) == 0)
        errx(STATUS_TROUBLE, _("%s: it already exists, and is left as it is; choose another name"),
             output);
    char *folder = output ? strdup(output) : NULL;
    char *slash = folder ? strrchr(folder, '/') : NULL;
    if (slash)
        slash[slash == folder] = '\0';
    if (output && faccessat(AT_FDCWD, slash ? folder : ".", W_OK | X_OK, AT_EACCESS) != 0)
        errx(STATUS_TROUBLE, "%s: %s: %s", output, _("cannot be made"), words_error(errno));
    free(folder);
}

// Where the schema of the file is: in the folder `.schemas` of a repository of plans, if it comes
// to lie in one.
static const char *find_schema(const struct request *request, struct buffer *path) {
    struct realfolder folder = {0};
    char name[64];
    snprintf(name, sizeof name, ".schemas/%s.schema.json", request->soort->word);
    const char *home = request->output ? realfolder_of(&folder, request->output) : NULL;
    bool found = home && realfolder_above(home, name, path);
    buffer_add_char(path, '\0');
    realfolder_free(&folder);
    return request->repo            ? ".schemas/kader.schema.json"
           : found && !path->failed ? path->bytes
                                    : NULL;
}

static int write_plan(const struct request *request, struct text plan) {
    struct newfile_content content = {.text = plan};
    struct trouble trouble;
    if (!request->output) {
        if (output_text(stdout, plan, &trouble) == 0)
            return STATUS_FINE;
        trouble_print("g1p-new", &trouble);
        return STATUS_TROUBLE;
    }
    if (newfile_create(request->output, &content, &trouble) != 0) {
        trouble_print("g1p-new", &trouble);
        return STATUS_TROUBLE;
    }
    return STATUS_FINE;
}

// Puts the questions to the person at the terminal.
static void ask_person(const struct request *request, struct values *values) {
    struct dialogue dialogue = {.in = stdin, .out = stderr};
    switch (request->soort->ask(values, &dialogue, request->name, request->today)) {
    case QUESTIONS_ENDED:
        errx(STATUS_TROUBLE, "%s", _("stopped before the last question; nothing was written"));
    case QUESTIONS_OUT_OF_MEMORY:
        out_of_memory();
    default:
        fputc('\n', stderr);
        dialogue_end(&dialogue);
    }
}

// Puts the file into words; ends the command when it would not be right.
static void make_text(const struct request *request, struct values *values, struct buffer *text) {
    struct arena scratch;
    struct findings findings;
    struct check_result result;
    struct buffer schema = {0};
    bool kept;
    arena_init(&scratch, 0);
    values->schema = find_schema(request, &schema);
    if (request->soort->complete(values, request->name, request->today) != 0 ||
        proof_values(values, request->today, &findings) != 0)
        out_of_memory();
    refuse_findings(&findings);
    if (!request->quiet)
        tell_parts_behind(values->root);
    scaffold_write(values, &request->soort->words, request->today, text);
    if (text->failed ||
        proof_plan(buffer_text(text), values, request->today, &scratch, &result, &kept) != 0)
        out_of_memory();
    refuse_findings(&result.findings);
    if (!kept)
        errx(STATUS_TROUBLE, "%s",
             _("the file would not hold what was given, which is a mistake "
               "of this command; nothing was written"));
    buffer_free(&schema);
    arena_free(&scratch);
}

static int make_plan(const struct request *request, struct values *values, bool asks) {
    struct buffer plan = {0};
    make_text(request, values, &plan);
    int status = write_plan(request, buffer_text(&plan));
    if (status == STATUS_FINE && asks && request->output)
        fprintf(stderr,
                _("%s is there. Open it in an editor and fill in what you know.\n"
                  "Then check it: g1p-check %s\n"),
                request->output, request->output);
    buffer_free(&plan);
    return status;
}

// ---- a folder of plans ----

static int make_repo(const struct request *request, struct values *values) {
    struct buffer kader = {0};
    struct trouble trouble;
    enum repo_git git;
    make_text(request, values, &kader);
    int outcome = repo_make(request->output, buffer_text(&kader), getenv("PATH"), getenv("HOME"),
                            &git, &trouble);
    buffer_free(&kader);
    if (outcome != 0) {
        trouble_print("g1p-new", &trouble);
        return STATUS_TROUBLE;
    }
    if (!request->quiet)
        fprintf(
            stderr,
            _("%s is ready for plans. %s\n"
              "Read its LEESMIJ.md before the first plan: it tells how a plan can be erased.\n"),
            request->output, _(repo_git_words[git]));
    return STATUS_FINE;
}

int main(int argc, char **argv) {
    static struct request request;
    char name[VALUES_NUMBER_ROOM];
    struct trouble trouble;
    struct arena arena;
    struct values values;
    words_begin();
    request.operands = calloc((size_t)argc + 1, sizeof *request.operands);
    arena_init(&arena, 0);
    if (!request.operands)
        out_of_memory();
    read_options(&request, argc, argv);
    request.soort = check_kind(request.kind, request.repo);
    if (values_begin(&values, *request.soort->type, &arena) != 0)
        out_of_memory();
    if (clock_today(request.today_given, &request.today, &trouble) != 0) {
        trouble_print("g1p-new", &trouble);
        arena_free(&arena);
        free(request.operands);
        return STATUS_TROUBLE;
    }
    request.soort->name(request.output, request.today, name);
    request.name = text_of(name);
    take_operands(&request, &values);
    if (request.repo && !request.output)
        errx(STATUS_TROUBLE, "%s",
             _("in which folder? Type g1p-new repo FOLDER; one that is not there is made"));
    if (!request.repo)
        check_output(request.output);
    take_plan(&request, &values);
    interrupt_clean(newfile_abandon);
    bool asks =
        !request.repo && !request.quiet && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
    if (asks)
        ask_person(&request, &values);
    int status = request.repo ? make_repo(&request, &values) : make_plan(&request, &values, asks);
    arena_free(&arena);
    free(request.operands);
    return status;
}
