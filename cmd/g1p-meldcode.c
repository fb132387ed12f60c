// SPDX-License-Identifier: EUPL-1.2
// g1p-meldcode: the reporting code, step by step, and a professional's record of it.
#include <string.h>

#include "cmd/verbs.h"
#include "lib/base/interrupt.h"
#include "lib/base/option_value.h"
#include "lib/base/replace.h"
#include "lib/base/terminal.h"
#include "lib/change/meldcode.h"
#include "lib/change/weeg.h"
#include "lib/kader/dossier_store.h"
#include "lib/method/weegvraag.h"
#include "lib/render/meldcode.h"

enum { STATUS_REPORT = 1, STATUS_OPEN = 3 };

struct run {
    struct verb_request request;
    struct dialogue dialogue;
    struct buffer message;
    struct arena arena;
    struct judged judged;
    bool has_file;
    enum weging_woord antwoorden[WEGING_VRAGEN];
};

static bool weighs(const struct run *run) {
    return strcmp(run->request.verb->name, "weeg") == 0;
}

static bool writes(const struct run *run) {
    return weighs(run) ? verb_given(&run->request, "record")
                       : meldcode_make(run->request.verb) != NULL;
}

// ---- the file ----

// A number that two records bear says of neither which it is.
static void check_number(struct run *run) {
    struct text number = run->judged.result.dossier->nummer.text;
    const char *folder = realfolder_of(&run->judged.judging.folder, run->request.file);
    unsigned count = 0;
    if (!folder || number.length == 0)
        return;
    if (dossier_store_count(kader_store_dossiers(run->judged.judging.store), folder, number,
                            &count) != 0)
        out_of_memory();
    if (count > 1)
        errx(STATUS_TROUBLE,
             _("%s: another record bears the same number; give one of them another `nummer` "
               "first. Nothing was written"),
             run->request.file);
}

static void read_file(struct run *run) {
    struct trouble trouble;
    if (!run->request.file) {
        if (writes(run))
            errx(STATUS_TROUBLE, "%s",
                 _("in which file? Type g1p-meldcode weeg --record FILE; g1p-new meldcode begins "
                   "one"));
        return;
    }
    if (judged_read(&run->judged, run->request.file, KIND_MELDCODE, run->request.today, &trouble) !=
        0)
        end_with(meldcode_program.command, &trouble);
    run->has_file = true;
    if (run->judged.note.id)
        trouble_print(meldcode_program.command, &run->judged.note.words);
    if (!writes(run))
        return;
    check_writable(&run->request);
    check_number(run);
    // Better told before the questions than after them.
    if (meldcode_may(&run->request, &run->judged.result, &trouble) != 0)
        end_with(meldcode_program.command, &trouble);
}

// The professional who keeps the record writes in it, unless somebody else is named.
static void give_author(struct run *run) {
    const char *verb = run->request.verb->name;
    bool has_author = strcmp(verb, "status") != 0 && strcmp(verb, "gevaar") != 0;
    struct text name = TEXT("");
    if (run->has_file)
        name = run->judged.result.dossier->professional.naam.text;
    if (writes(run) && has_author && !verb_given(&run->request, "door") && name.length > 0 &&
        !text_is(name, "…"))
        verb_give(&run->request, "door", name);
}

// ---- weighing ----

// Asks the five questions, and for what is to be written down with whom it was weighed and why.
static void ask_answers(struct run *run) {
    static const char *const more[] = {"met", "toelichting"};
    if (weeg_ask(&run->dialogue, run->antwoorden) != 0)
        errx(STATUS_TROUBLE, "%s", _("stopped before the last question; nothing was written"));
    weeg_give(&run->request, run->antwoorden);
    for (size_t i = 0; i < 2 && writes(run); i++)
        if (!verb_given(&run->request, more[i]))
            go_on(verb_ask(&run->request, more[i], run->judged.result.tree.root, &run->dialogue,
                           &run->message),
                  &run->message);
}

static struct meldcode_options options_for(bool prose) {
    return (struct meldcode_options){.language = words_language(),
                                     .excerpts = prose,
                                     .colour = terminal_colour(WHEN_AUTO),
                                     .columns = terminal_columns()};
}

static int show_weighing(const struct run *run) {
    struct buffer out = {0};
    struct meldcode_options options = options_for(terminal_output());
    if (run->request.json)
        weging_json(run->antwoorden, &out);
    else
        weging_text(&options, run->antwoorden, run->has_file ? run->judged.result.kader : NULL,
                    &out);
    print(meldcode_program.command, &out);
    struct weging weging = weging_weeg(run->antwoorden);
    return weging.melden == WEGING_JA ? STATUS_REPORT
           : weging.volgende >= 0     ? STATUS_OPEN
                                      : STATUS_FINE;
}

// ---- showing and changing ----

