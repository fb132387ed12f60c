// SPDX-License-Identifier: EUPL-1.2
// From a JSON Pointer to what the format has there.
#include "lib/schema/order.h"

#include <string.h>

// The next step of a pointer ("/leden/0"); moves `*rest` behind it. Keys of the format hold no
// signs that a pointer writes otherwise.
static struct text next_step(struct text *rest) {
    struct text step = {rest->bytes + 1, rest->length - 1};
    const char *slash = step.length > 0 ? memchr(step.bytes, '/', step.length) : NULL;
    if (slash)
        step.length = (size_t)(slash - step.bytes);
    rest->bytes += 1 + step.length;
    rest->length -= 1 + step.length;
    return step;
}

static bool is_number(struct text step) {
    if (text_is(step, "-"))
        return true;
    for (size_t i = 0; i < step.length; i++)
        if (step.bytes[i] < '0' || step.bytes[i] > '9')
            return false;
    return step.length > 0;
}

const struct schema_field *schema_at(const struct schema_type *root, struct text pointer,
                                     bool *item) {
    const struct schema_field *field = NULL;
    *item = false;
    while (pointer.length > 0) {
        struct text step = next_step(&pointer);
        bool keyed = field && (field->many == MANY_BY_WORD || field->many == MANY_BY_RULE);
        if (field && !*item && (keyed || (field->many != MANY_ONE && is_number(step)))) {
            *item = true;
            continue;
        }
        const struct schema_type *type = field ? field->type : root;
        field = type->shape == SHAPE_OBJECT ? schema_field(type, step) : NULL;
        *item = false;
        if (!field)
            return NULL;
    }
    return field;
}

static int rank(void *context, struct text pointer, struct text key) {
    const struct schema_type *type = context;
    bool item;
    if (pointer.length > 0) {
        const struct schema_field *field = schema_at(type, pointer, &item);
        bool keyed = field && (field->many == MANY_BY_WORD || field->many == MANY_BY_RULE);
        if (!field || (keyed && !item))
            return -1;
        type = field->type;
    }
    const struct schema_field *found = type->shape == SHAPE_OBJECT ? schema_field(type, key) : NULL;
    return found ? (int)(found - type->fields) : -1;
}

static bool bare(void *context, struct text pointer) {
    bool item;
    const struct schema_field *field = schema_at(context, pointer, &item);
    return field && schema_bare(field->type);
}

struct edit_order schema_order(const struct schema_type *root) {
    return (struct edit_order){rank, bare, (void *)(uintptr_t)root};
}
