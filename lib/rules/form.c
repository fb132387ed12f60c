// SPDX-License-Identifier: EUPL-1.2
// FMT-01…07: what the reader and the schema found, as findings.
#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/rules/check.h"

struct form {
    const struct check_options *options;
    struct findings *findings;
    struct text source;
};

static void add(struct form *form, enum melding melding, const struct node *node, struct span span,
                const struct argument *arguments) {
    const struct melding_row *row = &meldingen[melding];
    int severity = row->severity >= 0 ? row->severity : rules[row->rule].severity;
    if (form->options->selected[row->rule])
        finding_add(form->findings, melding, (enum severity)severity, node, span, arguments);
}

// ---- FMT-01: the reader ----

// What libyaml says, and what that means for somebody who writes a plan.
static const struct {
    const char *problem;
    const char *words;
} problems[] = {
    {"found character that cannot start any token",
     N_("a line or text cannot begin with this character; put the text between quotation marks, "
        "and use blanks instead of tabs to indent")},
    {"mapping values are not allowed in this context",
     N_("there is a colon too many here; put the text between quotation marks, or check how far "
        "this line and the one before it are indented")},
    {"could not find expected ':'", N_("a colon is missing; a field is written as `name: text`")},
    {"did not find expected key",
     N_("a field is expected here; check how far this line is indented, and whether a quotation "
        "mark or bracket before it was closed")},
    {"did not find expected '-' indicator",
     N_("an item of a list is expected here, beginning with a dash as far to the right as the "
        "others; if this is a field, check how far it is indented")},
    {"did not find expected ',' or ']'", N_("a comma or the closing bracket ] is missing")},
    {"did not find expected ',' or '}'", N_("a comma or the closing brace } is missing")},
    {"found unexpected end of stream",
     N_("the file ends in the middle of a text: a quotation mark was opened and not closed")},
    {"found unexpected document indicator", N_("a quotation mark was opened and not closed")},
    {"block sequence entries are not allowed in this context",
     N_("a list cannot begin here; put the dash on a line of its own below the field")},
    {"found unknown escape character",
     N_("a backslash stands between double quotation marks; write it twice, or use single "
        "quotation marks")},
    {"did not find expected node content",
     N_("something is missing here, between two commas or behind a colon")},
    {"did not find expected <document start>",
     N_("the plan was already finished here; check how far this line is indented")},
    {"found undefined tag handle",
     N_("a text cannot begin with an exclamation mark; put it between "
        "quotation marks")},
    {"found a tab character that violates indentation",
     N_("this line is indented with a tab; use blanks")},
    {"block mapping entries are not allowed in this context",
     N_("a field cannot begin here; put it on a line of its own")},
};

static const char *words_for(const char *problem) {
    for (size_t i = 0; problem && i < sizeof problems / sizeof *problems; i++)
        if (strcmp(problem, problems[i].problem) == 0)
            return problems[i].words;
    return N_("something is not closed, or stands further to the left or right than it should");
}

static const enum melding reader_meldingen[] = {
    [TREE_SYNTAX] = MELDING_FMT_01_ONLEESBAAR,  [TREE_NOT_UTF8] = MELDING_FMT_01_GEEN_UTF8,
    [TREE_CONTROL] = MELDING_FMT_01_TEKEN,      [TREE_TOO_DEEP] = MELDING_FMT_01_TE_DIEP,
    [TREE_TOO_LARGE] = MELDING_FMT_01_TE_GROOT, [TREE_TOO_MANY] = MELDING_FMT_01_TE_VEEL,
    [TREE_DOCUMENTS] = MELDING_FMT_01_DOCUMENT, [TREE_ANCHOR] = MELDING_FMT_01_ANKER,
    [TREE_MERGE] = MELDING_FMT_01_SAMENVOEGING, [TREE_TAG] = MELDING_FMT_01_TAG,
    [TREE_KEY] = MELDING_FMT_01_SLEUTEL,        [TREE_EMPTY] = MELDING_FMT_01_LEEG,
};

