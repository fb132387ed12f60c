// SPDX-License-Identifier: EUPL-1.2
// Reading a JSON Schema into the generator's own picture of it. Only the keywords the format needs
// are known; any other stops the build, so that nothing in a schema is silently without effect.
#include <stdlib.h>
#include <string.h>

#include "gen/gen.h"

static const char *const type_keywords[] = {"$comment",
                                            "$id",
                                            "$schema",
                                            "$defs",
                                            "title",
                                            "description",
                                            "type",
                                            "enum",
                                            "pattern",
                                            "format",
                                            "minimum",
                                            "maximum",
                                            "multipleOf",
                                            "const",
                                            "minLength",
                                            "properties",
                                            "patternProperties",
                                            "required",
                                            "additionalProperties",
                                            "examples",
                                            "x-labels",
                                            "x-open-enum",
                                            "x-vorm",
                                            NULL};

static const char *const field_keywords[] = {"$comment",
                                             "$ref",
                                             "type",
                                             "items",
                                             "oneOf",
                                             "const",
                                             "title",
                                             "description",
                                             "examples",
                                             "x-declareert",
                                             "x-verwijst",
                                             "x-verleden",
                                             "x-niet-voor",
                                             "x-scaffold",
                                             "x-proza",
                                             "x-voortgang",
                                             "x-deel",
                                             "minItems",
                                             "minimum",
                                             "maximum",
                                             "patternProperties",
                                             "additionalProperties",
                                             NULL};

// The patterns that the C check knows by heart: no regular expressions at run time.
static const struct {
    const char *pattern;
    int shape;
} patterns[] = {
    {"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", SHAPE_DATE},
    {"^([01][0-9]|2[0-3]):[0-5][0-9]$", SHAPE_TIME},
    {"^(?!(?:ja|nee|geen|null|true|false)$)[a-z][a-z0-9_-]*$", SHAPE_ID},
    {"^sha256:[0-9a-f]{32}$", SHAPE_FINGERPRINT},
    {"^(FMT|OP|VP|SY|RG|PR|AV|MC|IM|TL|UZ)-[0-9]{2}$", SHAPE_RULE},
};

static void check_keywords(const struct gen_file *file, const struct node *mapping,
                           const char *const *known) {
    for (const struct node *child = mapping->first; child; child = child->next) {
        bool found = false;
        for (int i = 0; known[i] && !found; i++)
            found = text_is(child->key->text, known[i]);
        if (!found)
            gen_stop(file, child->key, "unsupported keyword %.*s", (int)child->key->text.length,
                     child->key->text.bytes);
    }
}

int gen_type_named(const struct gen_schema *schema, struct text name) {
    for (int i = 0; i < schema->type_count; i++)
        if (text_equal(schema->types[i].name, name))
            return i;
    return -1;
}

static double number_of(const struct node *mapping, const char *key, double otherwise) {
    struct text text = gen_text(mapping, key);
    return text.length ? strtod(text.bytes, NULL) : otherwise;
}

static bool says_true(const struct node *mapping, const char *key) {
    return text_is(gen_text(mapping, key), "true");
}

static bool list_holds(const struct node *list, struct text word) {
    for (const struct node *item = list ? list->first : NULL; item; item = item->next)
        if (text_equal(item->text, word))
            return true;
    return false;
}

static void read_words(const struct gen_file *file, const struct node *node, const char *key,
                       struct gen_type *type) {
    const struct node *labels = gen_need(file, node, "x-labels");
    for (const struct node *word = gen_need(file, node, key)->first; word; word = word->next) {
        struct text label = {0};
        for (const struct node *l = labels->first; l; l = l->next)
            if (text_equal(l->key->text, word->text))
                label = l->text;
        if (label.length == 0)
            gen_stop(file, word, "this word has no label in x-labels");
        // A number is in the list for itself and as text, so that editors take both.
        bool again = false;
        for (int i = 0; i < type->word_count; i++)
            again |= text_equal(type->words[i].word, word->text);
        if (again)
            continue;
        if (type->word_count == MOST_WORDS)
            gen_stop(file, word, "too many words");
        type->words[type->word_count++] = (struct gen_word){word->text, label};
    }
}

