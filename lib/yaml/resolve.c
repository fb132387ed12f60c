// SPDX-License-Identifier: EUPL-1.2
// The forms of YAML 1.1 and 1.2 that are no texts.
#include "lib/yaml/resolve.h"

#include "lib/base/date.h"

// A text that is read from left to right. Each step takes what it can, and tells whether that was
// enough.
struct reading {
    struct text left;
};

static bool take(struct reading *reading, const char *one_of) {
    for (; reading->left.length > 0 && *one_of; one_of++)
        if (reading->left.bytes[0] == *one_of) {
            reading->left.bytes++;
            reading->left.length--;
            return true;
        }
    return false;
}

static bool take_word(struct reading *reading, const char *word) {
    if (!text_starts(reading->left, word))
        return false;
    size_t length = text_of(word).length;
    reading->left.bytes += length;
    reading->left.length -= length;
    return true;
}

static size_t take_all(struct reading *reading, const char *one_of) {
    size_t count = 0;
    while (take(reading, one_of))
        count++;
    return count;
}

static bool at_end(const struct reading *reading) {
    return reading->left.length == 0;
}

static const char digits[] = "0123456789";
static const char digits_too[] = "0123456789_"; // YAML 1.1 lets people group them

// The words for nothing, for truth, and the two signs that YAML 1.1 gave a meaning.
static bool is_word(struct text text) {
    static const char *const words[] = {"~",     "null",  "Null",  "NULL", "true", "True", "TRUE",
                                        "false", "False", "FALSE", "yes",  "Yes",  "YES",  "no",
                                        "No",    "NO",    "on",    "On",   "ON",   "off",  "Off",
                                        "OFF",   "y",     "Y",     "n",    "N",    "=",    "<<"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(text, words[i]))
            return true;
    return false;
}

// 0x1F, 0b10, 0o17; 017 and 08 are among the decimal numbers.
static bool is_based(struct reading reading) {
    take(&reading, "+-");
    if (take_word(&reading, "0x"))
        return take_all(&reading, "0123456789abcdefABCDEF_") > 0 && at_end(&reading);
    if (take_word(&reading, "0b") || take_word(&reading, "0o"))
        return take_all(&reading, "01234567_") > 0 && at_end(&reading);
    return false;
}

// 12, 1_000, 08, 1.5, .5, 1e3, 1.5E+3, .inf
static bool is_decimal(struct reading reading) {
    take(&reading, "+-");
    if (text_is(reading.left, ".inf") || text_is(reading.left, ".Inf") ||
        text_is(reading.left, ".INF") || text_is(reading.left, ".nan") ||
        text_is(reading.left, ".NaN") || text_is(reading.left, ".NAN"))
        return true;
    bool begun = take(&reading, digits);
    if (begun)
        take_all(&reading, digits_too);
    if (take(&reading, ".")) {
        if (!begun && !take(&reading, digits))
            return false;
        take_all(&reading, digits_too);
    } else if (!begun) {
        return false;
    }
    if (take(&reading, "eE")) {
        take(&reading, "+-");
        if (take_all(&reading, digits) == 0)
            return false;
    }
    return at_end(&reading);
}

// 1:30 and 1:30:00.5, in base sixty.
static bool is_sixties(struct reading reading) {
    take(&reading, "+-");
    if (!take(&reading, digits))
        return false;
    take_all(&reading, digits_too);
    size_t parts = 0;
    for (; take(&reading, ":"); parts++)
        if (take_all(&reading, digits) == 0)
            return false;
    if (take(&reading, "."))
        take_all(&reading, digits_too);
    return parts > 0 && at_end(&reading);
}

static bool take_time(struct reading *reading) {
    if (take_all(reading, digits) == 0 || !take(reading, ":") || take_all(reading, digits) == 0 ||
        !take(reading, ":") || take_all(reading, digits) == 0)
        return false;
    if (take(reading, "."))
        take_all(reading, digits);
    take_all(reading, " \t");
    if (take(reading, "+-")) {
        if (take_all(reading, digits) == 0)
            return false;
        if (take(reading, ":"))
            take_all(reading, digits);
    } else {
        take(reading, "Z");
    }
    return true;
}

// 2026-03-12, 2026-3-12 14:30:00 +01:00
static bool is_date(struct reading reading) {
    if (take_all(&reading, digits) != 4 || !take(&reading, "-"))
        return false;
    size_t month = take_all(&reading, digits);
    if (month < 1 || month > 2 || !take(&reading, "-"))
        return false;
    size_t day = take_all(&reading, digits);
    if (day < 1 || day > 2)
        return false;
    if (at_end(&reading))
        return month == 2 && day == 2;
    return (take(&reading, "Tt") || take_all(&reading, " \t") > 0) && take_time(&reading) &&
           at_end(&reading);
}

bool resolve_taken(struct text text) {
    struct reading reading = {text};
    return text.length == 0 || is_word(text) || is_based(reading) || is_decimal(reading) ||
           is_sixties(reading) || is_date(reading);
}

bool resolve_bare(struct text text) {
    struct date date;
    struct reading reading = {text};
    if (date_read(text, &date))
        return true;
    take(&reading, "-");
    if (!take(&reading, "0") && take_all(&reading, digits) == 0)
        return false;
    if (take(&reading, ".") && take_all(&reading, digits) == 0)
        return false;
    return at_end(&reading);
}