static int show_status(const struct run *run) {
    char message[OPTION_MESSAGE];
    struct buffer out = {0};
    int excerpts = option_word("excerpts", verb_text(&run->request, "excerpts").bytes,
                               terminal_whens, message);
    if (excerpts < 0)
        errx(STATUS_TROUBLE, "%s", message);
    struct meldcode_options options =
        options_for(excerpts == WHEN_ALWAYS || (excerpts == WHEN_AUTO && terminal_output()));
    if (run->request.json)
        meldcode_json(&run->judged.result, &out);
    else
        meldcode_status(&options, run->request.file, &run->judged.result, &out);
    print(meldcode_program.command, &out);
    return STATUS_FINE;
}

static void say_outcome(const struct meldcode_change *change,
                        const struct change_outcome *outcome) {
    struct buffer out = {0};
    struct meldcode_options options = options_for(false);
    options.colour = false;
    const struct plan_levensbedreigend *danger = &outcome->after.dossier->levensbedreigend;
    if (danger->antwoord.value == JA_NEE_JA)
        meldcode_danger(&options, outcome->after.kader, danger->gebeld.count == 0, &out);
    if (change->request->dry_run)
        buffer_add_string(&out, _("Not written (--dry-run): "));
    meldcode_say(change, outcome, &out);
    buffer_add_char(&out, ' ');
    change_verdict(outcome, &out);
    buffer_add_char(&out, '\n');
    if (out.failed)
        out_of_memory();
    fwrite(out.bytes, 1, out.length, stderr);
    buffer_free(&out);
}

static int change(const struct run *run) {
    const struct verb_request *request = &run->request;
    struct change_options options = {request->file, KIND_MELDCODE, request->today, request->dry_run,
                                     REPLACE_WAIT};
    struct meldcode_change made = {.request = request};
    struct change_outcome outcome = {.changed = false};
    struct trouble trouble;
    interrupt_clean(replace_abandon);
    if (change_file(&options, meldcode_make(request->verb), &made, &outcome, &trouble) != 0)
        end_with(meldcode_program.command, &trouble);
    if (request->dry_run)
        print(meldcode_program.command, &outcome.difference);
    say_outcome(&made, &outcome);
    change_end(&outcome);
    return STATUS_FINE;
}

static int weigh(struct run *run) {
    bool asks = !weeg_given(&run->request) && !run->request.json && verb_can_ask();
    weeg_take(&run->request, run->antwoorden);
    if (asks)
        ask_answers(run);
    else if (run->has_file && !writes(run) && !weeg_given(&run->request) &&
             dossier_weging(run->judged.result.dossier))
        weging_antwoorden(dossier_weging(run->judged.result.dossier), run->antwoorden);
    if (writes(run) && !weeg_given(&run->request))
        errx(STATUS_TROUBLE, "%s",
             _("“weeg --record” needs answers: --vermoeden and on (g1p-meldcode weeg --help tells "
               "more)"));
    if (writes(run))
        change(run);
    return show_weighing(run);
}

// A decision is asked with the weighing beside it, and one that departs from it with its reason.
static void say_weighing(struct run *run) {
    const struct plan_weging *weging = dossier_weging(run->judged.result.dossier);
    if (strcmp(run->request.verb->name, "besluit") != 0 || !weging)
        return;
    dialogue_say(&run->dialogue, _("What follows from the last weighing:"));
    dialogue_say(&run->dialogue, _(weging_betekenis(weging_van(weging).uitkomst)));
}

static void ask_reason(struct run *run) {
    if (strcmp(run->request.verb->name, "besluit") != 0 || verb_given(&run->request, "reden") ||
        !meldcode_departs(&run->request, &run->judged.result))
        return;
    dialogue_say(&run->dialogue, _("This decision is not what follows from the weighing. Say why, "
                                   "so that somebody else can follow it."));
    go_on(verb_ask(&run->request, "reden", run->judged.result.tree.root, &run->dialogue,
                   &run->message),
          &run->message);
}

int main(int argc, char **argv) {
    static struct run run;
    run.dialogue = (struct dialogue){.in = stdin, .out = stderr};
    words_begin();
    arena_init(&run.arena, 0);
    go_on(verb_read(&meldcode_program, argc, argv, &run.arena, &run.request, &run.message),
          &run.message);
    read_file(&run);
    give_author(&run);
    struct dialogue *asked = writes(&run) && verb_can_ask() ? &run.dialogue : NULL;
    const struct node *root = run.has_file ? run.judged.result.tree.root : NULL;
    if (asked)
        say_weighing(&run);
    go_on(verb_complete(&run.request, root, asked, &run.message), &run.message);
    if (asked)
        ask_reason(&run);
    int status = weighs(&run) ? weigh(&run) : writes(&run) ? change(&run) : show_status(&run);
    if (run.has_file)
        judged_end(&run.judged);
    dialogue_end(&run.dialogue);
    buffer_free(&run.message);
    arena_free(&run.arena);
    return status;
}
