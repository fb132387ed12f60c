// SPDX-License-Identifier: EUPL-1.2
// What one person may see of a plan today (KR §2): the plan as a smaller tree.
//
// For somebody outside the household: an item is shown when its part is consented to for everybody
// of the household whose data it holds: whom it names (x-betreft in the schema), and else
// everybody. What belongs to no part goes with `alles` only. For a member: everything, but what is
// only about other members (x-prive) where these consented to it.
//
// What falls away leaves nothing behind: no ids that refer to it, and of a member who is not shown
// at all no name in the texts either. Who else a shown item refers to is there with a name only.
#ifndef G1P_METHOD_INZAGE_H
#define G1P_METHOD_INZAGE_H

#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/plan/plan.h"

enum inzage_uitkomst {
    INZAGE_GEGEVEN,
    INZAGE_ONBEKEND,   // nobody in the plan has this id
    INZAGE_VERTROKKEN, // a professional who takes part no longer
    INZAGE_GEWEIGERD   // nothing may be shown: no consent, or none that holds today
};

struct inzage {
    enum inzage_uitkomst uitkomst;
    struct node *root;   // of what may be seen; its texts are the plan's. NULL unless given
    bool weggelaten;     // something was left out
    unsigned onderdelen; // the parts of which something is shown, 1 << enum onderdeel; ALLES alone
                         // when nothing was left out
    struct text nabij;   // INZAGE_ONBEKEND: the id that may be meant; empty: none
};

// Looks what `voor` may see of a plan that schema_check has gone over. The new tree is the arena's,
// is the plan's no more than by its texts, and is still to be checked and read (zicht_lees).
// Returns 0, or -1 when memory ran out.
int inzage_bepaal(const struct plan_plan *plan, struct text voor, struct date today,
                  struct arena *arena, struct inzage *inzage);

// Checks a tree that was made out of another and reads it as a plan. Returns 0, or -1 when memory
// ran out.
int zicht_lees(struct node *root, struct date today, struct arena *arena, struct plan_plan *plan);

#endif
