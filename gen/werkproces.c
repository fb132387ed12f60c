// SPDX-License-Identifier: EUPL-1.2
// Checking schemas/werkproces.yaml and writing it as C tables: the phases, and the steps in them.
#include <string.h>

#include "gen/gen.h"

static const char *const roles[] = {"procesregisseur", "casusregisseur"};

// What the value of a mark is: paths of fields, a field of one kind of object, or the word `ja`.
enum mark_value { MARK_PATHS, MARK_LIST_AND_FIELD, MARK_OF_OBJECT, MARK_WORD };

static const struct {
    const char *word;
    const char *object; // whose field it is, for MARK_OF_OBJECT
    enum mark_value value;
    bool seen; // PR-05 can look for it
} marks[] = {
    {"veld", NULL, MARK_PATHS, true},
    {"een_van", NULL, MARK_PATHS, true},
    {"lijst", NULL, MARK_PATHS, true},
    {"ergens_in", NULL, MARK_LIST_AND_FIELD, true},
    {"startoverleg", "overleg", MARK_OF_OBJECT, true},
    {"elke_minderjarige", "lid", MARK_OF_OBJECT, false},
    {"bereikbaar", NULL, MARK_WORD, false},
    {"voortgangsoverleg", "overleg", MARK_OF_OBJECT, false},
    {"elk_overleg", "overleg", MARK_OF_OBJECT, false},
    {"bij_onveiligheid", NULL, MARK_PATHS, false},
    {"opnieuw_genoemd", NULL, MARK_WORD, false},
};

enum { MOST_PATHS = 2 };

// Everything a step is held against.
struct process {
    const struct gen_file *file;
    const struct gen_file *criteria;
    const struct gen_file *words;
    const struct gen_schema *schema;
};

const struct node *gen_phases(const struct gen_file *phases) {
    return gen_need(phases, phases->tree.root, "fasen");
}

void gen_write_phases(const struct gen_file *phases, const struct gen_schema *schema, FILE *out) {
    const struct gen_type *fase = &schema->types[gen_type_named(schema, TEXT("fase"))];
    int count = 0;
    fputs("#include \"lib/method/phase.h\"\n\nconst struct phase phases[] = {\n", out);
    for (const struct node *phase = gen_phases(phases)->first; phase; phase = phase->next) {
        struct text word = gen_need(phases, phase, "woord")->text;
        if (count >= fase->word_count || !text_equal(word, fase->words[count].word))
            gen_stop(phases, phase, "the phases are not those of the schema, in its order");
        gen_need_both(phases, phase, "naam");
        fputs("    {", out);
        gen_literal(out, word, false);
        fputs(", ", out);
        gen_literal(out, gen_need(phases, phase, "nummer")->text, false);
        fputs(", ", out);
        gen_write_pair(node_child(phase, "naam"), out);
        fputs(", ", out);
        struct text rank = gen_need(phases, phase, "rang")->text;
        fprintf(out, "%.*s},\n", (int)rank.length, rank.bytes);
        count++;
    }
    if (count != fase->word_count)
        gen_stop(phases, NULL, "a phase of the schema is missing");
    fprintf(out, "};\nconst int phase_count = %d;\n", count);
}

// ---- what a step names ----

// The field `name` of a type, which must be there.
static const struct gen_field *need_field(const struct process *process, int type, struct text name,
                                          const struct node *node) {
    const struct gen_type *owner = &process->schema->types[type];
    for (int i = 0; i < owner->field_count; i++)
        if (text_equal(owner->fields[i].name, name))
            return &owner->fields[i];
    gen_stop(process->file, node, "%.*s has no field %.*s", (int)owner->name.length,
             owner->name.bytes, (int)name.length, name.bytes);
}

// Follows field names with dots between them from the plan down; the type at the end.
static int need_path(const struct process *process, const struct node *node) {
    int type = gen_type_named(process->schema, TEXT("plan"));
    struct text path = node->text;
    for (size_t at = 0; at <= path.length;) {
        size_t end = at;
        while (end < path.length && path.bytes[end] != '.')
            end++;
        type = need_field(process, type, (struct text){path.bytes + at, end - at}, node)->type;
        at = end + 1;
    }
    return type;
}

static const struct node *rule_with_id(const struct gen_file *criteria, struct text id) {
    const struct node *rules = gen_need(criteria, criteria->tree.root, "regels");
    for (const struct node *rule = rules->first; rule; rule = rule->next)
        if (text_equal(gen_text(rule, "id"), id))
            return rule;
    return NULL;
}

