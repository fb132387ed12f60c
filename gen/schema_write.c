// SPDX-License-Identifier: EUPL-1.2
// Writing the format as C: tables for the check, structs for the typed plan.
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"

void gen_literal(FILE *out, struct text text, bool nullable) {
    if (text.length == 0 && nullable) {
        fputs("NULL", out);
        return;
    }
    fputc('"', out);
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c == '\n')
            fputs("\\n", out);
        else if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c < 0x20 || c == 0x7F || c == '?')
            fprintf(out, "\\%03o", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

void gen_upper(FILE *out, struct text text) {
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c >= 'a' && c <= 'z')
            fputc(c - 'a' + 'A', out);
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            fputc(c, out);
        else
            fputc('_', out);
    }
}

static void name(FILE *out, struct text text) {
    fwrite(text.bytes, 1, text.length, out);
}

// ---- tables for lib/schema ----

static void write_words(const struct gen_type *type, int index, FILE *out) {
    if (type->word_count == 0)
        return;
    fprintf(out, "static const struct schema_word words_%d[] = {\n", index);
    for (int i = 0; i < type->word_count; i++) {
        fputs("    {", out);
        gen_literal(out, type->words[i].word, false);
        fputs(", ", out);
        gen_literal(out, type->words[i].label, false);
        fputs("},\n", out);
    }
    fputs("};\n", out);
}

// Each type whose ids others may name gets a bit.
static int bit_of(const struct gen_schema *schema, struct text type_name) {
    int bit = 0;
    for (int i = 0; i < schema->type_count; i++) {
        bool declares = false;
        for (int k = 0; k < schema->types[i].field_count; k++)
            declares |= schema->types[i].fields[k].declares >= 0;
        if (text_equal(schema->types[i].name, type_name)) {
            if (!declares)
                gen_stop(schema->types[i].file, schema->types[i].node,
                         "is referred to by x-verwijst, but declares no id (x-declareert)");
            return bit;
        }
        bit += declares;
    }
    return -1;
}

static int sibling(const struct gen_type *type, const struct gen_field *field, int which) {
    if (which >= field->not_before_count)
        return -1;
    for (int i = 0; i < type->field_count; i++)
        if (text_equal(type->fields[i].name, field->not_before[which]))
            return i;
    return -1;
}

// Which word of `onderdeel` a field's part is, or -1.
static int part_of(const struct gen_schema *schema, const struct gen_type *type,
                   const struct gen_field *field) {
    int parts = gen_type_named(schema, TEXT("onderdeel"));
    if (field->part.length == 0)
        return -1;
    for (int i = 0; parts >= 0 && i < schema->types[parts].word_count; i++)
        if (text_equal(schema->types[parts].words[i].word, field->part))
            return i;
    gen_stop(type->file, type->node, "x-deel names no part (onderdeel): %.*s",
             (int)field->part.length, field->part.bytes);
}

static void write_field(const struct gen_schema *schema, const struct gen_type *type,
                        const struct gen_field *field, FILE *out) {
    unsigned long refers = 0;
    for (int i = 0; i < field->refer_count; i++)
        refers |= 1UL << (unsigned)bit_of(schema, field->refers[i]);
    fputs("    {", out);
    gen_literal(out, field->name, false);
    fputs(",\n     ", out);
    gen_literal(out, field->title, false);
    fputs(",\n     ", out);
    gen_literal(out, field->description, false);
    fputs(",\n     ", out);
    gen_literal(out, field->example, true);
    fputs(", ", out);
    gen_literal(out, field->example_key, true);
    int declares_bit = field->declares >= 0 ? bit_of(schema, type->name) : -1;
    fprintf(out, ",\n     &schema_types[%d], %lu, %d, %zu, %d, %d, %d, %d, %d, %d, {%d, %d}, ",
            field->type, refers, field->id, field->name.length, field->many, field->scaffold,
            field->personal, part_of(schema, type, field), field->declares, declares_bit,
            sibling(type, field, 0), sibling(type, field, 1));
    fprintf(out, "%d, %d, %d, %d, %d, %d, %d},\n", field->required, field->needs_item, field->past,
            field->prose, field->progress, field->about, field->private);
}

