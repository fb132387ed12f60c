// SPDX-License-Identifier: EUPL-1.2
// Looking things up in the tables of the format.
#include "lib/schema/schema.h"

#include <string.h>

#include "lib/base/nearest.h"

enum { NEAR = 3 }; // fields behind the last one that are tried first

// Names are sorted by length and then by bytes: most are told apart by their length alone.
static int compare_name(struct text name, const struct schema_field *field) {
    if (name.length != field->name_length)
        return name.length < field->name_length ? -1 : 1;
    int order = (unsigned char)name.bytes[0] - (unsigned char)field->name[0];
    return order ? order : memcmp(name.bytes, field->name, name.length);
}

const struct schema_field *schema_field_after(const struct schema_type *type,
                                              const struct schema_field *before, struct text name) {
    const struct schema_field *field = before ? before + 1 : type->fields;
    const struct schema_field *end = type->fields + type->field_count;
    for (unsigned near = 0; near < NEAR && field < end; near++, field++)
        if (field->name_length == name.length && field->name[0] == name.bytes[0] &&
            memcmp(field->name, name.bytes, name.length) == 0)
            return field;
    return schema_field(type, name);
}

const struct schema_field *schema_field(const struct schema_type *type, struct text name) {
    unsigned low = 0;
    unsigned high = type->field_count;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        const struct schema_field *field = &type->fields[type->by_name[middle]];
        int order = compare_name(name, field);
        if (order == 0)
            return field;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const struct schema_field *schema_path(const struct schema_type *type, const char *path) {
    const struct schema_field *field = NULL;
    do {
        size_t length = strcspn(path, ".");
        field = length ? schema_field(type, (struct text){path, length}) : NULL;
        if (!field || !path[length])
            return field;
        type = field->type;
        path += length + 1;
    } while (type->field_count > 0);
    return NULL;
}

const struct schema_field *schema_nearest_field(const struct schema_type *type, struct text name) {
    struct nearest nearest = nearest_begin(name);
    for (int i = 0; i < type->field_count; i++)
        nearest_offer(&nearest, text_of(type->fields[i].name), i);
    return nearest.index < 0 ? NULL : &type->fields[nearest.index];
}

const struct schema_word *schema_nearest_word(const struct schema_type *type, struct text word) {
    struct nearest nearest = nearest_begin(word);
    for (int i = 0; i < type->word_count; i++)
        nearest_offer(&nearest, text_of(type->words[i].word), i);
    return nearest.index < 0 ? NULL : &type->words[nearest.index];
}

const char *schema_label(const struct schema_type *type, int value) {
    return value >= 0 && value < type->word_count ? type->words[value].label : "";
}

bool schema_bare(const struct schema_type *type) {
    return type->shape == SHAPE_DATE || type->shape == SHAPE_ROUGH_DATE ||
           type->shape == SHAPE_NUMBER || type->shape == SHAPE_FIXED;
}

bool schema_is_id(struct text text) {
    static const struct text reserved[] = {{"ja", 2},   {"nee", 3},  {"geen", 4},
                                           {"null", 4}, {"true", 4}, {"false", 5}};
    if (text.length == 0 || text.bytes[0] < 'a' || text.bytes[0] > 'z')
        return false;
    for (size_t i = 1; i < text.length; i++) {
        char c = text.bytes[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'))
            return false;
    }
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (text_equal(text, reserved[i]))
            return false;
    return true;
}