static void read_pattern(const struct gen_file *file, const struct node *node,
                         struct gen_type *type) {
    const struct node *pattern = node_child(node, "pattern");
    if (!pattern)
        return;
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (text_is(pattern->text, patterns[i].pattern)) {
            type->shape = patterns[i].shape;
            return;
        }
    gen_stop(file, pattern, "a pattern the check does not know");
}

static void read_scalar(const struct gen_file *file, const struct node *node,
                        struct gen_type *type) {
    const struct node *types = gen_need(file, node, "type");
    type->shape = SHAPE_TEXT;
    type->not_empty = node_child(node, "minLength") != NULL;
    type->minimum = number_of(node, "minimum", -1e9);
    type->maximum = number_of(node, "maximum", 1e9);
    type->step = number_of(node, "multipleOf", 0);
    read_pattern(file, node, type);
    if (text_is(gen_text(node, "x-vorm"), "ruwe_datum"))
        type->shape = SHAPE_ROUGH_DATE;
    if (node_child(node, "enum")) {
        type->shape = SHAPE_WORD;
        read_words(file, node, "enum", type);
    } else if (node_child(node, "x-open-enum")) {
        type->shape = SHAPE_OPEN_WORD;
        read_words(file, node, "x-open-enum", type);
    } else if (text_is(types->text, "number") || text_is(types->text, "integer")) {
        type->shape = SHAPE_NUMBER;
        type->whole = text_is(types->text, "integer");
    } else if (type->shape == SHAPE_TEXT && types->kind != NODE_LIST) {
        gen_stop(file, types, "free text must be of type [\"string\", \"number\"]");
    }
    if (type->shape == SHAPE_DATE && !text_is(gen_text(node, "format"), "date"))
        gen_stop(file, node, "a date needs \"format\": \"date\"");
}

static int type_of_ref(const struct gen_schema *schema, const struct node *holder) {
    static const char prefix[] = "#/$defs/";
    const struct node *ref = gen_need(schema->file, holder, "$ref");
    if (!text_starts(ref->text, prefix))
        gen_stop(schema->file, ref, "only #/$defs/… can be referred to");
    size_t skip = sizeof prefix - 1;
    struct text name = {ref->text.bytes + skip, ref->text.length - skip};
    int type = gen_type_named(schema, name);
    if (type < 0)
        gen_stop(schema->file, ref, "no such definition");
    return type;
}

// {"const": …} becomes a type of its own that holds exactly that value.
static int type_of_const(struct gen_schema *schema, const struct node *node) {
    if (schema->type_count == MOST_TYPES)
        gen_stop(schema->file, node, "too many types");
    struct gen_type *type = &schema->types[schema->type_count];
    *type = (struct gen_type){
        .name = node->text, .shape = SHAPE_FIXED, .file = schema->file, .node = node};
    type->words[type->word_count++] = (struct gen_word){node->text, node->text};
    return schema->type_count++;
}

static void read_one_of(struct gen_schema *schema, const struct node *one_of,
                        struct gen_field *field) {
    const struct node *one = one_of->first;
    const struct node *other = one ? one->next : NULL;
    if (!other || other->next || !text_is(gen_text(other, "type"), "array"))
        gen_stop(schema->file, one_of, "oneOf must be one thing or a list of it");
    field->type = type_of_ref(schema, gen_need(schema->file, other, "items"));
    if (text_is(gen_text(one, "const"), "geen"))
        field->many = MANY_GEEN_OR_LIST;
    else if (type_of_ref(schema, one) == field->type)
        field->many = MANY_ONE_OR_LIST;
    else
        gen_stop(schema->file, one_of, "oneOf must be one thing or a list of it");
}

// A mapping with keys of the writer's own choice, or with ids of rules as keys.
static void read_mapping(struct gen_schema *schema, const struct node *node,
                         struct gen_field *field) {
    const struct node *by_pattern = node_child(node, "patternProperties");
    const struct node *others = gen_need(schema->file, node, "additionalProperties");
    field->many = by_pattern ? MANY_BY_RULE : MANY_BY_WORD;
    if (by_pattern &&
        (by_pattern->count != 1 || !text_is(others->text, "false") ||
         !text_is(by_pattern->first->key->text, "^(FMT|OP|VP|SY|RG|PR|AV|MC|IM|TL|UZ)-[0-9]{2}$")))
        gen_stop(schema->file, node, "a mapping is by id of rule, or by any word");
    field->type = type_of_ref(schema, by_pattern ? by_pattern->first : others);
}

