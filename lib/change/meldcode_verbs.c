// SPDX-License-Identifier: EUPL-1.2
// The verbs of g1p-meldcode and what each asks, as a table.
#include <stddef.h>

#include "lib/base/words.h"
#include "lib/change/meldcode.h"

// Every entry has a day and an author.
#define DATUM                                                                                      \
    { "datum", NULL, VERB_ASKED, "today", N_("On which day?"), N_("on which day (default: today)") }
#define DOOR                                                                                       \
    {                                                                                              \
        "door", NULL, VERB_REQUIRED, NULL,                                                         \
            N_("Who writes this down? A name, or an id of the plan"),                              \
            N_("who writes it down (default: the professional of the record)")                     \
    }

static const struct verb_field status_fields[] = {
    {NULL, "excerpts", VERB_EXTRA, "auto", NULL,
     N_("show what the record says: auto (at a terminal), always, never")},
    VERB_FIELDS_END};

static const struct verb_field weeg_fields[] = {
    {"vermoeden", NULL, VERB_EXTRA, NULL, NULL, N_("1: is there, or do I suspect, violence?")},
    {"acuut_of_structureel", NULL, VERB_EXTRA, NULL, NULL,
     N_("2: is it unsafe now, or time and again, or do I suspect so?")},
    {"effectieve_hulp", NULL, VERB_EXTRA, NULL, NULL,
     N_("3: can I give or arrange help that works?")},
    {"medewerking", NULL, VERB_EXTRA, NULL, NULL, N_("4: do those concerned cooperate?")},
    {"duurzame_veiligheid", NULL, VERB_EXTRA, NULL, NULL, N_("5: does it become safe for good?")},
    {"met", NULL, VERB_EXTRA, NULL, NULL, N_("with whom or what it was weighed")},
    {"toelichting", NULL, VERB_EXTRA, NULL, NULL, N_("why these answers")},
    {"datum", NULL, VERB_EXTRA, "today", NULL, N_("on which day (default: today)")},
    {"door", NULL, VERB_EXTRA, NULL, NULL,
     N_("who weighed (default: the professional of the record)")},
    {NULL, "record", VERB_FLAG, NULL, NULL, N_("add the weighing to FILE")},
    VERB_FIELDS_END};

static const struct verb_field gevaar_fields[] = {
    {"antwoord", NULL, VERB_EXTRA, "ja", NULL, N_("whether life is in danger (default: ja)")},
    {"gebeld", NULL, VERB_REQUIRED, NULL, N_("Who was rung?"), N_("who was rung")},
    {"datum", NULL, VERB_ASKED, "today", N_("On which day?"), N_("on which day (default: today)")},
    VERB_FIELDS_END};

