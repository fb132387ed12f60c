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

void gen_write_asset(const char *path, const char *name, FILE *out) {
    struct trouble trouble;
    struct text source;
    bool too_large = false;
    if (input_read(path, TREE_LARGEST, &gen_arena, &source, &too_large, &trouble) != 0) {
        trouble_print("g1p-gen", &trouble);
        exit(1);
    }
    fprintf(out, "extern const char %s[];\nconst char %s[] =\n", name, name);
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
    fputs("    \"\";\n", out);
}

static int usage(void) {
    fputs("usage: g1p-gen schema-tables|schema-words|plan-types|plan-tables|man-plan SCHEMA\n"
          "       g1p-gen rule-names CRITERIA\n"
          "       g1p-gen rule-tables CRITERIA PHASES\n"
          "       g1p-gen phases PHASES SCHEMA\n"
          "       g1p-gen man-criteria CRITERIA nl|en\n"
          "       g1p-gen words WORDS\n"
          "       g1p-gen asset NAME FILE\n",
          stderr);
    return 2;
}

static int write_from_schema(const char *what, const char *path) {
    static struct gen_schema schema;
    static const struct {
        const char *what;
        void (*write)(const struct gen_schema *, FILE *);
    } products[] = {
        {"schema-tables", gen_write_schema_tables}, {"schema-words", gen_write_schema_words},
        {"plan-types", gen_write_plan_types},       {"plan-tables", gen_write_plan_tables},
        {"man-plan", gen_man_plan},
    };
    for (size_t i = 0; i < sizeof products / sizeof *products; i++)
        if (strcmp(what, products[i].what) == 0) {
            static struct gen_file file;
            gen_read(path, &file);
            gen_schema_read(&file, &schema);
            products[i].write(&schema, stdout);
            return 0;
        }
    return usage();
}

static int write_from_criteria(int count, char **words) {
    static struct gen_file criteria;
    static struct gen_file phases;
    static struct gen_schema schema;
    gen_read(words[2], &criteria);
    if (strcmp(words[1], "phases") == 0 && count == 4) {
        static struct gen_file file;
        gen_read(words[3], &file);
        gen_schema_read(&file, &schema);
        gen_write_phases(&criteria, &schema, stdout);
        return 0;
    }
    if (strcmp(words[1], "words") == 0 && count == 3) {
        gen_write_words(&criteria, stdout);
        return 0;
    }
    gen_criteria_check(&criteria);
    if (strcmp(words[1], "rule-names") == 0 && count == 3) {
        gen_write_rule_names(&criteria, stdout);
    } else if (strcmp(words[1], "rule-tables") == 0 && count == 4) {
        gen_read(words[3], &phases);
        gen_write_rule_tables(&criteria, &phases, stdout);
    } else if (strcmp(words[1], "man-criteria") == 0 && count == 4) {
        gen_man_criteria(&criteria, words[3], stdout);
    } else {
        return usage();
    }
    return 0;
}

int main(int argc, char **argv) {
    arena_init(&gen_arena, 0);
    int status = 2;
    bool from_criteria = argc == 3 && (strcmp(argv[1], "rule-names") == 0 ||
                                       strcmp(argv[1], "words") == 0);
    if (argc == 3 && !from_criteria)
        status = write_from_schema(argv[1], argv[2]);
    else if (argc == 4 && strcmp(argv[1], "asset") == 0) {
        gen_write_asset(argv[3], argv[2], stdout);
        status = 0;
    } else if (argc == 3 || argc == 4)
        status = write_from_criteria(argc, argv);
    else
        status = usage();
    if (fflush(stdout) != 0 || ferror(stdout))
        status = 1;
    arena_free(&gen_arena);
    return status;
}
