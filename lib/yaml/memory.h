// SPDX-License-Identifier: EUPL-1.2
// libyaml's memory taken from an arena while it parses.
#ifndef G1P_YAML_MEMORY_H
#define G1P_YAML_MEMORY_H

#include <stdbool.h>

#include "lib/base/arena.h"

// Lets libyaml take its memory from `arena` in this thread from now on. Only between the making and
// the deleting of one parser: what it asked for before must not be given back meanwhile.
void memory_lend(struct arena *arena);

// Whether libyaml took any since: some ways of linking it pass us by.
bool memory_taken(void);

// Gives back one piece that was taken.
void memory_drop(void *piece);

// Ends that. Everything libyaml still held is gone when the arena is reset.
void memory_return(void);

#endif
