// SPDX-License-Identifier: EUPL-1.2
// The writers of the parts; only for the table in part.c and the part_*.c files.
#ifndef G1P_RENDER_PART_WRITERS_H
#define G1P_RENDER_PART_WRITERS_H

#include "lib/base/trouble.h"

struct document;

int part_plan(struct document *document, struct trouble *trouble);
int part_veiligheidsplan(struct document *document, struct trouble *trouble);
int part_actielijst(struct document *document, struct trouble *trouble);
int part_meldcode(struct document *document, struct trouble *trouble);
int part_adviesvraag(struct document *document, struct trouble *trouble);
int part_klantpanel(struct document *document, struct trouble *trouble);
int part_uitnodiging(struct document *document, struct trouble *trouble);
int part_agenda(struct document *document, struct trouble *trouble);
int part_netwerk(struct document *document, struct trouble *trouble);

// The five questions of the weighing in Dutch, by enum weging_vraag.
extern const char *const part_weegvragen[];

#endif
