// SPDX-License-Identifier: EUPL-1.2
// Making a new source out of the old one, and taking it when it is what was meant.
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/yaml/edit_parts.h"

struct buffer *splice_add(struct splices *splices, size_t start, size_t end) {
    struct splice *splice = &splices->items[splices->count++];
    *splice = (struct splice){start, end, {0}};
    return &splice->text;
}

void splices_free(struct splices *splices) {
    for (int i = 0; i < splices->count; i++)
        buffer_free(&splices->items[i].text);
    splices->count = 0;
}

// Adds text, with line ends as the file has them.
static void add_lines(struct buffer *out, struct text text, const char *ending) {
    while (text.length > 0) {
        const char *newline = memchr(text.bytes, '\n', text.length);
        size_t length = newline ? (size_t)(newline - text.bytes) : text.length;
        buffer_add(out, (struct text){text.bytes, length});
        if (newline)
            buffer_add_string(out, ending);
        text.bytes += newline ? length + 1 : length;
        text.length -= newline ? length + 1 : length;
    }
}

// The new source in the edit's arena; no bytes when memory ran out.
static struct text splice_all(const struct edit *edit, const struct splices *splices) {
    struct text old = edit->source;
    struct buffer made = {0};
    size_t at = 0;
    for (int i = 0; i < splices->count; i++) {
        const struct splice *splice = &splices->items[i];
        buffer_add(&made, (struct text){old.bytes + at, splice->start - at});
        add_lines(&made, buffer_text(&splice->text), line_ending(old, splice->start));
        made.failed |= splice->text.failed;
        at = splice->end;
    }
    buffer_add(&made, (struct text){old.bytes + at, old.length - at});
    struct text text = {NULL, made.length};
    if (!made.failed)
        text.bytes = arena_copy(edit->arena, made.bytes ? made.bytes : "", made.length);
    buffer_free(&made);
    return text;
}

static bool in_order(const struct edit *edit, const struct splices *splices) {
    size_t at = 0;
    for (int i = 0; i < splices->count; i++) {
        const struct splice *splice = &splices->items[i];
        if (splice->start < at || splice->end < splice->start || splice->end > edit->source.length)
            return false;
        at = splice->end;
    }
    return splices->count > 0;
}

enum applied splices_apply(struct edit *edit, const struct splices *splices,
                           const struct change *change) {
    if (!in_order(edit, splices))
        return APPLIED_NOT;
    struct text source = splice_all(edit, splices);
    if (!source.bytes)
        return APPLIED_NO_MEMORY;
    struct tree tree;
    if (tree_read(source, source.length > TREE_LARGEST, edit->arena, edit->scratch, &tree) != 0)
        return APPLIED_NO_MEMORY;
    if (tree.fault_count > 0 || !change_holds(edit->tree.root, tree.root, change))
        return APPLIED_NOT;
    edit->source = source;
    edit->tree = tree;
    edit->changes++;
    return APPLIED;
}
