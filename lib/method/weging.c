// SPDX-License-Identifier: EUPL-1.2
// Walking the five questions of the weighing.
#include "lib/method/weging.h"

// What one answer says; the walk goes on as long as this returns true.
static bool walk(struct weging *weging, enum weging_vraag vraag, enum weging_woord antwoord) {
    if (antwoord == WEGING_OPEN) {
        weging->volgende = (int)vraag;
        return false;
    }
    weging->bereikt = (int)vraag + 1;
    bool ja = antwoord == WEGING_JA;
    switch (vraag) {
    case WEGING_VERMOEDEN:
        if (!ja)
            weging->melden = weging->hulp = WEGING_NEE;
        return ja;
    case WEGING_ACUUT_OF_STRUCTUREEL:
        if (ja)
            weging->melden = WEGING_JA;
        return true;
    case WEGING_EFFECTIEVE_HULP:
    case WEGING_MEDEWERKING:
        if (!ja) {
            weging->melden = WEGING_JA;
            weging->hulp = WEGING_NEE;
        } else if (vraag == WEGING_MEDEWERKING) {
            weging->hulp = WEGING_JA;
        }
        return ja;
    default:
        if (!ja)
            weging->melden = WEGING_JA;
        else if (weging->melden == WEGING_OPEN)
            weging->melden = WEGING_NEE;
        return false;
    }
}

static enum weging_uitkomst name(const struct weging *weging) {
    if (weging->melden == WEGING_JA)
        return weging->hulp == WEGING_JA ? UITKOMST_MELDEN_EN_HULP : UITKOMST_MELDEN;
    if (weging->melden == WEGING_NEE)
        return weging->hulp == WEGING_JA ? UITKOMST_VOLGEN : UITKOMST_AFSLUITEN;
    return weging->hulp == WEGING_JA ? UITKOMST_HULP : UITKOMST_OPEN;
}

struct weging weging_weeg(const enum weging_woord antwoorden[WEGING_VRAGEN]) {
    struct weging weging = {.volgende = -1};
    int vraag = 0;
    while (vraag < WEGING_VRAGEN && walk(&weging, (enum weging_vraag)vraag, antwoorden[vraag]))
        vraag++;
    for (vraag = weging.bereikt; vraag < WEGING_VRAGEN; vraag++) {
        weging.genegeerd[vraag] = antwoorden[vraag] != WEGING_OPEN;
        // From question 3 on every way that goes by a no is a report.
        if (weging.volgende >= 0 && antwoorden[WEGING_VERMOEDEN] == WEGING_JA &&
            vraag >= WEGING_EFFECTIEVE_HULP && antwoorden[vraag] == WEGING_NEE)
            weging.hoe_dan_ook = true;
    }
    weging.uitkomst = name(&weging);
    return weging;
}

static enum weging_woord woord_van(struct plan_word word) {
    if (word.node && word.value == JA_NEE_ONBEKEND_JA)
        return WEGING_JA;
    return word.node && word.value == JA_NEE_ONBEKEND_NEE ? WEGING_NEE : WEGING_OPEN;
}

void weging_antwoorden(const struct plan_weging *weging,
                       enum weging_woord antwoorden[WEGING_VRAGEN]) {
    antwoorden[WEGING_VERMOEDEN] = woord_van(weging->vermoeden);
    antwoorden[WEGING_ACUUT_OF_STRUCTUREEL] = woord_van(weging->acuut_of_structureel);
    antwoorden[WEGING_EFFECTIEVE_HULP] = woord_van(weging->effectieve_hulp);
    antwoorden[WEGING_MEDEWERKING] = woord_van(weging->medewerking);
    antwoorden[WEGING_DUURZAME_VEILIGHEID] = woord_van(weging->duurzame_veiligheid);
}

struct weging weging_van(const struct plan_weging *weging) {
    enum weging_woord antwoorden[WEGING_VRAGEN];
    weging_antwoorden(weging, antwoorden);
    return weging_weeg(antwoorden);
}

bool weging_eindigt(const struct weging *weging,
                    const enum weging_woord antwoorden[WEGING_VRAGEN]) {
    return weging->uitkomst == UITKOMST_AFSLUITEN ||
           (weging->bereikt == WEGING_VRAGEN &&
            antwoorden[WEGING_DUURZAME_VEILIGHEID] == WEGING_JA);
}

const char *weging_veld(enum weging_vraag vraag) {
    static const char *const velden[] = {"vermoeden", "acuut_of_structureel", "effectieve_hulp",
                                         "medewerking", "duurzame_veiligheid"};
    return velden[vraag];
}

const char *weging_antwoord(enum weging_woord woord) {
    return woord == WEGING_OPEN ? "onbekend" : weging_woord(woord);
}

const char *weging_woord(enum weging_woord woord) {
    static const char *const woorden[] = {"open", "ja", "nee"};
    return woorden[woord];
}

const char *weging_uitkomst(enum weging_uitkomst uitkomst) {
    static const char *const namen[] = {"afsluiten", "melden", "melden_en_hulp",
                                        "hulp",      "volgen", "open"};
    return namen[uitkomst];
}
