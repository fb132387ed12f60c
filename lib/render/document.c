// SPDX-License-Identifier: EUPL-1.2
// The page around a part of the plan: head, style sheet, and where its content begins.
#include "lib/render/document.h"

#include <errno.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/render/asset.h"
#include "lib/render/document_parts.h"
#include "lib/render/look.h"
#include "lib/render/part.h"

// The head, for people's browsers with how to show it.
static void write_head(const struct document *document, const struct look *look) {
    struct buffer *out = document->out;
    bool edited = document->form == DOCUMENT_TO_EDIT;
    const char *language = words_document_language();
    buffer_format(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                  edited && strcmp(language, "nl") == 0 ? "nl-NL" : language);
    if (!edited)
        html_raw(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n");
    // No markup in a title; and what names nobody needs no name here either.
    struct text whose = document->part->anonymous ? (struct text){NULL, 0}
                        : document->dossier       ? document->dossier->nummer.text
                                                  : document->plan->huishouden.naam.text;
    buffer_format(out, "<title>%s", D_(document->part->title));
    html_raw(out, whose.length > 0 ? " · " : "");
    html_attribute(out, whose);
    html_raw(out, "</title>\n");
    if (document->form == DOCUMENT_ALONE) {
        html_raw(out, "<style>\n");
        html_raw(out, asset_style);
        html_raw(out, asset_screen);
        look_write_style(look, out);
        html_raw(out, "</style>\n");
    }
    html_raw(out, "</head>\n");
}

// That it is not all, or not by name, said where the reader comes to the end.
static void write_what_it_is(struct document *document) {
    if (document->partial)
        html_words(
            document->out, "<div class=\"colofon\"><p>",
            D_("Dit is niet het hele plan. Hier staat wat het huishouden nu met jou wil delen."),
            "</p></div>\n");
    if (document->anonymous)
        html_words(document->out, "<div class=\"colofon\"><p>",
                   D_("De namen zijn vervangen door schuilnamen. Wie het huishouden kent, kan het "
                      "toch herkennen. Ga er zorgvuldig mee om."),
                   "</p></div>\n");
}

int document_refuse_partial(struct trouble *trouble) {
    return trouble_tell(trouble, 0,
                        N_("there is nothing in this part to show to who it is for; nothing was "
                           "made"),
                        NULL);
}

int document_write(const struct document_page *page, struct buffer *out, struct trouble *trouble) {
    struct document document = {.out = out,
                                .plan = page->plan,
                                .today = page->today,
                                .part = page->part,
                                .form = page->form,
                                .look = page->look,
                                .graphviz = page->graphviz,
                                .kader = page->kader,
                                .dossier = page->dossier,
                                .linked = page->linked,
                                .reader = page->reader,
                                .partial = page->partial,
                                .anonymous = page->anonymous};
    write_head(&document, page->look);
    html_raw(out, "<body>\n");
    if (page->form == DOCUMENT_ALONE)
        html_words(out, "<a class=\"springlink\" href=\"#inhoud\">", D_("Naar de inhoud"),
                   "</a>\n");
    html_raw(out, "<main class=\"blad\" id=\"inhoud\">\n");
    if (page->part->write(&document, trouble) != 0)
        return page->partial && trouble->number == 0 ? document_refuse_partial(trouble) : -1;
    write_what_it_is(&document);
    html_raw(out, "</main>\n</body>\n</html>\n");
    return out->failed ? trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL) : 0;
}
