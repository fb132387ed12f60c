// SPDX-License-Identifier: EUPL-1.2
// Dates as people write them.
#include "lib/change/fix_date.h"

#include <stdio.h>
#include <string.h>

// The months, and how they are cut short.
static const char *const months[][3] = {
    {"januari", "jan", NULL}, {"februari", "feb", NULL}, {"maart", "mrt", "mar"},
    {"april", "apr", NULL},   {"mei", NULL, NULL},       {"juni", "jun", NULL},
    {"juli", "jul", NULL},    {"augustus", "aug", NULL}, {"september", "sep", "sept"},
    {"oktober", "okt", NULL}, {"november", "nov", NULL}, {"december", "dec", NULL}};

// Takes digits off the beginning; -1 when there are fewer than `least` or more than `most`.
static int take_number(struct text *text, size_t least, size_t most) {
    int number = 0;
    size_t count = 0;
    while (count < text->length && text->bytes[count] >= '0' && text->bytes[count] <= '9' &&
           count <= most)
        number = number * 10 + (text->bytes[count++] - '0');
    *text = (struct text){text->bytes + count, text->length - count};
    return count >= least && count <= most ? number : -1;
}

// Takes one of the signs; 0 when another one stands there.
static char take_sign(struct text *text, const char *signs) {
    char sign = text->length > 0 && strchr(signs, text->bytes[0]) ? text->bytes[0] : '\0';
    if (sign)
        *text = (struct text){text->bytes + 1, text->length - 1};
    return sign;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word(struct text text, const char *word) {
    if (!word || text.length != strlen(word))
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (lower(text.bytes[i]) != word[i])
            return false;
    return true;
}

// Takes the name of a month; -1 when none stands there.
static int take_month(struct text *text) {
    struct text word = {text->bytes, 0};
    while (word.length < text->length && lower(text->bytes[word.length]) >= 'a' &&
           lower(text->bytes[word.length]) <= 'z')
        word.length++;
    *text = (struct text){text->bytes + word.length, text->length - word.length};
    for (int month = 0; month < 12; month++)
        for (int i = 0; i < 3; i++)
            if (is_word(word, months[month][i]))
                return month + 1;
    return -1;
}

static bool take_blanks(struct text *text) {
    bool any = false;
    while (take_sign(text, " "))
        any = true;
    return any;
}

static bool settle(struct text rest, int year, int month, int day, struct date *date) {
    char written[DATE_ROOM];
    if (rest.length > 0 || year < 1000 || month < 0 || day < 0)
        return false;
    snprintf(written, sizeof written, "%04d-%02d-%02d", year, month, day);
    return date_read(text_of(written), date);
}

// 2026-3-12, with one sign between all.
static bool year_first(struct text text, struct date *date) {
    int year = take_number(&text, 4, 4);
    char sign = take_sign(&text, "-/.");
    int month = take_number(&text, 1, 2);
    bool same = sign && take_sign(&text, "-/.") == sign;
    int day = take_number(&text, 1, 2);
    return same && settle(text, year, month, day, date);
}

// 12-3-2026 or 12 maart 2026.
static bool day_first(struct text text, struct date *date) {
    int day = take_number(&text, 1, 2);
    char sign = take_sign(&text, "-/.");
    if (sign && !take_blanks(&text)) {
        int month = take_number(&text, 1, 2);
        bool same = take_sign(&text, "-/.") == sign;
        int year = take_number(&text, 4, 4);
        return same && settle(text, year, month, day, date);
    }
    if (!sign && !take_blanks(&text))
        return false;
    int month = take_month(&text);
    take_sign(&text, ".");
    bool apart = take_blanks(&text);
    int year = take_number(&text, 4, 4);
    return apart && settle(text, year, month, day, date);
}

bool fix_date(struct text text, struct date *date) {
    *date = (struct date){0};
    text = text_trim(text);
    return year_first(text, date) || day_first(text, date);
}
