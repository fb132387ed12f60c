// SPDX-License-Identifier: EUPL-1.2
// The shapes of scalars. A scalar is judged by the text that stands there, quoted or not: what
// YAML would make of it (a number, a boolean, a date) plays no part.
#include "lib/schema/scalar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/date.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t skip_digits(struct text text, size_t at) {
    while (at < text.length && is_digit(text.bytes[at]))
        at++;
    return at;
}

// Whether the text is a number as JSON writes it: -1, 5.5, 1e3; not 08, not .5.
static bool is_number(struct text text) {
    size_t at = text.length > 0 && text.bytes[0] == '-';
    size_t whole = skip_digits(text, at);
    if (whole == at || (text.bytes[at] == '0' && whole - at > 1))
        return false;
    at = whole;
    if (at < text.length && text.bytes[at] == '.') {
        size_t fraction = skip_digits(text, at + 1);
        if (fraction == at + 1)
            return false;
        at = fraction;
    }
    if (at < text.length && (text.bytes[at] == 'e' || text.bytes[at] == 'E')) {
        at++;
        if (at < text.length && (text.bytes[at] == '+' || text.bytes[at] == '-'))
            at++;
        size_t exponent = skip_digits(text, at);
        if (exponent == at)
            return false;
        at = exponent;
    }
    return at == text.length;
}

bool scalar_number(struct text text, double *value) {
    char digits[32];
    if (!is_number(text) || text.length >= sizeof digits)
        return false;
    memcpy(digits, text.bytes, text.length);
    digits[text.length] = '\0';
    *value = strtod(digits, NULL);
    return true;
}

static bool number_fits(const struct schema_type *type, struct text text) {
    double value;
    if (!scalar_number(text, &value))
        return false;
    double step = type->whole ? 1 : type->step;
    if (value < type->minimum || value > type->maximum)
        return false;
    return step <= 0 || fabs(value / step - round(value / step)) < 1e-9;
}

static bool is_time(struct text text) {
    const char *b = text.bytes;
    if (text.length != 5 || !is_digit(b[0]) || !is_digit(b[1]) || b[2] != ':' || !is_digit(b[3]) ||
        !is_digit(b[4]))
        return false;
    return (b[0] < '2' || (b[0] == '2' && b[1] <= '3')) && b[3] <= '5';
}

static bool is_fingerprint(struct text text) {
    if (text.length != 7 + 32 || !text_starts(text, "sha256:"))
        return false;
    for (size_t i = 7; i < text.length; i++)
        if (!is_digit(text.bytes[i]) && (text.bytes[i] < 'a' || text.bytes[i] > 'f'))
            return false;
    return true;
}

bool scalar_is_rule(struct text text) {
    static const char *const families[] = {"FMT", "OP", "VP", "SY", "RG", "PR",
                                           "AV",  "MC", "IM", "TL", "UZ"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        size_t length = strlen(families[i]);
        if (text.length == length + 3 && text_starts(text, families[i]) &&
            text.bytes[length] == '-' && is_digit(text.bytes[length + 1]) &&
            is_digit(text.bytes[length + 2]))
            return true;
    }
    return false;
}

// Sets the node's word, and tells whether it is one of the list.
static bool find_word(const struct schema_type *type, struct node *node) {
    char first = node->text.length ? node->text.bytes[0] : '\0';
    for (unsigned i = 0; i < type->word_count; i++)
        if (type->words[i].word[0] == first && text_is(node->text, type->words[i].word)) {
            node->word = (uint16_t)(i + 1);
            return true;
        }
    return false;
}

// Whether a text is the one value allowed; 1.0 is as good as 1, as JSON Schema has it.
static bool is_fixed(const struct schema_type *type, struct node *node) {
    double wanted;
    double given;
    return find_word(type, node) ||
           (scalar_number(text_of(type->words[0].word), &wanted) &&
            scalar_number(node->text, &given) && fabs(wanted - given) < 1e-9);
}

static int word_fault(const struct schema_type *type, struct node *node, struct text *near) {
    if (find_word(type, node))
        return -1;
    const struct schema_word *nearest = schema_nearest_word(type, node->text);
    if (nearest)
        *near = text_of(nearest->word);
    return SCHEMA_WORD;
}

int scalar_fault(const struct schema_type *type, struct node *node, struct text *near) {
    struct date date;
    struct text text = node->text;
    switch (type->shape) {
    case SHAPE_WORD:
        return word_fault(type, node, near);
    case SHAPE_OPEN_WORD:
        find_word(type, node);
        return schema_is_id(text) ? -1 : SCHEMA_ID;
    case SHAPE_DATE:
        return date_read(text, &date) ? -1 : SCHEMA_DATE;
    case SHAPE_TIME:
        return is_time(text) ? -1 : SCHEMA_TIME;
    case SHAPE_ID:
        return schema_is_id(text) ? -1 : SCHEMA_ID;
    case SHAPE_FINGERPRINT:
        return is_fingerprint(text) ? -1 : SCHEMA_FINGERPRINT;
    case SHAPE_RULE:
        return scalar_is_rule(text) ? -1 : SCHEMA_RULE;
    case SHAPE_NUMBER:
        return number_fits(type, text) ? -1 : SCHEMA_NUMBER;
    case SHAPE_FIXED:
        *near = text_of(type->words[0].word);
        return is_fixed(type, node) ? -1 : SCHEMA_FIXED;
    default:
        return type->not_empty && text.length == 0 ? SCHEMA_EMPTY : -1;
    }
}
