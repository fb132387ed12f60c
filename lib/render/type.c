// SPDX-License-Identifier: EUPL-1.2
// The table of types.
#include "lib/render/type.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "lib/base/words.h"
#include "lib/render/json.h"

static int write_html(const struct document_page *page, struct arena *arena, struct buffer *out,
                      struct trouble *trouble) {
    struct document_page alone = *page;
    (void)arena;
    alone.form = DOCUMENT_ALONE;
    return document_write(&alone, out, trouble);
}

static int write_json(const struct document_page *page, struct arena *arena, struct buffer *out,
                      struct trouble *trouble) {
    if (json_plan(page, arena, out) != 0)
        return trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    return 0;
}

const struct type types[] = {
    {"pdf", ROUTE_ENGINE, true, NULL},
    {"html", ROUTE_OWN, false, write_html},
    {"json", ROUTE_OWN, false, write_json},
};

_Static_assert(sizeof types / sizeof *types <= TYPE_MOST, "TYPE_MOST");
const size_t type_count = sizeof types / sizeof *types;

const struct type *type_named(const char *name) {
    for (size_t i = 0; i < type_count; i++)
        if (strcasecmp(types[i].name, name) == 0)
            return &types[i];
    return NULL;
}

const struct type *type_by_suffix(const char *path) {
    const char *dot = strrchr(path, '.');
    if (!dot || strchr(dot, '/'))
        return NULL;
    return type_named(strcasecmp(dot, ".htm") == 0 ? "html" : dot + 1);
}
