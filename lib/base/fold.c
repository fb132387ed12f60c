// SPDX-License-Identifier: EUPL-1.2
// Letters and words without case and signs, and the key by which a word is looked up.
#include "lib/base/fold.h"

#include "lib/base/utf8.h"

// The letter of a-z that a letter with a sign is written with where signs cannot be had; '.': none.
static const char latin[] = // U+00C0 to U+024F
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllll."
    ".llnnnnnn.nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "...............e.ff.............oo.............uu..............."
    ".............aaiioouuuuuuuuuu.aaaaaa..ggkkoooo..j...gg..nnaaaaoo"
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
static const char latin_more[] = // U+1E00 to U+1EFF
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy.s..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

static const struct {
    uint32_t first;
    uint32_t count;
    const char *letters;
} blocks[] = {
    {0xC0, sizeof latin - 1, latin},
    {0x1E00, sizeof latin_more - 1, latin_more},
};

char fold_letter(uint32_t point) {
    if (point >= 'a' && point <= 'z')
        return (char)point;
    if (point >= 'A' && point <= 'Z')
        return (char)(point - 'A' + 'a');
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        if (point < blocks[i].first || point - blocks[i].first >= blocks[i].count)
            continue;
        char letter = blocks[i].letters[point - blocks[i].first];
        return letter == '.' ? '\0' : letter;
    }
    return '\0';
}

// What stands inside a word and is no part of a letter of its own: a combining sign.
static bool is_sign(uint32_t point) {
    return point >= 0x300 && point <= 0x36F;
}

size_t fold_word(struct text word, char *into, size_t room) {
    size_t length = 0;
    for (size_t at = 0; at < word.length;) {
        uint32_t point;
        size_t taken = utf8_decode(word.bytes + at, word.length - at, &point);
        char letter = fold_letter(point);
        at += taken;
        if (is_sign(point))
            continue;
        if (point == 0x2019 || point == 0x2018)
            letter = '\'';
        if (point == 0x2010 || point == 0x2011)
            letter = '-';
        if (point < 0x80 && !letter)
            letter = (char)point;
        if (letter && length + 1 > room)
            return 0;
        if (letter) {
            into[length++] = letter;
            continue;
        }
        if (length + taken > room)
            return 0;
        for (size_t i = 0; i < taken; i++)
            into[length++] = word.bytes[at - taken + i];
    }
    return length;
}

uint64_t fold_key(const char *folded, size_t length) {
    struct fold_key key = {0};
    for (size_t i = 0; i < length; i++)
        fold_key_add(&key, (unsigned char)folded[i]);
    return fold_key_end(&key);
}