// Whether the rule is there, or its id begins with one of those that are announced.
static bool rule_known(const struct process *process, struct text id) {
    const struct node *announced =
        gen_need(process->words, process->words->tree.root, "regels_die_komen");
    for (const struct node *word = announced->first; word; word = word->next)
        if (id.length >= word->text.length &&
            memcmp(id.bytes, word->text.bytes, word->text.length) == 0)
            return true;
    return rule_with_id(process->criteria, id) != NULL;
}

static void check_rules(const struct process *process, const struct node *rules) {
    if (rules->kind != NODE_LIST || rules->count == 0)
        gen_stop(process->file, rules, "`regel` is a list");
    for (const struct node *rule = rules->first; rule; rule = rule->next)
        if (!rule_known(process, rule->text))
            gen_stop(process->file, rule, "no such rule");
}

// ---- one step ----

static size_t mark_of(const struct process *process, const struct node *value) {
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_is(value->key->text, marks[i].word))
            return i;
    gen_stop(process->file, value, "no such kind of mark");
}

static void check_mark(const struct process *process, const struct node *value, size_t mark) {
    const struct node *first = value->kind == NODE_LIST ? value->first : value;
    if (!first || (value->kind == NODE_LIST && value->count > MOST_PATHS))
        gen_stop(process->file, value, "a mark has one or two paths");
    switch (marks[mark].value) {
    case MARK_PATHS:
        for (const struct node *path = first; path;
             path = value->kind == NODE_LIST ? path->next : NULL)
            need_path(process, path);
        break;
    case MARK_LIST_AND_FIELD:
        if (value->count != 2)
            gen_stop(process->file, value, "a list and a field of its items are meant");
        need_field(process, need_path(process, first), first->next->text, first->next);
        break;
    case MARK_OF_OBJECT:
        need_field(process, gen_type_named(process->schema, text_of(marks[mark].object)),
                   value->text, value);
        break;
    default:
        if (!text_is(value->text, "ja"))
            gen_stop(process->file, value, "`ja` is meant");
    }
}

// A step with a mark is spoken about by other rules or has a message of PR-05, and not both; in the
// last phase, which is never an earlier one, it may have neither.
static void check_speakers(const struct process *process, const struct node *step, bool last) {
    const struct node *spoor = node_child(step, "spoor");
    const struct node *rules = node_child(step, "regel");
    const struct node *melding = node_child(step, "melding");
    if (!spoor && (rules || melding))
        gen_stop(process->file, step, "`regel` and `melding` belong to a mark");
    if (spoor && (rules ? melding != NULL : !melding && !last))
        gen_stop(process->file, step, "a mark has either `regel` or `melding`");
    if (rules)
        check_rules(process, rules);
    if (!melding)
        return;
    if (!marks[mark_of(process, spoor->first)].seen)
        gen_stop(process->file, melding, "PR-05 does not look for this kind of mark");
    const struct node *rule = rule_with_id(process->criteria, TEXT("PR-05"));
    const struct node *known = rule ? node_child(rule, "meldingen")->first : NULL;
    while (known && !text_equal(known->key->text, melding->text))
        known = known->next;
    if (!known)
        gen_stop(process->file, melding, "PR-05 has no such message");
}

static void check_step(const struct process *process, const struct node *step, bool last) {
    const struct node *spoor = node_child(step, "spoor");
    gen_need_both(process->file, step, "stap");
    gen_need(process->file, step, "bron");
    if (spoor && (spoor->kind != NODE_MAPPING || spoor->count != 1))
        gen_stop(process->file, spoor, "a mark is one kind and its value");
    if (spoor)
        check_mark(process, spoor->first, mark_of(process, spoor->first));
    check_speakers(process, step, last);
}

static int role_of(const struct process *process, const struct node *step) {
    const struct node *role = gen_need(process->file, step, "rol");
    for (int i = 0; i < 2; i++)
        if (text_is(role->text, roles[i]))
            return i;
    gen_stop(process->file, role, "no such role");
}

static void write_mark(const struct process *process, const struct node *spoor, FILE *out) {
    if (!spoor) {
        fputs("SPOOR_GEEN, {NULL}, ", out);
        return;
    }
    const struct node *value = spoor->first;
    fputs("SPOOR_", out);
    gen_upper(out, text_of(marks[mark_of(process, value)].word));
    fputs(", {", out);
    if (value->kind == NODE_SCALAR)
        gen_literal(out, value->text, false);
    for (const struct node *path = value->first; path; path = path->next) {
        gen_literal(out, path->text, false);
        fputs(path->next ? ", " : "", out);
    }
    fputs("}, ", out);
}

