// SPDX-License-Identifier: EUPL-1.2
// The verbs of g1p-safety and what each asks, as a table.
#include <stddef.h>

#include "lib/base/words.h"
#include "lib/change/safety.h"

static const struct verb_field status_fields[] = {
    {NULL, "excerpts", VERB_EXTRA, "auto", NULL,
     N_("show names and what the plan says: auto (at a terminal), always, never")},
    VERB_FIELDS_END};

static const struct verb_field schaal_fields[] = {
    {"wie", NULL, VERB_REQUIRED, NULL, N_("Who gives the figure?"), N_("who gives the figure")},
    {"cijfer", NULL, VERB_REQUIRED, NULL,
     N_("Which figure? 0: life is in danger, 10: safe enough to close"),
     N_("from 0 (life is in danger) to 10 (safe enough to close); 6,5 is fine")},
    {"datum", NULL, VERB_ASKED, "today", N_("On which day?"), N_("on which day (default: today)")},
    {"toelichting", NULL, VERB_ASKED, NULL, N_("Why this figure? As literally as it was said"),
     N_("why this figure, and what would make it one higher")},
    VERB_FIELDS_END};

static const struct verb_field afspraak_fields[] = {
    {"id", NULL, VERB_EXTRA, NULL, NULL, N_("a short word for it (default: v1, v2, ...)")},
    {"wie", NULL, VERB_REQUIRED, NULL, N_("Who keeps to it?"), N_("who keeps to it")},
    {"wat", NULL, VERB_REQUIRED, NULL, N_("What does this person do, or leave?"),
     N_("what they do or leave; another can see whether it happens")},
    {"waar", NULL, VERB_REQUIRED, NULL, N_("Where?"), N_("where it holds")},
    {"wanneer", NULL, VERB_REQUIRED, NULL, N_("When?"), N_("when it holds: days, times, a moment")},
    {"klant_doet", NULL, VERB_ASKED, NULL, N_("What does the household do itself?"),
     N_("what the household does itself to make it work")},
    {"steun", NULL, VERB_ASKED, NULL,
     N_("Who supports it, and with what? Like “oma: past op de kinderen”"),
     N_("who supports it, and with what; may be given more than once")},
    {"toezicht", NULL, VERB_REQUIRED, NULL,
     N_("Who sees to it? Somebody else than who keeps to it"), N_("who sees to it: somebody else")},
    {"bij_niet_nakomen", NULL, VERB_REQUIRED, NULL,
     N_("And if it is not kept? Who does what then?"), N_("what happens when it is not kept")},
    {"gemaakt", NULL, VERB_EXTRA, "today", NULL, N_("on which day it was made (default: today)")},
    {"status", NULL, VERB_EXTRA, "loopt", NULL, N_("how it stands (default: loopt)")},
    VERB_FIELDS_END};

static const struct verb_field evaluatie_fields[] = {
    {"/veiligheidsplan.afspraken.id", "afspraak", VERB_REQUIRED, NULL, N_("Which agreement?"),
     N_("which agreement")},
    {"behaald", NULL, VERB_REQUIRED, NULL, N_("Was it kept?"), N_("whether it was kept")},
    {"datum", NULL, VERB_ASKED, "today", N_("On which day did you look back?"),
     N_("on which day you looked back (default: today)")},
    {"toelichting", NULL, VERB_ASKED, NULL, N_("What went well, and what did not?"),
     N_("what went well and what did not")},
    VERB_FIELDS_END};

static const struct verb_field doelencheck_fields[] = {
    {NULL, "add", VERB_FLAG, NULL, NULL, N_("add a draft of each goal that is missing")},
    VERB_FIELDS_END};

static const struct verb_field teken_fields[] = {
    {"wie", NULL, VERB_REQUIRED, NULL, N_("Who signs?"), N_("who signs")},
    {"datum", NULL, VERB_ASKED, "today", N_("On which day?"), N_("on which day (default: today)")},
    VERB_FIELDS_END};

static const char *const status_examples[] = {N_("g1p-safety plan.yaml"),
                                              N_("g1p-safety --excerpts always plan.yaml | less"),
                                              N_("g1p-safety --json plan.yaml | jq .schaal"), NULL};
static const char *const begin_examples[] = {N_("g1p-safety begin plan.yaml"), NULL};
static const char *const schaal_examples[] = {
    N_("g1p-safety schaal plan.yaml                    asks what it needs"),
    N_("g1p-safety schaal plan.yaml --wie yara --cijfer 6,5"),
    N_("g1p-safety schaal plan.yaml --wie yara --cijfer 6 --toelichting - <gezegd.txt"), NULL};
