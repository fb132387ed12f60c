// SPDX-License-Identifier: EUPL-1.2
// What differs between two texts, as a unified diff that git apply and patch take.
#ifndef G1P_BASE_DIFF_H
#define G1P_BASE_DIFF_H

#include "lib/base/buffer.h"

// Adds the difference between two versions of the file `name` to `out`: nothing when they are
// equal; else "--- a/NAME", "+++ b/NAME" and hunks with three lines around each change. Sets
// `out->failed` when memory ran out. Time and memory are those of the lines times their difference.
void diff_unified(const char *name, struct text before, struct text after, struct buffer *out);

#endif
