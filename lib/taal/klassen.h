// SPDX-License-Identifier: EUPL-1.2
// The classes of Dutch words that the grammar needs; their members stand in schemas/woorden.yaml.
#ifndef G1P_TAAL_KLASSEN_H
#define G1P_TAAL_KLASSEN_H

#include <stdint.h>

// Each name is a list in woorden.yaml (sections klassen, mensen, tijd, and some of their own).
#define KLASSEN(X)                                                                                 \
    X(LIDWOORD)          /* de, het, een */                                                        \
    X(BEZIT)             /* mijn, haar, hun */                                                     \
    X(AANWIJZEND)        /* deze, dit, elk */                                                      \
    X(ONDERWERP)         /* ik, hij, wij: can do something */                                      \
    X(VOORWERP)          /* hem, ons, elkaar, zich */                                              \
    X(IK)                /* I and mine: somebody speaks */                                         \
    X(VOORZETSEL)        /* in, met, naar */                                                       \
    X(NEVEN)             /* en, of, maar */                                                        \
    X(ONDER)             /* als, omdat, zodat: begin a subordinate clause */                       \
    X(VOORWAARDE)        /* als, zodra, wanneer: say when */                                       \
    X(VRAAGWOORD)        /* wie, wat, hoe: begin one inside a sentence */                          \
    X(NEGATIE)           /* niet, geen, nooit */                                                   \
    X(WORDEN)            /* wordt, werden */                                                       \
    X(ZIJN)              /* is, was */                                                             \
    X(HULPWERKWOORD)     /* kan, moet, wil, heeft */                                               \
    X(KRIJGEN)           /* krijgt, ontvangt: the subject does nothing */                          \
    X(DEELTJE)           /* af, op, mee: of a separable verb */                                    \
    X(BIJWOORD)          /* ook, dan, weer: closed words without a role */                         \
    X(DIENST)            /* therapie, cursus: what is done to reach something */                   \
    X(AFNEMEN)           /* volgt, start: with such a service */                                   \
    X(ZEGGEN)            /* zegt, vertelt, vindt: with these somebody is quoted */                 \
    X(MATE)              /* wat, iets, veel: before a comparative */                               \
    X(HOEVEEL)           /* meer, veel */                                                          \
    X(LIJKT_NEGATIE)     /* "niet alleen" */                                                       \
    X(VERGELIJKING)      /* beter, rustiger */                                                     \
    X(GEEN_VERGELIJKING) /* moeder, later */                                                       \
    X(ZONDER_GOED)                                                                                 \
    X(FAMILIE)     /* moeder, opa */                                                               \
    X(FUNCTIE)     /* mentor, wijkagent */                                                         \
    X(ORGANISATIE) /* school, thuiszorg */                                                         \
    X(GEEN_WIE)    /* hulpverlening, iemand */                                                     \
    X(DING)        /* kamer, wekker */                                                             \
    X(DAG)         /* maandag */                                                                   \
    X(MAAND)       /* januari */                                                                   \
    X(FEESTDAG)                                                                                    \
    X(VAKANTIE)                                                                                    \
    X(SEIZOEN)                                                                                     \
    X(EENHEID)     /* minuut, weken */                                                             \
    X(DAGDEEL)     /* ochtend, bedtijd */                                                          \
    X(TELWOORD)    /* twee, derde, half */                                                         \
    X(KEER)        /* keer, maal, x */                                                             \
    X(ELK)         /* elke, iedere */                                                              \
    X(VOLGEND)     /* volgende, komende, afgelopen, deze */                                        \
    X(VAST)        /* dagelijks, vandaag: checkable by themselves */                               \
    X(GEBEURTENIS) /* gesprek, verhuizing */                                                       \
    X(ONGEWIS)     /* "het uitkomt" */                                                             \
    X(WW_VORM)     /* a finite form of a verb */                                                   \
    X(WW_HEEL)     /* an infinitive, which the plural looks like */                                \
    X(WW_VOLTOOID) /* a past participle */                                                         \
    X(AFKORTING)   /* bekend: needs no explanation */                                              \
    X(TITEL)       /* mw., dhr.: their dot ends no sentence */

#define KLASSE_NAME(name) KLASSE_##name,
enum klasse { KLASSEN(KLASSE_NAME) KLASSE_COUNT };
#undef KLASSE_NAME

_Static_assert(KLASSE_COUNT <= 64, "a class is a bit");

#define K(name) ((uint64_t)1 << KLASSE_##name)

#endif
