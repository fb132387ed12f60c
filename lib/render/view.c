// SPDX-License-Identifier: EUPL-1.2
// From a plan to the view of it, and what is said about that.
#include "lib/render/view.h"

#include <errno.h>
#include <stdio.h>

#include "lib/base/words.h"
#include "lib/method/inzage.h"
#include "lib/method/pseudoniem.h"
#include "lib/schema/schema.h"

enum { MOST_PLACES = 20 };

struct making_view {
    const struct view_options *options;
    const char *command;
    const char *file;
    struct date today;
    struct arena *arena;
    struct view *view;
    struct buffer *notes;
    struct trouble *trouble;
};

static int out_of_memory(struct making_view *making) {
    return trouble_tell(making->trouble, ENOMEM, N_("no document can be made"), making->file);
}

// The plan of a tree that was made out of another.
static int take(struct making_view *making, struct node *root) {
    struct plan_plan *plan = arena_alloc(making->arena, sizeof *plan);
    if (!plan || zicht_lees(root, making->today, making->arena, plan) != 0)
        return out_of_memory(making);
    making->view->plan = plan;
    return 0;
}

static int take_record(struct making_view *making, struct node *root) {
    struct plan_meldcode *dossier = arena_alloc(making->arena, sizeof *dossier);
    if (!dossier || pseudoniem_lees_dossier(root, making->today, making->arena, dossier) != 0)
        return out_of_memory(making);
    making->view->dossier = dossier;
    return 0;
}

// ---- for whom ----

static int refuse(struct making_view *making, const struct inzage *inzage) {
    static const char *const reasons[] = {
        [INZAGE_ONBEKEND] = N_("nobody in this plan has the id that --for asks for"),
        [INZAGE_VERTROKKEN] = N_("who this is for has left, by `tot`; nothing was made"),
        [INZAGE_GEWEIGERD] = N_("the household consents to nothing being shown to them today "
                                "(`toestemming`); nothing was made"),
    };
    char detail[TROUBLE_DETAIL];
    if (inzage->nabij.length > 0)
        snprintf(detail, sizeof detail, "%s: %s (%.*s?)", making->file, making->options->reader,
                 (int)inzage->nabij.length, inzage->nabij.bytes);
    else
        snprintf(detail, sizeof detail, "%s: %s", making->file, making->options->reader);
    return trouble_tell(making->trouble, 0, reasons[inzage->uitkomst], detail);
}

static void say(struct making_view *making, const char *sentence) {
    buffer_format(making->notes, "%s: %s: %s\n", making->command, making->file, sentence);
}

static int for_reader(struct making_view *making) {
    struct inzage inzage;
    if (inzage_bepaal(making->view->plan, text_of(making->options->reader), making->today,
                      making->arena, &inzage) != 0)
        return out_of_memory(making);
    if (inzage.uitkomst != INZAGE_GEGEVEN)
        return refuse(making, &inzage);
    making->view->reader = text_of(making->options->reader);
    making->view->partial = inzage.weggelaten;
    making->view->onderdelen = inzage.onderdelen;
    if (inzage.weggelaten)
        say(making, _("parts of the plan were left out"));
    if (take(making, inzage.root) != 0)
        return -1;
    if (fingerprint_take(making->view->plan, FINGERPRINT_GEGEVEN, making->view->vingerafdruk) != 0)
        return out_of_memory(making);
    return 0;
}

// ---- without names ----