static void write_rules(const struct node *rules, FILE *out) {
    if (!rules) {
        fputs("NULL", out);
        return;
    }
    for (const struct node *rule = rules->first; rule; rule = rule->next)
        fprintf(out, "%s%.*s%s", rule == rules->first ? "\"" : "", (int)rule->text.length,
                rule->text.bytes, rule->next ? ", " : "\"");
}

static void write_step(const struct process *process, const struct node *step, FILE *out) {
    fputs("    {", out);
    gen_literal(out, gen_need(process->file, step, "nr")->text, false);
    fprintf(out, ", %s, ", role_of(process, step) ? "ROL_CASUSREGISSEUR" : "ROL_PROCESREGISSEUR");
    gen_write_pair(node_child(step, "stap"), out);
    fputs(",\n     ", out);
    gen_literal(out, gen_text(step, "bron"), false);
    fputs(", ", out);
    write_mark(process, node_child(step, "spoor"), out);
    write_rules(node_child(step, "regel"), out);
    fputs(", ", out);
    gen_literal(out, gen_text(step, "melding"), true);
    fputs("},\n", out);
}

// ---- all steps ----

static void refuse_same_number(const struct process *process, const struct node *step) {
    for (const struct node *other = step->next; other; other = other->next)
        if (text_equal(gen_text(other, "nr"), gen_text(step, "nr")) &&
            text_equal(gen_text(other, "rol"), gen_text(step, "rol")))
            gen_stop(process->file, other, "the same step twice");
}

static void write_steps(const struct process *process, FILE *out) {
    int number = 0;
    for (const struct node *phase = gen_phases(process->file)->first; phase; phase = phase->next) {
        const struct node *steps = gen_need(process->file, phase, "stappen");
        fprintf(out, "static const struct werkproces_stap stappen_%d[] = {\n", number++);
        for (const struct node *step = steps->first; step; step = step->next) {
            check_step(process, step, !phase->next);
            refuse_same_number(process, step);
            write_step(process, step, out);
        }
        fputs("};\n", out);
    }
    number = 0;
    fputs("const struct werkproces_fase werkproces[] = {\n", out);
    for (const struct node *phase = gen_phases(process->file)->first; phase; phase = phase->next)
        fprintf(out, "    {stappen_%d, %u},\n", number++, node_child(phase, "stappen")->count);
    fputs("};\n", out);
}

static void write_safety_steps(const struct process *process, const struct node *block, int number,
                               FILE *out) {
    const struct node *steps = gen_need(process->file, block, "stappen");
    gen_need_both(process->file, block, "naam");
    fprintf(out, "static const struct veiligheidsstap veiligheid_%d[] = {\n", number);
    for (const struct node *step = steps->first; step; step = step->next) {
        gen_need_both(process->file, step, "stap");
        fputs("    {", out);
        gen_literal(out, gen_need(process->file, step, "nr")->text, false);
        fputs(", ", out);
        gen_write_pair(node_child(step, "stap"), out);
        fputs(", ", out);
        gen_literal(out, gen_text(step, "meldcode"), true);
        fputs("},\n", out);
    }
    fputs("};\n", out);
}

static void write_safety(const struct process *process, FILE *out) {
    const struct node *blocks = gen_need(process->file, process->file->tree.root, "veiligheid");
    int number = 0;
    for (const struct node *block = blocks->first; block; block = block->next)
        write_safety_steps(process, block, number++, out);
    number = 0;
    fputs("const struct veiligheidsfase veiligheidsfasen[] = {\n", out);
    for (const struct node *block = blocks->first; block; block = block->next) {
        fputs("    {", out);
        gen_literal(out, gen_need(process->file, block, "stap")->text, false);
        fputs(", ", out);
        gen_write_pair(node_child(block, "naam"), out);
        fputs(", ", out);
        gen_literal(out, gen_need(process->file, block, "bron")->text, false);
        fprintf(out, ", veiligheid_%d, %u},\n", number++, node_child(block, "stappen")->count);
    }
    fprintf(out, "};\nconst int veiligheidsfase_count = %d;\n", number);
}

void gen_write_work_process(const struct gen_file *phases, const struct gen_file *criteria,
                            const struct gen_file *words, const struct gen_schema *schema,
                            FILE *out) {
    const struct process process = {phases, criteria, words, schema};
    fputs("#include <stddef.h>\n#include \"lib/method/werkproces.h\"\n\n", out);
    write_steps(&process, out);
    write_safety(&process, out);
}
