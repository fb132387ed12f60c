// SPDX-License-Identifier: EUPL-1.2
// Checking schemas/criteria.yaml and writing it as C tables.
#include <ctype.h>
#include <string.h>

#include "gen/gen.h"

static const char *const languages[] = {"en", "nl"}; // the order of enum language

static const char *const severities[] = {"advies", "waarschuwing", "fout"};

// The first phase in which a rule can speak, as a rank; the numbers are those of werkproces.yaml.
static const struct {
    const char *word;
    int rank;
} ranks[] = {{"altijd", -1}, {"1", 0}, {"2", 1},  {"3a", 2},
             {"3b", 3},      {"4", 4}, {"6a", 4}, {"6b", 5}};

enum { NO_END = INT8_MAX }; // of a rule that speaks until the last phase

static const struct node *rule_list(const struct gen_file *criteria) {
    return gen_need(criteria, criteria->tree.root, "regels");
}

static struct text key_of(const struct node *node) {
    return node->key->text;
}

void gen_need_both(const struct gen_file *file, const struct node *node, const char *key) {
    const struct node *texts = gen_need(file, node, key);
    for (int i = 0; i < 2; i++)
        gen_need(file, texts, languages[i]);
}

static int severity_of(const struct gen_file *file, const struct node *node) {
    const struct node *word = gen_need(file, node, "ernst");
    for (int i = 0; i < 3; i++)
        if (text_is(word->text, severities[i]))
            return i;
    gen_stop(file, word, "`ernst` is fout, waarschuwing or advies");
}

// The rank of the phase that `key` names.
static int rank_of(const struct gen_file *file, const struct node *rule, const char *key) {
    const struct node *word = gen_need(file, rule, key);
    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
        if (text_is(word->text, ranks[i].word))
            return ranks[i].rank;
    gen_stop(file, word, "no such phase");
}

// The last rank in which a rule speaks.
static int end_of(const struct gen_file *file, const struct node *rule) {
    return node_child(rule, "tot") ? rank_of(file, rule, "tot") : NO_END;
}

// Whether the family of the rule with this id says `ja` to `key`.
static bool family_says(const struct gen_file *file, struct text id, const char *key) {
    const struct node *family = gen_need(file, file->tree.root, "families")->first;
    for (; family; family = family->next)
        if (id.length > family->key->text.length && id.bytes[family->key->text.length] == '-' &&
            memcmp(id.bytes, family->key->text.bytes, family->key->text.length) == 0)
            return text_is(gen_text(family, key), "ja");
    return false;
}

// The highest {n} in a message; both languages must use the same ones.
static unsigned placeholders(struct text text) {
    unsigned used = 0;
    for (size_t i = 0; i + 2 < text.length; i++)
        if (text.bytes[i] == '{' && text.bytes[i + 2] == '}' &&
            isdigit((unsigned char)text.bytes[i + 1]))
            used |= 1U << (text.bytes[i + 1] - '0');
    return used;
}

static const struct node *example_for(const struct node *bad, struct text key) {
    for (const struct node *example = bad->first; example; example = example->next)
        if (text_equal(gen_text(example, "melding"), key))
            return example;
    return NULL;
}

static void check_meldingen(const struct gen_file *file, const struct node *rule,
                            const struct node *bad) {
    for (const struct node *m = gen_need(file, rule, "meldingen")->first; m; m = m->next) {
        struct text english = gen_need(file, m, "en")->text;
        struct text dutch = gen_need(file, m, "nl")->text;
        if (placeholders(english) != placeholders(dutch))
            gen_stop(file, m, "the two languages use other placeholders");
        if (node_child(m, "ernst"))
            severity_of(file, m);
        if (node_child(m, "zonder_voorbeeld"))
            gen_need_both(file, m, "zonder_voorbeeld");
        else if (!example_for(bad, key_of(m)))
            gen_stop(file, m, "this message has no bad example");
    }
}

static void check_examples(const struct gen_file *file, const struct node *examples,
                           const struct node *rule, bool bad) {
    if (examples->kind != NODE_LIST || examples->count == 0)
        gen_stop(file, rule, "a rule needs at least one bad and one good example");
    for (const struct node *example = examples->first; example; example = example->next) {
        gen_need(file, example, "tekst");
        gen_need(file, example, "fase");
        struct text melding = gen_text(example, "melding");
        bool found = !bad;
        for (const struct node *m = node_child(rule, "meldingen")->first; m && !found; m = m->next)
            found = text_equal(key_of(m), melding);
        if (!found)
            gen_stop(file, example, "`melding` names no message of this rule");
    }
}

static void check_points(const struct gen_file *file, const struct node *points) {
    if (points && (points->kind != NODE_LIST || points->count == 0))
        gen_stop(file, points, "`uitleg` is a list of texts in both languages");
    for (const struct node *point = points ? points->first : NULL; point; point = point->next)
        for (int i = 0; i < 2; i++)
            gen_need(file, point, languages[i]);
}

