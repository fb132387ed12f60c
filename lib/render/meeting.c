// SPDX-License-Identifier: EUPL-1.2
// The topics of a meeting.
#include "lib/render/meeting.h"
#include "lib/base/words.h"

bool meeting_is_later(const struct plan_plan *plan, const struct volgend_overleg *next,
                      struct date today) {
    if (next->overleg && next->overleg->soort.value == OVERLEGSOORT_STARTOVERLEG)
        return false;
    if (next->overleg && next->overleg->soort.value == OVERLEGSOORT_VOORTGANGSOVERLEG)
        return true;
    return overleg_laatste(plan, -1, today) != NULL;
}

const char *const *meeting_topics(const struct plan_plan *plan, bool later) {
    static const char *const first[] = {DN_("Wie zijn we?"),
                                        DN_("Waarom zitten we hier, en wat willen jullie?"),
                                        DN_("Wat gaat goed, en wat geeft zorgen?"),
                                        DN_("Welke hulp was er al?"),
                                        DN_("Hoe hangt alles samen, en waar willen we naartoe?"),
                                        DN_("Is het veilig, en is er elke dag genoeg zorg?"),
                                        DN_("Wat gaan we doen: wie, wat en wanneer?"),
                                        DN_("Wanneer zien we elkaar weer?"),
                                        DN_("Hoe vonden jullie dit gesprek?"),
                                        NULL};
    static const char *const next[] = {DN_("Hoe gaat het nu?"),
                                       DN_("Wat is er gelukt van de doelen en acties?"),
                                       DN_("Wat gaat nu goed, en wat geeft nu zorgen?"),
                                       DN_("Wat spreken we nieuw af: wie, wat en wanneer?"),
                                       DN_("Wanneer zien we elkaar weer?"),
                                       DN_("Hoe vonden jullie dit gesprek?"),
                                       NULL};
    static const char *const safety[] = {DN_("Hoe gaat het nu?"),
                                         DN_("Lukken de afspraken over veiligheid?"),
                                         DN_("Welk cijfer geven we nu voor de veiligheid?"),
                                         DN_("Wat is er gelukt van de doelen en acties?"),
                                         DN_("Wat gaat nu goed, en wat geeft nu zorgen?"),
                                         DN_("Wat spreken we nieuw af: wie, wat en wanneer?"),
                                         DN_("Wanneer zien we elkaar weer?"),
                                         DN_("Hoe vonden jullie dit gesprek?"),
                                         NULL};
    return !later ? first : plan->veiligheidsplan.node ? safety : next;
}
