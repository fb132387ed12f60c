// SPDX-License-Identifier: EUPL-1.2
// Reading `uiterlijk`, with files only from below the framework's own folder.
#include "lib/render/look_kader.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/realfolder.h"
#include "lib/base/words.h"

typedef int read_file(const char *path, struct arena *arena, struct look *look,
                      struct trouble *trouble);

// Reads the file that `name` means in `home`, wherever links lead.
static int read_inside(const char *home, struct text name, read_file *reads, struct arena *arena,
                       struct look *look, struct trouble *trouble) {
    size_t room = strlen(home) + name.length + 2;
    char *path = arena_zero(arena, room, 1);
    if (!path)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), NULL);
    snprintf(path, room, "%s/%.*s", home, (int)name.length, name.bytes);
    char *real = realpath(path, NULL);
    if (!real)
        return trouble_tell(trouble, errno, N_("cannot be opened"), path);
    int outcome = realfolder_holds(home, real)
                      ? reads(real, arena, look, trouble)
                      : trouble_tell(trouble, 0,
                                     N_("is not in the folder of the local framework that names "
                                        "it, or below it"),
                                     path);
    free(real);
    return outcome;
}

int look_of_kader(const struct plan_kader *kader, const char *home, struct arena *arena,
                  struct look *look, struct trouble *trouble) {
    int outcome = 0;
    if (!kader || !kader->uiterlijk.node)
        return 0;
    const struct plan_kader_uiterlijk *own = &kader->uiterlijk;
    if (look->afzender.length == 0)
        look->afzender = text_trim(own->afzender.text);
    if (!look->colour && own->kleur.text.length > 0)
        outcome |= look_take_colour(own->kleur.text, arena, look, trouble);
    if (home && look->logo.length == 0 && own->logo.text.length > 0)
        outcome |= read_inside(home, own->logo.text, look_read_logo, arena, look, trouble);
    if (home && look->style.length == 0 && own->stijl.text.length > 0)
        outcome |= read_inside(home, own->stijl.text, look_read_style, arena, look, trouble);
    return outcome ? -1 : 0;
}