static const struct verb_field signaal_fields[] = {
    {"wat", NULL, VERB_REQUIRED, NULL, N_("What was it? As literally as you can"),
     N_("what you saw, heard or smelled, as literally as you can")},
    {"waargenomen", NULL, VERB_ASKED, NULL, N_("How do you know?"), N_("how you know")},
    {"feit", NULL, VERB_ASKED, NULL, N_("Is it a fact? No when it is a feeling"),
     N_("whether it is a fact; nee when it is a feeling")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field check_fields[] = {
    {"uitkomst", NULL, VERB_REQUIRED, NULL, N_("What came of it?"), N_("what came of it")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field taxatie_fields[] = {
    {"instrument", NULL, VERB_REQUIRED, NULL, N_("Which instrument?"), N_("which instrument")},
    {"geschoold", NULL, VERB_REQUIRED, NULL, N_("Was who used it trained in it?"),
     N_("whether who used it was trained in it")},
    {"uitkomst", NULL, VERB_ASKED, NULL, N_("What does it say?"), N_("what it says")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field consult_fields[] = {
    {"met", NULL, VERB_REQUIRED, NULL, N_("Whom did you consult?"), N_("whom you consulted")},
    {"anoniem", NULL, VERB_ASKED, NULL, N_("Without names?"), N_("whether it was without names")},
    {"advies", NULL, VERB_ASKED, NULL, N_("What do they advise?"), N_("what they advise")},
    {"veiligheidsvoorwaarden", NULL, VERB_ASKED, NULL, N_("What must be safe at the least?"),
     N_("what must be safe at the least")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field gesprek_fields[] = {
    {"met", NULL, VERB_REQUIRED, NULL, N_("Whom did you speak with?"), N_("whom you spoke with")},
    {"besproken", NULL, VERB_ASKED, NULL, N_("What did you share and ask?"),
     N_("what you shared and asked")},
    {"uitkomst", NULL, VERB_ASKED, NULL, N_("What came of it?"), N_("what came of it")},
    {"evaluatie", NULL, VERB_ASKED, NULL, N_("On which day do you look again?"),
     N_("on which day you look again")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field geen_gesprek_fields[] = {{"reden", NULL, VERB_REQUIRED, NULL,
                                                         N_("Why can there be no talk now?"),
                                                         N_("why there can be no talk now")},
                                                        DATUM,
                                                        DOOR,
                                                        VERB_FIELDS_END};

static const struct verb_field besluit_fields[] = {
    {"melden", NULL, VERB_REQUIRED, NULL, N_("Do you report to Veilig Thuis?"),
     N_("whether you report to Veilig Thuis")},
    {"hulp", NULL, VERB_REQUIRED, NULL, N_("Do you give or arrange help?"),
     N_("whether you give or arrange help")},
    {"reden", NULL, VERB_ASKED, NULL,
     N_("Why? Needed when it is not what follows from the weighing"),
     N_("why; needed when it departs from the weighing")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field melding_fields[] = {
    {"bij", NULL, VERB_ASKED, "Veilig Thuis", N_("Where was it reported?"),
     N_("where (default: Veilig Thuis)")},
    {"kenmerk", NULL, VERB_ASKED, NULL, N_("Which number did they give it?"),
     N_("the number they gave it")},
    {"gemeld_aan_klant", NULL, VERB_REQUIRED, NULL,
     N_("Did you tell those it is about that you report?"),
     N_("whether those it is about were told")},
    {"toelichting", NULL, VERB_ASKED, NULL, N_("More to say? If they were not told: why not"),
     N_("more to say; why they were not told")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field hulp_fields[] = {
    {"wat", NULL, VERB_REQUIRED, NULL, N_("Which help?"), N_("which help")},
    {"evaluatie", NULL, VERB_REQUIRED, NULL, N_("On which day do you look whether it is safer?"),
     N_("on which day you look whether it is safer")},
    DATUM,
    {"door", NULL, VERB_REQUIRED, NULL, N_("Who gives or arranges it?"),
     N_("who gives or arranges it (default: the professional of the record)")},
    VERB_FIELDS_END};

static const struct verb_field gebeurtenis_fields[] = {
    {"soort", NULL, VERB_REQUIRED, NULL, N_("What happened?"), N_("what happened")},
    {"toelichting", NULL, VERB_ASKED, NULL, N_("More to say?"), N_("more to say")},
    DATUM,
    DOOR,
    VERB_FIELDS_END};

static const struct verb_field sluit_fields[] = {{"reden", NULL, VERB_REQUIRED, NULL,
                                                  N_("Why can the record be closed?"),
                                                  N_("why the record can be closed")},
                                                 DATUM,
                                                 DOOR,
                                                 VERB_FIELDS_END};

static const char *const status_examples[] = {
    N_("g1p-meldcode dossier.yaml"), N_("g1p-meldcode --json dossier.yaml | jq .volgt"), NULL};
static const char *const weeg_examples[] = {
    N_("g1p-meldcode weeg                              asks the five questions"),
    N_("g1p-meldcode weeg --vermoeden ja --acuut-of-structureel nee"),
    N_("g1p-meldcode weeg --record dossier.yaml        asks, and writes it down"),
    N_("g1p-meldcode weeg --json dossier.yaml          the last weighing of a record"), NULL};
static const char *const signaal_examples[] = {
    N_("g1p-meldcode signaal dossier.yaml              asks what it needs"),
    N_("g1p-meldcode signaal dossier.yaml --wat - --waargenomen gezien <wat.txt"), NULL};
static const char *const consult_examples[] = {
    N_("g1p-meldcode consult dossier.yaml --met veilig_thuis --anoniem ja --advies -"), NULL};
static const char *const besluit_examples[] = {
    N_("g1p-meldcode besluit dossier.yaml --melden ja --hulp nee"), NULL};
static const char *const gebeurtenis_examples[] = {
    N_("g1p-meldcode gebeurtenis dossier.yaml --soort hulp_geweigerd"), NULL};

static const struct verb verbs[] = {
    {"status", N_("show where the record stands (also without this word)"),
     N_("Shows the steps of the reporting code: what is done, when and by whom, what is missing, "
        "what follows and by when, and which expert knows about this form of violence. When life "
        "is in danger it begins with whom to ring."),
     NULL, status_fields, status_examples, VERB_SHOWS},
    {"weeg", N_("walk the five questions of the weighing"),
     N_("Walks the five questions (WP stap 4-5) and shows what follows from the answers, along "
        "which path, and by which source. At a terminal it asks them. The walk stops at the first "
        "question that is still open; an answer behind it is kept and said, and does not count. "
        "With a FILE and no answers it shows the last weighing in it. You decide; questions 3 to 5 "
        "are weighed together with Veilig Thuis.\n\nStatus: 1 the outcome is to report, 3 more "
        "answers are needed, 0 otherwise, 2 trouble."),
     "wegingen", weeg_fields, weeg_examples, VERB_WRITES | VERB_SHOWS | VERB_FILE_MAYBE},
    {"gevaar", N_("note who was rung in acute danger"),
     N_("Notes that life is in danger and who was rung: ring first, write afterwards (WP "
        "levensbedreigend)."),
     "levensbedreigend", gevaar_fields, NULL, VERB_WRITES},
    {"signaal", N_("add a signal"),
     N_("Adds a signal (WP stap 1): what was seen, heard or smelled, or a feeling that is marked "
        "as one."),
     "signalen", signaal_fields, signaal_examples, VERB_WRITES},
    {"kindcheck", N_("note the outcome of the kindcheck"),
     N_("Notes the outcome of the kindcheck (WP stap 1): whether children depend on somebody in a "
        "vulnerable state, and whether they are safe."),
     "kindcheck", check_fields, NULL, VERB_WRITES},
    {"mantelzorgcheck", N_("note the outcome of the mantelzorgcheck"),
     N_("Notes the outcome of the mantelzorgcheck (WP stap 1): whether somebody depends on this "
        "person for care, or the other way round, and whether that is safe."),
     "mantelzorgcheck", check_fields, NULL, VERB_WRITES},
    {"taxatie", N_("add what an instrument says"),
     N_("Adds what an instrument for risk or safety says (WP stap 1). Such an instrument is for "
        "who was trained in it."),
     "taxatie", taxatie_fields, NULL, VERB_WRITES},
    {"consult", N_("add a consultation"),
     N_("Adds a consultation (WP stap 2): somebody expert, or Veilig Thuis. Advice can always be "
        "asked without names."),
     "consulten", consult_fields, consult_examples, VERB_WRITES},
    {"gesprek", N_("add a talk with those concerned"),
     N_("Adds a talk with those concerned (WP stap 3)."), "gesprekken", gesprek_fields, NULL,
     VERB_WRITES},
    {"geen-gesprek", N_("note why there is no talk"),
     N_("Notes why there can be no talk with those concerned (WP stap 3)."), "geen_gesprek",
     geen_gesprek_fields, NULL, VERB_WRITES},
    {"besluit", N_("add a decision"),
     N_("Adds what you decide on reporting and on help (WP stap 5). A decision that departs from "
        "the weighing needs a reason, and stays visible."),
     "besluiten", besluit_fields, besluit_examples, VERB_WRITES},
    {"melding", N_("add a report that was made"),
     N_("Adds a report that was made, by who saw the signals (WP verantwoordelijkheidsverdeling)."),
     "meldingen", melding_fields, NULL, VERB_WRITES},
    {"hulp", N_("add help that was arranged"),
     N_("Adds help that was arranged, with a day to look whether it is safer (WP stap 5)."), "hulp",
     hulp_fields, NULL, VERB_WRITES},
    {"gebeurtenis", N_("add what happened since"),
     N_("Adds what happened since: help refused, moved, new signals, news of a report (WP Als "
        "zorgen blijven)."),
     "gebeurtenissen", gebeurtenis_fields, gebeurtenis_examples, VERB_WRITES},
    {"sluit", N_("close the record"),
     N_("Closes the record. That can be done when there is no suspicion any more or it became safe "
        "for good, or when it was reported and you give no help any more (WP stap 4-5)."),
     "afgesloten", sluit_fields, NULL, VERB_WRITES}};

static const char *const examples[] = {
    N_("g1p-new meldcode -o dossier.yaml               begins a record"),
    N_("g1p-meldcode dossier.yaml                      where it stands, and what follows"),
    N_("g1p-meldcode signaal dossier.yaml              asks what was seen"),
    N_("g1p-meldcode weeg                              the five questions"), NULL};

const struct verb_program meldcode_program = {
    "g1p-meldcode",
    N_("Walks a professional through the reporting code for violence at home (meldcode), and keeps "
       "its record: every step is added with its day and its author, and what was written before "
       "stays. In danger ring 112 first; for advice, by day and by night: Veilig Thuis, 0800 2000. "
       "It shows, explains and names its source; you decide."),
    &schema_meldcode,
    verbs,
    sizeof verbs / sizeof *verbs,
    examples,
    N_("Status: 0 shown or written, 2 trouble; nothing was written then. Of weeg: 1 the outcome is "
       "to report, 3 more answers are needed.")};
