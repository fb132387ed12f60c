// SPDX-License-Identifier: EUPL-1.2
// The styles of YAML scalars, and which of them a text can have.
#include "lib/yaml/emit.h"

#include <string.h>

#include "lib/base/utf8.h"
#include "lib/yaml/resolve.h"

static bool holds(struct text text, char c) {
    return text.length > 0 && memchr(text.bytes, c, text.length) != NULL;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool ragged(struct text text) {
    return is_blank(text.bytes[0]) || is_blank(text.bytes[text.length - 1]);
}

// Whether the text can stand there as it is.
static bool is_plain(struct text text, const struct emit_place *place) {
    if (text.length == 0 || place->quoted || ragged(text) ||
        strchr("?:,[]{}#&*!|>'\"%@`=", text.bytes[0]) || text.bytes[text.length - 1] == ':' ||
        text_starts(text, "..."))
        return false;
    if (text.bytes[0] == '-' && !(place->bare && resolve_bare(text)))
        return false;
    if (resolve_taken(text) && !(place->bare && resolve_bare(text)))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == '\t' || c == '\n' || c == '\r' || (place->flow && strchr(",[]{}?", c)))
            return false;
        if ((c == ':' && text.bytes[i + 1] == ' ') || (c == '#' && text.bytes[i - 1] == ' '))
            return false;
    }
    return true;
}

static void emit_single(struct buffer *buffer, struct text text) {
    buffer_add_char(buffer, '\'');
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '\'')
            buffer_add_char(buffer, '\'');
        buffer_add_char(buffer, text.bytes[i]);
    }
    buffer_add_char(buffer, '\'');
}

static void emit_double(struct buffer *buffer, struct text text) {
    buffer_add_char(buffer, '"');
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        const char *escape = c == '"'    ? "\\\""
                             : c == '\\' ? "\\\\"
                             : c == '\t' ? "\\t"
                             : c == '\n' ? "\\n"
                             : c == '\r' ? "\\r"
                                         : NULL;
        if (escape)
            buffer_add_string(buffer, escape);
        else
            buffer_add_char(buffer, c);
    }
    buffer_add_char(buffer, '"');
}

static void emit_quoted(struct buffer *buffer, struct text text) {
    bool control = holds(text, '\t') || holds(text, '\n') || holds(text, '\r');
    bool marks = holds(text, '"') || holds(text, '\\');
    if (marks && !control)
        emit_single(buffer, text);
    else
        emit_double(buffer, text);
}

// Whether the lines can stand below the key as they are.
static bool is_literal(struct text text) {
    if (text.length == 0 || holds(text, '\r') || is_blank(text.bytes[0]) || text.bytes[0] == '\n')
        return false;
    // Of newlines at the end there may be one; with more, readers do not agree about the rest.
    return text.bytes[text.length - 1] != '\n' ||
           (text.bytes[text.length - 2] != '\n' && !is_blank(text.bytes[text.length - 2]));
}

static void emit_literal(struct buffer *buffer, struct text text, const char *margin) {
    if (text.bytes[text.length - 1] == '\n') {
        buffer_add_char(buffer, '|');
        text.length--;
    } else {
        buffer_add_string(buffer, "|-");
    }
    while (text.length > 0) {
        const char *end = memchr(text.bytes, '\n', text.length);
        size_t length = end ? (size_t)(end - text.bytes) : text.length;
        buffer_add_char(buffer, '\n');
        // An empty line needs its margin only where a # makes it part of a comment.
        if (length > 0 || strchr(margin, '#'))
            buffer_add_string(buffer, margin);
        buffer_add(buffer, (struct text){text.bytes, length});
        text.bytes += end ? length + 1 : length;
        text.length -= end ? length + 1 : length;
    }
}

// Whether the text can be broken at its blanks and read back with them.
static bool is_foldable(struct text text) {
    if (text.length == 0 || ragged(text) || holds(text, '\t') || holds(text, '\n') ||
        holds(text, '\r'))
        return false;
    for (size_t i = 1; i < text.length; i++)
        if (text.bytes[i] == ' ' && text.bytes[i - 1] == ' ')
            return false;
    return true;
}

// The text without the one newline that it may end with: that is for the sign of the block to say.
static struct text without_end(struct text text) {
    if (text.length > 1 && text.bytes[text.length - 1] == '\n')
        text.length--;
    return text;
}

static void emit_folded(struct buffer *buffer, struct text text, const char *margin) {
    size_t begin = utf8_count(margin, strlen(margin));
    size_t column = EMIT_WIDTH + 1; // as if a line were full
    struct text whole = text;
    text = without_end(text);
    buffer_add_string(buffer, text.length < whole.length ? ">" : ">-");
    while (text.length > 0) {
        const char *end = memchr(text.bytes, ' ', text.length);
        size_t length = end ? (size_t)(end - text.bytes) : text.length;
        size_t width = utf8_count(text.bytes, length);
        if (column + 1 + width > EMIT_WIDTH) {
            buffer_add_char(buffer, '\n');
            buffer_add_string(buffer, margin);
            column = begin;
        } else {
            buffer_add_char(buffer, ' ');
            column++;
        }
        buffer_add(buffer, (struct text){text.bytes, length});
        column += width;
        text.bytes += end ? length + 1 : length;
        text.length -= end ? length + 1 : length;
    }
}

void emit_scalar(struct buffer *buffer, struct text text, const struct emit_place *place) {
    size_t width = place->column + 1 + utf8_count(text.bytes, text.length);
    buffer_add_char(buffer, ' ');
    if (!place->flow && holds(text, '\n') && is_literal(text))
        emit_literal(buffer, text, place->margin);
    else if (!place->flow && width > EMIT_WIDTH && is_foldable(text))
        emit_folded(buffer, text, place->margin);
    else if (is_plain(text, place))
        buffer_add(buffer, text);
    else
        emit_quoted(buffer, text);
}

void emit_styled(struct buffer *buffer, struct text text, const struct emit_place *place,
                 enum emit_style style) {
    bool lines = holds(text, '\n') || holds(text, '\r') || holds(text, '\t');
    if (style == EMIT_DOUBLE || (style == EMIT_SINGLE && !lines)) {
        buffer_add_char(buffer, ' ');
        if (style == EMIT_DOUBLE)
            emit_double(buffer, text);
        else
            emit_single(buffer, text);
    } else if (style == EMIT_LITERAL && !place->flow && is_literal(text)) {
        buffer_add_char(buffer, ' ');
        emit_literal(buffer, text, place->margin);
    } else if (style == EMIT_FOLDED && !place->flow && is_foldable(without_end(text))) {
        buffer_add_char(buffer, ' ');
        emit_folded(buffer, text, place->margin);
    } else {
        emit_scalar(buffer, text, place);
    }
}
