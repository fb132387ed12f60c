// SPDX-License-Identifier: EUPL-1.2
// The page around a part of the plan: head, style sheet, and where its content begins.
#include "lib/render/document.h"

#include <errno.h>

#include "lib/base/words.h"
#include "lib/render/asset.h"
#include "lib/render/document_parts.h"
#include "lib/render/part.h"

static void write_head(const struct document *document) {
    struct buffer *out = document->out;
    html_raw(out, "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    buffer_format(out, "%s · ", document->part->title);
    html_attribute(out, document->plan->huishouden.naam.text); // no markup in a title
    html_raw(out, "</title>\n");
    if (document->form == DOCUMENT_ALONE) {
        html_raw(out, "<style>\n");
        html_raw(out, asset_style);
        html_raw(out, "</style>\n");
    }
    html_raw(out, "</head>\n");
}

int document_write(const struct document_page *page, struct buffer *out, struct trouble *trouble) {
    struct document document = {out, page->plan, page->today, page->part, page->form};
    write_head(&document);
    html_raw(out, "<body>\n");
    if (page->form == DOCUMENT_ALONE)
        html_raw(out, "<a class=\"springlink\" href=\"#inhoud\">Naar de inhoud</a>\n");
    html_raw(out, "<main class=\"blad\" id=\"inhoud\">\n");
    if (page->part->write(&document, trouble) != 0)
        return -1;
    html_raw(out, "</main>\n</body>\n</html>\n");
    return out->failed ? trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL) : 0;
}
