// SPDX-License-Identifier: EUPL-1.2
// The look that a local framework gives to documents (its `uiterlijk`).
#ifndef G1P_RENDER_LOOK_KADER_H
#define G1P_RENDER_LOOK_KADER_H

#include "lib/plan/plan.h"
#include "lib/render/look.h"

// Fills in what the framework says and `look` does not have yet; `home` is the folder its paths
// count from and may not leave (NULL: it brings no files). What belongs to the look is the arena's
// or the framework's. What cannot be used is left out and told in `*trouble`: returns 0, or -1
// when there was anything of that kind.
int look_of_kader(const struct plan_kader *kader, const char *home, struct arena *arena,
                  struct look *look, struct trouble *trouble);

#endif
