// SPDX-License-Identifier: EUPL-1.2
// Numbers and addresses in a text by which somebody can be found.
#ifndef G1P_METHOD_PERSONAL_H
#define G1P_METHOD_PERSONAL_H

#include <stdbool.h>

#include "lib/base/buffer.h"
#include "lib/base/text.h"

// Whether a text holds what may be a citizen service number (BSN): nine digits that pass its eleven
// test, also with single blanks, dots or dashes between. Longer numbers and those that follow a
// letter, a plus or the beginning of a bank account's number are none. Text without digits costs
// next to nothing.
bool personal_has_bsn(struct text text);

// Whether a text holds a Dutch telephone number: 0, +31 or 0031 and nine more digits, likewise
// written. Numbers of services (0800, 0900, 088) and short ones (112) are nobody's.
bool personal_has_phone(struct text text);

// Whether a text holds an e-mail address.
bool personal_has_email(struct text text);

// Adds the text to `out` with every e-mail and web address, telephone number, BSN, number of a bank
// account and postcode replaced by a word for it between brackets. Returns how many were replaced.
size_t personal_replace(struct text text, struct buffer *out);

// For lib/method/personal_replace.c: whether the digits from `at` on, with single separators
// between them, are a BSN or hold one; `*end` is where they end.
bool personal_bsn_at(struct text text, size_t at, size_t *end);

// Likewise where the telephone number ends that begins at the digit `at`; 0: there is none.
size_t personal_phone_end(struct text text, size_t at);

// Likewise the first digit at or after `at`, or the end of the text, and whether what follows an @
// is the domain of an address.
size_t personal_next_digit(struct text text, size_t at);
bool personal_is_domain(const char *at, const char *end);

#endif
