// SPDX-License-Identifier: EUPL-1.2
// What is added to the given values: the fields a plan cannot do without, and short words for
// people.
#include <stdio.h>
#include <string.h>

#include "lib/base/fold.h"
#include "lib/base/utf8.h"
#include "lib/plan/values.h"

void short_word(struct text name, char into[SHORT_WORD_LONGEST + 1]) {
    size_t length = 0;
    name = text_trim(name);
    for (size_t at = 0; at < name.length && length < SHORT_WORD_LONGEST;) {
        uint32_t point;
        at += utf8_decode(name.bytes + at, name.length - at, &point);
        char letter = fold_letter(point);
        if (letter)
            into[length++] = letter;
        else if ((point == ' ' || point == '\t') && length > 0)
            break; // the first name is there
    }
    into[length] = '\0';
}

// ---- ids of people ----

static const char *const lists[][2] = {
    {"huishouden", "leden"}, {NULL, "netwerk"}, {NULL, "professionals"}};
enum { LISTS = sizeof lists / sizeof *lists };

static struct node *people(const struct values *values, int which) {
    const struct node *parent =
        lists[which][0] ? node_child(values->root, lists[which][0]) : values->root;
    struct node *list = node_child(parent, lists[which][1]);
    return list && list->kind == NODE_LIST ? list : NULL;
}

static bool is_used(const struct values *values, const char *id) {
    for (int i = 0; i < LISTS; i++) {
        const struct node *list = people(values, i);
        for (const struct node *item = list ? list->first : NULL; item; item = item->next) {
            const struct node *given = node_child(item, "id");
            if (given && text_is(given->text, id))
                return true;
        }
    }
    return false;
}

static int name_person(struct values *values, int which, struct node *person) {
    const struct node *name = node_child(person, "naam");
    char word[SHORT_WORD_LONGEST + 1];
    char id[SHORT_WORD_LONGEST + 16];
    char path[80];
    if (node_absent(name) || !node_absent(node_child(person, "id")))
        return 0;
    short_word(name->text, word);
    if (word[0] == '\0')
        strcpy(word, "persoon");
    snprintf(id, sizeof id, "%s", word);
    for (unsigned i = 2; !schema_is_id(text_of(id)) || is_used(values, id); i++)
        snprintf(id, sizeof id, "%s%u", word, i);
    const char *copy = arena_copy(values->arena, id, strlen(id));
    snprintf(path, sizeof path, "%s%s%s.%u.id", lists[which][0] ? lists[which][0] : "",
             lists[which][0] ? "." : "", lists[which][1], (unsigned)person->index);
    return copy ? values_default(values, path, node_child(person, "id"), text_of(copy)) : -1;
}

int values_name_people(struct values *values) {
    for (int i = 0; i < LISTS; i++) {
        struct node *list = people(values, i);
        for (struct node *item = list ? list->first : NULL; item; item = item->next)
            if (item->kind == NODE_MAPPING && name_person(values, i, item) != 0)
                return -1;
    }
    return 0;
}

void values_number(const char *path, struct date today, char into[VALUES_NUMBER_ROOM]) {
    size_t at;
    uint32_t point;
    int ascii;
    const char *slash = path ? strrchr(path, '/') : NULL;
    const char *stem = slash ? slash + 1 : path ? path : "";
    const char *dot = strrchr(stem, '.');
    size_t length = dot && dot > stem ? (size_t)(dot - stem) : strlen(stem);
    if (length > 0 && length < VALUES_NUMBER_ROOM &&
        utf8_scan(stem, length, &at, &point, &ascii) == UTF8_FINE)
        snprintf(into, VALUES_NUMBER_ROOM, "%.*s", (int)length, stem);
    else
        snprintf(into, VALUES_NUMBER_ROOM, "%04d-0001", today.year);
}

int values_complete(struct values *values, struct text number, struct date today) {
    char date[DATE_ROOM];
    date_write(today, date);
    const char *copy = arena_copy(values->arena, date, strlen(date));
    const struct {
        const char *path;
        struct text value;
    } musts[] = {{"g1p", TEXT("1")},
                 {"soort", TEXT("plan")},
                 {"nummer", number},
                 {"fase", TEXT("aanmelding")},
                 {"opgesteld", text_of(copy)}};
    if (!copy || values_name_people(values) != 0)
        return -1;
    for (size_t i = 0; i < sizeof musts / sizeof *musts; i++)
        if (values_default(values, musts[i].path, node_child(values->root, musts[i].path),
                           musts[i].value) != 0)
            return -1;
    return 0;
}
