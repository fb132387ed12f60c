// SPDX-License-Identifier: EUPL-1.2
// Counting syllables by vowel units.
#include "lib/taal/lettergrepen.h"

#include <string.h>

#include "lib/base/fold.h"
#include "lib/base/utf8.h"

enum { NIEUW = 0x80 }; // a vowel with a trema: it begins a unit

// The next letter, folded to a-z; NIEUW is added to a vowel with a trema.
static unsigned char next_letter(struct text word, size_t *at) {
    uint32_t point = (unsigned char)word.bytes[*at];
    bool alone = *at + 1 == word.length || (unsigned char)word.bytes[*at + 1] < 0x80;
    if (point < 0x80 && alone) {
        ++*at;
        return (unsigned char)fold_letter(point);
    }
    *at += utf8_decode(word.bytes + *at, word.length - *at, &point);
    unsigned char letter = (unsigned char)fold_letter(point);
    bool trema = point == 0xEB || point == 0xEF || point == 0xCB || point == 0xCF ||
                 point == 0xF6 || point == 0xFC;
    if (*at < word.length &&
        memcmp(word.bytes + *at, "\xCC\x88", word.length - *at < 2 ? word.length - *at : 2) == 0)
        trema = word.length - *at >= 2;
    return (unsigned char)(letter | (trema ? NIEUW : 0));
}

// Which two vowels make one unit, by their numbers in `vowels`: aa, ai, au, ay, ee, ei, eu, ey, ie,
// oe, oi, oo, ou, oy, ui, uu, uy.
static const unsigned char pairs[8] = {
    [1] = 1 << 1 | 1 << 3 | 1 << 5 | 1 << 6, // a
    [2] = 1 << 2 | 1 << 3 | 1 << 5 | 1 << 6, // e
    [3] = 1 << 2,                            // i
    [4] = 1 << 2 | 1 << 3 | 1 << 4 | 1 << 5 | 1 << 6,
    [5] = 1 << 3 | 1 << 5 | 1 << 6,
};
static const unsigned char vowels[256] = {
    ['a'] = 1, ['e'] = 2, ['i'] = 3, ['o'] = 4, ['u'] = 5, ['y'] = 6,
    ['A'] = 1, ['E'] = 2, ['I'] = 3, ['O'] = 4, ['U'] = 5, ['Y'] = 6};

// Whether `unit` with one more letter is still one unit: one of those pairs, ij, or one of three
// letters.
static bool goes_on(const char *unit, size_t length, unsigned char letter) {
    if (length == 1)
        return letter == 'j' ? unit[0] == 'i'
                             : pairs[vowels[(unsigned char)unit[0]]] >> vowels[letter] & 1;
    if (letter == 'i') // aai, ooi, oei
        return (unit[0] == 'a' && unit[1] == 'a') ||
               (unit[0] == 'o' && (unit[1] == 'o' || unit[1] == 'e'));
    if (letter == 'u') // ieu, eeu
        return unit[1] == 'e' && (unit[0] == 'i' || unit[0] == 'e');
    return false;
}

// Of letters of ASCII the common cases are quick: a vowel alone, or two that go together.
static unsigned plain(struct text word, size_t *at) {
    unsigned count = 0;
    unsigned char before = 0;
    unsigned run = 0; // vowels next to each other
    size_t i = 0;
    for (; i < word.length && (unsigned char)word.bytes[i] < 0x80; i++) {
        unsigned char vowel = vowels[(unsigned char)word.bytes[i]];
        run = vowel ? run + 1 : 0;
        count += run == 1;
        if (run > 2 || (run == 2 && !(pairs[before] >> vowel & 1)))
            break; // what they make together is for the units
        before = vowel;
    }
    // Back to before the vowels with which another unit may begin.
    if (i < word.length && run > 0) {
        bool high = (unsigned char)word.bytes[i] >= 0x80;
        i -= high ? run : run - 1;
        count--;
    }
    *at = i;
    return count;
}

unsigned lettergrepen(struct text word) {
    char unit[4];
    size_t length = 0; // of the unit we are in
    size_t at = 0;
    unsigned count = plain(word, &at);
    while (at < word.length && count < 255) {
        unsigned char letter = next_letter(word, &at);
        bool fresh = letter & NIEUW;
        letter &= (unsigned char)~NIEUW;
        if (length > 0 && length < 3 && !fresh && goes_on(unit, length, letter)) {
            unit[length++] = (char)letter;
            continue;
        }
        length = 0;
        if (vowels[letter]) {
            unit[length++] = (char)letter;
            count++;
        }
    }
    return count ? count : 1;
}
