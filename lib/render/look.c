// SPDX-License-Identifier: EUPL-1.2
// Reading what an organisation brings, and refusing what would reach outside the document.
#include "lib/render/look.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lib/base/input.h"
#include "lib/base/utf8.h"
#include "lib/base/words.h"
#include "lib/render/html.h"

// ---- looking through ----

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool starts(struct text text, size_t at, const char *word) {
    size_t length = strlen(word);
    if (text.length - at < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower(text.bytes[at + i]) != word[i])
            return false;
    return true;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static size_t past_blanks(struct text text, size_t at) {
    while (at < text.length && is_blank(text.bytes[at]))
        at++;
    return at;
}

static bool holds(struct text text, const char *word) {
    for (size_t i = 0; i < text.length; i++)
        if (starts(text, i, word))
            return true;
    return false;
}

// Whether what stands at `at`, perhaps in quotation marks, is within the document itself.
static bool stays_inside(struct text text, size_t at) {
    at = past_blanks(text, at);
    if (at < text.length && (text.bytes[at] == '"' || text.bytes[at] == '\''))
        at = past_blanks(text, at + 1);
    return at < text.length &&
           (text.bytes[at] == '#' || starts(text, at, "data:image/png") ||
            starts(text, at, "data:image/jpeg") || starts(text, at, "data:font/"));
}

// Whether every url() stays within.
static bool urls_stay_inside(struct text css) {
    for (size_t i = 0; i < css.length; i++)
        if (starts(css, i, "url(") && !stays_inside(css, i + 4))
            return false;
    return true;
}

// ---- style sheets ----

// CSS without its escapes, so that none hides a word. An escape stands for one character.
static struct text unescape(struct text css, char *into) {
    size_t length = 0;
    for (size_t i = 0; i < css.length; i++) {
        if (css.bytes[i] != '\\') {
            into[length++] = css.bytes[i];
            continue;
        }
        unsigned code = 0;
        int digits = 0;
        while (digits < 6 && i + 1 < css.length &&
               strchr("0123456789abcdefABCDEF", css.bytes[i + 1]) && css.bytes[i + 1]) {
            char c = lower(css.bytes[++i]);
            code = code * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
            digits++;
        }
        if (digits == 0)
            continue; // the character behind it stands for itself
        if (i + 1 < css.length && is_blank(css.bytes[i + 1]))
            i++;
        into[length++] = code < 0x80 ? (char)code : '?';
    }
    return (struct text){into, length};
}

static bool is_safe_style(struct text css, struct arena *arena, bool *no_memory) {
    static const char *const refused[] = {"</",          "<!--",      "@import",      "image-set(",
                                          "expression(", "behavior:", "-moz-binding", "src("};
    char *room = arena_alloc(arena, css.length + 1);
    *no_memory = !room;
    if (!room)
        return false;
    struct text plain = unescape(css, room);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (holds(css, refused[i]) || holds(plain, refused[i]))
            return false;
    return urls_stay_inside(css) && urls_stay_inside(plain);
}

static bool is_text(struct text text) {
    for (size_t i = 0; i < text.length;) {
        uint32_t point = 0;
        size_t step = utf8_decode(text.bytes + i, text.length - i, &point);
        if (point == 0 || (point == 0xfffd && step == 1))
            return false;
        i += step;
    }
    return true;
}

int look_read_style(const char *path, struct arena *arena, struct look *look,
                    struct trouble *trouble) {
    struct text css;
    bool too_large = false;
    bool no_memory = false;
    if (input_read(path, LOOK_LARGEST_STYLE, arena, &css, &too_large, trouble) != 0)
        return -1;
    if (too_large)
        return trouble_tell(trouble, 0, N_("is larger than a style sheet may be (256 KiB)"), path);
    if (!is_text(css))
        return trouble_tell(trouble, 0, N_("is not a style sheet in UTF-8"), path);
    if (!is_safe_style(css, arena, &no_memory))
        return no_memory ? trouble_tell(trouble, ENOMEM, N_("cannot be read"), path)
                         : trouble_tell(trouble, 0,
                                        N_("names something outside itself (@import, url(…), "
                                           "</…): put pictures and fonts in it as data:"),
                                        path);
    look->style = css;
    return 0;
}

// ---- logos ----

static bool is_png(struct text bytes) {
    static const char magic[] = "\x89PNG\r\n\x1a\n";
    return bytes.length > 8 && memcmp(bytes.bytes, magic, 8) == 0;
}

// Whether every attribute of that name stays within. What only ends in the name (xlink:href) is
// one of them.
static bool attributes_stay_inside(struct text svg, const char *name) {
    for (size_t i = 0; i < svg.length; i++) {
        if (!starts(svg, i, name))
            continue;
        size_t at = past_blanks(svg, i + strlen(name));
        if (at < svg.length && svg.bytes[at] == '=' && !stays_inside(svg, at + 1))
            return false;
    }
    return true;
}

// Whether an attribute such as onload= is there.
static bool has_handler(struct text svg) {
    for (size_t i = 1; i < svg.length; i++) {
        if (!starts(svg, i, "on") ||
            !(is_blank(svg.bytes[i - 1]) || strchr("\"'/", svg.bytes[i - 1])))
            continue;
        size_t at = i + 2;
        while (at < svg.length && lower(svg.bytes[at]) >= 'a' && lower(svg.bytes[at]) <= 'z')
            at++;
        at = past_blanks(svg, at);
        if (at < svg.length && svg.bytes[at] == '=')
            return true;
    }
    return false;
}

// Only plain drawing passes: no scripts, no other files, and no way of writing that hides them.
static bool is_safe_svg(struct text svg) {
    static const char *const refused[] = {
        "<script",        "<!doctype",   "<!entity", "<?xml-stylesheet", "@import", "&#",
        "<foreignobject", "javascript:", "<iframe",  "<embed",           "<object", "<handler",
        "image-set(",     "\\"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (holds(svg, refused[i]))
            return false;
    if (holds(svg, "encoding=") && !holds(svg, "encoding=\"utf-8\"") &&
        !holds(svg, "encoding='utf-8'"))
        return false;
    return !has_handler(svg) && urls_stay_inside(svg) && attributes_stay_inside(svg, "href") &&
           attributes_stay_inside(svg, "src");
}

int look_read_logo(const char *path, struct arena *arena, struct look *look,
                   struct trouble *trouble) {
    struct text bytes;
    bool too_large = false;
    if (input_read(path, LOOK_LARGEST_LOGO, arena, &bytes, &too_large, trouble) != 0)
        return -1;
    if (too_large)
        return trouble_tell(trouble, 0, N_("is larger than a logo may be (1 MiB)"), path);
    bool png = is_png(bytes);
    if (!png && !(is_text(bytes) && holds(bytes, "<svg")))
        return trouble_tell(trouble, 0, N_("is neither a PNG nor an SVG picture"), path);
    if (!png && !is_safe_svg(bytes))
        return trouble_tell(trouble, 0,
                            N_("holds a script, or something outside itself; save it as plain SVG "
                               "or as PNG"),
                            path);
    struct buffer uri = {0};
    buffer_format(&uri, "data:image/%s;base64,", png ? "png" : "svg+xml");
    html_base64(&uri, bytes);
    char *copy = uri.failed ? NULL : arena_copy(arena, uri.bytes, uri.length);
    look->logo = (struct text){copy, copy ? uri.length : 0};
    buffer_free(&uri);
    return copy ? 0 : trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
}

// ---- the colour ----

static int channel(const char *colour, int which) {
    int value = 0;
    for (int i = 0; i < 2; i++) {
        char c = lower(colour[which * 2 + i]);
        value = value * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return value;
}

// WCAG's contrast with white, from 1 to 21.
static double contrast_with_white(const char *colour) {
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
        double part = channel(colour, i) / 255.0;
        luminance +=
            weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return 1.05 / (luminance + 0.05);
}

int look_take_colour(struct text colour, struct arena *arena, struct look *look,
                     struct trouble *trouble) {
    bool right = colour.length == 7 && colour.bytes[0] == '#';
    for (size_t i = 1; i < colour.length && right; i++)
        right = strchr("0123456789abcdefABCDEF", colour.bytes[i]) != NULL && colour.bytes[i];
    if (!right)
        return trouble_tell(trouble, 0, N_("a colour is written as #0e4a59"), NULL);
    char *digits = arena_copy(arena, colour.bytes + 1, 6);
    if (!digits)
        return trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    if (contrast_with_white(digits) < 4.5)
        return trouble_tell(trouble, 0,
                            N_("the colour is too light for white letters on it; take a darker "
                               "one"),
                            NULL);
    look->colour = digits;
    return 0;
}

// The colour mixed with white: `parts` hundredths of it.
static void write_tint(const char *colour, int parts, struct buffer *out) {
    buffer_add_char(out, '#');
    for (int i = 0; i < 3; i++)
        buffer_format(out, "%02x", (unsigned)(255 - (255 - channel(colour, i)) * parts / 100));
}

void look_write_style(const struct look *look, struct buffer *out) {
    if (!look)
        return;
    if (look->colour) {
        static const char *const media[] = {"print", "screen and (prefers-color-scheme: light)"};
        for (int i = 0; i < 2; i++) {
            buffer_format(out, "@media %s { :root { --hoofd: #%s; --hoofd-vlak: ", media[i],
                          look->colour);
            write_tint(look->colour, 10, out);
            buffer_add_string(out, "; } }\n");
        }
        buffer_format(out, ".omslag { background-color: #%s; background-image: none; }\n",
                      look->colour);
    }
    if (look->style.length > 0) {
        buffer_add(out, look->style);
        buffer_add_char(out, '\n');
    }
}
