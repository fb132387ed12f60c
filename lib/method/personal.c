// SPDX-License-Identifier: EUPL-1.2
// Finding BSNs, telephone numbers and e-mail addresses.
#include "lib/method/personal.h"

#include <stdint.h>
#include <string.h>

#include "lib/base/utf8.h"

enum { BSN_DIGITS = 9, PHONE_DIGITS = 9, MOST_DIGITS = 32 };

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The first digit at or after `at`, or the end. Eight bytes at a time, because most text has none.
size_t personal_next_digit(struct text text, size_t at) {
    const uint64_t ones = 0x0101010101010101U;
    for (uint64_t word; at + sizeof word <= text.length; at += sizeof word) {
        memcpy(&word, text.bytes + at, sizeof word);
        word ^= ones * '0'; // digits become 0-9
        if ((word - ones * 10) & ~word & ones * 0x80)
            break;
    }
    while (at < text.length && !is_digit(text.bytes[at]))
        at++;
    return at;
}

// How many bytes at `at` are one blank, dot or dash, as people put them into numbers; 0: none.
static size_t separator(struct text text, size_t at, bool *blank) {
    uint32_t point = 0;
    if (at >= text.length)
        return 0;
    char c = text.bytes[at];
    *blank = c == ' ' || c == '\t' || c == '\n';
    if ((unsigned char)c < 0x80)
        return *blank || c == '.' || c == '-';
    size_t taken = utf8_decode(text.bytes + at, text.length - at, &point);
    *blank = point == 0xA0 || (point >= 0x2000 && point <= 0x200B) || point == 0x202F;
    return *blank || (point >= 0x2010 && point <= 0x2015) ? taken : 0;
}

static bool is_letter(uint32_t point) {
    return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z') ||
           (point >= 0xC0 && point < 0x2000 && point != 0xD7 && point != 0xF7);
}

static bool letter_at(struct text text, size_t at) {
    uint32_t point = 0;
    if (at >= text.length)
        return false;
    utf8_decode(text.bytes + at, text.length - at, &point);
    return is_letter(point);
}

static bool letter_before(struct text text, size_t at) {
    size_t begin = at;
    while (begin > 0 && at - begin < 4) {
        begin--;
        if (((unsigned char)text.bytes[begin] & 0xC0) != 0x80)
            return letter_at(text, begin);
    }
    return false;
}

// ---- days and times ----

// How many bytes a day takes that begins here: 1-5-2026, 01.05.2026 or 2026-05-01; 0: none.
static size_t day_length(struct text text, size_t begin) {
    size_t at = begin, groups[3] = {0}, years[3] = {0};
    for (int i = 0; i < 3; i++) {
        years[i] = at;
        while (at < text.length && is_digit(text.bytes[at])) {
            at++;
            groups[i]++;
        }
        if (i < 2 && (at >= text.length || !strchr("-./ ", text.bytes[at++])))
            return 0;
    }
    int year = groups[0] == 4 ? 0 : 2;
    struct text century = {text.bytes + years[year], groups[year]};
    bool parts = groups[year] == 4 && groups[1] >= 1 && groups[1] <= 2 && groups[2 - year] >= 1 &&
                 groups[2 - year] <= 2;
    bool near = text_starts(century, "19") || text_starts(century, "20");
    return parts && near ? at - begin : 0;
}

// Whether a time of day stands here: 09.30.
static bool is_time(struct text text, size_t at) {
    const char *bytes = text.bytes + at;
    if (text.length - at < 5 || bytes[2] != '.' || !is_digit(bytes[1]) || !is_digit(bytes[3]) ||
        !is_digit(bytes[4]))
        return false;
    return text.length - at == 5 || (!is_digit(bytes[5]) && bytes[5] != '.');
}

// ---- citizen service numbers ----

// Digits with single separators between them.
struct run {
    size_t begin, end;
    char digits[MOST_DIGITS];
    uint8_t group[MOST_DIGITS]; // of each digit: how many blanks came before it
    size_t count;               // of digits; may be more than are kept
};

static struct run read_run(struct text text, size_t at) {
    struct run run; // its digits as far as counted
    uint8_t blanks = 0;
    run.begin = run.end = at;
    run.count = 0;
    while (at < text.length && is_digit(text.bytes[at])) {
        if (run.count < MOST_DIGITS) {
            run.digits[run.count] = text.bytes[at];
            run.group[run.count] = blanks;
        }
        run.count++;
        run.end = ++at;
        bool blank = false;
        size_t taken = separator(text, at, &blank);
        if (taken && at + taken < text.length && is_digit(text.bytes[at + taken])) {
            at += taken;
            blanks = (uint8_t)(blanks + blank);
        }
    }
    return run;
}

static bool passes_eleven_test(const char *digits) {
    int sum = 0;
    bool zero = true;
    for (int i = 0; i < BSN_DIGITS; i++) {
        int digit = digits[i] - '0';
        sum += i < BSN_DIGITS - 1 ? (BSN_DIGITS - i) * digit : -digit;
        zero = zero && digit == 0;
    }
    return !zero && sum % 11 == 0;
}

// Whether "NL02 ABNA" stands before `at`: then the run is the rest of an account's number.
static bool follows_account(struct text text, size_t at) {
    static const char pattern[] = "AA99AAAA";
    size_t matched = sizeof pattern - 1;
    while (matched > 0 && at > 0) {
        char c = text.bytes[--at];
        bool upper = c >= 'A' && c <= 'Z';
        if (c == ' ')
            continue;
        if (pattern[matched - 1] == 'A' ? !upper : !is_digit(c))
            return false;
        matched--;
    }
    return matched == 0;
}

