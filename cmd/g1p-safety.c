// SPDX-License-Identifier: EUPL-1.2
// g1p-safety: where a household stands with its safety plan, and one item of it at a time.
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/interrupt.h"
#include "lib/base/option_value.h"
#include "lib/base/output.h"
#include "lib/base/replace.h"
#include "lib/base/terminal.h"
#include "lib/change/safety.h"
#include "lib/render/safety.h"

enum { STATUS_FINE = 0, STATUS_FINDINGS = 1, STATUS_TROUBLE = 2 };

// ---- the verbs ----

static const struct verb_field status_fields[] = {
    {NULL, "excerpts", VERB_EXTRA, "auto", NULL,
     N_("show names and what the plan says: auto (at a terminal), always, never")},
    VERB_FIELDS_END};

static const struct verb_field schaal_fields[] = {
    {"wie", NULL, VERB_REQUIRED, NULL, N_("Who gives the figure?"), N_("who gives the figure")},
    {"cijfer", NULL, VERB_REQUIRED, NULL,
     N_("Which figure? 0: life is in danger, 10: safe enough to close"),
     N_("from 0 (life is in danger) to 10 (safe enough to close); 6,5 is fine")},
    {"datum", NULL, VERB_ASKED, "today", N_("On which day?"), N_("on which day (default: today)")},
    {"toelichting", NULL, VERB_ASKED, NULL, N_("Why this figure? As literally as it was said"),
     N_("why this figure, and what would make it one higher")},
    VERB_FIELDS_END};

static const struct verb_field afspraak_fields[] = {
    {"id", NULL, VERB_EXTRA, NULL, NULL, N_("a short word for it (default: v1, v2, ...)")},
    {"wie", NULL, VERB_REQUIRED, NULL, N_("Who keeps to it?"), N_("who keeps to it")},
    {"wat", NULL, VERB_REQUIRED, NULL, N_("What does this person do, or leave?"),
     N_("what they do or leave; another can see whether it happens")},
    {"waar", NULL, VERB_REQUIRED, NULL, N_("Where?"), N_("where it holds")},
    {"wanneer", NULL, VERB_REQUIRED, NULL, N_("When?"), N_("when it holds: days, times, a moment")},
    {"klant_doet", NULL, VERB_ASKED, NULL, N_("What does the household do itself?"),
     N_("what the household does itself to make it work")},
    {"steun", NULL, VERB_ASKED, NULL,
     N_("Who supports it, and with what? Like “oma: past op de kinderen”"),
     N_("who supports it, and with what; may be given more than once")},
    {"toezicht", NULL, VERB_REQUIRED, NULL,
     N_("Who sees to it? Somebody else than who keeps to it"), N_("who sees to it: somebody else")},
    {"bij_niet_nakomen", NULL, VERB_REQUIRED, NULL,
     N_("And if it is not kept? Who does what then?"), N_("what happens when it is not kept")},
    {"gemaakt", NULL, VERB_EXTRA, "today", NULL, N_("on which day it was made (default: today)")},
    {"status", NULL, VERB_EXTRA, "loopt", NULL, N_("how it stands (default: loopt)")},
    VERB_FIELDS_END};

static const struct verb_field evaluatie_fields[] = {
    {"/veiligheidsplan.afspraken.id", "afspraak", VERB_REQUIRED, NULL, N_("Which agreement?"),
     N_("which agreement")},
    {"behaald", NULL, VERB_REQUIRED, NULL, N_("Was it kept?"), N_("whether it was kept")},
    {"datum", NULL, VERB_ASKED, "today", N_("On which day did you look back?"),
     N_("on which day you looked back (default: today)")},
    {"toelichting", NULL, VERB_ASKED, NULL, N_("What went well, and what did not?"),
     N_("what went well and what did not")},
    VERB_FIELDS_END};

static const struct verb_field doelencheck_fields[] = {
    {NULL, "add", VERB_FLAG, NULL, NULL, N_("add a draft of each goal that is missing")},
    VERB_FIELDS_END};

static const struct verb_field teken_fields[] = {
    {"wie", NULL, VERB_REQUIRED, NULL, N_("Who signs?"), N_("who signs")},
    {"datum", NULL, VERB_ASKED, "today", N_("On which day?"), N_("on which day (default: today)")},
    VERB_FIELDS_END};

static const char *const status_examples[] = {N_("g1p-safety plan.yaml"),
                                              N_("g1p-safety --excerpts always plan.yaml | less"),
                                              N_("g1p-safety --json plan.yaml | jq .schaal"), NULL};
static const char *const begin_examples[] = {N_("g1p-safety begin plan.yaml"), NULL};
static const char *const schaal_examples[] = {
    N_("g1p-safety schaal plan.yaml                    asks what it needs"),
    N_("g1p-safety schaal plan.yaml --wie yara --cijfer 6,5"),
    N_("g1p-safety schaal plan.yaml --wie yara --cijfer 6 --toelichting - <gezegd.txt"), NULL};
