// SPDX-License-Identifier: EUPL-1.2
// Whether a scalar is what its type asks.
#ifndef G1P_SCHEMA_SCALAR_H
#define G1P_SCHEMA_SCALAR_H

#include "lib/schema/check.h"

// Returns -1 when `node`, a scalar with a value, is fine for `type`, else the fault's kind; sets
// the node's word. `*near` gets what may be meant.
int scalar_fault(const struct schema_type *type, struct node *node, struct text *near);

// Reads a number as JSON writes it; false when the text is none, or one of absurd length.
bool scalar_number(struct text text, double *value);

// Whether a text has the shape of a rule's id: OP-17.
bool scalar_is_rule(struct text text);

#endif
