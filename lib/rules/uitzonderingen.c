// SPDX-License-Identifier: EUPL-1.2
// Exceptions, comply or explain: what each covers, and UZ-01…03 about the exceptions themselves.
#include <string.h>

#include "lib/base/buffer.h"
#include "lib/method/kader.h"
#include "lib/method/reden.h"
#include "lib/method/words.h"
#include "lib/rules/check.h"
#include "lib/schema/scalar.h"
#include "lib/schema/schema.h"

struct settling {
    const struct check_options *options;
    struct check_result *result;
};

static void report(struct settling *settling, enum melding melding, const struct node *node,
                   bool at_key, struct argument argument) {
    const struct melding_row *row = &meldingen[melding];
    const struct argument arguments[FINDING_ARGUMENTS] = {argument};
    int severity = row->severity >= 0 ? row->severity : rules[row->rule].severity;
    if (settling->options->selected[row->rule])
        finding_add(&settling->result->findings, melding, (enum severity)severity, node,
                    finding_span(node, at_key), arguments);
}

// ---- what an exception is about ----

// Whether `id` is what the object `node` is called.
static bool has_id(const struct node *node, struct text id) {
    for (const struct node *child = node->first; child; child = child->next)
        if (child->field && child->field->declares >= 0 && text_equal(child->text, id))
            return true;
    return false;
}

// The object that an id stands for, anywhere below `node`; NULL when there is none. The depth is
// that of the format.
static const struct node *find_id(const struct node *node, struct text id) {
    if (node->kind == NODE_MAPPING && has_id(node, id))
        return node;
    for (const struct node *child = node->first; child; child = child->next) {
        const struct node *found = child->kind == NODE_SCALAR ? NULL : find_id(child, id);
        if (found)
            return found;
    }
    return NULL;
}

// One step of a JSON Pointer: the child of `node` by key or index.
static const struct node *step_to(const struct node *node, struct text step) {
    for (const struct node *child = node->first; child; child = child->next) {
        if (node->kind == NODE_MAPPING && text_equal(child->key->text, step))
            return child;
        if (node->kind == NODE_LIST) {
            struct buffer index = {0};
            buffer_add_number(&index, (long)child->index);
            bool found = text_equal(buffer_text(&index), step);
            buffer_free(&index);
            if (found)
                return child;
        }
    }
    return NULL;
}

// What `bij` names: an id, or a JSON Pointer. NULL when it names nothing in this plan.
static const struct node *scope_of(const struct node *root, struct text bij) {
    if (bij.length == 0 || bij.bytes[0] != '/')
        return find_id(root, bij);
    const struct node *node = root;
    size_t at = 0;
    while (node && at < bij.length) {
        size_t begin = ++at;
        while (at < bij.length && bij.bytes[at] != '/')
            at++;
        node = step_to(node, (struct text){bij.bytes + begin, at - begin});
    }
    return node;
}

// Whether `node` is `scope` or lies inside it. What is missing in the plan as a whole has the root
// for its place: only an exception for the whole plan covers that.
static bool lies_in(const struct node *node, const struct node *scope) {
    for (; node; node = node->parent)
        if (node == scope)
            return true;
    return false;
}

// ---- reasons and terms ----

static bool has_ended(const struct plan_uitzondering *exception, struct date today) {
    return date_known(exception->tot.date) && date_compare(exception->tot.date, today) < 0;
}

// Whether the rule had its say about this plan: only then does its silence mean something.
static bool spoke(const struct settling *settling, int rule) {
    const struct check_result *result = settling->result;
    return check_speaks(settling->options, rule, result->phase) &&
           kader_severity(result->kader, rules[rule].id) != KADER_OFF;
}

// ---- one exception ----

// Marks what it covers, and tells whether that is anything.
static bool cover(struct settling *settling, const struct plan_uitzondering *exception, int rule,
                  const struct node *scope) {
    struct findings *findings = &settling->result->findings;
    bool found = false;
    for (size_t i = 0; i < findings->count; i++) {
        struct finding *finding = &findings->items[i];
        if ((int)meldingen[finding->melding].rule != rule || !finding->node ||
            !lies_in(finding->node, scope))
            continue;
        if (!finding->exception)
            finding->exception = exception;
        found = true;
    }
    return found;
}

static void settle(struct settling *settling, const struct plan_uitzondering *exception) {
    const struct check_result *result = settling->result;
    struct text bij = exception->bij.text;
    int rule = rule_named(exception->regel.text);
    bool ended = has_ended(exception, settling->options->today);
    bool reason = exception->reden.node && is_reden(exception->reden.text);
    if (!reason && exception->reden.node)
        report(settling, MELDING_UZ_01_REDEN, exception->reden.node, false, (struct argument){0});
    else if (!reason)
        report(settling, MELDING_UZ_01_REDEN, exception->node, true, (struct argument){0});
    if (ended)
        report(settling, MELDING_UZ_02_VOORBIJ, exception->tot.node, false, (struct argument){0});
    // An id that is none is told by the schema.
    if (!exception->regel.node || !scalar_is_rule(exception->regel.text) || ended)
        return;
    if (rule < 0 && rule_is_announced(exception->regel.text))
        return;
    if (rule < 0) {
        report(settling, MELDING_UZ_03_REGEL, exception->regel.node, false,
               secret_argument(exception->regel.text));
        return;
    }
    if (rule_is_form(exception->regel.text)) {
        report(settling, MELDING_UZ_03_VORM, exception->regel.node, false,
               open_argument(text_of(rules[rule].id)));
        return;
    }
    const struct node *scope =
        exception->bij.node ? scope_of(result->tree.root, bij) : result->tree.root;
    if (!scope) {
        report(settling, MELDING_UZ_03_BIJ, exception->bij.node, false, (struct argument){0});
        return;
    }
    if (!cover(settling, exception, rule, scope) && reason && spoke(settling, rule))
        report(settling, MELDING_UZ_03_NIETS, exception->node, true,
               open_argument(text_of(rules[rule].id)));
}

void settle_exceptions(const struct check_options *options, struct check_result *result) {
    struct settling settling = {options, result};
    const struct plan_uitzondering_list *list = &result->plan.uitzonderingen;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].node)
            settle(&settling, &list->items[i]);
}
