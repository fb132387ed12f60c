// SPDX-License-Identifier: EUPL-1.2
// Letters and words without case and signs, and the key by which a word is looked up.
#ifndef G1P_BASE_FOLD_H
#define G1P_BASE_FOLD_H

#include <stdbool.h>
#include <stdint.h>

#include "lib/base/text.h"

// The letter of a-z that a Latin letter is written with where signs cannot be had; NUL: none.
char fold_letter(uint32_t point);

// Writes `word` in lower case without signs ("Één" and "e" + U+0301 give "e"), apostrophes as ',
// what is no Latin letter as it stands. Returns its length; 0 when it is longer than `room`.
size_t fold_word(struct text word, char *into, size_t room);

// The key of a folded word, letter by letter: two words of up to eight bytes never share one, and
// longer ones in practice neither.
struct fold_key {
    uint64_t tail; // the last eight letters, the last one lowest
    uint64_t hash;
    uint32_t length;
};

static inline void fold_key_add(struct fold_key *key, unsigned char letter) {
    key->tail = key->tail << 8 | letter;
    if ((++key->length & 7) == 0)
        key->hash = (key->hash ^ key->tail) * 0x9E3779B97F4A7C15U;
}

// Adds eight letters at once, or fewer than eight, as the lowest bytes of `letters`; only to a key
// of a multiple of eight.
static inline void fold_key_add_eight(struct fold_key *key, uint64_t letters) {
    key->tail = letters;
    key->length += 8;
    key->hash = (key->hash ^ letters) * 0x9E3779B97F4A7C15U;
}

static inline void fold_key_add_few(struct fold_key *key, uint64_t letters, uint32_t count) {
    key->tail = key->tail << 8 * count | letters;
    key->length += count;
}

static inline uint64_t fold_key_end(const struct fold_key *key) {
    uint32_t rest = key->length & 7;
    uint64_t tail = rest ? key->tail & (~(uint64_t)0 >> (64 - 8 * rest)) : 0;
    uint64_t hash = (key->hash ^ tail) * 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 32;
}

uint64_t fold_key(const char *folded, size_t length);

#endif
