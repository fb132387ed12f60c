// SPDX-License-Identifier: EUPL-1.2
// The four goals that go with every safety plan (KW §5.2 Doelencheck), drafted: from
// schemas/doelencheck.yaml. Which of them a plan has is told by due.h.
#ifndef G1P_METHOD_DOELENCHECK_H
#define G1P_METHOD_DOELENCHECK_H

struct doelencheck_doel {
    const char *veiligheid; // the word of the format
    const char *id;         // for a goal that is new in a plan
    const char *doel;       // a draft, in Dutch
};

extern const struct doelencheck_doel doelencheck_doelen[]; // by enum veiligheidsdoel

#endif
