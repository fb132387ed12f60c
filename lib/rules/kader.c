// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a local framework itself: rules it names that are not there, rules it changes
// without a reason, settings that contradict one another.
#include "lib/method/kader.h"
#include "lib/base/nearest.h"
#include "lib/method/words.h"
#include "lib/rules/check.h"

struct judging {
    const struct plan_kader *kader;
    const struct check_options *options;
    struct findings *findings;
};

static void report(struct judging *judging, enum melding melding, const struct node *node,
                   struct span span, struct argument first, struct argument second) {
    const struct argument arguments[FINDING_ARGUMENTS] = {first, second};
    enum rule rule = meldingen[melding].rule;
    if (judging->options->selected[rule])
        finding_add(judging->findings, melding, (enum severity)rules[rule].severity, node, span,
                    arguments);
}

static struct text nearest_rule(struct text id) {
    struct nearest nearest = nearest_begin(id);
    for (int i = 0; i < RULE_COUNT; i++)
        nearest_offer(&nearest, text_of(rules[i].id), i);
    return nearest.found;
}

static void judge_rule(struct judging *judging, const struct plan_kader_regel *regel) {
    const struct node *key = regel->node->key;
    struct span span = {key->start, key->end};
    struct argument none = {{0}, ARGUMENT_NONE};
    if (rule_named(key->text) < 0 && !rule_is_announced(key->text)) {
        struct text near = nearest_rule(key->text);
        report(judging, near.length ? MELDING_FMT_04_REGEL_BEDOELD : MELDING_FMT_04_REGEL,
               regel->node, span, open_argument(key->text), open_argument(near));
    }
    if (rule_named(key->text) >= 0 && rule_is_form(key->text))
        report(judging, MELDING_FMT_02_VORM, regel->node, span, open_argument(key->text), none);
    if (!regel->ernst.node || kader_gives_reason(regel))
        return;
    // At the reason that says nothing, or else at the rule.
    const struct node *reden = regel->reden.node;
    report(judging, MELDING_UZ_01_REDEN, reden ? reden : regel->node,
           reden ? finding_span(reden, false) : span, none, none);
}

// Two settings of which only one can be meant.
static void contradict(struct judging *judging, const struct node *node, const char *other) {
    report(judging, MELDING_FMT_02_TEGENSTRIJDIG, node, finding_span(node, false),
           open_argument(text_of(other)), (struct argument){{0}, ARGUMENT_NONE});
}

static void judge_law(struct judging *judging, const struct plan_kader_wet *wet) {
    bool settled = wet->stand.value == KADER_STAND_VASTGESTELD;
    bool open =
        wet->regie.value == KADER_REGIE_IN_ONTWIKKELING || wet->regie.value == KADER_REGIE_VOLGT;
    bool decided = wet->regie.value >= 0 && wet->regie.value <= KADER_REGIE_GEMEENTELIJK_TEAM;
    bool follows = wet->stand.value == KADER_STAND_VOLGT;
    if ((settled && open) || (decided && follows))
        contradict(judging, wet->regie.node, "stand");
}

static void judge_words(struct judging *judging, const struct plan_kader_taal *taal) {
    for (size_t i = 0; i < taal->toegestaan.count; i++)
        for (size_t k = 0; k < taal->jargon.count; k++)
            if (taal->toegestaan.items[i].node && taal->jargon.items[k].node &&
                text_equal(taal->toegestaan.items[i].text, taal->jargon.items[k].node->key->text))
                contradict(judging, taal->toegestaan.items[i].node, "jargon");
}

void report_kader(const struct plan_kader *kader, const struct check_options *options,
                  struct findings *findings) {
    struct judging judging = {kader, options, findings};
    for (size_t i = 0; i < kader->regels.count; i++)
        if (kader->regels.items[i].node)
            judge_rule(&judging, &kader->regels.items[i]);
    judge_law(&judging, &kader->jeugd);
    judge_law(&judging, &kader->wmo);
    judge_words(&judging, &kader->taal);
}

void report_unknown_kader(const struct plan_plan *plan, struct text near,
                          const struct check_options *options, struct findings *findings) {
    struct judging judging = {NULL, options, findings};
    const struct plan_text *kader = &plan->kader;
    bool meant = near.length > 0;
    // What is not nearly a name could be a sentence.
    report(&judging, meant ? MELDING_FMT_04_KADER_BEDOELD : MELDING_FMT_04_KADER, kader->node,
           finding_span(kader->node, false),
           meant ? open_argument(kader->text) : secret_argument(kader->text),
           meant ? open_argument(near) : (struct argument){{0}, ARGUMENT_NONE});
}
