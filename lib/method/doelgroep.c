// SPDX-License-Identifier: EUPL-1.2
// The six criteria of a vulnerable household, the three of a very vulnerable one, and what else
// starts the method.
#include "lib/method/doelgroep.h"

#include "lib/method/werkproces.h"

bool plan_onveilig(const struct plan_plan *plan) {
    return plan->basiszorg_en_veiligheid.zorgen.value == JA_NEE_JA &&
           plan->basiszorg_en_veiligheid.zorgen.node;
}

static bool is(const struct plan_word *word, int value) {
    return word->node && word->value == value;
}

// Fills in which of the six are there; tells whether any was answered with `nee`.
static bool read_six(const struct plan_kwetsbaar_huishouden *six, struct doelgroep *doelgroep) {
    const struct plan_word *const words[DOELGROEP_KWETSBAAR] = {
        &six->minder_zelfredzaam,   &six->zorgen_op_meerdere_leefgebieden,
        &six->onveilig_of_ongezond, &six->moeite_met_hulpvraag_of_organiseren,
        &six->zorgmijdend,          &six->hulp_onvoldoende_effect,
    };
    bool no = false;
    for (int i = 0; i < DOELGROEP_KWETSBAAR; i++) {
        doelgroep->criteria[i] = is(words[i], JA_NEE_ONBEKEND_JA);
        doelgroep->kwetsbaar |= doelgroep->criteria[i];
        no |= is(words[i], JA_NEE_ONBEKEND_NEE);
    }
    return no;
}

// Somebody counts as very vulnerable when all three come together; one or two are no reason.
static void read_three(const struct plan_zeer_kwetsbaar *three, struct doelgroep *doelgroep) {
    const struct plan_word *const words[DOELGROEP_ZEER_KWETSBAAR] = {
        &three->weinig_sociale_steun,
        &three->weinig_veerkracht,
        &three->weinig_eigen_regie,
    };
    bool all = true;
    for (int i = 0; i < DOELGROEP_ZEER_KWETSBAAR; i++) {
        doelgroep->zeer[i] = is(words[i], JA_NEE_ONBEKEND_JA);
        all = all && doelgroep->zeer[i];
    }
    doelgroep->kwetsbaar |= all;
}

struct doelgroep doelgroep(const struct plan_plan *plan, const struct plan_kader *kader) {
    struct doelgroep answer = {.veiligheid = plan_onveilig(plan)};
    bool own = kader && kader->startcriteria.count > 0;
    bool no = read_six(&plan->intake.kwetsbaar_huishouden, &answer);
    read_three(&plan->intake.zeer_kwetsbaar, &answer);
    answer.kwetsbaar |= answer.veiligheid;
    answer.eigen_criteria = own && werkproces_afgevinkt(plan, FASE_INTAKE, "3");
    if (answer.kwetsbaar || answer.eigen_criteria)
        answer.besluit = DOELGROEP_STARTEN;
    else if (own)
        answer.besluit = DOELGROEP_PROFESSIONAL;
    else
        answer.besluit = no ? DOELGROEP_NIET : DOELGROEP_ONBEKEND;
    return answer;
}
