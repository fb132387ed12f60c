// SPDX-License-Identifier: EUPL-1.2
// Beginning a record of the meldcode beside a plan that is there.
#ifndef G1P_KADER_DOSSIER_BEGIN_H
#define G1P_KADER_DOSSIER_BEGIN_H

#include "lib/base/trouble.h"
#include "lib/plan/values.h"

// Takes over into the values of a new record whom the plan in `path` is about: its members, by
// their ids and age groups, unless `betreft` was given; and where it lies, seen from the folder of
// `output` (NULL: the record is not written to a file; then its number is named), unless `plan`
// was given. Of what the plan says about people nothing else is taken over. Returns 0, or -1 with
// `*trouble`: it is not there, may not be read, is no plan.
int dossier_begin(struct values *values, const char *path, const char *output, struct date today,
                  struct trouble *trouble);

#endif
