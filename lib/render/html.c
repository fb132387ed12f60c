// SPDX-License-Identifier: EUPL-1.2
// Escaping text, and the few shapes of markup that all documents share.
#include "lib/render/html.h"

#include <stdint.h>

#include "lib/base/utf8.h"
#include "lib/base/words.h"

void html_raw(struct buffer *out, const char *markup) {
    buffer_add_string(out, markup);
}

void html_words(struct buffer *out, const char *before, const char *words, const char *after) {
    html_raw(out, before);
    html_raw(out, words);
    html_raw(out, after);
}

// What an HTML document, or an engine behind it, cannot hold.
static bool is_refused(uint32_t point) {
    return point < 0x20 || (point >= 0x7f && point <= 0x9f) || (point & 0xfffe) == 0xfffe ||
           (point >= 0xfdd0 && point <= 0xfdef) || point == 0xfeff;
}

// Adds one code point that is no white space.
static void add_point(struct buffer *out, uint32_t point, struct text bytes) {
    switch (point) {
    case '&':
        buffer_add_string(out, "&amp;");
        return;
    case '<':
        buffer_add_string(out, "&lt;");
        return;
    case '>':
        buffer_add_string(out, "&gt;");
        return;
    case '"':
        buffer_add_string(out, "&quot;");
        return;
    case '\'':
        buffer_add_string(out, "&#39;");
        return;
    default:
        if (is_refused(point) || (point == 0xfffd && bytes.length == 1))
            buffer_add_string(out, "\xef\xbf\xbd");
        else
            buffer_add(out, bytes);
    }
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// U+2028 and U+2029 end a line too.
static bool is_line_mark(const char *bytes, size_t length) {
    return length >= 3 && bytes[0] == '\xe2' && bytes[1] == '\x80' &&
           (bytes[2] == '\xa8' || bytes[2] == '\xa9');
}

static void add_word(struct buffer *out, struct text word) {
    for (size_t i = 0; i < word.length;) {
        uint32_t point = 0;
        size_t step = utf8_decode(word.bytes + i, word.length - i, &point);
        add_point(out, point, (struct text){word.bytes + i, step});
        i += step;
    }
}

// Adds a word that is longer than words are in pieces: engines lay out a run of letters in a time
// that grows with its square.
static void add_long_word(struct buffer *out, struct text word) {
    enum { PIECE = 30 };
    size_t start = 0;
    size_t count = 0;
    html_raw(out, "<span class=\"lang-woord\">");
    for (size_t i = 0; i < word.length;) {
        uint32_t point = 0;
        i += utf8_decode(word.bytes + i, word.length - i, &point);
        if (++count < PIECE && i < word.length)
            continue;
        html_raw(out, "<span>");
        add_word(out, (struct text){word.bytes + start, i - start});
        html_raw(out, "</span>");
        start = i;
        count = 0;
    }
    html_raw(out, "</span>");
}

static size_t word_end(struct text text, size_t from) {
    size_t i = from;
    while (i < text.length && !is_blank(text.bytes[i]) &&
           !is_line_mark(text.bytes + i, text.length - i))
        i++;
    return i;
}

void html_text(struct buffer *out, struct text text) {
    for (size_t i = 0; i < text.length;) {
        size_t end = word_end(text, i);
        if (end > i) {
            struct text word = {text.bytes + i, end - i};
            if (utf8_count(word.bytes, word.length) > HTML_LONGEST_WORD)
                add_long_word(out, word);
            else
                add_word(out, word);
            i = end;
        } else if (text.bytes[i] == '\n' || text.bytes[i] == '\xe2') {
            html_raw(out, "<br>\n");
            i += text.bytes[i] == '\n' ? 1 : 3;
        } else {
            if (text.bytes[i] != '\r')
                buffer_add_char(out, ' ');
            i++;
        }
    }
}

void html_attribute(struct buffer *out, struct text text) {
    for (size_t i = 0; i < text.length;) {
        size_t end = word_end(text, i);
        add_word(out, (struct text){text.bytes + i, end - i});
        i = end;
        if (i < text.length) {
            buffer_add_char(out, ' ');
            i += text.bytes[i] == '\xe2' ? 3 : 1;
        }
    }
}

// Where the next blank line begins, or the end.
static size_t paragraph_end(struct text text, size_t from) {
    for (size_t i = from; i < text.length; i++) {
        if (text.bytes[i] != '\n')
            continue;
        size_t j = i + 1;
        while (j < text.length &&
               (text.bytes[j] == ' ' || text.bytes[j] == '\t' || text.bytes[j] == '\r'))
            j++;
        if (j < text.length && text.bytes[j] == '\n')
            return i;
    }
    return text.length;
}

void html_paragraphs(struct buffer *out, struct text text) {
    for (size_t i = 0; i < text.length;) {
        size_t end = paragraph_end(text, i);
        struct text paragraph = text_trim((struct text){text.bytes + i, end - i});
        if (paragraph.length > 0) {
            html_raw(out, "<p dir=\"auto\">");
            html_text(out, paragraph);
            html_raw(out, "</p>\n");
        }
        i = end + 1;
    }
}

void html_isolated(struct buffer *out, struct text text) {
    html_raw(out, "<span dir=\"auto\">");
    html_text(out, text);
    html_raw(out, "</span>");
}

void html_base64(struct buffer *out, struct text bytes) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.length; i += 3) {
        size_t left = bytes.length - i;
        uint32_t three = 0;
        for (size_t k = 0; k < 3; k++)
            three = three << 8 | (k < left ? (unsigned char)bytes.bytes[i + k] : 0u);
        for (size_t k = 0; k < 4; k++)
            buffer_add_char(out, k <= left ? digits[three >> (18 - 6 * k) & 63] : '=');
    }
}

// ---- tables ----

void html_table_open(struct html_table *table, struct buffer *out, const char *class,
                     const char *caption, const struct html_column *columns, int count) {
    *table = (struct html_table){out, columns, count, 0};
    buffer_format(out, "<table class=\"%s\">\n", class);
    if (caption)
        buffer_format(out, "<caption>%s</caption>\n", caption);
    html_raw(out, "<colgroup>");
    for (int i = 0; i < count; i++)
        buffer_format(out, "<col style=\"width:%d%%\">", columns[i].width);
    html_raw(out, "</colgroup>\n");
    if (columns[0].head) {
        html_raw(out, "<thead><tr>");
        for (int i = 0; i < count; i++)
            buffer_format(out, "<th scope=\"col\">%s</th>", D_(columns[i].head));
        html_raw(out, "</tr></thead>\n");
    }
    html_raw(out, "<tbody>\n");
}

void html_row_open(struct html_table *table) {
    table->at = 0;
    html_raw(table->out, "<tr>");
}

void html_cell_open(struct html_table *table) {
    const struct html_column *column = &table->columns[table->at];
    if (table->at == 0) {
        html_raw(table->out, "<th scope=\"row\">");
        return;
    }
    html_raw(table->out, "<td");
    if (column->class)
        buffer_format(table->out, " class=\"%s\"", column->class);
    if (column->head)
        buffer_format(table->out, " data-kop=\"%s\"", D_(column->head));
    html_raw(table->out, ">");
}

void html_cell_close(struct html_table *table) {
    html_raw(table->out, table->at == 0 ? "</th>" : "</td>");
    table->at++;
}

void html_row_close(struct html_table *table) {
    html_raw(table->out, "</tr>\n");
}

void html_table_close(struct html_table *table) {
    html_raw(table->out, "</tbody></table>\n");
}
