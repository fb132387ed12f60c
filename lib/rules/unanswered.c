// SPDX-License-Identifier: EUPL-1.2
// What an object or a section should say and does not, for rules that only ask that it is there.
#include <string.h>

#include "lib/rules/check.h"

static bool says_nothing(const struct node *node) {
    switch (node->kind) {
    case NODE_SCALAR:
        return node->text.length == 0 && !node->broken;
    case NODE_LIST:
        return node->count == 0;
    default:
        return false;
    }
}

static const struct node *field_of(const struct node *owner, const char *key) {
    for (const struct node *child = owner->first; child; child = child->next)
        if (child->field && strcmp(child->field->name, key) == 0)
            return child;
    return NULL;
}

void report_unanswered(struct check *check, const struct node *node,
                       const struct question *questions, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct node *answer = field_of(node, questions[i].key);
        if (!answer || says_nothing(answer))
            report_missing(check, questions[i].melding, node);
    }
}

void report_unanswered_items(struct check *check, const struct node *list,
                             const struct question *questions, size_t count) {
    for (const struct node *item = list ? list->first : NULL; item; item = item->next)
        if (item->kind == NODE_MAPPING)
            report_unanswered(check, item, questions, count);
}

void report_empty(struct check *check, enum melding melding, const struct node *owner,
                  const char *key) {
    const struct node *part = field_of(owner, key);
    if (!part || says_nothing(part))
        report_missing(check, melding, part ? part : owner);
}
