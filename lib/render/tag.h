// SPDX-License-Identifier: EUPL-1.2
// Reading the HTML that lib/render writes, tag by tag.
#ifndef G1P_RENDER_TAG_H
#define G1P_RENDER_TAG_H

#include <stdbool.h>

#include "lib/base/text.h"

// A tag from < to >, and the name in it.
struct tag {
    struct text whole;
    struct text name;
    bool closes;
};

// The tag at the start of `html`.
struct tag tag_read(struct text html);

// The first place of `words` in a text, or NULL.
const char *tag_find(struct text text, const char *words);

// The value of an attribute of a tag, named as it stands there up to the value (`alt="`); empty
// when it has none.
struct text tag_attribute(struct text tag, const char *name_and_quote);

#endif