static const struct gen_type *sorting; // qsort has no place for it

static int by_name(const void *a, const void *b) {
    struct text left = sorting->fields[*(const int *)a].name;
    struct text right = sorting->fields[*(const int *)b].name;
    if (left.length != right.length)
        return left.length < right.length ? -1 : 1;
    return memcmp(left.bytes, right.bytes, left.length);
}

static void write_fields(const struct gen_schema *schema, int index, FILE *out) {
    const struct gen_type *type = &schema->types[index];
    if (type->field_count == 0)
        return;
    fprintf(out, "static const struct schema_field fields_%d[] = {\n", index);
    for (int i = 0; i < type->field_count; i++)
        write_field(schema, type, &type->fields[i], out);
    fputs("};\n", out);
    int order[MOST_FIELDS] = {0};
    for (int i = 0; i < type->field_count; i++)
        order[i] = i;
    sorting = type;
    qsort(order, (size_t)type->field_count, sizeof *order, by_name);
    fprintf(out, "static const uint8_t by_name_%d[] = {", index);
    for (int i = 0; i < type->field_count; i++)
        fprintf(out, "%d, ", order[i]);
    fputs("};\n", out);
}

static void write_type(const struct gen_type *type, int index, FILE *out) {
    fputs("    {", out);
    gen_literal(out, type->name, false);
    fputs(",\n     ", out);
    gen_literal(out, type->title, false);
    fputs(",\n     ", out);
    gen_literal(out, type->description, false);
    fprintf(out, ",\n     %d, %d, %d, %.17g, %.17g, %.17g, ", type->shape, type->not_empty,
            type->whole, type->minimum, type->maximum, type->step);
    if (type->word_count)
        fprintf(out, "words_%d, ", index);
    else
        fputs("NULL, ", out);
    fprintf(out, "%d, %d, ", type->word_count, type->field_count);
    if (type->field_count)
        fprintf(out, "fields_%d, by_name_%d, %d},\n", index, index, index);
    else
        fprintf(out, "NULL, NULL, %d},\n", index);
}

void gen_write_schema_tables(const struct gen_schema *schema, FILE *out) {
    fputs("#include <stddef.h>\n#include \"lib/schema/schema.h\"\n\n", out);
    for (int i = 0; i < schema->type_count; i++)
        write_words(&schema->types[i], i, out);
    for (int i = 0; i < schema->type_count; i++)
        write_fields(schema, i, out);
    fputs("const struct schema_type schema_types[] = {\n", out);
    for (int i = 0; i < schema->type_count; i++)
        write_type(&schema->types[i], i, out);
    fprintf(out,
            "};\nconst uint16_t schema_type_count = %d;\nconst uint16_t schema_field_count = %d;\n",
            schema->type_count, schema->field_count);
    for (int i = 0; i < schema->root_count; i++) {
        fputs("const struct schema_type *const schema_", out);
        name(out, schema->types[schema->roots[i]].name);
        fprintf(out, " = &schema_types[%d];\n", schema->roots[i]);
    }
}

// ---- words as enums, types by name ----

void gen_write_schema_words(const struct gen_schema *schema, FILE *out) {
    fputs("#ifndef G1P_GEN_SCHEMA_WORDS_H\n#define G1P_GEN_SCHEMA_WORDS_H\n\n", out);
    fputs("// Which type a table entry is: schema_types[TYPE_DOEL].\nenum schema_type_name {\n",
          out);
    for (int i = 0; i < schema->type_count; i++) {
        if (schema->types[i].shape == SHAPE_FIXED)
            continue;
        fputs("    TYPE_", out);
        gen_upper(out, schema->types[i].name);
        fprintf(out, " = %d,\n", i);
    }
    fputs("};\n\n", out);
    for (int i = 0; i < schema->type_count; i++) {
        const struct gen_type *type = &schema->types[i];
        if (type->shape != SHAPE_WORD && type->shape != SHAPE_OPEN_WORD)
            continue;
        fputs("enum ", out);
        name(out, type->name);
        fputs(" {\n", out);
        for (int k = 0; k < type->word_count; k++) {
            fputs("    ", out);
            gen_upper(out, type->name);
            fputc('_', out);
            gen_upper(out, type->words[k].word);
            fprintf(out, " = %d,\n", k);
        }
        fputs("};\n\n", out);
    }
    fputs("#endif\n", out);
}

