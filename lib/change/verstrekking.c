// SPDX-License-Identifier: EUPL-1.2
// Adding one item to what was handed to whom.
#include "lib/change/verstrekking.h"

#include <errno.h>
#include <string.h>

#include "lib/base/replace.h"
#include "lib/base/words.h"
#include "lib/change/change.h"
#include "lib/method/fingerprint.h"
#include "lib/method/inzage.h"
#include "lib/schema/schema.h"

// Whether what somebody may see of a plan still has this fingerprint.
static bool is_what_was_given(const struct plan_plan *plan, const struct verstrekking *verstrekking,
                              struct arena *arena) {
    struct inzage inzage;
    struct plan_plan *seen = arena_alloc(arena, sizeof *seen);
    char print[FINGERPRINT_ROOM];
    return seen &&
           inzage_bepaal(plan, verstrekking->aan, verstrekking->datum, arena, &inzage) == 0 &&
           inzage.uitkomst == INZAGE_GEGEVEN &&
           zicht_lees(inzage.root, verstrekking->datum, arena, seen) == 0 &&
           fingerprint_take(seen, FINGERPRINT_GEGEVEN, print) == 0 &&
           strcmp(print, verstrekking->vingerafdruk) == 0;
}

static struct piece *item_of(const struct verstrekking *verstrekking, struct arena *arena) {
    const struct schema_type *words = &schema_types[TYPE_ONDERDEEL];
    char datum[DATE_ROOM];
    struct piece *item = piece_mapping(arena);
    date_write(verstrekking->datum, datum);
    const char *written = arena_copy(arena, datum, strlen(datum));
    piece_add(item, "datum", written ? piece_scalar(arena, text_of(written)) : NULL);
    piece_say(item, "aan", verstrekking->aan, arena);
    struct piece *parts = piece_add(item, "onderdelen", piece_list(arena));
    for (int i = 0; i < words->word_count; i++)
        if (verstrekking->onderdelen >> i & 1)
            piece_add(parts, NULL, piece_scalar(arena, text_of(words->words[i].word)));
    piece_say(item, "vorm", text_of(verstrekking->vorm), arena);
    piece_say(item, "vingerafdruk", text_of(verstrekking->vingerafdruk), arena);
    return item;
}

static int make(struct edit *edit, const struct check_result *before, void *context,
                struct trouble *trouble) {
    const struct verstrekking *verstrekking = context;
    if (!is_what_was_given(&before->plan, verstrekking, edit->arena))
        return trouble_tell(
            trouble, 0,
            N_("was changed since the document was made; the document is there, but "
               "that it was handed over is not recorded. Make it again"),
            NULL);
    return edit_add(edit, "/verstrekkingen/-", item_of(verstrekking, edit->arena), trouble);
}

int verstrekking_leg_vast(const char *path, const struct verstrekking *verstrekking,
                          struct trouble *trouble) {
    struct change_options options = {
        .path = path, .kind = KIND_PLAN, .today = verstrekking->datum, .wait = REPLACE_WAIT};
    struct verstrekking given = *verstrekking;
    struct change_outcome outcome;
    int done = change_file(&options, make, &given, &outcome, trouble);
    if (done != 0 && !trouble->detail[0])
        trouble_tell(trouble, trouble->number, trouble->what, path);
    change_end(&outcome);
    return done;
}
