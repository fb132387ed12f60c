// SPDX-License-Identifier: EUPL-1.2
// From a piece of what a scalar says to the bytes of the file that say it.
#ifndef G1P_YAML_PLACE_H
#define G1P_YAML_PLACE_H

#include "lib/yaml/tree.h"

// The bytes of `source` in which bytes `begin` to `end` of the node's text stand, whatever way the
// scalar is written: also over several lines. What it cannot follow (an escape) gives the whole
// scalar.
// `*from` and `*until` are offsets in the source. Costs only the bytes up to `end`.
void place_in_scalar(struct text source, const struct node *node, size_t begin, size_t end,
                     uint32_t *from, uint32_t *until);

#endif
