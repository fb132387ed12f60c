// SPDX-License-Identifier: EUPL-1.2
// Drafts of the four obliged goals as a C table, held against the schema's words.
#include "gen/gen.h"

void gen_write_doelencheck(const struct gen_file *goals, const struct gen_schema *schema,
                           FILE *out) {
    int type = gen_type_named(schema, TEXT("veiligheidsdoel"));
    int count = 0;
    if (type < 0)
        gen_stop(schema->file, NULL, "`veiligheidsdoel` is missing");
    fputs("#include \"lib/method/doelencheck.h\"\n\n"
          "const struct doelencheck_doel doelencheck_doelen[] = {\n",
          out);
    for (const struct node *goal = goals->tree.root->first; goal; goal = goal->next, count++) {
        if (count >= schema->types[type].word_count ||
            !text_equal(gen_need(goals, goal, "veiligheid")->text,
                        schema->types[type].words[count].word))
            gen_stop(goals, goal, "the goals are not those of the schema, in its order");
        fputs("    {", out);
        gen_literal(out, gen_text(goal, "veiligheid"), false);
        fputs(", ", out);
        gen_literal(out, gen_need(goals, goal, "id")->text, false);
        fputs(",\n     ", out);
        gen_literal(out, gen_need(goals, goal, "doel")->text, false);
        fputs("},\n", out);
    }
    if (count != schema->types[type].word_count)
        gen_stop(goals, NULL, "a goal of the schema is missing");
    fputs("};\n", out);
}