static const char *const afspraak_examples[] = {
    N_("g1p-safety afspraak plan.yaml                  asks what it needs"),
    N_("g1p-safety afspraak plan.yaml --wie jeroen --wat \"gaat naar buiten\" \\\n"
       "      --waar thuis --wanneer \"als hij boos wordt\" --toezicht bas \\\n"
       "      --bij-niet-nakomen \"Nadia belt Bas\" --steun \"bas: komt meteen\""),
    NULL};
static const char *const evaluatie_examples[] = {
    N_("g1p-safety evaluatie plan.yaml --afspraak v1 --behaald deels"), NULL};
static const char *const doelencheck_examples[] = {
    N_("g1p-safety doelencheck plan.yaml               shows the four"),
    N_("g1p-safety doelencheck plan.yaml --add -n      shows what --add would write"), NULL};
static const char *const teken_examples[] = {N_("g1p-safety teken plan.yaml --wie nadia,jeroen"),
                                             NULL};

static const struct verb verbs[] = {
    {"status", N_("show where the household stands (also without this word)"),
     N_("Shows the safety scale over time, the agreements and whether they are kept, the four "
        "goals that go with a safety plan, who signed and whether that still stands, and what is "
        "missing. In acute danger it begins with whom to call."),
     NULL, status_fields, status_examples, VERB_SHOWS},
    {"begin", N_("add the parts of a safety plan, with hints"),
     N_("Adds the parts of a safety plan to a plan that has none, made today, in their place. The "
        "other verbs fill the scale, the agreements and the signatures. What happened, what gives "
        "safety already and what is the biggest concern you write yourself: these parts stand "
        "behind a #, with hints."),
     NULL, NULL, begin_examples, VERB_WRITES},
    {"schaal", N_("add the figure that somebody gives for safety"),
     N_("Adds the figure that somebody gives for how safe it is (KW §5.2 Veiligheidsschaal). Older "
        "figures stay: so you can see how it goes. Do it anew at every meeting."),
     "veiligheidsplan.schaal", schaal_fields, schaal_examples, VERB_WRITES},
    {"afspraak", N_("add an agreement"),
     N_("Adds a safety agreement (KW §5.2 Veiligheidsafspraken): who does or leaves what, where "
        "and when, who sees to it, and what happens when it is not kept."),
     "veiligheidsplan.afspraken", afspraak_fields, afspraak_examples, VERB_WRITES},
    {"evaluatie", N_("note how an agreement was kept"),
     N_("Notes whether an agreement was kept: at every progress meeting for each (WP fase 5b). The "
        "agreement itself stays as it is."),
     "veiligheidsplan.afspraken.evaluaties", evaluatie_fields, evaluatie_examples, VERB_WRITES},
    {"doelencheck", N_("show the four obliged goals, or --add those that are missing"),
     N_("Shows which of the four goals that go with a safety plan (KW §5.2 Doelencheck) are in the "
        "plan. With --add it adds a draft of each that is missing, to be put into the household's "
        "own words. Status 1 when one is missing and nothing was added."),
     NULL, doelencheck_fields, doelencheck_examples, VERB_WRITES | VERB_SHOWS},
    {"teken", N_("add a signature, with the fingerprint of what is signed"),
     N_("Notes who signed the safety plan, with a fingerprint of the agreements as they stand. "
        "When an agreement is changed afterwards, everybody can see that the signature was under "
        "something else. How a fingerprint is taken is told in g1p-plan(5)."),
     "veiligheidsplan.ondertekening", teken_fields, teken_examples, VERB_WRITES}};

static const char *const examples[] = {
    N_("g1p-safety plan.yaml                           where it stands"),
    N_("g1p-safety schaal plan.yaml                    asks who gives which figure"),
    N_("g1p-safety afspraak plan.yaml                  asks what is agreed"),
    N_("g1p-safety teken plan.yaml --wie nadia -n      shows what it would write"), NULL};

const struct verb_program safety_program = {
    "g1p-safety",
    N_("Shows where a household stands with its safety plan, and changes that plan one item at a "
       "time: that item and nothing else, whatever else stands in the file."),
    &schema_plan,
    verbs,
    sizeof verbs / sizeof *verbs,
    examples,
    N_("Status: 0 shown or written, 1 a goal is missing (doelencheck), 2 trouble; nothing was "
       "written then.")};

change_make *safety_make(const struct verb *verb) {
    static change_make *const makes[] = {NULL,
                                         safety_begin,
                                         safety_schaal,
                                         safety_afspraak,
                                         safety_evaluatie,
                                         safety_doelencheck,
                                         safety_teken};
    return makes[verb - verbs];
}