static struct text kept(struct form *form, const char *written) {
    const char *copy = arena_copy(form->findings->arena, written, strlen(written));
    form->findings->out_of_memory |= !copy;
    return text_of(copy);
}

static struct text printed(struct form *form, const char *format, double number) {
    char written[32];
    snprintf(written, sizeof written, format, number);
    return kept(form, written);
}

// The end of what to mark: at least one character when there is one, and no further than the line.
static struct span reader_span(const struct form *form, const struct tree_fault *fault) {
    struct span span = {fault->start, fault->end};
    if (fault->kind == TREE_TOO_LARGE || fault->kind == TREE_EMPTY)
        return (struct span){0, 0};
    if (span.end <= span.start && span.start < form->source.length &&
        form->source.bytes[span.start] != '\n')
        span.end = span.start + 1;
    return span;
}

static void on_tree_fault(struct form *form, const struct tree_fault *fault) {
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    char point[16];
    switch (fault->kind) {
    case TREE_SYNTAX:
        arguments[0] = words_argument(words_for(fault->problem));
        break;
    case TREE_CONTROL:
        snprintf(point, sizeof point, "U+%04X", (unsigned)fault->number);
        arguments[0] = open_argument(kept(form, point));
        break;
    case TREE_TOO_DEEP:
    case TREE_TOO_MANY:
        arguments[0] = open_argument(printed(form, "%.0f", fault->number));
        break;
    case TREE_TOO_LARGE:
        arguments[0] = open_argument(printed(form, "%.0f", TREE_LARGEST / 1024.0 / 1024.0));
        break;
    default:
        break;
    }
    add(form, reader_meldingen[fault->kind], NULL, reader_span(form, fault), arguments);
}

// ---- FMT-02…07: the schema ----

// What belongs at a place, as a phrase behind "Here should be".
static const char *expected(const struct schema_field *field, const struct node *node) {
    bool object = !field || field->type->shape == SHAPE_OBJECT;
    // An item of a list is one thing, and so is the whole file.
    int many = field && node->key ? field->many : MANY_ONE;
    if (many == MANY_GEEN_OR_LIST)
        return N_("the word `geen`, or a list with a dash before every item");
    if (many == MANY_LIST)
        return N_("a list with a dash before every item");
    if (many == MANY_ONE_OR_LIST)
        return N_("one id or word, or a list of them");
    return object ? N_("a group of fields, each on its own line as `name: text`")
                  : N_("one text, without fields or a list below it");
}

static struct text word_list(struct form *form, const struct schema_type *type) {
    size_t length = 0;
    for (unsigned i = 0; i < type->word_count; i++)
        length += strlen(type->words[i].word) + 4;
    char *list = arena_alloc(form->findings->arena, length + 1);
    form->findings->out_of_memory |= !list;
    if (!list)
        return TEXT("");
    size_t at = 0;
    for (unsigned i = 0; i < type->word_count; i++)
        at += (size_t)snprintf(list + at, length + 1 - at, "%s`%s`", i ? ", " : "",
                               type->words[i].word);
    return (struct text){list, at};
}

static void on_word(struct form *form, const struct schema_fault *fault) {
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    bool near = fault->near.length > 0;
    arguments[0] = near ? open_argument(fault->node->text) : secret_argument(fault->node->text);
    arguments[1] = open_argument(near ? fault->near : word_list(form, fault->field->type));
    add(form, near ? MELDING_FMT_02_WOORD_BEDOELD : MELDING_FMT_02_WOORD, fault->node,
        finding_span(fault->node, false), arguments);
}

static void on_number(struct form *form, const struct schema_fault *fault) {
    const struct schema_type *type = fault->field->type;
    bool bounded = type->maximum < 1e9;
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    arguments[0] = open_argument(printed(form, "%g", type->minimum));
    if (bounded) {
        arguments[1] = open_argument(printed(form, "%g", type->maximum));
        arguments[2] = open_argument(printed(form, "%g", type->step > 0 ? type->step : 1));
    }
    add(form, bounded ? MELDING_FMT_02_GETAL : MELDING_FMT_02_GETAL_VANAF, fault->node,
        finding_span(fault->node, false), arguments);
}

