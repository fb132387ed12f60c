// SPDX-License-Identifier: EUPL-1.2
// Texts: runs of UTF-8 bytes that are looked at and never owned.
#ifndef G1P_BASE_TEXT_H
#define G1P_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

// `length` bytes from `bytes`; not ended by a NUL. Whoever made the bytes owns them.
struct text {
    const char *bytes;
    size_t length;
};

// The text of a string literal.
#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})

// The text of a NUL-ended string (NULL: the empty text).
struct text text_of(const char *string);

// Here, as most texts differ in their length already and need no call.
static inline bool text_equal(struct text a, struct text b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

// Whether `text` holds exactly the bytes of the NUL-ended `word`.
static inline bool text_is(struct text text, const char *word) {
    return text_equal(text, (struct text){word, word ? strlen(word) : 0});
}

bool text_starts(struct text text, const char *prefix);

// `text` without white space (blank, tab, newline, carriage return) at both ends.
struct text text_trim(struct text text);

// How many single edits (add, drop, change a letter, swap two neighbours) lie between two texts,
// counted in code points; `limit` + 1 when there are more than `limit`, or when either is longer
// than TEXT_DISTANCE_LONGEST code points.
enum { TEXT_DISTANCE_LONGEST = 64 };
size_t text_distance(struct text a, struct text b, size_t limit);

// How many edits still count as a slip of the fingers in a word of this length: 1 for up to four
// letters, 2 for up to eight, else 3.
size_t text_slip(struct text word);

#endif
