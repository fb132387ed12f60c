// SPDX-License-Identifier: EUPL-1.2
// What a verb was given, by the names of its options.
#include "lib/change/verb.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool verb_can_ask(void) {
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

size_t verb_field_count(const struct verb *verb) {
    size_t count = 0;
    while (verb->fields && (verb->fields[count].path || verb->fields[count].option))
        count++;
    assert(count <= VERB_MOST_FIELDS);
    return count;
}

void verb_option_name(const struct verb_field *field, char into[VERB_OPTION_ROOM]) {
    const char *name = field->option;
    if (!name) {
        const char *dot = strrchr(field->path, '.');
        name = dot ? dot + 1 : field->path;
    }
    snprintf(into, VERB_OPTION_ROOM, "%s", name);
    for (char *letter = into; *letter; letter++)
        if (*letter == '_')
            *letter = '-';
}

const struct schema_field *verb_schema(const struct verb_request *request,
                                       const struct verb_field *field) {
    char path[128];
    const char *place = request->verb->place;
    if (!field->path)
        return NULL;
    if (field->path[0] == '/')
        return schema_path(*request->program->root, field->path + 1);
    snprintf(path, sizeof path, "%s%s%s", place ? place : "", place ? "." : "", field->path);
    return schema_path(*request->program->root, path);
}

// ---- values ----

// The place of an option among the verb's fields. That it is there is the command's own matter.
static size_t index_of(const struct verb_request *request, const char *option) {
    size_t count = verb_field_count(request->verb);
    size_t i = 0;
    for (char name[VERB_OPTION_ROOM]; i < count; i++) {
        verb_option_name(&request->verb->fields[i], name);
        if (strcmp(name, option) == 0)
            break;
    }
    assert(i < count);
    return i;
}

const struct verb_value *verb_value(const struct verb_request *request, const char *option) {
    return &request->values[index_of(request, option)];
}

bool verb_given(const struct verb_request *request, const char *option) {
    return verb_value(request, option)->given;
}

struct text verb_text(const struct verb_request *request, const char *option) {
    const struct verb_value *value = verb_value(request, option);
    return value->count > 0 ? value->items[0] : TEXT("");
}

void verb_give(struct verb_request *request, const char *option, struct text text) {
    struct verb_value *value = &request->values[index_of(request, option)];
    *value = (struct verb_value){.given = true, .count = 1, .items = {text}};
}