static bool is_rule_id(struct text id) {
    const char *dash = memchr(id.bytes, '-', id.length);
    return dash && id.length - (size_t)(dash - id.bytes) == 3 && isdigit((unsigned char)dash[1]) &&
           isdigit((unsigned char)dash[2]);
}

void gen_criteria_check(const struct gen_file *file) {
    for (const struct node *rule = rule_list(file)->first; rule; rule = rule->next) {
        const struct node *id = gen_need(file, rule, "id");
        if (!is_rule_id(id->text))
            gen_stop(file, id, "an id is a family, a dash and two digits");
        for (const struct node *other = rule->next; other; other = other->next)
            if (text_equal(gen_text(other, "id"), id->text))
                gen_stop(file, other, "the same id twice");
        severity_of(file, rule);
        if (end_of(file, rule) < rank_of(file, rule, "vanaf"))
            gen_stop(file, rule, "`tot` lies before `vanaf`");
        if (gen_need(file, rule, "bron")->kind != NODE_LIST)
            gen_stop(file, rule, "`bron` is a list");
        gen_need_both(file, rule, "titel");
        gen_need_both(file, rule, "waarom");
        check_points(file, node_child(rule, "uitleg"));
        const struct node *examples = gen_need(file, rule, "voorbeelden");
        const struct node *bad = gen_need(file, examples, "fout");
        check_examples(file, bad, rule, true);
        check_examples(file, gen_need(file, examples, "goed"), rule, false);
        check_meldingen(file, rule, bad);
    }
}

// Rules without a function of their own: the form is told by the reader and the schema, and
// exceptions are settled when all rules have spoken.
static bool without_function(struct text id) {
    return text_starts(id, "FMT-") || text_starts(id, "UZ-");
}

// The kind of file a family is about, as C calls it.
static const char *kind_of(struct text id) {
    return text_starts(id, "IM-")   ? "KIND_ORGANISATIE"
           : text_starts(id, "MC-") ? "KIND_MELDCODE"
                                    : "KIND_PLAN";
}

static void write_lower(struct text text, FILE *out) {
    for (size_t i = 0; i < text.length; i++)
        fputc(text.bytes[i] == '-' ? '_' : tolower((unsigned char)text.bytes[i]), out);
}

static void write_melding_name(const struct node *rule, const struct node *melding, FILE *out) {
    fputs("MELDING_", out);
    gen_upper(out, gen_text(rule, "id"));
    fputc('_', out);
    gen_upper(out, key_of(melding));
}

void gen_write_rule_names(const struct gen_file *file, FILE *out) {
    fputs("#ifndef G1P_GEN_RULE_NAMES_H\n#define G1P_GEN_RULE_NAMES_H\n\nstruct check;\n\n"
          "enum rule {\n",
          out);
    for (const struct node *rule = rule_list(file)->first; rule; rule = rule->next) {
        fputs("    RULE_", out);
        gen_upper(out, gen_text(rule, "id"));
        fputs(",\n", out);
    }
    fputs("    RULE_COUNT\n};\n\nenum melding {\n", out);
    for (const struct node *rule = rule_list(file)->first; rule; rule = rule->next)
        for (const struct node *m = node_child(rule, "meldingen")->first; m; m = m->next) {
            fputs("    ", out);
            write_melding_name(rule, m, out);
            fputs(",\n", out);
        }
    fputs("    MELDING_COUNT\n};\n\n", out);
    for (const struct node *rule = rule_list(file)->first; rule; rule = rule->next) {
        struct text id = gen_text(rule, "id");
        if (without_function(id))
            continue;
        fputs("void rule_", out);
        write_lower(id, out);
        fputs("(struct check *check);\n", out);
    }
    fputs("\n#endif\n", out);
}

void gen_write_pair(const struct node *texts, FILE *out) {
    fputc('{', out);
    gen_literal(out, gen_text(texts, languages[0]), false);
    fputs(",\n      ", out);
    gen_literal(out, gen_text(texts, languages[1]), false);
    fputc('}', out);
}

static void write_examples(const struct node *rule, int index, FILE *out) {
    const struct node *examples = node_child(rule, "voorbeelden");
    fprintf(out, "static const struct rule_example examples_%d[] = {\n", index);
    for (int good = 0; good < 2; good++) {
        const struct node *list = node_child(examples, good ? "goed" : "fout");
        for (const struct node *example = list->first; example; example = example->next) {
            fputs("    {", out);
            gen_literal(out, gen_text(example, "fase"), false);
            fputs(", ", out);
            gen_literal(out, gen_text(example, "melding"), true);
            fputs(",\n     ", out);
            gen_literal(out, gen_text(example, "tekst"), false);
            fputs(",\n     ", out);
            gen_literal(out, gen_text(example, "kader"), true);
            fputs(",\n     ", out);
            gen_literal(out, gen_text(example, "plan"), true);
            fprintf(out, ", %d, %d},\n", good, text_is(gen_text(example, "heel"), "ja"));
        }
    }
    fputs("};\n", out);
}

