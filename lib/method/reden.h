// SPDX-License-Identifier: EUPL-1.2
// Reasons that people give: of an exception, or of a local framework that changes a rule.
#ifndef G1P_METHOD_REDEN_H
#define G1P_METHOD_REDEN_H

#include <stdbool.h>

#include "lib/base/text.h"

// Whether this says something: it has letters, and is no filler such as "nvt".
bool is_reden(struct text reden);

#endif
