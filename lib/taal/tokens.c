// SPDX-License-Identifier: EUPL-1.2
// Cutting a text into tokens and looking each word up.
#include "lib/taal/tokens.h"

#include <string.h>

#include "lib/base/fold.h"
#include "lib/base/utf8.h"
#include "lib/taal/patronen.h"

// What a byte is. Small letters and digits stand for themselves.
enum { BYTE_WIT = 1, BYTE_TEKEN = 2, BYTE_HOOG = 3 }; // white space, a sign, no ASCII

#define ROW(f, a) f(a), f(a + 1), f(a + 2), f(a + 3), f(a + 4), f(a + 5), f(a + 6), f(a + 7)
#define ASCII(c)                                                                                   \
    ((c) >= 'A' && (c) <= 'Z'                                          ? (c) + 32                  \
     : ((c) >= 'a' && (c) <= 'z') || ((c) >= '0' && (c) <= '9')        ? (c)                       \
     : (c) == ' ' || (c) == '\t' || (c) == '\r' || (c) == '\n' || !(c) ? BYTE_WIT                  \
                                                                       : BYTE_TEKEN)
#define HIGH(c) BYTE_HOOG
static const unsigned char bytes[256] = {
    ROW(ASCII, 0),   ROW(ASCII, 8),  ROW(ASCII, 16), ROW(ASCII, 24),  ROW(ASCII, 32),
    ROW(ASCII, 40),  ROW(ASCII, 48), ROW(ASCII, 56), ROW(ASCII, 64),  ROW(ASCII, 72),
    ROW(ASCII, 80),  ROW(ASCII, 88), ROW(ASCII, 96), ROW(ASCII, 104), ROW(ASCII, 112),
    ROW(ASCII, 120), ROW(HIGH, 128), ROW(HIGH, 136), ROW(HIGH, 144),  ROW(HIGH, 152),
    ROW(HIGH, 160),  ROW(HIGH, 168), ROW(HIGH, 176), ROW(HIGH, 184),  ROW(HIGH, 192),
    ROW(HIGH, 200),  ROW(HIGH, 208), ROW(HIGH, 216), ROW(HIGH, 224),  ROW(HIGH, 232),
    ROW(HIGH, 240),  ROW(HIGH, 248)};

struct reader {
    struct text text;
    size_t at;
    struct token *tokens;
    size_t count;
};

static unsigned char byte_at(const struct reader *reader, size_t at) {
    return at < reader->text.length ? (unsigned char)reader->text.bytes[at] : 0;
}

static bool is_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

// ---- characters beyond ASCII ----

enum high { HIGH_LETTER, HIGH_SIGN, HIGH_APOSTROPHE, HIGH_QUOTE, HIGH_OTHER, HIGH_BLANK };

static enum high high_kind(uint32_t point) {
    if (point == 0x2019 || point == 0x2018)
        return HIGH_APOSTROPHE;
    if (point == 0x201C || point == 0x201D || point == 0x201E || point == 0xAB || point == 0xBB)
        return HIGH_QUOTE;
    if (point >= 0x300 && point <= 0x36F)
        return HIGH_SIGN;
    if (point == 0xA0 || point == 0x2009 || point == 0x202F || (point >= 0x2000 && point <= 0x200B))
        return HIGH_BLANK;
    if (point < 0xC0 || point == 0xD7 || point == 0xF7 || (point >= 0x2000 && point <= 0x2BFF) ||
        (point >= 0x3000 && point <= 0x303F) || (point >= 0xFE00 && point <= 0xFE0F) ||
        point == 0xFFFD || point >= 0x1F000)
        return HIGH_OTHER;
    return HIGH_LETTER;
}

static enum high high_at(const struct reader *reader, size_t at, uint32_t *point, size_t *taken) {
    *taken = utf8_decode(reader->text.bytes + at, reader->text.length - at, point);
    return high_kind(*point);
}

// Whether a letter or digit begins at a byte.
static bool wordy_at(const struct reader *reader, size_t at) {
    unsigned char kind = bytes[byte_at(reader, at)];
    uint32_t point;
    size_t taken;
    if (at >= reader->text.length)
        return false;
    if (kind != BYTE_HOOG)
        return kind > BYTE_HOOG;
    enum high high = high_at(reader, at, &point, &taken);
    return high == HIGH_LETTER || high == HIGH_SIGN;
}