static void write_points(const struct node *points, int index, FILE *out) {
    if (!points)
        return;
    fprintf(out, "static const struct rule_point points_%d[] = {\n", index);
    for (const struct node *point = points->first; point; point = point->next) {
        fputs("    {", out);
        gen_write_pair(point, out);
        fputs("},\n", out);
    }
    fputs("};\n", out);
}

static void write_meldingen(const struct gen_file *file, FILE *out) {
    fputs("const struct melding_row meldingen[MELDING_COUNT] = {\n", out);
    for (const struct node *rule = rule_list(file)->first; rule; rule = rule->next)
        for (const struct node *m = node_child(rule, "meldingen")->first; m; m = m->next) {
            fputs("    {RULE_", out);
            gen_upper(out, gen_text(rule, "id"));
            fputs(", ", out);
            gen_literal(out, key_of(m), false);
            fputs(", ", out);
            gen_write_pair(m, out);
            fprintf(out, ", %d},\n", node_child(m, "ernst") ? severity_of(file, m) : -1);
        }
    fputs("};\n", out);
}

static void write_source(const struct node *sources, FILE *out) {
    fputc('"', out);
    for (const struct node *source = sources->first; source; source = source->next) {
        if (source != sources->first)
            fputs("; ", out);
        fwrite(source->text.bytes, 1, source->text.length, out);
    }
    fputc('"', out);
}

static void write_rule(const struct gen_file *file, const struct node *rule, int index, FILE *out) {
    struct text id = gen_text(rule, "id");
    fputs("    {", out);
    gen_literal(out, id, false);
    fputs(",\n     ", out);
    gen_write_pair(node_child(rule, "titel"), out);
    fputs(",\n     ", out);
    gen_write_pair(node_child(rule, "waarom"), out);
    fputs(",\n     ", out);
    write_source(node_child(rule, "bron"), out);
    const struct node *points = node_child(rule, "uitleg");
    if (points)
        fprintf(out, ", points_%d, %u, ", index, points->count);
    else
        fputs(", NULL, 0, ", out);
    if (without_function(id)) {
        fputs("NULL", out);
    } else {
        fputs("rule_", out);
        write_lower(id, out);
    }
    unsigned count = node_child(node_child(rule, "voorbeelden"), "fout")->count +
                     node_child(node_child(rule, "voorbeelden"), "goed")->count;
    fprintf(out, ", examples_%d, %u, %d, %s, %d, %d, %d, %d},\n", index, count,
            severity_of(file, rule), kind_of(id), rank_of(file, rule, "vanaf"), end_of(file, rule),
            text_is(gen_text(rule, "buiten_bronnen"), "ja"), family_says(file, id, "onleesbaar"));
}

static void write_basis(const struct gen_file *file, FILE *out) {
    unsigned count = 0;
    fputs("const struct rule_basis rule_basis[] = {\n", out);
    for (const struct node *part = gen_need(file, file->tree.root, "basis")->first; part;
         part = part->next, count++) {
        fputs("    {", out);
        gen_literal(out, key_of(part), false);
        fputs(", ", out);
        gen_literal(out, part->text, false);
        fputs("},\n", out);
    }
    fprintf(out, "};\nconst unsigned rule_basis_count = %u;\n", count);
}

// The ranks that rules are written against must be those of the phases.
static void check_ranks(const struct gen_file *phases) {
    for (const struct node *phase = gen_phases(phases)->first; phase; phase = phase->next) {
        struct text number = gen_need(phases, phase, "nummer")->text;
        const struct node *rank = gen_need(phases, phase, "rang");
        for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++)
            if (text_is(number, ranks[i].word) && rank->text.bytes[0] != '0' + ranks[i].rank)
                gen_stop(phases, rank, "not the rank that rules speak from in this phase");
    }
}

void gen_write_rule_tables(const struct gen_file *file, const struct gen_file *phases, FILE *out) {
    int index = 0;
    check_ranks(phases);
    fputs("#include <stddef.h>\n#include \"lib/rules/rule.h\"\n\n", out);
    for (const struct node *rule = rule_list(file)->first; rule; rule = rule->next) {
        write_points(node_child(rule, "uitleg"), index, out);
        write_examples(rule, index++, out);
    }
    write_meldingen(file, out);
    fputs("const struct rule_row rules[RULE_COUNT] = {\n", out);
    index = 0;
    for (const struct node *rule = rule_list(file)->first; rule; rule = rule->next)
        write_rule(file, rule, index++, out);
    fputs("};\n", out);
    write_basis(file, out);
}
