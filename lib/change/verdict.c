// SPDX-License-Identifier: EUPL-1.2
// What the check thinks of a file that was changed, in one line.
#include "lib/base/words.h"
#include "lib/change/change.h"

enum { MOST_NAMED = 6 };

// How many findings each rule has that no exception covers.
static void count(const struct check_result *result, unsigned counts[RULE_COUNT]) {
    for (int i = 0; i < RULE_COUNT; i++)
        counts[i] = 0;
    for (size_t i = 0; i < result->findings.count; i++)
        if (!result->findings.items[i].exception)
            counts[meldingen[result->findings.items[i].melding].rule]++;
}

// Names the rules that have findings in `now` and had fewer in `then`.
static void name_rules(const char *heading, const unsigned now[RULE_COUNT],
                       const unsigned then[RULE_COUNT], struct buffer *out) {
    unsigned named = 0;
    for (int i = 0; i < RULE_COUNT; i++) {
        if (now[i] <= then[i])
            continue;
        if (named++ == 0)
            buffer_format(out, "; %s ", heading);
        else if (named <= MOST_NAMED)
            buffer_add_string(out, ", ");
        if (named <= MOST_NAMED)
            buffer_add_string(out, rules[i].id);
    }
    if (named > MOST_NAMED)
        buffer_add_string(out, ", …");
}

void change_verdict(const struct change_outcome *outcome, struct buffer *out) {
    unsigned before[RULE_COUNT];
    unsigned after[RULE_COUNT];
    unsigned long of[3] = {0, 0, 0};
    const struct findings *findings = &outcome->after.findings;
    for (size_t i = 0; i < findings->count; i++)
        of[findings->items[i].severity] += !findings->items[i].exception;
    unsigned long errors = of[SEVERITY_FOUT];
    unsigned long warnings = of[SEVERITY_WAARSCHUWING];
    unsigned long advices = of[SEVERITY_ADVIES];
    if (errors + warnings + advices == 0) {
        buffer_add_string(out, _("The check has nothing to report"));
    } else {
        buffer_add_string(out, _("The check: "));
        if (errors)
            buffer_format(out, ngettext("%lu error", "%lu errors", errors), errors);
        buffer_add_string(out, errors && warnings + advices ? ", " : "");
        if (warnings)
            buffer_format(out, ngettext("%lu warning", "%lu warnings", warnings), warnings);
        buffer_add_string(out, warnings && advices ? ", " : "");
        if (advices)
            buffer_format(out, ngettext("%lu piece of advice", "%lu pieces of advice", advices),
                          advices);
    }
    count(&outcome->before, before);
    count(&outcome->after, after);
    name_rules(_("new:"), after, before, out);
    name_rules(_("solved:"), before, after, out);
    buffer_add_char(out, '.');
}
