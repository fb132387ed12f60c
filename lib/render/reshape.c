// SPDX-License-Identifier: EUPL-1.2
// Going through our own HTML tag by tag, and writing it down as Markdown can hold it.
#include "lib/render/reshape.h"

#include <string.h>

#include "lib/render/tag.h"

// Where the reading is.
struct reshape {
    struct buffer *out;
    bool table;    // a table was opened, and is not yet written: its caption goes first
    bool headless; // in a table that becomes a list
    bool cell;     // in a cell
    bool item;     // in a list item that a cell became
    bool head;     // in the cell that names the others of its row
    bool began;    // the cell holds something
    bool broken;   // a line was broken in the cell
    bool inner_link;
    bool pill;
};

static bool is_one_of(struct text name, const char *const *names) {
    for (; *names; names++)
        if (text_is(name, *names))
            return true;
    return false;
}

// ---- Markdown ----

// Opens what waits for content: a list item, or a break within a cell.
static void write_waiting(struct reshape *reshape) {
    if (reshape->headless && reshape->cell && !reshape->item) {
        buffer_add_string(reshape->out, "<li>");
        reshape->item = true;
        reshape->began = false;
    }
    if (reshape->broken && reshape->began) {
        while (reshape->out->length > 0 && reshape->out->bytes[reshape->out->length - 1] == ' ')
            reshape->out->length--;
        buffer_add_string(reshape->out, "; ");
    }
    if (reshape->head && !reshape->began && reshape->headless)
        buffer_add_string(reshape->out, "<strong>");
    reshape->broken = false;
    reshape->began = true;
}

// Whether what begins with "&amp;" would be read as a character by its name or number.
static bool is_reference(struct text text) {
    size_t i = strlen("&amp;");
    size_t begin = i;
    while (i < text.length &&
           (text.bytes[i] == '#' || (text.bytes[i] >= '0' && text.bytes[i] <= '9') ||
            (text.bytes[i] >= 'a' && text.bytes[i] <= 'z') ||
            (text.bytes[i] >= 'A' && text.bytes[i] <= 'Z')))
        i++;
    return i > begin && i < text.length && text.bytes[i] == ';';
}

// Adds words. Pandoc 2 does not escape `&` in Markdown: one that would be taken for more than it
// is gets written twice over.
static void add_words(struct buffer *out, struct text words) {
    const char *next;
    while ((next = tag_find(words, "&amp;"))) {
        size_t before = (size_t)(next - words.bytes) + strlen("&amp;");
        struct text rest = {next, words.length - (size_t)(next - words.bytes)};
        buffer_add(out, (struct text){words.bytes, before});
        if (is_reference(rest))
            buffer_add_string(out, "amp;");
        words = (struct text){words.bytes + before, words.length - before};
    }
    buffer_add(out, words);
}

static void write_text(struct reshape *reshape, struct text text) {
    if (!reshape->cell) {
        add_words(reshape->out, text);
        return;
    }
    struct text words = text_trim(text);
    if (words.length == 0) {
        if (reshape->began && !reshape->broken && text.length > 0)
            buffer_add_char(reshape->out, ' ');
        return;
    }
    if (words.bytes != text.bytes && reshape->began && !reshape->broken)
        buffer_add_char(reshape->out, ' ');
    write_waiting(reshape);
    add_words(reshape->out, words);
    if (words.bytes + words.length != text.bytes + text.length)
        buffer_add_char(reshape->out, ' ');
}

static void write_cell(struct reshape *reshape, const struct tag *tag) {
    bool is_head = text_is(tag->name, "th");
    if (!reshape->headless) {
        buffer_add(reshape->out, tag->whole);
        reshape->cell = !tag->closes;
        reshape->began = reshape->broken = false;
        return;
    }
    if (!tag->closes) {
        reshape->cell = true;
        reshape->head = is_head;
        reshape->began = reshape->broken = false;
        return;
    }
    if (reshape->head && reshape->began) {
        char last = reshape->out->length > 0 ? reshape->out->bytes[reshape->out->length - 1] : '?';
        buffer_add_string(reshape->out, last == '?' ? "</strong> " : ":</strong> ");
    }
    if (!is_head && reshape->item) {
        buffer_add_string(reshape->out, "</li>\n");
        reshape->item = false;
    }
    reshape->cell = reshape->head = reshape->broken = false;
}

