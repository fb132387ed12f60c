// SPDX-License-Identifier: EUPL-1.2
// The command line of a command with verbs, and its --help.
#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/nearest.h"
#include "lib/base/options.h"
#include "lib/base/words.h"
#include "lib/change/verb.h"

enum {
    OPTION_FIELD = OPTIONS_LONG_ONLY + 1, // and on, by the verb's fields
    OPTION_TODAY = OPTION_FIELD + OPTIONS_MOST_ROWS,
    OPTION_JSON,
    LONGEST_WORDS = 24 // of the words of an argument, joined by |
};

// A table of options as getopt and --help want it.
struct table {
    struct option_row rows[OPTIONS_MOST_ROWS];
    size_t count;
    char names[OPTIONS_MOST_ROWS][VERB_OPTION_ROOM];
    char arguments[OPTIONS_MOST_ROWS][LONGEST_WORDS + 1];
};

struct reading {
    struct verb_request *request;
    struct buffer *message;
    int argc;
    char **argv;
    bool named; // the verb was named
    bool help, version;
    struct table table; // of the verb, or of all verbs
};

// ---- the table ----

// "ja|deels|nee" where that is short, else WORD.
static const char *word_argument(const struct schema_type *type, char into[LONGEST_WORDS + 1]) {
    size_t length = 0;
    for (unsigned i = 0; i < type->word_count; i++) {
        size_t more = strlen(type->words[i].word) + (i > 0);
        if (length + more > LONGEST_WORDS)
            return N_("WORD");
        length += (size_t)snprintf(into + length, LONGEST_WORDS + 1 - length, "%s%s",
                                   i > 0 ? "|" : "", type->words[i].word);
    }
    return into;
}

static const char *argument_of(const struct verb_request *request, const struct verb_field *row,
                               char into[LONGEST_WORDS + 1]) {
    if (row->need == VERB_FLAG)
        return NULL;
    const struct schema_field *field = verb_schema(request, row);
    assert(field || !row->path); // a path that the schema does not have is a mistake of the table
    if (!field)
        return row->preset ? N_("WORD") : N_("TEXT");
    bool many = field->many != MANY_ONE && row->path[0] != '/';
    switch (field->type->shape) {
    case SHAPE_NUMBER:
        return N_("N");
    case SHAPE_DATE:
        return N_("DATE");
    case SHAPE_ID:
        if (field->refers == 0)
            return N_("WORD");
        return many ? N_("WHO,...") : N_("WHO");
    case SHAPE_WORD:
        return many ? N_("WORD,...") : word_argument(field->type, into);
    case SHAPE_OBJECT:
        return N_("WHO: WHAT");
    default:
        return N_("TEXT");
    }
}

static void add_row(struct table *table, int letter, const char *name, const char *argument,
                    const char *help) {
    // One place is for the row of zeros at the end.
    if (table->count < OPTIONS_MOST_ROWS - 1)
        table->rows[table->count++] = (struct option_row){letter, name, argument, help};
}

static bool has_row(const struct table *table, const char *name) {
    for (size_t i = 0; i < table->count; i++)
        if (table->rows[i].name && strcmp(table->rows[i].name, name) == 0)
            return true;
    return false;
}

// Adds the options of a verb that are not there yet.
static void add_fields(struct reading *reading, const struct verb *verb) {
    struct table *table = &reading->table;
    struct verb_request as = {.program = reading->request->program, .verb = verb};
    size_t count = verb_field_count(verb);
    for (size_t i = 0; i < count; i++) {
        size_t at = table->count;
        verb_option_name(&verb->fields[i], table->names[at]);
        if (!has_row(table, table->names[at]))
            add_row(table, OPTION_FIELD + (int)at, table->names[at],
                    argument_of(&as, &verb->fields[i], table->arguments[at]), verb->fields[i].help);
    }
}

