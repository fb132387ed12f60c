// SPDX-License-Identifier: EUPL-1.2
// Numbers and addresses in a text by which somebody can be found.
#ifndef G1P_METHOD_PERSONAL_H
#define G1P_METHOD_PERSONAL_H

#include <stdbool.h>

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

#endif