// ---- structs for lib/plan ----

static const char *scalar_struct(int shape) {
    switch (shape) {
    case SHAPE_WORD:
    case SHAPE_OPEN_WORD:
        return "word";
    case SHAPE_DATE:
    case SHAPE_ROUGH_DATE:
        return "date";
    case SHAPE_NUMBER:
        return "number";
    default:
        return "text";
    }
}

// The C type of a field's member.
static void write_member_type(const struct gen_schema *schema, const struct gen_field *field,
                              FILE *out) {
    const struct gen_type *type = &schema->types[field->type];
    fputs("struct plan_", out);
    if (type->shape == SHAPE_OBJECT) {
        name(out, type->name);
        if (field->many != MANY_ONE)
            fputs("_list", out);
        return;
    }
    fputs(scalar_struct(type->shape), out);
    if (field->many != MANY_ONE)
        fputs("s", out);
}

static void write_struct(const struct gen_schema *schema, const struct gen_type *type, FILE *out) {
    fputs("struct plan_", out);
    name(out, type->name);
    fputs(" {\n    const struct node *node;\n", out);
    for (int i = 0; i < type->field_count; i++) {
        fputs("    ", out);
        write_member_type(schema, &type->fields[i], out);
        fputc(' ', out);
        name(out, type->fields[i].name);
        fputs(";\n", out);
    }
    fputs("};\n\nstruct plan_", out);
    name(out, type->name);
    fputs("_list {\n    const struct node *node;\n    struct plan_", out);
    name(out, type->name);
    fputs(" *items;\n    size_t count;\n    bool geen;\n};\n\n", out);
}

// Structs in such an order that what one holds by value stands before it.
static void write_in_order(const struct gen_schema *schema, int index, bool *written, FILE *out) {
    const struct gen_type *type = &schema->types[index];
    if (written[index] || type->shape != SHAPE_OBJECT)
        return;
    written[index] = true;
    for (int i = 0; i < type->field_count; i++)
        write_in_order(schema, type->fields[i].type, written, out);
    write_struct(schema, type, out);
}

void gen_write_plan_types(const struct gen_schema *schema, FILE *out) {
    bool written[MOST_TYPES] = {false};
    fputs("#ifndef G1P_GEN_PLAN_TYPES_H\n#define G1P_GEN_PLAN_TYPES_H\n\n"
          "#include \"lib/plan/value.h\"\n\n",
          out);
    for (int i = 0; i < schema->root_count; i++)
        write_in_order(schema, schema->roots[i], written, out);
    fputs("#endif\n", out);
}

void gen_write_plan_tables(const struct gen_schema *schema, FILE *out) {
    fputs("#include <stddef.h>\n#include \"lib/plan/plan.h\"\n#include \"lib/plan/layout.h\"\n\n"
          "const uint16_t plan_offsets[] = {\n",
          out);
    int expected = 0;
    for (int i = 0; i < schema->type_count; i++)
        for (int k = 0; k < schema->types[i].field_count; k++) {
            const struct gen_field *field = &schema->types[i].fields[k];
            if (field->id != expected++)
                gen_stop(schema->file, NULL, "fields are out of order");
            fputs("    offsetof(struct plan_", out);
            name(out, schema->types[i].name);
            fputs(", ", out);
            name(out, field->name);
            fputs("),\n", out);
        }
    fputs("};\n\nconst uint16_t plan_sizes[] = {\n", out);
    for (int i = 0; i < schema->type_count; i++) {
        const struct gen_type *type = &schema->types[i];
        fputs("    sizeof(struct plan_", out);
        if (type->shape == SHAPE_OBJECT)
            name(out, type->name);
        else
            fputs(scalar_struct(type->shape), out);
        fputs("),\n", out);
    }
    fputs("};\n", out);
}
