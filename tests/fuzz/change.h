// SPDX-License-Identifier: EUPL-1.2
// For the fuzzer: changes to whatever can be read.
#ifndef G1P_TESTS_FUZZ_CHANGE_H
#define G1P_TESTS_FUZZ_CHANGE_H

#include "lib/base/text.h"

// Tries some changes at a place that the bytes choose. Returns what does not hold, or NULL.
const char *fuzz_change(struct text source);

#endif
