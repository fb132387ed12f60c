// SPDX-License-Identifier: EUPL-1.2
// Whom to call in danger, from schemas/spoed.yaml, as a C table.
#include "gen/gen.h"

void gen_write_spoed(const struct gen_file *numbers, FILE *out) {
    static const char *const keys[] = {"wie", "nummer", "wanneer"};
    int count = 0;
    fputs("#include \"lib/method/spoed.h\"\n\nconst struct spoed_nummer spoed_nummers[] = {\n",
          out);
    for (const struct node *row = numbers->tree.root->first; row; row = row->next, count++) {
        fputs("    {", out);
        for (int i = 0; i < 3; i++) {
            gen_need_both(numbers, row, keys[i]);
            fputs(i ? ", " : "", out);
            gen_write_pair(node_child(row, keys[i]), out);
        }
        fputs("},\n", out);
    }
    if (count == 0)
        gen_stop(numbers, numbers->tree.root, "there is nobody to call");
    fprintf(out, "};\nconst int spoed_nummer_count = %d;\n", count);
}
