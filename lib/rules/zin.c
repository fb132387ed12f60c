// SPDX-License-Identifier: EUPL-1.2
// One sentence, judged as if it stood alone in its place (--line).
#include "lib/rules/taal.h"

static const char *const labels[] = {"negatief", "vaag", "geen_tijd", "geen_wie", "jargon", NULL};

// Which message a label is in each kind of sentence; -1: the label does not exist there.
static const int messages[][6] = {
    [ZIN_DOEL] = {MELDING_OP_14_ONTKENNING, MELDING_OP_15_LEEG, -1, -1, MELDING_TL_01_JARGON,
                  MELDING_OP_15_MIDDEL},
    [ZIN_ACTIE] = {-1, MELDING_OP_18_VAAG, MELDING_OP_17_ZIN_WANNEER, MELDING_OP_17_ZIN_WIE,
                   MELDING_TL_01_JARGON, -1},
    [ZIN_AFSPRAAK] = {-1, MELDING_VP_13_VAAG, MELDING_VP_09_ZIN_WANNEER, MELDING_VP_09_ZIN_WIE,
                      MELDING_TL_01_JARGON, -1},
    [ZIN_KRACHT] = {-1, MELDING_OP_03_ZIN_VAAG, -1, MELDING_OP_03_ZIN_WIE, MELDING_TL_01_JARGON,
                    -1},
    [ZIN_ZORG] = {-1, MELDING_OP_06_ZIN_VAAG, MELDING_OP_07_ZIN_SINDS, MELDING_OP_06_ZIN_WIE,
                  MELDING_TL_01_JARGON, -1},
    [ZIN_TEKST] = {-1, -1, -1, -1, MELDING_TL_01_JARGON, -1},
};

static bool is_about_time(const struct merk *merk) {
    return merk->soort == VAAG_FREQUENTIE || merk->soort == VAAG_TERMIJN ||
           merk->soort == VAAG_ONGEWIS;
}

// The message of a mark; where there is one for time, or for what goes away, that one.
static int message_of(const struct merk *merk, enum zinsoort soort) {
    int message = messages[soort][merk->label];
    if (message == (int)MELDING_OP_14_ONTKENNING && merk->soort != NEGATIEF_ONTKENNING)
        return MELDING_OP_14_WEG;
    if (message == (int)MELDING_OP_18_VAAG && is_about_time(merk))
        return MELDING_OP_18_WANNEER;
    if (message == (int)MELDING_VP_13_VAAG && is_about_time(merk))
        return MELDING_VP_13_WANNEER;
    return message;
}

static void add(struct findings *findings, const struct check_options *options,
                enum melding melding, uint32_t begin, uint32_t end, const char *label,
                const struct argument arguments[FINDING_ARGUMENTS]) {
    const struct melding_row *row = &meldingen[melding];
    if (!options->selected[row->rule])
        return;
    size_t count = findings->count;
    int severity = row->severity >= 0 ? row->severity : rules[row->rule].severity;
    finding_add(findings, melding, (enum severity)severity, NULL, (struct span){begin, end},
                arguments);
    if (findings->count > count)
        findings->items[count].label = label;
}

static void judge_plainness(struct text line, enum zinsoort soort,
                            const struct check_options *options, const struct plan_kader *kader,
                            struct findings *findings) {
    struct lezing lezing;
    struct eigen_woord own[EIGEN_MOST];
    struct gewoon found[GEWOON_MOST];
    size_t own_count = kader_woorden(kader, own);
    size_t count;
    for (size_t at = 0;
         gewoon_lees(&lezing, line, &at, soort, own, own_count, NULL, found, &count);)
        for (size_t i = 0; i < count; i++) {
            struct argument arguments[FINDING_ARGUMENTS] = {{.kind = ARGUMENT_NONE}};
            if (found[i].soort == GEWOON_AFKORTING && found[i].uitgelegd)
                continue;
            enum melding melding = gewoon_melding(findings, &found[i], own, arguments);
            add(findings, options, melding, found[i].begin, found[i].einde,
                melding == MELDING_TL_01_JARGON ? labels[LABEL_JARGON] : NULL, arguments);
        }
}

void zin_judge(struct text line, enum zinsoort soort, const struct check_options *options,
               const struct plan_kader *kader, struct findings *findings) {
    struct merk merken[MERKEN_MOST];
    struct vraag vraag = oordeel_vraag(soort);
    vraag.jargon = false; // with the framework's words, below
    size_t count = oordeel(line, &vraag, merken, MERKEN_MOST);
    for (size_t i = 0; i < count; i++) {
        int message = message_of(&merken[i], soort);
        if (message >= 0)
            add(findings, options, (enum melding)message, merken[i].begin, merken[i].einde,
                labels[merken[i].label], NULL);
    }
    if ((soort == ZIN_KRACHT || soort == ZIN_ZORG) && oordeel_weergave(line, &merken[0]))
        add(findings, options, MELDING_OP_21_WEERGAVE, merken[0].begin, merken[0].einde, NULL,
            NULL);
    judge_plainness(line, soort, options, kader, findings);
    if (kader)
        apply_kader(kader, findings);
    findings_sort(findings);
}
