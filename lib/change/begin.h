// SPDX-License-Identifier: EUPL-1.2
// A new file, from what was given of it to its text, proven before anybody sees it.
#ifndef G1P_CHANGE_BEGIN_H
#define G1P_CHANGE_BEGIN_H

#include "lib/base/trouble.h"
#include "lib/method/soort.h"

struct begin {
    const struct soort *soort;
    struct text name; // or number, unless another is given
    struct date today;
    const char *path; // where it will be, or NULL: nowhere; a folder of plans when `repo`
    bool repo;        // it holds the agreements of a new folder of plans
    bool quiet;       // which parts stand behind a # is not told
    bool excerpts;    // a refusal may show what was typed: a person reads it
};

enum begin_outcome { BEGIN_DONE, BEGIN_REFUSED, BEGIN_NO_MEMORY };

// Takes what was typed as FIELD=VALUE, which must outlive the values. When it is refused `said`
// gets a line that says why. What is no such thing may be anything, and is not repeated.
enum begin_outcome begin_take(struct values *values, const char *typed, struct buffer *said);

// Adds the file to `text`: the values, completed. `said` gets lines for the person, also when it is
// done: which given parts stand behind a # because something is missing. Refused, with every reason
// on a line: what is given cannot stand in such a file.
enum begin_outcome begin_text(const struct begin *begin, struct values *values, struct buffer *said,
                              struct buffer *text);

#endif
