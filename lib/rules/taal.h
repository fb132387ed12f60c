// SPDX-License-Identifier: EUPL-1.2
// What the rules about language share: for a plan, and for single sentences.
#ifndef G1P_RULES_TAAL_H
#define G1P_RULES_TAAL_H

#include "lib/rules/check.h"
#include "lib/taal/gewoon.h"

enum { EIGEN_MOST = 64 };

// The words that a framework (NULL: none) adds to jargon or allows, at most EIGEN_MOST. Returns how
// many.
size_t kader_woorden(const struct plan_kader *kader, struct eigen_woord own[EIGEN_MOST]);

// A number for a message, kept with the findings.
struct argument number_argument(struct findings *findings, long value);

// The message about what was found not plain (TL-01…03), and its arguments.
enum melding gewoon_melding(struct findings *findings, const struct gewoon *found,
                            const struct eigen_woord *own,
                            struct argument arguments[FINDING_ARGUMENTS]);

// Judges one sentence as if it stood alone in its place, with who and when looked for in it
// (--line). Findings have no node; their offsets are those of `line`, and `label` is set where the
// finding has one. Only rules of `options->selected` speak, weighed by `kader` (NULL: none).
void zin_judge(struct text line, enum zinsoort soort, const struct check_options *options,
               const struct plan_kader *kader, struct findings *findings);

#endif