static void read_field_type(struct gen_schema *schema, const struct node *node,
                            struct gen_field *field) {
    field->many = MANY_ONE;
    if (node_child(node, "$ref"))
        field->type = type_of_ref(schema, node);
    else if (node_child(node, "const"))
        field->type = type_of_const(schema, node_child(node, "const"));
    else if (node_child(node, "oneOf"))
        read_one_of(schema, node_child(node, "oneOf"), field);
    else if (text_is(gen_text(node, "type"), "array")) {
        field->many = MANY_LIST;
        field->type = type_of_ref(schema, gen_need(schema->file, node, "items"));
    } else if (text_is(gen_text(node, "type"), "object")) {
        read_mapping(schema, node, field);
    } else
        gen_stop(schema->file, node, "a field is a $ref, a const, an array or a oneOf");
}

static int read_namespace(struct gen_schema *schema, const struct node *node) {
    struct text name = gen_text(node, "x-declareert");
    if (name.length == 0)
        return -1;
    for (int i = 0; i < schema->namespace_count; i++)
        if (text_equal(schema->namespaces[i], name))
            return i;
    if (schema->namespace_count == MOST_NAMESPACES)
        gen_stop(schema->file, node, "too many namespaces");
    schema->namespaces[schema->namespace_count] = name;
    return schema->namespace_count++;
}

// One name or a list of names.
static int read_names(const struct gen_file *file, const struct node *node, struct text *names,
                      int most) {
    int count = 0;
    if (!node)
        return 0;
    if (node->kind == NODE_SCALAR) {
        names[count++] = node->text;
        return count;
    }
    for (const struct node *item = node->first; item; item = item->next) {
        if (count == most)
            gen_stop(file, item, "too many names");
        names[count++] = item->text;
    }
    return count;
}

// The first example: one text, of a list its first item, of a mapping by word or rule its first key
// and text.
static void read_example(const struct node *example, struct gen_field *field) {
    if (example && example->kind == NODE_MAPPING && example->first) {
        field->example_key = example->first->key->text;
        example = example->first;
    }
    if (example && example->kind == NODE_LIST)
        example = example->first;
    if (example && example->kind == NODE_SCALAR)
        field->example = example->text;
}

static void read_field(struct gen_schema *schema, const struct node *node,
                       struct gen_field *field) {
    const struct gen_file *file = schema->file;
    check_keywords(file, node, field_keywords);
    field->name = node->key->text;
    field->title = gen_need(file, node, "title")->text;
    field->description = gen_need(file, node, "description")->text;
    const struct node *examples = node_child(node, "examples");
    if (examples)
        read_example(examples->first, field);
    field->part = gen_text(node, "x-deel");
    field->needs_item = node_child(node, "minItems") != NULL;
    field->past = says_true(node, "x-verleden");
    field->prose = says_true(node, "x-proza");
    field->progress = says_true(node, "x-voortgang");
    struct text scaffold = gen_text(node, "x-scaffold");
    field->scaffold = text_is(scaffold, "vraag")  ? SCAFFOLD_ASKED
                      : text_is(scaffold, "toon") ? SCAFFOLD_SHOWN
                                                  : SCAFFOLD_COMMENTED;
    field->declares = read_namespace(schema, node);
    field->refer_count = read_names(file, node_child(node, "x-verwijst"), field->refers, 8);
    field->not_before_count =
        read_names(file, node_child(node, "x-niet-voor"), field->not_before, 2);
    field->id = schema->field_count++;
    read_field_type(schema, node, field);
}

