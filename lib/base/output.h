// SPDX-License-Identifier: EUPL-1.2
// The end of a command's output.
#ifndef G1P_BASE_OUTPUT_H
#define G1P_BASE_OUTPUT_H

#include <stdio.h>

#include "lib/base/text.h"
#include "lib/base/trouble.h"

// Sees to it that all that was written to `out` arrived. Returns 0, also when the reader went away
// (a closed pipe ends a command quietly), or -1 with `*trouble`.
int output_finish(FILE *out, struct trouble *trouble);

// Writes `text` to `out` and finishes it, as above.
int output_text(FILE *out, struct text text, struct trouble *trouble);

#endif