// A fixed value: `soort` has a message of its own when another kind seems to be meant.
static void on_fixed(struct form *form, const struct schema_fault *fault) {
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    static const char *const kinds[] = {"plan", "meldcode", "organisatie", "kader"};
    arguments[0] = open_argument(fault->near);
    enum melding melding = MELDING_FMT_02_VAST;
    if (strcmp(fault->field->name, "soort") == 0)
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            struct text kind = text_of(kinds[i]);
            if (text_distance(fault->node->text, kind, text_slip(kind)) <= text_slip(kind)) {
                melding = MELDING_FMT_02_SOORT_BESTAND;
                arguments[0] = open_argument(kind);
            }
        }
    add(form, melding, fault->node, finding_span(fault->node, false), arguments);
}

static void on_missing(struct form *form, const struct schema_fault *fault) {
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    arguments[0] = open_argument(text_of(fault->field->name));
    arguments[1] = open_argument(text_of(fault->field->title));
    add(form, MELDING_FMT_02_ONTBREEKT, fault->node, finding_span(fault->node, true), arguments);
}

// An id or key that is not known: named only when it has a neighbour, else it could be a sentence.
static void on_unknown(struct form *form, const struct schema_fault *fault, enum melding alone,
                       enum melding meant) {
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    bool near = fault->near.length > 0;
    arguments[0] = near ? open_argument(fault->node->text) : secret_argument(fault->node->text);
    if (near)
        arguments[1] = open_argument(fault->near);
    bool key = fault->kind == SCHEMA_UNKNOWN_KEY;
    add(form, near ? meant : alone, key ? fault->node->parent : fault->node,
        (struct span){fault->node->start, fault->node->end}, arguments);
}

// The smallest place around a node that the format knows: a key it does not know could be a
// sentence, and would stand in the path.
static const struct node *known_place(const struct node *node) {
    while (node->parent && !node->field)
        node = node->parent;
    return node;
}

static void on_double(struct form *form, const struct schema_fault *fault) {
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    bool id = fault->kind == SCHEMA_DOUBLE_ID;
    arguments[0] =
        id || fault->field ? open_argument(fault->node->text) : secret_argument(fault->node->text);
    add(form, id ? MELDING_FMT_05_DUBBEL : MELDING_FMT_03_DUBBEL,
        id ? fault->node : known_place(fault->node->parent), finding_span(fault->node, false),
        arguments);
}

static void on_date(struct form *form, const struct schema_fault *fault) {
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    arguments[0] = open_argument(text_of(fault->field->name));
    if (fault->kind == SCHEMA_ORDER)
        arguments[1] = open_argument(text_of(fault->other->name));
    add(form, fault->kind == SCHEMA_ORDER ? MELDING_FMT_06_VOLGORDE : MELDING_FMT_06_TOEKOMST,
        fault->node, finding_span(fault->node, false), arguments);
}

static void on_simple(struct form *form, const struct schema_fault *fault) {
    static const int simple[] = {
        [SCHEMA_KIND] = MELDING_FMT_02_SOORT,
        [SCHEMA_DATE] = MELDING_FMT_02_DATUM,
        [SCHEMA_TIME] = MELDING_FMT_02_TIJD,
        [SCHEMA_ID] = MELDING_FMT_02_ID,
        [SCHEMA_FINGERPRINT] = MELDING_FMT_02_VINGERAFDRUK,
        [SCHEMA_RULE] = MELDING_FMT_02_REGEL,
        [SCHEMA_EMPTY] = MELDING_FMT_02_LEEG,
        [SCHEMA_EMPTY_ITEM] = MELDING_FMT_02_LEEG_ITEM,
    };
    struct argument arguments[FINDING_ARGUMENTS] = {{{0}, ARGUMENT_NONE}};
    if (fault->kind == SCHEMA_KIND)
        arguments[0] = words_argument(expected(fault->field, fault->node));
    else if (fault->kind == SCHEMA_DATE)
        arguments[0] = secret_argument(fault->node->text);
    add(form, (enum melding)simple[fault->kind], fault->node, finding_span(fault->node, false),
        arguments);
}

