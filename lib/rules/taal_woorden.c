// SPDX-License-Identifier: EUPL-1.2
// TL-01…04: plain words (KW §4; WP fase 3b). One walk over the prose of the plan serves all four.
#include <stdio.h>

#include "lib/rules/taal.h"

enum { MOST_ABBREVIATIONS = 64 };

size_t kader_woorden(const struct plan_kader *kader, struct eigen_woord own[EIGEN_MOST]) {
    size_t count = 0;
    if (!kader)
        return 0;
    const struct plan_kader_taal *taal = &kader->taal;
    for (size_t i = 0; i < taal->jargon.count && count < EIGEN_MOST; i++)
        if (taal->jargon.items[i].node && taal->jargon.items[i].text.length)
            own[count++] = (struct eigen_woord){taal->jargon.items[i].node->key->text,
                                                taal->jargon.items[i].text};
    for (size_t i = 0; i < taal->toegestaan.count && count < EIGEN_MOST; i++)
        if (taal->toegestaan.items[i].node)
            own[count++] = (struct eigen_woord){taal->toegestaan.items[i].text, TEXT("")};
    return count;
}

// The prose that is judged as its kind; all other is `tekst`.
static const struct {
    const char *path;
    enum zinsoort soort;
} kinds[] = {
    {"doelen.doel", ZIN_DOEL},
    {"doelen.acties.wat", ZIN_ACTIE},
    {"veiligheidsplan.afspraken.wat", ZIN_AFSPRAAK},
    {"krachten.citaat", ZIN_KRACHT},
    {"zorgen.citaat", ZIN_ZORG},
    {"veiligheidsplan.zorgen.citaat", ZIN_ZORG},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

struct walk {
    struct check *check;
    const struct schema_field *fields[KINDS]; // of the paths
    struct eigen_woord own[EIGEN_MOST];
    size_t own_count;
    uint64_t known[MOST_ABBREVIATIONS]; // abbreviations that were explained, or told already
    size_t known_count;
    struct lees lees;
};

static bool speaks(const struct walk *walk, enum rule rule) {
    return check_speaks(walk->check->options, (int)rule, walk->check->plan->fase.value);
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

struct argument number_argument(struct findings *findings, long value) {
    enum { ROOM = 24 };
    char *digits = arena_alloc(findings->arena, ROOM);
    if (!digits) {
        findings->out_of_memory = true;
        return open_argument(TEXT(""));
    }
    snprintf(digits, ROOM, "%ld", value);
    return open_argument(text_of(digits));
}

enum melding gewoon_melding(struct findings *findings, const struct gewoon *found,
                            const struct eigen_woord *own,
                            struct argument arguments[FINDING_ARGUMENTS]) {
    const char *meaning;
    switch ((enum gewoon_soort)found->soort) {
    case GEWOON_EIGEN:
        arguments[0] = open_argument(own[found->getal].gewoon);
        return MELDING_TL_01_JARGON;
    case GEWOON_LANG:
        arguments[0] = number_argument(findings, found->getal);
        return MELDING_TL_02_LANG;
    case GEWOON_TE_LANG:
        arguments[0] = number_argument(findings, found->getal);
        return MELDING_TL_02_TE_LANG;
    case GEWOON_AFKORTING:
        meaning = afkorting_uitleg(found->key);
        if (!meaning)
            return MELDING_TL_03_AFKORTING;
        arguments[0] = open_argument(text_of(meaning));
        return MELDING_TL_03_BETEKENIS;
    default:
        arguments[0] = open_argument(text_of(ingangen[found->getal].gewoon));
        return MELDING_TL_01_JARGON;
    }
}

static void report_found(struct walk *walk, const struct node *node, const struct gewoon *found) {
    static const enum rule about[] = {[GEWOON_JARGON] = RULE_TL_01,
                                      [GEWOON_EIGEN] = RULE_TL_01,
                                      [GEWOON_LANG] = RULE_TL_02,
                                      [GEWOON_TE_LANG] = RULE_TL_02,
                                      [GEWOON_AFKORTING] = RULE_TL_03};
    struct argument arguments[FINDING_ARGUMENTS] = {{.kind = ARGUMENT_NONE}};
    if (found->soort == GEWOON_AFKORTING && (is_known(walk, found->key) || found->uitgelegd))
        return;
    if (!speaks(walk, about[found->soort]))
        return;
    enum melding melding = gewoon_melding(walk->check->findings, found, walk->own, arguments);
    report_piece(walk->check, melding, node, found->begin, found->einde, arguments);
}

static enum zinsoort kind_of(const struct walk *walk, const struct schema_field *field) {
    for (size_t i = 0; i < KINDS; i++)
        if (walk->fields[i] == field)
            return kinds[i].soort;
    return ZIN_TEKST;
}

static void read_text(struct walk *walk, const struct node *node) {
    static _Thread_local struct lezing lezing;
    struct gewoon found[GEWOON_MOST];
    size_t count;
    enum zinsoort soort = kind_of(walk, node->field);
    for (size_t at = 0; gewoon_lees(&lezing, node->text, &at, soort, walk->own, walk->own_count,
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
        number_argument(check->findings, (long)(figure < 0 ? figure - 0.5 : figure + 0.5)),
        number_argument(check->findings,
                        (long)(100.0 * (double)lees->lettergrepen / (double)lees->woorden + 0.5)),
        number_argument(check->findings,
                        (long)((double)lees->woorden / (double)lees->zinnen + 0.5))};
    report_missing_with(check, MELDING_TL_04_MOEILIJK, check->root, arguments);
}

// The first of the four that speaks does the walk.
static void read_language(struct check *check) {
    struct walk walk = {.check = check};
    if (check->language_read)
        return;
    check->language_read = true;
    for (size_t i = 0; i < KINDS; i++)
        walk.fields[i] = schema_path(schema_plan, kinds[i].path);
    walk.own_count = kader_woorden(check->kader, walk.own);
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