static const char *const afspraak_examples[] = {
    N_("g1p-safety afspraak plan.yaml                  asks what it needs"),
    N_("g1p-safety afspraak plan.yaml --wie jeroen --wat \"gaat naar buiten\" \\\n"
       "      --waar thuis --wanneer \"als hij boos wordt\" --toezicht bas \\\n"
       "      --bij-niet-nakomen \"Nadia belt Bas\" --steun \"bas: komt meteen\""),
    NULL};
static const char *const evaluatie_examples[] = {
    N_("g1p-safety evaluatie plan.yaml --afspraak v1 --behaald deels"), NULL};
static const char *const doelencheck_examples[] = {
    N_("g1p-safety doelencheck plan.yaml               shows the four"),
    N_("g1p-safety doelencheck plan.yaml --add -n      shows what --add would write"), NULL};
static const char *const teken_examples[] = {N_("g1p-safety teken plan.yaml --wie nadia,jeroen"),
                                             NULL};

static const struct verb verbs[] = {
    {"status", N_("show where the household stands (also without this word)"),
     N_("Shows the safety scale over time, the agreements and whether they are kept, the four "
        "goals that go with a safety plan, who signed and whether that still stands, and what is "
        "missing. In acute danger it begins with whom to call."),
     NULL, status_fields, status_examples, VERB_SHOWS},
    {"begin", N_("add the parts of a safety plan, still empty"), NULL, NULL, NULL, begin_examples,
     VERB_WRITES},
    {"schaal", N_("add the figure that somebody gives for safety"), NULL, "veiligheidsplan.schaal",
     schaal_fields, schaal_examples, VERB_WRITES},
    {"afspraak", N_("add an agreement"), NULL, "veiligheidsplan.afspraken", afspraak_fields,
     afspraak_examples, VERB_WRITES},
    {"evaluatie", N_("note how an agreement was kept"), NULL,
     "veiligheidsplan.afspraken.evaluaties", evaluatie_fields, evaluatie_examples, VERB_WRITES},
    {"doelencheck", N_("show the four obliged goals, or --add those that are missing"),
     N_("Shows which of the four goals that go with a safety plan (KW §5.2 Doelencheck) are in the "
        "plan. With --add it adds a draft of each that is missing, to be put into the household's "
        "own words. Status 1 when one is missing and nothing was added."),
     NULL, doelencheck_fields, doelencheck_examples, VERB_WRITES | VERB_SHOWS},
    {"teken", N_("add a signature, with the fingerprint of what is signed"), NULL,
     "veiligheidsplan.ondertekening", teken_fields, teken_examples, VERB_WRITES}};

static const char *const examples[] = {
    N_("g1p-safety plan.yaml                           where it stands"),
    N_("g1p-safety schaal plan.yaml                    asks who gives which figure"),
    N_("g1p-safety afspraak plan.yaml                  asks what is agreed"),
    N_("g1p-safety teken plan.yaml --wie nadia -n      shows what it would write"), NULL};

static const struct verb_program program = {
    "g1p-safety",
    N_("Shows where a household stands with its safety plan, and changes that plan one item at a "
       "time: that item and nothing else, whatever else stands in the file."),
    &schema_plan,
    verbs,
    sizeof verbs / sizeof *verbs,
    examples,
    N_("Status: 0 shown or written, 1 a goal is missing (doelencheck), 2 trouble; nothing was "
       "written then.")};

// ---- trouble ----

static _Noreturn void out_of_memory(void) {
    errx(STATUS_TROUBLE, "%s", words_error(ENOMEM));
}

static _Noreturn void end_with(const struct trouble *trouble) {
    trouble_print(program.command, trouble);
    exit(STATUS_TROUBLE);
}

static void go_on(enum verb_outcome outcome, const struct buffer *message) {
    if (outcome == VERB_ANSWERED)
        exit(STATUS_FINE);
    if (outcome == VERB_NO_MEMORY)
        out_of_memory();
    if (outcome == VERB_WRONG && message->length > 0)
        errx(STATUS_TROUBLE, "%s", message->bytes);
    if (outcome == VERB_WRONG)
        exit(STATUS_TROUBLE);
}

static void tell_note(const struct kader_note *note) {
    if (note->id)
        trouble_print(program.command, &note->words);
}

// What cannot be, told before any question.
static void check_beginning(const struct verb_request *request, const struct judged *judged) {
    bool there = !node_absent(node_child(judged->result.tree.root, "veiligheidsplan"));
    bool begins = strcmp(request->verb->name, "begin") == 0;
    if (begins && there)
        errx(STATUS_TROUBLE, _("%s: has a safety plan already; nothing was changed"),
             request->file);
    if (!begins && !there)
        errx(STATUS_TROUBLE, _("%s: has no safety plan yet; type g1p-safety begin %s"),
             request->file, request->file);
    if ((request->verb->manner & VERB_WRITES) && !(request->verb->manner & VERB_SHOWS) &&
        !request->dry_run && access(request->file, W_OK) != 0)
        errx(STATUS_TROUBLE, "%s: %s: %s", request->file, _("cannot be changed"),
             words_error(errno));
}

