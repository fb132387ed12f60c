// SPDX-License-Identifier: EUPL-1.2
// AV-01…04: consent, and what should not stand in a plan at all (KR §2, UAVG 46, AVG 5).
#include <string.h>

#include "lib/method/personal.h"
#include "lib/method/toestemming.h"
#include "lib/rules/check.h"

// ---- AV-01 ----

static void check_outsider(struct check *check, const struct node *node, struct text id) {
    const struct plan_plan *plan = check->plan;
    // One that has ended counts as given: AV-02 tells about it.
    struct toestemming_vraag vraag = {plan, id, check->today, false};
    bool any = false;
    for (size_t i = 0; i < plan->toestemming.count && !any; i++)
        any = text_equal(plan->toestemming.items[i].voor.text, id);
    if (!any) {
        report_missing_of(check, MELDING_AV_01_NIEMAND, node, id);
        return;
    }
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        struct toestemming_nodig nodig = toestemming_nodig(lid, check->today);
        if (!lid->id.node)
            continue;
        if (nodig.zelf && !toestemming_zelf(&vraag, lid))
            report_missing_two(check, MELDING_AV_01_LID, node, id, lid->id.text);
        if (nodig.namens && !toestemming_namens(&vraag, lid))
            report_missing_two(check, MELDING_AV_01_GEZAG, node, id, lid->id.text);
    }
}

// Whether members and consents could be read to their end: in a broken file what is missing may
// stand in the rest.
static bool was_read(const struct check *check) {
    static const char *const parts[] = {"huishouden", "toestemming"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const struct node *part = node_child(check->root, parts[i]);
        if (part ? part->cut || part->broken : check->root->cut)
            return false;
    }
    return true;
}

void rule_av_01(struct check *check) {
    const struct plan_plan *plan = check->plan;
    size_t outsiders = plan->netwerk.count;
    for (size_t i = 0; i < plan->professionals.count; i++)
        outsiders += professional_takes_part(&plan->professionals.items[i], check->today);
    if (outsiders == 0 || plan->huishouden.leden.count == 0 || !was_read(check))
        return;
    if (plan->toestemming.count == 0) {
        report_empty(check, MELDING_AV_01_GEEN, check->root, "toestemming");
        return;
    }
    for (size_t i = 0; i < plan->netwerk.count; i++)
        if (plan->netwerk.items[i].id.node)
            check_outsider(check, plan->netwerk.items[i].node, plan->netwerk.items[i].id.text);
    for (size_t i = 0; i < plan->professionals.count; i++) {
        const struct plan_professional *professional = &plan->professionals.items[i];
        if (professional->id.node && professional_takes_part(professional, check->today))
            check_outsider(check, professional->node, professional->id.text);
    }
}

// ---- AV-02 ----

static bool takes_part(const struct check *check, struct text id) {
    struct persoon persoon = plan_persoon(check->plan, id);
    return persoon.soort == PERSOON_NAASTE ||
           (persoon.soort == PERSOON_PROFESSIONAL &&
            professional_takes_part(&check->plan->professionals.items[persoon.index],
                                    check->today));
}

static bool in_force(const struct plan_toestemming *toestemming, struct date today) {
    return toestemming->node && !toestemming_is_withdrawn(toestemming, today) &&
           !toestemming_has_ended(toestemming, today);
}

// Whether `other` is a consent of and for the same people that covers at least the same members.
static bool takes_over(const struct check *check, const struct plan_toestemming *other,
                       const struct plan_toestemming *old) {
    const struct plan_lid_list *leden = &check->plan->huishouden.leden;
    if (!text_equal(other->voor.text, old->voor.text) ||
        !text_equal(other->door.text, old->door.text))
        return false;
    for (size_t i = 0; i < leden->count; i++)
        if (toestemming_covers(check->plan, old, &leden->items[i], check->today) &&
            !toestemming_covers(check->plan, other, &leden->items[i], check->today))
            return false;
    return true;
}

