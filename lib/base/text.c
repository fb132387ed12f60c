// SPDX-License-Identifier: EUPL-1.2
// Comparing texts, and how far one word is from another.
#include "lib/base/text.h"

#include <stdint.h>
#include <string.h>

#include "lib/base/utf8.h"

struct text text_of(const char *string) {
    return (struct text){string ? string : "", string ? strlen(string) : 0};
}

bool text_starts(struct text text, const char *prefix) {
    size_t length = strlen(prefix);
    return text.length >= length && memcmp(text.bytes, prefix, length) == 0;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct text text_trim(struct text text) {
    while (text.length && is_blank(text.bytes[0])) {
        text.bytes++;
        text.length--;
    }
    while (text.length && is_blank(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

// Writes the code points of `text` into `points`; returns how many, or -1 when there are too many.
static int code_points(struct text text, uint32_t *points) {
    int count = 0;
    size_t at = 0;
    while (at < text.length) {
        if (count == TEXT_DISTANCE_LONGEST)
            return -1;
        at += utf8_decode(text.bytes + at, text.length - at, &points[count++]);
    }
    return count;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

size_t text_distance(struct text a, struct text b, size_t limit) {
    uint32_t left[TEXT_DISTANCE_LONGEST];
    uint32_t right[TEXT_DISTANCE_LONGEST];
    int rows = code_points(a, left);
    int columns = code_points(b, right);
    if (rows < 0 || columns < 0)
        return limit + 1;
    // Three rows of the table of distances between beginnings: two back, one back, this one.
    size_t table[3][TEXT_DISTANCE_LONGEST + 1];
    for (int j = 0; j <= columns; j++)
        table[0][j] = (size_t)j;
    for (int i = 1; i <= rows; i++) {
        size_t *row = table[i % 3];
        const size_t *above = table[(i + 2) % 3];
        const size_t *two_above = table[(i + 1) % 3];
        row[0] = (size_t)i;
        for (int j = 1; j <= columns; j++) {
            size_t change = above[j - 1] + (left[i - 1] != right[j - 1]);
            row[j] = least(least(above[j], row[j - 1]) + 1, change);
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = least(row[j], two_above[j - 2] + 1);
        }
    }
    size_t distance = table[rows % 3][columns];
    return distance <= limit ? distance : limit + 1;
}

size_t text_slip(struct text word) {
    return word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
}