static void on_schema_fault(struct form *form, const struct schema_fault *fault) {
    switch (fault->kind) {
    case SCHEMA_MISSING:
        on_missing(form, fault);
        break;
    case SCHEMA_WORD:
        on_word(form, fault);
        break;
    case SCHEMA_NUMBER:
        on_number(form, fault);
        break;
    case SCHEMA_FIXED:
        on_fixed(form, fault);
        break;
    case SCHEMA_DOUBLE_KEY:
    case SCHEMA_DOUBLE_ID:
        on_double(form, fault);
        break;
    case SCHEMA_UNKNOWN_ID:
        on_unknown(form, fault, MELDING_FMT_04_ONBEKEND, MELDING_FMT_04_ONBEKEND_BEDOELD);
        break;
    case SCHEMA_UNKNOWN_KEY:
        on_unknown(form, fault, MELDING_FMT_07_ONBEKEND, MELDING_FMT_07_ONBEKEND_BEDOELD);
        break;
    case SCHEMA_FUTURE:
    case SCHEMA_ORDER:
        on_date(form, fault);
        break;
    default:
        on_simple(form, fault);
    }
}

// What the schema found and did not keep counts as found, under its rule.
static size_t not_kept(const struct form *form, const struct schema_result *schema) {
    static const int rule[SCHEMA_FAULT_KINDS] = {
        [SCHEMA_DOUBLE_KEY] = RULE_FMT_03, [SCHEMA_UNKNOWN_ID] = RULE_FMT_04,
        [SCHEMA_DOUBLE_ID] = RULE_FMT_05,  [SCHEMA_FUTURE] = RULE_FMT_06,
        [SCHEMA_ORDER] = RULE_FMT_06,      [SCHEMA_UNKNOWN_KEY] = RULE_FMT_07,
    };
    size_t count = 0;
    for (int i = 0; i < SCHEMA_FAULT_KINDS; i++)
        if (schema->of_kind[i] > SCHEMA_MOST_FAULTS &&
            form->options->selected[rule[i] ? rule[i] : RULE_FMT_02])
            count += schema->of_kind[i] - SCHEMA_MOST_FAULTS;
    return count;
}

void report_form(const struct tree *tree, const struct schema_result *schema,
                 const struct check_options *options, struct findings *findings) {
    struct form form = {options, findings, tree->source};
    for (uint32_t i = 0; i < tree->fault_count; i++)
        on_tree_fault(&form, &tree->faults[i]);
    for (size_t i = 0; i < schema->count; i++)
        on_schema_fault(&form, &schema->faults[i]);
    findings->dropped += not_kept(&form, schema);
}

// An action that was done before its goal was agreed: the two dates stand in different objects, so
// the schema cannot compare them.
void report_dates(const struct plan_plan *plan, const struct check_options *options,
                  struct findings *findings) {
    struct form form = {options, findings, {NULL, 0}};
    const struct argument arguments[FINDING_ARGUMENTS] = {open_argument(TEXT("gedaan")),
                                                          open_argument(TEXT("afgesproken"))};
    for (size_t i = 0; i < plan->doelen.count; i++) {
        const struct plan_doel *doel = &plan->doelen.items[i];
        for (size_t k = 0; k < doel->acties.count; k++) {
            const struct plan_date *gedaan = &doel->acties.items[k].gedaan;
            if (date_known(gedaan->date) && date_known(doel->afgesproken.date) &&
                date_compare(gedaan->date, doel->afgesproken.date) < 0)
                add(&form, MELDING_FMT_06_VOLGORDE, gedaan->node, finding_span(gedaan->node, false),
                    arguments);
        }
    }
}
