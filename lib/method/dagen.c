// SPDX-License-Identifier: EUPL-1.2
// Finding days in a text.
#include "lib/method/dagen.h"

#include <string.h>

#include "lib/method/words.h"

enum { ISO_LENGTH = 10, CENTURY = 2000 };

struct range {
    struct date from, until;
};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static char at(struct text text, size_t place) {
    return place < text.length ? text.bytes[place] : '\0';
}

// Reads a number of at most four digits; returns how many it has, or 0.
static size_t read_number(struct text text, size_t place, int *number) {
    size_t length = 0;
    *number = 0;
    while (length < 5 && is_digit(at(text, place + length)))
        *number = *number * 10 + (at(text, place + length++) - '0');
    return length < 5 ? length : 0;
}

static bool make(int year, int month, int day, struct date *date) {
    char written[DATE_ROOM];
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    date_write((struct date){(short)year, (signed char)month, (signed char)day}, written);
    return date_read(text_of(written), date);
}

// The month whose name stands here, from 1, and how long the name is; 0 when none does.
static int read_month(struct text text, size_t place, size_t *length) {
    for (int i = 0; words_maanden[i]; i++) {
        const char *name = words_maanden[i];
        size_t k = 0;
        while (name[k] && (at(text, place + k) | 0x20) == name[k])
            k++;
        if (name[k] || is_letter(at(text, place + k)))
            continue;
        *length = k;
        return i % 12 + 1;
    }
    return 0;
}

// 28 mei 2026, 28 mei: behind the number of the day.
static bool read_words(struct text text, size_t place, int day, struct range range,
                       struct date *date) {
    size_t length;
    int year;
    while (at(text, place) == ' ')
        place++;
    int month = read_month(text, place, &length);
    if (month == 0)
        return false;
    place += length;
    place += at(text, place) == '.';
    place += at(text, place) == ' ';
    if (read_number(text, place, &year) == 4)
        return make(year, month, day, date);
    for (year = range.until.year; year >= range.from.year; year--)
        if (make(year, month, day, date) && date_compare(*date, range.from) >= 0 &&
            date_compare(*date, range.until) <= 0)
            return true;
    return false;
}

// 28-5-2026, 28/5/26: behind the number of the day.
static bool read_numbers(struct text text, size_t place, int day, struct date *date) {
    char mark = at(text, place);
    int month, year;
    if (mark != '-' && mark != '/' && mark != '.')
        return false;
    size_t length = read_number(text, ++place, &month);
    if (length == 0 || length > 2 || at(text, place + length) != mark)
        return false;
    place += length + 1;
    length = read_number(text, place, &year);
    if (length != 4 && length != 2)
        return false;
    return make(length == 2 ? CENTURY + year : year, month, day, date);
}

// The day that begins with the digits here.
static bool read_day(struct text text, size_t place, struct range range, struct date *date) {
    int number;
    size_t length = read_number(text, place, &number);
    if (length == 4 && place + ISO_LENGTH <= text.length && !is_digit(at(text, place + ISO_LENGTH)))
        return date_read((struct text){text.bytes + place, ISO_LENGTH}, date);
    if (length == 0 || length > 2)
        return false;
    return read_numbers(text, place + length, number, date) ||
           read_words(text, place + length, number, range, date);
}

bool dagen_named(struct text text, struct date from, struct date until, struct date *day) {
    struct range range = {from, until};
    struct date found;
    bool any = false;
    for (size_t place = 0; place < text.length; place++) {
        char before = place > 0 ? text.bytes[place - 1] : ' ';
        if (!is_digit(text.bytes[place]) || is_digit(before) || is_letter(before) ||
            !read_day(text, place, range, &found) || date_compare(found, from) < 0 ||
            date_compare(found, until) > 0 || (any && date_compare(found, *day) <= 0))
            continue;
        *day = found;
        any = true;
    }
    return any;
}
