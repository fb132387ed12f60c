// SPDX-License-Identifier: EUPL-1.2
// Who does it, or who says it.
#ifndef G1P_TAAL_WIE_H
#define G1P_TAAL_WIE_H

#include "lib/taal/lezing.h"

// Whether somebody who can be held to it does what is said: a name, a role in the family, a
// function, an organisation, I. Not in the passive without "door", not "men", not a bare
// infinitive.
bool wie_doet(const struct lezing *lezing);

// Whether somebody is named as the source of what is said: "De gymdocent: …", "…, zegt Romy".
bool wie_zegt(const struct lezing *lezing);

// ---- for lib/taal ----

// Whether a token is somebody; whether it hangs on a preposition, as in "met moeder".
bool is_iemand(const struct lezing *lezing, size_t i);
bool is_afhankelijk(const struct lezing *lezing, size_t i);

// Whether the preposition at `i` hangs on the noun before it, and says of what kind that is: "een
// pak voor de bruiloft", "hulp bij de aanvraag".
bool hangt_aan_woord(const struct lezing *lezing, size_t i);

#endif
