// SPDX-License-Identifier: EUPL-1.2
// Reading our own HTML.
#include "lib/render/tag.h"

#include <string.h>

struct tag tag_read(struct text html) {
    struct tag tag = {{html.bytes, 0}, {NULL, 0}, false};
    const char *end = memchr(html.bytes, '>', html.length);
    tag.whole.length = end ? (size_t)(end - html.bytes) + 1 : html.length;
    size_t from = 1;
    if (tag.whole.length > 1 && html.bytes[1] == '/') {
        tag.closes = true;
        from = 2;
    }
    size_t to = from;
    while (to < tag.whole.length && !strchr(" >/\n", html.bytes[to]))
        to++;
    tag.name = (struct text){html.bytes + from, to - from};
    return tag;
}

const char *tag_find(struct text text, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.bytes + i, words, length) == 0)
            return text.bytes + i;
    return NULL;
}

struct text tag_attribute(struct text tag, const char *name_and_quote) {
    const char *found = tag_find(tag, name_and_quote);
    if (!found)
        return (struct text){NULL, 0};
    const char *value = found + strlen(name_and_quote);
    size_t left = (size_t)(tag.bytes + tag.length - value);
    const char *end = memchr(value, '"', left);
    return (struct text){value, end ? (size_t)(end - value) : left};
}
