// SPDX-License-Identifier: EUPL-1.2
// Naming rules by id, by family, by the beginning of an id.
#include "lib/report/selection.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_WORD = 16 };

// The id that a slip of the fingers could have meant.
static const char *nearest_rule(struct text word) {
    const char *near = NULL;
    size_t best = 3;
    for (int i = 0; i < RULE_COUNT; i++) {
        size_t distance = text_distance(word, text_of(rules[i].id), best);
        if (distance < best) {
            best = distance;
            near = rules[i].id;
        }
    }
    return near;
}

static bool upper_word(const char *word, size_t length, char into[LONGEST_WORD]) {
    if (length == 0 || length >= LONGEST_WORD)
        return false;
    for (size_t i = 0; i < length; i++)
        into[i] = (char)toupper((unsigned char)word[i]);
    into[length] = '\0';
    return true;
}

static bool mark(struct selection *selection, const char *word, bool ignore) {
    bool found = false;
    for (int i = 0; i < RULE_COUNT; i++)
        if (strncmp(rules[i].id, word, strlen(word)) == 0) {
            (ignore ? selection->ignored : selection->selected)[i] = true;
            found = true;
        }
    return found;
}

int selection_add(struct selection *selection, const char *list, bool ignore, char *wrong,
                  size_t room, const char **near) {
    char word[LONGEST_WORD];
    size_t words = 0;
    selection->any_selected |= !ignore;
    while (*list) {
        size_t length = strcspn(list, ", ");
        if (length > 0 && (!upper_word(list, length, word) || !mark(selection, word, ignore))) {
            snprintf(wrong, room, "%.*s", (int)(length < 64 ? length : 64), list);
            *near = nearest_rule(text_of(length < LONGEST_WORD ? word : ""));
            return -1;
        }
        words += length > 0;
        list += length;
        list += *list != '\0';
    }
    if (words > 0 || ignore)
        return 0;
    // To select nothing would find nothing: surely a variable that was left empty.
    snprintf(wrong, room, "%s", "");
    *near = NULL;
    return -1;
}

void selection_apply(const struct selection *selection, bool speaks[RULE_COUNT]) {
    for (int i = 0; i < RULE_COUNT; i++)
        speaks[i] = (!selection->any_selected || selection->selected[i]) && !selection->ignored[i];
}

int selection_rule(const char *id, const char **near) {
    char word[LONGEST_WORD];
    *near = NULL;
    if (!upper_word(id, strlen(id), word))
        return -1;
    int rule = rule_named(text_of(word));
    if (rule < 0)
        *near = nearest_rule(text_of(word));
    return rule;
}
