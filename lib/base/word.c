// SPDX-License-Identifier: EUPL-1.2
// Finding words by the categories of Unicode, and folding them.
#include "lib/base/word.h"

#include <stdlib.h>

#include <utf8proc.h>

#include "lib/base/utf8.h"

enum kind { KIND_NONE, KIND_CAPITAL, KIND_SMALL, KIND_DIGIT, KIND_MARK, KIND_INVISIBLE };

static enum kind kind_of(uint32_t point) {
    if (point < 0x80) {
        if (point >= 'a' && point <= 'z')
            return KIND_SMALL;
        if (point >= 'A' && point <= 'Z')
            return KIND_CAPITAL;
        return point >= '0' && point <= '9' ? KIND_DIGIT : KIND_NONE;
    }
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO: // of a script without capitals, or ª and º
    case UTF8PROC_CATEGORY_LM:
        return KIND_CAPITAL;
    case UTF8PROC_CATEGORY_LL:
        return KIND_SMALL;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return KIND_MARK;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return KIND_DIGIT;
    case UTF8PROC_CATEGORY_CF:
        return KIND_INVISIBLE;
    default:
        return KIND_NONE;
    }
}

bool word_next(struct text text, size_t from, struct word *word) {
    *word = (struct word){0};
    for (size_t at = from; at < text.length;) {
        uint32_t point;
        size_t taken = utf8_decode(text.bytes + at, text.length - at, &point);
        enum kind kind = kind_of(point);
        bool inside = word->letters > 0;
        if (!inside && kind != KIND_NONE && kind != KIND_INVISIBLE && kind != KIND_MARK) {
            *word = (struct word){at, at, 0, kind == KIND_CAPITAL, kind == KIND_SMALL};
            inside = true;
        } else if (inside && kind == KIND_NONE)
            break;
        if (inside && kind != KIND_INVISIBLE) {
            word->letters += kind != KIND_MARK;
            word->end = at + taken;
        }
        at += taken;
    }
    return word->letters > 0;
}

struct text word_text(struct text text, const struct word *word) {
    return (struct text){text.bytes + word->begin, word->end - word->begin};
}

void word_fold(struct buffer *out, struct text word) {
    bool ascii = true;
    for (size_t i = 0; i < word.length && ascii; i++)
        ascii = (unsigned char)word.bytes[i] < 0x80;
    if (ascii) {
        for (size_t i = 0; i < word.length; i++) {
            char c = word.bytes[i];
            buffer_add_char(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
        }
        return;
    }
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)word.bytes, (utf8proc_ssize_t)word.length, &folded,
                     UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                         UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    if (length == UTF8PROC_ERROR_NOMEM)
        out->failed = true;
    else if (length >= 0)
        buffer_add(out, (struct text){(const char *)folded, (size_t)length});
    else
        buffer_add(out, word);
    free(folded);
}
