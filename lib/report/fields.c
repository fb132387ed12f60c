// SPDX-License-Identifier: EUPL-1.2
// All fields of a plan, as paths: doelen[].acties[].wie
#include "lib/base/json.h"
#include "lib/report/report.h"
#include "lib/schema/schema.h"

struct fields {
    const struct report_options *options;
    struct buffer *out;
    struct buffer path;
    const struct schema_type *kind; // of the file
    bool first;
};

static const char *shape_name(const struct schema_type *type) {
    switch (type->shape) {
    case SHAPE_WORD:
    case SHAPE_OPEN_WORD:
        return _("word");
    case SHAPE_DATE:
        return _("date");
    case SHAPE_ROUGH_DATE:
        return _("date or words");
    case SHAPE_TIME:
        return _("time");
    case SHAPE_ID:
        return _("id");
    case SHAPE_FINGERPRINT:
        return _("fingerprint");
    case SHAPE_RULE:
        return _("rule");
    case SHAPE_NUMBER:
        return _("number");
    case SHAPE_FIXED:
        return _("fixed");
    case SHAPE_OBJECT:
        return _("fields");
    default:
        return _("text");
    }
}

static void add_words(const struct schema_type *type, struct buffer *out) {
    buffer_add_char(out, '[');
    for (unsigned i = 0; i < type->word_count; i++) {
        buffer_add_string(out, i ? "," : "");
        json_add_string(out, text_of(type->words[i].word));
    }
    buffer_add_char(out, ']');
}

static void add_field_json(struct fields *fields, const struct schema_field *field) {
    struct buffer *out = fields->out;
    bool json = fields->options->format == REPORT_JSON;
    buffer_add_string(out, json && !fields->first ? ",\n{" : "{");
    json_add_key(out, "kind", true);
    json_add_string(out, text_of(fields->kind->name));
    json_add_key(out, "field", false);
    json_add_string(out, buffer_text(&fields->path));
    json_add_key(out, "required", false);
    buffer_add_string(out, field->required ? "true" : "false");
    json_add_key(out, "type", false);
    json_add_string(out, text_of(field->type->name));
    json_add_key(out, "words", false);
    add_words(field->type, out);
    json_add_key(out, "title", false);
    json_add_string(out, text_of(field->title));
    json_add_key(out, "description", false);
    json_add_string(out, text_of(field->description));
    buffer_add_string(out, json ? "}" : "}\n");
}

static void add_field_text(struct fields *fields, const struct schema_field *field) {
    buffer_format(fields->out, "%-58.*s %c %-13s %s\n", (int)fields->path.length,
                  fields->path.bytes, field->required ? '*' : ' ', shape_name(field->type),
                  field->title);
}

// Types do not hold themselves, so this ends.
static void add_type(struct fields *fields, const struct schema_type *type) {
    size_t length = fields->path.length;
    for (unsigned i = 0; i < type->field_count; i++) {
        const struct schema_field *field = &type->fields[i];
        buffer_add_string(&fields->path, length ? "." : "");
        buffer_add_string(&fields->path, field->name);
        if (field->many != MANY_ONE)
            buffer_add_string(&fields->path, "[]");
        if (fields->path.failed)
            return;
        if (fields->options->format == REPORT_TEXT || fields->options->format == REPORT_GCC)
            add_field_text(fields, field);
        else
            add_field_json(fields, field);
        fields->first = false;
        if (field->type->shape == SHAPE_OBJECT)
            add_type(fields, field->type);
        fields->path.length = length;
    }
}

void report_list_fields(const struct report_options *options, struct buffer *out) {
    const struct schema_type *const kinds[] = {schema_plan, schema_meldcode, schema_organisatie,
                                               schema_kader};
    struct fields fields = {options, out, {0}, NULL, true};
    bool text = options->format == REPORT_TEXT || options->format == REPORT_GCC;
    if (options->format == REPORT_JSON)
        buffer_add_char(out, '[');
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        fields.kind = kinds[i];
        if (text)
            buffer_format(out, _("%ssoort: %s (a field with * cannot be left out)\n"),
                          i ? "\n" : "", kinds[i]->name);
        add_type(&fields, kinds[i]);
    }
    if (options->format == REPORT_JSON)
        buffer_add_string(out, "]\n");
    out->failed |= fields.path.failed;
    buffer_free(&fields.path);
}
