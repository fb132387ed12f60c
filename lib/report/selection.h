// SPDX-License-Identifier: EUPL-1.2
// Which rules speak: --select and --ignore.
#ifndef G1P_REPORT_SELECTION_H
#define G1P_REPORT_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/rules/rule.h"

// Which rules were named so far; all zero at the start.
struct selection {
    bool any_selected;
    bool selected[RULE_COUNT];
    bool ignored[RULE_COUNT];
};

// Adds a list of ids, families or beginnings of ids ("OP-17", "OP", "VP-0"), parted by commas or
// blanks, to what is selected or ignored. Returns 0, or -1 with the word that names no rule in
// `wrong` (cut to `room`) and the id nearest to it, or NULL, in `*near`.
int selection_add(struct selection *selection, const char *list, bool ignore, char *wrong,
                  size_t room, const char **near);

// Whether a rule speaks: selected (or nothing was), and not ignored.
void selection_apply(const struct selection *selection, bool speaks[RULE_COUNT]);

// The rule with this id in any case of letters, or -1 and the nearest id in `*near` (or NULL).
int selection_rule(const char *id, const char **near);

#endif
