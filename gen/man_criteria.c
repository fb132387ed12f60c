// SPDX-License-Identifier: EUPL-1.2
// g1p-criteria(7) from the criteria.
#include "gen/gen.h"

void gen_man_criteria(const struct gen_file *criteria, const char *language, FILE *out) {
    (void)criteria;
    (void)language;
    fputs(".\\\" SPDX-License-Identifier: EUPL-1.2\n", out);
}
