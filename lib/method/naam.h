// SPDX-License-Identifier: EUPL-1.2
// The name of a person, and all that they can be called by it.
#ifndef G1P_METHOD_NAAM_H
#define G1P_METHOD_NAAM_H

#include "lib/method/namen.h"

// Adds a full name to the collection: as a whole, the surname by itself, each of its words, with
// initials, and forms of it. Words of names in `behalve` (NULL: none) are passed over. A word that
// is also one of the language counts where it has a capital. Returns 0, or -1 when memory ran out.
int naam_add(struct namen *namen, struct text naam, struct text vervanging,
             const struct namen *behalve);

// Adds a word that somebody is called by, such as an id.
int naam_add_roepnaam(struct namen *namen, struct text word, struct text vervanging,
                      const struct namen *behalve);

// Whether a word belongs between the words of a name: de, van, el.
bool naam_is_tussenvoegsel(struct text word);

#endif
