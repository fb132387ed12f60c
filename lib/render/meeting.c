// SPDX-License-Identifier: EUPL-1.2
// The topics of a meeting.
#include "lib/render/meeting.h"

bool meeting_is_later(const struct plan_plan *plan, const struct volgend_overleg *next,
                      struct date today) {
    if (next->overleg && next->overleg->soort.value == OVERLEGSOORT_STARTOVERLEG)
        return false;
    if (next->overleg && next->overleg->soort.value == OVERLEGSOORT_VOORTGANGSOVERLEG)
        return true;
    return overleg_laatste(plan, -1, today) != NULL;
}

const char *const *meeting_topics(const struct plan_plan *plan, bool later) {
    static const char *const first[] = {"Wie zijn we?",
                                        "Waarom zitten we hier, en wat willen jullie?",
                                        "Wat gaat goed, en wat geeft zorgen?",
                                        "Welke hulp was er al?",
                                        "Hoe hangt alles samen, en waar willen we naartoe?",
                                        "Is het veilig, en is er elke dag genoeg zorg?",
                                        "Wat gaan we doen: wie, wat en wanneer?",
                                        "Wanneer zien we elkaar weer?",
                                        "Hoe vonden jullie dit gesprek?",
                                        NULL};
    static const char *const next[] = {"Hoe gaat het nu?",
                                       "Wat is er gelukt van de doelen en acties?",
                                       "Wat gaat nu goed, en wat geeft nu zorgen?",
                                       "Wat spreken we nieuw af: wie, wat en wanneer?",
                                       "Wanneer zien we elkaar weer?",
                                       "Hoe vonden jullie dit gesprek?",
                                       NULL};
    static const char *const safety[] = {"Hoe gaat het nu?",
                                         "Lukken de afspraken over veiligheid?",
                                         "Welk cijfer geven we nu voor de veiligheid?",
                                         "Wat is er gelukt van de doelen en acties?",
                                         "Wat gaat nu goed, en wat geeft nu zorgen?",
                                         "Wat spreken we nieuw af: wie, wat en wanneer?",
                                         "Wanneer zien we elkaar weer?",
                                         "Hoe vonden jullie dit gesprek?",
                                         NULL};
    return !later ? first : plan->veiligheidsplan.node ? safety : next;
}
