// SPDX-License-Identifier: EUPL-1.2
// What is talked about at a meeting, for the invitation and the agenda (WP fase 3b and 5b).
#ifndef G1P_RENDER_MEETING_H
#define G1P_RENDER_MEETING_H

#include "lib/method/overleg.h"

// Whether the meeting to come goes as a progress meeting: it is one, or the first was held before.
bool meeting_is_later(const struct plan_plan *plan, const struct volgend_overleg *next,
                      struct date today);

// The topics in their order, in the household's terms, NULL-ended.
const char *const *meeting_topics(const struct plan_plan *plan, bool later);

#endif
