// SPDX-License-Identifier: EUPL-1.2
// g1p-safety: where a household stands with its safety plan, and one item of it at a time.
#include <string.h>

#include "cmd/verbs.h"
#include "lib/base/interrupt.h"
#include "lib/base/option_value.h"
#include "lib/base/replace.h"
#include "lib/base/terminal.h"
#include "lib/change/safety.h"
#include "lib/render/safety.h"

enum { STATUS_FINDINGS = 1 };

// ---- before anything is asked ----

static void tell_note(const struct kader_note *note) {
    if (note->id)
        trouble_print(safety_program.command, &note->words);
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
    if ((request->verb->manner & VERB_WRITES) && !(request->verb->manner & VERB_SHOWS))
        check_writable(request);
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

static int show_status(const struct verb_request *request, const struct judged *judged) {
    char message[OPTION_MESSAGE];
    struct buffer out = {0};
    struct text given = verb_text(request, "excerpts");
    int excerpts = option_word("excerpts", given.bytes, terminal_whens, message);
    if (excerpts < 0)
        errx(STATUS_TROUBLE, "%s", message);
    struct safety_options options = options_for(request, (enum when)excerpts, terminal_output());
    if (request->json)
        safety_json(&options, &judged->result, &out);
    else
        safety_status(&options, request->file, &judged->result, &out);
    print(safety_program.command, &out);
    return STATUS_FINE;
}

static int show_goals(const struct verb_request *request, const struct judged *judged) {
    struct buffer out = {0};
    struct safety_options options = options_for(request, WHEN_AUTO, terminal_output());
    int missing = request->json ? safety_goals_json(&judged->result.plan, &out)
                                : safety_goals(&options, &judged->result.plan, &out);
    print(safety_program.command, &out);
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
    struct change_options options = {request->file, KIND_PLAN, request->today, request->dry_run,
                                     REPLACE_WAIT};
    struct safety_change made = {.request = request};
    struct change_outcome outcome = {.changed = false};
    struct trouble trouble;
    interrupt_clean(replace_abandon);
    if (change_file(&options, safety_make(request->verb), &made, &outcome, &trouble) != 0)
        end_with(safety_program.command, &trouble);
    if (request->dry_run)
        print(safety_program.command, &outcome.difference);
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
    go_on(verb_read(&safety_program, argc, argv, &arena, &request, &message), &message);
    if (judged_read(&judged, request.file, KIND_PLAN, request.today, &trouble) != 0)
        end_with(safety_program.command, &trouble);
    tell_note(&judged.note);
    check_beginning(&request, &judged);
    bool asks = (request.verb->manner & VERB_WRITES) && verb_can_ask();
    go_on(verb_complete(&request, judged.result.tree.root, asks ? &dialogue : NULL, &message),
          &message);
    int status;
    if (!safety_make(request.verb))
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
