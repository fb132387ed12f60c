// SPDX-License-Identifier: EUPL-1.2
// The table of parts.
#include "lib/render/part.h"

#include <string.h>

#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/render/part_writers.h"
#include "lib/rules/rule.h"

enum {
    OF_PLAN = 1u << KIND_PLAN,
    OF_RECORD = 1u << KIND_MELDCODE,
    DUE_MEETINGS = 1u << DUE_OVERLEG,
    DUE_ALL = 1u << DUE_ACTIE | 1u << DUE_EVALUATIE | 1u << DUE_OVERLEG,
};

static const char *const veiligheidsplan[] = {"nummer",        "huishouden", "netwerk",
                                              "professionals", "regie",      "veiligheidsplan",
                                              "doelen",        "akkoord",    NULL};
static const char *const actielijst[] = {"nummer", "huishouden", "netwerk",    "professionals",
                                         "regie",  "doelen",     "overleggen", NULL};
static const char *const adviesvraag[] = {"huishouden", "veiligheidsplan", NULL};
static const char *const dossier[] = {"nummer", NULL};
static const char *const klantpanel[] = {"afsluiting", NULL};
static const char *const uitnodiging[] = {"nummer", "huishouden", "netwerk",    "professionals",
                                          "regie",  "doelen",     "overleggen", NULL};
static const char *const agenda[] = {"nummer",        "fase",  "huishouden", "netwerk",
                                     "professionals", "regie", "doelen",     "veiligheidsplan",
                                     "overleggen",    NULL};
static const char *const netwerk[] = {"nummer", "huishouden", "netwerk", "professionals", NULL};

const struct part parts[] = {
    {"plan", DN_("Ondersteuningsplan"), part_plan, NULL, DUE_ALL, false, OF_PLAN},
    {"veiligheidsplan", DN_("Veiligheidsplan"), part_veiligheidsplan, veiligheidsplan, 0, false,
     OF_PLAN},
    {"actielijst", DN_("Wie doet wat?"), part_actielijst, actielijst, 1u << DUE_ACTIE, false,
     OF_PLAN},
    {"uitnodiging", DN_("Uitnodiging"), part_uitnodiging, uitnodiging, DUE_MEETINGS, false,
     OF_PLAN},
    {"agenda", DN_("Agenda van het overleg"), part_agenda, agenda, DUE_MEETINGS, false, OF_PLAN},
    {"meldcode", DN_("Dossier meldcode"), part_meldcode, dossier, 0, false, OF_RECORD},
    {"adviesvraag", DN_("Vraag om advies"), part_adviesvraag, adviesvraag, 0, true,
     OF_PLAN | OF_RECORD},
    {"klantpanel", DN_("Hoe was het voor jou?"), part_klantpanel, klantpanel, 0, true, OF_PLAN},
    {"netwerk", DN_("Ons netwerk"), part_netwerk, netwerk, 0, false, OF_PLAN},
};

_Static_assert(sizeof parts / sizeof *parts <= PART_MOST, "PART_MOST");
const size_t part_count = sizeof parts / sizeof *parts;

const struct part *part_named(const char *name) {
    for (size_t i = 0; i < part_count; i++)
        if (strcmp(parts[i].name, name) == 0)
            return &parts[i];
    return NULL;
}