static void read_object(struct gen_schema *schema, int index) {
    struct gen_type *type = &schema->types[index];
    const struct node *node = type->node;
    const struct gen_file *file = schema->file;
    const struct node *properties = gen_need(file, node, "properties");
    const struct node *required = node_child(node, "required");
    const struct node *extra = gen_need(file, node, "patternProperties");
    if (!text_is(gen_text(node, "additionalProperties"), "false") ||
        !text_is(gen_text(extra, "^x_"), "true") || extra->count != 1)
        gen_stop(file, node, "an object allows its properties and ^x_, nothing else");
    if (properties->count == 0 || properties->count > MOST_FIELDS)
        gen_stop(file, node, "an object has 1 to %d properties", MOST_FIELDS);
    type->fields = arena_zero(&gen_arena, properties->count, sizeof *type->fields);
    if (!type->fields)
        gen_stop(file, node, "out of memory");
    for (const struct node *child = properties->first; child; child = child->next) {
        struct gen_field *field = &type->fields[type->field_count++];
        read_field(schema, child, field);
        field->required = list_holds(required, field->name);
    }
    for (const struct node *name = required ? required->first : NULL; name; name = name->next)
        if (!node_child(properties, arena_copy(&gen_arena, name->text.bytes, name->text.length)))
            gen_stop(file, name, "required, but no property");
}

static struct text written(const struct gen_file *file, const struct node *node) {
    return (struct text){file->tree.source.bytes + node->start, node->end - node->start};
}

// Adds a definition, unless another schema brought the same.
static void add_type(struct gen_schema *schema, struct text name, const struct node *node) {
    int known = gen_type_named(schema, name);
    if (known >= 0) {
        const struct gen_type *other = &schema->types[known];
        if (!text_equal(written(schema->file, node), written(other->file, other->node)))
            gen_stop(schema->file, node, "another schema defines this name otherwise");
        return;
    }
    if (schema->type_count == MOST_TYPES)
        gen_stop(schema->file, node, "too many types");
    struct gen_type *type = &schema->types[schema->type_count++];
    *type = (struct gen_type){.name = name, .file = schema->file, .node = node};
    check_keywords(schema->file, node, type_keywords);
    type->title = gen_text(node, "title");
    type->description = gen_text(node, "description");
    if (text_is(gen_text(node, "type"), "object"))
        type->shape = SHAPE_OBJECT;
    else
        read_scalar(schema->file, node, type);
}

// Names in x-verwijst and x-niet-voor must mean something.
static void check_names(const struct gen_schema *schema, const struct gen_type *type) {
    for (int i = 0; i < type->field_count; i++) {
        const struct gen_field *field = &type->fields[i];
        for (int k = 0; k < field->refer_count; k++)
            if (gen_type_named(schema, field->refers[k]) < 0)
                gen_stop(schema->file, type->node, "x-verwijst names no definition: %.*s",
                         (int)field->refers[k].length, field->refers[k].bytes);
        for (int k = 0; k < field->not_before_count; k++) {
            bool found = false;
            for (int other = 0; other < type->field_count; other++)
                found |= text_equal(type->fields[other].name, field->not_before[k]);
            if (!found)
                gen_stop(schema->file, type->node, "x-niet-voor names no sibling: %.*s",
                         (int)field->not_before[k].length, field->not_before[k].bytes);
        }
    }
}

void gen_schema_add(const struct gen_file *file, struct gen_schema *schema) {
    const struct node *root = file->tree.root;
    const struct node *definitions = gen_need(file, root, "$defs");
    const struct node *kind = gen_need(file, gen_need(file, root, "properties"), "soort");
    int first = schema->type_count;
    schema->file = file;
    for (const struct node *child = definitions->first; child; child = child->next)
        add_type(schema, child->key->text, child);
    if (schema->root_count == MOST_KINDS || gen_type_named(schema, gen_text(kind, "const")) >= 0)
        gen_stop(file, kind, "this kind of file is there already");
    schema->roots[schema->root_count++] = schema->type_count;
    add_type(schema, gen_need(file, kind, "const")->text, root);
    int declared = schema->type_count;
    for (int i = first; i < declared; i++)
        if (schema->types[i].shape == SHAPE_OBJECT)
            read_object(schema, i);
    for (int i = first; i < declared; i++)
        check_names(schema, &schema->types[i]);
}
