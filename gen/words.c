// SPDX-License-Identifier: EUPL-1.2
// schemas/woorden.yaml as NULL-ended arrays of strings.
#include "gen/gen.h"

void gen_write_words(const struct gen_file *file, FILE *out) {
    fputs("#include <stddef.h>\n#include \"lib/method/words.h\"\n\n", out);
    for (const struct node *list = file->tree.root->first; list; list = list->next) {
        if (list->kind != NODE_LIST || list->count == 0)
            gen_stop(file, list, "a list of words is meant");
        fprintf(out, "const char *const words_%.*s[] = {\n", (int)list->key->text.length,
                list->key->text.bytes);
        for (const struct node *word = list->first; word; word = word->next) {
            fputs("    ", out);
            gen_literal(out, word->text, false);
            fputs(",\n", out);
        }
        fputs("    NULL,\n};\n", out);
    }
}
