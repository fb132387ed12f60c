// SPDX-License-Identifier: EUPL-1.2
// What a verb was given, as a piece of the file.
#include <string.h>

#include "lib/change/verb.h"

// "WHO: WHAT", checked before, as a small mapping; several people as a list.
static struct piece *pair_piece(const struct schema_type *type, struct text text,
                                struct arena *arena) {
    struct piece *pair = piece_mapping(arena);
    const char *colon = memchr(text.bytes, ':', text.length);
    size_t length = (size_t)(colon - text.bytes);
    struct text who = text_trim((struct text){text.bytes, length});
    struct text what = text_trim((struct text){text.bytes + length + 1, text.length - length - 1});
    if (memchr(who.bytes, ',', who.length)) {
        struct piece *list = piece_add(pair, type->fields[0].name, piece_list(arena));
        while (who.length > 0) {
            const char *comma = memchr(who.bytes, ',', who.length);
            size_t part = comma ? (size_t)(comma - who.bytes) : who.length;
            piece_add(list, NULL, piece_scalar(arena, text_trim((struct text){who.bytes, part})));
            part += comma != NULL;
            who = (struct text){who.bytes + part, who.length - part};
        }
    } else {
        piece_say(pair, type->fields[0].name, who, arena);
    }
    piece_say(pair, type->fields[1].name, what, arena);
    return pair;
}

static void add_value(struct piece *item, const struct schema_field *field,
                      const struct verb_value *value, struct arena *arena) {
    bool object = field->type->shape == SHAPE_OBJECT;
    bool list = field->many == MANY_LIST || value->count > 1 ||
                (field->many == MANY_GEEN_OR_LIST && !text_is(value->items[0], "geen"));
    if (!list) {
        piece_add(item, field->name, piece_scalar(arena, value->items[0]));
        return;
    }
    struct piece *items = piece_add(item, field->name, piece_list(arena));
    for (size_t i = 0; i < value->count; i++)
        piece_add(items, NULL,
                  object ? pair_piece(field->type, value->items[i], arena)
                         : piece_scalar(arena, value->items[i]));
}

struct piece *verb_item(const struct verb_request *request, struct arena *arena) {
    const struct schema_type *type = *request->program->root;
    struct piece *item = piece_mapping(arena);
    size_t count = verb_field_count(request->verb);
    if (request->verb->place)
        type = schema_path(type, request->verb->place)->type;
    for (unsigned f = 0; f < type->field_count; f++)
        for (size_t i = 0; i < count; i++) {
            const struct verb_field *row = &request->verb->fields[i];
            if (row->path && verb_schema(request, row) == &type->fields[f] &&
                request->values[i].given)
                add_value(item, &type->fields[f], &request->values[i], arena);
        }
    return item;
}
