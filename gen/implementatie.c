// SPDX-License-Identifier: EUPL-1.2
// The points of the implementation checklist as a C table, held against the schema's words.
#include "gen/gen.h"

static const char *const languages[] = {"en", "nl"}; // the order of enum language

static struct text text_in(const struct gen_file *file, const struct node *point, const char *key,
                           const char *language) {
    return gen_need(file, gen_need(file, point, key), language)->text;
}

// The schema has the same points in the same order, and calls them the same.
static void compare(const struct gen_file *file, const struct node *point,
                    const struct gen_type *words, int index) {
    if (index >= words->word_count ||
        !text_equal(gen_need(file, point, "punt")->text, words->words[index].word))
        gen_stop(file, point, "the points are not those of the schema, in its order");
    if (!text_equal(text_in(file, point, "titel", "nl"), words->words[index].label))
        gen_stop(file, point, "the schema has another label for this point");
}

static void write_point(const struct gen_file *file, const struct node *point, FILE *out) {
    fputs("    {", out);
    gen_literal(out, gen_text(point, "punt"), false);
    for (int i = 0; i < 2; i++) {
        fputs(i ? ", " : ", {", out);
        gen_literal(out, text_in(file, point, "titel", languages[i]), false);
    }
    fputs("},\n     ", out);
    gen_literal(out, text_in(file, point, "vraag", "nl"), false);
    fputs(", ", out);
    gen_literal(out, gen_need(file, point, "bron")->text, false);
    fprintf(out, ", %d},\n", text_is(gen_text(point, "jeugd"), "ja"));
}

void gen_write_implementatie(const struct gen_file *points, const struct gen_schema *schema,
                             FILE *out) {
    int type = gen_type_named(schema, TEXT("puntnummer"));
    int count = 0;
    if (type < 0)
        gen_stop(schema->file, NULL, "`puntnummer` is missing");
    fputs("#include \"lib/method/implementatie.h\"\n\n"
          "const struct implementatie_punt implementatie_punten[] = {\n",
          out);
    for (const struct node *point = points->tree.root->first; point; point = point->next) {
        compare(points, point, &schema->types[type], count++);
        write_point(points, point, out);
    }
    if (count != schema->types[type].word_count)
        gen_stop(points, NULL, "a point of the schema is missing");
    fprintf(out, "};\nconst int implementatie_punt_count = %d;\n", count);
}