static void add_common(struct table *table, unsigned manner) {
    static const struct option_row last[] = {OPTIONS_HELP_AND_VERSION};
    if (manner & VERB_WRITES)
        add_row(table, 'n', "dry-run", NULL, N_("show the change as a diff, and write nothing"));
    if (manner & VERB_SHOWS)
        add_row(table, OPTION_JSON, "json", NULL, N_("for programs: one JSON object"));
    add_row(table, OPTION_TODAY, "today", N_("DATE"), N_("take this for today, like 2026-03-12"));
    for (const struct option_row *row = last; row->letter; row++)
        add_row(table, row->letter, row->name, row->argument, row->help);
    table->rows[table->count] = (struct option_row){0, NULL, NULL, NULL};
}

static void table_of_verb(struct reading *reading, const struct verb *verb) {
    memset(&reading->table, 0, sizeof reading->table);
    add_fields(reading, verb);
    add_common(&reading->table, verb->manner);
}

static void table_of_all(struct reading *reading) {
    const struct verb_program *program = reading->request->program;
    memset(&reading->table, 0, sizeof reading->table);
    for (size_t i = 0; i < program->verb_count; i++)
        add_fields(reading, &program->verbs[i]);
    add_common(&reading->table, VERB_WRITES | VERB_SHOWS);
}

// ---- --help ----

static void add_usage(struct buffer *usage, const struct reading *reading) {
    const struct verb *verb = reading->request->verb;
    const struct verb_program *program = reading->request->program;
    bool first = verb == program->verbs;
    buffer_format(usage, first ? "[%s]" : "%s", verb->name);
    buffer_format(usage, verb->manner & VERB_FILE_MAYBE ? " [%s]" : " %s", _("FILE"));
    size_t count = verb_field_count(verb);
    size_t left = reading->table.count - 3 - count; // besides --today, --help and --version
    for (size_t i = 0; i < count; i++) {
        const struct option_row *row = &reading->table.rows[i];
        bool needed = verb->fields[i].need == VERB_REQUIRED;
        left += !needed;
        if (needed)
            buffer_format(usage, " --%s %s", row->name, _(row->argument));
    }
    if (left > 0)
        buffer_format(usage, " [%s]...", _("OPTION"));
    buffer_add_char(usage, '\0');
}

static enum verb_outcome print(const struct options_page *page, const struct reading *reading) {
    int letter = reading->help ? 'h' : 'V';
    return options_answer(page, letter, stdout) == 0 ? VERB_ANSWERED : VERB_WRONG;
}

static bool asks_something(const struct verb *verb) {
    bool asks = false;
    for (size_t i = 0; i < verb_field_count(verb); i++)
        asks |= verb->fields[i].need == VERB_REQUIRED;
    return asks && (verb->manner & VERB_WRITES);
}

static enum verb_outcome answer_for_verb(struct reading *reading) {
    const struct verb *verb = reading->request->verb;
    const struct verb_program *program = reading->request->program;
    struct buffer usage = {0};
    struct buffer about = {0};
    table_of_verb(reading, verb);
    add_usage(&usage, reading);
    buffer_add_string(&about, _(verb->about ? verb->about : verb->summary));
    if (asks_something(verb))
        buffer_format(&about, "\n\n%s",
                      _("At a terminal, what is needed and not given is asked. Of running text, - "
                        "reads standard input: what stands in an option can be seen by others on "
                        "this computer, and is kept in the history of your shell."));
    buffer_add_char(&about, '\0');
    if (usage.failed || about.failed) {
        buffer_free(&usage);
        buffer_free(&about);
        return VERB_NO_MEMORY;
    }
    const char *const usages[] = {usage.bytes, NULL};
    const struct options_page page = {program->command,    usages,         about.bytes,
                                      reading->table.rows, verb->examples, program->status};
    enum verb_outcome outcome = print(&page, reading);
    buffer_free(&usage);
    buffer_free(&about);
    return outcome;
}

static enum verb_outcome answer(struct reading *reading) {
    const struct verb_program *program = reading->request->program;
    struct table *table = &reading->table;
    char first[64];
    if (reading->named && reading->help)
        return answer_for_verb(reading);
    memset(table, 0, sizeof *table);
    for (size_t i = 0; i < program->verb_count; i++)
        add_row(table, OPTIONS_VERB, program->verbs[i].name, NULL, program->verbs[i].summary);
    add_common(table, VERB_WRITES | VERB_SHOWS);
    snprintf(first, sizeof first, "[%s] %s", program->verbs[0].name, _("FILE"));
    const char *const usages[] = {first, N_("VERB FILE [OPTION]..."), N_("VERB --help"), NULL};
    const struct options_page page = {
        program->command, usages, program->about, table->rows, program->examples, program->status};
    return print(&page, reading);
}