// ---- looking up ----

enum { EIGHT = 8 }; // letters that are looked at together

static inline void look_up(struct token *token, const struct fold_key *key, uint32_t head,
                           struct text text) {
    uint64_t whole = fold_key_end(key);
    uint32_t at = (uint32_t)whole & woord_slot_mask;
    token->key = whole;
    for (uint16_t slot; (slot = woord_slots[at]); at = (at + 1) & woord_slot_mask) {
        const struct woord *row = &woorden[slot];
        if (row->key != whole)
            continue;
        token->woord = slot;
        token->klassen = row->klassen;
        break;
    }
    if (token->lengte < 4)
        return;
    const uint16_t *before = &patroon_slots[0][patroon_hash(head)];
    const uint16_t *behind = &patroon_slots[1][patroon_hash(token->staart)];
    if (before[0] != before[1])
        patronen_try(token, text, key->tail, before, head);
    if (behind[0] != behind[1])
        patronen_try(token, text, key->tail, behind, token->staart);
}

// ---- words ----

// Whether the sign at `at` holds two parts of a word together: ouder-kindrelatie, auto's, t.z.t.
static bool joins(const struct reader *reader, size_t at, size_t begin, size_t *taken) {
    unsigned char c = byte_at(reader, at);
    *taken = 1;
    if (c == '\'' || c == '-')
        return wordy_at(reader, at + 1);
    if (c == '.')
        return at - begin == 1 || (at > 1 && byte_at(reader, at - 2) == '.')
                   ? is_letter(byte_at(reader, at + 1)) && byte_at(reader, at + 2) == '.'
                   : false;
    if (c == '/') // t/m, en/of
        return at - begin <= 2 && is_letter(byte_at(reader, at + 1));
    uint32_t point;
    if (c < 0x80 || high_at(reader, at, &point, taken) != HIGH_APOSTROPHE)
        return false;
    return wordy_at(reader, at + *taken);
}

struct word {
    struct fold_key key;
    uint32_t head;  // the first four letters, of a word longer than eight
    uint32_t upper; // how many capitals stand in it
};

static inline void add_letter(struct word *word, unsigned char letter) {
    fold_key_add(&word->key, letter);
    if (word->key.length == 8)
        word->head = (uint32_t)(word->key.tail >> 32);
}

// The first four letters, the last one lowest; of shorter words whatever.
static uint32_t head_of(const struct word *word) {
    uint32_t length = word->key.length;
    return length >= 8 ? word->head
                       : (uint32_t)(length < 4 ? 0 : word->key.tail >> 8 * (length - 4));
}

// Eight bytes of text, looked at together: the first one lowest.
static const uint64_t ones = 0x0101010101010101U;
static const uint64_t highs = 0x8080808080808080U;

