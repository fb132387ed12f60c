// SPDX-License-Identifier: EUPL-1.2
// Reading one file and judging it.
#include "lib/change/judging.h"

#include <errno.h>

#include "lib/base/input.h"
#include "lib/base/words.h"

int judging_begin(struct judging *judging, struct date today) {
    *judging = (struct judging){.options.today = today};
    for (int i = 0; i < RULE_COUNT; i++)
        judging->options.selected[i] = true;
    judging->store = kader_store_open(today);
    if (!judging->store)
        return -1;
    kader_reader_begin(&judging->kaders, judging->store);
    return 0;
}

void judging_end(struct judging *judging) {
    if (judging->store)
        kader_reader_end(&judging->kaders);
    kader_store_close(judging->store);
    realfolder_free(&judging->folder);
    judging->store = NULL;
}

static const char *other_kind(enum file_kind kind) {
    switch (kind) {
    case KIND_PLAN:
        return N_("is not a plan: `soort: plan` does not stand in it");
    case KIND_MELDCODE:
        return N_("is not a record of the meldcode: `soort: meldcode` does not stand in it");
    case KIND_ORGANISATIE:
        return N_("is not a checklist: `soort: organisatie` does not stand in it");
    default:
        return N_("holds no local agreements: `soort: kader` does not stand in it");
    }
}

int judging_source(struct judging *judging, const char *path, enum file_kind kind,
                   struct text source, struct arena *arena, struct arena *scratch,
                   struct check_result *result, struct kader_note *note, struct trouble *trouble) {
    if (source.length == 0)
        return trouble_tell(trouble, 0, N_("is empty"), path);
    if (!check_is_ours(source))
        return trouble_tell(trouble, 0,
                            N_("is not a file of g1p: no line of it begins with `g1p:`"), path);
    if (check_read(source, false, &judging->options, arena, scratch, result) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    if (!result->readable)
        return trouble_tell(trouble, 0,
                            N_("cannot be read as it stands; g1p-check says where it goes wrong"),
                            path);
    const struct node *soort = node_child(result->tree.root, "soort");
    if (result->kind != kind || node_absent(soort))
        return trouble_tell(trouble, 0, other_kind(kind), path);
    if (kader_judge(&judging->kaders, &judging->folder, path, &judging->options, result, note) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    return 0;
}

int judged_read(struct judged *judged, const char *path, enum file_kind kind, struct date today,
                struct trouble *trouble) {
    struct text source;
    bool too_large = false;
    *judged = (struct judged){.note.id = 0};
    arena_init(&judged->arena, 0);
    arena_init(&judged->scratch, 0);
    if (judging_begin(&judged->judging, today) != 0)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    if (input_read(path, TREE_LARGEST, &judged->arena, &source, &too_large, trouble) != 0)
        return -1;
    if (too_large)
        return trouble_tell(trouble, EFBIG, N_("cannot be read"), path);
    return judging_source(&judged->judging, path, kind, source, &judged->arena, &judged->scratch,
                          &judged->result, &judged->note, trouble);
}

void judged_end(struct judged *judged) {
    judging_end(&judged->judging);
    arena_free(&judged->arena);
    arena_free(&judged->scratch);
}