// ---- the verb ----

static enum verb_outcome wrong(struct reading *reading) {
    buffer_add_char(reading->message, '\0');
    return reading->message->failed ? VERB_NO_MEMORY : VERB_WRONG;
}

static const struct verb *verb_named(const struct verb_program *program, const char *name) {
    for (size_t i = 0; i < program->verb_count; i++)
        if (strcmp(program->verbs[i].name, name) == 0)
            return &program->verbs[i];
    return NULL;
}

// Whether an operand can only be the name of a file.
static bool is_file(const char *operand) {
    return strpbrk(operand, "/.") || strcmp(operand, "-") == 0 || access(operand, F_OK) == 0;
}

// Chooses the verb by the first operand (NULL: there is none).
static enum verb_outcome choose_verb(struct reading *reading, const char *operand) {
    struct verb_request *request = reading->request;
    const struct verb_program *program = request->program;
    request->verb = operand ? verb_named(program, operand) : NULL;
    reading->named = request->verb != NULL;
    if (reading->named)
        return VERB_GO;
    request->verb = &program->verbs[0];
    if (!operand || is_file(operand))
        return VERB_GO;
    struct nearest nearest = nearest_begin(text_of(operand));
    for (size_t i = 0; i < program->verb_count; i++)
        nearest_offer(&nearest, text_of(program->verbs[i].name), (int)i);
    if (nearest.index >= 0)
        buffer_format(reading->message, _("there is no verb like that; is “%s” meant?"),
                      program->verbs[nearest.index].name);
    else
        buffer_format(reading->message,
                      _("there is no such verb, and no such file; %s --help names the verbs"),
                      program->command);
    return wrong(reading);
}

// Whether an option that was seen is not one of the verb: then says whose it is.
static bool belongs_elsewhere(struct reading *reading, const char *name) {
    const struct verb_program *program = reading->request->program;
    char other[VERB_OPTION_ROOM];
    bool own = has_row(&reading->table, name);
    for (size_t v = 0; v < program->verb_count && !own; v++)
        for (size_t i = 0; i < verb_field_count(&program->verbs[v]); i++) {
            verb_option_name(&program->verbs[v].fields[i], other);
            if (strcmp(other, name) != 0)
                continue;
            buffer_format(reading->message,
                          _("option --%s does not belong to “%s” but to “%s”: %s %s FILE"), name,
                          reading->request->verb->name, program->verbs[v].name, program->command,
                          program->verbs[v].name);
            return true;
        }
    return false;
}

// First time through: which verb it is, and whether --help or --version was asked for. What else is
// wrong is told when the verb is known.
static enum verb_outcome find_verb(struct reading *reading) {
    struct options options;
    char seen[OPTIONS_MOST_ROWS][VERB_OPTION_ROOM];
    size_t seen_count = 0;
    const char *operand = NULL;
    int letter;
    table_of_all(reading);
    options_begin(&options, reading->table.rows, reading->argc, reading->argv);
    while ((letter = options_next(&options)) != OPTIONS_END && letter != OPTIONS_WRONG) {
        reading->help |= letter == 'h';
        reading->version |= letter == 'V';
        if (letter == OPTIONS_OPERAND && !operand)
            operand = options.value;
        if (letter >= OPTION_FIELD && letter < OPTION_TODAY && seen_count < OPTIONS_MOST_ROWS)
            memcpy(seen[seen_count++], reading->table.names[letter - OPTION_FIELD],
                   VERB_OPTION_ROOM);
    }
    if (letter == OPTIONS_WRONG && !operand) {
        buffer_add_string(reading->message, options.message);
        return wrong(reading);
    }
    enum verb_outcome outcome = choose_verb(reading, operand);
    if (reading->help || reading->version) {
        buffer_clear(reading->message);
        return answer(reading);
    }
    if (outcome != VERB_GO)
        return outcome;
    table_of_verb(reading, reading->request->verb);
    for (size_t i = 0; i < seen_count; i++)
        if (belongs_elsewhere(reading, seen[i]))
            return wrong(reading);
    return VERB_GO;
}