static inline uint64_t eight_at(const unsigned char *at) {
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

static inline uint64_t turned(uint64_t eight) {
    eight = (eight & 0x00FF00FF00FF00FFU) << 8 | (eight >> 8 & 0x00FF00FF00FF00FFU);
    eight = (eight & 0x0000FFFF0000FFFFU) << 16 | (eight >> 16 & 0x0000FFFF0000FFFFU);
    return eight << 32 | eight >> 32;
}

// How many of the bytes have their high bit set in `marks`, which has no other bits.
static inline uint32_t how_many(uint64_t marks) {
    return (uint32_t)((marks >> 7) * ones >> 56);
}

// The high bit of each byte of ASCII from `first` to `last`; those of other bytes may be anything.
static inline uint64_t from_to(uint64_t low, unsigned char first, unsigned char last) {
    return (low + ones * (0x80U - first)) & ~(low + ones * (0x7FU - last));
}

// Adds the letters and digits with which eight bytes begin to a word that has whole eights so far.
// Returns how many.
static inline uint32_t add_eight(struct word *word, uint64_t eight) {
    uint64_t low = eight & ~highs;
    uint64_t letters = from_to(low | ones * 0x20, 'a', 'z') & highs;
    uint64_t stops = ~((letters | from_to(low, '0', '9')) & ~eight) & highs;
    uint64_t inside = stops ? (stops & (0 - stops)) - 1 : ~(uint64_t)0; // the bytes before a stop
    uint64_t capitals = letters & ~(low << 2) & inside;
    uint32_t count = how_many(inside & highs);
    if (capitals) {
        word->upper += how_many(capitals);
        eight |= capitals >> 2;
    }
    if (count == EIGHT)
        fold_key_add_eight(&word->key, turned(eight));
    else if (count > 0)
        fold_key_add_few(&word->key, turned(eight) >> 8 * (EIGHT - count), count);
    if (count == EIGHT && word->key.length == EIGHT)
        word->head = (uint32_t)(word->key.tail >> 32);
    return count;
}

// The letters and digits of ASCII from here on.
static void read_plain(struct reader *reader, struct word *word) {
    for (; reader->at < reader->text.length; reader->at++) {
        unsigned char raw = byte_at(reader, reader->at);
        unsigned char letter = bytes[raw];
        if (letter <= BYTE_HOOG)
            break;
        word->upper += raw != letter;
        add_letter(word, letter);
    }
}

// Adds a character beyond ASCII. Returns whether it belongs to the word.
static bool add_high(struct reader *reader, struct word *word) {
    uint32_t point;
    size_t taken;
    enum high high = high_at(reader, reader->at, &point, &taken);
    if (high != HIGH_LETTER && high != HIGH_SIGN)
        return false;
    unsigned char letter = (unsigned char)fold_letter(point);
    if (high == HIGH_LETTER) {
        word->upper += (point >= 0xC0 && point <= 0xDE) || point == 0x130 || point == 0x15E;
    }
    if (high == HIGH_LETTER && letter)
        add_letter(word, letter);
    else if (high == HIGH_LETTER)
        for (size_t i = 0; i < taken; i++)
            add_letter(word, byte_at(reader, reader->at + i));
    reader->at += taken;
    return true;
}

// What is known of a word when its end is found.
static inline void end_word(const struct reader *reader, struct token *token,
                            const struct word *word) {
    unsigned char first = (unsigned char)reader->text.bytes[token->begin];
    uint32_t length = word->key.length;
    token->soort = TOKEN_WOORD;
    token->lengte = length;
    token->staart = (uint32_t)word->key.tail;
    if (word->upper) {
        if (first >= 0x80 || (is_letter(first) && bytes[first] != first))
            token->vlaggen |= VLAG_HOOFDLETTER;
        if (length > 1 && word->upper == length)
            token->vlaggen |= VLAG_KAPITALEN;
    }
    look_up(token, &word->key, head_of(word), reader->text);
}

// Whether a sign behind `length` letters and digits surely ends their word. See `joins`.
static inline bool ends_word(unsigned char sign, uint32_t length) {
    return bytes[sign] == BYTE_WIT || (bytes[sign] == BYTE_TEKEN && sign != '\'' && sign != '-' &&
                                       sign != '/' && (sign != '.' || length > 1));
}

// The usual word: letters of ASCII up to white space or a sign. Returns whether it was one; else
// nothing was read.
static bool read_usual_word(struct reader *reader, struct token *token, struct word *into) {
    struct word word = {0};
    const unsigned char *begin = (const unsigned char *)reader->text.bytes;
    const unsigned char *at = begin + reader->at;
    const unsigned char *end = begin + reader->text.length;
    uint32_t count = EIGHT;
    if (end - begin < EIGHT)
        return false;
    for (; count == EIGHT && at < end; at += count) {
        // Near the end of the text the last eight are read, and the first of them dropped.
        size_t over = end - at < EIGHT ? (size_t)(EIGHT - (end - at)) : 0;
        count = add_eight(&word, eight_at(at - over) >> 8 * over);
    }
    if (at < end && !ends_word(*at, word.key.length))
        return false;
    reader->at = (size_t)(at - begin);
    token->einde = (uint32_t)reader->at;
    *into = word;
    return true;
}

static void read_word(struct reader *reader, struct token *token, struct word *word) {
    size_t begin = reader->at;
    size_t taken;
    size_t length = reader->text.length;
    if (byte_at(reader, begin) == '\'') {
        add_letter(word, '\'');
        reader->at++;
    }
    for (;;) {
        read_plain(reader, word);
        unsigned char kind = bytes[byte_at(reader, reader->at)];
        if (reader->at >= length || kind == BYTE_WIT)
            break;
        if (kind == BYTE_HOOG && add_high(reader, word))
            continue;
        if (!joins(reader, reader->at, begin, &taken))
            break;
        unsigned char sign = byte_at(reader, reader->at);
        add_letter(word, sign < 0x80 ? sign : '\'');
        reader->at += taken;
    }
    // An abbreviation of single letters ends with its dot: a.s.
    if (reader->at - begin >= 3 && byte_at(reader, reader->at) == '.' &&
        byte_at(reader, reader->at - 2) == '.') {
        add_letter(word, '.');
        reader->at++;
    }
    token->einde = (uint32_t)reader->at;
}

// ---- numbers ----

static uint8_t number_form(struct text digits, struct text suffix, unsigned parts, char sign) {
    if (suffix.length == 1 && (suffix.bytes[0] == 'x' || suffix.bytes[0] == 'X'))
        return GETAL_KEER;
    if (text_is(suffix, "e") || text_is(suffix, "ste") || text_is(suffix, "de"))
        return GETAL_RANG;
    if (parts == 1)
        return digits.length == 4 && (digits.bytes[0] == '1' || digits.bytes[0] == '2')
                   ? GETAL_JAAR
                   : GETAL_HEEL;
    if (sign == '-' || sign == '/')
        return GETAL_DATUM;
    if (sign == ':' || (sign == '.' && parts == 2 && digits.length <= 5 && digits.length >= 4))
        return GETAL_KLOK;
    return GETAL_ANDERS;
}

static void read_number(struct reader *reader, struct token *token) {
    size_t begin = reader->at;
    unsigned parts = 1;
    char sign = 0;
    for (;; reader->at++) {
        unsigned char c = byte_at(reader, reader->at);
        if (is_digit(c))
            continue;
        if (c && strchr(".,:/-", c) && is_digit(byte_at(reader, reader->at + 1))) {
            sign = (char)c;
            parts++;
            continue;
        }
        break;
    }
    struct text digits = {reader->text.bytes + begin, reader->at - begin};
    size_t suffix = reader->at;
    while (is_letter(byte_at(reader, reader->at)))
        reader->at++;
    struct text after = {reader->text.bytes + suffix, reader->at - suffix};
    token->soort = TOKEN_GETAL;
    token->einde = (uint32_t)reader->at;
    token->vorm = number_form(digits, after, parts, sign);
    token->klassen = token->vorm == GETAL_KEER   ? K(KEER)
                     : token->vorm == GETAL_RANG ? K(TELWOORD)
                     : parts == 1                ? K(TELWOORD)
                                                 : 0;
}

// ---- signs and sentences ----

// Passes over white space: whether there was any, and whether a line ended in it.
struct blank {
    bool any;
    bool line;
};

static inline struct blank pass_blank(struct reader *reader) {
    struct blank blank = {reader->at == 0, false};
    const char *source = reader->text.bytes;
    size_t length = reader->text.length;
    size_t at = reader->at;
    size_t taken;
    for (; at < length; at += taken) {
        unsigned char raw = (unsigned char)source[at];
        uint32_t point;
        taken = 1;
        if (raw >= 0x80 ? high_at(reader, at, &point, &taken) != HIGH_BLANK
                        : bytes[raw] != BYTE_WIT)
            break;
        blank.any = true;
        blank.line |= raw == '\n';
    }
    reader->at = at;
    return blank;
}

static void read_sign(struct reader *reader, struct token *token, enum high high, size_t taken) {
    unsigned char raw = byte_at(reader, reader->at);
    token->soort = TOKEN_TEKEN;
    token->vorm = raw < 0x80 ? raw : high == HIGH_QUOTE ? '"' : high == HIGH_APOSTROPHE ? '\'' : 0;
    reader->at += taken;
    token->einde = (uint32_t)reader->at;
    // ’s avonds, typographically
    if (raw >= 0x80 && high == HIGH_APOSTROPHE && token->vlaggen & VLAG_LOS &&
        is_letter(byte_at(reader, reader->at)) && !wordy_at(reader, reader->at + 1)) {
        struct word word = {0};
        add_letter(&word, '\'');
        add_letter(&word, bytes[byte_at(reader, reader->at++)]);
        token->soort = TOKEN_WOORD;
        token->vorm = 0;
        token->einde = (uint32_t)reader->at;
        token->lengte = 2;
        look_up(token, &word.key, 0, reader->text);
    }
}

// Reads one token; false at the end.
static bool read_token(struct reader *reader, struct token *token) {
    struct blank blank = pass_blank(reader);
    if (reader->at >= reader->text.length)
        return false;
    *token = (struct token){.begin = (uint32_t)reader->at, .vlaggen = blank.any ? VLAG_LOS : 0};
    if (blank.line && reader->count > 0)
        reader->tokens[reader->count - 1].vlaggen |= VLAG_EINDE;
    unsigned char raw = (unsigned char)reader->text.bytes[reader->at];
    bool letter = is_letter(raw);
    // 's avonds, 't huis: an apostrophe that belongs to the word
    bool apostrophe = raw == '\'' && is_letter(byte_at(reader, reader->at + 1)) &&
                      !wordy_at(reader, reader->at + 2) && blank.any;
    uint32_t point;
    size_t taken = 1;
    enum high high = raw >= 0x80 ? high_at(reader, reader->at, &point, &taken) : HIGH_OTHER;
    struct word word = {0};
    if (is_digit(raw)) {
        read_number(reader, token);
    } else if (letter || apostrophe || high == HIGH_LETTER) {
        if (!letter || !read_usual_word(reader, token, &word))
            read_word(reader, token, &word);
        end_word(reader, token, &word);
    } else {
        read_sign(reader, token, high, taken);
    }
    return true;
}

// Whether a sentence ends at this sign: what follows does not go on in lower case.
static bool ends_sentence(const struct reader *reader, const struct token *token) {
    const struct token *before = reader->count > 0 ? token - 1 : NULL;
    if (token->soort != TOKEN_TEKEN)
        return false;
    if (token_is(token, '!') || token_is(token, '?'))
        return true;
    if (!token_is(token, '.'))
        return false;
    if (before && token_heeft(before, K(TITEL)) && !(token->vlaggen & VLAG_LOS))
        return false;
    size_t at = reader->at;
    while (at < reader->text.length && strchr(" \"')", reader->text.bytes[at]) &&
           reader->text.bytes[at])
        at++;
    unsigned char next = byte_at(reader, at);
    return !(next >= 'a' && next <= 'z');
}

// What closes a sentence belongs to it: its dot comes before the quotation mark.
static bool closes(const struct token *token) {
    return !(token->vlaggen & VLAG_LOS) && token->soort == TOKEN_TEKEN && token->vorm &&
           strchr("\"').!?", token->vorm);
}

// Ends sentences behind what closes them, and marks where they begin.
static void mark_sentences(struct token *tokens, size_t count) {
    tokens[0].vlaggen |= VLAG_BEGIN;
    for (size_t i = 1; i < count; i++) {
        if (!(tokens[i - 1].vlaggen & VLAG_EINDE))
            continue;
        if (closes(&tokens[i])) {
            tokens[i - 1].vlaggen &= (uint16_t)~VLAG_EINDE;
            tokens[i].vlaggen |= VLAG_EINDE;
        } else {
            tokens[i].vlaggen |= VLAG_BEGIN;
        }
    }
}

size_t tokens_read(struct text text, size_t *at, struct token *tokens, size_t room) {
    struct reader reader = {text, *at, tokens, 0};
    size_t whole = 0; // tokens to the end of the last sentence
    size_t whole_at = *at;
    while (reader.count < room && read_token(&reader, &tokens[reader.count])) {
        struct token *token = &tokens[reader.count];
        // A line's end was told to the token before: there the sentence ended.
        if (reader.count > 0 && (token - 1)->vlaggen & VLAG_EINDE) {
            whole = reader.count;
            whole_at = token->begin;
        }
        if (ends_sentence(&reader, token))
            token->vlaggen |= VLAG_EINDE;
        reader.count++;
    }
    if (reader.count == room && whole > 0 && reader.at < text.length) {
        reader.count = whole;
        reader.at = whole_at;
    }
    if (reader.count > 0) {
        mark_sentences(tokens, reader.count);
        tokens[reader.count - 1].vlaggen |= VLAG_EINDE;
    }
    *at = reader.at;
    return reader.count;
}
