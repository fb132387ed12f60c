// SPDX-License-Identifier: EUPL-1.2
// PR-05: steps of earlier phases that should have left a mark and left none.
#include <string.h>

#include "lib/method/overleg.h"
#include "lib/method/phase.h"
#include "lib/method/werkproces.h"
#include "lib/rules/check.h"

enum { RANK_VOORTGANG = 4 };

// Whether a mark is there, and if not, the place that lacks it.
struct mark {
    bool missing;
    const struct node *node;
};

static const struct mark no_question = {false, NULL};

// A mark that may stand at any of the paths.
static struct mark mark_at(const struct check *check, const struct werkproces_stap *stap) {
    char section[32] = "";
    for (int i = 0; i < 2 && stap->paden[i]; i++)
        if (werkproces_veld(check->root, stap->paden[i]))
            return no_question;
    size_t length = strcspn(stap->paden[0], ".");
    if (length < sizeof section)
        memcpy(section, stap->paden[0], length);
    return (struct mark){true, section_node(check, section)};
}

// A mark on an item of a list. With one item there is nothing to choose between.
static struct mark mark_in(const struct check *check, const struct werkproces_stap *stap) {
    const struct node *list = werkproces_veld(check->root, stap->paden[0]);
    size_t count = 0;
    if (!list || list->kind != NODE_LIST)
        return no_question;
    for (const struct node *item = list->first; item; item = item->next) {
        if (werkproces_veld(item, stap->paden[1]))
            return no_question;
        count += item->kind == NODE_MAPPING;
    }
    return (struct mark){count > 1, list};
}

// A mark at a first meeting. That nothing at all was written down about a meeting is PR-03's to
// say, and that there is none at all PR-02's.
static struct mark mark_at_start(const struct check *check, const struct werkproces_stap *stap) {
    const struct plan_overleg_list *list = &check->plan->overleggen;
    const struct node *first = NULL;
    bool all_empty = true;
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_overleg *overleg = &list->items[i];
        if (!overleg->node || overleg->soort.value != OVERLEGSOORT_STARTOVERLEG)
            continue;
        if (werkproces_veld(overleg->node, stap->paden[0]))
            return no_question;
        first = first ? first : overleg->node;
        all_empty = all_empty && overleg_leeg(overleg, check->today);
    }
    if (strcmp(stap->paden[0], "datum") == 0)
        return (struct mark){!first && (list->count > 0 || check->rank < RANK_VOORTGANG),
                             section_node(check, "overleggen")};
    bool by_pr_03 = all_empty && strcmp(stap->paden[0], "aanwezig") == 0;
    return (struct mark){first && !by_pr_03, first};
}

static struct mark mark_of(const struct check *check, const struct werkproces_stap *stap) {
    switch (stap->spoor) {
    case SPOOR_ERGENS_IN:
        return mark_in(check, stap);
    case SPOOR_STARTOVERLEG:
        return mark_at_start(check, stap);
    default:
        return mark_at(check, stap);
    }
}

// The message of PR-05 with this key; gen/ has seen to it that there is one.
static enum melding melding_named(const char *key) {
    int melding = MELDING_COUNT - 1;
    while (melding > 0 &&
           (meldingen[melding].rule != RULE_PR_05 || strcmp(meldingen[melding].key, key) != 0))
        melding--;
    return (enum melding)melding;
}

// Names the first step of a phase without its mark.
static void check_phase(struct check *check, int fase) {
    for (int i = 0; i < werkproces[fase].count; i++) {
        const struct werkproces_stap *stap = &werkproces[fase].stappen[i];
        if (!stap->melding)
            continue;
        struct mark mark = mark_of(check, stap);
        if (!mark.missing || werkproces_afgevinkt(check->plan, fase, stap->nr))
            continue;
        report_missing(check, melding_named(stap->melding), mark.node);
        return;
    }
}

void rule_pr_05(struct check *check) {
    for (int fase = 0; fase < phase_count; fase++)
        if (phases[fase].rank < check->rank)
            check_phase(check, fase);
}