// ---- options and operands ----

static bool takes_many(const struct verb_request *request, const struct verb_field *row) {
    const struct schema_field *field = verb_schema(request, row);
    return field && row->path[0] != '/' && field->many != MANY_ONE;
}

// Keeps what was given, as it was given. Returns whether it may be.
static bool keep(struct reading *reading, size_t index, const char *given) {
    const struct verb_field *row = &reading->request->verb->fields[index];
    struct verb_value *value = &reading->request->values[index];
    const char *name = reading->table.rows[index].name;
    if (row->need == VERB_FLAG) {
        value->given = true;
        return true;
    }
    if (value->given && !takes_many(reading->request, row)) {
        buffer_format(reading->message, _("option --%s is given twice"), name);
        return false;
    }
    if (value->count == VERB_MOST_ITEMS) {
        buffer_format(reading->message, _("option --%s is given too often"), name);
        return false;
    }
    value->given = true;
    value->items[value->count++] = text_of(given);
    return true;
}

static bool take_operand(struct reading *reading, const char *operand, bool *verb_passed) {
    struct verb_request *request = reading->request;
    if (reading->named && !*verb_passed) {
        *verb_passed = true;
        return true;
    }
    if (request->file) {
        buffer_format(reading->message,
                      _("one file at a time; text with blanks in it goes between quotation marks"));
        return false;
    }
    request->file = operand;
    return true;
}

// Second time through, now by the options of the verb.
static enum verb_outcome take_options(struct reading *reading, const char **today) {
    struct verb_request *request = reading->request;
    struct options options;
    bool verb_passed = false;
    bool good = true;
    int letter;
    options_begin(&options, reading->table.rows, reading->argc, reading->argv);
    while (good && (letter = options_next(&options)) != OPTIONS_END) {
        if (letter == OPTIONS_WRONG) {
            buffer_add_string(reading->message, options.message);
            good = false;
        } else if (letter == OPTIONS_OPERAND) {
            good = take_operand(reading, options.value, &verb_passed);
        } else if (letter == OPTION_TODAY) {
            *today = options.value;
        } else if (letter == OPTION_JSON) {
            request->json = true;
        } else if (letter == 'n') {
            request->dry_run = true;
        } else {
            good = keep(reading, (size_t)(letter - OPTION_FIELD), options.value);
        }
    }
    return good ? VERB_GO : wrong(reading);
}

static enum verb_outcome check_file(struct reading *reading) {
    const struct verb_request *request = reading->request;
    if (!request->file && !(request->verb->manner & VERB_FILE_MAYBE)) {
        buffer_format(reading->message, _("which file? Type %s %s FILE; --help tells more"),
                      request->program->command, request->verb->name);
        return wrong(reading);
    }
    if (request->file && (request->verb->manner & VERB_WRITES) && strcmp(request->file, "-") == 0) {
        buffer_format(reading->message,
                      _("standard input cannot be changed; name the file itself"));
        return wrong(reading);
    }
    return VERB_GO;
}

enum verb_outcome verb_read(const struct verb_program *program, int argc, char **argv,
                            struct arena *arena, struct verb_request *request,
                            struct buffer *message) {
    struct trouble trouble;
    const char *today = NULL;
    *request = (struct verb_request){.program = program, .arena = arena};
    struct reading *reading = arena_zero(arena, 1, sizeof *reading);
    if (!reading)
        return VERB_NO_MEMORY;
    reading->request = request;
    reading->message = message;
    reading->argc = argc;
    reading->argv = argv;
    enum verb_outcome outcome = find_verb(reading);
    if (outcome == VERB_GO)
        outcome = take_options(reading, &today);
    if (outcome == VERB_GO)
        outcome = check_file(reading);
    if (outcome == VERB_GO && clock_today(today, &request->today, &trouble) != 0) {
        buffer_add_string(message, _(trouble.what));
        return wrong(reading);
    }
    return outcome;
}
