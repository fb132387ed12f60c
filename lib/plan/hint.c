// SPDX-License-Identifier: EUPL-1.2
// Hints of a new plan, from the schema's labels and descriptions. In Dutch, like the plan itself.
#include <string.h>

#include "lib/plan/scaffold.h"
#include "lib/schema/schema.h"

static char plain(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

// Whether a label says no more than the field's name: "Blijft betrokken", blijft_betrokken.
static bool same_words(const char *label, const char *name) {
    for (; *label || *name; label++, name++) {
        while (*label == ' ' || *label == '-')
            label++;
        while (*name == '_')
            name++;
        if (plain(*label) != plain(*name) || !*label)
            return !*label && !*name;
    }
    return true;
}

static void add_sentence(struct buffer *out, const char *sentence) {
    size_t length = strlen(sentence);
    if (length == 0)
        return;
    if (out->length > 0)
        buffer_add_char(out, ' ');
    buffer_add_string(out, sentence);
    if (!strchr(".?!", sentence[length - 1]))
        buffer_add_char(out, '.');
}

static void add_words(const struct schema_field *field, struct buffer *out) {
    const struct schema_type *type = field->type;
    bool list = field->many == MANY_LIST;
    buffer_add_string(out, type->shape == SHAPE_OPEN_WORD ? " Bijvoorbeeld: "
                           : list                         ? " Kies een of meer: "
                                                          : " Kies: ");
    for (unsigned i = 0; i < type->word_count; i++) {
        if (i > 0)
            buffer_add_string(out, i + 1 == type->word_count ? " of " : ", ");
        buffer_add_string(out, type->words[i].word);
    }
    buffer_add_char(out, '.');
}

static void add_example(const struct schema_field *field, struct buffer *out) {
    const char *example = field->example;
    if (!example && field->type->shape == SHAPE_DATE)
        example = "2026-03-12";
    if (!example)
        return;
    buffer_add_string(out, " Bijvoorbeeld:");
    add_sentence(out, example);
}

void hint_write(const struct schema_field *field, bool with_example, struct buffer *out) {
    struct buffer hint = {0};
    uint8_t shape = field->type->shape;
    if (!same_words(field->title, field->name))
        add_sentence(&hint, field->title);
    add_sentence(&hint, field->description);
    if (shape == SHAPE_WORD || shape == SHAPE_OPEN_WORD)
        add_words(field, &hint);
    else if (with_example)
        add_example(field, &hint);
    buffer_add(out, buffer_text(&hint));
    out->failed |= hint.failed;
    buffer_free(&hint);
}