// Where the words stand that may be names; at a terminal also which.
static void list_words(struct making_view *making, const struct pseudoniem *pseudoniem) {
    struct buffer *notes = making->notes;
    uint32_t line = 0;
    size_t places = 0;
    buffer_format(notes, "%s: %s: ", making->command, making->file);
    buffer_format(notes,
                  ngettext("%lu word or number may still tell who it is about; see line",
                           "%lu words or numbers may still tell who it is about; see line",
                           (unsigned long)pseudoniem->onbekend),
                  (unsigned long)pseudoniem->onbekend);
    for (size_t i = 0; i < pseudoniem->woord_count; i++) {
        const struct pseudoniem_woord *word = &pseudoniem->woorden[i];
        if (word->line == line && !making->options->excerpts)
            continue;
        if (!making->options->excerpts && places++ == MOST_PLACES) {
            buffer_add_string(notes, " …");
            break;
        }
        if (word->line != line)
            buffer_format(notes, "%s %lu", line ? "," : "", (unsigned long)word->line);
        line = word->line;
        if (making->options->excerpts) {
            buffer_add_string(notes, " ");
            buffer_add(notes, word->word);
        }
    }
    if (making->options->excerpts && pseudoniem->woord_count < pseudoniem->onbekend)
        buffer_add_string(notes, " …");
    buffer_add_char(notes, '\n');
}

// Somebody's id in a plan that was made of the plan `persoon` is of: everybody keeps their place.
static struct text id_in(const struct plan_plan *plan, struct persoon persoon) {
    switch (persoon.soort) {
    case PERSOON_LID:
        return plan->huishouden.leden.items[persoon.index].id.text;
    case PERSOON_NAASTE:
        return plan->netwerk.items[persoon.index].id.text;
    case PERSOON_PROFESSIONAL:
        return plan->professionals.items[persoon.index].id.text;
    default:
        return (struct text){NULL, 0};
    }
}

static int without_names(struct making_view *making) {
    struct pseudoniem pseudoniem;
    struct view *view = making->view;
    const struct plan_meldcode *dossier = view->dossier;
    int made = dossier ? pseudoniem_maak_dossier(dossier, making->arena, &pseudoniem)
                       : pseudoniem_maak(view->plan, making->today, making->options->sections,
                                         making->arena, &pseudoniem);
    if (made != 0)
        return out_of_memory(making);
    if (pseudoniem.onbekend > 0)
        list_words(making, &pseudoniem);
    if (pseudoniem.onbekend > 0 && making->options->strict)
        return trouble_tell(making->trouble, 0,
                            N_("names may be left in it, and --strict was asked; nothing was made"),
                            making->file);
    if (!making->options->quiet)
        say(making,
            _("the names are replaced; that is a pseudonym, not anonymity before the law: who "
              "knows the household can still recognise it. Read it before you share it"));
    view->anonymous = !making->options->quiet;
    if (dossier)
        return take_record(making, pseudoniem.root);
    struct persoon reader = plan_persoon(view->plan, view->reader);
    if (take(making, pseudoniem.root) != 0)
        return -1;
    view->reader = id_in(view->plan, reader);
    return 0;
}

int view_make(const struct view_options *options, const char *command, const char *file,
              const struct view *whole, struct date today, struct arena *arena, struct view *view,
              struct buffer *notes, struct trouble *trouble) {
    struct making_view making = {options, command, file, today, arena, view, notes, trouble};
    *view = *whole;
    if (options->reader && whole->dossier)
        return trouble_tell(trouble, 0,
                            N_("is a record of the meldcode: it is the professional's own, and is "
                               "not shared by consent to the plan; nothing was made"),
                            file);
    if (options->reader && for_reader(&making) != 0)
        return -1;
    if (options->anonymous && without_names(&making) != 0)
        return -1;
    return notes->failed ? out_of_memory(&making) : 0;
}

unsigned view_onderdelen(const struct view *view, const char *const *sections) {
    const struct schema_type *words = &schema_types[TYPE_ONDERDEEL];
    unsigned alles = 1U << ONDERDEEL_ALLES, all = (1U << words->word_count) - 1, held = 0;
    if (!sections)
        return view->onderdelen;
    for (; *sections; sections++) {
        struct text section = text_of(*sections);
        for (int i = 0; i < words->word_count; i++)
            if (text_is(section, words->words[i].word))
                held |= 1U << i;
        if (text_is(section, "huishouden") || text_is(section, "netwerk") ||
            text_is(section, "professionals"))
            held |= 1U << ONDERDEEL_CONTACTGEGEVENS;
    }
    held &= view->onderdelen & alles ? all & ~alles : view->onderdelen;
    return held ? held : view->onderdelen; // of what has no part by name
}
