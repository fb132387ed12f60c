// SPDX-License-Identifier: EUPL-1.2
// Changing one file.
#include "lib/change/change.h"

#include <errno.h>
#include <string.h>

#include "lib/base/diff.h"
#include "lib/base/input.h"
#include "lib/base/replace.h"
#include "lib/base/words.h"
#include "lib/method/soort.h"
#include "lib/report/report.h"
#include "lib/schema/order.h"

enum { MOST_ATTEMPTS = 5 }; // against an editor that saves again and again

// One change on its way.
struct change {
    const struct change_options *options;
    change_make *make;
    void *context;
    struct change_outcome *outcome;
    struct text content; // as it is to be
};

// Whose trouble it is: the file's name comes before what is known already.
static int of_file(const struct change *change, struct trouble *trouble) {
    struct buffer detail = {0};
    const char *path = change->options->path;
    if (strncmp(trouble->detail, path, strlen(path)) == 0)
        return -1;
    buffer_format(&detail, "%s%s%s", path, trouble->detail[0] ? ": " : "", trouble->detail);
    buffer_add_char(&detail, '\0');
    if (!detail.failed)
        trouble_tell(trouble, trouble->number, trouble->what, detail.bytes);
    buffer_free(&detail);
    return -1;
}

static struct edit_order order_of(enum file_kind kind) {
    static const char *const words[] = {"plan", "meldcode", "organisatie", "kader"};
    const struct soort *soort = soort_named(words[kind]);
    return soort ? schema_order(*soort->type) : (struct edit_order){.rank = NULL};
}

// ---- whether the result may stand ----

static bool is_form_error(const struct finding *finding) {
    return finding->severity == SEVERITY_FOUT &&
           text_starts(text_of(rules[meldingen[finding->melding].rule].id), "FMT-");
}

static size_t count_of(const struct findings *findings, enum melding melding) {
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count += findings->items[i].melding == melding && is_form_error(&findings->items[i]);
    return count;
}

// Refuses what would make a mistake in the form of the file.
static int refuse_mistakes(const struct change *change, struct trouble *trouble) {
    const struct findings *before = &change->outcome->before.findings;
    const struct findings *after = &change->outcome->after.findings;
    for (size_t i = 0; i < after->count; i++) {
        const struct finding *finding = &after->items[i];
        if (!is_form_error(finding) ||
            count_of(after, finding->melding) <= count_of(before, finding->melding))
            continue;
        struct buffer words = {0};
        report_message(&words, finding, words_language(), false);
        buffer_add_char(&words, '\0');
        trouble_tell(trouble, 0, N_("that would be a mistake; the file is as it was"),
                     words.failed ? "" : words.bytes);
        buffer_free(&words);
        return of_file(change, trouble);
    }
    return 0;
}

// ---- the change ----

// Makes the change on what was read. Returns 0, or -1 with trouble.
static int attempt(struct change *change, struct text source, struct trouble *trouble) {
    struct change_outcome *outcome = change->outcome;
    const struct change_options *options = change->options;
    struct edit edit;
    struct kader_note ignored;
    if (judging_source(&outcome->judging, options->path, options->kind, source, &outcome->arena,
                       &outcome->scratch, &outcome->before, &outcome->note, trouble) != 0)
        return -1;
    *trouble = (struct trouble){.what = N_("the change was not made")};
    if (edit_begin(&edit, source, order_of(options->kind), &outcome->arena, &outcome->scratch,
                   trouble) != 0 ||
        change->make(&edit, &outcome->before, change->context, trouble) != 0)
        return of_file(change, trouble);
    outcome->changed = edit.changes > 0 && !text_equal(edit.source, source);
    outcome->after = outcome->before;
    change->content = edit.source;
    if (!outcome->changed)
        return 0;
    if (judging_source(&outcome->judging, options->path, options->kind, edit.source,
                       &outcome->arena, &outcome->scratch, &outcome->after, &ignored, trouble) != 0)
        return -1;
    return refuse_mistakes(change, trouble);
}

// Shows what would change, and neither writes nor locks anything.
static int show(struct change *change, struct trouble *trouble) {
    struct change_outcome *outcome = change->outcome;
    const char *path = change->options->path;
    struct text source;
    bool too_large = false;
    if (input_read(path, TREE_LARGEST, &outcome->arena, &source, &too_large, trouble) != 0)
        return -1;
    if (too_large)
        return trouble_tell(trouble, EFBIG, N_("cannot be read"), path);
    if (attempt(change, source, trouble) != 0)
        return -1;
    if (outcome->changed)
        diff_unified(path, source, change->content, &outcome->difference);
    if (outcome->difference.failed)
        return trouble_tell(trouble, ENOMEM, N_("cannot be shown"), path);
    return 0;
}

// Changes the file that is held, again when somebody else changed it meanwhile.
static int change_held(struct change *change, struct replace *held, struct text source,
                       struct trouble *trouble) {
    struct change_outcome *outcome = change->outcome;
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
        if (attempt(change, source, trouble) != 0)
            return -1;
        if (!outcome->changed)
            return 0;
        switch (replace_commit(held, change->content, trouble)) {
        case REPLACE_DONE:
            return 0;
        case REPLACE_FAILED:
            return -1;
        default:
            arena_reset(&outcome->arena);
            if (replace_again(held, &outcome->arena, &source, trouble) != 0)
                return -1;
        }
    }
    return trouble_tell(trouble, 0,
                        N_("is changed by another program again and again; nothing was written"),
                        change->options->path);
}

int change_file(const struct change_options *options, change_make *make, void *context,
                struct change_outcome *outcome, struct trouble *trouble) {
    struct change change = {options, make, context, outcome, {NULL, 0}};
    struct text source;
    *outcome = (struct change_outcome){.changed = false};
    arena_init(&outcome->arena, 0);
    arena_init(&outcome->scratch, 0);
    if (judging_begin(&outcome->judging, options->today) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be changed"), options->path);
    if (options->dry_run)
        return show(&change, trouble);
    struct replace *held =
        replace_open(options->path, options->wait, TREE_LARGEST, &outcome->arena, &source, trouble);
    if (!held)
        return -1;
    int result = change_held(&change, held, source, trouble);
    replace_close(held);
    return result;
}

void change_end(struct change_outcome *outcome) {
    judging_end(&outcome->judging);
    buffer_free(&outcome->difference);
    arena_free(&outcome->arena);
    arena_free(&outcome->scratch);
}
