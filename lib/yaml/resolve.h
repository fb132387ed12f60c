// SPDX-License-Identifier: EUPL-1.2
// What other readers of YAML take a text without quotation marks for. We read every text as it
// stands; they make `no` a truth value, `1:30` ninety and `08` now a number, now none.
#ifndef G1P_YAML_RESOLVE_H
#define G1P_YAML_RESOLVE_H

#include <stdbool.h>

#include "lib/base/text.h"

// Whether YAML 1.1 (its type repository, and PyYAML, which is narrower) or the core schema of YAML
// 1.2 reads the plain text as something else than a text: nothing, a truth value, a number, a date.
bool resolve_taken(struct text text);

// Whether it is a number or a date in the form that the format asks for: -7.5, 2026-03-12.
bool resolve_bare(struct text text);

#endif