// Tables; true when the tag was one of theirs.
static bool write_of_table(struct reshape *reshape, const struct tag *tag, struct text rest) {
    static const char *const dropped[] = {"colgroup", "col", NULL};
    static const char *const rows[] = {"thead", "tbody", "tr", NULL};
    if (text_is(tag->name, "table")) {
        const char *end = tag_find(rest, "</table>");
        const char *head = tag_find(rest, "<thead>");
        if (tag->closes) {
            buffer_add_string(reshape->out, reshape->headless ? "</ul>\n" : "</table>\n");
            reshape->headless = false;
        } else {
            reshape->table = true;
            reshape->headless = !head || (end && head > end);
        }
    } else if (text_is(tag->name, "caption")) {
        buffer_add_string(reshape->out, tag->closes ? "</strong></p>\n" : "<p><strong>");
    } else if (is_one_of(tag->name, dropped) || is_one_of(tag->name, rows)) {
        if (reshape->table)
            buffer_add_string(reshape->out, reshape->headless ? "<ul>\n" : "<table>\n");
        reshape->table = false;
        if (!reshape->headless && is_one_of(tag->name, rows))
            buffer_add(reshape->out, tag->whole);
        if (reshape->headless && reshape->item && text_is(tag->name, "tr") && tag->closes) {
            buffer_add_string(reshape->out, "</li>\n");
            reshape->item = false;
        }
    } else if (text_is(tag->name, "td") || text_is(tag->name, "th")) {
        write_cell(reshape, tag);
    } else {
        return false;
    }
    return true;
}

// Links within the page, which Markdown has no marks for, keep their words only. True when the tag
// is such a link, or closes it.
static bool leave_out(struct reshape *reshape, const struct tag *tag) {
    if (!text_is(tag->name, "a"))
        return false;
    if (!tag->closes)
        reshape->inner_link = tag_find(tag->whole, "href=\"#") != NULL;
    return reshape->inner_link;
}

static void write_tag(struct reshape *reshape, const struct tag *tag, struct text rest) {
    static const char *const within[] = {"a", "em", "strong", "span", NULL};
    if (write_of_table(reshape, tag, rest) || leave_out(reshape, tag))
        return;
    if (text_is(tag->name, "img")) {
        struct text words = tag_attribute(tag->whole, "alt=\"");
        if (!reshape->cell && words.length > 0) {
            buffer_add_string(reshape->out, "<em>");
            buffer_add(reshape->out, words);
            buffer_add_string(reshape->out, "</em>");
        }
    } else if (!reshape->cell) {
        reshape_pill(tag, &reshape->pill, reshape->out);
        buffer_add(reshape->out, tag->whole);
    } else if (is_one_of(tag->name, within)) {
        if (!tag->closes)
            write_waiting(reshape);
        buffer_add(reshape->out, tag->whole);
    } else {
        reshape->broken = true;
    }
}

void reshape_pill(const struct tag *tag, bool *within, struct buffer *out) {
    if (!text_is(tag->name, "span"))
        return;
    if (tag->closes && *within)
        buffer_add_char(out, ':');
    *within = !tag->closes && tag_find(tag->whole, "class=\"pil\"") != NULL;
}

void reshape_for_markdown(struct text html, struct buffer *out) {
    struct reshape reshape = {.out = out};
    for (size_t i = 0; i < html.length;) {
        const char *at = html.bytes + i;
        size_t left = html.length - i;
        if (*at == '<') {
            struct tag tag = tag_read((struct text){at, left});
            i += tag.whole.length;
            write_tag(&reshape, &tag, (struct text){html.bytes + i, html.length - i});
        } else {
            const char *next = memchr(at, '<', left);
            size_t length = next ? (size_t)(next - at) : left;
            write_text(&reshape, (struct text){at, length});
            i += length;
        }
    }
}
