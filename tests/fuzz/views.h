// SPDX-License-Identifier: EUPL-1.2
// For the fuzzer: what must hold of every plan as one person may see it, and without names.
#ifndef G1P_TESTS_FUZZ_VIEWS_H
#define G1P_TESTS_FUZZ_VIEWS_H

#include "lib/rules/check.h"

// Makes both of a plan that could be read, for its first member, naaste and professional. Returns
// what does not hold, or NULL.
const char *views_hold(const struct check_result *result, struct date today, struct arena *arena);

#endif
