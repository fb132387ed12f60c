// SPDX-License-Identifier: EUPL-1.2
// Putting words in the place of numbers and addresses by which somebody can be found.
#include <string.h>

#include "lib/method/personal.h"

enum { ACCOUNT_DIGITS = 10 }; // of a Dutch one, behind the letters of the bank

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static char at(struct text text, size_t place) {
    return place < text.length ? text.bytes[place] : '\0';
}

static void add_until(struct buffer *out, struct text text, size_t *done, size_t end) {
    buffer_add(out, (struct text){text.bytes + *done, end - *done});
    *done = end;
}

// ---- addresses of mail and of the web ----

static bool is_local(char c) {
    return is_letter(c) || is_digit(c) || (c != '\0' && strchr("._+-", c));
}

static size_t end_of_address(struct text text, size_t from) {
    while (from < text.length && !strchr(" \t\n<>\"'(),;", text.bytes[from]))
        from++;
    while (from > 0 && strchr(".!?:", text.bytes[from - 1]))
        from--;
    return from;
}

static bool web_begins(struct text text, size_t from) {
    static const char *const beginnings[] = {"http://", "https://", "www."};
    struct text rest = {text.bytes + from, text.length - from};
    if (from > 0 && is_letter(text.bytes[from - 1]))
        return false;
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        size_t length = strlen(beginnings[i]);
        bool same = rest.length > length;
        for (size_t k = 0; same && k < length; k++)
            same = (rest.bytes[k] | 0x20) == (beginnings[i][k] | 0x20);
        if (same)
            return true;
    }
    return false;
}

static size_t replace_addresses(struct text text, struct buffer *out) {
    size_t done = 0, count = 0;
    for (size_t i = 0; i < text.length; i++) {
        const char *said = NULL;
        size_t begin = i, end = 0;
        if (text.bytes[i] == '@') {
            while (begin > done && is_local(text.bytes[begin - 1]))
                begin--;
            if (begin < i && personal_is_domain(text.bytes + i + 1, text.bytes + text.length)) {
                said = "[e-mailadres]";
                end = end_of_address(text, i);
            }
        } else if ((text.bytes[i] | 0x20) == 'h' || (text.bytes[i] | 0x20) == 'w') {
            said = web_begins(text, i) ? "[webadres]" : NULL;
            end = said ? end_of_address(text, i) : 0;
        }
        if (!said || end <= i)
            continue;
        add_until(out, text, &done, begin);
        buffer_add_string(out, said);
        done = end;
        i = end - 1;
        count++;
    }
    add_until(out, text, &done, text.length);
    return count;
}

// ---- numbers ----

// NL02 ABNA 0123 4567 89: the two digits behind the country stand at `digit`.
static size_t account_end(struct text text, size_t digit, size_t *begin) {
    size_t next = digit + 2, digits = 0;
    if (digit < 2 || !is_upper(text.bytes[digit - 1]) || !is_upper(text.bytes[digit - 2]) ||
        (digit > 2 && is_letter(text.bytes[digit - 3])) || !is_digit(at(text, digit + 1)))
        return 0;
    next += at(text, next) == ' ';
    for (int i = 0; i < 4; i++)
        if (!is_upper(at(text, next++)))
            return 0;
    for (; digits < ACCOUNT_DIGITS; next++) {
        if (is_digit(at(text, next)))
            digits++;
        else if (at(text, next) != ' ')
            return 0;
    }
    *begin = digit - 2;
    return next;
}

// 1234 AB, and not 2026 EN.
static size_t postcode_end(struct text text, size_t digit) {
    size_t next = digit;
    if ((digit > 0 && (is_letter(text.bytes[digit - 1]) || is_digit(text.bytes[digit - 1]))) ||
        at(text, digit) == '0')
        return 0;
    for (int i = 0; i < 4; i++)
        if (!is_digit(at(text, next++)))
            return 0;
    next += at(text, next) == ' ';
    if (!is_upper(at(text, next)) || !is_upper(at(text, next + 1)))
        return 0;
    return is_letter(at(text, next + 2)) || is_digit(at(text, next + 2)) ? 0 : next + 2;
}

// `*run` is where the row ends that was last looked at for a BSN: its digits are not read again.
static const char *number_at(struct text text, size_t digit, size_t *run, size_t *begin,
                             size_t *end) {
    *begin = digit;
    if ((*end = account_end(text, digit, begin)))
        return "[rekeningnummer]";
    if ((*end = postcode_end(text, digit)))
        return "[postcode]";
    if ((*end = personal_phone_end(text, digit))) {
        if (digit > 0 && text.bytes[digit - 1] == '+')
            *begin = digit - 1;
        return "[telefoonnummer]";
    }
    if (digit < *run)
        return NULL;
    bool found = personal_bsn_at(text, digit, run);
    *end = *run;
    return found ? "[burgerservicenummer]" : NULL;
}

static size_t replace_numbers(struct text text, struct buffer *out) {
    size_t done = 0, count = 0, run = 0;
    size_t digit = personal_next_digit(text, 0);
    while (digit < text.length) {
        size_t begin, end;
        const char *said = number_at(text, digit, &run, &begin, &end);
        if (said && begin >= done) {
            add_until(out, text, &done, begin);
            buffer_add_string(out, said);
            digit = done = end;
            count++;
        }
        while (digit < text.length && is_digit(text.bytes[digit]))
            digit++;
        digit = personal_next_digit(text, digit);
    }
    add_until(out, text, &done, text.length);
    return count;
}

size_t personal_replace(struct text text, struct buffer *out) {
    struct buffer half = {0};
    size_t count = replace_addresses(text, &half);
    count += replace_numbers(buffer_text(&half), out);
    out->failed |= half.failed;
    buffer_free(&half);
    return count;
}
