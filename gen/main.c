// SPDX-License-Identifier: EUPL-1.2
// g1p-gen: one product of the generator on standard output.
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"
#include "lib/base/input.h"

struct arena gen_arena;

_Noreturn void gen_stop(const struct gen_file *file, const struct node *node, const char *format,
                        ...) {
    struct position position = {0, 1, 1, 0};
    if (file && node) {
        position = position_begin(file->tree.source);
        position_advance(file->tree.source, &position, node->start);
    }
    fprintf(stderr, "%s:%u:%u: ", file ? file->path : "g1p-gen", position.line, position.column);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

// A doubled key would silently hide the first.
static void refuse_doubled(const struct gen_file *file, const struct node *node) {
    for (const struct node *child = node->first; child; child = child->next) {
        if (node->kind == NODE_MAPPING)
            for (const struct node *later = child->next; later; later = later->next)
                if (text_equal(child->key->text, later->key->text))
                    gen_stop(file, later->key, "the same key twice");
        refuse_doubled(file, child);
    }
}

void gen_read(const char *path, struct gen_file *file) {
    struct trouble trouble;
    struct text source;
    bool too_large = false;
    struct arena scratch;
    arena_init(&scratch, 0);
    file->path = path;
    if (input_read(path, TREE_LARGEST, &gen_arena, &source, &too_large, &trouble) != 0) {
        trouble_print("g1p-gen", &trouble);
        exit(1);
    }
    if (tree_read(source, too_large, &gen_arena, &scratch, &file->tree) != 0)
        gen_stop(file, NULL, "out of memory");
    for (uint32_t i = 0; i < file->tree.fault_count; i++) {
        const struct tree_fault *fault = &file->tree.faults[i];
        struct node place = {.start = fault->start};
        // An example of a forbidden character has to name it by an escape.
        if (fault->kind != TREE_CONTROL || fault->start == fault->end)
            gen_stop(file, &place, "cannot be read: %s",
                     fault->problem ? fault->problem : "not allowed here");
    }
    refuse_doubled(file, file->tree.root);
    arena_free(&scratch);
}

const struct node *gen_need(const struct gen_file *file, const struct node *mapping,
                            const char *key) {
    const struct node *child = node_child(mapping, key);
    if (!child || node_absent(child))
        gen_stop(file, mapping, "`%s` is missing", key);
    return child;
}

struct text gen_text(const struct node *mapping, const char *key) {
    const struct node *child = node_child(mapping, key);
    return child && child->kind == NODE_SCALAR ? child->text : TEXT("");
}

// A file as a string literal, a line of it a line.
static void write_source(const char *path, FILE *out) {
    struct trouble trouble;
    struct text source;
    bool too_large = false;
    if (input_read(path, TREE_LARGEST, &gen_arena, &source, &too_large, &trouble) != 0) {
        trouble_print("g1p-gen", &trouble);
        exit(1);
    }
    const char *line = source.bytes;
    const char *end = source.bytes + source.length;
    while (line < end) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        const char *next = newline ? newline + 1 : end;
        fputs("    ", out);
        gen_literal(out, (struct text){line, (size_t)(next - line)}, false);
        fputc('\n', out);
        line = next;
    }
}

void gen_write_asset(const char *path, const char *name, FILE *out) {
    fprintf(out, "extern const char %s[];\nconst char %s[] =\n", name, name);
    write_source(path, out);
    fputs("    \"\";\n", out);
}

void gen_write_kaders(char **paths, FILE *out) {
    unsigned count = 0;
    fputs("#include \"lib/method/shipped_kader.h\"\n\n"
          "const struct shipped_kader shipped_kaders[] = {\n",
          out);
    for (; *paths; paths++, count++) {
        struct gen_file file;
        gen_read(*paths, &file); // a mistake in it ends the build
        const char *slash = strrchr(*paths, '/');
        const char *name = slash ? slash + 1 : *paths;
        fprintf(out, "    {\"%.*s\",\n", (int)strcspn(name, "."), name);
        write_source(*paths, out);
        fputs("    },\n", out);
    }
    fprintf(out, "    {0, 0}\n};\nconst unsigned shipped_kader_count = %u;\n", count);
}

void gen_write_repo(const struct gen_file *manifest, FILE *out) {
    const char *slash = strrchr(manifest->path, '/');
    int folder = slash ? (int)(slash + 1 - manifest->path) : 0;
    fputs("#include \"lib/change/repo.h\"\n\nconst struct repo_file repo_files[] = {\n", out);
    const struct node *rows = gen_need(manifest, manifest->tree.root, "bestanden");
    for (const struct node *row = rows->first; row; row = row->next) {
        struct text source = gen_need(manifest, row, "van")->text;
        char path[512];
        snprintf(path, sizeof path, "%.*s%.*s", folder, manifest->path, (int)source.length,
                 source.bytes);
        fputs("    {", out);
        gen_literal(out, gen_need(manifest, row, "bestand")->text, false);
        fputs(",\n", out);
        write_source(path, out);
        fprintf(out, "     \"\", %s},\n",
                text_is(gen_text(row, "uitvoerbaar"), "ja") ? "true" : "false");
    }
    fprintf(out, "};\nconst size_t repo_file_count = %u;\n", rows->count);
}

// ---- the products ----

static struct gen_schema schemas;

// Reads the schemas named in a NULL-ended list.
static const struct gen_schema *read_schemas(char **paths) {
    for (; *paths; paths++) {
        struct gen_file *file = arena_zero(&gen_arena, 1, sizeof *file);
        if (!file)
            gen_stop(NULL, NULL, "out of memory");
        gen_read(*paths, file);
        gen_schema_add(file, &schemas);
    }
    return &schemas;
}

