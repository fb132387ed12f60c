// SPDX-License-Identifier: EUPL-1.2
// Our own HTML as word processors can hold it.
#include "lib/render/reshape.h"

#include <errno.h>
#include <nettle/base64.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/render/html.h"
#include "lib/render/tag.h"

// Where the reading is.
struct office {
    struct buffer *out;
    reshape_draw *draw;
    void *context;
    bool row_head;
    bool pill;
};

// ---- pictures ----

static const char svg_source[] = "src=\"data:image/svg+xml;base64,";

// What base64 of ours stands for; to be freed with buffer_free.
static void decode(struct text digits, struct buffer *bytes) {
    struct base64_decode_ctx state;
    size_t room = BASE64_DECODE_LENGTH(digits.length) + 1;
    size_t length = room;
    uint8_t *decoded = malloc(room);
    base64_decode_init(&state);
    if (decoded && base64_decode_update(&state, &length, decoded, digits.length, digits.bytes))
        buffer_add(bytes, (struct text){(const char *)decoded, length});
    else
        bytes->failed = true;
    free(decoded);
}

// How wide it is on the page: as wide as the text, or as its own width says, which counts for
// screens and is two thirds of that on paper.
static void write_width(struct text svg, struct buffer *out) {
    enum { WIDE = 300 };
    struct text root = tag_read(svg).whole;
    struct text width = tag_attribute(root, " width=\"");
    int points = 0;
    for (size_t i = 0;
         i < width.length && points < WIDE && width.bytes[i] >= '0' && width.bytes[i] <= '9'; i++)
        points = points * 10 + (width.bytes[i] - '0');
    if (points >= WIDE || points == 0)
        buffer_add_string(out, " width=\"100%\"");
    else
        buffer_format(out, " width=\"%d\"", (points * 2 + 2) / 3);
}

static int write_png(struct office *office, struct text tag, struct trouble *trouble) {
    struct buffer *out = office->out;
    struct buffer svg = {0};
    struct buffer png = {0};
    decode(tag_attribute(tag, svg_source), &svg);
    int outcome = svg.failed || svg.length == 0
                      ? trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL)
                      : office->draw(office->context, buffer_text(&svg), &png, trouble);
    if (outcome == 0) {
        buffer_add_string(out, "<img alt=\"");
        buffer_add(out, tag_attribute(tag, "alt=\""));
        buffer_add_string(out, "\" src=\"data:image/png;base64,");
        html_base64(out, buffer_text(&png));
        buffer_add_char(out, '"');
        write_width(buffer_text(&svg), out);
        buffer_add_char(out, '>');
    }
    buffer_free(&svg);
    buffer_free(&png);
    return outcome;
}

// ---- the rest ----

// A cell that names its row becomes an ordinary one with bold words: the writer of ODT drops those
// that name a row.
static void write_row_head(struct office *office, const struct tag *tag) {
    if (!tag->closes)
        office->row_head = tag_find(tag->whole, "scope=\"row\"") != NULL;
    if (!office->row_head) {
        buffer_add(office->out, tag->whole);
        return;
    }
    buffer_add_string(office->out, tag->closes ? "</strong></td>" : "<td><strong>");
    office->row_head = !tag->closes;
}

static int write_tag(struct office *office, const struct tag *tag, struct trouble *trouble) {
    if (text_is(tag->name, "th")) {
        write_row_head(office, tag);
        return 0;
    }
    if (office->draw && text_is(tag->name, "img") && tag_find(tag->whole, svg_source))
        return write_png(office, tag->whole, trouble);
    reshape_pill(tag, &office->pill, office->out);
    buffer_add(office->out, tag->whole);
    return 0;
}

int reshape_for_office(struct text html, reshape_draw *draw, void *context, struct buffer *out,
                       struct trouble *trouble) {
    struct office office = {.out = out, .draw = draw, .context = context};
    for (size_t i = 0; i < html.length;) {
        const char *at = html.bytes + i;
        const char *next = memchr(at, '<', html.length - i);
        size_t before = next ? (size_t)(next - at) : html.length - i;
        buffer_add(out, (struct text){at, before});
        i += before;
        if (!next)
            break;
        struct tag tag = tag_read((struct text){next, html.length - i});
        i += tag.whole.length;
        if (write_tag(&office, &tag, trouble) != 0)
            return -1;
    }
    return 0;
}
