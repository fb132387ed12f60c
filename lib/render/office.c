// SPDX-License-Identifier: EUPL-1.2
// Putting the reference documents together from their parts in lib/render/office.
#include "lib/render/office.h"

#include <string.h>

#include "lib/render/asset.h"
#include "lib/render/zip.h"

// The colour that the style sheets name.
static const char own_colour[] = "0E4A59";

static void write_coloured(const char *styles, const char *colour, struct buffer *out) {
    const char *next;
    while ((next = strstr(styles, own_colour))) {
        buffer_add(out, (struct text){styles, (size_t)(next - styles)});
        buffer_add_string(out, colour ? colour : own_colour);
        styles = next + strlen(own_colour);
    }
    buffer_add_string(out, styles);
}

static void write(const struct zip_file *files, size_t count, size_t styles_at, const char *colour,
                  struct buffer *out) {
    struct zip_file coloured[ZIP_MOST_FILES];
    struct buffer styles = {0};
    memcpy(coloured, files, count * sizeof *files);
    write_coloured(files[styles_at].content.bytes, colour, &styles);
    coloured[styles_at].content = buffer_text(&styles);
    zip_write(coloured, count, out);
    out->failed = out->failed || styles.failed;
    buffer_free(&styles);
}

void office_docx(const char *colour, struct buffer *out) {
    const struct zip_file files[] = {
        {"word/styles.xml", text_of(asset_docx_styles)},
        {"[Content_Types].xml", text_of(asset_docx_types)},
        {"_rels/.rels", text_of(asset_docx_rels)},
        {"word/document.xml", text_of(asset_docx_document)},
        {"word/_rels/document.xml.rels", text_of(asset_docx_document_rels)},
        {"word/header1.xml", text_of(asset_docx_header)},
        {"word/footer1.xml", text_of(asset_docx_footer)},
    };
    write(files, sizeof files / sizeof *files, 0, colour, out);
}

void office_odt(const char *colour, struct buffer *out) {
    const struct zip_file files[] = {
        {"mimetype", TEXT("application/vnd.oasis.opendocument.text")}, // must be the first
        {"styles.xml", text_of(asset_odt_styles)},
        {"content.xml", text_of(asset_odt_content)},
        {"meta.xml", text_of(asset_odt_meta)},
        {"META-INF/manifest.xml", text_of(asset_odt_manifest)},
    };
    write(files, sizeof files / sizeof *files, 1, colour, out);
}
