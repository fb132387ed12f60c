// SPDX-License-Identifier: EUPL-1.2
// Writing HTML in which every letter of the plan comes out as the letter it is.
#ifndef G1P_RENDER_HTML_H
#define G1P_RENDER_HTML_H

#include "lib/base/buffer.h"
#include "lib/base/text.h"

// A word longer than this (in code points) is cut in marked pieces, so that no engine chokes on it.
enum { HTML_LONGEST_WORD = 60 };

// Adds our own markup as it stands; never anything from a plan.
void html_raw(struct buffer *out, const char *markup);

// Adds words of the document (D_) with our own markup before and behind them.
void html_words(struct buffer *out, const char *before, const char *words, const char *after);

// Adds text from a plan as content: escaped, newlines as <br>, what no document can hold (control
// characters, broken UTF-8) as U+FFFD.
void html_text(struct buffer *out, struct text text);

// Adds text from a plan as the inside of a double-quoted attribute.
void html_attribute(struct buffer *out, struct text text);

// Adds text as paragraphs: blank lines part them.
void html_paragraphs(struct buffer *out, struct text text);

// Adds text in a span that keeps its own writing direction, such as a name.
void html_isolated(struct buffer *out, struct text text);

// Adds bytes as the base64 of a data URI (RFC 4648).
void html_base64(struct buffer *out, struct text bytes);

// A table. Columns give a class, the widths in percent and the heads; after that come rows.
struct html_column {
    const char *head; // marked DN_; NULL in the first column: the table has no heads
    int width;
    const char *class; // of its cells, or NULL
};

struct html_table {
    struct buffer *out;
    const struct html_column *columns;
    int count;
    int at; // the column the next cell lies in
};

// Opens a table with up to HTML_MOST_COLUMNS columns; `caption` may be NULL.
enum { HTML_MOST_COLUMNS = 8 };
void html_table_open(struct html_table *table, struct buffer *out, const char *class,
                     const char *caption, const struct html_column *columns, int count);
void html_row_open(struct html_table *table);

// Opens the next cell; the first of a row is the row's head.
void html_cell_open(struct html_table *table);
void html_cell_close(struct html_table *table);
void html_row_close(struct html_table *table);
void html_table_close(struct html_table *table);

#endif
