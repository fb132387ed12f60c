// SPDX-License-Identifier: EUPL-1.2
// schemas/woorden.yaml as NULL-ended arrays of strings.
#include "gen/gen.h"

// Whether a list is one of those for the rules about language, which gen/lexicon.c writes.
static bool is_language(const struct node *list) {
    static const char *const names[] = {
        "jargon", "vaag", "weg", "eigen", "lijkt_ontkenning", "geen_vergelijking", "zonder_goed"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_is(list->key->text, names[i]))
            return true;
    return list->kind == NODE_MAPPING;
}

void gen_write_words(const struct gen_file *file, FILE *out) {
    fputs("#include <stddef.h>\n#include \"lib/method/words.h\"\n\n", out);
    for (const struct node *list = file->tree.root->first; list; list = list->next) {
        if (is_language(list))
            continue;
        if (list->kind != NODE_LIST)
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
