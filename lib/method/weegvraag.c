// SPDX-License-Identifier: EUPL-1.2
// The words of the weighing.
#include "lib/method/weegvraag.h"

#include "lib/base/words.h"

const struct weegvraag weegvragen[WEGING_VRAGEN] = {
    {N_("a suspicion"), N_("Do you suspect violence or neglect at home, or is it there?"),
     N_("You need not be certain. A suspicion that others share, or that facts support, is enough "
        "to say yes. Say no only when you were wrong, and can say why."),
     N_("go on to question 2"), N_("close the record, and write down why")},
    {N_("acute, or time and again"),
     N_("Do you suspect that it is unsafe now, or time and again, or is it so?"),
     N_("Think of injury, of threats, of a child or somebody who depends on care and has nobody "
        "else, and of what happened before: once is not the same as every month."),
     N_("report to Veilig Thuis; then walk the other questions with them, to see whether help is "
        "possible too"),
     N_("go on to question 3")},
    {N_("help that works"), N_("Can you give or arrange help that works?"),
     N_("It has to make the violence stop and bring safety back, for everybody in the house. Is "
        "that help there, in time, and do you or does somebody else keep an eye on it?"),
     N_("go on to question 4"), N_("report to Veilig Thuis")},
    {N_("cooperation"), N_("Do those concerned cooperate with that help?"),
     N_("Agreeing to it is not enough: do they come, do they open the door, do they keep to what "
        "was agreed?"),
     N_("give or arrange the help, and go on to question 5"), N_("report to Veilig Thuis")},
    {N_("safe for good"), N_("Does the help make it safe for good?"),
     N_("Often you only know after some weeks: then leave it open, and weigh again. It is safe for "
        "good when the violence stopped, and would be noticed if it came back."),
     N_("go on, with agreements on following how safe it stays"),
     N_("report to Veilig Thuis, also when that was done before")}};

const char *weging_betekenis(enum weging_uitkomst uitkomst) {
    static const char *const betekenissen[] = {
        [UITKOMST_AFSLUITEN] = N_("Close the record, and write down why the suspicion went away."),
        [UITKOMST_MELDEN] = N_("Report to Veilig Thuis, and tell those concerned that you do."),
        [UITKOMST_MELDEN_EN_HULP] =
            N_("Report to Veilig Thuis, tell those concerned that you do, and give or arrange "
               "help, with regie by the method."),
        [UITKOMST_HULP] =
            N_("Give or arrange help, with regie by the method and a day to look back. Whether it "
               "makes safe for good is still to be seen: weigh again then."),
        [UITKOMST_VOLGEN] =
            N_("Go on with the help, and agree with those concerned on how safety is followed from "
               "now on."),
        [UITKOMST_OPEN] = N_("There is no outcome yet: an answer is missing.")};
    return betekenissen[uitkomst];
}
