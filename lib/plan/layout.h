// SPDX-License-Identifier: EUPL-1.2
// Where each field of the format lives in the structs of the typed plan; made by gen/.
#ifndef G1P_PLAN_LAYOUT_H
#define G1P_PLAN_LAYOUT_H

#include <stdint.h>

extern const uint16_t plan_offsets[]; // by schema_field.id
extern const uint16_t plan_sizes[];   // by schema_type.id: of one value

#endif