// A piece of a run between blanks, as in "op 12 mei 2026 111222333". `first` and `last` tell
// whether the first and the last piece count.
static bool piece_is_bsn(const struct run *run, bool first, bool last) {
    for (size_t begin = 0, end; begin < run->count; begin = end) {
        for (end = begin; end < run->count && run->group[end] == run->group[begin];)
            end++;
        if (end - begin == BSN_DIGITS && (first || begin > 0) && (last || end < run->count) &&
            passes_eleven_test(run->digits + begin))
            return true;
    }
    return false;
}

static bool run_holds_bsn(struct text text, const struct run *run) {
    if (run->count < BSN_DIGITS || run->count > MOST_DIGITS)
        return false;
    // A number of another country, or of a bank.
    if ((run->begin > 0 && text.bytes[run->begin - 1] == '+') ||
        memcmp(run->digits, "0031", 4) == 0 || follows_account(text, run->begin))
        return false;
    bool first = !letter_before(text, run->begin);
    bool last = !letter_at(text, run->end);
    if (run->count == BSN_DIGITS && first && last && day_length(text, run->begin) == 0)
        return passes_eleven_test(run->digits);
    return piece_is_bsn(run, first, last);
}

// Whether a text is no more than 2026-03-12: the most usual one with digits.
static bool is_plain_day(struct text text) {
    return text.length == 10 && text.bytes[4] == '-' && text.bytes[7] == '-';
}

bool personal_has_bsn(struct text text) {
    if (text.length < BSN_DIGITS || is_plain_day(text))
        return false;
    size_t at = personal_next_digit(text, 0);
    while (at < text.length) {
        struct run run = read_run(text, at);
        if (run_holds_bsn(text, &run))
            return true;
        at = personal_next_digit(text, run.end);
    }
    return false;
}

bool personal_bsn_at(struct text text, size_t at, size_t *end) {
    struct run run = read_run(text, at);
    *end = run.end;
    return run_holds_bsn(text, &run);
}

// ---- telephone numbers ----

// Reads digits with single separators or brackets between them until `most` are there. Returns how
// many there are, and in `*at` where they end.
static size_t read_digits(struct text text, size_t *at, char *digits, size_t most) {
    size_t count = 0;
    while (count < most) {
        size_t next = *at;
        bool blank;
        if (next < text.length && !is_digit(text.bytes[next]))
            next += separator(text, next, &blank);
        if (next < text.length && (text.bytes[next] == '(' || text.bytes[next] == ')'))
            next++;
        if (next < text.length && !is_digit(text.bytes[next]) && next > *at)
            next += separator(text, next, &blank);
        if (next >= text.length || !is_digit(text.bytes[next]))
            break;
        digits[count++] = text.bytes[next];
        *at = next + 1;
    }
    return count;
}

size_t personal_phone_end(struct text text, size_t at) {
    char digits[PHONE_DIGITS] = {0};
    bool plus = at > 0 && text.bytes[at - 1] == '+';
    struct text rest = {text.bytes + at, text.length - at};
    if (day_length(text, at) > 0 || is_time(text, at) || follows_account(text, at))
        return 0;
    bool abroad = plus ? text_starts(rest, "31") : text_starts(rest, "0031");
    if (!abroad && (plus || text.bytes[at] != '0'))
        return 0;
    at += abroad ? (plus ? 2 : 4) : 1;
    size_t first = at;
    // "+31 (0)6": the 0 that is left out when calling from abroad.
    if (abroad && (read_digits(text, &first, digits, 1) == 0 || digits[0] == '0'))
        at = first;
    if (read_digits(text, &at, digits, PHONE_DIGITS) < PHONE_DIGITS || digits[0] == '0')
        return 0;
    bool service = memcmp(digits, "800", 3) == 0 || memcmp(digits, "900", 3) == 0 ||
                   memcmp(digits, "88", 2) == 0;
    return service || (at < text.length && is_digit(text.bytes[at])) ? 0 : at;
}

bool personal_has_phone(struct text text) {
    size_t at = personal_next_digit(text, 0);
    while (at < text.length) {
        if (personal_phone_end(text, at))
            return true;
        at += day_length(text, at);
        while (at < text.length && is_digit(text.bytes[at]))
            at++;
        at = personal_next_digit(text, at);
    }
    return false;
}

// ---- e-mail addresses ----

static bool is_address(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '-' || (unsigned char)c >= 0x80;
}

// Whether what follows the @ has a name, a dot and another name.
bool personal_is_domain(const char *at, const char *end) {
    const char *begin = at;
    while (at < end && is_address(*at))
        at++;
    return at > begin && end - at >= 2 && *at == '.' && is_address(at[1]);
}

bool personal_has_email(struct text text) {
    const char *end = text.bytes + text.length;
    const char *at = text.length ? memchr(text.bytes, '@', text.length) : NULL;
    while (at) {
        if (at > text.bytes && (is_address(at[-1]) || at[-1] == '+') &&
            personal_is_domain(at + 1, end))
            return true;
        at++;
        at = at < end ? memchr(at, '@', (size_t)(end - at)) : NULL;
    }
    return false;
}