static const struct gen_file *read_criteria(const char *path) {
    static struct gen_file criteria;
    gen_read(path, &criteria);
    gen_criteria_check(&criteria);
    return &criteria;
}

static void schema_tables(char **words) {
    gen_write_schema_tables(read_schemas(words), stdout);
}

static void schema_words(char **words) {
    gen_write_schema_words(read_schemas(words), stdout);
}

static void plan_types(char **words) {
    gen_write_plan_types(read_schemas(words), stdout);
}

static void plan_tables(char **words) {
    gen_write_plan_tables(read_schemas(words), stdout);
}

static void man_plan(char **words) {
    gen_man_plan(read_schemas(words), stdout);
}

static void man_meldcode(char **words) {
    gen_man_meldcode(read_schemas(words), stdout);
}

static void man_organisatie(char **words) {
    gen_man_organisatie(read_schemas(words), stdout);
}

static void man_kader(char **words) {
    gen_man_kader(read_schemas(words), stdout);
}

static void rule_names(char **words) {
    gen_write_rule_names(read_criteria(words[0]), stdout);
}

static void rule_tables(char **words) {
    static struct gen_file phases;
    gen_read(words[1], &phases);
    gen_write_rule_tables(read_criteria(words[0]), &phases, stdout);
}

static void man_criteria(char **words) {
    gen_man_criteria(read_criteria(words[0]), words[1], stdout);
}

static void herkomst(char **words) {
    gen_write_herkomst(gen_herkomst_read(read_criteria(words[0])), stdout);
}

static void phase_table(char **words) {
    static struct gen_file phases;
    gen_read(words[0], &phases);
    gen_write_phases(&phases, read_schemas(words + 1), stdout);
}

static void implementatie(char **words) {
    static struct gen_file points;
    gen_read(words[0], &points);
    gen_write_implementatie(&points, read_schemas(words + 1), stdout);
}

static void work_process(char **words) {
    static struct gen_file phases, lists;
    gen_read(words[0], &phases);
    gen_read(words[2], &lists);
    gen_write_work_process(&phases, read_criteria(words[1]), &lists, read_schemas(words + 3),
                           stdout);
}

static void word_lists(char **words) {
    static struct gen_file lists;
    gen_read(words[0], &lists);
    gen_write_words(&lists, stdout);
}

static void lexicon_tables(char **words) {
    static struct gen_file lists;
    gen_read(words[0], &lists);
    gen_write_lexicon(&lists, stdout);
}

static void word_names(char **words) {
    static struct gen_file lists;
    gen_read(words[0], &lists);
    gen_write_word_names(&lists, stdout);
}

static void doelencheck(char **words) {
    static struct gen_file goals;
    gen_read(words[0], &goals);
    gen_write_doelencheck(&goals, read_schemas(words + 1), stdout);
}

static void spoed(char **words) {
    static struct gen_file numbers;
    gen_read(words[0], &numbers);
    gen_write_spoed(&numbers, stdout);
}

static void repo(char **words) {
    static struct gen_file manifest;
    gen_read(words[0], &manifest);
    gen_write_repo(&manifest, stdout);
}

static void asset(char **words) {
    gen_write_asset(words[1], words[0], stdout);
}

static void kaders(char **words) {
    gen_write_kaders(words, stdout);
}

static const struct {
    const char *name;
    const char *arguments;
    int least; // how many arguments
    void (*write)(char **words);
} products[] = {
    {"schema-tables", "SCHEMA...", 1, schema_tables},
    {"schema-words", "SCHEMA...", 1, schema_words},
    {"plan-types", "SCHEMA...", 1, plan_types},
    {"plan-tables", "SCHEMA...", 1, plan_tables},
    {"man-plan", "SCHEMA", 1, man_plan},
    {"man-meldcode", "SCHEMA", 1, man_meldcode},
    {"man-organisatie", "SCHEMA", 1, man_organisatie},
    {"man-kader", "SCHEMA", 1, man_kader},
    {"rule-names", "CRITERIA", 1, rule_names},
    {"rule-tables", "CRITERIA PHASES", 2, rule_tables},
    {"man-criteria", "CRITERIA nl|en", 2, man_criteria},
    {"herkomst", "CRITERIA", 1, herkomst},
    {"phases", "PHASES SCHEMA", 2, phase_table},
    {"implementatie", "POINTS SCHEMA", 2, implementatie},
    {"work-process", "PHASES CRITERIA WORDS SCHEMA", 4, work_process},
    {"words", "WORDS", 1, word_lists},
    {"lexicon", "WORDS", 1, lexicon_tables},
    {"word-names", "WORDS", 1, word_names},
    {"doelencheck", "GOALS SCHEMA", 2, doelencheck},
    {"spoed", "NUMBERS", 1, spoed},
    {"repo", "MANIFEST", 1, repo},
    {"asset", "NAME FILE", 2, asset},
    {"kaders", "[KADER...]", 0, kaders},
};

static int usage(void) {
    for (size_t i = 0; i < sizeof products / sizeof *products; i++)
        fprintf(stderr, "%s g1p-gen %s %s\n", i ? "      " : "usage:", products[i].name,
                products[i].arguments);
    return 2;
}

int main(int argc, char **argv) {
    arena_init(&gen_arena, 0);
    int status = -1;
    for (size_t i = 0; i < sizeof products / sizeof *products && argc > 1; i++)
        if (strcmp(argv[1], products[i].name) == 0 && argc - 2 >= products[i].least) {
            products[i].write(argv + 2);
            status = 0;
        }
    if (status < 0)
        status = usage();
    if (fflush(stdout) != 0 || ferror(stdout))
        status = 1;
    arena_free(&gen_arena);
    return status;
}
