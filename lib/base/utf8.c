// SPDX-License-Identifier: EUPL-1.2
// UTF-8: decoding, counting, and the scan for what may not be in a plan.
#include "lib/base/utf8.h"

#include <string.h>

size_t utf8_decode(const char *bytes, size_t length, uint32_t *point) {
    const unsigned char *b = (const unsigned char *)bytes;
    *point = 0xFFFD;
    if (b[0] < 0x80) {
        *point = b[0];
        return 1;
    }
    size_t need = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
    static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
    if (b[0] < 0xC2 || b[0] > 0xF4 || length < need)
        return 1;
    uint32_t value = b[0] & (0x7FU >> need);
    for (size_t i = 1; i < need; i++) {
        if ((b[i] & 0xC0) != 0x80)
            return 1;
        value = value << 6 | (b[i] & 0x3F);
    }
    if (value < smallest[need] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 1;
    *point = value;
    return need;
}

size_t utf8_encode(uint32_t point, char *bytes) {
    if (point < 0x80) {
        bytes[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        bytes[0] = (char)(0xC0 | point >> 6);
        bytes[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        bytes[0] = (char)(0xE0 | point >> 12);
        bytes[1] = (char)(0x80 | (point >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | point >> 18);
    bytes[1] = (char)(0x80 | (point >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (point >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

size_t utf8_count(const char *bytes, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

int utf8_width(uint32_t point) {
    static const struct {
        uint32_t first, last;
        int width;
    } ranges[] = {
        {0x0300, 0x036F, 0},   {0x0591, 0x05BD, 0},   {0x064B, 0x065F, 0},   {0x1100, 0x115F, 2},
        {0x200B, 0x200F, 0},   {0x20D0, 0x20FF, 0},   {0x2E80, 0x303E, 2},   {0x3041, 0xA4CF, 2},
        {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},   {0xFE30, 0xFE6F, 2},
        {0xFF00, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},   {0x1F300, 0x1F64F, 2}, {0x1F680, 0x1F6FF, 2},
        {0x1F900, 0x1FAFF, 2}, {0x20000, 0x3FFFD, 2},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return ranges[i].width;
    return 1;
}

// Whether eight bytes are all printable ASCII or newlines: the usual case, told at one look. Every
// sum stays within its byte.
static int plain_word(uint64_t word) {
    const uint64_t ones = 0x0101010101010101U;
    const uint64_t high = 0x8080808080808080U;
    uint64_t low = word & ~high;
    uint64_t not_control = low + ones * (0x80 - 0x20);
    uint64_t not_newline = (low ^ ones * '\n') + ones * 0x7F;
    uint64_t is_delete = low + ones;
    return !((word | is_delete | (~not_control & not_newline)) & high);
}

// The same of 64 bytes: a loop that compilers turn into a few wide instructions.
enum { LINE = 64 };
static int plain_line(const char *bytes) {
    unsigned char strange = 0;
    for (int i = 0; i < LINE; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        unsigned char printable = (unsigned char)(byte - 0x20) < 0x7F - 0x20;
        unsigned char newline = byte == '\n';
        strange |= (unsigned char)!(printable | newline);
    }
    return !strange;
}

static int refused(uint32_t point) {
    return (point < 0x20 && point != '\t' && point != '\n' && point != '\r') ||
           (point >= 0x7F && point <= 0x9F) || point == 0x2028 || point == 0x2029 ||
           point == 0xFEFF || (point & 0xFFFE) == 0xFFFE;
}

enum utf8_fault utf8_scan(const char *bytes, size_t length, size_t *at, uint32_t *point,
                          int *ascii) {
    size_t i = 0;
    *ascii = 1;
    while (i < length) {
        uint64_t word;
        if (length - i >= LINE && plain_line(bytes + i)) {
            i += LINE;
            continue;
        }
        if (length - i >= sizeof word) {
            memcpy(&word, bytes + i, sizeof word);
            if (plain_word(word)) {
                i += sizeof word;
                continue;
            }
        }
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= 0x20 && byte < 0x7F) {
            i++;
            continue;
        }
        size_t taken = utf8_decode(bytes + i, length - i, point);
        *at = i;
        if (byte >= 0x80) {
            *ascii = 0;
            if (taken == 1)
                return UTF8_BROKEN;
        }
        if (refused(*point) || (byte == '\r' && (i + 1 == length || bytes[i + 1] != '\n')))
            return UTF8_CONTROL;
        i += taken;
    }
    return UTF8_FINE;
}
