// SPDX-License-Identifier: EUPL-1.2
// TL-01…04: plain words (KW §4; WP fase 3b). One walk over the prose of the plan serves all four.
#include <stdio.h>

#include "lib/rules/check.h"
#include "lib/taal/gewoon.h"

enum { MOST_OWN = 64, MOST_ABBREVIATIONS = 64 };

struct walk {
    struct check *check;
    struct eigen_woord own[MOST_OWN];
    size_t own_count;
    uint64_t known[MOST_ABBREVIATIONS]; // abbreviations that were explained, or told already
    size_t known_count;
    struct lees lees;
};

static bool speaks(const struct walk *walk, enum rule rule) {
    return check_speaks(walk->check->options, (int)rule, walk->check->plan->fase.value);
}

static void add_own(struct walk *walk, struct text word, struct text plain) {
    if (walk->own_count < MOST_OWN && text_trim(word).length)
        walk->own[walk->own_count++] = (struct eigen_woord){word, plain};
}

static void read_kader(struct walk *walk) {
    const struct plan_kader *kader = walk->check->kader;
    if (!kader)
        return;
    for (size_t i = 0; i < kader->taal.jargon.count; i++)
        if (kader->taal.jargon.items[i].node && kader->taal.jargon.items[i].text.length)
            add_own(walk, kader->taal.jargon.items[i].node->key->text,
                    kader->taal.jargon.items[i].text);
    for (size_t i = 0; i < kader->taal.toegestaan.count; i++)
        add_own(walk, kader->taal.toegestaan.items[i].text, TEXT(""));
}

// ---- what is found ----

// Whether an abbreviation was explained or told before; remembers it.
static bool is_known(struct walk *walk, uint64_t key) {
    for (size_t i = 0; i < walk->known_count; i++)
        if (walk->known[i] == key)
            return true;
    if (walk->known_count < MOST_ABBREVIATIONS)
        walk->known[walk->known_count++] = key;
    return false;
}

// A number for a message, kept with the findings.
static struct argument number(struct check *check, long value) {
    enum { ROOM = 24 };
    char *digits = arena_alloc(check->findings->arena, ROOM);
    if (!digits) {
        check->findings->out_of_memory = true;
        return open_argument(TEXT(""));
    }
    snprintf(digits, ROOM, "%ld", value);
    return open_argument(text_of(digits));
}

static void report_found(struct walk *walk, const struct node *node, const struct gewoon *found) {
    struct argument arguments[FINDING_ARGUMENTS] = {{.kind = ARGUMENT_NONE}};
    enum melding melding = MELDING_TL_01_JARGON;
    enum rule rule = RULE_TL_01;
    const char *meaning;
    switch ((enum gewoon_soort)found->soort) {
    case GEWOON_JARGON:
        arguments[0] = open_argument(text_of(ingangen[found->getal].naam));
        arguments[1] = open_argument(text_of(ingangen[found->getal].gewoon));
        break;
    case GEWOON_EIGEN:
        arguments[0] = open_argument(walk->own[found->getal].woord);
        arguments[1] = open_argument(walk->own[found->getal].gewoon);
        break;
    case GEWOON_LANG:
    case GEWOON_TE_LANG:
        rule = RULE_TL_02;
        melding = found->soort == GEWOON_LANG ? MELDING_TL_02_LANG : MELDING_TL_02_TE_LANG;
        if (speaks(walk, rule))
            arguments[0] = number(walk->check, found->getal);
        break;
    case GEWOON_AFKORTING:
        rule = RULE_TL_03;
        if (is_known(walk, found->key) || found->uitgelegd)
            return;
        meaning = afkorting_uitleg(found->key);
        melding = meaning ? MELDING_TL_03_BETEKENIS : MELDING_TL_03_AFKORTING;
        if (meaning)
            arguments[0] = open_argument(text_of(meaning));
        break;
    }
    if (speaks(walk, rule))
        report_piece(walk->check, melding, node, found->begin, found->einde, arguments);
}

static void read_text(struct walk *walk, const struct node *node) {
    static _Thread_local struct lezing lezing;
    struct gewoon found[GEWOON_MOST];
    size_t count;
    for (size_t at = 0; gewoon_lees(&lezing, node->text, &at, walk->own, walk->own_count,
                                    &walk->lees, found, &count);)
        for (size_t i = 0; i < count; i++)
            report_found(walk, node, &found[i]);
}

static void report_reading(struct walk *walk) {
    struct check *check = walk->check;
    const struct lees *lees = &walk->lees;
    if (!speaks(walk, RULE_TL_04) || lees->woorden < LEES_WOORDEN)
        return;
    double figure = lees_cijfer(lees);
    if (figure >= LEES_GRENS)
        return;
    const struct argument arguments[FINDING_ARGUMENTS] = {
        number(check, (long)(figure < 0 ? figure - 0.5 : figure + 0.5)),
        number(check, (long)(100.0 * (double)lees->lettergrepen / (double)lees->woorden + 0.5)),
        number(check, (long)((double)lees->woorden / (double)lees->zinnen + 0.5))};
    report_missing_with(check, MELDING_TL_04_MOEILIJK, check->root, arguments);
}

// The first of the four that speaks does the walk.
static void read_language(struct check *check) {
    struct walk walk = {.check = check};
    if (check->language_read)
        return;
    check->language_read = true;
    read_kader(&walk);
    for (const struct node *node = check->root; node; node = next_node(node))
        if (node->kind == NODE_SCALAR && node->field && node->field->prose)
            read_text(&walk, node);
    report_reading(&walk);
}

void rule_tl_01(struct check *check) {
    read_language(check);
}

void rule_tl_02(struct check *check) {
    read_language(check);
}

void rule_tl_03(struct check *check) {
    read_language(check);
}

void rule_tl_04(struct check *check) {
    read_language(check);
}
