// SPDX-License-Identifier: EUPL-1.2
// UTF-8: code points in and out of bytes.
#ifndef G1P_BASE_UTF8_H
#define G1P_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

// Reads one code point from `bytes` (`length` of them, at least 1) into `*point` and returns how
// many bytes it takes (1-4). Broken UTF-8 gives U+FFFD and 1.
size_t utf8_decode(const char *bytes, size_t length, uint32_t *point);

// Writes `point` as UTF-8 into `bytes` (room for 4) and returns how many bytes that took.
size_t utf8_encode(uint32_t point, char *bytes);

// How many code points `length` bytes of valid UTF-8 hold.
size_t utf8_count(const char *bytes, size_t length);

// How many columns of a terminal a code point takes: 0 for combining marks, 2 for wide ones.
int utf8_width(uint32_t point);

// What the scan of a whole text found first that cannot be there.
enum utf8_fault {
    UTF8_FINE,
    UTF8_BROKEN, // not UTF-8
    UTF8_CONTROL // a control character, or a line end that only YAML 1.1 knows
};

// Looks through a whole text for broken UTF-8 and for characters that no plan may hold: controls
// but tab and newline (a carriage return only before a newline), U+0085, U+2028, U+2029, U+FEFF
// inside the text, surrogates and U+FFFE/U+FFFF. Returns the first fault; `*at` is its byte offset
// and `*point` the character (UTF8_CONTROL). Also tells in `*ascii` whether all bytes are ASCII.
enum utf8_fault utf8_scan(const char *bytes, size_t length, size_t *at, uint32_t *point,
                          int *ascii);

#endif
