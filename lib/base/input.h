// SPDX-License-Identifier: EUPL-1.2
// Reading a whole file or standard input, within a limit.
#ifndef G1P_BASE_INPUT_H
#define G1P_BASE_INPUT_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"

// Reads all of `path` ("-": standard input) into the arena. At most `limit` bytes are read; when
// there are more, `*too_large` is set and the first `limit` bytes are given. Returns 0, or -1 with
// `*trouble`: it cannot be opened or read, is a folder, or kept changing while it was read.
int input_read(const char *path, size_t limit, struct arena *arena, struct text *content,
               bool *too_large, struct trouble *trouble);

#endif