static bool was_renewed(const struct check *check, const struct plan_toestemming *old) {
    const struct plan_toestemming_list *list = &check->plan->toestemming;
    for (size_t i = 0; i < list->count; i++)
        if (in_force(&list->items[i], check->today) && takes_over(check, &list->items[i], old))
            return true;
    return false;
}

void rule_av_02(struct check *check) {
    const struct plan_toestemming_list *list = &check->plan->toestemming;
    for (size_t i = 0; i < list->count && was_read(check); i++) {
        const struct plan_toestemming *toestemming = &list->items[i];
        struct text voor = toestemming->voor.text;
        if (!toestemming->node || in_force(toestemming, check->today) || !takes_part(check, voor) ||
            was_renewed(check, toestemming))
            continue;
        if (toestemming_is_withdrawn(toestemming, check->today))
            report_value_of(check, MELDING_AV_02_INGETROKKEN, toestemming->ingetrokken.node, voor);
        else
            report_value_of(check, MELDING_AV_02_VERLOPEN, toestemming->tot.node, voor);
    }
}

// ---- AV-03 and AV-04: over all texts of the file ----

// Fields that may hold such numbers.
static bool is_meant_for_numbers(const struct schema_field *field) {
    return field && (strcmp(field->name, "telefoon") == 0 || strcmp(field->name, "email") == 0 ||
                     field->type->shape == SHAPE_FINGERPRINT);
}

// The end of the text that a byte of the source belongs to; 0 when it belongs to none, and so to a
// comment. `*node` is where the search begins, and is moved on to where that for a later byte can.
static uint32_t end_of_text(const struct node **node, uint32_t offset) {
    for (; *node; *node = next_node(*node)) {
        const struct node *key = (*node)->key;
        bool scalar = (*node)->kind == NODE_SCALAR;
        if (key && key->start <= offset && offset < key->end)
            return key->end;
        if (scalar && offset < (*node)->end)
            return (*node)->start <= offset ? (*node)->end : 0;
        if (!scalar && offset < (key ? key->start : (*node)->start))
            return 0;
    }
    return 0;
}

static void check_comments(struct check *check) {
    struct text source = check->source;
    const struct node *node = check->root;
    const char *end = source.bytes + source.length;
    const char *mark = source.length ? memchr(source.bytes, '#', source.length) : NULL;
    while (mark) {
        const char *newline = memchr(mark, '\n', (size_t)(end - mark));
        const char *stop = newline ? newline : end;
        uint32_t begin = (uint32_t)(mark - source.bytes);
        bool begins = begin == 0 || strchr(" \t\n", mark[-1]);
        if (begins && personal_has_bsn((struct text){mark, (size_t)(stop - mark)})) {
            uint32_t text_end = end_of_text(&node, begin);
            if (text_end > 0)
                stop = source.bytes + text_end;
            else
                report_span(check, MELDING_AV_03_BSN, check->root,
                            (struct span){begin, (uint32_t)(stop - source.bytes)});
        }
        mark = begins ? stop : mark + 1;
        mark = mark < end ? memchr(mark, '#', (size_t)(end - mark)) : NULL;
    }
}

void rule_av_03(struct check *check) {
    for (const struct node *node = check->root; node; node = next_node(node)) {
        const struct node *key = node->key;
        if (key && !node->field && key->kind == NODE_SCALAR && personal_has_bsn(key->text))
            report_span(check, MELDING_AV_03_BSN, node->parent,
                        (struct span){key->start, key->end});
        if (node->kind == NODE_SCALAR && personal_has_bsn(node->text) &&
            !is_meant_for_numbers(node->field))
            report_value(check, MELDING_AV_03_BSN, node);
    }
    check_comments(check);
}

void rule_av_04(struct check *check) {
    for (const struct node *node = check->root; node; node = next_node(node)) {
        if (node->kind != NODE_SCALAR || !node->field || !node->field->prose)
            continue;
        if (personal_has_phone(node->text))
            report_value(check, MELDING_AV_04_TELEFOON, node);
        if (personal_has_email(node->text))
            report_value(check, MELDING_AV_04_EMAIL, node);
    }
}