// ---- what is done ----

static struct safety_options options_for(const struct verb_request *request, enum when excerpts,
                                         bool prose) {
    return (struct safety_options){.language = words_language(),
                                   .today = request->today,
                                   .excerpts =
                                       excerpts == WHEN_ALWAYS || (excerpts == WHEN_AUTO && prose),
                                   .colour = prose && terminal_colour(WHEN_AUTO),
                                   .look = {terminal_columns(), terminal_unicode()}};
}

static int print(struct buffer *out) {
    struct trouble trouble;
    if (out->failed)
        out_of_memory();
    if (output_text(stdout, buffer_text(out), &trouble) != 0)
        end_with(&trouble);
    buffer_free(out);
    return STATUS_FINE;
}

static int show_status(const struct verb_request *request, const struct judged *judged) {
    static const char *const whens[] = {"auto", "always", "never", NULL};
    char message[OPTION_MESSAGE];
    struct buffer out = {0};
    struct text given = verb_text(request, "excerpts");
    int excerpts = option_word("excerpts", given.bytes, whens, message);
    if (excerpts < 0)
        errx(STATUS_TROUBLE, "%s", message);
    struct safety_options options = options_for(request, (enum when)excerpts, terminal_output());
    if (request->json)
        safety_json(&options, &judged->result, &out);
    else
        safety_status(&options, request->file, &judged->result, &out);
    return print(&out);
}

static int show_goals(const struct verb_request *request, const struct judged *judged) {
    struct buffer out = {0};
    struct safety_options options = options_for(request, WHEN_AUTO, terminal_output());
    int missing = request->json ? safety_goals_json(&judged->result.plan, &out)
                                : safety_goals(&options, &judged->result.plan, &out);
    print(&out);
    return missing > 0 ? STATUS_FINDINGS : STATUS_FINE;
}

// Says in one line what stands now and what the check thinks of it, and whom to call if need be.
static void say_outcome(const struct safety_change *change, const struct change_outcome *outcome) {
    const struct verb_request *request = change->request;
    struct buffer out = {0};
    struct safety_options options = options_for(request, WHEN_AUTO, false);
    if (outcome->changed)
        safety_danger(&options, &outcome->after, &out);
    if (request->dry_run)
        buffer_add_string(&out, _("Not written (--dry-run): "));
    safety_say(change, outcome, &out);
    buffer_add_char(&out, ' ');
    change_verdict(outcome, &out);
    buffer_add_char(&out, '\n');
    if (out.failed)
        out_of_memory();
    fwrite(out.bytes, 1, out.length, stderr);
    buffer_free(&out);
}

static int change(struct verb_request *request) {
    static change_make *const makes[] = {NULL,
                                         safety_begin,
                                         safety_schaal,
                                         safety_afspraak,
                                         safety_evaluatie,
                                         safety_doelencheck,
                                         safety_teken};
    struct change_options options = {request->file, KIND_PLAN, request->today, request->dry_run,
                                     REPLACE_WAIT};
    struct safety_change made = {.request = request};
    struct change_outcome outcome;
    struct trouble trouble;
    interrupt_clean(replace_abandon);
    if (change_file(&options, makes[request->verb - verbs], &made, &outcome, &trouble) != 0)
        end_with(&trouble);
    if (request->dry_run)
        print(&outcome.difference);
    say_outcome(&made, &outcome);
    change_end(&outcome);
    return STATUS_FINE;
}

int main(int argc, char **argv) {
    static struct verb_request request;
    struct dialogue dialogue = {.in = stdin, .out = stderr};
    struct buffer message = {0};
    struct arena arena;
    struct judged judged;
    struct trouble trouble;
    words_begin();
    arena_init(&arena, 0);
    go_on(verb_read(&program, argc, argv, &arena, &request, &message), &message);
    if (judged_read(&judged, request.file, KIND_PLAN, request.today, &trouble) != 0)
        end_with(&trouble);
    tell_note(&judged.note);
    check_beginning(&request, &judged);
    bool asks = (request.verb->manner & VERB_WRITES) && verb_can_ask();
    go_on(verb_complete(&request, judged.result.tree.root, asks ? &dialogue : NULL, &message),
          &message);
    int status;
    if (request.verb == &verbs[0])
        status = show_status(&request, &judged);
    else if (strcmp(request.verb->name, "doelencheck") == 0 && !verb_given(&request, "add"))
        status = show_goals(&request, &judged);
    else
        status = change(&request);
    judged_end(&judged);
    dialogue_end(&dialogue);
    buffer_free(&message);
    arena_free(&arena);
    return status;
}
