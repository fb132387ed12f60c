// SPDX-License-Identifier: EUPL-1.2
// Making one tree out of another: nodes are copied one by one, so that the first stays as it is.
#ifndef G1P_YAML_COPY_H
#define G1P_YAML_COPY_H

#include "lib/base/arena.h"
#include "lib/yaml/tree.h"

// A copy of a node without its parent, children and siblings. Texts and keys stay those of the
// original, which must outlive it. NULL when memory ran out.
struct node *node_copy(const struct node *node, struct arena *arena);

// Takes the children that `drop` says yes to out of a list or mapping. Returns how many went.
unsigned node_drop(struct node *parent, bool (*drop)(struct node *child, void *context),
                   void *context);

// The node after this one in a walk over `root` and all below it, each before its children; NULL
// after the last.
struct node *node_after(const struct node *root, struct node *node);

#endif
