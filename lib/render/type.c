// SPDX-License-Identifier: EUPL-1.2
// The table of types.
#include "lib/render/type.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "lib/base/words.h"
#include "lib/render/ics.h"
#include "lib/render/json.h"
#include "lib/render/office.h"
#include "lib/render/part.h"

static int write_html(const struct document_page *page, struct arena *arena, struct buffer *out,
                      struct trouble *trouble) {
    struct document_page alone = *page;
    (void)arena;
    alone.form = DOCUMENT_ALONE;
    return document_write(&alone, out, trouble);
}

static int write_json(const struct document_page *page, struct arena *arena, struct buffer *out,
                      struct trouble *trouble) {
    if (page->dossier && page->part->anonymous)
        return trouble_tell(trouble, 0,
                            N_("as JSON a record shows who the people are; make a document of it"),
                            NULL);
    if (json_plan(page, arena, out) != 0)
        return trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    return 0;
}

static int write_ics(const struct document_page *page, struct arena *arena, struct buffer *out,
                     struct trouble *trouble) {
    if (page->part->due == 0)
        return trouble_tell(trouble, 0, N_("this part holds nothing for a calendar"), NULL);
    if (ics_plan(page, arena, out) != 0)
        return trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    return 0;
}

const struct type types[] = {
    {"pdf", ROUTE_ENGINE, true, NULL, NULL, NULL},
    {"html", ROUTE_OWN, false, write_html, NULL, NULL},
    {"docx", ROUTE_PANDOC, true, NULL, "docx", office_docx},
    {"odt", ROUTE_PANDOC, true, NULL, "odt", office_odt},
    {"md", ROUTE_PANDOC, false, NULL, "gfm-raw_html", NULL},
    {"json", ROUTE_OWN, false, write_json, NULL, NULL},
    {"ics", ROUTE_OWN, false, write_ics, NULL, NULL},
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
